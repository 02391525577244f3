"""What a proof depends on, in parts that an edit can change one by one: each state, the rules, the rest."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, json
from msgspec.structs import replace

import bot
from bot.authoring.problems import Grade
from bot.authoring.project import Loaded
from bot.authoring.properties import Property
from bot.engine.dialog import State
from bot.engine.library import Library
from bot.verify.every_test import of_state
from bot.verify.observed import asked_beside

SIZE = 12
"""Bytes of a print: two different parts with the same one are not to be expected."""

LEVELS = "levels"
RULES = ("tier", "pattern", "order", "to_the_front", LEVELS, "dry_heat")
"""The tables that are asked only for what answers come to."""


class Prints(Struct, frozen=True):
    """Wording is in none of them, nor what is heard in typed words, nor where and how a property is told.

    `states`: by name, all of a state, and which texts and labels it has. `questions`: how they are answered, and where
    answers lead. `rules`: the other tables of `RULES`. `levels`: of each of its rules, by id and in their order, what
    it tests, and all of it. `outlook`: what tells sessions apart, beside the rules. `found`: what the check has to say.
    `core`: everything else, with this program.
    """

    core: bytes
    questions: bytes
    rules: bytes
    levels: Mapping[str, tuple[bytes, bytes]]
    outlook: bytes
    found: bytes
    states: Mapping[str, bytes]

    @property
    def whole(self) -> bytes:
        """All of it in one."""
        return _print(self.core, self.rules, list(self.levels.items()), self.found, sorted(self.states.items()))

    def same_ground(self, other: "Prints") -> bool:
        """Whether the same answers come to the same."""
        return self.same_but_levels(other) and list(self.levels.items()) == list(other.levels.items())

    def same_but_levels(self, other: "Prints") -> bool:
        """Whether the same answers come to the same, but for rules of `levels`; those in both stand in one order."""
        orders = ([id for id in one.levels if id in two.levels] for one, two in ((self, other), (other, self)))
        return (self.questions, self.rules, next(orders)) == (other.questions, other.rules, next(orders))

    def tests(self) -> Mapping[str, bytes]:
        """By rule of `levels`, what it tests."""
        return {id: test for id, (test, _) in self.levels.items()}


def prints(loaded: Loaded) -> Prints:
    """The prints of a project.

    Raises ValueError for a project that could not be loaded.
    """
    library = loaded.library
    if library is None:
        raise ValueError("A project with critical mistakes has no prints.")
    texts, tables, states = _Texts(library), library.source.tables, library.states.values()
    asked = [state for state in states if state.asks_something or state.remember]
    questions = [(s.name, s.ask, s.choices, s.ask_once, s.asks, s.next, s.remember) for s in asked]
    return Prints(
        _print(*_core(library), texts.of_nobody, [_meant(each) for each in loaded.parts.properties], _program()),
        _print(questions),
        _print([getattr(tables, name) for name in RULES if name != LEVELS]),
        {rule.id: (_print(rule.when), _print(rule)) for rule in tables.levels},
        _print(questions, [(s.name, s.back, s.option, s.questions, s.choices_from, list(of_state(s))) for s in states]),
        _print([str(problem) for problem in loaded.problems if problem.grade != Grade.INFO]),
        {name: _print(state, texts.of(state)) for name, state in library.states.items()},
    )


def _core(library: Library) -> Iterator[object]:
    source, ground = library.source, library.ground
    yield replace(source.tables, **dict.fromkeys(RULES, ()))
    yield source.demo, str(source.zone), source.quiet, source.consent_version, source.notice_version
    yield str(source.reviewed_until)
    yield library.languages, sorted(ground.main), sorted(ground.every), sorted(library.page_of.items())
    yield [(option, sorted(needs)) for option, needs in sorted(library.side_needs.items())]
    yield [(option, sorted(needs)) for option, needs in sorted(asked_beside(library).items())]


def _meant(about: Property) -> Property:
    return replace(about, says="", line=0, holds=tuple(replace(each, line=0) for each in about.holds))


class _Texts:
    """Which texts and labels there are in each language, by the state that they belong to."""

    def __init__(self, library: Library) -> None:
        self._owned: dict[str, list[tuple[str, str]]] = {name: [] for name in library.states}
        nobody: list[tuple[str, str]] = []
        said = {key: state.name for state in library.states.values() for key in _said(state)}
        self._said_by_several = _several(library.states.values())
        for lang, catalog in library.catalogs.items():
            for key in (*sorted(catalog.bubbles), *sorted(catalog.lines), *sorted(catalog.after)):
                owner = said.get(key) or _above(key, library.states)
                several = key in self._said_by_several
                (self._owned[owner] if owner and not several else nobody).append((lang, key))
        self.of_nobody = nobody

    def of(self, state: State) -> list[tuple[str, str]]:
        """The texts and labels that only this state has."""
        return self._owned[state.name]


def _said(state: State) -> Iterator[str]:
    """The texts that a state names, whatever they are called."""
    yield from (says.text for says in (*state.shows, *state.opens_next))
    rules = (*state.next, *(rule for button in state.buttons for rule in button.next))
    told = (*(rule.say for rule in rules), *(text for button in state.buttons for text in (button.say, button.show)))
    yield from filter(None, told)


def _several(states: Iterable[State]) -> frozenset[str]:
    """Texts that more than one state names."""
    seen, again = set[str](), set[str]()
    for state in states:
        named = set(_said(state))
        again |= named & seen
        seen |= named
    return frozenset(again)


def _above(key: str, states: Mapping[str, State]) -> str | None:
    """The state with the longest name that a key begins with."""
    while key and key not in states:
        key = key.rpartition(".")[0]
    return key or None


@cache
def _program() -> bytes:
    """The engine, and what tries it out."""
    found = blake2b(digest_size=SIZE)
    for path in sorted(Path(bot.__file__).parent.glob("**/*.py")):
        if path.parent.name in ("engine", "verify"):
            found.update(path.read_bytes())
    return found.digest()


def _print(*parts: object) -> bytes:
    return blake2b(json.encode(parts, order="deterministic"), digest_size=SIZE).digest()
