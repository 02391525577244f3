"""The same steps add up to the same number; a step that does anything else changes it."""

from datetime import datetime

from msgspec.structs import replace

from bot.engine.effects import Turn
from bot.engine.events import AnyEvent
from bot.engine.library import Library
from bot.engine.session import Session
from bot.engine.turn import work_out
from bot.verify.explore import Advance, Explorer
from bot.verify.trace import Trace
from bot.verify.wordless import wordless
from tests.engine.talk import shipped

NODES = 20


def traced(library: Library, advance: Advance = work_out) -> int:
    explorer = Explorer(wordless(library), (), ["moist_heat"], advance=advance)
    explorer.enough = lambda: len(explorer.nodes) > NODES
    explorer.trace = Trace()
    explorer.run()
    return explorer.trace.number


def test_what_says_which_files_it_was_made_with_does_not_count():
    other = Library(replace(shipped().source, version="another"))
    assert traced(shipped()) == traced(other) != 0


def test_a_text_that_is_no_longer_shown_changes_it():
    def mute(library: Library, session: Session, event: AnyEvent, now: datetime) -> Turn:
        turn = work_out(library, session, event, now)
        return replace(turn, effects=turn.effects[1:])

    assert traced(shipped(), mute) != traced(shipped())
