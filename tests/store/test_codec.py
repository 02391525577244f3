"""Sessions come back as they were encoded, and damage is told from a session."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.session import Asked, CheckIn, Consent, Lock, Score, Session
from bot.store.base import SessionUnreadable
from bot.store.codec import VERSION, decode, encode

words = st.text(max_size=20)
answers = st.lists(words, max_size=4).map(tuple)
moments = st.datetimes(timezones=st.just(UTC))
scores = st.builds(Score, at=moments, pain=st.integers(0, 10))
check_ins = st.builds(
    CheckIn, due=moments, stage=words, option=words, before=st.none() | scores, outcome=answers,
)  # fmt: skip
consents = st.none() | st.builds(Consent, version=words, at=moments)
sessions = st.builds(
    Session,
    place=words,
    lang=words,
    version=words,
    screen=st.integers(0, 2**31),
    tier=words,
    answers=st.lists(st.tuples(words, answers), max_size=5).map(tuple),
    unseen=st.lists(st.tuples(words, answers), max_size=5).map(tuple),
    prints=st.binary(max_size=80),
    ticked=answers,
    came_from=st.none() | words,
    page=st.none() | words,
    offer_call=st.booleans(),
    asked_back=st.none() | st.builds(Asked, kind=words, ids=answers, repeats=st.integers(0, 1)),
    misses=st.integers(0, 9),
    greeted=st.booleans(),
    consent=consents,
    lock=st.none() | st.builds(Lock, until=moments, emergency=st.booleans()),
    mistakes=st.lists(moments, max_size=3).map(tuple),
    calls=st.lists(moments, max_size=3).map(tuple),
    notice=consents,
    last_at=st.none() | moments,
    opened=words,
    stopped=answers,
    check_in=st.none() | check_ins,
    check_ins=st.integers(0, 3),
    unchanged=st.integers(0, 3),
    scores=st.lists(scores, max_size=7).map(tuple),
)


@given(sessions)
def test_every_session_comes_back(session: Session):
    assert decode(encode(session)) == session


def test_the_strategy_knows_every_field():
    assert len(Session.__struct_fields__) == 27
    assert len(CheckIn.__struct_fields__) == 5


def test_a_time_comes_back_in_utc():
    at = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=-8)))
    assert decode(encode(Session("a", "en", last_at=at))).last_at == at.astimezone(UTC)


def test_the_first_byte_is_the_version():
    assert encode(Session("a", "en"))[0] == VERSION


def test_a_field_of_a_newer_program_is_left_out():
    newer = bytes([VERSION]) + msgspec.msgpack.encode({"place": "a", "lang": "en", "mood": "good"})
    assert decode(newer) == Session("a", "en")


def test_another_version_is_named():
    with pytest.raises(SessionUnreadable, match=f"format 9, this program reads format {VERSION}"):
        decode(b"\x09" + encode(Session("a", "en"))[1:])


def test_nothing_is_not_a_session():
    with pytest.raises(SessionUnreadable, match="holds nothing"):
        decode(b"")


@given(st.binary(max_size=60))
def test_garbage_is_unreadable_and_raises_nothing_else(data: bytes):
    with suppress(SessionUnreadable):
        assert isinstance(decode(bytes([VERSION]) + data), Session)


@given(sessions, st.data())
def test_a_session_cut_short_is_unreadable(session: Session, data: st.DataObject):
    whole = encode(session)
    with pytest.raises(SessionUnreadable):
        decode(whole[: data.draw(st.integers(0, len(whole) - 1))])


def test_the_message_quotes_nothing_of_the_session():
    wrong = bytes([VERSION]) + msgspec.msgpack.encode({"place": 1, "lang": "numb legs"})
    with pytest.raises(SessionUnreadable) as caught:
        decode(wrong)
    assert "numb" not in str(caught.value)
