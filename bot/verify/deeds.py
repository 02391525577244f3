"""All that a person, a platform and time can do to a session."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from bot.engine import safety
from bot.engine.commands import COMMANDS
from bot.engine.effects import Button, Screen
from bot.engine.events import (
    AddressedInPublic,
    AnyEvent,
    AttachmentReceived,
    ChoicePressed,
    CommandGiven,
    MessageEdited,
    PersonLeft,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
    TimerFired,
)
from bot.engine.meaning import Meaning
from bot.verify.observed import Deed

DAY = timedelta(hours=24)
MOMENT = timedelta(seconds=1)

OLD_BUTTONS = ("none", "agree", "done", "moist_heat", "back", "list", "mistake", "hours_2", "send")
"""Buttons of earlier screens: one of each kind that does something."""


class Input(NamedTuple):
    """Events that follow each other, what they are in words, and how long it takes until they happen."""

    deed: Deed
    events: tuple[AnyEvent, ...]
    after: timedelta = timedelta()
    answers: int = 1
    """How many answers it stands for."""


def _deed(kind: str, line: str, danger: Iterable[str] = (), pressed: str = "") -> Deed:
    return Deed(frozenset((kind,)), frozenset(filter(None, (pressed,))), frozenset(danger), line)


def _heard(flags: Iterable[str], kind: str, line: str, danger: str, **more: object) -> Input:
    meaning = Meaning(frozenset(flags), **more)  # type: ignore[arg-type]
    return Input(_deed(kind, line, (danger,)), (TextUnderstood(line, None, meaning),))


EMERGENCY, CRISIS, FEVER = "I can't pee", "I want to kill myself", "I have a fever"

TOLD = (
    _heard(("bladder",), "words", EMERGENCY, "emergency"),
    _heard((safety.SELF_HARM,), "words", CRISIS, "crisis"),
    _heard(("fever",), "words", FEVER, "same_day"),
)
"""Danger in typed words, as `bot.understanding` hands it over."""

MORE_TOLD = (
    _heard((safety.SELF_HARM, "bladder"), "words", f"{EMERGENCY} and {CRISIS}", "crisis"),
    _heard(("bladder", "fever"), "words", f"{EMERGENCY} and {FEVER}", "emergency"),
    _heard(("burn_deep",), "words", "the skin there is black and charred", "emergency"),
)

SOMEBODY_ELSE = (
    Input(
        Deed(frozenset({"words", "somebody_else"}), frozenset(), frozenset({"emergency"}), "my wife's chest hurts"),
        (TextUnderstood("my wife's chest hurts", None, Meaning(frozenset({"chest"}), somebody_else=True)),),
    ),
)

DOUBTS = (
    Input(_deed("doubt", "something about my bladder"), (TextUnderstood("?", None, Meaning(doubt=("bladder",))),)),
    Input(_deed("doubt", "something about a fever"), (TextUnderstood("?", None, Meaning(doubt=("fever",))),)),
    Input(_deed("doubt", "something about dying"), (TextUnderstood("?", None, Meaning(doubt=(safety.SELF_HARM,))),)),
)

PLAIN = tuple(Input(_deed(name, f"/{name}"), (CommandGiven(name),)) for name in COMMANDS)
PLAIN_BY_NAME = dict(zip(COMMANDS, PLAIN, strict=True))
UNKNOWN = Input(_deed("unknown", "bananas"), (TextReceived("bananas"),))
SILENCE = Input(_deed("silence", "wait: 25h"), (CommandGiven("start"),), DAY + MOMENT)
EXPIRES = Input(_deed("timer", "wait: 24h"), (TimerFired(safety.EXPIRY),), DAY)
WRITES = Input(_deed("timer", "wait: 24h"), (TimerFired(safety.JOB),), timedelta(hours=25))
TOO_EARLY = Input(_deed("timer", "wait: 1m"), (TimerFired(safety.JOB),), timedelta(minutes=1))

BESIDE = (
    Input(_deed("edited", EMERGENCY, ("emergency",)), (MessageEdited(EMERGENCY),)),
    Input(_deed("edited", "hello"), (MessageEdited("hello"),)),
    Input(_deed("photo", "a photo"), (AttachmentReceived(),)),
    Input(_deed("photo", CRISIS, ("crisis",)), (AttachmentReceived(CRISIS),)),
    Input(_deed("emergency_and_words", f"/help {EMERGENCY}", ("emergency",)), (CommandGiven("help", EMERGENCY),)),
    Input(_deed("unknown", "/dance"), (CommandGiven("dance"),)),
    Input(_deed("public", "in a group"), (AddressedInPublic(),)),
    Input(_deed("asks", "what is moist heat?"), (TextUnderstood("?", None, Meaning(topic="moist_heat", asks=True)),)),
    Input(_deed("asks", "who are you?"), (TextUnderstood("?", None, Meaning(topic="about_bot", asks=True)),)),
)
"""What is the same for all sessions of a kind at a place, as long as nothing waits for the next message."""

LEAVES = Input(_deed("left", "the person leaves"), (PersonLeft(),))
NEAREST = Input(
    _deed("asks", "heat or cold?"),
    (TextUnderstood("?", None, Meaning(nearest=("moist_heat", "cold", "tens"), asks=True)),),
)
"""Whether its answers are offered depends on how urgent the check is."""


def presses(screen: Screen) -> Iterator[Input]:
    """Every button that is pressed alone; the lines of a list come from `bot.verify.lumps`."""
    yield from (pressed(screen, button) for button in screen.buttons if button.kind not in ("tick", "done"))


def pressed(screen: Screen, button: Button) -> Input:
    """The press of one button."""
    deed = Deed(frozenset({"press", button.kind}), frozenset((button.id,)), frozenset(), button.label)
    return Input(deed, (ChoicePressed(screen.number, button.id),))


def ticked(
    screen: Screen, toggles: Iterable[str], lines: Iterable[str], done: str, said: str, answers: int = 1
) -> Input:
    """A list with these lines ticked in the end, and the button that closes it."""
    closed = (*lines, done)
    deed = Deed(frozenset({"press", "done"}), frozenset(closed), frozenset(), said, closed)
    events = (SelectionToggled(screen.number, each) for each in toggles)
    return Input(deed, (*events, ChoicePressed(screen.number, done)), answers=answers)


def OLD(number: int) -> Input:
    """One button of an earlier screen, that may do harm if it did something."""
    return Input(
        _deed("old_button", "old: moist_heat", pressed="moist_heat"), (ChoicePressed(number - 1, "moist_heat"),)
    )


def old(number: int, current: Iterable[str]) -> Iterator[Input]:
    """Buttons of earlier screens: some that the present one has, too, and some that it has not."""
    for each in dict.fromkeys((*current, *OLD_BUTTONS)):
        yield Input(_deed("old_button", f"old: {each}", pressed=each), (ChoicePressed(number - 1, each),))
    yield Input(_deed("old_button", "old: fever"), (SelectionToggled(number - 1, "fever"),))


def proposed(buttons: Sequence[Button]) -> Iterator[Input]:
    """Words that mean the first of these buttons of a screen: they only propose it."""
    for button in buttons[:1]:
        meaning = Meaning(choices=(button.id,))
        yield Input(_deed("proposal", f"something like {button.label}"), (TextUnderstood("…", None, meaning),))


def typed(screen: Screen) -> Iterator[Input]:
    """A label and a number, typed exactly: they press."""
    for number, button in enumerate(screen.buttons[:1], 1):
        if button.kind not in ("tick", "done"):
            deed = Deed(frozenset({"press", button.kind}), frozenset((button.id,)), frozenset(), button.label)
            yield Input(deed, (TextReceived(button.label),))
            if screen.ask != "scale":
                yield Input(deed, (TextReceived(str(number)),))


def written(ask: str) -> Iterator[Input]:
    """What is typed where a question asks for words."""
    if ask in ("name", "text"):
        yield Input(_deed("typed", "Ana Diaz"), (TextReceived("Ana Diaz"),))
    if ask == "contact":
        yield Input(_deed("typed", "602 555 0142"), (TextUnderstood("602 555 0142", "+16025550142"),))
        yield Input(_deed("unknown", "call me"), (TextReceived("call me"),))
