"""Several ways of saying one thing in an answer, put into the one way that the grammars read."""

import re
from collections.abc import Callable, Mapping

_LETTERS: Mapping[str, str] = {"a": "first", "b": "second", "c": "third", "d": "fourth", "e": "fifth"}
_LETTER = re.compile(r"\b(?:option|choice|letter|column|opcion|letra|inciso|columna) ([a-e])\b(?! (?:las?|los?|el)\b)")
_ONE_LETTER = re.compile(r"(?:the |la |el )?([a-e])")
_SOME_OF = r"(?:(?:a |un )?(?:little|bit|some|poco|poquito|tantito)(?: bit)? (?:of |from |de )?)?(?:the |la |el )?"
_TWO_LETTERS = re.compile(rf"{_SOME_OF}([a-e]) (?:and|y|e|plus|mas|,) {_SOME_OF}([a-e])")
_NOTHING_ELSE = re.compile(r"\bnada mas\b(?! que)")
""" "Nada más la edad" is "only": alone it is "nothing else"."""
_HALVES = re.compile(r"^(?:,? ?(?:like|about|a|its|como) )?50 (?:or )?50$")
_REST = (
    r"(?:(?:the |all )*(?:others?|rest|remaining)(?: ones| two| three)?|"
    r"(?:tod[oa]s )?l[oa]s? (?:demas|otr[oa]s?)|el resto)"
)
_LEAVE_THE_REST = re.compile(
    rf",? ?(?:\b(?:and|but|y|pero) )?(?:(?:leave|ignore|skip|forget|not|none of|deje|quite|olvide|salte|borre|"
    rf"ni)(?: out)? "
    rf"{_REST}(?: (?:out|blank|alone|fuera|en blanco))?|\b{_REST} ?,? ?(?:are |is |were )?(?:no|nope|not|none|nah|"
    r"tampoco|nada|ningun[oa]))$"
)
_ABOVE_ALL = re.compile(
    r"\b(?:mas que (?:nada|todo)|antes que nada|sobre todo|above all|most of all|more than anything)\b"
)
_NOTHING_LIKE = re.compile(
    r"\b(?:nothing (?:beats|better than|(?:works |feels )?like(?! th|it)|as good as)|there is nothing like|"
    r"nada (?:como(?! es|lo)|mejor que|le gana a))\b"
)
""" "Nothing beats a hot bath" praises it."""
_IF_NOT = re.compile(
    r", (?:y )?(?:si no|sino|if not|otherwise|or else)(?: ,)? (?=(?:un|una|unos|el|la|los|las|con|mi|uso|me|pues|a|"
    r"the|my|i|then|its|con)\b)"
)
""" "If there is power the pad, if not a wet towel": nothing is denied."""
_DEVICE = (
    (re.compile(r"\b(almohadillas?|coj\w+|mantas?|cobijas?|cobertor|colchas?|fajas?|bolsas?|parrilla|colchon|sarape|"
        r"pads?|blankets?|throws?|"
                r"heaters?|wraps?) (?:electric[oa]s?|electric|termic[oa]s?|infrarroj[oa]s?|caliente)\b"), r"\1"),
    (re.compile(r"\b(?:electric(?:al)?|heated|infrared|hot) (?:heating )?"
                r"(pads?|blankets?|throws?|heaters?|wraps?|mattress|lamp|massager)\b"), r"\1"),
    (re.compile(r"\b(?:red|infrared) (lamps?|lights?|bulbs?)\b"), r"\1"),
    (re.compile(r"\b(focos?|luz|luces|lamparas?|lamparita) (?:roj[oa]s?|infrarroj[oa]s?)\b"), r"\1"),
)  # fmt: skip
_TYPE = re.compile(r"\b(first|second|third|primer\w*|segund\w*|tercer\w*) (?:types?|tipos?)\b")
_ROUGHLY = re.compile(r"(?: ,)? (?:mas o menos|sort of|give or take)$")
LEAST = 3
"""Words beside "more or less" from which on it hedges them, and is no reply."""


_PART_OF_DAY = r"(?:(?:the|in|on|la|las|en|por|a|early|late) )*(?:mornings?|afternoons?|evenings?|mananas?|tardes?)"


def _none_of(match: re.Match[str]) -> str:
    """ "Limpio de ataques, de alergias": each of them is denied."""
    return "no " + _AND_OF.sub(", no ", match[1])


