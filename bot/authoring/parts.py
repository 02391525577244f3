"""A project compiled but not yet trusted: what the checks look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.authoring.clinic import Clinic
from bot.authoring.facts import Facts
from bot.authoring.files import File, Path
from bot.authoring.hearing import NOTHING_HEARD, Hearing
from bot.authoring.properties import Properties, observed_scope
from bot.authoring.scope import Scope
from bot.authoring.words import Words
from bot.authoring.written import Dialogs
from bot.engine.decisions import Tables
from bot.engine.dialog import State
from bot.engine.library import Source


@dataclass(frozen=True, slots=True)
class Parts:
    """The clinic's facts, the rules, the states and the words of each language, with the files they stand in."""

    clinic: Clinic
    rules_file: File
    facts: Facts
    tables: Tables
    dialogs: Dialogs
    states: Mapping[str, State]
    words: Mapping[str, Words]
    inventory_file: File
    today: date
    translated: Mapping[str, Mapping[str, str] | None]
    """For each language: the prints of what its texts were translated from, by key; None where nobody has kept them."""
    hearing: Hearing = NOTHING_HEARD
    properties: Properties = ()
    """What must hold on every path; none where the project has no dialogs/safety.yaml."""
    safety_file: File | None = None

    @property
    def observed(self) -> Scope:
        """What a property can test."""
        texts = frozenset[str]().union(*(each.bubbles for each in self.words.values()))
        return observed_scope(self.facts, self.states, texts)

    @property
    def whole(self) -> bool:
        """Whether all that dialogs and rules say is known, so that one can reason about all of it together."""
        return self.dialogs.whole and self.rules_file.whole

    @property
    def files(self) -> tuple[File, ...]:
        """All files."""
        words = (file for each in self.words.values() for file in each.files.values())
        dialogs = (dialog.file for dialog in self.dialogs.by_name.values())
        hearing = self.hearing
        heard = (*hearing.files, hearing.topics_file, hearing.names_file, hearing.asking_file, self.safety_file)
        return (self.clinic.file, self.rules_file, *dialogs, *words, self.inventory_file, *filter(None, heard))

    def where(self, state: str) -> tuple[File, Path]:
        """The file and the path of a state."""
        return self.dialogs.where(state)

    def source(self, version: str) -> Source:
        """What the library is built from."""
        facts = self.clinic.facts
        return Source(
            states=self.states,
            tables=self.tables,
            catalogs={lang: words.catalog() for lang, words in self.words.items()},
            version=version,
            demo=self.clinic.demo,
            zone=self.clinic.zone,
            quiet=self.clinic.quiet,
            consent_version=facts["consent_version"],
            notice_version=facts["notice_version"],
            knowledge=self.hearing.knowledge,
            reviewed_until=None if self.clinic.demo else date.fromisoformat(facts["review.until"].strip()),
        )
