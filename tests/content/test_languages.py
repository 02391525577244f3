"""Both languages have every text, label and line of each other, with the same blocks, placeholders, care and facts."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bot.authoring.project import load
from bot.authoring.words import Words
from bot.engine.catalog import Catalog, Line, template
from bot.engine.commands import COMMANDS, THIS_LANGUAGE
from bot.engine.screen import plain_words
from bot.settings import find_project

WORDS: Mapping[str, Words] = load(find_project()).parts.words
EN, ES = WORDS["en"], WORDS["es"]
CATALOGS = {lang: words.catalog() for lang, words in WORDS.items()}


def shape_of_texts(catalog: Catalog) -> dict[str, Any]:
    return {key: sorted(text.names) for key, text in catalog.texts.items()}


def shape_of_lines(catalog: Catalog) -> dict[str, Any]:
    def shape(line: Line) -> Any:
        return sorted(template(line.label).names), bool(line.line), bool(line.heading)

    return {key: shape(line) for key, line in catalog.lines.items()}


def layout(catalog: Catalog) -> dict[str, Any]:
    """How each text is laid out: its paragraphs, bullets and numbered steps."""
    return {key: [kind(line) for line in words(catalog, key).splitlines()] for key in catalog.texts}


def kind(line: str) -> str:
    return "bullet" if line.startswith("•") else "step" if re.match(r"\d+\. ", line) else "sentence"


def words(catalog: Catalog, key: str) -> str:
    return "".join(f"{{{part}}}" if i % 2 else part for i, part in enumerate(catalog.texts[key].parts))


def numbers(catalog: Catalog) -> dict[str, list[str]]:
    """The numbers that stand in each text, whatever the order of the words."""
    return {key: sorted(re.findall(r"\d+", words(catalog, key))) for key in catalog.texts}


def numbers_of_lines(catalog: Catalog) -> dict[str, list[str]]:
    return {key: sorted(re.findall(r"\d+", f"{line.label} {line.line}")) for key, line in catalog.lines.items()}


@pytest.mark.parametrize(
    "of",
    [
        shape_of_texts,
        shape_of_lines,
        layout,
        numbers,
        numbers_of_lines,
        lambda catalog: dict(catalog.bubbles),
        lambda catalog: {key: sorted(text.names) for key, text in catalog.after.items()},
        lambda catalog: set(catalog.facts),
        lambda catalog: set(catalog.words.values()),
    ],
    ids=["texts", "lines", "layout", "numbers", "numbers of lines", "bubbles", "after", "facts", "commands"],
)
def test_both_languages_are_equal(of: Callable[[Catalog], Any]):
    assert of(CATALOGS["es"]) == of(CATALOGS["en"])


def commands_named(catalog: Catalog) -> dict[str, list[str]]:
    """What each text tells people to type: a patient reads /atras in Spanish and /back in English."""
    named = {key: re.findall(r"(?<!\S)/([a-z_]+)", words(catalog, key)) for key in catalog.texts}
    return {key: [catalog.words.get(word.replace("_", " "), word) for word in found] for key, found in named.items()}


def test_every_command_that_a_text_names_is_one_and_the_same_in_both_languages():
    assert commands_named(CATALOGS["es"]) == commands_named(CATALOGS["en"])
    assert {name for named in commands_named(CATALOGS["es"]).values() for name in named} <= set(COMMANDS)


def test_both_languages_take_the_same_care():
    def care(language: Words) -> dict[str, Any]:
        return {key: (origin.attribution, bool(origin.note)) for key, origin in language.origins.items()}

    assert care(ES) == care(EN)


def test_a_note_stands_in_the_text_of_the_same_bubble():
    def places(language: Words) -> dict[str, Any]:
        texts = {key: " ".join(language.written(key).split()) for key in language.texts}
        noted = {key: origin.note for key, origin in language.origins.items() if origin.note}
        state = {key: ".".join(key.split("/")[0].split(".")[:2]) for key in texts}
        return {key: {other for other in texts if state[other] == state[key] and note in texts[other]}
                for key, note in noted.items()}  # fmt: skip

    assert places(ES) == places(EN)


def test_no_word_means_one_command_in_one_language_and_another_in_the_other():
    other = {word: CATALOGS["en"].words[word] for word in CATALOGS["es"].words if word in CATALOGS["en"].words}
    assert {
        word: command for word, command in CATALOGS["es"].words.items() if other.get(word, command) != command
    } == {}


@pytest.mark.parametrize(("one", "another"), [("en", "es"), ("es", "en")])
def test_no_command_word_of_one_language_is_a_button_of_the_other(one: str, another: str):
    """But for the button of the language itself, which means the same."""
    labels = {plain_words(CATALOGS[another].line(key).label) for key in CATALOGS[another].lines}
    commands = {word for word, command in CATALOGS[one].words.items() if command != THIS_LANGUAGE}
    assert labels & commands == set()


def test_a_button_that_is_the_same_in_english_is_the_same_in_spanish():
    """Whoever has learned a button meets it again under the same words."""
    pairs: dict[str, set[str]] = {}
    for key, line in EN.lines.items():
        pairs.setdefault(line.label, set()).add(ES.lines[key].label)
    assert {label: said for label, said in pairs.items() if len(said) > 1} == {}


FAMILIAR = re.compile(r"\b(tú|te|ti|tu|tus|contigo|vos|usas|tienes|puedes|quieres|sientes)\b", re.I)


def test_spanish_is_formal_everywhere():
    said = {key: words(CATALOGS["es"], key) for key in CATALOGS["es"].texts}
    said |= {key: f"{line.label} {line.line} {line.heading}" for key, line in CATALOGS["es"].lines.items()}
    assert {key: found[0] for key, text in said.items() if (found := FAMILIAR.search(text))} == {}


GENDERED = re.compile(
    r"\b(seguro de que|está (solo|sola|seguro|segura|listo|lista|cansado|embarazada|confundido|mareado)|"
    r"somnolient[oa]|adormilad[oa]|bienvenid[oa]|usuari[oa]|sentad[oa]|acostad[oa])\b", re.I)  # fmt: skip


def test_spanish_takes_nobody_for_a_man_or_a_woman():
    said = {key: words(CATALOGS["es"], key) for key in CATALOGS["es"].texts}
    said |= {key: f"{line.label} {line.line}" for key, line in CATALOGS["es"].lines.items()}
    assert {key: found[0] for key, text in said.items() if (found := GENDERED.search(text))} == {}
