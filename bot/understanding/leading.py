"""Ways of asking that lead to one topic, whatever else their words are like."""

import re
from collections.abc import Collection

from bot.understanding.telling import HEAT, OF_HEALTH

_I = re.IGNORECASE
_PET = (
    r"(?:dog|puppy|cat|kitten|parrot|goat|chickens?|hamster|neighbou?rs?|grand(?:son|daughter|kids?|baby|babies)|"
    r"perr\w+|"
    r"gat\w+|cachorr\w+|loro|gallinas?|niet\w+|bisniet\w+|vecin\w+|compadre|comadre)"
)
_PRODUCT = re.compile(
    r"\b(?:tens|zap\w*|electro\w*|stim\w*|cbd|hemp|capsai\w+|menthol|mentol|ice|icing|hielo|fr[ií]o|cold|creams?|"
    r"cremas?|"
    r"pomadas?|gel|pills?|pastillas?|medic\w+|parches?|patch\w*|estir\w+|stretch\w*)\b",
    _I,
)
"""Who names one of them does not ask about heat."""
_WAYS = (
    (
        "about_bot",
        (
            r"^\W*(?:(?:so|and|but|wait|oiga|oye|y|ok|hey|disculpe)\W+)*(?:am i|are you|r u|is (?:this|it|that|there)|"
            r"estoy|eres|es usted|usted es|esto es|"
            r"hablo|con qui[eé]n hablo|platico)\b.*\b(?:human|person|people|somebody|someone|man|woman|real|humano|"
            r"persona|gente|"
            r"alguien|hombre|mujer)\b.*\b(?:or|o|u)\b.*\b(?:bot|robot|machine|computer|program|ai|software|"
            r"m[aá]quina|computadora|programa|ia|grabaci[oó]n|recording|just)\b"
            r"|\bwhat(?: exactly| else| all)? (?:can|do) (?:you|u) (?:actually |even |really |exactly )*(?:do(?! with|"
            r" about| if| when)|help|"
            r"handle|"
            r"offer|"
            r"cover|good for)\b"
            r"|\bwhat(?:'s| are| r) (?:you|u|your) (?:job|for|purpose|good for|here for)\b"
            r"|\b(?:para|pa|en) qu[eé] (?:me )?(?:sirves|sirve(?! (?:es[ao]|est[aeo]|el|la|l[oa]s|una?|lo|tanto))|"
            r"es bueno|me (?:puede|va a) (?:ayudar|servir)|"
            r"est[aá]s? (?:hech|"
            r"aqu)\w*)\b"
            r"|\bqu[eé] (?:m[aá]s )?(?:sabe|puede|hace)s? (?:hacer )?(?:usted|t[uú]|por m[ií])\b|"
            r"\busted qu[eé] (?:hace|"
            r"sabe)\b"
        ),
    ),
    (
        "why_asking",
        (
            r"\b(?:do|must|did|why do|does) (?:you|u|they|we|i|it|this) (?:really |actually |even |honestly |"
            r"all )*(?:need|have|"
            r"want|gotta|got)(?: to (?:know|ask|have|hear|tell|share|go into|answer))? (?:about )?(?:all (?:this|"
            r"that)|my|"
            r"our) "
            r"(?!appointment|money)(?:\w+ )+?(?:(?:just|only|simply) (?:to|for)|for (?:a|this|heat\w*))\b"
            r"|\b(?:got|gets|getting|too|so|kinda|kind of|pretty|a bit|rather|awfully|very|"
            r"mighty) (?:\w+ )?(?:personal|"
            r"nosy|intrusive|"
            r"invasive|private)\b(?=.*\b(?:fast|quick|question|ask|what|why|here)|\W*$)"
            r"|\b(?:so|too|this) many questions\b|\b(?:20|twenty) questions\b|\bthird degree\b|\binterrogat\w+"
            r"|\b(?:point|use|purpose) (?:of|in|behind) (?:all )?(?:of )?(?:them all|these|those|asking|(?:this|the|"
            r"your|"
            r"all the) "
            r"question\w*|this (?:quiz|list|survey|checklist))\b"
            r"|\b(?:cu[aá]nta?|tant[oa]s?|much[ao]s?|puras?|qu[eé]) (?:interrogatorio|pregunt\w+|cuestionario|"
            r"averiguadera)\b|"
            r"\binterrogatorio\b"
            r"|\ba qu[eé] vienen? (?:tant|est|es|la|las)\w*|\ba qu[eé] vienen?\W*$|\b(?:me|nos) interrog\w+|"
            r"\bqu[eé] pintan? .{3,40} en\b|\ben qu[eé] (?:cambia|afecta|influye|ayuda (?:saber|que sepan))\b|"
            r"\bbusiness (?:is (?:it|that|this) )?of yours\b|\bnone of your business\b|\bwhat(?:'s| is) it to (?:you|"
            r"u)\b|"
            r"\bqu[eé] (?:te|le|les) (?:importa|incumbe)\b|\b(?:qu[eé]|muy|tan) (?:metich\w*|chismos\w*|"
            r"pregunt[oó]n\w*|"
            r"entrometid\w*)\b"
            r"|\b(?:para|pa|por) qu[eé] (?:me |le |les )?(?:quieren?|necesitan?|ocupan?|pregunt\w+|interesan?)\b"
            r"(?!.*\b(?:cita|n[uú]mero)\b)"
        ),
    ),
    (
        "privacy",
        (
            r"\b(?:wipe|erase|delete|toss(?: out)?|get rid of|throw (?:out|away)|trash|remove|destroy|forget|scrub|"
            r"purge|clear|borr[aeoó](?!w)\w*|elimin\w+|"
            r"olvide)\b.{0,20}\b(?:everything|all|"
            r"what(?:ever)?) "
            r"(?:that )?(?:i|i've|ive|we|of this|my|about me|you have)\b"
            r"|\b(?:wipe|erase|delete|toss(?: out)?|get rid of|throw (?:out|away)|trash|remove|destroy|scrub|purge|"
            r"clear|borr[aeoó](?!w)\w*|elimin\w+)\b.{0,20}\b(?:my|this|mis?|"
            r"est[ea]|"
            r"tod[oa] lo que|"
            r"lo que (?:dije|le|puse|escrib))\s?(?:\w+ )?(?:info\w*|data|datos|answers|respuestas|chat|conversa\w+|"
            r"history|historial|"
            r"records?|messages?|mensajes|dije|cont[eé]|puse|platiqu[eé]|stuff)?\b"
            r"|\b(?:mand\w+|pas\w+|ense[nñ]\w+|report\w+|cuent\w+|dan|comparten?|avisan?|llega|send|report|share|show|"
            r"goes?|tell|"
            r"given?|sent)\b.{0,30}\b(?:migraci[oó]n|la migra|ice\b(?= |\?|$)(?! (?:pack|on|bag))|immigration|police|"
            r"polic[ií]a|"
            r"government|gobierno|my (?:boss|employer|wife|husband|kids|family|insurance|landlord|job|work)|mi (?:jefe|"
            r"patr[oó]n|"
            r"esposa|esposo|marido|familia|trabajo|aseguradora|seguro)|mis hijos)\b"
            r"|\b(?:who|qui[eé]n(?:es)?)(?: else| all| m[aá]s)? (?:can |gets? to |will |va a |van a |puede )?(?:sees?|"
            r"reads?|"
            r"looks? at|leer?|leen?|ver|ve|ven|mira|looking at) (?:this|my|what|these|esto|mis?|lo que)\b"
        ),
    ),
    (
        "menthol",
        (
            r"\bcandy ?cane|\b(?:smell\w*|stink\w*|huel\w+|apest\w+) (?:\w+ ){0,3}(?:mint\w*|peppermint|ment\w+|gum|"
            r"chicle|vicks)\b"
            r"|\b(?:unt|embarr|frot|ech)\w+ .{0,15}\b(?:la|del|de la|el|lo|una|un) que (?:enfr[ií]a|refresca|"
            r"da fresco|huele)\b"
            r"|\b(?:rub\w*|smear\w*|slather\w*) (?:\w+ ){0,3}(?:cooling|cold|tingly|icy) (?:one|stuff|cream|gel|rub)\b"
        ),
    ),
    (
        "cold",
        (
            r"\b(?:bolsit?as?|packs?|paquet\w+|bags?|compresas?)\b.{0,30}\b(?:truen\w+|tron\w+|quiebr\w+|revient\w+|"
            r"snap\w*|crack\w*|pop|"
            r"squeez\w+|punch\w*)\b.{0,25}\b(?:enfr\w+|cold|cool\w*|fr[ií]\w+|hiel\w+)"
            r"|\bcryo ?(?:spray|pack|sleeve|cuff)\b"
        ),
    ),
    (
        "contact",
        (
            r"\b(?:do|does|have|is there|hay|tienen?) (?:you|u|the clinic|y'?all)? ?(?:have |got )?(?:an?|another|any|"
            r"otr[oa]|una?|alguna) "
            r"(?:spot|office|location|branch|clinic|place|sucursal|oficina|cl[ií]nica|consultorio)s? (?:near|in|by|on|"
            r"close|en|cerca|"
            r"por|m[aá]s)\b|"
            r"\b(?:en|por) (?:qu[eé]|cu[aá]l) (?:colonia|calle|ciudad|barrio|parte|zona|rumbo|avenida|esquina|edificio|"
            r"piso|lado)s? "
            r"(?:est[aá]n?|quedan?|se (?:ubican?|encuentran?)|los? encuentro|es la cl[ií]nica|tienen)\b"
            r"|\b(?:what|which) (?:part of town|side of town|neighbou?rhood|street|city|town|building|floor|suite|"
            r"corner|"
            r"zip)"
            r"(?: \w+)? (?:are|is|r|do) (?:you|u|the (?:clinic|office|place)|y'?all|it|this)\b"
        ),
    ),
    (
        "smalltalk",
        (
            r"\b(?:usted|t[uú]|tu) (?:ya )?(?:comi[oó]|comiste|desayun\w+|almorz\w+|cen[oó]|cenaste|durmi[oó]|dormiste|"
            r"descans\w+|"
            r"amaneci\w+)\b|\bya (?:comi[oó]|comiste|desayun[oó]|desayunaste|almorz[oó]|cen[oó]) (?:usted|t[uú])\b"
            r"|\b(?:any|got|have|what(?:'s| are)?) (?:\w+ ){0,2}plans (?:for|this|tonight|over)\b|"
            r"\b(?:qu[eé]|alg[uú]n) plan(?:es)? (?:tiene|para|el)\w*\b"
            r"|^\W*(?:y |and |so |oye |oiga )*(?:qu[eé] tal|c[oó]mo (?:est[aá]|estuvo|va)|how(?:'s| is| was|"
            r" about)) (?:el|la|tu|su|the|your|"
            r"that) (?:tr[aá]fico|traffic|clima|weather|tiempo|partido|game|fin de semana|weekend|d[ií]a|day|turno|"
            r"shift|"
            r"lunch|"
            r"drive|ma[nñ]ana|morning|fiesta|party|lluvia|rain|novela|vida)\b"
            r"|\bdid you (?:eat|have (?:lunch|breakfast|dinner|a good)|sleep|watch|see the game|rest)\b"
        ),
    ),
    (
        "contrast",
        (
            r"\b(?:swap\w*|switch\w*|altern\w*|go(?:ing)?|bounc\w+|cambi\w+|pas\w+) (?:\w+ ){0,3}(?:between|entre|"
            r"from) (?:them|the two|"
            r"both|one (?:and|to) the other|the 2|ell[oa]s|l[oa]s dos|un[oa] y otr[oa]|ambos|ambas)\b"
            r"|\b(?:vueltas|rondas|veces|rounds|turns|ciclos|"
            r"cycles) (?:\w+ ){0,2}(?:de un[oa] y (?:de )?(?:la )?otr[oa]|"
            r"of each|"
            r"of one and|de cada un[oa])\b|\bun[oa] y luego (?:la |el )?otr[oa]\b"
            r"|\bfirst one and then the other\b|\b(?:hot|warm|heat|steam|sauna|vapor|temazcal) (?:\w+ ){0,3}(?:then|"
            r"luego|"
            r"y|and) "
            r"(?:a |the |el |la |al )?(?:\w+ )?(?:plunge|ice bath|cold shower|cold dip|chapuz[oó]n)"
        ),
    ),
    (
        "moist_heat",
        (
            r"\bhydrocollator|\b(?:clay|mud|barro|arcilla|gel|bean|gran\w+)?[- ]?(?:filled )?(?:packs?|bags?|bolsas?|"
            r"compres\w+) "
            r"(?:\w+ ){0,3}(?:boil\w*|herv\w+|hierv\w+|simmer\w*)\b|\b(?:boil\w*|herv\w+|"
            r"hierv\w+) (?:\w+ ){0,3}(?:packs?|"
            r"compres\w+)\b"
        ),
    ),
    (
        "medication",
        (
            r"\b(?:con comida|en ayunas|con el est[oó]mago|antes de comer|despu[eé]s de comer|with food|empty stomach|"
            r"full stomach|"
            r"before (?:meals?|eating)|with (?:meals?|milk|alcohol))\b(?=.*\?|\W*$)(?<!.\bheat)"
        ),
    ),
)  # fmt: skip
_OF_WARMTH = (
    (
        "heat_frequency",
        (
            r"\b(?:cu[aá]ndo|a qu[eé] hora) (?:me |le |ya )*(?:toca|vuelvo|puedo volver|repito|va|es|me lo|me la|la|"
            r"lo) ?(?:\w+ )?(?:de nuevo|"
            r"otra vez|la (?:otra|siguiente|pr[oó]xima)|(?:el |lo )(?:otro|siguiente)|repito|a pon[eé]r\w+)\b"
            r"|\bwhen(?:'s| is| can| do| should)? (?:i |the |my |it )*(?:next (?:one|round|session|go|time|turn)|(?:go|"
            r"do it|put it|use it|"
            r"start|have it|get it)(?: back)?(?: on)? again|(?:go for )?another (?:round|one|session))\b"
        ),
    ),
    (
        "heat_duration",
        (
            r"\b(?:alarma|timer|alarm|reloj|cron[oó]metro|temporizador|despertador)\b.{0,12}\b(?:a los? |a qu[eé]|en |"
            r"de |"
            r"for |at |to )"
            r"?(?:cu[aá]nt\w+|how (?:long|many|much)|what)\b|\b(?:cu[aá]nto|how long|"
            r"how many minutes)\b.{0,25}\b(?:timer|"
            r"alarma|alarm|"
            r"cron[oó]metro|reloj)\b"
        ),
    ),
    (
        "heat_safety",
        (
            r"\b(?:temperatur\w+|degrees|grados|setting|how (?:hot|high|warm)|nivel|fuerza)\b.{0,30}\b(?:never|max\w*|"
            r"m[aá]xim\w+|"
            r"too (?:hot|high|much)|over|above|beyond|"
            r"go past|l[ií]mite|limit|nunca|pasar(?:se|me)?|safe\w*|segur\w+|demasiad\w+|highest|top)\b"
            r"|\b(?:over|on top of|through|under|encima de|sobre|arriba de|por encima de|con|debajo de) (?:the |my |a |"
            r"la |mi |una? )*"
            r"(?:clothes|clothing|shirt|pajamas|"
            r"t-?shirt|pants|layers?|ropa|camis\w+|playera|blusa|piyama|pantal[oó]n)\b.{0,40}\b(?:touch|skin|directly?|"
            r"bare|or|o|piel|"
            r"direct[oa])\b"
            r"|\b(?:bare|straight on|directly (?:on|to|against)|right on|touch(?:es|ing)?|directo (?:a|en|sobre)|sobre|"
            r"pegad[oa] a) "
            r"(?:the |my |la |mi |bare )*(?:skin|piel|me)\b.*\b(?:clothes|shirt|towel|cloth|ropa|camis\w+|playera|"
            r"toalla|"
            r"trapo)\b"
            r"|\b(?:cadenit?a|collar|aretes?|arracadas|anillos?|joyas?|medall\w+|cierre|hebilla|zipper|necklace|"
            r"jewelry|"
            r"earrings?|"
            r"belly ring|piercing|bra hooks?|broches?|belt buckle|chain)\b(?=.*\b(?:heat\w*|hot|warm|pad|bolsa|calor|"
            r"calient\w+|coj[ií]n|"
            r"almohadilla)\b)"
            r"|\b(?:con|con la|with (?:my|a|the)) (?:ropa|playera|camis\w+|blusa|piyama|faja|shirt|clothes|pajamas|"
            r"bra)(?: \w+)? "
            r"(?:puest[oa]|encima|on)\b|\b(?:hottest|warmest|highest) (?:\w+ )?(?:it|that|setting|i|you)\b"
            r"|\b(?:take off|take out|remov\w+|wear\w*|quit\w+|dej\w+ puest\w+) .{0,15}\b(?:jewel\w+|necklace|"
            r"earrings|bra\b|piercing|belt|"
            r"cadenit?a|aretes|medall\w+|anillos?|brasier|cintur[oó]n|faja)"
            r"|\b(?:duermo|dormir(?:me)?|me (?:duermo|quedo dormid\w)|sleep\w*|fall asleep|doz\w+|"
            r"nap)\b.{0,12}\b(?:con|"
            r"with|on|under|"
            r"encima|using|holding) (?:\w+ ){0,3}(?:bolsa|coj[ií]n|almohadilla|pad|bottle|blanket|cobija el\w+|wrap|"
            r"compresa|heat\w*|calor)"
        ),
    ),
    (
        "heat_vs_cold",
        (
            r"\b(?:hirviendo|ardiendo|hierve|caliente al (?:tocar|tacto)|muy caliente|feels? hot|hot to the touch|"
            r"burning up|on fire|"
            r"radiating|inflamad\w|inflamed|swollen|hinchad\w)\b.{0,30}\b(?:(?:todav[ií]a|a[uú]n|igual|still|should|do|"
            r"can|even) .{0,18}"
            r"(?:calor|heat|calient\w+|warm\w*)|mejor fr[ií]o|o ya no|ice instead)"
        ),
    ),
)  # fmt: skip
_PETS = re.compile(
    rf"^\W*(?:so |and |guess what |f[ií]jese que |pues )*(?:my|our|mi|mis|nuestr[oa]|the|la|el) (?:\w+ )?{_PET}\b", _I
)
"""What somebody's dog just did is told for company."""
_READ = tuple((topic, re.compile(way, _I)) for topic, way in _WAYS)
_READ_OF_WARMTH = tuple((topic, re.compile(way, _I)) for topic, way in _OF_WARMTH)


def led_to(text: str, known: Collection[str], asking: bool) -> str | None:
    """The topic that a way of asking leads to, of all `known`; None where no such way is in the text."""
    ways = _READ if _PRODUCT.search(text) else (*_READ, *_READ_OF_WARMTH)
    found = next((topic for topic, way in ways if topic in known and way.search(text)), None)
    if found is None and not asking and _PETS.search(text) and not OF_HEALTH.search(text) and not HEAT.search(text):
        return "smalltalk" if "smalltalk" in known else None
    return found
