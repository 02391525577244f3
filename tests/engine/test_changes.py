"""Staff change the dialogs while people are in them: nobody gets lost, past a screen, or past consent."""

import pytest
from msgspec.structs import replace

from bot.engine.conditions import Has
from bot.engine.decisions import ResultRule
from bot.engine.dialog import Rule
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, TextReceived
from bot.engine.library import Library
from bot.engine.session import Lock
from tests.engine.talk import DAY, NOW, Talk, altered, bilingual, label, shipped

NEXT = altered(shipped(), version="next")
"""The same dialogs, of which only the version has changed."""


ENGLISH = {"en": shipped().catalogs["en"]}


def without(*names: str) -> Library:
    return altered(shipped(), without=names, version="next")


def tables(**changes: object) -> Library:
    return altered(shipped(), tables=replace(shipped().source.tables, **changes), version="next")


# A new version


def test_a_new_version_shows_the_question_again_before_anything_can_be_pressed():
    talk = Talk().until("red_flags.body").meet(NEXT).press("none")
    assert (talk.place, talk.texts, "red_flags.body" in talk.answers) == ("red_flags.body", ["red_flags.body"], False)
    assert talk.session.version == "next"
    assert talk.press("none").place == "red_flags.body_more"


@pytest.mark.parametrize("text", ["1", label("red_flags.body.none")])
def test_nor_can_it_be_typed(text: str):
    talk = Talk().until("red_flags.body").meet(NEXT).say(text)
    assert (talk.place, talk.texts) == ("red_flags.body", ["red_flags.body"])


def test_after_a_new_version_emergency_shows_no_screen_so_that_none_can_be_pressed():
    talk = Talk().until("red_flags.body").meet(NEXT).command("emergency").press("none")
    assert (talk.place, talk.texts) == ("red_flags.body", ["red_flags.body"])


def test_danger_is_heard_across_versions():
    assert Talk().until("red_flags.body").meet(NEXT).say("I can't pee").place == "red_flags.emergency"


def test_a_draft_is_not_taken_before_its_question_was_shown_again():
    talk = Talk().check().press("call_me", "agree").meet(NEXT).say("Ann")
    assert (talk.place, "callback.name" in talk.answers) == ("callback.name", False)


def test_a_new_version_keeps_a_lock_and_its_place():
    talk = Talk().agree().press("some").meet(NEXT).press("mistake")
    assert (talk.place, talk.session.lock) == ("red_flags.emergency", Lock(NOW + DAY, emergency=True))


# Places that are gone


@pytest.mark.parametrize("event", [ChoicePressed(11, "finish"), CommandGiven("help"), TextReceived("hm")])
def test_a_place_that_is_gone_leads_to_the_first_screen_with_a_text(event: AnyEvent):
    talk = Talk().check().press("help")
    assert (talk.place, talk.session.screen) == ("seek_care.overview", 11)
    talk.meet(without("seek_care.overview")).send(event)
    assert (talk.place, talk.session.came_from) == ("red_flags.nerves", None)
    assert talk.texts[-2:] == ["command.moved", "red_flags.nerves"]


def test_a_place_that_never_was_leads_there_too():
    talk = Talk().agree()
    talk.session = replace(talk.session, place="heat_check.gone")
    assert (talk.say("hm").place, talk.texts) == ("red_flags.nerves", ["command.moved", "red_flags.nerves"])


def test_after_emergency_in_a_place_that_is_gone_the_first_screen_is_not_passed_unseen():
    """The old screen had a button of the same name."""
    talk = Talk().until("precautions.right_now")
    number = talk.session.screen
    gone = replace(shipped().states["red_flags.today"], next=(Rule("precautions.health"),))
    talk.meet(altered(shipped(), gone, without=["precautions.right_now"], version="next")).command("emergency")
    assert talk.press_on(number, "none").texts == ["red_flags.nerves"]
    assert (talk.place, talk.press("none").place) == ("red_flags.nerves", "red_flags.body")


def test_without_consent_a_place_that_is_gone_leads_to_the_welcome():
    talk = Talk().start().press("under_18").meet(without("end.minor")).say("hm")
    assert (talk.place, talk.texts) == ("welcome.start", ["command.moved", "welcome.start"])


def test_in_a_lock_a_place_that_is_gone_leads_to_the_emergency_text():
    talk = Talk().agree().press("some", "on_the_way").meet(without("end.emergency")).say("hm")
    assert (talk.place, talk.session.lock) == ("red_flags.after_emergency", Lock(NOW + DAY, emergency=True))


def test_the_answers_that_still_stand_are_kept_and_asked_again():
    talk = Talk().check(today=("numb_patch", "done")).press("show_doctor").meet(without("summary.for_doctor")).say("hm")
    assert (talk.place, talk.answers["red_flags.today"]) == ("red_flags.nerves", ("numb_patch",))
    assert talk.until("red_flags.today").session.ticked == ("numb_patch",)


