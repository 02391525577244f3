"""A number to call is never typed into a text: one that the clinic changes would stay behind there."""

import re

from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.authoring.words import Words
from bot.engine import safety

PHONE = re.compile(r"\+?\(?\d[\d ().-]{5,}\d")
DIGITS = 7
"""A phone number has as many, at least."""

NUMBERS = (safety.EMERGENCY_NUMBER, safety.CRISIS_NUMBER)


def check_by_hand(parts: Parts) -> None:
    """Tell each number of the clinic, and whatever looks like a phone number, that stands in a text as digits."""
    for words in parts.words.values():
        for key, template in words.texts.items():
            if key in words.origins:
                for part in template.parts[::2]:
                    _look(words, key, part)


def _look(words: Words, key: str, text: str) -> None:
    for name in NUMBERS:
        number = words.facts.get(name, "")
        if number.strip() and number in text and re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w%°])", text):
            _tell(words, key, number, name)
    phone = PHONE.search(text)
    if phone and len(re.sub(r"\D", "", phone[0])) >= DIGITS:
        _tell(words, key, phone[0], safety.CLINIC_PHONE)


def _tell(words: Words, key: str, number: str, name: str) -> None:
    file, path = words.origins[key].file, words.origins[key].path
    found = f"The number {shown(number)} is typed into this text"
    fits = "Numbers to call stand in content/clinic.yaml alone, so that they are changed in one place"
    file.tell_at(file.inside(path, number), found, fits, f"Write {{{name}}} in its place", Grade.WARNING)
