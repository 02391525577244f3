"""Once the review of live content has expired, only emergencies, help and ends are left (SP22)."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.engine.library import Library
from tests.engine.talk import DAY, NOW, Talk, shipped

TODAY = NOW.astimezone(shipped().source.zone).date()


def reviewed(days: int) -> Library:
    """The shipped project, live, reviewed until so many days from now."""
    return Library(replace(shipped().source, demo=False, reviewed_until=TODAY + timedelta(days=days)))


def test_on_the_last_day_of_the_review_all_is_served():
    assert Talk(reviewed(0)).agree().place == "red_flags.nerves"


@pytest.mark.parametrize("state", ["red_flags.nerves", "heat_check.signs", "heat_check.result", "precautions.health"])
def test_the_day_after_whoever_is_anywhere_is_led_out(state: str):
    talk = Talk(reviewed(0)).until(state)
    talk.wait(DAY - timedelta(seconds=1)).say("what now?")
    assert (talk.place, talk.texts) == ("end.closed", ["end.closed"])


def test_a_newcomer_is_told_at_once():
    talk = Talk(reviewed(-1)).command("start")
    assert (talk.place, talk.texts) == ("end.closed", ["end.closed"])


def test_no_button_of_an_earlier_screen_leads_back_in():
    talk = Talk(reviewed(0)).until("heat_check.heat_kind")
    number = talk.session.screen
    before = talk.answers
    talk.wait(DAY - timedelta(seconds=1)).press_on(number, "dry")
    assert (talk.place, talk.answers) == ("end.closed", before)


def test_trying_again_leads_in_once_the_review_is_renewed():
    talk = Talk(reviewed(0)).agree().wait(DAY - timedelta(seconds=1)).say("hm").press("try_again")
    assert talk.place == "end.closed"
    assert talk.meet(reviewed(30)).press("try_again").place == "red_flags.nerves"


def test_an_emergency_is_still_heard_and_help_still_given():
    talk = Talk(reviewed(-1)).command("start").command("help")
    assert "command.help" in talk.texts
    assert Talk(reviewed(-1)).say("I can't pee").place == "red_flags.emergency"
    assert Talk(reviewed(-1)).say("I want to kill myself").place == "red_flags.crisis"


def test_a_demo_is_served_without_a_review():
    assert Talk().agree().place == "red_flags.nerves"
