"""A label that means yes at one question and no at another was most likely put at the wrong one."""

from collections.abc import Iterator

from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.authoring.words import Words
from bot.engine.screen import plain_words

MEANS = {"none": "no", "no": "no", "some": "yes", "yes": "yes", "unsure": "not sure"}
"""Names of answers, and what whoever gives them says."""


def check_opposites(parts: Parts) -> None:
    """Tell the labels of answers that elsewhere, in the same language, say the opposite."""
    for words in parts.words.values():
        said: dict[str, dict[str, list[str]]] = {}
        for key, meaning in _answers(parts, words):
            said.setdefault(plain_words(words.lines[key].label), {}).setdefault(meaning, []).append(key)
        for meanings in said.values():
            _tell(words, meanings)


def _answers(parts: Parts, words: Words) -> Iterator[tuple[str, str]]:
    for key in words.lines:
        state, _, id = key.partition(".choices.")
        if id in MEANS and state in parts.states and key in words.line_origins:
            yield key, MEANS[id]


def _tell(words: Words, meanings: dict[str, list[str]]) -> None:
    """Where most questions agree, the others are told."""
    most, *others = sorted(meanings, key=lambda meaning: -len(meanings[meaning]))
    for meaning in others:
        for key in meanings[meaning]:
            origin = words.line_origins[key]
            found = f"{shown(words.lines[key].label)} says {meaning} here, and {most} at {_state(meanings[most][0])}"
            fits = "A label means the same at every question"
            origin.file.tell(origin.path, found, fits, "Look whether two labels have changed places, or reword it")


def _state(key: str) -> str:
    return key.partition(".choices.")[0]
