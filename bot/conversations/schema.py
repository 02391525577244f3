"""The JSON Schema of scripted conversations: every verb, with the states, texts and answers that a project has."""

from collections.abc import Iterable, Mapping

from bot.authoring.parts import Parts
from bot.authoring.schemas.draw import DRAFT
from bot.authoring.schemas.leaves import Schema, enum, group, text
from bot.conversations.verbs import ALONE
from bot.conversations.wanted import LOCKED, NONE, UNANSWERED, UNLOCKED, rules_of
from bot.engine import safety
from bot.engine.commands import COMMANDS
from bot.engine.named import NAMED

PLACE = "schemas/conversation.json"
COLUMN: Schema = {"type": "string", "pattern": r"\{[a-z0-9_.]+\}"}
"""A column of the table, in quotes, fits wherever a word does."""

FIELDS = {
    "conversation": "What this conversation shows, in a sentence.",
    "lang": "The language of the chat.",
    "review_ends_after": "As if the content were live, and its review ended on the day so long after the beginning.",
    "start_at": "Answers its way to this state first, with nothing to report.",
    "include": "Plays the steps of another file first, such as ../_shared/agreed.yaml",
    "each": "A table: the steps are played once for every row, with {column} filled in.",
    "steps": "What the patient does and what the bot must answer, one a line.",
}
VERBS = {
    "user": "The patient types this; a text that begins with / is a command.",
    "command": "The patient gives this command.",
    "back": "The patient goes back. It needs nothing after it: - back",
    "tap": "The patient presses this button, by its label or its name. A button that is not there fails.",
    "tap_old": "The patient presses a button of an earlier screen.",
    "tick": "The patient ticks or clears these lines, without Done.",
    "select": "Makes exactly these lines ticked, then Done.",
    "wait": "Time passes, such as 3 hours: seconds, minutes, hours or days.",
    "restart": "The program dies and starts again. It needs nothing after it: - restart",
    "start_at": "The patient answers the way to this state, with nothing to report.",
    "include": "Plays the steps of another file, such as ../_shared/agreed.yaml",
    "bot": "What the bot must have said in this turn.",
    "expect": "What the bot must have made of it.",
}
BOT = {
    "state": "The place after the turn; every bubble must belong to it, or be named.",
    "says": "One bubble has these words; a list names several. {clinic.phone} is filled in.",
    "says_key": "One bubble is this text; it survives rewording.",
    "buttons": "Exactly these buttons, in this order.",
    "not_says": "No bubble has these words.",
}
EXPECT = {
    "tier": "How soon the patient should be seen.",
    "session": "Whether an emergency has locked the chat.",
    "place": "The state in which the patient is.",
    "lang": "The language of the chat.",
    "answers": "Answers that are kept, by their state. {} means that none is.",
    "facts": "What has become of the answers, by the names of dialogs/decisions.yaml.",
    "options": "The options that are shown, in their order.",
    "callbacks": "How many requests for a call there are.",
    "heard": "Rules of content/hearing that heard danger in the last typed words; others may have heard it, too.",
}


def conversation_schema(parts: Parts) -> Schema:
    """The schema of every file below tests/conversations/."""
    words = _words(parts)
    fields = {
        "conversation": text(),
        "lang": words["lang"],
        "review_ends_after": text(),
        "start_at": words["state"],
        "include": text(),
        "each": {"type": "array", "minItems": 1, "items": {"type": "object", "minProperties": 1}},
        "steps": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/step"}},
    }
    required = {"required": ["conversation", "steps"]}
    return {"$schema": DRAFT, **_group(FIELDS, fields), **required, "$defs": {**words, "step": _step(parts)}}


def _words(parts: Parts) -> dict[str, Schema]:
    """What is named in more than one place."""
    bubbles = (key for words in parts.words.values() for key in (*words.bubbles, *words.texts))
    return {
        "state": _word(parts.states, "state"),
        "text": _word(bubbles, "text"),
        "lang": _word(parts.words),
        "some": {"anyOf": [text(), {"type": "array", "items": text()}]},
    }


