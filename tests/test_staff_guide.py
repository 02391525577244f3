"""Whoever follows docs/staff-guide.md sees what it shows: each edit is made, each command run, each line compared."""

from pathlib import Path

import pytest

from tests.guide import GUIDE, Section, copy_project, follow, sections


@pytest.mark.parametrize("section", sections(GUIDE.read_text("utf-8")), ids=lambda section: section.title)
def test_what_the_guide_shows_is_what_happens(section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`make guide` writes what is printed into the guide."""
    monkeypatch.chdir(copy_project(tmp_path))
    for block, body in follow(section):
        assert body == block.body
