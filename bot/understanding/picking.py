"""Which choices of a screen typed words name: by number, by place in the list, or by what they are called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA

from bot.engine.screen import NONE
from bot.understanding.counting import LIST_WORDS, counted, denies_one, labelled
from bot.understanding.dating import is_of_now
from bot.understanding.denial import is_denied
from bot.understanding.growing import grows_another
from bot.understanding.ordinary import ordinary
from bot.understanding.question import Option, Question
from bot.understanding.stems import stem
from bot.understanding.words import word_set

LONG, LONGER = 5, 8
"""From how many letters a word of a name may have one slip, and two."""
NEAR = 4
"""Words between the first and the last word of a name."""
STEM = 4
UNTOLD = 3
"""Words of weight beside a name from which on the name is only a guess."""

_WEIGHTLESS = LIST_WORDS | word_set("""
    it im ive got get using use used uses been am was were are at my your this some of for with when then after
    during every all only mostly always usually really just so too very pretty quite kind bit little lot it its
    tengo uso usaba traigo me se mi mis un una unos unas esta este esa ese eso muy bien ya hace con para cuando
    siempre poco mucho anda ando soy estoy pongo puse hago tomo tuve he ha lo le da dan sale salen i have had
    feel feels feeling take takes taking mine has do does did on in to from since long time back neck espalda cuello
    year years day days week weeks ano anos dia dias semana semanas doctor says said would could may might
""")


class Picked(Struct, frozen=True):
    """The choices that words name, in the order of the screen, and whether that is a guess worth confirming."""

    ids: tuple[str, ...] = ()
    confirm: bool = False
    denied: bool = False
    """Whether choices are named, but only to say that they are not meant."""
    not_these: tuple[str, ...] = ()


def pick(question: Question, words: Sequence[str]) -> Picked:
    """The choices that these plain words name."""
    plain = tuple(word for word in words if word != ",")
    if question.ask == "yes_no":
        return _by_name(question, tuple(words))
    exact = next((option.id for option in question.options if plain in option.labels), None)
    if exact:
        return Picked((exact,))
    whole = labelled(question.options, plain) or (() if denies_one(words) else counted(question.options, plain))
    if whole:
        return Picked(whole)
    numbers, rest = _split(question, words)
    named = _by_name(question, rest)
    if not numbers:
        return named
    more = tuple(id for id in named.ids if id not in numbers)
    if more and question.ask != "many":
        return Picked((*numbers, *more), True)
    ids = tuple(option.id for option in question.options if option.id in numbers or option.id in more)
    return Picked(ids, bool(more), False, named.not_these)


def _split(question: Question, words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What clauses of numbers alone count off, and the words of the other clauses."""
    numbers: list[str] = []
    rest: list[str] = []
    for clause in _clauses(words):
        found = counted(question.options, clause)
        numbers += found
        if not found:
            rest += [*clause, ","]
    return tuple(numbers), tuple(rest[:-1])


