"""How the store in memory turns what a batch writes into what it can be asked for."""

from bot.store.base import CallbackRow, DueTimer
from bot.store.rows import ConversationRow, RequestRow, TimerRow
from bot.store.times import moment


def due_timer(row: TimerRow) -> DueTimer:
    """A timer as it is asked for."""
    return DueTimer(row.person, row.channel, row.address, row.name, moment(row.due))


def merged(old: ConversationRow | None, new: ConversationRow) -> ConversationRow:
    """A conversation after a batch."""
    if old is None:
        return new
    session = old.session if new.session is None else new.session
    return ConversationRow(new.person, session, max(old.heard_at, new.heard_at))


def callback(id: int, asked: RequestRow) -> CallbackRow:
    """A request as it is asked for."""
    return CallbackRow(
        id,
        moment(asked.at),
        asked.name,
        asked.contact,
        asked.time,
        asked.lang,
        asked.notice_version,
        moment(asked.notice_at),
        asked.answers,
        moment(asked.mail_due),
    )
