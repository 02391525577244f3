"""What every step of an exploration does, in one number: it tells whether two projects do the same on every path."""

from collections.abc import Iterable
from hashlib import blake2b

from msgspec import msgpack
from msgspec.structs import replace

from bot.engine.effects import Turn
from bot.engine.events import AnyEvent
from bot.engine.session import Session

SIZE = 16
"""Bytes of the number: two different sets of steps with the same one are not to be expected."""


class Trace:
    """Steps are added up, so their order does not count; how often the same one is met does."""

    def __init__(self) -> None:
        self.number = 0

    def add(self, before: Session, events: Iterable[AnyEvent], turn: Turn) -> None:
        """Count one step in: the session before it, what was done, the session after it, and all its effects."""
        whole = (_plain(before), tuple(events), _plain(turn.session), turn.effects)
        digest = blake2b(msgpack.encode(whole), digest_size=SIZE).digest()
        self.number = (self.number + int.from_bytes(digest)) % (1 << 8 * SIZE)


def _plain(session: Session) -> Session:
    """Without what says which files it was made with."""
    return replace(session, version="", prints=b"")
