"""`heatwise translated`: keeps that texts were compared with their source."""

from collections.abc import Sequence
from pathlib import Path

from bot.app.streams import tolerate_any_bytes
from bot.authoring.confirming import CannotConfirm, confirm
from bot.authoring.project import load
from bot.settings import SettingsError
from bot.translated_report import lines


def confirm_translated(project: Path, lang: str, names: Sequence[str]) -> None:
    """Keep it, and print the texts. Raises SettingsError for what cannot be."""
    try:
        done = confirm(load(project).parts, project, lang, names)
    except CannotConfirm as error:
        raise SettingsError(str(error)) from None
    except OSError as error:
        raise SettingsError(f"The prints cannot be written: {error}.") from None
    tolerate_any_bytes()
    print("\n".join(lines(done)))
