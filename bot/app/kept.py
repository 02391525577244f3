"""The project as it was read last time: a second start takes it in one piece, as long as nothing has changed since."""

import gc
import pickle
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, TypeVar

from bot.engine.library import Library, Source
from bot.understanding.making import MAKER

if TYPE_CHECKING:
    from bot.understanding.message import Understanding

FILE = "project.kept"
PRINT = 32
"""Bytes of the print that stands before what is kept."""
Kept = TypeVar("Kept")
_CODE = Path(__file__).resolve().parents[1]
_OF_PROGRAM = (".py", ".tsv", ".txt")


def library(project: Path, folder: Path, load: Callable[[Path], Library]) -> Library:
    """As it was kept in this private folder; otherwise it is loaded, and kept. Words are understood as kept there, too.

    Raises what `load` raises.
    """
    MAKER.make = partial(understanding, folder)
    found = recall(project, folder)
    if found is None:
        found = load(project)
        keep(project, folder, found)
    return found


def recall(project: Path, folder: Path) -> Library | None:
    """The library that `keep` kept in this private folder; None where files, program or day are others since."""
    source = read(folder / FILE, print_of(_of_project(project)), Source)
    return Library(source) if source else None


def keep(project: Path, folder: Path, library: Library) -> None:
    """Keep a library without mistakes for the next start; without room for it, that start is only slower."""
    write(folder / FILE, print_of(_of_project(project)), library.source)


def understanding(folder: Path, library: Library) -> "Understanding":
    """What typed words mean, kept in the same way; all that understands comes in with the first message, not before."""
    from bot.app.understood import understanding

    return understanding(folder, library)


def read(file: Path, mark: bytes, kind: type[Kept]) -> Kept | None:
    """What is kept in a file under this mark; None where it is another one, or cannot be read."""
    try:
        kept = file.read_bytes()
        if kept[:PRINT] != mark:
            return None
        with _uncollected():
            found: object = pickle.loads(kept[PRINT:])  # whoever can write here can write the database, too
    except (OSError, ValueError, EOFError, AttributeError, ImportError, IndexError, TypeError, pickle.UnpicklingError):
        return None
    return found if isinstance(found, kind) else None


@contextmanager
def _uncollected() -> Generator[None]:
    """What is read stays: to look through it for garbage again and again takes as long as to read it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if collects:
            gc.enable()


def write(file: Path, mark: bytes, kept: object) -> None:
    """Keep something in a file under this mark; without room for it, nothing is kept."""
    try:
        with NamedTemporaryFile(dir=file.parent, prefix=f"{file.name}.", delete=False) as new:
            new.write(mark + pickle.dumps(kept, pickle.HIGHEST_PROTOCOL))
        Path(new.name).replace(file)
    except OSError:
        return


def print_of(parts: Iterable[bytes]) -> bytes:
    """Of all that a result depends on: these parts, and this program."""
    found = sha256(sys.version.encode())
    for part in parts:
        found.update(part)
    for path in sorted(path for path in _CODE.rglob("*.*") if path.suffix in _OF_PROGRAM):
        told = path.stat()
        found.update(f"\n{path} {told.st_size} {told.st_mtime_ns}".encode())
    return found.digest()


def _of_project(project: Path) -> Iterator[bytes]:
    """Every file of the project, and the day, for reviews expire."""
    yield f"{project.resolve()} {datetime.now(UTC):%Y-%m-%d}".encode()
    for path in _files(project):
        yield f"\n{path} ".encode() + path.read_bytes()


def _files(project: Path) -> Iterator[Path]:
    for part in ("dialogs", "content"):
        yield from sorted(path for path in (project / part).rglob("*") if path.is_file())
