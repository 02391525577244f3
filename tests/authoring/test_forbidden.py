"""What no patient may read is found as whole words, in both languages, and not where it is denied, asked or quoted."""

from pathlib import Path

import pytest

from bot.authoring.checks.forbidden import found_in
from bot.authoring.forbidden_phrases import ALL_CLEAR, DIAGNOSIS, FORBIDDEN, GROUPS, MEDICINE, TURNED, Kind
from tests.authoring.planted import END_WORDS, HEAT_WORDS, Mistake, check, copy_project, mistake, table

SAID: list[tuple[str, str, Kind, str]] = [
    ("en", "Good news: nothing serious is wrong.", ALL_CLEAR, "nothing serious"),
    ("en", "No answer means danger, so you are fine.", ALL_CLEAR, "you are fine"),
    ("en", "This is not serious.", ALL_CLEAR, "not serious"),
    ("en", "There is no reason\nto worry.", ALL_CLEAR, ""),
    ("en", "You probably have arthritis.", DIAGNOSIS, "You probably have arthritis"),
    ("en", "Your pain is sciatica.", DIAGNOSIS, "Your pain is sciatica"),
    ("en", "This means you have post-inflammatory pain.", DIAGNOSIS, "This means you have"),
    ("en", "Stop your blood thinner before you use it.", MEDICINE, "Stop your blood thinner"),
    ("en", "Stop taking the pills.", MEDICINE, "Stop taking"),
    ("en", "Take two aspirin.", MEDICINE, "Take two aspirin"),
    ("en", "Do not wait: take less of it.", MEDICINE, "take less"),
    ("es", "No es nada grave.", ALL_CLEAR, "No es nada"),
    ("es", "Tranquilo, no hay de qué preocuparse.", ALL_CLEAR, "no hay de qué preocuparse"),
    ("es", "Usted está bien.", ALL_CLEAR, "Usted está bien"),
    ("es", "Usted tiene artritis.", DIAGNOSIS, "Usted tiene artritis"),
    ("es", "Su diagnóstico es claro.", DIAGNOSIS, "Su diagnóstico es"),
    ("es", "Suspenda su medicina.", MEDICINE, "Suspenda su medicina"),
    ("es", "Deje de tomar las pastillas.", MEDICINE, "Deje de tomar"),
    ("es", "Tome una aspirina.", MEDICINE, "Tome una aspirina"),
]


@pytest.mark.parametrize(("lang", "text", "kind", "phrase"), SAID)
def test_a_forbidden_phrase_is_found(lang: str, text: str, kind: Kind, phrase: str):
    found = list(found_in(text, lang))
    assert (found == [(phrase, kind)]) is bool(phrase)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I cannot tell you that nothing serious is wrong."),
        ("en", "Do not stop or change any on your own."),
        ("en", "Never stop taking a medicine without asking."),
        ("en", "Call first if you have arthritis."),
        ("en", "Call first if you:\n• have cancer\n• you have an infection"),
        ("en", "Ask before you stop your blood thinner."),
        ("en", "Only a clinician can say if you have post-inflammatory pain."),
        ("en", "The nothings seriously listed here stop the pilling."),
        ("en", "Do you have arthritis?"),
        ("en", "Stop dry heat for now."),
        ("es", "No puedo decirle que no es nada grave."),
        ("es", "No deje su medicina sin preguntar."),
        ("es", "Llame antes si:\n• tiene cáncer"),
        ("es", "Está bien. No tengo ninguna respuesta suya."),
        ("es", "Pare si la piel se pone roja."),
    ],
)
def test_what_is_denied_asked_or_only_alike_is_free(lang: str, text: str):
    assert found_in(text, lang) == ()


def test_both_languages_forbid_the_same_kinds():
    assert [FORBIDDEN[lang].keys() for lang in ("en", "es")] == [{ALL_CLEAR, DIAGNOSIS, MEDICINE}] * 2
    assert FORBIDDEN.keys() == GROUPS.keys() == TURNED.keys()


@table(
    mistake("an all-clear", HEAT_WORDS, "You told me of no sign that heat makes your pain worse.",
            "Good. ‸Nothing serious is wrong.", "tells the patient that nothing serious is wrong", "Nobody can know",
            "Say what was reported"),
    mistake("a medicine", END_WORDS, "This chat is only for adults.", "‸Stop taking your pills.",
            "tells the patient to start, stop or change a medicine", "Only the person who prescribed it",
            "on your own"),
)  # fmt: skip
def test_a_forbidden_phrase_is_told_at_its_place(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)
