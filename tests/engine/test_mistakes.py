"""A wrong tap can be taken back twice in 24 hours; a crisis can be left; neither opens the options."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.engine.dialog import Button
from bot.engine.effects import CancelTimer
from bot.engine.events import CommandGiven, TextReceived
from bot.engine.session import Lock
from tests.engine.talk import DAY, HOUR, MOMENT, NOW, Talk, altered, fact, shipped

CRISIS = "I want to kill myself"
BOTH = "I can't pee and I want to kill myself"


def mistaken(*waits: timedelta) -> Talk:
    """After each wait, an emergency answer and "I tapped by mistake"."""
    talk = Talk().agree()
    for wait in waits:
        talk.wait(wait).start().press("some", "mistake")
    return talk


def test_a_mistake_begins_a_new_check_and_repeats_the_emergency_line():
    talk = Talk().until("red_flags.body").press("some", "mistake")
    assert (talk.place, talk.answers, talk.tier, talk.session.lock) == ("red_flags.nerves", {}, "self_care", None)
    assert talk.texts == ["red_flags.mistake", "red_flags.nerves"]
    assert fact("emergency.number") in talk.reply.bubbles[0].text
    assert (talk.session.mistakes, CancelTimer("check_in") in talk.turn.effects) == ((NOW,), True)


@pytest.mark.parametrize("way", [("mistake",), ("on_the_way", "mistake"), ("cannot_call", "mistake")])
def test_every_page_of_an_emergency_can_be_a_mistake(way: tuple[str, ...]):
    assert Talk().agree().press("some", *way).place == "red_flags.nerves"


@pytest.mark.parametrize("way", [("mistake",), ("finish", "mistake")])
def test_a_same_day_screen_can_be_a_mistake(way: tuple[str, ...]):
    talk = Talk().check(today=("lump", "done")).press(*way)
    assert (talk.place, talk.tier, talk.session.mistakes) == ("red_flags.nerves", "self_care", (NOW,))


def test_the_third_mistake_in_a_day_shows_only_numbers():
    talk = mistaken(HOUR, HOUR, HOUR)
    assert (talk.place, talk.buttons) == ("red_flags.mistake_limit", ["show_again"])
    assert talk.session.mistakes == (NOW + HOUR, NOW + 2 * HOUR)


@pytest.mark.parametrize(
    ("waits", "place"),
    [
        ((HOUR, 23 * HOUR, HOUR - MOMENT), "red_flags.mistake_limit"),
        ((HOUR, 23 * HOUR, HOUR), "red_flags.nerves"),
    ],
)
def test_a_mistake_counts_for_24_hours(waits: tuple[timedelta, ...], place: str):
    assert mistaken(*waits).place == place


def test_after_same_day_the_limit_stands_until_the_first_mistake_is_a_day_old():
    talk = mistaken(HOUR, HOUR).answer(today=("lump", "done")).press("mistake")
    assert talk.session.lock == Lock(NOW + HOUR + DAY, emergency=False)
    assert talk.wait(23 * HOUR - MOMENT).say("hello?").place == "red_flags.mistake_limit"
    assert talk.wait(MOMENT).say("hello?").place == "end.timeout"


def test_after_an_emergency_the_limit_stands_as_long_as_its_lock():
    assert mistaken(HOUR, HOUR, HOUR).session.lock == Lock(NOW + 3 * HOUR + DAY, emergency=True)


def test_the_limit_keeps_showing_its_numbers():
    talk = mistaken(HOUR, HOUR, HOUR)
    for event in (CommandGiven("start"), CommandGiven("back"), TextReceived("please"), TextReceived("1")):
        assert talk.send(event).texts == ["red_flags.mistake_limit"]
        assert fact("clinic.phone") in talk.words


def test_danger_told_at_the_limit_takes_over_and_locks_for_a_day():
    talk = mistaken(HOUR, HOUR).answer(today=("lump", "done")).press("mistake").wait(20 * HOUR)
    assert talk.say("my chest hurts").session.lock == Lock(talk.now + DAY, emergency=True)
    assert (talk.place, talk.press("mistake").place) == ("red_flags.emergency", "red_flags.mistake_limit")


# Crisis


def test_words_of_crisis_show_its_text_and_lock_for_a_day():
    talk = Talk().until("heat_check.signs").say(CRISIS)
    assert (talk.place, talk.texts, talk.tier) == ("red_flags.crisis", ["red_flags.crisis"], "emergency")
    assert talk.session.lock == Lock(NOW + DAY, emergency=False)


def test_any_other_message_in_a_crisis_repeats_its_text():
    talk = Talk().agree().say(CRISIS).say("are you there")
    assert (talk.place, talk.texts) == ("red_flags.crisis", ["red_flags.crisis"])


def test_i_am_safe_begins_a_new_check_and_counts_as_a_mistake():
    talk = Talk().until("heat_check.signs").say(CRISIS).press("safe")
    assert (talk.place, talk.answers, talk.session.lock) == ("red_flags.nerves", {}, None)
    assert (talk.session.mistakes, talk.texts) == ((NOW,), ["red_flags.crisis.safe", "red_flags.nerves"])


def test_the_third_time_i_am_safe_repeats_the_crisis_text():
    talk = mistaken(HOUR, HOUR).say(CRISIS).press("safe")
    assert (talk.place, talk.texts, len(talk.session.mistakes)) == ("red_flags.crisis", ["red_flags.crisis"], 2)


def test_i_am_safe_on_a_page_of_staff_begins_a_new_check():
    page = shipped().states["reading.related"]
    button = Button("finish", do=("i_am_safe",), label="reading.related.buttons.finish")
    talk = Talk(altered(shipped(), replace(page, buttons=(button,)))).check().press("help", "reading", "finish")
    assert (talk.place, talk.texts) == ("red_flags.nerves", ["red_flags.crisis.safe", "red_flags.nerves"])


def test_out_of_a_crisis_in_an_emergency_leads_back_to_the_emergency():
    talk = Talk().agree().press("some").wait(HOUR).say(CRISIS).press("safe")
    assert (talk.place, talk.session.mistakes) == ("red_flags.after_emergency", ())
    assert talk.session.lock is not None


def test_danger_told_in_a_crisis_leads_to_the_emergency():
    talk = Talk().agree().say(CRISIS).wait(HOUR).say("I can't pee")
    assert (talk.place, talk.session.lock) == ("red_flags.emergency", Lock(NOW + HOUR + DAY, emergency=True))


def test_both_in_one_message_say_both_texts_and_stay_in_the_crisis():
    talk = Talk().agree().say(BOTH)
    assert talk.texts == ["red_flags.emergency", "red_flags.emergency.outside", "red_flags.crisis"]
    assert (talk.place, talk.screen.state) == ("red_flags.crisis", "red_flags.crisis")
    assert talk.press("safe").place == "red_flags.after_emergency"


def test_what_was_said_twice_is_kept_once():
    talk = Talk().agree().say("I can't pee").say("my chest hurts").say("I can't pee")
    assert talk.answers["heard"] == ("bladder", "chest")


@pytest.mark.parametrize(
    ("words", "expected"), [("no puedo orinar", "red_flags.emergency"), (CRISIS, "red_flags.crisis")]
)
def test_danger_is_heard_in_every_state(words: str, expected: str):
    """Also in the form, in an end, on a card: nothing that is typed there comes first."""
    for place in sorted(shipped().states):
        talk = Talk().check()
        talk.session = replace(talk.session, place=place)
        talk.say(words)
        assert (talk.place, talk.texts[0]) == (expected, expected)


def test_after_a_mistake_before_consent_consent_is_asked_first():
    talk = Talk().start().press("need_help", "mistake")
    assert (talk.place, talk.texts) == ("welcome.start", ["red_flags.mistake", "welcome.start"])


@pytest.mark.parametrize("words", ["well?", "none of these", "99"])
def test_any_other_message_in_an_emergency_asks_whether_they_have_called(words: str):
    talk = Talk().agree().press("some").say(words)
    assert (talk.place, talk.texts) == ("red_flags.after_emergency", ["red_flags.after_emergency"])
