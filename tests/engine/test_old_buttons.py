"""A button of an earlier message changes nothing, says so, and shows the present question again."""

import pytest
from msgspec.structs import replace

from bot.engine.effects import Screen
from bot.engine.events import AnyEvent, ChoicePressed, SelectionToggled, TextReceived, TextUnderstood
from bot.engine.turn import advance
from tests.engine.talk import Talk
from tests.engine.walks import DANGER, Step, Walker

LONG_WALK = (
    "agree none none none both worse_pain swelling each_time mild numb_patch done none age65 done why back "
    "mind_body stretching yes list help call_me agree Ann +16025550100 skip send finish finish my_list show_doctor "
    "back quick electric_pad back back call_me no_thanks Emergency! on_the_way mistake none none none none fever done "
    "finish"
)
"""Through every kind of state: presses, a Name, a +contact, words of danger."""


def long_walk() -> tuple[list[Talk], list[Screen]]:
    """The conversation after each step, and every screen that was shown."""
    walker = Walker()
    walker.start()
    talks: list[Talk] = []
    for act in LONG_WALK.split():
        if act == "Emergency!":
            walker.say(DANGER[0])
        else:
            walker.act(act)
        talks.append(Talk(walker.library, walker.session, walker.now))
    return talks, walker.screens


TALKS, SCREENS = long_walk()


def test_the_walk_is_long():
    assert len({talk.place for talk in TALKS}) >= 25


@pytest.mark.parametrize("kind", [ChoicePressed, SelectionToggled])
def test_no_button_of_an_earlier_screen_does_anything_in_any_state(kind: type[ChoicePressed | SelectionToggled]):
    for talk in TALKS:
        earlier = {(s.number, button.id) for s in SCREENS if s.number < talk.session.screen for button in s.buttons}
        for number, choice in earlier:
            check_old(talk, kind(number, choice))


def check_old(talk: Talk, event: AnyEvent) -> None:
    turn = advance(talk.library, talk.session, event, talk.now)
    step = Step(talk.library, talk.session, None, event, turn, talk.now)
    assert step.keys[0] == "command.old_button"
    assert step.after == replace(talk.session, screen=talk.session.screen + 1)
    assert step.buttons != ()


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: f"{talk.session.screen}-{talk.place}")
def test_a_button_that_was_never_on_the_screen_is_old_too(talk: Talk):
    for number in (talk.session.screen, talk.session.screen + 1, 0, -1):
        check_old(talk, ChoicePressed(number, "nowhere"))


@pytest.mark.parametrize("way", [(), ("cannot_call",), ("on_the_way",)])
def test_in_an_emergency_its_text_is_shown_again(way: tuple[str, ...]):
    talk = Talk().until("red_flags.body")
    old = talk.session.screen
    talk.press("some", *way)
    place = talk.place
    talk.press_on(old, "none")
    assert (talk.place, talk.texts[0]) == (place, "command.old_button")
    assert talk.texts[1] == (f"{place}.cannot_call" if way == ("cannot_call",) else place)
    assert "red_flags.body" in talk.answers


def test_the_button_that_was_pressed_is_old_afterwards():
    talk = Talk().agree()
    talk.press_on(2, "none").press_on(2, "none")
    assert (talk.place, talk.texts) == ("red_flags.body", ["command.old_button", "red_flags.body"])


def test_fast_double_ticks_are_not_old():
    talk = Talk().until("red_flags.today")
    number = talk.session.screen
    for choice in ("fever", "lump", "fever"):
        talk.send(SelectionToggled(number, choice))
    assert (talk.session.ticked, talk.session.screen) == (("lump",), number)


def test_ticks_on_an_older_showing_of_a_list_are_old():
    talk = Talk().until("red_flags.today")
    number = talk.session.screen
    talk.command("help").send(SelectionToggled(number, "fever"))
    assert (talk.session.ticked, talk.texts) == ((), ["command.old_button", "red_flags.today"])


def test_the_buttons_that_stand_after_emergency_are_not_old():
    talk = Talk().until("red_flags.today").command("emergency").press("none")
    assert talk.place == "precautions.right_now"


def test_a_button_whose_condition_no_longer_holds_is_old():
    """The card was offered, then its own question closed it; the list shows no button for it any more."""
    talk = Talk().check().press("cold", "yes")
    assert (talk.place, "cold" in talk.buttons) == ("alternatives.list", False)
    assert talk.press_on(talk.session.screen, "cold").texts[0] == "command.old_button"


@pytest.mark.parametrize("event", [TextReceived("well"), TextUnderstood("well", None)])
def test_text_is_never_old(event: AnyEvent):
    assert Talk().agree().send(event).texts == ["command.unknown", "red_flags.nerves"]


def test_numbers_of_screens_rise_by_one():
    shown = [screen.number for screen in SCREENS]
    assert sorted(set(shown)) == list(range(1, shown[-1] + 1))
