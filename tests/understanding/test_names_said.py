"""Names are taken without the talk around them; who is called away has given none."""

import pytest

from bot.understanding.names import as_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hold on, it's Maria Lopez", "Maria Lopez"),
        ("espere, soy Marta Ruiz", "Marta Ruiz"),
        ("one moment... Juan Perez", "Juan Perez"),
        ("everyone calls me Bea so just put Bea", "Bea"),
        ("Esperanza Gomez", "Esperanza Gomez"),
        ("Kim So", "Kim So"),
        ("put down Marlene Okafor, thats me", "Marlene Okafor"),
        ("yo soy Facundo pero es para mi vieja, pregunten x Graciela", "Graciela"),
        ("hang on a minute, someone is calling", None),
        ("aguánteme tantito que tocan el timbre", None),
    ],
)
def test_the_name_alone(text: str, name: str | None):
    assert as_name(text) == name
