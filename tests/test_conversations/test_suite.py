"""Conversation files are found in folders, in order, without those that are only there to be included."""

from pathlib import Path

import pytest

from bot.conversations.suite import NothingToPlay, Result, find, is_private, named, play_all, play_file
from tests.test_conversations.small import library, write

PASSES = "conversation: Fine\nsteps:\n- user: /start\n"


def test_files_in_folders_are_found_in_order():
    for name in ("b/two.yaml", "a/one.yaml", "b/_shared/part.yaml", "_own/three.yaml", "a/_part.yaml", "a/note.txt"):
        write(PASSES, name)
    assert find([Path()]) == [Path("a/one.yaml"), Path("b/two.yaml")]
    assert find([Path("b/two.yaml"), Path("b"), Path("a/_part.yaml")]) == [Path("b/two.yaml"), Path("a/_part.yaml")]
    assert find([Path("_own")]) == [Path("_own/three.yaml")]


def test_what_is_not_there_is_told():
    Path("empty").mkdir()
    with pytest.raises(NothingToPlay, match=r"There is no file or folder gone\."):
        find([Path("gone")])
    with pytest.raises(NothingToPlay, match=r"The folder empty holds no conversation: a file that ends in \.yaml\."):
        find([Path("empty")])


@pytest.mark.parametrize(
    ("path", "private"), [("a/b.yaml", False), ("_a/b.yaml", True), ("a/_b.yaml", True), ("a_b.yaml", False)]
)
def test_names_that_begin_with_a_line_are_private(path: str, private: bool):
    assert is_private(Path(path)) is private


def test_every_file_gives_a_result():
    good, bad, broken = (
        write(PASSES, "good.yaml"),
        write(f"{PASSES}- tap: x\n", "bad.yaml"),
        write("steps: x", "odd.yaml"),
    )
    results = list(play_all([good, bad, broken], library()))
    assert [(r.file, r.name, r.passed) for r in results] == [
        ("good.yaml", "Fine", True),
        ("bad.yaml", "Fine", False),
        ("odd.yaml", "A talk", False),
    ]
    assert [bool(r.failure) for r in results] == [False, True, False]
    assert [len(r.mistakes) for r in results] == [0, 0, 1]


def test_a_result_knows_how_long_it_took():
    assert [0 < result.seconds < 60 for result in play_file(write(PASSES), library())] == [True]
    assert Result("a", "b", 1.0).passed


def test_a_path_is_named_from_here(folder: Path, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a.yaml"
    assert named(folder / "a" / "b.yaml") == "a/b.yaml"
    assert named(elsewhere) == str(elsewhere)
