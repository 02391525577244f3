"""Going to a place: what stands in the way, what happens on arrival, and where "back" leads."""

from collections.abc import Callable, Mapping

from bot.engine import check_in, safety
from bot.engine.conditions import Atom
from bot.engine.decisions import OPEN_LEVELS
from bot.engine.dialog import BACK, CAME_FROM, NOWHERE, State
from bot.engine.machine import ANSWERED
from bot.engine.scene import Scene
from bot.engine.session import Answer, Lock

SEEN = ("seen",)
"""The answer of a page that is remembered."""


def go(scene: Scene, place: str, show: str | None = None, backwards: bool = False) -> None:
    """Lead the person to a place, or to the one that must come before it, and show it."""
    if place == BACK:
        go_back(scene)
        return
    arrived = allowed(scene, place)
    if not backwards and _needs_advice(scene, arrived):
        arrived = allowed(scene, safety.RESULT)
    _enter(scene, arrived, backwards)
    if scene.sight.nothing_left_to_ask():
        rule = scene.library.moves.follow(arrived, ANSWERED, scene.facts)
        if rule and rule.go != arrived:
            go(scene, rule.go, backwards=backwards)
            return
    scene.show(show if arrived == place else None)


def allowed(scene: Scene, place: str) -> str:
    """The place itself, or the one that a guard puts before it. These guards cannot be edited away."""
    state = scene.library.states.get(place)
    if state is None:
        return allowed(scene, safety.CHECK_START)
    for guard in _GUARDS:
        instead = guard(scene, state)
        if instead is not None:
            return instead if instead == place else allowed(scene, instead)
    return place


def _lock(scene: Scene, state: State) -> str | None:
    """A locked session shows nothing but its own places (SP2)."""
    if not scene.locked or state.name in safety.LOCK_PLACES:
        return None
    here = scene.session.place
    return here if here in safety.LOCK_PLACES and here in scene.library.states else safety.EMERGENCY


def _review(scene: Scene, state: State) -> str | None:
    """Advice that nobody vouches for any more is not shown (SP22)."""
    return safety.CLOSED if scene.closed and not (state.end or state.name in safety.UNREVIEWED) else None


def _consent(scene: Scene, state: State) -> str | None:
    """No health question, name or option before consent (SP23)."""
    return None if scene.agreed or state.name in safety.BEFORE_CONSENT else safety.START


def _check_in(scene: Scene, state: State) -> str | None:
    """A check-in is set by whom it may be offered to, and its questions begin with the red flags, once it was written.

    What can be asked when it is set comes from the screen before (SP18).
    """
    if not state.name.startswith(safety.CHECK_IN) or scene.locked:
        return None
    if scene.urgent:
        return safety.SAME_DAY
    job, answered = scene.session.check_in, dict(scene.session.answers)
    begun = job is not None and job.stage in check_in.BEGUN
    if state.name == safety.OFFER:
        return None if scene.may_check_in else home(scene)
    if state.name in (safety.NOTIFICATION, safety.CHECK_IN_FLAGS):
        return None if begun else home(scene)
    if begun and state.name != safety.SET:
        return None if safety.CHECK_IN_FLAGS in answered else safety.CHECK_IN_FLAGS
    return None if job and not begun and state.name not in (safety.PAIN, safety.CHECK_IN_RESULT) else home(scene)


def _same_day(scene: Scene, state: State) -> str | None:
    """After a same-day flag no option, list or result is shown (SP4)."""
    return safety.SAME_DAY if scene.urgent and not scene.locked and _offers(state) else None


def _unanswered(scene: Scene, state: State) -> str | None:
    """No option or list before every question of the check is answered (SP3, SP24)."""
    return scene.standing.path[-1] if _offers(state) and not scene.standing.complete else None


def _level(scene: Scene, state: State) -> str | None:
    """A card opens only at the levels that have a button."""
    if state.option is None:
        return None
    return None if scene.standing.decision.levels[state.option] in OPEN_LEVELS else safety.LIST


def _questions(scene: Scene, state: State) -> str | None:
    """A card with open questions is reached through them (SP24)."""
    open_questions = scene.library.open_questions(state.option, scene.standing.asked) if state.option else None
    if not open_questions:
        return None
    questions = scene.library.states.get(state.questions or "")
    asks = {pair for choice in questions.choices for pair in choice.sets} if questions else set[Atom]()
    return questions.name if questions and asks & open_questions else safety.LIST


