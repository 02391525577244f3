"""A database is used only if it is of this program's schema, and brought there in one piece."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from bot.store import migrate, schema, times
from bot.store.base import CallbackRow, SchemaAhead, SchemaBehind, StoreBusy, StoreUnreadable
from bot.store.codec import encode
from bot.store.migrate import upgrade
from bot.store.sqlite import SqliteStore
from tests.store.build import NOW, session


def run(database: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database)) as db, db:
        for statement in statements:
            db.execute(statement)


def tables(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as db:
        return [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def opened(database: Path) -> None:
    asyncio.run(SqliteStore(database).open())


def test_the_known_revisions_are_those_of_the_files():
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == schema.REVISIONS


async def test_a_fresh_file_is_given_its_tables(tmp_path: Path):
    path = tmp_path / "100% fresh" / "heatwise.db"
    store = SqliteStore(path)
    await store.open()
    await store.close()
    assert set(tables(path)) >= {"alembic_version", "conversations", "outbox", "seen", "timers", "transcript"}


OPENS = """
import asyncio, pathlib, sys
from bot.store.sqlite import SqliteStore
async def main():
    store = SqliteStore(pathlib.Path(sys.argv[1]))
    await store.open()
    await store.close()
asyncio.run(main())
print(sorted({"alembic", "sqlalchemy"} & set(sys.modules)))
"""


def test_a_current_database_is_opened_without_the_migration_tools(database: Path):
    done = subprocess.run([sys.executable, "-c", OPENS, str(database)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


async def test_an_older_database_is_refused_with_the_command(database: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))
    with pytest.raises(SchemaBehind, match=r"heatwise\.db was made by an older Heatwise.*`heatwise db upgrade`"):
        await SqliteStore(database).open()


async def test_a_database_whose_steps_were_all_undone_is_behind_and_can_be_upgraded(tmp_path: Path):
    path = tmp_path / "heatwise.db"
    run(path, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    store = SqliteStore(path)
    with pytest.raises(SchemaBehind):
        await store.open()
    upgrade(path)
    await store.open()
    assert await store.session("ana") is None
    await store.close()


@pytest.fixture
def first_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as the first Heatwise made it, with one row in each of the tables that matter most."""
    path = tmp_path / "old.db"
    to_head = migrate.command.upgrade
    with monkeypatch.context() as patch:
        patch.setattr(migrate.command, "upgrade", lambda config, revision: to_head(config, "0001"))
        upgrade(path)
    micros = times.micros(NOW)
    run(
        path,
        f"INSERT INTO conversations VALUES ('ana', x'{encode(session()).hex()}', {micros})",
        "INSERT INTO outbox (person, channel, address, payload) VALUES ('ana', 'telegram', '7', x'6869')",
        f"INSERT INTO callbacks VALUES (4, {micros}, 'Ana', '+12065550123', 'morning', 'es', '1', {micros}, '', NULL)",
        f"INSERT INTO callbacks VALUES (5, {micros}, 'Ben', 'b@c.org', '', 'en', '1', {micros}, 'heat', {micros})",
    )
    return path


async def test_the_first_schema_is_refused_and_its_rows_outlive_the_upgrade(first_schema: Path):
    store = SqliteStore(first_schema)
    with pytest.raises(SchemaBehind, match="`heatwise db upgrade`"):
        await store.open()
    upgrade(first_schema)
    await store.open()
    assert await store.session("ana") == session()
    assert [row.payload for row in await store.unsent("telegram")] == [b"hi"]
    asked = CallbackRow(4, NOW, "Ana", "+12065550123", "morning", "es", "1", NOW, "", mail_due=NOW)
    done = CallbackRow(5, NOW, "Ben", "b@c.org", "", "en", "1", NOW, "heat", mail_due=NOW, done_at=NOW)
    assert await store.callbacks(include_done=True) == [asked, done]
    assert await store.letters_due(NOW) == [asked]
    assert await store.paused() == []
    await store.close()


