"""The review sheet gives a reviewer what a text needs to be judged: where, who says it, from what, how plain."""

from bot.documents.review import Sheet, Text, sheet_of
from tests.documents.made import library, project


def text_of(key: str, lang: str = "en") -> Text:
    every = [text for entries in sheet(lang).files.values() for entry in entries for text in entry.texts]
    return next(text for text in every if text.key == key)


def sheet(lang: str) -> Sheet:
    return sheet_of(*project(), lang)


def test_numbers_are_filled_in_and_marked():
    pieces = text_of("red_flags.emergency").pieces
    assert ("911", "emergency.number") in [(piece.words, piece.name) for piece in pieces if piece.filled]


def test_what_only_answers_can_fill_keeps_its_name():
    pieces = text_of("alternatives.list").pieces
    assert ("{options.shown}", False) in [(piece.words, piece.filled) for piece in pieces]


def test_a_contestable_text_names_the_article_its_caution_and_its_row():
    text = text_of("heat_check.why/2")
    assert (text.attribution, bool(text.note)) == ("article", True)
    assert ("S6", True) in [(told.id, told.contestable) for told in text.sources]


def test_a_text_says_where_it_is_shown():
    assert text_of("heat_check.stop_marks").places == ("opens the message after red_flags.today",)
    assert text_of("caution.heart.cold").places == ("opens the card of cold, when the rule heart fires",)
    assert text_of("option.cold").places == ("the name of an option: in lists and on buttons",)


def test_longer_messages_have_their_reading_level_and_short_ones_say_why_not():
    assert all("words" in level for level in text_of("red_flags.nerves").levels)
    assert text_of("end.declined", "es").levels != ()


def test_a_line_of_the_file_is_that_of_the_text():
    line = text_of("red_flags.nerves").line
    file = project()[1].words["en"].files["red_flags"]
    assert file.node.at(("nerves", "say"))[0] == line


def test_only_a_translation_asks_for_a_translator():
    assert [(lang, sheet(lang).first) for lang in library().languages] == [("en", True), ("es", False)]
