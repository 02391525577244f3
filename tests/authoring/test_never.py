"""A test that no answers can make hold, and a rule that those above it leave nothing, are told."""

from pathlib import Path

from bot.authoring.problems import Grade
from tests.authoring.planted import CARDS, HEAT, QUICK, RULES, Mistake, Told, check, copy_project, mistake_told, table

IMPOSSIBLE = "Answers that can be given together"
SHADOWED = "The first one that holds is taken"


@table(
    mistake_told("two values of one answer", RULES, "marks: {result: book_soon, when: {skin: marks}}",
                 "marks: {result: book_soon, when: {all: [{skin: marks}, {skin: mild}]}}",
                 Told(RULES, "    ‸marks: {result: book_soon", "The test of marks can never hold", IMPOSSIBLE,
                      "Test something else")),
    mistake_told("a level that no rule gives", CARDS, "when: {any: [{stretching: ask_first}, {tens: ask_first}]}",
                 "when: {breathing: ask_first}",
                 Told(CARDS, "      - ‸text: ask_first\n        when: {breathing", "This test can never hold",
                      '"breathing" can only be offer here', "", Grade.WARNING)),
    mistake_told("a tier with which nothing is offered", HEAT, "{text: book_soon, when: {tier: book_soon}}",
                 "{text: book_soon, when: {tier: same_day}}",
                 Told(HEAT, "- ‸{text: book_soon", "This test can never hold",
                      '"tier" can only be book_soon or self_care here', "", Grade.WARNING)),
    mistake_told("a pattern behind a wider one", RULES,
                 "    both: {result: mixed, when: {all: [{signs: swelling}, {signs: nerve_feelings}]}}\n"
                 "    swelling: {result: inflammatory, when: {signs: swelling}}\n",
                 "    swelling: {result: inflammatory, when: {signs: swelling}}\n"
                 "    both: {result: mixed, when: {all: [{signs: swelling}, {signs: nerve_feelings}]}}\n",
                 Told(RULES, "    ‸both: {result: mixed", "The test of both never counts: the one on line 71 holds "
                      "whenever it does", SHADOWED, "Move it above that one", Grade.WARNING)),
    mistake_told("a result behind a wider one", RULES, "    call_first: {result: ask, when: {dry_heat: ask_first}}\n",
                 "    call_first: {result: ask, when: {dry_heat: [ask_first, caution]}}\n"
                 "    again: {result: ask, when: {dry_heat: caution}}\n",
                 Told(RULES, "    ‸again:", "The test of again never counts", SHADOWED, "Move it above")),
    mistake_told("an answer that the way has ruled out", HEAT, "      - {when: {signs: swelling}, go: skin}\n",
                 "      - {when: {signs: swelling}, go: skin}\n      - {when: {heat: none}, go: skin}\n",
                 Told(HEAT, "      - ‸{when: {heat: none}, go: skin}", "This test can never hold",
                      '"heat" can only be both, dry, moist or unsure here', "", Grade.WARNING)),
    mistake_told("a way behind a wider one", HEAT, "      - {when: {heat: none}, go: red_flags.today}\n",
                 "      - {when: {heat: [none, unsure]}, go: red_flags.today}\n"
                 "      - {when: {heat: unsure}, go: signs}\n",
                 Told(HEAT, "      - ‸{when: {heat: unsure}, go: signs}", "This test never counts: the one on line 10",
                      SHADOWED, "Move it above", Grade.WARNING)),
    mistake_told("a button behind a wider one", "dialogs/callback.yaml",
                 "  cancelled:\n    buttons:\n      back: {go: back}\n      finish:\n        next:\n",
                 "  cancelled:\n    buttons:\n      back: {go: back}\n      finish:\n        next:\n"
                 "          - {when: {tier: [same_day, book_soon]}, go: end.same_day}\n",
                 Told("dialogs/callback.yaml", "book_soon]}, go: end.same_day}\n          - ‸{when: {tier: same_day}",
                      "This test never counts", SHADOWED, "Move it above", Grade.WARNING)),
)  # fmt: skip
def test_a_rule_that_never_counts_is_told(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake_told("one value more", RULES, "marks: {result: book_soon, when: {skin: marks}}",
                 "marks: {result: book_soon, when: {all: [{skin: marks}, {signs: swelling}]}}"),
    mistake_told("a narrower one above a wider one", HEAT, "      - {when: {signs: swelling}, go: skin}\n",
                 "      - {when: {signs: swelling, heat: dry}, go: skin}\n"
                 "      - {when: {signs: swelling}, go: skin}\n"),
    mistake_told("a page of its own", QUICK, "menu:\n    only_when: {screened: yes}\n",
                 "menu:\n    only_when: {screened: yes, dry_heat_result: [stop, ask, may_continue, not_suggested]}\n"),
)  # fmt: skip
def test_a_rule_that_can_hold_is_free(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)
