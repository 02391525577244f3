"""What a list asks for stands in its text, line by line: nobody says yes to a line that they cannot read."""

from bot.authoring.parts import Parts
from bot.authoring.words import Words
from bot.engine.dialog import State

BULLET = "•"


def check_listed(parts: Parts) -> None:
    """Tell each text of a question with `asks:` that has fewer lines than things that are asked."""
    for state in parts.states.values():
        if state.asks:
            for words in parts.words.values():
                _lines(parts, words, state)


def _lines(parts: Parts, words: Words, state: State) -> None:
    bubbles = words.bubbles.get(state.name, ())
    lines = sum(words.written(bubble).count(BULLET) for bubble in bubbles)
    if bubbles and lines < len(state.asks):
        origin = words.origins[bubbles[0]]
        file, _ = parts.where(state.name)
        found = f"This text has {lines} lines that begin with {BULLET}, and asks: names {len(state.asks)} things"
        fits = f"A line for each of {', '.join(value for _, value in state.asks)} ({file.name})"
        origin.file.tell(origin.path, found, fits, "Write the line that is missing")
