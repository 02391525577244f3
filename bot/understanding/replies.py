"""Yes, no and not sure, in the many forms in which people say them."""

import re

YES, NO, UNSURE, CLARIFY = "yes", "no", "unsure", "clarify"


def _any(lines: str) -> str:
    parts = sorted((" ".join(line.split()) for line in lines.replace("\n", " ").split(",")), key=len, reverse=True)
    return "|".join(part.replace(" ", r"\s+") for part in parts if part)


_UNSURE_SAID = _any("""
    dificil decir, dificil saber, dificil de saber, no al cien, no al 100, not 100, tough one, not one hundred, no al
    ciento por ciento, hasta donde se quien sabe, no sabria que decir, habria que ver, habra que ver,
    cant decide, cannot decide, couldnt decide, who can tell, couldnt say, no sabria cual, no me decido, ni se,
    ni yo se,
    no estoy al tanto, im torn, torn between, hard to judge, no puedo decir, no podria decirle, no le puedo decir,
    ni si ni no, sepa dios, a medias, medio medio, mitad si mitad no, no le atino, no atino, no alcanzo a saber, no
    distingo, no estoy tan seguro, no estoy tan segura, no le puedo asegurar, no me consta, no le hallo, ve tu a saber,
    not a hundred percent, not too sure, not so sure, i wonder, iffy, maybe maybe not, wish i could tell, no way of
    knowing, im guessing, hazy, fuzzy on that, jury is out, jurys out, drawing a blank, could be could be not,
    no le sabria, no te sabria, no les sabria, no le se decir, ahi si quien sabe, sepa la bola,
    never paid attention, never noticed either way, never tested me, never tested, didnt test, nobody checked,
    nobody ever
    checked, never had it checked, havent checked, put unsure, put not sure, put me down as unsure, no clue, doubtful,
    dont hold me, cant swear, wouldnt swear, couldnt swear, not 100 percent sure, who knows, up in the air, tough
    to say,
    tough call, toss up, undecided, beyond me, your guess is as good as mine, nunca me he fijado, no me he fijado, no me
    fije, nunca me fije, ni me he fijado, nunca me han revisado, nunca me lo han medido, nunca me hicieron, no me han
    hecho, npi, ni la mas minima, ni la mas remota, tampoco lo aseguro, no lo aseguro, no le aseguro, no puedo asegurar,
    no podria asegurar, no podria decir, como que si como que no, no le entendi, pongale que no se, ponga que no
    se, vaya
    uno a saber, dios sabrá, dios sabra, sabra dios, anda a saber, ni sabria decirle, no tengo ni idea, no tengo claro,
    no me queda claro, imposible saber, me la pone dificil, ahi si no se, estoy en duda, estoy dudando, en duda,
    wouldnt know, never been tested, havent been tested, not been tested, never checked, nunca me han revisado, nunca
    me lo han revisado, nunca me han hecho, no sabria, could go either way, your guess, couldnt tell you, quien sabe,
    a saber, vaya usted a saber, not sure, not really sure, not entirely sure, not 100 sure, unsure, not certain,
    uncertain, dont know, do not know, dont really know, have no idea, no idea, no clue, not a clue, havent a clue,
    idk, dunno, beats me, who knows, hard to say, hard to tell, difficult to say, cant tell, cant say, couldnt say,
    couldnt tell, maybe, perhaps, possibly, might be, could be, i guess so, i suppose, kind of maybe, dont remember,
    cant remember, it depends, depends, not positive, undecided, on the fence, 50 50, fifty fifty, no way to know, who
    can say, wish i knew, good question, hard to know, i have no clue, no se, nose, no lo se, no sabria, no sabria
    decir, no estoy seguro, no estoy segura, no toy seguro, no toy segura, no tengo idea, ni idea, ni la menor idea,
    sepa, saber, quien sabe, quizas, quiza, tal vez, a lo mejor, puede ser, puede que, depende, no recuerdo, no me
    acuerdo, no sabria decirle, dificil de decir, no sabria decirte, posiblemente, probablemente, probably, no estoy
    muy seguro, no estoy muy segura, no estamos seguros, no seguro, no segura, mas o menos, sort of, kinda, im not too
    sure, tengo dudas, dudo, no le se, no sabemos, quien sabe
""")

_REFLEXIVE = (
    r"no se (?:(?:me|te|nos|les?)(?: (?:ha|han|va|quit|baj|not|pas|hinch|inflam|pon|sient|mej)\w*)|"
    r"(?:ha|han|va|quita|baja|nota|pasa|hincha|inflama|pone|siente|mejora|mueve|ve|aplica)n?\b)"
)
""" "No se le baja": of itself, not "no sé"."""
_NO_ANSWER_SAID = _any("""
    no problem, no prob, no worries, no rush, no biggie, no big deal, no wonder, no way jose, no pasa nada, no hay
    problema, sin problema, no problema, no importa, no hay de que, no te preocupes, no se preocupe, no hay prisa,
    no comprendo, no entiendo, i dont understand, dont understand, no entendi, no need to worry, nothing personal,
    no offense, no kidding, no joke, no doubt about what, no comment, no drama, no hay drama, no stress, no sweat,
    no hay bronca,
    no te apures, no se apure, no hay lio, good question, buena pregunta, no hay prisa, sin prisa
""")

