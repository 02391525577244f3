"""From a delivery to its durable 200, at a steady load: `heatwise serve` beside a bare Starlette handler."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from statistics import median, quantiles

import uvloop

from bench.conversation import CHECKS, raw, updates
from bench.figures import Figure, at_most, show, wall
from tests.serving.emulator import TOKEN

OFFERED, SECONDS, CONNECTIONS, RUNS = 1000, 8, 40, 3
SECRET = "a_webhook-secret"


def figures() -> Iterator[Figure]:
    """The 99th percentile of each, the median of the runs."""
    given = list(_deliveries(OFFERED * SECONDS))
    ours, theirs = (median(each) for each in zip(*(uvloop.run(_both(given)) for _ in range(RUNS)), strict=True))
    name = f"webhook to durable 200 at {OFFERED:,} a second offered, 99th percentile, beside a bare Starlette handler"
    yield at_most(name, round(ours * 1000, 2), round(theirs * 1000, 2), target=4, unit="ms")


def _deliveries(count: int) -> Iterator[bytes]:
    """Many people, each in order: the first message of all of them, then the second."""
    steps = updates("en", 1)
    people = count // len(steps) + 1
    for number in range(len(steps)):
        for person in range(1, people + 1):
            yield raw(updates_of(person)[number])


_KEPT: dict[int, list[dict[str, object]]] = {}


def updates_of(person: int) -> list[dict[str, object]]:
    """A person's updates, made once."""
    lang = next(iter(CHECKS))
    return _KEPT.setdefault(person, updates(lang, person))


async def _both(given: Sequence[bytes]) -> tuple[float, float]:
    async with _ours() as port:
        ours = await _p99(port, given)
    async with _theirs() as port:
        theirs = await _p99(port, given)
    return ours, theirs


@asynccontextmanager
async def _ours() -> AsyncIterator[int]:
    with tempfile.TemporaryDirectory() as folder:
        async with _platform() as api:
            port = _free()
            environment = {
                "HEATWISE_DATA_DIR": folder,
                "HEATWISE_TELEGRAM_TOKEN": TOKEN,
                "HEATWISE_TELEGRAM_API_URL": api,
                "HEATWISE_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
                "HEATWISE_TELEGRAM_WEBHOOK_SECRET": SECRET,
                "HEATWISE_WEB_LISTEN": f"127.0.0.1:{port}",
            }
            async with _process(port, environment, "-m", "bot", "serve"):
                yield port


@asynccontextmanager
async def _platform() -> AsyncIterator[str]:
    """Where the emulator answers the service's calls."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bench.emulated", stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


@asynccontextmanager
async def _theirs() -> AsyncIterator[int]:
    port = _free()
    async with _process(port, {}, "-m", "bench.rivals.bare", str(port)):
        yield port


@asynccontextmanager
async def _process(port: int, environment: Mapping[str, str], *words: str) -> AsyncIterator[None]:
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, env={**os.environ, **environment}, stdout=quiet, stderr=quiet
    )
    try:
        await _answers(port)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def _answers(port: int) -> None:
    async with asyncio.timeout(30):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


def _free() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return found.getsockname()[1]


async def _p99(port: int, given: Sequence[bytes]) -> float:
    """Offer so many a second whatever comes back; a wait counts from the moment at which each was due."""
    start, waits = wall() + 0.5, list[float]()
    await asyncio.gather(*(_line(port, given[each::CONNECTIONS], start, each, waits) for each in range(CONNECTIONS)))
    return quantiles(waits, n=100)[98]


async def _line(port: int, given: Sequence[bytes], start: float, number: int, waits: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for at, body in enumerate(given):
        due = start + (at * CONNECTIONS + number) / OFFERED
        await asyncio.sleep(max(0, due - wall()))
        writer.write(
            b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"X-Telegram-Bot-Api-Secret-Token: " + SECRET.encode() + b"\r\n"
            b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body
        )
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"a delivery was not taken: {head[:40]!r}")
        length = next(
            (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        await reader.readexactly(length)
        waits.append(wall() - due)
    writer.close()


if __name__ == "__main__":
    show(figures())
