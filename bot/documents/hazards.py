"""The hazard log: each safety property with its hazard, its scores, its proof and its tests, as rows."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
from msgspec import Struct

from bot.documents.properties import Property
from bot.settings import SettingsError

NOT_VERIFIED = "not verified in this run"


class Result(Struct, frozen=True):
    """What `heatwise verify --json` says of one property."""

    id: str
    holds: bool
    seconds: float = 0.0
    counterexample: Any = None


class Proof(Struct, frozen=True):
    """What it says of all of them, and how much it covered."""

    properties: tuple[Result, ...]
    configurations: int = 0
    combinations: int = 0
    seconds: float = 0.0


class Open(Struct, frozen=True):
    """A hazard that no check of the dialogs can see."""

    id: str
    says: str
    why: str


OPEN: tuple[Open, ...] = (
    Open(
        "OH1", "A wrong self-report", "Patients often cannot tell “numb”, and the rules know only what they were told."
    ),
    Open("OH2", "A shared phone", "Somebody else reads the chat, or answers in it."),
    Open(
        "OH3",
        "A carer answers for another person",
        "The welcome text asks them to sit with the patient; nothing checks it.",
    ),
    Open("OH4", "The messenger is down", "What was asked or advised does not arrive, or arrives late."),
    Open("OH5", "The preview of a notification", "A locked phone shows part of a message to whoever is near."),
    Open("OH6", "The clinic's phone is not answered", "The patient is sent to a number, and nobody takes the call."),
)
"""From the notes to the safety properties of the clinical knowledge base."""


class Row(Struct, frozen=True):
    """One row of the log. `holds` is None where the property was not verified in this run."""

    about: Property
    holds: bool | None
    seconds: float
    counterexample: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def result(self) -> str:
        """The result in words."""
        return {None: NOT_VERIFIED, True: "holds", False: "DOES NOT HOLD"}[self.holds]

    @property
    def risk(self) -> int:
        """Severity times likelihood before the control; 0 where one of them is not set."""
        return self.about.severity * self.about.likelihood

    @property
    def risk_after(self) -> int:
        """The same after the control."""
        return self.about.severity * self.about.likelihood_after


def rows_of(properties: Sequence[Property], proof: Proof | None, tests: Mapping[str, Sequence[str]]) -> tuple[Row, ...]:
    """A row for each property. Raises SettingsError for a proof, or tests, of properties that there are not."""
    results = {result.id: result for result in (proof.properties if proof else ())}
    known = {each.id for each in properties}
    _must_be_known("proof", results, known)
    _must_be_known("list of conversations", tests, known)
    return tuple(_row(each, results.get(each.id), tuple(tests.get(each.id, ()))) for each in properties)


def _must_be_known(what: str, named: Iterable[str], known: Collection[str]) -> None:
    strange = [id for id in named if id not in known]
    if strange:
        raise SettingsError(
            f"The {what} names {strange[0]}, and dialogs/safety.yaml has no such property. It was made from another "
            "project, or before an edit: make it again, from this project."
        )


def _row(found: Property, result: Result | None, tests: tuple[str, ...]) -> Row:
    if result is None:
        return Row(found, None, 0.0, (), tests)
    return Row(found, result.holds, result.seconds, () if result.holds else _lines(result.counterexample), tests)


def _lines(found: Any) -> tuple[str, ...]:
    if found is None:
        return ()
    if isinstance(found, str):
        return tuple(found.splitlines())
    if isinstance(found, list):
        return tuple(line for part in cast("list[Any]", found) for line in _lines(part))
    return (msgspec.json.encode(found).decode(),)


T = TypeVar("T")


def read_json(path: Path, kind: type[T], what: str) -> T:
    """A file that a program has written. Raises SettingsError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}. Give {what}.") from None
    except msgspec.DecodeError as error:
        raise SettingsError(f"{path} is not {what}: {error}.") from None


COLUMNS = (
    "id", "safety property", "hazard", "harm", "cause", "control", "formal property", "severity", "likelihood before",
    "risk before", "likelihood after", "risk after", "result", "seconds", "counterexample", "conversations",
    "accepted by", "accepted on", "decision",
)  # fmt: skip


def as_csv(rows: Iterable[Row]) -> str:
    """The log as CSV, the open hazards below; the columns of the acceptance are empty."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_cells(rows))
    writer.writerows(_open_cells())
    return out.getvalue()


def _cells(rows: Iterable[Row]) -> Iterator[Sequence[object]]:
    for row in rows:
        found = row.about
        yield (
            found.id, found.says, found.hazard, found.harm, found.cause, found.control, found.formal,
            found.severity or "", found.likelihood or "", row.risk or "", found.likelihood_after or "",
            row.risk_after or "", row.result, row.seconds or "", "\n".join(row.counterexample), "\n".join(row.tests),
            "", "", "",
        )  # fmt: skip


def _open_cells() -> Iterator[Sequence[object]]:
    for found in OPEN:
        blank = ("",) * (len(COLUMNS) - 5)
        yield (found.id, "none: no check of the dialogs can see it", found.says, found.why, "", *blank)
