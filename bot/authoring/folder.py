"""A project's folder: which files it has, which of them are read, and what is missing or misnamed."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

from bot.authoring.files import File
from bot.authoring.problems import Grade, Problem, Problems, nearest, shown
from bot.authoring.reader import read
from bot.authoring.words import COMMAND, DECISIONS, LETTER, PROFILE

DIALOGS, CONTENT = "dialogs", "content"
RULES = "dialogs/decisions.yaml"
CLINIC = "content/clinic.yaml"
INVENTORY = "content/inventory.yaml"
HEARING, TOPICS, NAMES, ASKING = "content/hearing", "content/topics.yaml", "content/names.yaml", "content/asking.yaml"
"""What typed words can mean: a folder of warning signs, the topics, other names of choices, ways of asking.

A project may do without: the engine's own list of emergency phrases remains.
"""
NOT_LANGUAGES = (HEARING,)
NOT_DIALOGS = (DECISIONS, "safety")
WORDS = "The words of each dialog stand in a file of the same name"
BESIDE = {
    DECISIONS: "the words of the rules",
    COMMAND: "what the chat says to commands",
    LETTER: "the e-mail that takes a request for a call to the clinic",
    PROFILE: "how the bot presents itself in a messaging app",
}
"""Files of words that belong to no dialog, and what each is for."""
FIRST_LANGUAGE = "en"
TRANSLATED = "translated"
"""The file of a language that people do not write: what its texts were translated from."""

_STEM = re.compile(r"[a-z][a-z0-9_]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?")
_NEARLY_YAML = re.compile(r".*\.ya?ml(\.txt)?", re.IGNORECASE)


class Change(Protocol):
    """Something to be put right in one file before it is used."""

    @property
    def file(self) -> str:
        """The file."""
        ...

    def mend(self, file: File) -> None:
        """Tell it, and put it right."""
        ...


class Folder:
    """Gives the files of a project, each read once, and tells what staff put where nobody reads it."""

    def __init__(self, path: Path, problems: Problems, changes: Iterable[Change] = ()) -> None:
        self.path = path
        self.problems = problems
        self.changes = list(changes)
        self._files: dict[str, File] = {}
        self._slips: dict[str, str] = {}
        """Files that are missing, and those that are probably meant to be them."""

    def version(self) -> str:
        """Short, and different as soon as something that a file says is."""
        said = json.dumps({name: file.value for name, file in sorted(self._files.items())})
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    def file(self, name: str, why: str = "") -> File:
        """The file of this name; where it is missing or cannot be read, that is told and the file is lost."""
        if name not in self._files:
            self._files[name] = self._read(name, why)
        return self._files[name]

    def optional(self, name: str) -> File | None:
        """The file of this name, where there is one."""
        folder, _, own = name.rpartition("/")
        return self.file(name) if own in self._names(folder) else None

    def _read(self, name: str, why: str) -> File:
        folder, _, own = name.rpartition("/")
        if own not in self._names(folder):
            slip = self._slips.get(name)
            mend = f"Is it {shown(slip, 80)}, under another name?" if slip else "Put it back, or write it"
            self.tell(name, "This file is missing", why, mend)
            return File.lost(name, self.problems)
        self.problems.sources[name] = partial(_lines, self.path / name)
        before = len(self.problems)
        node = read(self.path / name, name, self.problems)
        if node is None:
            return File.lost(name, self.problems)
        file = File(name, node, self.problems)
        file.torn = len(self.problems) > before
        for change in self.changes:
            if change.file == name:
                change.mend(file)
        return file

    def _names(self, folder: str) -> list[str]:
        """What the folder holds, without what is hidden; nothing where it cannot be opened."""
        try:
            return sorted(path.name for path in (self.path / folder).iterdir() if not path.name.startswith("."))
        except OSError:
            return []

    def tell(self, name: str, found: str, fits: str, mend: str, grade: Grade = Grade.CRITICAL) -> None:
        """Tell a problem of a whole file or folder."""
        self.problems.add(Problem(grade, name, 1, 1, found, fits, mend))

    # What is where

    def dialogs(self, required: Iterable[str]) -> Iterator[str]:
        """The names of the dialogs, those that must be there included."""
        expected = self._expected(DIALOGS, [*required, DECISIONS])
        for name in expected:
            if name in BESIDE and name not in NOT_DIALOGS:
                fits = f"In content, {name}.yaml holds {BESIDE[name]}"
                self.tell(f"{DIALOGS}/{name}.yaml", f"No dialog can be called {name}", fits, "Give it another name")
            elif name not in NOT_DIALOGS:
                yield name

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that have a folder, English first."""
        found = [
            name
            for name in self._names(CONTENT)
            if f"{CONTENT}/{name}" not in NOT_LANGUAGES and self._is_folder(f"{CONTENT}/{name}")
        ]
        for name in found:
            if not _LANGUAGE.fullmatch(name):
                mend = "Rename the folder, or take it out of content/"
                self.tell(f"{CONTENT}/{name}", "Nothing in this folder is read", "A code such as en or es", mend)
        languages = [name for name in found if _LANGUAGE.fullmatch(name)]
        if not languages:
            fits = "One folder for each language, such as content/en"
            self.tell(CONTENT, "There is no folder with texts", fits, "Make it, with one file for each dialog")
        self._misplaced()
        return tuple(sorted(languages, key=lambda lang: (lang != FIRST_LANGUAGE, lang)))

    def texts(self, lang: str, dialogs: Iterable[str]) -> dict[str, File]:
        """The files of a language: one for each dialog, those that belong to none, and shared ones."""
        folder = f"{CONTENT}/{lang}"
        names = [name for name in self._expected(folder, [*dialogs, *BESIDE]) if name != TRANSLATED]
        whys = {name: f"It holds {what}" for name, what in BESIDE.items()}
        return {name: self.file(f"{folder}/{name}.yaml", whys.get(name, WORDS)) for name in names}

    def translated(self, lang: str) -> File | None:
        """The file that says what the texts of a language were translated from; None where there is none."""
        name = translated_file(lang)
        return self.file(name) if (self.path / name).is_file() else None

    def heard(self) -> tuple[File, ...]:
        """The files that say what is heard as a warning sign."""
        return tuple(self.file(f"{HEARING}/{name}.yaml") for name in self._stems(HEARING))

    def _expected(self, folder: str, required: list[str]) -> list[str]:
        """All names, without those that are most likely a required one with a slip in it."""
        found = list(self._stems(folder))
        missing = [name for name in required if name not in found]
        slips = {name: nearest(name, (other for other in found if other not in required)) for name in missing}
        self._slips |= {f"{folder}/{name}.yaml": f"{folder}/{slip}.yaml" for name, slip in slips.items() if slip}
        return [*(name for name in found if name not in slips.values()), *missing]

    def _stems(self, folder: str) -> Iterator[str]:
        for name in self._names(folder):
            stem = name.removesuffix(".yaml")
            if stem != name and _STEM.fullmatch(stem):
                yield stem
            elif _NEARLY_YAML.fullmatch(name):
                fits = "Small letters, digits and _, and then .yaml: such as heat_check.yaml"
                self.tell(f"{folder}/{name}", "Nobody reads a file with such a name", fits, "Rename it, or delete it")
            elif self._is_folder(f"{folder}/{name}"):
                fits = f"All files stand in {folder} itself"
                self.tell(f"{folder}/{name}", "Nothing in this folder is read", fits, "Move its files up, or delete it")

    def _misplaced(self) -> None:
        names = [f"{CONTENT}/{name}" for name in self._names(CONTENT) if _NEARLY_YAML.fullmatch(name)]
        strange = [name for name in names if name not in (CLINIC, INVENTORY, TOPICS, NAMES, ASKING)]
        for missing in {CLINIC, INVENTORY}.difference(names):
            slip = nearest(missing, strange)
            if slip:
                self._slips[missing] = slip
                strange.remove(slip)
        for name in strange:
            fits = "The words of a dialog stand in the folder of their language"
            self.tell(name, "Nobody reads this file here", fits, "Move it, for example to content/en")

    def _is_folder(self, name: str) -> bool:
        try:
            return (self.path / name).is_dir()
        except OSError:
            return False


def translated_file(lang: str) -> str:
    """Where it stands what the texts of a language were translated from."""
    return f"{CONTENT}/{lang}/{TRANSLATED}.yaml"


def _lines(path: Path) -> list[str]:
    """Read again, which only the place of a few mistakes needs."""
    try:
        return path.read_text("utf-8", errors="replace").removeprefix("\ufeff").splitlines()
    except OSError:
        return []
