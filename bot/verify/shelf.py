"""Where the steps of a proof lie until the next one: a file for each exploration, signed, new ones beside the old."""

from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from zlib import compress, decompress, error

SIGNED = 32
"""Bytes of the signature that stands before what is kept."""
NEW = ".new"


class Shelf:
    """The files of one private folder. What cannot be read, or was not signed with this key, counts as not there."""

    def __init__(self, folder: Path, key: bytes, empty: bool = False) -> None:
        """`empty`: what is there is not taken."""
        self._folder = folder
        self._key = key
        self._empty = empty

    def take(self, number: int) -> bytes | None:
        """What was put there by the last proof that held."""
        try:
            found = b"" if self._empty else self._path(number).read_bytes()
        except OSError:
            return None
        signature, kept = found[:SIGNED], found[SIGNED:]
        if not compare_digest(signature, self._sign(kept)):
            return None
        try:
            return decompress(kept)
        except error:  # another version of this program has put it there
            return None

    def put(self, number: int, kept: bytes) -> None:
        """Lay something down beside what is there; without room for it, the next proof is only slower."""
        squeezed = compress(kept, level=1)  # to a tenth, in less time than the disk takes for the rest
        try:
            self._path(number, NEW).write_bytes(self._sign(squeezed) + squeezed)
        except OSError:
            self._path(number, NEW).unlink(missing_ok=True)

    def renew(self) -> None:
        """What was put there takes the place of what was there before."""
        for path in self._folder.glob(f"steps_*{NEW}"):
            path.replace(path.with_suffix(""))

    def _path(self, number: int, end: str = "") -> Path:
        return self._folder / f"steps_{number}{end}"

    def _sign(self, kept: bytes) -> bytes:
        return blake2b(kept, key=self._key[:64], digest_size=SIGNED).digest()
