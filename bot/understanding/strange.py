"""Messages that are about nothing here: gibberish, advertising, orders to the machine, and talk of other things."""

import re

from bot.understanding.lexicon import Lexicon
from bot.understanding.words import word_set

_LINK = re.compile(r"https?://|www\.|\b\w+\.(?:com|net|xyz|example|ru|biz|shop|info)\b(?<!@)", re.IGNORECASE)
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
    r"\b(?:secret\w*|hidden|ocult\w+|configuraci[oó]n|settings|password|contrase[nñ]a) (?:instruc\w+|prompt|de tu|"
    r"rules)\b|"
    r"\b(?:sudo|drop table|base64|api key|source code|c[oó]digo fuente)\b",
    re.IGNORECASE,
)
_LAUGHS = re.compile("[😂🤣😆😹]|\\b(?:jaja\\w*|haha\\w*|lol|lmao|rofl)\\b", re.IGNORECASE)
_RIDDLE = re.compile(
    r"\b(?:why (?:did|do|does|was) (?:the|a)\b|what do you (?:call|get when)|what did (?:the|one)\b|knock knock|"
    r"qu[eé] le (?:dijo|dice)|c[oó]mo se (?:le )?(?:dice|llama) (?:un|a un|al?)\b|en qu[eé] se parece|"
    r"cu[aá]l es el colmo|por qu[eé] (?:el|la|los) \w+ (?:cruz|fue|no)|"
    r"toc toc|walks into a bar|entra \w+ \w+ a un bar)",
    re.IGNORECASE,
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


def is_offer(text: str, asks: bool) -> bool:
    """Whether it sells something: a link, or several signs of an offer."""
    said = _MAIL.sub(" ", text)
    signs = {found[0].casefold() for found in _OFFER.finditer(said)}
    return _LINK.search(said) is not None or len(signs) >= ENOUGH + (1 if asks else 0)


def is_riddle(text: str) -> bool:
    """Whether somebody tells or asks a joke."""
    return _RIDDLE.search(text) is not None and (_LAUGHS.search(text) is not None or "toc toc" in text.casefold())


def is_gibberish(lexicon: Lexicon, words: list[str], text: str) -> bool:
    """Whether its words are none: keys that were hit, or words of no language."""
    if not words:
        return not any(char.isdigit() for char in text)
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
