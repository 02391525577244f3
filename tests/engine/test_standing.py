"""What answers come to: the path they make, the ones that stand, the facts, and what was asked."""

import pytest
from msgspec.structs import replace

from bot.engine.conditions import Has
from bot.engine.dialog import Choice, Rule, Sets, State
from bot.engine.library import Library
from bot.engine.session import Answer, Answers
from tests.engine.talk import FREE, altered, shipped

LISTS = ("heat_check.signs", "red_flags.today", "precautions.right_now", "precautions.health")
MAIN = {
    "red_flags.nerves", "red_flags.body", "red_flags.body_more", "heat_check.heat_kind", "heat_check.signs",
    "heat_check.skin", "red_flags.today", "precautions.right_now", "precautions.health",
}  # fmt: skip


def answers(**given: tuple[str, ...] | None) -> Answers:
    """A whole check with nothing found; named questions differ, or are left out with None."""
    free = {name: (() if name in LISTS else choice) for name, choice in FREE.items() if name != "heat_check.skin"}
    chosen = {name: given[short] if (short := name.split(".")[1]) in given else choice for name, choice in free.items()}
    return tuple((name, answer) for name, answer in chosen.items() if answer is not None)


def facts(given: Answers) -> dict[str, frozenset[str]]:
    return dict(shipped().stand(given).facts.values)


def test_a_check_can_come_through_nine_questions():
    assert shipped().ground.main == MAIN


def test_nothing_answered_leads_to_the_first_screen():
    standing = shipped().stand(())
    assert (standing.path, standing.answers, standing.complete) == (("red_flags.nerves",), (), False)


def test_the_path_ends_where_the_answers_lead():
    standing = shipped().stand((("red_flags.nerves", ("none",)),))
    assert (standing.path, standing.complete) == (("red_flags.nerves", "red_flags.body"), False)


def test_with_every_question_answered_the_path_is_complete():
    standing = shipped().stand(answers())
    assert (standing.path[-1], standing.complete) == ("heat_check.result", True)


def test_a_question_in_the_middle_that_is_open_ends_the_path():
    standing = shipped().stand(answers(body_more=None))
    assert (standing.path[-1], standing.complete) == ("red_flags.body_more", False)


def test_answers_that_the_path_does_not_reach_are_dropped():
    no_heat = answers(heat_kind=("none",), signs=("swelling", "each_time"))
    assert "heat_check.signs" not in dict(shipped().stand(no_heat).answers)


def test_answers_come_back_in_the_order_of_the_path():
    given = answers()
    assert shipped().stand(tuple(reversed(given))).answers == given


def test_standing_again_changes_nothing():
    standing = shipped().stand(answers(signs=("worse_pain", "now_and_then")))
    assert shipped().stand(standing.answers) == standing


def test_a_skin_question_is_on_the_path_of_swelling_only():
    swelling = answers(signs=("swelling", "now_and_then"))
    assert shipped().stand(swelling).path[-1] == "heat_check.skin"


def test_choices_that_are_gone_are_dropped_from_a_list():
    standing = shipped().stand(answers(today=("fever", "hiccups")))
    assert dict(standing.answers)["red_flags.today"] == ("fever",)


def test_an_answer_of_which_nothing_is_left_must_be_given_again():
    standing = shipped().stand(answers(today=("hiccups",)))
    assert (standing.path[-1], "red_flags.today" in dict(standing.answers)) == ("red_flags.today", False)


def test_none_of_these_is_an_answer():
    standing = shipped().stand(answers(today=()))
    assert dict(standing.answers)["red_flags.today"] == ()


def test_a_conditional_line_counts_only_while_it_is_asked():
    bones = answers(right_now=("injury",), health=("weak_bones",))
    no_injury = answers(right_now=(), health=("weak_bones", "age65"))
    assert [facts(given)["precautions"] for given in (bones, no_injury)] == [{"weak_bones"}, {"age65"}]


CASES: list[tuple[dict[str, tuple[str, ...]], str, set[str]]] = [
    ({"heat_kind": ("both",)}, "heat", {"both"}),
    ({"signs": ("worse_pain", "swelling", "each_time")}, "signs", {"worse_pain", "swelling"}),
    ({"signs": ("stiffness", "each_time")}, "consistent", {"yes"}),
    ({"signs": ("stiffness", "now_and_then")}, "consistent", {"no"}),
    ({"signs": ()}, "signs", set()),
    ({"right_now": ("injury",)}, "recent", {"injury"}),
    ({"right_now": ("flare", "injury")}, "recent", {"injury"}),
    ({"right_now": ("flare",)}, "recent", {"flare"}),
    ({"right_now": ()}, "recent", {"none"}),
    ({"today": ("marks",)}, "skin", {"marks"}),
    ({"today": ()}, "skin", {"none"}),
    ({"right_now": ("burned",)}, "precautions", {"broken_skin"}),
    ({"right_now": ("burned",)}, "same_day_flags", {"blister_spreading"}),
    ({"right_now": ("numb_skin",), "health": ("age65",)}, "precautions", {"numb_skin", "age65"}),
    ({"nerves": ("unsure",)}, "emergency_flags", {"listed"}),
    ({"nerves": ("none",)}, "emergency_flags", set()),
]


