"""Rules that are milder than what the program ships are told: tiers, cards that would open, and dry heat."""

from pathlib import Path

from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import (
    HEALTH,
    HEAT,
    RULES,
    Mistake,
    Told,
    check,
    copy_project,
    mistake,
    mistake_told,
    problems_of,
    replace,
    table,
)

TIER_RULES = "emergency]    # from least to most urgent\n  ‸rules:"


@table(
    mistake("a deep burn without its rule", RULES,
            "    deep_burn: {result: emergency, when: {skin: deep_burn}}\n", "",
            "skin: deep_burn comes to the tier self_care", "At least emergency",
            "at_least: {result: emergency, when: {skin: deep_burn}}", at=TIER_RULES),
    mistake("two answers without their rule", RULES,
            "    cancer_recent: {result: same_day, when: {precautions: cancer, recent: [flare, injury]}}\n",
            "    cancer_recent: {result: same_day, when: {precautions: cancer, recent: flare}}\n",
            "precautions: cancer with recent: injury comes to the tier self_care", "At least same_day",
            "when: {all: [{precautions: cancer}, {recent: injury}]}", at=TIER_RULES),
    mistake("not sure as a no", HEAT, "      - unsure: {sets: {skin: spreading}}",
            "      - ‸unsure: {sets: {skin: mild}}", 'The answer "unsure" sets what comes to the tier self_care',
            "At least same_day", "Put back"),
    mistake("a burn that is no burn", HEALTH, "precautions: broken_skin, same_day_flags: blister_spreading",
            "precautions: broken_skin", 'The answer "burned" sets what comes to the tier book_soon',
            "At least same_day",
            at="      - ‸burned: {sets: {precautions: broken_skin}}"),
    mistake("a rule that closes too little", RULES,
            "      when: {precautions: medicine_patch}\n      moist_heat: not_for_you\n",
            "      when: {precautions: medicine_patch}\n",
            "precautions: medicine_patch does not close moist_heat and contrast", "At least ask_first for each",
            "Write into the rule medicine_patch moist_heat: ask_first, contrast: ask_first",
            at="    ‸medicine_patch:\n      when"),
    mistake_told("a rule that frees", RULES, "cold_allergy}, cold: not_for_you", "cold_allergy}, cold: offer",
                 Told(RULES, "    ‸cold_allergy: {", "precautions: cold_allergy does not close cold and contrast"),
                 Told(RULES, "cold_allergy}, ‸cold: offer", "cold: offer changes nothing", "One of caution",
                      "Delete it", Grade.WARNING)),
)  # fmt: skip
def test_what_is_too_mild_is_told(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_nobody_is_told_to_go_on_with_dry_heat_that_is_closed(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, RULES, "    closed: {result: stop, when: {dry_heat: not_for_you}}\n", "")
    told = [problem for problem in problems_of(load(project)) if problem.grade is Grade.CRITICAL]
    results = [problem.found.rpartition(" ")[2] for problem in told]
    assert results == ["may_continue", "not_suggested"]
    assert all("closed: {result: stop, when: {dry_heat: not_for_you}}" in problem.mend for problem in told)


def test_an_option_that_a_tie_kept_closed_is_told_with_every_answer_that_should_close_it(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, RULES, "  at_least_as_strict_as:\n    contrast: [moist_heat, cold]\n", "")
    told = [problem.found for problem in problems_of(load(project))]
    assert "skin: marks does not close contrast" in told
    assert "precautions: cold_allergy does not close contrast" in told
