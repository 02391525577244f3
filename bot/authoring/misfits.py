"""Says of one place that differs from its model what stands there and what would fit, and mends it or cuts it out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from bot.authoring.fields import fields_at
from bot.authoring.files import File
from bot.authoring.mending import Spot, spot
from bot.authoring.models.base import as_name
from bot.authoring.nodes import Step
from bot.authoring.problems import nearest, shown


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
        last = self.steps[-1:]
        return last == ("[key]",) or (last == ("id",) and isinstance(self.spot.path[-1], str))

    def tell(self, found: str, fits: str, mend: str, *, key: bool = False) -> None:
        """Tell it, unless the place has a mistake that was told before and is cut out by now."""
        if not self.file.cut_at(self.spot.path):
            self.file.tell(self.spot.path, found, fits, mend, key=key)

    def cut(self) -> None:
        """Take the value out of the file."""
        path = self.spot.path
        self.file.cut(path[:-1] if path and isinstance(path[-1], int) else path)
        self.spot.cut()

    def stand_in(self, text: str | None) -> None:
        """Put a text in its place, or take it out; either way it is not known what staff meant."""
        if text is not None and self.spot.put(text):
            self.file.cut(self.spot.path)
        else:
            self.cut()


def mend(misfit: Misfit) -> None:
    """Tell what does not fit, and change the file so that it does."""
    _MENDERS.get(misfit.kind, _other)(misfit)


def mend_missing(misfit: Misfit, slip: Spot | None) -> None:
    """Tell a setting that is missing, and give its name to what stands there instead of it."""
    name = str(misfit.steps[-1])
    if slip:
        known = fields_at(misfit.model, misfit.steps[:-1])
        misfit.file.unknown(slip.path, "setting", slip.name, known, key=True, meant=name)
        slip.rename(name)
        return
    path = (*misfit.spot.path, name)
    if misfit.file.cut_at(path) or not misfit.spot.add(name):
        misfit.cut()  # even an empty text in its place has not helped
        return
    misfit.tell(f"The setting {shown(name)} is missing here", "", f"Add a line that begins with {name}:", key=True)
    misfit.file.cut(path)


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
    misfit.tell(found, f"One of {', '.join(known)}" if len(known) > 1 else f"Only {known[0]} fits", mend)
    if near:
        misfit.spot.put(near)
    else:
        misfit.stand_in(known[0] if len(known) == 1 else None)


def _pattern(misfit: Misfit) -> None:
    word = misfit.spot.name if misfit.is_name or not isinstance(misfit.given, str) else misfit.given
    as_meant = nearest(word, filter(None, [as_name(word, misfit.context["pattern"])]))
    fits = "Small letters, digits and _, beginning with a letter"
    mend = f"Did you mean {shown(as_meant)}?" if as_meant else "Write a name"
    misfit.tell(f"{shown(word)} cannot be a name" if word else "A name is missing here", fits, mend, key=misfit.is_name)
    if not as_meant or not (misfit.spot.rename(as_meant) if misfit.is_name else misfit.spot.put(as_meant)):
        misfit.cut()


def _text(misfit: Misfit) -> None:
    """A list of one text is read as that text."""
    given = misfit.given
    alone = cast("Any", given[0]) if isinstance(given, list) and len(cast("list[Any]", given)) == 1 else None
    _tell_kind(misfit, "One text", alone if isinstance(alone, str) else "some words")
    if not isinstance(alone, str) or not misfit.spot.put(alone):
        misfit.cut()


def _told(misfit: Misfit) -> None:
    """A model knows itself what to say."""
    said, item = misfit.context, misfit.context["item"]
    if item is None:
        misfit.tell(said["found"], said["fits"], said["mend"], key=misfit.is_name)
        misfit.stand_in(said["instead"])
    else:
        one = spot(misfit.spot.node, (item,))
        misfit.file.tell((*misfit.spot.path, item), said["found"], said["fits"], said["mend"])
        one.cut()


def _tell_kind(misfit: Misfit, what: str, example: str) -> None:
    setting = next((f"{step}: " for step in reversed(misfit.spot.path) if isinstance(step, str)), "")
    misfit.tell(f"{_kind(misfit.given)} stands here", f"{what} would fit", f"Write it like this: {setting}{example}")


def _cuts(what: str, example: str) -> Callable[[Misfit], None]:
    def tell(misfit: Misfit) -> None:
        _tell_kind(misfit, what, example)
        misfit.cut()

    return tell


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return f"The text {shown(value)}" if value else "Nothing"
    return "A list" if isinstance(value, list) else "A group of names"


_other = _cuts("Something else", "as in a file that works")
_GROUP = _cuts("A group of names with values", "and below it, further in, one name: value a line")
_MENDERS: Mapping[str, Callable[[Misfit], None]] = {
    "extra_forbidden": _extra,
    "word": _word,
    "told": _told,
    "string_pattern_mismatch": _pattern,
    "string_type": _text,
    "list_type": _cuts("A list", "[first, second], or below it one a line after a dash"),
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "bool_type": _cuts("true or false", "true"),
}
