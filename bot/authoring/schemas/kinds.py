"""What fits at the places of each kind of file: the names that a project has, by the kinds that the models name."""

from collections.abc import Iterable

from bot.authoring.beside import SUBJECT
from bot.authoring.models.clinic import LINK, TIME
from bot.authoring.parts import Parts
from bot.authoring.schemas.draw import Keys, Known
from bot.authoring.schemas.facts import ask_about
from bot.authoring.schemas.leaves import Schema, enum, filled, some, text
from bot.engine import safety
from bot.engine.catalog import CHANNEL, COMPUTED, LETTER
from bot.engine.commands import COMMANDS, THIS_LANGUAGE
from bot.engine.decisions import DRY_HEAT, LEVELS
from bot.engine.dialog import BACK, CAME_FROM, NOWHERE
from bot.engine.screen import DONE, NONE, SKIP


def in_dialog(parts: Parts, dialog: str) -> Known:
    """For a dialog: where its ways can lead, and what it can say, ask and set."""
    facts, prefix = parts.facts, f"{dialog}."
    ways = [*_short_first(parts.dialogs.states, prefix), *parts.dialogs.by_name]
    inputs = {
        name: {"description": f"{name}: {', '.join(entry.values)}", **some(enum(entry.values))}
        for name, entry in facts.inputs.items()
    }
    named = {
        "way": enum(ways, "state or dialog"),
        "way_or_back": {"anyOf": [_ref("way"), enum([BACK])]},
        "back": {"anyOf": [_ref("way"), enum([CAME_FROM, NOWHERE])]},
        "said": enum(["say", *_said(parts, dialog)], "text"),
        "sets": {"type": "object", "properties": inputs, "additionalProperties": False},
    }
    fits = {
        **{name: _ref(name) for name in ("test", *named)},
        "state": {"allOf": [_ref("state"), *_answers(parts)]},
        "start": enum(name.removeprefix(prefix) for name in parts.dialogs.states if name.startswith(prefix)),
        "input": enum(facts.inputs),
        "group": enum(facts.groups),
        "option": enum(facts.options),
    }
    return Known(fits, {}, {**named, **ask_about(facts.dialogs, "test", dialog)})


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _short_first(states: Iterable[str], prefix: str) -> list[str]:
    """The states of a dialog by their short names, then all by their full ones."""
    every = list(states)
    return [*(name.removeprefix(prefix) for name in every if name.startswith(prefix)), *every]


def _said(parts: Parts, dialog: str) -> list[str]:
    """How a dialog can name a text: short within a state or the dialog, or in full."""
    texts = [key for words in parts.words.values() for key in words.bubbles]
    inside = [key.split(".", 2) for key in texts if key.startswith(f"{dialog}.")]
    return [*(key[2] for key in inside if len(key) > 2), *(".".join(key[1:]) for key in inside), *texts]


def _answers(parts: Parts) -> list[Schema]:
    """The choices of a question with `answer:` are values of that fact, unless they set something else."""
    special = (DONE, SKIP, NONE)
    return [
        {
            "if": {"properties": {"answer": {"const": name}}, "required": ["answer"]},
            "then": {"properties": {"choices": {"items": _choice([*entry.values, *special])}}},
        }
        for name, entry in parts.facts.inputs.items()
    ]


def _choice(names: Iterable[str]) -> Schema:
    return {"anyOf": [enum(names), {"type": "object"}]}


def in_rules(parts: Parts) -> Known:
    """For decisions.yaml: what each table can test, and the results that it can have."""
    facts, tables = parts.facts, parts.tables
    levelled = enum([*facts.options, DRY_HEAT])
    cautions = {
        key.split(".")[1] for words in parts.words.values() for key in words.bubbles if key.startswith("caution.")
    }
    fits = {
        "early_test": _ref("early_test"),
        "late_test": _ref("late_test"),
        "told_test": _ref("told_test"),
        "tier": some(enum(safety.TIERS)),
        "pattern": some(enum(tables.patterns)),
        "dry_heat_result": some(enum(tables.dry_heat_results)),
        "ranked": enum(facts.ranked),
        "levelled": some(levelled),
        "level": enum(LEVELS),
        "caution": enum(sorted(cautions)),
    }
    keys = {
        "option": Keys((*facts.options, DRY_HEAT), "this option"),
        "ranked": Keys(facts.ranked, "the options that stand inside this one"),
    }
    tests = (("early_test", facts.early), ("late_test", facts.late), ("told_test", facts.told))
    return Known(fits, keys, {name: each for test, scope in tests for name, each in ask_about(scope, test).items()})


def in_safety(parts: Parts) -> Known:
    """For safety.yaml: what a property can test, of the answers and of what is seen of one step."""
    fits = {"safety_test": _ref("safety_test"), "text": text()}
    return Known(fits, {}, ask_about(parts.observed, "safety_test"))


def in_words(parts: Parts) -> Known:
    """For the words of one language: what can be filled in, and which commands have words."""
    facts = {name for words in parts.words.values() for name in words.facts}
    everywhere = {*facts, CHANNEL}
    kinds = {
        "words": filled(everywhere | COMPUTED),
        "label": filled(everywhere),
        "after": filled(everywhere, empty=True),
        "plain": filled((), empty=True),
        "facts": filled(facts),
        "letter": filled(facts | LETTER),
        "subject": filled(facts.union(SUBJECT)),
    }
    keys = {
        "command": Keys((*COMMANDS, THIS_LANGUAGE), "words that a patient may type for it"),
        "language": Keys(tuple(parts.words), "how this language is called", open=True),
    }
    return Known({"text": text(empty=True), **{name: _ref(name) for name in kinds}}, keys, kinds)


def in_clinic(parts: Parts) -> Known:
    """For clinic.yaml: plain words, in each language."""
    value, languages = filled(()), tuple(parts.words)
    fits = {
        "value": value,
        "time": {**value, "pattern": f"^{TIME}$", "patternErrorMessage": 'A time of day, such as "08:00"'},
        "link": {**value, "pattern": f"^{LINK}$", "patternErrorMessage": "An address such as https://example.org/page"},
        "language": enum(languages),
    }
    return Known(fits, {"language": Keys(languages, "for patients who read this language", open=True)})


def in_asking(parts: Parts) -> Known:
    """For asking.yaml: every topic."""
    return Known({"topic": enum(parts.hearing.knowledge.topics)})


def in_inventory(parts: Parts) -> Known:
    """For inventory.yaml: every text, label and fact."""
    every = parts.words.values()
    keys = dict.fromkeys(key for words in every for key in (*words.texts, *words.lines, *words.facts))
    return Known({"text": text(empty=True), "key": enum(keys, "text")})
