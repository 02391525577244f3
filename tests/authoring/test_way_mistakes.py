"""Islands, screens without a button, options that nobody is offered, and answers that nothing uses."""

from pathlib import Path

from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import (
    CLINIC,
    ENDS,
    HEALTH,
    HEAT,
    QUICK,
    RULE_WORDS,
    RULES,
    Mistake,
    Told,
    check,
    copy_project,
    mistake_told,
    replace,
    table,
)

PILLS = "  pills:\n    buttons:\n      back: {go: back}\n    back: menu\n"
WORDS = "content/en/quick_answers.yaml"
SLEEPY = "    sleepy:\n      when: {precautions: sleepy}\n      moist_heat: not_for_you\n"


@table(
    mistake_told("two pages that only lead to each other", QUICK, PILLS,
                 "  pills:\n    buttons:\n      back: {go: pills_2}\n    back: menu\n\n"
                 "  pills_2:\n    shows: [pills]\n    buttons_from: pills\n    back: pills\n",
                 Told(QUICK, "  ‸pills:\n", "From quick_answers.pills nobody gets to an end: quick_answers.pills and "
                      "quick_answers.pills_2 only lead to each other", "end: true", "go: back")),
    mistake_told("an island that nobody gets to", QUICK, PILLS,
                 PILLS + "\n  extra:\n    shows: [pills]\n    buttons_from: extra_2\n    back: menu\n\n"
                 "  extra_2:\n    shows: [pills]\n    buttons:\n      back: {go: extra}\n    back: menu\n",
                 Told(QUICK, "  ‸extra_2:\n", "Nobody can get to quick_answers.extra_2, nor from there to "
                      "quick_answers.extra", "led to from somewhere", "Lead to quick_answers.extra_2", Grade.WARNING),
                 Told(WORDS, "‸menu:\n  say", 'The entry "extra_2" is missing here', "back")),
    mistake_told("a page whose buttons can all be missing", ENDS, "  declined:\n    end: true\n    buttons:\n"
                 "      start_over: {go: welcome.start}\n",
                 "  declined:\n    end: true\n    buttons:\n"
                 "      start_over: {when: {screened: yes}, go: welcome.start}\n",
                 Told(ENDS, "  declined:\n    end: true\n    ‸buttons:", "end.declined may show no button at all",
                      "One button without a test", "Take the when: of one away")),
    mistake_told("an option that is always closed", RULES, SLEEPY,
                 "    everybody: {when: {any: [{precautions: any}, {precautions: none}]}, creams: not_for_you}\n"
                 + SLEEPY,
                 Told(RULES, "  ranked: [moist_heat, contrast, cold, ‸creams,", "Nobody can ever be offered creams: "
                      "whatever is answered, everybody closes it", "offer or caution", "Narrow the when: of everybody",
                      Grade.WARNING),
                 Told(RULE_WORDS, "‸reasons:", 'The text "reason.everybody" is missing', "", "Write everybody:")),
)  # fmt: skip
def test_a_flaw_in_the_ways_is_told_once(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_a_question_whose_answer_nothing_uses_is_only_noted(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, HEAT, "      - go: signs\n",
            "      - go: often\n\n  often:\n    ask: one\n    choices: [daily, weekly]\n"
            "    next:\n      - go: signs\n")  # fmt: skip
    words = "\noften:\n  say: How often?\n  choices: {daily: Daily, weekly: Weekly}\n\nsigns:\n"
    replace(project, "content/en/heat_check.yaml", "\nsigns:\n", words)
    told = [problem for problem in load(project).problems if problem.file != CLINIC]
    assert [(problem.grade, problem.found) for problem in told] == [
        (Grade.INFO, "Nothing uses the answer of heat_check.often")
    ]


def test_an_answer_that_no_rule_uses_is_only_noted(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, RULES, "cream_on, sleepy, blood_flow", "cream_on, sleepy, asthma, blood_flow")
    replace(project, HEALTH, "      - sleepy\n", "      - sleepy\n      - asthma\n")
    replace(project, "content/en/precautions.yaml", "    sleepy:\n", "    asthma: Asthma\n    sleepy:\n")
    replace(project, RULE_WORDS, "    sleepy: ", "    asthma: asthma\n    sleepy: ")
    told = [problem for problem in load(project).problems if problem.file != CLINIC]
    assert [(problem.grade, problem.found) for problem in told] == [
        (Grade.INFO, "No rule uses precautions: asthma, so whoever says so gets the same advice")
    ]
