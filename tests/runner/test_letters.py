"""The letter to the clinic: what it says, that it says nothing else, and that no patient can forge a line of it."""

import email
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.engine.catalog import template
from bot.runner.letters import asked_on, clinics_catalog, letter, one_line
from bot.store.base import CallbackRow, Entry, Written
from bot.store.memory import MemoryStore
from tests.engine.talk import Talk, altered, bilingual, shipped
from tests.runner.rows import LATER, NOW, ROW, ZONE, row

CATALOG = shipped().catalogs["en"]
ENTRY = Entry("1", "rosa", "telegram", "7", NOW)
MICROS = int(NOW.timestamp()) * 1_000_000 + 123_456
HEADERS = {
    "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding",
}  # fmt: skip


def written(row: CallbackRow = ROW, sender: str = "bot@clinic.org") -> EmailMessage:
    """The letter as the clinic's mail program reads it: turned into bytes, and read again."""
    sent = letter(row, CATALOG, ZONE, sender, LATER).as_bytes(policy=SMTP)
    read = email.message_from_bytes(sent, policy=default)
    assert isinstance(read, EmailMessage)
    return read


def body(row: CallbackRow = ROW) -> str:
    return written(row).get_content()


def test_it_says_who_asks_how_when_and_what_to_do_then():
    assert body().splitlines() == [
        "A patient asks the clinic to call or write.",
        "",
        "Name: Rosa Díaz",
        "Phone or email: +16025550142",
        "Good time: Morning",
        "Language: Spanish",
        "Asked on: 2026-03-02 05:00 MST",
        "",
        *CATALOG.text("letter.closing", {"letter.id": "7"}).splitlines(),
    ]
    assert "heatwise callbacks done 7" in body()


def test_answers_go_along_only_where_the_patient_sent_them():
    assert "answers" not in body()
    lines = body(row(answers="Heat: dry\nSigns: swelling")).splitlines()
    at = lines.index("The patient chose to send these answers along:")
    assert lines[at - 1 : at + 4] == ["", lines[at], "Heat: dry", "Signs: swelling", ""]


def test_a_time_that_was_not_named_is_no_line():
    assert "Good time" not in body(row(time=""))
    assert "Asked on" in body(row(time=""))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"time": "any_time"}, "Good time: Any time"),
        ({"time": "midnight"}, "Good time: midnight"),
        ({"lang": "en"}, "Language: English"),
        ({"lang": "tlh"}, "Language: tlh"),
        ({"name": "  Rosa\n\tDíaz "}, "Name: Rosa Díaz"),
        ({"name": "{letter.contact} {clinic.phone} %s"}, "Name: {letter.contact} {clinic.phone} %s"),
        ({"contact": "rosa@example.org"}, "Phone or email: rosa@example.org"),
        ({"name": "Zo\ud800e"}, "Name: Zo e"),
    ],
)
def test_a_line_says_what_the_patient_gave(changes: dict[str, str], line: str):
    assert line in body(row(**changes)).splitlines()


def test_its_headers_say_that_a_program_wrote_it_and_nothing_about_the_patient():
    read = written()
    assert set(read.keys()) == HEADERS
    assert read["Subject"] == "Request for a call, number 7"
    assert (read["From"], read["To"]) == ("bot@clinic.org", "callbacks@example.org")
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["Date"].datetime == LATER.replace(microsecond=0)
    assert read["Message-ID"] == f"<callback-7.{MICROS}@example.org>"


def test_the_message_id_is_the_same_at_every_try_and_another_for_every_request():
    again = letter(row(mail_tries=9, mail_due=LATER, note="x"), CATALOG, ZONE, "", LATER + timedelta(days=1))
    assert again["Message-ID"] == written()["Message-ID"]
    others = {written(row(id=8))["Message-ID"], written(row(at=NOW + timedelta(microseconds=1)))["Message-ID"]}
    assert len(others | {written()["Message-ID"]}) == 3


def test_without_a_sender_the_clinic_writes_to_itself():
    assert written(sender="")["From"] == "callbacks@example.org"


@pytest.mark.parametrize(
    ("contact", "reply_to"),
    [
        ("rosa@example.org", "rosa@example.org"),
        ("+16025550142", None),
        ("josé@example.org", None),
        ("rosa@example.org\nBcc: all@example.org", None),
        ("Rosa <rosa@example.org>", None),
        ("a@example.org, b@example.org", None),
    ],
)
def test_an_answer_goes_to_the_patient_only_where_the_contact_is_one_plain_address(contact: str, reply_to: str | None):
    assert written(row(contact=contact))["Reply-To"] == reply_to


