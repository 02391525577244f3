"""Words by which somebody says that nothing of a whole list is theirs: "couldn't find me in there"."""

import re

_LIST = r"(?:list|page|screen|paper|sheet|section|part|stuff|line|lines|boxes|items)"
_NOT_IS = r"(?:isnt|aint|is not|are not|arent|does not|doesnt|do not|dont|wasnt|cant be|has nothing|have nothing)"
_NOTHING = re.compile(
    rf"\b(?:{_LIST}|any of (?:it|that|this|them|those|these)|(?:its|it is|thats|that is)(?= not)) "
    rf"(?:really |just |sure )?(?:{_NOT_IS}|not) (?:really |even |to do with |about |for |describing |describe |"
    rf"apply(?: to)? |fit |match |"
    r"sound like |a match for |got )*(?:me|mine|my (?:case|thing|story|situation|life)|i)\b(?! (?:sure|certain))|"
    r"\b(?:neither of us|nobody|no one|noone|none of us|couldnt|could not|cant|cannot|didnt|did not|dont|do not|never) "
    r"(?:could |can |even |really |actually )*(?:find|found|see|saw|spot|spotted|recognize|recognise|locate) "
    r"(?:me|myself|him|her|us|anything (?:of|like) (?:mine|me)|anything that(?:s| is) me|a thing|one that|any that|"
    r"anything (?:on|in) (?:there|it|that)|anything there)\b(?! (?:doing|getting|being|having))|"
    r"\b(?:im|i am|were|we are) (?:not|nowhere) (?:on|in|to be found|anywhere (?:on|in)|any of)(?: (?:there|that|"
    r"it|the|your|this|those|them))?\b"
    r"(?! (?:pain|bad|good|shape|mood|control|way|meds|medication))|"
    r"\b(?:get|got) to skip\b|\bfree pass\b|\b(?:clean|blank) (?:sheet|slate|bill)\b|"
    r"\b(?:nothing|none)(?: (?:on|in|of|from) (?:there|here|that|this|it|the \w+|your \w+|those|these))? "
    r"(?:that )?(?:is|applies|fits|describes|sounds like|rings|jumps|speaks|id|i would|id be|i|to) "
    r"(?:me|mine|a bell|true|out|to me|like me|tick|check|mark|pick|say yes|flag|report)\b|"
    r"\bnothing to (?:tick|check|mark|flag|report|declare|pick|see here)\b|"
    r"\b(?:not|nary) (?:a |one )?(?:single )?(?:line|word|item|thing|one|box|bullet)(?: (?:of|on|in) (?:that|it|"
    r"this|there|them|those))?"
    r"(?: (?:is|applies|fits|describes|sounds like))? (?:me|mine|my case)\b|"
    r"\bnot (?:a|one) (?:single )?(?:line|box|bullet|item) (?:on|of|in)\b|\bi can skip (?:this|that|"
    r"the) (?:whole )?(?:page|list|one)\b|"
    r"\b(?:no es|ninguna es|ninguno es) (?:mi|nuestro) caso\b|"
    r"\bno (?:es|son|va|van|aplican?|tocan?|pegan?|tienen? nada que ver|tienen? que ver|describen?|queda|quedan|"
    r"cuadra|cuadran) "
    r"(?:con |para |de )?(?:mi|mio|mia|mias|mios|conmigo|lo mio)\b|"
    r"\b(?:no|ni|sin|nunca|tampoco) (?:me )?(?:aparezco|aparecer|salgo|salir|figuro|figurar|(?:encuentro|encontre|"
    r"encontrarme|"
    r"reconozco|reconoci|halle|hallo|identifico|veo|vi)(?= (?:ahi|en|nada|ningun|retratad|reflejad|por ningun|"
    r"alli)))\b(?! (?:de|a|con|bien|mal|muy))|"
    r"\bno me (?:encontre|encuentro|reconozco|identifico|hallo|halle)$|"
    r"\ben ningun[ao]?s?(?: \w+)?(?: \w+)? (?:salgo|aparezco|entro|caigo|estoy|figuro|quedo|encajo|me veo)\b|"
    r"\bni (?:una|uno) (?:solo |sola )?(?:de (?:es[ao]s|ell[ao]s|las|los)(?: \w+)? )?(?:me|es|va|aplica|soy|tengo|"
    r"traigo|palomeo)\b|"
    r"\b(?:si|que|como) (?:yo )?voy a (?:tener|traer|andar con) (?:algo|nada|alguna) de (?:eso|esas|esos)\b|"
    r"\b(?:me salvo|salvado|me libro|la libro|las libro|libro todas|ileso|ilesa) ?(?:de (?:todas?|todo|esa|esas|"
    r"eso))?\b|"
    r"\bnada (?:de|en) (?:la|esa|esta|su) lista\b|\bninguna (?:de (?:las|esas|estas) )?(?:\w+ )?(?:es mia|"
    r"me describe|me suena|me toca|me pega)\b|"
    r"\bno (?:encontramos|encontre|hallamos|halle|encontro|vimos) (?:nada|ninguna?|una sola|una)\b(?! (?:de que|para))|"
    r"\beverything (?:on|in) (?:that|the|this|your) (?:list|page) (?:\w+ )?(?:works?|is) (?:just |"
    r"perfectly )?(?:fine|ok|good|normal)\b|"
    r"\bnada (?:me )?(?:suena|cuadra|describe|pega|queda)\b"
)
_TURNS = re.compile(
    r"\b(?:except|excepto|salvo|aside from|apart from|other than|menos (?:la|lo|el)|only the|just the|nomas la|"
    r"solo la|solamente|unless)\b|"
    r"^(?: ,)? (?:but|pero|although|though|aunque)\b(?! (?:thanks|gracias|nice|it was|yo no|no|ok))"
)
"""What stands after it and takes it back in part."""


def denies_whole_list(said: str) -> bool:
    """Whether plain words with single spaces say that nothing of a list is true of the person."""
    found = _NOTHING.search(said)
    if found is None:
        return False
    return _TURNS.search(said[found.end() :]) is None and not _BEFORE.search(said[: found.start()])


_BEFORE = re.compile(r"\b(?:except|excepto|salvo|unless|not sure|no se|maybe|creo que si)\b")
