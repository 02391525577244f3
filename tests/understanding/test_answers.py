"""Typed answers, one grammar for each kind of question."""

import pytest

from bot.understanding.answers import answer
from bot.understanding.meant import Value
from bot.understanding.question import Question
from tests.understanding.understood import answered, understanding

cases = pytest.mark.parametrize
SIGNS, KIND, COLD, PAIN = "heat_check.signs", "heat_check.heat_kind", "precautions.for_cold", "check_in.pain"


@cases(
    ("state", "text", "value"),
    [
        (COLD, "nope, never", "no"),
        (COLD, "claro que sí", "yes"),
        (COLD, "no idea", "unsure"),
        (COLD, "no problem", None),
        (COLD, "ok", None),
        (COLD, "no, my fingers turn white", "clarify"),
        (COLD, "yes and no", "clarify"),
        (KIND, "the second one", {"choices": ["moist"]}),
        (KIND, "both", {"choices": ["both"]}),
        (KIND, "not dry, the damp kind", {"choices": ["moist"]}),
        (KIND, "heeting pad", {"choices": ["dry"]}),
        (SIGNS, "1 and 3", {"choices": ["worse_pain", "stiffness"]}),
        (SIGNS, "the last two", {"choices": ["stiffness", "swelling"]}),
        (SIGNS, "everything but the redness", {"choices": ["worse_pain", "nerve_feelings", "stiffness"]}),
        (SIGNS, "less burning", None),
        (SIGNS, "the middle two", {"choices": ["nerve_feelings", "stiffness"]}),
        (SIGNS, "1,3 and it's every single time", {"choices": ["worse_pain", "stiffness"]}),
        (SIGNS, "all of them, not the last one", {"choices": ["worse_pain", "nerve_feelings", "stiffness"]}),
        (SIGNS, "number one, I'm afraid", {"choices": ["worse_pain"]}),
        (SIGNS, "1 through 3", {"choices": ["worse_pain", "nerve_feelings", "stiffness"]}),
        (SIGNS, "de la 2 a la 4", {"choices": ["nerve_feelings", "stiffness", "swelling"]}),
        (SIGNS, "1-3", {"choices": ["worse_pain", "nerve_feelings", "stiffness"]}),
        (SIGNS, "1a y 3a", {"choices": ["worse_pain", "stiffness"]}),
        (SIGNS, "all except the two in the middle", {"choices": ["worse_pain", "swelling"]}),
        (SIGNS, "not the first two, the others", {"choices": ["stiffness", "swelling"]}),
        (SIGNS, "the rest but not the pain", {"choices": ["nerve_feelings", "stiffness", "swelling"]}),
        (SIGNS, "the second one. oops, meant the third", {"choices": ["stiffness"]}),
        (KIND, "I thought it was moist but it's dry", {"choices": ["dry"]}),
        (KIND, "the two of them", {"choices": ["both"]}),
        ("red_flags.nerves", "I can say no to every one of those", "no"),
        ("precautions.for_stretching", "nobody has ever checked", "unsure"),
        ("check_in.usual", "it's always like this", "no"),
        ("check_in.offer", "in 2", {"choices": ["hours_2"]}),
        (PAIN, "a 6, down from 9", {"score": 6}),
        (PAIN, "five and a half, call it five", {"score": 5}),
        (PAIN, "cero, ni se siente", {"score": 0}),
        ("callback.name", "It's William but I go by Bill", {"text": "Bill"}),
        ("callback.name", "pregunten por doña Refugio Santibáñez", {"text": "Refugio Santibáñez"}),
        ("callback.name", "Ulises nomás", {"text": "Ulises"}),
        ("callback.name", "solo Lupe", {"text": "Lupe"}),
        ("callback.time", "mornings are out, it'll have to be after lunch", {"choices": ["afternoon"]}),
        ("precautions.health", "my mom's diabetic, does that count", None),
        ("heat_check.signs", "it puffs up and goes pink all around there", {"choices": ["swelling"]}),
        ("callback.name", "el mismo de antes", None),
        ("callback.contact", "bob@example.com, not bobby@example.com", {"text": "bob@example.com"}),
        ("precautions.for_stretching", "no osteoporosis but I do take prednisone", "yes"),
        ("precautions.for_stretching", "never had a scan", "unsure"),
        ("precautions.right_now", "had a patch last year", None),
        ("precautions.health", "120 over 80", None),
        ("precautions.health", "my age is 40", None),
        ("callback.time", "any time before noon", {"choices": ["morning"]}),
        ("callback.review", "yes", {"choices": ["send"]}),
        (KIND, "nothing beats a hot bath", {"choices": ["moist"]}),
        (SIGNS, "no burning no tingling nothing", {"choices": ["none"]}),
        ("check_in.usual", "yes, never felt this before", "yes"),
        ("precautions.health", "nobody in my family has cancer", None),
        ("precautions.right_now", "patch or cream, what's the difference", None),
        (PAIN, "not 10 but 8", {"score": 8}),
        (KIND, "heating pad, used to do baths but no more", {"choices": ["dry"]}),
        (KIND, "haven't used either", {"choices": ["none"]}),
        (KIND, "could not tell whether it was wet or dry", "unsure"),
        (KIND, "let me look", None),
        ("precautions.health", "the last one", {"choices": ["age65"]}),
        ("callback.time", "mornings. hm no, afternoons", {"choices": ["afternoon"]}),
        ("check_in.skin", "no se le baja lo rojo", {"choices": ["still_red"]}),
        ("check_in.set", "rather not say", {"choices": ["skip"]}),
        ("red_flags.today", "noen of them", {"choices": ["none"]}),
        ("red_flags.body", "my dad has none of these", "no"),
        (PAIN, "none at all right now", {"score": 0}),
        (PAIN, "a 7 yesterday, nothing now", {"score": 0}),
        (PAIN, "depends on how I sit", "clarify"),
        (PAIN, "like a 7", {"score": 7}),
        (PAIN, "entre cinco y seis", {"score": 6}),
        (PAIN, "it was 8 but now 4", {"score": 4}),
        (PAIN, "10/10", {"score": 10}),
        (PAIN, "for 3 days", None),
        (PAIN, "101 degrees", None),
        (PAIN, "3 out of 5", "clarify"),
        ("precautions.for_tens", "that's all", None),
        ("precautions.for_tens", "es todo", None),
        ("check_in.offer", "dos horas es muy poco, mejor la de 8", {"choices": ["hours_8"]}),
        ("check_in.offer", "2 hours is too soon, make it 8", {"choices": ["hours_8"]}),
        (PAIN, "deme un momentico que me siento", None),
        (PAIN, "ni un poquito, se me quitó del todo", {"score": 0}),
        (PAIN, "ni un poco menos que ayer", None),
        ("check_in.words", "me asentó bien, ya puedo agacharme", {"choices": ["better"]}),
        ("precautions.for_contrast", "ninguna de esas tres cosas me pasa", "no"),
        ("red_flags.nerves", "me quedan mis dudas, no podría asegurarle", "unsure"),
        ("red_flags.body_more", "toy insegura con esto", "unsure"),
        ("red_flags.body_more", "cero de la lista", "no"),
        ("check_in.words", "ya voy mejor, gracias", {"choices": ["better"]}),
        ("check_in.usual", "yh it definitely is", "yes"),
        ("callback.time", "a la hora que quieran, yo siempre estoy", {"choices": ["any_time"]}),
        ("red_flags.body_more", "ya voy, es que la letra es chiquita", None),
        (
            "callback.time",
            "cuido nietos hasta mediodía y luego quedo libre, llámeme de la una en adelante",
            {"choices": ["afternoon"]},
        ),
        ("callback.name", "que pregunten x Rosalba Quintero", {"text": "Rosalba Quintero"}),
        ("callback.name", "Soy el hijo, que lo busquen a él: Iker Zabaleta", {"text": "Iker Zabaleta"}),
        ("callback.name", "my name is Ann Stroke", {"text": "Ann Stroke"}),
        ("callback.name", "why do you need my name", None),
        ("callback.contact", "my cell is (602) 555-0123", {"text": "+16025550123"}),
        ("callback.time", "after 2 pm", {"choices": ["afternoon"]}),
    ],
)
def test_an_answer_is_understood(state: str, text: str, value: Value | None):
    assert answered(state, text) == value


@cases(("state", "text"), [(PAIN, "6 or 7"), (SIGNS, "tinglng"), ("red_flags.nerves", "yes")])
def test_a_guess_and_a_screening_answer_wait_to_be_confirmed(state: str, text: str):
    assert understanding().understand(text, state).answer.confirm


def test_an_exact_label_needs_no_confirming():
    assert not understanding().understand("Moist", KIND).answer.confirm


def test_free_text_is_taken_as_it_is():
    assert answer(Question("any.state", "text"), "  two   words ").value == {"text": "two words"}
