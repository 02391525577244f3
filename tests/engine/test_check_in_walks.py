"""Whatever people do, a check-in keeps its promises (safety property SP18): random walks that begin near one."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine import safety
from bot.engine.effects import CancelTimer, Forget, SetTimer
from bot.engine.events import TimerFired
from tests.engine.steps import Step, Walk
from tests.engine.talk import bilingual
from tests.engine.walks import MOVES, OFTEN, walk

BEGINNINGS = ("result", "check-in agreed to", "check-in written", "check-in told", "book soon")
moves = st.lists(st.tuples(st.sampled_from((*OFTEN, *MOVES, *("wait", "timer") * 6)), st.integers(0, 999)), max_size=30)
every_walk = given(st.builds(walk, st.sampled_from(BEGINNINGS), moves))
thorough = settings(max_examples=150, deadline=None)

WRITTEN = ("check_in.notification", "check_in.reminder")


def written(step: Step) -> list[str]:
    """What the chat has written by itself."""
    return [key for key in step.keys if key in WRITTEN] if isinstance(step.event, TimerFired) else []


def row(step: Step, due: datetime | None) -> datetime | None:
    """When the row of the timer is due after this step, as every store keeps it."""
    for effect in step.turn.effects:
        match effect:
            case SetTimer(safety.JOB, moment):
                due = moment
            case CancelTimer(safety.JOB) | Forget(True):
                due = None
            case _:
                pass
    return due


@thorough
@every_walk
def test_sp18_nothing_is_written_but_what_was_agreed_to_at_its_time(walk: Walk):
    due, library = None, bilingual()
    for step in walk:
        if isinstance(step.event, TimerFired) and step.event.name == safety.JOB:
            if written(step):
                local = step.now.astimezone(library.source.zone).time()
                assert due is not None
                assert due <= step.now
                assert library.source.quiet is not None
                assert not library.source.quiet.holds(local)
            elif due is not None and due <= step.now:
                due = None  # the row is gone once its event is taken
        due = row(step, due)
        if due is None:
            assert step.after.check_in is None or step.after.check_in.stage in ("told", "reminded")


@thorough
@every_walk
def test_sp18_none_after_an_emergency_or_a_same_day_answer_and_none_without_consent(walk: Walk):
    for step in walk:
        if written(step):
            assert (step.after.lock, step.before.tier in ("same_day", "emergency")) == (None, False)
            assert step.after.consent is not None


@thorough
@every_walk
def test_sp18_after_stop_none_until_a_new_opt_in(walk: Walk):
    stopped = False
    for step in walk:
        agrees = any(id.startswith("hours_") for id in step.pressed_ids)
        stopped = (stopped or "end.stopped" in step.keys) and not agrees
        assert not (stopped and written(step))


@thorough
@every_walk
def test_sp18_at_most_three_in_a_check_and_at_most_one_reminder_each(walk: Walk):
    for step in walk:
        assert step.after.check_ins <= safety.CHECK_INS
        if "check_in.reminder" in written(step):
            assert step.before.check_in is not None
            assert step.before.check_in.stage == "sent"


@thorough
@every_walk
def test_sp18_pain_is_asked_only_once_the_red_flags_were(walk: Walk):
    for step in walk:
        if step.after.place in ("check_in.pain", "check_in.words", "check_in.skin", "check_in.result"):
            assert step.given["check_in.red_flags"] == ()
