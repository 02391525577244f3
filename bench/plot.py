"""Draws how far each ratio is beyond its target, on one scale for all."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import fill

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

from bench.figures import Figure

MET, MISSED = "#2a7f62", "#b5472f"


def draw(figures: Sequence[Figure], to: Path, machine: str) -> None:
    """A bar a figure: 1 is the target, more is better, on a logarithmic scale."""
    rows = list(reversed(figures))
    beyond = [_beyond(figure) for figure in rows]
    plot, axes = pyplot.subplots(figsize=(11, 0.62 * len(rows) + 1.6))
    bars = axes.barh(range(len(rows)), beyond, left=0, color=[MET if figure.met else MISSED for figure in rows])
    axes.bar_label(bars, [f"{f.ratio:,} (target {f.target:,})" for f in rows], padding=4, fontsize=8)
    axes.set_xscale("log")
    axes.axvline(1, color="black", linewidth=1)
    axes.set_yticks(range(len(rows)), [fill(figure.figure, 62) for figure in rows], fontsize=8)
    axes.set_xlim(min(0.5, *beyond) * 0.8, max(2.0, *beyond) * 3)
    axes.set_xlabel("times better than the target (the line)", fontsize=9)
    axes.set_title(f"Heatwise beside the alternatives\n{machine}", fontsize=9)
    plot.tight_layout()
    plot.savefig(to, dpi=110)
    pyplot.close(plot)


def _beyond(figure: Figure) -> float:
    wants_more = figure.figure.endswith("(at least)")
    return figure.ratio / figure.target if wants_more else figure.target / max(figure.ratio, 0.01)
