"""The shapes of the files that say what typed words can mean: warning signs, topics, other names of choices."""

from typing import TYPE_CHECKING

from pydantic import Field

from bot.authoring.models.base import Model, Name, word_of
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
    tier: Tier
    source: str = Field(min_length=1)
    hears: str = Field(min_length=1)
    heard: str = Field(min_length=1)
    not_heard: str = Field(min_length=1)


class HearingModel(Model):
    """`content/hearing.yaml`: groups of words that mean the same, harmless talk, rules."""

    groups: dict[str, str] = {}
    harmless: str = ""
    rules: dict[Name, HeardRuleModel]


class TopicModel(Model):
    """One topic: its words in each language; `always` when no question is needed to mean it."""

    always: Always = "no"
    words: dict[Name, str]


TopicsFile = dict[Name, TopicModel]
"""`content/topics.yaml`: topic → words by language."""

NamesFile = dict[str, dict[str, dict[Name, str]]]
"""`content/names.yaml`: state → choice → language → other names, between commas."""
