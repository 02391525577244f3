"""What staff wrote of the meanings of typed words: groups of words, harmless talk, rules, topics, other names."""

from collections.abc import Mapping

from msgspec import Struct

from bot.engine import phrase_context, phrase_table
from bot.engine.phrase_index import END

ASK = "ask"
"""The tier of an anchor that is only worth a question."""


class HeardRule(Struct, frozen=True):
    """One rule: the flag that it raises, how urgent that is, where it comes from, what it hears and must not hear."""

    id: str
    flag: str
    tier: str
    source: str
    hears: tuple[str, ...]
    heard: tuple[str, ...] = ()
    not_heard: tuple[str, ...] = ()


class Topic(Struct, frozen=True):
    """The words of a topic, whether they mean it without being a question ("thank you"), and examples that ask "
    "for it."""

    words: tuple[str, ...]
    always: bool = False
    asked: tuple[str, ...] = ()


class WayOfAsking(Struct, frozen=True):
    """A way of asking: the topic that it leads to, what it hears, with which words it does not, and examples."""

    topic: str
    hears: tuple[str, ...]
    unless: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    not_heard: tuple[str, ...] = ()


class Knowledge(Struct, frozen=True):
    """All of it; `names` holds other names of choices under `dialog.state.choice`. Languages stand together."""

    groups: Mapping[str, tuple[str, ...]] = {}
    harmless: tuple[str, ...] = ()
    rules: tuple[HeardRule, ...] = ()
    topics: Mapping[str, Topic] = {}
    names: Mapping[str, tuple[str, ...]] = {}
    asking: Mapping[str, WayOfAsking] = {}
    """Ways of asking by their names; of several in one message the first counts."""
    asking_groups: Mapping[str, tuple[str, ...]] = {}
    """Groups of words that only those use; warning signs are heard by `groups` alone."""


def known_groups(own: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The names of groups that a line may use: the staff's own and the engine's."""
    return frozenset((*own, *phrase_table.GROUPS, *phrase_context.GROUPS, END))
