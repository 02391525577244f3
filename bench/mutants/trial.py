"""Plants one fault in a copy of the project, and throws the nets on it."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.mutants.mutant import HERE, Mutant
from bench.mutants.nets import NETS, throw
from bot.app.rooms import ROOMS
from bot.authoring.project import load

LONGEST = 300
"""Seconds that check and the conversations may take together before a fault counts as one that hangs the program."""


_warm: list[bool] = []
"""Whether this process has read the project, and can be forked for a fault in it."""


def warm() -> None:
    """Load the project once: what faults in dialogs leave alone is not worked out again in each process."""
    load(HERE, rooms=ROOMS)
    _warm.append(True)


def tried(mutant: Mutant, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What each net says of it; {} where the program did not even start."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _copy(folder, mutant)
        mutant.plant(folder)
        asked = {"nets": NETS, "words": words_of(mutant), **asked}
        (_forked if _warm and not mutant.in_engine else _started)(folder, asked)
        result = folder / "result.json"
        return json.loads(result.read_text("utf-8")) if result.exists() else {}


def words_of(mutant: Mutant) -> list[str]:
    """Names in the changed words that conversations may speak of."""
    return sorted(set(re.findall(r"[a-z_]{4,}", f"{mutant.old} {mutant.what} {Path(mutant.file).stem}")))


def _copy(folder: Path, mutant: Mutant) -> None:
    for part in ("dialogs", "content", "tests/conversations"):
        shutil.copytree(HERE / part, folder / part)
    if mutant.in_engine:
        shutil.copytree(HERE / "bot", folder / "bot")


def _forked(folder: Path, asked: Mapping[str, Any]) -> None:
    """A fork of this process, which has read the project already."""
    process = get_context("fork").Process(target=_alone, args=(folder, asked))
    process.start()
    process.join(LONGEST + asked["within"])
    _end(process.pid)


def _alone(folder: Path, asked: Mapping[str, Any]) -> None:
    os.setsid()
    os.nice(5)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    throw(folder, asked)


def _started(folder: Path, asked: Mapping[str, Any]) -> None:
    """A new Python, which finds the changed program first, where there is one."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.mutants.nets", str(folder), json.dumps(asked)],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(HERE)}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    with suppress(subprocess.TimeoutExpired):
        process.wait(LONGEST + asked["within"])
    _end(process.pid)
    process.wait()


def _end(group: int | None) -> None:
    """The process and all that it has started."""
    with suppress(ProcessLookupError, PermissionError):
        if group:
            os.killpg(group, signal.SIGKILL)
