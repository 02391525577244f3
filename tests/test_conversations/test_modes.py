"""Under every fault the expectations hold, and a fault that changes something is found."""

from collections.abc import Iterator
from itertools import count
from weakref import WeakKeyDictionary

import pytest

from bot.authoring.project import load
from bot.conversations import old_buttons, stage
from bot.conversations.modes import FAULTS, Mode
from bot.conversations.suite import find, play_all
from bot.coverage.listing import list_items
from bot.coverage.totals import below
from bot.coverage.watch import Coverage
from bot.engine import turn
from bot.engine.effects import Button
from bot.engine.scene import Scene
from bot.store import batch
from bot.store.memory import MemoryStore
from tests.test_conversations.small import ROOT, differences, library, played, shipped

NUMBERS = count()


@pytest.fixture(autouse=True)
def nothing_was_pressed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_buttons, "_PRESSED", WeakKeyDictionary())


TALK = """
steps:
  - user: /start
  - tap: Agree
  - bot: {state: red_flags.nerves}
  - user: I can pee fine
  - bot: {says_key: command.unknown}
  - bot: {state: red_flags.nerves}
  - tap_old: {of: welcome.start, choice: Under 18}
  - bot: {says_key: command.old_button}
  - bot: {state: red_flags.nerves}
  - tap: None
  - restart
  - tap: None
  - start_at: heat_check.signs
  - tick: [Swelling]
  - select: {lines: [Stiffness], done: each_time}
  - bot: {says_key: heat_check.stop_dry}
  - bot: {state: red_flags.today}
  - wait: 25 hours
  - user: hello
  - bot: {state: end.timeout}
"""


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Tests here break the engine: no turn of a broken one may be remembered, nor one of the whole recalled then."""
    forget()
    yield
    forget()


def forget() -> None:
    """Each process of a conversation has a library of its own, and all of them remember turns."""
    library().turns.forget()
    stage._library.cache_clear()


@pytest.mark.parametrize("mode", Mode)
def test_expectations_hold_under_every_fault(mode: Mode):
    assert played(TALK, mode) == ""


def test_every_fault_is_told_in_words():
    assert set(FAULTS) == set(Mode) - {Mode.PLAIN}


@pytest.mark.parametrize("mode", [Mode.OLD_BUTTONS, Mode.RESTARTS])
def test_all_conversations_of_the_project_hold_under_every_fault(mode: Mode):
    results = play_all(find([ROOT / "tests" / "conversations"]), shipped(), mode)
    assert [str(result) for result in results if not result.passed] == []


def test_all_conversations_hold_when_every_update_comes_twice_and_exercise_every_state_way_and_rule():
    """One run for both: it is the longest part of either."""
    coverage = Coverage(list_items(load(ROOT).parts, ROOT))
    results = play_all(find([ROOT / "tests" / "conversations"]), shipped(), Mode.TWICE, watch=coverage)
    assert [str(result) for result in results if not result.passed] == []
    coverage.credit("the project's own")
    assert below(coverage, 100) == {}


def test_an_update_that_counts_twice_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batch, "hashed_id", lambda entry: f"{entry.id} {next(NUMBERS)}")
    found = (("an update that is delivered twice to count once", "it was taken twice"),)
    assert differences("steps:\n- user: /start\n", Mode.TWICE) == found
    assert differences("steps:\n- user: /start\n") == ()


def test_an_old_button_that_does_something_is_found(monkeypatch: pytest.MonkeyPatch):
    def any_screen(scene: Scene, number: int, choice: str) -> Button | None:
        return Button("no_thanks", "No thanks", "move") if choice == "no_thanks" else None

    monkeypatch.setattr(turn, "find", any_screen)
    found = (("an old button to change nothing", "it changed place"),)
    assert differences("steps:\n- user: /start\n- command: privacy\n", Mode.OLD_BUTTONS) == found


def test_an_old_button_of_which_nothing_is_said_is_found(monkeypatch: pytest.MonkeyPatch):
    text = "steps:\n- user: /start\n- command: help\n"
    monkeypatch.setattr(turn, "old_button", lambda scene: None)
    found = (("says_key command.old_button, then welcome.start again", "says nothing"),)
    assert differences(text, Mode.OLD_BUTTONS) == found
    forget()
    monkeypatch.setattr(turn, "old_button", lambda scene: scene.say("command.help"))
    told = played(text, Mode.OLD_BUTTONS)
    assert "  you › [Agree] of the earlier welcome.start\n  bot › Call 555-0100 for help." in told
    assert "  got       says command.help" in told


def test_what_only_the_process_knows_is_found_lost(monkeypatch: pytest.MonkeyPatch):
    async def forget(self: MemoryStore) -> None:
        self._conversations.clear()

    monkeypatch.setattr(MemoryStore, "close", forget)
    text = "start_at: red_flags.nerves\nsteps:\n- tap: none\n- bot: {state: red_flags.body}\n"
    assert differences(text) == ()
    assert "in mode restarts: after every step, before the reply goes out" in played(text, Mode.RESTARTS)
