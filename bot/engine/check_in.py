"""A follow-up check-in as it is agreed to, answered and judged; `bot.engine.due` writes it when its time has come."""

import re
from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from bot.engine import safety
from bot.engine.decisions import CheckInRule
from bot.engine.effects import CancelTimer, SetTimer
from bot.engine.scene import Scene
from bot.engine.session import Answer, CheckIn, Score

AGREED, SENT, REMINDED, TOLD = "agreed", "sent", "reminded", "told"
STAGES = (AGREED, SENT, REMINDED, TOLD)
"""It waits for its time; it was written; the one reminder was, too; the person was told what it comes to."""

BEGUN = (SENT, REMINDED, TOLD)
"""Once it was written, its questions may be asked."""

HOURS = re.compile(r"hours_([1-9]|1[0-9]|2[0-4])")
"""The delays that can be chosen: hours_2 is two hours."""

DECLINED = "no"


def delay_of(choice: str) -> timedelta | None:
    """The delay that a choice stands for; None for a choice that is none."""
    read = HOURS.fullmatch(choice)
    return timedelta(hours=int(read[1])) if read else None


def agree(scene: Scene) -> None:
    """Set the timer for the delay that was chosen; one that waited already is moved."""
    last, delay = scene.session.check_in, delay_of("".join(dict(scene.session.answers).get(safety.OFFER, ())))
    if delay is None:
        drop(scene)
        return
    if last and last.stage == AGREED:
        scene.change(scores=tuple(score for score in scene.session.scores if score != last.before))
    scene.drop_answers(lambda name: name.startswith(safety.CHECK_IN) and name != safety.OFFER)
    due = scene.awake(scene.now + delay)
    unchanged = scene.session.unchanged + _found_no_change(scene, last)
    scene.change(check_in=CheckIn(due, AGREED, scene.session.opened), unchanged=unchanged)
    scene.effect(SetTimer(safety.JOB, due))


def _found_no_change(scene: Scene, last: CheckIn | None) -> bool:
    outcome = last.outcome if last else ()
    return any(rule.no_change for rule in scene.library.source.tables.check_in if rule.id in outcome)


def drop(scene: Scene) -> None:
    """Nothing will be written later; what an answered check-in came to stays for the rest of the check."""
    for job in safety.JOBS:
        scene.effect(CancelTimer(job))
    last = scene.session.check_in
    if last and last.stage != TOLD:
        scene.change(check_in=None)


def note(scene: Scene, state: str, given: Answer) -> None:
    """Keep a pain score with its time; one that is given again takes the place of the older one."""
    job, given_before = scene.session.check_in, dict(scene.session.answers).get(state, ())
    if job is None or state not in (safety.SET, safety.PAIN):
        return
    scores = scene.session.scores[:-1] if given_before else scene.session.scores
    score = Score(scene.now, int(given[0])) if given else None
    scene.change(scores=(*scores, score) if score else scores)
    if state == safety.SET:
        scene.change(check_in=replace(job, before=score))


def tier(scene: Scene) -> str:
    """The tier that the answers of the check-in come to so far."""
    if not scene.session.place.startswith(safety.CHECK_IN):
        return safety.TIERS[0]
    return _most_urgent(rule for rule in _firing(scene) if not rule.otherwise)


def conclude(scene: Scene) -> None:
    """All is answered: keep what it comes to, raise the tier, close the option that did harm."""
    job = scene.session.check_in
    if job is None:
        return
    found = _firing(scene)
    scene.change(
        check_in=replace(job, stage=TOLD, outcome=tuple(rule.id for rule in found)),
        tier=safety.most_urgent(scene.session.tier, _most_urgent(found)),
    )
    scene.effect(CancelTimer(safety.JOB))
    if job.option and any(rule.stops_option for rule in found):
        scene.change(stopped=tuple(dict.fromkeys((*scene.session.stopped, job.option))))


def _firing(scene: Scene) -> tuple[CheckInRule, ...]:
    """Every rule that fires; of those with `otherwise`, the first one, and only if no other rule has fired."""
    facts = scene.facts
    holding = [r for r in scene.library.source.tables.check_in if scene.library.holds(r.when, facts)]
    found = tuple(rule for rule in holding if not rule.otherwise)
    return found or tuple(holding[:1])


def _most_urgent(rules: Iterable[CheckInRule]) -> str:
    return safety.most_urgent(safety.TIERS[0], *(rule.tier for rule in rules if rule.tier))
