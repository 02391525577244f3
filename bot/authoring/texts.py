"""Compiles one language's folder under `content/` into a catalog."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from bot.authoring import models as m
from bot.authoring.files import File, Path
from bot.authoring.models.content import stands_alone
from bot.authoring.problems import nearest, shown
from bot.authoring.shapes import shape
from bot.authoring.words import DECISIONS, GROUPS, Origin, Words
from bot.engine.catalog import PLACEHOLDER, Line, Template, template
from bot.engine.commands import COMMANDS
from bot.engine.dialog import State
from bot.engine.screen import plain_words

COMMAND = "command"


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


def number_scales(words: Words, states: Mapping[str, State]) -> None:
    """The buttons of a scale are its numbers, where nothing else is written for them."""
    for state in states.values():
        for choice in state.choices if state.ask == "scale" else ():
            words.lines.setdefault(f"{state.name}.choices.{choice.id}", Line(choice.id))


_READERS = {DECISIONS: _decisions, COMMAND: _command}


def _entry(words: Words, file: File, key: str, model: m.EntryModel) -> None:
    entry = key.partition(".")[2]
    alone = stands_alone(file.value[entry])
    if model.say:
        _put(words, file, key, model.say, (entry,) if alone else (entry, "say"))
    if model.after:
        at: Path = (entry, "after")
        words.after[key] = _template(words, file, model.after, at, words.fills)
        words.origins[f"{key}.after"] = Origin(file, at)
    for name, texts in model.texts.items():
        _put(words, file, f"{key}.{name}", texts, (entry, "texts", name))
    for group in ("choices", "buttons"):
        for name, line in getattr(model, group).items():
            _line(words, file, f"{key}.{group}.{name}", line, (entry, group, name))


def _line(words: Words, file: File, key: str, line: Any, path: Path) -> None:
    _template(words, file, line.label, path, words.fills)
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
        words.texts[name] = _template(words, file, text.text, at, fills)
        words.origins[name] = Origin(file, at, text.attribution, text.note)


# Placeholders


def _template(words: Words, file: File, text: str, path: Path, fills: Collection[str]) -> Template:
    """The text cut at its placeholders, each of which must be on the list."""
    if not text.strip():
        file.tell(path, "The text is empty", "Words for the patient", "Write them, or delete the line")
    cut = template(text)
    for name in cut.names:
        if name not in fills and not words.may_fill(name):
            _unknown_placeholder(file, f"{{{name}}}", sorted(fills), path)
    _no_lone_brace(file, text, path)
    return cut


def _unknown_placeholder(file: File, written: str, known: list[str], path: Path) -> None:
    found, near = f"Nothing fills the placeholder {shown(written)} here", nearest(written[1:-1], known)
    mend = f"Did you mean {shown('{' + near + '}')}?" if near else "Take a value of content/clinic.yaml"
    file.tell_at(file.inside(path, written), found, "A value of content/clinic.yaml, such as {clinic.phone}", mend)


_ODD = re.compile(r"\{\s*([A-Za-z0-9_.]+)\s*\}|\S*[{}]\S*")


def _no_lone_brace(file: File, text: str, path: Path) -> None:
    if "{" not in text and "}" not in text:
        return
    odd = _ODD.search(PLACEHOLDER.sub(lambda found: " " * len(found[0]), text))
    if odd is None:
        return
    fits = "A placeholder is a name of small letters and dots in { }, such as {clinic.phone}"
    meant = shown("{" + odd[1].lower() + "}") if odd[1] else ""
    found = f"{shown(odd[0])} is no placeholder" if meant else "A { or } stands alone in this text"
    mend = f"Did you mean {meant}?" if meant else "Close it, or write the sentence without it"
    start = text.rfind(" ", 0, odd.start()) + 1
    run = text[start : odd.end()].rsplit("\n", maxsplit=1)[-1]
    file.tell_at(file.inside(path, run, len(run) - len(odd[0])), found, fits, mend)
