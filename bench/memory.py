"""Memory of an idle conversation in the process: our cache beside a ConversationHandler, and nothing once evicted."""

import asyncio
import gc
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import timedelta
from statistics import median
from typing import Any

from msgspec.structs import replace
from telegram import Update

from bench.conversation import Ours, raw, updates
from bench.figures import Figure, at_most, show
from bench.rivals import conversation_handler
from bot.engine.session import Session
from bot.runner.people import person_of
from bot.store import codec
from bot.store.cache import SessionCache

PEOPLE, RUNS = 20_000, 3
STEPS = range(4, 9)
"""The steps of the check at which people are, as many at each; no two of them came at the same second."""


def figures() -> Iterator[Figure]:
    """Each side in processes of its own, the median of the runs; evicted sessions cost what the cache keeps of them."""
    ours, theirs, evicted = (median(_measured(side) for _ in range(RUNS)) for side in ("ours", "theirs", "evicted"))
    name = f"memory of an idle conversation, cached, beside a ConversationHandler's, {PEOPLE:,} of each"
    yield at_most(name, round(ours), round(theirs), target=0.25, unit="bytes")
    name = "the same with HEATWISE_CACHE_MB=0: what stays in memory of an evicted one"
    yield at_most(name, max(0, round(evicted)), round(theirs), target=0.01, unit="bytes")


def _measured(side: str) -> float:
    done = subprocess.run([sys.executable, "-m", "bench.memory", side], check=True, capture_output=True, text=True)
    return float(done.stdout)


def _held() -> int:
    """Bytes that Python holds; the system's own count also has room that was free before."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _ours(limit: int) -> float:
    key, cache = b"k" * 32, SessionCache(limit)
    at = [_session(step) for step in STEPS]
    before = _held()
    for person in range(PEOPLE):
        session = _later(at[person % len(at)], person)
        cache.keep({person_of(key, "telegram", str(person)): codec.encode(session)})
    return (_held() - before) / PEOPLE


def _session(step: int) -> Session:
    talk = Ours()
    for one in updates("en", 1)[:step]:
        talk.take(raw(one))
    return talk.sessions["1"]


def _later(session: Session, seconds: int) -> Session:
    assert session.consent
    assert session.last_at
    by = timedelta(seconds=seconds)
    consent = replace(session.consent, at=session.consent.at + by)
    return replace(session, consent=consent, last_at=session.last_at + by)


async def _theirs() -> float:
    app = conversation_handler.application()
    await app.initialize()
    [handler] = app.handlers[0]
    states: dict[Any, Any] = handler._conversations  # pyright: ignore[reportAttributeAccessIssue]
    at: list[tuple[Any, Any]] = []
    for nth, one in enumerate(updates("en", 1)[: STEPS[-1]], 1):
        await app.process_update(Update.de_json(one, app.bot))
        at += [(state, deepcopy(app.user_data[1])) for state in states.values() if nth in STEPS]
    before = _held()
    for person in range(2, PEOPLE + 2):
        state, data = at[person % len(at)]
        app.user_data[person].update(deepcopy(data))
        app.chat_data[person].update({})
        states[person, person] = state
    return (_held() - before) / PEOPLE


SIDES: dict[str, Callable[[], float]] = {
    "ours": lambda: _ours(1024**3),
    "evicted": lambda: _ours(0),
    "theirs": lambda: asyncio.run(_theirs()),
}

if __name__ == "__main__":
    if len(sys.argv) > 1:
        tracemalloc.start()
        print(SIDES[sys.argv[1]]())
    else:
        show(figures())