@pytest.mark.parametrize(("given", "fact", "expected"), CASES)
def test_answers_become_facts(given: dict[str, Answer], fact: str, expected: set[str]):
    assert facts(answers(**given))[fact] == expected


def test_of_two_answers_about_the_skin_the_later_in_the_scale_stands():
    swollen = (*answers(signs=("swelling", "now_and_then"), today=("marks",)), ("heat_check.skin", ("mild",)))
    assert facts(swollen)["skin"] == {"marks"}


def adding(sets: Sets) -> Library:
    """The shipped project, where "none" on the first screen adds these facts."""
    return altered(shipped(), replace(shipped().states["red_flags.nerves"], choices=(Choice("none", sets),)))


def test_of_two_answers_about_one_thing_the_later_answer_stands():
    standing = adding((("heat", "unsure"),)).stand(answers(heat_kind=("dry",)))
    assert standing.facts.values["heat"] == {"dry"}


def test_a_fact_that_no_table_knows_is_kept_as_it_was_added():
    standing = adding((("mood", "good"), ("mood", "better"))).stand((("red_flags.nerves", ("none",)),))
    assert standing.facts.values["mood"] == {"better"}


def test_what_nobody_asked_is_no_fact():
    assert "signs" not in facts(answers(heat_kind=("none",)))


def test_what_was_heard_counts_as_flags():
    assert facts((("heard", ("bladder", "chest")),))["emergency_flags"] == {"bladder", "chest"}


def test_a_card_question_and_a_page_seen_stand_beside_the_path():
    beside = (("precautions.for_cold", ("unsure",)), ("seek_care.overview", ("seen",)), ("callback.name", ("Ann",)))
    standing = shipped().stand((*answers(), *beside))
    known = {name: standing.facts.values[name] for name in ("precautions", "seek_care.overview", "callback.name")}
    assert standing.answers[-3:] == beside
    assert known == {"precautions": {"cold_allergy"}, "seek_care.overview": {"seen"}, "callback.name": {"Ann"}}


def test_answers_to_states_that_are_gone_are_dropped():
    assert shipped().stand((("precautions.for_luck", ("yes",)),)).answers == ()


def test_an_emergency_list_asks_about_its_flags_without_keeping_them():
    standing = shipped().stand((("red_flags.nerves", ("none",)),))
    assert {("emergency_flags", "bladder"), ("emergency_flags", "listed")} <= standing.asked
    assert ("emergency_flags", "chest") not in standing.asked


def test_a_value_that_nobody_asked_about_is_open():
    standing = shipped().stand(answers())
    assert ("precautions", "epilepsy") in standing.facts.open
    assert ("precautions", "heart") not in standing.facts.open


def test_the_decision_is_among_the_facts():
    standing = shipped().stand(answers(signs=("stiffness", "now_and_then")))
    assert (standing.facts.values["pattern"], standing.decision.pattern) == ({"stiff"}, "stiff")


def test_a_question_that_is_asked_once_shows_only_lines_that_were_not_asked():
    library, state = shipped(), shipped().states["precautions.for_tens"]
    asked = library.stand((("precautions.for_creams", ()),)).asked
    shown = library.ground.choices(state, library.stand(()).facts, asked)
    assert [choice.id for choice in shown] == ["implant", "done"]


def test_any_other_question_shows_all_its_lines_again():
    library, state = shipped(), shipped().states["precautions.right_now"]
    asked = library.stand(answers()).asked
    assert len(library.ground.choices(state, library.stand(()).facts, asked)) == len(state.choices)


def test_a_path_that_turns_in_a_circle_stops():
    again = (Rule("red_flags.nerves"),)
    circle = State("red_flags.body", "one", (Choice("none"),), next=again)
    standing = altered(shipped(), circle).stand((("red_flags.nerves", ("none",)), ("red_flags.body", ("none",))))
    assert (standing.path, standing.complete) == (("red_flags.nerves", "red_flags.body"), False)


def test_a_path_stops_where_no_rule_holds():
    never = (Rule("red_flags.body_more", when=Has("heat", frozenset({"dry"}))),)
    stuck = State("red_flags.body", "one", (Choice("none"),), next=never)
    standing = altered(shipped(), stuck).stand((("red_flags.nerves", ("none",)), ("red_flags.body", ("none",))))
    assert standing.path == ("red_flags.nerves", "red_flags.body")
