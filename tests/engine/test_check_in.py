"""A check-in comes only to whom it was promised, at its time, danger first, and never once too often (SP18)."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.check_in import delay_of
from bot.engine.effects import CancelTimer, Forget, Reply, SetTimer
from bot.engine.events import PersonLeft, TimerFired
from bot.engine.quiet import Quiet
from bot.engine.session import Consent, Score
from tests.engine.talk import DAY, HOUR, MOMENT, NOW, Talk, altered, shipped

MORNING = NOW + 4 * HOUR
"""9 am where the shipped clinic is."""

JOB = TimerFired(safety.JOB)
MINUTE = timedelta(minutes=1)
DUE = SetTimer(safety.JOB, MORNING + 2 * HOUR)


def agreed(score: str = "5", hours: str = "hours_2") -> Talk:
    return Talk(now=MORNING).check().press("moist_heat", "check_in", hours, score)


def written(score: str = "5") -> Talk:
    return agreed(score).wait(2 * HOUR).send(JOB)


def said(talk: Talk) -> list[str]:
    """What the last turn said, if anything."""
    return [bubble.key for effect in talk.effects(Reply) if isinstance(effect, Reply) for bubble in effect.bubbles]


# Agreeing


def test_the_timer_is_set_when_the_delay_is_chosen():
    talk = Talk(now=MORNING).check().press("moist_heat", "check_in", "hours_2")
    assert DUE in talk.turn.effects
    assert talk.place == "check_in.set"


def test_no_timer_is_set_without_it():
    talk = Talk(now=MORNING).check().press("moist_heat", "check_in", "no")
    assert (talk.effects(SetTimer), talk.session.check_in) == ([SetTimer("expire", MORNING + DAY)], None)


def test_another_delay_moves_the_check_in_and_forgets_the_score():
    talk = agreed().command("back").command("back").press("hours_4")
    assert SetTimer(safety.JOB, MORNING + 4 * HOUR) in talk.turn.effects
    assert (talk.session.scores, talk.session.check_ins) == ((), 0)


def test_no_takes_back_what_was_agreed_to():
    talk = agreed().command("back").command("back").press("no")
    assert talk.session.check_in is None
    assert CancelTimer(safety.JOB) in talk.turn.effects


def test_all_that_is_kept_of_it_is_the_option_the_score_and_the_counts():
    job = agreed("7").session.check_in
    assert job is not None
    assert (job.option, job.before, job.outcome) == ("moist_heat", Score(MORNING, 7), ())


@pytest.mark.parametrize(
    ("choice", "hours"), [("hours_1", 1), ("hours_24", 24), ("hours_25", None), ("hours_0", None), ("no", None)]
)
def test_a_delay_is_one_hour_to_a_day(choice: str, hours: int | None):
    assert delay_of(choice) == (None if hours is None else hours * HOUR)


@pytest.mark.parametrize("place", ["check_in.set", "check_in.red_flags", "check_in.pain", "check_in.result"])
def test_nobody_gets_to_its_questions_by_a_way_that_staff_have_opened(place: str):
    state = shipped().states["alternatives.moist_heat"]
    shortcut = replace(state.buttons[0], next=(replace(state.buttons[0].next[0], go=place),))
    library = altered(shipped(), replace(state, buttons=(shortcut, *state.buttons[1:])))
    talk = Talk(library, now=MORNING).check().press("moist_heat", "list")
    assert talk.place == "heat_check.result"


# Its time


def test_it_is_written_when_it_is_due_and_not_before():
    talk = agreed().wait(2 * HOUR - MOMENT).send(JOB)
    assert said(talk) == []
    assert said(talk.wait(MOMENT).send(JOB)) == ["check_in.notification"]


def test_it_is_written_once():
    talk = written()
    assert said(talk.send(JOB)) == []


def test_it_waits_for_the_end_of_quiet_hours_that_have_begun_meanwhile():
    quiet = Quiet((MORNING + HOUR).time().replace(hour=10), (MORNING).time().replace(hour=15))
    talk = agreed().meet(altered(shipped(), quiet=quiet)).wait(2 * HOUR).send(JOB)
    assert (said(talk), talk.effects(SetTimer)) == ([], [SetTimer(safety.JOB, MORNING + 6 * HOUR)])
    assert said(talk.wait(4 * HOUR).send(JOB)) == ["check_in.notification"]


def test_it_waits_while_the_person_writes():
    talk = agreed().wait(2 * HOUR - MINUTE).say("hm").wait(MINUTE).send(JOB)
    assert said(talk) == []
    assert said(talk.wait(safety.PAUSE - MINUTE).send(JOB)) == ["check_in.notification"]


def test_a_program_that_was_down_writes_it_late():
    assert said(agreed().wait(20 * HOUR + 3 * HOUR).send(JOB)) == ["check_in.notification"]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("key", ["check_in.notification", "check_in.reminder", "check_in.notification.buttons.go_on"])
def test_what_a_locked_phone_shows_says_nothing_about_health(lang: str, key: str):
    catalog = shipped().catalogs[lang]
    words = catalog.text(key) if key in catalog.texts else catalog.line(key).label
    english, spanish = "pain heat back skin clinic health", "dolor calor espalda piel clínica salud"
    assert [word for word in (*english.split(), *spanish.split()) if word in words.casefold()] == []


def test_not_even_the_line_of_a_demo_comes_with_it():
    talk = agreed(hours="hours_24").wait(DAY).send(JOB)
    assert said(talk) == ["check_in.notification"]
    assert said(talk.press("go_on")) == ["command.draft", "check_in.red_flags"]


# Whoever it must not reach


@pytest.mark.parametrize("word", ["/stop", "/delete", "I can't pee", "I want to die"])
def test_what_ends_a_check_drops_it(word: str):
    talk = agreed()
    talk = talk.command(word[1:]) if word.startswith("/") else talk.say(word)
    assert talk.session.check_in is None
    assert CancelTimer(safety.JOB) in talk.turn.effects or Forget() in talk.turn.effects
    assert said(talk.wait(3 * HOUR).send(JOB)) == []


def test_stop_between_two_tries_does_not_make_the_second_the_first():
    talk = written().press("go_on", "none", "5", "normal", "check_in", "hours_2", "5").command("stop")
    talk.press("my_list", "moist_heat", "check_in", "hours_2", "5").wait(2 * HOUR).send(JOB)
    assert talk.press("go_on", "none", "5", "normal").texts[0] == "check_in.result.same_twice"


def test_whoever_leaves_is_not_written_to():
    talk = agreed().send(PersonLeft())
    assert said(talk.wait(3 * HOUR).send(JOB)) == []


def test_a_same_day_answer_drops_it():
    talk = agreed("10").press("yes")
    assert (talk.place, talk.session.check_in) == ("red_flags.same_day", None)


def test_a_new_check_drops_it_and_counts_anew():
    talk = written().press("go_on", "none", "5", "normal", "check_again")
    assert (talk.session.check_in, talk.session.check_ins, talk.session.scores) == (None, 0, ())


def test_without_consent_to_the_present_text_it_is_not_written():
    talk = agreed()
    talk.session = replace(talk.session, consent=Consent("0", NOW))
    assert (said(talk.wait(2 * HOUR).send(JOB)), talk.session.check_in) == ([], None)


def test_it_is_not_written_once_the_review_has_expired():
    closed = altered(shipped(), demo=False, reviewed_until=(MORNING - DAY).date())
    assert said(agreed().meet(closed).wait(2 * HOUR).send(JOB)) == []


def test_after_three_in_a_check_none_is_offered():
    talk = agreed()
    for _ in range(safety.CHECK_INS):
        talk.wait(2 * HOUR).send(JOB).press("go_on", "none", "5", "normal")
        if "check_in" in talk.buttons:
            talk.press("check_in", "hours_2", "5")
    assert (talk.session.check_ins, "check_in" in talk.buttons) == (3, False)


# No reply


def test_one_reminder_comes_the_next_day_and_then_nothing():
    talk = written().wait(DAY).send(JOB)
    assert said(talk) == ["check_in.reminder"]
    for _ in range(5):
        assert said(talk.wait(DAY).send(JOB)) == []
    assert (talk.session.check_in, talk.place, talk.tier) == (None, "end.timeout", "self_care")


def test_a_reminder_can_still_be_answered():
    talk = written().wait(DAY).send(JOB).wait(3 * HOUR).press("go_on")
    assert talk.place == "check_in.red_flags"
    assert talk.press("none", "5", "normal").session.check_in is not None


def test_whoever_stops_in_the_middle_is_reminded_and_starts_at_the_red_flags():
    talk = written().press("go_on", "none").wait(DAY).send(JOB)
    assert said(talk) == ["check_in.reminder"]
    assert talk.press("go_on").place == "check_in.red_flags"


def test_whoever_has_answered_is_not_reminded():
    talk = written().press("go_on", "none", "5", "normal")
    assert CancelTimer(safety.JOB) in talk.turn.effects
    assert said(talk.wait(DAY).send(JOB)) == []


# What outlives the answers of the check


def test_answers_run_out_and_the_check_in_does_not():
    talk = agreed(hours="hours_24").wait(DAY).send(TimerFired(safety.EXPIRY))
    assert (talk.answers, talk.session.scores, talk.place) == ({}, (), "end.timeout")
    assert said(talk.send(JOB)) == ["check_in.notification"]
    assert talk.press("go_on", "none", "3", "normal").texts[:2] == ["check_in.result.better", "check_in.result.picture"]


def test_a_message_on_its_way_is_not_erased_with_the_answers():
    """Both timers can come due together: then the answers go first, in the turn that writes."""
    talk = agreed(hours="hours_24").wait(DAY).send(JOB)
    assert [type(effect) for effect in talk.turn.effects] == [Reply, Forget, CancelTimer, SetTimer]
    assert (talk.answers, talk.place) == ({}, "check_in.notification")


def test_its_button_works_days_later_until_it_is_given_up():
    talk = written().wait(30 * HOUR).send(TimerFired(safety.EXPIRY))
    assert (talk.place, talk.press("go_on").place) == ("check_in.notification", "check_in.red_flags")


def test_an_answered_one_is_forgotten_with_the_check():
    talk = written().press("go_on", "none", "5", "normal").wait(DAY).send(TimerFired(safety.EXPIRY))
    assert (talk.session.check_in, talk.session.check_ins, talk.session.scores) == (None, 0, ())


def test_my_list_is_the_list_while_the_answers_stand_and_a_new_check_then():
    assert written().press("go_on", "none", "5", "normal", "my_list").place == "alternatives.list"
    late = agreed(hours="hours_24").wait(DAY).send(JOB).press("go_on", "none", "5", "normal", "my_list")
    assert late.place == "red_flags.nerves"


# What it says


def test_an_option_that_did_harm_is_closed_with_its_reason():
    talk = written("2").press("go_on", "none", "6", "normal", "my_list")
    listed = next(bubble.text for bubble in talk.reply.bubbles if bubble.key == "alternatives.list.not_for_you")
    reason = shipped().catalogs["en"].text("reason.stopped")
    assert [line.partition(" – ")[2] for line in listed.splitlines()[1:]] == [reason, reason]
    assert "moist_heat" not in talk.buttons


def test_the_picture_shows_the_scores_with_their_times():
    talk = written("7").press("go_on", "none", "4", "normal")
    picture = next(bubble.picture for bubble in talk.reply.bubbles if bubble.picture)
    assert (picture.title, picture.points) == (
        "Pain, from 0 (none) to 10 (worst)", (("9:00 AM", 7), ("11:00 AM", 4)),
    )  # fmt: skip


def test_one_score_makes_no_picture():
    talk = written("skip").press("go_on", "none", "same", "normal")
    assert [bubble.picture for bubble in talk.reply.bubbles if bubble.picture] == []


def test_scores_of_several_days_bear_their_day():
    talk = agreed("7", "hours_24").wait(DAY).send(JOB).press("go_on", "none", "4", "normal")
    picture = next(bubble.picture for bubble in talk.reply.bubbles if bubble.picture)
    assert picture.points == (("Mar 2, 9:00 AM", 7), ("Mar 3, 9:00 AM", 4))
