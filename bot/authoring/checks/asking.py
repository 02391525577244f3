"""Holds every way of asking against its own questions: those that it must hear, and those that lead elsewhere."""

from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.understanding.examples import Astray, astray


def check_asking(parts: Parts) -> None:
    """Tell each question of a way of asking that does not lead where it says, at its line."""
    file = parts.hearing.asking_file
    if file is None or not all(each.whole for each in (file, *parts.hearing.files)):
        return
    for example in astray(parts.hearing.knowledge):
        at = file.inside(("rules", example.rule, "heard" if example.must else "not_heard"), example.text)
        file.tell_at(at, *_told(example))


def _told(example: Astray) -> tuple[str, str, str]:
    led = f"{shown(example.text, 80)} leads to {example.topic}, by {example.by}"
    if not example.must:
        return led, "No message under not_heard: leads to the topic", "Make hears: narrower, or add words to unless:"
    fits = "Each question under heard: leads to the topic of its rule"
    if example.by:
        return led, fits, "Put this rule before that one, or add words to the unless: of that one"
    found = f"Rule {example.rule} does not hear {shown(example.text, 80)}"
    return found, fits, "Add its words to hears:, or to a group"
