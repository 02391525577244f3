"""The letter to the clinic names the language of the patient, whichever it is."""

from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.authoring.words import LETTER


def check_letter(parts: Parts) -> None:
    """Tell each language of the project that the letter of a language has no name for."""
    for words in parts.words.values():
        for lang in parts.words:
            if f"{LETTER}.languages.{lang}" not in words.texts:
                found = f"The name of the language {shown(lang)} is missing here"
                fits = "The letter names the language of the patient"
                words.files[LETTER].miss(("languages",), found, fits, f"Add a line that begins with {lang}:")
