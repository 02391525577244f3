"""Holds `content/inventory.yaml` against the texts: each row has its place, and contestable ones their care."""

from bot.authoring import models as m
from bot.authoring.checks.reach import reachable
from bot.authoring.files import File, Path
from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.authoring.shapes import shape
from bot.authoring.texts import Words


def check_inventory(parts: Parts) -> None:
    """Tell each row without a place, and each contestable one without attribution and caution."""
    rows: dict[str, m.RowModel] | None = shape(m.InventoryFile, parts.inventory_file)
    reached = reachable(parts) if parts.whole else None
    for name, row in (rows or {}).items():
        if not row.where:
            fits = "At least one key of a text, such as heat_check.why"
            parts.inventory_file.miss((name, "where"), f"Row {name} has no place", fits, "Say where it is told")
        for words in parts.words.values():
            _check_row(parts, words, name, row, reached)


def _check_row(parts: Parts, words: Words, name: str, row: m.RowModel, reached: set[str] | None) -> None:
    file, path = parts.inventory_file, (name, "where")
    meant = [key if _exists(words, key) else _unknown(words, file, (*path, i), key) for i, key in enumerate(row.where)]
    for i, key in enumerate(meant):
        if key and reached is not None and not _met(parts, key, reached):
            file.tell(
                (*path, i), f"Nobody can meet {shown(key, 80)}", "A text of a state that people get to", "Move it"
            )
    if row.contestable == "yes" and all(meant) and meant and not any(_careful(words, key) for key in meant if key):
        fits = "attribution: article, and note: with a caution that the same state says"
        found = f"Row {name} is contestable, and no text of it is careful in {words.lang}"
        file.tell((name,), found, fits, f"Add them to {shown(row.where[0], 80)}", key=True)


def _exists(words: Words, key: str) -> bool:
    return key in words.texts or key in words.lines or key in words.facts


def _unknown(words: Words, file: File, path: Path, key: str) -> str | None:
    """Tell a key that nothing has, unless it may stand where something was cut out."""
    if words.lost(key) or (words.vague and words.home(key)[0] is None):
        return None
    near_first = sorted(
        [*words.texts, *words.lines, *words.facts], key=lambda name: name.split(".")[0] != key.split(".", maxsplit=1)[0]
    )
    return file.unknown(path, "text", key, near_first)


def _met(parts: Parts, key: str, reached: set[str]) -> bool:
    """A text belongs to the state whose name it begins with; texts without one are said by the engine or a rule."""
    state = _state(key)
    return state not in parts.states or state in reached


def _careful(words: Words, key: str) -> bool:
    origin = words.origins.get(key)
    if origin is None or origin.attribution is None or not origin.note:
        return False
    return any(_flat(origin.note) in text for text in _beside(words, key))


def _beside(words: Words, key: str) -> list[str]:
    """The texts of the same state."""
    state = _state(key)
    names = [name for name in words.texts if name == state or name.startswith((f"{state}/", f"{state}."))]
    return [
        _flat("".join(f"{{{part}}}" if i % 2 else part for i, part in enumerate(words.texts[n].parts))) for n in names
    ]


def _state(key: str) -> str:
    return ".".join(key.split("/", maxsplit=1)[0].split(".")[:2])


def _flat(text: str) -> str:
    return " ".join(text.split())
