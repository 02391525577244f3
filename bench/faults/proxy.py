"""A proxy between the program and the platform that spoils calls: refuses, resets, keeps waiting, answers wrongly."""

import asyncio
import random
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import pairwise
from time import monotonic
from typing import NamedTuple

import aiohttp
from aiohttp import web

AMBIGUOUS = ("reset before", "reset after", "silent before", "silent after")
"""Nobody who made the call can tell whether it was taken."""

ANSWERS = {
    "429": (429, {"description": "Too Many Requests", "parameters": {"retry_after": 1}}),
    "500": (500, {"description": "Internal Server Error"}),
    "502": (502, {"description": "Bad Gateway"}),
    "blocked": (403, {"description": "Forbidden: bot was blocked by the user"}),
    "parse error": (400, {"description": "Bad Request: can't parse entities"}),
    "too long": (400, {"description": "Bad Request: message is too long"}),
}


class Seen(NamedTuple):
    """A message on its way through: when (monotonic), its body, and what was done to it."""

    at: float
    body: bytes
    fault: str


Choose = Callable[[str, bytes], str]
"""The fault for a chat's message, "" for none."""


class Proxy:
    """Hands on what is not a message; spoils messages as `choose` says."""

    def __init__(self, upstream: str, choose: Choose) -> None:
        self.upstream = upstream
        self.choose = choose
        self.seen: dict[str, list[Seen]] = defaultdict(list)
        self.faults: Counter[str] = Counter()
        self.port = 0
        self._runner: web.AppRunner | None = None
        self._client: aiohttp.ClientSession | None = None

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def up(self) -> None:
        """Listen; on the same port as before."""
        self._client = self._client or aiohttp.ClientSession()
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Finish what is under way, then refuse connections."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def close(self) -> None:
        """End for good."""
        await self.down()
        if self._client:
            await self._client.close()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        if not request.path.endswith("/sendMessage"):
            return await self._hand_on(request, body)
        chat = _chat(body)
        fault = self.choose(chat, body)
        self.faults[fault] += 1
        self.seen[chat].append(Seen(monotonic(), body, fault))
        return await self._spoil(request, body, fault)

    async def _spoil(self, request: web.Request, body: bytes, fault: str) -> web.StreamResponse:
        if fault in ANSWERS:
            status, said = ANSWERS[fault]
            return web.json_response({"ok": False, "error_code": status, **said}, status=status)
        if fault == "slow":
            await asyncio.sleep(0.3)
        if fault not in ("reset before", "silent before"):
            answer = await self._hand_on(request, body)
            if fault not in AMBIGUOUS:
                return answer
        if fault.startswith("silent"):
            await asyncio.sleep(30)
        if request.transport:
            request.transport.abort()
        return web.Response()

    async def _hand_on(self, request: web.Request, body: bytes) -> web.Response:
        assert self._client
        kind = {"Content-Type": request.headers.get("Content-Type", "")}
        async with self._client.request(
            request.method, self.upstream + request.path_qs, data=body, headers=kind
        ) as got:
            return web.Response(status=got.status, body=await got.read(), content_type=got.content_type)

    def early(self) -> int:
        """Messages that came before the time that a 429 gave had passed."""
        pairs = ((a, b) for seen in self.seen.values() for a, b in pairwise(seen))
        return sum(a.fault == "429" and b.at - a.at < 1 for a, b in pairs)


def _chat(body: bytes) -> str:
    """The chat of a form; the only thing here that is read."""
    found = dict(part.split(b"=", 1) for part in body.split(b"&") if b"=" in part)
    return found.get(b"chat_id", b"").decode()


def at_random(kinds: tuple[str, ...], rate: float, seed: int) -> Choose:
    """Spoils that part of the calls, and no call twice in a row in a way that leaves a doubt."""
    chance, doubted = random.Random(seed), deque[tuple[str, bytes]](maxlen=1000)

    def choose(chat: str, body: bytes) -> str:
        fault = chance.choice(kinds) if chance.random() < rate else ""
        if fault in AMBIGUOUS:
            if (chat, body) in doubted:
                return ""
            doubted.append((chat, body))
        return fault

    return choose


@asynccontextmanager
async def proxy(upstream: str, choose: Choose) -> AsyncIterator[Proxy]:
    """One that runs."""
    running = Proxy(upstream, choose)
    await running.up()
    try:
        yield running
    finally:
        await running.close()
