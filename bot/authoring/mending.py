"""Changes to the values of a file, so that reading can go on behind a mistake that was told."""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from bot.authoring.files import Path
from bot.authoring.nodes import Node, Step


class Spot(NamedTuple):
    """A value inside a file: its path, the node that holds it, and itself. The whole file has no holder."""

    path: Path
    holder: Node | None
    node: Node

    @property
    def name(self) -> str:
        """The name or number under which the value stands."""
        return str(self.path[-1]) if self.path else ""

    def rename(self, name: str) -> bool:
        """Give the value another name; False where that one is taken, or there is none to change."""
        holder, old = self.holder, self.name
        if holder is None or not isinstance(holder.children, dict) or name in holder.children:
            return False
        values, marks = cast("dict[str, Any]", holder.value), holder.key_marks or {}
        if holder.children.get(old) is not self.node:
            return False
        for group in (values, holder.children, marks):
            cast("dict[str, Any]", group)[name] = group.pop(old)
        return True

    def add(self, name: str) -> bool:
        """Put an empty text into a group; False where there is no group."""
        children, values = self.node.children, self.node.value
        if not isinstance(children, dict) or not isinstance(values, dict):
            return False
        values[name], children[name] = "", Node("", self.node.line, self.node.column)
        return True

    def put(self, value: str) -> bool:
        """Put a text in the place of the value."""
        step = self._step()
        if self.holder is None or step is None:
            return False
        cast("Any", self.holder.value)[step] = value
        self.node.value, self.node.children = value, None
        return True

    def cut(self) -> bool:
        """Take the value out; False for the whole file."""
        step = self._step()
        if self.holder is None:
            return False
        if step is not None:
            del cast("Any", self.holder.value)[step]
            del cast("Any", self.holder.children)[step]
        return True

    def _step(self) -> Step | None:
        """Where the value stands by now; None once it has been taken out."""
        children = self.holder.children if self.holder else None
        steps = children.items() if isinstance(children, dict) else enumerate(children or [])
        return next((step for step, child in steps if child is self.node), None)


def spot(node: Node, steps: Sequence[Step]) -> Spot:
    """Follow steps through a file. A model has steps of its own (`say` where a text stands alone): they are skipped."""
    found = Spot((), None, node)
    for step in steps:
        found = _into(found, step) or _through_only_child(found, step) or found
    return found


def _into(at: Spot, step: Step) -> Spot | None:
    children = at.node.children
    if isinstance(children, dict) and str(step) in children:
        return Spot((*at.path, str(step)), at.node, children[str(step)])
    if isinstance(children, list) and isinstance(step, int) and step < len(children):
        return Spot((*at.path, step), at.node, children[step])
    return None


def only_child(at: Spot) -> Spot | None:
    """The one value of a group that has no other: `- fever: {sets: …}` is the choice `fever` with its settings."""
    children = at.node.children
    return _into(at, next(iter(children))) if isinstance(children, dict) and len(children) == 1 else None


def _through_only_child(at: Spot, step: Step) -> Spot | None:
    inner = only_child(at)
    return _into(inner, step) if inner else None
