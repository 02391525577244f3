"""The shapes of the files that say what typed words can mean: warning signs, topics, other names of choices."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from bot.authoring.models.base import Model, Name, kind, word_of
from bot.engine import safety

TIERS = ("emergency", "same_day", "ask")
"""How urgent a heard rule is; `ask` is an anchor that is only worth a question."""

if TYPE_CHECKING:
    Flag = Tier = Always = str
else:
    Flag, Tier, Always = word_of(tuple(safety.FLOOR)), word_of(TIERS), word_of(("yes", "no"))


class HeardRuleModel(Model):
    """One rule: what it hears, and sentences that it must and must not hear, one a line."""

    flag: Flag
    """The warning sign that it raises."""
    tier: Tier
    """How urgent it is: at least as urgent as the sign is; ask: the chat only asks whether it is true."""
    source: str = Field(min_length=1)
    """Where the sign comes from: the row of the list of warning signs."""
    hears: str = Field(min_length=1)
    """What it listens for: words or groups, one a line; docs/understanding.md says how they are put together."""
    heard: str = Field(min_length=1)
    """Sentences that it must hear, one a line; heatwise check tries each of them."""
    not_heard: str = Field(min_length=1)
    """Sentences that are near to it and harmless, one a line; heatwise check tries each of them."""


class HearingModel(Model):
    """`content/hearing/`, one file a screen: groups of words that mean the same, harmless talk, rules."""

    groups: dict[str, str] = {}
    """Words that mean the same, under a name in capitals that the rules of all files can use."""
    harmless: str = ""
    """Talk that sounds like danger and is none, such as "dying for a coffee"."""
    rules: dict[Name, HeardRuleModel] = {}
    """What is listened for, each under a name of its own."""


class TopicModel(Model):
    """One topic: its words and examples in each language; `always` when no question is needed to mean it."""

    always: Always = "no"
    """yes: the words mean it without a question, as "thank you" does."""
    words: dict[Name, str]
    """The words that ask for it, in each language, between commas."""
    asked: dict[Name, str] = {}
    """Questions as patients ask them, in each language, one a line; what is most like one of them is taken for it."""


TopicsFile = dict[Name, TopicModel]
"""`content/topics.yaml`: topic → words by language."""

NamesFile = dict[str, dict[str, dict[Name, str]]]
"""`content/names.yaml`: state → choice → language → other names, between commas."""


class AskingRuleModel(Model):
    """One way of asking: its topic, what it hears, and questions that must lead there and must not, one a line."""

    topic: Annotated[Name, kind("topic")]
    """The topic of topics.yaml that it leads to, whatever else the message is like."""
    hears: str = Field(min_length=1)
    """What it listens for, written like the lines of hearing/: words or groups, between commas."""
    unless: str = ""
    """Words or groups with which it leads nowhere, wherever they stand in the message."""
    heard: str = Field(min_length=1)
    """Questions that it must hear, one a line; heatwise check tries each of them."""
    not_heard: str = Field(min_length=1)
    """Messages that are near to it and lead elsewhere, one a line; heatwise check tries each of them."""


class AskingModel(Model):
    """`content/asking.yaml`: ways of asking that lead to one topic; of several in one message the first counts."""

    groups: dict[str, str] = {}
    """Words that mean the same, under a name in capitals; those of hearing/ are known here, too."""
    rules: dict[Name, AskingRuleModel] = {}
    """The ways of asking, each under a name of its own."""
