"""Which line of a list is meant by where it stands beside another: "the one right below it", "la de arriba"."""

import re
from collections.abc import Sequence

from bot.engine.screen import NONE
from bot.understanding.question import Option

_ONE = r"(?:(?:the|that|this|its|and|y|also|tambien|plus|i meant|meant|sorry|no|oh|la|el|lo|es|era|sino) )*"
_ABOVE = re.compile(
    rf"^{_ONE}(?:(?:one|line|option|box|thing|item|opcion|linea|renglon|casilla) )?(?:(?:right|just|directly|justo|"
    rf"de|que esta|que va|immediately|que sigue) )*"
    r"(?:above|before|preceding|previous|prior|arriba|antes|anterior|encima|up from|on top of)(?: (?:it|that|"
    r"that one|this|ella|ese|esa|eso|esta|one|de esa|de ese|de eso|mero|justo))*$"
)
_BELOW = re.compile(
    rf"^{_ONE}(?:(?:one|line|option|box|thing|item|opcion|linea|renglon|casilla) )?(?:(?:right|just|directly|justo|"
    rf"de|que esta|que va|immediately) )*"
    r"(?:below|beneath|under|underneath|after|following|next|abajo|debajo|despues|siguiente|que sigue|"
    r"sigue)(?: (?:it|that|that one|this|ella|ese|esa|eso|esta|one|down|de esa|de ese|de eso|mero|justo))*$"
)


LEAST = 2
"""Words that it takes to say so."""


def step_of(words: Sequence[str]) -> int:
    """-1 for the line above the one that was named before, 1 for the one below, 0 for words that say neither."""
    said = " ".join(word for word in words if word != ",")
    if len(said.split()) < LEAST:
        return 0  # "next" goes on
    return -1 if _ABOVE.match(said) else 1 if _BELOW.match(said) else 0


def beside(options: Sequence[Option], id: str, step: int) -> str | None:
    """The choice that stands so many lines from another one on the screen; None where there is none."""
    shown = [option.id for option in options if not option.hidden]
    at = shown.index(id) + step if id in shown else -1
    return shown[at] if 0 <= at < len(shown) and shown[at] != NONE else None
