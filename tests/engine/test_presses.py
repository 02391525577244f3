"""What a press does: an answer and where it leads, a tick, a move, the page of an option."""

import pytest
from msgspec.structs import replace

from bot.engine.conditions import Has
from bot.engine.decisions import ResultRule
from bot.engine.dialog import Button, Choice, Rule
from bot.engine.effects import Redraw, Reply
from tests.engine.talk import Talk, altered, shipped

# Answers


def test_an_answer_is_kept_under_the_states_name_and_leads_on():
    talk = Talk().agree().press("none")
    assert (talk.answers, talk.place) == ({"red_flags.nerves": ("none",)}, "red_flags.body")


def test_none_of_these_is_an_empty_answer_and_closes_a_list_with_ticks():
    talk = Talk().until("red_flags.today").tick("fever").press("none")
    assert (talk.answers["red_flags.today"], talk.place) == ((), "precautions.right_now")


def test_a_list_is_answered_in_the_order_of_its_lines():
    talk = Talk().until("heat_check.signs").tick("swelling", "worse_pain").press("now_and_then")
    assert talk.answers["heat_check.signs"] == ("worse_pain", "swelling", "now_and_then")


def test_the_done_button_of_a_list_with_one_leaves_no_mark():
    talk = Talk().until("precautions.right_now").tick("flare").press("done")
    assert talk.answers["precautions.right_now"] == ("flare",)


@pytest.mark.parametrize(
    ("closer", "consistent", "tier"), [("each_time", "yes", "book_soon"), ("now_and_then", "no", "self_care")]
)
def test_each_done_button_stores_its_own_answer(closer: str, consistent: str, tier: str):
    talk = Talk().until("heat_check.signs").press("stiffness", closer)
    facts = talk.library.stand(talk.session.answers).facts.values
    assert (facts["consistent"], talk.tier) == ({consistent}, tier)


def test_done_with_nothing_ticked_asks_again():
    talk = Talk().until("red_flags.today").press("done")
    assert (talk.texts, talk.place) == (["command.pick_one", "red_flags.today"], "red_flags.today")
    assert "red_flags.today" not in talk.answers


def test_skip_is_an_empty_answer():
    talk = Talk().check().press("call_me", "agree").say("Ann").give_contact("ann@example.org").press("skip")
    assert (talk.answers["callback.time"], talk.place) == ((), "callback.review")


# Ticks


def test_a_tick_redraws_the_list_under_its_number():
    talk = Talk().until("red_flags.today")
    number = talk.session.screen
    talk.tick("lump", "fever")
    [redraw] = talk.effects(Redraw)
    assert (talk.session.ticked, talk.session.screen, talk.effects(Reply)) == (("lump", "fever"), number, [])
    assert isinstance(redraw, Redraw)
    assert [button.id for button in redraw.screen.buttons if button.ticked] == ["fever", "lump"]


def test_a_second_tick_clears_the_line():
    assert Talk().until("red_flags.today").tick("lump", "fever", "lump").session.ticked == ("fever",)


def test_a_press_of_a_line_is_a_tick_and_a_tick_of_a_choice_is_a_press():
    assert Talk().until("red_flags.today").press("lump").session.ticked == ("lump",)
    assert Talk().agree().tick("none").place == "red_flags.body"


def test_a_line_that_cannot_be_seen_answers_nothing():
    """Staff have deleted the ticked line: silence is no "no"."""
    talk = Talk().until("red_flags.today").tick("fever")
    today = shipped().states["red_flags.today"]
    fewer = tuple(choice for choice in today.choices if choice.id != "fever")
    talk.meet(altered(shipped(), replace(today, choices=fewer), version="next")).say("hello?")
    assert talk.press("done").texts == ["command.pick_one", "red_flags.today"]
    assert "red_flags.today" not in talk.answers


# Texts that open the next message

STOPS: list[tuple[dict[str, tuple[str, ...]], str, list[str]]] = [
    ({"heat_kind": ("dry",), "signs": ("stiffness", "each_time")}, "red_flags.today", ["stop_dry"]),
    ({"heat_kind": ("moist",), "signs": ("stiffness", "each_time")}, "red_flags.today", ["stop_dry", "stop_moist"]),
    ({"heat_kind": ("both",), "signs": ("swelling", "each_time")}, "heat_check.skin",
     ["stop_dry", "stop_moist", "stop_swelling"]),
    ({"today": ("marks", "done")}, "precautions.right_now", ["stop_marks"]),
    ({"right_now": ("medicine_patch", "done")}, "precautions.health", ["stop_patch"]),
    ({"right_now": ("medicine_patch", "sleepy", "done")}, "precautions.health", ["stop_patch", "stop_heat"]),
    ({"right_now": ("injury", "done")}, "precautions.health", ["stop_heat"]),
    ({"right_now": ("flare", "done")}, "precautions.health", []),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "place", "stops"), STOPS)
