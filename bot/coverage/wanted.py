"""What somebody wants of a coverage."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """A floor in percent, a page in this file, and whether programs read it."""

    floor: float | None = None
    html: Path | None = None
    json: bool = False