def _clauses(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    clause: list[str] = []
    for word in (*words, ","):
        if word != ",":
            clause.append(word)
        elif clause:
            yield tuple(clause)
            clause = []


_ALL = re.compile(
    r"\b(?:(?:(?<!thats )(?<!that is )all|all(?= of\b| the above\b))(?: of)?(?: the above| th[eo]se| that| them| \d|"
    r" three| four| five)?|every ?(?:thing|one)(?: of them)?|each of them|every (?:last|single) one|the (?:whole )?lot|"
    r"the whole (?:thing|list|shebang|enchilada|nine yards)|todas?(?: ellas| ellos)?|todos|todit[oa]s?|"
    r"(?<!\bes )(?<!\bseria )(?<!\bfue )todo|todo(?: eso| lo anterior)|las \w+ juntas|"
    r"la lista (?:completa|entera)|completit[oa]|enterit[oa])\b"
)
_BOTH = re.compile(
    r"\b(?:both|ambos|ambas|los dos|las dos|either|a mix|mixed|mix of|(?:bit|some|little|lil) of (?:both|each|"
    r"the two)|de ambos|de los dos|(?<!first )(?<!last )the two of (?:them|those|these)|them both|de cada un[oa]|"
    r"un poco de cada|de todo un poco|half and half|one .*\bthe other (?:at|in|for|when|on|before|after)|mitad y mitad|"
    r"one and the other)\b"
)
_NONE = re.compile(
    r"\b(?:none|neither|all no(?:e?s)?|puros no(?:es)?|(?:clean|clear|free) (?:on|of) (?:all|the|every)|"
    r"limpi[oa] de|(?:rule|cross) (?:those|them|these|it)(?: all)? (?:out|off)|descarto|not me|"
    r"libre de (?:tod|l)[oa]s|(?<!out of )nothing|no to all|no to everything|not any(?: of)?|"
    r"(?<!de la )(?<!que )nada(?! mas \w)|ningun[oa]s?|ni un[oa]|"
    r"ni lo uno ni lo otro|no a todo|no todo|zero|zip|nil|nada de eso|nada de nada|dont have any|dont use any|"
    r"not a one|"
    r"no tengo ninguno|all clear|im (?:good|fine|clear)|descartad[oa]s?|nones|n a)\b"
)
_EXCEPT = re.compile(
    r"\b(?:except(?: for)?|barring|bar|leav(?:e|ing) out|aside from|not counting|skip(?:ping)?|fuera de|a excepcion de|"
    r"quitandole|quitale|sin contar|salvando|but(?: not)?|apart from|besides|other than|minus|excluding|save for|"
    r"menos(?! (?:que|de)\b)|excepto|"
    r"salvo|quitando|"
    r"pero no)\b(.*)$"
)


def means_all(text: str) -> bool:
    """Whether the words name everything that is there."""
    return _ALL.search(text) is not None


def exception(text: str) -> tuple[str, str] | None:
    """What stands before and after "except"; None where nothing is excepted."""
    found = _EXCEPT.search(text)
    return (text[: found.start()].strip(), found[1].strip()) if found and found[1].strip() else None


def means_both(text: str) -> bool:
    """Whether the words name two things together."""
    return _BOTH.search(text) is not None


def means_none(text: str) -> bool:
    """Whether the words name nothing of what is there."""
    return _NONE.search(text) is not None


# By name

_Places = Mapping[str, tuple[int, ...]]
"""The words of names, each with the places where it stands."""


def _by_name(question: Question, words: tuple[str, ...]) -> Picked:
    standing = _standing(question, words)
    standing_at = {option.id: _candidates(question, option, words, standing) for option in question.options}
    best = _Best(words, question.ask == "many")
    found = [(option, at) for option in question.options if (at := best(standing_at[option.id]))]
    found = [(option, at) for option, at in found if is_of_now(question.state, option.id, words, at[0])]
    denied = tuple(
        option.id for option, at in found if option.id != NONE and is_denied(words, at, question.ask == "many")
    )
    meant = [(option, at) for option, at in found if option.id not in denied]
    told = [(option, at) for option, at in meant if not _is_aside(words, at)]
    meant = told or meant
    if question.ask == "many":
        meant = [(option, at) for option, at in meant if not grows_another(words, at, [each for _, each in meant])]
    alone = [(option, apart) for option, at in meant if (apart := best.apart(option, at, meant, standing_at))]
    ids = tuple(option.id for option, _ in alone)
    doubted = question.screening or _is_doubtful(words, alone) or (len(ids) > 1 and question.ask != "many")
    return Picked(ids, doubted, bool(found) and not ids, denied)


def _is_doubtful(words: tuple[str, ...], meant: Sequence[tuple[Option, tuple[int, ...]]]) -> bool:
    """Whether a name has a slip, or much is said beside the names."""
    places = {place for _, at in meant for place in at}
    slips = any(words[place] not in option.words for option, at in meant for place in at)
    untold = [at for at, word in enumerate(words) if at not in places and word != "," and word not in _WEIGHTLESS]
    return slips or len(untold) >= UNTOLD


def _standing(question: Question, words: tuple[str, ...]) -> _Places:
    places: dict[str, tuple[int, ...]] = {}
    for at, word in enumerate(words):
        parts = question.parts.get(word[0], ())
        known = word in parts  # the name of one medicine is no slip of another one's
        for part in parts:
            if _same(part, word, not known):
                places[part] = (*places.get(part, ()), at)
    return places


def _candidates(question: Question, option: Option, words: tuple[str, ...], standing: _Places) -> list[tuple[int, ...]]:
    """The places of every name of a choice that stands in the words."""
    whole = (name for name in option.alone if _stands_alone(name, words))
    begun = (name for part in standing for name in option.starts.get(part, ()))
    names = (name for name in (*begun, *whole) if all(part in standing for part in name))
    return [found for name in names if (found := _places(name, words, standing))]


class _Best(Struct, frozen=True):
    """Which of the places where a choice is named counts."""

    words: tuple[str, ...]
    listed: bool

    def __call__(self, places: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        """The longest of them; one that is not denied, if there is one."""
        return max(places, key=self._worth, default=())

    def _worth(self, at: tuple[int, ...]) -> tuple[bool, bool, int]:
        return not is_denied(self.words, at, self.listed), not _is_aside(self.words, at), len(at)

    def apart(
        self,
        option: Option,
        at: tuple[int, ...],
        meant: Sequence[tuple[Option, tuple[int, ...]]],
        places: Mapping[str, Sequence[tuple[int, ...]]],
    ) -> tuple[int, ...]:
        """Where a choice is named by more than a part of another's name: "hot water" of "hot water bottle" is none."""
        longer = [set(each) for other, _ in meant if other is not option for each in places[other.id]]
        if not any(set(at) < each for each in longer):
            return at
        rest = [each for each in places[option.id] if not any(set(each) <= other for other in longer)]
        return self([each for each in rest if not is_denied(self.words, each, self.listed)])


_ASIDE = word_set("""
    since ago before the yesterday two three days day just started began desde hace ayer antier anteayer dos tres dias
    dia lunes martes empezo monday tuesday wednesday thursday friday saturday sunday
    microwave microwaved microwavable microondas micro nuke nuked zapped calentada calentado calentador calentadores
    aspirin aspirina
""")
"""Words by which alone a choice is meant only where nothing else is named: when it began, how it was warmed."""


def _is_aside(words: tuple[str, ...], at: tuple[int, ...]) -> bool:
    """Whether a name gives way to others: "two days ago" is the flare-up, but not beside an injury."""
    return all(words[place] in _ASIDE for place in at)


def _stands_alone(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name that is too wide elsewhere is all that a clause says: "pain, tingling"."""
    return any(tuple(word for word in clause if word not in LIST_WORDS) == name for clause in _clauses(words))


def _places(name: tuple[str, ...], words: tuple[str, ...], standing: _Places) -> tuple[int, ...]:
    """Where the words of a name stand, in any order, near each other, within one clause."""
    for first in standing[name[0]] if name else ():
        found = _around(name, words, first, standing)
        if found:
            return found
    return ()


def _around(name: tuple[str, ...], words: tuple[str, ...], first: int, standing: _Places) -> tuple[int, ...]:
    found = [first]
    for part in name[1:]:
        near = (at for at in standing[part] if at not in found and abs(at - first) < len(name) + NEAR)
        at = next(near, None)
        if at is None or "," in words[min(at, first) : max(at, first)]:
            return ()
        found.append(at)
    if found != list(range(first, first + len(name))) and all(part in _SMALL for part in name):
        return ()
    return tuple(found) if max(found) - min(found) < len(found) + NEAR else ()


_SMALL = word_set("""
    it its up down out of off in on to go goes going gets get the a an my me i is are was be at for with
    se le lo la me de en al con sube baja run hot
""")
"""A name of such words alone must stand as it is written: "goes pink all around, it …" is no "it goes up"."""


@lru_cache(maxsize=65536)
def _same(part: str, word: str, may_slip: bool = True) -> bool:
    if part == word or (word, part) in _OTHER_WORDS:
        return part == word
    shorter, longer = sorted((part, word), key=len)
    if len(shorter) < STEM or part[0] != word[0]:
        return False
    if longer.startswith(shorter) and longer[len(shorter) :] in ("s", "es", "ed", "d", "ing", "y", "ness", "n"):
        return True
    if len(stem(part)) >= STEM and stem(part) == stem(word):
        return True
    if not may_slip or word in ordinary():
        return False
    slips = 0 if len(shorter) < LONG else 1 if len(shorter) < LONGER else 2
    return slips > 0 and OSA.distance(part, word, score_cutoff=slips) <= slips


_OTHER_WORDS = frozenset(
    (
        ("stone", "stoned"),
        ("scrap", "scraped"),
        ("scrap", "scrape"),
        ("hammer", "hammered"),
        ("bumped", "bumps"),
        ("bumped", "bump"),
    )
)
"""What is typed, and a name that it only looks like."""
