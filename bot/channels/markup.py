"""The markup that staff may write: **bold**, *italic* and [words](https://address), as spans for any channel."""

import html
import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from bot.engine.markup import ESCAPED

_LONE = r"\\(?![\\*\[\]])"
_STYLED = rf"(?!\s)(?:\\[\\*\[\]]|{_LONE}|[^*\\\n])++(?<!\s)"
_WORDS = rf"(?:\\[\\*\[\]]|{_LONE}|[^\[\]\\\n])++"
_MARKS = re.compile(
    ESCAPED.pattern
    + rf"|\*\*(?P<bold>{_STYLED})\*\*"
    + rf"|(?<![\w*])\*(?P<italic>{_STYLED})\*(?![\w*])"
    + rf"|\[(?P<words>{_WORDS})\]\((?P<link>https?://[^\s()]+)\)"
)
"""Within marks, too, an escaped mark stands for itself: what a patient typed may stand in bold."""

_TAGS = {"bold": "b", "italic": "i"}
_STYLES = {tag: style for style, tag in _TAGS.items()}
_ELEMENT = re.compile(r'<(?P<tag>[abi])(?: href="(?P<link>[^"]*)")?>(?P<words>[^<]*)</(?P=tag)>')


class Span(Struct, frozen=True):
    """Words in one style: "", "bold", "italic", or those of a link to `link`."""

    text: str
    style: str = ""
    link: str = ""


Spans = tuple[Span, ...]


def spans(text: str) -> Spans:
    """A text as staff wrote it, cut into spans; marks without their other half are plain characters."""
    return tuple(_joined(_cut(text, _MARKS, _span, str)))


def plain(of: str | Spans) -> str:
    """The words alone; a link's address stands behind its words, or it would be lost."""
    return "".join(_plain(span) for span in (spans(of) if isinstance(of, str) else of))


def as_html(of: Spans) -> str:
    """The spans in the small HTML that messaging platforms read, everything else escaped."""
    return "".join(_html(span) for span in of)


def of_html(text: str) -> Spans:
    """What `as_html` made, as spans again."""
    return tuple(_joined(_cut(text, _ELEMENT, _element, html.unescape)))


def _cut(
    text: str, marks: re.Pattern[str], span: Callable[[re.Match[str]], Span], between: Callable[[str], str]
) -> Iterator[Span]:
    at = 0
    for mark in marks.finditer(text):
        yield Span(between(text[at : mark.start()]))
        at = mark.end()
        yield span(mark)
    yield Span(between(text[at:]))


def _span(mark: re.Match[str]) -> Span:
    found = mark.groupdict()
    if found["escaped"]:
        return Span(found["escaped"])
    if found["link"]:
        return Span(_bare(found["words"]), link=found["link"])
    style = "bold" if found["bold"] else "italic"
    return Span(_bare(found[style]), style)


def _bare(words: str) -> str:
    return ESCAPED.sub(r"\g<escaped>", words)


def _element(found: re.Match[str]) -> Span:
    words, link = html.unescape(found["words"]), html.unescape(found["link"] or "")
    return Span(words, "" if link else _STYLES[found["tag"]], link)


def _joined(cut: Iterable[Span]) -> Iterator[Span]:
    """Without empty spans, and with neighbours of one style in one."""
    last: Span | None = None
    for span in cut:
        if not span.text:
            continue
        if last and (last.style, last.link) == (span.style, span.link) and not span.link:
            last = Span(last.text + span.text, span.style)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _plain(span: Span) -> str:
    return f"{span.text} ({span.link})" if span.link and span.link != span.text else span.text


def _html(span: Span) -> str:
    words = html.escape(span.text, quote=False)
    if span.link:
        return f'<a href="{html.escape(span.link)}">{words}</a>'
    tag = _TAGS.get(span.style)
    return f"<{tag}>{words}</{tag}>" if tag else words
