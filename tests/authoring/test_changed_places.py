"""Slips that leave every name right and every text there: what is asked, and what is said, has become another thing."""

from pathlib import Path

from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import (
    CLINIC,
    FLAGS,
    HEAT,
    HEAT_WORDS,
    Mistake,
    Told,
    check,
    copy_project,
    copy_whole_project,
    mistake,
    mistake_told,
    problems_of,
    replace,
    table,
)

WELCOME, FLAG_WORDS = "dialogs/welcome.yaml", "content/en/red_flags.yaml"
ANSWERS = (
    "    • A leg, foot, or hand getting weaker, trouble walking, or clumsy hands\n  choices:\n    none: None of these\n"
)


@table(
    mistake_told("two labels that changed places", FLAG_WORDS, ANSWERS + "    some: Yes, one or more\n",
                 ANSWERS.replace("none: None of these", "none: Yes, one or more") + "    some: None of these\n",
                 Told(FLAG_WORDS, ANSWERS.replace("none: None of these", "none: ‸Yes, one or more"),
                      '"Yes, one or more" says no here, and yes at red_flags.body', "the same at every question"),
                 Told(FLAG_WORDS, "    some: ‸None of these\n", '"None of these" says yes here, and no at')),
    mistake("a line of an emergency list that nobody reads", FLAG_WORDS,
            "    • Cannot hold or feel a bowel movement\n", "",
            "This text has 4 lines that begin with •, and asks: names 5 things", "bladder, bowel, saddle",
            "Write the line", at="nerves:\n  say: ‸|-"),
    mistake("a check that starts behind the danger", WELCOME, "go: red_flags.nerves}", "go: heat_check.heat_kind}",
            "A check starts here, and leads to heat_check.heat_kind", "danger is asked first",
            "Write go: red_flags.nerves", at="go: ‸heat_check.heat_kind}"),
    mistake("no button for somebody who needs help now", WELCOME, "need_help: {go: red_flags.emergency}",
            "need_help: {go: seek_care.overview}", "No button of welcome.start leads to red_flags.emergency",
            "needs help now", "go: red_flags.emergency", at="    ‸buttons:\n      agree"),
    mistake("the number to call after something else", FLAGS, "    shows:\n      - say\n      - text: unsure",
            "    ‸shows:\n      - outside\n      - say\n      - text: unsure",
            "red_flags.emergency says something before its own text", "comes first", "Move say to the top"),
    mistake("a screen that nobody is led to", FLAGS, "      - go: body\n", "      - go: body_more\n",
            "Nobody can get to red_flags.body", "led to from somewhere", "Lead to red_flags.body with go:",
            at="  ‸body:\n"),
    mistake_told("a text to stop that nobody says", HEAT, "      - {when: {signs: swelling}, say: stop_swelling}\n", "",
            Told(HEAT_WORDS, "‸stop_swelling: |-", 'Nothing says "heat_check.stop_swelling"', "", "say it")),
    mistake("a phone number typed by hand", HEAT_WORDS, "not sure which heat it was. Call {clinic.phone}",
            "not sure which heat it was. Call ‸602 555 0100", 'The number "602 555 0100" is typed into this text',
            "changed in one place", "Write {clinic.phone} in its place", grade=Grade.WARNING),
    mistake("an emergency number typed by hand", HEAT_WORDS, "or slow breathing? Call {emergency.number}.",
            "or slow breathing? Call ‸911.", 'The number "911" is typed into this text', "changed in one place",
            "Write {emergency.number} in its place", grade=Grade.WARNING),
    mistake("the quotes of a word processor", CLINIC, 'number: "911"', "number: ‸“911”",
            "The quotes of a word processor stand around this value", "Straight quotes", "Type it again"),
    mistake("the same around a colon", HEAT_WORDS, 'each_time: "Done: each time, or not sure"',
            "each_time: “Done‸: each time, or not sure”", "The quotes of a word processor stand around this text",
            "For example", "straight ones"),
)  # fmt: skip
def test_it_is_told(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_a_line_that_one_language_lacks_is_told_where_it_is_missing(tmp_path: Path):
    project = copy_whole_project(tmp_path)
    line = "        • tiene ahí marcas cafés en forma de red\n"
    replace(project, "content/es/alternatives.yaml", line, "")
    (told,) = problems_of(load(project))
    assert told.grade is Grade.WARNING
    assert "lines that begin with •, and content/en/alternatives.yaml, line" in told.found