_YES_SAID = _any("""
    theres one, there is one, there are a few, theres a couple, there are some, there are two, hay una, hay uno, hay
    varias, hay varios, hay algunas, hay dos, ahi si, si hay, ahi si hay,
    it sure does, it sure is, they sure do, i sure do, sure does, claro que, yes to both, si a las dos,
    no doubt, no doubt about it, without a doubt, sin duda, sin lugar a dudas, no cabe duda, both, both of them, las dos
    cosas, los dos, las dos, ambos, ambas, ambas cosas, both of those, thats me, that is me, that happens to me, happens
    to me, it happens, guilty, guilty as charged, bingo, roger, aye, yessir, yuppers, yepper, yeppers, you know it, all
    the time, every time, more than one, a bunch, a few, un par, mas de una, mas de uno, una si, uno si, alguna si, me
    pasa, eso me pasa, si me pasa, ese soy yo, esa soy yo, tal cual, ya lo creo, ahi le va que si, de que si si, sipi,
    sipo, yes indeed, that would be me, story of my life, cada vez, todo el tiempo, en efecto, positivo, de ley,
    yes, yeah, yep, yup, yea, ya, yah, yas, yess, yes sir, yes maam, ye, ya sure, sure, sure do, sure is, sure
    am, sure thing, of course, absolutely, definitely, certainly, affirmative, correct, thats correct, thats right,
    right, true, thats true, i do, i am, i did, i have, i was, i can, it is, it does, it did, they do, they are,
    indeed, for sure, 100 percent, totally, uh huh, mhm, mm hmm, mmhmm, yuh, oh yes, oh yeah, hell yes, hell yeah,
    very much so, afraid so, im afraid so, unfortunately yes, sadly yes, positive, always, most definitely, you bet,
    that is correct, that does happen, that happens, exactly, agreed, i agree, ok yes, okay yes, well yes, well
    yeah, um yes, umm yes, uh yes, hmm yes, pretty sure yes, i think so, i believe so, think so, guess so, si, sii,
    siii, simon, sip, sep, claro, claro que si, asi es, por supuesto, desde luego, efectivamente, afirmativo,
    correcto, exacto, exactamente, cierto, es cierto, seguro, seguro que si, de acuerdo, ok si, pues si, bueno si,
    yo si, lamentablemente si, desgraciadamente si, por desgracia si, creo que si, pienso que si, me parece que si,
    asi mero, eso si, lo tengo, la tengo, los tengo, si senor, si senora, yes please, sure yes, a veces si, siempre,
    obvio, obviamente, aja, ey, tambien, verdad, es verdad, sometimes, a veces, once in a while, every now and
    then, de vez en cuando, ocasionalmente, occasionally, often, 1 of them, one of them, one of those, some of them,
    some of those, a few of them, at least one, alguna de ellas, alguno, alguna, uno de ellos, una de ellas, varias,
    varios, al menos una, several, a couple
""")

