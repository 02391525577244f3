"""Compiles the words that stand beside the conversation: the letter to the clinic, and how the bot presents itself."""

from collections.abc import Collection

from bot.authoring import models as m
from bot.authoring.cut import cut
from bot.authoring.files import File, Path
from bot.authoring.problems import shown
from bot.authoring.shapes import shape
from bot.authoring.words import Origin, Words
from bot.engine.catalog import LETTER, Template

SUBJECT = ("letter.id", "letter.asked")
"""What may be filled into the line that everybody on the way can read: nothing that the patient gave."""

MUST_SAY = {
    **{block: f"letter.{block}" for block in ("name", "contact", "time", "language", "asked", "answers")},
    "closing": "letter.id",
}
"""What each part of the letter is there to say."""

LONGEST = {"description": 512, "short_description": 120, "menu": 256}
"""How many characters messaging apps show."""


def read_letter(words: Words, file: File, _: str) -> None:
    """Read letter.yaml: every part a text of its own, and the names of the languages."""
    model: m.LetterModel | None = shape(m.LetterModel, file)
    if model is None:
        return
    facts = frozenset(words.facts)
    for block, text in model.blocks().items():
        fills = facts.union(SUBJECT if block == "subject" else LETTER)
        _says(file, block, _keep(words, file, ("letter", block), text, fills))
    for lang, name in model.languages.items():
        _keep(words, file, ("letter", "languages", lang), name, facts)


def read_profile(words: Words, file: File, _: str) -> None:
    """Read profile.yaml: no text may be longer than apps show it, with the clinic's facts filled in."""
    model: m.ProfileModel | None = shape(m.ProfileModel, file)
    if model is None:
        return
    texts = {("description",): model.description, ("short_description",): model.short_description}
    texts |= {("menu", command): text for command, text in model.menu.commands().items()}
    for path, text in texts.items():
        _fits(words, file, path, _keep(words, file, ("profile", *path), text, words.facts))


def _keep(words: Words, file: File, steps: Path, text: str, fills: Collection[str]) -> Template | None:
    """Keep the text, but not as a bubble: no dialog can say it. None for what was missing or could not be read."""
    key, path = ".".join(map(str, steps)), steps[1:]
    if file.cut_at(path):
        return None
    words.texts[key] = found = cut(words, file, text, path, fills)
    words.origins[key] = Origin(file, path)
    return found


def _says(file: File, block: str, text: Template | None) -> None:
    needed = MUST_SAY.get(block)
    if text and needed and needed not in text.names:
        found, placeholder = f"Nothing fills in {{{needed}}} here", shown(f"{{{needed}}}")
        file.miss((block,), found, "The clinic needs it", f"Write {placeholder} where it belongs")


def _fits(words: Words, file: File, path: Path, text: Template | None) -> None:
    """Apps count as their programs do: an emoji is two characters."""
    filled = text.fill(words.facts) if text else ""
    length, most = len(filled.encode("utf-16-le", "replace")) // 2, LONGEST[str(path[0])]
    if length > most:
        file.tell(path, f"This text is {length} characters long", f"At most {most}: apps show no more", "Shorten it")
