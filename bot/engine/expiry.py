"""What a day of silence, or the end of a lock, leaves of a check: nothing that says anything about the person."""

from bot.engine import safety
from bot.engine.effects import Forget
from bot.engine.scene import Scene


def ran_out(scene: Scene) -> bool:
    """Whether the check has ended by itself; the welcome waits for ever."""
    lock = scene.session.lock
    if lock is not None:
        return scene.now >= lock.until
    return scene.silent and scene.session.place != safety.START


def expire(scene: Scene) -> None:
    """End it: the answers are gone, and a new check can start. The text that says so goes with the next message."""
    scene.change(place=safety.TIMEOUT, lock=None, greeted=False)
    erase(scene)
    scene.unsee()


def erase(scene: Scene) -> None:
    """Erase what was told and what was said."""
    scene.forget()
    scene.effect(Forget(timers=False))
