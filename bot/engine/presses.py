"""What a press does: an answer, a tick, a move, the page of an option."""

from collections.abc import Callable, Mapping

from bot.engine import check_in, clarifying, safety
from bot.engine.danger import raise_flags
from bot.engine.dialog import Rule
from bot.engine.doings import do
from bot.engine.effects import Button
from bot.engine.machine import ANSWERED, trigger_of
from bot.engine.passing import tell
from bot.engine.places import go
from bot.engine.scene import Scene
from bot.engine.screen import ASKED_BACK, DONE, NEAREST, moves
from bot.engine.session import Answer


def shown(scene: Scene) -> tuple[Button, ...]:
    """The buttons of the current screen."""
    return scene.look.buttons


def find(scene: Scene, number: int, choice: str) -> Button | None:
    """The button that was pressed, or None where it belongs to another screen or is gone."""
    if number != scene.session.screen or scene.fresh:
        return None
    return next((button for button in shown(scene) if button.id == choice), None)


def press(scene: Scene, button: Button) -> None:
    """Do what the button stands for."""
    scene.change(misses=0)
    _PRESS[button.kind](scene, button.id)


def press_all(scene: Scene, pressed: tuple[Button, ...]) -> None:
    """Typed numbers: on a list, the lines named are ticked and the list is closed (by its first Done button).

    With "none of these" or a move among several numbers, nothing can be meant but a slip: the question is asked again.
    """
    if len(pressed) == 1 and pressed[0].kind != "tick":
        press(scene, pressed[0])
        return
    closing = [button for button in pressed if button.kind == "done"]
    if any(button.kind not in ("tick", "done") for button in pressed) or len(closing) > 1:
        scene.say("command.unknown")
        scene.show()
        return
    typed = [button.id for button in pressed if button.kind == "tick"]
    scene.change(ticked=tuple(dict.fromkeys((*_fresh_ticks(scene), *typed))))
    state = scene.library.states[scene.session.place]
    if state.may_be_empty and not closing:  # nothing is sent by a tick alone
        scene.show()
        return
    first = next(button for button in shown(scene) if button.kind == "done")
    press(scene, closing[0] if closing else first)


def _fresh_ticks(scene: Scene) -> Answer:
    """Lines ticked since the list was shown: typed numbers come on top of them, and replace an older answer."""
    given = dict(scene.session.answers).get(scene.session.place, ())
    return tuple(line for line in scene.session.ticked if line not in given)


def press_label(scene: Scene, button: Button) -> None:
    """A typed label is a press; a line ticked that way is answered with the list, for nothing else would be seen."""
    if button.kind == "tick":
        scene.change(misses=0)
        _toggle(scene, button.id)
        scene.show()
    else:
        press(scene, button)


def _toggle(scene: Scene, choice: str) -> None:
    ticked = scene.session.ticked
    changed = tuple(other for other in ticked if other != choice) if choice in ticked else (*ticked, choice)
    scene.change(ticked=changed)


def _tick(scene: Scene, choice: str) -> None:
    _toggle(scene, choice)
    scene.redraw()


def old_button(scene: Scene) -> None:
    """A button of an earlier message changes nothing, says so, and the current question is shown again."""
    scene.say("command.old_button")
    scene.show(scene.session.page)


def answer(scene: Scene, given: Answer) -> None:
    """Store the answer of the current question and go on, unless it has made the check urgent."""
    state = scene.library.states[scene.session.place]
    check_in.note(scene, state.name, given)
    scene.put_answer(state.name, given, scene.sight.unseen())
    if take_over(scene):
        return
    for says in state.opens_next:
        if scene.holds(says.when):
            scene.open_with(says.text)
    rule = scene.library.moves.follow(state.name, ANSWERED, scene.facts)
    _follow(scene, rule)


def take_over(scene: Scene) -> bool:
    """Raise the tier to what the answers say; True when a screen takes over (SP1, SP4, SP5).

    In the form, which a same-day screen offers, only a tier that rises does.
    """
    before, standing = scene.session.tier, scene.standing
    flags = frozenset[str]().union(*(standing.facts.values.get(fact, ()) for fact in safety.FLAG_FACTS))
    found = safety.most_urgent(standing.decision.tier, safety.floor(flags), _screened(scene), check_in.tier(scene))
    tier = safety.most_urgent(before, found)
    scene.change(tier=tier)
    if found not in _TAKE_OVER or (tier == before and scene.session.place not in scene.library.ground.main):
        return False
    go(scene, _TAKE_OVER[tier])
    return True


def _screened(scene: Scene) -> str:
    given = dict(scene.session.answers)
    urgent = any(safety.SCREENED_EMERGENCY & set(given.get(screen, ())) for screen in safety.SCREENS)
    return "emergency" if urgent else safety.TIERS[0]


_TAKE_OVER = {"emergency": safety.EMERGENCY, "same_day": safety.SAME_DAY}


def _follow(scene: Scene, rule: Rule | None, show: str | None = None) -> None:
    if rule is None:
        scene.show()
        return
    if rule.say:
        scene.open_with(rule.say)
    if not do(scene, rule.do):
        go(scene, rule.go, show)


def _choice(scene: Scene, choice: str) -> None:
    answer(scene, (choice,))


def _nothing(scene: Scene, _: str) -> None:
    answer(scene, ())


def _done(scene: Scene, choice: str) -> None:
    state = scene.library.states[scene.session.place]
    lines = [button.id for button in shown(scene) if button.kind == "tick" and button.ticked]
    if not lines and not state.may_be_empty:  # a line that staff have deleted may still be ticked: silence is no "no"
        scene.say("command.pick_one")
        scene.show()
        return
    answer(scene, (*lines, *(() if choice == DONE else (choice,))))


def _move(scene: Scene, choice: str) -> None:
    button = next(button for button in moves(scene.sight) if button.id == choice)
    if button.say:
        scene.say(button.say)
        scene.show()
    elif not do(scene, button.do):
        rule = scene.library.moves.follow(scene.session.place, trigger_of(choice), scene.facts)
        _follow(scene, rule, button.show)


def _option(scene: Scene, option: str) -> None:
    go(scene, scene.library.page_of[option])


def _call(scene: Scene, _: str) -> None:
    """Ask for a call; a list with ticks is finished first, or they would be lost on the way."""
    if _fresh_ticks(scene):
        scene.say("command.finish_first")
        scene.show()
    else:
        go(scene, safety.CALLBACK)


def _asked_back(scene: Scene, choice: str) -> None:
    """The engine's own question: "not sure" is a yes to a danger; a guess that was right is the press it stood for;
    a topic is told."""
    asked = clarifying.close(scene)
    proposed = next((button for button in shown(scene) if button.id in asked.ids), None)
    if asked.kind == clarifying.DOUBT and choice != clarifying.NO:
        raise_flags(scene, asked.ids)
    elif asked.kind == NEAREST and choice in asked.ids and tell(scene, choice):
        return
    elif asked.kind == clarifying.PROPOSAL and choice == clarifying.YES and proposed:
        press(scene, proposed)
    else:
        scene.show()


_PRESS: Mapping[str, Callable[[Scene, str], None]] = {
    "choice": _choice,
    "tick": _tick,
    "none": _nothing,
    "skip": _nothing,
    "done": _done,
    "move": _move,
    "option": _option,
    "call": _call,
    ASKED_BACK: _asked_back,
}
