"""Sessions as bytes: one byte for the version of the format, then MessagePack."""

import msgspec

from bot.engine.session import Session
from bot.store.base import SessionUnreadable

VERSION = 1
"""Raise it when an older program could not read, or would misread, what this one writes."""

_PREFIX = bytes([VERSION])
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Session)


def encode(session: Session) -> bytes:
    """The session as bytes that `decode` turns back into an equal session."""
    return _PREFIX + _encoder.encode(session)


def decode(data: bytes) -> Session:
    """The session that was encoded; fields that this program does not know are left out.

    Raises SessionUnreadable if another version wrote it or the bytes are damaged.
    """
    if data[:1] != _PREFIX:
        found = f"format {data[0]}" if data else "nothing"
        raise SessionUnreadable(f"A stored session holds {found}, this program reads format {VERSION}.")
    try:
        return _decoder.decode(data[1:])
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
        raise SessionUnreadable(f"A stored session is damaged ({type(error).__name__}).") from error