def test_it_is_written_in_the_clinics_language():
    library = altered(bilingual(), catalogs=dict(bilingual().catalogs))
    assert clinics_catalog(library).lang == "en"
    facts = {**CATALOG.facts, "clinic.language": "es"}
    catalogs = {lang: replace(catalog, facts=facts) for lang, catalog in bilingual().catalogs.items()}
    spanish = clinics_catalog(altered(bilingual(), catalogs=catalogs))
    assert spanish.lang == "es"
    assert letter(ROW, spanish, ZONE, "", NOW)["Subject"].startswith("ES Request")


def test_a_moment_is_told_as_the_clinics_clock_shows_it():
    assert asked_on(NOW, ZONE) == "2026-03-02 05:00 MST"


# What nobody can forge


anything = st.text(st.characters(), max_size=60)
rows = st.builds(
    CallbackRow,
    id=st.integers(1, 10**9),
    at=st.just(NOW),
    name=anything,
    contact=anything | st.just("rosa@example.org"),
    time=st.sampled_from(["", "morning", "afternoon", "any_time"]) | anything,
    lang=st.sampled_from(["en", "es"]) | anything,
    notice_version=anything,
    notice_at=st.just(NOW),
    answers=st.just("") | anything,
    mail_due=st.just(NOW),
    done_at=st.none() | st.just(NOW),
    mail_tries=st.integers(0, 9),
    note=anything,
)


@given(rows, rows)
def test_it_holds_nothing_but_the_fields_that_may_leave(one: CallbackRow, other: CallbackRow):
    """Two requests that differ in everything else make the same letter, byte for byte (SP17)."""
    allowed = ("id", "at", "name", "contact", "time", "lang", "answers")
    twin = replace(other, **{field: getattr(one, field) for field in allowed})
    letters = [letter(each, CATALOG, ZONE, "", LATER).as_bytes(policy=SMTP) for each in (one, twin)]
    assert letters[0] == letters[1]


@given(rows)
def test_no_patient_can_add_a_line_or_a_header(one: CallbackRow):
    read = written(one)
    assert set(read.keys()) - {"Reply-To"} == HEADERS
    assert read.defects == []
    assert read["Reply-To"] in (None, "rosa@example.org")
    plain = replace(ROW, time=one.time and "morning", answers="x" if one_line(one.answers) else "")
    extra = len(one.answers.splitlines()) - 1 if one_line(one.answers) else 0
    lines = len(body(one).splitlines()) - max(extra, 0)
    assert lines <= len(body(plain).splitlines())


@given(anything)
def test_one_line_is_one_line_that_can_be_sent(text: str):
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line.encode("utf-8").decode("utf-8") == line
    assert not set(line) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_subject_with_an_odd_clinics_name_stays_one_line():
    odd = replace(CATALOG, texts={**CATALOG.texts, "letter.subject": template("Call\r\nBcc: {clinic.name}")})
    assert letter(ROW, odd, ZONE, "", NOW)["Subject"] == "Call Bcc: Sonoran Pain & Spine"


# From the chat to the letter


async def asked_in_the_chat(ticked: bool) -> CallbackRow:
    """A check with a sign, the form, and what the store keeps of it."""
    talk = Talk().check(heat_kind=("moist",), signs=("stiffness", "each_time")).press("call_me", "agree")
    talk.say("Rosa Díaz").give_contact("+16025550142").press("morning")
    (talk.tick("include_answers") if ticked else talk).press("send")
    store = MemoryStore()
    await store.take([ENTRY], lambda entry, session: Written(effects=talk.turn.effects))
    [asked] = await store.callbacks()
    return asked


async def test_a_form_filled_in_the_chat_becomes_a_letter_without_a_word_about_health():
    asked = await asked_in_the_chat(ticked=False)
    assert body(asked) == body(row(id=asked.id, lang="en"))


async def test_with_the_tick_the_letter_has_the_patients_summary():
    summary = body(await asked_in_the_chat(ticked=True))
    assert "Heat: moist heat" in summary
    assert f"Signs: {CATALOG.text('answers.signs.stiffness')}" in summary
