"""Everything that the language offers can be written, checked and asked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.authoring.project import load
from bot.engine.conditions import All, AtLeast, Not, Unanswered
from bot.engine.library import Library
from tests.authoring.planted import CLINIC, copy_project, problems_of, replace

DIARY = """\
start: pain
states:
  pain:
    ask: scale
    next:
      - {when: {pain: {at_least: 7, at_most: 9}}, go: much}
      - {when: {not: {pain: {at_least: 4}}}, go: little}
      - go: note
    back: quick_answers.menu
  note:
    ask: text
    optional: true
    next: [{go: sure}]
  sure:
    ask: yes_no
    next:
      - {when: {note: unanswered}, go: little}
      - {when: {all: [{sure: yes}, {any: [{pain: {at_least: 1}}]}]}, go: much}
      - go: little
  much:
    shows: [little, say]
    buttons_from: little
  little:
    buttons:
      menu: {go: quick_answers.menu}
      back: {go: back}
"""
WORDS = """\
pain: How bad is the pain, from 0 to 10?
note:
  say: What else?
  texts: {empty: Please write something.}
  choices: {skip: Skip}
sure:
  say: Are you sure?
  choices: {no: No, yes: Yes, unsure: Not sure}
much: That is much.
little:
  - That is little.
  - "Or so, says {clinic.name}."
"""
LITTLE_BUTTONS = "little:\n  say:\n    - That is little.\n  buttons: {menu: Questions, back: Back}\n"


def with_diary(folder: Path) -> Path:
    project = copy_project(folder)
    (project / "dialogs/diary.yaml").write_text(DIARY, "utf-8")
    words = WORDS.partition("little:")[0] + LITTLE_BUTTONS
    (project / "content/en/diary.yaml").write_text(words, "utf-8")
    replace(
        project,
        "dialogs/quick_answers.yaml",
        "      pills: {go: pills}\n",
        "      pills: {go: pills}\n      diary: {go: diary}\n",
    )
    replace(project, "content/en/quick_answers.yaml", "    pills: ", "    diary: My diary\n    pills: ")
    return project


@pytest.fixture
def library(tmp_path: Path) -> Library:
    loaded = load(with_diary(tmp_path))
    assert problems_of(loaded) == []
    assert loaded.library is not None
    return loaded.library


def test_a_scale_has_eleven_answers_whose_labels_are_their_numbers(library: Library):
    state, catalog = library.states["diary.pain"], library.catalog("en")
    assert [choice.id for choice in state.choices] == [str(number) for number in range(11)]
    assert catalog.line("diary.pain.choices.10").label == "10"


def test_a_scale_can_be_tested_from_above_and_below(library: Library):
    first, second, _ = library.states["diary.pain"].next
    assert first.when == All((AtLeast("diary.pain", 7), AtLeast("diary.pain", 9, at_most=True)))
    assert second.when == Not(AtLeast("diary.pain", 4))


def test_a_question_can_be_tested_for_having_no_answer(library: Library):
    assert library.states["diary.sure"].next[0].when == Unanswered("diary.note")


def test_a_number_of_a_scale_can_have_words_of_its_own(tmp_path: Path):
    project = with_diary(tmp_path)
    replace(project, "content/en/diary.yaml", "pain: How bad", "pain:\n  choices: {0: No pain}\n  say: How bad")
    replace(project, "content/en/diary.yaml", "from 0 to 10?", "between none and the worst?")
    loaded = load(project)
    assert problems_of(loaded) == []
    assert loaded.library is not None
    assert loaded.library.catalog("en").line("diary.pain.choices.0").label == "No pain"
    assert loaded.library.catalog("en").line("diary.pain.choices.1").label == "1"


def test_several_texts_may_stand_without_say(tmp_path: Path):
    project = with_diary(tmp_path)
    (project / "content/en/diary.yaml").write_text(WORDS, "utf-8")
    told = problems_of(load(project))
    assert [problem.found for problem in told] == ['The group "buttons" is missing here']


def test_the_version_changes_with_what_the_files_say_and_not_with_comments(tmp_path: Path):
    def version() -> str:
        library = load(tmp_path).library
        assert library is not None
        return library.version

    project = copy_project(tmp_path)
    before = version()
    replace(project, CLINIC, "status: demo", "# a comment\nstatus: demo")
    assert version() == before
    replace(project, CLINIC, 'start: "21:00"', 'start: "22:00"')
    assert version() != before


def test_the_clinics_zone_is_where_today_is_worked_out(library: Library):
    assert str(library.source.zone) == "America/Phoenix"
    assert datetime(2030, 6, 1, 3, tzinfo=UTC).astimezone(library.source.zone).day == 31
