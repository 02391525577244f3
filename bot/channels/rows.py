"""A screen's buttons as rows: each with its long line, where it has one, under the heading that stands before it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bot.engine.effects import Bubble, Button, Screen

Lines = tuple[tuple[str, str], ...]
"""Pairs (choice, long line), as a bubble has them; a heading comes as ("", heading) before its line."""


class Row(Struct, frozen=True, omit_defaults=True):
    """One button, in its long words."""

    button: Button
    words: str
    heading: str = ""
    """Stands before this row and those after it."""


def rows_of(screen: Screen, lines: Lines = ()) -> tuple[Row, ...]:
    """The rows of a screen, in the order in which they are numbered."""
    long, headings = _long_lines(lines)
    return tuple(
        Row(button, long.get(button.id, button.label), headings.get(button.id, "")) for button in screen.buttons
    )


def listed(bubbles: Sequence[Bubble], screen: Screen) -> Bubble | None:
    """The bubble whose long lines are those of the buttons: the last one, when a turn shows several screens."""
    shown = {button.id for button in screen.buttons}
    return next((one for one in reversed(bubbles) if any(choice in shown for choice, _ in one.lines)), None)


def numbered_rows(rows: Sequence[Row], after: str, hint: str) -> Iterator[str]:
    """The rows as numbered lines of text, then what follows them, then what to type."""
    yield ""
    yield from _scale(rows) if is_scale(rows) else _numbered(rows)
    if after:
        yield from ("", after)
    if rows:
        yield from ("", hint)


def is_scale(rows: Sequence[Row]) -> bool:
    """Whether the rows are scores, with perhaps a few others behind them: what is typed there is the score itself."""
    return bool(rows) and rows[0].button.label.isdecimal()


def _scale(rows: Sequence[Row]) -> Iterator[str]:
    """The scores on one line; what else can be chosen has no number, for a number is a score."""
    yield "    " + "  ".join(row.words for row in rows if row.button.label.isdecimal())
    yield from (f"    {row.words}" for row in rows if not row.button.label.isdecimal())


def _numbered(rows: Sequence[Row]) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        if row.heading:
            yield from ("", row.heading)
        if row.button.kind != "tick" and number > 1 and rows[number - 2].button.kind == "tick":
            yield ""
        yield f"{number:>2}  {box(row.button)}{row.words}"


def box(button: Button) -> str:
    """What stands before a line that can be ticked."""
    return f"[{'x' if button.ticked else ' '}] " if button.kind == "tick" else ""


def _long_lines(lines: Lines) -> tuple[dict[str, str], dict[str, str]]:
    """The long line of each choice, and the heading that stands before a choice."""
    long: dict[str, str] = {}
    headings: dict[str, str] = {}
    heading = ""
    for choice, line in lines:
        if not choice:
            heading = line
            continue
        long[choice] = line
        if heading:
            headings[choice], heading = heading, ""
    return long, headings
