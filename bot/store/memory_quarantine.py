"""What the store in memory keeps of events that were set aside."""

from collections.abc import Collection
from datetime import datetime

from msgspec.structs import replace

from bot.store.ids import hashed_id, name_only
from bot.store.quarantine import Poison, QuarantinedRow
from bot.store.rows import TimerRow
from bot.store.times import micros


class SetAside:
    """The rows, and when the timers among them were due."""

    def __init__(self) -> None:
        self._rows: dict[str, QuarantinedRow] = {}
        self._due: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, poison: Poison) -> None:
        """Keep one; the first error counts."""
        entry, id = poison.entry, hashed_id(poison.entry)
        timer, due = (entry.fires[0], micros(entry.fires[1])) if entry.fires else ("", 0)
        row = QuarantinedRow(
            id,
            entry.person,
            name_only(poison.error),
            entry.at,
            channel=entry.channel,
            timer=timer,
            body=poison.body,
            address=entry.address,
            screen=poison.screen,
        )
        self._rows.setdefault(id, row)
        self._due.setdefault(id, due)

    def sorted(self) -> list[QuarantinedRow]:
        """The oldest first."""
        return sorted(self._rows.values(), key=lambda row: (row.at, row.id))

    def timer(self, id: str) -> TimerRow | None:
        """The timer that fired an event."""
        row = self._rows.get(id)
        return TimerRow(row.person, row.timer, row.channel, row.address, self._due[id]) if row and row.timer else None

    def ask_again(self, id: str) -> bool:
        """Mark one as to be tried again. Whether it can be."""
        row = self._rows.get(id)
        if row is None or not row.body:
            return False
        if not row.waits:
            self._rows[id] = replace(row, waits=True, again=row.again + 1)
        return True

    def drop(self, id: str) -> bool:
        """Forget one. Whether it was there."""
        return self._rows.pop(id, None) is not None

    def failed_again(self, id: str, error: str) -> None:
        """It was tried again in vain."""
        if id in self._rows:
            self._rows[id] = replace(self._rows[id], waits=False, error=name_only(error))

    def forget(self, persons: Collection[str]) -> None:
        """Erase what these persons said, and where they are."""
        self._rows = {id: _bare(row) if row.person in persons else row for id, row in self._rows.items()}

    def purge(self, bare_before: datetime, gone_before: datetime) -> None:
        """Erase what was said before one moment, and all that is left before another."""
        rows = ((id, _bare(row) if row.at < bare_before else row) for id, row in self._rows.items())
        self._rows = {id: row for id, row in rows if row.at >= gone_before}


def _bare(row: QuarantinedRow) -> QuarantinedRow:
    return replace(row, body=b"", address="", timer="", waits=False)