def test_what_closes_dry_heat_opens_the_next_message(answers: dict[str, tuple[str, ...]], place: str, stops: list[str]):
    assert Talk().until(place, **answers).texts == [*(f"heat_check.{stop}" for stop in stops), place]


def test_a_rule_can_open_the_next_message():
    talk = Talk().check().press("cold", "yes")
    assert talk.texts[:2] == ["precautions.closed_no", "alternatives.list"]


# Moves


def test_a_move_stores_no_answer():
    talk = Talk().check()
    answers = talk.answers
    assert talk.press("why").answers == answers


def test_a_button_that_only_says_something_stays():
    talk = Talk().start().press("privacy")
    assert (talk.place, talk.texts) == ("welcome.start", ["command.privacy", "welcome.start"])


def test_a_button_can_say_something_else_where_it_leads():
    talk = Talk().agree().press("some", "cannot_call")
    assert (talk.place, talk.texts) == ("red_flags.after_emergency", ["red_flags.after_emergency.cannot_call"])


def test_an_option_leads_to_its_page():
    assert Talk().check().press("moist_heat").place == "alternatives.moist_heat"


def test_a_page_whose_rules_do_not_hold_stays():
    never = shipped().states["callback.review"].next[0]
    button = Button("finish", (never,), label="reading.related.buttons.finish")
    page = replace(shipped().states["reading.related"], buttons=(button,))
    talk = Talk(altered(shipped(), page)).check().press("help", "reading", "finish")
    assert talk.place == "reading.related"


# What takes over

EMERGENCIES: list[tuple[str, tuple[str, ...]]] = [
    ("nerves", ("some",)),
    ("nerves", ("unsure",)),
    ("body", ("some",)),
    ("body_more", ("unsure",)),
    ("today", ("fever", "weak_defenses", "done")),
    ("today", ("cancer_new_pain", "numb_patch", "done")),
]


@pytest.mark.parametrize(("question", "presses"), EMERGENCIES)
def test_an_emergency_answer_takes_over_at_once(question: str, presses: tuple[str, ...]):
    talk = Talk().check(**{question: presses})
    assert (talk.place, talk.tier, talk.texts[0]) == ("red_flags.emergency", "emergency", "red_flags.emergency")


def test_nothing_opens_the_message_of_an_emergency():
    talk = Talk().check(signs=("swelling", "each_time"), skin=("deep_burn",))
    assert talk.texts == ["red_flags.emergency", "red_flags.emergency.burn", "red_flags.emergency.outside"]


ASKED_TODAY = [choice.id for choice in shipped().states["red_flags.today"].choices]


@pytest.mark.parametrize(
    "flag", [flag for flag in shipped().source.tables.inputs["same_day_flags"].values if flag in ASKED_TODAY]
)
def test_every_same_day_flag_takes_over_even_without_its_rule(flag: str):
    """The floor ships with the engine: staff cannot lower it."""
    library = altered(shipped(), tables=replace(shipped().source.tables, tier=()))
    assert Talk(library).check(today=(flag, "done")).place == "red_flags.same_day"


@pytest.mark.parametrize("screen", ["red_flags.nerves", "red_flags.body", "red_flags.body_more"])
@pytest.mark.parametrize("choice", ["some", "unsure"])
def test_an_emergency_screen_takes_over_even_without_its_rules_and_sets(screen: str, choice: str):
    bare = replace(shipped().states[screen], choices=(Choice("none"), Choice("some"), Choice("unsure")))
    library = altered(shipped(), bare, tables=replace(shipped().source.tables, tier=()))
    assert Talk(library).check(**{screen.split(".")[1]: (choice,)}).place == "red_flags.emergency"


def test_a_question_beside_the_path_takes_over_when_the_tier_rises():
    seizures = ResultRule("seizures", ("same_day",), Has("precautions", frozenset({"epilepsy"})))
    tables = shipped().source.tables
    talk = Talk(altered(shipped(), tables=replace(tables, tier=(*tables.tier, seizures)))).check()
    assert talk.press("creams", "epilepsy", "done").place == "red_flags.same_day"


def test_in_the_form_a_same_day_tier_that_stands_does_not_take_over():
    talk = Talk().check(today=("fever", "done")).press("call_me", "agree").say("Ann")
    assert (talk.place, talk.tier) == ("callback.contact", "same_day")


def test_a_rule_can_lead_anywhere_but_past_what_takes_over():
    nerves = replace(shipped().states["red_flags.nerves"], next=(Rule("end.done"),))
    assert Talk(altered(shipped(), nerves)).agree().press("some").place == "red_flags.emergency"
