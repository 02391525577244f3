"""A pain score from 0 to 10 in digits or words; durations, temperatures and other scales are none."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import cast
from unicodedata import normalize

from msgspec import Struct
from rapidfuzz.distance import OSA

from bot.understanding.ordinary import ordinary
from bot.understanding.text import plain
from bot.understanding.words import word_set

TOP = 10
_MARKS = re.compile("[\u0300-\u036f]")


class Score(Struct, frozen=True):
    """A score, or None with `unclear` where numbers stand that cannot be one; `confirm` after a guess."""

    value: int | None = None
    confirm: bool = False
    unclear: bool = False


_UNITS = (
    r"(?:more\s+|mas\s+)?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|"
    r"yrs?|times?|nights?|segundos?|minutos?|horas?|dias?|ratos?|"
    r"semanas?|mes(?:es)?|anos?|veces|vez|noches?|degrees?|grados?|fahrenheit|celsius|mg|milligrams?|miligramos?|"
    r"ml|pounds?|lbs?|kilos?|kg|libras?|pills?|pastillas?|tablets?|advils?|tylenols?|aspirins?|aspirinas?|"
    r"pm|am|a m|p m|percent|por ciento|feet|pies|miles|millas|blocks|steps?|stairs|pasos|escalones|"
    r"cuadras|kids|hijos|oclock|de la (?:manana|tarde|noche)|in the (?:morning|afternoon|evening)|[fc]\b)"
)
_NOT_SCORES = re.compile(
    rf"\b(?:for|about|since|por|desde|hace|every|cada|at|a las)?\s*\d+(?:[.,]\d+)?\s*(?:(?:to|or|-|a|"
    rf"o)\s*\d+\s*)?(?:°|º|{_UNITS})(?!\w)"
    r"|\b(?:since|desde)\s+(?:las?\s+)?\d+\b|\b(?:in|en)\s+(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|"
    r"(?<![sm] )(?<!ing )(?<!still )\b(?:at|a las?|"
    r"la)\s+\d{1,2}(?=\s*$)|"
    r"\b(?:im|i am|tengo)\s+\d{2}\b|%|\b(?:set (?:to|at|on)|puesta? (?:a|en))\s+\d+|\b[lcts]\d\b"
)
_OTHER_SCALE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:/|out of|of|de|sobre)\s*(?!10\b)\d+")
_OF_TEN = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|outta|of|de|sobre|over|on)\s*(?:a\s+|un\s+|los\s+)?10\b")
_SCALE = re.compile(
    r"\b(?:scale|escala)\s+(?:of |de )?(?:from |del? )?(?:0|1)\s*(?:to|-|a|al)\s*10\b|\b(?:0|1) (?:to|a|al) 10\b|"
    r"\b(?:0|10) (?:(?:is|being|as|the|es|siendo|lo|el|la|mas) )*(?:worst|peor|maximo|max|highest|no pain|none|nada)\b"
)
_NOW = re.compile(
    r"\b(?:now|right now|today|currently|at the moment|as we speak|atm|this minute|down to|up to|"
    r"(?:dropped|went|came|gone|moved|climbed|crept|shot|settled|eased|jumped) (?:back )?(?:down |up )?to|ahora|"
    r"ahorita|orita|hoy|"
    r"en este momento|de momento|actualmente|"
    r"(?:me |se me )?(?:bajo|subio|paso|quedo|bajado|subido|ando|anda|va|voy) (?:ya )?(?:a|en|al|por)|ya (?:va|"
    r"voy|es|esta|ando|anda))\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had been|used to|started|began|woke|earlier|before|yesterday|last (?:night|week)|this morning|"
    r"at breakfast|"
    r"at first|initially|when i (?:woke|got|started)|went from|from|era|estaba|tenia|tuve|fue|andaba|empece|"
    r"empezo|amanecio|amaneci|"
    r"antes|ayer|anoche|en la manana|esta manana|al principio|cuando me|hubiera|habia|al despertar|al levantarme|"
    r"marcaba|traia)\b"
)
_WOULD = re.compile(
    r"\b(?:would|wouldve|might|could get|can get|at its worst|at worst|on bad days|diria que|llega a|puede llegar|"
    r"en los peores|en un mal dia|when i (?:bend|lift|move|walk)|si me muevo|cuando me muevo)\b"
)
_OTHERS = re.compile(
    r"\b(?:my|the|mi|la|el) (?:wife|husband|mom|mother|dad|father|son|daughter|doctor|sister|brother|friend|"
    r"neighbor|boss|"
    r"esposa|esposo|mujer|marido|mama|papa|hijo|hija|hermana|hermano|amig[oa]|vecin[oa]|suegr[oa]|doctora?|jefe)\b|"
    r"\b(?:he|she|they|ella|ellos)\b"
)
_FROM_TO = re.compile(
    r"\b(?:went|gone|came|moved|dropped|paso|bajo|subio|fue)\s+(?:down |up )?(?:from|de|del)\s+(\d+)\s+(?:to|"
    r"a|al)\s+(?:un\s+)?(\d+)"
)
_PLUS = re.compile(
    r"\b(\d+)\s+(?:plus|and|mas|y)\s+(?:another\s+|otros?\s+)?(\d+)\s+(?:more|mas)\b|"
    r"\b(\d+)\s*(?:plus|mas|\+)\s*(\d+)\b"
)
_NONE = re.compile(
    r"\b(?:no pain|pain free|painless|without pain|not hurting|doesnt hurt|does not hurt|nothing hurts|no dolor|"
    r"sin dolor|"
    r"nada de dolor|no me duele|no tengo dolor|no duele|ni me duele|"
    r"ni (?:un )?(?:poquito|poco|tantito)$|se (?:me )?(?:quito|fue) (?:del todo|por completo|completamente|todo)|"
    r"(?:completely|totally|all) gone|"
    r"none at all|nothing at all|nada|ninguno|cero dolor|none|zilch|nil)\b"
)
_NO_PAIN = re.compile(
    r"\b(?:no pain|pain ?free|painless|doesnt hurt|not hurting|nothing|none|gone|sin dolor|nada de dolor|"
    r"no me duele|ya no duele|"
    r"no duele|nada|ni me duele|zilch|ninguno|ni (?:un )?(?:poquito|poco|tantito)|"
    r"se (?:me )?(?:quito|fue) (?:del todo|por completo|completamente|todo)|(?:completely|totally|all) gone)"
    r"\b(?! (?:mas|more|much|mucho|tanto|que|like|compar|serio|serious|but|pero|de que|to)\b)"
)
"""No pain beside numbers of before: "a 7 yesterday, nothing now"."""
_WORST = re.compile(
    r"\b(?:worst (?:possible|imaginable|ever)|as bad as it (?:gets|can be)|the worst|maximum|the max|maxed out|"
    r"through the roof|"
    r"off the charts?|top of the scale|peor (?:posible|imaginable|que hay)|el peor|lo peor|el maximo|al maximo|"
    r"hasta el tope|al tope)\b"
)
_MIDDLE = re.compile(
    r"\b(?:(?:smack|dead|right|bang|somewhere)? ?(?:dab )?in the (?:very )?middle|halfway|half way|mid scale|"
    r"midway|middle of the (?:road|scale)|"
    r"a la mitad|en medio|justo (?:en )?(?:el )?(?:medio|la mitad)|por la mitad|al medio|en el (?:mero )?medio|"
    r"ni mucho ni poco)\b"
)
_HALF = re.compile(r"(\d+)\s*(?:and a half|y medi[oa]|1/2)")
_ARTICLE = re.compile(
    r"\b(?:a|an|un|una)\s+(?=(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|cero|uno|dos|tres|"
    r"cuatro|cinco|seis|siete|ocho|nueve|diez|\d))"
)
_CAME_FROM = re.compile(
    r"\b(?:down|up|dropped|fell|bajo|subio|bajando|subiendo|better|worse)\s+(?:from|del?)\s+(?:un\s+)?\d+"
)
""" "A 6, down from 9": what it was before."""
_SETTLED = re.compile(
    r"\d.*\b(?:call it|say|lets say|lets call it|we can say|lets go with|ill say|digamos|dejemoslo en|pongale|"
    r"pongamos)\s+"
    r"(?:un\s+)?(\d+)\s*$"
)
""" "Five and a half, call it five"."""
_NOT_THIS = re.compile(r"\bnot (?:an? )?\d+\s*,?\s*(?:but|its|more like|rather)?\s+(?:an? )?(\d+)")
""" "Not 10 but 8"."""
_NOT_COUNTED = re.compile(
    r"\b(?:(?:no|this|that|any|every|which|each|some|bad|good|rough|tough|hard|easy|last|loved|only|the|"
    r"right) one(?: day)?|"
    r"one (?:of (?:those|these|the|my|them)|day|thing|time|side|leg|spot|bit|more|again)|at one point|"
    r"ones? (?:gets|feels)|"
    r"un (?:poco|poquito|poquitito|dia|rato|ratito|tanto|chorro|monton|lado|dolor\w*|tantito|pelin|"
    r"(?:moment|segund|minut)\w+)|"
    r"for once|un[oa] (?:de (?:es[ao]s|est[ao]s|los|las)|se|ya|que otr[oa]|siempre|nunca|no|sabe|aguanta)|"
    r"cada un[oa]|algun[oa]|"
    r"(?:1st|first|second|2nd|third|3rd|fourth|4th|fifth|primer[oa]?|segund[oa]|tercer[oa]?|cuarto dia|"
    r"quinto dia)(?! out)|"
    r"(?:una|one) (?:vez|punzada|molestia|semana|noche|pena|lata|maravilla|cosita|cosa))\b"
)
""" "The first time in weeks", "one of those days", "un poco": words of number that count no pain."""
_EXAGGERATED = re.compile(
    r"\d(?:\.\d)?\b[^\d]{0,12}?[.,;…!?-]*\s*\b(?:(?:no|nah|nope|naw|hm+|ay|wait|actually|ok|well|bueno|mejor|"
    r"pues)\b[\s,.…]*)+"
    r"(?:(?:,|\s)*(?:[^\d]{0,60}?\b(?:dramatic|exaggerat\w*|overstat\w*|too (?:high|low|much)|generous|lying|fibbing|"
    r"exager\w*|mient\w*|mucho|poco|demasiado|me pase|pasando|se me hace)\b[^\d]{0,25}?|[^\w]*(?:its|es|mas bien|"
    r"more like|like|"
    r"make it|un|digamos|call it|say|(?:b[aá]j|s[uú]b|p[oó]ng|d[eé]j|qu[ií]t|anot|apunt)\w*|(?:knock|bump|drop|move|"
    r"lower|raise|put|nudge|push|call|change|take) (?:it|that|me|this)(?: up| down| back)?|a|en|al|to|at)?"
    r"[\s,]*(?:a|en|al|to|at|un|an?)?\s*))\s*(\d+)(?:\s*(?:mejor|instead|better|please|por favor))?\s*$"
)
""" "Eight. Nah, that's dramatic, six": the number that is left."""
_SIGNED = re.compile(r"(?:^|\s)-\s*\d|\bminus\b|\bmenos\s+\d")
_ISH = re.compile(r"\b(\w+)[\s-]*ish\b")
_CUT = re.compile(r"[;,!?\n]+(?!\d)|\.+(?=\s|$)|\.{2,}|\b(?:but|though|although|then|pero|aunque|luego|after that)\b")
_NUMBERS = (
    "zero", "three", "four", "five", "seven", "eight", "nine", "cero", "tres", "cuatro", "cinco", "seis", "siete",
    "ocho", "nueve", "diez",
)  # fmt: skip
_NO_SLIP = word_set("""
    none nope noon gone done nose nice note once ones some
    there here over then than ever even give line fine mine time live fire hour your pour tour tree free diet dice dies
    sees ties hero pero each might right fight light night nueva nuevo never these where weight siento oche ocio mucho
    cuanto cuadro tras eres tire leve breve nieve mueve duele hueve file wife knife form fourth fever seen sever severe
    dime
