"""Looks up what the dialogs refer to: states that a way leads to, and texts that are said."""

from collections.abc import Callable

from bot.authoring.files import File, Path
from bot.authoring.written import Dialogs, Written


class Names:
    """The states and texts of a project, by all the names under which a dialog can refer to them."""

    def __init__(self, dialogs: Dialogs, texts: frozenset[str], text_lost: Callable[[str], bool]) -> None:
        self.dialogs = dialogs
        self.texts = texts
        self.text_lost = text_lost
        self.starts = {name: _start(dialog) for name, dialog in dialogs.by_name.items()}

    def target(self, file: File, path: Path, dialog: str, reference: str) -> str | None:
        """The full name of a state; a dialog's name leads to its start."""
        full = reference if "." in reference else f"{dialog}.{reference}"
        if full in self.dialogs.states:
            return full
        if reference in self.starts or self.dialogs.lost(full):
            start = self.starts.get(reference)
            if start is None:
                file.cut(path)
            return start
        return self._meant(file, path, dialog, reference)

    def _meant(self, file: File, path: Path, dialog: str, reference: str) -> str | None:
        states = self.dialogs.states
        inside = reference.partition(".")[0] if "." in reference else dialog
        first = [name for name in states if name.startswith(f"{inside}.")]
        short = {name if "." in reference else name.removeprefix(f"{dialog}."): name for name in first}
        others = {name: name for name in states if name not in first}
        starts = {name: start for name, start in self.starts.items() if start}
        full = {**short, **starts, **others}
        elsewhere = next((name for name in states if name.endswith(f".{reference}")), None)
        near = file.unknown(path, "state or dialog", reference, list(full), meant=elsewhere)
        return full.get(near) if near else None

    def text(self, file: File, path: Path, state: str, reference: str | None) -> str | None:
        """The full key of a text: of this state, else of this dialog's file, else as it is written."""
        if reference is None or reference == "say":
            return state if reference else None
        dialog = state.partition(".")[0]
        keys = (f"{state}.{reference}", f"{dialog}.{reference}", reference)
        found = next((key for key in keys if key in self.texts), None)
        if found is None and any(map(self.text_lost, keys)):
            file.cut(path)
        elif found is None:
            full = {key.removeprefix(f"{state}.").removeprefix(f"{dialog}."): key for key in self._near_first(state)}
            near = file.unknown(path, "text", reference, list(full))
            return full.get(near) if near else None
        return found

    def _near_first(self, state: str) -> list[str]:
        dialog = state.partition(".")[0]
        return sorted(
            self.texts, key=lambda key: (not key.startswith(f"{state}."), not key.startswith(f"{dialog}."), key)
        )


def _start(dialog: Written) -> str | None:
    """The state that a dialog begins with; told where there is no such state."""
    if dialog.model is None:
        return None
    start, names = dialog.model.start, list(dialog.model.states)
    if start is None:
        if not dialog.file.cut_at(("start",)):
            found, fits = 'The setting "start" is missing here', "The state with which the dialog begins"
            dialog.file.tell((), found, fits, f"Add a line such as start: {next(iter(names), 'welcome')}")
        return None
    if start not in names and not dialog.file.cut_at(("states", start)):
        start = dialog.file.unknown(("start",), "state", start, names)
    return f"{dialog.name}.{start}" if start in names else None
