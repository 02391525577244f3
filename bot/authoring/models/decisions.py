"""The shape of `dialogs/decisions.yaml`: inputs, options and tables."""

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict

from bot.authoring.models.base import (
    KEYS,
    Condition,
    Flag,
    Model,
    Name,
    Names,
    Shorter,
    Values,
    kind,
    listed,
    under,
    word_of,
)
from bot.engine.decisions import LEVELS
from bot.engine.safety import TIERS

if TYPE_CHECKING:
    Level = str
    First = str
    MostUrgent = str
    Strictest = str
    Every = str
    Tier = str
else:
    Level = word_of(LEVELS)
    First = word_of(("first",))
    MostUrgent = word_of(("most_urgent",))
    Strictest = word_of(("strictest",))
    Every = word_of(("every",))
    Tier = word_of(TIERS)


EarlyTest = Annotated[Condition, kind("early_test")]
"""A test in the tables that come first: of the answers alone."""

LateTest = Annotated[Condition, kind("late_test")]
"""A test of the answers, the pattern and the levels."""

ToldTest = Annotated[Condition, kind("told_test")]
"""A test of what a check-in was told, and of all else that is known then."""


class InputModel(Model):
    """A fact: a set, one of some values, or the highest of some values. One of the three."""

    set_of: Values | None = None
    """The values that can be true together."""
    one_of: Values | None = None
    """The values of which one is true."""
    highest_of: Values | None = None
    """The values from mild to severe: with two answers, the later one in this list stands."""
    only_heard: Values = []
    """Values that no question asks: they are heard in what a patient types."""


class ResultRuleModel(Model):
    """If it holds, this result."""

    result: Names
    """What comes of it."""
    when: EarlyTest | None = None
    """The rule fires when this holds."""


class TierRuleModel(ResultRuleModel):
    """If it holds, somebody should be seen this soon."""

    result: Annotated[Names, kind("tier")]
    """How soon: self_care, book_soon, same_day or emergency."""


class PatternRuleModel(ResultRuleModel):
    """If it holds, the signs make this pattern."""

    result: Annotated[Names, kind("pattern")]
    """Which pattern."""


class OrderRuleModel(ResultRuleModel):
    """If it holds, the options come in this order."""

    result: Annotated[list[Annotated[Name, kind("ranked")]], Shorter(listed)]
    """Every ranked option once, the best one first."""
    when: LateTest | None = None
    """The rule fires when this holds."""


class DryHeatRuleModel(ResultRuleModel):
    """If it holds, this is said of dry heat."""

    result: Annotated[Names, kind("dry_heat_result")]
    """What is said of dry heat."""
    when: LateTest | None = None
    """The rule fires when this holds."""


class FrontModel(Model):
    """If it holds, this option moves to the front of the order."""

    when: LateTest
    """The option moves when this holds."""
    option: Annotated[Name, kind("ranked")]
    """The option that moves."""


class TierModel(Model):
    """How soon a person should be seen: the most urgent rule that fires."""

    hit: MostUrgent
    """How one of the rules that fire is chosen: always most_urgent."""
    results: Values
    """All tiers, from least to most urgent. The program knows these four."""
    rules: dict[Name, TierRuleModel]
    """The rules. Each name is kept as a reason."""


class FirstModel(Model):
    """A table of which the first rule that holds counts."""

    hit: First
    """How one of the rules that fire is chosen: always first."""
    results: Values
    """All results that the rules can have."""
    rules: dict[Name, ResultRuleModel]
    """The rules. The last one has no when:, so that there is always a result."""


class PatternModel(FirstModel):
    """What the signs have in common: the first rule that holds."""

    rules: dict[Name, PatternRuleModel]  # pyright: ignore[reportIncompatibleVariableOverride]
    """The rules. The last one has no when:, so that there is always a result."""


class DryHeatModel(FirstModel):
    """What is said of dry heat: the first rule that holds."""

    rules: dict[Name, DryHeatRuleModel]  # pyright: ignore[reportIncompatibleVariableOverride]
    """The rules. The last one has no when:, so that there is always a result."""


