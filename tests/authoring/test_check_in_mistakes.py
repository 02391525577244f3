"""Slips in the check-in: delays, the table of what it comes to, and what would be milder than the program's floor."""

from pathlib import Path

from bot.authoring.problems import Grade
from tests.authoring.planted import RULES, Mistake, Told, check, copy_project, mistake, mistake_told, table

CHECK_IN, WORDS = "dialogs/check_in.yaml", "content/en/check_in.yaml"
TABLE = "check_in:\n  hit: every\n  ‸rules:"


@table(
    mistake("a delay", CHECK_IN, "hours_8, hours_24, no]", "hours_8, ‸hours_48, no]",
            '"hours_48" is no delay', "hours_1 to hours_24", "Write hours_",
            Told(WORDS, "    ‸hours_24: In 24 hours", 'Nothing uses the name "hours_24"')),
    mistake("a rule without a test", RULES, "still_red: {when: {check_in.skin: still_red}}", "‸still_red: {}",
            "still_red has no test", "otherwise: true", "Add when:"),
    mistake("a last rule with a test", RULES, "same_once: {otherwise: true, no_change: true}",
            "‸same_once: {otherwise: true, no_change: true, when: {tries: first}}", "it has a test"),
    mistake("a fact of the table", RULES, "{pain_change: better}", "{‸pain_chang: better}",
            'no answer or fact "pain_chang"', "", 'Did you mean "pain_change"?'),
    mistake("what it comes to itself", RULES, "{pain_change: better}", "{‸check_in_result: worse}", "is not known yet"),
    mistake("a tier", RULES, "tier: book_soon\n      stops_option", "tier: ‸book_son\n      stops_option", '"book_son"',
            "", 'Did you mean "book_soon"?'),
    mistake("danger that is none", CHECK_IN, "- chest: {sets: {emergency_flags: chest}}",
            "- ‸chest: {sets: {same_day_flags: worst_pain}}", "comes to the tier same_day", "At least emergency"),
    mistake("not sure that is a no", CHECK_IN, "- unsure: {sets: {skin: blister}}", "- ‸unsure: {sets: {skin: mild}}",
            "comes to the tier self_care", "At least same_day"),
)  # fmt: skip
def test_a_slip_is_told_where_it_stands(planted: Mistake, tmp_path: Path):
    check(copy_project(tmp_path), planted)


@table(
    mistake_told("pain that is worse, and no advice to book", RULES,
                 "    worse:\n      tier: book_soon\n", "    worse:\n",
                 Told(RULES, TABLE, "pain_change: worse comes to the tier self_care",
                      "At least book_soon"),
                 Told(RULES, TABLE, "check_in.words: worse comes to the tier self_care")),
    mistake_told("red skin that nobody hears", RULES, "still_red: {when: {check_in.skin: still_red}}",
                 "still_red: {otherwise: true, when: {check_in.skin: still_red}}",
                 Told(RULES, TABLE, "check_in.skin: still_red is heard by no rule")),
    mistake_told("a rule of which nothing is said", CHECK_IN,
                 "      - {text: still_red, when: {check_in_result: still_red}}\n", "",
                 Told(CHECK_IN, "    ‸shows:\n      - {text: high_pain", "when the check-in comes to still_red"),
                 Told(WORDS, "    ‸still_red: |-\n", "Nothing says", grade=Grade.WARNING)),
)  # fmt: skip
def test_what_is_milder_or_missing_is_told(planted: Mistake, tmp_path: Path):
    check(copy_project(tmp_path), planted)
