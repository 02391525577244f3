"""The stores that must keep the same promises."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.store.base import Store
from bot.store.memory import MemoryStore
from bot.store.migrate import upgrade
from bot.store.sqlite import SqliteStore


@pytest.fixture(scope="session")
def fresh_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with tables and nothing in them, to be copied: making one takes longer than a test."""
    path = tmp_path_factory.mktemp("fresh") / "heatwise.db"
    upgrade(path)
    return path


@pytest.fixture
def database(tmp_path: Path, fresh_database: Path) -> Path:
    return Path(shutil.copy(fresh_database, tmp_path / "heatwise.db"))


STORES: dict[str, Callable[[Path], Store]] = {"memory": lambda path: MemoryStore(), "sqlite": SqliteStore}


@pytest.fixture(params=STORES)
async def store(request: pytest.FixtureRequest, database: Path) -> AsyncIterator[Store]:
    store = STORES[request.param](database)
    await store.open()
    yield store
    await store.close()
