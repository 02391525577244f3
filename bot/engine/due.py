"""A check-in whose time has come: it is written, or waits a little longer, or is reminded of once, or is given up."""

from datetime import datetime

from msgspec.structs import replace

from bot.engine import safety
from bot.engine.check_in import AGREED, REMINDED, SENT, TOLD, drop
from bot.engine.effects import CancelTimer, SetTimer
from bot.engine.expiry import expire
from bot.engine.places import go
from bot.engine.scene import Scene
from bot.engine.session import CheckIn

REMINDER = "check_in.reminder"


def write(scene: Scene) -> None:
    """The timer has fired. No reply is never counted as fine: after one reminder there is nothing more (C11)."""
    job = scene.session.check_in
    if job is None or job.stage == TOLD or scene.now < job.due:
        return
    if not _may_write(scene):
        drop(scene)
    elif job.stage == REMINDED:
        _give_up(scene)
    elif (later := _later(scene)) > scene.now:
        _set(scene, replace(job, due=later))
    else:
        _write(scene, job)


def _may_write(scene: Scene) -> bool:
    """None without consent, in a lock, after a same-day flag, or once the review has expired (SP2, SP18, SP22)."""
    return scene.agreed and not scene.locked and not scene.urgent and not scene.closed


def _later(scene: Scene) -> datetime:
    """Now, or when the quiet hours are over and the person has been silent for a while."""
    heard = scene.session.last_at or scene.now
    return scene.awake(max(scene.now, heard + safety.PAUSE))


def _set(scene: Scene, job: CheckIn) -> None:
    scene.change(check_in=job)
    scene.effect(SetTimer(safety.JOB, job.due))


def _write(scene: Scene, job: CheckIn) -> None:
    first = job.stage == AGREED
    _forget_before(scene)
    if first:
        scene.drop_answers(lambda name: name.startswith(safety.CHECK_IN))
        scene.change(check_ins=scene.session.check_ins + 1)
    due = scene.awake(scene.now + safety.REMIND_AFTER)
    _set(scene, replace(job, due=due, stage=SENT if first else REMINDED))
    go(scene, safety.NOTIFICATION, None if first else REMINDER)


def _forget_before(scene: Scene) -> None:
    """Answers that are about to run out go now: what is erased later would take the unsent message along."""
    heard = scene.session.last_at or scene.now
    if scene.now >= heard + safety.FORGET_AFTER - safety.FORGET_EARLY:
        expire(scene)
        scene.effect(CancelTimer(safety.EXPIRY))


def _give_up(scene: Scene) -> None:
    """Whoever has begun to answer may go on; on the unopened one the next message finds that a day has passed."""
    if scene.session.place == safety.NOTIFICATION:
        scene.change(check_in=None, place=safety.TIMEOUT)
        scene.unsee()
