"""Slips in the clinic's own facts, and what `status: live` asks for."""

from datetime import date
from pathlib import Path

import pytest

from bot.authoring.problems import Grade, Problem
from bot.authoring.project import load
from tests.authoring.planted import (
    CLINIC,
    HEAT_WORDS,
    Mistake,
    check,
    copy_project,
    mistake,
    place,
    problems_of,
    replace,
    table,
)

TODAY = date(2030, 6, 1)


@table(
    mistake("a value that is missing", CLINIC, "  phone: ", "  # phone: ", 'The setting "phone" is missing here', "",
            "begins with phone:", at="\n‸clinic:\n"),
    mistake("a value that is empty", CLINIC, "  phone: ", "  phone:‸ # ", "This value is empty",
            "of the clinic's own", "Fill it in"),
    mistake("a value that is unknown", CLINIC, "  hours: ", "  ‸fax: 1\n  hours: ", 'no setting "fax"',
            "name, phone, hours", "Take one"),
    mistake("an address that is none", CLINIC, "callbacks@example.org", "‸callbacks.example.org",
            "This is no e-mail address", "calls@clinic.org", "Write it so"),
    mistake("two addresses", CLINIC, "callbacks@example.org", "‸a@example.org, b@example.org",
            "This is no e-mail address", "One address", "Write it so"),
    mistake("an address with a name before it", CLINIC, "callbacks@example.org", "‸Clinic <a@example.org>",
            "This is no e-mail address", "One address", "Write it so"),
    mistake("an address in foreign letters", CLINIC, "callbacks@example.org", "‸llámame@example.org",
            "This is no e-mail address", "plain small letters", "Write it so"),
    mistake("a language without texts", CLINIC, "  language: en ", "  language: ‸eng ",
            'There is no folder of texts for the language "eng"', "Known here: en", 'Did you mean "en"?'),
    mistake("a language by its name", CLINIC, "  language: en ", "  language: ‸Spanish ",
            'There is no folder of texts for the language "Spanish"', "Known here: en", "Take one of these"),
    mistake("a time zone that there is not", CLINIC, "America/Phoenix", "‸America/Phenix", "no time zone of this name",
            "IANA list", "Look it up"),
    mistake("a time zone in the wrong place", CLINIC, "America/Phoenix", "‸../../etc/passwd",
            "no time zone of this name", "IANA list", ""),
    mistake("a status that there is not", CLINIC, "status: demo", "status: ‸draft",
            '"draft" does not fit behind status:', "One of demo, live", "Take one"),
    mistake("a status with a slip", CLINIC, "status: demo", "status: ‸lvie", '"lvie" does not fit behind status:',
            "One of demo, live", 'Did you mean "live"?'),
    mistake("a time that is none", CLINIC, 'start: "21:00"', "start: ‸9 pm", "This is no time of day", '"08:00"',
            "in quotes"),
    mistake("an hour past midnight", CLINIC, 'start: "21:00"', 'start: ‸"24:30"', "This is no time of day", '"08:00"',
            ""),
    mistake("an address without its beginning", CLINIC, "https://example.org/privacy", "‸example.org/privacy",
            "This is no address of a page", "https://", ""),
    mistake("words that are empty in a language", CLINIC, "en: one working day", "en: ‸\"\"", "This value is empty",
            "of the clinic's own", "Fill it in"),
    mistake("a placeholder in a value", CLINIC, "en: the United States", "en: ‸the {country}",
            "A { or } stands in this value", "nothing is filled in here", "Write the words out"),
    mistake("no note in a language", CLINIC, "    en: In the US", "    xx: In the US",
            'The words for "en" are missing here', "in each language", "begins with en:", at="  ‸note:\n"),
    mistake("a post that is missing", CLINIC, "  2:\n    title:", "  3:\n    title:", 'no setting "3"', "1 or 2",
            'Did you mean "2"?', at="  ‸3:\n    title:"),
)  # fmt: skip
def test_a_slip_in_the_clinics_facts_is_told(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_a_demo_is_a_note_at_its_line(tmp_path: Path):
    (note,) = load(copy_project(tmp_path)).problems
    assert (note.grade, note.file, (note.line, note.column)) == (
        Grade.INFO,
        CLINIC,
        place(tmp_path, CLINIC, "status: ‸demo"),
    )


# status: live


def live(folder: Path) -> Path:
    """The shipped project with real values everywhere, and with status: live."""
    project = copy_project(folder)
    text = (project / CLINIC).read_text("utf-8")
    for old, new in [
        ("status: demo", "status: live"),
        ("(602) 555-0100", "(602) 867-5309"),
        ("example.org", "sonoran-spine.com"),
        ("reviewer: none", "reviewer: Dr. A. Person"),
        ("until: none", "until: 2030-12-31"),
    ]:
        assert old in text
        text = text.replace(old, new)
    (project / CLINIC).write_text(text, "utf-8")
    return project


def told(project: Path, today: date = TODAY) -> list[Problem]:
    return problems_of(load(project, today))


def test_with_real_values_a_live_project_has_no_problems(tmp_path: Path):
    loaded = load(live(tmp_path), TODAY)
    assert list(loaded.problems) == []
    assert loaded.library is not None
    assert loaded.library.source.demo is False


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("(602) 867-5309", "(602) ‸555-0100", "555-01xx numbers reach nobody"),
        ("(602) 867-5309", "602.‸555.0199", "555-01xx numbers reach nobody"),
        ("(602) 867-5309", "+1 602 ‸5550142", "555-01xx numbers reach nobody"),
        ("https://sonoran-spine.com/privacy", "https://‸example.org/privacy", "it leads nowhere"),
        ("https://sonoran-spine.com/privacy", "https://clinic‸.test/privacy", "it leads nowhere"),
        ("https://sonoran-spine.com/posts/five-exercises", "https://www.‸example.com/five", "it leads nowhere"),
        ("callbacks@sonoran-spine.com", "callbacks@‸example.org", "it leads nowhere"),
        ("callbacks@sonoran-spine.com", "callbacks@clinic‸.example", "it leads nowhere"),
        ("Dr. A. Person", "‸none", "Nobody has reviewed the content"),
        ("Dr. A. Person", "‸TBD", "Nobody has reviewed the content"),
        ("  phone: (602) 867-5309", "  phone: ‸call us", 'No phone number stands in "call us"'),
        ("  phone: (602) 867-5309", "  phone: ‸867-5309", 'No phone number stands in "867-5309"'),
        ("  phone: (602) 867-5309", "  phone: ‸020 7946 0958", "No phone number stands in"),
        ('number: "911"', "number: ‸the operator", 'No number stands in "the operator"'),
        ('number: "988"', 'number: ‸"9"', 'No number stands in "9"'),
        ("2030-12-31", "‸none", '"none" is no date'),
        ("2030-12-31", "‸12/31/2030", '"12/31/2030" is no date'),
        ("2030-12-31", "‸2030-05-31", "The review has expired on 2030-05-31"),
    ],
)
def test_what_is_fictional_unreviewed_or_expired_is_critical_with_status_live(
    tmp_path: Path, old: str, new: str, found: str
):
    project = live(tmp_path)
    replace(project, CLINIC, old, new)
    (problem,) = told(project)
    assert (problem.grade, problem.file, (problem.line, problem.column)) == (
        Grade.CRITICAL,
        CLINIC,
        place(project, CLINIC, new),
    )
    assert found in problem.found
    assert problem.fits.startswith("status: live needs")
    assert problem.mend


