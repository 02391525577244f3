"""The check-up finds each thing that must not be, says it in plain words, and changes nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.engine.effects import SetTimer
from bot.store import schema
from bot.store.base import SchemaBehind, StoreUnreadable
from bot.store.checkup import (
    CALLBACKS,
    CLOCK,
    KEYS,
    PAGES,
    POISON,
    QUESTIONS,
    SEEN,
    SESSIONS,
    TIMERS,
    TRIES,
    WAITING,
    WORDS,
    Finding,
    check,
)
from bot.store.sqlite import SqliteStore
from tests.store.build import CALL, DAY, NOW, SOON, entry, session, set_aside, take, writes
from tests.store.test_sqlite import damage

MODE = "only its owner can read the file"


def findings(path: Path, now: datetime = SOON) -> list[Finding]:
    return list(check(path, now, lambda name: None))


def wrong(path: Path, now: datetime = SOON) -> dict[str, str]:
    return {finding.looked_at: finding.wrong for finding in findings(path, now) if finding.wrong}


@pytest.fixture
async def full(database: Path) -> Path:
    """A database with a row of everything."""
    store = SqliteStore(database)
    await store.open()
    await take(store, entry("1"), writes(SetTimer("a", NOW + DAY), CALL, says="hi", sends=(b"hi",), session=session()))
    await take(store, entry("2", "ben"), writes(session=session()))
    await set_aside(store, entry("3"), body=b"words")
    [asked] = await store.callbacks()
    await store.mark_callback_done(asked.id, NOW)
    await store.close()
    return database


def test_a_sound_database_has_nothing_wrong(full: Path):
    assert [finding.looked_at for finding in findings(full)] == [*QUESTIONS, MODE]
    assert wrong(full) == {}


def test_each_thing_is_told_before_it_is_looked_at(full: Path):
    told: list[str] = []
    list(check(full, SOON, told.append))
    assert told == list(QUESTIONS)


CASES: list[tuple[str, str, timedelta, str]] = [
    (KEYS, "INSERT INTO outbox (person, channel, address, payload) VALUES ('cem', 'x', '', x'')", DAY, "1 rows belong"),
    (SESSIONS, "UPDATE conversations SET session = x'09'", DAY, "2 cannot be read; those patients are told to call"),
    (TRIES, "UPDATE outbox SET tries = 3", DAY, "1 were"),
    (TIMERS, "SELECT 1", DAY + timedelta(hours=3), "1 should have fired more than two hours ago"),
    (WAITING, "SELECT 1", timedelta(hours=2), "1 have"),
    (WORDS, "SELECT 1", DAY + timedelta(hours=3), "1 lines are"),
    (POISON, "SELECT 1", DAY + timedelta(hours=3), "1 are"),
    (CALLBACKS, "SELECT 1", 30 * DAY + timedelta(hours=3), "1 are"),
    (SEEN, "SELECT 1", 7 * DAY + timedelta(hours=3), "3 are"),
    (CLOCK, "SELECT 1", timedelta(hours=-2), "2 conversations were"),
]


@pytest.mark.parametrize(("looked_at", "statement", "later", "said"), CASES, ids=[case[0] for case in CASES])
def test_what_must_not_be_is_found(full: Path, looked_at: str, statement: str, later: timedelta, said: str):
    with closing(sqlite3.connect(full)) as db, db:
        db.execute(statement)
    assert wrong(full, NOW + later)[looked_at].startswith(said)


def test_every_finding_says_what_to_do(full: Path):
    assert all(finding.mend for finding in findings(full, NOW + 60 * DAY))


def test_a_damaged_file_is_found_and_nothing_else_is_read_from_it(full: Path):
    whole = full.read_bytes()
    full.write_bytes(whole[: 4096 * 8] + b"\xff" * 4096 * 4 + whole[4096 * 12 :])
    [finding] = [finding for finding in findings(full) if finding.looked_at != MODE]
    assert finding.looked_at == PAGES
    assert finding.wrong
    assert "heatwise db restore" in finding.mend


def test_a_file_that_others_can_read_is_found(full: Path):
    full.chmod(0o644)
    assert wrong(full) == {MODE: "others can"}


def test_looking_changes_nothing(full: Path):
    before = full.read_bytes()
    findings(full, NOW + 60 * DAY)
    assert full.read_bytes() == before


def older(path: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))


def empty(path: Path, patch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"")


def headless(path: Path, patch: pytest.MonkeyPatch) -> None:
    damage(path)


@pytest.mark.parametrize(
    ("how", "error", "said"),
    [
        (older, SchemaBehind, "run `heatwise db upgrade`"),
        (empty, StoreUnreadable, "is not a Heatwise database"),
        (headless, StoreUnreadable, "is damaged"),
    ],
)
def test_what_cannot_be_looked_at_is_told(
    full: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[..., None], error: type[Exception], said: str
):
    how(full, monkeypatch)
    with pytest.raises(error, match=said):
        findings(full)
