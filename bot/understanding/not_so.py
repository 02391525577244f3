"""Denials at the head of a clause: "it isn't like I can't feel my legs", "I can't think of any time I fell"."""

from bot.engine.safety import SELF_HARM
from bot.understanding.context import is_negative
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.words import word_set


def not_so(around: Surroundings, found: Found) -> Cue | None:
    """ "It isn't like I can't feel my legs", "nadie se quemó": denials that stand at the head of a clause."""
    for at, said in around.said(_NOT_LIKE, found.start - 4, found.start):
        if all(word in _SLIGHT for word in around.words[at + len(said) : found.start]):
            return Cue("negated", " ".join(said), at, at + len(said))
    if found.listen.flag == SELF_HARM:
        never = around.said(_NEVER_DO, found.start - 5, found.start)
        return Cue("negated", " ".join(never[0][1]), never[0][0], never[0][0] + 1) if never else None
    if not_there := _unseen(around, found) or _mistaken(around, found):
        return not_there
    if found.listen.flag not in HURT:
        return None
    at = next((at for unit in found.units for at in around.places(_NOBODY, unit.start - 2, unit.end)), None)
    return _none_known(around, found) if at is None else Cue("negated", around.words[at], at, at + 1)


_NEVER_DO = Phrases(
    "never do anything to", "never do anything that would", "not do anything to", "wouldnt do anything to",
    "nunca haria nada para", "no haria nada para", "jamas haria nada para", "nunca haria algo para",
)  # fmt: skip


def _mistaken(around: Surroundings, found: Found) -> Cue | None:
    """ "I thought I'd wet myself but it was the ice pack": what was only thought, and was something else."""
    if not around.has(_THOUGHT, found.start - 5, found.start) or any(is_negative(around, unit) for unit in found.units):
        return None
    if around.words[found.end :] in _BUT_NO:
        return Cue("negated", "but no", found.end, len(around.words))
    after = around.said(_BUT_IT_WAS, found.end, len(around.words))
    return Cue("negated", " ".join(after[0][1]), after[0][0], after[0][0] + 1) if after else None


_THOUGHT = word_set("thought pense crei creia pensaba")
_BUT_NO = (("but", "no"), (",", "but", "no"), ("pero", "no"), (",", "pero", "no"))
_BUT_IT_WAS = Phrases(
    "but it was", "but that was", "but it turned out", "turned out to be", "pero era", "pero fue", "resulto ser",
    "pero resulto",
)  # fmt: skip


def _unseen(around: Surroundings, found: Found) -> Cue | None:
    """ "Nobody has noticed me slurring": what would be seen, and is not; the clause goes on up to the mention."""
    for at, said in around.said(_NOTICED_ME, 0, found.start):
        if around.clause_of(at) == around.clause_of(found.start):
            return Cue("negated", " ".join(said), at, at + len(said))
    return _not_called(around, found) or _looked_for(around, found)


def _not_called(around: Surroundings, found: Found) -> Cue | None:
    """ "Nobody has said I'm sleepy": what directly follows has not been said of me."""
    for at, said in around.said(_NOBODY_SAYS, found.start - 5, found.start):
        if all(word in _SLIGHT for word in around.words[at + len(said) : found.start]):
            return Cue("negated", " ".join(said), at, at + len(said))
    return None


_NOBODY_SAYS = Phrases(
    "nobody has said im", "nobody has said i am", "nobody said im", "nobody says im", "nobody says i am",
    "noone has said im", "noone says im", "nobody has told me im", "nobodys said im", "nadie me ha dicho que",
    "nadie me dice que", "nadie dice que", "nadie ha dicho que",
)  # fmt: skip


def _looked_for(around: Surroundings, found: Found) -> Cue | None:
    """ "He checked my back for blisters and says there isn't a thing on it": what can be seen, and not "these"."""
    seen = found.listen.flag in _SEEN and not around.has(_THERE, found.start, found.end)
    none = around.said(_FOUND_NONE, found.end, len(around.words)) if seen else ()
    none = [(at, said) for at, said in none if around.words[at + len(said) : at + len(said) + 1] in _THERE_IT_ENDS]
    for at in around.places(_FOR, found.start - 3, found.start):
        begun = next((begun for begun, _ in around.said(_LOOKED, at - 6, at)), None)
        meant = begun is not None and _ON_ME.issuperset(around.words[begun + 1 : at])
        if none and meant and _ANY.issuperset(around.words[at + 1 : found.start]):
            return Cue("negated", " ".join(none[0][1]), none[0][0], none[0][0] + 1)
    return None


_LOOKED = Phrases("checked", "looked", "searched", "examined", "inspected", "checks", "looks", "busco", "reviso")
_SEEN = frozenset(("shingles", "blister_spreading", "burn_deep", "lump", "infection"))
_ON_ME = word_set("me my mi the la back espalda skin piel it over all whole toda him her us in mirror espejo myself")
_FOR = frozenset(("for", "por", "si"))
_THERE = word_set("for para these those this my mi mis estas esas esta esa")
_THERE_IT_ENDS = ((), (",",), ("there",), ("on",), ("in",), ("at",), ("and",), ("but",), ("ahi",), ("en",), ("y",))
""" "There is nothing he can do" says nothing of what is there."""
_ANY = word_set("a any an un una alguna algun hay habia tengo tenia red signs sign of senales de")
_FOUND_NONE = Phrases(
    "isnt a thing", "not a thing", "isnt anything", "theres nothing", "there is nothing", "there was nothing",
    "found nothing", "saw nothing", "sees nothing", "didnt find any", "didnt see any", "doesnt see any",
    "none there", "there are none", "no hay nada", "no encontro nada", "no vio nada", "no ve nada",
)  # fmt: skip


def _none_known(around: Surroundings, found: Found) -> Cue | None:
    """ "I can't think of any time I fell": nothing that is remembered; "I can't think of any reason I fell" is none."""
    for at, said in around.said(_KNOWS_NONE, 0, found.end):
        starts = [unit.start for unit in found.units if unit.start >= at + len(said)]
        if any(_OF_TIMES.issuperset(around.words[at + len(said) : start]) for start in starts):
            return Cue("negated", " ".join(said), at, at + len(said))
    return None


_NOTICED_ME = Phrases(
    "nobody has noticed me",
    "nobody noticed me",
    "nobodys noticed me",
    "noone has noticed me",
    "hasnt noticed me",
    "nadie me ha notado",
    "nadie me ha visto",
    "nobody has seen me",
    "nobody ever saw me",
)
_KNOWS_NONE = Phrases(
        "cant think of any", "cannot think of any", "cant think of a", "cant think of anytime", "cant recall any",
        "dont recall any", "cant remember any", "dont remember any", "no recuerdo ninguna", "no recuerdo ningun",
        "no me acuerdo de ninguna", "no me acuerdo de ningun", "no recuerdo haberme",
)  # fmt: skip
_OF_TIMES = word_set("time times when that where moment anytime if i ive had a or vez que me haya specific")


_NOT_LIKE = Phrases(
        "isnt like", "not like", "not that", "isnt that", "no es que", "no es como que", "tampoco es que", "not as if",
        "isnt as if", "nowhere near", "far from", "not even close to", "ni de lejos", "ni por asomo", "lejos de ser",
        "not even near",
)  # fmt: skip
_SLIGHT = frozenset(("i", "im", "its", "yo", "me", "se", "no", "ya", "he", "she", "the", "my", "el", "la", "mi", "a"))
_NOBODY = frozenset(("nobody", "nadie", "noone"))
HURT = frozenset(("accident", "burn_deep", "blister_spreading", "small_fall"))
