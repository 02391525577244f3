"""What typed words mean, as it was made for an earlier start: the first message after a start does not wait for it."""

from pathlib import Path

from msgspec import msgpack

from bot.app.kept import print_of, read, write
from bot.engine.library import Library
from bot.understanding.message import Made, Understanding

FILE = "understanding.kept"


def understanding(folder: Path, library: Library) -> Understanding:
    """As it was kept in this private folder for what staff wrote; otherwise it is made, and kept from now on."""
    mark = print_of([msgpack.encode(library.source.knowledge)])
    made = read(folder / FILE, mark, Made)
    understood = Understanding(library, made)
    if made is None:
        write(folder / FILE, mark, understood.made)
    return understood
