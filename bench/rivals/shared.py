"""What every rival needs of the conversation: what to say on which screen, and the guards that a clinic writes."""

from functools import cache
from typing import Any, NamedTuple

from bench.conversation import CHECKS, Step, check

DANGER = frozenset({"some", "unsure"})
"""Answers to an emergency list that end the check."""
TOKEN = "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
ME = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}


class Page(NamedTuple):
    """What a state says in a language, where it is reached by a choice, and its buttons as (label, id)."""

    place: str
    texts: tuple[str, ...]
    buttons: tuple[tuple[str, str], ...]
    ticks: bool


@cache
def pages(lang: str) -> dict[tuple[str, str], Page]:
    """The page after each choice, under (state, choice). The texts are ready: rivals fill in no placeholder."""
    before, found = "", dict[tuple[str, str], Page]()
    for step in check(lang):
        found[before, step.choice] = Page(step.place, step.texts, step.buttons, step.ticks)
        before = step.place
    return found


def states() -> frozenset[str]:
    """All states that the conversation reaches."""
    return frozenset(step.place for lang in CHECKS for step in check(lang))


def after(data: dict[str, Any], lang: str, place: str, choice: str) -> Page:
    """The page after an answer, with it remembered: the guards of a bot written by hand."""
    answers = data.setdefault("answers", {})
    page = pages(lang)[place, choice]
    if page.ticks:
        ticked = data.setdefault("ticked", set())
        ticked.symmetric_difference_update((choice,))
        return page
    if place.startswith("red_flags") and choice in DANGER:
        data["tier"] = "emergency"
    answers[place] = [*sorted(data.pop("ticked", ())), choice]
    return page


def sent(step: Step) -> int:
    """The calls that a step leads to: a message a text, or an edit."""
    return max(1, len(step.texts))
