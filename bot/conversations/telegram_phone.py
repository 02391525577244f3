"""A phone with Telegram: it presses real callback data, and reads texts, keyboards and ticks back from the calls."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.channels.base import Incoming
from bot.channels.markup import plain
from bot.channels.rendering import Form, form_of, label_of, titled
from bot.channels.telegram.calls import PHOTO
from bot.channels.telegram.channel import Telegram
from bot.conversations.mismatch import Mismatch
from bot.engine.catalog import Catalog
from bot.engine.effects import Bubble, Redraw, Reply
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled, TextReceived

PERSON = 7001
_TAG = re.compile(r"</?[a-z]+(?: [^>]*)?>")

Keyboard = list[tuple[str, str]]
"""The buttons of a message: what each says, and the data that pressing it sends."""


@dataclass(slots=True)
class Shown:
    """A message on the phone."""

    text: str
    keyboard: Keyboard = field(default_factory=list[tuple[str, str]])


class TelegramPhone:
    """Keeps the messages that the bot has sent, as the app does."""

    def __init__(self) -> None:
        self.channel = Telegram()
        self.address = str(PERSON)
        self.messages: dict[int, Shown] = {}
        self._meanings: dict[str, object] = {}

    # What the person does

    def deliver(self, event: AnyEvent, id: int, lang: str) -> Incoming:
        """The update that Telegram would deliver, read by the channel. Raises Mismatch."""
        parsed = self._parsed(self._update(event, id, lang))
        if not isinstance(parsed, Incoming) or parsed.event != event:
            raise Mismatch((f"Telegram to deliver {event}", f"it delivers {parsed}"))
        return parsed

    def _update(self, event: AnyEvent, id: int, lang: str) -> dict[str, Any]:
        match event:
            case ChoicePressed() | SelectionToggled():
                return self._press(event, id, lang)
            case CommandGiven(name, words):
                return _message(f"/{name} {words}".rstrip(), id, lang)
            case TextReceived(text):
                return _message(text, id, lang)
            case _:
                raise Mismatch(("something that a person can do", f"{event}"))

    def _press(self, event: ChoicePressed | SelectionToggled, id: int, lang: str) -> dict[str, Any]:
        """The button that means this, on the newest message that has it."""
        for number in reversed(self.messages):
            for _, data in self.messages[number].keyboard:
                if self._meaning(data) == event:
                    return _query(data, number, id, lang)
        raise Mismatch((f"a button {event.choice} of screen {event.screen} on the phone", "no keyboard has it"))

    def _meaning(self, data: str) -> object:
        """What the channel makes of a button; asked once, as a long chat has hundreds of buttons."""
        if data not in self._meanings:
            parsed = self._parsed(_query(data, 1, 0, "en"))
            self._meanings[data] = parsed.event if isinstance(parsed, Incoming) else parsed
        return self._meanings[data]

    def _parsed(self, update: Mapping[str, Any]) -> object:
        return self.channel.parse(json.dumps(update).encode())

    # What the person sees

    def show(self, calls: Sequence[bytes], said: Sequence[Reply | Redraw], catalog: Catalog) -> None:
        """Take the calls, and hold them against what was said."""
        news = [shown for call in calls for shown in self._take(json.loads(call))]
        replies = [each for each in said if isinstance(each, Reply)]
        wanted = [line for reply in replies for line in self._lines(reply)]
        got = [line.strip() for shown in news for line in shown.text.split("\n") if line.strip()]
        if got != wanted:
            raise Mismatch((f"on the phone {wanted}", f"{got}"))
        for each in said:
            self._check_keyboard(each)

    def _take(self, call: Mapping[str, Any]) -> Iterator[Shown]:
        """A message that came, or nothing new where one was edited."""
        keyboard = [
            (button["text"], button["callback_data"])
            for row in call.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
        ]
        if call["method"] == "editMessageReplyMarkup":
            self._edit(int(call["message_id"]), keyboard)
            return
        shown = Shown(_read(call), keyboard)
        self.messages[len(self.messages) + 1] = shown
        yield shown

    def _edit(self, number: int, keyboard: Keyboard) -> None:
        if number not in self.messages:
            raise Mismatch(("an edit of a message on the phone", f"message {number} is not there"))
        if self.messages[number].keyboard == keyboard:
            raise Mismatch(("an edit that changes something", f"message {number} stays as it was"))
        self.messages[number].keyboard = keyboard

    def _lines(self, reply: Reply) -> Iterator[str]:
        numbers = {b.id: i for i, b in enumerate(reply.screen.buttons, 1)} if reply.screen else {}
        for bubble in reply.bubbles:
            for line in _words(bubble, numbers, self.channel.title).split("\n"):
                if line.strip():
                    yield line.strip()

    def _check_keyboard(self, said: Reply | Redraw) -> None:
        """A new screen stands under the newest message; a list that was ticked is drawn again where it stands."""
        screen = said.screen
        if screen is None or form_of(screen, self.channel.capabilities) is not Form.BUTTONS:
            return
        wanted = [label_of(button) for button in screen.buttons]
        boards = [[label for label, _ in shown.keyboard] for shown in reversed(self.messages.values())]
        if wanted not in (boards[:1] if isinstance(said, Reply) else boards):
            raise Mismatch((f"the buttons {wanted} on the phone", f"{next(filter(None, boards), None)}"))


def _words(bubble: Bubble, numbers: Mapping[str, int], title: str) -> str:
    lines = (f"{numbers[id]}. {line}" if id in numbers else line for id, line in bubble.lines)
    return "\n".join((plain(titled(bubble.text, title)), *lines, bubble.after))


def _read(call: Mapping[str, Any]) -> str:
    """A text, or the caption of a picture, as the app shows it."""
    text = str(call["caption"] if call["method"] == PHOTO else call["text"])
    return html.unescape(_TAG.sub("", text)) if call.get("parse_mode") == "HTML" else text


def _sender(lang: str) -> dict[str, Any]:
    return {"id": PERSON, "is_bot": False, "first_name": "Pat", "language_code": lang}


def _chat() -> dict[str, Any]:
    return {"id": PERSON, "type": "private", "first_name": "Pat"}


def _message(text: str, id: int, lang: str) -> dict[str, Any]:
    sent = {"message_id": 100_000 + id, "date": 1_772_467_200, "chat": _chat(), "from": _sender(lang), "text": text}
    return {"update_id": id, "message": sent}


def _query(data: str, number: int, id: int, lang: str) -> dict[str, Any]:
    message = {"message_id": number, "date": 1_772_467_200, "chat": _chat()}
    query = {"id": f"q{id}", "from": _sender(lang), "message": message, "chat_instance": "1", "data": data}
    return {"update_id": id, "callback_query": query}
