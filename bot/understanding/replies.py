"""Yes, no and not sure, in the many forms in which people say them."""

import re

YES, NO, UNSURE, CLARIFY = "yes", "no", "unsure", "clarify"


def _any(lines: str) -> str:
    parts = sorted((" ".join(line.split()) for line in lines.replace("\n", " ").split(",")), key=len, reverse=True)
    return "|".join(part.replace(" ", r"\s+") for part in parts if part)


_UNSURE_SAID = _any("""
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

_NO_ANSWER_SAID = _any("""
    no problem, no prob, no worries, no rush, no biggie, no big deal, no wonder, no way jose, no pasa nada, no hay
    problema, sin problema, no problema, no importa, no hay de que, no te preocupes, no se preocupe, no hay prisa,
    no comprendo, no entiendo, i dont understand, dont understand, no entendi, no need to worry, nothing personal,
    no offense, no kidding, no joke, no doubt about what, no comment
""")

_YES_SAID = _any("""
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

_UNSURE = re.compile(rf"\b(?:{_UNSURE_SAID})\b")
_NO_ANSWER = re.compile(rf"^(?:{_NO_ANSWER_SAID})\b")
_YES = re.compile(rf"^(?:{_YES_SAID})(?!\w)")
_NO = re.compile(rf"^(?:{_NO_SAID})(?!\w)")
_FILLER = re.compile(
    r"^(?:(?:oh|um+|uh+(?! huh)|er+|hm+|well|so|ok(?:ay)?|like|honestly|actually|i mean|to be honest|tbh|hi|hello|hey|"
    r"eh+|este|pues|bueno|mire|mira|"
    r"la verdad|doctor|doc|sir|maam|please|por favor|lol|haha|ay|my answer is|i would say|id say|"
    r"id have to say|i say|the answer is|diria que|yo diria que|mi respuesta es|that would be a|thats a|its a|"
    r"a big|un rotundo)\s+)+"
)
_AND_NO = re.compile(
    r"\b(?:yes and no|yes no|si y no|no and yes|no y si|no bueno si|no well yes|no pues si|yes well no|"
    r"si bueno no|sort of yes|yes but (?:also )?no|si pero no|si y tambien no)\b"
)
_MENDED = re.compile(
    r"\b(?:i mean|wait|sorry|actually|scratch that|correction|digo|perdon|mejor dicho|o sea|no espera)\s+(.+)$"
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

    `words` are plain words with single spaces.
    """
    words = " ".join(words.split())
    if not words or is_no_answer(words):
        return None
    if words in _ONE_LETTER:
        return _ONE_LETTER[words]
    if _AND_NO.search(words):
        return CLARIFY
    mended = _MENDED.search(words)
    if mended and (said := _plain_reply(mended[1])):
        return said
    return _plain_reply(words)


def _plain_reply(words: str) -> str | None:
    said = _FILLER.sub("", words)
    found = _first(said)
    if found is None and (tag := _TAG.search(words)):
        found = _first(tag[0].strip())
    if found == NO and _BUT.search(said):
        return CLARIFY
    return found


def _first(said: str) -> str | None:
    yes, no, unsure = _YES.match(said), _NO.match(said), _UNSURE.search(said)
    sure = (yes and yes[0] in _SURE) or (no and no[0] in _SURE)
    if unsure and not sure and (no or unsure.start() <= 12 or (not yes and len(said.split()) <= 12)):
        return UNSURE
    if yes and (not no or len(yes[0]) >= len(no[0])):
        return YES
    return NO if no else None


_SURE = ("i think so", "creo que si", "no creo", "creo que no", "dont think so", "i dont think so", "no lo creo")
