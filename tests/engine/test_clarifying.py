"""A danger that was half heard is asked about until it is answered; an answer in words counts once it is pressed."""

import pytest
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.events import AnyEvent, AttachmentReceived, ChoicePressed, CommandGiven, MessageEdited, TextUnderstood
from bot.engine.meaning import Meaning
from bot.engine.session import Asked
from tests.engine.talk import DAY, HOUR, Talk, altered, fact

CHEST = Meaning(doubt=("chest",))
FEVER = Meaning(doubt=("fever",))
SIGNS, HEAT = "heat_check.signs", "heat_check.heat_kind"


def words(meaning: Meaning, text: str = "words") -> TextUnderstood:
    return TextUnderstood(text, None, meaning)


def doubted(place: str = HEAT, meaning: Meaning = CHEST) -> Talk:
    return Talk().until(place).send(words(meaning))


# A doubt


@pytest.mark.parametrize("place", ["red_flags.nerves", HEAT, SIGNS, "heat_check.result"])
def test_a_doubt_is_asked_in_every_state_and_keeps_the_place(place: str):
    talk = doubted(place)
    assert (talk.place, talk.texts, talk.buttons) == (place, ["command.doubt"], ["yes", "unsure", "no"])
    assert "chest pain or pressure" in talk.reply.bubbles[0].text
    assert talk.session.lock is None


def test_in_the_middle_of_a_name_a_doubt_comes_before_the_name():
    talk = Talk().until("heat_check.result").press("call_me", "agree").send(words(CHEST, "Ann, my chest is odd"))
    assert (talk.place, talk.texts) == (safety.CALLBACK_NAME, ["command.doubt"])
    assert talk.press("no").say("Ann").answers[safety.CALLBACK_NAME] == ("Ann",)


@pytest.mark.parametrize("press", ["yes", "unsure"])
def test_yes_and_not_sure_escalate_at_once(press: str):
    talk = doubted().press(press)
    assert (talk.place, talk.texts[0], talk.tier) == (safety.EMERGENCY, safety.EMERGENCY, "emergency")
    assert talk.session.lock is not None
    assert talk.answers[safety.HEARD] == ("chest",)


def test_a_doubt_about_today_leads_to_the_same_day_screen():
    talk = doubted(meaning=FEVER).press("yes")
    assert (talk.place, talk.tier, talk.session.lock) == (safety.SAME_DAY, "same_day", None)


def test_a_doubt_about_self_harm_asks_so_and_leads_to_the_crisis_screen():
    talk = doubted(meaning=Meaning(doubt=("self_harm",)))
    assert talk.texts == ["command.doubt.self_harm"]
    assert talk.press("unsure").place == safety.CRISIS


def test_no_shows_the_question_again_and_records_nothing():
    before = Talk().until(HEAT)
    talk = doubted().press("no")
    assert (talk.place, talk.texts, talk.answers, talk.tier) == (HEAT, [HEAT], before.answers, "self_care")


OTHER: list[AnyEvent] = [
    words(Meaning(), "what?"),
    words(Meaning(topic="thanks"), "thank you"),
    words(Meaning(choices=("dry",)), "the dry one"),
    words(CHEST),
    AttachmentReceived(),
    MessageEdited("ok"),
    CommandGiven("back"),
    CommandGiven("start"),
    CommandGiven("anything"),
]


@pytest.mark.parametrize("other", OTHER)
def test_any_other_message_repeats_the_doubt_once_and_then_escalates(other: AnyEvent):
    talk = doubted().send(other)
    assert (talk.place, talk.texts, talk.session.lock) == (HEAT, ["command.doubt"], None)
    assert talk.send(other).place == safety.EMERGENCY


@pytest.mark.parametrize("name", ["emergency", "help", "human", "privacy", "language"])
def test_numbers_and_help_stay_one_step_away_and_the_doubt_stays_open(name: str):
    talk = doubted().command(name)
    assert (talk.place, talk.session.asked_back) == (HEAT, Asked("doubt", ("chest",)))
    assert talk.press_on(talk.session.screen, "yes").place == safety.EMERGENCY


