"""From everywhere there must be a way to an end: nobody goes round in circles."""

from bot.authoring.checks.groups import all_of, hanging_together
from bot.authoring.checks.reach import option_pages, reachable, targets
from bot.authoring.parts import Parts
from bot.authoring.states import LEADING
from bot.engine import safety
from bot.engine.dialog import BACK, State


def check_exits(parts: Parts) -> None:
    """Tell each state from which no end can be reached."""
    arrived = {name for name, state in parts.states.items() if state.end or name in safety.LOCK_PLACES}
    while True:
        more = {name for name, state in parts.states.items() if name not in arrived and _leads(parts, state, arrived)}
        if not more:
            break
        arrived |= more
    reached = reachable(parts)
    trapped = [name for name in parts.states if name in reached and name not in arrived]
    for group in hanging_together(trapped, lambda name: targets(parts, parts.states[name])):
        _tell(parts, group)


def _tell(parts: Parts, group: list[str]) -> None:
    """An island is told once, at its first state."""
    file, path = parts.where(group[0])
    found = f"From {group[0]} nobody gets to an end"
    found += f": {all_of(group)} only lead to each other" if len(group) > 1 else ""
    fits = "Some way leads from every state to one with end: true"
    file.miss(path, found, fits, "Add a way on, or a button with go: back")


def _leads(parts: Parts, state: State, arrived: set[str]) -> bool:
    """Whether a button or an answer leads there; who has only buttons to tap knows no other way."""
    ways = {way for button in state.buttons for way in (*button.do, *(rule.go for rule in button.next))}
    ways |= {rule.go for rule in state.next} | set(option_pages(parts, state))
    return BACK in ways or bool(ways & LEADING) or bool(ways & arrived)
