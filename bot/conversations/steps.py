"""What a scripted conversation is made of: its steps, as data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a step: its file, as messages name it, and line and column counted from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Step:
    """One line under `steps:`."""

    where: Where


@dataclass(frozen=True, slots=True)
class User(Step):
    """The person types something; `/start` is a command, as it is in the chat."""

    text: str


@dataclass(frozen=True, slots=True)
class Command(Step):
    """The person gives a command, such as `stop`."""

    name: str


@dataclass(frozen=True, slots=True)
class Tap(Step):
    """The person presses a button of the current screen, named by its label or its id."""

    button: str


@dataclass(frozen=True, slots=True)
class TapOld(Step):
    """The person presses a button of an earlier screen of this state."""

    state: str
    button: str


@dataclass(frozen=True, slots=True)
class Tick(Step):
    """The person presses these lines of a list, one after the other, and does not close it."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Select(Step):
    """The person ticks exactly these lines of a list and closes it with a Done button."""

    lines: tuple[str, ...]
    done: str | None = None
    """Which one, where a list has several."""


@dataclass(frozen=True, slots=True)
class Wait(Step):
    """Time passes; timers that come due meanwhile fire."""

    span: timedelta
    said: str
    """As it was written: "3 hours"."""


@dataclass(frozen=True, slots=True)
class Restart(Step):
    """The process dies; everything but the store is built anew."""


@dataclass(frozen=True, slots=True)
class StartAt(Step):
    """The person takes the shortest way of presses to this state, with "none of these" wherever that leads there."""

    state: str


@dataclass(frozen=True, slots=True)
class Bot(Step):
    """What the bot must have said in this turn. `buttons` is None where nothing is asked about them."""

    state: str | None = None
    says: tuple[str, ...] = ()
    says_key: tuple[str, ...] = ()
    buttons: tuple[str, ...] | None = None
    not_says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expect(Step):
    """What must hold now, by the names of `bot.conversations.wanted`."""

    wanted: Mapping[str, Any]


@dataclass(slots=True)
class Turn:
    """One step in which something happens, and what is said about it until the next one."""

    act: Step
    bots: list[Bot] = field(default_factory=list[Bot])
    expects: list[Expect] = field(default_factory=list[Expect])


def turns(steps: Sequence[Step]) -> Iterator[Turn]:
    """The steps, gathered into turns. The first step must be one in which something happens."""
    first, *rest = steps
    turn = Turn(first)
    for step in rest:
        if isinstance(step, Bot):
            turn.bots.append(step)
        elif isinstance(step, Expect):
            turn.expects.append(step)
        else:
            yield turn
            turn = Turn(step)
    yield turn


@dataclass(frozen=True, slots=True)
class Run:
    """A script played once; `row` says with which row of its table."""

    steps: tuple[Step, ...]
    row: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A conversation file that was read: one run, or one a row of its table."""

    file: str
    name: str
    lang: str
    runs: tuple[Run, ...]
    review: timedelta | None = None
    """The content counts as live, and its review ends so long after the beginning; None: it is as it is."""
