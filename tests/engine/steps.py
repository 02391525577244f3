"""What each move of a random conversation led to, and what could be seen before it."""

import unicodedata
from datetime import datetime
from typing import NamedTuple

from bot.engine import safety
from bot.engine.effects import Button, Reply, Screen, Turn
from bot.engine.events import (
    AnyEvent,
    AttachmentReceived,
    ChoicePressed,
    CommandGiven,
    MessageEdited,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
)
from bot.engine.library import Library
from bot.engine.session import Answer, Session
from tests.engine.talk import DAY


class Step(NamedTuple):
    """One event: the session before it, the screen that could be seen, and the turn that it led to."""

    library: Library
    before: Session
    seen: Screen | None
    event: AnyEvent
    turn: Turn
    now: datetime

    @property
    def after(self) -> Session:
        return self.turn.session

    @property
    def keys(self) -> list[str]:
        return [bubble.key for effect in self.turn.effects if isinstance(effect, Reply) for bubble in effect.bubbles]

    @property
    def words(self) -> str:
        return "\n".join(b.text for effect in self.turn.effects if isinstance(effect, Reply) for b in effect.bubbles)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons that the turn showed."""
        screens = [effect.screen for effect in self.turn.effects if isinstance(effect, Reply) and effect.screen]
        return screens[0].buttons if screens else ()

    @property
    def options(self) -> set[str]:
        """The options that the turn offered or whose card it opened."""
        page = self.library.states[self.after.place].option
        opened = {page} if page and self.keys else set[str | None]()
        return {button.id for button in self.buttons if button.kind == "option"} | {o for o in opened if o}

    @property
    def given(self) -> dict[str, Answer]:
        """The answers that stand after the event."""
        return dict(self.after.answers)

    @property
    def spoken(self) -> str:
        """The words that the person sent, however they came."""
        match self.event:
            case TextReceived(words) | TextUnderstood(words) | AttachmentReceived(words) | MessageEdited(words):
                return words
            case CommandGiven(_, words):
                return words
            case _:
                return ""

    @property
    def expired(self) -> bool:
        """Whether so much time had passed that the event met no screen."""
        lock, last = self.before.lock, self.before.last_at
        if lock is not None:
            return self.now >= lock.until
        return last is not None and self.now - last >= DAY and self.before.place != safety.START

    @property
    def met_no_screen(self) -> bool:
        """Whether what could be seen was no longer so when the event came."""
        waiting = self.before.check_in is not None and self.before.place == safety.NOTIFICATION
        return (self.expired and not waiting) or self.before.version != self.library.version

    @property
    def pressed(self) -> tuple[Button, ...]:
        """The buttons of the seen screen that the event names."""
        if self.seen is None or self.met_no_screen:
            return ()
        match self.event:
            case ChoicePressed(screen, choice) | SelectionToggled(screen, choice):
                return tuple(b for b in self.seen.buttons if (screen, choice) == (self.seen.number, b.id))
            case TextReceived(text) | TextUnderstood(text):
                return typed(self.seen, text)
            case _:
                return ()

    @property
    def pressed_ids(self) -> set[str]:
        return {button.id for button in self.pressed}


def typed(screen: Screen, text: str) -> tuple[Button, ...]:
    """The buttons that typed text names: by exact label, else by numbers (several only on a list)."""
    named = tuple(button for button in screen.buttons if text.strip() and plain(button.label) == plain(text))
    numbers = text.replace(",", " ").split()
    if screen.ask == "scale" and text.strip().isdecimal() and not named:
        return tuple(button for button in screen.buttons if button.id == str(int(text)))
    if named or not all(number.isdecimal() for number in numbers) or (len(numbers) > 1 and screen.ask != "many"):
        return named[:1]
    return tuple(screen.buttons[int(number) - 1] for number in numbers if 1 <= int(number) <= len(screen.buttons))


def plain(label: str) -> str:
    bare = unicodedata.normalize("NFKD", label).casefold()
    return "".join(char for char in bare if char.isalnum())


class Walk(list[Step]):
    """All steps of one conversation."""

    def __repr__(self) -> str:
        return f"a walk of {len(self)} steps"
