"""One service for one database: two would send every reply twice."""

import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from bot.store.base import StoreError
from bot.store.troubles import forbidden


class InUse(StoreError):
    """A service runs on this database."""


@contextmanager
def sole_service(database: Path) -> Generator[None]:
    """Hold the database for one service; the lock goes with the process, however that ends.

    Raises InUse, StoreUnreadable.
    """
    path = database.with_name(f"{database.name}.serving")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise forbidden(path, error) from error
    with os.fdopen(handle, "r+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUse(f"heatwise serve runs on {database} (process {file.read().strip()}). Stop it first.") from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield  # the file stays: taking it away would let two others lock two files of the same name
