"""A conversation to play in a test: send an event, look at what was said and where it led."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from bot.authoring.project import load
from bot.engine.dialog import State
from bot.engine.effects import AnyEffect, Button, Redraw, Reply, Screen, Turn
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled, TextReceived, TextUnderstood
from bot.engine.library import Library
from bot.engine.session import Answer, Session
from bot.engine.turn import advance, newcomer

PROJECT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(hours=24)
MOMENT = timedelta(microseconds=1)

FREE: dict[str, tuple[str, ...]] = {
    "red_flags.nerves": ("none",),
    "red_flags.body": ("none",),
    "red_flags.body_more": ("none",),
    "heat_check.heat_kind": ("dry",),
    "heat_check.signs": ("none",),
    "heat_check.skin": ("mild",),
    "red_flags.today": ("none",),
    "precautions.right_now": ("none",),
    "precautions.health": ("none",),
}
"""The presses that answer each question of a check for somebody who has nothing."""


@cache
def shipped() -> Library:
    """The project that travels with the code, loaded once."""
    library = load(PROJECT).library
    assert library is not None
    return library


def altered(library: Library, *states: State, without: Sequence[str] = (), **changes: object) -> Library:
    """A library with other or further states, without some, or with other parts of its source."""
    kept = {name: state for name, state in library.states.items() if name not in without}
    source = replace(library.source, states=kept | {state.name: state for state in states}, **changes)
    return Library(source)


@cache
def bilingual() -> Library:
    """The shipped project with a second language whose every text and label is the first one's, marked."""
    english = shipped().catalogs["en"]
    texts = {key: replace(text, parts=("ES " + text.parts[0], *text.parts[1:])) for key, text in english.texts.items()}
    lines = {key: replace(line, label="ES " + line.label) for key, line in english.lines.items()}
    spanish = replace(english, lang="es", texts=texts, lines=lines)
    return altered(shipped(), catalogs={"en": english, "es": spanish})


def label(choice: str) -> str:
    """The label of a choice of the shipped project (`red_flags.nerves.none`), in English."""
    state, _, id = choice.rpartition(".")
    return shipped().catalogs["en"].line(f"{state}.choices.{id}").label


def fact(name: str) -> str:
    """One of the shipped clinic's own facts, such as `clinic.phone`."""
    return shipped().catalogs["en"].facts[name]


class Talk:
    """One person's conversation with a library; the clock moves only when told to."""

    def __init__(self, library: Library | None = None, session: Session | None = None, now: datetime = NOW) -> None:
        self.library = library or shipped()
        self.session = session or newcomer(self.library)
        self.now = now
        self.turn = Turn(self.session)
        self.shown: Screen | None = None
        """The last screen that was sent: its buttons are the ones that can be seen."""

    # What happens

    def send(self, event: AnyEvent) -> "Talk":
        self.turn = advance(self.library, self.session, event, self.now)
        self.session = self.turn.session
        for effect in self.turn.effects:
            if isinstance(effect, Reply | Redraw) and effect.screen is not None:
                self.shown = effect.screen
        return self

    def press(self, *choices: str) -> "Talk":
        """Press buttons one after the other, each on the screen of its time."""
        for choice in choices:
            assert choice in self.buttons, f"{choice} is not on {self.place}: {self.buttons}"
            self.send(ChoicePressed(self.session.screen, choice))
        return self

    def press_on(self, screen: int, choice: str) -> "Talk":
        return self.send(ChoicePressed(screen, choice))

    def tick(self, *choices: str) -> "Talk":
        for choice in choices:
            self.send(SelectionToggled(self.session.screen, choice))
        return self

    def say(self, text: str) -> "Talk":
        return self.send(TextReceived(text))

    def give_contact(self, contact: str | None) -> "Talk":
        """Type something that `understanding` took for this contact."""
        return self.send(TextUnderstood("as it was typed", contact))

    def command(self, name: str) -> "Talk":
        return self.send(CommandGiven(name))

    def wait(self, time: timedelta) -> "Talk":
        self.now += time
        return self

    def meet(self, library: Library) -> "Talk":
        """From now on staff have changed the project."""
        self.library = library
        return self

    # Whole stretches

    def start(self) -> "Talk":
        return self.command("start")

    def agree(self) -> "Talk":
        return self.start().press("agree")

    def answer(self, **answers: tuple[str, ...]) -> "Talk":
        """Answer the questions of the check, from here to its end; named ones differ (`health=("age65", "done")`)."""
        given = FREE | {name: answers[short] for name in FREE if (short := name.partition(".")[2]) in answers}
        while self.place in self.library.ground.main:
            self.press(*given[self.place])
        return self

    def check(self, **answers: tuple[str, ...]) -> "Talk":
        """A whole check, from the very first message."""
        return self.agree().answer(**answers)

    def until(self, place: str, **answers: tuple[str, ...]) -> "Talk":
        """Answer until this question of the check stands."""
        given = FREE | {name: answers[short] for name in FREE if (short := name.partition(".")[2]) in answers}
        if self.place not in self.library.ground.main:
            self.agree()
        while self.place != place:
            self.press(*given[self.place])
        return self

    # What is seen

    @property
    def place(self) -> str:
        return self.session.place

    @property
    def tier(self) -> str:
        return self.session.tier

    @property
    def answers(self) -> dict[str, Answer]:
        return dict(self.session.answers)

    @property
    def standing_levels(self) -> dict[str, str]:
        return dict(self.library.stand(self.session.answers, self.session.unseen).decision.levels)

    @property
    def reply(self) -> Reply:
        """What the last turn said; there must be one reply."""
        [reply] = [effect for effect in self.turn.effects if isinstance(effect, Reply)]
        return reply

    @property
    def texts(self) -> list[str]:
        """The keys of the bubbles of the last turn, in order; a text of several bubbles counts once."""
        return [bubble.key for bubble in self.reply.bubbles if "/" not in bubble.key]

    @property
    def words(self) -> str:
        """All that the last turn said."""
        return "\n\n".join(bubble.text for bubble in self.reply.bubbles)

    @property
    def screen(self) -> Screen:
        """The screen that the last turn showed."""
        assert self.reply.screen is not None
        return self.reply.screen

    @property
    def buttons(self) -> list[str]:
        """The ids of the buttons that can be seen."""
        return [button.id for button in self.shown.buttons] if self.shown else []

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.shown.buttons] if self.shown else []

    def button(self, id: str) -> Button:
        assert self.shown is not None
        return next(button for button in self.shown.buttons if button.id == id)

    def effects(self, kind: type[AnyEffect]) -> list[AnyEffect]:
        return [effect for effect in self.turn.effects if isinstance(effect, kind)]
