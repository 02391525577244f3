"""The shipped project's understanding, loaded once for all tests."""

from functools import cache

from bot.understanding.hearing import Hearing
from bot.understanding.meant import Value
from bot.understanding.message import Understanding
from tests.engine.talk import shipped


@cache
def understanding() -> Understanding:
    return Understanding(shipped())


def heard(text: str, state: str | None = None) -> Hearing:
    return understanding().understand(text, state).hearing


def outcome(text: str, state: str | None = None) -> str:
    return heard(text, state).outcome


def answered(state: str, text: str) -> Value | None:
    return understanding().understand(text, state).answer.value


def topic(text: str) -> str | None:
    return understanding().understand(text).topic
