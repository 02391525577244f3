"""docs/operations.md is complete: every setting, figure, event of the log, route and command; and nothing else."""

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import main_app
from bot.logs.events import EVENTS
from bot.logs.fields import FIELDS
from bot.metrics import Metrics, StoreFigures
from bot.runner.meter import SENDS, TURNS
from bot.settings import SETTINGS
from bot.store.cache import SessionCache
from bot.store.migrate import upgrade
from bot.store.terms import DONE_CALLBACK, SEEN_ID, TRANSCRIPT, TROUBLE
from bot.web.operations import operations
from tests.runner.test_inlet import NOW, House

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")


def section(title: str) -> str:
    """What stands under a heading."""
    return OPERATIONS.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_the_table_of_settings_is_complete_and_names_no_other():
    rows = re.findall(r"^\| `(HEATWISE_\w+)` \| (.+) \| (.+) \|$", section("Settings"), re.MULTILINE)
    assert rows == [(setting.name, setting.meaning, setting.default) for setting in SETTINGS]


def table(title: str) -> list[list[str]]:
    """The rows of the last table of a section, as cells."""
    tables = re.findall(r"(?:^\|.*\|\n)+", section(title), re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in tables[-1].splitlines()[2:]]


def test_the_promise_is_that_of_the_readme_word_for_word():
    readme = (ROOT / "README.md").read_text("utf-8")
    promise = re.findall(r"The promise: \*(.+?)\*", readme, re.DOTALL)[0]
    here = re.findall(r"\*(.+?)\*", section("The promise"), re.DOTALL)[0]
    assert here.split()[1:] == promise.split()[1:]
    assert here.split()[0].casefold() == promise.split()[0].casefold()


def test_every_figure_is_explained_and_none_that_is_gone():
    house = House()
    metrics = Metrics(["telegram"])
    metrics.watch(house.inlet, SessionCache())
    StoreFigures(metrics.registry, house.store, lambda: NOW)
    ours = {
        f"{family.name}_total" if family.type == "counter" else family.name
        for family in metrics.registry.collect()
        if family.name.startswith("heatwise_")
    }
    assert set(re.findall(r"heatwise_\w+", " ".join(row[0] for row in table("Figures")))) == ours


def test_every_outcome_is_named():
    told = {row[0].strip("`"): row[1] for row in table("Figures")}
    assert [outcome for outcome in TURNS if f"`{outcome}`" not in told["heatwise_turns_total"]] == []
    assert [outcome for outcome in SENDS if f"`{outcome}`" not in told["heatwise_sends_total"]] == []


def test_every_event_of_the_log_is_explained_with_what_to_do():
    rows = {event.strip("`"): (level, meaning, todo) for event, level, meaning, todo in table("The log")}
    assert {event: row[:2] for event, row in rows.items()} == {
        event: (kind.level, kind.meaning) for event, kind in EVENTS.items()
    }
    assert [event for event, (level, _, todo) in rows.items() if level == "error" and not todo] == []


def test_every_field_of_the_log_is_explained():
    fields = section("The log").partition("| event |")[0]
    named = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\|(.+?)\|", fields, re.MULTILINE))))
    assert named == set(FIELDS)


def test_every_route_and_every_part_of_readiness_is_explained():
    async def nothing() -> dict[str, str]:
        return {}

    async def none() -> bytes:
        return b""

    assert [route.path for route in operations(nothing, none) if f"`{route.path}`" not in section("Health")] == []
    parts = {row[0].strip("`") for row in table("Health")}
    assert parts >= {"service", "database", "schema", "inbox", "telegram fetches", "telegram sends"}


def test_every_command_that_is_named_exists_and_every_one_of_the_database_is_named():
    named = set(re.findall(r"(?:`|^    )heatwise (db quarantine [a-z]+|db [a-z]+|[a-z]+)\b", OPERATIONS, re.MULTILINE))
    words = {*named, "db quarantine"}
    for command in sorted(words):
        assert CliRunner().invoke(main_app, [*command.split(), "--help"]).exit_code == 0, command
    assert {"db backup", "db restore", "db check", "db upgrade", "db quarantine"} <= words
    for verb in ("show", "retry", "drop"):
        assert f"heatwise db quarantine {verb} ID" in OPERATIONS


def test_the_terms_are_those_of_the_program():
    kept = {row[1].strip("`"): row[2] for row in table("What is kept, and for how long")}
    assert f"{TRANSCRIPT // timedelta(hours=1)} hours" in kept["transcript"]
    assert f"{TROUBLE.days} days" in kept["failed"]
    assert f"{DONE_CALLBACK.days} days" in kept["callbacks"]
    assert f"{SEEN_ID.days} days" in kept["seen"]


def test_every_table_of_the_database_that_holds_something_of_a_person_is_named(tmp_path: Path):
    upgrade(tmp_path / "heatwise.db")
    with closing(sqlite3.connect(tmp_path / "heatwise.db")) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    kept = {row[1].strip("`") for row in table("What is kept, and for how long")}
    assert tables - kept == {"alembic_version", "sqlite_sequence", "timers", "pulse"}


def test_every_file_of_the_installation_exists():
    for path in re.findall(r"/opt/heatwise/(deploy/[\w.-]+)(?=[ \n])", OPERATIONS):
        assert (ROOT / path).exists(), path
