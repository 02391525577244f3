"""The clinical rows, one test a row, through the command."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.decisions.command import Ran, decide

ROWS = json.loads(Path(__file__).with_name("rule_rows.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def ran() -> Ran:
    return decide(*(row["inputs"] for row in ROWS))


def test_all_rows_are_decided_in_one_run(ran: Ran):
    assert (ran.code, len(ran.lines), ran.complaints) == (0, 58, "")


@pytest.mark.parametrize("at", range(len(ROWS)), ids=[f"{row['id']}: {row['desc']}" for row in ROWS])
def test_a_row_comes_out_as_it_stands(ran: Ran, at: int):
    found: dict[str, Any] = dict(ran.lines[at])
    reasons = found.pop("reasons")
    assert found == ROWS[at]["expect"]
    closed = {
        *found["ask_first"],
        *found["not_for_you"],
        *(o["option"] for o in found["ranked"] if o["level"] != "offer"),
    }
    assert {"tier", "pattern", "order", "to_the_front", "dry_heat_result", *closed} <= reasons.keys()
