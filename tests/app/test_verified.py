"""Live content is served only as it was verified, with the key of this installation."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from bot import settings as config
from bot.app.verified import STAMP, is_verified, refuse_unverified, stamp
from bot.engine.library import Library
from tests.engine.talk import shipped

KEY = b"k" * 32


def live() -> Library:
    return Library(replace(shipped().source, demo=False))


def test_a_stamp_counts_for_its_version_and_its_key_alone(tmp_path: Path):
    library = live()
    assert not is_verified(library, tmp_path, KEY)
    (tmp_path / STAMP).write_text(stamp(KEY, library.version), encoding="ascii")
    assert is_verified(library, tmp_path, KEY)
    assert not is_verified(library, tmp_path, b"x" * 32)
    assert not is_verified(Library(replace(library.source, version="edited")), tmp_path, KEY)


def test_live_content_that_was_not_verified_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HEATWISE_DATA_DIR", str(tmp_path))
    settings = config.load()
    with pytest.raises(config.SettingsError, match="heatwise verify"):
        refuse_unverified(live(), settings)
    refuse_unverified(shipped(), settings)
    (tmp_path / STAMP).write_text(stamp(config.load_key(settings), live().version), encoding="ascii")
    refuse_unverified(live(), settings)
