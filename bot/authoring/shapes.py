"""Holds a file against its model, tells every place where it differs, and mends or cuts it so that reading goes on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.authoring.fields import fields_at
from bot.authoring.files import File
from bot.authoring.mending import Spot, spot
from bot.authoring.models.base import as_name
from bot.authoring.nodes import Step
from bot.authoring.problems import nearest, shown


def shape(model: Any, file: File) -> Any:
    """The file as its model, without what had to be cut out; None where nothing of it can be used.

    What was misspelled is read as what was meant, and the file is held against the model again: so a mistake hides
    no other one.
    """
    adapter = _adapter(model)
    while () not in file.cuts:
        try:
            return adapter.validate_python(file.value)
        except ValidationError as error:
            _mend(model, file, error.errors(include_url=False))
    return None


@lru_cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


class Misfit(NamedTuple):
    """One place where the file differs: what the model expects, and where that is in the file."""

    model: Any
    file: File
    kind: str
    steps: tuple[Step, ...]
    """The place as the model sees it."""
    spot: Spot
    given: Any
    context: Mapping[str, Any]

    @property
    def is_name(self) -> bool:
        """Whether it is the name that does not fit, not the value behind it."""
        return self.steps[-1:] == ("[key]",)

    def tell(self, found: str, fits: str, mend: str, *, key: bool = False) -> None:
        """Tell it, unless the place has a mistake that was told before and is cut out by now."""
        if not self.file.cut_at(self.spot.path):
            self.file.tell(self.spot.path, found, fits, mend, key=key)

    def cut(self) -> None:
        """Take the value out of the file."""
        path = self.spot.path
        self.file.cut(path[:-1] if path and isinstance(path[-1], int) else path)
        self.spot.cut()


def _mend(model: Any, file: File, details: Sequence[ErrorDetails]) -> None:
    misfits = [_misfit(model, file, detail) for detail in details]  # all places, before anything moves
    slips = _slips(misfits)
    for misfit in misfits:
        if misfit.kind == "missing":
            _missing(misfit, slips.get((misfit.spot.path, str(misfit.steps[-1]))))
        elif not any(slip and slip.path == misfit.spot.path[: len(slip.path)] for slip in slips.values()):
            _TELLERS.get(misfit.kind, _other)(misfit)


def _misfit(model: Any, file: File, detail: ErrorDetails) -> Misfit:
    steps = tuple(detail["loc"])
    place = [step for step in (steps[:-1] if detail["type"] == "missing" else steps) if step != "[key]"]
    return Misfit(model, file, detail["type"], steps, spot(file.node, place), detail["input"], detail.get("ctx", {}))


def _slips(misfits: Iterable[Misfit]) -> Mapping[tuple[Any, str], Spot]:
    """The settings that are missing and that stand there under a name that is nearly right."""
    found: dict[tuple[Any, str], Spot] = {}
    for misfit in misfits:
        holder = misfit.spot
        if misfit.kind == "missing" and isinstance(holder.node.children, dict):
            known = fields_at(misfit.model, misfit.steps[:-1])
            strange = [name for name in holder.node.children if name not in known]
            missing = str(misfit.steps[-1])
            near = next((name for name in strange if nearest(name, known) == missing), None)
            if near:
                found[holder.path, missing] = Spot((*holder.path, near), holder.node, holder.node.children[near])
    return found


def _missing(misfit: Misfit, slip: Spot | None) -> None:
    name = str(misfit.steps[-1])
    if slip:
        misfit.file.unknown(slip.path, "setting", slip.name, fields_at(misfit.model, misfit.steps[:-1]), key=True)
        slip.rename(name)
        return
    if not misfit.file.cut_at((*misfit.spot.path, name)):
        misfit.tell(f"The setting {shown(name)} is missing here", "", f"Add a line that begins with {name}:", key=True)
    misfit.cut()


def _extra(misfit: Misfit) -> None:
    known = fields_at(misfit.model, misfit.steps[:-1])
    near = misfit.file.unknown(misfit.spot.path, "setting", misfit.spot.name, known, key=True)
    if near is None or not misfit.spot.rename(near):
        misfit.cut()


def _word(misfit: Misfit) -> None:
    known: Sequence[str] = misfit.context["known"]
    near = nearest(str(misfit.given), known)
    setting = next(step for step in reversed(misfit.spot.path) if isinstance(step, str))
    found = f"{shown(str(misfit.given))} does not fit behind {setting}:" if misfit.given else "Nothing stands here"
    mend = f"Did you mean {shown(near)}?" if near else "Take one of these"
    misfit.tell(found, f"One of {', '.join(known)}", mend)
    if near is None or not misfit.spot.put(near):
        misfit.cut()


def _pattern(misfit: Misfit) -> None:
    word = misfit.spot.name if misfit.is_name or not isinstance(misfit.given, str) else misfit.given
    as_meant = as_name(word)
    fits = "Small letters, digits and _, beginning with a letter"
    mend = f"Did you mean {shown(as_meant)}?" if as_meant else "Write a name"
    misfit.tell(f"{shown(word)} cannot be a name" if word else "A name is missing here", fits, mend, key=misfit.is_name)
    if not as_meant or not (misfit.spot.rename(as_meant) if misfit.is_name else misfit.spot.put(as_meant)):
        misfit.cut()


def _text(misfit: Misfit) -> None:
    """A list of one text is read as that text."""
    given = misfit.given
    _wants("One text", "name: some words")(misfit)
    alone = given[0] if isinstance(given, list) and len(given) == 1 else None
    if not isinstance(alone, str) or not misfit.spot.put(alone):
        misfit.cut()


def _told(misfit: Misfit) -> None:
    """A model knows itself what to say."""
    misfit.tell(misfit.context["found"], misfit.context["fits"], misfit.context["mend"], key=misfit.is_name)
    misfit.cut()


def _wants(what: str, example: str) -> Callable[[Misfit], None]:
    def tell(misfit: Misfit) -> None:
        misfit.tell(f"{_kind(misfit.given)} stands here", f"{what} would fit", f"Write it like this: {example}")

    return tell


def _cuts(what: str, example: str) -> Callable[[Misfit], None]:
    tell = _wants(what, example)

    def tell_and_cut(misfit: Misfit) -> None:
        tell(misfit)
        misfit.cut()

    return tell_and_cut


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return f"The text {shown(value)}" if value else "Nothing"
    return "A list" if isinstance(value, list) else "A group of names"


_other = _cuts("Something else", "compare it with a file that works")
_GROUP = _cuts("A group of names with values", "name: value, one a line, further in than the line above")
_TELLERS: Mapping[str, Callable[[Misfit], None]] = {
    "extra_forbidden": _extra,
    "word": _word,
    "told": _told,
    "string_pattern_mismatch": _pattern,
    "string_type": _text,
    "list_type": _cuts("A list", "[first, second], or one a line after a dash"),
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "bool_type": _cuts("true or false", "true"),
}
