"""Mistyped replies."""

from bot.understanding.slips import with_slips_mended


def test_a_reply_with_two_letters_swapped_is_meant():
    assert with_slips_mended(("noen", "of", "them")) == ("none", "of", "them")


def test_a_long_reply_may_have_a_wrong_letter():
    assert with_slips_mended(("ningina",)) == ("ninguna",)


def test_an_ordinary_word_stands_as_it_is():
    assert with_slips_mended(("done", "fine", "bath")) == ("done", "fine", "bath")
