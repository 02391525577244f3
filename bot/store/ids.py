"""What is kept of an event's id and of an error: a hash, and a class name."""

import hashlib
import re

from bot.store.base import Entry

_LENGTH = 32
_CLASS_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,79}")


def hashed_id(entry: Entry) -> str:
    """32 hex digits; the person is mixed in, so that nobody can guess an id back or hit upon another person's."""
    told_apart = "\0".join((entry.person, entry.channel, entry.id))
    return hashlib.sha256(told_apart.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def name_only(error: str) -> str:
    """The class name, or "unnamed" for anything that is not one: a message could quote a patient."""
    return error if _CLASS_NAME.fullmatch(error) else "unnamed"
