"""The conversation that every bench of turns plays: two whole heat checks of the shipped project, press by press."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from bot.authoring.project import load
from bot.channels.telegram.channel import Telegram
from bot.engine.effects import Redraw, Reply, Screen, Turn
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled
from bot.engine.library import Library
from bot.engine.session import Session
from bot.engine.turn import advance, newcomer
from bot.settings import find_project

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CHECKS = {
    "en": (
        "/start agree none none none dry t:worse_pain t:stiffness each_time none none t:age65 t:blood_flow done cold no"
        " list mind_body breathing list callback"
    ),
    "es": "/start agree none none none both t:nerve_feelings each_time none none t:thin_skin done list why",
}
"""What is pressed, in order; `t:` ticks a line. A press that the screen does not have is left out."""


class Step(NamedTuple):
    """One press as it arrives, and what the real dialog says to it: the texts and buttons that rivals say, too."""

    data: str
    """What our button carries; "/start" for the first message."""
    choice: str
    ticks: bool
    place: str
    """The state that is reached."""
    texts: tuple[str, ...]
    buttons: tuple[tuple[str, str], ...]
    """(label, id) of each."""


@cache
def library() -> Library:
    """The shipped project."""
    found = load(find_project()).library
    assert found is not None, "the shipped project has mistakes: see heatwise check"
    return found


@cache
def check(lang: str) -> tuple[Step, ...]:
    """The steps of one person's check."""
    return tuple(_steps(lang))


def _steps(lang: str) -> Iterator[Step]:
    session, shown = newcomer(library(), lang), None
    for word in CHECKS[lang].split():
        ticks, choice = word.startswith("t:"), word.removeprefix("t:")
        event = _event(session, choice, ticks)
        if isinstance(event, CommandGiven) or (shown and choice in {button.id for button in shown.buttons}):
            turn = advance(library(), session, event, NOW)
            session, said = turn.session, [effect for effect in turn.effects if isinstance(effect, Reply | Redraw)]
            shown = next((effect.screen for effect in said if effect.screen), shown)
            yield _step(choice, ticks, session, said, shown)


def _event(session: Session, choice: str, ticks: bool) -> AnyEvent:
    if choice.startswith("/"):
        return CommandGiven(choice.removeprefix("/"))
    return SelectionToggled(session.screen, choice) if ticks else ChoicePressed(session.screen, choice)


def _step(choice: str, ticks: bool, session: Session, said: Sequence[Reply | Redraw], shown: Screen | None) -> Step:
    texts = tuple(bubble.text for effect in said if isinstance(effect, Reply) for bubble in effect.bubbles)
    buttons = tuple((button.label, button.id) for button in shown.buttons) if shown else ()
    return Step(choice, choice, ticks, session.place, texts, buttons)


def updates(lang: str, person: int) -> list[dict[str, Any]]:
    """The same steps as updates of Telegram, from a person; buttons carry what ours carry."""
    session, found = newcomer(library(), lang), list[dict[str, Any]]()
    for number, step in enumerate(check(lang)):
        event = _event(session, step.choice, step.ticks)
        data = f"{'t' if step.ticks else 'p'}{session.screen}:{step.choice}"
        found.append(update(person, number, lang, step.choice if step.choice.startswith("/") else None, data))
        session = advance(library(), session, event, NOW).session
    return found


def update(person: int, number: int, lang: str, text: str | None, data: str) -> dict[str, Any]:
    """One update: a text, or a pressed button."""
    who = {"id": person, "is_bot": False, "first_name": "Ann", "language_code": lang}
    chat = {"id": person, "type": "private", "first_name": "Ann"}
    id = person * 1000 + number
    if text is not None:
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
        message = {"message_id": id, "date": 1772452800, "chat": chat, "from": who, "text": text, "entities": entities}
        return {"update_id": id, "message": message}
    message = {"message_id": id, "date": 1772452800, "chat": chat, "text": "…"}
    press = {"id": str(id), "from": who, "message": message, "chat_instance": "1", "data": data}
    return {"update_id": id, "callback_query": press}


def raw(given: dict[str, Any]) -> bytes:
    """An update as it comes over the wire."""
    return json.dumps(given).encode()


class Ours:
    """The engine with the channel around it, sessions in memory: what arrives as bytes goes out as bytes."""

    def __init__(self) -> None:
        self.channel = Telegram(languages=tuple(library().catalogs))
        self.sessions: dict[str, Session] = {}

    def turn(self, before: Session, event: AnyEvent) -> Turn:
        """One turn of the engine."""
        return advance(library(), before, event, NOW)

    def take(self, given: bytes) -> tuple[bytes, ...]:
        """The calls that one update leads to."""
        incoming: Any = self.channel.parse(given)
        before = self.sessions.get(incoming.address) or newcomer(library(), incoming.lang)
        turn = self.turn(before, incoming.event)
        self.sessions[incoming.address] = turn.session
        catalog = library().catalog(turn.session.lang)
        said = (effect for effect in turn.effects if isinstance(effect, Reply | Redraw))
        return tuple(call for effect in said for call in self.channel.render(effect, catalog, incoming.message))
