"""Compiles one language's folder under `content/` into a catalog."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.authoring import models as m
from bot.authoring.files import File, Path
from bot.authoring.models.content import stands_alone
from bot.authoring.problems import nearest, shown
from bot.authoring.shapes import shape
from bot.engine.catalog import CHANNEL, COMPUTED, PLACEHOLDER, Catalog, Line, Template, template
from bot.engine.commands import COMMANDS
from bot.engine.screen import plain_words

DECISIONS, COMMAND = "decisions", "command"
GROUPS = {"option": "options", "level": "levels", "reason": "reasons", "caution": "cautions", "answers": "answers"}
"""What the keys of the texts in decisions.yaml begin with, and the group in which they stand there."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text was written, who says it, and the caution that goes with it."""

    file: File
    path: Path
    attribution: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Words:
    """A language while it is compiled: the parts of its catalog, and where each text comes from."""

    lang: str
    files: Mapping[str, File]
    facts: Mapping[str, str]
    vague: bool = False
    """Part of the facts could not be read: a placeholder that is not known may be one of them."""
    bubbles: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    texts: dict[str, Template] = field(default_factory=dict[str, Template])
    lines: dict[str, Line] = field(default_factory=dict[str, Line])
    after: dict[str, Template] = field(default_factory=dict[str, Template])
    words: dict[str, str] = field(default_factory=dict[str, str])
    origins: dict[str, Origin] = field(default_factory=dict[str, Origin])
    line_origins: dict[str, Origin] = field(default_factory=dict[str, Origin])

    def catalog(self) -> Catalog:
        """The finished catalog."""
        return Catalog(self.lang, self.bubbles, self.texts, self.lines, self.after, self.facts, self.words)

    def home(self, key: str) -> tuple[File | None, Path]:
        """The file and the path where the text or label of this key belongs."""
        first, *rest = key.split("/", maxsplit=1)[0].split(".")
        if first in GROUPS:
            return self.files.get(DECISIONS), (GROUPS[first], *([".".join(rest)] if first == "caution" else rest))
        entry, *inside = rest or [""]
        inside = inside or ["say"]
        return self.files.get(first), (
            entry,
            *(["texts", *inside] if len(inside) == 1 and inside != ["say"] else inside),
        )

    def lost(self, key: str) -> bool:
        """Whether the text of this key may stand where something was cut out."""
        file, path = self.home(key)
        return file is not None and file.cut_near(path)


def compile_texts(words: Words) -> Words:
    """Read all files of a language; what does not fit is told and left out."""
    for name, file in words.files.items():
        _READERS.get(name, _dialog)(words, file, name)
    return words


def _dialog(words: Words, file: File, name: str) -> None:
    entries: dict[str, m.EntryModel] | None = shape(m.ContentFile, file)
    for entry, model in (entries or {}).items():
        _entry(words, file, f"{name}.{entry}", model)


def _command(words: Words, file: File, name: str) -> None:
    model: m.CommandContentModel | None = shape(m.CommandContentModel, file)
    if model is None:
        return
    for entry, content in model.__pydantic_extra__.items():
        _entry(words, file, f"{name}.{entry}", content)
    for command, said in model.words.items():
        path = ("words", command)
        meant = command if command in COMMANDS else file.unknown(path, "command", command, list(COMMANDS), key=True)
        for i, word in enumerate(said):
            _command_word(words, file, word, meant, (*path, i))


def _command_word(words: Words, file: File, word: str, command: str | None, path: Path) -> None:
    plain = plain_words(word)
    if not plain:
        file.tell(path, "There is no word here", "Words that a person could type", "Write one, or take it out")
    elif command and words.words.setdefault(plain, command) != command:
        found = f"{shown(word)} means /{words.words[plain]} already"
        file.tell(path, found, "One command for each word", "Keep it in one of the two places")


