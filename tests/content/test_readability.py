"""Every message is plain and short in both languages, and the measure is what CONTRIBUTING.md says."""

from functools import cache

import pytest

from bench import readability
from bot.authoring.project import load
from bot.documents.reading import PHRASES, SCALES, Row, rows, sentences
from bot.engine.library import Library
from bot.settings import find_project


@cache
def library() -> Library:
    loaded = load(find_project())
    assert loaded.library is not None
    return loaded.library


@cache
def measured(lang: str) -> tuple[Row, ...]:
    return tuple(rows(library(), lang))


every_language = pytest.mark.parametrize("lang", [lang for lang in library().languages if lang in SCALES])


@every_language
def test_every_longer_message_is_plain(lang: str):
    assert [str(row) for row in measured(lang) if not row.plain] == []


@every_language
def test_no_message_is_too_long(lang: str):
    assert [str(row) for row in measured(lang) if not row.short] == []


@every_language
def test_every_text_that_a_patient_reads_is_measured(lang: str):
    keys = {row.key.partition(" ")[0] for row in measured(lang)}
    others = {key for key in library().catalogs[lang].texts if key.partition(".")[0] in PHRASES}
    assert keys == library().catalogs[lang].texts.keys() - others


def test_the_lines_of_a_list_count_with_its_question():
    first, second = (row for row in measured("en") if row.key.startswith("red_flags.today"))
    assert (first.words > 80, second.words > 60) == (True, True)


def test_a_line_is_a_sentence_and_an_address_a_word():
    text = "Do not use it if:\n• you are sleepy\n1. Sit down.\nSee https://example.org/a.b"
    assert sentences(text) == "Do not use it if: you are sleepy. Sit down. See web."


@pytest.mark.parametrize(
    ("lang", "text", "score"),
    [
        # 0.39 words a sentence + 11.8 syllables a word - 15.59
        ("en", "The cat sat on the mat. The dog lay on the rug.", 0.39 * 6 + 11.8 - 15.59),
        # 206.835 - 62.3 syllables a word - words a sentence
        ("es", "El sol da luz. La mar es gris.", 206.84 - 62.3 - 4),
    ],
)
def test_the_scales_are_those_of_their_authors(lang: str, text: str, score: float):
    assert SCALES[lang].measure(text) == pytest.approx(score, abs=0.1)


def test_the_table_is_printed_and_marks_nothing(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        readability.main()
    printed = capsys.readouterr().out
    assert (ended.value.code, "NOT PLAIN" in printed, "LONG" in printed) == (0, False, False)
    assert "red_flags.emergency" in printed