@pytest.mark.parametrize("name", ["stop", "delete"])
def test_somebody_who_ends_the_chat_is_let_go_with_the_emergency_number(name: str):
    talk = doubted().command(name)
    assert talk.session.asked_back is None
    assert fact("emergency.number") in " ".join(bubble.text for bubble in talk.reply.bubbles)


def test_an_old_button_passes_no_doubt_by():
    talk = Talk().until(HEAT)
    old = talk.session.screen
    talk.send(words(CHEST)).press_on(old, "dry")
    assert (talk.place, talk.texts) == (HEAT, ["command.old_button", "command.doubt"])
    assert talk.send(ChoicePressed(talk.session.screen, "no")).texts == [HEAT]


def test_time_alone_does_nothing_and_a_day_erases_the_doubt():
    talk = doubted().wait(23 * HOUR)
    assert talk.session.asked_back == Asked("doubt", ("chest",))
    talk.wait(DAY).say("hello")
    assert (talk.place, talk.session.asked_back) == (safety.TIMEOUT, None)


def test_before_consent_only_the_emergency_line_is_said():
    talk = Talk().start().send(words(CHEST))
    assert (talk.place, talk.texts[0]) == (safety.START, "command.doubt_line")
    assert (talk.session.asked_back, safety.HEARD in talk.answers) == (None, False)


def test_a_clear_danger_is_not_asked_about():
    talk = Talk().until(HEAT).send(words(Meaning(frozenset({"chest"}), doubt=("fever",))))
    assert talk.place == safety.EMERGENCY


# Danger in words


def test_a_same_day_flag_in_words_leads_there_and_is_kept():
    talk = Talk().until(SIGNS).send(words(Meaning(frozenset({"fever"}))))
    assert (talk.place, talk.tier, talk.answers[safety.HEARD]) == (safety.SAME_DAY, "same_day", ("fever",))
    assert talk.command("back").place == safety.SAME_DAY


def test_a_same_day_flag_before_consent_is_answered_and_not_kept():
    talk = Talk().start().send(words(Meaning(frozenset({"fever"}))))
    assert (talk.texts[0], talk.place, talk.tier) == (safety.SAME_DAY, safety.START, "self_care")
    assert safety.HEARD not in talk.answers


@pytest.mark.parametrize(
    ("flag", "text"), [("chest", safety.EMERGENCY), ("self_harm", safety.CRISIS), ("fever", safety.SAME_DAY)]
)
def test_danger_of_somebody_else_gives_the_text_and_changes_nothing(flag: str, text: str):
    before = Talk().until(SIGNS)
    talk = Talk().until(SIGNS).send(words(Meaning(frozenset({flag}), somebody_else=True)))
    assert (talk.texts[0], talk.place, talk.answers, talk.tier) == (text, SIGNS, before.answers, "self_care")
    assert talk.session.lock is None


# An answer in words


def test_an_answer_in_words_is_proposed_and_a_press_gives_it():
    talk = Talk().until(HEAT).send(words(Meaning(choices=("dry",))))
    assert (talk.place, talk.texts, talk.buttons) == (HEAT, ["command.proposal"], ["yes", "no"])
    assert "Dry" in talk.reply.bubbles[0].text
    assert HEAT not in talk.answers
    talk.press("yes")
    assert (talk.answers[HEAT], talk.place) == (("dry",), SIGNS)


def test_a_guess_whose_button_staff_have_taken_away_is_dropped_and_the_question_asked_again():
    talk = Talk().until(HEAT).send(words(Meaning(choices=("dry",))))
    heat = talk.library.states[HEAT]
    fewer = replace(heat, choices=tuple(choice for choice in heat.choices if choice.id != "dry"))
    catalog = talk.library.catalogs["en"]
    lines = {key: line for key, line in catalog.lines.items() if key != f"{HEAT}.choices.dry"}
    catalogs = {**talk.library.catalogs, "en": replace(catalog, lines=lines)}
    talk.library = altered(talk.library, fewer, catalogs=catalogs, version="edited")
    talk.command("help")
    assert (talk.session.asked_back, talk.place, "dry" in talk.buttons) == (None, HEAT, False)


