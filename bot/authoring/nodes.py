"""Values out of a YAML file that still know where they stand, and how they grow out of the parser's events."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from yaml import events

from bot.authoring.problems import Place, Report, shown

DEPTH: Final = 40
"""How many lists and mappings may stand inside each other."""

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value as plain Python: all that is not a list or a mapping is text."""

Step = str | int


class Node:
    """A value, the place where it begins, and the same for everything inside it."""

    __slots__ = ("children", "column", "key_marks", "line", "value")

    def __init__(
        self,
        value: Plain,
        line: int,
        column: int,
        children: "dict[str, Node] | list[Node] | None" = None,
        key_marks: dict[str, Place] | None = None,
    ) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.children = children
        self.key_marks = key_marks

    def copy(self) -> "Node":
        """The same once more, for whoever changes it."""
        children, marks = self.children, self.key_marks
        if isinstance(children, dict):
            named = {name: child.copy() for name, child in children.items()}
            values = {name: child.value for name, child in named.items()}
            return Node(values, self.line, self.column, named, dict(marks or {}))
        if children is not None:
            listed = [child.copy() for child in children]
            return Node([child.value for child in listed], self.line, self.column, listed)
        return Node(self.value, self.line, self.column)

    def at(self, path: Sequence[Step]) -> Place:
        """Where the value at the path begins, or the last value on the way to it that is there."""
        node, _ = self._follow(path)
        return node.line, node.column

    def key_at(self, path: Sequence[Step]) -> Place:
        """Where the key that the path ends with stands; if it ends with none, the same as `at`."""
        node, key = self._follow(path)
        return key or (node.line, node.column)

    def _follow(self, path: Sequence[Step]) -> "tuple[Node, Place | None]":
        node, key = self, None
        for step in path:
            holder = node._holder(step)
            child = holder and holder._child(step)
            if holder is None or child is None:
                return node, None
            node, key = child, (holder.key_marks or {}).get(str(step))
        return node, key

    def _holder(self, step: Step) -> "Node | None":
        """The node that has the step: this one, or one that it wraps as its only value."""
        node = self
        while node is not None and node._child(step) is None:
            node = node._only_child()
        return node

    def _child(self, step: Step) -> "Node | None":
        children = self.children
        if isinstance(children, dict):
            return children.get(str(step))
        if children is not None and isinstance(step, int) and 0 <= step < len(children):
            return children[step]
        return None

    def _only_child(self) -> "Node | None":
        children = self.children
        return next(iter(children.values())) if isinstance(children, dict) and len(children) == 1 else None


class TooDeep(Exception):
    """The file goes deeper than `DEPTH`; told already, there is nothing more to read."""


class _OpenList:
    """A list that goes on; the documents of a file are one, too."""

    __slots__ = ("children", "node", "values")

    def __init__(self, line: int, column: int) -> None:
        self.values: list[Plain] = []
        self.children: list[Node] = []
        self.node = Node(self.values, line, column, self.children)

    def text(self, text: str, at: Place, plain: bool) -> None:
        self.put(Node(text, *at))

    def alias(self, at: Place) -> None:
        self.put(Node("", *at))

    def put(self, node: Node) -> None:
        self.values.append(node.value)
        self.children.append(node)


class _OpenMapping:
    """A mapping that goes on: a key, its value, a key, its value."""

    __slots__ = ("awaits_key", "children", "key", "marks", "node", "report", "values")

    def __init__(self, line: int, column: int, report: Report) -> None:
        self.values: dict[str, Plain] = {}
        self.children: dict[str, Node] = {}
        self.marks: dict[str, Place] = {}
        self.node = Node(self.values, line, column, self.children, self.marks)
        self.report = report
        self.awaits_key = True
        self.key: str | None = None  # None: the key was refused; its value is read for its problems, then dropped

    def text(self, text: str, at: Place, plain: bool) -> None:
        if not self.awaits_key:
            self.put(Node(text, *at))
            return
        self.awaits_key = False
        if text == "<<" and plain:
            self._refuse_merge(at)
        elif text in self.marks:
            self._refuse_second(text, at)
        else:
            self.key = text
            self.marks[text] = at

    def alias(self, at: Place) -> None:
        if self.awaits_key:
            self.awaits_key = False
        else:
            self.put(Node("", *at))

    def put(self, node: Node) -> None:
        if self.awaits_key:
            self.awaits_key = False
            self._refuse_nested(node)
            return
        self.awaits_key = True
        if self.key is not None:
            self.values[self.key] = node.value
            self.children[self.key] = node
            self.key = None

    def _refuse_second(self, key: str, at: Place) -> None:
        line, column = self.marks[key]
        self.report.refuse(
            at,
            f"The name {shown(key)} stands here a second time; the first is on line {line}, column {column}",
            "In one group each name may stand once",
            "Delete one of the two, or give this one another name",
        )

    def _refuse_merge(self, at: Place) -> None:
        self.report.refuse(
            at,
            'The name "<<" stands here, which in YAML copies another group into this one',
            "Each group is written out in full",
            "Write the names and values out here and take the line with << away",
        )

    def _refuse_nested(self, node: Node) -> None:
        what = "A list" if isinstance(node.value, list) else "A group of names in { }"
        self.report.refuse(
            (node.line, node.column),
            f"{what} stands here in the place of a name",
            "A name is a single word or text",
            "Write one name; if a text is meant to begin with { or [, put the whole text in quotes",
        )


