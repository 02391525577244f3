"""Danger is heard in any state and both languages; what is denied, past or only asked about is not."""

import pytest

from tests.understanding.understood import heard, outcome

cases = pytest.mark.parametrize


@cases(
    ("text", "flag"),
    [
        ("I cant pee and my legs are numb", "bladder"),
        ("no tengo control de la vejiga", "bladder"),
        ("ya no siento las piernas", "both_legs"),
        ("mi back hurts y no puedo orinar", "bladder"),
        ("sh*t my pants and never felt it", "bowel"),
        ("it is not just pain, my crotch is numb", "saddle"),
        ("cancer in 2010, and now my leg is numb", "cancer_nerves"),
    ],
)
def test_danger_is_heard(text: str, flag: str):
    assert (heard(text).outcome, flag in heard(text).flags) == ("alarm", True)


@cases(
    "text",
    [
        "no chest pain, no fever and no numbness",
        "niega fiebre, escalofríos y pérdida de peso",
        "what should I do if I get chest pain?",
        "my dad had a stroke years ago",
        "this pain is killing me",
        "they asked about my bladder and my legs, and I said no to all",
        "next week I can call the number",
        "",
        "?!",
    ],
)
def test_what_is_not_meant_raises_nothing(text: str):
    assert outcome(text) == "none"


@cases(
    "text",
    [
        "no fever, but my legs are numb",
        "sin fiebre, pero no puedo orinar",
        "no numbness before, until today my crotch went numb",
        "no my chest hurts",
    ],
)
def test_a_denial_ends_with_its_clause(text: str):
    assert outcome(text) == "alarm"


@cases("text", ["maybe my legs are numb", "I think I have chest pain", "creo que me está dando un infarto"])
def test_what_is_uncertain_is_said(text: str):
    assert outcome(text) == "alarm"


@cases("text", ["my bladder feels weird", "noto el pecho raro", "I don't think I have a fever"])
def test_an_anchor_that_is_neither_said_nor_denied_is_asked_about(text: str):
    assert outcome(text) == "ask"


@cases(
    ("text", "about"),
    [
        ("my husband has chest pain", "somebody_else"),
        ("I can't wake up my husband", "somebody_else"),
        ("no puedo despertar a mi esposo", "somebody_else"),
        ("mi hermana se quiere matar", "somebody_else"),
        ("my wife says I keep nodding off mid sentence", "self"),
        ("he perdido el control de la vejiga", "self"),
    ],
)
def test_danger_of_somebody_else_is_told_apart(text: str, about: str):
    assert (heard(text).outcome, heard(text).about) == ("alarm", about)


def test_self_harm_is_a_crisis():
    assert heard("ya no quiero vivir").crisis


@cases("text", ["Ann Stroke", "Robert Weak", "it's Faith Leek"])
def test_a_name_on_the_question_for_a_name_is_a_name(text: str):
    assert outcome(text, "callback.name") == "none"


@cases("text", ["my chest hurts", "chest pain", "no puedo respirar"])
def test_a_complaint_on_the_question_for_a_name_is_heard(text: str):
    assert outcome(text, "callback.name") == "alarm"


def test_each_hearing_says_why():
    why = heard("no chest pain").why[0]
    assert (why.rule, why.text, why.outcome, why.cue, why.kind) == (
        "floor.chest", "chest pain", "cancelled", "no", "negated",
    )  # fmt: skip


def test_spans_are_those_of_the_text():
    text = "Hello — I CAN’T   pee"
    why = heard(text).why[0]
    assert text[slice(*why.span)] == why.text


def test_a_very_long_text_is_read_in_bounds():
    assert outcome("my legs " * 3000) in ("none", "ask", "alarm")


@cases(
    "text",
    [
        "suppose someone has chest pain at your office",
        "if I couldn't pee I'd tell you",
        "both legs are strong",
        "las pompis no las tengo dormidas",
        "no me e desmayado ni me dan sudores",
        "bowels are regular, every morning",
        "the doctor explained the cauda equina and I don't have it",
        "me muero de la vergüenza",
        "ahogado en deudas",
        "quiero terminar con todo este papeleo",
        "my wife would kill me if she saw this",
    ],
)
def test_what_is_normal_supposed_or_an_idiom_raises_no_alarm(text: str):
    assert outcome(text) != "alarm"


@cases("text", ["esa actriz me dejó sin aliento, jaja"])
def test_a_figure_of_speech_that_ends_in_laughter_is_worth_a_question(text: str):
    assert outcome(text) == "ask"


@cases("text", ["i peed my pants and didnt feel it haha", "no siento las piernas jaja"])
def test_laughter_out_of_shame_takes_nothing_back(text: str):
    assert outcome(text) == "alarm"


@cases(
    "text",
    ["both legs hurt strong", "pain every five minutes like clockwork, 38 weeks pregnant", "cant pee, no problem"],
)
def test_danger_beside_a_word_that_calms_is_heard(text: str):
    assert outcome(text) == "alarm"
