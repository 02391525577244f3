"""The lines that every card keeps, in each language that the program knows (safety properties SP10, SP11)."""

import re
from collections.abc import Mapping
from typing import NamedTuple


class Line(NamedTuple):
    """One line of a card: what it is for, and how it begins or what it says in each language."""

    what: str
    says: Mapping[str, tuple[str, ...]]
    """By language: ways to say it, the usual one first."""

    def said_in(self, text: str, lang: str) -> bool:
        """Whether one of the ways stands in a text, as words of its own."""
        return any(re.search(rf"(?<!\w){re.escape(way)}(?!\w)", text, re.IGNORECASE) for way in self.says[lang])


WHO_NOT = Line("who must not use it", {"en": ("Do not use", "Don't use"), "es": ("No use", "No lo use", "No la use")})
TIME = Line("how long", {"en": ("How long",), "es": ("Cuánto tiempo",)})
STOP_RULE = Line("when to stop", {"en": ("Stop if",), "es": ("Pare si",)})
SKIN = Line(
    "to look at the skin",
    {"en": ("Check your skin", "Look at your skin"), "es": ("Revise su piel", "Mire su piel", "Revise la piel")},
)
NEVER_WITH_HEAT = Line("never with heat", {"en": ("Never with heat",), "es": ("Nunca con calor",)})

EVERY_CARD = (WHO_NOT, TIME, STOP_RULE)
ON_THE_SKIN = ("moist_heat", "contrast", "cold", "creams", "tens")
"""Options whose card also says to look at the skin: they touch it."""

SAFE_USE = "alternatives.dry_heat_safe_use"
"""Not an option, but read as a card, and on the skin."""

STOP_LINE = "alternatives.stop_line"
"""The text that ends the card of every option."""

OWN_TEXTS: Mapping[str, Line] = {"alternatives.creams.never_with_heat": NEVER_WITH_HEAT, STOP_LINE: STOP_RULE}
"""Texts of their own that must keep saying what they are there for."""

CBD = re.compile(r"(?<!\w)CBD(?!\w)")
CBD_CAUTION = (
    Line("that no product is recommended",
         {"en": ("We do not recommend a product", "We do not recommend any product"),
          "es": ("No recomendamos ningún producto", "No recomendamos un producto")}),
    Line("to ask first", {"en": ("Ask first",), "es": ("Pregunte antes", "Pregunte primero")}),
)  # fmt: skip
"""What stands with every mention of CBD."""

LANGUAGES = frozenset(WHO_NOT.says)
"""The languages whose lines can be recognized. A card in another one is compared with its source, part by part."""
