"""Nobody may get to the result past one of the red-flag screens (SP3)."""

from collections.abc import Iterator

from bot.authoring.parts import Parts
from bot.engine import safety


def check_screening(parts: Parts) -> None:
    """Tell each way on of the check that leads past a screen."""
    for screen in safety.SCREENS[1:]:
        before = _reaching(parts, screen)
        for name in _from_start(parts, screen):
            _ways_past(parts, name, screen, before)


def _ways_past(parts: Parts, name: str, screen: str, before: set[str]) -> None:
    file, path = parts.where(name)
    for i, rule in enumerate(parts.states[name].next):
        if name in before and rule.go not in before and rule.go != screen and rule.go in parts.states:
            found = f"This way leads past {screen}"
            fits = "Every way to the result comes through all red-flag screens"
            file.tell((*path, "next", i, "go"), found, fits, f"Lead to {screen} first")
            file.cut((*path, "next"))


def _reaching(parts: Parts, screen: str) -> set[str]:
    """The questions from which the check can still come to the screen."""
    found: set[str] = set()
    while True:
        more = {name for name, nexts in _steps(parts) if name not in found and (screen in nexts or nexts & found)}
        if not more:
            return found
        found |= more


def _from_start(parts: Parts, screen: str) -> list[str]:
    """The questions that a check can come to without the screen."""
    steps, seen, ahead = dict(_steps(parts)), list[str](), [safety.CHECK_START]
    while ahead:
        name = ahead.pop()
        if name in steps and name not in seen and name != screen:
            seen.append(name)
            ahead += steps[name]
    return seen


def _steps(parts: Parts) -> Iterator[tuple[str, set[str]]]:
    for name, state in parts.states.items():
        if state.asks_something:
            yield name, {rule.go for rule in state.next}
