"""What should happen, as data: the closed family of effects that a turn asks for, in order."""

from datetime import datetime

from msgspec import Struct

from bot.engine.session import Session


class Picture(Struct, frozen=True):
    """Pain scores to be drawn: what is measured, in words, and each score from 0 to 10 with its time in words."""

    title: str
    points: tuple[tuple[str, int], ...]


class Bubble(Struct, frozen=True):
    """One message bubble: the key of its text, the text itself, and the long lines of a list that belong to it.

    With a `picture` the text is its caption, and says the same in words. `lines` are pairs (choice id, line), with a
    heading before a line as the pair ("", heading); a channel shows them as bullets, or together with the buttons.
    `after` follows the lines.
    """

    key: str
    text: str
    lines: tuple[tuple[str, str], ...] = ()
    after: str = ""
    picture: Picture | None = None
    personal: bool = False
    """Its text was filled for this person: nothing of it may be remembered."""


class Button(Struct, frozen=True):
    """A button as shown: its id, its label, and what it is (`press`, `tick`, `done`, `move`)."""

    id: str
    label: str
    kind: str = "press"
    ticked: bool = False


class Screen(Struct, frozen=True):
    """A state as shown: its number, the state's full name, its buttons in order, and the kind of question.

    `progress` says in words how far the check is; it is empty where no check is under way.
    """

    number: int
    state: str
    ask: str
    buttons: tuple[Button, ...] = ()
    progress: str = ""


class Effect(Struct, frozen=True, tag=True):
    """Something that the runner is asked to do in the same transaction as the session is saved."""


class Reply(Effect, frozen=True):
    """Send these bubbles in order; the last one carries the buttons of `screen` (None: the buttons on show stay)."""

    bubbles: tuple[Bubble, ...]
    screen: Screen | None = None


class Redraw(Effect, frozen=True):
    """Show the current list again in place: a tick was set or cleared; the screen keeps its number."""

    screen: Screen


class SetTimer(Effect, frozen=True):
    """Fire `TimerFired(name)` at `due` (UTC); a timer of the same name is replaced."""

    name: str
    due: datetime


class CancelTimer(Effect, frozen=True):
    """Drop the timer of this name, if there is one."""

    name: str


class Forget(Effect, frozen=True):
    """Erase the transcript, unsent replies and (with `timers`) all timers of this person, before this turn's own."""

    timers: bool = True


class RequestCallback(Effect, frozen=True):
    """Ask the clinic to call: only these fields ever leave the conversation (SP17).

    `answers` is the patient's own summary, empty unless the patient ticked "include my answers".
    """

    name: str
    contact: str
    time: str
    lang: str
    notice_version: str
    notice_at: datetime
    answers: str = ""


class RecordConsent(Effect, frozen=True):
    """Keep the proof of consent: keyed hash of the person (the store adds it), text version, date."""

    version: str
    at: datetime


AnyEffect = Reply | Redraw | SetTimer | CancelTimer | Forget | RequestCallback | RecordConsent


class Turn(Struct, frozen=True):
    """The result of one event."""

    session: Session
    effects: tuple[AnyEffect, ...] = ()
