"""Requests for a call, as the store gives them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.store.base import CallbackRow

NOW = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
ZONE = ZoneInfo("America/Phoenix")

ROW = CallbackRow(
    id=7,
    at=NOW,
    name="Rosa Díaz",
    contact="+16025550142",
    time="morning",
    lang="es",
    notice_version="4",
    notice_at=NOW - timedelta(minutes=1),
    answers="",
    mail_due=NOW,
)


def row(**changes: object) -> CallbackRow:
    return replace(ROW, **changes)
