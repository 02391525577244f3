"""Runs `heatwise decide` as a person or a program would."""

import json
import subprocess
import sys
from typing import Any, NamedTuple

COMMAND = (sys.executable, "-m", "bot", "decide")

PLAIN: dict[str, Any] = {
    "heat": "dry",
    "signs": ["stiffness"],
    "consistent": False,
    "nerves": [],
    "skin": "none",
    "recent": "none",
    "precautions": [],
    "emergency_flags": [],
    "same_day_flags": [],
}
"""A set of answers with nothing wrong in it."""


class Ran(NamedTuple):
    """What came of it."""

    code: int
    lines: list[dict[str, Any]]
    complaints: str


def decide(*lines: bytes | dict[str, Any]) -> Ran:
    """Run the command over these lines; mappings are written as JSON."""
    written = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    done = subprocess.run(COMMAND, input=b"\n".join(written) + b"\n", capture_output=True, check=False, timeout=60)
    return Ran(done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode())
