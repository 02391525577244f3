"""The three nets on one planted fault, in a process of its own: what each says goes to a file at once."""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from time import monotonic
from typing import Any

from bot.app.rooms import ROOMS
from bot.authoring.checks import hearing
from bot.authoring.problems import Grade
from bot.authoring.project import Loaded, load
from bot.conversations.suite import find, play_file
from bot.verify.prove import prove
from bot.verify.slices import slices

CHECK, CONVERSATIONS, VERIFY = "check", "conversations", "verify"
NETS = (CHECK, CONVERSATIONS, VERIFY)
"""In the order in which they are thrown: what costs least comes first."""

CAUGHT, PASSED, LEFT, EQUAL = "killed", "survived", "time ran out", "proved equal"
"""Equal: verify came to its end, and every step that it tried does what it does where nothing was planted."""

TRACE = "what all steps do: "
"""Begins the word of a verify that came to its end."""


def throw(folder: Path, asked: Mapping[str, Any]) -> None:
    """Throw the nets on the project in this folder; `result.json` there says what each caught, and why."""
    os.chdir(folder)
    found: dict[str, Any] = {}
    loaded = _timed(found, CHECK, lambda: _check(folder), folder)
    if loaded is None or loaded.library is None:
        return  # the other commands refuse such a project, and say what check says
    for net, run in _MORE.items():
        if net in asked["nets"] and (asked["alone"] or not caught(found)):
            _timed(found, net, lambda run=run: run(loaded, folder, asked), folder)


def caught(found: Mapping[str, Any]) -> bool:
    """Whether one of the nets has caught it."""
    return any(each["result"] == CAUGHT for each in found.values())


def _timed(found: dict[str, Any], net: str, run: Callable[[], tuple[Any, str, str]], folder: Path) -> Any:
    started, value = monotonic(), None
    try:
        value, result, why = run()
    except Exception:  # a fault may break anything, and what raises is caught
        result, why = CAUGHT, traceback.format_exc().strip().splitlines()[-1]
    found[net] = {"result": result, "why": why[:300], "seconds": round(monotonic() - started, 2)}
    (folder / "result.json").write_text(json.dumps(found), "utf-8")
    return value


def _check(folder: Path) -> tuple[Loaded, str, str]:
    loaded = load(folder, rooms=ROOMS)
    told = [problem for problem in loaded.problems if problem.grade != Grade.INFO]
    why = f"{told[0].file}:{told[0].line}: {told[0].found}" if told else ""
    return loaded, CAUGHT if told else PASSED, why


def _conversations(loaded: Loaded, folder: Path, asked: Mapping[str, Any]) -> tuple[None, str, str]:
    assert loaded.library
    for file in _nearest_first(find([folder / "tests" / "conversations"]), asked["words"]):
        for result in play_file(file, loaded.library):
            if not result.passed:
                return None, CAUGHT, f"{file.relative_to(folder)}: {result.name}"
    return None, PASSED, ""


def _nearest_first(files: Iterable[Path], words: Iterable[str]) -> list[Path]:
    """The conversations that speak of what was changed first."""
    texts = {file: file.read_text("utf-8") for file in files}
    return sorted(texts, key=lambda file: (-sum(word in texts[file] for word in words), len(texts[file])))


def _verify(loaded: Loaded, _: Path, asked: Mapping[str, Any]) -> tuple[None, str, str]:
    assert loaded.library
    started, within = monotonic(), asked["within"]
    proof = prove(loaded, processes=len(slices(loaded.library)), within=within, traced=True)
    broken = [verdict for verdict in proof.verdicts if not verdict.holds]
    if broken:
        return None, CAUGHT, f"{broken[0].about.id}, line {broken[0].broken[0].line} of safety.yaml"
    if monotonic() - started > within:
        return None, LEFT, ""
    return None, EQUAL if proof.trace == asked.get("trace") else PASSED, TRACE + proof.trace


_MORE: Mapping[str, Callable[[Loaded, Path, Mapping[str, Any]], tuple[None, str, str]]] = {
    CONVERSATIONS: _conversations,
    VERIFY: _verify,
}


def _hears_no_sentences() -> None:
    """Faults in the engine leave alone what words mean: check need not try its hundreds of sentences anew for each."""
    hearing.failing = lambda _: []  # pyright: ignore[reportPrivateImportUsage]


if __name__ == "__main__":
    if (Path(sys.argv[1]) / "bot").exists():
        _hears_no_sentences()
    throw(Path(sys.argv[1]), json.loads(sys.argv[2]))
