"""Whether a message asks for something, with or without a question mark."""

import re

_ASKS = re.compile(
    r"\?|¿|^(?:\W*(?:so|and|but|ok|okay|hi|hello|hey|please|also|um|y|pero|hola|oye|oiga|disculpe|perdon|"
    r"perd[oó]n|bueno|pues|quick question|question|una pregunta|pregunta|con todo respeto|sorry|excuse me)\W+)*"
    r"(?:what|whats|what's|why|how|hows|when|where|who|whos|which|is|are|can|could|should|do|does|did|would|isn'?t|"
    r"will|may|am i|any|tell|explain|show|give|define|describe|got any|got a|whose|hear|heard|let'?s|lemme|"
    r"qu[eé]|c[oó]mo|cu[aá]l|cu[aá]ndo|cu[aá]nt|d[oó]nde|qui[eé]n|por ?qu[eé]|porque|xq|pq|puedo|puede|a qui[eé]n|"
    r"se puede|debo|deber[ií]a|es|est[aá]|son|hay|sirve|sirven|sale|funciona|funcionan|ayuda|ayudan|me ayudas?|eres|"
    r"usted es|es usted|tarda|tienen|tiene|dejo|sigo|cuenta|venden|aceptan|atienden|abren|dime|d[ií]game|me (?:da|"
    r"pasa|dice|manda|regala|explica|ayuda|comunica|presta)|"
    r"expl[ií]|cu[eé]nt|tengo que|me puede|me conviene|me sirve|ens[eé][nñ]|mu[eé]str|p[oó]n(?:game|me)|"
    r"p[aá]s[ea]me|s[aá]queme|"
    r"en qu[eé]|a qu[eé]|de qu[eé]|con qu[eé]|pa qu[eé]|hasta qu[eé]|te sabes|se sabe|hagamos|ustedes)\b"
    r"|\b(?:tell me|explain|wondering|wonder|curious|want to know|like to know|need to know|need info|info on|"
    r"information|question about|more about|learn about|not sure what|dont know what|don't know what|"
    r"dont understand|don't understand|dont get|don't get|i wanna|i want to|id like|i'd like|i'd rather|i would like|"
    r"i would rather|i need|let me|can i|can you|could i|should i|how do i|how long|how often|what is|whats|"
    r"what's|is it ok|"
    r"is it safe|thinking about|thoughts|any idea|any good|yes or no|legit|worth it|or not|dunno if|not sure if|"
    r"what about|"
    r"quiero|quisiera|me gustar[ií]a|necesito|me pregunto|no entiendo|no s[eé] (?:qu[eé]|si|c[oó]mo|cu[aá]l|"
    r"d[oó]nde|cu[aá]ndo|con cu[aá]l)|nunca s[eé]|"
    r"puedo|se puede|"
    r"qu[eé] es|c[oó]mo se|cu[aá]nto|cada cu[aá]nto|informaci[oó]n|saber|dud[ao]|prefiero|preferir[ií]a|qu[eé] opina|"
    r"s[ií] o no|o qu[eé]|o c[oó]mo|o no|a m[ií] me (?:sirve|servir[aá]|har[aá]|ayuda|ayudar[aá]|funciona\w*)|"
    r"isn'?t it\W*$|aren'?t they\W*$|doesn'?t it\W*$|yay or nay|yea or nay|"
    r"thumbs up or|"
    r"o (?:es|est[aá]|son|hace|me hace|sale) (?:muy |m[aá]s )?(?:peligros[oa]s?|mal[oa]?s?|da[nñ]o|riesgos[oa]|peor|"
    r"contraproducente)|verdad|en algo|qu[eé] tal)\b",
    re.IGNORECASE,
)
_ASKS_ANYWHERE = re.compile(
    r"\b(?:what|whats|how|which|why|when|where|who|cu[aá]l|cu[aá]les|cu[aá]nto|cu[aá]ntos|cu[aá]ntas|"
    r"cu[aá]ndo|qu[eé]|o no|verdad|or not|ok to|okay to|safe to|alright to)\b",
    re.IGNORECASE,
)
"""Words that ask wherever they stand, in a short message."""
_SHORT = 14
_ASKS_LATER = re.compile(
    r"[,;.–—-]\s*(?:(?:so|and|but|or|y|pero|entonces|o)\s+)?(?:what|why|how|when|where|who|which|is (?:it|that|this|"
    r"there)|are|"
    r"can|could|should|do (?:i|you|they|we)|does|did|will|would|any (?:good|use|idea|tips)|thoughts|ok|okay|"
    r"good idea|bad idea|"
    r"yes or no|go or no go|worth|keep|qu[eé]|c[oó]mo|cu[aá]l|cu[aá]ndo|cu[aá]nt\w+|d[oó]nde|qui[eé]n|"
    r"\w+ it or \w+ it|es (?:normal|malo|"
    r"bueno|peligroso)|"
    r"est[aá] bien|hay|sirve|se puede|puedo|a m[ií] me|es[oa]s? s[ií]\b|le hago|conviene|verdad|me explica|cierto|no)\b"
    r"|^\W*so\b.*\b(?:then|right|huh)\W*$"
    r"|^\W*(?:y |and |so |pues |bueno )*(?:hay (?:alg[uú]n|alguien|una?|manera|forma)|alguien|any(?:body|one)|"
    r"someone|somebody|"
    r"there (?:any|some)|cu[aá]nta|por d[oó]nde|se vale|ser[aá]|har[aá]|servir[aá]|puede uno|uno puede|ya puedo|"
    r"got (?:a|any)|(?:anything|something|algo) (?:for|to|that|para|que)|algo pa|wonder|suppose|supposing|say i|"
    r"if i|si (?:me|le|la|lo|uno|yo|hago|uso|traigo|tengo))\b",
    re.IGNORECASE,
)
"""A question that follows a remark, and others that open without a word that asks."""
_ASKS_SURELY = re.compile(
    r"\?|¿|^\W*(?:y |and |so |but |pero )?(?:what|whats|what's|why|how|(?:when|where) (?:is|are|can|should|do|"
    r"does|did|will|would|to)|who|which|is|are|"
    r"can(?!'?t)|should|"
    r"do|does|will|a qu[eé]|para qu[eé]|por qu[eé]|qu[eé] (?:es|son|significa|quiere|tiene)|"
    r"cu[aá]l|cu[aá]nt|cuándo|cuando (?:es|puedo|debo|abren|cierran|hay que|se puede)|d[oó]nde|puedo|debo|cómo)\b",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(
    r"^\W*(?:y |and |so |pero |perd[oó]ne?,? |sorry,? |no entend[ií],? |i'?m (?:lost|confused),? )*"
    r"(?:what(?:'?s| is| are| does| do you mean| counts| exactly)|define|explain|meaning of|which(?!ever)|"
    r"where (?:would|does)|"
    r"qu[eé] (?:es|son|significa|quiere decir|cosa)|a qu[eé] se refiere|expl[ií]|en qu[eé]|c[oó]mo que(?! (?:s[ií]|"
    r"no)\b)|"
    r"d[oó]nde (?:va|entra|cae))"
    r"|\b(?:(?:meaning|which means|as in) (?:what|how)\b|c[oó]mo (?:se entiende|es eso|está eso)\b|"
    r"c[oó]mo le (?:hago|entiendo) (?:a|para saber)|like what\b|(?:can'?t|cannot|can not) (?:picture|imagine)|"
    r"no me (?:la|lo|las|los) (?:puedo )?imagin\w+|"
    r"mean(?:s|t)? by|what now|means?\?|(?<!no )(?<!any )(?<!tell a )difference|count as|counts as|"
    r"vendr[ií]a siendo|viene siendo|"
    r"qué es|(?<!creo )(?<!digo )(?<!parece )(?<!supongo )(?<!pienso )(?<!diria )"
    r"(?<!diría )(?<!dice )(?<!dicen )(?<!seguro )(?<!dijo )(?<!dijeron )(?<!lo )(?<!la )(?<!el )"
    r"que es|(?<!noto )(?<!veo )(?<!siento )(?<!sin )(?<!hay )(?<!ninguna )diferencia|"
    r"en cu[aá]l (?:cae|entra|va)|cuenta como)\b",
    re.IGNORECASE,
)
_CANNOT_TELL = re.compile(
    r"\b(?:no idea|not sure|unsure|couldn'?t (?:say|tell)|can'?t (?:say|tell)|don'?t know|dunno|idk|no clue|who knows|"
    r"no s[eé]|no sabr[ií]a|ni idea|no tengo idea|no me fij[eé]|qui[eé]n sabe|no supe|no recuerdo|don'?t remember|"
    r"never (?:knew|noticed|checked)|nunca supe)\b",
    re.IGNORECASE,
)
"""Who says so answers that they are not sure."""
_WHY = re.compile(
    r"\b(?:en qu[eé] (?:cambia|afecta|influye)|(?:got|have|has) to do|do with|que ver|import[ae]|"
    r"matters?)\b",
    re.IGNORECASE,
)


_NAMES_MEANING = re.compile(r"\b(?:means?|meant|quier\w* decir|significa\w*|definition|definici[oó]n)\b", re.IGNORECASE)
_KIND = (
    r"(?:(?:the|in|on|as|under|en|el|la|lo|de|del|un|una|an?) )*"
    r"(?:dry|moist|wet|sec[oa]s?|h[uú]med[oa]s?)(?: one| kind| type| heat)?"
)
_IS_IT_ONE = re.compile(
    rf"\b{_KIND}[ ,]+(?:or|o) (?:is it |es |it's |would it be )?{_KIND}\b(?=.*\?|\W*$)|"
    r"\b(?:is|are|es|son|ser[ií]a|cae en|cuenta como|counts? as) (?:(?:an?|considered|heat|calor|calor de|"
    r"de) )*(?:dry|moist|wet|"
    r"sec[oa]s?|h[uú]med[oa]s?)(?: heat)? (?:or|o) (?:dry|moist|wet|sec[oa]s?|h[uú]med[oa]s?)\b|"
    r"^\W*(?:y |and |so |pero )?(?:is|are|would|does|do|es|son|el de|la de|un|una|lo de)\b.*"
    r"\b(?:an?|one of|count|es|son|cuenta|entra|vale como)\b",
    re.IGNORECASE,
)


_LIKE_WHAT = re.compile(
    r"\b(?:meaning what|which means what|c[oó]mo se entiende|what does that (?:even |actually )?mean|what'?s that mean|"
    r"qu[eé] (?:significa|quiere decir) eso|eso qu[eé] (?:es|significa|quiere decir))\b|"
    r"\blike what\b|\b(?:can'?t|cannot|can not) (?:picture|imagine)\b|\bwhat (?:do|does|would) (?:they|it|that|those|"
    r"one) "
    r"(?:even )?(?:look|feel) like\b|\bno me (?:la|lo|las|los) (?:puedo )?imagin\w+|\bc[oó]mo (?:se ven?|son|"
    r"ser[ií]an?|es) "
    r"(?:es[ao]s?|un[oa]s?)\b",
    re.IGNORECASE,
)


def asks_what_it_is_like(text: str) -> bool:
    """Whether it asks for a picture of what it names: "net-like marks, like what, a fishing net?"."""
    return _LIKE_WHAT.search(text) is not None


def asks_for_meaning(text: str) -> bool:
    """Whether it asks for the meaning of a word itself: "what's moist mean"."""
    return asks_what_it_means(text) and _NAMES_MEANING.search(text) is not None


def asks_whether_it_is_one(text: str) -> bool:
    """Whether it asks if something is one of the choices: "is nicotine a medicine patch"."""
    return _IS_IT_ONE.search(text) is not None and asks_surely(text)


def asks(text: str) -> bool:
    """Whether a text asks for something, with or without a question mark."""
    if _ASKS.search(text) or _ASKS_LATER.search(text):
        return True
    return len(text.split()) <= _SHORT and _ASKS_ANYWHERE.search(text) is not None


def asks_surely(text: str) -> bool:
    """Whether it is a question even where its words also name a choice."""
    return _ASKS_SURELY.search(text) is not None


def asks_what_it_means(text: str) -> bool:
    """Whether it asks what something is or which of the choices it is."""
    told = "?" not in text and _CANNOT_TELL.search(text) is not None
    return _WHAT_IS.search(text) is not None and _WHY.search(text) is None and not told
