"""The shipped project as staff could edit it while people are in mid-check."""

from collections.abc import Mapping
from functools import cache

from msgspec.structs import replace

from bot.engine.catalog import Catalog, Line, template
from bot.engine.conditions import Has
from bot.engine.decisions import LevelRule
from bot.engine.dialog import Choice
from bot.engine.library import Library
from tests.engine.talk import altered, bilingual


@cache
def edited() -> Library:
    """The project in two languages, with one line more on a question of the check, and on that of a card."""
    source = bilingual().source
    inputs, states = source.tables.inputs, source.states
    known = replace(inputs["precautions"], values=(*inputs["precautions"].values, "gout", "eczema"))
    gout = LevelRule("gout", Has("precautions", frozenset({"gout"})), {"moist_heat": "not_for_you"}, {})
    eczema = LevelRule("eczema", Has("precautions", frozenset({"eczema"})), {"creams": "not_for_you"}, {})
    levels = (*source.tables.levels, gout, eczema)
    tables = replace(source.tables, inputs={**inputs, "precautions": known}, levels=levels)
    lines = {"precautions.health": "gout", "precautions.for_creams": "eczema"}
    longer = [replace(states[name], choices=(*states[name].choices, Choice(line, (("precautions", line),))))
              for name, line in lines.items()]  # fmt: skip
    catalogs = {lang: _with_lines(catalog, lines) for lang, catalog in source.catalogs.items()}
    return altered(bilingual(), *longer, tables=tables, catalogs=catalogs, version="edited")


def _with_lines(catalog: Catalog, lines: Mapping[str, str]) -> Catalog:
    """A catalog with a label for each further line, and its reason."""
    labels = {f"{state}.choices.{line}": Line(f"{catalog.lang} {line}") for state, line in lines.items()}
    reasons = {f"reason.{line}": template(line) for line in lines.values()}
    return replace(catalog, lines={**catalog.lines, **labels}, texts={**catalog.texts, **reasons})