_NO_SAID = _any("""
    all of that works, all of those work, all that works, everything works, it all works, that all works, everything is
    fine, everything is normal, everything is working, ningun problema, none at all, none i have, hasta ahora no, hasta
    ahora nada, que recuerde no, que yo vea no, que yo note no, que me de cuenta no, no que recuerde, no que yo vea,
    no que me acuerde, que yo sepa no, que yo sepa nada, que yo sepa ninguna, que yo sepa ninguno, que sepa no,
    cant say i do, cant say i have, cant say i am, cant say that i do, cant say that i have, cant say i ever, cant say i
    had, cant say any, couldnt say i do, couldnt say i have, dont know of any, know of none, i know of none, none that i
    know, none i know of, ninguna que yo sepa, ninguna que sepa, no que sepa, que yo recuerde no, no que recuerde,
    no se de ninguna, no le hallo ninguna, no hallo ninguna, no le encuentro ninguna, no le veo ninguna,
    can rule those out, can rule them out, rule those out, rule them all out, i can rule, cross them off, cross
    those off,
    those dont apply, they dont apply, theyre not me, that isnt me, that aint me, none is me, none are me, not mine, no
    to those, las descarto, esas las descarto, esos los descarto, los descarto, descarto todas, descarto, tache todas,
    ninguna soy yo, ninguna es mia, ninguna es lo mio, no es lo mio, no soy yo, eso no es lo mio, esas no van conmigo,
    ninguna va conmigo, no van conmigo, de eso ando sano, de eso ando sana, de eso ando bien, de eso estoy bien,
    all no, all nos, all noes, all nopes, no and no, puros no, puros noes, puro no, todo no, todo en no, clean on all,
    free of all, clear of all, none fit, none fits, none count, none counts, none match, none describe me, limpio de,
    limpia de, libre de, exento de, nothing new, nothing has changed, nothings changed, nothing changed, no change,
    no changes, no ha cambiado nada, nada ha cambiado, nada nuevo, sin cambios, sin novedad, ninguna vale, ninguna va,
    ninguna queda, ninguna cuadra, ninguna checa, ninguna coincide, ninguna me toca, ninguna me queda, ninguna me pasa,
    ninguno vale, ninguno va, ninguno checa, ninguno me pasa, none ring, que esperanza,
    n a, na, all clear, clear on all, all good, all fine, all normal, all negative, im good on all, im fine on all, im
    clear, none apply, none applies, nothing applies, nothing there, nothing on there, nothing on that, nothing on the
    list, nothing in there, nothing here, nothing that applies, nothing to report, 0 for, zero for, zero of, 0 of,
    0 out of, nary a one, not a thing, not a bit, not a chance, not in the slightest, not that ive ever, not that i
    ever,
    not so far, nope not, thankfully not, no to all, no on all, no across, no for all, doesnt apply, does not
    apply, dont
    apply, not applicable, not for me, not my case, nuthin, nothin, nada de nada, zip, zilch, nil, nein, nyet, neither
    one, neither of, none of, none whatsoever, descartadas todas, descartado todo, descartadas, descartado, todo bien,
    todo normal, todo negativo, todo eso me funciona, todo me funciona, todas no, todos no, no aplica, no aplican, no me
    aplica, ninguna aplica, ni una cosa, ni tantito, ni de chiste, ni por asomo, ni loco, ni loca, nada por el estilo,
    nada parecido, nada similar, nada asi, nada que ver, en lo mas minimo, no no, cero, negativas todas, negativa,
    ni uno ni otro, ninguna de las, ninguno de los, no es mi caso, no me pasa, no me ha pasado, a mi no, libre de todo,
    not one, not one of them, not any of them, not a one, not a single one, ni uno solo, ni una sola,
    no, nope, nah, naw, nay, nop, noo, nooo, nada, not at all, not really, never, negative, absolutely not,
    definitely not, certainly not, of course not, not me, i dont, i do not, i am not, im not, i havent, i have not,
    i didnt, i did not, i wasnt, i cant say i do, it doesnt, it does not, it isnt, its not, they dont, not that i
    know, not that i know of, not that ive noticed, not that i can think of, not that im aware of, not to my
    knowledge, nothing like that, none, no way, hell no, god no, heck no, oh no, nuh uh, uh uh, no sir, no maam,
    thankfully no, thank god no, luckily no, fortunately not, dont think so, i dont think so, dont believe so, i
    dont believe so, hopefully not, false, not true, thats not true, incorrect, wrong, not yet, not currently, not
    anymore, not now, not right now, not today, nothing, no nothing, no none, neither, ok no, okay no, well no, um
    no, umm no, uh no, pretty sure no, nel, nel pastel, para nada, en absoluto, nunca, jamas, negativo, claro que
    no, por supuesto que no, desde luego que no, creo que no, no creo, no lo creo, pienso que no, me parece que no,
    ninguno, ninguna, ningunas, tampoco, que va, no que yo sepa, que yo sepa no, de ninguna manera, gracias a dios
    no, por suerte no, afortunadamente no, pues no, bueno no, yo no, no tengo, no senor, no senora, ni uno, ni una,
    falso, todavia no, aun no, ahora no, nones, no para nada, ninguno de esos, de eso nada, casi nunca, hardly ever,
    rarely, almost never
""")