class OrderModel(Model):
    """The first rule that holds gives the order; then some options move to the front."""

    hit: First
    """How one of the rules that fire is chosen: always first."""
    rules: dict[Name, OrderRuleModel]
    """The rules: one for each pattern."""
    to_the_front: dict[Name, FrontModel] = {}
    """Rules that then move an option to the front."""


class LevelModel(Model):
    """A level, and whose caution text stands for it."""

    level: Level
    """How strictly: offer, caution, ask_first or not_for_you."""
    caution: Annotated[Name, kind("caution")] | None = None
    """The name of the caution whose words open the card, where it is not the rule's own."""


OptionLevel = Annotated[LevelModel, under("level", "level")]


class LevelRuleModel(BaseModel):
    """If it holds, each option named has at least this level: the options stand as further names."""

    model_config = ConfigDict(
        extra="allow", frozen=True, use_attribute_docstrings=True, json_schema_extra={KEYS: "option"}
    )
    __pydantic_extra__: dict[str, OptionLevel]  # pyright: ignore[reportIncompatibleVariableOverride]
    when: EarlyTest
    """The rule fires when this holds. Beside it stand the options, each with the level that it then has at least."""


class LevelsModel(Model):
    """How each option may be used: for each the strictest rule that fires. A rule only makes advice stricter."""

    hit: Strictest
    """How one of the rules that fire is chosen: always strictest."""
    results: Values
    """All levels, from mild to strict. The program knows these four."""
    options: Annotated[Values, kind("levelled")]
    """The options that have a level."""
    at_least_as_strict_as: dict[Annotated[Name, kind("option")], Annotated[Names, kind("levelled")]] = {}
    """Ties an option to others: it is never milder than the strictest of them."""
    rules: dict[Name, LevelRuleModel]
    """The rules. Each name is kept as a reason, and content/<language>/decisions.yaml has its words."""


class CheckInRuleModel(Model):
    """If it holds, the check-in comes to this: the text of the same name is said."""

    when: ToldTest | None = None
    """The rule fires when this holds."""
    tier: Tier | None = None
    """How soon the person should be seen then. It never falls."""
    otherwise: Flag = False
    """true: it counts only where no rule without this fires; of several such, the first."""
    no_change: Flag = False
    """true: the next check-in like this is the second one (tries: second)."""
    stops_option: Flag = False
    """true: what was tried is closed for the rest of the check."""


class CheckInModel(Model):
    """What a check-in comes to, once its questions are answered: every rule that fires."""

    hit: Every
    """Which of the rules that fire count: always every."""
    rules: dict[Name, CheckInRuleModel]
    """The rules. check_in.result says a text for each."""


class OptionsModel(BaseModel):
    """The options that are ranked; under the name of one of them, the options that stand inside it."""

    model_config = ConfigDict(
        extra="allow", frozen=True, use_attribute_docstrings=True, json_schema_extra={KEYS: "ranked"}
    )
    __pydantic_extra__: dict[str, Values]  # pyright: ignore[reportIncompatibleVariableOverride]
    ranked: Values
    """The options that a patient can be shown, ranked by the tables below. Each has a card in alternatives.yaml."""


class DecisionsModel(Model):
    """The file `dialogs/decisions.yaml`."""

    inputs: dict[Name, InputModel]
    """The facts that answers can set, each with its values."""
    options: OptionsModel
    """The alternatives to heat."""
    tier: TierModel
    """How soon a person should be seen: the most urgent rule that fires."""
    pattern: PatternModel
    """What the signs have in common: the first rule that holds."""
    order: OrderModel
    """In which order the options come: the first rule that holds."""
    levels: LevelsModel
    """How each option may be used: for each the strictest rule that fires."""
    dry_heat_result: DryHeatModel
    """What is said of dry heat: the first rule that holds."""
    check_in: CheckInModel
    """What a check-in comes to: every rule that fires speaks."""
