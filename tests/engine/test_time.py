"""What time does: a day of silence ends a check, a day ends a lock, and the timer erases."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.engine.effects import Forget
from bot.engine.events import TimerFired
from bot.engine.session import Lock, Session
from tests.engine.talk import DAY, HOUR, MOMENT, NOW, Talk


def test_a_moment_before_the_day_is_over_the_check_goes_on():
    talk = Talk().until("red_flags.today").wait(DAY - MOMENT).press("none")
    assert talk.place == "precautions.right_now"


def test_after_a_day_of_silence_the_next_message_hears_that_the_answers_are_gone():
    talk = Talk().until("red_flags.today").tick("fever").wait(DAY).press("none")
    session = talk.session
    assert (talk.place, talk.texts) == ("end.timeout", ["command.draft", "end.timeout"])
    assert (talk.answers, session.ticked, session.tier, session.came_from) == ({}, (), "self_care", None)
    assert Forget(timers=False) in talk.turn.effects


@pytest.mark.parametrize("hours", [24, 25, 24 * 365])
def test_from_then_on_only_a_new_check_leads_on(hours: int):
    talk = Talk().check().wait(timedelta(hours=hours)).say("hello")
    assert talk.buttons == ["check_again"]
    assert talk.press("check_again").place == "red_flags.nerves"


def test_each_message_begins_the_day_anew():
    talk = Talk().agree()
    for choice in ("none", "none", "none"):
        talk.wait(DAY - MOMENT).press(choice)
    assert talk.place == "heat_check.heat_kind"


def test_a_same_day_check_ends_too():
    talk = Talk().check(today=("lump", "done")).wait(DAY).start()
    assert (talk.place, talk.tier) == ("end.timeout", "self_care")


def test_consent_and_language_outlive_the_day():
    talk = Talk().check()
    before = talk.session
    after = talk.wait(DAY).start().session
    assert (after.consent, after.lang) == (before.consent, before.lang)


def test_a_draft_of_the_form_and_its_agreement_do_not():
    talk = Talk().check().press("call_me", "agree").say("Ann").wait(DAY).say("Lee")
    assert (talk.place, talk.answers, talk.session.notice) == ("end.timeout", {}, None)


def test_a_call_offered_yesterday_is_offered_no_more():
    talk = Talk().check().press("why").command("human")
    assert "call_me" in talk.buttons
    assert talk.wait(DAY).say("well").buttons == ["check_again"]


def test_misses_of_yesterday_do_not_count():
    talk = Talk().agree().say("well").wait(DAY).say("well")
    assert talk.session.misses == 0


def test_the_welcome_waits_for_ever_and_says_again_that_it_is_a_draft():
    talk = Talk().start().wait(365 * DAY).press("privacy")
    assert (talk.place, talk.texts) == ("welcome.start", ["command.draft", "command.privacy", "welcome.start"])


def test_danger_is_heard_after_a_day_as_ever():
    talk = Talk().check().wait(DAY).say("my chest hurts")
    assert (talk.place, talk.texts[0]) == ("red_flags.emergency", "red_flags.emergency")
    assert talk.answers == {"heard": ("chest",)}


def test_a_number_typed_after_a_day_presses_nothing():
    talk = Talk().until("red_flags.body").wait(DAY).say("1")
    assert (talk.place, talk.texts) == ("end.timeout", ["command.draft", "end.timeout"])


@pytest.mark.parametrize("words", ["1", "check again"])
def test_after_emergency_on_the_next_day_nothing_is_pressed_unseen(words: str):
    """/emergency shows no screen: what can be seen is still the one of yesterday."""
    talk = Talk().until("red_flags.body").wait(DAY).command("emergency").say(words)
    assert (talk.place, talk.texts) == ("end.timeout", ["end.timeout"])


def test_after_emergency_on_the_next_day_yesterdays_buttons_are_old():
    talk = Talk().check().press("help", "finish", "finish")
    assert talk.place == "end.done"
    number = talk.session.screen
    talk.wait(DAY).command("emergency").press_on(number, "check_again")
    assert (talk.place, talk.texts) == ("end.timeout", ["end.timeout"])


# The lock


def test_a_lock_lasts_for_24_hours_exactly():
    talk = Talk().agree().press("some").wait(DAY - MOMENT).say("well")
    assert (talk.place, talk.session.lock) == ("red_flags.after_emergency", Lock(NOW + DAY, emergency=True))
    assert talk.wait(MOMENT).say("well").place == "end.timeout"


def test_messages_do_not_make_a_lock_longer():
    talk = Talk().agree().press("some")
    for _ in range(23):
        talk.wait(HOUR).press("show_again")
    assert talk.session.lock == Lock(NOW + DAY, emergency=True)


def test_danger_told_in_a_lock_does():
    talk = Talk().agree().press("some").wait(HOUR).say("my chest hurts")
    assert talk.session.lock == Lock(NOW + HOUR + DAY, emergency=True)


def test_a_lock_that_is_over_leaves_nothing_of_the_check():
    talk = Talk().until("red_flags.today").say("quiero morir").wait(DAY).press("safe")
    session = talk.session
    assert (talk.place, talk.answers, session.lock, session.tier) == ("end.timeout", {}, None, "self_care")
    assert talk.press("check_again").place == "red_flags.nerves"


def test_mistakes_outlive_the_lock():
    talk = Talk().agree().press("some", "mistake", "some").wait(DAY).say("hello")
    assert talk.session.mistakes == (NOW,)


# The expiry timer


def ticked() -> Talk:
    return Talk().until("red_flags.today").tick("fever", "lump")


def half_typed() -> Talk:
    return Talk().check().press("help", "call_me", "agree").say("Ann").command("human")


KEPT = ("lang", "version", "prints", "consent", "mistakes", "calls", "last_at")
SILENT: dict[str, Callable[[], Talk]] = {
    "ticks": ticked,
    "an answer that hides lines": lambda: Talk().check().press("creams", "none"),
    "the result": lambda: Talk().check(signs=("swelling", "each_time")).press("why").command("human"),
    "a form": half_typed,
    "same day": lambda: Talk().check(today=("lump", "done")).press("show_doctor"),
    "misunderstood": lambda: Talk().until("precautions.health").say("well"),
    "an end": lambda: Talk().check().press("help", "finish", "finish"),
    "a lock": lambda: Talk().agree().press("some", "on_the_way"),
    "a crisis": lambda: Talk().check().say("quiero morir"),
}


@pytest.mark.parametrize("silent", SILENT)
def test_the_timer_leaves_nothing_that_says_anything_about_the_person(silent: str):
    talk = SILENT[silent]()
    before, after = talk.session, talk.wait(DAY).send(TimerFired("expire")).session
    kept = {name: getattr(before, name) for name in KEPT}
    assert after == Session(place="end.timeout", screen=-before.screen, **kept)
    assert talk.turn.effects == (Forget(timers=False),)


@pytest.mark.parametrize("silent", SILENT)
@pytest.mark.parametrize("timer", [True, False])
def test_with_or_without_it_the_next_message_hears_the_same(silent: str, timer: bool):
    talk = SILENT[silent]().wait(DAY)
    if timer:
        talk.send(TimerFired("expire"))
    assert (talk.say("1").place, talk.texts) == ("end.timeout", ["command.draft", "end.timeout"])


def test_the_welcome_waits_for_ever_through_it():
    talk = Talk().start().wait(DAY).send(TimerFired("expire"))
    assert (talk.place, talk.turn.effects) == ("welcome.start", (Forget(timers=False),))


def test_a_timer_that_comes_too_early_erases_nothing():
    talk = Talk().check()
    before = talk.session
    talk.wait(DAY - MOMENT).send(TimerFired("expire"))
    assert (talk.session, talk.turn.effects) == (before, ())


@pytest.mark.parametrize("name", ["check_in", "", "EXPIRE"])
def test_any_other_timer_does_nothing(name: str):
    talk = Talk().check()
    before = talk.session
    talk.wait(DAY).send(TimerFired(name))
    assert (talk.session, talk.turn.effects) == (before, ())


def test_a_timer_for_somebody_who_was_never_heard_does_nothing():
    assert Talk().send(TimerFired("expire")).turn.effects == ()


def test_a_lock_that_still_stands_keeps_its_place_and_nothing_else():
    talk = Talk().check().press("help").say("I can't pee")
    lock = Lock(NOW + DAY + HOUR, emergency=True)
    talk.session = replace(talk.session, lock=lock)
    after = talk.wait(DAY).send(TimerFired("expire")).session
    assert (after.place, after.tier, after.lock) == ("red_flags.emergency", "emergency", lock)
    assert (after.answers, after.unseen, after.came_from, after.notice) == ((), (), None, None)
