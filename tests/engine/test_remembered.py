"""A remembered turn or look is the one that would be worked out, and nothing personal is remembered."""

from datetime import timedelta

import pytest
from hypothesis import given, settings

from bot.engine import safety
from bot.engine.events import AnyEvent, ChoicePressed, TextReceived
from bot.engine.look import Looks
from bot.engine.turn import advance, work_out
from tests.engine.talk import DAY, NOW, Talk, altered, bilingual, shipped
from tests.engine.walks import Walk, walks


@settings(deadline=None)
@given(walks)
def test_a_remembered_turn_is_the_one_that_is_worked_out(walk: Walk):
    for step in walk:
        fresh = altered(step.library) if step.library is not bilingual() else _forgetful()
        assert work_out(fresh, step.before, step.event, step.now) == step.turn
        assert advance(step.library, step.before, step.event, step.now) == step.turn


_FORGETFUL = altered(bilingual())


def _forgetful():
    """The same library, with nothing remembered of how screens look."""
    _FORGETFUL.looks = Looks()
    return _FORGETFUL


def test_a_press_is_remembered():
    library = altered(shipped())
    first, second = Talk(library).agree(), Talk(library).agree()
    key = library.turns.key(first.session, ChoicePressed(first.session.screen, "none"), NOW)
    assert key is not None
    assert library.turns.recall(key, first.session, NOW) is None
    turn = first.press("none").turn
    assert library.turns.recall(key, second.session, NOW) == turn


@pytest.mark.parametrize(
    ("event", "later"),
    [(TextReceived("none"), timedelta()), (ChoicePressed(2, "none"), DAY), (ChoicePressed(2, "none"), 3 * DAY)],
)
def test_words_and_presses_after_a_day_are_worked_out(event: AnyEvent, later: timedelta):
    talk = Talk().agree()
    assert shipped().turns.key(talk.session, event, talk.now + later) is None


def test_a_locked_session_is_worked_out():
    talk = Talk().agree().press("some")
    assert talk.place == safety.EMERGENCY
    assert shipped().turns.key(talk.session, ChoicePressed(talk.session.screen, "show_again"), NOW) is None


def test_what_a_person_typed_is_never_remembered():
    library = altered(shipped())
    talk = Talk(library).check().press("call_me", "agree").say("Ann Personal").give_contact("+16025550100")
    talk.press("skip").press(*talk.buttons[-1:])
    known = f"{vars(library.turns)} {vars(library.looks)}"
    assert ("Ann Personal" in known, "+16025550100" in known) == (False, False)
