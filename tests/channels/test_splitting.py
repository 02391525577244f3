"""Long texts: every piece fits, ends where a reader would pause, and nothing but white space is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.markup import Span, Spans, as_html, plain, spans
from bot.channels.splitting import pieces

SENTENCES = " ".join(f"This is sentence number {number:03}." for number in range(200))
STYLES = ("", "bold", "italic")
any_spans = st.lists(
    st.builds(Span, st.text(min_size=1) | st.text("a.?”) \n", min_size=1), st.sampled_from(STYLES))
    | st.builds(Span, st.text(min_size=1), link=st.just("https://a.b")),
    max_size=8,
).map(tuple)
LINK_ROOM = len('<a href="https://a.b">&amp;</a>')


def characters(words: Spans) -> int:
    return len("".join(span.text for span in words))


def in_html(words: Spans) -> int:
    return len(as_html(words).encode("utf-16-le")) // 2


def squeezed(words: Spans) -> str:
    return "".join("".join(span.text for span in words).split())


def cut(text: str, limit: int) -> list[str]:
    return [plain(piece) for piece in pieces(spans(text), limit, characters)]


def test_a_short_text_stays_whole() -> None:
    assert cut("Short. And sweet.", 17) == ["Short. And sweet."]


def test_no_words_are_one_piece_without_words() -> None:
    assert list(pieces((), 10, characters)) == [()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two.\n\nThree four five.", ["One two.", "Three four five."]),
        ("One two.\nThree four five.", ["One two.", "Three four five."]),
        ("One two. Three four five.", ["One two.", "Three four five."]),
        ("«One two?» Three four five.", ["«One two?»", "Three four five."]),
        ('One (two "three.") Four five.', ['One (two "three.")', "Four five."]),
        ("One two three four five six.", ["One two three four", "five six."]),
        ("x" * 45, ["x" * 20, "x" * 20, "x" * 5]),
        ("A. " + "x" * 30, ["A. " + "x" * 17, "x" * 13]),
    ],
)
def test_a_text_is_cut_at_its_best_place(text: str, expected: list[str]) -> None:
    assert cut(text, 20) == expected


def test_a_text_of_4097_characters_is_cut_at_the_end_of_a_sentence() -> None:
    text = (SENTENCES * 2)[:4096] + "."
    first, second = cut(text, 4096)
    assert first.endswith(".")
    assert (first + second).replace(" ", "") == text.replace(" ", "")


def test_a_style_goes_on_in_the_next_piece() -> None:
    assert [as_html(piece) for piece in pieces(spans("**one two**"), 5, characters)] == ["<b>one</b>", "<b>two</b>"]


def test_a_rare_character_counts_for_two_where_the_platform_counts_so() -> None:
    assert [len(plain(piece)) for piece in pieces(spans("😀" * 10), 8, in_html)] == [4, 4, 2]


@given(any_spans, st.integers(LINK_ROOM, 200))
def test_every_piece_fits(words: Spans, limit: int) -> None:
    assert [in_html(piece) for piece in pieces(words, limit, in_html) if in_html(piece) > limit] == []


@given(any_spans, st.integers(LINK_ROOM, 200))
def test_the_pieces_in_order_are_the_text_up_to_white_space(words: Spans, limit: int) -> None:
    assert "".join(squeezed(piece) for piece in pieces(words, limit, in_html)) == squeezed(words)


@given(any_spans.filter(lambda words: words != ()), st.integers(LINK_ROOM, 200))
def test_no_piece_is_empty(words: Spans, limit: int) -> None:
    assert [piece for piece in pieces(words, limit, in_html) if characters(piece) == 0] == []


@given(st.text(st.sampled_from("ab .\n"), max_size=300), st.integers(5, 50))
def test_no_word_is_cut_that_fits_in_a_piece(text: str, limit: int) -> None:
    longest = max((len(word) for word in text.split()), default=0)
    if longest <= limit * 0.5:
        assert [word for piece in cut(text, limit) for word in piece.split()] == text.split()
