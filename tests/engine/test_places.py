"""Going to a place: the guards before it, what happens on arrival, and where "back" leads."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.engine.conditions import Has
from bot.engine.dialog import Rule
from bot.engine.effects import CancelTimer
from bot.engine.places import allowed, go
from bot.engine.scene import Scene
from bot.engine.session import Consent, Lock, Session
from tests.engine.talk import HOUR, NOW, Talk, altered, shipped

CONSENT = Consent("1", NOW)
LOCK = Lock(NOW + timedelta(hours=24), emergency=True)
CHECKED = Talk().check().session.answers
CARDS = ("moist_heat", "contrast", "cold", "creams", "mind_body", "breathing", "stretching", "tens")
OFFERS = ("heat_check.result", "alternatives.list", *(f"alternatives.{card}" for card in CARDS))


def scene(place: str = "heat_check.result", **fields: object) -> Scene:
    session = Session(place, "en", consent=CONSENT, answers=CHECKED, screen=3, greeted=True)
    return Scene(shipped(), replace(session, **fields), NOW)


# Guards


@pytest.mark.parametrize("place", sorted(shipped().states))
def test_a_lock_shows_only_its_own_places(place: str):
    in_lock = {"red_flags.emergency", "red_flags.after_emergency", "red_flags.crisis", "red_flags.mistake_limit",
               "end.emergency"}  # fmt: skip
    expected = place if place in in_lock else "red_flags.crisis"
    assert allowed(scene("red_flags.crisis", lock=LOCK), place) == expected


def test_a_lock_without_a_place_of_its_own_shows_the_emergency_text():
    assert allowed(scene("heat_check.result", lock=LOCK), "alternatives.list") == "red_flags.emergency"


@pytest.mark.parametrize("consent", [None, Consent("0", NOW)])
@pytest.mark.parametrize("place", sorted(shipped().states))
def test_without_consent_to_the_present_text_everything_else_leads_to_the_welcome(place: str, consent: Consent | None):
    free = {"red_flags.emergency", "red_flags.after_emergency", "red_flags.crisis", "red_flags.mistake_limit",
            "welcome.start", "end.emergency", "end.declined", "end.minor", "end.stopped", "end.timeout",
            "end.closed"}  # fmt: skip
    assert allowed(scene(consent=consent), place) == (place if place in free else "welcome.start")


@pytest.mark.parametrize("place", OFFERS)
def test_after_a_same_day_answer_options_lead_to_its_screen(place: str):
    assert allowed(scene(tier="same_day"), place) == "red_flags.same_day"


@pytest.mark.parametrize("place", OFFERS)
@pytest.mark.parametrize("count", range(len(CHECKED)))
def test_before_the_check_is_complete_options_lead_to_the_open_question(count: int, place: str):
    assert allowed(scene(answers=CHECKED[:count]), place) == CHECKED[count][0]


@pytest.mark.parametrize(
    ("option", "question"),
    [
        ("moist_heat", "alternatives.moist_heat"),
        ("contrast", "precautions.for_contrast"),
        ("cold", "precautions.for_cold"),
        ("creams", "precautions.for_creams"),
        ("mind_body", "alternatives.mind_body"),
        ("breathing", "alternatives.breathing"),
        ("stretching", "precautions.for_stretching"),
        ("tens", "precautions.for_tens"),
    ],
)
def test_a_card_with_open_questions_leads_to_them(option: str, question: str):
    assert allowed(scene(), f"alternatives.{option}") == question


def test_a_card_whose_questions_are_answered_opens():
    answered = scene(answers=(*CHECKED, ("precautions.for_cold", ("no",))))
    assert allowed(answered, "alternatives.cold") == "alternatives.cold"


def test_a_closed_card_leads_to_the_list():
    closed = scene(answers=(*CHECKED, ("precautions.for_cold", ("yes",))))
    assert allowed(closed, "alternatives.cold") == "alternatives.list"


def test_a_card_whose_questions_staff_have_lost_stays_closed():
    card = shipped().states["alternatives.cold"]
    for questions in (None, "precautions.for_creams", "precautions.for_luck"):
        library = altered(shipped(), replace(card, questions=questions))
        lost = Scene(library, scene().session, NOW)
        assert allowed(lost, "alternatives.cold") == "alternatives.list"


def test_a_page_with_a_condition_leads_home_where_it_does_not_hold():
    signs = Talk().check(signs=("stiffness", "now_and_then")).session.answers
    ways = [allowed(scene(answers=answers), "alternatives.dry_heat_safe_use") for answers in (CHECKED, signs)]
    assert ways == ["alternatives.dry_heat_safe_use", "heat_check.result"]


def test_home_is_the_open_question_of_a_check():
    assert allowed(scene(answers=CHECKED[:4]), "quick_answers.menu") == "heat_check.signs"


def test_home_is_the_same_day_screen_when_it_stands():
    assert allowed(scene(tier="same_day"), "quick_answers.menu") == "red_flags.same_day"


def test_a_place_that_is_gone_leads_to_the_first_screen():
    assert [allowed(made, "heat_check.gone") for made in (scene(), scene(consent=None))] == [
        "red_flags.nerves",
        "welcome.start",
    ]


# Arriving


@pytest.mark.parametrize("place", ["red_flags.emergency", "red_flags.crisis"])
def test_an_emergency_locks_for_24_hours_and_drops_jobs_and_drafts(place: str):
    made = scene("callback.time", answers=(*CHECKED, ("callback.name", ("Ann",))))
    go(made, place)
    assert made.session.lock == Lock(NOW + timedelta(hours=24), emergency=place == "red_flags.emergency")
    assert (made.session.tier, made.session.answers) == ("emergency", CHECKED)
    assert CancelTimer("check_in") in made.turn().effects


def test_an_emergency_that_stands_keeps_its_first_hour():
    lock = Lock(NOW + HOUR, emergency=True)
    made = [scene("red_flags.after_emergency", lock=lock) for _ in range(2)]
    for each, place in zip(made, ("red_flags.emergency", "red_flags.crisis"), strict=True):
        go(each, place)
    assert [each.session.lock for each in made] == [lock, lock]


def test_an_emergency_after_a_crisis_counts_from_now():
    made = scene("red_flags.crisis", lock=Lock(NOW + HOUR, emergency=False))
    go(made, "red_flags.emergency")
    assert made.session.lock == LOCK


def test_a_same_day_screen_drops_jobs_and_does_not_lock():
    made = scene()
    go(made, "red_flags.same_day")
    assert (made.session.tier, made.session.lock) == ("same_day", None)
    assert CancelTimer("check_in") in made.turn().effects


def test_arriving_clears_ticks_misses_and_the_call_button():
    made = scene("heat_check.signs", ticked=("swelling",), misses=1, offer_call=True)
    go(made, "heat_check.heat_kind")
    assert (made.session.ticked, made.session.misses, made.session.offer_call) == ((), 0, False)


def test_a_list_that_was_answered_shows_its_ticks():
    talk = Talk().until("red_flags.today", signs=("stiffness", "swelling", "each_time")).command("back").command("back")
    assert (talk.place, talk.session.ticked) == ("heat_check.signs", ("stiffness", "swelling"))


def test_a_page_that_is_remembered_counts_as_seen():
    assert Talk().check().press("help").answers["seek_care.overview"] == ("seen",)


def test_a_question_whose_lines_were_all_asked_is_passed_over():
    asked = scene(answers=(*CHECKED, ("precautions.for_cold", ("no",))))
    go(asked, "precautions.for_contrast")
    assert asked.session.place == "alternatives.contrast"


NOWHERE_ELSE = [Rule("precautions.for_contrast"), Rule("end.done", when=Has("cold", frozenset({"not_for_you"})))]


@pytest.mark.parametrize("rule", NOWHERE_ELSE)
def test_a_question_that_leads_nowhere_else_is_shown(rule: Rule):
    question = shipped().states["precautions.for_contrast"]
    library = altered(shipped(), replace(question, next=(rule,)))
    session = replace(scene().session, answers=(*CHECKED, ("precautions.for_cold", ("no",))))
    made = Scene(library, session, NOW)
    go(made, "precautions.for_contrast")
    assert made.session.place == "precautions.for_contrast"


def test_another_text_is_said_only_where_it_was_meant():
    made = scene(consent=None)
    go(made, "red_flags.body", show="red_flags.after_emergency.cannot_call")
    [reply] = made.turn().effects
    assert reply.bubbles[0].key == "welcome.start"  # pyright: ignore[reportAttributeAccessIssue]


# Advice to book before the first list (SP15)


def change_to_book_soon() -> Talk:
    """A check without findings, then back, and a numb patch."""
    talk = Talk().check().command("back").command("back").command("back")
    return talk.press("numb_patch", "done")


def test_no_list_before_the_advice_to_book():
    talk = change_to_book_soon().command("stop").press("my_list")
    assert (talk.place, talk.texts[0]) == ("heat_check.result", "heat_check.result.book_soon")


def test_no_list_after_the_form_before_the_advice_to_book():
    talk = change_to_book_soon().command("human").press("call_me", "agree").say("Ann").press("cancel", "finish")
    talk.press("finish", "finish", "my_list")
    assert (talk.place, talk.texts[0]) == ("heat_check.result", "heat_check.result.book_soon")


def test_the_list_opens_from_the_result_its_cards_and_the_pages_around():
    talk = change_to_book_soon().answer()
    assert talk.press("mind_body", "list").place == "alternatives.list"
    assert talk.press("mind_body", "stretching", "yes").place == "alternatives.mind_body"


def test_without_that_advice_the_list_opens_directly():
    assert Talk().check().command("stop").press("my_list").texts[0] == "alternatives.list"
