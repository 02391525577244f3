"""Words that were learned to come with danger ask, or raise an alarm, where no rule has raised one."""

import pytest
from msgspec.structs import replace

from bot.engine import safety
from bot.understanding.anchors import LEARNED, NO_WEIGHTS, Weight, Weights, candidates, learned, read, weigh
from bot.understanding.gate import hear, unexplained
from tests.understanding.understood import heard, understanding

cases = pytest.mark.parametrize

SMALL = Weights(
    {"carpet": Weight(30, {"saddle": 9}), "carpet ~ seat": Weight(20, {"saddle": 5}), "fine": Weight(-60, {})},
    Weight(-10, {"chest": 3}),
    ask={"emergency": 20, "same_day": 20},
    alarm={"emergency": 60, "same_day": 60},
    doubt=-40,
)
SURE = replace(SMALL, alarm=SMALL.ask)


def doubted(text: str, weights: Weights = SMALL) -> tuple[tuple[str, ...], int] | None:
    weighed = weigh(weights, unexplained(understanding().lexicon, text))
    return (weighed.flags, weighed.sum) if weighed and not weighed.sure else None


def heard_by(weights: Weights, text: str, ask: str = "nothing") -> tuple[str, tuple[str, ...], str | None]:
    hearing = hear(understanding().lexicon, text, ask, weights)
    return hearing.outcome, hearing.flags, hearing.tier


def names_in(text: str) -> set[str]:
    return {name for name, _ in candidates(unexplained(understanding().lexicon, text)[0].place)}


def test_points_add_up_and_the_two_flags_with_most_of_them_are_asked_about():
    assert doubted("it is all carpet where i meet the seat") == (("saddle", "chest"), 40)


@cases(
    "text",
    [
        "where i meet the seat",
        "it is not carpet",
        "sometimes carpet years ago",
        "is it carpet? no",
        "carpet, but fine",
        "",
        "?!",
    ],
)
def test_what_is_too_light_or_taken_back_asks_nothing(text: str):
    assert doubted(text) is None


def test_a_word_counts_once():
    assert doubted("carpet carpet carpet") == (("saddle", "chest"), 20)


def test_self_harm_is_asked_about_alone():
    weights = replace(SMALL, anchors={"carpet": Weight(30, {"self_harm": 9})})
    assert doubted("carpet", weights) == (("self_harm",), 20)


@cases(
    ("points", "flags"),
    [
        ({"saddle": 40, "bladder": 10}, ("saddle",)),
        ({"saddle": 40, "bladder": 30}, ("bladder", "saddle")),
        ({"self_harm": 40, "bladder": 30}, ("bladder",)),
        ({"self_harm": 40, "bladder": 10}, ("self_harm",)),
        ({"bladder": 40, "self_harm": 30}, ("bladder",)),
    ],
)
def test_an_alarm_names_two_flags_that_are_nearly_as_good_and_self_harm_only_if_it_is_far_the_best(
    points: dict[str, int], flags: tuple[str, ...]
):
    assert heard_by(replace(SURE, anchors={"carpet": Weight(30, points)}), "carpet") == ("alarm", flags, "emergency")


def test_from_its_own_sum_on_it_is_an_alarm():
    assert heard_by(SURE, "carpet") == ("alarm", ("chest", "saddle"), "emergency")


def test_whoever_laughs_is_asked_first():
    assert heard_by(SURE, "carpet, haha") == ("ask", ("chest", "saddle"), "emergency")


@cases(
    ("text", "outcome"),
    [
        ("i sit and cannot tell the chair is there", "alarm"),
        ("by the window i sit and cannot tell the chair is there", "ask"),
        ("by the window i sit on carpet and cannot tell the chair is there", "alarm"),
        ("by the window i want to die", "alarm"),
        ("by the window i cannot pee", "alarm"),
    ],
)
def test_a_rule_and_words_that_disagree_ask_unless_it_is_a_phrase_that_is_built_in_or_self_harm(
    text: str, outcome: str
):
    against = replace(SMALL, anchors={**SMALL.anchors, "window": Weight(-60, {})})
    assert heard_by(against, text)[0] == outcome


