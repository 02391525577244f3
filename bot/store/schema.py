"""Which revision of the schema a database has, found out without loading the migration tools."""

import sqlite3
from enum import Enum
from pathlib import Path

from bot.store.base import SchemaAhead, SchemaBehind
from bot.store.troubles import not_ours

REVISIONS = ("0001", "0002", "0003")
"""All revisions, the first one first; a test holds them against the files in migrations/versions/."""

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_FOUND = "SELECT version_num FROM alembic_version"


class Schema(Enum):
    """How a database stands to this program."""

    FRESH = "no tables yet"
    BEHIND = "made by an older program"
    CURRENT = "made for this program"


def schema_of(db: sqlite3.Connection, path: Path) -> Schema:
    """How the database stands; changes nothing.

    Raises SchemaAhead if a newer program made it, StoreUnreadable if another one did.
    """
    tables = {str(name) for (name,) in db.execute(_TABLES)}
    if not tables:
        return Schema.FRESH
    if "alembic_version" not in tables:
        raise not_ours(path)
    found = [str(revision) for (revision,) in db.execute(_FOUND)]
    if found == [REVISIONS[-1]]:
        return Schema.CURRENT
    if all(revision in REVISIONS for revision in found):
        return Schema.BEHIND
    raise SchemaAhead(
        f"{path} was made by a newer Heatwise (schema {', '.join(found)}, this program knows up to {REVISIONS[-1]}); "
        "install that version or a later one."
    )


def behind(path: Path) -> SchemaBehind:
    """The error for a database that has to be upgraded first."""
    return SchemaBehind(f"{path} was made by an older Heatwise; stop `heatwise serve` and run `heatwise db upgrade`.")
