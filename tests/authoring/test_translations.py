"""A translation that is older than its source, or says less, is told, until somebody has compared the two."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.authoring.problems import Grade
from bot.authoring.project import load
from bot.authoring.translations import of_danger
from bot.cli import main_app
from tests.authoring.planted import copy_project, copy_whole_project, place, problems_of, replace

EN, ES = "content/en/red_flags.yaml", "content/es/red_flags.yaml"
HEAT_EN, HEAT_ES = "content/en/heat_check.yaml", "content/es/heat_check.yaml"
PRINTS = "content/es/translated.yaml"
QUESTION = "Which heat have you used"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_whole_project(tmp_path)


def translated(project: Path, *words: str) -> Result:
    return CliRunner().invoke(main_app, ["translated", *words, "--project", str(project)])


def notes_of(project: Path) -> list[tuple[str, str]]:
    """The notes of other files than the clinic's."""
    found = [problem for problem in load(project).problems if problem.grade is Grade.INFO]
    return [(problem.file, problem.found) for problem in found if problem.file != "content/clinic.yaml"]


def test_a_source_that_changes_makes_the_translation_stale_until_somebody_has_compared_them(project: Path):
    replace(project, HEAT_EN, QUESTION, "Which warmth have you used")
    (stale,) = problems_of(load(project))
    assert (stale.grade, stale.file) == (Grade.WARNING, HEAT_ES)
    assert (stale.line, stale.column) == place(project, HEAT_ES, "    ‸¿Qué calor ha usado")
    line = place(project, HEAT_EN, "‸Which warmth")[0]
    assert stale.found == f"{HEAT_EN}, line {line}, has changed since this was translated"
    assert stale.fits.startswith('The source now begins: "Which warmth have you used')
    assert stale.mend.endswith("then type: heatwise translated es heat_check.heat_kind")
    done = translated(project, *stale.mend.rpartition("heatwise translated ")[2].split())
    assert done.exit_code == 0
    assert "heat_check.heat_kind\n  en  Which warmth have you used" in done.stdout
    assert "\n  es  ¿Qué" in done.stdout
    assert problems_of(load(project)) == []


def test_a_stale_emergency_text_is_critical_and_keeps_the_project_from_being_served(project: Path):
    replace(project, EN, "This can be serious, and fast care matters.", "Fast care matters.")
    loaded = load(project)
    (stale,) = problems_of(loaded)
    assert (stale.grade, stale.file, loaded.library) == (Grade.CRITICAL, ES, None)
    assert translated(project, "es", "red_flags.emergency").exit_code == 0
    assert load(project).library is not None


@pytest.mark.parametrize(
    ("key", "danger"),
    [
        ("red_flags.emergency", True),
        ("red_flags.today.choices.fever", True),
        ("red_flags.same_day", True),
        ("red_flags.crisis.safe", True),
        ("seek_care.overview", True),
        ("end.emergency", True),
        ("heat_check.stop_dry", True),
        ("heat_check.heat_kind", False),
        ("end.done", False),
    ],
)
def test_what_nobody_may_read_in_an_old_version(key: str, danger: bool):
    assert of_danger(key) is danger


def test_a_label_is_bound_to_its_source_too(project: Path):
    replace(project, HEAT_EN, "    blister: ", "    blister: New ")
    (stale,) = problems_of(load(project))
    assert (stale.file, stale.line) == (HEAT_ES, place(project, HEAT_ES, "    ‸blister: ")[0])
    assert stale.mend.endswith("heat_check.skin.choices.blister")


def test_where_lines_break_changes_nothing(project: Path):
    replace(project, HEAT_EN, f"{QUESTION} on", f"{QUESTION}\n    on")
    assert problems_of(load(project)) == []


def test_a_text_that_is_new_in_both_languages_is_only_noted(project: Path):
    for lang in ("en", "es"):
        replace(project, f"content/{lang}/heat_check.yaml", "\nskin:\n", f"\nmore: {lang}, 3.\n\nskin:\n")
    replace(project, "dialogs/heat_check.yaml", "  why:\n    buttons:\n",
            "  why:\n    shows: [say, heat_check.more]\n    buttons:\n")  # fmt: skip
    assert problems_of(load(project)) == []
    found = 'Nobody has compared 1 text of this file with the source yet: "heat_check.more"'
    assert notes_of(project) == [(HEAT_ES, found)]
    assert translated(project, "es", "heat_check.more").exit_code == 0
    assert notes_of(project) == []


