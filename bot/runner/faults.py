"""Where a fault of the program came up, told without the words of its message, which can quote a patient."""

from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb

OUTSIDE = "outside"
PACKAGE = Path(__file__).parents[1]


def place_of(fault: BaseException) -> str:
    """The innermost line of the program's own, such as bot/runner/intake.py:120; "outside" where there is none."""
    return next(_places(fault), OUTSIDE)


def way_of(fault: BaseException) -> str:
    """All lines of the program's own, the innermost first: what a person can send along with a report."""
    return " < ".join(_places(fault)) or OUTSIDE


def _places(fault: BaseException) -> Iterator[str]:
    for frame in reversed(extract_tb(fault.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(PACKAGE):
            yield f"{PACKAGE.name}/{path.relative_to(PACKAGE).as_posix()}:{frame.lineno}"
