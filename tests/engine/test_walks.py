"""What every random conversation keeps: turns are pure, sessions are durable, and old buttons do nothing."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from bot.engine.effects import Reply
from bot.engine.events import ChoicePressed, SelectionToggled
from bot.engine.phrases import hear
from bot.engine.turn import advance
from bot.store.codec import decode, encode
from tests.engine.walks import BEGINNINGS, BOTH, CRISIS, DANGER, JUNK, WORDS, Walk, walk, walks

every_walk = given(walks)
thorough = settings(max_examples=150, deadline=None)


@thorough
@every_walk
def test_the_same_event_gives_the_same_turn_and_leaves_the_session_alone(walk: Walk):
    for step in walk:
        given = decode(encode(step.before))
        assert advance(step.library, given, step.event, step.now) == step.turn
        assert given == step.before


@thorough
@every_walk
def test_every_session_survives_the_store(walk: Walk):
    for step in walk:
        assert decode(encode(step.after)) == step.after


@thorough
@every_walk
def test_every_message_is_answered_with_a_screen_or_leaves_the_screen_standing(walk: Walk):
    for step in walk:
        replies = [effect for effect in step.turn.effects if isinstance(effect, Reply)]
        assert len(replies) <= 1
        for reply in replies:
            assert reply.bubbles != ()
            assert reply.screen is None or (reply.screen.state, reply.screen.number) == (
                step.after.place,
                step.after.screen,
            )
            assert reply.screen is None or reply.screen.buttons != ()


@thorough
@every_walk
def test_screen_numbers_only_rise(walk: Walk):
    for step in walk:
        assert abs(step.after.screen) >= abs(step.before.screen)


@thorough
@every_walk
def test_no_placeholder_but_the_channels_stays_open(walk: Walk):
    for step in walk:
        assert "{" not in step.words.replace("{channel.name}", "")


@thorough
@every_walk
def test_a_button_that_is_not_on_the_screen_changes_nothing_but_the_screens_number(walk: Walk):
    for step in walk:
        pressed = isinstance(step.event, ChoicePressed | SelectionToggled)
        if pressed and not step.pressed and not step.met_no_screen and step.before.screen > 0:
            assert step.keys[0] == "command.old_button"
            page = step.after.page  # the state's own text is shown again
            assert step.after == replace(step.before, screen=step.before.screen + 1, last_at=step.now, page=page)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_every_beginning_gets_where_it_says(beginning: str):
    places = {
        "nothing yet": "welcome.start",
        "agreed": "red_flags.nerves",
        "four lists passed": "precautions.right_now",
        "result": "heat_check.result",
        "book soon": "heat_check.result",
        "swelling": "alternatives.cold",
        "today": "red_flags.same_day",
        "form": "callback.name",
        "review": "callback.review",
        "today's review": "callback.review",
        "emergency": "red_flags.emergency",
        "mind and body": "alternatives.mind_body",
        "gone back": "red_flags.today",
        "injury told late": "precautions.health",
        "injury after a card": "precautions.health",
        "stopped in mid-change": "end.stopped",
        "form in mid-change": "callback.name",
        "check-in agreed to": "check_in.set",
        "check-in written": "check_in.words",
        "check-in told": "check_in.result",
    }
    assert walk(beginning, ())[-1].after.place == places[beginning]


@pytest.mark.parametrize("text", [*DANGER, *BOTH])
def test_the_dangerous_words_of_the_walks_are_heard(text: str):
    assert hear(text).flags != frozenset()


@pytest.mark.parametrize("text", [*CRISIS, *BOTH])
def test_the_words_of_crisis_are_heard(text: str):
    assert hear(text).crisis


@pytest.mark.parametrize("text", [*JUNK, *WORDS])
def test_the_other_words_of_the_walks_are_harmless(text: str):
    heard = hear(text)
    assert (heard.flags, heard.crisis) == (frozenset(), False)
