"""Properties of safety, words that are heard, options and questions: what protects and is gone is milder."""

from pathlib import Path

from msgspec.structs import replace

from bot.compare.change import Grade
from bot.compare.questions import Questions
from bot.compare.settings import hearing_changes, safety_changes
from bot.engine.library import Library
from tests.compare.projects import shipped

SOURCE = shipped().source


def told(library: Library) -> list[tuple[Grade, str]]:
    return [(change.grade, change.title) for change in Questions(shipped(), library).changes()]


def with_safety(folder: Path, text: str) -> Path:
    (folder / "dialogs").mkdir(parents=True)
    (folder / "dialogs" / "safety.yaml").write_text(text, "utf-8")
    return folder


def test_properties_that_are_gone_new_or_changed_are_told(tmp_path: Path):
    old = with_safety(
        tmp_path / "old", "properties:\n  SP1: {never: heat}\n  SP2: {always: phone}\n  SP4: {never: ice}\n"
    )
    new = with_safety(
        tmp_path / "new", "properties:\n  SP2: {always: number}\n  SP3: {next: emergency}\n  SP4: {never: ice}\n"
    )
    [change] = safety_changes(old, new)
    assert (change.grade, change.lines) == (
        Grade.MILDER,
        (
            "properties.SP1 is no longer proved [milder]",
            "properties.SP2 was changed [different]",
            "properties.SP3 is new [stricter]",
        ),
    )


def test_without_the_file_in_either_folder_nothing_is_told(tmp_path: Path):
    assert list(safety_changes(tmp_path, tmp_path)) == []


def test_a_rule_that_is_heard_no_more_is_milder():
    known = SOURCE.knowledge
    [change] = hearing_changes(known, replace(known, rules=known.rules[1:]))
    assert (change.grade, change.lines) == (Grade.MILDER, (f"the rule {known.rules[0].id} is gone [milder]",))


def test_a_word_that_is_harmless_now_is_milder():
    known = SOURCE.knowledge
    [change] = hearing_changes(known, replace(known, harmless=(*known.harmless, "numb from a cold plunge")))
    assert (change.grade, change.lines) == (Grade.MILDER, ("now harmless: numb from a cold plunge [milder]",))


def test_an_option_that_is_no_longer_offered_is_stricter():
    inner = {"mind_body": ("breathing", "stretching")}
    library = Library(replace(SOURCE, tables=replace(SOURCE.tables, inner=inner)))
    assert told(library) == [(Grade.STRICTER, "TENS (small battery device) is no longer offered in mind_body")]


def test_a_question_that_is_gone_is_milder_and_its_lines_are_told():
    states = {name: state for name, state in SOURCE.states.items() if name != "check_in.usual"}
    rules = {"check_in.pain": states["check_in.pain"].next[1:]}
    states |= {name: replace(states[name], next=next) for name, next in rules.items()}
    changes = {
        change.title: change for change in Questions(shipped(), Library(replace(SOURCE, states=states))).changes()
    }
    [gone] = [change for title, change in changes.items() if title.startswith("The question check_in.usual ")]
    assert gone.grade is Grade.MILDER
    assert gone.lines == ('no longer asked: "Yes"', 'no longer asked: "Not sure"')


def test_a_question_that_can_be_passed_over_is_milder():
    skin = replace(SOURCE.states["heat_check.skin"], optional=True)
    [change] = Questions(shipped(), Library(replace(SOURCE, states={**SOURCE.states, skin.name: skin}))).changes()
    assert (change.grade, change.lines) == (Grade.MILDER, ("optional: yes; before: no [milder]",))


def test_a_line_that_has_moved_to_another_question_of_the_check_is_neither_milder_nor_stricter():
    now, health = (SOURCE.states[f"precautions.{name}"] for name in ("right_now", "health"))
    [pump] = [line for line in health.choices if line.id == "pump_stim"]
    states = {
        now.name: replace(now, choices=(*now.choices, pump)),
        health.name: replace(health, choices=tuple(line for line in health.choices if line != pump)),
    }
    changes = Questions(shipped(), Library(replace(SOURCE, states={**SOURCE.states, **states}))).changes()
    assert [change.lines for change in changes] == [  # nobody has written a label for it at its new place
        ('the line "precautions.right_now.choices.pump_stim" has moved here from precautions.health [different]',),
        ('the line "Pump or stimulator" has moved to precautions.right_now [different]',),
    ]


def test_a_line_that_is_gone_from_a_question_is_milder():
    health = SOURCE.states["precautions.health"]
    shorter = replace(health, choices=tuple(line for line in health.choices if line.id != "pump_stim"))
    [change] = Questions(shipped(), Library(replace(SOURCE, states={**SOURCE.states, health.name: shorter}))).changes()
    assert change.lines == ('the line "Pump or stimulator" is no longer there [milder]',)
