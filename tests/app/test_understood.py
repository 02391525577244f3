"""What typed words mean is taken from the last start, only for what staff wrote then, and without anybody's words."""

import gc
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.app import kept, understood
from bot.engine.library import Library
from bot.understanding.message import Understanding
from tests.engine.talk import shipped

SAID = ("i cant feel my legs", "is cbd safe", "the second one", "my yelow cat Whiskers naps")


def meanings(of: Understanding) -> list[object]:
    return [of.understand(text, "heat_check.heat_kind") for text in SAID]


@pytest.fixture
def first(tmp_path: Path) -> Understanding:
    return understood.understanding(tmp_path, shipped())


def test_the_next_start_takes_what_was_kept_and_understands_the_same(
    tmp_path: Path, first: Understanding, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(understood, "Understanding", _only_given)
    assert meanings(understood.understanding(tmp_path, shipped())) == meanings(first)


def _only_given(library: Library, made: object) -> Understanding:
    assert made is not None, "it was made anew"
    return Understanding(library, made)  # type: ignore[arg-type]


def test_what_was_met_is_not_kept(tmp_path: Path, first: Understanding):
    meanings(first)
    kept.write(tmp_path / "more", b"", first.made)
    assert b"whiskers" not in (tmp_path / "more").read_bytes().lower()


def test_other_words_of_staff_are_made_anew(tmp_path: Path, first: Understanding):
    source = shipped().source
    other = Library(replace(source, knowledge=replace(source.knowledge, harmless=())))
    assert understood.understanding(tmp_path, other).lexicon.hash != first.lexicon.hash


def test_a_damaged_file_is_made_anew(tmp_path: Path, first: Understanding):
    file = tmp_path / understood.FILE
    file.write_bytes(file.read_bytes()[:1000])
    assert meanings(understood.understanding(tmp_path, shipped())) == meanings(first)
    assert file.stat().st_size > 1000


def test_garbage_is_collected_again_after_reading(tmp_path: Path, first: Understanding):
    understood.understanding(tmp_path, shipped())
    assert gc.isenabled()
