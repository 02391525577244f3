"""Turns per second of the processor: the engine with its channel, beside the libraries a clinic would take."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

from telegram import Update

from bench.conversation import CHECKS, Ours, raw, updates
from bench.figures import Figure, at_least, medians, show
from bench.rivals import conversation_handler, fsm
from bench.typed import OursTyped, spoken

PEOPLE = 60
UNIT = "turns a CPU second"


def figures() -> Iterator[Figure]:
    """Presses against presses, then typed words."""
    given = [raw(one) for person in range(1, PEOPLE) for lang in CHECKS for one in updates(lang, _id(person, lang))]
    rivals = {
        "python-telegram-bot's ConversationHandler": (_conversation_handler(given), 20),
        "aiogram's FSM": (_fsm(given), 20),
    }
    for name, (theirs, target) in rivals.items():
        yield _turns(
            f"engine turns, bytes in to bytes out, beside {name} in memory", _ours(given), theirs, given, target
        )
    said = spoken(PEOPLE)
    typed = _turns(
        "typed messages, understood in two languages, beside a ConversationHandler that only compares them with words",
        OursTyped(said).run, _conversation_handler(said, typed=True), said, 1,
    )  # fmt: skip
    yield typed


def _turns(
    name: str, ours: Callable[[], object], theirs: Callable[[], object], given: list[bytes], target: int
) -> Figure:
    mine, other = (round(len(given) / seconds) for seconds in medians(ours, theirs))
    return at_least(name, mine, other, target=target, unit=UNIT)


def _id(person: int, lang: str) -> int:
    return person * len(CHECKS) + list(CHECKS).index(lang)


def _ours(given: list[bytes]) -> Callable[[], object]:
    def run() -> None:
        ours = Ours()
        for one in given:
            ours.take(one)

    return run


def _conversation_handler(given: list[bytes], *, typed: bool = False) -> Callable[[], object]:
    async def run() -> None:
        app = conversation_handler.application(typed=typed)
        await app.initialize()
        for one in given:
            await app.process_update(Update.de_json(json.loads(one), app.bot))

    return _awaited(run)


def _fsm(given: list[bytes]) -> Callable[[], object]:
    async def run() -> None:
        routes, bot = fsm.dispatcher(), fsm.bot()
        for one in given:
            await routes.feed_raw_update(bot, json.loads(one))

    return _awaited(run)


def _awaited(run: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], object]:
    return lambda: asyncio.run(run())


if __name__ == "__main__":
    show(figures())
