"""The words around a mention that say whether it is meant: denials, other times, other people, what only could be."""

from bot.engine import phrase_context as floor
from bot.understanding.cue_phrases import COULD_BE, DENIED_AFTER, PAST, RESOLVED, phrases
from bot.understanding.phrases import Phrases


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A denial takes back what follows it in its clause, as long as only SEE_THROUGH words stand between.
DENIALS = floor.CUES | _words("""
    wouldnt nope nada negative absence absent negatives negativa negativo niegan descarto descarta descartan ausencia
    nothing libre neither neg none ninguno ningunos ningunas denying denials exclude excluded
""")
SEE_THROUGH = floor.SEE_THROUGH | _words("""
    e siquiera go goes going down travel travels radiate radiates shoot shoots spread spreads baja corre llega makes
    make
    thought considered considering planned planning wanted hurting botado arrojado echado
    expulsado manchado pasa give gives
    say said wrong really ever actually even
    significant real severe serious recent other else obvious particular such that those these this like seen see
    complain complaining complains report reported reporting reports suffer suffering known associated worsening bad
    much unusual major acute today lately recently either at so far here whatsoever single well also fresh evidence
    prior additional kinda little bit way acting problems issues trouble difficulty pain pains numbness weakness or
    nor he she they we you me him them his her their your our its it i ive im haya hubo sufro sufre sufrir presenta
    presentan padezco notado visto nuevo nueva nuevos nuevas reciente recientes otro otra otros otras tipo clase
    sintoma sintomas senal senales signo signos problema problemas dolor dolores molestia molestias ni o nosotros
    ella ellos lo les se nos dieron han hemos tuvo tengan tienen sentimos fuerte fuertes raro rara grave graves
    actualmente ahorita hoy por aqui por nada cosa cosas asi tan tanto tanta want wanna going trying planning plan
    intend quiero pienso voy a intencion intenciones ganas pensado pensaria mente cruzado pasado mind crossed
    pensando pensamientos ideas idea quite anymore my mine dificultad dificultades puesto puesta vuelto vuelta quedado
    turned become becoming gotten grown led pense penso pensamos traigo trae traemos ando anda sale salen salio
""")
HEDGED = phrases("""
    dont think, do not think, dont believe, dont really think, doubt, no creo, no pienso que, dudo, doesnt seem,
    probably not, dont suppose
""")
ANSWERED = floor.ANSWERED | _words("ive ill theres there this that they she we ahora now yo esta")
ANSWERS = _words("""
    no nope nah none never negative ninguno ninguna nada nunca tampoco niega denies denied
""")
STRONG_NO = Phrases(
    "ni loca", "ni loco", "ni muerta", "ni muerto", "ni en suenos", "ni de broma", "ni de chiste", "ni hablar",
    "que va", "para nada", "nunca jamas", "jamas de los", "dios me libre", "no way", "not at all", "not a chance",
    "never ever", "god no", "lord no", "heavens no", "hell no", "goodness no", "no never", "no nunca", "no jamas",
    "no para nada", "never not", "nothing like that", "nada de eso",
    "not once", "never once",
)  # fmt: skip
"""Who answers so has said no, whatever comes behind it."""
NEGATING = _words("""
    no not never without cant cannot couldnt wont dont doesnt didnt havent hasnt isnt arent unable impossible sin ni
    nunca incapaz imposible nothing zero stopped barely hardly apenas unresponsive
""")
"""Words inside a mention that make the denial the symptom itself."""


PAST_UNITS = _words("veranos inviernos years year yrs months month decades anos ano meses decadas")
STARTED = _words("""
    started start began begin since still again lately now today currently tonight worse worsening keeps ongoing ever
    comes return returned empezo comenzo desde sigue sigo todavia aun ahora hoy actualmente regreso volvio siguen peor
    recently suddenly yesterday anoche ayer
""") - _words("ever")
"""Beside a word for the past these say that it is not over."""

