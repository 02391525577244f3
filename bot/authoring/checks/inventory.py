"""Holds `content/inventory.yaml` against the texts: each row has its place, and contestable ones their care."""

from collections.abc import Collection

from bot.authoring import models as m
from bot.authoring.checks.needs import needed_labels, needed_texts
from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, shown
from bot.authoring.shapes import shape
from bot.authoring.words import Words


def check_inventory(parts: Parts) -> None:
    """Tell each row without a place, and each contestable one of which no text names the article."""
    rows: dict[str, m.RowModel] | None = shape(m.InventoryFile, parts.inventory_file)
    needed = {*needed_texts(parts), *needed_labels(parts)}
    for name, row in (rows or {}).items():
        if not row.where:
            fits = "At least one key of a text, such as heat_check.why"
            mend = "Say where it is told"
            parts.inventory_file.miss((name, "where"), f"Row {name} has no place", fits, mend, grade=Grade.WARNING)
        for words in parts.words.values():
            _check_row(words, parts.inventory_file, name, row, needed)


def _check_row(words: Words, file: File, name: str, row: m.RowModel, needed: Collection[str]) -> None:
    meant = [_key(words, file, (name, "where", i), key, needed) for i, key in enumerate(row.where)]
    careful = (words.origins[key].attribution or words.lost(key) for key in meant if key in words.origins)
    if row.contestable == "yes" and meant and None not in meant and not any(careful):
        found = f"Row {name} is contestable, and no text of it in content/{words.lang} names the article"
        fits = "attribution: article, and note: with a caution that the same state says"
        file.tell((name,), found, fits, f"Add them to {shown(row.where[0], 80)}", key=True)


def _key(words: Words, file: File, path: Path, key: str, needed: Collection[str]) -> str | None:
    """The key as it was meant; told where nothing has it, unless it is missing there too, or was cut out."""
    if key in words.texts or key in words.lines or key in words.facts:
        return key
    if key.partition("/")[0] in needed or words.lost(key) or (words.home(key)[0] is None and words.may_fill(key)):
        return None
    known = [*words.texts, *words.lines, *words.facts]
    dialog = key.split(".", maxsplit=1)[0]
    return file.unknown(path, "text", key, sorted(known, key=lambda name: not name.startswith(dialog)))
