"""Moments as whole microseconds since 1970 in UTC, which every database can hold, compare and index."""

from datetime import UTC, datetime, timedelta

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(at: datetime) -> int:
    """Microseconds since 1970. A time without a zone raises TypeError: guessing a zone would move deadlines."""
    return (at - _START) // _MICROSECOND


def moment(since_1970: int) -> datetime:
    """The UTC time that many microseconds after 1970."""
    return _START + since_1970 * _MICROSECOND
