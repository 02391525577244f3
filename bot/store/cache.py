"""Sessions that were read or written lately, kept encoded in memory so that a turn need not read them again."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

MEGABYTE = 1024 * 1024
DEFAULT = 64 * MEGABYTE

OVERHEAD = 240
"""Bytes that an entry costs beside its session: the key of 64 letters, two objects, its place in the order."""


class SessionCache:
    """At most `limit` bytes of encoded sessions; what was used least lately goes first. 0 keeps nothing.

    It belongs to one connection. `sync` makes it forget everything when another one has written.
    """

    def __init__(self, limit: int = DEFAULT) -> None:
        self.limit = limit
        self.bytes = 0
        self._sessions: OrderedDict[str, bytes] = OrderedDict()
        self._version: int | None = None

    def __len__(self) -> int:
        return len(self._sessions)

    def sync(self, version: int) -> None:
        """Say which state of the file is looked at; every other writer changes the number."""
        if version != self._version:
            self.clear()
        self._version = version

    def known(self, persons: Iterable[str]) -> dict[str, bytes]:
        """The sessions that are here, by person."""
        found = {person: self._sessions[person] for person in persons if person in self._sessions}
        for person in found:
            self._sessions.move_to_end(person)
        return found

    def keep(self, sessions: Mapping[str, bytes]) -> None:
        """Remember what is committed, and let go of what there is no more room for."""
        self.drop(sessions)
        for person, session in sessions.items():
            self._sessions[person] = session
            self.bytes += len(session) + OVERHEAD
        while self.bytes > self.limit:
            _, oldest = self._sessions.popitem(last=False)
            self.bytes -= len(oldest) + OVERHEAD

    def drop(self, persons: Iterable[str]) -> None:
        """Forget these: whether what was to be written is in the file is not known."""
        for person in persons:
            session = self._sessions.pop(person, None)
            if session is not None:
                self.bytes -= len(session) + OVERHEAD

    def clear(self) -> None:
        """Forget all."""
        self._sessions.clear()
        self.bytes = 0
