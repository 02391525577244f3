"""`heatwise docs`: writes diagrams, decision tables, review sheets and the hazard log of a project."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot import settings as config
from bot.app.rooms import ROOMS

if TYPE_CHECKING:
    from bot.authoring.parts import Parts
    from bot.documents.folder import Given
    from bot.engine.library import Library

NEEDED = ("jinja2", "pygraphviz", "textstat")
TELLS_TESTS = 'a file such as {"SP1": ["tests/conversations/emergency/saddle.yaml"]}'


def write_documents(settings: config.Settings, target: Path, proof: Path | None, tests: Path | None) -> None:
    """Write them, and print each name as soon as the file is there. Raises SettingsError, NotServed."""
    _look_for_libraries()
    from bot.documents.folder import documents, write

    library, parts = _project(settings)
    given = _given(settings.project, proof, tests)
    print(f"Writing to {target}:", flush=True)
    count = 0
    try:
        for name in write(target, documents(library, parts, given)):
            print(f"  {name}", flush=True)
            count += 1
    except OSError as error:
        raise config.SettingsError(
            f"{target} cannot be written: {error.strerror}. Name another folder: heatwise docs DIR"
        ) from None
    print("\n".join(_closing(target, count, bool(given.properties), proof)))


def _look_for_libraries() -> None:
    if any(find_spec(name) is None for name in NEEDED):
        raise config.SettingsError(
            "The documents need a few libraries more. Install them with: pip install 'heatwise[documents]'"
        )


def _project(settings: config.Settings) -> "tuple[Library, Parts]":
    from bot.app import NotServed
    from bot.authoring.project import load

    loaded = load(settings.project, rooms=ROOMS)
    if loaded.library is None:
        raise NotServed(loaded)
    return loaded.library, loaded.parts


def _given(project: Path, proof: Path | None, tests: Path | None) -> "Given":
    from bot.documents.folder import Given
    from bot.documents.hazards import Proof, read_json
    from bot.documents.properties import Unreadable, read_properties

    try:
        properties = read_properties(project)
    except Unreadable as error:
        raise config.SettingsError("\n".join(map(str, error.problems))) from None
    proved = read_json(proof, Proof, "what heatwise verify --json has written") if proof else None
    touching = read_json(tests, dict[str, list[str]], TELLS_TESTS) if tests else {}
    return Given(properties, proved, touching)


def _closing(target: Path, count: int, hazard_log: bool, proof: Path | None) -> Iterator[str]:
    yield f"Wrote {count} files. Open {target / 'index.html'} in a browser."
    if not hazard_log:
        yield "There is no hazard log: the project has no dialogs/safety.yaml."
    elif proof is None:
        yield "The hazard log has no results. For them: heatwise verify --json > proof.json"
        yield "                                         heatwise docs --proof proof.json"
    yield "No clinician has reviewed this content."
