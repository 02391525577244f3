"""Files and folders that are missing, misnamed, in the wrong place, or that cannot be read."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.authoring import folder as folders
from bot.authoring.problems import Grade, Problem
from bot.authoring.project import load
from tests.authoring.planted import (
    CLINIC,
    END_WORDS,
    ENDS,
    FLAGS,
    HEAT_WORDS,
    LETTER,
    PROFILE,
    ROWS,
    RULE_WORDS,
    RULES,
    copy_project,
    problems_of,
    replace,
    with_another_language,
)

Change = Callable[[Path], object]


def gone(name: str) -> Change:
    return lambda project: (project / name).unlink()


def renamed(name: str, other: str) -> Change:
    return lambda project: (project / name).rename(project / other)


def holds(name: str, data: bytes) -> Change:
    return lambda project: (project / name).write_bytes(data)


def adds(name: str, data: bytes) -> Change:
    return lambda project: (project / name).write_bytes(data + (project / name).read_bytes())


def made(name: str) -> Change:
    return lambda project: (project / name).mkdir(parents=True)


def a_folder_instead(name: str) -> Change:
    def change(project: Path) -> None:
        (project / name).unlink()
        (project / name).mkdir()

    return change


MISSING = "This file is missing"


@pytest.mark.parametrize(
    ("change", "file", "found", "fits", "mend"),
    [
        pytest.param(gone(ENDS), ENDS, MISSING, "The engine leads patients to its states: stopped, timeout",
                "Put it back", id="dialog"),
        pytest.param(gone(RULES), RULES, MISSING, "", "Put it back", id="rules"),
        pytest.param(gone(CLINIC), CLINIC, MISSING, "", "Put it back", id="clinic"),
        pytest.param(gone(ROWS), ROWS, MISSING, "", "Put it back", id="inventory"),
        pytest.param(gone(END_WORDS), END_WORDS, MISSING, "a file of the same name", "Put it back",
                id="words of a dialog"),
        pytest.param(gone(RULE_WORDS), RULE_WORDS, MISSING, "It holds the words of the rules", "Put it back",
                id="words of the rules"),
        pytest.param(gone(LETTER), LETTER, MISSING, "It holds the e-mail", "Put it back", id="letter"),
        pytest.param(gone(PROFILE), PROFILE, MISSING, "It holds how the bot presents itself", "Put it back",
                id="profile"),
        pytest.param(renamed(LETTER, "content/en/leter.yaml"), LETTER, MISSING, "", 'Is it "content/en/leter.yaml"',
                id="letter renamed"),
        pytest.param(holds("dialogs/profile.yaml", b"start: a\nstates: {a: {end: true}}\n"), "dialogs/profile.yaml",
                "No dialog can be called profile", "how the bot presents itself", "another name", id="a taken name"),
        pytest.param(renamed(ENDS, "dialogs/ends.yaml"), ENDS, MISSING, "leads patients",
                'Is it "dialogs/ends.yaml", under another name?', id="dialog renamed"),
        pytest.param(renamed(RULES, "dialogs/decision.yaml"), RULES, MISSING, "", 'Is it "dialogs/decision.yaml"',
                id="rules renamed"),
        pytest.param(renamed(CLINIC, "content/clinics.yaml"), CLINIC, MISSING, "", 'Is it "content/clinics.yaml"',
                id="clinic renamed"),
        pytest.param(renamed(END_WORDS, "content/en/ende.yaml"), END_WORDS, MISSING, "",
                'Is it "content/en/ende.yaml"', id="words renamed"),
        pytest.param(holds(ENDS, b""), ENDS, "The file is empty", "At least one name", "Write it", id="empty"),
        pytest.param(holds(ENDS, b"# only a comment\n"), ENDS, "The file is empty", "At least one name", "Write it",
                id="comment only"),
        pytest.param(adds(ENDS, "# Atención\n".encode("latin-1")), ENDS, "The file is not in UTF-8", "ñ and á",
                "UTF-8", id="encoding"),
        pytest.param(holds(ENDS, b"x" * 300_000), ENDS, "The file is larger than 256 KiB", "At most", "Split it",
                id="large"),
        pytest.param(holds(ENDS, b"- a\n- b\n"), ENDS, "A list stands here", "A group of names", "below it",
                id="a list"),
        pytest.param(holds(CLINIC, b"- a\n"), CLINIC, "A list stands here", "A group of names", "", id="clinic a list"),
        pytest.param(holds(HEAT_WORDS, b"Hello there\n"), HEAT_WORDS, 'The text "Hello there" stands here',
                "A group of names", "", id="a text"),
        pytest.param(holds(ENDS, b"start: done\n"), ENDS, 'The setting "states" is missing here', "", "states:",
                id="no states"),
        pytest.param(a_folder_instead(ENDS), ENDS, "This is a folder or a device", "A YAML file", "Rename it",
                id="folder for a file"),
        pytest.param(made("content/en/extra"), "content/en/extra", "Nothing in this folder is read",
                "in content/en itself", "Move", id="folder"),
        pytest.param(made("dialogs/old"), "dialogs/old", "Nothing in this folder is read", "in dialogs itself", "Move",
                id="folder of dialogs"),
        pytest.param(made("content/images"), "content/images", "Nothing in this folder is read", "en or es", "Rename",
                id="no language"),
        pytest.param(holds("dialogs/new.yml", b"a: b"), "dialogs/new.yml", "Nobody reads a file with such a name",
                ".yaml", "Rename", id="yml"),
        pytest.param(holds("dialogs/New.yaml", b"a: b"), "dialogs/New.yaml", "Nobody reads", "Small letters", "Rename",
                id="capital"),
        pytest.param(holds("dialogs/end (1).yaml", b"a: b"), "dialogs/end (1).yaml", "Nobody reads", "Small letters",
                "Rename", id="a copy"),
        pytest.param(holds("dialogs/end.yaml.txt", b"a: b"), "dialogs/end.yaml.txt", "Nobody reads", ".yaml", "Rename",
                id="txt"),
        pytest.param(holds("content/heat.yaml", b"a: b"), "content/heat.yaml", "Nobody reads this file here",
                "language", "content/en", id="misplaced"),
    ],
)  # fmt: skip
def test_each_is_told_once_and_makes_no_other_problem(
    tmp_path: Path, change: Change, file: str, found: str, fits: str, mend: str
):
    change(copy_project(tmp_path))
    loaded = load(tmp_path)
    (problem,) = problems_of(loaded)
    assert (problem.grade, problem.file, problem.line) == (Grade.CRITICAL, file, 1)
    assert problem.found.startswith(found)
    assert fits in problem.fits
    assert mend in problem.mend
    assert loaded.library is None


@pytest.mark.parametrize("name", [".#end.yaml", "._end.yaml", "README.md", "end.yaml~", ".git/config"])
def test_files_of_editors_and_other_tools_are_passed_over(tmp_path: Path, name: str):
    project = copy_project(tmp_path)
    for part in ("dialogs", "content", "content/en"):
        (project / part / name).parent.mkdir(exist_ok=True)
        (project / part / name).write_text("{{{")
    assert problems_of(load(project)) == []


def test_without_any_language_only_that_is_told(tmp_path: Path):
    project = copy_project(tmp_path)
    (project / "content/en").rename(project / "en")
    (problem,) = problems_of(load(project))
    assert (problem.file, problem.found) == ("content", "There is no folder with texts")


def test_another_language_must_have_every_file(tmp_path: Path):
    project = copy_project(tmp_path)
    (project / "content/fr").mkdir()
    told = {problem.file for problem in problems_of(load(project))}
    names = {path.name for path in (project / "content/en").iterdir()}
    letters = {f"content/{path.parent.name}/letter.yaml" for path in project.glob("content/*/letter.yaml")}
    assert told == {f"content/fr/{name}" for name in names} | letters | {CLINIC}


def test_a_text_that_one_language_lacks_is_told_there(tmp_path: Path):
    project = with_another_language(tmp_path)
    replace(project, "content/fr/heat_check.yaml", "\nstop_moist: |-", "\nstop_x: |-")
    told = [(problem.file, problem.found) for problem in problems_of(load(project))]
    assert told == [
        ("content/fr/heat_check.yaml", 'The entry "stop_moist" is missing here'),
        ("content/fr/heat_check.yaml", 'Nothing says "heat_check.stop_x"'),
    ]


def test_words_of_the_clinic_that_one_language_lacks_are_told_there(tmp_path: Path):
    project = with_another_language(tmp_path)
    replace(project, CLINIC, "    fr: Mots.\n    en: Monday", "    en: Monday")
    (problem,) = problems_of(load(project))
    assert (problem.file, problem.found) == (CLINIC, 'The words for "fr" are missing here')
    assert problem.mend == "Add a line that begins with fr:"


def test_words_without_a_language_serve_only_one(tmp_path: Path):
    project = with_another_language(tmp_path)
    facts = (project / CLINIC).read_text("utf-8")
    (project / CLINIC).write_text(re.sub(r"  hours:.*\n(?: {4}.*\n)+", "  hours: By day\n", facts), "utf-8")
    (problem,) = problems_of(load(project))
    assert problem.found == "These words stand here for one language only"
    assert problem.fits.endswith("the chat speaks en and fr")
    shutil.rmtree(project / "content/fr")
    assert problem.found not in [other.found for other in load(project).problems]


def test_an_address_can_be_one_for_everybody_or_one_a_language(tmp_path: Path):
    project = with_another_language(tmp_path)
    replace(project, CLINIC, "privacy_url: https", "privacy_url:\n    fr: https://example.org/fr\n    en: https")
    facts = {lang: words.facts for lang, words in load(project).parts.words.items()}
    assert facts["fr"]["clinic.privacy_url"] == "https://example.org/fr"
    assert facts["en"]["clinic.privacy_url"] == "https://example.org/privacy"
    assert facts["fr"]["reading.1.url"] == facts["en"]["reading.1.url"]
    assert (facts["fr"]["clinic.hours"], facts["en"]["clinic.hours"][:6]) == ("Mots.", "Monday")


def test_each_language_knows_the_name_of_the_next(tmp_path: Path):
    words = load(with_another_language(tmp_path)).parts.words
    assert {lang: each.facts["language.next"] for lang, each in words.items()} == {"en": "Français", "fr": "English"}


@pytest.mark.parametrize("project", [Path("/nowhere/at/all"), Path("/dev/null")])
def test_a_project_that_is_not_there_is_told_file_by_file(project: Path):
    loaded = load(project)
    assert loaded.library is None
    assert {RULES, CLINIC, ROWS, FLAGS, "content"} <= {problem.file for problem in loaded.problems}


def test_an_empty_folder_is_told_file_by_file(tmp_path: Path):
    for part in ("dialogs", "content"):
        (tmp_path / part).mkdir()
    told = {(problem.file, problem.found) for problem in load(tmp_path).problems}
    assert {(RULES, MISSING), (CLINIC, MISSING), (ROWS, MISSING), (FLAGS, MISSING)} <= told


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Simulated, because the superuser may read everything."""
    project, opened = copy_project(tmp_path), Path.open

    def refuse(path: Path, *given: Any) -> object:
        if path.name == "end.yaml" and path.parent.name == "dialogs":
            raise PermissionError(13, "Permission denied")
        return opened(path, *given)

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = problems_of(load(project))
    assert (problem.file, problem.line) == (ENDS, 1)
    assert problem.found == "The file cannot be opened (Permission denied)"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