def _word(known: Iterable[str], what: str = "") -> Schema:
    return {"anyOf": [enum(known, what), COLUMN]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _group(told: Mapping[str, str], fits: Mapping[str, Schema]) -> Schema:
    return group({name: {"description": told[name], **fits[name]} for name in told})


def _step(parts: Parts) -> Schema:
    nothing: Schema = {"type": ["null", "string"], "maxLength": 0}
    fits = {
        **dict.fromkeys(("user", "tap", "wait", "include"), text()),
        **dict.fromkeys(ALONE, nothing),
        "command": {"anyOf": [enum([*COMMANDS, *(f"/{name}" for name in COMMANDS)]), COLUMN]},
        "tap_old": _tap_old(),
        "tick": _ref("some"),
        "select": {"anyOf": [_ref("some"), _select()]},
        "start_at": _ref("state"),
        "bot": _group(BOT, _bot()),
        "expect": _group(EXPECT, _expect(parts)),
    }
    told = {"errorMessage": "There is no such verb. Ctrl and the space bar list them"}
    alone = {"enum": list(ALONE), "enumDescriptions": [VERBS[verb] for verb in ALONE]}
    return {"anyOf": [{**_group(VERBS, fits), "maxProperties": 1, **told}, alone]}


def _tap_old() -> Schema:
    told = {"of": "The state of the earlier screen.", "choice": "Which of its buttons, by its label or its name."}
    return _group(told, {"of": _ref("state"), "choice": text()}) | {"required": ["of", "choice"]}


def _select() -> Schema:
    told = {"lines": "The lines that are ticked.", "done": "Which Done button, where there are several."}
    return _group(told, {"lines": _ref("some"), "done": text()}) | {"required": ["lines"]}


def _bot() -> dict[str, Schema]:
    keys = {"anyOf": [_ref("text"), {"type": "array", "items": _ref("text")}]}
    return {"state": _ref("state"), "says_key": keys, **dict.fromkeys(("says", "buttons", "not_says"), _ref("some"))}


def _expect(parts: Parts) -> dict[str, Schema]:
    options = {"type": "array", "items": _word(parts.tables.options)}
    heard = rules_of(parts.hearing.knowledge)
    return {
        "tier": _word(safety.TIERS),
        "session": _word((LOCKED, UNLOCKED)),
        "place": _ref("state"),
        "lang": _ref("lang"),
        "answers": _sets(_answerable(parts)),
        "facts": _sets(_facts(parts)),
        "options": {"anyOf": [_word(parts.tables.options), options]},
        "callbacks": {"type": ["integer", "string"], "minimum": 0, "pattern": r"^([0-9]+|.*\{[a-z0-9_.]+\}.*)$"},
        "heard": {"anyOf": [_word(heard), {"type": "array", "items": _word(heard)}]},
    }


def _answerable(parts: Parts) -> dict[str, tuple[str, ...]]:
    """The states with an answer; without values, any words fit."""
    asked = {
        name: tuple(each.id for each in state.choices) for name, state in parts.states.items() if state.ask != "nothing"
    }
    seen = {name: ("seen",) for name, state in parts.states.items() if state.remember}
    heard = parts.tables.inputs.get(safety.FLAG_FACTS[0])
    return {**asked, **seen, safety.HEARD: heard.values if heard else ()}


def _facts(parts: Parts) -> dict[str, tuple[str, ...]]:
    inputs = {name: entry.values for name, entry in parts.tables.inputs.items()}
    return {**dict.fromkeys(parts.facts.dialogs.results, ()), **inputs, **NAMED}


def _sets(known: Mapping[str, tuple[str, ...]]) -> Schema:
    fits = {name: {"description": _told(name, values), **_values(values)} for name, values in known.items()}
    return {"anyOf": [COLUMN, group(fits)]}


def _told(name: str, values: tuple[str, ...]) -> str:
    return f"{name}: {', '.join(values)}" if values else f"{name}: one word, or a list of them"


def _values(known: tuple[str, ...]) -> Schema:
    one = _word((*known, UNANSWERED, NONE)) if known else text()
    return {"anyOf": [one, {"type": "array", "items": _word((*known, UNANSWERED)) if known else text()}]}
