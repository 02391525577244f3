"""The same messages as other people type them: with slips, in capitals, politely, in panic, dictated, in a story."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from unicodedata import normalize
from zlib import crc32

from tests.understanding.figures import Saying

LONG = 7
"""Letters of a word in which a slip is made; short words turn into other words."""


def with_slip(text: str) -> str:
    """The text with one slip in its longest word: two letters change places, one is left out, or one is doubled."""
    words = text.split()
    longest = max(words, key=lambda word: (len(word), word), default="")
    if len(longest) < LONG or not longest.isalpha():
        return text
    seed = crc32(text.encode())
    at = 2 + seed % (len(longest) - 4)
    slips = (
        longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :],
        longest[:at] + longest[at + 1 :],
        longest[:at] + longest[at] + longest[at:],
    )
    return text.replace(longest, slips[seed % 3], 1)


def without_marks(text: str) -> str:
    """No accents, no apostrophes, no capitals, no punctuation at the end."""
    bare = "".join(char for char in normalize("NFKD", text) if not 0x300 <= ord(char) < 0x370)
    return bare.replace("'", "").lower().rstrip(".!")


FRAMES: dict[str, tuple[str, ...]] = {
    "en": (
        "Hello, sorry to bother you but {} Thank you for your time",
        "please help me {}!!!",
        "um so like I was saying {} you know",
        "So I've used the pad every evening watching TV, my neighbor gave it to me. {}. Hope you can answer.",
        "oiga doctor, {}",
        "{} lol sorry for typos",
    ),
    "es": (
        "Buenas tardes, disculpe la molestia, {} Muchas gracias",
        "ayuda por favor {}!!!",
        "este pues le digo que {} verdad",
        "Uso el cojín todas las noches viendo la novela, me lo regaló mi vecina. {}. Espero su respuesta.",
        "hey doc, {}",
        "{} perdón por las faltas",
    ),
}

_PLAIN: tuple[Callable[[str], str], ...] = (with_slip, str.upper, without_marks)


def variants(lang: str, sayings: list[Saying]) -> Iterator[Saying]:
    """One more form of each message that is not an answer, each form in its turn."""
    told = [saying for saying in sayings if saying.kind in ("alarm", "other", "none")]
    for number, saying in enumerate(told):
        form = number % (len(_PLAIN) + len(FRAMES[lang]))
        frame = FRAMES[lang][form - len(_PLAIN)]
        text = _PLAIN[form](saying.text) if form < len(_PLAIN) else frame.format(saying.text)
        if text != saying.text:
            yield replace(saying, text=text)
