"""How requests for a call are shown: a table that staff can read anywhere, or JSON."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.callbacks_report import NEXT, NO_MAIL, NOBODY, NOTHING, WHEN, office, print_callbacks, print_json
from bot.store.base import CallbackRow
from tests.engine.talk import shipped
from tests.runner.rows import NOW, row

Shown = Callable[..., list[str]]


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    def show(*rows: CallbackRow, mails: bool = True, include_done: bool = False) -> list[str]:
        print_callbacks(rows, office(shipped(), mails), include_done)
        return capsys.readouterr().out.splitlines()

    return show


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("│┃").replace("┃", "│").split("│")]


def letter_of(shown: Shown, **changes: object) -> str:
    return cells(shown(row(**changes))[3])[6]


def test_a_request_is_a_line_in_the_clinics_time_and_words(shown: Shown):
    lines = shown(row(note="No answer"))
    assert cells(lines[1]) == ["ID", "Asked on", "Name", "Phone or email", "Good time", "Language", "Letter", "Note"]
    assert cells(lines[3]) == [
        "7", "2026-03-02 05:00 MST", "Rosa Díaz", "+16025550142", "Morning", "Spanish", "waits", "No answer",
    ]  # fmt: skip
    assert lines[-1] == NEXT


@pytest.mark.parametrize(
    ("changes", "letter"),
    [
        ({}, "waits"),
        ({"mail_tries": 1, "mail_due": NOW + timedelta(minutes=1)}, "waits: 1 try, next 2026-03-02 05:01 MST"),
        ({"mail_tries": 4, "mail_due": NOW + timedelta(hours=1)}, "waits: 4 tries, next 2026-03-02 06:00 MST"),
        ({"mailed_at": NOW + timedelta(hours=1), "mail_tries": 4}, "sent 2026-03-02 06:00 MST"),
        ({"done_at": NOW}, "not needed"),
        ({"done_at": NOW, "mailed_at": NOW}, "sent 2026-03-02 05:00 MST"),
    ],
)
def test_what_became_of_the_letter_is_told(shown: Shown, changes: dict[str, object], letter: str):
    assert letter_of(shown, **changes) == letter


def test_with_the_done_ones_a_column_says_when(shown: Shown):
    lines = shown(row(), row(id=8, done_at=NOW), include_done=True)
    assert cells(lines[1])[-1] == "Done on"
    assert [cells(line)[-1] for line in lines[3:5]] == ["", "2026-03-02 05:00 MST"]


def test_an_empty_list_says_what_it_means(shown: Shown):
    assert shown() == [NOBODY, WHEN]
    assert shown(include_done=True) == [NOTHING, WHEN]


@pytest.mark.parametrize(
    ("mails", "changes", "told"),
    [(False, {}, True), (True, {}, False), (False, {"mailed_at": NOW}, False), (False, {"done_at": NOW}, False)],
)
def test_that_no_letter_can_go_out_is_told_where_one_waits(
    shown: Shown, mails: bool, changes: dict[str, object], told: bool
):
    assert (NO_MAIL in shown(row(**changes), mails=mails)) is told


def test_health_answers_are_not_in_the_table(shown: Shown):
    assert "swelling" not in "".join(shown(row(answers="Signs: swelling")))


def test_nothing_that_a_patient_typed_steers_the_terminal_or_is_read_as_markup(shown: Shown):
    lines = shown(row(name="[red]Rosa[/red]\x1b[2J\nDíaz", contact="\u202e24105520612+"))
    assert cells(lines[3])[2:4] == ["[red]Rosa[/red] [2J Díaz", "24105520612+"]


def test_without_a_project_that_can_be_used_the_calls_are_listed_all_the_same(capsys: pytest.CaptureFixture[str]):
    print_callbacks([row()], office(None, mails=True))
    line = cells(capsys.readouterr().out.splitlines()[3])
    assert line[:6] == ["7", "2026-03-02 12:00 UTC", "Rosa Díaz", "+16025550142", "morning", "es"]


def test_json_has_every_field_that_staff_may_see(capsys: pytest.CaptureFixture[str]):
    print_json([row(answers="Signs: swelling", note="x"), row(id=8, mailed_at=NOW, done_at=NOW, mail_tries=2)])
    shown = json.loads(capsys.readouterr().out)
    asked = {
        "id": 7,
        "asked_at": "2026-03-02T12:00:00.123456+00:00",
        "name": "Rosa Díaz",
        "contact": "+16025550142",
        "time": "morning",
        "language": "es",
        "answers": "Signs: swelling",
        "letter": {"sent_at": None, "tries": 0, "next_at": "2026-03-02T12:00:00.123456+00:00"},
        "note": "x",
        "done_at": None,
    }
    sent = {"sent_at": asked["asked_at"], "tries": 2, "next_at": None}
    assert shown == {
        "callbacks": [asked, {**asked, "id": 8, "answers": "", "letter": sent, "note": "", "done_at": sent["sent_at"]}]
    }


def test_json_without_requests_is_an_empty_list(capsys: pytest.CaptureFixture[str]):
    print_json([])
    assert json.loads(capsys.readouterr().out) == {"callbacks": []}
