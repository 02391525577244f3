"""What one batch changes, as rows that any database can write in a few statements, with times in microseconds."""

from dataclasses import dataclass, field
from typing import NamedTuple

TimerKey = tuple[str, str]
"""(person, name)"""


class SeenRow(NamedTuple):
    """The hash of an event's id, and when the event happened."""

    id: str
    at: int


class ConversationRow(NamedTuple):
    """A person's encoded session (None: unchanged), and when the person was heard (0: not in this batch)."""

    person: str
    session: bytes | None
    heard_at: int


class TimerRow(NamedTuple):
    """A timer to set."""

    person: str
    name: str
    channel: str
    address: str
    due: int


class LineRow(NamedTuple):
    """A line of the transcript."""

    person: str
    at: int
    who: str
    text: str


class CallRow(NamedTuple):
    """An API call to make."""

    person: str
    channel: str
    address: str
    payload: bytes
    at: int


class RequestRow(NamedTuple):
    """A request for a call from the clinic."""

    at: int
    name: str
    contact: str
    time: str
    lang: str
    notice_version: str
    notice_at: int
    answers: str
    mail_due: int


class ConsentRow(NamedTuple):
    """A proof of consent."""

    person: str
    version: str
    at: int


@dataclass
class Changes:
    """All changes of a batch. To be written in this order: what is forgotten first, then the rest."""

    forgotten: set[str] = field(default_factory=set[str])
    """Persons whose stored transcript and unsent calls go."""
    timers_forgotten: set[str] = field(default_factory=set[str])
    """Persons whose stored timers go."""
    heard: set[str] = field(default_factory=set[str])
    """Persons who wrote: if they were paused, they no longer are."""
    seen: list[SeenRow] = field(default_factory=list[SeenRow])
    conversations: dict[str, ConversationRow] = field(default_factory=dict[str, ConversationRow])
    timers: dict[TimerKey, TimerRow | None] = field(default_factory=dict[TimerKey, TimerRow | None])
    """None: the timer goes."""
    lines: list[LineRow] = field(default_factory=list[LineRow])
    calls: list[CallRow] = field(default_factory=list[CallRow])
    requests: list[RequestRow] = field(default_factory=list[RequestRow])
    consents: list[ConsentRow] = field(default_factory=list[ConsentRow])

    def forget(self, person: str, timers: bool) -> None:
        """Drop what is stored of the person, and what this batch was going to store."""
        self.forgotten.add(person)
        self.lines = [row for row in self.lines if row.person != person]
        self.calls = [row for row in self.calls if row.person != person]
        if timers:
            self.timers_forgotten.add(person)
            self.timers = {key: row for key, row in self.timers.items() if key[0] != person}
