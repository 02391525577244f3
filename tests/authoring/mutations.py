"""Changes lines and words of a file the way that slips, careless pastes and broken editors do."""

import random
import re
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

Lines = list[str]
WORD = re.compile(r"[A-Za-z0-9_.]+")
ODD = (
    "[", "]", "{", "}", '"', "'", ":", ": ", "- ", "#", "&a ", "*a", "!x ", "|", ">", "\t", "\u00a0", "\u2028", "é",
    "😀", "\x00", "\ufeff", "%", "@", "`", "? ", "<<: *a", "---", "...", "~", "null", ", ",
)  # fmt: skip


def delete(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Lose some lines."""
    start = pick.randrange(len(lines))
    del lines[start : start + pick.choice((1, 1, 1, 2, 5))]


def double(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Paste some lines twice."""
    start = pick.randrange(len(lines))
    some = lines[start : start + pick.choice((1, 1, 3))]
    at = pick.choice((start, pick.randrange(len(lines) + 1)))
    lines[at:at] = some


def swap(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Let two lines change places."""
    one, other = pick.randrange(len(lines)), pick.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def indent(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Move a line to the right or to the left."""
    at = pick.randrange(len(lines))
    by = pick.choice((-4, -2, -1, 1, 2, 4))
    lines[at] = " " * by + lines[at] if by > 0 else lines[at][min(-by, len(lines[at]) - len(lines[at].lstrip())) :]


def other_word(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Write another word of the project, or one that is nearly right."""
    at, found = _some_word(lines, pick)
    if found:
        word = pick.choice((pick.choice(words), _slip(found[0], pick), ""))
        lines[at] = lines[at][: found.start()] + word + lines[at][found.end() :]


def random_text(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Write anything at all in the place of a word."""
    at, found = _some_word(lines, pick)
    if found:
        text = "".join(chr(pick.choice((pick.randrange(32, 127), pick.randrange(0x20, 0x2FFF)))) for _ in range(5))
        lines[at] = lines[at][: found.start()] + text + lines[at][found.end() :]


def odd_sign(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Put a sign that means something to YAML, or that nobody sees, anywhere."""
    at = pick.randrange(len(lines))
    column = pick.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:column] + pick.choice(ODD) + lines[at][column:]


def lose_sign(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Leave out one sign."""
    at = pick.randrange(len(lines))
    if lines[at]:
        column = pick.randrange(len(lines[at]))
        lines[at] = lines[at][:column] + lines[at][column + 1 :]


def truncate(lines: Lines, pick: random.Random, words: Sequence[str]) -> None:
    """Lose the rest of the file, in the middle of a line."""
    at = pick.randrange(len(lines))
    lines[at:] = [lines[at][: pick.randrange(len(lines[at]) + 1)]]


MUTATIONS: tuple[Callable[[Lines, random.Random, Sequence[str]], None], ...] = (
    delete, double, swap, indent, other_word, other_word, other_word, random_text, odd_sign, lose_sign, truncate,
)  # fmt: skip


def _some_word(lines: Lines, pick: random.Random) -> tuple[int, re.Match[str] | None]:
    at = pick.randrange(len(lines))
    found = list(WORD.finditer(lines[at]))
    return at, pick.choice(found) if found else None


def _slip(word: str, pick: random.Random) -> str:
    at = pick.randrange(len(word))
    return pick.choice((word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word.upper(), word[::-1]))


def mutated(text: str, pick: random.Random, words: Sequence[str], times: int) -> str:
    """The text with some slips in it."""
    lines = text.split("\n")
    for _ in range(times):
        if lines:
            pick.choice(MUTATIONS)(lines, pick, words)
    return "\n".join(lines)


slips = st.tuples(st.randoms(use_true_random=False), st.sampled_from((1, 1, 1, 2, 3, 8)))
"""A source of chance, and how many slips to make."""
