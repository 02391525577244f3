"""The texts of one language: templates with placeholders, and the labels of buttons."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from msgspec import Struct

PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}")

CHANNEL = "channel.name"
"""The one placeholder that the engine leaves standing: each channel fills in its own name."""

COMPUTED = frozenset({
    "check.question", "check.most", "doubt.flags", "proposal.choice", "options.shown", "options.ask_first",
    "options.not_for_you", "mind_body.ask_first", "mind_body.not_for_you", "callback.summary", "summary.date",
    "summary.heat", "summary.signs", "summary.often", "summary.nerves_skin", "summary.precautions", "summary.patch",
    "summary.thinner", "check_in.time", "check_in.option", "check_in.scores",
})  # fmt: skip
"""Placeholders that the engine fills from the answers."""

PERSONAL = frozenset({
    "callback.summary", "summary.date", "check_in.time", "check_in.option", "check_in.scores",
})  # fmt: skip
"""Those of them that hold a time, or what a person has typed: nothing that is filled with them may be remembered."""


LETTER = frozenset({
    "letter.id", "letter.name", "letter.contact", "letter.time", "letter.language", "letter.asked", "letter.answers",
})  # fmt: skip
"""Placeholders of the letter to the clinic, and of nothing else."""


class Line(Struct, frozen=True):
    """The words of one choice: the short label, the long line, and a heading before the line."""

    label: str
    line: str = ""
    heading: str = ""


class Template(Struct, frozen=True):
    """A text cut at its placeholders: text, name, text, name, …, text."""

    parts: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with every placeholder filled; a name without a value is left as it stands.

        A value that ends in a full stop ("8:00 a.m.") shares it with the sentence that it ends.
        """
        if len(self.parts) == 1:
            return self.parts[0]
        filled = list(self.parts)
        for i in range(1, len(filled), 2):
            value = values.get(filled[i], "{" + filled[i] + "}")
            filled[i] = value.removesuffix(".") if filled[i + 1].startswith(".") else value
        return "".join(filled)

    @property
    def names(self) -> tuple[str, ...]:
        """The placeholders, in order."""
        return self.parts[1::2]


def template(text: str) -> Template:
    """Cut a text at its placeholders."""
    return Template(tuple(PLACEHOLDER.split(text)))


class Catalog(Struct, frozen=True):
    """Texts and facts of one language.

    `bubbles` maps the key of a text to the keys of its bubbles (`key`, `key/2`, …); `texts` maps each of these to its
    template; `lines` maps `state.choices.id` and `state.buttons.id` to labels; `facts` are the clinic's own values,
    such as `clinic.phone`; `words` maps plain words to the command that they mean; `dates` holds a long date for each
    month, with its `day` and `year` left open, `short_days` the same in short, without the year; `times` holds a time
    for each hour, with its `minute` left open; `comma` stands between the things of a list.
    """

    lang: str
    bubbles: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, Template]
    lines: Mapping[str, Line]
    after: Mapping[str, Template]
    facts: Mapping[str, str]
    words: Mapping[str, str]
    dates: tuple[Template, ...] = ()
    comma: str = ", "
    short_days: tuple[Template, ...] = ()
    times: tuple[Template, ...] = ()

    def text(self, key: str, values: Mapping[str, str] | None = None) -> str:
        """The text under a key, filled with the clinic's facts and with `values`.

        Raises KeyError for a key that the catalog does not have; `check` finds these before a patient can.
        """
        return self.fill(self.texts[key], values)

    def fill(self, cut: Template, values: Mapping[str, str] | None = None) -> str:
        """A template filled with the clinic's facts and with `values`."""
        return cut.fill({**self.facts, **values} if values else self.facts)

    def needs(self, keys: Iterable[str]) -> frozenset[str]:
        """The computed placeholders in these texts."""
        return frozenset(name for key in keys for name in self.texts[key].names) & COMPUTED

    def dated(self, day: date) -> str:
        """A day as this language writes it; year-month-day where it has no dates."""
        if not self.dates:
            return day.isoformat()
        return self.dates[day.month - 1].fill({"day": str(day.day), "year": str(day.year)})

    def short_day(self, day: date) -> str:
        """The same in short, without the year."""
        if not self.short_days:
            return day.isoformat()
        return self.short_days[day.month - 1].fill({"day": str(day.day)})

    def timed(self, at: datetime | time) -> str:
        """A time of day as this language writes it; hours and minutes of 24 where it has no times."""
        if not self.times:
            return f"{at.hour:02}:{at.minute:02}"
        return self.times[at.hour].fill({"minute": f"{at.minute:02}"})

    def line(self, key: str) -> Line:
        """The words of a choice or button, its label filled."""
        found = self.lines[key]
        return Line(self.fill(template(found.label)), found.line, found.heading) if "{" in found.label else found
