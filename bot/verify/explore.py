"""Tries everything that can be done, from every class of sessions that can be reached, in the engine itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from typing import NamedTuple

from bot.authoring.properties import Property
from bot.engine import safety
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
from bot.verify.reads import Reads
from bot.verify.same import number_of
from bot.verify.steps import Came, Do, Steps
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
    number: int
    """Of the session: see `bot.verify.steps`."""
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
    steps: Steps
    """Where steps are noted; others, put here before `run`, can recall some."""

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
        self.reads = Reads(library)
        self.options = frozenset(options)
        self.everything, self.beyond, self.advance = everything, beyond, advance
        self.monitor = Monitor(properties)
        self.outlook = Outlook(library, sorted(options), self.monitor.statements)
        self.possible = Possible(self.reads.library, Lumps(self.outlook), self._with_groups())
        self.ticking = Ticking(lambda session, event: advance(self.reads.library, session, event, NOON).session)
        self.steps = Steps(library, self.outlook)
        self.observer = Observer(self.reads.library)
        self.classes = Classes(library, self.outlook, self.monitor.bits, self.monitor.forgotten)
        self.reached: list[set[int]] = [set() for _ in self.monitor.aims]
        self.nodes: list[Node] = []
        self.edges: list[tuple[int, int, int]] = []
        """(from, to, answers that this stands for; 0 for what is no answer)."""
        self._at, self._buttons = -1, tuple[str, ...]()
        self.tried = 0
        """Steps, of which `steps.recalled` were not taken anew."""
        self.found: dict[tuple[str, int], Found] = {}
        self.places: set[str] = set()
        self._sides: dict[Side, int] = {}
        self.until_result = {*library.ground.main, safety.START}
        self._looks: dict[Look, int] = {}
        self._met: dict[tuple[int, int], int] = {}
        """By the number of a session and what is remembered: most steps lead to where another one has led."""

    def _with_groups(self) -> frozenset[str]:
        inner = self.library.source.tables.inner
        return self.options | {group for group in inner if self.options & set(inner[group])}

    @property
    def aim(self) -> str:
        """All that decides what is tried, and what tells sessions apart, beside states, questions and levels."""
        weighs = self.outlook.weighs, self.classes.follow_ups.tests
        return f"{sorted(self.options)} {self.everything} {self.beyond} {number_of(weighs)}"

    def run(self, told: Callable[[int, int], None] | None = None) -> None:
        """Try everything; `told(done, known)` is called now and then."""
        self._meet(self.steps.number(newcomer(self.library)), 0, -1, None)
        ahead = 0
        while ahead < len(self.nodes):
            if told and not ahead % 256:
                told(ahead, len(self.nodes))
            self._expand(ahead)
            ahead += 1
            if self.enough and self.enough():
                return

    def _meet(self, session: int, memory: int, parent: int, by: Input | None) -> int:
        """Note a session; it is tried if a side of it is new. What the next message forgets is a side of its own."""
        known = self._met.get((session, memory))
        if known is None:
            known = self._met[session, memory] = self._looked_at(session, memory, parent, by)
        return known

    def _looked_at(self, session: int, memory: int, parent: int, by: Input | None) -> int:
        look = self._look(session)
        look = look._replace(memory=self._remembered(look, memory))
        known = self._looks.get(look)
        if known is not None:
            return known
        sides = self._sides_of(look)
        passing = look.forgets and sides["passing"] not in self._sides
        new = {name for name, side in sides.items() if side not in self._sides}
        if not (passing if look.forgets else new):
            known = self._looks[look] = self._known(sides)
            return known
        number = self._looks[look] = len(self.nodes)
        tried = self._tried({"passing"} if look.forgets else new, not look.forgets)
        self.edges += [(number, other, 0) for other in self._like(sides, tried)]
        for name in ("passing",) if look.forgets else new:
            self._sides[sides[name]] = number
        apart = tuple(n for n in range(len(sides)) if f"others {n}" in new) or ((0,) if "others 0" in sides else None)
        self.nodes.append(Node(self.steps.session(session), session, memory, parent, by, tried, apart))
        self.places.add(self.nodes[number].session.place)
        return number

    def _look(self, number: int) -> Look:
        """What a session looks like, without what is remembered."""
        look = self.steps.looks.of(number)
        if look is None:
            session = self.steps.session(number)
            look = self.classes.look(session, 0)
            self.steps.looks.note(number, look, self.classes.weighed(session))
        return look

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

    def _remembered(self, look: Look, memory: int) -> int:
        return memory & ~self.monitor.forgotten if look.locked else memory

    def _sides_of(self, look: Look) -> dict[str, Side]:
        sides = self.classes.sides(look)
        if self.everything:
            return sides
        return {name: side for name, side in sides.items() if name.partition(" ")[0] in ("data", "others", "passing")}

    def _expand(self, number: int) -> None:
        node = self.nodes[number]
        where = node.number, tuple(sorted(node.tried)), node.apart
        todo = self.steps.tries(where)
        if todo is None:
            with self.reads.of(node.session) as read:
                inputs = list(self._inputs(node, self.possible.screen(node.session)))
            todo = self.steps.note_tries(where, inputs, read, lists=self._lists_at(node))
        for each in todo:
            self._try(number, node, each)

    def _lists_at(self, node: Node) -> bool:
        """Whether answers to a list are tried there."""
        state = self.library.states.get(node.session.place)
        return "answers" in node.tried and state is not None and state.ask == "many"

    def _inputs(self, node: Node, screen: Screen | None) -> Iterator[Input]:
        session = node.session
        if not self.beyond and session.place not in self.until_result:
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

    def _try(self, number: int, node: Node, do: Do) -> None:
        self.tried += 1
        came, each = self.steps.recall(node.number, do.number), do.input
        if came is None or ("once" in node.tried and not came.compared):
            came = self._take(number, node, do)
        memory, broken = self.monitor.judge(node.memory, came.pattern)
        for found in broken:
            self.found.setdefault((found.property.id, found.statement.line), Found(found, number, each))
        arrived = self._meet(came.session, memory, number, each)
        answered = node.session.place in self.library.ground.main and "press" in each.deed.kinds
        self.edges.append((number, arrived, each.answers if answered else 0))
        for goal in came.pattern.goals:
            self.reached[goal].add(number)

    def _take(self, number: int, node: Node, do: Do) -> Came:
        """The step in the engine, and what it read of the project."""
        each, compare = do.input, "once" in node.tried
        now = NOON + each.after
        with self.reads.of(node.session) as read:
            ticked = self.ticking.before_last(node.session, each.events, self._shown(number))
            turn = self.advance(self.reads.library, ticked, each.events[-1], now)
            if self.trace:
                self.trace.add(node.session, each.events, turn)
            if compare:
                self._compare(number, node, each, now)
            pattern = self.monitor.pattern(self.observer.facts(Step(node.session, each.deed, turn, now)))
            came = Came(self.steps.number(at_noon(turn.session, now)), pattern, compare)
            self.steps.note(node.number, do.number, came, read)
        return came

    def _shown(self, number: int) -> tuple[str, ...]:
        """The buttons of the screen at a node; worked out once while steps are taken there."""
        if self._at != number:
            screen = self.possible.screen(self.nodes[number].session)
            self._at, self._buttons = number, tuple([button.id for button in screen.buttons]) if screen else ()
        return self._buttons

    def _compare(self, number: int, node: Node, each: Input, now: datetime) -> None:
        """The same in every language."""
        for broken in self.monitor.compared:
            lang = differing(self.reads.library, node.session, each.events, now)
            if lang:
                self.found.setdefault((broken.property.id, broken.statement.line), Found(broken, number, each))

    def unknown(self, session: Session, memory: int) -> list[str]:
        """The sides of a session at NOON that no session of the exploration has had; none where it is explored."""
        look = self.classes.look(session, memory)
        sides = self._sides_of(look._replace(memory=self._remembered(look, memory)))
        names = ("passing",) if look.forgets else tuple(sides)
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