def test_a_same_day_answer_takes_over_again_from_there():
    talk = Talk().check(today=("lump", "done")).press("show_doctor").meet(without("summary.for_doctor")).say("hm")
    assert (talk.place, talk.press("none").place) == ("red_flags.nerves", "red_flags.same_day")


def test_a_call_that_was_offered_there_is_offered_no_more():
    talk = Talk().check().press("show_doctor").command("human")
    assert "call_me" in talk.buttons
    assert talk.meet(without("summary.for_doctor")).say("hm").buttons == ["none", "some", "unsure"]


def test_back_to_a_place_that_is_gone_leads_to_the_first_screen():
    talk = Talk().check().press("help", "call_me").meet(without("seek_care.overview")).say("hm")
    assert talk.place == "callback.notice"
    assert talk.press("no_thanks").place == "red_flags.nerves"


def test_a_question_that_left_the_path_leads_to_the_first_screen():
    """The list of signs is no longer asked of people with dry heat."""
    rules = (Rule("red_flags.today", Has("heat", frozenset({"dry"}))), Rule("heat_check.signs"))
    heat = replace(shipped().states["heat_check.heat_kind"], next=rules)
    talk = Talk().until("heat_check.signs").meet(altered(shipped(), heat, version="next")).say("hm")
    assert (talk.place, talk.texts[0]) == ("red_flags.nerves", "command.moved")


# Answers, rules, questions


def test_a_choice_that_is_gone_is_asked_again():
    today = shipped().states["red_flags.today"]
    fewer = replace(today, choices=tuple(choice for choice in today.choices if choice.id != "numb_patch"))
    talk = Talk().check(today=("numb_patch", "done")).meet(altered(shipped(), fewer, version="next")).say("hm")
    assert (talk.place, talk.texts[0]) == ("red_flags.nerves", "command.moved")
    assert "red_flags.today" not in talk.answers


def test_a_new_question_closes_the_list_until_it_is_answered():
    asked = replace(shipped().states["red_flags.body"], name="precautions.luck", next=(Rule("heat_check.result"),))
    health = replace(shipped().states["precautions.health"], next=(Rule("precautions.luck"),))
    catalog = shipped().catalogs["en"]
    labels = {
        f"precautions.luck.choices.{id}": catalog.lines["red_flags.body.choices.none"]
        for id in ("none", "some", "unsure")
    }
    words = replace(catalog, lines={**catalog.lines, **labels})
    talk = Talk().check().press("moist_heat")
    talk.meet(altered(shipped(), asked, health, version="next", catalogs={"en": words})).say("hm")
    assert (talk.place, talk.texts[0]) == ("red_flags.nerves", "command.moved")
    assert talk.until("precautions.luck").press("none").place == "heat_check.result"


def test_a_rule_that_closes_a_card_closes_it_for_who_reads_it():
    rules = shipped().source.tables.levels
    always = {"when": None, "levels": {"moist_heat": "not_for_you"}}
    levels = tuple(replace(rule, **always) if rule.id == "any_sign" else rule for rule in rules)
    talk = Talk().check().press("moist_heat").meet(tables(levels=levels)).say("hm")
    assert (talk.place, talk.texts[0]) == ("red_flags.nerves", "command.moved")
    assert "moist_heat" not in talk.answer().buttons


def test_a_rule_that_makes_answers_urgent_holds_for_answers_already_given():
    stiff = ResultRule("stiff_today", ("same_day",), Has("signs", frozenset({"stiffness"})))
    library = tables(tier=(*shipped().source.tables.tier, stiff))
    talk = Talk().check(signs=("stiffness", "now_and_then")).meet(library).press("moist_heat")
    assert (talk.place, talk.texts) == ("red_flags.nerves", ["command.moved", "red_flags.nerves"])
    assert talk.press("none").place == "red_flags.same_day"


# Consent and language


def test_with_a_new_consent_text_a_check_begins_with_consent():
    library = altered(shipped(), version="next", consent_version="2")
    talk = Talk().until("precautions.health").meet(library).say("1")
    assert (talk.place, talk.texts) == ("welcome.start", ["command.moved", "welcome.start"])
    assert (talk.press("agree").place, talk.answers) == ("red_flags.nerves", {})
    assert talk.session.consent is not None
    assert talk.session.consent.version == "2"


@pytest.mark.parametrize("way", [("why",), ("call_me", "agree"), ("help", "finish", "finish")])
def test_no_page_outlives_its_consent(way: tuple[str, ...]):
    library = altered(shipped(), version="next", consent_version="2")
    assert Talk().check().press(*way).meet(library).command("help").place == "welcome.start"


def test_an_emergency_outlives_its_consent():
    library = altered(shipped(), version="next", consent_version="2")
    assert Talk().agree().press("some").meet(library).say("hm").place == "red_flags.after_emergency"


def test_a_language_that_is_gone_leaves_the_person_in_the_first():
    talk = Talk(bilingual()).agree().command("language").meet(altered(bilingual(), version="next", catalogs=ENGLISH))
    assert (talk.say("hm").session.lang, talk.labels[0]) == ("es", label("red_flags.nerves.none"))
    assert talk.command("language").texts[0] == "command.only_language"
