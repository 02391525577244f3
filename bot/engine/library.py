"""Everything that a turn needs to know and that never changes while it runs: dialogs, rules, texts, the machine."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from bot.engine.asking import cut, print_of
from bot.engine.catalog import Catalog
from bot.engine.conditions import Atom, Condition, Facts, Test, compile_condition
from bot.engine.decisions import DRY_HEAT, Decider, Tables, raising
from bot.engine.dialog import State, States
from bot.engine.knowledge import Knowledge
from bot.engine.look import Looks, same_for_all
from bot.engine.machine import Moves
from bot.engine.quiet import Quiet
from bot.engine.remembered import Turns
from bot.engine.standing import Ground, Standing

STANDINGS = 4096
"""How many standings are remembered: the same few answers come up again and again."""


class Source(Struct, frozen=True):
    """What authoring read: states by full name, tables, one catalog a language, and the versions of the texts."""

    states: States
    tables: Tables
    catalogs: Mapping[str, Catalog]
    version: str
    """Changes when any file of the project does."""
    demo: bool = True
    zone: tzinfo = UTC
    """Where the clinic is."""
    consent_version: str = "1"
    notice_version: str = "1"
    quiet: Quiet | None = None
    """When the chat writes nothing on its own, in that zone."""
    reviewed_until: date | None = None
    """The last day on which the review of live content holds; a demo has none."""
    knowledge: Knowledge = Knowledge()
    """What typed words can mean, for `bot.understanding`."""


class Library:
    """A project, ready to run. Build one per version of the files and share it: it holds no conversation."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.states = source.states
        self.catalogs = source.catalogs
        self.version = source.version
        self.languages = tuple(source.catalogs)
        self.decider = Decider(source.tables)
        self.moves = Moves(source.states)
        self.ground = Ground(source.states, self.decider, self.moves)
        self.stand = lru_cache(maxsize=STANDINGS)(self.ground.stand)
        self.page_of = {state.option: state.name for state in source.states.values() if state.option}
        self.side_needs = {option: self._side_needs(option) for option in self.page_of}
        self.questions = {s.name: print_of(s, source.catalogs) for s in self.states.values() if self._asks(s)}
        """What each question of the check, and of the cards, asks: its answers stand only while that stays the same."""
        self.prints = b"".join(self.questions[name] for name in sorted(self.questions))
        self.looks = Looks()
        self.same_for_all = same_for_all(source.states.values(), source.catalogs.values())
        self.turns = Turns(source.consent_version)
        self._tests: dict[int, tuple[Condition, Test]] = {}

    def holds(self, when: Condition | None, facts: Facts) -> bool:
        """Whether a condition of this library's states holds; none always does."""
        if when is None:
            return True
        found = self._tests.get(id(when))  # by identity: a condition is compiled once, and kept alive beside its test
        if found is None:
            found = self._tests.setdefault(id(when), (when, compile_condition(when)))
        return found[1](facts) is True

    def catalog(self, lang: str) -> Catalog:
        """The texts of a language; of the first one, where the language is gone."""
        return self.catalogs.get(lang) or self.catalogs[self.languages[0]]

    def closing(self, standing: Standing, stopped: Iterable[str]) -> Standing:
        """The same standing with these options, and those tied to them, closed: a check-in has found that they harm."""
        decision = self.decider.closing(standing.decision, frozenset(stopped))
        facts = Facts({**standing.facts.values, **decision.facts()}, standing.facts.open)
        return replace(standing, decision=decision, facts=facts)

    def closed(self, now: datetime) -> bool:
        """Whether the review of the content has expired, where the clinic is (SP22)."""
        source = self.source
        return source.reviewed_until is not None and now.astimezone(source.zone).date() > source.reviewed_until

    def open_questions(self, option: str, asked: frozenset[Atom]) -> frozenset[Atom]:
        """What must still be asked before the card of this option opens, once the check is complete (SP24)."""
        return self.side_needs.get(option, frozenset()) - asked

    def options_of(self, group: str) -> tuple[str, ...]:
        """The options that stand inside another one."""
        return self.source.tables.inner.get(group, ())

    def changed(self, prints: bytes) -> frozenset[str]:
        """The questions that ask something else than they did when `prints` were this library's."""
        known = cut(prints)
        return frozenset(name for name, found in self.questions.items() if found not in known)

    def _asks(self, state: State) -> bool:
        """Whether the answer of a state is one of the check: on its path, or of one card."""
        return state.name in self.ground.main or any(choice.sets for choice in state.choices)

    def _side_needs(self, option: str) -> frozenset[Atom]:
        """The atoms that can raise the option's level and that only a question beside the path asks."""
        beside = (state for state in self.states.values() if state.name not in self.ground.main)
        side = {pair for state in beside for choice in state.choices for pair in choice.sets}
        return raising(self.source.tables, option) & side if option != DRY_HEAT else frozenset()