""")
"""Words that are near to a number and are none."""


def score(text: str) -> Score:
    """The score that the words give: a range its higher end, of "8 but now 4" the one of now."""
    bare = _ISH.sub(r"\1", _MARKS.sub("", normalize("NFKD", text[:300])).casefold())
    bare = _SMALL_NUMBER.sub(lambda match: _SMALL_NUMBERS[match[1]], bare)
    said = _numbers(_NOT_COUNTED.sub(" ", _slips(bare)))
    if _SIGNED.search(said):
        return Score(unclear=True)
    said = _SCALE.sub(" ", _HALF.sub(lambda match: f"{match[1]}.5", said))
    if not _OF_TEN.search(said) and _OTHER_SCALE.search(said):
        return Score(unclear=True)
    said = _OF_TEN.sub(r" \1 ", said)
    said = _NOT_THIS.sub(r"\1", said)
    said = said if (left := _EXAGGERATED.search(said)) is None else left[1]
    said = _PLUS.sub(_sum, _SETTLED.sub(r"\1", said.replace("'", "").rstrip(" .!")))
    said = said if not _found(_CAME_FROM.sub(" ", said)) else _CAME_FROM.sub(" ", said)
    said = _NO_PAIN.sub(" 0 ", said)
    said = _NOT_SCORES.sub(" ", said)
    return _chosen(said)


def _sum(match: re.Match[str]) -> str:
    return str(sum(int(part) for part in match.groups() if part))


_SMALL_NUMBERS = {
    "unit": "uno", "dosit": "dos", "doscit": "dos", "tresit": "tres", "cuatrit": "cuatro", "cinquit": "cinco",
    "cincit": "cinco", "cinqit": "cinco", "seisit": "seis", "seicit": "seis", "sietit": "siete", "sietecit": "siete",
    "ochit": "ocho", "nuevit": "nueve", "nuevecit": "nueve", "diecit": "diez", "dieziit": "diez", "diezit": "diez",
}  # fmt: skip
_SMALL_NUMBER = re.compile(rf"\b(?:un(?:os|as)? )?({'|'.join(_SMALL_NUMBERS)})[oa]s?\b")
""" "Un cuatrito", "seisito"."""


def _slips(text: str) -> str:
    """Number words with one slip ("quatro") as they are meant."""
    return re.sub(r"[a-z]{4,}", lambda match: _meant(match[0]), text)


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    if word in _NUMBERS or plain(word) in _NO_SLIP or word in ordinary():
        return word
    near = [number for number in _NUMBERS if number[0] in (word[0], {"q": "c", "k": "c", "z": "s"}.get(word[0]))]
    return next((number for number in near if OSA.distance(number, word, score_cutoff=1) <= 1), word)


@lru_cache(maxsize=1024)
def _numbers(text: str) -> str:
    import text_to_num  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]

    said = _ARTICLE.sub("", text)
    digits = cast("Callable[[str, str, float], str]", text_to_num.alpha2digit)  # written in Rust, without types
    return digits(digits(said, "en", 0), "es", 0)


def _found(said: str) -> list[float]:
    return [float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", said)]


def _chosen(said: str) -> Score:
    numbers = _found(said)
    if not numbers:
        return _in_words(said)
    moved = _FROM_TO.search(said)
    if moved:
        return _checked([float(moved[2])])
    if len(set(numbers)) == 1:
        return _checked(numbers)
    parts = [part for part in _CUT.split(said) if _found(part)]
    kept = _present(parts)
    return _checked(_found(" , ".join(kept)), guess=len(kept) == len(parts) and len(parts) > 1)


def _present(parts: list[str]) -> list[str]:
    """The clauses that tell of now, as far as any does; else those that tell neither of the past nor of others."""
    kept = _without(parts, _OTHERS)
    now = [part for part in kept if _NOW.search(part)]
    if now and len(kept) > len(now):
        return now
    if len(kept) == 1 and _NOW.search(kept[0]) and len(_found(kept[0])) > 1:
        return [_next_to_now(kept[0])]
    return _without(_without(kept, _PAST), _WOULD)


def _without(parts: list[str], told: re.Pattern[str]) -> list[str]:
    rest: Iterable[str] = (part for part in parts if not told.search(part))
    return list(rest) or parts


def _next_to_now(part: str) -> str:
    """ "8 this morning and now 4": the number that follows the last "now", or stands just before it."""
    place = [match.end() for match in _NOW.finditer(part)][-1]
    after = part[place:]
    return after if _found(after) else f"{_found(part[:place])[-1]:g}"


def _checked(numbers: list[float], guess: bool = False) -> Score:
    highest = max(numbers)
    if highest > TOP:
        return Score(unclear=True)
    whole = int(-(-highest // 1))
    return Score(whole, confirm=guess or len(set(numbers)) > 1 or whole != highest)


def _in_words(said: str) -> Score:
    if _NONE.search(said):
        return Score(0)
    if _MIDDLE.search(said):
        return Score(TOP // 2, confirm=True)
    return Score(TOP, confirm=True) if _WORST.search(said) else Score()
