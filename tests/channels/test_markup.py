"""Markup: what staff write is shown or stripped, everything else is literal, and the HTML always closes."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.markup import Span, Spans, as_html, of_html, plain, spans
from bot.engine.markup import escaped

MARKED = st.text(st.sampled_from("ab *\\[]()<>&\"'\n{}") | st.sampled_from("é😀ب\u202e\u200d")) | st.lists(
    st.sampled_from(["**", "*", "\\", "[", "](https://a.b/?c=d&e)", "]", "word", " ", "\n", "<b>", "&amp;"])
).map("".join)
ANY_TEXT = st.text() | MARKED
LINK = "https://example.org/a?b=1&c=2"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("plain", (Span("plain"),)),
        ("", ()),
        ("a **b** c", (Span("a "), Span("b", "bold"), Span(" c"))),
        ("*b*", (Span("b", "italic"),)),
        ("**b***i*", (Span("b", "bold"), Span("*i*"))),
        (f"see [the page]({LINK}).", (Span("see "), Span("the page", link=LINK), Span("."))),
        ("2 * 3 * 4", (Span("2 * 3 * 4"),)),
        ("** b**", (Span("** b**"),)),
        ("**b\n**", (Span("**b\n**"),)),
        ("*a", (Span("*a"),)),
        ("a*b*c", (Span("a*b*c"),)),
        ("[words](ftp://x)", (Span("[words](ftp://x)"),)),
        ("[words](javascript:x)", (Span("[words](javascript:x)"),)),
        (r"\*b\*", (Span("*b*"),)),
        (r"C:\temp", (Span(r"C:\temp"),)),
        (r"\\", (Span("\\"),)),
        (r"**a\*b**", (Span("a*b", "bold"),)),
        (r"**a\\**", (Span("a\\", "bold"),)),
        (rf"[a\]b]({LINK})", (Span("a]b", link=LINK),)),
        (r"*\*\*x\*\**", (Span("**x**", "italic"),)),
    ],
)
def test_marks_are_read_as_staff_write_them(written: str, read: Spans) -> None:
    assert spans(written) == read


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a **b** c", "a b c"),
        (f"[the page]({LINK})", f"the page ({LINK})"),
        (f"[{LINK}]({LINK})", LINK),
        (r"1 \* 2", "1 * 2"),
    ],
)
def test_plain_words_keep_the_address_of_a_link(written: str, words: str) -> None:
    assert plain(written) == words


def test_html_escapes_everything_that_is_not_markup() -> None:
    text = '<script> **a & b** "q" [x<y](https://a.b/"><i>)'
    assert as_html(spans(text)) == (
        '&lt;script&gt; <b>a &amp; b</b> "q" <a href="https://a.b/&quot;&gt;&lt;i&gt;">x&lt;y</a>'
    )


@given(ANY_TEXT)
def test_escaped_words_are_literal_in_every_place(words: str) -> None:
    safe = escaped(words)
    assert plain(safe) == words
    assert plain(f"so {safe} said") == f"so {words} said"


@given(ANY_TEXT.filter(lambda words: words.strip() == words != "" and "\n" not in words))
def test_escaped_words_are_literal_in_bold_italic_and_links(words: str) -> None:
    safe = escaped(words)
    assert spans(f"**{safe}**") == (Span(words, "bold"),)
    assert spans(f"*{safe}*") == (Span(words, "italic"),)
    assert spans(f"[{safe}]({LINK})") == (Span(words, link=LINK),)


TAG = re.compile(r'<(/?)(b|i|a)(?: href="[^"<>]*")?>')


@given(ANY_TEXT)
def test_html_is_balanced_and_never_nested(text: str) -> None:
    found = [(closing, name) for closing, name in TAG.findall(as_html(spans(text)))]
    assert found[::2] == [("", name) for _, name in found[::2]]
    assert found[1::2] == [("/", name) for _, name in found[::2]]


@given(ANY_TEXT)
def test_html_without_its_tags_is_the_words(text: str) -> None:
    read = spans(text)
    assert TAG.sub("", as_html(read)) == escape("".join(span.text for span in read), quote=False)


@given(ANY_TEXT)
def test_html_can_be_read_back(text: str) -> None:
    assert of_html(as_html(spans(text))) == spans(text)


@pytest.mark.parametrize("unfinished", ["**" + r"\[" * 5000, "[" * 10_000, "*a" * 5000, "**a **" * 3000])
def test_marks_without_an_end_take_no_time(unfinished: str) -> None:
    assert plain(unfinished)
