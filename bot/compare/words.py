"""How things of a project are called when staff are told of them: in the words of its own content."""

from collections.abc import Iterator, Mapping

from bot.compare.differences import Kind
from bot.engine.catalog import Catalog
from bot.engine.conditions import All, Answered, AnyOf, AtLeast, Condition, Has, Not, Settled, Unanswered
from bot.engine.decisions import Input
from bot.engine.dialog import Choice, State
from bot.engine.library import Library

LEVELS = {"offer": "offered", "caution": "offered with care", "ask_first": "call first", "not_for_you": "not for you"}
TIERS = {"self_care": "no visit needed", "book_soon": "book a visit", "same_day": "see someone today",
         "emergency": "emergency"}  # fmt: skip
DRY_HEAT = {
    "stop": "stop",
    "ask": "call first",
    "may_continue": "may go on with care",
    "not_suggested": "not suggested",
}
CALLED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "tier": ("How soon to be seen", TIERS),
    "level": ("", LEVELS),
    "dry_heat": ("Dry heat", DRY_HEAT),
    "pattern": ("What the signs are summed up as", {}),
}
"""By kind: what differs (an option goes by its own name), and how its values are called."""

LONGEST = 70


def written(parts: tuple[str, ...]) -> str:
    """A template as staff wrote it."""
    return "".join(f"{{{part}}}" if i % 2 else part for i, part in enumerate(parts))


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


class Words:
    """The words of two versions, in the language that comes first; the new version's where it has them."""

    def __init__(self, old: Library, new: Library) -> None:
        self.versions = (new, old)
        self.catalogs: list[Catalog] = [version.catalog(version.languages[0]) for version in self.versions]

    def label(self, key: str) -> str:
        """The label of a choice or button."""
        found = (catalog.lines[key].label for catalog in self.catalogs if key in catalog.lines)
        return short(next(found, key))

    def text(self, key: str) -> str:
        """The text of a key; the key itself where there is none."""
        found = (written(catalog.texts[key].parts) for catalog in self.catalogs if key in catalog.texts)
        return short(next(found, key))

    def option(self, name: str) -> str:
        """The name of an option."""
        return self.text(f"option.{name}").removeprefix("option.")

    def question(self, state: str) -> str:
        """A state with the beginning of its words, to be recognised."""
        text = self.text(state)
        return state if text == state else f'{state} ("{text}")'

    def answer(self, fact: str, value: str) -> str:
        """What somebody does who gives this answer."""
        for version in self.versions:
            for state, choice in _giving(version, fact, value):
                return self._given(state, choice)
        words = self.text(f"answers.{fact}.{value}")
        return f'said "{words}"' if not words.startswith("answers.") else f"have {fact}: {value}"

    def _given(self, state: State, choice: Choice) -> str:
        label = self.label(f"{state.name}.choices.{choice.id}")
        if state.ask == "many":
            return f'ended {state.name} with "{label}"' if choice.closes else f'ticked "{label}"'
        return f'answered "{label}" to "{self.text(state.name)}"'

    def people(self, answers: Mapping[str, tuple[str, ...]], inputs: Mapping[str, Input]) -> str:
        """The people who gave these answers; what is not named was not ticked, or does not matter."""
        told = [self.answer(fact, value) for fact, values in answers.items() for value in values
                if not _silent(inputs.get(fact), value)]  # fmt: skip
        return f"people who {' and '.join(told)}" if told else "people who ticked nothing"

    def kind(self, kind: Kind) -> tuple[str, str, str]:
        """What differs, from what, and to what."""
        name = self.option(kind.option) if kind.option else ""
        if kind.about == "order":
            other = self.option(kind.old)
            return "Order of the list", f"{other} before {name}", f"{name} before {other}"
        if kind.about == "caution":
            return f"Caution on the card {name}", self._caution(kind.old), self._caution(kind.new)
        what, called = CALLED[kind.about]
        return what or name, called.get(kind.old, kind.old), called.get(kind.new, kind.new)

    def _caution(self, name: str) -> str:
        if not name:
            return "(not said)"
        return f'"{self.text(name_of(self.catalogs, name))}"'


def name_of(catalogs: list[Catalog], caution: str) -> str:
    """The key of a caution's text: its own for the option, or the one that serves all."""
    own = f"caution.{caution}"
    return own if any(own in catalog.texts for catalog in catalogs) else own.rpartition(".")[0]


def _giving(version: Library, fact: str, value: str) -> Iterator[tuple[State, Choice]]:
    """The choices that give an answer: those of the check, then others; those that give nothing else first."""
    states = [version.states[name] for name in dict.fromkeys((*version.ground.main, *version.states))]
    found = [(state, choice) for state in sorted(states, key=lambda s: s.name not in version.ground.main)
             for choice in state.choices if (fact, value) in choice.sets]  # fmt: skip
    yield from sorted(found, key=lambda pair: (pair[0].name not in version.ground.main, len(pair[1].sets)))


def _silent(entry: Input | None, value: str) -> bool:
    """Whether an answer is what somebody has who said nothing of it."""
    return entry is not None and value == entry.values[0] and (entry.kind == "highest_of" or len(entry.values) == 2)


def condition(when: Condition | None) -> str:
    """A test in words, by the names of the dialogs."""
    match when:
        case All(parts):
            return " and ".join(map(condition, parts))
        case AnyOf(parts):
            return f"({' or '.join(map(condition, parts))})"
        case Not(part):
            return f"not {condition(part)}"
        case Settled(part):
            return condition(part)
        case _:
            return _single(when)


def _single(when: Has | Answered | Unanswered | AtLeast | None) -> str:
    match when:
        case None:
            return "always"
        case Has(name, values):
            return f"{name} is {' or '.join(sorted(values))}"
        case Answered(name, something):
            return f"{name} is {'any' if something else 'none'}"
        case Unanswered(name):
            return f"{name} is unanswered"
        case AtLeast(name, number, at_most):
            return f"{name} is at {'most' if at_most else 'least'} {number}"
