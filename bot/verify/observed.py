"""What a property can speak of: one step of a conversation, as facts that the tests of `safety.yaml` read."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from bot.engine import safety
from bot.engine.conditions import Atom, Facts, Value
from bot.engine.decisions import DRY_HEAT, LEVELS, raising
from bot.engine.effects import AnyEffect, Reply, RequestCallback, Screen, Turn
from bot.engine.library import Library
from bot.engine.scene import Scene
from bot.engine.session import Session

NONE: Value = frozenset()
YES, NO = frozenset(("yes",)), frozenset(("no",))
BOOL = ("yes", "no")

DOES = {
    "RequestCallback": "callback",
    "RecordConsent": "consent",
    "Forget": "forget",
}
"""Effects that leave the conversation, by the word for each."""


class Deed(NamedTuple):
    """What the person, or time, did: the kinds of it, the button that was pressed, the danger that was told."""

    kinds: frozenset[str]
    pressed: frozenset[str] = NONE
    danger: frozenset[str] = NONE
    line: str = ""
    """How it is told."""
    lines: tuple[str, ...] = ()
    """Of a list: the lines that are ticked in the end, and the button that closes it."""


class Step(NamedTuple):
    """One step: the session before it, what was done, and the turn that it led to."""

    before: Session
    deed: Deed
    turn: Turn
    now: datetime


class Observer:
    """Turns steps into facts, for one project."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._pages = {page: option for option, page in library.page_of.items()}
        self._lists = frozenset((safety.LIST,))
        self._needs = asked_beside(library)

    def facts(self, step: Step) -> Facts:
        """All facts after the step: those of the session, and what happened."""
        scene = Scene(self.library, step.turn.session, step.now)
        known = scene.facts
        return Facts({**known.values, **self._seen(step, scene), **self._become(step, scene)}, known.open)

    def _seen(self, step: Step, scene: Scene) -> Mapping[str, Value]:
        """What was done, and what the message shows."""
        says, screen = _said(step.turn.effects)
        texts = frozenset(key for full in says for key in _and_above(full))
        cards = frozenset(self._pages[key] for key in texts if key in self._pages)
        buttons = screen.buttons if screen else ()
        shown = screen.state if screen else ""
        return {
            "person": step.deed.kinds,
            "pressed": step.deed.pressed,
            "danger": step.deed.danger | self._found(step, scene),
            "says": texts,
            "says_first": frozenset(_and_above(says[0])) if says else NONE,
            "asks": frozenset((shown,)) if shown and self.library.states[shown].asks_something else NONE,
            "buttons": frozenset(button.id for button in buttons),
            "offers": frozenset(button.id for button in buttons if button.kind == "option"),
            "card": cards,
            "card_too_soon": frozenset(card for card in cards if self._too_soon(card, scene)),
            "does": _does(step.turn.effects),
            "sent_is_complete": _sent(step, "complete"),
            "sent_answers": _sent(step, "answers"),
        }

    def _become(self, step: Step, scene: Scene) -> Mapping[str, Value]:
        """What has become of the session."""
        before, after = step.before, step.turn.session
        return {
            "at": frozenset((after.place,)),
            "came_from_place": frozenset((before.place,)),
            "locked": YES if after.lock else NO,
            "agreed": YES if scene.agreed else NO,
            "notice": YES if after.notice else NO,
            "draft": YES if any(name.startswith(safety.DRAFTS) for name, _ in after.answers) else NO,
            "urgency": frozenset((_change(before, after),)),
            "answers": frozenset(("same" if before.answers == after.answers else "changed",)),
            "place": frozenset(("same" if before.place == after.place else "changed",)),
            "check": frozenset(("new" if self._anew(step) else "same",)),
            "a_day_passed": YES if before.last_at and step.now - before.last_at >= safety.FORGET_AFTER else NO,
            "waiting_question": frozenset((before.asked_back.kind if before.asked_back else "none",)),
            "dry_heat_closed": frozenset((self._closed(step, scene),)),
            "check_in_waits": YES if after.check_in and after.check_in.stage != "told" else NO,
        }

    def _too_soon(self, card: str, scene: Scene) -> bool:
        """Whether a question is open that could have closed this card."""
        return not scene.standing.complete or bool(self._needs[card] - scene.standing.asked)

    def _found(self, step: Step, scene: Scene) -> Value:
        """The danger in answers that were pressed: what the tier table makes of them, and of the emergency lists."""
        if _told_nothing(step):
            return NONE
        before, after = dict(step.before.answers), dict(step.turn.session.answers)
        urgent = {
            before.get(screen) != after.get(screen) and not safety.SCREENED_EMERGENCY.isdisjoint(after.get(screen, ()))
            for screen in safety.SCREENS
        }
        tier = scene.standing.decision.tier
        old = self.library.stand(step.before.answers, step.before.unseen).decision.tier
        rose = tier in safety.URGENT and safety.TIERS.index(tier) > safety.TIERS.index(old)
        return frozenset(({"emergency"} if True in urgent else set[str]()) | ({tier} if rose else set[str]()))

    def _closed(self, step: Step, scene: Scene) -> str:
        """Whether dry heat is closed, and since when."""
        if scene.standing.decision.levels[DRY_HEAT] != LEVELS[-1]:
            return "no"
        before = self.library.stand(step.before.answers, step.before.unseen).decision.levels[DRY_HEAT]
        return "before" if before == LEVELS[-1] else "now"

    def _anew(self, step: Step) -> bool:
        """Whether a new check begins, or what was told is erased: only then may the urgency fall."""
        begins = not step.turn.session.answers and bool(step.before.answers or step.before.lock)
        return begins or (
            step.before.place != step.turn.session.place == safety.CHECK_START and not step.turn.session.answers
        )


def asked_beside(library: Library) -> dict[str, frozenset[Atom]]:
    """By option with a card, what can raise its level and is asked only beside the path of the check.

    Worked out apart from the engine's own `side_needs`, whose mistakes are to be found by it.
    """
    beside = (state for name, state in library.states.items() if name not in library.ground.main)
    asked = frozenset(pair for state in beside for choice in state.choices for pair in choice.sets)
    return {option: raising(library.source.tables, option) & asked for option in library.page_of}


def _told_nothing(step: Step) -> bool:
    before, after = step.before, step.turn.session
    return before.answers == after.answers and before.unseen == after.unseen


def _said(effects: tuple[AnyEffect, ...]) -> tuple[tuple[str, ...], Screen | None]:
    for effect in effects:
        if isinstance(effect, Reply):
            return tuple(bubble.key for bubble in effect.bubbles), effect.screen
    return (), None


def _and_above(key: str) -> tuple[str, ...]:
    """The key of a bubble, and of the text that it is a part of."""
    return (key, key.rpartition("/")[0]) if "/" in key else (key,)


def _does(effects: tuple[AnyEffect, ...]) -> Value:
    return frozenset(DOES[type(effect).__name__] for effect in effects if type(effect).__name__ in DOES)


def _sent(step: Step, what: str) -> Value:
    """Whether a request that was sent is complete, or holds answers; yes where none was sent, for nothing is amiss."""
    for effect in step.turn.effects:
        if isinstance(effect, RequestCallback):
            complete = bool(effect.name and effect.contact and effect.notice_version)
            return YES if (complete if what == "complete" else effect.answers) else NO
    return NO


def _change(before: Session, after: Session) -> str:
    old, new = safety.TIERS.index(before.tier), safety.TIERS.index(after.tier)
    return "same" if old == new else "more" if new > old else "less"
