"""How plain the texts are: every message as a phone shows it, with the score of its language."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from textstat.textstat import textstatistics  # pyright: ignore[reportMissingTypeStubs]

from bot.channels.base import Capabilities
from bot.channels.markup import plain
from bot.channels.rendering import messages
from bot.engine.catalog import CHANNEL, Catalog
from bot.engine.effects import Bubble, Reply
from bot.engine.library import Library

WORDS = 30
"""Shorter messages are not measured: the formulas say nothing about them."""

LENGTH = 600
"""A message has about as many characters at most."""

PHRASES = ("option", "level", "reason", "answers", "letter")
"""Texts that are no messages: parts of one, or words for the clinic."""

PHONE = Capabilities(text_length=4096)


class Scale(NamedTuple):
    """How plain a language's texts are: the name of the measure, its bound, and which side of it is plain."""

    name: str
    measure: Callable[[str], float]
    bound: float
    most: bool
    """The score may be at most the bound; else at least."""

    def plain(self, score: float) -> bool:
        """Whether a score is on the right side."""
        return score <= self.bound if self.most else score >= self.bound


def _stat(lang: str) -> textstatistics:
    stat = textstatistics()
    stat.set_lang(lang)
    return stat


SCALES: Mapping[str, Scale] = {
    "en": Scale("US school grade (Flesch-Kincaid)", _stat("en_US").flesch_kincaid_grade, 6, True),
    "es": Scale("Szigriszt-Pazos", _stat("es").szigriszt_pazos, 65, False),
}
"""The languages whose texts are measured. Another one: add its scale here."""


class Row(NamedTuple):
    """One message: the key of its bubble, its words, its characters, and its score (None: too short to measure)."""

    key: str
    words: int
    length: int
    score: float | None
    scale: Scale

    @property
    def plain(self) -> bool:
        """Whether it is as plain as it should be."""
        return self.score is None or self.scale.plain(self.score)

    @property
    def short(self) -> bool:
        """Whether it is as short as it should be."""
        return self.length <= LENGTH

    def __str__(self) -> str:
        score = "     –" if self.score is None else f"{self.score:6.1f}"
        marks = ["NOT PLAIN"] * (not self.plain) + ["LONG"] * (not self.short)
        return f"{self.key:<44}{self.words:>4} words{self.length:>5} characters {score}  {' '.join(marks)}".rstrip()


def rows(library: Library, lang: str) -> Iterator[Row]:
    """A row for each message of a language that has a scale."""
    scale, catalog = SCALES[lang], library.catalogs[lang]
    for key in catalog.texts:
        if key.partition(".")[0] not in PHRASES:
            for number, text in enumerate(shown(library, catalog, key), 1):
                yield _row(key if number == 1 else f"{key} ({number})", text, scale)


def _row(key: str, text: str, scale: Scale) -> Row:
    told = sentences(text)
    words = textstatistics().lexicon_count(told)
    return Row(key, words, len(text), round(scale.measure(told), 1) if words >= WORDS else None, scale)


# What a patient reads


def shown(library: Library, catalog: Catalog, key: str) -> list[str]:
    """The messages of one text on a phone, with every line of its list; what the answers fill in is left out."""
    open_names = {name: "" for name in catalog.texts[key].names if name not in catalog.facts and name != CHANNEL}
    text = re.sub(r"\n+$", "", catalog.text(key, open_names))
    below, after = _below(library, catalog, key)
    reply = Reply((Bubble(key, text, below, after),))
    return [plain(message.words) for message in messages(reply, catalog, PHONE, "Telegram")]


def _below(library: Library, catalog: Catalog, key: str) -> tuple[tuple[tuple[str, str], ...], str]:
    state = library.states.get(key)
    if state is None:
        return (), ""
    found = [(choice.id, catalog.line(f"{key}.choices.{choice.id}")) for choice in state.choices]
    below = [pair for id, line in found for pair in (("", line.heading), (id, line.line)) if pair[1]]
    return tuple(below), catalog.fill(catalog.after[key]) if key in catalog.after else ""


# What is measured

_LINK = re.compile(r"https?://\S+")
_BULLET = re.compile(r"^\s*(?:•|\d+\.)\s+")
_ENDED = (".", "!", "?", ":")


def sentences(text: str) -> str:
    """The text on one line, each line of a list a sentence; a number before it is no word, an address is one."""
    said = (_BULLET.sub("", _LINK.sub("web", line)).strip() for line in text.splitlines())
    return " ".join(line if line.endswith(_ENDED) else f"{line}." for line in said if line)
