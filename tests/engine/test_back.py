"""Back leads to the question or page before, and a check changed on the way is equal to a fresh one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.places import before
from bot.engine.scene import Scene
from bot.engine.session import Answers, Session, Unseen
from tests.engine.talk import NOW, Talk, shipped

PATH = (
    "red_flags.nerves", "red_flags.body", "red_flags.body_more", "heat_check.heat_kind", "heat_check.signs",
    "red_flags.today", "precautions.right_now", "precautions.health", "heat_check.result",
)  # fmt: skip


def back_from(talk: Talk) -> list[str]:
    """The places that one "back" after the other leads to, until it leads no further."""
    places = [talk.place]
    while talk.command("back").place != places[-1]:
        places.append(talk.place)
    return places


def test_back_leads_through_the_whole_check_to_its_first_screen():
    assert back_from(Talk().check()) == list(reversed(PATH))


def test_back_leads_along_the_path_that_was_taken():
    no_heat, swelling = Talk().check(heat_kind=("none",)), Talk().check(signs=("swelling", "each_time"))
    assert back_from(no_heat) == [place for place in reversed(PATH) if place != "heat_check.signs"]
    assert back_from(swelling)[3:6] == ["red_flags.today", "heat_check.skin", "heat_check.signs"]


def test_the_first_screen_has_nothing_before_it():
    talk = Talk().agree().command("back")
    assert (talk.place, talk.texts) == ("red_flags.nerves", ["command.no_back", "red_flags.nerves"])


@pytest.mark.parametrize(
    "place",
    ["welcome.start", "red_flags.nerves", "red_flags.emergency", "red_flags.same_day", "end.done", "end.stopped"],
)
def test_these_places_have_nothing_before_them(place: str):
    assert before(Scene(shipped(), Session(place, "en"), NOW)) is None


@pytest.mark.parametrize(
    ("presses", "expected"),
    [
        (("why",), "heat_check.result"),
        (("help",), "heat_check.result"),
        (("show_doctor",), "heat_check.result"),
        (("quick",), "heat_check.result"),
        (("quick", "pills"), "quick_answers.menu"),
        (("moist_heat",), "alternatives.list"),
        (("moist_heat", "list"), "heat_check.result"),
        (("mind_body",), "alternatives.list"),
        (("mind_body", "breathing"), "alternatives.mind_body"),
        (("mind_body", "breathing", "help"), "alternatives.breathing"),
        (("mind_body", "stretching"), "alternatives.mind_body"),
        (("cold",), "alternatives.list"),
        (("safe_use",), "alternatives.list"),
        (("help", "reading"), "seek_care.overview"),
        (("call_me",), "heat_check.result"),
        (("call_me", "agree"), "callback.notice"),
        (("help", "call_me"), "seek_care.overview"),
    ],
)
def test_pages_lead_back_to_where_they_were_opened(presses: tuple[str, ...], expected: str):
    assert Talk().check().press(*presses).command("back").place == expected


def test_a_page_that_has_lost_its_way_back_leads_home():
    """One state is kept and never a stack: the list of help was opened from the result, the form from the list."""
    talk = Talk().check().press("help", "call_me", "no_thanks")
    assert (talk.place, talk.session.came_from) == ("seek_care.overview", None)
    assert talk.press("back").place == "heat_check.result"


@pytest.mark.parametrize("button", ["cancel", "skip"])
def test_the_last_pages_of_the_form_lead_back_to_where_it_was_opened(button: str):
    """Not into the form: its draft is gone."""
    talk = Talk().check().press("call_me", "agree").say("Ann").give_contact("+16025550100").press(button)
    if button == "skip":
        talk.press("send")
    assert talk.command("back").place == "heat_check.result"


def test_a_form_opened_anew_from_its_review_keeps_its_way_out():
    talk = Talk().check().press("call_me", "agree").say("Ann").give_contact("+16025550100").press("skip")
    talk.session = replace(talk.session, notice=None)
    assert talk.press("send").place == "callback.notice"
    assert talk.press("no_thanks").place == "heat_check.result"


@pytest.mark.parametrize("presses", [("call_me",), ("show_doctor",), ("call_me", "agree"), ("finish", "show_doctor")])
def test_after_a_same_day_answer_every_page_leads_back_to_its_screen(presses: tuple[str, ...]):
    assert Talk().check(today=("lump", "done")).press(*presses).command("back").place == "red_flags.same_day"


@pytest.mark.parametrize("place", sorted(safety.LOCK_PLACES - {safety.MISTAKE_LIMIT}))
def test_back_never_leads_out_of_a_lock(place: str):
    ways = {"end.emergency": ("on_the_way",), "red_flags.after_emergency": ("cannot_call",)}
    talk = (
        Talk().agree().say("quiero morir" if place == "red_flags.crisis" else "I can't pee").press(*ways.get(place, ()))
    )
    assert talk.place == place
    assert talk.command("back").place == place


# A changed check and a fresh one

LINES = {
    "heat_check.signs": ("worse_pain", "nerve_feelings", "stiffness", "swelling"),
    "red_flags.today": ("numb_patch", "shooting", "marks"),
    "precautions.right_now": ("numb_skin", "broken_skin", "medicine_patch", "cream_on", "sleepy", "injury", "flare"),
    "precautions.health": (
        "blood_flow",
        "heart",
        "pregnant",
        "cancer",
        "procedure",
        "pump_stim",
        "age65",
        "weak_bones",
    ),
}
CHOICES = {"heat_check.heat_kind": ("dry", "moist", "both", "none", "unsure"), "heat_check.skin": ("mild",)}
CLOSERS = {"heat_check.signs": ("each_time", "now_and_then")}

Answering = dict[str, tuple[str, ...]]


def _list(state: str) -> st.SearchStrategy[tuple[str, ...]]:
    lines = st.lists(st.sampled_from(LINES[state]), unique=True, max_size=2).map(tuple)
    closer = st.sampled_from(CLOSERS.get(state, ("done",)))
    return st.tuples(lines, closer).map(lambda given: (*given[0], given[1]) if given[0] else ("none",))


answering: st.SearchStrategy[Answering] = st.fixed_dictionaries(
    {state: _list(state) for state in LINES}
    | {state: st.sampled_from(choices).map(lambda choice: (choice,)) for state, choices in CHOICES.items()}
)


def answer(talk: Talk, given: Answering) -> Talk:
    """Answer to the end of the check; a list that shows ticks from before is cleared first."""
    while talk.place in talk.library.ground.main:
        *lines, last = given.get(talk.place, ("none",))
        shown = [line for line in lines if line in talk.buttons]
        talk.tick(*talk.session.ticked).press(*shown, last if shown or not lines else "none")
    return talk


def told(talk: Talk) -> tuple[Answers, Unseen]:
    return talk.session.answers, talk.session.unseen


@settings(max_examples=150, deadline=None)
@given(answering, answering, st.integers(1, 9))
def test_back_and_change_is_equal_to_a_fresh_check(first: Answering, second: Answering, steps: int):
    changed = answer(Talk().agree(), first)
    for _ in range(steps):
        changed.command("back")
    behind = changed.library.stand(*told(changed)).path
    kept = behind[: behind.index(changed.place)] if changed.place in behind else ()
    answer(changed, second)
    if changed.place == "heat_check.result":
        fresh = answer(Talk().agree(), second | {state: first[state] for state in kept if state in first})
        assert (changed.place, changed.answers) == (fresh.place, fresh.answers)
        assert changed.session.unseen == fresh.session.unseen
        assert changed.library.stand(*told(changed)) == fresh.library.stand(*told(fresh))
        assert safety.TIERS.index(changed.tier) >= safety.TIERS.index(fresh.tier)


@settings(max_examples=50, deadline=None)
@given(answering, st.integers(0, 9))
def test_back_alone_changes_no_answer(given: Answering, steps: int):
    talk = answer(Talk().agree(), given)
    before = talk.session.answers
    for _ in range(steps):
        talk.command("back")
    assert talk.session.answers == before


def test_a_tier_that_was_reached_stands_after_the_change():
    talk = Talk().check(signs=("nerve_feelings", "now_and_then"))
    for _ in range(4):
        talk.command("back")
    talk.tick("nerve_feelings").answer()
    assert (talk.tier, talk.library.stand(*told(talk)).decision.tier) == ("book_soon", "self_care")
