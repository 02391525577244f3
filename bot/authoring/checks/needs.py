"""Which texts and labels a project needs, each with what needs it."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.authoring.checks.reach import offered
from bot.authoring.parts import Parts
from bot.engine import safety
from bot.engine.clarifying import DOUBT, NO, PROPOSAL, UNSURE, YES
from bot.engine.commands import COMMANDS
from bot.engine.dialog import State
from bot.engine.passing import TOPICS
from bot.engine.screen import CALL, NEAREST, NONE, OTHER, SKIP

ENGINE_TEXTS = (
    "welcome.resume", "red_flags.mistake", "red_flags.crisis.safe", "command.help", "command.human", "command.privacy",
    "command.delete", "command.language", "command.only_language", "command.unknown", "command.unknown_twice",
    "command.doubt", "command.doubt_line", "command.proposal", "command.ticked", "command.old_button",
    "command.no_back", "command.pick_one", "command.finish_first", "command.trouble",
    "command.only_text", "command.edited", "command.private_only", "command.moved", "command.draft", "command.hint",
    "command.list_hint", "command.write_hint", "command.progress.exact", "command.progress.at_most",
    "command.terminal.hint", "command.terminal.list_hint", "command.terminal.write_hint", "command.terminal.any_time",
    "command.terminal.choose_first", "command.terminal.begins_above", "command.terminal.more_above",
    "command.terminal.more_below", "command.terminal.goodbye", "command.terminal.goodbye_kept_nothing",
    "command.terminal.emergency", "command.terminal.crisis", "command.terminal.same_day", "level.caution",
    "reason.more_questions", "reason.stopped", "check_in.reminder", "check_in.result.tried",
    "check_in.result.picture_title", "answers.not_asked", "answers.nothing", "answers.yes", "answers.no",
)  # fmt: skip
"""Texts that the engine says by itself."""

OFFERED = f"command.{NEAREST}.buttons"
"""Where the labels of topics stand."""
MAY_HAVE = (
    f"command.{NEAREST}",
    *(f"command.{DOUBT}.{flag}" for flag in safety.FLOOR),
    *(f"{TOPICS}.{topic}" for topic in sorted(safety.SMALL_TALK)),
)
"""Texts that the engine says where a project has them: a doubt in words of its own, answers to small talk."""

ENGINE_LABELS = (
    f"command.human.buttons.{CALL}",
    *(f"command.{DOUBT}.buttons.{id}" for id in (YES, UNSURE, NO)),
    *(f"command.{PROPOSAL}.buttons.{id}" for id in (YES, NO)),
)
ENGINE = "The engine"
REFUSALS = {"name": "empty", "text": "empty", "contact": "invalid"}
"""What is said instead of the question when the words typed are no answer to it."""


def needed_texts(parts: Parts) -> dict[str, str]:
    """Keys of texts that must exist, each with what needs it."""
    return dict(_texts(parts))


def needed_labels(parts: Parts) -> dict[str, str]:
    """The same for the labels of answers and buttons."""
    return dict(_labels(parts))


def _texts(parts: Parts) -> Iterator[tuple[str, str]]:
    yield from ((key, ENGINE) for key in ENGINE_TEXTS)
    yield from (
        (f"{TOPICS}.{name}", "content/topics.yaml") for name in parts.hearing.knowledge.topics if name not in COMMANDS
    )
    if _offered_topics(parts):
        yield f"command.{NEAREST}", "content/topics.yaml"
    for state in parts.states.values():
        yield from ((key, state.name) for key in _of_state(state))
        yield from ((f"option.{option}", state.name) for option in offered(parts, state))
    yield from ((f"reason.{rule.id}", "The list of options") for rule in parts.tables.levels)
    for fact, entry in parts.tables.inputs.items():
        yield from ((f"answers.{fact}.{value}", "The summary") for value in entry.values if _said(fact, value))


def _said(fact: str, value: str) -> bool:
    """A scale at its lowest is "none", which has a text of its own."""
    return value != "none" or fact == "heat"


def _of_state(state: State) -> Iterator[str]:
    yield from (says.text for says in (*state.shows, *state.opens_next))
    yield from (rule.say for rule in state.next if rule.say)
    for button in state.buttons:
        yield from (text for text in (button.say, button.show, *(rule.say for rule in button.next)) if text)
    if state.ask in REFUSALS:
        yield f"{state.name}.{REFUSALS[state.ask]}"


def _offered_topics(parts: Parts) -> tuple[str, ...]:
    """The topics that are offered as buttons when one of several may be meant, and the button for none of them."""
    named = tuple(name for name in parts.hearing.knowledge.topics if name not in safety.SMALL_TALK)
    return (*named, OTHER) if named else ()


def _labels(parts: Parts) -> Iterator[tuple[str, str]]:
    yield from ((key, ENGINE) for key in ENGINE_LABELS)
    yield from ((f"{OFFERED}.{name}", "content/topics.yaml") for name in _offered_topics(parts))
    for state in parts.states.values():
        choices = [choice.id for choice in state.choices]
        choices += [NONE] if state.none_of_these else []
        choices += [SKIP] if state.optional else []
        yield from ((f"{state.name}.choices.{choice}", state.name) for choice in choices)
        yield from ((button.label, state.name) for button in state.buttons)


class Caution(NamedTuple):
    """A rule that gives an option the level "caution": the words for it open the option's card."""

    rule: str
    option: str
    own: str | None
    """The name of the words, where the rule gives one."""

    @property
    def keys(self) -> tuple[str, str]:
        """The words for this option; else those for all options."""
        name = self.own or self.rule
        return f"caution.{name}.{self.option}", f"caution.{name}"


def cautions(parts: Parts) -> Iterator[Caution]:
    """All cautions of options that have a card."""
    pages = {state.option for state in parts.states.values() if state.option}
    for rule in parts.tables.levels:
        for option, level in rule.levels.items():
            if level == "caution" and option in pages:
                yield Caution(rule.id, option, rule.cautions.get(option))
