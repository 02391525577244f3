"""What is left of a list when some of it is refused and "the others" are meant: "not the first two, the other two"."""

import re

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
