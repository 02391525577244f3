"""The number to call, and what a card always says, cannot be lost from the content."""

from pathlib import Path

import pytest

from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import (
    CARDS,
    END_WORDS,
    FLAGS,
    Mistake,
    check,
    copy_project,
    mistake,
    problems_of,
    replace,
    table,
    with_another_language,
)

FLAG_WORDS = "content/en/red_flags.yaml"
NUMBER = "{emergency.number} is missing in this text"
EVERY = "This text gives it in every language"
WRITE = "Write {emergency.number} into it"


@table(
    mistake("the emergency text", FLAG_WORDS, "emergency:\n  say: |-\n    Call {emergency.number} now.",
            "emergency:\n  say: ‸|-\n    Call now.", NUMBER, EVERY, WRITE),
    mistake("have you called", FLAG_WORDS, "  say: |-\n    I cannot help with this by chat. Have you called "
            "{emergency.number}?", "  say: ‸|-\n    I cannot help with this by chat.", NUMBER, EVERY, WRITE),
    mistake("the crisis text", FLAG_WORDS, "  say: |-\n    I am sorry things are this hard. You are not alone. Help is "
            "free, day and night. Call or text {crisis.number} now.",
            "  say: ‸|-\n    I am sorry things are this hard. Call now.",
            "{crisis.number} is missing in this text", EVERY, "Write {crisis.number} into it"),
    mistake("the text after it", FLAG_WORDS, "    safe: |-\n      I am glad you are safe. You can call or text "
            "{crisis.number} at any time.", "    safe: ‸|-\n      I am glad you are safe.",
            "{crisis.number} is missing in this text", EVERY, "Write {crisis.number} into it"),
    mistake("the text after a wrong tap", FLAG_WORDS, "mistake: |-\n  If anything on the emergency list is true, call "
            "{emergency.number}.", "mistake: ‸|-\n  If anything on the emergency list is true, call.", NUMBER, EVERY,
            WRITE),
    mistake("the text of today", FLAG_WORDS, "    - |-\n      Please talk to a clinician today. Call {clinic.phone}.",
            "    - ‸|-\n      Please talk to a clinician today.", "{clinic.phone} is missing in this text", EVERY,
            "Write {clinic.phone} into it"),
    mistake("an end", END_WORDS, "minor:\n  say: |-\n    This chat is only for adults. Please ask a parent or another "
            "adult you trust to call {clinic.phone}. In an emergency, call {emergency.number}.",
            "minor:\n  say: ‸|-\n    This chat is only for adults.", NUMBER, EVERY, WRITE),
    mistake("an end of several bubbles", END_WORDS,
            "    - |-\n      If anything on the get-help list shows up, act on it. In an emergency, call "
            "{emergency.number}.\n", "", NUMBER, EVERY, WRITE, at="done:\n  say:\n    - ‸text: |-"),
    mistake("a slip in the number is told once", END_WORDS, "another adult you trust to call {clinic.phone}. In an "
            "emergency, call {emergency.number}.", "another adult you trust to call {clinic.phone}. In an emergency, "
            "call ‸{emergency.nubmer}.", "Nothing fills the placeholder", "", 'Did you mean "{emergency.number}"?'),
    mistake("the emergency text under a condition", FLAGS, "  emergency:\n    shows:\n      - say\n",
            "  emergency:\n    ‸shows:\n      - {text: say, when: {tier: emergency}}\n",
            "red_flags.emergency does not always say its text red_flags.emergency", "whenever this is shown",
            "Add say to shows:, without a test"),
)  # fmt: skip
def test_a_number_that_is_missing_is_critical(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_the_card_of_creams_always_says_never_with_heat(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, CARDS, "shows: [never_with_heat, say,", "shows: [say,")
    critical = [problem for problem in problems_of(load(project)) if problem.grade is Grade.CRITICAL]
    assert [problem.found for problem in critical] == [
        "alternatives.creams does not always say its text alternatives.creams.never_with_heat"
    ]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_language_says_it(tmp_path: Path, lang: str):
    project = with_another_language(tmp_path)
    assert problems_of(load(project)) == []
    replace(project, f"content/{lang}/red_flags.yaml", "Call {emergency.number} now.", "Call now.")
    assert [(p.file, p.found) for p in problems_of(load(project))] == [(f"content/{lang}/red_flags.yaml", NUMBER)]
