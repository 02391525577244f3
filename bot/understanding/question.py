"""What is asked on a screen, and every name that its choices go by, ready for typed answers."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.catalog import Catalog
from bot.engine.dialog import State
from bot.engine.library import Library
from bot.engine.screen import NONE, SKIP
from bot.understanding.text import sentences
from bot.understanding.words import word_set

SCALE_WORDS = ("pain", "score", "scale", "dolor")
"""A state that is not in the project and is called so asks for a score from 0 to 10."""
LONGEST_NAME = 4
"""Words of weight that a name may have; a longer line is no name that anybody types."""

LONG = 6
"""From how many letters one word of an option's name can stand for the whole."""

_CUT = re.compile(r"[,;:().–—/]| or | o | and | y | such as | como ")
_EMPTY = word_set("""
    up down goes sube baja have tell about i
    a an the my your i it is are be in on of to at for from with that this do did has have had or and not me you its
    un una el la los las de del en con para por que se su sus mi tu al le lo es son esta o y no te more less any new
    now back neck area skin pain body mas menos nuevo nueva ahora espalda cuello zona piel dolor cuerpo use used other
    trouble problem medicine last days side out during soon after could usa usado otro otra ultimos dias yes no si one
    or more una alguna uno done listo each time cada vez sure seguro goes tap worse peor somewhere
""")


_TOO_WIDE = frozenset(
    (word,)
    for word in word_set("""
    heat calor night noche red roja 3 65 swollen hinchada sensacion before antes different distinto forma shape surgery
    patch cream crema em upper alta worst brown brazo dos
""")
)
"""Words that stand in a line and are too wide for a name of it."""


class Option(Struct, frozen=True):
    """A choice: its id, its whole labels, and the shorter names by which its words can be recognized."""

    id: str
    labels: frozenset[tuple[str, ...]]
    names: tuple[tuple[str, ...], ...]
    given: frozenset[tuple[str, ...]] = frozenset()
    """Those of them that staff wrote."""
    group: frozenset[str] = frozenset()
    """Words of the heading under which it stands."""
    alone: tuple[tuple[str, ...], ...] = ()
    """Names that are only one where a clause says nothing else: "pain" among signs."""
    starts: Mapping[str, tuple[tuple[str, ...], ...]] = {}
    """Its names and labels by their first word."""
    words: frozenset[str] = frozenset()
    """The words of its names."""
    hidden: bool = False
    """Whether it stands on the screen only for some, and so counts for no place in the list."""


class Question(Struct, frozen=True):
    """A screen: the kind of question, its choices in their order, and whether it screens for danger."""

    state: str = ""
    ask: str = "nothing"
    options: tuple[Option, ...] = ()
    screening: bool = False
    parts: Mapping[str, tuple[str, ...]] = {}
    """The words that the names are made of, by their first letter."""

    def has(self, option: str) -> bool:
        """Whether there is a choice of this name."""
        return any(each.id == option for each in self.options)


_BEFORE_A_NAME = word_set("a an the some un una unos unas el la los las just solo its es")


def names_a_choice(question: Question, text: str) -> bool:
    """Whether a text is the name of a choice of one-choice question and nothing else: "a blister" answers it."""
    if question.ask != "one" or question.screening:
        return False
    words = tuple(word for word in words_of(text) if word not in _BEFORE_A_NAME)
    return any(words in (*option.labels, *option.names, *option.given) for option in question.options)


def words_of(text: str) -> tuple[str, ...]:
    """The plain words of a text."""
    return tuple(token.word for sentence in sentences(text) for token in sentence.tokens if token.word.isalnum())


def spoken(text: str) -> tuple[str, ...]:
    """The plain words of a text with a comma wherever something is cut."""
    said = [[token.word for token in sentence.tokens] for sentence in sentences(text)]
    return tuple(word for words in said for word in (*words, ","))[:-1]


def without_commas(words: tuple[str, ...]) -> str:
    """The words as a text, without what cuts them."""
    return " ".join(word for word in words if word != ",")


def with_commas(words: tuple[str, ...]) -> str:
    """The words as a text, with what cuts them."""
    return " ".join(words)


class Questions(Mapping[str, Question]):
    """The question of every state; each is read when it is first asked.

    `names` holds other names of choices under `dialog.state.choice`.
    """

    def __init__(self, library: Library, names: Mapping[str, tuple[str, ...]]) -> None:
        self._library, self._states, self._names = library, library.states, names
        self._read: dict[str, Question] = {}

    def __getitem__(self, name: str) -> Question:
        if name not in self._read:
            state, catalogs = self._states[name], tuple(self._library.catalogs.values())
            self._read[name] = _question(self._library, state, catalogs, self._names)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._states)

    def __len__(self) -> int:
        return len(self._states)


def question_of(known: Mapping[str, Question], state: str | None) -> Question:
    """The question of a state; of one that is not there, what its name tells."""
    if not state or state in known:
        return known.get(state or "", Question())
    dialog, _, rest = state.partition(".")
    if (inner := f"{dialog}.{rest.rpartition('.')[2]}") in known:
        return known[inner]  # "check_in.pain.words": how the pain is, in words
    return Question(state, "scale") if any(word in state for word in SCALE_WORDS) else Question(state)