def _only_when(scene: Scene, state: State) -> str | None:
    """A state that staff have put a condition on."""
    return None if scene.holds(state.only_when) else home(scene)


def _needs_advice(scene: Scene, place: str) -> bool:
    """With book_soon, lists and cards are entered through the result, which opens with the advice to book (SP15)."""
    states = scene.library.states
    if scene.session.tier != "book_soon" or place == safety.RESULT or not _offers(states[place]):
        return False
    left = states[scene.session.place]
    inside = (left, states.get(left.back or ""))
    return not any(state is not None and _offers(state) for state in inside)


def _offers(state: State) -> bool:
    return state.option is not None or state.choices_from is not None


_GUARDS = (_lock, _review, _consent, _check_in, _same_day, _unanswered, _level, _questions, _only_when)


def home(scene: Scene) -> str:
    """Where a page leads that has lost its way back: the result, or the question that is open."""
    return safety.SAME_DAY if scene.urgent else scene.standing.path[-1]


# Arriving


def _enter(scene: Scene, place: str, backwards: bool) -> None:
    before, state = scene.session.place, scene.library.states[place]
    if state.back == CAME_FROM and before != place and not _in_form(before, place):
        scene.change(came_from=_origin(scene, before, backwards))
    ticked = _ticked_before(scene, state)
    scene.change(place=place, ticked=ticked, offer_call=False, asked_back=None, misses=0)
    if state.option and not state.choices_from:
        scene.change(opened=state.option)
    arrive = _ARRIVE.get(place)
    if arrive:
        arrive(scene)
    if state.remember:
        scene.put_answer(place, SEEN)


def _ticked_before(scene: Scene, state: State) -> Answer:
    """On the way back a list shows what was ticked."""
    given = dict(scene.session.answers).get(state.name, ())
    lines = {choice.id for choice in state.choices if not choice.closes}
    return tuple(choice for choice in given if choice in lines) if state.ask == "many" else ()


def _in_form(before: str, place: str) -> bool:
    """From the form's last pages "back" leads out of it, to where it was opened: the draft is gone."""
    return before.startswith(safety.DRAFTS) and place.startswith(safety.DRAFTS)


def _origin(scene: Scene, before: str, backwards: bool) -> str | None:
    """One state is kept, never a stack: going back to such a page keeps its own origin, or forgets it."""
    if not backwards:
        return before
    left = scene.library.states.get(before)
    return scene.session.came_from if left and left.back != CAME_FROM else None


def _emergency(scene: Scene) -> None:
    """The session is locked, jobs and drafts are dropped; an emergency that stands keeps its first hour."""
    standing = scene.session.lock
    until = scene.now + safety.LOCK_FOR
    if standing and standing.emergency:
        until = standing.until
    _urgent(scene, "emergency")
    scene.change(lock=Lock(until, emergency=True))


def _crisis(scene: Scene) -> None:
    standing = scene.session.lock
    _urgent(scene, "emergency")
    scene.change(lock=standing or Lock(scene.now + safety.LOCK_FOR, emergency=False))


def _found_same_day(scene: Scene) -> None:
    _urgent(scene, "same_day")


def _urgent(scene: Scene, tier: str) -> None:
    scene.hush()
    scene.change(tier=safety.most_urgent(scene.session.tier, tier))
    scene.drop_drafts()
    drop_jobs(scene)


def drop_jobs(scene: Scene) -> None:
    """Cancel what would write to the patient later."""
    check_in.drop(scene)


_ARRIVE: Mapping[str, Callable[[Scene], None]] = {
    safety.EMERGENCY: _emergency,
    safety.CRISIS: _crisis,
    safety.SAME_DAY: _found_same_day,
    safety.CHECK_IN_RESULT: check_in.conclude,
}


# Back


def go_back(scene: Scene) -> None:
    """To the question or page before; where there is none, it says so and the same screen is shown again."""
    target = before(scene)
    if scene.locked:
        scene.show()
    elif target is None:
        scene.say("command.no_back")
        scene.show()
    else:
        go(scene, target, backwards=True)


def before(scene: Scene) -> str | None:
    """Where "back" leads, worked out from the answers and the graph."""
    state = scene.library.states[scene.session.place]
    if state.back == NOWHERE or state.end or state.name == safety.START:
        return None
    if scene.session.tier == "same_day":
        return safety.SAME_DAY
    path = scene.standing.path
    if state.back is None:
        return path[path.index(state.name) - 1] if state.name in path[1:] else None
    if state.back == CAME_FROM:
        return scene.session.came_from or home(scene)
    return state.back
