"""Who a conversation belongs to: a keyed hash, so that the database names nobody."""

import hashlib
import hmac


def person_of(key: bytes, channel: str, address: str) -> str:
    """The keyed hash (HMAC-SHA256, hex) of a channel and an address."""
    return hmac.new(key, f"{channel}:{address}".encode(), hashlib.sha256).hexdigest()
