"""What the article says is called the article's in both languages, and nothing unfinished is read."""

from datetime import date
from pathlib import Path

from bot.authoring.checks.sources import CONTESTABLE
from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import (
    CLINIC,
    END_WORDS,
    HEAT_WORDS,
    ROWS,
    Mistake,
    check,
    copy_project,
    copy_whole_project,
    mistake,
    problems_of,
    replace,
    table,
)
from tests.authoring.test_clinic_mistakes import live
from tests.content.test_inventory import CONTESTABLE as CLINICAL

TIERED = "S38"
"""Contestable because one tier for it would be too low: red flags and tiers tell it apart, no text claims it."""


@table(
    mistake("a text that does not name the article", HEAT_WORDS,
            "Dry heat can help many people. The article is about people it makes worse.",
            "Dry heat can help many people.",
            "attributed to the article, and its words do not say so", "whose statement it is", "The article says",
            at="        Dry heat can help many people.\n      ‸attribution:"),
    mistake("something unfinished", END_WORDS, "This chat is only for adults.", "‸TODO: This chat is only for adults.",
            '"TODO" stands here: something is unfinished', "a patient can read", "Finish it", grade=Grade.WARNING),
    mistake("something unfinished in the clinic's words", CLINIC, "en: one working day", "en: ‸XXX days",
            '"XXX" stands here', "", "Finish it", grade=Grade.WARNING),
)  # fmt: skip
def test_a_flaw_in_what_is_said_is_told(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_a_row_of_the_article_stays_contestable(tmp_path: Path):
    project = copy_project(tmp_path)
    text = (project / ROWS).read_text("utf-8")
    start = text.index("S22:")
    (project / ROWS).write_text(text[:start] + text[start:].replace("  contestable: yes\n", "", 1), "utf-8")
    (problem,) = problems_of(load(project))
    assert (problem.grade, problem.file, problem.found) == (
        Grade.CRITICAL,
        ROWS,
        "Row S22 is contestable, and not marked so",
    )
    assert {f"S{row}" for row in CLINICAL} - {TIERED} == CONTESTABLE


def test_a_translation_takes_the_same_care_as_its_source(tmp_path: Path):
    project = copy_whole_project(tmp_path)
    spanish = "content/es/heat_check.yaml"
    old = "      attribution: article\n      note: El calor seco ayuda a muchas personas.\n"
    replace(project, spanish, old, "")
    (problem,) = problems_of(load(project))
    assert problem.file == spanish
    assert problem.found == ('"heat_check.result.none_dry" is attributed to the article in content/en, and not here')
    assert "Write it as in content/en/heat_check.yaml, line " in problem.mend


def test_a_review_that_ends_soon_is_noted(tmp_path: Path):
    project = live(tmp_path)
    (note,) = load(project, date(2030, 12, 5)).problems
    assert (note.grade, note.found) == (Grade.INFO, "The review ends on 2030-12-31, in 26 days")
    assert list(load(project, date(2030, 11, 1)).problems) == []