def test_the_shipped_demo_cannot_go_live_by_its_status_alone(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, CLINIC, "status: demo", "status: live")
    lines = (project / CLINIC).read_text("utf-8").splitlines()
    wrong = {lines[problem.line - 1].split(":")[0].strip() for problem in told(project)}
    assert wrong == {"phone", "email", "privacy_url", "url", "reviewer", "until"}
    assert load(project).library is None


@pytest.mark.parametrize("phone", ["602-867-5309", '"+44 20 7946 0018"', "(602) 867-5309, then press 2"])
def test_a_phone_is_taken_as_people_write_it(tmp_path: Path, phone: str):
    project = live(tmp_path)
    replace(project, CLINIC, "  phone: (602) 867-5309", f"  phone: {phone}")
    assert told(project) == []


def test_a_review_holds_on_its_last_day(tmp_path: Path):
    assert told(live(tmp_path), date(2030, 12, 31)) == []
    (problem,) = told(tmp_path, date(2031, 1, 1))
    assert "expired" in problem.found


def test_a_fictional_number_in_a_text_is_critical_too(tmp_path: Path):
    project = live(tmp_path)
    planted = "\nskin:\n  say: |-\n    Call ‸555-0123 or https://example.org now.\n"
    replace(project, HEAT_WORDS, "\nskin:\n  say: |-\n", planted)
    typed, number, link = told(project)
    assert (typed.grade, number.grade) == (Grade.WARNING, Grade.CRITICAL)
    assert (number.file, number.line, number.column) == (HEAT_WORDS, *place(project, HEAT_WORDS, planted))
    assert (link.file, link.line) == (HEAT_WORDS, number.line)


def test_in_a_demo_nothing_of_this_is_told(tmp_path: Path):
    assert told(copy_project(tmp_path)) == []


def test_without_a_day_the_clock_decides(tmp_path: Path):
    project = live(tmp_path)
    replace(project, CLINIC, "2030-12-31", "2000-01-01")
    assert ["expired" in problem.found for problem in load(project).problems] == [True]
