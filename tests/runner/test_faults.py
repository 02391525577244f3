"""A fault is told by its class and the program's own lines, never in its words."""

import subprocess
import sys

import pytest

from bot.runner.faults import OUTSIDE, place_of, way_of
from bot.store.times import micros


def broken() -> BaseException:
    with pytest.raises(TypeError) as caught:
        micros("my leg is numb")  # type: ignore[arg-type]
    return caught.value


def test_the_place_is_the_innermost_line_of_the_program():
    assert place_of(broken()).startswith("bot/store/times.py:")


def test_a_fault_outside_the_program_has_no_place():
    with pytest.raises(ValueError, match="abc") as caught:
        int("abc")
    assert (place_of(caught.value), way_of(caught.value)) == (OUTSIDE, OUTSIDE)


BREAKS = """
import sys
from bot import app
from bot.cli import main
from bot.store.times import micros
app.serve = lambda *_: micros("my leg is numb")
sys.argv = ["heatwise", "serve"]
main()
"""


def test_a_command_that_breaks_tells_a_sentence_and_no_traceback():
    ended = subprocess.run([sys.executable, "-c", BREAKS], capture_output=True, text=True, check=False)
    assert ended.returncode == 70
    first, second = ended.stderr.splitlines()
    assert first.startswith("This is a fault of the program: TypeError at bot/store/times.py:")
    assert second == "What was stored is safe. Try again; if it happens again, report it with this line."
    assert "numb" not in ended.stderr + ended.stdout
