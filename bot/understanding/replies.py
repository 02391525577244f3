"""Yes, no and not sure, in the many forms in which people say them."""

import re

from bot.understanding.reply_phrases import NO_ANSWER_SAID, NO_SAID, UNSURE_SAID, YES_SAID
from bot.understanding.words import word_set

YES, NO, UNSURE, CLARIFY = "yes", "no", "unsure", "clarify"


_REFLEXIVE = (
    r"no se (?:(?:me|te|nos|les?)(?: (?:ha|han|va|quit|baj|not|pas|hinch|inflam|pon|sient|mej)\w*)|"
    r"(?:ha|han|va|quita|baja|nota|pasa|hincha|inflama|pone|siente|mejora|mueve|ve|aplica)n?\b)"
)
""" "No se le baja": of itself, not "no sé"."""
_UNCHECKED = (
    r"(?:(?:no one|nobody|nadie|nobodys|noones|no ones|noone)(?: (?:has|have|ever|me|la|lo|las|los|ha|han|nunca|"
    r"really)){0,4}|"
    r"(?:never|nunca|jamas|havent|not|no)(?: (?:been|had|having|gotten|me|it|them|my|mis|los|las|lo|la|ha|han|he|bones|"
    r"that|eso|ever|yet|really|formally|have|been)){0,5}) "
    r"(?:checked|tested|measured|scanned|x rayed|xrayed|examined|diagnosed or not|revisad\w+|revisado|revisa|"
    r"revisaron|checaron|midieron|examinaron|hicieron (?:nada|un estudio|estudios?|la prueba|pruebas?)|checad\w+|"
    r"chequead\w+|"
    r"(?:a |any |an |the |one )?(?:scans?|tests?|exams?|dexa|checkup)|medid\w+|examinad\w+|hecho (?:(?:la|el|"
    r"esa?|ese|una?|ningun) )?(?:prueba|estudio|examen|densitometria))"
)
""" "Nobody has ever checked": who was never tested does not know."""
_UNSURE = re.compile(rf"\b(?!{_REFLEXIVE})(?<!que yo )(?<!no que )(?:{UNSURE_SAID}|{_UNCHECKED})\b")
_NO_ANSWER = re.compile(rf"^(?:{NO_ANSWER_SAID})\b")
_YES = re.compile(rf"^(?:{YES_SAID})(?!\w)")
_NO = re.compile(rf"^(?:{NO_SAID})(?!\w)")
_FILLER = re.compile(
    r"^(?:(?:oh|um+|uh+(?! huh)|er+|hm+|mm+|ah+|aw+|well|so|ok(?:ay)?|like|honestly|actually|i mean|to be honest|"
    r"tbh|hi|"
    r"hello|hey|and|but|again|then|now|also|just|still|man|gosh|lord|geez|honey|dear|unfortunately|sadly|fortunately|"
    r"luckily|thankfully|thank god|thank goodness|thanks|thank you|thanks for asking|frankly|"
    r"eh+|este|pues|bueno|mire|mira|y|e|pero|entonces|otra vez|de nuevo|gracias|gracias a dios|bendito dios|"
    r"fijese|fijate|mija|mijo|senorita|senora|senor|joven|doctora|amigo|amiga|uy|ay|ah|lamentablemente|"
    r"desgraciadamente|afortunadamente|por suerte|francamente|sinceramente|"
    r"la verdad|doctor|doc|sir|maam|please|por favor|lol|haha|jaja|my answer is|i would say|id say|i would have to say|"
    r"id have to say|i say|the answer is|put|put down|mark|diria que|yo diria que|mi respuesta es|ponga|pongale|"
    r"that would be a|that would be|thats a|its a|its|it is|seria|es que|son|a big|a hard|a solid|un rotundo|a|"
    r"i think|i guess|i believe|creo que|"
    r"me parece que|pienso que|digamos que|yo creo que)\s+)+"
)
_AND_NO = re.compile(
    r"\b(?:yes and no|yes no|si y no|no and yes|no y si|no bueno si|no well yes|no pues si|yes well no|"
    r"si bueno no|sort of yes|yes but (?:also )?no|si pero no|si y tambien no)\b"
)
_BUT = re.compile(r"\b(?:but|except|although|though|pero|excepto|salvo|aunque)\b")
_TAG = re.compile(r"\s(?:yes|yeah|yep|si|no|nope)$")
_ACK = re.compile(
    r"(?:ok|okay|okey|k|kk|alright|all right|fine|cool|got it|i see|hmm+|vale|bueno|esta bien|entiendo|ya veo|"
    r"listo|great|nice|good|dale|va|sale|perfecto|perfect)(?:\s+(?:then|pues|doctor|thanks|gracias))?"
)


