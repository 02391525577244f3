"""Cuts a text at its placeholders, each of which must be on the list of what can be filled in there."""

import re
from collections.abc import Collection

from bot.authoring.files import File, Path
from bot.authoring.problems import nearest, shown
from bot.authoring.words import Words
from bot.engine.catalog import PLACEHOLDER, Template, template


def cut(words: Words, file: File, text: str, path: Path, fills: Collection[str]) -> Template:
    """The text as a template; an empty one, a placeholder that nothing fills, and a lone brace are told."""
    if not text.strip():
        file.tell(path, "The text is empty", "Words for the patient", "Write them, or delete the line")
    found = template(text)
    for name in found.names:
        if name not in fills and not words.may_fill(name):
            _unknown_placeholder(file, f"{{{name}}}", sorted(fills), path)
    _no_lone_brace(file, text, path)
    return found


def _unknown_placeholder(file: File, written: str, known: list[str], path: Path) -> None:
    found, near = f"Nothing fills the placeholder {shown(written)} here", nearest(written[1:-1], known)
    mend = f"Did you mean {shown('{' + near + '}')}?" if near else "Take a value of content/clinic.yaml"
    file.tell_at(file.inside(path, written), found, "A value of content/clinic.yaml, such as {clinic.phone}", mend)


_ODD = re.compile(r"\{\s*([A-Za-z0-9_.]+)\s*\}|\S*[{}]\S*")


def _no_lone_brace(file: File, text: str, path: Path) -> None:
    if "{" not in text and "}" not in text:
        return
    odd = _ODD.search(PLACEHOLDER.sub(lambda found: " " * len(found[0]), text))
    if odd is None:
        return
    fits = "A placeholder is a name of small letters and dots in { }, such as {clinic.phone}"
    meant = shown("{" + odd[1].lower() + "}") if odd[1] else ""
    found = f"{shown(odd[0])} is no placeholder" if meant else "A { or } stands alone in this text"
    mend = f"Did you mean {meant}?" if meant else "Close it, or write the sentence without it"
    start = text.rfind(" ", 0, odd.start()) + 1
    run = text[start : odd.end()].rsplit("\n", maxsplit=1)[-1]
    file.tell_at(file.inside(path, run, len(run) - len(odd[0])), found, fits, mend)
