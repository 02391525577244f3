"""Words that stand for one thing."""

from bot.understanding.concepts import concepts, is_member
from bot.understanding.stems import stem


def test_words_of_both_languages_stand_for_the_same():
    assert list(concepts(map(stem, ("peas", "hielito")))) == ["@ice", "@ice"]


def test_a_word_without_a_concept_stands_for_nothing():
    assert list(concepts(("xylophone",))) == []


def test_a_member_is_known_by_its_stem():
    assert is_member(stem("peppers"))
