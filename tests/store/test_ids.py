"""Ids are kept only as hashes."""

from bot.store.ids import hashed_id
from tests.store.build import entry


def test_a_hashed_id_is_32_hex_digits_and_always_the_same():
    assert len(hashed_id(entry())) == 32
    assert set(hashed_id(entry())) <= set("0123456789abcdef")
    assert hashed_id(entry()) == hashed_id(entry())


def test_person_channel_and_id_each_change_it():
    entries = [entry(), entry("2"), entry(person="ben"), entry(channel="web"), entry("1\0x"), entry("x", channel="1")]
    assert len({hashed_id(one) for one in entries}) == len(entries)


def test_an_id_that_is_not_proper_text_is_hashed_all_the_same():
    assert len(hashed_id(entry("\ud800"))) == 32
