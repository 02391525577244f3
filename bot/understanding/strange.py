"""Messages that are about nothing here: gibberish, advertising, orders to the machine, and talk of other things."""

import re

from bot.understanding.lexicon import Lexicon
from bot.understanding.words import word_set

_LINK = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:me|ly|gg|io|co|app|link|top|site|online|store|info|vip|club|page)/\S+|"
    r"\b\w+\.(?:com|net|xyz|example|ru|biz|shop|info)\b(?<!@)",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"[$€£]\s?\d|\d\s?(?:[$€£]|%|k\b|usd|d[oó]lares)|\d\s*[x×]\s*(?:\d|\$)|\b(?:free|gratis|earn|gana|gane|sell|"
    r"sells|selling|vendo|vendemos|offer|offers|"
    r"ofrezco|ofrecemos|ofert\w+|promo\w*|discount|descuento|pricing|precios?|price|buy|compr[ae]|guarantee\w*|"
    r"garantiz\w+|winner|premi\w+|prize|"
    r"selected|seleccionad\w+|felicidades|congrat\w*|click|clic|reclam[ae]|claim|subscribe|suscr\w+|followers|"
    r"seguidores|"
    r"seo|crypto|bitcoin|invest\w*|inversi[oó]n|loan\w*|pr[eé]stamo\w*|cr[eé]dito|pago|facilidades|compromiso|"
    r"whatsapp|telegram|dm|"
    r"website\w*|p[aá]ginas? web|replica|casino|per week|a la semana|from home|desde (?:tu |su )?casa)\b|"
    r"\b(?:quote|call (?:now|today|\w+ today)|cheap|deals?|sale|se vende[n]?|se renta|rento|remato|informes|"
    r"trato directo|inbox|"
    r"pida|pidan|aproveche|llame (?:ya|hoy|ahora)|baje \d+ kilos|lose \d+ (?:pounds|lbs)|limited time|act now|hurry|"
    r"apply (?:now|today)|"
    r"pre.?approved|warranty|solar panels|timeshare|roof\w*|special|this week only|get rich|h[aá]gase rico|curso|"
    r"course|mitad de precio|fumigaci\w+|pest control|mande mensaje|estimates?|presupuesto|singles|rates|catalog\w*|"
    r"cat[aá]logo|distribuidor\w*|negocio propio|multinivel|"
    r"mlm|side hustle|passive income|ingresos? extra|sin enganche|meses sin intereses|a domicilio|env[ií]o|env[ií]os|"
    r"shipping|coupon|cup[oó]n|in bio|link|rebaja\w*|remate|liquidaci[oó]n|terreno|lote[s]?|seguros de vida|"
    r"life insurance)\b|"
    r"(?<!\S)@\w{3,}|"
    r"#\w{4,}",
    re.IGNORECASE,
)
_SURE_OFFER = re.compile(
    r"\b(?:forex|trading signals?|se[nñ]ales (?:de )?(?:cripto|trading|forex)|amarres?|endulzamientos?|brujer[ií]a|"
    r"brujos?|maestro espiritual|lectura de (?:cartas|tarot)|"
    r"tarot(?:ista)?|onlyfans|viagra|cialis|work from home|trabaja? desde casa|make (?:easy |fast |quick )?money|"
    r"dinero f[aá]cil|gana (?:dinero|plata)|"
    r"(?:join|[uú]ne(?:te|se)|suscr[ií]b\w+|s[ií]gue(?:me|nos)|follow) (?:a |al |to |us |me |my |our |mi |"
    r"nuestro )*(?:grupo|canal|channel|telegram|whatsapp|page|p[aá]gina|insta\w*|newsletter|on)|"
    r"check out (?:my|our)|visit (?:my|our) (?:site|shop|store|channel|page)|(?:my|our) (?:etsy|ebay|youtube|"
    r"gofundme)|we buy (?:houses|cars|gold)|compro (?:oro|carros|casas)|"
    r"refinanc\w*|debt relief|consolidat\w*|extended warranty|car.?s warranty|pre.?aprobad\w+|has (?:ganado|"
    r"sido seleccionad\w)|(?:you|you've|you have) (?:won|been (?:selected|chosen))|ganaste|"
    r"lose weight fast|keto (?:gummies|pills)|miracle (?:cure|pill)|cura milagrosa|hot singles|sugar (?:daddy|"
    r"momma)|nigerian|wire transfer|gift cards?|airdrop|nfts?|"
    r"(?:now )?hiring|se solicita\w*|vacantes?|contratando|estamos contratando|seo services?|rank(?:ing)? (?:#?1|"
    r"first|on google)|web design|dise[nñ]o web|"
    r"\d+ ?% off|order now|prince \w+|million dollars|millones de d[oó]lares|(?:verifi\w+|actuali\w+|"
    r"confirm\w+) (?:sus? |your )?(?:datos|cuenta|account|details)|"
    r"(?:cuenta|account|tarjeta|card) (?:bancaria |bank )?(?:fue |ha sido |has been |was |is )?(?:bloquead\w|"
    r"suspend\w+|locked|blocked)|pack de fotos|"
    r"manda esta cadena|forward this (?:to|message)|no (?:la )?rompas la cadena|a \d+ (?:contactos|amigos)|"
    r"to \d+ (?:friends|contacts)|"
    r"herbalife|omnilife|amway|avon|tupperware|mary kay|essential oils business|mlm|multinivel)\b",
    re.IGNORECASE,
)
"""What nobody says but who sells."""
SHORT_OFFER = 8
"""Words below which a question with such a word is only a question: "are you hiring nurses"."""
ENOUGH = 2
"""Signs of an offer that make one, where nobody asks."""
_MAIL = re.compile(r"\S+@\S+\.\S+")
_ORDER = re.compile(
    r"</?\w+>|\[(?:admin|system|inst|sistema)\b|<\|.*?\||\b(?:system|admin|root) ?(?:prompt|override|access|"
    r"message)|\bprompt\b|"
    r"\b(?:ignor\w+|disregard|forget|olvid\w+|bypass|override|skip)\b.{0,30}\b(?:instruc\w+|rules?|reglas|prompt|"
    r"guidelines|"
    r"above|previous|anterior\w*)|\b(?:you are|you're|eres|ser[aá]s) (?:now|ahora)\b|\b(?:ahora|a partir de ahora|"
    r"from now on|desde ahora)\b,? "
    r"(?:eres|you are|you|ser[aá]s|act[uú]a\w*|contestas)\b|\b(?:role ?-?play|jailbreak|dan mode|"
    r"modo (?:desarrollador|dios|admin)|developer mode|"
    r"god mode|haz de cuenta|hagamos de cuenta|pretend (?:you|to be)|fing[ei]|act[uú]a como|act as|hazte pasar)\b|"
    r"\b(?:no|without|sin) (?:restric\w+|l[ií]mites|limits|filters?|filtros|disclaimers?|censura)\b|"
    r"\b(?:mark|marca|marque|set|pon)\b.{0,20}\b(?:every|all|todas?|todo)\b.{0,25}\b(?:none|no|false|ninguna?|falso)\b|"
    r"^\W*(?:system|sistema|admin|root|developer|instruction|instrucci[oó]n|assistant|prompt|override|"
    r"nota al modelo|note to (?:the )?(?:model|ai|bot))\s*[:>\]]|"
    r"\b(?:reveal|print|show|repeat|output|display|leak|dump|list|tell me|give me|mu[eé]str\w*|imprim\w*|"
    r"rep[ií]t\w*|ens[eé][nñ]\w*|"
    r"dame|rev[eé]l\w*|copia|p[aá]sa(?:me)?|d[ií]me)\b.{0,30}\b(?:your|tus?|the|las?|los|"
    r"el) (?:\w+ ){0,2}(?:prompt|instruc\w+|"
    r"guidelines|source|code|c[oó]digo|config\w*|rules you|reglas|database|base de datos|logs?|api|model|tokens?|"
    r"training|system message|"
    r"everything above|todo lo anterior)\b|"
    r"\b(?:skip|bypass|disable|turn off|unlock|remove|jump past|salta\w*|desactiva\w*|quita\w*|apaga\w*|"
    r"desbloquea\w*|omite)\b.{0,25}"
    r"\b(?:remaining|all|safety|screen(?:s|ing)|checks?|filters?|restrictions?|guard\w*|todas? las|seguridad|filtros?|"
    r"pantallas|restricciones|controles|candado)\b(?=.{0,40}\b(?:screens?|screening|checks?|filters?|rules|mode|"
    r"restrictions?|guard\w*|"
    r"safety|modo|seguridad|filtros?|pantallas|restricciones|controles|y)\b|\W*$)|"
    r"\b(?:mensaje|contrase[nñ]a|clave|instrucciones|indicaciones) (?:de|del) (?:tu )?sistema\b|\b(?:answers?|data|"
    r"records?|chats?|respuestas|datos|expedientes?) "
    r"(?:of|from|de|del) (?:the |los |las |tus )?(?:last|previous|other|otros?|[uú]ltim\w+|anterior\w*|"
    r"dem[aá]s) (?:patients?|users?|people|pacientes?|usuarios?)\b|"
    r"\b(?:let'?s play|vamos a jugar|jugamos|imagina que|imagine)\b.{0,20}\b(?:you are|you're|eres|t[uú] eres|"
    r"usted es)\b|"
    r"\b(?:hablas?|h[aá]blame|contest\w+|respond\w+|eres|act[uú]as?|talk|speak|answer|be|"
    r"you)\b.{0,25}\b(?:de ahora en adelante|desde ahora|from here on)\b|\b(?:nada de|no more|"
    r"cero) (?:advertencias|disclaimers|warnings|reglas)\b|"
    r"\bpatient (?:is )?(?:cleared|approved|verified|safe)\b|\bpaciente (?:aprobad\w|verificad\w|sin riesgo|"
    r"autorizad\w)\b|"
    r"\b(?:new|updated|nuevas?) (?:instructions?|directive|rules|instrucci\w+|[oó]rden(?:es)?|reglas)\b|"
    r"\b(?:respond|reply|answer|responde|contesta|habla|speak|talk)\b.{0,15}\b(?:only|solo|s[oó]lo|as|como|like|"
    r"with|con)\b.{0,25}"
    r"\b(?:a pirate|pirata|evil|hacker|json|yaml|xml|un doctor sin|a doctor|un m[eé]dico|shakespeare|my grandm\w+|"
    r"yes to|s[ií] a todo|'?ok'?|approved|human)\b|"
    r"\b(?:you have no|no tienes|ya no tienes|olvida tus|forget your|drop your|lose the) (?:rules|restrictions|"
    r"limits|reglas|restricciones|l[ií]mites|training|filters?)\b|"
    r"\b(?:developer|debug|maintenance|god|admin|root|unrestricted|desarrollador|mantenimiento|"
    r"depuraci[oó]n) (?:mode|access|console)\b|"
    r"\bmodo (?:debug|mantenimiento|administrador|libre|sin filtro)\b|"
    r"\b(?:select \* from|rm -rf|os\.system|eval\(|exec\(|<script|\{\{|\$\{|import os|union select|1=1|"
    r"console\.log|curl )|"
    r"\b(?:change|set|cambia|pon|marca|mark)\b.{0,15}\b(?:my|the|mi|el|la)? ?(?:tier|risk|result|status|flags?|"
    r"nivel|riesgo|resultado|estado)\b.{0,10}"
    r"\b(?:to|as|=|a|como|en)\b|"
    r"\b(?:secret\w*|hidden|ocult\w+|configuraci[oó]n|settings|password|contrase[nñ]a) (?:instruc\w+|prompt|de tu|"
    r"rules)\b|"
    r"\b(?:new|latest|updated|nueva) (?:rule|order|regla|orden) (?:from|for you|de|del|para ti)\b|"
    r"\b(?:answer|say|respond\w*|contest\w+|di|reply) (?:with )?(?:yes|no|s[ií]) (?:to|a) (?:everything|all|anything|"
    r"todo)\b|"
    r"\b(?:drop|ditch|lose|skip|forget|tira|deja|quita) (?:the|your|all|la|las|tus?) (?:safety|warning|danger|"
    r"seguridad)\w*\b"
    r"(?=.*\b(?:just|and|list|answer|y)\b)|"
    r"\b(?:your|the|tus?) (?:hidden|secret|initial|original|starting|setup|internal|first|ocult\w+|secret\w+) (?:\w+ )?"
    r"(?:setup|text|instruc\w+|message|prompt|words|notes|texto|mensaje)\b|\btu (?:texto|mensaje) (?:ocult|secret|"
    r"inicial)\w*|"
    r"\b(?:sudo(?! (?:rico|mucho|fr[ií]o|bien|much|a|de|en|por|cuando|como|y|m[aá]s|la|el|al|todo|toda|bastante|mejor|"
    r"con)\b)|drop table|base64|api key|source code|c[oó]digo fuente)\b",
    re.IGNORECASE,
)
_INSULT = re.compile(
    r"\b(?:you(?:'?re|r| are| guys are)?|ur|u|this (?:bot|thing|app|chat|chatbot|program|robot|machine|site|"
    r"service)(?: is|'s)?|bot)\b"
    r"(?! (?:think|say|said|know|tell))[^.?!,]{0,22}\b(?:useless(?! for| on| at| against)|stupid|dumb\w*|idiot\w*|"
    r"moron\w*|garbage|trash|junk|crap\w*|worthless|pathetic|"
    r"suck\w*|a joke|lame|clueless|retard\w*|pile of|bucket of bolts|disgrace|brainless|dense|dimwit|imbecile|"
    r"incompetent|waste of (?:time|space|electricity)|"
    r"full of (?:it|crap))\b|"
    r"\b(?:about )?as (?:useful|helpful|smart|bright|handy) as (?:an?|my|the)\b|\b(?:dumber|stupider|more useless|"
    r"thicker) than\b|"
    r"\b(?:seen|met|talked to|had) (?:\w+ ){0,3}(?:smarter|brighter) (?:than you)?\b|\bsmarter than (?:you|this)\b|"
    r"\b(?:piece of (?:junk|crap|garbage|trash|shit)|shut (?:up|it|your)|screw (?:you|this|off)|go to hell|"
    r"kiss my (?:ass|butt)|bite me|"
    r"f+u*[*c]+k+ (?:you|off|this|u)|get lost|buzz off|piss off|hate (?:you|this (?:bot|thing|app|chat))|(?:stupid|"
    r"dumb|damn|useless|lousy|crappy|worthless|idiotic) "
    r"(?:bot|robot|machine|app|chat|chatbot|program|computer|thing you are))\b|"
    r"\b(?:m[aá]s (?:in[uú]til|tont[oa]|mens[oa]|brut[oa]|burr[oa]|pendej[oa]|est[uú]pid[oa]|list[oa]) (?:que|es|mi)|"
    r"(?:eres|es usted|usted es|sos|est[aá]s|son) (?:un |una |muy |bien |re |puro |pura |tan |m[aá]s |bastante |"
    r"un pinche )?(?:in[uú]til(?:es)?|tont[oa]|mens[oa]|est[uú]pid[oa]|"
    r"idiota|brut[oa]|asco|basura|porquer[ií]a|imb[eé]cil|inept[oa]|burr[oa]|pendej[oa]|tarad[oa]|bob[oa]|"
    r"payas[oa]|zoquete|animal|cabr[oó]n|malet[oa])|"
    r"(?:qu[eé]|esta|este|es una?|pura|puro|vaya|menud[oa]) (?:porquer[ií]a|basura|mugrero|cochinada|birria|mierda|"
    r"chafez|asco de|desastre de|robot m[aá]s|"
    r"bot m[aá]s|m[aá]quina m[aá]s|programa m[aá]s|pinche (?:bot|robot|m[aá]quina|programa))|"
    r"no (?:sirves|vales) (?:para|pa) nada|no sirves ni|no das una|m[aá]s (?:tarad|tont|brut|"
    r"idiot)[oa] no se puede|(?:verg[uü]enza|fraude|desgracia|robo) de (?:programa|bot|robot|servicio|cl[ií]nica|"
    r"sistema)|pedazo de (?:lata|chatarra|basura|animal|in[uú]til)|"
    r"(?:jodidos|pinches|malditos|bola de) (?:incompetentes|in[uú]tiles|ineptos|idiotas|rateros|ladrones)|"
    r"(?:m[aá]s inteligencia|m[aá]s cerebro|m[aá]s list[oa]) que (?:t[uú]|usted|ustedes|este)|c[aá]llate|"
    r"c[aá]llese|vete (?:al|a la|mucho)|"
    r"v[aá]yase (?:al|a la)|chinga\w*|"
    r"(?:m[aá]quina|robot|bot|programa) (?:est[uú]pid[oa]|tont[oa]|in[uú]til|de porquer[ií]a|de mierda|chafa|"
    r"menso)|pinche (?:bot|robot|m[aá]quina|programa|chat))\b",
    re.IGNORECASE,
)
"""What is said against the machine; "my stupid back" is not."""
_LAUGHS = re.compile("[😂🤣😆😹]|\\b(?:jaja\\w*|j[ei]j[ei]\\w*|haha\\w*|lol|lmao|rofl)\\b", re.IGNORECASE)
_RIDDLE = re.compile(
    r"\b(?:why (?:did|do|does|was) (?:the|a)\b|what do you (?:call|get when)|what did (?:the|one)\b|knock knock|"
    r"qu[eé] le (?:dijo|dice)|c[oó]mo se (?:le )?(?:dice|llama) (?:un|a un|al?)\b|en qu[eé] se parece|"
    r"cu[aá]l es el colmo|por qu[eé] (?:el|la|los) \w+ (?:cruz|fue|no)|"
    r"toc toc|walks into a bar|entra \w+ \w+ a un bar)",
    re.IGNORECASE,
)
_IN_A_BAR = re.compile(
    r"\b(?:walks? into a bar|entra\w* (?:\w+ ){1,3}a un bar|se encuentran dos \w+|knock,? knock)\b", re.IGNORECASE
)
_VOWEL = re.compile(r"[aeiouyáéíóú]", re.IGNORECASE)
_ODD = re.compile(
    r"[bcdfghjklmnñpqrstvwxz]{5,}|(.)\1{4,}|(?:asdf|qwer|zxcv|hjkl|sdfg|dfgh|fghj|jkl|uiop|lkjh|fdsa|poiu|ñlkj|jhg)",
    re.IGNORECASE,
)
_MASHED = re.compile(r"(\w)\1{6,}|^\W*(?:\w{1,2}\W+){6,}$")
_OF_THIS = word_set("""
    back spine neck pain hurt hurts heat heating pad ice cold cream doctor clinic nurse chat question answer
    espalda columna cuello
    dolor duele calor almohadilla cojin hielo frio crema doctora clinica enfermera pregunta respuesta pastilla pill
""")


