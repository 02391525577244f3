"""The words around an emergency phrase: harmless talk, denials and how far they reach, words of no weight."""

# Ordinary talk that would sound like a phrase: these words are put aside before anything is listened for.
# Written like the phrases of `phrase_table.py`, with its groups and these.
GROUPS: dict[str, str] = {
    "QUEDAR": "quedo, quede, queda, quedado, quedarme, quedar, quedando",
    "LIE": "lie, lying, lay, laying, acostado, acostada",
    "FINE": "fine, ok, okay, clear, bien",
    "SOLE": "bottom, balls",
    "FOOT": "foot, feet, back, spine, toes",
    "RELIEF": "helps, help, calms, relaxes, relax, ayuda, calma, relaja",
    "PROBLEM": "problem, problems, issue, issues, trouble",
    "OFTEN": "mucho, bien, risa, normal, seguido, varias",
    "OTHERS": """english, spanish, ingles, espanol, phone, telefono, about, ahora, doctor, anyone, someone,
        nadie, later, today""",
}
HARMLESS = """
    BREATHING exercise, BREATHING exercises, ejercicio BREATHING, ejercicios BREATHING, SLOW BREATHING RELIEF,
    BREATHING SLOW RELIEF, QUEDAR dormido, QUEDAR dormida, LIE CHEST, chest cold, chest x ray, chest xray,
    chest drawers, CHEST FINE, blood pressure, blood sugar, blood test, blood thinner, blood thinners, leg cramps,
    heat stroke, stroke luck, derrame articular, derrame sinovial, derrame rodilla, SOLE FOOT, one legs, una piernas,
    NOTPEED SELF, walk dog, walk dogs, PAIN WEAKER, dont feel PAIN, no siento PAIN, confused by, confused about,
    SPEAK OTHERS, SPEAK right now, talk now, MEORINO OFTEN, no bladder control PROBLEM, no bowel control PROBLEM,
    take life easy, take life slow, take life one, end life care, acabar todo PAIN, sleep paralysis
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# SMALL words are left out of every text before phrases are looked for.
SMALL = _words("""
    a an the my his our your their of in on at to from for with is are am was were be been being just really even
    actually still also sometimes literally any some he el la los las un mi mis su sus tu tus de del al en por para
    con es esta estan estoy estaba ha han ya tambien hacer
""")
# LIGHT words may stand between two words of a phrase and are not counted.
LIGHT = _words("""
    2 now has have had feel feels feeling felt get gets getting got go goes going gone went keep keeps keeping kept
    become becoming became start starting started seem seems try trying very so too much all both either over it do
    does did can properly normally anything nothing well continue seguir nada bien casi mas muy mucho tan todo puedo
    puede siento siente sentir tengo tiene tener tenia estar da dan dio pone ponen quedan una ninguna
""")

# A cue takes back what follows it in its clause, as long as only SEE_THROUGH words stand between.
CUES = _words("""
    no not never without deny denies denied denying neither nor dont doesnt didnt havent hasnt hadnt isnt arent
    wasnt werent aint zero sin nunca jamas ni tampoco niego niega nada ningun ninguna cero
""")
SEE_THROUGH = _words("""
    thinking thoughts about currently bladder bowel urinary fecal a an the my any of in on to for with from have has
    had having got get getting feel feeling felt experience experiencing experienced notice noticed be been being is
    are am was were new current history sign signs symptom symptoms kind type need un una el la los las mi mis de
    del al en para con es son sea me te le nos tengo tiene tener teniendo tenia tuve he ha hay habia haber tenido
    siento siente sentido sentir noto presento da dado esta estoy estado algun alguna ningun ninguna nada
""")
# "No my chest hurts", "no it hurts": before these words "no" is an answer to something else.
ANSWERED = _words("the my i it its im in el la los las mi mis en")
# What may stand in a list under one cue. A list is believed only if it is tied ("no fever, chills or chest pain"):
# "no fever, chest pain" can be meant either way, and then the pain counts.
LISTED = _words("""
    fever fevers chills pain pains numbness numb weakness weak tingling swelling bleeding chest back belly leg legs
    arm arms head headache headaches breathing bladder bowel trouble problem problems issue issues difficulty loss
    control nausea dizziness cough rash shortness breath fiebre calentura escalofrios dolor dolores debilidad
    entumecimiento hormigueo hinchazon sangrado pecho espalda pierna piernas brazo brazos cabeza respirar dificultad
    problema problemas perdida nauseas mareo mareos vomito vomitos tos
""")
# The single words of these groups may stand in such a list, too.
LISTABLE = _words("""
    PLACE LEGS LEG LIMB TRUNK URINE PEE BOWEL NUMB WEAK PAIN CHEST BREATHE HEADACHE WALK FEVER SLEEPY
""")
TIES = _words("or nor ni o u")
# With these words a denial speaks of another time, or says that something has changed.
UNTIL = _words("before until till like anymore longer hasta antes asi como")
# These words end a clause, as punctuation does.
BREAKS = _words("but except however although though besides apart aside yet pero salvo excepto aunque sino")

# Ordinary words one letter away from a word of the table: never taken for a mistyping of it.
REAL_WORDS = _words("""
    through failing filling waking sprain overdoing overdone overdoes meditation mediation leaning leading leaving
    popping popped peeling peeking spoiled smiled cramped clapped charged cancel casado casada opinar fresco fresca
    franco frente fuera crutch crouch strike strikes stroked blocked backed shower swallow sleeps sweets stars
    stains bowls sneaking skeptic ambulante derrama derramo election eleccion ejection evaluar sentar handing
    shouting vivienda leather waited wasted linger bitter butter alimento asiento grasping stoke strode strove
    strobe slurping slurped stuck pegado pasado pescado camping camps clamps cabello spitting sporting
""")