UNRESOLVED = _words("""
    wont never doesnt dont didnt hasnt havent isnt not no arent nor till until unless if hasta si but when cuando
    tampoco neither
""")
"""Directly before a word of RESOLVED: "it won't go away", "hasn't gone away"."""
RECENT = _words("""
    today now tonight yesterday hour hours minutes minute moment ago morning evening afternoon just earlier hoy ahora
    ayer anoche rato horas hora minutos temprano madrugada
""")
REAL_AFTER_ALL = phrases("""
    dont know if, not sure if, not sure whether, dont know whether, wonder if, wondering if, cant tell if, unsure if,
    idk if, no se si, no estoy seguro si, no estoy segura si, no estoy seguro de si, me pregunto si, quien sabe si,
    what if im, what if i am, what if this is, what if its, if its, if it is, if this is, si es, si esto es, si sera,
    ask if im, sabe si, si me pregunta, si me preguntan, if you ask me, i end up, feel like, feels like, as if, like
    if, como si, sera que
""")
"""What looks like "if" and is doubt: doubt counts as said."""
CAN_CAUSE = _words("""
    cause causes causing trigger triggers give gives bring create creates make makes causar causa provocar provoca dar
    produce producir cause provoque sacar saca salir quemar burn dan
""")
CAN = _words(
    """
    can could does do will would may might is are did puede pueden podria podrian sera hace hacen va should
"""
)

UNCERTAIN = phrases("""
    maybe, might, may be, could be, i think, think, not sure, unsure, perhaps, possibly, probably, kind of, sort of,
    dont know, i guess, seems, feels like, creo, creo que, tal vez, quiza, quizas, a lo mejor, puede que, puede ser,
    parece, no se si, posiblemente, como que, no estoy seguro, no estoy segura
""")

OTHERS = _words("""
    husband wife mom mum mother mommy dad father daddy son daughter brother sister friend boyfriend girlfriend partner
    neighbor neighbour grandma grandmother grandpa grandfather granny nana uncle aunt auntie cousin kid kids child
    boss coworker roommate stepdad stepmom fiance fiancee nephew niece grandson granddaughter spouse husbands wifes
    gran grans nan nans nanna
    moms mothers dads fathers sons daughters brothers sisters friends he she they him her his hes shes theyre their
    them himself herself someone somebody esposo esposa marido mama papa madre padre mami papi hijo hija hermano
    hermana amigo amiga novio novia pareja vecino vecina abuela abuelo abuelita abuelito tio tia primo prima suegra
    suegro nino nina bebe ella ellos le les cunado cunada companero companera nieto nieta sobrino sobrina jefe senora
    alguien
""")
FIRST_PERSON = _words("""
    i im ive id my me myself mine ill yo me mi mis tengo siento estoy puedo conmigo soy quiero aguanto controlo voy
    pierdo perdi tuve cai senti orino camino respiro we our
""")
OTHERS_PAST = _words("""
    had died dies death survived murio fallecio tuvo sufrio suffered history family familia familiar antecedentes
    muerto tuvieron padecio tenia
""")
JUST_NOW = _words("""
    now just right today minutes tonight currently ahora hoy ahorita minutos acaba acaban already still here aqui
""")

JOINS = _words("""
    and y e so because porque pues then entonces plus also tambien while mientras which que when cuando or
""")
SUBJECTS = _words("""
    i im ive my me now it its the he she they we this that there his her today since yesterday
    mi mis no ya ahora tengo siento estoy se el la los las me le hoy desde ayer yo nos also tambien
""")
"""After a word that joins, these begin a clause of their own."""

