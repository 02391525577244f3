"""The command `heatwise db`: what staff type to look after the database, and what they read."""

import asyncio
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from bot.channels.base import Incoming
from bot.cli import main_app
from bot.engine.events import CommandGiven, TextReceived
from bot.runner.poison import kept
from bot.store.base import Entry, Written
from bot.store.migrate import upgrade
from bot.store.quarantine import Poison
from bot.store.sqlite import SqliteStore
from tests.store.test_schema import first_schema as first_schema  # noqa: PLC0414 - a fixture

NOW = datetime.now(UTC)


class Ended(NamedTuple):
    """How a command ended, and all that it said."""

    code: int
    said: str


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fresh") / "heatwise.db"
    upgrade(path)
    return path


@pytest.fixture
def data(tmp_path: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a database in it, which commands are told of."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    shutil.copy(fresh, folder / "heatwise.db")
    (folder / "heatwise.db").chmod(0o600)
    monkeypatch.setenv("HEATWISE_DATA_DIR", str(folder))
    return folder


def db(*words: object) -> Ended:
    result = CliRunner().invoke(main_app, ["db", *map(str, words)])
    return Ended(result.exit_code, result.output)


def set_aside(data: Path, *poisons: Poison) -> None:
    async def fill() -> None:
        store = SqliteStore(data / "heatwise.db")
        await store.open()
        await store.take([Entry("0", "ann", "telegram", "7", NOW)], lambda entry, session: Written())
        await store.quarantine(poisons)
        await store.close()

    asyncio.run(fill())


def entry(id: str, person: str = "ann", **more: object) -> Entry:
    return Entry(id, person, "telegram", "7" if person else "", NOW, **more)  # type: ignore[arg-type]


SAID = Poison(entry("1"), "KeyError", kept(Incoming("7", "1", TextReceived("my leg is numb"))), screen=3)


def ids(listed: str) -> list[str]:
    return re.findall(r"│ ([0-9a-f]{8}) ", listed)


# Copies


def test_a_backup_goes_into_its_folder_and_old_ones_are_erased(data: Path):
    folder = data / "backups"
    folder.mkdir()
    for name in ("heatwise-20260101T000000Z.db", "heatwise-20260102T000000Z.db", "mine.db"):
        (folder / name).write_text("")
    ended = db("backup", "--keep", "2")
    assert ended.code == 0
    assert "holds everything, and is sound." in ended.said
    assert f"{folder / 'heatwise-20260101T000000Z.db'} is erased." in ended.said
    names = sorted(path.name for path in folder.iterdir())
    assert names[0] == "heatwise-20260102T000000Z.db"
    assert names[2] == "mine.db"
    assert len(names) == 3


def test_a_backup_goes_where_it_is_told_and_never_over_a_file(data: Path, tmp_path: Path):
    target = tmp_path / "copy.db"
    assert db("backup", target) == (0, f"{target} holds everything, and is sound.\n")
    assert db("backup", target) == (2, f"{target} exists already. Name another file, or move that one away.\n")


def test_a_copy_that_is_to_be_kept_can_leave_the_chats_out(data: Path, tmp_path: Path):
    set_aside(data, SAID)
    target = tmp_path / "copy.db"
    assert db("backup", "--without-chats", target) == (0, f"{target} holds all but the chats, and is sound.\n")
    assert b"numb" not in target.read_bytes()


def test_a_backup_is_brought_back_and_the_old_database_is_named(data: Path, tmp_path: Path):
    db("backup", tmp_path / "copy.db")
    set_aside(data, SAID)
    ended = db("restore", tmp_path / "copy.db")
    assert ended.code == 0
    [kept_file] = data.glob("heatwise.db.before-*")
    assert f"The old one is kept as {kept_file}. It holds what patients said: erase it once all is well." in ended.said
    assert "No event has been set aside." in db("quarantine").said


def test_what_is_no_backup_is_refused_in_a_sentence(data: Path, tmp_path: Path):
    (tmp_path / "notes.txt").write_text("Dear diary, " * 1000)
    assert db("restore", tmp_path / "nowhere.db").code == 2
    ended = db("restore", tmp_path / "notes.txt")
    assert (ended.code, "is not a Heatwise database" in ended.said) == (2, True)


# The schema


def test_an_old_database_is_refused_by_every_command_but_upgrade(data: Path, first_schema: Path):
    shutil.copy(first_schema, data / "heatwise.db")
    for words in (["check"], ["quarantine"]):
        ended = db(*words)
        assert ended.code == 2
        assert "was made by an older Heatwise; stop `heatwise serve` and run `heatwise db upgrade`." in ended.said
    assert CliRunner().invoke(main_app, ["chat", "--plain"], input="").exit_code == 2
    assert db("backup").code == 0
    assert db("upgrade") == (0, f"{data / 'heatwise.db'} is ready.\n")
    assert db("quarantine").code == 0


def test_a_newer_database_is_refused_by_all(data: Path):
    with closing(sqlite3.connect(data / "heatwise.db")) as base, base:
        base.execute("UPDATE alembic_version SET version_num = '9999'")
    for words in (["check"], ["upgrade"], ["quarantine"]):
        ended = db(*words)
        assert (ended.code, "was made by a newer Heatwise" in ended.said) == (2, True)


# Looking


def test_a_sound_database_is_told_line_by_line(data: Path):
    ended = db("check")
    assert ended.code == 0
    assert ended.said.endswith("The database is sound.\n")
    assert all(line.startswith("ok     ") for line in ended.said.splitlines()[:-1])


def test_what_is_wrong_is_told_with_what_to_do(data: Path):
    (data / "heatwise.db").chmod(0o644)
    ended = db("check")
    assert ended.code == 1
    assert f"others can.\n       → Type: chmod 600 {data / 'heatwise.db'}." in ended.said
    assert ended.said.endswith("1 of these must be mended.\n")


def test_a_database_that_is_not_there_is_no_fault(data: Path):
    (data / "heatwise.db").unlink()
    assert db("check") == (2, f"There is no database {data / 'heatwise.db'} yet: heatwise serve makes it.\n")


# What was set aside


def test_nothing_set_aside_is_told_with_what_it_would_mean(data: Path):
    assert db("quarantine").said.splitlines()[0] == "No event has been set aside."


def test_the_list_says_what_happened_and_no_word_of_a_patient(data: Path):
    timer = Poison(entry("t", fires=("expiry", NOW)), "TypeError")
    unreadable = Poison(entry("", person=""), "shape")
    bare = Poison(entry("2"), "ValueError")
    set_aside(data, SAID, timer, unreadable, bare)
    listed = db("quarantine").said
    for shown in ("TextReceived", "timer expiry", "could not be read", "no longer kept", "KeyError", "retry, or drop"):
        assert shown in listed
    assert "numb" not in listed
    assert len(ids(listed)) == 4


def test_one_is_shown_and_its_words_only_to_whoever_asks_for_them(data: Path):
    set_aside(data, SAID)
    [id] = ids(db("quarantine").said)
    shown = db("quarantine", "show", id).said
    assert "TextReceived" in shown
    assert "0 times" in shown
    assert "numb" not in shown
    assert "my leg is numb" in db("quarantine", "show", id, "--words").said


def test_the_words_of_a_command_are_shown_too(data: Path):
    set_aside(data, Poison(entry("1"), "KeyError", kept(Incoming("7", "1", CommandGiven("help", "me now")))))
    [id] = ids(db("quarantine").said)
    assert "help me now" in db("quarantine", "show", id, "--words").said


def test_one_can_be_tried_again_and_waits_for_the_service(data: Path):
    set_aside(data, SAID)
    [id] = ids(db("quarantine").said)
    ended = db("quarantine", "retry", id)
    assert ended.code == 0
    assert "within 15 seconds or as soon as it starts" in ended.said
    assert "waits to be tried again" in db("quarantine").said


def test_one_of_which_nothing_is_kept_can_only_be_dropped(data: Path):
    set_aside(data, Poison(Entry("1", "ann", "telegram", "7", NOW - timedelta(days=2)), "KeyError"))
    [id] = ids(db("quarantine").said)
    assert db("quarantine", "retry", id).code == 1
    assert "erased, or none were kept" in db("quarantine", "show", id, "--words").said
    assert db("quarantine", "drop", id) == (0, f"{id} is erased.\n")
    assert ids(db("quarantine").said) == []


@pytest.mark.parametrize("words", [("show",), ("retry",), ("drop",)])
@pytest.mark.parametrize(("id", "said"), [("zz", "No event that was set aside begins with 'zz'"), ("", "No event")])
def test_an_unknown_event_is_told_with_where_to_look(data: Path, words: tuple[str, ...], id: str, said: str):
    set_aside(data, SAID)
    ended = db("quarantine", *words, id)
    assert (ended.code, ended.said.startswith(said)) == (2, True)
    assert "heatwise db quarantine" in ended.said


def test_a_beginning_that_fits_several_is_told(data: Path):
    set_aside(data, *(Poison(entry(str(number)), "KeyError") for number in range(40)))
    firsts = [id[0] for id in ids(db("quarantine").said)]
    common = max(firsts, key=firsts.count)
    assert "More than one event begins" in db("quarantine", "drop", common).said
    assert len(ids(db("quarantine").said)) == 40


@pytest.mark.parametrize("words", ["", "upgrade", "backup", "restore", "check", "quarantine", "quarantine retry"])
def test_every_command_teaches(words: str):
    ended = db(*words.split(), "--help")
    assert ended.code == 0
    assert len(ended.said.splitlines()) > 8