_UNCHECKED = (
    r"(?:(?:no one|nobody|nadie)(?: (?:has|have|ever|me|la|lo|las|los|ha|han|nunca|really)){0,4}|"
    r"(?:never|nunca|jamas|havent|not|no)(?: (?:been|had|having|gotten|me|it|them|my|mis|los|las|lo|la|ha|han|he|bones|"
    r"that|eso|ever|yet|really|formally|have|been)){0,5}) "
    r"(?:checked|tested|measured|scanned|examined|diagnosed or not|revisad\w+|revisado|revisa|checad\w+|chequead\w+|"
    r"medid\w+|examinad\w+|hecho (?:la|el|esa?|ese|una?) (?:prueba|estudio|examen|densitometria))"
)
""" "Nobody has ever checked": who was never tested does not know."""
_UNSURE = re.compile(rf"\b(?!{_REFLEXIVE})(?:{_UNSURE_SAID}|{_UNCHECKED})\b")
_NO_ANSWER = re.compile(rf"^(?:{_NO_ANSWER_SAID})\b")
_YES = re.compile(rf"^(?:{_YES_SAID})(?!\w)")
_NO = re.compile(rf"^(?:{_NO_SAID})(?!\w)")
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
    said = [found for part in parts if not is_no_answer(part) and (found := _plain_reply(part))]
    if said and said[0] == NO and any(_SI_EVEN.match(part) for part in parts[1:]):  # "no, si yo me baño con agua fría"
        return NO
    if said[-1:] == [UNSURE]:  # "not that I noticed, but hard to say"
        return UNSURE
    if UNSURE in said and not (len(said) > 1 and said[0] != UNSURE and said.count(UNSURE) * 2 < len(said)):
        return UNSURE
    answers = {found for found in said if found != UNSURE}
    return answers.pop() if len(answers) == 1 else CLARIFY if answers else None


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
    told = phrase in _AUXILIARIES and rest[:1] and rest[0] not in _AGREES
    return None if told or (phrase in _WEAK and len(rest) > 2) else found


_AUXILIARIES = frozenset(("i can", "i was", "i am", "i did", "it did", "it is", "they are"))
""" "I can" affirms alone: "I can walk fine" tells something else."""
_AGREES = frozenset(
    ("yes", "indeed", "sure", "and", "too", "yeah", "so", "actually", "definitely", "honestly", "now", "sadly")
)
_NEGATIONS = frozenset(("no", "not", "never", "none", "nothing", "nunca", "ningun", "nada"))
_WEAK = frozenset(
    (
        """
    right,true,positive,always,often,several,wrong,false,nothing,none,seguro,cierto,varias,varios,siempre,both,
    los dos,las dos,ambos,ambas,a few,una,uno,cero,zip,na,it happens,all good,todo bien,todo normal,every time,cada vez,
    all the time,todo el tiempo,verdad,tambien,ya,claro,ninguno,ninguna,sure,a couple,un par
""".replace("\n", "").replace("  ", "")
    ).split(",")
)
_NOT_MUCH = re.compile(r"^(?:nothing|nada) (?:big|much|serious|bad|major|terrible|crazy|grave|serio|fuerte|del otro)\b")
_EITHER = re.compile(r"\b(?:si o no|yes or no|no o si)\b")
_AS_IF = re.compile(r"\b(?:como que si (?:y )?como que no|(?:maybe|quizas?) (?:yes|si) (?:maybe|quizas?) no)\b")
_DENIES_ALL = re.compile(
    r"\bno (?:a|to|para|on) (?:las|los|the|all|these|those)\b|\bde (?:tod[oa]s?|es[oa]s?)\b.*\b(?:bien|san[oa]|"
    r"limpi[oa])\b|"
    r"\b(?:no a tod[oa]s?|no to (?:all|everything|every one))\b|"
    r"\bno (?:me hace|me causa|me provoca|me da|tengo|he tenido|me ha dado|me ha pasado|me pasa|"
    r"siento|he sentido|noto|he notado|hay|traigo|padezco|"
    r"sufro)\b"
    r".*\b(?:nada|ningun[oa]?|ni un[oa]|eso|esas?|esos?|alguna?)\b"
    r"|\b(?:dont|do not|havent|have not|didnt|never) (?:had|have|got|get|feel|felt|notice|noticed|experience|see|seen|"
    r"been)\b.*\b(?:any|anything|that|those|these|it|them)\b"
    r"|\b(?:nothing|none) (?:of|on|in|from|there|here|applies|apply|fits|rings)\b|\bnot (?:a single|even) one\b"
    r"|\b(?:no|ninguna?|nada) (?:me )?(?:aplica|toca|corresponde|coincide)\b|\b(?:nada|ninguna?) de (?:eso|esa|"
    r"esto|esta|"
    r"ahi|la|las|los|lo)\b|\bpuede seguir no\b"
    r"|\b(?:say|said|answer|put|tick|mark|digo|contesto|pongo|respondo) (?:a )?no (?:to|on|for|a|en)\b"
    r"|\b(?:nothing|none|nada|ninguna?) (?:for me )?(?:to|that i can|que|para|por) "
    r"(?:tick|check|mark|select|report|add|declare|marcar|reportar|agregar|palomear|tachar|senalar)\b"
    r"|\bno (?:marco|palomeo|selecciono|elijo|escojo|tacho|reconozco|veo|encuentro|hallo) (?:ningun[oa]|nada)\b"
    r"|\b(?:dont|do not|wont|cant|not) (?:tick|mark|check|select|choose|pick|see|recognize) (?:any|a single|one)\b"
)


_SURE = ("i think so", "creo que si", "no creo", "creo que no", "dont think so", "i dont think so", "no lo creo")
