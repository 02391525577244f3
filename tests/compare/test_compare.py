"""Edits planted in a copy of the project, one of every kind, and what is told of them; read here as staff read it."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace as with_fields

from bot.authoring.project import Loaded
from bot.compare.change import Change, Comparison, Grade
from bot.compare.compare import Version, compare
from bot.compare.moves import moves
from bot.compare.report import report
from bot.compare.wording import word_changes
from bot.engine.catalog import template
from bot.engine.library import Library
from bot.settings import find_project
from tests.compare.projects import edited, loaded

RULES, HEAT, HEALTH = "dialogs/decisions.yaml", "dialogs/heat_check.yaml", "dialogs/precautions.yaml"
FLAGS, CARDS = "dialogs/red_flags.yaml", "dialogs/alternatives.yaml"

EDITS = (
    (RULES, "numb_skin}\n      moist_heat: not_for_you", "numb_skin}\n      moist_heat: ask_first"),
    (RULES, "weak_bones: {when: {precautions: weak_bones}, stretching: ask_first}",
     "weak_bones: {when: {precautions: weak_bones}, stretching: not_for_you}"),
    (RULES, "      stops_option: true        # what was tried is closed for the rest of the check\n", ""),
    (RULES, "result: emergency, when: {skin: deep_burn}}", "result: emergency, when: {skin: [deep_burn, blister]}}"),
    (HEAT, "{when: {signs: swelling}, say: stop_swelling}", "{when: {signs: swelling, heat: dry}, say: stop_swelling}"),
    (HEAT, "      - unsure: {sets: {skin: spreading}}\n", ""),
    (HEAT, "      why: {go: why}\n", "      why: {go: seek_care.overview}\n"),
    (HEALTH, "      - weak_bones: {when: {recent: injury}}\n", "      - weak_bones\n"),
    (HEALTH, "      - pump_stim\n      - age65\n", "      - age65\n      - pump_stim\n"),
    (FLAGS, "      finish: {go: end.same_day}\n", "      finish: {go: end.same_day}\n      late: {go: emergency}\n"),
    ("content/en/red_flags.yaml", "    finish: Finish\n", "    finish: Finish\n    late: It is worse now\n"),
    ("content/es/red_flags.yaml", "    finish: Terminar\n", "    finish: Terminar\n    late: Estoy peor\n"),
    ("content/clinic.yaml", "(602) 555-0100 ", "(602) 555-0101 "),
    ("content/en/heat_check.yaml", "label: More stiff\n", "label: Stiffer\n"),
    ("content/hearing/body_more.yaml", "im due, due date, ", "due date, "),
)  # fmt: skip

TOLD = {
    Grade.MILDER: (
        """dialogs/decisions.yaml: the rule "numb_skin" of the table levels was changed
Moist heat: not for you → call first, 4587520: people who ticked "Numb skin\"""",
        """dialogs/decisions.yaml: check-ins come to something else (the table check_in)
the rule worse: when (pain_change is worse or check_in.words is worse): book_soon; before: when (pain_change is worse \
or check_in.words is worse): book_soon, closes what was tried [milder]""",
        """1 path to care today lost
the line "Not sure" of heat_check.skin""",
        """heat_check.signs ("Since you began to use heat, what have you noticed? Tap all that are…") was changed
it says "Put no heat of any kind on skin that is red or swollen. Do not put an…" when signs is swelling and heat is \
dry; before: signs is swelling [milder]""",
        """heat_check.skin ("How does the skin look now?") was changed
the line "Not sure" is no longer there [milder]""",
        """content/hearing: other typed words are heard as danger
the group DUE no longer hears "im due" [milder]""",
    ),
    Grade.STRICTER: (
        """dialogs/decisions.yaml: the rule "deep_burn" of the table tier was changed
How soon to be seen: see someone today → emergency, 773094113280: people who answered "Blister" to "How does the skin \
look now?\"""",
        """dialogs/decisions.yaml: the rule "weak_bones" of the table levels was changed
Gentle stretching: call first → not for you, 180879360: people who ticked "Weak bones or steroids\"""",
        """4 new paths to emergency
the line "Blister" of check_in.skin
the line "Not sure" of check_in.skin
the line "Blister" of heat_check.skin
the button "It is worse now" of red_flags.same_day""",
        """precautions.health ("Your health. Tap all that are true, or that you are not sure about.") was changed
the line "Weak bones or steroids" shows when always; before: recent is injury [stricter]
its lines stand in another order [different]""",
    ),
    Grade.DIFFERENT: (
        """content/clinic.yaml: 1 fact changed
clinic.phone: (602) 555-0101; before: (602) 555-0100""",
        """heat_check.result was changed
the button "Why can heat hurt?" now leads to seek_care.overview; before: heat_check.why [different]""",
        """red_flags.same_day ("Please talk to a clinician today. Call {clinic.phone}. Hours: {clinic…") was changed
the button "It is worse now" is new [different]""",
    ),
    Grade.WORDING: (
        """content/en: 2 texts have other words
heat_check.signs.choices.stiffness (label)
  was: More stiff
  now: Stiffer
red_flags.same_day.buttons.late (label) (about danger: read it twice)
  new
  now: It is worse now""",
        """content/es: 1 text has other words
red_flags.same_day.buttons.late (label) (about danger: read it twice)
  new
  now: Estoy peor""",
    ),
}
PLANTED = [(grade, told) for grade, every in TOLD.items() for told in every]


