"""A Bot API server in this process: an independent emulator, made stricter, with faults on demand and a patient."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

from tests.channels.telegram.entities import Unparsable, seen
from tests.channels.telegram.facts import decoded, faults

SENDING = {"sendMessage": "text", "sendPhoto": "caption"}
"""The calls that bring a message, each with the field of its words."""

TOKEN = "7:SECRET-token_of-the-bot"
Fields = dict[str, Any]


@dataclass
class Call:
    """One request that arrived, and how it was answered (0: the connection was cut)."""

    at: float
    method: str
    fields: Fields
    status: int = 200


@dataclass
class Fault:
    """What happens to the next calls of a method: a status, "cut" (after it was done) or "hang"."""

    method: str
    what: int | str
    extra: Fields = field(default_factory=dict[str, Any])


class Emulator(LoBotApiEmulator):
    """Knows its messages and queries; refuses what Telegram would refuse; records every call."""

    def __init__(self) -> None:
        super().__init__(allow_insecure_loopback_webhooks=True, max_updates=100_000)
        self.calls: list[Call] = []
        self.faults: deque[Fault] = deque()
        self.wrong: list[str] = []
        """What breaks the facts of the Bot API."""
        self.markups: dict[tuple[int, int], Any] = {}
        """The keyboard of each message, by chat and id."""
        self.queries: set[str] = set()
        self.news = asyncio.Event()
        self.port = 0
        self._runner: web.AppRunner | None = None

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self._runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    # What arrives

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault = self._fault(method)
        if fault and isinstance(fault.what, int):
            fields, _ = await self.read_request(request)
            self._record_call(method, fields, fault.what)
            return web.json_response({"ok": False, "error_code": fault.what, **fault.extra}, status=fault.what)
        answer: web.StreamResponse = await super().handle(request)
        if fault and fault.what == "cut" and request.transport:
            request.transport.abort()
        if fault and fault.what == "hang":
            await asyncio.sleep(3600)
        return answer

    def _fault(self, method: str) -> Fault | None:
        if self.faults and self.faults[0].method == method:
            return self.faults.popleft()
        return None

    def _record_call(self, method: str, fields: Fields, status: int = 200) -> None:
        read = decoded(method, fields)
        if method not in ("getUpdates", "getMe"):
            self.calls.append(Call(monotonic(), method, read, status))
        self.wrong += list(faults(method, read))
        self.news.set()

    def validate(self, method: str, fields: Fields, uploads: Fields) -> Any:
        files = {name: upload["data"] for name, upload in uploads.items()}
        read = {**decoded(method, dict(fields)), **files}
        if method in ("setMyDescription", "setMyShortDescription"):
            self._record_call(method, fields)
            return True
        self._strict(method, read)
        result = super().validate(method, fields, uploads)
        self._record_call(method, {**fields, **files})
        if method == "getMe":
            return {**result, "username": "heat_bot"}
        if method in SENDING:
            self.markups[int(fields["chat_id"]), result["message_id"]] = read.get("reply_markup")
        if method == "editMessageReplyMarkup":
            self.markups[int(fields["chat_id"]), int(fields["message_id"])] = read.get("reply_markup")
        return result

    def _strict(self, method: str, fields: Fields) -> None:
        if method in SENDING and fields.get("parse_mode") == "HTML":
            try:
                seen(fields[SENDING[method]])
            except Unparsable as error:
                raise ApiRefusal(f"Bad Request: can't parse entities: {error}") from None
        if method == "editMessageReplyMarkup":
            message = int(fields["chat_id"]), int(fields["message_id"])
            if message not in self.markups:
                raise ApiRefusal("Bad Request: message to edit not found")
            if self.markups[message] == fields.get("reply_markup"):
                raise ApiRefusal("Bad Request: message is not modified")
        if method == "answerCallbackQuery" and fields["callback_query_id"] not in self.queries:
            raise ApiRefusal("Bad Request: query is too old and response timeout expired or query ID is invalid")

    # What it was told

    def sent(self, chat: int | None = None) -> list[Call]:
        """The messages and edits that were taken."""
        return [
            call
            for call in self.calls
            if call.method in (*SENDING, "editMessageReplyMarkup")
            and call.status == 200
            and chat in (None, int(call.fields["chat_id"]))
        ]

    def texts(self, chat: int) -> list[str]:
        return [seen(call.fields[SENDING[call.method]]) for call in self.sent(chat) if call.method in SENDING]

    async def until(self, holds: Callable[[], Any], seconds: float = 20) -> None:
        """Wait for calls until something holds."""
        async with asyncio.timeout(seconds):
            while not holds():
                self.news.clear()
                await self.news.wait()


class Patient:
    """Somebody with Telegram on the phone."""

    def __init__(self, emulator: Emulator, chat: int = 501, lang: str = "en") -> None:
        self.emulator = emulator
        self.chat = chat
        self.lang = lang
        self._number = 1000 * chat

    def _sender(self) -> Fields:
        return {"id": self.chat, "is_bot": False, "first_name": "Ann Canary", "language_code": self.lang}

    def _chat(self) -> Fields:
        return {"id": self.chat, "type": "private", "first_name": "Ann Canary"}

    async def write(self, text: str) -> None:
        self._number += 1
        message = {"message_id": self._number, "date": 1, "chat": self._chat(), "from": self._sender(), "text": text}
        await self.emulator.enqueue_update({"message": message}, token=TOKEN)

    def boards(self) -> Mapping[int, list[tuple[str, str]]]:
        """The keyboards on the phone, by message."""
        return {
            id: [(button["text"], button["callback_data"]) for row in markup["inline_keyboard"] for button in row]
            for (chat, id), markup in self.emulator.markups.items()
            if chat == self.chat and markup
        }

    async def press(self, label: str, message: int | None = None) -> None:
        """Press a button of the newest keyboard, or of a message; a part of its label is enough."""
        boards = self.boards()
        number = max(boards) if message is None else message
        data = next(data for text, data in boards[number] if label in text)
        self._number += 1
        self.emulator.queries.add(f"q{self._number}")
        query = {
            "id": f"q{self._number}",
            "from": self._sender(),
            "chat_instance": "1",
            "data": data,
            "message": {"message_id": number, "date": 1, "chat": self._chat()},
        }
        await self.emulator.enqueue_update({"callback_query": query}, token=TOKEN)

    async def sees(self, words: str, seconds: float = 20) -> None:
        """Wait for a message with these words."""
        await self.emulator.until(lambda: any(words in text for text in self.emulator.texts(self.chat)), seconds)

    async def sees_board(self, label: str, seconds: float = 20) -> None:
        """Wait for a newest keyboard with such a button."""

        def there() -> bool:
            boards = self.boards()
            return bool(boards) and any(label in text for text, _ in boards[max(boards)])

        await self.emulator.until(there, seconds)


@asynccontextmanager
async def emulator() -> AsyncIterator[Emulator]:
    """One that runs, and whose every call kept to the facts of the Bot API."""
    running = Emulator()
    await running.start()
    try:
        yield running
    finally:
        await running.stop()
    assert running.wrong == [], json.dumps(running.wrong)
