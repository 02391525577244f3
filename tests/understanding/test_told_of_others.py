"""What befell somebody else long ago is a tale; what somebody else has now, or had in these hours, is an emergency."""

import pytest

from bot.understanding.gate import hear
from tests.understanding.understood import understanding


@pytest.mark.parametrize(
    "text",
    [
        "my wife had chest pain an hour ago",
        "my dad had a heart attack last night",
        "a mi papá le dio un infarto ayer, a mí nunca",
        "mi esposo quiere matarse, yo no",
        "mi hermana quiso matarse hoy, yo nunca",
        "nobody has noticed me, but I am slurring my words",
        "my husband has chest pain, not me",
        "mi esposo se quedó sin habla, yo no he llamado a nadie",
        "nobody has noticed me cutting myself",
        "I thought of killing myself but it was only a thought",
        "I thought I was having a heart attack and it was",
        "I thought it was gas but it was chest pain",
        "mi hermana dice que sí pero no puedo orinar",
        "nobody has said I'm allowed to take anything for this chest pain",
        "nobody has told me why I can't feel my legs",
        "my husband checked my back for blisters and there is a stripe of them",
        "I checked my back for blisters and nothing helps the burning stripe of blisters",
        "I thought I had a fever but no thermometer here, I am shivering",
        "my wife did have chest pain just now",
        "my mom had chest pain and it is back",
        "a mi tío se le paralizaron las piernas hace una hora",
        "came off the motorbike saturday, walked it off at the time but my spine is murder now",
        "I've been counting up the tablets, so it'd all be over",
        "the soft lump on my spine keeps growing",
        "I looked for my pills, I can't feel my legs, there's nothing left in the bottle",
        "mi mamá tiene dolor de pecho, hace años no le daba",
        "mi suegro tiene dolor de pecho hace tiempo",
        "mi esposa se desmayó hace mucho rato",
        "I looked all over for a cream for these blisters that spread and found nothing",
        "me mojo sin darme cuenta desde el jueves",
    ],
)
def test_of_these_hours(text: str):
    assert hear(understanding().lexicon, text).outcome == "alarm"


@pytest.mark.parametrize(
    "text",
    [
        "con diez años de dolor y hoy no siento las piernas",
        "ya no sale el chorro fuerte, gotea nomás",
        "the scan of my aneurysm shows that it grew and my belly hurts badly",
        "me tomé la morfina y estoy bien dormilona",
    ],
)
def test_words_that_stand_in_harmless_talk_too(text: str):
    assert hear(understanding().lexicon, text).outcome == "alarm"


@pytest.mark.parametrize(
    "text",
    [
        "my dad had a stroke one morning ten years ago",
        "mi tía quedó con el pie caído de una operación, a mí no me ha pasado",
        "nobody has noticed me slurring or nodding off",
        "mi mamá tuvo cáncer, yo no",
        "passing out, me? never once",
        "I thought I'd peed myself but it was the bottle that leaked",
        "embarazada sí, pero no he sangrado ni perdido agua",
        "no opioids, just paracetamol, and nobody has said I'm sleepy or muddled",
        "my husband checked my back for blisters or a stripe and says there isn't a thing on it",
        "I thought I had a slight fever, but no.",
        "my brother did have a stroke, because he had sugar diabetes",
        "a mi suegro le dio un infarto, ya hace tiempo",
        "A mi abuela le dio un derrame, a mí no me ha dado nada parecido",
        "a mi tío se le paralizaron las piernas por una caída, hará cincuenta años",
        "hoy no tengo tos ni catarro ni me cuesta coger aire",
    ],
)
def test_of_another_time_or_of_nobody(text: str):
    assert hear(understanding().lexicon, text).outcome == "none"