@pytest.mark.parametrize("touch", [opened, upgrade])
def test_a_newer_database_is_refused_and_left_alone(database: Path, touch: Callable[[Path], None]):
    run(database, "UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    with pytest.raises(SchemaAhead, match=r"heatwise\.db was made by a newer Heatwise \(schema 9999.*install"):
        touch(database)
    assert database.read_bytes() == before


@pytest.mark.parametrize("touch", [opened, upgrade])
def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path, touch: Callable[[Path], None]):
    path = tmp_path / "heatwise.db"
    run(path, "CREATE TABLE recipes (cake TEXT)")
    with pytest.raises(StoreUnreadable, match=r"heatwise\.db is not a Heatwise database"):
        touch(path)
    assert tables(path) == ["recipes"]


def test_upgrading_a_current_database_changes_nothing(database: Path):
    before = database.read_bytes()
    upgrade(database)
    assert database.read_bytes() == before


def test_a_file_that_is_no_database_is_not_upgraded(tmp_path: Path):
    path = tmp_path / "heatwise.db"
    path.write_bytes(b"x" * 5000)
    with pytest.raises(StoreUnreadable):
        upgrade(path)


def test_an_upgrade_waits_for_nobody_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.store.connection.BUSY_SECONDS", 0.05)
    path = tmp_path / "heatwise.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            upgrade(path)


def test_several_upgrades_of_a_fresh_file_at_once_are_as_good_as_one(tmp_path: Path):
    path = tmp_path / "heatwise.db"
    errors: list[BaseException] = []

    def one() -> None:
        try:
            upgrade(path)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert "outbox" in tables(path)


KILLED_AT = """
import os, pathlib, signal, sys
from alembic import op
from bot.store.migrate import upgrade
left, execute = int(sys.argv[2]), op.execute
def count_down(*args, **kwargs):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(*args, **kwargs)
op.execute = count_down
upgrade(pathlib.Path(sys.argv[1]))
"""


def killed(path: Path, statements: int) -> int:
    return subprocess.run([sys.executable, "-c", KILLED_AT, str(path), str(statements)], check=False).returncode


@pytest.mark.parametrize("statements", [0, 1, 7, 17])
def test_a_killed_upgrade_leaves_the_old_schema(tmp_path: Path, statements: int):
    path = tmp_path / "heatwise.db"
    assert killed(path, statements) == -9
    assert tables(path) == []
    upgrade(path)
    assert "outbox" in tables(path)


@pytest.mark.parametrize("statements", [0, 3, 8, 15])
async def test_an_upgrade_of_an_old_database_that_is_killed_midway_is_done_by_the_next_one(
    first_schema: Path, statements: int
):
    assert killed(first_schema, statements) == -9
    store = SqliteStore(first_schema)
    with pytest.raises(SchemaBehind):
        await store.open()
    upgrade(first_schema)
    await store.open()
    assert await store.session("ana") == session()
    assert [row.payload for row in await store.unsent("telegram")] == [b"hi"]
    assert [row.id for row in await store.callbacks(include_done=True)] == [4, 5]
    await store.close()


FAILS = '''"""Makes a table and fails."""

from alembic import op

revision = "9999"
down_revision = "NEWEST"


def upgrade() -> None:
    op.execute("CREATE TABLE half (done TEXT)")
    op.execute("ALTER TABLE seen ADD COLUMN half TEXT")
    raise RuntimeError("on purpose")
'''


def test_a_step_that_fails_undoes_itself(database: Path, tmp_path: Path):
    """With the package copied elsewhere, as a wheel does it, and given one more step."""
    package = tmp_path / "site-packages" / "bot"
    shutil.copytree(Path(schema.__file__).parents[1], package, ignore=shutil.ignore_patterns("__pycache__"))
    newest = schema.REVISIONS[-1]
    (package / "store/migrations/versions/9999_fails.py").write_text(FAILS.replace("NEWEST", newest))
    code = (package / "store/schema.py").read_text()
    (package / "store/schema.py").write_text(code.replace(f'"{newest}")', f'"{newest}", "9999")'))
    before = database.read_bytes()
    program = "import pathlib, sys; from bot.store.migrate import upgrade; upgrade(pathlib.Path(sys.argv[1]))"
    failed = subprocess.run(
        [sys.executable, "-c", program, str(database)],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "RuntimeError: on purpose" in failed.stderr
    assert database.read_bytes() == before
