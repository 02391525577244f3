"""Verifies a project: a proof is remembered by all that it depends on, and signed, so that `serve` can see it."""

from collections.abc import Iterator
from math import inf
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bot.app.verified import STAMP, stamp
from bot.authoring.project import Loaded
from bot.engine.library import Library
from bot.verify.prints import prints
from bot.verify.prove import Proof, Verdict, prove
from bot.verify.report import as_json, in_words
from bot.verify.shelf import Shelf
from bot.verify.story import script

REMEMBERED = "proof"


class Verified(msgspec.Struct, frozen=True):
    """A proof, with the library that its conversations are told by."""

    library: Library
    proof: Proof

    @property
    def holds(self) -> bool:
        """Whether every property holds."""
        return self.proof.holds

    def as_json(self) -> str:
        """For programs."""
        return as_json(self.library, self.proof)

    def in_words(self) -> str:
        """For people."""
        return "\n".join(in_words(self.library, self.proof))

    def save(self, folder: Path) -> Iterator[Path]:
        """Write each conversation that breaks a property as a script."""
        folder.mkdir(parents=True, exist_ok=True)
        for verdict in self.proof.verdicts:
            for example in verdict.broken:
                if example.way:
                    path = folder / f"{verdict.about.id.lower()}_line_{example.line}.yaml"
                    path.write_text(script(self.library, example.way, verdict.about.says), encoding="utf-8")
                    yield path


def verify(loaded: Loaded, folder: Path, key: bytes, anew: bool, progress: bool, first: bool = False) -> Verified:
    """Prove the project, or recall the proof where nothing that it depends on has changed; stamp it if it holds.

    After a small edit most steps are recalled; with `anew`, none.
    """
    library = loaded.library
    if library is None:
        raise ValueError("A project with critical mistakes cannot be verified.")
    print_ = prints(loaded).whole
    proof = None if anew else _recall(folder, print_, loaded)
    if proof is None:
        proof = _prove(loaded, progress, first, Shelf(folder, key, anew))
        if proof.holds:
            (folder / REMEMBERED).write_bytes(msgspec.msgpack.encode((print_, *_figures(proof))))
    if proof.holds:
        (folder / STAMP).write_text(stamp(key, library.version), encoding="ascii")
    return Verified(library, proof)


def _prove(loaded: Loaded, progress: bool, first: bool, shelf: Shelf) -> Proof:
    within = inf if first else None
    if not progress:
        return prove(loaded, within=within, shelf=shelf)
    console = Console(stderr=True)
    columns = (TextColumn("Trying every path"), BarColumn(), TextColumn("{task.completed:,.0f} of {task.total:,.0f}"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task("", total=1)

        def told(done: int, known: int) -> None:
            bar.update(task, completed=done, total=max(known, 1))

        return prove(loaded, told, within=within, shelf=shelf)


def _figures(proof: Proof) -> tuple[int, int, int, tuple[str, ...], float]:
    return proof.configurations, proof.steps, proof.combinations, proof.unreached, proof.seconds


def _recall(folder: Path, print_: bytes, loaded: Loaded) -> Proof | None:
    """A proof that held for all that this one depends on."""
    try:
        found, *figures = msgspec.msgpack.decode((folder / REMEMBERED).read_bytes())
        configurations, steps, combinations, unreached, _ = figures
    except (OSError, ValueError, TypeError, msgspec.MsgspecError):
        return None
    if found != print_:
        return None
    verdicts = tuple(Verdict(each, 0.0) for each in loaded.parts.properties)
    return Proof(verdicts, configurations, steps, combinations, tuple(unreached), 0.0, steps)
