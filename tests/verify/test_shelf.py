"""Steps of the last proof are taken from the shelf only as they were put there, with the key of this installation."""

from pathlib import Path

import pytest

from bot.verify.shelf import Shelf

KEY, STEPS = b"k" * 32, b"steps " * 1000


def filled(folder: Path) -> Shelf:
    shelf = Shelf(folder, KEY)
    shelf.put(0, STEPS)
    shelf.renew()
    return shelf


def test_what_was_put_there_is_taken_once_the_proof_has_held(tmp_path: Path):
    shelf = Shelf(tmp_path, KEY)
    shelf.put(0, STEPS)
    assert shelf.take(0) is None
    shelf.renew()
    assert shelf.take(0) == STEPS
    assert shelf.take(1) is None


def test_what_a_proof_that_did_not_hold_has_put_there_is_never_taken(tmp_path: Path):
    shelf = filled(tmp_path)
    shelf.put(0, b"broken")
    assert shelf.take(0) == STEPS
    shelf.put(0, b"mended")
    shelf.renew()
    assert shelf.take(0) == b"mended"


@pytest.mark.parametrize("change", [lambda kept: kept[:-1], lambda kept: b"x" + kept[1:], lambda kept: b""])
def test_what_was_changed_or_signed_with_another_key_counts_as_not_there(tmp_path: Path, change):
    filled(tmp_path)
    assert Shelf(tmp_path, b"another" * 5).take(0) is None
    path = tmp_path / "steps_0"
    path.write_bytes(change(path.read_bytes()))
    assert Shelf(tmp_path, KEY).take(0) is None


def test_a_proof_that_begins_anew_takes_nothing(tmp_path: Path):
    filled(tmp_path)
    assert Shelf(tmp_path, KEY, empty=True).take(0) is None


def test_without_room_nothing_is_put_there(tmp_path: Path):
    shelf = Shelf(tmp_path / "missing", KEY)
    shelf.put(0, STEPS)
    assert shelf.take(0) is None