def test_a_language_that_nobody_has_compared_yet_is_noted_once(project: Path):
    (project / PRINTS).unlink()
    assert problems_of(load(project)) == []
    assert [found for _, found in notes_of(project)] == [
        "Nobody has compared the texts of content/es with their source yet"
    ]
    done = translated(project, "es")
    assert "texts count as compared with content/en" in done.stdout
    assert notes_of(project) == []


def test_a_text_in_the_words_of_the_source_is_noted_while_nobody_has_compared_it(project: Path):
    print_of_it = next(
        line for line in (project / PRINTS).read_text("utf-8").splitlines() if "quick_answers.too_hot:" in line
    )
    replace(project, PRINTS, f"{print_of_it}\n", "")
    english = "Hold it on your inner wrist for 10 seconds. If you want to pull away, it is too hot."
    spanish = "Póngalo 10 segundos en la parte interna de la muñeca. Si quiere quitarlo, está demasiado caliente."
    replace(project, "content/es/quick_answers.yaml", spanish, english)
    assert notes_of(project) == [
        ("content/es/quick_answers.yaml", '1 text of this file reads as in content/en: "quick_answers.too_hot"'),
        (
            "content/es/quick_answers.yaml",
            'Nobody has compared 1 text of this file with the source yet: "quick_answers.too_hot"',
        ),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "lost", "grade"),
    [
        (ES, "corriente fresca por 20 minutos mientras", "corriente fresca mientras", "20", Grade.CRITICAL),
        ("content/es/alternatives.yaml", "nunca más de 15", "nunca más de 25", "15", Grade.WARNING),
        ("content/es/end.yaml", "Puede llamar al {clinic.phone}.", "Puede llamar.", "{clinic.phone}", Grade.WARNING),
    ],
)
def test_a_number_that_one_language_lacks_is_told(
    project: Path, file: str, old: str, new: str, lost: str, grade: Grade
):
    text = (project / file).read_text("utf-8")
    (project / file).write_text(text.replace(old, new, 1), "utf-8")
    assert text.count(old) >= 1
    (told,) = problems_of(load(project))
    assert (told.file, told.grade, told.found.split(" ")[0]) == (file, grade, lost)
    assert told.found.endswith("is missing here")


def test_one_language_alone_needs_no_prints_and_gets_no_note(tmp_path: Path):
    project = copy_project(tmp_path)
    assert notes_of(project) == []
    assert "one language" in translated(project, "en").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fr"], "There is no folder content/fr with texts. Choose es."),
        (["en"], "en is the language that the others are translated from. Choose es."),
        (["es", "red_flags.emergancy"], 'Did you mean "red_flags.emergency"?'),
    ],
)
def test_what_cannot_be_confirmed_is_misuse_and_says_what_can(project: Path, words: list[str], said: str):
    done = translated(project, *words)
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_the_shipped_prints_are_those_that_the_command_writes(project: Path):
    before = (project / PRINTS).read_text("utf-8")
    assert translated(project, "es").stdout == f"Nothing has changed since {PRINTS} was written.\n"
    assert (project / PRINTS).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("file", "grade"), [("red_flags", Grade.CRITICAL), ("heat_check", Grade.CRITICAL), ("reading", Grade.WARNING)]
)
def test_a_translation_that_was_saved_over_with_its_source_is_told(project: Path, file: str, grade: Grade):
    shutil.copy(project / f"content/en/{file}.yaml", project / f"content/es/{file}.yaml")
    lost = [problem for problem in problems_of(load(project)) if "count" in problem.found]
    assert [(problem.grade, problem.file) for problem in lost] == [(grade, f"content/es/{file}.yaml")]
    assert "as in content/en, and count" in lost[0].found
    assert lost[0].mend.startswith("Put the words of es back")
