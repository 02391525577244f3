"""A text that nothing says is most often one that a slip has cut off."""

from collections import Counter
from collections.abc import Collection, Iterable

from bot.authoring.checks.needs import MAY_HAVE, OFFERED
from bot.authoring.checks.silence import wants_none
from bot.authoring.files import Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.authoring.words import Origin, Words
from bot.engine.decisions import LEVELS
from bot.engine.passing import TOPICS
from bot.engine.screen import NONE

SPARE = frozenset((*(f"level.{level}" for level in LEVELS), *MAY_HAVE))
"""Texts that a project may have, and does not need."""
STOPS = "heat_check.stop_"
"""What to stop at once (SP6): who cuts such a text off lets somebody go on."""

FITS = "Every text is said somewhere"
MEND = "Delete it, or say it somewhere in dialogs/"


def check_left_over(parts: Parts, words: Words, needed: Collection[str]) -> None:
    """Tell each text and label of a language that nothing needs; an entry of which nothing is needed only once."""
    origins = {key: origin for key, origin in words.origins.items() if key in words.bubbles} | words.line_origins
    left_over = {key: origin for key, origin in origins.items() if key not in needed and not _spare(key)}
    every, spare = _below(origins.values()), _below(left_over.values())
    for key, origin in left_over.items():
        if _is_known(parts, key, key in words.lines):
            grade = Grade.INFO if _once_a_caution(parts, key) else Grade.WARNING
            grade = Grade.CRITICAL if key.startswith(STOPS) else grade
            _tell(key, origin, [path for path in _groups(origin) if every[path] == spare[path] > 1], grade)
    _after(parts, words)


def _once_a_caution(parts: Parts, key: str) -> bool:
    """Whether it is the words of a rule that has become stricter: no slip, and needed again when that is undone."""
    group, _, name = key.partition(".")
    rule = name.partition(".")[0]
    return group == "caution" and any(rule == known.id for known in parts.tables.levels)


def _spare(key: str) -> bool:
    """A project that does without content/topics.yaml may keep its answers to questions in passing."""
    return key in SPARE or key.startswith((f"{TOPICS}.", f"{OFFERED}."))


def _tell(key: str, origin: Origin, whole_groups: list[tuple[str, Path]], grade: Grade) -> None:
    """Tell the largest group of which nothing is said, or else the text."""
    if whole_groups:
        path = whole_groups[0][1]
        found = f"Nothing says the {'entry' if len(path) == 1 else 'group'} {shown(str(path[-1]), 80)}"
    else:
        path, found = origin.path, f"Nothing says {shown(key, 80)}"
    origin.file.miss(path, found, FITS, MEND, grade=grade)


def _after(parts: Parts, words: Words) -> None:
    """`after:` follows the lines of a list, so it needs a state."""
    for key in words.after:
        origin = words.origins[f"{key}.after"]
        if key not in parts.states and parts.dialogs.whole:
            found = f"Nothing says the after: of {shown(key, 80)}"
            origin.file.miss(origin.path, found, "after: belongs to a state", MEND, grade=Grade.WARNING)


def _below(origins: Iterable[Origin]) -> Counter[tuple[str, Path]]:
    return Counter(group for origin in origins for group in _groups(origin))


def _groups(origin: Origin) -> list[tuple[str, Path]]:
    """All groups around a text, from the largest."""
    return [(origin.file.name, origin.path[:length]) for length in range(1, len(origin.path))]


def _is_known(parts: Parts, key: str, label: bool) -> bool:
    """Whether all is known that could say it: a label only its own dialog, a text any of them, and the rules.

    The words of "none of these" are left over only because the button that a list needs is missing.
    """
    state = parts.states.get(key.removesuffix(f".choices.{NONE}"))
    if state is not None and wants_none(parts, state):
        return False
    dialog = parts.dialogs.by_name.get(key.partition(".")[0])
    return dialog.file.whole if label and dialog else parts.whole
