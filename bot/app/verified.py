"""Whether live content was verified as it is now: `heatwise verify` signs what it has proved, in the data folder."""

import hashlib
import hmac
from pathlib import Path

from bot import settings as config
from bot.engine.library import Library

STAMP = "verified"

UNVERIFIED = (
    "The content is live, but was not verified as it is now. Run heatwise verify with the same settings: what it "
    "proves is signed in the data folder. Then start again."
)
"""Why `heatwise serve` refuses live content."""


def refuse_unverified(library: Library, settings: config.Settings) -> None:
    """Patients get only what was proved. Raises SettingsError for live content that was not."""
    if not (library.source.demo or is_verified(library, config.make_data_dir(settings), config.load_key(settings))):
        raise config.SettingsError(UNVERIFIED)


def is_verified(library: Library, folder: Path, key: bytes) -> bool:
    """Whether the project, in its present form, was verified here."""
    try:
        found = (folder / STAMP).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return False
    return hmac.compare_digest(found, stamp(key, library.version))


def stamp(key: bytes, version: str) -> str:
    """The signature of a version that was verified."""
    return hmac.new(key, b"verified " + version.encode(), hashlib.sha256).hexdigest()
