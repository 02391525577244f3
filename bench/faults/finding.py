"""What a fault cost, beside what it may cost."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Figures = Mapping[str, Any]
Tell = Callable[[str], None]
"""Shows how far a long run has come."""


class Finding(NamedTuple):
    """A fault, what was counted (with the counts of what was done), and whether that is what may be."""

    fault: str
    figures: Figures
    met: bool

    def __str__(self) -> str:
        told = "\n".join(f"    {name}: {value}" for name, value in self.figures.items())
        return f"{self.fault}: {'met' if self.met else 'NOT MET'}\n{told}"


def quiet(_: str) -> None:
    """Tells nobody."""
