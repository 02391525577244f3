"""What can be done at a session, in the groups that an exploration tries together."""

from collections.abc import Iterable, Iterator, Sequence

from bot.engine.effects import Screen
from bot.engine.library import Library
from bot.engine.scene import Scene
from bot.engine.session import Session
from bot.verify import deeds
from bot.verify.classes import NOON, passing
from bot.verify.deeds import Input
from bot.verify.lumps import Lumps

GIVES = frozenset({"choice", "none", "skip"})
"""Buttons that answer the question of the screen, beside the lines of a list."""
STILL = ("start", "privacy", "language")
"""Commands that leave everybody where they are."""


class Possible:
    """All inputs of one slice: `opened` are the options, and groups of options, whose cards are opened there."""

    def __init__(self, library: Library, lumps: Lumps, opened: Iterable[str]) -> None:
        self.library = library
        self.lumps = lumps
        self._opened = frozenset(opened)

    def screen(self, session: Session) -> Screen | None:
        """What this person sees now."""
        if session.screen <= 0:
            return None
        look = Scene(self.library, session, NOON).look
        return Screen(session.screen, session.place, look.ask, look.buttons)

    def at(self, session: Session) -> Iterator[Input]:
        """Everything, however much of it is tried there; of lists only what needs no tick."""
        screen = self.screen(session)
        if screen is not None:
            yield from (each for each in self._pressed(screen) if not GIVES.isdisjoint(each.deed.kinds))
        yield from self.leads(session, screen)
        yield from self.wide(session)
        yield from self.still(session)
        yield from self.time(session)
        yield from self.once(session, screen)

    def answers(self, session: Session, screen: Screen | None, apart: Sequence[int] | None) -> Iterator[Input]:
        """The answers to the question of this screen; lists for what is told apart here (see `Lumps.of`)."""
        if screen is None:
            return
        yield from (each for each in self._pressed(screen) if not GIVES.isdisjoint(each.deed.kinds))
        if self.library.states[session.place].ask == "many" and session.asked_back is None:
            yield from self._lists(session, screen, apart)

    def leads(self, session: Session, screen: Screen | None) -> Iterator[Input]:
        """What leads elsewhere and leaves the answers as they are, and what is typed where words are asked for."""
        if screen is not None:
            yield from (each for each in self._pressed(screen) if GIVES.isdisjoint(each.deed.kinds))
            yield from deeds.proposed([button for button in screen.buttons if self._opens(button.kind, button.id)])
        yield from self._led(session)

    def wide(self, session: Session) -> Iterator[Input]:
        """Commands that lead elsewhere, and words: danger, somebody else's, in doubt, and what nobody understands."""
        yield from (each for name, each in deeds.PLAIN_BY_NAME.items() if name not in ("back", *STILL))
        if self.library.states[session.place].ask not in ("name", "text"):
            yield deeds.UNKNOWN
        yield from (*deeds.TOLD, *deeds.SOMEBODY_ELSE, deeds.NEAREST)
        if any(passing(session)):
            yield from (*deeds.DOUBTS, *deeds.BESIDE)

    def still(self, session: Session) -> Iterator[Input]:
        """Commands and buttons that only show something again."""
        yield from (deeds.PLAIN_BY_NAME[name] for name in STILL)
        yield deeds.OLD(abs(session.screen))

    def time(self, session: Session) -> Iterator[Input]:
        """Time that passes, and what comes of it by itself."""
        yield from (deeds.SILENCE, deeds.EXPIRES, deeds.LEAVES)
        if session.check_in:
            yield from (deeds.WRITES, deeds.TOO_EARLY)

    def once(self, session: Session, screen: Screen | None) -> Iterator[Input]:
        """What is the same for all sessions of a kind at a place."""
        yield from deeds.MORE_TOLD
        if not any(passing(session)):
            yield from (*deeds.DOUBTS, *deeds.BESIDE)
        yield from deeds.old(abs(session.screen), (button.id for button in (screen.buttons if screen else ())))
        if screen is not None:
            yield from deeds.typed(screen)

    def _pressed(self, screen: Screen) -> Iterator[Input]:
        for each in deeds.presses(screen):
            if all(self._opens(kind, *each.deed.pressed) for kind in each.deed.kinds):
                yield each

    def _opens(self, kind: str, button: str) -> bool:
        return kind != "option" or button in self._opened

    def _led(self, session: Session) -> Iterator[Input]:
        if session.screen > 0:
            yield from deeds.written(self.library.states[session.place].ask)
        yield deeds.PLAIN_BY_NAME["back"]

    def _lists(self, session: Session, screen: Screen, apart: Sequence[int] | None) -> Iterator[Input]:
        state = self.library.states[session.place]
        ids = {button.id for button in screen.buttons}
        shown = [choice for choice in state.choices if choice.id in ids]
        ticked = {button.id for button in screen.buttons if button.ticked}
        labels = {button.id: button.label for button in screen.buttons}
        for lump in self.lumps.of(state, shown, apart):
            if lump.done == "none":
                continue  # a button of its own
            toggles = [line for line in (choice.id for choice in shown) if (line in lump.lines) != (line in ticked)]
            said = ", ".join(labels[line] for line in lump.lines) or labels[lump.done]
            yield deeds.ticked(screen, toggles, lump.lines, lump.done, said, lump.answers)
