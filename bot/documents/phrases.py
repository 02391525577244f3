"""Tests of dialogs and rules in words, with the words of one language's texts."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.engine.catalog import Catalog
from bot.engine.conditions import All, Answered, AnyOf, AtLeast, Condition, Has, Not, Settled, Unanswered


class Joints(NamedTuple):
    """The small words of a language between the words of the texts; {} is what they are said of."""

    either: str
    both: str
    negated: str
    something: str
    nothing: str
    unanswered: str
    at_least: str
    at_most: str
    always: str


ENGLISH = Joints(
    " or ", " and ", "not ({})", "at least one", "none", "not asked yet", "{} or more", "{} or less", "always"
)
JOINTS: Mapping[str, Joints] = {
    "en": ENGLISH,
    "es": Joints(
        " o ", " y ", "no ({})", "al menos una", "ninguna", "sin preguntar", "{} o más", "{} o menos", "siempre"
    ),
}
"""Another language reads the English ones."""


class Phrases:
    """The words of one language: of values, of buttons, and of tests."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.joints = JOINTS.get(catalog.lang, ENGLISH)

    def value(self, fact: str, value: str) -> str:
        """What a value of a fact is called; its own name where no text names it."""
        for key in (f"answers.{fact}.{value}", f"level.{value}", f"option.{value}"):
            if key in self.catalog.texts:
                return self.catalog.text(key)
        for key in (f"{fact}.choices.{value}", f"command.{value}"):
            if key in self.catalog.lines:
                return self.catalog.line(key).label
        return value.replace("_", " ")

    def label(self, key: str) -> str:
        """The label of a choice or button, as a patient reads it."""
        return self.catalog.line(key).label if key in self.catalog.lines else key.rpartition(".")[2]

    def when(self, condition: Condition | None) -> str:
        """A test in words; facts keep the names that staff write."""
        return self.joints.always if condition is None else _WORDS[type(condition)](self, condition)


def named(fact: str) -> str:
    """A fact's name as words; the name of a state stays as it is."""
    return fact if "." in fact else fact.replace("_", " ")


def _has(phrases: Phrases, found: Has) -> str:
    values = sorted(phrases.value(found.name, value) for value in found.values)
    return f"{named(found.name)}: {phrases.joints.either.join(values)}"


def _answered(phrases: Phrases, found: Answered) -> str:
    return f"{named(found.name)}: {phrases.joints.something if found.something else phrases.joints.nothing}"


def _unanswered(phrases: Phrases, found: Unanswered) -> str:
    return f"{named(found.name)}: {phrases.joints.unanswered}"


def _at_least(phrases: Phrases, found: AtLeast) -> str:
    bound = phrases.joints.at_most if found.at_most else phrases.joints.at_least
    return f"{named(found.name)}: {bound.format(found.number)}"


def _joined(phrases: Phrases, found: All | AnyOf) -> str:
    joint = phrases.joints.both if isinstance(found, All) else phrases.joints.either
    parts = [_inside(phrases, part) for part in found.parts] if len(found.parts) > 1 else map(phrases.when, found.parts)
    return joint.join(parts)


def _inside(phrases: Phrases, part: Condition) -> str:
    """In brackets where a reader could join it to the wrong neighbour."""
    inner = part.part if isinstance(part, Settled) else part
    many = isinstance(inner, All | AnyOf) and len(inner.parts) > 1
    many = many or (isinstance(inner, Has) and len(inner.values) > 1)
    return f"({phrases.when(part)})" if many else phrases.when(part)


def _not(phrases: Phrases, found: Not) -> str:
    return phrases.joints.negated.format(phrases.when(found.part))


def _settled(phrases: Phrases, found: Settled) -> str:
    return phrases.when(found.part)


_WORDS: Mapping[type, Any] = {
    Has: _has, Answered: _answered, Unanswered: _unanswered, AtLeast: _at_least, Not: _not, Settled: _settled,
    All: _joined, AnyOf: _joined,
}  # fmt: skip
