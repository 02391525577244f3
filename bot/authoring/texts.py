"""Compiles one language's folder under `content/` into a catalog."""

from collections.abc import Mapping
from typing import Any

from bot.authoring import models as m
from bot.authoring.beside import read_letter, read_profile
from bot.authoring.cut import cut
from bot.authoring.files import File, Path
from bot.authoring.models.content import stands_alone
from bot.authoring.problems import shown
from bot.authoring.shapes import shape
from bot.authoring.words import COMMAND, DECISIONS, GROUPS, LETTER, PROFILE, Origin, Words
from bot.engine.catalog import Line
from bot.engine.commands import COMMANDS, THIS_LANGUAGE
from bot.engine.dialog import State
from bot.engine.screen import plain_words


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
        known = [*COMMANDS, THIS_LANGUAGE]
        meant = command if command in known else file.unknown(path, "command", command, known, key=True)
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


def number_scales(words: Words, states: Mapping[str, State]) -> None:
    """The buttons of a scale are its numbers, where nothing else is written for them."""
    for state in states.values():
        for choice in state.choices if state.ask == "scale" else ():
            words.lines.setdefault(f"{state.name}.choices.{choice.id}", Line(choice.id))


_READERS = {DECISIONS: _decisions, COMMAND: _command, LETTER: read_letter, PROFILE: read_profile}


def _entry(words: Words, file: File, key: str, model: m.EntryModel) -> None:
    entry = key.partition(".")[2]
    alone = stands_alone(file.value[entry])
    if model.say:
        _put(words, file, key, model.say, (entry,) if alone else (entry, "say"))
    if model.after:
        at: Path = (entry, "after")
        words.after[key] = cut(words, file, model.after, at, words.fills)
        words.origins[f"{key}.after"] = Origin(file, at)
    for name, texts in model.texts.items():
        _put(words, file, f"{key}.{name}", texts, (entry, "texts", name))
    for group in ("choices", "buttons"):
        for name, line in getattr(model, group).items():
            _line(words, file, f"{key}.{group}.{name}", line, (entry, group, name))


def _line(words: Words, file: File, key: str, line: Any, path: Path) -> None:
    cut(words, file, line.label, path, words.fills)
    for part in ("line", "heading"):
        if "{" in getattr(line, part) or "}" in getattr(line, part):
            fits = "Plain words: nothing is filled in here"
            file.tell((*path, part), f"A {{ or }} stands in the {part} of a choice", fits, "Write the words out")
    words.lines[key] = Line(line.label, line.line, line.heading)
    words.line_origins[key] = Origin(file, path)


def _put(words: Words, file: File, key: str, texts: list[m.TextModel], path: Path, computed: bool = True) -> None:
    keys = tuple(key if i == 1 else f"{key}/{i}" for i in range(1, len(texts) + 1))
    words.bubbles[key] = keys
    fills = words.computed if computed else words.fills
    for i, (name, text) in enumerate(zip(keys, texts, strict=True)):
        at = (*path, i) if len(texts) > 1 else path
        words.texts[name] = cut(words, file, text.text, at, fills)
        words.origins[name] = Origin(file, at, text.attribution, text.note)
