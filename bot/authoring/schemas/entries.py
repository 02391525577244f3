"""Schemas of files of words: the entries that a project needs there, each with its answers, buttons and texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.authoring import models as m
from bot.authoring.checks.needs import MAY_HAVE, cautions, needed_labels, needed_texts
from bot.authoring.models.dialog import ASKS_TOLD
from bot.authoring.parts import Parts
from bot.authoring.schemas.draw import Known, close, draw
from bot.authoring.schemas.leaves import HOW, Schema, group
from bot.authoring.words import COMMAND, GROUPS
from bot.engine.decisions import LEVELS

LABELS = ("choices", "buttons")
SAY, AFTER, TEXTS = "say", "after", "texts"
WHAT = {
    "choices": "the words of this answer",
    "buttons": "the words on this button",
    "texts": "a text that the dialog names",
    "options": "how this option is called",
    "levels": "how this level is called",
    "reasons": "what a patient reads where this rule fires",
    "cautions": "what opens the card where this rule fires",
    "answers": "how the summary tells this answer",
}
"""What stands under a name of each group."""

NOBODY = f"Nothing in dialogs/ has this name. {HOW}"

Tree = dict[str, dict[str, None]]
"""Group by group, the names that belong there."""


@dataclass
class Entry:
    """What stands in one entry."""

    says: bool = False
    groups: Tree = field(default_factory=Tree)

    def take(self, inside: list[str]) -> None:
        """One more key of the entry: its own text, a label in a group, or a further text."""
        if not inside:
            self.says = True
            return
        group, name = inside if inside[0] in LABELS else (TEXTS, ".".join(inside))
        self.groups.setdefault(group, {})[name] = None


def words_of_dialog(parts: Parts, dialog: str, known: Known) -> Schema:
    """content/<language>/<dialog>.yaml."""
    return _file(parts, dialog, draw(m.ContentFile, known))


def words_of_commands(parts: Parts, known: Known) -> Schema:
    """content/<language>/command.yaml."""
    return _file(parts, COMMAND, draw(m.CommandContentModel, known))


def _file(parts: Parts, name: str, schema: Schema) -> Schema:
    model, found = schema["$defs"]["entry"], _entries(parts, name)
    properties = {entry: _entry(model, wanted, parts, f"{name}.{entry}") for entry, wanted in found.items()}
    own = {key: value for key, value in schema.items() if key != "patternProperties"}
    own |= {"properties": {**schema["properties"], **properties}, "additionalProperties": False, "errorMessage": NOBODY}
    return close(own, schema["$defs"])


def _entries(parts: Parts, file: str) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {
        state.partition(".")[2]: Entry() for state in parts.states if state.startswith(f"{file}.")
    }
    for key in (*needed_texts(parts), *needed_labels(parts), *MAY_HAVE):
        first, *inside = key.split(".")
        if first == file:
            found.setdefault(inside[0], Entry()).take(inside[1:])
    return found


def _entry(model: Schema, wanted: Entry, parts: Parts, key: str) -> Schema:
    """A text or texts, if the entry is nothing else; or a group with what belongs to it."""
    known, state = model["properties"], parts.states.get(key)
    inside: dict[str, Schema] = {SAY: known[SAY]} if wanted.says else {}
    inside |= {name: _named(known[name], names, WHAT[name]) for name, names in wanted.groups.items()}
    inside |= {AFTER: known[AFTER]} if state else {}
    told = {"description": f"{key}: here the patient {ASKS_TOLD[state.ask]}" if state else f"{key}: a text"}
    return {**told, **({"anyOf": [*known[SAY]["anyOf"], group(inside)]} if wanted.says else group(inside))}


def _named(any_names: Schema, names: Iterable[str], what: str) -> Schema:
    """The same group with these names alone."""
    label: Schema = next(iter(any_names["patternProperties"].values()))
    rows = {name: {"description": f"{name}: {what}", **label} for name in names}
    return {"description": any_names["description"], "errorMessage": NOBODY, **group(rows)}


def words_of_rules(parts: Parts, known: Known) -> Schema:
    """content/<language>/decisions.yaml."""
    schema = draw(m.DecisionContentModel, known)
    careful = [key for caution in cautions(parts) for key in caution.keys]
    rows: Tree = {group: {} for group in GROUPS.values()}
    for key in (*needed_texts(parts), *careful, *(f"level.{level}" for level in LEVELS)):
        first, _, name = key.partition(".")
        if first in GROUPS:
            rows[GROUPS[first]][name] = None
    groups = {name: _named(any_names, rows[name], WHAT[name]) for name, any_names in schema["properties"].items()}
    groups["answers"] |= group(_answers(rows["answers"], known.fits["label"]))
    return close({**schema, "properties": groups}, schema["$defs"])


def _answers(keys: Iterable[str], label: Schema) -> dict[str, Schema]:
    """The words of an answer to any question; or, under the name of a fact, of each of its values."""
    facts: Tree = {}
    for key in keys:
        fact, _, value = key.partition(".")
        facts.setdefault(fact, {}).update({value: None} if value else {})
    return {
        fact: {"description": f"{fact}: {WHAT['answers']}", **(group(_told(values, label)) if values else label)}
        for fact, values in facts.items()
    }


def _told(values: Iterable[str], label: Schema) -> dict[str, Schema]:
    return {value: {"description": f"{value}: {WHAT['answers']}", **label} for value in values}
