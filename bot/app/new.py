"""`heatwise new`: starts a clinic's own folder with all that staff edit, and what helps them edit it."""

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from shlex import quote

from bot import settings as config
from bot.app.schemas import CONVERSATIONS, draw, write

PARTS = ("dialogs", "content", ".vscode")
FIRST_CONVERSATIONS = (
    "_shared",
    "happy",
    "emergency/yes_on_the_first_list.yaml",
    "same_day/fever.yaml",
)
"""Enough to show how they are written; pyproject.toml puts the same ones into the wheel."""

OWN = {"README.md": "README.md", "gitignore": ".gitignore"}
"""Files of bot/app/starter/, and how they are called in the folder."""


def start(folder: Path) -> Path:
    """Make the folder and fill it. Raises SettingsError where something stands there, or it cannot be written."""
    folder = config.absolute(folder, "The folder")
    _refuse_what_is_there(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _fill(folder, config.find_project())
    except OSError as error:
        raise config.SettingsError(
            f"{folder} cannot be written: {error.strerror}. Choose a folder that you may write to."
        ) from error
    write(draw(folder))
    return folder


def told(folder: Path) -> str:
    """What is there now, and what to do next."""
    typed = quote(str(folder))
    return f"""\
{folder} is ready: dialogs, texts in each language, some conversations, and help for your editor.
It is a demo: its numbers and links are made up, and no clinician has reviewed it.

Next:
  1. Read {folder / "README.md"}: what is where, and the five commands.
  2. Write your clinic's name, phone and hours into {folder / "content" / "clinic.yaml"}
  3. heatwise check --project {typed}
  4. heatwise chat --project {typed} --ephemeral"""


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise config.SettingsError(f"{folder} is a file. Give the name of a new folder.")
    found = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if found:
        raise config.SettingsError(
            f"The folder {folder} is not empty: it holds {found[0]}. Nothing was changed. Give the name of a new "
            f"folder, such as {folder / 'chat'}"
        )


def _fill(folder: Path, shipped: Path) -> None:
    for source, name in _copied(shipped):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, target)
    for name, called in OWN.items():
        text = files("bot.app").joinpath("starter", name).read_text("utf-8")
        (folder / called).write_text(text, "utf-8")


def _copied(shipped: Path) -> Iterator[tuple[Path, str]]:
    yield from ((shipped / part, part) for part in PARTS)
    for name in FIRST_CONVERSATIONS:
        yield shipped / CONVERSATIONS / name, f"{CONVERSATIONS}/{name}"
