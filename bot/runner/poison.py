"""What is kept of a poisonous event so that it can be tried again: the event as it was parsed, and nothing else."""

import msgspec

from bot.channels.base import Incoming

VERSION = 1
"""Raise it when an older program could not read, or would misread, what this one keeps."""

_PREFIX = bytes([VERSION])
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Incoming)


class Overtaken(Exception):
    """The person has gone on since: the event would answer another question now."""


class Unkept(Exception):
    """What was kept of an event cannot be read: another version kept it."""


def kept(incoming: Incoming) -> bytes:
    """The event as bytes that `read` turns back."""
    return _PREFIX + _encoder.encode(incoming)


def read(body: bytes) -> Incoming:
    """The event that was kept. Raises Unkept."""
    if body[:1] != _PREFIX:
        raise Unkept
    try:
        return _decoder.decode(body[1:])
    except (msgspec.MsgspecError, ValueError) as error:
        raise Unkept from error
