"""What may stand where in the files that staff write; the JSON Schemas come from the same models."""

from bot.authoring.models.base import Model
from bot.authoring.models.beside import LetterModel, MenuModel, ProfileModel
from bot.authoring.models.clinic import ClinicModel
from bot.authoring.models.content import CommandContentModel, ContentFile, DecisionContentModel, EntryModel, TextModel
from bot.authoring.models.decisions import (
    CheckInModel,
    DecisionsModel,
    FirstModel,
    InputModel,
    LevelModel,
    OptionsModel,
    ResultRuleModel,
)
from bot.authoring.models.dialog import ButtonModel, ChoiceModel, DialogModel, RuleModel, StateModel
from bot.authoring.models.hearing import (
    AskingModel,
    AskingRuleModel,
    HeardRuleModel,
    HearingModel,
    NamesFile,
    TopicModel,
    TopicsFile,
)
from bot.authoring.models.inventory import InventoryFile, RowModel
from bot.authoring.models.safety import PropertyModel, SafetyModel, StatementModel

__all__ = [
    "AskingModel", "AskingRuleModel",
    "ButtonModel", "CheckInModel", "ChoiceModel", "ClinicModel", "CommandContentModel", "ContentFile",
    "DecisionContentModel", "DecisionsModel", "DialogModel", "EntryModel", "FirstModel", "HeardRuleModel",
    "HearingModel", "InputModel", "InventoryFile", "LetterModel", "LevelModel", "MenuModel", "Model", "NamesFile",
    "OptionsModel", "ProfileModel", "PropertyModel", "ResultRuleModel", "RowModel", "RuleModel", "SafetyModel",
    "StateModel", "StatementModel", "TextModel", "TopicModel", "TopicsFile",
]  # fmt: skip
