"""Gaps are closed by conversations that pass when they are played."""

from pathlib import Path

import pytest

from bot.conversations.suite import play_file
from bot.coverage.explore import Effort, Explorer
from bot.coverage.item import Key
from bot.coverage.script import name_of, script_of
from bot.coverage.watch import Coverage
from tests.coverage.test_coverage import listing, loaded

GAPS: set[Key] = {
    ("states", "end.minor"),
    ("states", "end.stopped"),
    ("flags", "same_day_flags", "fever"),
}


def explored(gaps: set[Key]) -> tuple[Explorer, list[tuple[str, str]]]:
    library = loaded().library
    assert library is not None
    coverage = Coverage(listing())
    coverage.reached |= dict.fromkeys(listing().measured - gaps, "another.yaml")
    explorer = Explorer(
        coverage, library, lambda left, looked: None, Effort(near=20, far=200, alone=20, alone_for_a_test=20)
    )
    found = list(explorer.conversations())
    items = listing().items
    return explorer, [(name_of(each, n), script_of(each, library, items, "../")) for n, each in enumerate(found, 1)]


def test_gaps_are_closed_by_conversations_that_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    explorer, files = explored(GAPS)
    assert explorer.gaps == set()
    library = loaded().library
    assert library is not None
    coverage = Coverage(listing())
    for name, text in files:
        Path(name).write_text(text, "utf-8")
        assert [str(r) for r in play_file(Path(name), library, watch=coverage) if not r.passed] == []
        assert text.startswith("# yaml-language-server: $schema=../schemas/conversation.json\n# Written by heatwise")
        coverage.credit(name)
    assert GAPS - coverage.reached.keys() == set()
    assert len(files) <= 3


def test_what_cannot_be_reached_is_left_over():
    gap: Key = ("guards", "end.done.buttons.help.when", "false")
    explorer, files = explored({gap})
    assert (explorer.gaps, files) == ({gap}, [])
