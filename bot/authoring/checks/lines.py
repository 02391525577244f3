"""What no text may lose: the number to call in danger and at every end, and what a card always says."""

from collections.abc import Collection, Mapping

from bot.authoring.parts import Parts
from bot.authoring.problems import nearest
from bot.authoring.words import Words
from bot.engine import safety
from bot.engine.dialog import State

ALWAYS_SAYS: Mapping[str, str] = {"creams": "never_with_heat"}
"""Options whose card says a text of its own, under no condition (SP10)."""


def check_lines(parts: Parts) -> None:
    """Tell every text that lacks its number, and every screen that does not always say what it must."""
    for words in parts.words.values():
        for key, numbers in safety.MUST_SAY.items():
            _has(words, [key], numbers)
        for state in parts.states.values():
            if state.end and not state.asks_something and state.name not in safety.MUST_SAY:
                _has(words, _always(state), (safety.EMERGENCY_NUMBER,))
    for state in parts.states.values():
        own = _must_show(state)
        if own and own not in _always(state):
            _not_always(parts, state, own)
        elif own == state.name != state.shows[0].text:
            _not_first(parts, state)


def _must_show(state: State) -> str | None:
    """The text that a screen always shows."""
    block = ALWAYS_SAYS.get(state.option or "")
    if block:
        return f"{state.name}.{block}"
    return state.name if state.name in safety.MUST_SAY else None


def _has(words: Words, keys: Collection[str], numbers: Collection[str]) -> None:
    """Whether one of the texts has each number; a text that is missing is told elsewhere."""
    bubbles = [bubble for key in keys for bubble in words.bubbles.get(key, ())]
    missing = [f"{{{number}}}" for number in numbers if not any(_says(words, bubble, number) for bubble in bubbles)]
    if bubbles and missing:
        origin = words.origins[bubbles[0]]
        fits = "This text gives it in every language, with its placeholder: nobody may miss the number to call"
        origin.file.tell(
            origin.path, f"{' and '.join(missing)} is missing in this text", fits, f"Write {missing[0]} into it"
        )


def _says(words: Words, bubble: str, number: str) -> bool:
    """Whether it does, or would without a slip that has been told."""
    cut = words.texts[bubble]
    slips = [name for name in cut.names if name not in words.computed]
    torn = any(sign in part for part in cut.parts[::2] for sign in "{}")
    return number in cut.names or torn or any(nearest(slip, [number]) for slip in slips)


def _always(state: State) -> list[str]:
    return [says.text for says in state.shows if says.when is None]


def _not_always(parts: Parts, state: State, own: str) -> None:
    file, path = parts.where(state.name)
    name = own.removeprefix(f"{state.name}.") if own != state.name else "say"
    found = f"{state.name} does not always say its text {own}"
    file.miss((*path, "shows"), found, "It is said whenever this is shown", f"Add {name} to shows:, without a test")


def _not_first(parts: Parts, state: State) -> None:
    """In danger the number comes before all else."""
    file, path = parts.where(state.name)
    found = f"{state.name} says something before its own text"
    file.tell((*path, "shows"), found, "The text with the number to call comes first", "Move say to the top", key=True)