_ONE_LETTER = {
    "y": YES,
    "and": NO,
    "n": NO,
    "s": YES,
    "yeah no": NO,
    "yeah nah": NO,
    "no yeah": YES,
    "pos no": NO,
    "pos si": YES,
}


def is_no_answer(words: str) -> bool:
    """Whether the words only acknowledge ("ok"), or begin with a "no" that denies nothing ("no problem")."""
    return _ACK.fullmatch(words) is not None or _NO_ANSWER.match(words) is not None


def reply(words: str) -> str | None:
    """`yes`, `no`, `unsure` or `clarify` (both, or one with a "but"); None for words that are none of them.

    `words` are plain words with single spaces, and commas between clauses.
    """
    plain = " ".join(words.replace(",", " ").split())
    if not plain or is_no_answer(plain) or _EITHER.search(plain):
        return None
    if plain in _ONE_LETTER:
        return _ONE_LETTER[plain]
    if _AND_NO.search(plain):
        return CLARIFY
    if _AS_IF.search(plain):
        return UNSURE
    return _together([part.strip() for part in words.split(" , ") if part.strip()])


def _together(parts: list[str]) -> str | None:
    """What the clauses say in all: not sure, if one does; yes and no are a contradiction."""
    told = [part for part in parts if not _PROCEED.fullmatch(part)] or parts
    said = [found for part in told if not is_no_answer(part) and (found := _plain_reply(part))]
    if said and said[0] == NO and any(_SI_EVEN.match(part) for part in parts[1:]):  # "no, si yo me baño con agua fría"
        return NO
    if said[-1:] == [UNSURE]:  # "not that I noticed, but hard to say"
        return UNSURE
    if UNSURE in said and not (len(said) > 1 and said[0] != UNSURE and said.count(UNSURE) * 2 < len(said)):
        return UNSURE
    answers = {found for found in said if found != UNSURE}
    return answers.pop() if len(answers) == 1 else CLARIFY if answers else None


_PROCEED = re.compile(
    r"(?:(?:y|ya|so|you|u|we|lets|can|please|mejor|ahora|now|just) )*(?:(?:puede|podemos) (?:seguir|continuar|pasar)|"
    r"sigale|siga|sigamos|continue|continua|"
    r"continuemos|proceed|go on|go ahead|next(?: one| page| question| list)?|move on|keep going|adelante|"
    r"(?:pase|paseme|pasemos|vamos) a (?:la|lo) (?:otra|que sigue|siguiente))(?: (?:please|por favor|pues|now))?"
)
""" "Tampoco, ya puede seguir": what asks to go on answers nothing beside an answer."""
_SI_EVEN = re.compile(r"si (?:yo|hasta|ni|ya|nunca|siempre|todo|el|la|me|es) ")
"""A "si" that opens a sentence and affirms nothing."""


def _plain_reply(words: str) -> str | None:
    said = _FILLER.sub("", words + " ").strip() or words
    found = _first(said)
    if found is None and (tag := _TAG.search(words)):
        found = _first(tag[0].strip())
    if found is None and _DENIES_ALL.search(words):
        return NO
    if found == NO and _BUT.search(said):
        return CLARIFY
    return found


def _first(said: str) -> str | None:
    yes, no, unsure = _YES.match(said), _NO.match(said), _UNSURE.search(said)
    if no and unsure and unsure.end() <= no.end() and len(no[0]) > len(unsure[0]):  # "can't say I do"
        return _weighed(NO, said, no[0])
    sure = (yes and yes[0] in _SURE) or (no and no[0] in _SURE)
    if unsure and not sure and (no or unsure.start() <= 12 or (not yes and len(said.split()) <= 12)):
        return UNSURE
    if no and _NOT_MUCH.match(said):
        return None
    if yes and (not no or len(yes[0]) >= len(no[0])):
        return _weighed(YES, said, yes[0])
    return _weighed(NO, said, no[0]) if no else None


def _weighed(found: str, said: str, phrase: str) -> str | None:
    """A phrase that also begins other sentences ("right side hurts") is a reply only almost alone."""
    rest = said[len(phrase) :].split()
    if found == YES and rest and rest[0] in _NEGATIONS:
        return NO
    agrees = rest[:1] and (rest[0] in _AGREES or (phrase in _DOES and rest[0] in _HAS))
    told = phrase in _AUXILIARIES and rest[:1] and not agrees
    return None if told or (phrase in _WEAK and len(rest) > 2) else found


