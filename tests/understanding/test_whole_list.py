"""Words by which nothing of a whole list is true."""

import pytest

from bot.understanding.whole_list import denies_whole_list


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("trust me , that list isnt me", True),
        ("neither of us could find me in there", True),
        ("en ninguna salgo", True),
        ("id leave every box empty", True),
        ("dejo todo en blanco", True),
        ("puras cosas que no tengo", True),
        ("theres nothing for me", True),
        ("theres nothing for me except the tingling", False),
        ("la lei con mi hija y no es mi caso", True),
        ("that list isnt me except the tingling", False),
        ("no me encuentro bien", False),
        ("im not in good shape", False),
    ],
)
def test_a_list_is_denied_as_a_whole_or_not_at_all(said: str, denied: bool):
    assert denies_whole_list(said) is denied
