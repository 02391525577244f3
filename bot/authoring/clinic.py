"""Reads `content/clinic.yaml`: the clinic's own facts, which fill the placeholders of the texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.authoring import models as m
from bot.authoring.files import File
from bot.authoring.problems import Grade, shown
from bot.authoring.shapes import shape


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic's facts: flat, by dotted name; `crisis.note` by language."""

    file: File
    facts: Mapping[str, str]
    demo: bool = True
    zone: tzinfo = UTC

    def for_language(self, lang: str) -> dict[str, str]:
        """The facts as the texts of one language see them."""
        return {**self.facts, "crisis.note": self.facts.get(f"crisis.note.{lang}", "")}


def read_clinic(file: File, languages: tuple[str, ...]) -> Clinic:
    """The facts; what is missing, empty or unknown is told."""
    written = dict(_flat(file.value, ())).get("status")
    model: m.ClinicModel | None = shape(m.ClinicModel, file)
    facts = dict(_flat(file.value, ()))
    if model is None:
        return Clinic(file, facts)
    if languages and model.clinic.language not in languages:
        file.unknown(("clinic", "language"), "folder of texts for the language", model.clinic.language, languages)
    for lang in languages:
        if lang not in model.crisis.note:
            path = ("crisis", "note")
            fits = "The note follows the crisis number, in each language of the chat"
            file.miss(path, f"The note for {shown(lang)} is missing here", fits, f"Add a line that begins with {lang}:")
    if model.status == "demo":
        found = "The content is a demo: every conversation opens with a line that says so"
        file.tell(("status",), found, "", "Set it to live once a clinician has reviewed it", grade=Grade.INFO)
    live = written == model.status == "live"  # not where something like it was written: that has been told
    return Clinic(file, facts, not live, ZoneInfo(model.clinic.timezone))


def _flat(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield ".".join(path), value
    elif isinstance(value, dict):
        for name, inner in cast("dict[str, Any]", value).items():
            yield from _flat(inner, (*path, name))
