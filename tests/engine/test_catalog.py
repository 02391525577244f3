"""Texts are templates: placeholders are filled from the clinic's facts and from the answers, and from nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.engine.catalog import CHANNEL, COMPUTED, Catalog, Line, Template, template
from tests.engine.talk import shipped

CATALOG = Catalog(
    lang="en",
    bubbles={"hello": ("hello", "hello/2")},
    texts={"hello": template("Call {clinic.phone}."), "hello/2": template("{options.shown} via {channel.name}")},
    lines={"a.buttons.call": Line("Call {clinic.phone}"), "a.choices.dry": Line("Dry", "Dry heat", "Kinds:")},
    after={},
    facts={"clinic.phone": "555-0100"},
    words={},
)


def test_a_template_is_text_name_text():
    assert template("Call {clinic.phone}, or {clinic.name}.") == Template(
        ("Call ", "clinic.phone", ", or ", "clinic.name", ".")
    )


def test_the_names_of_a_template_come_in_order():
    assert template("{b.c}{a}").names == ("b.c", "a")


def test_a_text_without_placeholders_is_itself():
    assert template("No braces").fill({"clinic.phone": "1"}) == "No braces"


def test_every_placeholder_with_a_value_is_filled():
    assert template("{a} and {b} and {a}").fill({"a": "1", "b": "2"}) == "1 and 2 and 1"


def test_a_placeholder_without_a_value_is_left_as_it_stands():
    assert template("{a} and {channel.name}").fill({"a": "1"}) == "1 and {channel.name}"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Until {time}. Then I write.", "Until 8:00 a.m. Then I write."),
        ("Until {time}, then I write.", "Until 8:00 a.m., then I write."),
        ("Until {time}", "Until 8:00 a.m."),
        ("{day}.", "Monday."),
    ],
)
def test_a_value_that_ends_in_a_full_stop_shares_it_with_its_sentence(text: str, filled: str):
    assert template(text).fill({"time": "8:00 a.m.", "day": "Monday"}) == filled


def test_a_value_is_not_filled_again():
    assert template("{a}").fill({"a": "{b}", "b": "2"}) == "{b}"


@given(st.text())
def test_any_text_survives_cutting_and_filling(text: str):
    assert template(text).fill({}) == text


def test_braces_that_hold_no_name_are_plain_text():
    assert template("{} {Name} {a b} {__class__}").names == ("__class__",)


def test_a_text_is_filled_with_the_clinics_facts():
    assert CATALOG.text("hello") == "Call 555-0100."


def test_values_are_filled_beside_the_facts():
    assert CATALOG.text("hello/2", {"options.shown": "1. Cold"}) == "1. Cold via {channel.name}"


def test_a_value_goes_before_a_fact_of_the_same_name():
    assert CATALOG.text("hello", {"clinic.phone": "0"}) == "Call 0."


def test_texts_say_which_computed_values_they_need():
    assert (CATALOG.needs(["hello"]), CATALOG.needs(["hello", "hello/2"])) == (set(), {"options.shown"})


def test_a_date_is_written_with_the_words_of_its_month():
    dates = tuple(template(f"{{day}} del {month} de {{year}}") for month in range(1, 13))
    assert replace(CATALOG, dates=dates).dated(date(2026, 3, 2)) == "2 del 3 de 2026"


def test_a_language_without_dates_has_the_one_that_everybody_can_read():
    assert CATALOG.dated(date(2026, 3, 2)) == "2026-03-02"


def test_the_label_of_a_button_is_filled():
    assert CATALOG.line("a.buttons.call") == Line("Call 555-0100")


def test_a_line_keeps_its_long_form_and_its_heading():
    assert CATALOG.line("a.choices.dry") == Line("Dry", "Dry heat", "Kinds:")


def test_the_shipped_texts_name_only_facts_computed_values_and_the_channel():
    for catalog in shipped().catalogs.values():
        named = {name for key, text in catalog.texts.items() if not key.startswith("letter.") for name in text.names}
        assert named - catalog.facts.keys() - COMPUTED == {CHANNEL}
