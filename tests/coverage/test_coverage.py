"""What a conversation exercises is found, with its place, and what it misses is told with what would help."""

from functools import cache
from pathlib import Path

import pytest

from bot.authoring.project import Loaded, load
from bot.conversations.suite import play_file
from bot.coverage.item import Key
from bot.coverage.listing import Listing, list_items
from bot.coverage.properties import Seen
from bot.coverage.totals import Share, below, by_kind
from bot.coverage.watch import Coverage
from tests.test_conversations.small import ROOT, write

EMERGENCY = """
steps:
- user: /start
- tap: agree
- tap: some
- tap: on_the_way
"""
ONE_LINE = """
start_at: red_flags.today
steps:
- select: [fever]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@cache
def loaded() -> Loaded:
    return load(ROOT)


@cache
def listing() -> Listing:
    return list_items(loaded().parts, ROOT)


def covered(text: str, of: Listing | None = None) -> Coverage:
    library = loaded().library
    assert library is not None
    coverage = Coverage(of or listing())
    results = list(play_file(write(text), library, watch=coverage))
    assert [str(result) for result in results if not result.passed] == []
    coverage.credit("talk.yaml")
    return coverage


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            EMERGENCY,
            {
                ("states", "end.emergency"),
                ("transitions", "welcome.start", "press_agree", "0"),
                ("transitions", "red_flags.emergency", "press_on_the_way", "0"),
                ("answers", "red_flags.nerves", "some"),
                ("rules", "tier", "emergency_flag"),
                ("flags", "emergency_flags", "listed"),
                ("languages", "en", "red_flags.emergency"),
            },
        ),
        (
            ONE_LINE,
            {
                ("rules", "tier", "same_day_flag"),
                ("guards", "decisions.tier.rules.same_day_flag.when", "true"),
                ("guards", "decisions.tier.rules.fever_weak_defenses.when", "false"),
                ("answers", "red_flags.today", "fever"),
                ("states", "red_flags.same_day"),
            },
        ),
    ],
)
def test_a_conversation_exercises_what_it_goes_through(text: str, keys: set[Key]):
    assert keys - covered(text).reached.keys() == set()


@pytest.mark.parametrize(
    "key",
    [
        ("transitions", "red_flags.nerves", "answered", "0"),
        ("rules", "pattern", "no_sign"),
        ("options", "moist_heat", "offer"),
        ("languages", "es", "red_flags.emergency"),
    ],
)
def test_what_danger_has_cut_short_is_not_exercised(key: Key):
    assert key in listing().items
    assert key not in covered(EMERGENCY).reached


def test_the_way_to_a_place_that_is_only_looked_for_does_not_count():
    reached = covered("steps:\n- start_at: red_flags.nerves\n").reached
    assert {key[1] for key in reached if key[0] == "states"} == {"welcome.start", "red_flags.nerves"}


def test_every_item_stands_on_a_line_that_names_it():
    for key, item in listing().items.items():
        line = (ROOT / item.file).read_text("utf-8").split("\n")[item.line - 1]
        if key[0] in ("states", "flags", "rules", "languages"):
            assert key[-1].rpartition(".")[2] in line or key[0] == "flags", key


def test_a_way_that_no_answer_takes_does_not_count():
    never = {item.key for item in listing().items.values() if not item.measured}
    assert ("transitions", "precautions.for_cold", "answered", "1") in never
    assert ("guards", "precautions.for_cold.next.1.when", "true") in never
    assert ("transitions", "precautions.for_cold", "answered", "2") not in never


def test_a_floor_names_what_is_below_it():
    coverage = covered(EMERGENCY)
    assert set(below(coverage, 100)) == {"states", "transitions", "rules"}
    assert below(coverage, 0) == {}
    assert by_kind(coverage)["states"] == Share(4, 66)


def test_a_share_is_never_rounded_up_to_all():
    assert Share(9999, 10000).percent == 99.9
    assert Share(0, 0).percent == 100


def test_a_property_counts_when_its_subject_occurs(tmp_path: Path):
    (tmp_path / "dialogs").mkdir()
    (tmp_path / "dialogs" / "safety.yaml").write_text("properties:\n  SP1: {}\n  SP2: {}\n  SP3: {}\n", "utf-8")
    subjects = {"SP1": _in_emergency, "SP2": lambda seen: False}
    found = list_items(loaded().parts, tmp_path, subjects)
    assert by_kind(covered(EMERGENCY, found))["properties"] == Share(1, 2)
    assert found.items["properties", "SP3"].measured is False


def _in_emergency(seen: Seen) -> bool:
    return seen.session.tier == "emergency"
