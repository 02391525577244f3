"""What is left of a list when some of it is refused and "the others" are meant: "not the first two, the other two"."""

import re

from bot.engine.screen import NONE
from bot.understanding.counting import LIST_WORDS
from bot.understanding.picking import exception, means_all, means_none, pick
from bot.understanding.question import Question
from bot.understanding.words import word_set

FEW = 5
"""Words that may stand before "except"."""

_THE_OTHERS = re.compile(
    r"^(?:(?:and|but|only|just|solo|y|pero|sino|si|yes) )*(?:(?:all )?(?:the |of the )?(?:others?|rest|remaining)"
    r"(?: ones| one| two| three)?|(?:tod[oa]s )?l[oa]s? (?:demas|otr[oa]s?)(?: dos| tres)?|el (?:resto|otro)|la otra)"
    r"(?: (?:yes|si|yeah|apply|do|are|son|too|tambien))*$"
)
_REFUSED = re.compile(
    r"^(?:(?:all|everything) )?(?:but )?(?:not|no|except|ni|menos|everything but|nope) (.*)$|^(.*?) (?:no|not|tampoco)$"
)


def refused_of_the_rest(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The clauses that are refused, without their "not", where another clause means the others; else nothing."""
    clauses = [clause.strip() for clause in " ".join(words).split(",") if clause.strip()]
    others = [clause for clause in clauses if _THE_OTHERS.match(clause)]
    refused = [_REFUSED.match(clause) for clause in clauses if clause not in others]
    if not others or not refused or not all(refused):
        return ()
    return tuple(tuple((match[1] or match[2] or "").split()) for match in refused if match)


_LEFT_OUT = re.compile(r"^(.*?)\b(?:not|without|sin|no)\b (.*)$")
_REST = re.compile(r"^(?:all )?(?:the (?:rest|others?)|los? demas|las demas|las otras|los otros|el resto)$")
READ = re.compile(r"\b(?:read|lei|leido|revis\w+|vi|saw|seen|checked|looked|went|fui)\b")
"""Who read it all has not said that all is true."""


def left_by_exception(question: Question, said: str, real: list[str]) -> list[str] | None:
    """The choices meant by "everything but the redness"; empty where nobody can tell, None without an exception."""
    before, after = exception(said) or _left_out(said) or ("", "")
    if not after or len(before.split()) > FEW or READ.search(before):
        return None
    named = pick(question, tuple(after.split())).ids
    if named == (NONE,) or (not named and not names_all_alone(tuple(before.split()))):
        return None
    rest = _REST.match(before) is not None
    if not named:
        return [] if means_all(before) else None
    if means_none(before) and not rest:
        return list(named)
    return [id for id in real if id not in named] if rest or means_all(before) else None


def _left_out(said: str) -> tuple[str, str] | None:
    """ "All of them, not the last one": what stands before and after the denial."""
    found = _LEFT_OUT.match(said)
    return (found[1].strip(), found[2]) if found and means_all(found[1]) else None


_WITH_ALL = word_set("""
    yes todo eso above anterior entera completa lista entero list whole lot shebang everything single last one them of
    each cada me pasa pasan happen happens got get juntas cuatro tres dos three four five ten vez siempre always time
    ellas ellos de toditas toditos por parejo but
""")


def names_all_alone(words: tuple[str, ...]) -> bool:
    """Whether "all" is said and nothing of weight beside it: "todo tranquilo" names nothing."""
    return all(word in LIST_WORDS or word in _WITH_ALL or means_all(word) for word in words)
