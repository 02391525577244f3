"""Tries everything that can be done, from every class of sessions that can be reached, in the engine itself."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from bot.authoring.properties import Property
from bot.engine import safety
from bot.engine.conditions import compile_condition
from bot.engine.effects import Screen, Turn
from bot.engine.events import AnyEvent
from bot.engine.library import Library
from bot.engine.scene import Scene
from bot.engine.session import Session
from bot.engine.turn import newcomer, work_out
from bot.verify import deeds
from bot.verify.classes import NOON, Classes, Side, at_noon
from bot.verify.deeds import Input
from bot.verify.languages import differing
from bot.verify.lumps import Lumps
from bot.verify.monitor import Broken, Monitor
from bot.verify.observed import Observer, Step
from bot.verify.outlook import Outlook

Advance = Callable[[Library, Session, AnyEvent, datetime], Turn]


class Node(NamedTuple):
    """One session that was reached: where from, by what, and what the monitors remember."""

    session: Session
    memory: int
    parent: int
    by: Input | None
    wide: bool
    """Everything is tried from here; else only what depends on the answers."""
    once: bool
    """The first session of its kind at this place: what is the same for all of them is tried here."""


class Found(NamedTuple):
    """A statement that was broken, and the way there: number of the last node, and the step behind it."""

    broken: Broken
    node: int
    by: Input | None


class Explorer:
    """One exploration: for one slice of options, from a newcomer's first message on."""

    enough: Callable[[], bool] | None = None
    """Whether to leave it there: asked after every session that was tried."""

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
        self.outlook = Outlook(library, self.options, self.monitor.conditions)
        self.lumps = Lumps(self.outlook)
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
        self._pairs: dict[Hashable, int] = {}

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
        sides = self._sides_of(session, memory)
        key = tuple(sides.values())
        known = self._pairs.get(key)
        if known is not None:
            return known
        passing = sides["passing"] not in self._sides and any(sides["passing"][2:])
        lasting = not any(sides["passing"][2:])
        new = {name for name, side in sides.items() if side not in self._sides}
        if not (new if lasting else passing):
            return next(self._sides[side] for side in sides.values() if side in self._sides)
        number = self._pairs[key] = len(self.nodes)
        for name in new if lasting else ("passing",):
            self._sides[sides[name]] = number
        wide = self.everything and (not new <= {"data"} or session.place in self.library.ground.main)
        once = self.everything and "passing" in new
        self.nodes.append(Node(session, memory, parent, by, wide, once and lasting))
        self.places.add(session.place)
        return number

    def _sides_of(self, session: Session, memory: int) -> dict[str, Side]:
        if session.lock:
            memory &= ~self.monitor.forgotten
        sides = self.classes.sides(session, memory)
        return sides if self.everything else {name: sides[name] for name in ("data", "passing")}

    def _expand(self, number: int) -> None:
        node = self.nodes[number]
        ticked: dict[tuple[AnyEvent, ...], Session] = {}
        for each in self._inputs(node):
            self._try(number, node, each, ticked)

    def _try(self, number: int, node: Node, each: Input, ticked: dict[tuple[AnyEvent, ...], Session]) -> None:
        now = NOON + each.after
        turn = self._turn(self._before_last(node.session, each.events, ticked), each.events[-1], now)
        session = turn.session
        if node.once:
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

    def _before_last(
        self, session: Session, events: tuple[AnyEvent, ...], ticked: dict[tuple[AnyEvent, ...], Session]
    ) -> Session:
        """The lines of a list are ticked one by one; lists that begin alike are ticked only once so far."""
        for at in range(1, len(events)):
            known = ticked.get(events[:at])
            if known is None:
                known = ticked[events[:at]] = self._turn(session, events[at - 1], NOON).session
            session = known
        return session

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
        sides = self._sides_of(session, memory)
        names = ("passing",) if any(sides["passing"][2:]) else tuple(sides)
        return [name for name in names if sides[name] not in self._sides]

    # What can be done

    def possible(self, session: Session) -> Iterator[Input]:
        """All that can be done at a session, however much of it is tried there; of lists only what is not ticked."""
        screen = self.screen(session)
        if screen is not None:
            yield from self._pressed_or_written(session, screen)
        yield deeds.PLAIN_BY_NAME["back"]
        yield from self._wide(session)
        yield from self._once(session, screen)

    def _inputs(self, node: Node) -> Iterator[Input]:
        session = node.session
        screen = self.screen(session)
        if not self.beyond and session.place not in self._until_result:
            return
        if screen is not None:
            yield from self._of_screen(session, screen)
        yield deeds.PLAIN_BY_NAME["back"]
        if node.wide:
            yield from self._wide(session)
        if node.once:
            yield from self._once(session, screen)

    def screen(self, session: Session) -> Screen | None:
        """What this person sees now."""
        if session.screen <= 0:
            return None
        look = Scene(self.library, session, NOON).look
        return Screen(session.screen, session.place, look.ask, look.buttons)

    def _of_screen(self, session: Session, screen: Screen) -> Iterator[Input]:
        yield from self._pressed_or_written(session, screen)
        if self.library.states[session.place].ask == "many" and session.asked_back is None:
            yield from self._lists(session, screen)

    def _pressed_or_written(self, session: Session, screen: Screen) -> Iterator[Input]:
        for each in deeds.presses(screen):
            option = next(iter(each.deed.pressed))
            if "option" not in each.deed.kinds or option in self._opened:
                yield each
        yield from deeds.written(self.library.states[session.place].ask)

    def _lists(self, session: Session, screen: Screen) -> Iterator[Input]:
        state = self.library.states[session.place]
        ids = {button.id for button in screen.buttons}
        shown = [choice for choice in state.choices if choice.id in ids]
        ticked = {button.id for button in screen.buttons if button.ticked}
        labels = {button.id: button.label for button in screen.buttons}
        for lump in self.lumps.of(state, shown):
            if lump.done == "none":
                continue  # a button of its own
            toggles = [line for line in (choice.id for choice in shown) if (line in lump.lines) != (line in ticked)]
            said = ", ".join(labels[line] for line in lump.lines) or labels[lump.done]
            yield deeds.ticked(screen, toggles, lump.lines, lump.done, said, lump.answers)

    def _wide(self, session: Session) -> Iterator[Input]:
        yield from (each for name, each in deeds.PLAIN_BY_NAME.items() if name != "back")
        if self.library.states[session.place].ask not in ("name", "text"):
            yield deeds.UNKNOWN
        yield from (*deeds.TOLD, *deeds.SOMEBODY_ELSE, deeds.SILENCE, deeds.EXPIRES, deeds.OLD(abs(session.screen)))
        if session.misses:
            yield from deeds.DOUBTS
        if session.check_in:
            yield from (deeds.WRITES, deeds.TOO_EARLY)

    def _once(self, session: Session, screen: Screen | None) -> Iterator[Input]:
        yield from (*deeds.MORE_TOLD, *deeds.DOUBTS, *deeds.BESIDE)
        yield from deeds.old(abs(session.screen), (button.id for button in (screen.buttons if screen else ())))
        if screen is not None:
            yield from deeds.proposed(screen)
            yield from deeds.typed(screen)

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
