"""One value of a script while it is read: what it holds, where it stands, and what is wrong with it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from bot.authoring.nodes import Node
from bot.authoring.problems import Grade, Problem, Problems, nearest, one_of, shown
from bot.conversations.spans import NoSpan, span_of
from bot.conversations.steps import Where
from bot.engine.catalog import CHANNEL, PLACEHOLDER, Catalog
from bot.engine.library import Library

FEW = 15
"""So many names are all told, even where one of them is near."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a script can name: the project, the script's language, and the columns of its table."""

    library: Library
    lang: str
    columns: tuple[str, ...] = ()

    @property
    def catalog(self) -> Catalog:
        """The texts in the script's language."""
        return self.library.catalog(self.lang)

    @property
    def placeholders(self) -> list[str]:
        """All names that can stand in { }."""
        return [*self.columns, *self.catalog.facts, CHANNEL]


class Cell:
    """A value, and the ways to take it; each tells what does not fit, and then gives nothing."""

    __slots__ = ("_problems", "file", "known", "node")

    def __init__(self, file: str, node: Node, problems: Problems, known: Known) -> None:
        self.file = file
        self.node = node
        self.known = known
        self._problems = problems

    @property
    def where(self) -> Where:
        """The place of the value."""
        return Where(self.file, self.node.line, self.node.column)

    @property
    def is_list(self) -> bool:
        """Whether a list stands here."""
        return isinstance(self.node.children, list)

    @property
    def is_group(self) -> bool:
        """Whether names with values stand here."""
        return isinstance(self.node.children, dict)

    def of(self, node: Node) -> "Cell":
        """Another value of the same file."""
        return Cell(self.file, node, self._problems, self.known)

    # What is wrong

    def tell(self, found: str, fits: str, mend: str, key: str | None = None) -> None:
        """Tell a mistake at this value, or at a name inside it."""
        line, column = self.node.key_at(() if key is None else (key,))
        self._problems.add(Problem(Grade.CRITICAL, self.file, line, column, found, fits, mend))

    def unknown(self, what: str, word: str, known: Sequence[str], key: str | None = None) -> None:
        """Tell that nothing has this name."""
        near = nearest(word, known)
        fits = "" if near and len(known) > FEW else f"Known here: {one_of(known, FEW)}"
        mend = f"Did you mean {shown(near)}?" if near else "Take one of these"
        self.tell(f"There is no {what} {shown(word)}", fits, mend, key)

    def misfit(self, fits: str, example: str) -> None:
        """Tell that something else stands here."""
        self.tell(f"{_kind(self.node)} stands here", fits, self._quotes() or f"Write it like this: {example}")

    def _quotes(self) -> str | None:
        """`{heat}` without quotes is a group of names to YAML: the slip that everybody makes once."""
        value = self.node.value
        slip = isinstance(value, dict) and len(value) == 1 and next(iter(value.values())) == ""
        return f'If you mean the placeholder, put it in quotes: "{{{next(iter(value))}}}"' if slip else None

    # What stands here

    def text(self, example: str) -> str | None:
        """One text that is not empty."""
        value = self.node.value
        if not isinstance(value, str) or not value:
            self.misfit("A text would fit", example)
            return None
        self._placeholders(value)
        return value

    def _placeholders(self, text: str) -> None:
        known = self.known.placeholders
        for name in PLACEHOLDER.findall(text):
            if name not in known:
                near = nearest(name, known)
                fits = "A column of the table in each:, or a value of content/clinic.yaml"
                mend = f"Did you mean {shown('{' + near + '}')}?" if near else "Write the words themselves"
                self.tell(f"Nothing fills the placeholder {shown('{' + name + '}')}", fits, mend)

    def span(self, example: str) -> timedelta | None:
        """A span of time in words."""
        text = self.text(example)
        try:
            return span_of(text) if text else None
        except NoSpan as error:
            self.tell(error.found, error.fits, error.mend)
            return None

    def texts(self, example: str) -> tuple[str, ...]:
        """One text, or a list of them."""
        cells = self.items() if self.is_list else (self,)
        return tuple(text for cell in cells if (text := cell.text(example)))

    def items(self) -> Iterator["Cell"]:
        """The values of a list."""
        return (self.of(node) for node in cast("list[Node]", self.node.children))

    def named(self) -> Iterator[tuple[str, "Cell"]]:
        """The names and values of a group."""
        return ((name, self.of(node)) for name, node in cast("dict[str, Node]", self.node.children).items())

    def group(self, fields: Collection[str], example: str) -> dict[str, "Cell"]:
        """The values of a group in which only these names may stand."""
        if not self.is_group:
            self.misfit("A group of names with values would fit", example)
            return {}
        found = dict(self.named())
        for name in [name for name in found if name not in fields]:
            self.unknown("setting", name, list(fields), key=name)
            del found[name]
        return found

    def one_of(self, what: str, known: Sequence[str]) -> str | None:
        """One of these words."""
        word = self.text(known[0])
        if word is None or word in known:
            return word
        self.unknown(what, word, known)
        return None

    def state(self) -> str | None:
        """The full name of a state."""
        return self.one_of("state", list(self.known.library.states))


def _kind(node: Node) -> str:
    if isinstance(node.value, str):
        return f"The text {shown(node.value)}" if node.value else "Nothing"
    what = "list" if isinstance(node.value, list) else "group of names"
    return f"A {what}" if node.value else f"An empty {what}"
