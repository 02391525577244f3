"""Draws pain scores as a small picture that can be read in a chat bubble on a phone."""

from importlib.util import find_spec
from io import BytesIO
from typing import Any

from bot.engine.effects import Picture

INCHES, DOTS = (4.0, 3.0), 200
"""800 x 600 dots: wide enough for the sharpest phones, and small enough to send."""

LETTERS, NUMBERS = 12, 16
"""Sizes in points, at a picture that is as wide as a phone's bubble."""

COLOR, GRID = "#1f5f8b", "#d0d7de"
MOST = 10


def can_draw() -> bool:
    """Whether matplotlib is installed: it comes with the extra "pictures"."""
    return find_spec("matplotlib") is not None


def draw(picture: Picture, words: str) -> bytes:
    """The picture as a PNG; `words`, which say the same, are its description. Raises ImportError without matplotlib."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - it takes a second, and is seldom used
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(INCHES, DOTS, layout="constrained")
    _plot(figure.add_subplot(), picture)
    out = BytesIO()
    canvas: Any = FigureCanvasAgg(figure)
    canvas.print_png(out, metadata={"Description": words, "Software": None})
    return out.getvalue()


def _plot(axes: Any, picture: Picture) -> None:
    """A bar for each score, with its number above; words of the clinic's are no formulas."""
    places, scores = range(len(picture.points)), [score for _, score in picture.points]
    labels = [label.replace(", ", "\n") for label, _ in picture.points]
    bars = axes.bar(places, scores, width=0.55, color=COLOR)
    axes.bar_label(bars, fontsize=NUMBERS, fontweight="bold", color=COLOR, padding=2)
    axes.set_title(picture.title, fontsize=LETTERS, parse_math=False)
    axes.set_xticks(places, labels, fontsize=LETTERS if len(labels) < 4 else LETTERS - 2, parse_math=False)
    axes.set_yticks(range(0, MOST + 1, 2))
    axes.tick_params("y", labelsize=LETTERS)
    axes.set_ylim(0, MOST + 1.5)
    axes.set_xlim(-0.6, len(labels) - 0.4)
    axes.grid(axis="y", color=GRID)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
