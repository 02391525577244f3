"""Brings a database to the schema of this program; imported only when there is something to bring."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from bot.store.connection import connect, make_private
from bot.store.schema import Schema, schema_of
from bot.store.troubles import in_our_words

_one_at_a_time = threading.Lock()
"""Alembic keeps the migration that is running in module globals."""


def upgrade(path: Path) -> None:
    """Bring the database to the newest schema, all steps in one transaction; a fresh or current one is fine.

    Raises StoreBusy while another program writes, SchemaAhead, StoreUnreadable. After an error the old schema stands.
    """
    make_private(path)
    try:
        with closing(connect(path)) as db:
            schema = schema_of(db, path)
        if schema is not Schema.CURRENT:
            _migrate(path)
    except sqlite3.Error as error:
        raise in_our_words(error, path) from error


def _migrate(path: Path) -> None:
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    try:
        with _one_at_a_time, engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver itself begins nothing, see `connect`
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DBAPIError as error:
        raise error.orig or error from error
