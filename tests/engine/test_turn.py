"""`advance`: one event in, the next session and what should happen out."""

import pytest
from msgspec.structs import replace

from bot.engine.beside import BESIDE
from bot.engine.dialog import State
from bot.engine.effects import Reply, SetTimer, Turn
from bot.engine.events import (
    ChoicePressed,
    CommandGiven,
    Event,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
    TimerFired,
)
from bot.engine.session import Session
from bot.engine.turn import _HANDLERS, advance, newcomer
from bot.engine.values import NAME_LENGTH
from tests.engine.talk import DAY, HOUR, NOW, Talk, altered, bilingual, label, shipped


def test_a_newcomer_stands_at_the_welcome_in_the_first_language():
    library = bilingual()
    assert newcomer(library) == Session("welcome.start", "en", version=library.version, prints=library.prints)


@pytest.mark.parametrize(("lang", "known"), [("es", "es"), ("en", "en"), ("fr", "en"), (None, "en")])
def test_a_newcomer_gets_a_language_that_the_project_has(lang: str | None, known: str):
    assert newcomer(bilingual(), lang).lang == known


def test_no_session_is_a_newcomer():
    event = CommandGiven("start")
    assert advance(shipped(), None, event, NOW) == advance(shipped(), newcomer(shipped()), event, NOW)


@pytest.mark.parametrize(
    "event",
    [
        CommandGiven("start"),
        TextReceived("hello"),
        TextUnderstood("hm", None),
        ChoicePressed(1, "agree"),
        SelectionToggled(7, "x"),
    ],
)
def test_whatever_a_newcomer_sends_shows_the_welcome(event: CommandGiven):
    talk = Talk().send(event)
    assert (talk.place, talk.texts) == ("welcome.start", ["command.draft", "welcome.start"])


def test_every_kind_of_event_has_its_handler():
    assert {*_HANDLERS, *BESIDE} == set(Event.__subclasses__())
    assert set(_HANDLERS) & set(BESIDE) == set()


def test_every_message_sets_the_time_and_the_expiry():
    talk = Talk().agree().wait(HOUR).press("none")
    assert (talk.session.last_at, talk.session.version) == (talk.now, talk.library.version)
    assert talk.effects(SetTimer) == [SetTimer("expire", talk.now + DAY)]


def test_a_timer_is_no_message():
    talk = Talk().agree()
    before = talk.session
    talk.wait(HOUR).send(TimerFired("check_in"))
    assert talk.turn == Turn(before)


# Names and contacts


def form() -> Talk:
    return Talk().check().press("call_me", "agree")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ann", "Ann"),
        ("  Ann \n Lee ", "Ann Lee"),
        ("Ann\u202e\x00Lee", "Ann Lee"),
        ("José Ñandú", "José Ñandú"),
        ("x" * 300, "x" * NAME_LENGTH),
        ("<b>{clinic.phone}</b>", "<b>{clinic.phone}</b>"),
    ],
)
def test_a_name_is_kept_on_one_line_and_cut(typed: str, name: str):
    talk = form().say(typed)
    assert (talk.place, talk.answers["callback.name"]) == ("callback.contact", (name,))


@pytest.mark.parametrize("typed", ["", "   ", "\n\x00", "\u200b"])
def test_a_name_without_letters_is_asked_again(typed: str):
    talk = form().say(typed)
    assert (talk.place, talk.texts, talk.buttons) == ("callback.name", ["callback.name.empty"], ["cancel"])


def test_a_placeholder_in_a_name_is_shown_as_it_was_typed():
    talk = form().say("{clinic.phone}").give_contact("ann@example.org").press("skip")
    assert "{clinic.phone}, ann@example.org" in talk.words


def test_a_contact_is_kept_as_it_was_understood():
    talk = form().say("Ann").give_contact("+16025550100")
    assert (talk.place, talk.answers["callback.contact"]) == ("callback.time", ("+16025550100",))


def test_what_is_no_contact_is_asked_again():
    asked = [form().say("Ann").give_contact(None), form().say("Ann").say("602 555 0100")]
    assert [(talk.place, talk.texts) for talk in asked] == [("callback.contact", ["callback.contact.invalid"])] * 2


def test_danger_goes_before_a_contact():
    talk = form().say("Ann")
    talk.send(TextUnderstood("my chest hurts, call 602 555 0100", "+16025550100"))
    assert (talk.place, "callback.contact" in talk.answers) == ("red_flags.emergency", False)


def test_text_understood_elsewhere_is_plain_text():
    talk = Talk().agree().send(TextUnderstood(label("red_flags.nerves.none"), "+16025550100"))
    assert talk.place == "red_flags.body"


def test_a_question_for_any_text_takes_it_like_a_name():
    state = replace(shipped().states["callback.name"], ask="text")
    talk = Talk(altered(shipped(), state)).check().press("call_me", "agree").say("my  own words")
    assert talk.answers["callback.name"] == ("my own words",)


# Presses to where a patient wants to be (logic.md, section 3)


def presses(talk: Talk, *choices: str) -> list[str]:
    """What was said last, press by press."""
    return [talk.press(choice).place for choice in choices]


def test_seven_taps_lead_to_stop_dry_heat():
    talk = Talk().start().press("agree", "none", "none", "none", "dry", "worse_pain", "now_and_then")
    assert talk.texts[0] == "heat_check.stop_dry"


def test_eleven_taps_lead_to_the_first_card():
    first = ("agree", "none", "none", "none", "dry", "stiffness", "now_and_then", "none", "none", "none", "moist_heat")
    places = presses(Talk().start(), *first)
    assert (len(places), places[-2:]) == (11, ["heat_check.result", "alternatives.moist_heat"])


def test_eleven_taps_lead_to_the_menu_of_breathing():
    first = ("agree", "none", "none", "none", "dry", "worse_pain", "now_and_then", "none", "none", "none", "mind_body")
    talk = Talk().start().press(*first)
    assert (len(first), talk.place, talk.buttons[0]) == (11, "alternatives.mind_body", "breathing")


# A page that staff have made of several kinds


def test_a_reply_is_one_message_with_all_its_bubbles():
    talk = Talk().check().say("I can't pee and I want to kill myself")
    [reply] = talk.effects(Reply)
    assert isinstance(reply, Reply)
    assert reply.bubbles[0].key == "red_flags.emergency"
    assert reply.screen is not None
    assert reply.screen.number == talk.session.screen


def test_a_state_without_texts_shows_only_its_buttons_with_the_next_text():
    silent = State("heat_check.why", buttons=shipped().states["heat_check.why"].buttons, back="heat_check.result")
    talk = Talk(altered(shipped(), silent)).check().press("why")
    assert (talk.turn.effects, talk.command("help").texts) == (
        (SetTimer("expire", NOW + DAY),),
        ["command.help"],
    )
