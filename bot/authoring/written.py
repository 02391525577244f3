"""The dialogs as they were written, and the answers that their states ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.authoring import models as m
from bot.authoring.files import File, Path
from bot.authoring.folder import Folder
from bot.authoring.problems import one_of, shown
from bot.authoring.scope import NUMBER, ONE, SET, WORDS, Domain
from bot.authoring.shapes import shape
from bot.engine import safety

YES_NO = ("no", "yes", "unsure")
SCALE = tuple(str(number) for number in range(11))
REQUIRED_DIALOGS = tuple(dict.fromkeys(state.partition(".")[0] for state in safety.REQUIRED_STATES))


@dataclass(frozen=True, slots=True)
class Written:
    """One dialog as it was written: its name, its file, and its model (None: it could not be read)."""

    name: str
    file: File
    model: m.DialogModel | None

    @property
    def states(self) -> Mapping[str, m.StateModel]:
        """Its states by full name."""
        states = self.model.states if self.model else {}
        return {f"{self.name}.{name}": state for name, state in states.items()}


def read_dialog(folder: Folder, name: str) -> Written:
    """Read a dialog; the states that the engine leads to by name must be there."""
    required = [state.partition(".")[2] for state in safety.REQUIRED_STATES if state.startswith(f"{name}.")]
    why = f"The engine leads patients to its states: {one_of(required, limit=20)}" if required else ""
    file = folder.file(f"dialogs/{name}.yaml", why)
    model: m.DialogModel | None = shape(m.DialogModel, file)
    for state in required if model else ():
        _must_have(file, state)
    return Written(name, file, model)


def _must_have(file: File, state: str) -> None:
    path = ("states", state)
    if state not in file.value["states"] and not file.doubtful(path):
        fits = "The engine leads patients there when there is danger, on commands, or at the end"
        file.tell(("states",), f"The state {shown(state)} is missing", fits, f"Write {state}: under states:", key=True)
        file.cut(path)


class Dialogs:
    """All dialogs of a project."""

    def __init__(self, written: Iterable[Written]) -> None:
        self.by_name = {dialog.name: dialog for dialog in written}
        self.states = {name: state for dialog in self.by_name.values() for name, state in dialog.states.items()}

    @property
    def whole(self) -> bool:
        """Whether all that the dialogs say is known."""
        return all(dialog.file.whole for dialog in self.by_name.values())

    def of(self, state: str) -> Written:
        """The dialog of a state."""
        return self.by_name[state.partition(".")[0]]

    def where(self, state: str) -> tuple[File, Path]:
        """The file and the path of a state."""
        return self.of(state).file, ("states", state.partition(".")[2])

    def lost(self, state: str) -> bool:
        """Whether a state of this full name was cut out of its file, or lost with it."""
        dialog, _, name = state.partition(".")
        return dialog in self.by_name and self.by_name[dialog].file.cut_at(("states", name))

    def hurt(self, state: str) -> bool:
        """The same, or whether something inside it was cut out."""
        dialog, _, name = state.partition(".")
        return dialog in self.by_name and self.by_name[dialog].file.cut_near(("states", name))

    def domains(self) -> dict[str, Domain]:
        """The answers of the states, by full name, as facts that a rule can test."""
        asking = {n: state for n, state in self.states.items() if state.ask != "nothing" or state.remember}
        return {name: self._domain(name, state) for name, state in asking.items()}

    def _domain(self, name: str, state: m.StateModel) -> Domain:
        file, path = self.where(name)
        return replace(_domain(name, state), vague=any(file.cut_near((*path, part)) for part in ("ask", "choices")))


def _domain(name: str, state: m.StateModel) -> Domain:
    ids = tuple(choice.id for choice in (*state.choices, *state.done))
    kinds = {
        "nothing": Domain(name, ONE, ("seen",)),
        "one": Domain(name, ONE, ids),
        "many": Domain(name, SET, ids),
        "yes_no": Domain(name, ONE, YES_NO),
        "scale": Domain(name, NUMBER, SCALE),
    }
    return kinds.get(state.ask, Domain(name, WORDS))