def with_shown(question: Question, shown: Collection[str]) -> Question:
    """The question with those of its conditional choices that stand on the screen now counted in."""
    if not any(option.hidden and option.id in shown for option in question.options):
        return question
    options = (replace(option, hidden=option.hidden and option.id not in shown) for option in question.options)
    return replace(question, options=tuple(options))


def _question(
    library: Library, state: State, catalogs: Iterable[Catalog], names: Mapping[str, tuple[str, ...]]
) -> Question:
    found = [_option(key, id, catalogs, names.get(f"{state.name}.{id}", ())) for key, id in _shown(library, state)]
    conditional = {choice.id for choice in state.choices if choice.when is not None}
    found = [replace(option, hidden=option.id in conditional) for option in found]
    found = _grouped(found) if state.ask != "yes_no" else [_only_given(option) for option in found]
    options = tuple(map(_indexed, _apart(found)))
    return Question(state.name, state.ask, options, state.name in safety.SCREENS, _parts(options))


def _indexed(option: Option) -> Option:
    starts: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in (*option.names, *sorted(option.labels)):
        starts[name[0]] = (*starts.get(name[0], ()), name)
    return replace(option, starts=starts, words=frozenset(word for name in option.names for word in name))


def _parts(options: Iterable[Option]) -> dict[str, tuple[str, ...]]:
    names = {name for option in options for name in (*option.names, *option.labels, *option.alone)}
    words = sorted({word for name in names for word in name})
    letters = sorted({word[0] for word in words})
    return {letter: tuple(word for word in words if word[0] == letter) for letter in letters}


def _only_given(option: Option) -> Option:
    """A yes or no without its label: "no" stands in many sentences that say something else."""
    return replace(option, labels=frozenset(), names=tuple(name for name in option.names if name in option.given))


def _grouped(options: list[Option]) -> list[Option]:
    """A heading stands over all lines up to the next one."""
    groups, found = frozenset[str](), list[Option]()
    for option in options:
        groups = option.group or groups
        found.append(replace(option, group=groups if option.id != NONE else frozenset()))
    return found


def _shown(library: Library, state: State) -> Iterator[tuple[str, str]]:
    """The key of the words and the id of everything that can be named on a screen."""
    listed = "option." if state.choices_from else f"{state.name}.choices."
    yield from ((listed + id, id) for id in _ids(library, state))
    if state.may_be_empty:
        yield from ((f"{state.name}.choices.{each.id}", each.id) for each in state.choices if each.closes)
    if state.optional:
        yield f"{state.name}.choices.{SKIP}", SKIP
    if state.ask == "nothing":
        yield from ((button.label, button.id) for button in state.buttons)


def _apart(options: list[Option]) -> Iterator[Option]:
    """The choices without short names that staff gave to another choice, or that two of them share."""
    counts = Counter(name for option in options for name in set(option.names))
    for option in options:
        shared = {name for name in option.names if counts[name] > 1 and name not in option.given}
        yield replace(option, names=tuple(name for name in option.names if name not in shared))


def _ids(library: Library, state: State) -> Iterator[str]:
    yield from (choice.id for choice in state.choices if not choice.closes)
    if state.none_of_these:
        yield NONE
    if state.choices_from == "options":
        inner = {option for options in library.source.tables.inner.values() for option in options}
        named = library.catalog(library.languages[0]).texts
        yield from (each for each in library.source.tables.options if each not in inner and f"option.{each}" in named)
    elif state.choices_from:
        yield from library.options_of(state.choices_from)


def _option(key: str, id: str, catalogs: Iterable[Catalog], more: Iterable[str]) -> Option:
    said = [text for catalog in catalogs for text in _texts(catalog, key)]
    names = [_heavy(words_of(part)) for text in said for part in _CUT.split(text.casefold())]
    if key.startswith("option."):
        names += [(word,) for text in said for word in words_of(text) if len(word) >= LONG and word not in _EMPTY]
    given = tuple(words_of(name) for name in more)
    names = [*(name for name in names if name not in _TOO_WIDE), *given]
    fit = tuple(dict.fromkeys(name for name in names if 0 < len(name) <= LONGEST_NAME))
    alone = tuple(name for name in fit if len(name) == 1 and name[0] in _EMPTY)
    others = tuple(name for name in fit if name not in alone)
    return Option(id, frozenset(map(words_of, said)), others, frozenset(given), _group(catalogs, key), alone)


def _group(catalogs: Iterable[Catalog], key: str) -> frozenset[str]:
    """The words of the headings above a choice."""
    headings = (catalog.line(key).heading for catalog in catalogs if not key.startswith("option."))
    return frozenset(word for heading in headings for word in words_of(heading))


def _texts(catalog: Catalog, key: str) -> Iterator[str]:
    if key.startswith("option."):
        yield catalog.text(key)
        return
    line = catalog.line(key)
    yield from filter(None, (line.label, line.line))


def _heavy(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _EMPTY)