class Builder:
    """Turns events into nodes, level by level on a stack of its own, so that no file can exhaust Python's."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._documents = _OpenList(1, 1)
        self._top: _OpenList | _OpenMapping = self._documents
        self._outer: list[_OpenList | _OpenMapping] = []
        self._handlers: dict[type[events.Event], Callable[[Any], None]] = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._open_mapping,
            events.SequenceStartEvent: self._open_list,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }

    def build(self, stream: Iterable[events.Event]) -> Node | None:
        """The value of the first document, None if there is none; every refusal in all documents is reported."""
        handlers = self._handlers
        for event in stream:
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)
        return next(iter(self._documents.children), None)

    def _scalar(self, event: events.ScalarEvent) -> None:
        at = place(event.start_mark)
        if event.tag is not None or event.anchor is not None:
            self._refuse_marked(event, at)
        plain = event.implicit[0]
        self._top.text("" if plain and event.value == "~" else event.value, at, plain)

    def _open_mapping(self, event: events.MappingStartEvent) -> None:
        self._open(event, _OpenMapping(*place(event.start_mark), self._report))

    def _open_list(self, event: events.SequenceStartEvent) -> None:
        self._open(event, _OpenList(*place(event.start_mark)))

    def _open(self, event: events.CollectionStartEvent, opened: _OpenList | _OpenMapping) -> None:
        at = opened.node.line, opened.node.column
        if event.tag is not None or event.anchor is not None:
            self._refuse_marked(event, at)
        if len(self._outer) == DEPTH:
            self._refuse_depth(at)
        self._outer.append(self._top)
        self._top = opened

    def _close(self, event: events.CollectionEndEvent) -> None:
        closed, self._top = self._top, self._outer.pop()
        self._top.put(closed.node)

    def _alias(self, event: events.AliasEvent) -> None:
        at = place(event.start_mark)
        name = shown(f"*{event.anchor}")
        self._report.refuse(
            at,
            f"{name} stands here, which in YAML points to a value that is written elsewhere",
            "Each value is written out where it is needed",
            "Write the value out here; if a text is meant to begin with *, put the whole text in quotes",
        )
        self._top.alias(at)

    def _document(self, event: events.DocumentStartEvent) -> None:
        if event.version is not None or event.tags is not None:
            self._report.refuse(
                place(event.start_mark),
                "A line that begins with % stands here, which in YAML is an order to the reader",
                "A file begins with its first name",
                "Delete the line that begins with %, and the line --- below it",
            )
        if len(self._documents.children) == 1:  # the second is told, and with it all that follow
            self._report.refuse(
                place(event.start_mark),
                "A second document begins here, after a line ---",
                "One file holds one document",
                "Delete the line ---, or move what follows into a file of its own",
            )

    def _refuse_marked(self, event: events.ScalarEvent | events.CollectionStartEvent, at: Place) -> None:
        if event.anchor is not None:
            self._report.refuse(
                at,
                f"{shown(f'&{event.anchor}')} stands here, which in YAML gives a value a name for use elsewhere",
                "Each value is written out where it is needed",
                "Take the word with & away; if a text is meant to begin with &, put the whole text in quotes",
            )
        if event.tag is not None:
            self._report.refuse(
                at,
                f"{shown(_tag_as_written(event.tag))} stands here, which in YAML changes what kind a value is",
                "Text, lists and groups of names are all there is",
                "Take the word with ! away; if a text is meant to begin with !, put the whole text in quotes",
            )

    def _refuse_depth(self, at: Place) -> None:
        self._report.refuse(
            at,
            f"More than {DEPTH} lists and groups stand inside each other here; nothing after this place was read",
            f"At most {DEPTH} levels",
            "Look for brackets [ or { that were never closed, or make the file flatter",
        )
        raise TooDeep


def place(mark: Any) -> Place:
    """Line and column as people count them."""
    return mark.line + 1, mark.column + 1


def _tag_as_written(tag: str) -> str:
    short = tag.replace("tag:yaml.org,2002:", "!!", 1)
    return short if short.startswith("!") else f"!<{short}>"
