"""The ordinary words of English and Spanish: whoever types one of them has not mistyped another word."""

from functools import cache
from importlib import resources


@cache
def ordinary() -> frozenset[str]:
    """Words of 4 to 20 letters, small and without accents, with their source in `ordinary.txt`."""
    text = resources.files("bot.understanding").joinpath("ordinary.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
