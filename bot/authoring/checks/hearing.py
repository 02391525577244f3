"""Holds every rule that hears warning signs against its own sentences: those it must hear, and those it must not."""

from bot.authoring.hearing import NOTHING_HEARD
from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.understanding.examples import Example, failing


def check_hearing(parts: Parts) -> None:
    """Tell each sentence of a rule that is not understood as it says, at its line."""
    files = parts.hearing.files
    if parts.hearing is NOTHING_HEARD or not files or not all(file.whole for file in files):
        return
    for example in failing(parts.hearing.knowledge):
        file = parts.hearing.where[example.rule]
        at = file.inside(("rules", example.rule, "heard" if example.must else "not_heard"), example.text)
        file.tell_at(at, *_told(example))


def _told(example: Example) -> tuple[str, str, str]:
    if example.must:
        found = f"Rule {example.rule} does not hear {shown(example.text, 80)}"
        return found, "Each sentence under heard: raises the flag", "Add its words to hears:, or to a group"
    found = f"{shown(example.text, 80)} raises {example.flag}, heard by {example.by}"
    return found, "No sentence under not_heard: raises the flag", "Make hears: narrower, or add the words to harmless:"
