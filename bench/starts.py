"""How long a tester and a staff member wait: for the first bubble of a chat, and for a check."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import MS, Figure, at_most, medians, show
from bot.settings import find_project

RULES = "{extends: relaxed, rules: {line-length: disable}}"
"""What a project of long sentences would ask of yamllint."""


def figures() -> Iterator[Figure]:
    """Processes from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = medians(lambda: _chat(folder), lambda: _python("-c", "import telegram"), runs=7)
    name = "second start of heatwise chat to the first bubble and its end, beside `import telegram`"
    yield at_most(name, MS.told(ours), MS.told(theirs), target=2, unit="ms of CPU")
    project = find_project()
    files = [str(path) for each in ("dialogs", "content") for path in sorted((project / each).rglob("*.yaml"))]
    ours, theirs = medians(
        lambda: _python("-m", "bot", "check"), lambda: _python("-m", "yamllint", "-d", RULES, *files), runs=5
    )
    yield at_most(
        f"heatwise check of the shipped project, beside yamllint of the same {len(files)} files",
        MS.told(ours), MS.told(theirs), target=3, unit="ms of CPU",
    )  # fmt: skip


def _chat(folder: str) -> None:
    told = _python("-m", "bot", "chat", "--plain", HEATWISE_DATA_DIR=folder)
    if b"program" not in told:
        raise RuntimeError(f"the chat said no first bubble: {told[:200]!r}")


def _python(*words: str, **environment: str) -> bytes:
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env={**os.environ, **environment},
        input=b"",
        check=False,
        capture_output=True,
    )
    return done.stdout


if __name__ == "__main__":
    show(figures())
