"""The two figures of `make coverage`: branches, not lines, a package each."""

import json
import subprocess
import sys
from typing import Any

import pytest


def summary(taken: int, every: int) -> dict[str, Any]:
    branches = {"covered_branches": taken, "missing_branches": every - taken}
    return {"summary": {**branches, "covered_lines": 0, "missing_lines": 99}}


def run(**files: dict[str, Any]) -> tuple[int, list[str]]:
    report = {"files": {name.replace("__", "/") + ".py": found for name, found in files.items()}}
    command = [sys.executable, "-m", "tests.branches"]
    ended = subprocess.run(command, input=json.dumps(report), capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout.splitlines()


@pytest.mark.parametrize(
    ("engine", "authoring", "code"), [((95, 100), (100, 100), 0), ((94, 100), (100, 100), 1), ((9, 9), (0, 0), 1)]
)
def test_each_package_must_reach_95_percent_by_itself(engine: tuple[int, int], authoring: tuple[int, int], code: int):
    ended, lines = run(bot__engine__a=summary(*engine), bot__authoring__b=summary(*authoring))
    assert (ended, len(lines)) == (code, 2)


def test_a_line_a_package_says_the_figure():
    files = {
        "bot__engine__a": summary(3, 4),
        "bot__engine__b": summary(6, 6),
        "bot__authoring__checks__c": summary(1, 1),
    }
    assert run(**files, bot__store__d=summary(0, 9))[1] == [
        "Branches of bot/engine: 90.0 % (9 of 10), at least 95 %",
        "Branches of bot/authoring: 100.0 % (1 of 1), at least 95 %",
    ]
