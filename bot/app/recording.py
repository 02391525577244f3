"""`heatwise test --record`: a chat in this terminal becomes a conversation file that passes."""

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.app.talking import Talking
from bot.conversations.page import LANG
from bot.conversations.record import Recording, Saved, title_of
from bot.conversations.spans import NoSpan
from bot.conversations.suite import Result, named, play_file
from bot.engine.library import Library
from bot.settings import SettingsError

BEGUN = (
    "Recording. Chat as a patient would. Two words are for the recording alone:\n"
    "  /wait 3 hours   lets time pass\n"
    "  /save           ends the chat and writes the file; so does Ctrl-C\n"
)


def check_place(path: Path, overwrite: bool) -> None:
    """Look before anybody chats for nothing. Raises SettingsError where the file could not be written."""
    if path.suffix != ".yaml":
        raise SettingsError(f"{path} would not be found as a conversation. Give a name that ends in .yaml.")
    if path.exists() and not overwrite:
        raise SettingsError(f"{path} is there already. Give another name, or add --overwrite to replace it.")
    folder = next(folder for folder in path.absolute().parents if folder.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise SettingsError(f"Nothing can be written in {folder}. Give a place in a folder of your own.")


def record(
    library: Library, own: Path, path: Path, lang: str | None, plain: bool, name: str | None
) -> Iterator[Result]:
    """Chat until the person ends it, write the file, and play it; what became of that, row by row.

    `own` is the folder of the project's conversations.
    """
    talking = Talking(library, lang, plain, kept=False)
    recording = Recording(library, lang or _usual(library), talking.channel)
    print(BEGUN)
    with asyncio.Runner() as loop:
        _chat(loop, talking, recording)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(recording.text(name or _asked(title_of(path))), "utf-8")
    print(f"\nWrote {path}")
    yield from play_file(path, library)
    print(f"It can be edited like any other. Next: heatwise test {path}")
    if not path.resolve().is_relative_to(own.resolve()):
        print(f"To have it played with the others, move it into {named(own)}")


def _usual(library: Library) -> str:
    """The language of a script that names none."""
    return LANG if LANG in library.languages else library.languages[0]


def _chat(loop: asyncio.Runner, talking: Talking, recording: Recording) -> None:
    async def take(raw: bytes) -> None:
        try:
            await recording.take(raw)
        except NoSpan as error:
            print(f"{error}\n")

    try:
        talking.talk(loop, take)
    except (Saved, KeyboardInterrupt):
        return


def _asked(usual: str) -> str:
    """What the conversation shows, in one sentence, from somebody who sits here."""
    if not sys.stdin.isatty():
        return usual
    try:
        return input(f"\nWhat does this conversation show? (Enter: {usual}) ").strip() or usual
    except (EOFError, KeyboardInterrupt):
        return usual
