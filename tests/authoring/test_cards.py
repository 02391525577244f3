"""What every card says cannot be edited away, in either language (SP10, SP11)."""

from pathlib import Path

import pytest

from bot.authoring.card_lines import CBD_CAUTION, EVERY_CARD, NEVER_WITH_HEAT, SKIN, Line
from bot.authoring.project import load
from tests.authoring.planted import (
    CARDS,
    Mistake,
    check,
    copy_project,
    copy_whole_project,
    mistake,
    problems_of,
    replace,
    table,
)

WORDS, WORDS_ES = "content/en/alternatives.yaml", "content/es/alternatives.yaml"
NOT_WHO = "does not say who must not use it"


@table(
    mistake("who must not use it", WORDS, "        Do not use it if either warm or cold is not safe for you.\n", "",
            f"The card alternatives.contrast {NOT_WHO}", "Every card says it", 'begins with "Do not use"',
            at="\n‸contrast:"),
    mistake("how long", WORDS, "How long: about 12 minutes, once", "About 12 minutes, once",
            "The card alternatives.contrast does not say how long", "in every language", 'begins with "How long"',
            at="\n‸contrast:"),
    mistake("when to stop", WORDS, "Stop if you feel dizzy, your heart", "You may feel dizzy, your heart",
            "The card alternatives.contrast does not say when to stop", "under no condition", 'begins with "Stop if"',
            at="\n‸contrast:"),
    mistake("to look at the skin", WORDS, "      4. Check your skin at each change.\n", "",
            "The card alternatives.contrast does not say to look at the skin", "", 'begins with "Check your skin"',
            at="\n‸contrast:"),
    mistake("the card of dry heat", WORDS, "How long: at most 15 minutes, with", "At most 15 minutes, with",
            "The card alternatives.dry_heat_safe_use does not say how long", "", 'begins with "How long"',
            at="\n‸dry_heat_safe_use:"),
    mistake("the last text of a card", CARDS, "    option: moist_heat\n    shows: [say, alternatives.stop_line]",
            "    option: moist_heat\n    ‸shows: [say]", "The card alternatives.moist_heat does not always say "
            "alternatives.stop_line", "under no condition", "Write shows: [say, alternatives.stop_line]"),
    mistake("the words of the last text", WORDS, "  Stop if you feel more pain, burning, or stinging",
            "  You may feel more pain, burning, or stinging",
            "The text alternatives.stop_line does not say when to stop", "Nobody reads it",
            'Write "Stop if"', at="\nstop_line: ‸|-"),
    mistake("never with heat", WORDS, "Never with heat: not on top", "Not on top",
            "The text alternatives.creams.never_with_heat does not say never with heat", "", 'Write "Never with heat"',
            at="    never_with_heat: ‸|-"),
    mistake("CBD without asking", WORDS, "We do not recommend a product. Ask first. It may clash",
            "We do not recommend a product. It may clash", "This text speaks of CBD, and does not say to ask first",
            "", 'Write "Ask first"', at="    - ‸text: |-\n        What the article names:"),
)  # fmt: skip
def test_a_line_that_a_card_lacks_is_critical(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_the_spanish_card_says_it_too(tmp_path: Path):
    project = copy_whole_project(tmp_path)
    replace(project, WORDS_ES, "        No use este método si para usted no es seguro el calor o el frío.\n", "")
    (problem,) = problems_of(load(project))
    assert (problem.file, problem.found) == (WORDS_ES, f"The card alternatives.contrast {NOT_WHO}")
    assert problem.mend == 'Add a line that begins with "No use"'


@pytest.mark.parametrize("line", [*EVERY_CARD, SKIN, NEVER_WITH_HEAT, *CBD_CAUTION])
def test_every_line_is_known_in_both_languages(line: Line):
    assert line.says.keys() == {"en", "es"}
