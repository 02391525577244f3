"""The placeholders that are filled from a person's own answers."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from bot.engine import pain, safety
from bot.engine.catalog import Catalog
from bot.engine.conditions import Value
from bot.engine.library import Library
from bot.engine.markup import escaped
from bot.engine.progress import progress
from bot.engine.session import Session
from bot.engine.standing import Standing

NAME_LENGTH = 100
"""Longer names are cut: a name, not a letter."""

SUMMARY = "summary.for_doctor.answers"
"""The patient's own answers, as they stand on the doctor's screen."""

STOPPED = "stopped"
"""The reason of an option that a check-in has stopped."""

TRIED = "check_in.result.tried"
"""What stands for an option of which no card was opened."""


class Values:
    """Computes placeholders for one moment of a conversation."""

    def __init__(self, library: Library, session: Session, standing: Standing, now: datetime) -> None:
        self.library = library
        self.session = session
        self.standing = standing
        self.now = now
        self.catalog: Catalog = library.catalog(session.lang)
        self.answers: Mapping[str, tuple[str, ...]] = dict(session.answers)

    def of(self, names: Iterable[str]) -> dict[str, str]:
        """The values of these placeholders."""
        return {name: _COMPUTE[name](self) for name in names}

    def option(self, name: str) -> str:
        """The name of an option."""
        return self.catalog.text(f"option.{name}")

    def listed(self, options: Iterable[str], numbered: bool = False) -> str:
        """Options, one a line, each with the reasons of its level."""
        lines = (self._option_line(option) for option in options)
        return "\n".join(f"{i}. {line}" if numbered else f"• {line}" for i, line in enumerate(lines, 1))

    def _option_line(self, option: str) -> str:
        level = self.standing.decision.levels[option]
        notes = [self.catalog.text("level.caution")] if level == "caution" else []
        if level != "offer":
            reasons = self._reasons(option)
            notes.append(self.catalog.comma.join(self.catalog.text(f"reason.{rule}") for rule in reasons))
        if level in ("offer", "caution") and self.library.open_questions(option, self.standing.asked):
            notes.append(self.catalog.text("reason.more_questions"))
        return self.option(option) + (f" – {'; '.join(notes)}" if notes else "")

    def _reasons(self, option: str) -> tuple[str, ...]:
        decider = self.library.decider
        stopped = bool(set(decider.family(option)) & set(self.session.stopped))
        return (STOPPED,) if stopped else decider.reasons(self.standing.decision, option)

    def words(self, fact: str, only: frozenset[str] | None = None) -> str:
        """The answers to one fact in words: "not asked", "none", or a list."""
        have = self.standing.facts.values.get(fact)
        if have is None or (not have and self._half_asked(fact)):
            return self.catalog.text("answers.not_asked")
        return self._phrases(fact, have if only is None else have & only)

    def _half_asked(self, fact: str) -> bool:
        """Whether a question about it is still to come: nothing so far is not "nothing"."""
        still = self.library.ground.always & self.standing.facts.open
        return not self.standing.complete and any(name == fact for name, _ in still)

    def _phrases(self, fact: str, have: Value) -> str:
        order = self.library.source.tables.inputs[fact].values
        named = [f"answers.{fact}.{value}" for value in order if value in have]
        phrases = [self.catalog.text(key) for key in named if key in self.catalog.texts]
        return self.catalog.comma.join(phrases) or self.catalog.text("answers.nothing")

    def has(self, fact: str, value: str) -> str:
        """Whether one value of a set was answered: "yes", "no", or "not asked"."""
        if value in self.standing.facts.values.get(fact, frozenset()):
            return self.catalog.text("answers.yes")
        asked = (fact, value) in self.standing.asked
        return self.catalog.text("answers.no" if asked else "answers.not_asked")

    def several(self, *facts: str, also: str) -> str:
        """The answers to several facts, in one list; `also` to one more that can be asked later than the others."""
        told = {fact: self.words(fact) for fact in (*facts, also)}
        nothing, not_asked = self.catalog.text("answers.nothing"), self.catalog.text("answers.not_asked")
        found = [words for words in told.values() if words not in (nothing, not_asked)]
        missing = any(told[fact] == not_asked for fact in facts)
        return self.catalog.comma.join(found) or (not_asked if missing else nothing)

    def draft(self, state: str) -> str:
        """What was typed in a state of the form."""
        return "".join(self.answers.get(state, ()))

    def callback(self) -> str:
        """What the form will send: name, contact, time."""
        time = self.draft(safety.CALLBACK_TIME)
        when = [self.catalog.line(f"{safety.CALLBACK_TIME}.choices.{time}").label] if time else []
        typed = (self.draft(safety.CALLBACK_NAME), self.draft(safety.CALLBACK_CONTACT))
        return self.catalog.comma.join([*map(escaped, typed), *when])

    def date(self) -> str:
        """Today, where the clinic is."""
        return self.catalog.dated(self.now.astimezone(self.library.source.zone).date())

    def due(self) -> str:
        """When the check-in will be written, where the clinic is; the day only where it is another one."""
        if self.session.check_in is None:
            return ""
        at, now = (moment.astimezone(self.library.source.zone) for moment in (self.session.check_in.due, self.now))
        time = self.catalog.timed(at)
        return time if at.date() == now.date() else self.catalog.comma.join((time, self.catalog.dated(at.date())))

    def tried(self) -> str:
        """The option of the check-in; words for it where no card was opened."""
        job = self.session.check_in
        return self.option(job.option) if job and job.option else self.catalog.text(TRIED)

    def scores(self) -> str:
        """The pain scores, one a line."""
        told = pain.told(self.catalog, self.library.source.zone, self.session)
        return "\n".join(f"• {time}: {score}" for time, score in told)

    def far(self, part: str) -> str:
        """How far the check is; nothing beside it."""
        found = progress(self.library.ground.ahead, self.standing.path, self.session.place)
        return str(getattr(found, part)) if found else ""

    def doubted(self) -> str:
        """The red flags that are in doubt, in words."""
        asked = self.session.asked_back
        keys = [f"answers.{fact}.{id}" for id in (asked.ids if asked else ()) for fact in safety.FLAG_FACTS]
        return self.catalog.comma.join(self.catalog.text(key) for key in keys if key in self.catalog.texts)

    def proposed(self) -> str:
        """The button that is proposed, as it is labelled."""
        asked = self.session.asked_back
        return self.catalog.comma.join(self._label(id) for id in (asked.ids if asked else ()))

    def _label(self, id: str) -> str:
        state = self.library.states[self.session.place]
        moves = {button.id: button.label for button in state.buttons}
        line = self.catalog.lines.get(moves.get(id, f"{state.name}.choices.{id}"))
        return line.label if line else self.option(id)

    def inner(self, level: str) -> str:
        """The options inside mind_body that stand at this level."""
        levels = self.standing.decision.levels
        return self.listed(option for option in self.library.options_of("mind_body") if levels[option] == level)

    def summary(self) -> str:
        """The summary for the doctor, as it goes along with a call request when the patient ticks so."""
        keys = self.catalog.bubbles[SUMMARY]
        return "\n".join(self.catalog.text(key, self.of(self.catalog.needs([key]))) for key in keys)


_WARNINGS = ("nerves", "skin", "same_day_flags", "emergency_flags")
_PATCH, _THINNER = "medicine_patch", "thinner_liver"

_COMPUTE: Mapping[str, Callable[[Values], str]] = {
    "check.question": lambda v: v.far("question"),
    "check.most": lambda v: v.far("most"),
    "doubt.flags": Values.doubted,
    "proposal.choice": Values.proposed,
    "options.shown": lambda v: v.listed(v.standing.decision.at("offer", "caution"), numbered=True),
    "options.ask_first": lambda v: v.listed(v.standing.decision.at("ask_first")),
    "options.not_for_you": lambda v: v.listed(v.standing.decision.at("not_for_you")),
    "mind_body.ask_first": lambda v: v.inner("ask_first"),
    "mind_body.not_for_you": lambda v: v.inner("not_for_you"),
    "callback.summary": Values.callback,
    "check_in.time": Values.due,
    "check_in.option": Values.tried,
    "check_in.scores": Values.scores,
    "summary.date": Values.date,
    "summary.heat": lambda v: v.words("heat"),
    "summary.signs": lambda v: v.words("signs"),
    "summary.often": lambda v: v.words("consistent"),
    "summary.nerves_skin": lambda v: v.several(*_WARNINGS, also="recent"),
    "summary.precautions": lambda v: v.words("precautions"),
    "summary.patch": lambda v: v.has("precautions", _PATCH),
    "summary.thinner": lambda v: v.has("precautions", _THINNER),
}
