"""The words of one language while they are compiled, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from bot.authoring.files import File, Path
from bot.authoring.formats import comma_of, dates_of, short_days_of, times_of
from bot.engine.catalog import CHANNEL, COMPUTED, Catalog, Line, Template

DECISIONS, COMMAND, LETTER, PROFILE = "decisions", "command", "letter", "profile"
GROUPS = {"option": "options", "level": "levels", "reason": "reasons", "caution": "cautions", "answers": "answers"}
"""What the keys of the texts in decisions.yaml begin with, and the group in which they stand there."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text was written, who says it, and the caution that goes with it."""

    file: File
    path: Path
    attribution: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Words:
    """A language while it is compiled: the parts of its catalog, and where each text comes from."""

    lang: str
    files: Mapping[str, File]
    facts: Mapping[str, str]
    clinic: File
    """Where the facts come from."""
    zone: tzinfo = UTC
    """Where the clinic is: times are written as they are there."""
    bubbles: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    texts: dict[str, Template] = field(default_factory=dict[str, Template])
    lines: dict[str, Line] = field(default_factory=dict[str, Line])
    after: dict[str, Template] = field(default_factory=dict[str, Template])
    words: dict[str, str] = field(default_factory=dict[str, str])
    origins: dict[str, Origin] = field(default_factory=dict[str, Origin])
    line_origins: dict[str, Origin] = field(default_factory=dict[str, Origin])

    fills: frozenset[str] = frozenset()
    """What fills a placeholder everywhere; in the texts of a conversation also what is `computed` from its answers."""
    computed: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.fills = frozenset({*self.facts, CHANNEL})
        self.computed = self.fills | COMPUTED

    def catalog(self) -> Catalog:
        """The finished catalog."""
        said = (self.bubbles, self.texts, self.lines, self.after, self.facts, self.words)
        lang = self.lang
        return Catalog(lang, *said, dates_of(lang), comma_of(lang), short_days_of(lang), times_of(lang, self.zone))

    def home(self, key: str) -> tuple[File | None, Path]:
        """The file and the path where the text or label of this key belongs."""
        first, *rest = key.split("/", maxsplit=1)[0].split(".")
        if first in GROUPS:
            return self.files.get(DECISIONS), (GROUPS[first], *([".".join(rest)] if first == "caution" else rest))
        entry, *inside = rest or [""]
        group = ["texts"] if len(inside) == 1 else []
        return self.files.get(first), (entry, *group, *(inside or ["say"]))

    def written(self, name: str) -> str:
        """A text as staff wrote it, with its placeholders."""
        return "".join(f"{{{part}}}" if i % 2 else part for i, part in enumerate(self.texts[name].parts))

    def may_fill(self, name: str) -> bool:
        """Whether a placeholder that is not known may be a fact that could not be read."""
        return self.clinic.cut_near(tuple(name.split(".")))

    def lost(self, key: str) -> bool:
        """Whether the text of this key may stand where something was cut out."""
        file, path = self.home(key)
        return file is not None and file.cut_near(path)
