"""Loading the shipped project (read, checked, compiled) beside only parsing the same files with PyYAML in C."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from bench.figures import Figure, compared, show
from bot.authoring.project import load
from bot.settings import find_project


def figures() -> Iterator[Figure]:
    """The one figure."""
    project = find_project()
    files = sorted(path for folder in ("dialogs", "content") for path in (project / folder).rglob("*.yaml"))
    name = f"load the project: {len(files)} files, beside yaml.load with CSafeLoader alone"
    yield compared(name, lambda: load(project), lambda: parse(files), target=4, runs=11)


def parse(files: list[Path]) -> list[object]:
    """What a program does that trusts its files."""
    return [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files]


if __name__ == "__main__":
    show(figures())
