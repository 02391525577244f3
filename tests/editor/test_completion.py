"""Completion offers the names that fit at a place, and no others."""

from functools import cache

import pytest

from bot.authoring.parts import Parts
from bot.authoring.project import load
from bot.engine.decisions import LEVELS
from bot.engine.dialog import ASKS, EFFECTS
from bot.engine.safety import TIERS
from tests.editor.editor import SHIPPED, Editor

HEAT, FLAGS, RULES = "dialogs/heat_check.yaml", "dialogs/red_flags.yaml", "dialogs/decisions.yaml"
WORDS = "content/en/heat_check.yaml"
TALK = "tests/conversations/happy/dry_heat_makes_pain_worse.yaml"


@cache
def parts() -> Parts:
    return load(SHIPPED).parts


def offered(editor: Editor, file: str, old: str, new: str) -> list[str]:
    return editor.offered(editor.typed(file, old, new))


def ways(dialog: str) -> list[str]:
    """All that `go:` can name in a dialog: its own states by their short names, and everything in full."""
    states, dialogs = list(parts().dialogs.states), list(parts().dialogs.by_name)
    own = [name.removeprefix(f"{dialog}.") for name in states if name.startswith(f"{dialog}.")]
    return sorted({*own, *states, *dialogs})


@pytest.mark.parametrize("typed", ["go: ‸}", "go: red_flags.‸tody}"], ids=["nothing yet", "a typo"])
def test_a_way_leads_to_every_state_and_dialog(editor: Editor, typed: str):
    assert sorted(offered(editor, HEAT, "go: red_flags.today}", typed)) == ways("heat_check")


def test_a_button_can_lead_back_too(editor: Editor):
    assert sorted(offered(editor, "dialogs/welcome.yaml", "go: red_flags.nerves}", "go: ‸}")) == sorted(
        [*ways("welcome"), "back"]
    )


def test_back_leads_to_a_state_or_nowhere(editor: Editor):
    assert sorted(offered(editor, FLAGS, "back: nowhere\n\n  body:", "back: ‸\n\n  body:")) == sorted(
        [*ways("red_flags"), "came_from", "nowhere"]
    )


def test_a_test_asks_for_facts_of_the_rules_and_for_answers(editor: Editor):
    keys = offered(editor, HEAT, "when: {heat: none}", "when: {h‸}")
    assert {"all", "any", "not", "unanswered"} <= set(keys)
    facts = parts().facts.dialogs
    own = {name.removeprefix("heat_check.") for name in facts.states if name.startswith("heat_check.")}
    assert set(keys) - {"all", "any", "not", "unanswered"} == {*facts.inputs, *facts.results, *facts.states, *own}


def test_the_first_tables_test_answers_alone(editor: Editor):
    keys = offered(editor, RULES, "when: {emergency_flags: any}", "when: {e‸}")
    assert set(keys) - {"all", "any", "not", "unanswered"} == set(parts().facts.inputs)


TABLE = [
    ("the values of a fact", HEAT, "when: {heat: none}", "when: {heat: ‸}",
     ["dry", "moist", "both", "none", "unsure", "unanswered"]),
    ("the values of a set", RULES, "when: {emergency_flags: any}", "when: {nerves: ‸}",
     ["numb_patch", "shooting", "any", "none", "unanswered"]),
    ("the kinds of question", HEAT, "heat_kind:\n    ask: one\n", "heat_kind:\n    ask: ‸\n", ASKS),
    ("the facts of an answer", HEAT, "answer: heat\n", "answer: ‸\n", parts().facts.inputs),
    ("the answers of a fact", HEAT, "choices: [dry, moist, both, none, unsure]", "choices:\n      - ‸",
     ["dry", "moist", "both", "none", "unsure", "done", "skip"]),
    ("what can be done", "dialogs/welcome.yaml", "do: change_language", "do: ‸", EFFECTS),
    ("the options that have a page", "dialogs/alternatives.yaml", "option: creams\n", "option: ‸\n",
     parts().facts.options),
    ("the tiers", RULES, "deep_burn: {result: emergency,", "deep_burn: {result: ‸,", TIERS),
    ("the levels", RULES, "creams: ask_first}", "creams: ‸}", LEVELS),
    ("the choices that lack their words", WORDS,
     "    unsure: Not sure\n\nsigns", "    ‸\n\nsigns", ["unsure"]),
    ("the same in another language", "content/es/red_flags.yaml", "    unsure: No sé\n\nbody:", "    ‸\n\nbody:",
     ["unsure"]),
    ("the states that lack their words", "content/en/reading.yaml", "related:", "‸", ["related"]),
    ("the commands with words", "content/en/command.yaml",
     "  help: [help, what can you do, how does this work]", "  ‸", ["help"]),
    ("the status of the clinic", "content/clinic.yaml", "\nstatus: demo ", "\nstatus: de‸ ", ["demo", "live"]),
    ("what a tester expects of the bot", TALK, "- bot: {state: red_flags.today}", "- bot: {s‸}",
     ["state", "says", "says_key", "buttons", "not_says"]),
    ("the states in a conversation", TALK, "- bot: {state: red_flags.today}", "- bot: {state: ‸}", parts().states),
    ("the tiers in a conversation", TALK, "tier: book_soon", "tier: ‸", TIERS),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "names"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_exactly_these_are_offered(editor: Editor, file: str, old: str, new: str, names: list[str]):
    assert sorted(offered(editor, file, old, new)) == sorted(names)


def test_every_verb_is_offered_in_a_conversation(editor: Editor):
    verbs = ["user", "command", "back", "tap", "tap_old", "tick", "select", "wait", "restart", "start_at", "include"]
    assert sorted(offered(editor, TALK, "- tap: Dry", "- ‸")) == sorted([*verbs, "bot", "expect"])


def test_every_text_that_a_state_can_say_is_offered(editor: Editor):
    names = set(offered(editor, FLAGS, "say: heat_check.stop_marks", "say: ‸"))
    assert {"say", "emergency.burn", "mistake", "heat_check.stop_marks", "command.help"} <= names
    full = {name for name in names if name.partition(".")[0] in parts().dialogs.by_name and "." in name}
    assert full <= set().union(*(words.bubbles for words in parts().words.values()))
