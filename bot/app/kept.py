"""The project as it was read last time: a second start takes it in one piece, as long as nothing has changed since."""

import pickle
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.engine.library import Library, Source

FILE = "project.kept"
PRINT = 32
"""Bytes of the print that stands before what is kept."""
_CODE = Path(__file__).resolve().parents[1]


def recall(project: Path, folder: Path) -> Library | None:
    """The library that `keep` kept in this private folder; None where files, program or day are others since."""
    try:
        kept = (folder / FILE).read_bytes()
        if kept[:PRINT] != _print(project):
            return None
        source: object = pickle.loads(kept[PRINT:])  # whoever can write here can write the database, too
    except (OSError, ValueError, EOFError, AttributeError, ImportError, IndexError, TypeError, pickle.UnpicklingError):
        return None
    return Library(source) if isinstance(source, Source) else None


def keep(project: Path, folder: Path, library: Library) -> None:
    """Keep a library without mistakes for the next start; without room for it, that start is only slower."""
    try:
        with NamedTemporaryFile(dir=folder, prefix=f"{FILE}.", delete=False) as file:
            file.write(_print(project) + pickle.dumps(library.source, pickle.HIGHEST_PROTOCOL))
        Path(file.name).replace(folder / FILE)
    except OSError:
        return


def _print(project: Path) -> bytes:
    """Of all that the result depends on: every file of the project, this program, and the day, for reviews expire."""
    found = sha256(f"{sys.version} {project.resolve()} {datetime.now(UTC):%Y-%m-%d}".encode())
    for path in _files(project):
        found.update(f"\n{path} ".encode() + path.read_bytes())
    for path in sorted(_CODE.rglob("*.py")):
        told = path.stat()
        found.update(f"\n{path} {told.st_size} {told.st_mtime_ns}".encode())
    return found.digest()


def _files(project: Path) -> Iterator[Path]:
    for part in ("dialogs", "content"):
        yield from sorted(path for path in (project / part).rglob("*") if path.is_file())
