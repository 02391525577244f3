"""Letters to the clinic are sent, tried again, and never lost: against a real mail server that goes down and up."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.runner import postman
from bot.runner.letters import letter
from bot.runner.mail import Mail
from bot.runner.postman import wait_after
from bot.store.base import CallbackRow
from tests.engine.talk import altered, shipped
from tests.runner.office import CANARIES, HOUR, MINUTE, Office
from tests.runner.rows import NOW

# What is due


async def test_each_letter_is_sent_once_the_oldest_first(office: Office):
    ids = await office.ask("Ana", "Ben", "Cem")
    await office.after(MINUTE)
    await office.after(HOUR)
    assert [subject(letter) for letter in office.box.letters] == [f"number {id}" for id in ids]
    assert [row.mailed_at for row in await office.store.callbacks()] == [NOW + MINUTE] * 3
    assert office.log.lines == [("letter_sent", {"request": id}) for id in ids]


def subject(letter: Any) -> str:
    return letter["Subject"].removeprefix("Request for a call, ")


async def test_a_request_that_is_done_needs_no_letter(office: Office):
    [id] = await office.ask()
    await office.store.mark_callback_done(id, NOW)
    await office.after(MINUTE)
    assert (office.box.letters, office.log.lines) == ([], [])


async def test_a_letter_is_written_with_the_texts_in_force_when_it_is_sent(office: Office):
    await office.ask()
    facts = {**office.library.catalogs["en"].facts, "clinic.email": "new@example.org"}
    office.library = altered(shipped(), catalogs={"en": replace(office.library.catalogs["en"], facts=facts)})
    await office.after(MINUTE)
    assert [letter["To"] for letter in office.box.letters] == ["new@example.org"]


# What fails


async def test_a_server_that_was_down_gets_every_letter_once_when_it_is_up(office: Office):
    await office.box.down()
    await office.ask("Ana", "Ben")
    await office.after(timedelta(0))
    assert await office.waiting() == [(1, MINUTE), (1, MINUTE)]
    await office.after(MINUTE)
    assert await office.waiting() == [(2, 2 * MINUTE), (2, 2 * MINUTE)]
    await office.box.up()
    await office.after(MINUTE)
    assert office.box.letters == []
    await office.after(MINUTE)
    await office.after(HOUR)
    assert [subject(letter) for letter in office.box.letters] == ["number 1", "number 2"]
    assert await office.waiting() == []
    assert office.log.events == ["letter_waits"] * 4 + ["letter_sent"] * 2


@pytest.mark.parametrize(
    ("failures", "for_good", "wait"),
    [(0, False, 1), (1, False, 2), (2, False, 4), (5, False, 32), (6, False, 60), (10**6, False, 60), (0, True, 60)],
)
def test_the_wait_doubles_up_to_an_hour_and_a_refusal_for_good_waits_an_hour(failures: int, for_good: bool, wait: int):
    assert wait_after(failures, for_good) == wait * MINUTE


@pytest.mark.parametrize(
    ("command", "reply", "wait"),
    [
        ("RCPT", "451 greylisted", MINUTE),
        ("RCPT", "550 canary@example.com is unknown", HOUR),
        ("DATA", "451 later", MINUTE),
        ("DATA", "550 Canary is refused", HOUR),
        ("MAIL", "553 no", HOUR),
    ],
)
async def test_a_letter_that_is_refused_waits_and_is_tried_again(
    office: Office, command: str, reply: str, wait: timedelta
):
    office.box.refuse[command] = reply
    await office.ask()
    await office.after(timedelta(0))
    assert await office.waiting() == [(1, wait)]
    office.box.refuse.clear()
    await office.after(wait - timedelta(microseconds=1))
    assert office.box.letters == []
    await office.after(timedelta(microseconds=1))
    assert len(office.box.letters) == 1


async def test_a_letter_that_alone_is_refused_keeps_no_other_back(office: Office):
    await office.ask("Ana", "Ben")
    office.box.refuse["DATA"] = "550 odd"
    office.box.before_data = lambda: office.box.refuse.pop("DATA", None) if office.box.seen else None
    await office.after(timedelta(0))
    assert [subject(letter) for letter in office.box.letters] == ["number 2"]
    assert await office.waiting() == [(1, HOUR)]


async def test_what_keeps_all_letters_back_is_found_out_only_once(office: Office, monkeypatch: pytest.MonkeyPatch):
    tried: list[int] = []
    send = Mail.send

    async def counted(mail: Mail, message: Any) -> None:
        tried.append(1)
        await send(mail, message)

    monkeypatch.setattr(Mail, "send", counted)
    office.box.refuse["RCPT"] = "450 not now"
    await office.ask("Ana", "Ben", "Cem")
    await office.after(timedelta(0))
    assert (len(tried), await office.waiting()) == (1, [(1, MINUTE)] * 3)


async def test_a_fault_of_ours_in_one_letter_keeps_no_other_back(office: Office, monkeypatch: pytest.MonkeyPatch):
    def faulty(row: CallbackRow, *rest: Any) -> Any:
        if row.name == "Ana":
            raise KeyError("Ana")
        return letter(row, *rest)

    monkeypatch.setattr(postman, "letter", faulty)
    await office.ask("Ana", "Ben")
    await office.after(timedelta(0))
    assert [subject(letter) for letter in office.box.letters] == ["number 2"]
    assert office.log.lines[0] == ("letter_waits", {"request": 1, "why": "KeyError", "tries": 1})


async def test_no_log_line_names_anybody(office: Office):
    await office.ask()
    for command, reply in [("RCPT", "550 Canary"), ("MAIL", "451 canary@example.com"), ("DATA", "550 canaryanswer")]:
        office.box.refuse = {command: reply}
        await office.after(HOUR)
    office.box.refuse = {}
    await office.after(HOUR)
    assert office.log.events == ["letter_waits"] * 3 + ["letter_sent"]
    assert not [canary for canary in (*CANARIES, "@") if canary in str(office.log.lines)]
