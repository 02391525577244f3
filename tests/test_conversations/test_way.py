"""`start_at` walks with real presses, the shortest way, and answers "none of these" wherever that leads there."""

import pytest

from bot.conversations.stage import START
from bot.conversations.way import CONTACT, NAME, way
from bot.engine.events import ChoicePressed, CommandGiven, TextReceived
from bot.engine.turn import advance, newcomer
from tests.test_conversations.small import differences, library, played


def moves(target: str) -> list[str] | None:
    """The way of a newcomer, in short."""
    found = way(library(), newcomer(library()), target, START)
    return None if found is None else [_short(move) for move in found]


def _short(move: object) -> str:
    match move:
        case CommandGiven(name):
            return f"/{name}"
        case ChoicePressed(choice=choice):
            return choice
        case TextReceived(text):
            return text
        case _:
            raise AssertionError(move)


NONE = ["/start", "agree", "none", "none", "none"]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("welcome.start", ["/start"]),
        ("red_flags.nerves", ["/start", "agree"]),
        ("red_flags.emergency", ["/start", "need_help"]),
        ("heat_check.heat_kind", NONE),
        ("heat_check.signs", [*NONE, "dry"]),
        ("red_flags.today", [*NONE, "none"]),
        ("heat_check.result", [*NONE, "none", "none", "none", "none"]),
        ("alternatives.cold", [*NONE, "none", "none", "none", "none", "cold", "no"]),
        ("alternatives.dry_heat_safe_use", [*NONE, "dry", "none", "none", "none", "none", "safe_use"]),
        ("callback.time", [*NONE, "none", "none", "none", "none", "call_me", "agree", NAME, CONTACT]),
        ("end.timeout", None),
    ],
)
def test_the_way_of_a_newcomer(target: str, found: list[str] | None):
    assert moves(target) == found


def test_the_way_begins_where_the_conversation_is():
    session = advance(library(), newcomer(library()), CommandGiven("start"), START).session
    assert way(library(), session, "welcome.start", START) == ()
    assert way(library(), session, "end.minor", START) == (ChoicePressed(0, "under_18"),)


def test_the_walk_is_played_with_real_presses():
    text = "steps:\n- user: /start\n- start_at: callback.review\n- bot: {state: callback.review}\n"
    assert differences(text) == ()
    assert "/start → [Agree] → [None] → [None] → [None]" in played(text + "- tap: nothing\n")


def test_where_the_conversation_stands_already_nothing_is_pressed():
    text = "start_at: red_flags.nerves\nsteps:\n- start_at: red_flags.nerves\n- tap: x\n"
    assert "  ----- already at red_flags.nerves -----" in played(text)


def test_a_state_that_no_button_leads_to_is_a_failure():
    found = "no button leads there from welcome.start, not by any way: write the steps, one a line"
    assert differences("start_at: end.timeout\nsteps: [back]\n") == (("a way to end.timeout", found),)
