"""The safety properties of a project, and the place where what they speak of is told to the coverage."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from bot.authoring import reader
from bot.authoring.problems import Problems
from bot.coverage.item import PROPERTIES, Item
from bot.engine.effects import AnyEffect
from bot.engine.library import Library
from bot.engine.session import Session

SAFETY = "dialogs/safety.yaml"


class Seen(NamedTuple):
    """One turn as it was seen: the library, the session after it, and what the turn asked for."""

    library: Library
    session: Session
    effects: tuple[AnyEffect, ...]


Subjects = Mapping[str, Callable[[Seen], bool]]
"""By the id of a property: whether its subject occurs in a turn, such as an emergency for SP1.

`bot.verify` knows what a property speaks of; a property without an entry is listed and not counted.
"""


def property_items(project: Path, subjects: Subjects) -> Iterator[Item]:
    """The properties under `properties:` of dialogs/safety.yaml; none where there is no such file."""
    path = project / SAFETY
    node = reader.read(path, SAFETY, Problems()) if path.is_file() else None
    written = node.value.get("properties") if node and isinstance(node.value, dict) else None
    for id in cast("dict[str, object]", written) if isinstance(written, dict) else ():
        line = node.key_at(("properties", id))[0] if node else 1
        what, mend = f"what {id} speaks of never occurred", "Lead a conversation to it"
        yield Item((PROPERTIES, id), SAFETY, line, what, mend, measured=id in subjects)