def version(found: Loaded, folder: Path | None = None) -> Version:
    assert found.library is not None
    return Version(folder or find_project(), found.parts, found.library)


@cache
def planted() -> Comparison:
    return compare(version(loaded()), version(edited(*EDITS)))


@cache
def reworded() -> Comparison:
    words = ("content/en/heat_check.yaml", "Which heat have you used", "Which warmth have you used")
    return compare(version(loaded()), version(edited(words)))


def plain(change: Change) -> str:
    effects = [f"{e.what}: {e.old} → {e.new}, {e.combinations}: {e.example}" for e in change.effects]
    return "\n".join((change.title, *effects, *change.lines))


@pytest.mark.parametrize(("grade", "told"), PLANTED, ids=[told.partition("\n")[0][:60] for _, told in PLANTED])
def test_a_planted_edit_is_told_with_its_grade(grade: Grade, told: str):
    assert told in [plain(change) for change in planted().changes if change.grade is grade]


def test_what_is_milder_comes_first():
    grades = [change.grade for change in planted().changes]
    assert grades == sorted(grades, key=list(Grade).index)


def test_nothing_that_was_not_planted_is_told():
    """One change besides: the list borrows the buttons of the result."""
    known = [told for _, told in PLANTED]
    [other] = [change for change in planted().changes if plain(change) not in known]
    assert other.title.startswith("alternatives.list ")


def test_everybody_with_other_advice_is_counted_once():
    one, other, third = (change.combinations for change in planted().changes if change.effects)
    assert max(one, other, third) <= planted().other_advice <= one + other + third


def test_the_same_project_changes_nothing_for_patients():
    same = compare(version(loaded()), version(loaded()))
    assert (same.changes, same.moves, same.changed) == ((), (), False)
    assert report(same, "one", "other").splitlines() == ["From one to other", "", "Nothing changed for patients."]


def test_other_words_are_told_as_nothing_but_wording():
    assert not reworded().changed
    assert report(reworded(), "one", "other").splitlines()[2] == "Nothing changed but wording."


def test_people_behind_a_question_with_other_words_are_moved():
    moved = {move.old: (move.new, move.everyone) for move in reworded().moves}
    assert moved["heat_check.signs"] == ("red_flags.nerves", True)
    assert "heat_check.heat_kind" not in moved
    told = " ".join(report(reworded(), "one", "other").split())
    assert "People now at *heat_check.signs*, " in told
    assert 'heat_check.heat_kind ("Which warmth have you used on your back or neck?") has changed, and is asked' in told


def test_people_are_looked_for_though_a_review_has_expired():
    source = version(loaded()).library.source
    expired = Library(with_fields(source, demo=False, reviewed_until=date(2001, 1, 1)))
    signs = source.states["heat_check.signs"]
    shorter = {**source.states, signs.name: with_fields(signs, choices=signs.choices[1:])}
    moved = moves(expired, Library(with_fields(expired.source, states=shorter)))
    assert "red_flags.today" in {move.old for move in moved}


def test_the_same_change_in_several_texts_is_told_once():
    words, *_ = loaded().parts.words.values()
    asked = ("precautions.for_cold", "precautions.for_contrast")
    other = template("Can cold turn your fingers white, give you hives, or make you ill?")
    changed = replace(words, texts={**words.texts, **dict.fromkeys(asked, other)})
    [change] = word_changes(loaded().parts, replace(loaded().parts, words={**loaded().parts.words, "en": changed}))
    assert change.lines == (
        "precautions.for_cold, precautions.for_contrast",
        "  was: Does cold turn your fingers white,…",
        "  now: Can cold turn your fingers white,…",
    )


def test_the_sample_in_the_docs_is_what_is_printed():
    text = (Path(__file__).parents[2] / "docs" / "diff.md").read_text("utf-8")
    block = text.partition("<!-- heatwise diff -->\n\n")[2].partition("\n\n`--json`")[0]
    expected = [line.removeprefix("    ") for line in block.splitlines()]
    found = report(compare(version(loaded()), version(edited(EDITS[0]))), "one", "other").rstrip().splitlines()
    assert found[2:] == expected
