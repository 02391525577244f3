"""Which contact is taken from what a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.contact import TEXT_LIMIT, contact
from bot.understanding.mailbox import mailbox


@pytest.mark.parametrize(
    "text",
    [
        "6025550100", "602 555 0100", "(602) 555-0100", "(602)555-0100", "602-555-0100", "602.555.0100",
        "602 - 555 - 0100", "1-602-555-0100", "+1 602 555 0100", "tel:+16025550100", "6 0 2 5 5 5 0 1 0 0",
        "６０２５５５０１００",
        "my number is 602 555 0100 thanks", "call me at (602) 555-0100 after 5pm!", "Mi número es 602 555 0100.",
        "602 555 0100, yes 602-555-0100", "\u200e602 555 0100",
    ],
)  # fmt: skip
def test_a_phone_number_is_found_as_people_write_it(text: str):
    assert contact(text) == "+16025550100"


@pytest.mark.parametrize(
    "text",
    [
        "(602) 555-0100 ext 5", "602 555 0100 ext. 5", "602-555-0100 x5", "602 555 0100 extension 5",
        "602 555 0100 #5", "602 555 0100, extensión 5", "tel:+1-602-555-0100;ext=5", "+16025550100 ext. 5",
        "my number is 602 555 0100 ext 5, thanks",
    ],
)  # fmt: skip
def test_an_extension_is_kept(text: str):
    assert contact(text) == "+16025550100 ext. 5"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jo at example dot org", "jo@example.org"),
        ("ana punto lopez arroba example punto org", "ana.lopez@example.org"),
        ("luz guion bajo 7 arroba example punto com", "luz_7@example.com"),
        ("six oh two five five five oh one four four", "+16025550144"),
        ("seis cero dos, cinco cinco cinco, cero uno cuatro cuatro", "+16025550144"),
        ("602 double five 5 0100", "+16025550100"),
        ("602 555 0100, scratch that, 602 555 0101", "+16025550101"),
        ("555-201-4477", "+15552014477"),
        ("602 555 0110 is disconnected now dont use it, use 602 555 0164", "+16025550164"),
        ("ya no uso el 602 555 0110, llamen al 602 555 0164", "+16025550164"),
    ],
)
def test_a_contact_is_found_as_people_say_it(text: str, found: str):
    assert contact(text) == found


def test_two_extensions_are_a_choice():
    assert contact("602 555 0100 ext 5 or 602 555 0100 ext 6") is None


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("+52 55 1234 5678", "US", "+525512345678"),
        ("+44 20 7946 0958", "US", "+442079460958"),
        ("55 1234 5678", "MX", "+525512345678"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("020 7946 0958", "gb", "+442079460958"),
        ("020 7946 0958", "US", None),
        ("+1 602 555 0100", "ZZ", "+16025550100"),
        ("602 555 0100", "ZZ", None),
    ],
)
def test_a_number_is_of_the_clinics_region_or_international(text: str, region: str, number: str | None):
    assert contact(text, region) == number


@pytest.mark.parametrize("last", ["0100", "0123", "0142", "0199"])
@pytest.mark.parametrize("area", ["602", "212", "305", "415", "713", "800", "915"])
def test_fictional_numbers_are_taken(area: str, last: str):
    assert contact(f"({area}) 555-{last}") == f"+1{area}555{last}"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ana@example.org", "ana@example.org"),
        ("  Ana.Lopez@Example.ORG. ", "Ana.Lopez@example.org"),
        ("My mail is ana+clinic@mail.example.org, thank you", "ana+clinic@mail.example.org"),
        ("¿ana@example.org?", "ana@example.org"),
        ("<ana@example.org>", "ana@example.org"),
        ("mailto:ana@example.org", "ana@example.org"),
        ("ana@example.org or ana@EXAMPLE.org", "ana@example.org"),
        ("josé@example.org", "josé@example.org"),
        ("ana6025550100@example.org", "ana6025550100@example.org"),
    ],
)
def test_an_address_is_found_and_put_in_normal_form(text: str, address: str):
    assert contact(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "no", "call me", "my pain is 8", "911", "555-0100", "602 555", "1234567890", "12/05/2024 10:30",
        "123-45-6789", "602 555 O100", "ana@example", "ana@@example.org", "@example.org", "ana@",
        "ana at home dot", "ana.@example.org", "ana@localhost",
    ],
)  # fmt: skip
def test_anything_else_is_no_contact(text: str):
    assert contact(text) is None


@pytest.mark.parametrize("text", ["602 555 0100 or 602 555 0101", "ana@example.org, ben@example.org"])
def test_of_two_that_differ_none_is_guessed(text: str):
    assert contact(text) is None


def test_of_a_number_and_an_address_the_number_is_taken():
    assert contact("ana@example.org or 602 555 0100") == "+16025550100"


def test_what_stands_beyond_the_limit_is_not_read():
    assert contact(" " * (TEXT_LIMIT - 12) + "602 555 0100") == "+16025550100"
    assert contact(" " * TEXT_LIMIT + "602 555 0100") is None


@given(st.text() | st.text("0123456789 +-().@ab", max_size=80), st.sampled_from(["US", "MX", "GB", "ZZ", ""]))
def test_no_text_makes_it_fail(text: str, region: str):
    found = contact(text, region)
    assert found is None or contact(found, region) == found


def test_a_broken_character_is_no_contact():
    assert contact("ana\ud800@example.org") is None


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("calls@clinic.org", "calls@clinic.org"),
        ("Calls@CLINIC.org", "Calls@clinic.org"),
        ("callbacks@example.org", "callbacks@example.org"),
        ("calls@clínica.es", "calls@xn--clnica-4va.es"),
        ("josé@clinic.org", None),
        ("calls@clinic", None),
        ("Clinic <calls@clinic.org>", None),
        ("calls@clinic.org, other@clinic.org", None),
        ("calls@clinic.org\nBcc: other@clinic.org", None),
        ("", None),
    ],
)
def test_a_mailbox_is_one_address_alone_that_every_mail_server_takes(text: str, address: str | None):
    assert mailbox(text) == address