_OTHER_WAYS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(
            rf"\b({_PART_OF_DAY}) (?:(?:are|is|im|i am|ando|estoy|me|yo|i|its|it is|es|son|ya|just|siempre|always) )*"
            r"(?:out|bad|no good|taken|busy|a no|no go|a no go|impossible|imposibles?|full|hopeless|tough|rough|hard|"
            r"crazy|booked|asleep|(?<=i )(?:sleep|work)|at work|"
            r"ocupad[oa]s?|trabajo|trabajando|malas?|dificil(?:es)?|complicad[oa]s?|se complican?|duermo|dormid[oa]|"
            r"(?:dont|wont|doesnt|do not|does not|will not|cant|never) (?:work|do|suit|fit|happen))\b"
            r"(?! (?:for me )?(?:great|best|well|fine|perfect|better))"
        ),
        r"not \1 ,",
    ),
    (re.compile(r"\b(?:cualquier (?:hora|momento|rato|dia)|any ?time|anything|whenever|all day) (?:menos|but|"
        r"except(?: for)?|excepto|salvo) "
                r"(?=(?:(?:the|in|by|por|en|la|las|los) )*(?:mornings?|afternoons?|mananas?|tardes?)\b(?! (?:are|is|"
                r"work|would|son|es|esta)))"), "not "),
    (re.compile(r"\b(?:nope|nah|negative) (to|on|for) "), r"no \1 "),
    (re.compile(r"\b(?:limpi[oa]|libre|free|clear|clean) (?:de|of) (?!tod|all|every|them|es[ao]s|(?:the|these|those|"
        r"las|los) (?:\d|"
                r"dos|tres|cuatro|two|three|four|five|cinco|above|demas|others?|rest|list))([^,]+(?:, (?:y )?(?:de|"
        r"of) [^,]+)*)"),
     _none_of),
    (re.compile(r"\b(?:(?:hot )?water heater|boiler|calentador de(?:l)? agua)\b"), "agua"),
    (re.compile(r"(?: (?:with|in|and|con|de|y|en))?(?: (?:some|the|las?))? (?:(?:epsom|bath|english) ?salts?|"
        r"sal(?:es)? (?:de )?"
                r"(?:epsom|ingles[ao]|higuera|bano))\b"), ""),
    (re.compile(r"(?<!\bmy)(?<!\bmi)(?<!\bthe)(?<!\bla)(?<!\bel)(?<!\bun)(?<!\buna)(?<!\ba)(?: ,)? (?:mijit[oa]|"
        r"mij[oa]|"
                r"jovencit[oa]|joven|senorita|amiguit[oa]|amig[oa]|comadre|compadre|compa|oiga|hon|honey|hun|sweetie|"
                r"sweetheart|"
                r"darling|dear|buddy|pal|bud|sugar|doll|maam|sir|muchach[oa]|manit[oa]|papi|mami|senor|senora|"
                r"reina)$"), ""),
    (re.compile(r"\b(agua(?: \w+)?) (?:con|de|y) sal(?:es)?\b"), r"\1"),
    (re.compile(r"(?<=diabetic[ao] )((?:(?:,|de|la|las|los|que|con|y|a|diario) )*)(?:se |me )?(?:inyect\w+|pic[ao]n?|"
        r"pinch\w+)\b"), r"\1insulina"),
    (re.compile(r"(?<=diabetic )((?:(?:,|who|that|and|i|on|with|take|takes|taking|use|the|my|own|kind|"
        r"daily) )*)(?:injects?|injecting|shots?|needles?|injections?)\b"), r"\1insulin"),
    (re.compile(r"\bestoy esperando(?: ,)?(?: ya| como)?(?= (?:de )?(?:\w+ )?(?:meses|semanas)\b| bebe| familia|"
                r" un bebe|"
                r" una? (?:nena?|nin[ao]|criatura)|$)"), "embarazada"),
    (re.compile(r"\b(?:im|i am|baby is|babys|the baby is) due (?=in|on|next|this|any|around|january|february|march|"
                r"april|may|june|july|august|september|october|november|december)"), "pregnant "),
    (re.compile(r"(?<!muchos)(?:^|(?:\by|\bpor|\bcon| ,|\be) )(?:los|mis) (?:anos|anitos)(?=$|(?: ,)? (?:pues|"
                r"nada|solo|esas|esos|"
                r"y|las dos|los dos|que ya|no mas))"), " , edad"),
)  # fmt: skip
"""What a grammar would take for something else: "mornings are out", "limpio de alergias", "the water heater"."""
_AND_OF = re.compile(r"(?: ,)? (?:y |ni |and |or |o )?(?:de|of) ")


def in_one_way(words: tuple[str, ...]) -> tuple[str, ...]:
    """The plain words of an answer with "option b" as "second", "nada más" as "solo"."""
    said = " ".join(words)
    alone = _ONE_LETTER.fullmatch(said)
    if alone:
        return (_LETTERS[alone[1]],)
    if both := _TWO_LETTERS.fullmatch(said):
        return _LETTERS[both[1]], _LETTERS[both[2]]
    if _HALVES.match(said):
        return "not", "sure"
    said = _IF_NOT.sub(", o ", said)
    for other, way in _OTHER_WAYS:
        said = other.sub(way, said)
    said = _NOTHING_LIKE.sub("", _ABOVE_ALL.sub("", said))
    said = _TYPE.sub(r"\1", said)
    said = _LETTER.sub(lambda match: _LETTERS[match[1]], said)
    if said not in ("nada mas", "no nada mas"):
        said = _NOTHING_ELSE.sub("solo", said)
    return tuple(said.split())


def without_devices(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with "electric pad" as "pad": what warms is told beside what is felt, and is no feeling itself."""
    said = " ".join(words)
    for device, name in _DEVICE:
        said = device.sub(name, said)
    return tuple(said.split())


def without_the_rest(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words before "and ignore the rest"; all of them where nothing stands before it."""
    return tuple(_LEAVE_THE_REST.sub("", " ".join(words)).split()) or words


def unhedged(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a "more or less" that only rounds what is said before it."""
    rest = _ROUGHLY.sub("", " ".join(words)).split()
    return tuple(rest) if sum(word != "," for word in rest) >= LEAST else words
