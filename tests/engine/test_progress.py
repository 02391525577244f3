"""How far a check is: told at every question, true whatever is answered, and nowhere else."""

import pytest
from msgspec.structs import replace

from bot.engine.dialog import Rule, State
from bot.engine.progress import Ahead, ahead
from bot.engine.safety import CHECK_START
from tests.engine.talk import FREE, Talk, altered, shipped

WAYS = [
    {},
    {"heat_kind": ("none",)},
    {"signs": ("swelling", "each_time")},
    {"signs": ("stiffness", "now_and_then")},
]


def told(talk: Talk) -> str:
    return talk.screen.progress


def test_it_says_at_most_until_the_answers_have_settled_it():
    talk = Talk().agree()
    seen = [told(talk)]
    while talk.place in talk.library.ground.main:
        seen.append(told(talk.press(*FREE[talk.place])))
    assert seen == [
        "Question 1 of at most 9",
        "Question 2 of at most 9",
        "Question 3 of at most 9",
        "Question 4 of at most 9",
        "Question 5 of at most 9",
        "Question 6 of 8",
        "Question 7 of 8",
        "Question 8 of 8",
        "",
    ]


@pytest.mark.parametrize("answers", WAYS)
def test_no_check_has_more_questions_than_were_told(answers: dict[str, tuple[str, ...]]):
    talk = Talk().agree()
    most: list[int] = []
    given = FREE | {name: answers[short] for name in FREE if (short := name.partition(".")[2]) in answers}
    while talk.place in talk.library.ground.main:
        most.append(int(told(talk).split()[-1]))
        assert told(talk).split()[1] == str(len(most))
        talk.press(*given[talk.place])
    assert most == sorted(most, reverse=True)
    assert most[-1] == len(most)


def test_on_the_way_back_it_counts_the_question_that_is_shown():
    talk = Talk().until("red_flags.today")
    assert told(talk.command("back").command("back")) == "Question 4 of at most 9"


def test_a_tick_keeps_it():
    talk = Talk().until("heat_check.signs")
    talk.tick("stiffness")
    assert talk.shown is not None
    assert talk.shown.progress == "Question 5 of at most 9"


@pytest.mark.parametrize("press", [("some",), ("none", "some")])
def test_an_emergency_counts_nothing(press: tuple[str, ...]):
    assert told(Talk().agree().press(*press)) == ""


def test_the_start_and_the_cards_count_nothing():
    assert told(Talk().start()) == ""
    assert told(Talk().check().press("mind_body")) == ""


def test_a_way_round_in_a_circle_is_counted_once():
    first = State(CHECK_START, "one", next=(Rule("a.page"), Rule("a.more")))
    more = State("a.more", "one", next=(Rule(CHECK_START), Rule("a.page")))
    assert ahead({state.name: state for state in (first, more, State("a.page"))})[CHECK_START] == Ahead(1, 2)


def test_a_question_that_staff_add_is_counted():
    health = shipped().states["precautions.health"]
    more = replace(shipped().states["red_flags.nerves"], name="precautions.more", next=health.next)
    longer = altered(shipped(), replace(health, next=(Rule(more.name),)), more)
    assert longer.ground.ahead[CHECK_START] == Ahead(8, 10)
