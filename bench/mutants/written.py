"""Faults in what staff write: each operator finds all its places in the project's own files."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.mutants.mutant import HERE, Mutant

Edit = tuple[int, str, str, str, bool]
"""(at, old, new, what, safety_relevant)."""
Operator = Callable[[str, str], Iterator[Edit]]
"""Takes the name of a file and its text."""

WEAKER = {"not_for_you": "ask_first", "ask_first": "caution", "caution": "offer"}
MILDER = {"emergency": "same_day", "same_day": "book_soon", "book_soon": "self_care"}


def _lines(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def _section(text: str, name: str) -> tuple[int, int]:
    found = re.search(rf"^{name}:\n(?:[ #].*\n|\n)*", text, re.MULTILINE)
    return found.span() if found else (0, 0)


BLOCK = _lines(r"^    (\w+):(?: \{.*\}\n|\n(?:      .*\n)+)")


def drop_rule(_: str, text: str) -> Iterator[Edit]:
    """A rule is gone."""
    for table, harms in (("tier", True), ("levels", True), ("pattern", False), ("order", False), ("check_in", True)):
        start, end = _section(text, table)
        for found in BLOCK.finditer(text, text.find("  rules:", start), end):
            yield found.start(), found[0], "", f"the rule {found[1]} of {table} is gone", harms


def weaken_level(_: str, text: str) -> Iterator[Edit]:
    """A level is one step freer."""
    start, end = _section(text, "levels")
    for found in re.compile(r"(\w+: (?:\{level: )?)(not_for_you|ask_first|caution)\b(?!:)").finditer(text, start, end):
        option, level = found[1].split(":")[0], found[2]
        rule = re.findall(r"^    (\w+):", text[start : found.start()], re.MULTILINE)[-1]
        new = found[1] + WEAKER[level]
        yield found.start(), found[0], new, f"{rule}: {option} is {WEAKER[level]} and not {level}", True


def weaken_tier(_: str, text: str) -> Iterator[Edit]:
    """A rule gives a milder tier."""
    for found in re.finditer(r"(?:result|tier): (emergency|same_day|book_soon)\b", text):
        new = found[0].replace(found[1], MILDER[found[1]])
        yield found.start(), found[0], new, f"a rule gives {MILDER[found[1]]} and not {found[1]}", True


def narrow_rule(_: str, text: str) -> Iterator[Edit]:
    """A rule listens to one answer less."""
    start, end = _section(text, "tier")
    for found in re.compile(r"\[(\w+), (\w+(?:, \w+)*)\]").finditer(text, text.find("rules:", start), end):
        yield found.start(), found[0], f"[{found[2]}]", f"a rule no longer listens to {found[1]}", True


def drop_tie(_: str, text: str) -> Iterator[Edit]:
    """Contrast is no longer as strict as what it is made of."""
    for found in re.finditer(r"contrast: \[moist_heat, cold\]", text):
        yield found.start(), found[0], "contrast: [cold]", "contrast is no longer as strict as moist heat", True
        yield found.start() + 10, found[0][10:], "[moist_heat]", "contrast is no longer as strict as cold", True


def drop_line(file: str, text: str) -> Iterator[Edit]:
    """A line is gone from a question."""
    for block in _lines(r"^    choices:\n((?:      - .*\n)+)").finditer(text):
        for found in _lines(r"^      - (\w+).*\n").finditer(text, block.start(1), block.end()):
            yield found.start(), found[0], "", f"the line {found[1]} is gone from a screen", found[1] != "none"


def lose_meaning(file: str, text: str) -> Iterator[Edit]:
    """A line is shown, and sets nothing."""
    for found in _lines(r"^(      - (\w+)): \{sets: .*\}$").finditer(text):
        yield found.start(), found[0], found[1], f"the answer {found[2]} no longer sets anything", True


def swap_lines(file: str, text: str) -> Iterator[Edit]:
    """Two lines have changed places."""
    for found in _lines(r"^(      - (?!\w+: \{when).*\n)(      - .*\n)").finditer(text):
        yield found.start(), found[0], found[2] + found[1], "two lines have changed places", False


def drop_way(file: str, text: str) -> Iterator[Edit]:
    """A way on is gone."""
    for found in _lines(r"^ +- \{when: .*go: [\w.]+\}\n").finditer(text):
        way = found[0].strip(" -{}\n")
        yield found.start(), found[0], "", f"a way on is gone: {way}", _matters(file)


def retarget(file: str, text: str) -> Iterator[Edit]:
    """A way leads to another place."""
    chance = random.Random(file)
    for found in re.finditer(r"\bgo: ([\w.]+)", text):
        other = chance.choice([each for each in _PLACES if each != found[1] and not found[1].endswith(each)])
        yield found.start(), found[0], f"go: {other}", f"a way leads to {other} and not to {found[1]}", _matters(file)


def skip_screen(file: str, text: str) -> Iterator[Edit]:
    """A way leads past one screen."""
    for was, past in _PAST.items():
        for found in re.finditer(rf"\bgo: {was}$", text, re.MULTILINE):
            yield found.start(), found[0], f"go: {past}", f"the screen {was} is skipped", True


def lose_text(file: str, text: str) -> Iterator[Edit]:
    """A text is no longer shown."""
    for found in _lines(r"^      - (?:\{text: ([\w.]+), .*\}|([\w]+\.[\w.]+))\n").finditer(text):
        name = found[1] or found[2]
        yield found.start(), found[0], "", f"the text {name} is no longer shown", True
    for found in re.finditer(r"\[say, alternatives\.stop_line\]", text):
        yield found.start(), found[0], "[say]", "a card has lost its stop line", True
    for found in re.finditer(r"never_with_heat, say", text):
        yield found.start(), found[0], "say", "the card of creams no longer says never with heat", True


def lose_stop(file: str, text: str) -> Iterator[Edit]:
    """The next screen no longer opens with the text to stop."""
    for found in _lines(r"^      - \{when: .*, say: (\w+[.\w]*)\}\n").finditer(text):
        yield found.start(), found[0], "", f"{found[1]} no longer opens the next screen", True


def drop_guard(file: str, text: str) -> Iterator[Edit]:
    """A condition in front of a place or a button is gone."""
    for found in _lines(r"^    only_when: .*\n").finditer(text):
        yield found.start(), found[0], "", f"a guard is gone: {found[0].strip()}", True
    for found in re.finditer(r"\{when: \{[^{}]*\}, (?=go: )", text):
        yield found.start(), found[0], "{", f"a condition is gone: {found[0].strip('{, ')}", _matters(file)
    for found in _lines(r"^    questions: .*\n").finditer(text):
        yield found.start(), found[0], "", f"a card opens without its questions: {found[0].strip()}", True


def forget_to_do(file: str, text: str) -> Iterator[Edit]:
    """Something is no longer done on the way."""
    for found in re.finditer(r"\bdo: (\w+), (?=go: )", text):
        yield found.start(), found[0], "", f"{found[1]} is no longer done", True
    for found in re.finditer(r"record_consent, ", text):
        yield found.start(), found[0], "", "record_consent is no longer done", True


def lose_bullet(file: str, text: str) -> Iterator[Edit]:
    """One language no longer names something that the others name."""
    for found in _lines(r"^ +• .*\n").finditer(text):
        yield found.start(), found[0], "", f"{file[8:10]} no longer says {found[0].strip()[:60]!r}", True


def lose_number(file: str, text: str) -> Iterator[Edit]:
    """One language no longer gives a number to call."""
    for found in re.finditer(r"\{(emergency\.number|crisis\.number|clinic\.phone)\}", text):
        yield found.start(), found[0], "us", f"{file[8:10]} no longer gives {found[1]}", True


def lose_phrases(file: str, text: str) -> Iterator[Edit]:
    """Words for a flag are no longer heard."""
    for found in _lines(r"^  (\w+):\n    flag: (\w+)\n(?:    .*\n|\n)+").finditer(text):
        yield found.start(), found[0], "", f"the words {found[1]} for {found[2]} are no longer heard", True


def change_back(file: str, text: str) -> Iterator[Edit]:
    """Back leads elsewhere."""
    for found in _lines(r"^    back: nowhere\n").finditer(text):
        yield found.start(), found[0], "", "a screen that has no way back has one", False


_PLACES = ("alternatives.list", "heat_check.result", "end.done", "callback.notice", "precautions.health")
_PAST = {
    "body": "body_more",
    "body_more": "heat_check.heat_kind",
    "red_flags.today": "precautions.right_now",
    "health": "heat_check.result",
    "precautions.right_now": "precautions.health",
    "skin": "red_flags.today",
    "contact": "time",
    "review": "sent",
    "pain": "skin",
}


def _matters(file: str) -> bool:
    """Whether a wrong way in a dialog can do harm."""
    return Path(file).stem in ("red_flags", "precautions", "heat_check", "alternatives", "welcome", "check_in")


RULES, DIALOGS, TEXTS, WORDS = "dialogs/decisions.yaml", "dialogs/*.yaml", "content/e?/*.yaml", "content/hearing/*.yaml"

OPERATORS: Mapping[Operator, tuple[str, int]] = {
    drop_rule: (RULES, 24), weaken_level: (RULES, 36), weaken_tier: (RULES, 14), narrow_rule: (RULES, 6),
    drop_tie: (RULES, 2), drop_line: (DIALOGS, 20), lose_meaning: (DIALOGS, 14), swap_lines: (DIALOGS, 4),
    drop_way: (DIALOGS, 10), retarget: (DIALOGS, 16), skip_screen: (DIALOGS, 9), lose_text: (DIALOGS, 14),
    lose_stop: (DIALOGS, 4), drop_guard: (DIALOGS, 10), forget_to_do: (DIALOGS, 6), lose_bullet: (TEXTS, 8),
    lose_number: (TEXTS, 6), lose_phrases: (WORDS, 5), change_back: (DIALOGS, 3),
}  # fmt: skip
"""Each operator, the files that it looks through, and how many of its faults a run plants."""


def all_of(operator: Operator) -> list[Mutant]:
    """Every fault that an operator can plant."""
    found: list[Mutant] = []
    for path in sorted(HERE.glob(OPERATORS[operator][0])):
        file = str(path.relative_to(HERE))
        if file == "dialogs/safety.yaml" or (file == RULES and OPERATORS[operator][0] == DIALOGS):
            continue
        for at, old, new, what, harms in operator(file, path.read_text("utf-8")):
            found.append(Mutant(operator.__name__, what, file, at, old, new, harms))
    return found


def chosen(operator: Operator, seed: int) -> list[Mutant]:
    """Those that a run plants: a choice that the seed decides, in the order of the files."""
    every = all_of(operator)
    count = min(len(every), OPERATORS[operator][1])
    few = random.Random(f"{seed} {operator.__name__}").sample(range(len(every)), count)
    return [every[number] for number in sorted(few)]
