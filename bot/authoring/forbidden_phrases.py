"""Phrases that no patient may read (safety property SP21), by language."""

from collections.abc import Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """Why a phrase is forbidden, and what to write instead."""

    says: str
    fits: str
    mend: str


ALL_CLEAR = Kind(
    "tells the patient that nothing serious is wrong",
    "Nobody can know that from a chat: single warning signs predict poorly",
    'Say what was reported, as in "You told me of no sign that …"',
)
DIAGNOSIS = Kind(
    "names what this patient has",
    "Only a clinician can say what somebody has",
    'Describe what was reported, or write "Only a clinician can say if you have it"',
)
MEDICINE = Kind(
    "tells the patient to start, stop or change a medicine",
    "Only the person who prescribed it, or a pharmacist, can say that",
    'Write "Do not stop or change any on your own", or whom to ask',
)

GROUPS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "illness": "(arthritis|cancer|sciatica|stenosis|fibromyalgia|inflammation|nerve damage|an? (infection|fracture)"
        "|an? (pinched nerve|(slipped|herniated|worn) disc)|post-inflammatory pain)",
        "medicine": r"(your|the|this|that|any|all|a) (\w+ )?(medicines?|medications?|meds|pills?|drugs?|doses?|tablets?"
        "|painkillers?|blood thinners?|opioids?)",
        "drug": "(ibuprofen|aspirin|acetaminophen|tylenol|naproxen|paracetamol)",
    },
    "es": {
        "illness": "(artritis|cáncer|ciática|estenosis|fibromialgia|inflamación|daño en los nervios|una (infección|"
        "fractura)|un nervio pinzado|una hernia de disco|un disco desgastado|dolor posinflamatorio)",
        "medicine": r"(sus?|las?|el|los|una?|est[ae]|es[ae]) (\w+ )?(medicinas?|medicamentos?|pastillas?|dosis"
        "|remedios?|analgésicos?|anticoagulantes?|opioides?)",
        "drug": "(ibuprofeno|aspirina|acetaminofén|tylenol|naproxeno|paracetamol)",
    },
}
"""What <illness> and so on stand for in the phrases."""

FORBIDDEN: Mapping[str, Mapping[Kind, str]] = {
    "en": {
        ALL_CLEAR: r"""
            nothing (is )?(serious(ly)?|bad|dangerous|wrong)
            nothing to worry about
            no (need|reason) to worry
            no danger
            you( are|'re| will be| should be) (fine|ok|okay|healthy|out of danger)
            your (back|spine|pain) is fine
            (not|isn't|aren't) (serious|dangerous|an emergency)
            it( is|'s) (harmless|nothing)
            this is normal
        """,
        DIAGNOSIS: r"""
            you (\w+ly )?(may |might |must )?have <illness>
            your (pain|problem|condition) is <illness>
            your diagnosis is
            you are diagnosed with
            (this|that|it) (means|shows) (that )?you have
            you (suffer|are suffering) from
        """,
        MEDICINE: r"""
            (stop|start|skip|change|increase|raise|double|reduce|lower|halve|cut|quit|pause|drop) <medicine>
            (stop|start|try|keep|quit|avoid|consider) taking
            take (more|less|fewer|half|another|an extra|a double)
            take (\w+ )?<drug>
            (come|go|get) off (of )?<medicine>
        """,
    },
    "es": {
        ALL_CLEAR: r"""
            nada (es )?(grave|serio|malo|peligroso)
            no (es|tiene|hay) nada
            no (es|parece) (grave|serio|peligroso)
            no (se preocupe|hay de qué preocuparse|tiene de qué preocuparse|hay peligro|corre peligro)
            (usted|todo) está (bien|sano|sana|a salvo)
            (va a estar|estará) bien
            su (espalda|columna) está bien
            (es inofensivo|fuera de peligro)
            (esto|eso) es normal
        """,
        DIAGNOSIS: r"""
            (usted )?tiene <illness>
            su (dolor|problema) es <illness>
            su diagnóstico es
            (esto|eso) (significa|quiere decir|muestra) que (usted )?tiene
            usted (padece|sufre)
        """,
        MEDICINE: r"""
            (suspenda|deje|empiece|comience|cambie|aumente|suba|duplique|reduzca|baje|corte|omita|pare) <medicine>
            (deje|pare|empiece|comience|siga|evite) (de tomar|a tomar|tomando|tomar)
            tome (más|menos|la mitad|otra|otro|el doble|una dosis)
            tome (\w+ )?<drug>
        """,
    },
}
"""One phrase a line, as a regular expression; spaces stand for spaces and ends of lines."""

TURNED: Mapping[str, str] = {
    "en": "not never cannot can't don't doesn't isn't won't nobody no without if whether unless do does did before who "
    "whoever anyone people when",
    "es": "no nunca jamás sin si ni nadie tampoco antes quien quienes cuando",
}
"""Words that, earlier in the same part of a sentence, deny a phrase, ask about it or make it a condition."""
