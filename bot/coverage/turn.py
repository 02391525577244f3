"""What one turn exercises beside the tests and ways that the engine itself tells: what was shown, said and decided."""

from collections.abc import Iterable
from datetime import datetime

from bot.coverage.dialog_items import STAYS, way
from bot.coverage.item import ANSWERS, FLAGS, LANGUAGES, OPTIONS, PROPERTIES, RULES, STATES, TOPICS
from bot.coverage.listing import Listing
from bot.coverage.properties import Seen
from bot.coverage.rule_items import CARD
from bot.coverage.watched import Tell, WatchedLibrary
from bot.engine import safety
from bot.engine.decisions import LevelRule, ResultRule
from bot.engine.effects import AnyEffect, Reply
from bot.engine.events import AnyEvent, ChoicePressed
from bot.engine.machine import trigger_of
from bot.engine.passing import TOPICS as TOLD
from bot.engine.scene import Scene
from bot.engine.screen import NONE, SKIP
from bot.engine.session import Answer, Session


class Turns:
    """Takes turns one by one, and tells what each exercises."""

    def __init__(self, listing: Listing, tell: Tell) -> None:
        self._listing = listing
        self._tell = tell
        self._decided: set[tuple[object, ...]] = set()
        """Standings whose rules were told before."""

    def forget(self) -> None:
        """Tell everything of the next turn, even what an earlier one has told."""
        self._decided.clear()

    def take(
        self, library: WatchedLibrary, before: Session, event: AnyEvent, after: Session,
        effects: tuple[AnyEffect, ...], now: datetime,
    ) -> None:  # fmt: skip
        """One turn: the session before and after it, and its effects."""
        self._pressed(library, before, event)
        scene = Scene(library, after, now)
        for effect in effects:
            if isinstance(effect, Reply):
                self._said(library, scene, effect)
        self._answered(library, before, after)
        self._decided_now(scene, any(isinstance(effect, Reply) and effect.screen for effect in effects))
        self._properties(Seen(library, after, effects))

    def _pressed(self, library: WatchedLibrary, before: Session, event: AnyEvent) -> None:
        """A button that leads nowhere by itself, or an answer: some are kept for no longer than a turn."""
        if isinstance(event, ChoicePressed) and event.screen == before.screen and not before.asked_back:
            self._tell(way(before.place, trigger_of(event.choice), STAYS))
            self._tell((ANSWERS, before.place, event.choice))
            closes = any(choice.closes and choice.id == event.choice for choice in library.states[before.place].choices)
            self._tell_all((ANSWERS, before.place, line) for line in before.ticked if closes)

    def _said(self, library: WatchedLibrary, scene: Scene, reply: Reply) -> None:
        for bubble in reply.bubbles:
            topic = bubble.key.partition("/")[0].removeprefix(f"{TOLD}.")
            self._tell((TOPICS, topic))
        if reply.screen is None:
            return
        state = library.states[reply.screen.state]
        self._tell((STATES, state.name))
        self._tell((LANGUAGES, scene.session.lang, state.name))
        if state.option:
            self._tell((OPTIONS, state.option, CARD))
        shown = {button.id for button in reply.screen.buttons}
        for choice in state.choices if not scene.session.asked_back else ():
            if choice.when is not None and (choice.id in shown or not state.ask_once):
                library.tell_test(choice.when, choice.id in shown)

    def _answered(self, library: WatchedLibrary, before: Session, after: Session) -> None:
        given = dict(before.answers)
        for name, answer in after.answers:
            if given.get(name) != answer and name in library.states:
                for choice in _chosen(library, name, answer):
                    self._tell((ANSWERS, name, choice))

    # Rules

    def _decided_now(self, scene: Scene, shown: bool) -> None:
        self._tell_all((RULES, "check_in", rule) for rule in _outcome(scene.session))
        advised = shown and scene.screened
        known = (scene.session.answers, scene.session.unseen, scene.session.stopped, advised)
        if known not in self._decided:
            self._decided.add(known)
            self._tell_decision(scene, advised)

    def _tell_decision(self, scene: Scene, advised: bool) -> None:
        """The tier counts at once, all else where it has become advice: the check is complete, nothing urgent."""
        standing, tables = scene.standing, scene.library.source.tables
        decision = standing.decision
        self._rules(scene, "tier", tables.tier, decision.tier_rules)
        for fact in safety.FLAG_FACTS:
            self._tell_all((FLAGS, fact, value) for value in standing.facts.values.get(fact, ()))
        if not advised:
            return
        self._first(scene, "pattern", tables.pattern, decision.pattern_rule)
        self._first(scene, "order", tables.order, decision.order_rule)
        self._first(scene, "dry_heat_result", tables.dry_heat, decision.dry_heat_rule)
        self._rules(scene, "to_the_front", tables.to_the_front, decision.front_rules)
        self._rules(scene, "levels", tables.levels, [rule.id for rule in decision.level_rules])
        self._tell_all((OPTIONS, option, level) for option, level in decision.levels.items())

    def _first(self, scene: Scene, table: str, rules: tuple[ResultRule, ...], fired: str) -> None:
        """A table of the first hit: what stands below it was not looked at."""
        number = next(number for number, rule in enumerate(rules) if rule.id == fired)
        self._rules(scene, table, rules[: number + 1], (fired,))

    def _rules(
        self, scene: Scene, table: str, rules: tuple[ResultRule, ...] | tuple[LevelRule, ...], fired: Iterable[str]
    ) -> None:
        fired = frozenset(fired)
        for rule in rules:
            if rule.id in fired:
                self._tell((RULES, table, rule.id))
            if rule.when is not None:
                key = self._listing.guards.key(rule.when, rule.id in fired)
                if key:
                    self._tell(key)

    def _properties(self, seen: Seen) -> None:
        for id, occurs in self._listing.subjects.items():
            if occurs(seen):
                self._tell((PROPERTIES, id))

    def _tell_all(self, keys: Iterable[tuple[str, ...]]) -> None:
        for key in keys:
            self._tell(key)


def _outcome(session: Session) -> Answer:
    return session.check_in.outcome if session.check_in else ()


def _chosen(library: WatchedLibrary, state: str, answer: Answer) -> Answer:
    """The buttons that make this answer: one that stores nothing is a skip, or none of these."""
    if answer:
        return answer
    return (SKIP,) if library.states[state].optional else (NONE,)