REAL_WORDS = _words("""
    voltaren voltarol costalito costalitos
    tironcito tiron tirones tironcitos transito checaron checaran checando checado checo chequeo chequeos chequearon
    week weeks chess chases techo pecado pecha pecan peach breach wreak speak break creak freak leak peak bleak
    freaking breakfast breast breasts leather weather feather whether bottle battle button cotton mutton bottles
    numbers number numbered lumber legal league leagues begs pegs eggs chances charge changes change chance handle
    handled handy walks talks works worked working world warm worm worse worst horse house course source fever never
    clever lever forever several sever server serve nerve nerves nervous sudden hidden burden garden harder ladder
    bladders larder madder leader reader spread stroke strike struck stock stocks stroll broke shock shocks short
    shirt shorts sports pain paint paints plain main rain train brain strain drain grain remain again against feeling
    peeling dealing healing stealing heating beating eating sealing ceiling wheeling kneeling cooking looking booking
    hooking smoking choking joking poking stroking bleeding feeding needing reading leading breeding pleading heeding
    seeding weeding speeding falling calling tailing failing mailing sailing filling willing killing billing pulling
    telling selling yelling swelling smelling spelling burning turning learning earning morning warning mourning
    lifting sifting shifting drifting gifting running stunning shooting shouting hooting spotting sporting sitting
    hitting fitting getting setting letting betting cutting putting shutting hurting hunting pointing painting
    draining training straining cancel cancels candle camera canceled dancer answer answers another
    mother brother bother rather father gather sleepy sleeps slept steps stops sweeps creepy slippery balance palace
    black blank block blocks clock flock caro carro cerro perro corro barro cara clara cana cama casa cosa causa pausa
    rosa cola coles calor color valor dolor sabor favor labor temor tumor rumor humor pierna tierna eterna interna
    externa linterna espada espaldas fuente puente frente suerte muerte fuerte puerta puerto muerto tuerto cuerpo
    cuerdo acuerdo recuerdo izquierdo respirar inspirar esperar separar preparar reparar comparar aspirar orinar
    opinar afinar caminar terminar dominar camino termino domino dormido dormida comida medida salida subida bebida
    vestido partido sentido perdido pedido pecho techo hecho lecho dicho mucho ducha lucha fecha flecha derecha
    derecho cosecha sospecha aprovecha pasado pescado pegado mojado dejado bajado trabajo trabaja trabajar manana
    semana ventana hermana campana cansado cansada casado sangre hambre hombre nombre siembre siempre alambre calambre
    calambres fiesta siesta cuesta puesta respuesta apuesta orquesta bronca tronco banco blanco flanco franco quemar
    quedar tomar comer correr cortar contar cantar pintar juntar jugar lugar pagar llegar llenar hormiga hormigas
    horario herida helada bajar subir suelo cuello cabello caballo pelvis pelota pelo vista lista pista visita rodilla
    orilla silla semilla costilla mantequilla pastilla pantalla batalla mulled calentaba calentaban
    tickle tickled tickles tickling nettle nettles
    mujhe kuch nahi nahin hai hain bas wahi purana kamar dard mera meri mere aur bhi kya kab mein thoda bahut accha
    theek thik dawai dawa subah sham garam garmi thanda
    palie palee palear fainting tainting overdo overdid overdoing overdone overdoes chepe chepes destapado destapada
    parejito parejita mananero mananera mananeros mananeras estreso estresa estresan estrese
""")
"""Ordinary words near to one that is listened for: never taken for a mistyping of it."""