def test_the_audit_says_that_a_rule_and_the_words_disagree():
    against = replace(SMALL, anchors={**SMALL.anchors, "window": Weight(-60, {})})
    why = hear(understanding().lexicon, "by the window i sit and cannot tell the chair is there", weights=against).why
    assert [(line.rule, line.outcome) for line in why][-1] == ("anchors", "ask")


def test_a_name_is_no_alarm():
    assert heard_by(SURE, "Ann Carpet", "name") == ("none", (), None)


def test_where_a_rule_only_asks_an_alarm_of_the_words_comes_first():
    asks = heard_by(NO_WEIGHTS, "my chest feels kinda weird")
    assert (asks[0], heard_by(SURE, "my chest feels kinda weird, like carpet")[0]) == ("ask", "alarm")


def test_two_words_stand_in_one_clause():
    assert names_in("seat, carpet") == {"seat", "carpet"}


def test_where_something_is_denied_each_word_may_be():
    assert names_in("no seat, carpet") == {"no", "no seat", "seat", "-seat", "carpet", "-carpet"}


@cases(
    ("text", "weighed"),
    [
        ("i meet the seat, no carpet", (("chest",), 15)),
        ("i meet the seat, carpet", None),
        ("carpet, years ago", None),
    ],
)
def test_an_anchor_that_is_to_be_denied_counts_where_its_word_is_denied(text: str, weighed: object):
    weights = replace(SMALL, anchors={"seat": Weight(10, {}), "-carpet": Weight(15, {})}, ask={"emergency": 5})
    assert doubted(text, weights) == weighed


def test_who_tells_much_is_believed_only_from_a_higher_sum_on():
    weights = replace(SMALL, ask={"emergency": 20}, alarm={"emergency": 20})
    long = "the carpet is what we have at home " + "and then there is the other room with the tall lamp " * 3
    assert heard_by(weights, "the carpet is what we have at home")[0] == "alarm"
    assert heard_by(weights, long)[0] == "ask"


def test_whoever_tells_much_is_doubted_from_a_higher_sum_on():
    weights = replace(SMALL, anchors={"window": Weight(-20, {})}, doubt=-40)
    short, tail = "by the window i sit and cannot tell the chair is there", " and then there is the other lamp" * 4
    assert [heard_by(weights, text)[0] for text in (short, short + tail)] == ["alarm", "ask"]


def test_nothing_is_asked_without_weights():
    assert doubted("carpet carpet", NO_WEIGHTS) is None


def test_a_file_is_read_as_it_is_written():
    assert read(
        "# a\n* emergency\t5\t7\n* same_day\t9\t9\n* doubt\t-8\n*\t-3\tchest:4\ncold sweat\t12\tchest:7 fever:2\n"
    ) == Weights(
        {"cold sweat": Weight(12, {"chest": 7, "fever": 2})},
        Weight(-3, {"chest": 4}),
        {"emergency": 5, "same_day": 9},
        {"emergency": 7, "same_day": 9},
        -8,
    )


def test_what_is_shipped_names_flags_that_there_are():
    flags = {flag for weight in (learned().bias, *learned().anchors.values()) for flag in weight.flags}
    assert flags - safety.FLOOR.keys() == set()


def test_a_question_comes_before_an_alarm():
    assert all(learned().ask[tier] <= learned().alarm[tier] for tier in safety.URGENT)


def test_what_is_shipped_can_be_reviewed():
    assert len(LEARNED.read_text("utf-8").splitlines()) < 17_000


@cases("text", ["i cant pee and my legs are numb", "me quiero morir"])
def test_where_a_rule_raises_an_alarm_nothing_changes(text: str):
    assert heard(text) == hear(understanding().lexicon, text, weights=NO_WEIGHTS)


@cases(
    ("text", "state", "outcome"),
    [
        ("Upper side of the back is paining since four days, first time", None, "alarm"),
        ("Upper side of the back is paining since four days, first time", "precautions.right_now", "ask"),
        ("since breakfast my mouth is funny and the tea dribbles", "precautions.right_now", "alarm"),
        ("i cant pee since monday and i have a fentanyl patch on", "precautions.right_now", "alarm"),
    ],
)
def test_words_that_name_a_choice_of_the_screen_are_asked_about_unless_a_rule_hears_danger(
    text: str, state: str | None, outcome: str
):
    assert understanding().understand(text, state).hearing.outcome == outcome
