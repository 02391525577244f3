"""Speech has fillers and stutters: they are heard through, and what is found still stands where it was typed."""

import pytest

from bot.understanding.text import clean, sentences
from tests.understanding.understood import understanding


def words(text: str) -> str:
    return " ".join(token.word for sentence in sentences(clean(text)) for token in sentence.tokens)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Um, I had a, uh, a bit of a, a cough", "i had a bit of a cough"),
        ("it's, it's not, it's not pain", "its not pain"),
        ("my, my aunt... my aunt has it", "my aunt has it"),
        ("Hmm uhm erm ummm", ""),
        ("the umbrella hums, uhura", "the umbrella hums , uhura"),
        ("i do n't feel it, ca n't you", "i dont feel it , cant you"),
        ("10, 10 and 10", "10 , 10 and 10"),
        ("no, no siento los pies", "no siento los pies"),
        ("a little, little by little", "a little by little"),
    ],
)
def test_fillers_and_stutters_are_left_out(said: str, heard: str):
    assert words(said) == heard


def test_what_is_found_stands_where_it_was_typed():
    text = "Um, my, my legs, uh, my legs are numb, both, both of them"
    hearing = understanding().understand(text).hearing
    assert hearing.outcome == "alarm"
    assert any("numb" in text[slice(*why.span)] for why in hearing.why)


@pytest.mark.parametrize("text", ["a" * 4000, "a'" * 2000, "a@" * 2000, "um" * 2000, "a, " * 1300, "a*" * 2000])
def test_every_text_keeps_its_length(text: str):
    assert len(clean(text)) == len(text)