TREATED = _words("""
    jubilado jubilada retired retire married casado casada viudo viuda divorced moved prednisone prednisona steroids
    esteroides cortisona warfarin anticoagulante cancer tumor chemo quimio radiation melanoma lymphoma leukemia
    surgery operation operated epidural injection shot cirugia operacion operaron inyeccion bloqueo linfoma leucemia
""")
"""What is long over still counts for a symptom of now."""
STRONG = _words("""
    denies denied deny denying niega niego niegan negative negativo niegan descarta descartan descarto
""")
"""Denials of a report: they reach over every comma and "and"."""
QUESTION_WORDS = _words("""
    is are can could should would will do does did what which how when why where es son puede puedo que cual como
    cuando
""")
OWN = _words("my im ive i mi mis me tengo siento estoy mine yo")
QUESTIONS = _words("question questions pregunta preguntas")
MODALS = _words("id wed theyd suspendo should would could what debo debe deberia seria tendria hago when can will")
ALWAYS = phrases("""
    always was, always were, always stuck, always had, always did, always hung, always looked, always leaned, always
    stood, always felt, always were, been so since, out of shape, no tengo condicion,
    mala condicion, falta de condicion, like the
    label says, as the label says, like the box says, como dice la receta, como dice la caja, como dice la
    etiqueta, siempre han, desde que tengo memoria, desde que me acuerdo, desde que nacio, desde que nacieron,
    since my twenties, since my thirties, since my forties, since my teens, since i can remember, as long as i
    can remember, since the kids, since grade school, since kindergarten, desde la primaria, desde la
    secundaria, desde la prepa, desde el colegio, desde la escuela, desde mis veintes, since the nineties, since
    the eighties, eso no ha cambiado, it hasnt changed, nada nuevo, its never changed, toda mi vida, every trip,
    como todo el mundo, like everybody, like everyone, for ages, for as long as, same as always, as always, like
    always, always been, always has been, nothing new, for years same, igual que siempre, como siempre, siempre
    ha sido, siempre he, toda la vida, all my life, no change in years, since childhood, desde nino, desde nina,
    always have, same now as ever, same as ever, nothing different, nothing has changed, nada ha cambiado, sin
    cambios, igualita siempre, igualito siempre, sigue igual, sigue igualita, sigue igualito, siempre fue,
    siempre fui, siempre tuve, since high school, since college, since i was, desde que era, desde chico, desde
    chica, desde joven, same size, mismo tamano, hasnt changed a bit, hasnt changed at all, no
    ha cambiado nada, como a todo el mundo, polio, de nacimiento, since birth, born
    with, exactly the same, no different lately, ni mas ni menos que siempre, igual que hace anos, as usual,
    como de costumbre, since my first, since my second, since my third, desde mi primer, de toda la vida, for
    decades, desde siempre, sin cambio en, no change in, as everybody, como cualquiera, como cualquier persona, like
    anyone, like anybody, anos igual, neither better nor worse, estable, is stable, its stable,
    nunca he podido, nunca en la vida he podido, lo de siempre, desde que naci, siempre anda, siempre esta,
    been stable, leve desde
""")
"""What is so for long is worth a question and no alarm: the screens ask for what is new or getting worse."""
CHANGED = _words("""
    worse peor worsening more mas new nuevo nueva suddenly now ahora ahorita hoy today lately yesterday ayer anoche
    started empezo tonight recently ultimamente changed cambio antier anteayer monday tuesday wednesday thursday
    friday saturday sunday lunes martes miercoles jueves viernes sabado domingo week semana days dias weekend finde
    fortnight quincena
""")
SAID_NO = phrases("""
    i said no, said no to, told him no, told her no, told them no, answered no, my answer was no, answer is no,
    le dije que no, les dije que no, dije que no, conteste que no, respondi que no, a todo no, all no, all were no
""")
ALMOST = _words("almost nearly casi")
JOKING = _words("""
    lol lmao rofl haha hahaha jaja jajaja jeje laughed laughing laugh risa ria reir bill cuenta saw vi price precio
    scared susto movie pelicula game partido surprise sorpresa joke broma
""")
PRESENT = _words("""
    this these new este estos nuevo nueva cant cannot have has tengo tiene tienen siento duele puedo am im
    hurts
""")
LAUGHTER = _words("haha hahaha hahahaha jaja jajaja jajajaja")
THINKING = _words("creo think pienso siento parece digo feel know se")
AGAIN = _words("numb worse peor weaker again back regreso volvio")
ANOTHER_THING = _words("my the la el los las mis")
"""Before an end, these name what has ended."""

COMMON = _words("""
    do does did is are can could should would will how what why when where who which you me i we they the to of time
    today day best most this that there about tell know like want need good make made work works find take long much
    many one two get give que como cual cuando donde quien por para es son puede puedo quiero necesito hay mejor hoy
    dia hacer tiempo saber dime uno dos mi me se lo la el de en un una think thing things people person car cars game
    life world make play win
""")
"""Words that any message may have."""

LISTED = floor.LISTED | _words("""
    sweats night nights loss weight bowel incontinence retention dizziness lightheadedness palpitations vomiting
    diarrhea constipation urinary urination urinating peeing breathing vision changes blurry double slurred speech
    balance gait falls fall trauma injury injuries accident accidents rash rashes blisters blister lump lumps stroke
    seizures redness incontinencia sudores sudoraciones nocturnos peso perdida mareo mareos palpitaciones diarrea
    estrenimiento orinar vision borrosa habla caidas caida golpe golpes trauma accidente ampollas ampolla bulto bultos
    bolita enrojecimiento numbness tingling weakness saddle anesthesia genitals groin feet foot hands hand pies pie
    manos mano ingle shortness short breath suicidal thoughts thinking ideation confusion drowsiness sleepiness
    somnolencia confusion heart attack attacks infarto infartos derrame derrames cramps bleeding hemorrhage sangrado
    colicos fallen fell falls tripped slipped wreck crash choque caido caidas desmayado hurt cancer cancers burns burn
    quemadura quemaduras fainting desmayo desmayos wounds
""")
"""What may stand in a list under one denial."""

VOCABULARY = DENIALS | frozenset(
    word
    for table in (PAST, RESOLVED, COULD_BE, REAL_AFTER_ALL, UNCERTAIN, DENIED_AFTER, HEDGED)
    for phrase in table
    for word in phrase
)
