"""Typed numbers and labels are presses of what can be seen; everything else answers nothing."""

import pytest

from bot.engine.effects import Redraw, Reply, RequestCallback
from tests.engine.talk import Talk, fact, label


def test_a_number_is_the_press_of_its_button():
    assert Talk().agree().say("1").place == "red_flags.body"
    assert Talk().agree().say("3").place == "red_flags.emergency"


NONE = label("red_flags.nerves.none")


@pytest.mark.parametrize("text", [NONE, NONE.lower(), f"  {NONE.upper()}! ", NONE.replace("o", "ó").replace(" ", "  ")])
def test_a_label_is_the_press_of_its_button(text: str):
    assert Talk().agree().say(text).answers == {"red_flags.nerves": ("none",)}


@pytest.mark.parametrize("text", ["none", "no", "none of these apply", "0", "4", "1 1", "1 2", "100", "I am fine"])
def test_other_words_answer_no_screening_question(text: str):
    talk = Talk().agree().say(text)
    assert (talk.place, talk.answers) == ("red_flags.nerves", {})
    assert talk.texts == ["command.unknown", "red_flags.nerves"]


@pytest.mark.parametrize("text", ["1", "1 2", "2,1", "1, 2."])
def test_numbers_on_a_list_tick_their_lines_and_close_it_with_the_first_done(text: str):
    talk = Talk().until("heat_check.signs").say(text)
    ticked = ("worse_pain", "nerve_feelings")[: 1 + ("2" in text)]
    assert talk.answers["heat_check.signs"] == (*ticked, "each_time")


@pytest.mark.parametrize(("number", "closer"), [("6", "each_time"), ("7", "now_and_then")])
def test_the_number_of_a_done_button_chooses_it(number: str, closer: str):
    talk = Talk().until("heat_check.signs").say(f"3 {number}")
    assert talk.answers["heat_check.signs"] == ("stiffness", closer)


def test_the_number_of_a_done_button_alone_closes_with_the_ticks():
    talk = Talk().until("heat_check.signs").tick("swelling").say("7")
    assert talk.answers["heat_check.signs"] == ("swelling", "now_and_then")


def test_the_number_of_a_done_button_without_ticks_asks_again():
    assert Talk().until("heat_check.signs").say("6").texts == ["command.pick_one", "heat_check.signs"]


@pytest.mark.parametrize("text", ["1 5", "5 6", "1 6 7", "5, 1"])
def test_numbers_that_contradict_each_other_ask_again(text: str):
    """None of these (5) with a line, or two Done buttons (6, 7)."""
    talk = Talk().until("heat_check.signs").say(text)
    assert (talk.texts, talk.place) == (["command.unknown", "heat_check.signs"], "heat_check.signs")
    assert (talk.session.ticked, "heat_check.signs" in talk.answers) == ((), False)


def test_the_number_of_none_of_these_closes_the_list():
    assert Talk().until("heat_check.signs").say("5").answers["heat_check.signs"] == ()


@pytest.mark.parametrize("text", ["8", "1 8", "0 1", "99"])
def test_a_number_that_is_not_on_the_screen_asks_again(text: str):
    talk = Talk().until("heat_check.signs").say(text)
    assert (talk.texts, talk.session.ticked) == (["command.unknown", "heat_check.signs"], ())


def test_numbers_come_on_top_of_the_ticks_of_this_screen():
    talk = Talk().until("red_flags.today").tick("numb_patch").say("14")
    assert talk.answers["red_flags.today"] == ("numb_patch", "shooting")


def test_numbers_take_the_place_of_an_older_answer():
    talk = Talk().check(today=("numb_patch", "done")).command("back").command("back").command("back")
    assert talk.session.ticked == ("numb_patch",)
    assert talk.say("14").answers["red_flags.today"] == ("shooting",)


def test_the_label_of_a_line_ticks_it_and_shows_the_list():
    talk = Talk().until("red_flags.today").say("well")
    number = talk.session.screen
    talk.say(label("red_flags.today.lump"))
    assert (talk.session.ticked, talk.session.screen, talk.effects(Redraw)) == (("lump",), number + 1, [])
    assert (talk.texts, talk.session.misses) == (["red_flags.today"], 0)
    assert talk.say(label("red_flags.today.lump").upper()).session.ticked == ()


def test_the_label_of_a_done_button_closes_the_list():
    words = label("heat_check.signs.now_and_then").replace(":", " ")
    assert Talk().until("heat_check.signs").tick("stiffness").say(words).place == "red_flags.today"


def test_one_number_on_a_page_presses_its_button_and_several_press_none():
    assert Talk().check().say("1").place == "alternatives.moist_heat"
    talk = Talk().check().say("1 2")
    assert (talk.place, talk.texts[0]) == ("heat_check.result", "command.unknown")


def test_a_label_can_be_typed_where_a_name_is_asked():
    talk = Talk().check().press("call_me", "agree").say("cancel")
    assert (talk.place, "callback.name" in talk.answers) == ("callback.cancelled", False)


def test_a_tick_alone_sends_nothing():
    talk = Talk().check().press("call_me", "agree").say("Ann").give_contact("ann@example.org").press("skip").say("1")
    assert (talk.place, talk.session.ticked) == ("callback.review", ("include_answers",))
    assert talk.effects(RequestCallback) == []
    assert talk.say("send").place == "callback.sent"


def test_the_tick_and_the_send_button_can_be_typed_together():
    talk = Talk().check().press("call_me", "agree").say("Ann").give_contact("ann@example.org").press("skip").say("1 2")
    [request] = talk.effects(RequestCallback)
    assert isinstance(request, RequestCallback)
    assert (talk.place, request.answers != "") == ("callback.sent", True)


@pytest.mark.parametrize("text", ["1", "help is on the way", NONE])
def test_before_the_first_screen_nothing_is_pressed(text: str):
    talk = Talk().say(text)
    assert (talk.place, talk.texts) == ("welcome.start", ["command.draft", "welcome.start"])


def test_what_can_be_read_as_a_label_is_no_danger():
    talk = Talk().until("heat_check.skin", signs=("swelling", "each_time")).say(label("heat_check.skin.deep_burn"))
    assert (talk.answers["heat_check.skin"], "heard" in talk.answers) == (("deep_burn",), False)


# Misses


def test_after_two_misses_the_phone_is_given():
    talk = Talk().agree().say("well").say("well")
    assert talk.texts == ["command.unknown", "command.unknown_twice", "red_flags.nerves"]
    assert fact("clinic.phone") in talk.words


def test_a_press_between_two_misses_starts_counting_anew():
    talk = Talk().until("red_flags.today").say("well").tick("fever").say("well")
    assert (talk.texts, talk.session.misses) == (["command.unknown", "red_flags.today"], 1)


def test_an_end_repeats_its_text_and_counts_no_miss():
    talk = Talk().start().press("no_thanks").say("well")
    assert (talk.texts, talk.session.misses) == (["end.declined"], 0)


def test_every_answer_is_a_reply_with_the_question():
    talk = Talk().agree().say("well")
    [reply] = talk.effects(Reply)
    assert isinstance(reply, Reply)
    assert reply.screen == talk.screen
    assert (talk.screen.state, talk.buttons) == ("red_flags.nerves", ["none", "some", "unsure"])
