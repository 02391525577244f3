"""The decision tables beside the same rules written by hand as Python (tests/decisions/oracle.py)."""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from bench import plain
from bench.figures import Figure, compared, per_second, show
from bot.authoring.answer_sets import decide_lines
from bot.authoring.project import load
from bot.engine.decisions import Decider
from bot.settings import find_project
from tests.decisions import oracle
from tests.decisions.space import HEATS, every, facts

SETS = 20_000
HAND = "the same rules written by hand"


def figures() -> Iterator[Figure]:
    """The tables alone, then the command without and with the start of its process."""
    answers = sample()
    given = [facts(one) for one in answers]
    lines = b"".join(json.dumps(written(one)).encode() + b"\n" for one in answers)
    decider = shipped()
    check_same(decider, lines)
    yield compared(
        f"decide, with the rules as reasons, beside {HAND} without reasons",
        lambda: exhaust(map(decider.decide, given)),
        lambda: exhaust(map(oracle.decide, answers)),
        target=3,
        unit=per_second(SETS, "answer sets"),
    )
    yield compared(
        f"heatwise decide without the start of its process, beside json and {HAND} in a loop",
        lambda: decide_lines(decider, io.BytesIO(lines), io.BytesIO()),
        lambda: plain.decide_lines(io.BytesIO(lines), io.StringIO()),
        target=2,
        unit=per_second(SETS, "lines"),
    )
    with tempfile.TemporaryDirectory() as folder:
        yield compared(
            f"heatwise decide, process and all, beside a script with json and {HAND}: {SETS:,} lines",
            lambda: run("bot", "decide", lines=lines, data=folder),
            lambda: run("bench.plain", lines=lines, data=folder),
            target=3,
        )


def shipped() -> Decider:
    """The decider of the shipped project."""
    library = load(find_project()).library
    assert library is not None, "the shipped project has mistakes: see heatwise check"
    return library.decider


def sample() -> list[oracle.Answers]:
    """Sets of answers from all over the space that the tests go through."""
    return list(islice(chain.from_iterable(map(every, HEATS)), 0, 99 * SETS, 99))


def written(answers: oracle.Answers) -> dict[str, Any]:
    """The answers as JSON has them."""
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in answers._asdict().items()}


def check_same(decider: Decider, lines: bytes) -> None:
    """Two ways of doing different things would be no comparison."""
    ours, theirs = io.BytesIO(), io.StringIO()
    decide_lines(decider, io.BytesIO(lines), ours)
    plain.decide_lines(io.BytesIO(lines), theirs)
    for mine, other in zip(ours.getvalue().splitlines(), theirs.getvalue().splitlines(), strict=True):
        assert {**json.loads(other), "reasons": json.loads(mine)["reasons"]} == json.loads(mine)


def exhaust(items: Iterator[object]) -> None:
    """Take every one and keep none."""
    deque(items, maxlen=0)


def run(*module: str, lines: bytes, data: str) -> None:
    """A process of its own; from the second one on it finds the project as the first one kept it."""
    environment = {**os.environ, "HEATWISE_DATA_DIR": data}
    subprocess.run([sys.executable, "-m", *module], input=lines, stdout=subprocess.DEVNULL, check=True, env=environment)


if __name__ == "__main__":
    show(figures())
