"""Follows the staff guide: does in a copy of the project what its blocks say; as a program, rewrites its outputs."""

import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import main_app
from bot.settings import find_project

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "staff-guide.md"

_FENCE = re.compile(r"^```(\w+) ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^###? (.+)$", re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: what to do with it (the first word after the language), with what, and what it holds.

    `from FILE` and `to FILE` are one edit; `add FILE` holds lines that stand in the file, then new ones; `new FILE` is
    a whole file; `shows FILE` is what a file says now; `run` holds commands with all they print, `part NAME` only what
    stands under that name, `end` only what stands last; `type WORDS` runs a command and types them.
    """

    do: str
    words: list[str]
    body: str
    start: int
    """Where the body stands in the guide."""


@dataclass
class Section:
    """All under one heading: it begins with a new copy of the shipped project."""

    title: str
    blocks: list[Block] = field(default_factory=list[Block])


def sections(text: str) -> list[Section]:
    """The sections that have something to do."""
    heads = list(_SECTION.finditer(text))
    found = [Section("", [])] + [Section(head[1]) for head in heads]
    for fence in _FENCE.finditer(text):
        do, *words = shlex.split(fence[2])
        number = sum(head.start() < fence.start() for head in heads)
        found[number].blocks.append(Block(do, words, fence[3], fence.start(3)))
    return [section for section in found if section.blocks]


def copy_project(folder: Path) -> Path:
    """The shipped project with its conversations, for one section."""
    for part in ("dialogs", "content", "tests/conversations"):
        shutil.copytree(find_project() / part, folder / part, ignore=shutil.ignore_patterns("*.py*", "__pycache__"))
    return folder


def follow(section: Section) -> Iterator[tuple[Block, str]]:
    """Do each block in the current folder; with it, what its body should be."""
    old = ""
    for block in section.blocks:
        if block.do == "from":
            old = block.body
        yield block, _do(block, old)


def _do(block: Block, old: str) -> str:
    match block.do, block.words:
        case "from", [file]:
            _replace(Path(file), block.body, block.body)
        case "to", [file]:
            _replace(Path(file), old, block.body)
        case "add", [file]:
            _add(Path(file), block.body)
        case "new", [file]:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_text(block.body, "utf-8")
        case "shows", [file]:
            return Path(file).read_text("utf-8")
        case (("run" | "part" | "end" | "type"), words):
            return "".join(_printed(command, block.do, words) for command in _COMMAND.findall(block.body))
        case _:
            raise ValueError(block)
    return block.body


def _replace(path: Path, old: str, new: str) -> None:
    """Whole lines for whole lines."""
    text = "\n" + path.read_text("utf-8")
    assert text.count("\n" + old) == 1, f"{path} has this not once:\n{old}"
    path.write_text(text.replace("\n" + old, "\n" + new)[1:], "utf-8")


def _add(path: Path, body: str) -> None:
    """Put the lines that are new behind those that stand there."""
    text, lines = "\n" + path.read_text("utf-8"), body.splitlines(keepends=True)
    known = next(count for count in range(len(lines), 0, -1) if "\n" + "".join(lines[:count]) in text)
    _replace(path, "".join(lines[:known]), body)


def _printed(command: str, do: str, words: list[str]) -> str:
    name, *rest = shlex.split(command)
    if name == "cp":
        shutil.copytree(rest[-2], rest[-1])
        return f"$ {command}\n"
    assert name == "heatwise", command
    typed = "".join(f"{line}\n" for line in words) if do == "type" else ""
    ended = CliRunner().invoke(main_app, rest, input=typed)
    assert not ended.exception or isinstance(ended.exception, SystemExit), ended.exception
    lines = [line.rstrip() for line in (ended.stdout + ended.stderr).strip("\n").splitlines()]
    shown = {"part": lambda: _under(lines, words[0]), "end": lambda: _last(lines)}.get(do, lambda: lines)()
    return "\n".join([f"$ {command}", *shown]) + "\n"


def _under(lines: list[str], name: str) -> list[str]:
    """The lines under a file's name, up to the next empty one."""
    assert name in lines, "\n".join(lines)
    rest = lines[lines.index(name) :]
    return rest[: rest.index("")] if "" in rest else rest


def _last(lines: list[str]) -> list[str]:
    """The lines after the last empty one."""
    return lines[len(lines) - lines[::-1].index("") :] if "" in lines else lines


def rewrite() -> None:
    """Put what is printed into the guide, in place of what it shows."""
    text = GUIDE.read_text("utf-8")
    here, changes = Path.cwd(), list[tuple[Block, str]]()
    for section in sections(text):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(copy_project(Path(folder)))
            changes += follow(section)
            os.chdir(here)
    for block, body in reversed(changes):
        text = text[: block.start] + body + text[block.start + len(block.body) :]
    GUIDE.write_text(text, "utf-8")


if __name__ == "__main__":
    rewrite()
