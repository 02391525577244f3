"""Tries everything that can be done, from every class of sessions that can be reached, in the engine itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from typing import NamedTuple

from bot.authoring.properties import Property
from bot.engine import safety
from bot.engine.conditions import compile_condition
from bot.engine.effects import Screen, Turn
from bot.engine.events import AnyEvent
from bot.engine.library import Library
from bot.engine.session import Session
from bot.engine.turn import newcomer, work_out
from bot.verify.classes import NOON, Classes, Look, Side, at_noon
from bot.verify.deeds import Input
from bot.verify.languages import differing
from bot.verify.lumps import Lumps
from bot.verify.monitor import Broken, Monitor
from bot.verify.observed import Observer, Step
from bot.verify.outlook import Outlook
from bot.verify.possible import Possible
from bot.verify.ticking import Ticking
from bot.verify.trace import Trace

Advance = Callable[[Library, Session, AnyEvent, datetime], Turn]


ANSWERS = {"data": {"leads"}, "others": {"answers"}, "spoken": {"wide", "still", "time"}}
"""By each side that speaks of answers, the inputs that depend on it (the methods of `bot.verify.possible`)."""
SHOWN = {"answers", "leads"}
DEPEND: Mapping[str, Set[str]] = {
    **ANSWERS,
    "told": SHOWN | {"time"},
    "way": SHOWN | {"wide", "time"},
    "counters": SHOWN | {"wide", "time"},
    "follow_up": SHOWN | {"wide", "time"},
}
"""By each side, the inputs that depend on it. On what a property remembers, and what is forgotten next, ALL depend."""
ALL = SHOWN | {"wide", "still", "time"}


class Node(NamedTuple):
    """One session that was reached: where from, by what, and what the monitors remember."""

    session: Session
    memory: int
    parent: int
    by: Input | None
    tried: frozenset[str]
    """Which inputs are tried here: see `bot.verify.possible`. The others were tried from a session like it."""
    apart: tuple[int, ...] | None
    """What answers are told apart for here: places in `Outlook.apart`; None for all of it together."""


class Found(NamedTuple):
    """A statement that was broken, and the way there: number of the last node, and the step behind it."""

    broken: Broken
    node: int
    by: Input | None


class Explorer:
    """One exploration: for one slice of options, from a newcomer's first message on."""

    enough: Callable[[], bool] | None = None
    """Whether to leave it there: asked after every session that was tried."""
    trace: Trace | None = None
    """Where all steps are added up, if somebody wants to compare them."""

    def __init__(
        self,
        library: Library,
        properties: Sequence[Property],
        options: Iterable[str],
        *,
        everything: bool = True,
        beyond: bool = True,
        advance: Advance = work_out,
    ) -> None:
        self.library = library
        self.options = frozenset(options)
        inner = library.source.tables.inner
        self._opened = self.options | {group for group in inner if self.options & set(inner[group])}
        self.everything = everything
        self.beyond = beyond
        self.advance = advance
        self.monitor = Monitor(properties)
        self.outlook = Outlook(library, self.options, self.monitor.statements)
        self.possible = Possible(library, Lumps(self.outlook), self._opened)
        self.ticking = Ticking(lambda session, event: self._turn(session, event, NOON).session)
        self.observer = Observer(library)
        self.classes = Classes(library, self.outlook, self.monitor.bits)
        self._aim(properties)
        self.nodes: list[Node] = []
        self.edges: list[tuple[int, int, int]] = []
        """(from, to, answers that this stands for; 0 for what is no answer)."""
        self.turns = 0
        self.found: dict[tuple[str, int], Found] = {}
        self.places: set[str] = set()
        self._sides: dict[Side, int] = {}
        self._until_result = {*library.ground.main, safety.START}
        self._looks: dict[Look, int] = {}

    def _aim(self, properties: Sequence[Property]) -> None:
        """The statements that need all paths together, or two languages."""
        every = [Broken(each, statement) for each in properties for statement in each.holds]
        self._aims = [broken for broken in every if broken.statement.always_possible]
        self.goals = [(n, compile_condition(broken.statement.always_possible)) for n, broken in enumerate(self._aims)]
        self.reached: list[set[int]] = [set() for _ in self._aims]
        self._in_languages = [broken for broken in every if broken.statement.proved_by == "same_in_all_languages"]

    def run(self, told: Callable[[int, int], None] | None = None) -> None:
        """Try everything; `told(done, known)` is called now and then."""
        self._meet(newcomer(self.library), 0, -1, None)
        ahead = 0
        while ahead < len(self.nodes):
            if told and not ahead % 256:
                told(ahead, len(self.nodes))
            self._expand(ahead)
            ahead += 1
            if self.enough and self.enough():
                return

    def _meet(self, session: Session, memory: int, parent: int, by: Input | None) -> int:
        """Note a session; it is tried if a side of it is new. What the next message forgets is a side of its own."""
        look = self._look(session, memory)
        known = self._looks.get(look)
        if known is not None:
            return known
        sides = self._sides_of(look)
        passing = sides["passing"] not in self._sides and any(sides["passing"][2:])
        lasting = not any(sides["passing"][2:])
        new = {name for name, side in sides.items() if side not in self._sides}
        if not (new if lasting else passing):
            known = self._looks[look] = self._known(sides)
            return known
        number = self._looks[look] = len(self.nodes)
        tried = self._tried(new if lasting else {"passing"}, lasting)
        self.edges += [(number, other, 0) for other in self._like(sides, tried)]
        for name in new if lasting else ("passing",):
            self._sides[sides[name]] = number
        apart = tuple(n for n in range(len(sides)) if f"others {n}" in new) or ((0,) if "others 0" in sides else None)
        self.nodes.append(Node(session, memory, parent, by, tried, apart))
        self.places.add(session.place)
        return number

    def _known(self, sides: dict[str, Side]) -> int:
        """A session that is like this one: in its answers, if there is one."""
        first = sides.get("others 0")
        return next(self._sides[side] for side in (first, *sides.values()) if side in self._sides)

    def _tried(self, new: set[str], lasting: bool) -> frozenset[str]:
        """What is tried where these sides are new."""
        tried = frozenset[str]().union(*(DEPEND.get(name.partition(" ")[0], ALL) for name in new))
        if not self.everything:
            return tried & SHOWN
        return tried | {"once"} if lasting and "passing" in new else tried

    def _like(self, sides: dict[str, Side], tried: frozenset[str]) -> set[int]:
        """Where the inputs that depend on answers were tried, if they are not tried here."""
        left = (side for name, side in sides.items() if not ANSWERS.get(name.partition(" ")[0], set()) <= tried)
        return {self._sides[side] for side in left if side in self._sides}

    def _look(self, session: Session, memory: int) -> Look:
        return self.classes.look(session, memory & ~self.monitor.forgotten if session.lock else memory)

    def _sides_of(self, look: Look) -> dict[str, Side]:
        sides = self.classes.sides(look)
        if self.everything:
            return sides
        return {name: side for name, side in sides.items() if name.partition(" ")[0] in ("data", "others", "passing")}

    def _expand(self, number: int) -> None:
        node = self.nodes[number]
        screen = self.possible.screen(node.session)
        shown = tuple(button.id for button in screen.buttons) if screen else ()
        for each in self._inputs(node, screen):
            self._try(number, node, each, shown)

    def _inputs(self, node: Node, screen: Screen | None) -> Iterator[Input]:
        session = node.session
        if not self.beyond and session.place not in self._until_result:
            return
        if "answers" in node.tried:
            yield from self.possible.answers(session, screen, node.apart)
        if "leads" in node.tried:
            yield from self.possible.leads(session, screen)
        for name in ("wide", "still", "time"):
            if name in node.tried:
                yield from getattr(self.possible, name)(session)
        if "once" in node.tried:
            yield from self.possible.once(session, screen)

    def _try(self, number: int, node: Node, each: Input, shown: tuple[str, ...]) -> None:
        now = NOON + each.after
        turn = self._turn(self.ticking.before_last(node.session, each.events, shown), each.events[-1], now)
        session = turn.session
        if self.trace:
            self.trace.add(node.session, each.events, turn)
        if "once" in node.tried:
            self._compare(number, node, each, now)
        facts = self.observer.facts(Step(node.session, each.deed, turn, now))
        memory, broken = self.monitor.step(node.memory, facts)
        for found in broken:
            self.found.setdefault((found.property.id, found.statement.line), Found(found, number, each))
        arrived = self._meet(at_noon(session, now), memory, number, each)
        answered = node.session.place in self.library.ground.main and "press" in each.deed.kinds
        self.edges.append((number, arrived, each.answers if answered else 0))
        for goal, test in self.goals:
            if test(facts) is True:
                self.reached[goal].add(number)

    def _compare(self, number: int, node: Node, each: Input, now: datetime) -> None:
        """The same in every language."""
        for broken in self._in_languages:
            lang = differing(self.library, node.session, each.events, now)
            if lang:
                self.found.setdefault((broken.property.id, broken.statement.line), Found(broken, number, each))

    def _turn(self, session: Session, event: AnyEvent, now: datetime) -> Turn:
        self.turns += 1
        return self.advance(self.library, session, event, now)

    def stuck(self) -> Iterator[Found]:
        """Sessions from which no way leads to what must always be possible."""
        into: dict[int, list[int]] = {}
        for left, arrived, _ in self.edges:
            into.setdefault(arrived, []).append(left)
        for broken, goals in zip(self._aims, self.reached, strict=True):
            fine, ahead = set(goals), list(goals)
            while ahead:
                more = [each for each in into.get(ahead.pop(), ()) if each not in fine]
                fine.update(more)
                ahead += more
            first = next((number for number in range(len(self.nodes)) if number not in fine), None)
            if first is not None:
                yield Found(broken, first, None)

    def combinations(self) -> int:
        """How many sets of answers lead to a result, or to a screen that takes over, on the way straight on."""
        forward = sorted((left, arrived, count) for left, arrived, count in self.edges if count and arrived > left)
        start = next((n for n, node in enumerate(self.nodes) if node.session.place == safety.CHECK_START), 0)
        ways = {start: 1}
        for left, arrived, count in forward:
            if left in ways:
                ways[arrived] = ways.get(arrived, 0) + ways[left] * count
        return sum(n for number, n in ways.items() if self.nodes[number].session.place not in self._until_result)

    def unknown(self, session: Session, memory: int) -> list[str]:
        """The sides of a session at NOON that no session of the exploration has had; none where it is explored."""
        sides = self._sides_of(self._look(session, memory))
        names = ("passing",) if any(sides["passing"][2:]) else tuple(sides)
        return [name for name in names if sides[name] not in self._sides]

    # The way to a node

    def path(self, number: int) -> list[Input]:
        """What was done from the first message on to reach a node."""
        way: list[Input] = []
        while number >= 0:
            node = self.nodes[number]
            if node.by is not None:
                way.append(node.by)
            number = node.parent
        return way[::-1]
