"""Sessions that were read or written lately, kept encoded in memory so that a turn need not read them again."""

import zlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping

MEGABYTE = 1024 * 1024
DEFAULT = 64 * MEGABYTE

OVERHEAD = 240
"""Bytes that an entry costs beside its session: the key of 64 letters, two objects, its place in the order."""
LAID_BY = 220
"""The same for one that is laid by: its key is half as long."""
AT_HAND = 512
"""Sessions that are kept as they are; people who are in the middle of a check come back before so many others do."""
PATTERN = 2048
"""Bytes of sessions that the others are told apart from: zlib looks for what it has seen there."""
_KEY = 64
"""Letters of a person that is a hash in hexadecimal."""


class SessionCache:
    """At most `limit` bytes of encoded sessions; what was used least lately goes first. 0 keeps nothing.

    The last ones stay as they are. The others are laid by, as what tells them apart from the first ones that were: a
    third of the bytes. It belongs to one connection. `sync` makes it forget everything when another one has written.
    """

    def __init__(self, limit: int = DEFAULT, at_hand: int = AT_HAND) -> None:
        self.limit, self.at_hand = limit, at_hand
        self.bytes = 0
        self._warm: OrderedDict[str, bytes] = OrderedDict()
        self._cold: OrderedDict[bytes, bytes] = OrderedDict()
        self._pattern = b""
        self._version: int | None = None

    def __len__(self) -> int:
        return len(self._warm) + len(self._cold)

    def sync(self, version: int) -> None:
        """Say which state of the file is looked at; every other writer changes the number."""
        if version != self._version:
            self.clear()
        self._version = version

    def known(self, persons: Iterable[str]) -> dict[str, bytes]:
        """The sessions that are here, by person."""
        found = {person: session for person in persons if (session := self._known(person)) is not None}
        self._make_room()
        return found

    def keep(self, sessions: Mapping[str, bytes]) -> None:
        """Remember what is committed, and let go of what there is no more room for."""
        self.drop(sessions)
        for person, session in sessions.items():
            self._warm[person] = session
            self.bytes += len(session) + OVERHEAD
        self._make_room()

    def drop(self, persons: Iterable[str]) -> None:
        """Forget these: whether what was to be written is in the file is not known."""
        for person in persons:
            if (session := self._warm.pop(person, None)) is not None:
                self.bytes -= len(session) + OVERHEAD
            elif (packed := self._cold.pop(_short(person), None)) is not None:
                self.bytes -= len(packed) + LAID_BY

    def clear(self) -> None:
        """Forget all."""
        self._warm.clear()
        self._cold.clear()
        self._pattern = b""
        self.bytes = 0

    def _known(self, person: str) -> bytes | None:
        if person in self._warm:
            self._warm.move_to_end(person)
            return self._warm[person]
        packed = self._cold.pop(_short(person), None)
        if packed is None:
            return None
        unpacker = zlib.decompressobj(zlib.MAX_WBITS, self._pattern)
        session = self._warm[person] = unpacker.decompress(packed)
        self.bytes += len(session) + OVERHEAD - len(packed) - LAID_BY
        return session

    def _make_room(self) -> None:
        while len(self._warm) > self.at_hand:
            person, session = self._warm.popitem(last=False)
            packed = self._cold[_short(person)] = self._packed(session)
            self.bytes += len(packed) + LAID_BY - len(session) - OVERHEAD
        while self.bytes > self.limit:
            if self._cold:
                self.bytes -= len(self._cold.popitem(last=False)[1]) + LAID_BY
            else:
                self.bytes -= len(self._warm.popitem(last=False)[1]) + OVERHEAD

    def _packed(self, session: bytes) -> bytes:
        if not self._cold:
            self._pattern = b"".join([*self._warm.values(), session])[-PATTERN:]
        packer = zlib.compressobj(level=6, memLevel=5, zdict=self._pattern)
        return packer.compress(session) + packer.flush()


def _short(person: str) -> bytes:
    return bytes.fromhex(person) if len(person) == _KEY else person.encode()
