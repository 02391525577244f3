"""What a day of silence, or the end of a lock, leaves of a check: nothing that says anything about the person."""

from bot.engine import safety
from bot.engine.check_in import AGREED, REMINDED, SENT
from bot.engine.effects import Forget
from bot.engine.scene import Scene


def ran_out(scene: Scene) -> bool:
    """Whether the check has ended by itself; the welcome waits for ever."""
    lock = scene.session.lock
    if lock is not None:
        return scene.now >= lock.until
    return scene.silent and scene.session.place != safety.START


def expire(scene: Scene) -> None:
    """End it: the answers are gone, and a new check can start. The text that says so goes with the next message.

    A check-in that was written can still be opened: its button stays.
    """
    scene.change(lock=None, greeted=False)
    erase(scene)
    if not (scene.session.check_in and scene.session.place == safety.NOTIFICATION):
        scene.change(place=safety.TIMEOUT)
        scene.unsee()


def erase(scene: Scene) -> None:
    """Erase what was told and what was said; a check-in that was agreed to outlives it (logic, section 6)."""
    scene.forget()
    scene.effect(Forget(timers=False))
    if not _outlives(scene):
        scene.forget_check_ins()


def _outlives(scene: Scene) -> bool:
    """Until it is answered, or given up after its one reminder."""
    job = scene.session.check_in
    unopened = scene.session.place == safety.NOTIFICATION
    return job is not None and (job.stage in (AGREED, SENT) or (job.stage == REMINDED and unopened))