def _decisions(words: Words, file: File, _: str) -> None:
    model: m.DecisionContentModel | None = shape(m.DecisionContentModel, file)
    if model is None:
        return
    for prefix in ("option", "level", "reason"):
        group = GROUPS[prefix]
        for key, text in getattr(model, group).items():
            _put(words, file, f"{prefix}.{key}", [m.TextModel(text=text)], (group, key), computed=False)
    for key, text in model.cautions.items():
        _put(words, file, f"caution.{key}", [text], ("cautions", key))
    for fact, said in model.answers.items():
        for value, text in said.items():
            path: Path = ("answers", fact, value) if value else ("answers", fact)
            _put(words, file, ".".join(map(str, path)), [m.TextModel(text=text)], path, computed=False)


_READERS = {DECISIONS: _decisions, COMMAND: _command}


def _entry(words: Words, file: File, key: str, model: m.EntryModel) -> None:
    entry = key.partition(".")[2]
    alone = stands_alone(file.value[entry])
    if model.say:
        _put(words, file, key, model.say, (entry,) if alone else (entry, "say"))
    if model.after:
        at: Path = (entry, "after")
        words.after[key] = _template(words, file, model.after, at, words.facts)
        words.origins[f"{key}.after"] = Origin(file, at)
    for name, texts in model.texts.items():
        _put(words, file, f"{key}.{name}", texts, (entry, "texts", name))
    for group in ("choices", "buttons"):
        for name, line in getattr(model, group).items():
            _line(words, file, f"{key}.{group}.{name}", line, (entry, group, name))


def _line(words: Words, file: File, key: str, line: Any, path: Path) -> None:
    _template(words, file, line.label, path, words.facts)
    for part in ("line", "heading"):
        if "{" in getattr(line, part) or "}" in getattr(line, part):
            fits = "Plain words: nothing is filled in here"
            file.tell((*path, part), f"A {{ or }} stands in the {part} of a choice", fits, "Write the words out")
    words.lines[key] = Line(line.label, line.line, line.heading)
    words.line_origins[key] = Origin(file, path)


def _put(words: Words, file: File, key: str, texts: list[m.TextModel], path: Path, computed: bool = True) -> None:
    keys = tuple(key if i == 1 else f"{key}/{i}" for i in range(1, len(texts) + 1))
    words.bubbles[key] = keys
    fills = [*words.facts, *COMPUTED, CHANNEL] if computed else [*words.facts, CHANNEL]
    for i, (name, text) in enumerate(zip(keys, texts, strict=True)):
        at = (*path, i) if len(texts) > 1 else path
        words.texts[name] = _template(words, file, text.text, at, fills)
        words.origins[name] = Origin(file, at, text.attribution, text.note)


# Placeholders


def _template(words: Words, file: File, text: str, path: Path, fills: Iterable[str]) -> Template:
    """The text cut at its placeholders, each of which must be on the list."""
    if not text.strip():
        file.tell(path, "The text is empty", "Words for the patient", "Write them, or delete the line")
    cut = template(text)
    known = set(fills)
    for name in cut.names:
        if name not in known and not words.vague:
            _unknown_placeholder(file, name, sorted(known), path)
    _no_lone_brace(file, text, path)
    return cut


def _unknown_placeholder(file: File, name: str, known: list[str], path: Path) -> None:
    found = f"Nothing fills the placeholder {shown('{' + name + '}')} here"
    near = nearest(name, known)
    mend = f"Did you mean {shown('{' + near + '}')}?" if near else "Take a value of content/clinic.yaml"
    file.tell(path, found, "A value of content/clinic.yaml, such as {clinic.phone}", mend)


_WORD_IN_BRACES = re.compile(r"\{\s*([A-Za-z0-9_.]+)\s*\}")


def _no_lone_brace(file: File, text: str, path: Path) -> None:
    rest = PLACEHOLDER.sub("", text)
    if "{" not in rest and "}" not in rest:
        return
    fits = "A placeholder is a name of small letters and dots in { }, such as {clinic.phone}"
    odd = _WORD_IN_BRACES.search(rest)
    if odd:
        meant = "{" + odd[1].lower() + "}"
        file.tell(path, f"{shown(odd[0])} is no placeholder", fits, f"Did you mean {shown(meant)}?")
    else:
        file.tell(path, "A { or } stands alone in this text", fits, "Close it, or write the sentence without it")
