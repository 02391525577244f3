"""The decision tables with the words of every language, ready for a page."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from bot.documents.phrases import Phrases
from bot.engine.conditions import Condition
from bot.engine.decisions import CheckInRule, LevelRule, ResultRule, Tables
from bot.engine.library import Library

Said = Mapping[str, str]
"""One text in every language."""


class Value(Struct, frozen=True):
    """One value of an input, and what it is called."""

    id: str
    said: Said
    only_heard: bool


class Fact(Struct, frozen=True):
    """One input of the rules."""

    id: str
    kind: str
    values: tuple[Value, ...]


class Row(Struct, frozen=True):
    """One rule of a table: its test, its result, and what is said of it."""

    id: str
    when: Said
    results: tuple[str, ...]
    said: Said = {}


class Cell(Struct, frozen=True):
    """What a rule makes of one option: a level ("": nothing), and the key of the caution that its card opens with."""

    option: str
    level: str
    caution: str = ""


class LevelRow(Struct, frozen=True):
    """One rule of the table of levels."""

    id: str
    when: Said
    cells: tuple[Cell, ...]
    said: Said


class Table(Struct, frozen=True):
    """One table: its name, which rules count, its results from mild to strict where they are ranked, its rules."""

    id: str
    hit: str
    results: tuple[str, ...]
    rows: tuple[Row, ...]


class Rules(Struct, frozen=True):
    """All that `decisions.yaml` says."""

    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    levels: tuple[LevelRow, ...]
    options: Mapping[str, Said]
    ties: Mapping[str, tuple[str, ...]]


HITS = {
    "tier": "The most urgent rule that fires counts. What no rule touches is the first result.",
    "pattern": "The first rule that holds counts.",
    "order": "The first rule that holds gives the order of the options.",
    "to_the_front": "Every rule that holds moves its option to the front.",
    "dry_heat_result": "The first rule that holds counts.",
    "check_in": (
        "Every rule that holds counts; one marked “otherwise” only where no other fires, and of several the first."
    ),
}


class Languages:
    """The phrases of all languages together."""

    def __init__(self, library: Library) -> None:
        self.phrases = {lang: Phrases(catalog) for lang, catalog in library.catalogs.items()}

    def when(self, condition: Condition | None) -> Said:
        """A test in every language."""
        return {lang: phrases.when(condition) for lang, phrases in self.phrases.items()}

    def value(self, fact: str, value: str) -> Said:
        """What a value is called in every language."""
        return {lang: phrases.value(fact, value) for lang, phrases in self.phrases.items()}

    def text(self, key: str) -> Said:
        """A text in the languages that have it."""
        found = {lang: phrases.catalog for lang, phrases in self.phrases.items() if key in phrases.catalog.texts}
        return {lang: catalog.text(key) for lang, catalog in found.items()}

    def has(self, key: str) -> bool:
        """Whether some language has this text."""
        return bool(self.text(key))


def rules_of(library: Library) -> Rules:
    """The tables of a project."""
    tables, said = library.source.tables, Languages(library)
    return Rules(
        facts=tuple(_fact(said, name, tables) for name in tables.inputs),
        tables=tuple(_tables(said, tables)),
        levels=tuple(_level(said, rule, tables.options) for rule in tables.levels),
        options={option: said.value("shown", option) for option in tables.options},
        ties=tables.ties,
    )


def _fact(said: Languages, name: str, tables: Tables) -> Fact:
    found = tables.inputs[name]
    values = tuple(Value(value, said.value(name, value), value in found.only_heard) for value in found.values)
    return Fact(name, found.kind.replace("_", " "), values)


def _tables(said: Languages, tables: Tables) -> Iterable[Table]:
    yield _table(said, "tier", tables.tiers, tables.tier)
    yield _table(said, "pattern", tables.patterns, tables.pattern)
    yield _table(said, "order", (), tables.order)
    yield _table(said, "to_the_front", (), tables.to_the_front)
    yield _table(said, "dry_heat_result", tables.dry_heat_results, tables.dry_heat)
    yield Table("check_in", HITS["check_in"], (), tuple(_check_in(said, rule) for rule in tables.check_in))


def _table(said: Languages, id: str, results: Sequence[str], rules: Iterable[ResultRule]) -> Table:
    rows = tuple(Row(rule.id, said.when(rule.when), rule.result, said.text(f"reason.{rule.id}")) for rule in rules)
    return Table(id, HITS[id], tuple(results), rows)


def _check_in(said: Languages, rule: CheckInRule) -> Row:
    does = [f"tier {rule.tier}"] if rule.tier else []
    does += ["what was tried is closed"] * rule.stops_option + ["no change"] * rule.no_change
    does += ["otherwise"] * rule.otherwise
    return Row(
        rule.id, said.when(rule.when), ("; ".join(does) or "its text is said",), said.text(f"check_in.result.{rule.id}")
    )


def _level(said: Languages, rule: LevelRule, options: Iterable[str]) -> LevelRow:
    cells = tuple(_cell(said, rule, option) for option in options)
    return LevelRow(rule.id, said.when(rule.when), cells, said.text(f"reason.{rule.id}"))


def _cell(said: Languages, rule: LevelRule, option: str) -> Cell:
    level = rule.levels.get(option, "")
    name = rule.cautions.get(option, rule.id)
    keys = [f"caution.{name}.{option}", f"caution.{name}"] if level == "caution" else []
    return Cell(option, level, next(filter(said.has, keys), ""))
