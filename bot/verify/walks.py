"""Walks at random, with single answers, and looks whether all that they meet lies in a class that was explored."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.effects import Screen
from bot.engine.session import Session
from bot.engine.turn import newcomer
from bot.verify import deeds
from bot.verify.classes import NOON, at_noon
from bot.verify.deeds import Input
from bot.verify.explore import Explorer
from bot.verify.observed import Step

LENGTH = 40
"""What is done in one walk: enough for a whole check, a card, and a check-in."""
ON_SCREEN = 0.8
"""How often something of the screen is done: with less, few walks come to a result."""


class Stray(NamedTuple):
    """A session in no class that was explored: which side of it is new, and the way there."""

    side: str
    place: str
    way: tuple[Input, ...]


def strays(explorer: Explorer, walks: int, seed: int = 0) -> Iterator[Stray]:
    """Walk so many times from a newcomer on; what is met outside all classes of a finished exploration, if anything."""
    chance = random.Random(seed)
    for _ in range(walks):
        session, memory, way = newcomer(explorer.library), 0, list[Input]()
        for _ in range(LENGTH):
            each = _any(explorer, session, chance)
            way.append(each)
            session, memory = _done(explorer, session, memory, each)
            sides = explorer.unknown(session, memory)
            if sides:
                yield Stray(sides[0], session.place, tuple(way))
                break


def _any(explorer: Explorer, session: Session, chance: random.Random) -> Input:
    screen = explorer.possible.screen(session)
    state = explorer.library.states.get(session.place)
    if screen and state and chance.random() < ON_SCREEN:
        if state.ask == "many" and session.asked_back is None:
            return _list(screen, chance)
        presses = list(deeds.presses(screen))
        allowed = [each for each in explorer.possible.at(session) if each in presses]
        if allowed:
            return chance.choice(allowed)
    return chance.choice(list(explorer.possible.at(session)))


def _list(screen: Screen, chance: random.Random) -> Input:
    """Some lines and the button below them, or a button that is pressed alone, such as "none of these"."""
    lines = [button for button in screen.buttons if button.kind == "tick"]
    dones = [button for button in screen.buttons if button.kind == "done" and button.id != "none"]
    chosen = chance.sample(lines, chance.choice((0, 1, 1, 2, len(lines))[: len(lines) + 1]))
    if not chosen or not dones:
        return chance.choice(list(deeds.presses(screen)))
    toggles = [line.id for line in lines if (line in chosen) != line.ticked]
    done = chance.choice(dones)
    return deeds.ticked(screen, toggles, [line.id for line in chosen], done.id, done.label)


def _done(explorer: Explorer, session: Session, memory: int, each: Input) -> tuple[Session, int]:
    """One input, as an exploration takes it."""
    now, ticked = NOON + each.after, session
    for event in each.events[:-1]:
        ticked = explorer.advance(explorer.library, ticked, event, NOON).session
    turn = explorer.advance(explorer.library, ticked, each.events[-1], now)
    facts = explorer.observer.facts(Step(session, each.deed, turn, now))
    memory, _ = explorer.monitor.step(memory, facts)
    return at_noon(turn.session, now), memory