def test_a_wrong_guess_asks_again():
    talk = Talk().until(HEAT).send(words(Meaning(choices=("moist",)))).press("no")
    assert (talk.place, talk.texts, HEAT in talk.answers) == (HEAT, [HEAT], False)


def test_other_words_than_yes_or_no_are_read_for_themselves():
    talk = Talk().until(HEAT).send(words(Meaning(choices=("moist",)))).send(words(Meaning(choices=("dry",))))
    assert talk.press("yes").answers[HEAT] == ("dry",)


def test_lines_of_a_list_are_ticked_and_done_is_the_press():
    talk = Talk().until(SIGNS).send(words(Meaning(choices=("worse_pain", "stiffness"))))
    assert (talk.session.ticked, talk.texts) == (("worse_pain", "stiffness"), ["command.ticked", SIGNS])
    assert SIGNS not in talk.answers
    assert talk.press("each_time").answers[SIGNS] == ("worse_pain", "stiffness", "each_time")


def test_none_of_these_in_words_is_proposed_too():
    talk = Talk().until("red_flags.nerves").send(words(Meaning(choices=("none",))))
    assert (talk.buttons, "red_flags.nerves" in talk.answers) == (["yes", "no"], False)
    assert talk.press("yes").place == "red_flags.body"


def test_a_guess_that_is_not_on_the_screen_is_not_understood():
    talk = Talk().until(HEAT).send(words(Meaning(choices=("worse_pain",))))
    assert (talk.texts, talk.session.misses) == (["command.unknown", HEAT], 1)


def test_in_a_lock_nothing_is_proposed_and_no_question_in_passing_answered():
    talk = Talk().until(HEAT).say("I can't feel my legs")
    talk.send(words(Meaning(choices=("on_the_way",), topic="privacy")))
    assert (talk.place, talk.texts) == (safety.AFTER_EMERGENCY, [safety.AFTER_EMERGENCY])


# Topics that may be meant


NEAREST = Meaning(nearest=("cold", "contrast", "tens"))


def test_the_nearest_topics_are_offered_and_a_press_tells_one_and_shows_the_question_again():
    talk = Talk().until(HEAT).send(words(NEAREST))
    assert (talk.texts, talk.buttons) == (["command.nearest"], ["cold", "contrast", "tens", "other"])
    assert talk.press("contrast").texts == ["command.topics.contrast", HEAT]
    assert (talk.place, talk.session.asked_back) == (HEAT, None)


def test_something_else_shows_the_question_again():
    assert Talk().until(HEAT).send(words(NEAREST)).press("other").texts == [HEAT]


def test_other_words_drop_the_offer():
    talk = Talk().until(HEAT).send(words(NEAREST)).send(words(Meaning(choices=("dry",)), "the dry one"))
    assert talk.session.asked_back == Asked("proposal", ("dry",))


def test_no_topic_about_health_is_offered_before_consent():
    assert "command.nearest" not in Talk().start().send(words(NEAREST)).texts


def test_danger_comes_before_the_offer():
    assert (
        Talk().until(HEAT).send(words(Meaning(flags=frozenset({"chest"}), nearest=("cold",)))).place == safety.EMERGENCY
    )


def test_of_a_sentence_the_name_is_kept():
    talk = (
        Talk().until("heat_check.result").press("call_me", "agree").send(words(Meaning(said="Ann"), "they call me Ann"))
    )
    assert talk.answers[safety.CALLBACK_NAME] == ("Ann",)


def test_a_question_where_a_name_is_asked_for_is_answered():
    talk = Talk().until("heat_check.result").press("call_me", "agree")
    talk.send(words(Meaning(topic="why_asking", asks=True), "why?"))
    assert (talk.place, talk.texts) == (safety.CALLBACK_NAME, ["command.topics.why_asking", safety.CALLBACK_NAME])