@pytest.mark.parametrize("name", [ENDS, "content/en"])
def test_what_the_system_keeps_closed_is_told(tmp_path: Path, name: str):
    project = copy_project(tmp_path)
    (project / name).chmod(0)
    try:
        told: list[Problem] = problems_of(load(project))
    finally:
        (project / name).chmod(0o755)
    assert {problem.file for problem in told} >= {name} or any(problem.file.startswith(name) for problem in told)


def test_a_folder_that_may_not_be_looked_into_counts_as_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    project, listed, is_dir = copy_project(tmp_path), Path.iterdir, Path.is_dir

    def refuse(path: Path) -> object:
        if path.name == "en":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    def blind(path: Path) -> bool:
        if path.name == "secret":
            raise PermissionError(13, "Permission denied")
        return is_dir(path)

    (project / "content" / "secret").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(Path, "is_dir", blind)
    assert {problem.found for problem in problems_of(load(project))} == {MISSING}


def test_lines_that_can_no_longer_be_read_leave_the_place_of_the_whole_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    project = copy_project(tmp_path)
    replace(project, HEAT_WORDS, "\nskin:\n  say: |-\n", "\nskin:\n  say: |-\n    {banana}\n")
    (before,) = problems_of(load(project))

    def refuse(*_: object, **__: object) -> str:
        raise OSError

    monkeypatch.setattr(folders.Path, "read_text", refuse)
    (after,) = problems_of(load(project))
    assert (after.line, after.found) == (before.line - 1, before.found)
