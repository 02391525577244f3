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
    r"\b(?:shook|shaken|shaking|shake) my head (?:at|to|on|for|through) (?:every|each|all|the whole|them all)\b|"
    r"\b(?:call|make|mark|say|put) (?:it|that|me|me down as|me down for|that as|it as) (?:a |an )?(?:none|zero|"
    r"clean)\b|"
    r"\b(?:theres|there is|there was|i see|see|found|saw|has|have|got) (?:absolutely |really )?(?:nothing|none|zilch|"
    r"zip) "
    r"(?:(?:there|here|in there|on there|on it|in it) )?(?:for|of|about|like|with|that is|thats) (?:me|mine|my own)\b|"
    r"\b(?:leave|leaving|left|keep|keeping|id leave|kept) (?:every|all|each|them|it|the|those|these) ?"
    r"(?:of )?(?:the |them |those |these |all |single )*(?:box|boxes|line|lines|one|circle|circles|squares?|page|"
    r"list|whole thing|thing)? ?(?:empty|blank|unchecked|unticked|unmarked|clear)\b|"
    r"\b(?:dejo|dejaria|deje|dejamos|dejelas?|dejelos?) (?:tod[oa]s?|la lista|la hoja|las casillas|los cuadritos)"
    r"(?: \w+){0,2} (?:en blanco|vaci[oa]s?|sin (?:marcar|palomear|tocar))\b|"
    r"\b(?:pur[oa]s?|solo|nomas|son|todas son) (?:cosas?|males|sintomas|enfermedades|eso) que (?:yo )?(?:no|nunca|ni|"
    r"jamas) (?:tengo|he tenido|me (?:pasan?|dan?|han? \w+)|padezco|sufro|siento|traigo)\b|"
    r"\b(?:all|just|only|nothing but|a list of|bunch of) (?:things|stuff|problems|symptoms) (?:that )?i (?:dont|do not|"
    r"havent|never) (?:have|had|got|get)\b|"
    r"\b(?:negue|moví|movi|meneo|moviendo|digo que no con) (?:la |con la )?cabeza (?:a|en|con) (?:tod|cada)\w*\b|"
    r"\b(?:the rest|all the rest|everything else|lo demas|las demas|el resto|todo lo demas) (?:(?:is|are|es|son|of it|"
    r"of "
    r"them|too|tambien) )*(?:a |all |un )?(?:no|nope|noes|nos|que no)(?: (?:as well|too|tambien|igual))?$|"
    r"\bno hay nada (?:ahi |aqui |en la lista )?(?:para mi|mio|de lo mio|que sea mio|que me quede)\b|"
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