def is_order(text: str) -> bool:
    """Whether it tells the machine what to be or to forget."""
    return _ORDER.search(text) is not None


def is_insult(text: str) -> bool:
    """Whether it insults the machine."""
    return _INSULT.search(text) is not None


def is_offer(text: str, asks: bool) -> bool:
    """Whether it sells something: a link, or several signs of an offer."""
    said = _MAIL.sub(" ", text)
    signs = {found[0].casefold() for found in _OFFER.finditer(said)}
    if _SURE_OFFER.search(said) and not (asks and len(said.split()) < SHORT_OFFER):
        return True
    return _LINK.search(said) is not None or len(signs) >= ENOUGH + (1 if asks else 0)


def is_riddle(text: str) -> bool:
    """Whether somebody tells or asks a joke."""
    if _IN_A_BAR.search(text):
        return True
    return _RIDDLE.search(text) is not None and (_LAUGHS.search(text) is not None or "toc toc" in text.casefold())


_OR = re.compile(r"\bor\b", re.IGNORECASE)


def is_gibberish(lexicon: Lexicon, words: list[str], text: str) -> bool:
    """Whether its words are none: keys that were hit, or words of no language."""
    words = [word for word in words if word != "or" or _OR.search(text)]  # "/" is read as "or"
    if not words:
        mashed = _ODD.search(text) is not None and any(map(str.isalpha, text))
        return mashed or not any(char.isdecimal() for char in text)
    if len(words) > 8:
        return False
    strange = [word for word in words if not lexicon.knows(word) or (len(word) < 4 and not _VOWEL.search(word))]
    odd = [word for word in strange if _ODD.search(word) or not _VOWEL.search(word)]
    if _MASHED.search(text) and len(strange) * 2 >= len(words):
        return True
    if len(words) == 1:
        return bool(odd)
    if bool(odd) and len(strange) * 3 >= len(words) * 2:
        return True
    return len(strange) == len(words) or (len(words) > 3 and len(strange) * 4 >= len(words) * 3)


def is_elsewhere(lexicon: Lexicon, words: list[str]) -> bool:
    """Whether no word of weight is one that this chat speaks of."""
    return not any(word in lexicon.domain or word in _OF_THIS for word in words)
