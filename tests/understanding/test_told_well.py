"""Findings that are told positively raise nothing; a good word beside a bad one takes nothing back."""

import pytest

from bot.understanding.anchors import NO_WEIGHTS
from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "manos bien las dos, pies bien, la fuerza también",
        "he had me push with each foot, both feet, and said the strength was equal",
        "my weight is steady, I step on the scales every friday, and I eat everything",
        "peso igual, me pesé ayer. como de todo",
        "if I wake at all it's the kids, not my back. sitting is what sets it off, lying flat is fine",
        "cinco meses de embarazo. ni sangrado, ni líquido, ni contracciones",
        "hives all over my chest and arms since the nettles",
        "strong stream, I know when I'm full",
        "I'd know if my legs were weak, I'm a roofer",
        "I cannot think of any time I fell down the stairs",
        "no recuerdo ninguna vez que me haya caído de la escalera",
        "I haven't become any thinner, appetite's grand",
        "fiebre no tuve, ni antes ni después",
        "chuchos no me dieron",
        "nunca pensé en quitarme la vida",
        "some low days, but wanting to be dead? god no, I've a garden to dig",
        "a bit of shivering at the match last night, it was freezing",
    ],
)
def test_it_is_well(text: str):
    assert hear(understanding().lexicon, text, weights=NO_WEIGHTS).outcome == "none"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("both feet good and numb", "both_legs"),
        ("manos bien, piernas dormidas las dos", "both_legs"),
        ("the strength was equal last month, but now the left foot drags", "worse_weakness"),
        ("weight is the same but my trousers hang off me", "weight_loss"),
        ("I wake every night, it's not my back it's a new pain in my ribs", "night_pain"),
        ("rash on my chest and left arm pain", "chest"),
        ("good stream at first, then a trickle and still full", "bladder"),
        ("I'd know if my legs were numb and they are", "both_legs"),
        ("ni la pierna rota, ni el parto, ni nada, esto es lo máximo que he sentido", "worst_pain"),
        ("I can't think of any reason I fell off the ladder", "accident"),
        ("fiebre no tuve hasta hoy", "fever"),
        ("not wanting to be alive? no way out of it anymore", "self_harm"),
        ("shivering at the match last night with a fever, it was freezing", "fever"),
    ],
)
def test_it_is_not(text: str, flag: str):
    assert flag in hear(understanding().lexicon, text, weights=NO_WEIGHTS).flags
