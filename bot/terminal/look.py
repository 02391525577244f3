"""How the conversation looks: the bot's words beside a bar, the person's behind a pointer, danger in a box."""

from collections.abc import Iterable, Iterator

from rich import box as boxes
from rich.console import RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.text import Text

from bot.channels.markup import Span, Spans, plain
from bot.channels.rows import box
from bot.channels.shown import Menu, Shown
from bot.terminal.layout import WIDEST
from bot.terminal.signs import FINE, Signs
from bot.terminal.styles import BAR, BARS, BOXES, PERSON, QUIET
from bot.terminal.wrapping import printable, wrapped

LONGEST = 600
"""Characters of a typed text that are shown again; the bot has read all of it."""

STYLES = {"": Style(), "bold": Style(bold=True), "italic": Style(italic=True)}


def message(shown: Shown, columns: int, signs: Signs = FINE) -> list[RenderableType]:
    """What the bot says, with an empty line after it."""
    if not shown.words:
        return []
    width = min(columns - 1, WIDEST)
    if shown.title:
        return [_boxed(shown, width, signs), Text()]
    bar = Text(signs.thick_bar, BARS[shown.look]) if shown.look else Text(signs.bar, BAR)
    return [*_with_bar(wrapped(styled(shown.words), width - 2), bar), Text()]


def answer(words: Iterable[str], columns: int, signs: Signs = FINE) -> list[RenderableType]:
    """What the person has chosen or typed."""
    width = min(columns - 1, WIDEST)
    lines = [line for said in words for line in wrapped(Text(_shortened(printable(said)), PERSON), width - 2)]
    heads = [signs.pointer, *" " * (len(lines) - 1)]
    return [*(Text.assemble((head, PERSON), " ", line) for head, line in zip(heads, lines, strict=True)), Text()]


def answered_list(menu: Menu, columns: int, signs: Signs = FINE) -> list[RenderableType]:
    """The lines of a list as they stood when it was left: what was asked stays in the conversation."""
    width = min(columns - 1, WIDEST)
    lines = "\n".join(_listed(menu))
    bar = Text(signs.bar, BAR)
    return [*_with_bar(wrapped(Text(lines, QUIET), width - 2), bar), Text()] if lines else []


def caption(words: str, columns: int) -> list[RenderableType]:
    """What the program itself says."""
    return [*wrapped(Text(words), min(columns - 1, WIDEST))]


def _listed(menu: Menu) -> Iterator[str]:
    for number, row in enumerate(menu.rows, 1):
        if row.button.kind == "tick":
            yield from [row.heading] if row.heading else []
            yield f"{number:>2}  {box(row.button)}{row.words}"


def _with_bar(lines: Iterable[Text], bar: Text) -> Iterator[RenderableType]:
    return (Text.assemble(bar, " ", line) for line in lines)


def _boxed(shown: Shown, width: int, signs: Signs) -> RenderableType:
    """A box all around, its heading in words: it stands out without colour, too."""
    style = BOXES[shown.look]
    lines = Text("\n").join(wrapped(styled(shown.words), width - 4))
    title = Text(f" {shown.title} ", f"{style} reverse")
    edge = boxes.HEAVY if signs is FINE else boxes.ASCII
    return Panel(lines, box=edge, title=title, style=style, border_style=style, width=width)


def styled(words: Spans) -> Text:
    """The words in their styles; a link's address stands behind its words."""
    return Text.assemble(*((printable(plain((span,))), _style(span)) for span in words))


def _style(span: Span) -> Style:
    return Style(underline=True, link=span.link) if span.link else STYLES.get(span.style, STYLES[""])


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + " …"
