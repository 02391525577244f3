"""Reads `content/clinic.yaml`: the clinic's own facts, which fill the placeholders of the texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, time, tzinfo
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.authoring import models as m
from bot.authoring.files import File
from bot.authoring.formats import name_of, times_of, zone_of
from bot.authoring.problems import Grade, shown
from bot.authoring.shapes import shape
from bot.engine.quiet import Quiet

WORDS = (
    "region", "clinic.hours", "clinic.reply_time", "clinic.disclaimer", "crisis.note", "reading.1.title",
    "reading.2.title",
)  # fmt: skip
"""What a patient reads as words: it stands there in each language of the chat."""

TIMEZONE = "clinic.timezone"
TIMES = ("quiet.start", "quiet.end")
NEXT_LANGUAGE = "language.next"
"""The language to which the button that changes it leads, in its own words; staff do not write it."""
LINKS = ("clinic.privacy_url", "reading.1.url", "reading.2.url")
"""What can have a page in each language, but need not."""


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic's facts: flat, by dotted name; what is said in a language bears its code at the end."""

    file: File
    facts: Mapping[str, str]
    demo: bool = True
    zone: tzinfo = UTC
    languages: tuple[str, ...] = ()

    def for_language(self, lang: str) -> dict[str, str]:
        """The facts as the texts of one language see them."""
        spoken = {name: self._said(name, lang) for name in (*WORDS, *LINKS) if not self.file.cut_near(_path(name))}
        spoken |= {name: self._timed(name, lang) for name in TIMES if name in self.facts}
        spoken |= {TIMEZONE: zone_of(self.facts[TIMEZONE], lang)} if TIMEZONE in self.facts else {}
        others = {n: value for n, value in self.facts.items() if not n.startswith(tuple(f"{s}." for s in spoken))}
        following = self.languages[(self.languages.index(lang) + 1) % len(self.languages)]
        return {**others, **spoken, NEXT_LANGUAGE: name_of(following)}

    @property
    def quiet(self) -> Quiet | None:
        """When the chat writes nothing on its own."""
        start, end = (self.facts.get(name) for name in TIMES)
        return Quiet(time.fromisoformat(start), time.fromisoformat(end)) if start and end else None

    def _timed(self, name: str, lang: str) -> str:
        """A time of day as the language writes it."""
        at, times = time.fromisoformat(self.facts[name]), times_of(lang, self.zone)
        return times[at.hour].fill({"minute": f"{at.minute:02}"}) if times else self.facts[name]

    def _said(self, name: str, lang: str) -> str:
        return self.facts.get(f"{name}.{lang}", self.facts.get(name, ""))


def read_clinic(file: File, languages: tuple[str, ...]) -> Clinic:
    """The facts; what is missing, empty or unknown is told."""
    written = dict(_flat(file.value, ())).get("status")
    model: m.ClinicModel | None = shape(m.ClinicModel, file)
    facts = dict(_flat(file.value, ()))
    if model is None:
        return Clinic(file, facts, languages=languages)
    if languages and model.clinic.language not in languages:
        file.unknown(("clinic", "language"), "folder of texts for the language", model.clinic.language, languages)
    for name in WORDS:
        _in_each_language(file, name, facts, languages)
    if model.status == "demo":
        found = "The content is a demo: every conversation opens with a line that says so"
        file.tell(("status",), found, "", "Set it to live once a clinician has reviewed it", grade=Grade.INFO)
    live = written == model.status == "live"  # not where something like it was written: that has been told
    return Clinic(file, facts, not live, ZoneInfo(model.clinic.timezone), languages)


def _in_each_language(file: File, name: str, facts: Mapping[str, str], languages: tuple[str, ...]) -> None:
    path = _path(name)
    if name in facts:
        if len(languages) > 1:
            fits = f"A patient reads them, and the chat speaks {' and '.join(languages)}"
            mend = f"Write {': and '.join(languages)}: on lines of their own below it, each with its words"
            file.miss(path, "These words stand here for one language only", fits, mend)
        return
    for lang in languages:
        if f"{name}.{lang}" not in facts:
            fits = "A patient reads them, in each language of the chat"
            mend = f"Add a line that begins with {lang}:"
            file.miss(path, f"The words for {shown(lang)} are missing here", fits, mend)


def _path(name: str) -> tuple[str, ...]:
    return tuple(name.split("."))


def _flat(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield ".".join(path), value
    elif isinstance(value, dict):
        for name, inner in cast("dict[str, Any]", value).items():
            yield from _flat(inner, (*path, name))
