"""The shape of `dialogs/decisions.yaml`: inputs, options and tables."""

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict

from bot.authoring.models.base import Condition, Model, Name, Names, Values, under, word_of
from bot.engine.decisions import LEVELS

if TYPE_CHECKING:
    Level = str
    First = str
    MostUrgent = str
    Strictest = str
else:
    Level = word_of(LEVELS)
    First = word_of(("first",))
    MostUrgent = word_of(("most_urgent",))
    Strictest = word_of(("strictest",))


class InputModel(Model):
    """A fact: a set, one of some values, or the highest of some values."""

    set_of: Values | None = None
    one_of: Values | None = None
    highest_of: Values | None = None
    only_heard: Values = []


class ResultRuleModel(Model):
    """If it holds, this result."""

    result: Names
    when: Condition | None = None


class FrontModel(Model):
    """If it holds, this option moves to the front of the order."""

    when: Condition
    option: Name


class TierModel(Model):
    """The most urgent rule that fires."""

    hit: MostUrgent
    results: Values
    rules: dict[Name, ResultRuleModel]


class FirstModel(Model):
    """The first rule that holds."""

    hit: First
    results: Values
    rules: dict[Name, ResultRuleModel]


class OrderModel(Model):
    """The first rule that holds gives the order; then some options move to the front."""

    hit: First
    rules: dict[Name, ResultRuleModel]
    to_the_front: dict[Name, FrontModel] = {}


class LevelModel(Model):
    """A level, and whose caution text stands for it."""

    level: Level
    caution: Name | None = None


OptionLevel = Annotated[LevelModel, under("level")]


class LevelRuleModel(BaseModel):
    """If it holds, each option named has at least this level: the options stand as further names."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, OptionLevel]  # pyright: ignore[reportIncompatibleVariableOverride]
    when: Condition


class LevelsModel(Model):
    """The strictest rule that fires."""

    hit: Strictest
    results: Values
    options: Values
    at_least_as_strict_as: dict[Name, Names] = {}
    rules: dict[Name, LevelRuleModel]


class OptionsModel(BaseModel):
    """The options that are ranked; under the name of one of them, the options that stand inside it."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Values]  # pyright: ignore[reportIncompatibleVariableOverride]
    ranked: Values


class DecisionsModel(Model):
    """The file `dialogs/decisions.yaml`."""

    inputs: dict[Name, InputModel]
    options: OptionsModel
    tier: TierModel
    pattern: FirstModel
    order: OrderModel
    levels: LevelsModel
    dry_heat_result: FirstModel
