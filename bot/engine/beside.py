"""Events that are no message of a conversation: they neither keep it alive nor move it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.engine import due, safety
from bot.engine.events import AddressedInPublic, PersonLeft, TimerFired
from bot.engine.expiry import erase, expire, ran_out
from bot.engine.places import drop_jobs
from bot.engine.scene import Scene


def _timer(scene: Scene, event: TimerFired) -> None:
    """A check-in may be written. What erases is silent: a lock that still stands keeps its place alone."""
    if event.name == safety.JOB:
        due.write(scene)
    elif event.name == safety.EXPIRY and scene.silent:
        (expire if ran_out(scene) else erase)(scene)


def _left(scene: Scene, _: PersonLeft) -> None:
    """Nobody is there to be told: what would write later is dropped, and what was typed into a form.

    Whoever comes back finds the form at its beginning, not in the middle of an empty one, and a check-in that was not
    opened is over.
    """
    drop_jobs(scene)
    if scene.session.place == safety.NOTIFICATION:
        scene.change(place=safety.TIMEOUT)
        scene.unsee()
    scene.drop_drafts()
    state = scene.library.states.get(scene.session.place)
    if state and state.asks_something and state.name.startswith(safety.DRAFTS):
        scene.change(place=safety.CALLBACK, ticked=())
        scene.unsee()


def _public(scene: Scene, _: AddressedInPublic) -> None:
    """Where others read along nothing is asked and nothing is heard; that is said once a day."""
    if not scene.session.greeted or scene.silent:
        scene.change(last_at=scene.now)
        scene.say("command.private_only")


BESIDE: Mapping[type, Callable[[Scene, Any], None]] = {
    TimerFired: _timer,
    PersonLeft: _left,
    AddressedInPublic: _public,
}
