"""The hazard log: what stands in it comes from the properties, the proof and the tests, and nothing is invented."""

import csv
import io
from pathlib import Path

import pytest

from bot.documents.hazards import NOT_VERIFIED, OPEN, Proof, Result, Row, read_json, rows_of
from bot.documents.properties import Unreadable, read_file, read_properties
from bot.settings import SettingsError
from tests.documents.made import COUNTEREXAMPLE, PROOF, SAFETY, TESTS, made

WRITTEN = """\
properties:
  SP1:
    says: The next message
      is the emergency text
    always: {emergency: next}
    severity: 5
    before:
      shows: card

      ask: [red_flags.nerves]   # a note
    likelihood: 3
    until: end
  OWN: {says: Ours, never: {shows: x}}
"""


def rows(proof: Proof | None = PROOF) -> dict[str, Row]:
    return {row.about.id: row for row in rows_of(read_file(SAFETY), proof, TESTS)}


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "safety.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_property_is_read_with_its_scores_and_its_formal_part_as_it_is_written(tmp_path: Path):
    first = read_file(written(tmp_path, WRITTEN))[0]
    assert (first.says, first.severity, first.likelihood, first.likelihood_after) == (
        "The next message is the emergency text", 5, 3, 0,
    )  # fmt: skip
    assert first.formal.splitlines() == [
        "always: {emergency: next}", "before:", "  shows: card", "  ask: [red_flags.nerves]   # a note", "until: end",
    ]  # fmt: skip


def test_a_project_without_properties_has_none(tmp_path: Path):
    assert read_properties(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (WRITTEN.replace("severity: 5", "severity: 6"), "6 is no score"),
        ("properties: {SP1: no}", "SP1 is no property"),
        ("other: {}", "There is no mapping properties:"),
        ("properties: [", ""),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, found: str):
    with pytest.raises(Unreadable) as raised:
        read_file(written(tmp_path, text))
    assert any(found in problem.found for problem in raised.value.problems)


def test_the_risk_is_severity_times_likelihood_before_and_after():
    assert (rows()["SP1"].risk, rows()["SP1"].risk_after, rows()["SP21"].risk_after) == (15, 5, 8)


def test_the_result_is_that_of_the_proof():
    found = rows()
    assert [found[id].result for id in ("SP1", "SP7", "SP9")] == ["holds", "DOES NOT HOLD", NOT_VERIFIED]
    assert (found["SP7"].counterexample, found["SP1"].tests) == (tuple(COUNTEREXAMPLE), tuple(TESTS["SP1"]))


def test_without_a_proof_nothing_was_verified():
    assert {row.result for row in rows(None).values()} == {NOT_VERIFIED}


def test_a_proof_of_another_project_is_refused():
    with pytest.raises(SettingsError, match="The proof names SP99"):
        rows(Proof((Result("SP99", True),)))


def test_a_list_of_conversations_of_another_project_is_refused():
    with pytest.raises(SettingsError, match="The list of conversations names SP99"):
        rows_of(read_file(SAFETY), None, {"SP99": ["a.yaml"]})


@pytest.mark.parametrize("text", ["", "[]", '{"properties": [{"id": "SP1"}]}'])
def test_a_file_that_is_no_proof_is_refused_with_what_would_fit(tmp_path: Path, text: str):
    with pytest.raises(SettingsError, match="is not what heatwise verify --json has written"):
        read_json(written(tmp_path, text), Proof, "what heatwise verify --json has written")


def test_a_proof_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        read_json(tmp_path / "proof.json", Proof, "a proof")


def test_the_csv_has_every_row_and_leaves_the_acceptance_empty():
    found = list(csv.DictReader(io.StringIO(made()["hazards.csv"])))
    assert [row["id"] for row in found] == [*rows(), *(each.id for each in OPEN)]
    assert {row[name] for row in found for name in ("accepted by", "accepted on", "decision")} == {""}
    assert (found[0]["risk before"], found[0]["result"], found[-1]["risk before"]) == ("15", "holds", "")


def test_the_page_escapes_what_a_counterexample_says():
    assert "bot › &lt;b&gt;Moist heat&lt;/b&gt;" in made()["hazards.html"]


def test_the_page_says_what_a_proof_is_worth():
    for said in ("proves the graph, and not the medicine", "a first estimate", "No clinician has reviewed this log"):
        assert said in made()["hazards.html"]
