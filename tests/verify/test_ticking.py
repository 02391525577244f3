"""What ticking changes is worked out once, and comes out as the engine does it line by line."""

from functools import cache

from msgspec.structs import replace

from bot.engine.events import AnyEvent
from bot.engine.session import Session
from bot.engine.turn import work_out
from bot.verify.classes import NOON
from bot.verify.explore import Explorer
from bot.verify.lumps import Lumps
from bot.verify.outlook import Outlook
from bot.verify.possible import Possible
from bot.verify.ticking import Ticking
from tests.engine.talk import shipped

LISTS = {"heat_check.signs", "precautions.right_now", "precautions.health", "red_flags.today"}


def take(session: Session, event: AnyEvent) -> Session:
    return work_out(shipped(), session, event, NOON).session


@cache
def sessions() -> list[Session]:
    """All that an exploration meets until it has been at every list."""
    explorer = Explorer(shipped(), (), (), everything=False, beyond=False)
    explorer.enough = lambda: explorer.places >= LISTS
    explorer.run()
    assert explorer.places >= LISTS
    return [node.session for node in explorer.nodes if node.session.place in LISTS]


def test_remembered_ticks_are_those_of_the_engine():
    ticking = Ticking(take)
    possible = Possible(shipped(), Lumps(Outlook(shipped(), ())), ())
    for session in sessions():
        screen = possible.screen(session)
        assert screen is not None
        shown = tuple(button.id for button in screen.buttons)
        for each in possible.answers(session, screen, None):
            ticked = session
            for event in each.events[:-1]:
                ticked = take(ticked, event)
            assert ticking.before_last(session, each.events, shown) == ticked


def test_a_tick_that_changes_more_is_worked_out_for_each_session():
    taken: list[AnyEvent] = []

    def faulty(session: Session, event: AnyEvent) -> Session:
        taken.append(event)
        return replace(take(session, event), tier="same_day")

    ticking, possible = Ticking(faulty), Possible(shipped(), Lumps(Outlook(shipped(), ())), ())
    session = next(each for each in sessions() if each.place == "red_flags.today")
    screen = possible.screen(session)
    assert screen is not None
    each = next(each for each in possible.answers(session, screen, None) if len(each.events) == 2)
    for _ in range(2):
        assert ticking.before_last(session, each.events, ()).tier == "same_day"
    assert len(taken) == 2
