"""Words typed exactly as on a button are a press of it: so no two buttons of a screen may read alike."""

from collections.abc import Iterator

from bot.authoring.checks.reach import offered
from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.authoring.words import Words
from bot.engine.dialog import State
from bot.engine.screen import NONE, SKIP, plain_words


def check_labels(parts: Parts) -> None:
    """Tell each label that another button of the same screen has in the same language."""
    for words in parts.words.values():
        for state in parts.states.values():
            _alike(words, list(_labels(parts, words, state)))


def _alike(words: Words, labels: list[tuple[str, bool, File, Path]]) -> None:
    """Two buttons that are each shown under a condition only may stand for each other."""
    seen: dict[str, tuple[bool, Path]] = {}
    for label, always, file, path in labels:
        plain = plain_words(label)
        other, at = seen.setdefault(plain, (always, path))
        if at != path and (always or other):
            found = f"Another button of this screen reads {shown(label)} too"
            fits = "Each button of a screen has words of its own"
            file.tell(path, found, fits, f"Change one of them in content/{words.lang}", grade=Grade.WARNING)


def _labels(parts: Parts, words: Words, state: State) -> Iterator[tuple[str, bool, File, Path]]:
    """Label, whether it is always shown, and where it stands."""
    keys = [(f"{state.name}.choices.{choice.id}", choice.when is None) for choice in state.choices]
    extra = [NONE] * state.none_of_these + [SKIP] * state.optional
    keys += [(f"{state.name}.choices.{id}", True) for id in extra]
    keys += [(button.label, button.when is None) for button in state.buttons]
    for key, always in keys:
        origin = words.line_origins.get(key)
        if origin:
            yield words.lines[key].label, always, origin.file, origin.path
    for option in offered(parts, state):
        origin = words.origins.get(f"option.{option}")
        if origin:
            yield "".join(words.texts[f"option.{option}"].parts), True, origin.file, origin.path
