"""What red flags that were heard in somebody's words lead to: the screen, the lock, what is kept."""

from bot.engine import safety
from bot.engine.conditions import Facts
from bot.engine.places import go
from bot.engine.scene import Scene
from bot.engine.session import Answer, Lock


def raise_flags(scene: Scene, flags: Answer) -> None:
    """Keep what was heard, and lead to the screen that it asks for."""
    if not scene.agreed and safety.floor(frozenset(flags)) != "emergency":
        tell(scene, flags)  # nothing about health is kept before consent (SP23)
        scene.show()
        return
    known = dict(scene.session.answers).get(safety.HEARD, ())
    scene.put_answer(safety.HEARD, tuple(sorted({*flags, *known})))
    _renew_lock(scene)
    for place in _places(flags, scene.standing.decision.tier):
        go(scene, place)


def tell(scene: Scene, flags: Answer) -> None:
    """The texts alone, as /emergency does: the place is kept, nothing is locked, nothing is kept."""
    known = scene.facts
    told = {fact: known.values.get(fact, frozenset()) | set(flags) for fact in safety.FLAG_FACTS}
    facts = Facts({**known.values, **told}, known.open)
    for place in _places(flags):
        for says in scene.library.states[place].shows:
            if scene.library.holds(says.when, facts):
                scene.say(says.text)


def _places(flags: Answer, decided: str = safety.TIERS[0]) -> tuple[str, ...]:
    """Both texts, and the crisis screen last, for an emergency and a crisis in one message (logic, section 2)."""
    body = frozenset(flags) - {safety.SELF_HARM}
    tier = safety.most_urgent(safety.floor(body), decided) if body else safety.TIERS[0]
    first = {"emergency": (safety.EMERGENCY,), "same_day": (safety.SAME_DAY,)}.get(tier, ())
    return (*first, safety.CRISIS) if safety.SELF_HARM in flags else first


def _renew_lock(scene: Scene) -> None:
    """Danger told in a lock begins the day of the lock anew."""
    lock = scene.session.lock
    if lock:
        scene.change(lock=Lock(scene.now + safety.LOCK_FOR, lock.emergency))