_AUXILIARIES = frozenset(("i do", "i have", "i can", "i was", "i am", "i did", "it did", "it is", "they are"))
""" "I can" affirms alone: "I can walk fine" tells something else."""
_AGREES = frozenset(
    (
        "yes",
        "indeed",
        "sure",
        "and",
        "too",
        "yeah",
        "so",
        "actually",
        "definitely",
        "honestly",
        "now",
        "sadly",
    )
)
_DOES = ("i do", "i have")
_HAS = word_set("""
    it them that those these one some both all have take get use feel wear suffer need notice sometimes
""")
""" "I do take prednisone" affirms; "I do polar plunges" tells something else."""
_NEGATIONS = frozenset(("no", "not", "never", "none", "nothing", "nunca", "ningun", "nada"))
_WEAK = frozenset(
    (
        """
    right,true,positive,always,often,several,wrong,false,nothing,none,seguro,cierto,varias,varios,siempre,both,
    one of them,one of those,1 of them,some of them,some of those,
    los dos,las dos,ambos,ambas,a few,una,uno,cero,zip,na,it happens,all good,todo bien,todo normal,every time,cada vez,
    all the time,todo el tiempo,verdad,tambien,ya,claro,ninguno,ninguna,sure,a couple,un par
""".replace("\n", "").replace("  ", "")
    ).split(",")
)
_NOT_MUCH = re.compile(
    r"^(?:(?:no me (?:siento|encuentro|veo|hallo|he sentido)|no (?:ando|estoy|amaneci)|not (?:feeling|doing)) "
    r"(?:muy |nada |tan |so |too |very )*(?:bien|a gusto|well|good|great)\b)|^(?:nothing|nada) (?:big|much|serious|"
    r"bad|major|terrible|crazy|grave|serio|fuerte|del otro)\b"
)
_EITHER = re.compile(r"\b(?:si o no|yes or no|no o si)\b")
_AS_IF = re.compile(r"\b(?:como que si (?:y )?como que no|(?:maybe|quizas?) (?:yes|si) (?:maybe|quizas?) no)\b")
_DENIES_ALL = re.compile(
    r"\btampoco$|"
    r"\bno (?:a|to|para|on) (?:las|los|the|all|these|those)\b|\bde (?:tod[oa]s?|es[oa]s?)\b.*\b(?:bien|san[oa]|"
    r"limpi[oa])\b|"
    r"\b(?:no a tod[oa]s?|no to (?:all|everything|every one))\b|"
    r"\bno (?:me hace|me causa|me provoca|me da|tengo|he tenido|me ha dado|me ha pasado|me pasa|"
    r"siento|he sentido|noto|he notado|hay|traigo|padezco|(?:me |le )?(?:he )?(?:puesto|pongo|usado|uso)|"
    r"sufro)\b"
    r".*\b(?:nada|ningun[oa]?|ni un[oa]|eso|esas?|esos?|alguna?)\b"
    r"|\b(?:dont|do not|havent|have not|didnt|never) (?:had|have|got|get|feel|felt|notice|noticed|experience|see|seen|"
    r"been|put|used|tried|applied|use|apply)\b.*\b(?:any|anything|that|those|these|it|them|a single)\b"
    r"|\b(?:nothing|none) (?:of|on|in|from|there|here|applies|apply|fits|rings)\b|\bnot (?:a single|even) one\b"
    r"|\b(?:no|ninguna?|nada) (?:me )?(?:aplica|toca|corresponde|coincide)\b|\b(?:nada|ninguna?) de (?:eso|esa|"
    r"esto|esta|"
    r"ahi|la|las|los|lo)\b|\bpuede seguir no\b"
    r"|\b(?:say|said|answer|put|tick|mark|digo|contesto|pongo|respondo) (?:a )?no (?:to|on|for|a|en)\b"
    r"|\b(?:nothing|none|nada|ninguna?) (?:for me )?(?:to|that i can|que|para|por) "
    r"(?:tick|check|mark|select|report|add|declare|marcar|reportar|agregar|palomear|tachar|senalar)\b"
    r"|\bno (?:marco|palomeo|selecciono|elijo|escojo|tacho|reconozco|veo|encuentro|hallo) (?:ningun[oa]|nada)\b"
    r"|\b(?:no|zero|sin|without|cero|ningun) (?:health |medical |big )?(?:issues|problems|conditions|complaints|"
    r"problemas?|quejas|enfermedades|padecimientos|achaques)(?: at all| whatsoever| so far| de (?:nada|salud))?$"
    r"|\b(?:dont|do not|wont|cant|not) (?:tick|mark|check|select|choose|pick|see|recognize) (?:any|a single|one)\b"
)


_SURE = ("i think so", "creo que si", "no creo", "creo que no", "dont think so", "i dont think so", "no lo creo")
