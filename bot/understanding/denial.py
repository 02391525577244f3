"""Whether words that name a choice are said not to be so: "no burning", "burning? no", "worse than usual"."""

import re

from bot.understanding.words import word_set

_NOT = word_set("""
    no not nobody nadie noone without less never wouldnt wont nada dont doesnt didnt isnt arent wasnt havent
    hasnt neither nor sin menos nunca ni tampoco jamas fewer hardly barely except excepto salvo nothing zero
    cero aint cant hate odio avoid evito
""")
_STOPS = word_set("""
    but pero sino aunque though however
""")
_AFTER = re.compile(
    r"^(?:(?:lol|haha\w*|jaja\w*|ha|pues|heck|hell|god|claro que|obviamente|obviously|definitely|thank god|"
    r"gracias a dios|por suerte|que) )*"
    r"(?:no|tampoco|not|nope|nah|never|nunca|jamas|neither|ninguna?|para nada|ni|menos|less|"
    r"(?:is|are|es|esta|estan) (?:not|no)|se me quito|ya no|in here|in the room|outside|aqui|afuera|came off|"
    r"fell off|wore off|went away|has gone)(?: |$)"
)
"""What takes a name back when it follows it."""
_WELL = re.compile(
    r"^(?:(?:is|are|es|esta|estan|stays?|feels?|siguen?|itself stays|itself is) (?:all )?"
    r"(?:fine|ok|okay|good|normal|gone|igual|bien|the same|limpia|clear|clean|unchanged)|igual|bien|normal|"
    r"fine)(?: |$)|"
    r"^(?:(?:really|ever|just|even|at all|to me) )*(?:doesnt|dont|does not|do not|didnt|hasnt|havent|"
    r"wont) (?:really |ever |"
    r"even )?(?:bother|bothered|harm\w*|hurt\w*|affect\w*|faze\w*|phase|trouble\w*|do (?:anything|a thing)|give|given|"
    r"cause\w*|break me|irritat\w*|make me)\b"
)
"""The same on a list of what is wrong."""
_ANSWERED_NO = re.compile(r"^, (?:no|nope|nah|never|nunca|tampoco)(?: ,|$)")


_RATHER_THAN = re.compile(
    r"\b(?:rather than|instead of|not so much|more so than|en vez de|en lugar de|no tanto|"
    r"m[aá]s bien que)(?: (?!but |pero |,)\S+)*$"
)


def is_denied(words: tuple[str, ...], places: tuple[int, ...], listed: bool) -> bool:
    """Whether what stands in these places is said not to be so; `listed`: on a list of what is wrong."""
    compared = _is_compared(words, min(places)) or _is_younger(words, max(places))
    inside = _denied_inside(words, places)
    return compared or inside or _denied_after(words, places, listed) or _denied_before(words, min(places))


def _denied_inside(words: tuple[str, ...], places: tuple[int, ...]) -> bool:
    """ "Mis respuestas no las incluya", "my answers don't include": between the words of the name."""
    return any(words[at] in _NOT_IT and at not in places for at in range(min(places) + 1, max(places)))


_NOT_IT = word_set("no not dont never nunca without sin tampoco")


def _denied_after(words: tuple[str, ...], places: tuple[int, ...], listed: bool) -> bool:
    after, before = " ".join(words[max(places) + 1 : max(places) + 5]), words[max(0, min(places) - 5) : min(places)]
    if (_AFTER.match(after) and not after.startswith(("no mas", "no solo"))) or _RATHER_THAN.search(" ".join(before)):
        return True
    return _ANSWERED_NO.match(after) is not None or (listed and _WELL.match(after) is not None)  # "burning? no"


def _denied_before(words: tuple[str, ...], first: int) -> bool:
    for at in range(first - 1, max(-1, first - 6), -1):
        if words[at] == "but" and words[at - 1 : at] in (("anything",), ("everything",), ("all",)):
            return True
        if words[at] in _STOPS or (words[at] == "," and not _lists_on(words, at)):
            return False
        if words[at] in _NOT:
            return not (words[at] == "not" and words[at + 1 : at + 2] in (("sure",), ("just",), ("only",)))
    return False


def _is_younger(words: tuple[str, ...], at: int) -> bool:
    """ "My age is 40"."""
    told = _YEARS.match(" ".join(words[at + 1 : at + 5])) if words[at] in ("age", "edad") else None
    return told is not None and int(told[1]) < OLD


def _is_compared(words: tuple[str, ...], at: int) -> bool:
    """ "Worse than usual", "peor que lo normal", "under 65": named to say that it is something else."""
    before, after = " ".join(words[max(0, at - 4) : at]), " ".join(words[at + 1 : at + 5])
    return _THAN.search(before) is not None or (
        words[at].isdecimal() and (_UNDER.search(before) or _MEASURES.search(before) or _UNITS.match(after)) is not None
    )


_THAN = re.compile(
    r"\b(?:above|beyond|encima de|arriba de|fuera de|mas alla de)(?: (?:lo|my|the|mi))*$|"
    r"\b(?:above|beyond|encima de|arriba de|fuera de|mas alla de)(?: (?:lo|my|the|mi))*$|\b(?:worse|better|more|"
    r"less|stronger|higher|rather|peor|mejor|mas|menos|mayor) (?:than|que)(?: (?:lo|el|"
    r"la|my|the|de))*$"
)
OLD = 65
_YEARS = re.compile(r"(?:(?:is|es|of|de|tengo|im|i|am|,) )*(\d{1,2})\b")
_MEASURES = re.compile(
    r"\b(?:weigh|peso|\d+ over|\d+ sobre|pressure|presion|pesa|mide|hace|pulse|pulso)(?: (?:about|como|is|de))*$"
)
_UNITS = re.compile(
    r"(?:kilos?|kg|pounds?|lbs?|libras?|over|sobre|mg|percent|degrees|grados|bpm|miles|street|calle|minutes|minutos)\b"
)
""" "I weigh 80", "120 over 80": no age."""
_UNDER = re.compile(
    r"\b(?:under|below|younger than|less than|not yet|until|till|menos de|menor de|para los|para tener|"
    r"lejos de los)(?: los)?$"
)


def _lists_on(words: tuple[str, ...], comma: int) -> bool:
    """Whether a denial goes on over a comma: "no cuts, no rash" denies anew, "no cuts, rash or burns" goes on."""
    return words[comma + 1 : comma + 2] in (("or",), ("nor",), ("ni",), ("o",))
