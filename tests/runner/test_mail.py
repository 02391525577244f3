"""One letter over real SMTP: plain, encrypted, with a password; and what each refusal means."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import trustme

from bot.runner import mail
from bot.runner.letters import letter
from bot.runner.mail import Mail, NotTaken
from bot.runner.smtp import Smtp, Tls
from tests.engine.talk import shipped
from tests.runner.postbox import PASSWORD, USER, Postbox
from tests.runner.rows import LATER, ROW, ZONE

MESSAGE = letter(ROW, shipped().catalogs["en"], ZONE, "bot@clinic.org", LATER)
Open = Callable[..., Awaitable[Postbox]]

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def own_tls(authority: trustme.CA) -> ssl.SSLContext:
    """The server's side, with a certificate that only the authority of the test knows."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    """The client's side, that knows the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
async def opened() -> AsyncIterator[Open]:
    boxes: list[Postbox] = []

    async def up(**options: Any) -> Postbox:
        boxes.append(Postbox(**options))
        return await boxes[-1].up()

    yield up
    for box in boxes:
        await box.down()


def smtp(box: Postbox, tls: Tls = Tls.IF_OFFERED, user: str = "", password: str = "") -> Smtp:
    return Smtp("127.0.0.1", box.port, tls, user, password, "bot@clinic.org")


async def refusal(sending: Mail) -> NotTaken:
    with pytest.raises(NotTaken) as caught:
        await sending.send(MESSAGE)
    return caught.value


# Ways to send


async def test_a_letter_arrives_as_it_was_written(opened: Open):
    box = await opened()
    await Mail(smtp(box)).send(MESSAGE)
    [arrived] = box.letters
    assert arrived.get_content().replace("\r\n", "\n") == MESSAGE.get_content()
    assert dict(arrived.items()) == dict(MESSAGE.items())
    assert (box.envelopes[0].mail_from, box.envelopes[0].rcpt_tos) == ("bot@clinic.org", ["callbacks@example.org"])
    assert box.encrypted == [False]


async def test_where_starttls_is_offered_it_is_used(opened: Open, own_tls: ssl.SSLContext, trusting: ssl.SSLContext):
    box = await opened(tls=own_tls)
    await Mail(smtp(box), trusting).send(MESSAGE)
    assert box.encrypted == [True]


async def test_where_starttls_is_required_it_is_used(opened: Open, own_tls: ssl.SSLContext, trusting: ssl.SSLContext):
    box = await opened(tls=own_tls, require_starttls=True)
    await Mail(smtp(box, Tls.REQUIRED), trusting).send(MESSAGE)
    assert box.encrypted == [True]


async def test_the_connection_can_be_encrypted_from_the_start(
    opened: Open, own_tls: ssl.SSLContext, trusting: ssl.SSLContext
):
    box = await opened(tls=own_tls, from_the_start=True)
    await Mail(smtp(box, Tls.FROM_THE_START), trusting).send(MESSAGE)
    assert box.encrypted == [True]


async def test_the_user_logs_in(opened: Open, own_tls: ssl.SSLContext, trusting: ssl.SSLContext):
    box = await opened(tls=own_tls, auth_required=True)
    await Mail(smtp(box, Tls.REQUIRED, USER, PASSWORD), trusting).send(MESSAGE)
    assert (len(box.letters), box.encrypted) == (1, [True])


async def test_a_program_on_this_machine_gets_the_password_without_encryption(opened: Open):
    box = await opened(auth_required=True, auth_require_tls=False)
    await Mail(smtp(box, Tls.IF_OFFERED, USER, PASSWORD)).send(MESSAGE)
    assert (len(box.letters), box.encrypted) == (1, [False])


async def test_the_certificate_of_a_program_on_this_machine_is_not_asked_for(opened: Open, own_tls: ssl.SSLContext):
    box = await opened(tls=own_tls)
    await Mail(smtp(box)).send(MESSAGE)
    assert box.encrypted == [True]


@pytest.mark.parametrize(("host", "mode"), [("mail.clinic.org", ssl.CERT_REQUIRED), ("localhost", ssl.CERT_NONE)])
def test_the_certificate_of_any_other_server_is_checked(
    host: str, mode: ssl.VerifyMode, monkeypatch: pytest.MonkeyPatch
):
    kept: list[ssl.SSLContext] = []
    monkeypatch.setattr(mail, "SMTP", lambda **given: kept.append(given["tls_context"]))
    Mail(Smtp(host, 25, Tls.IF_OFFERED))._server("a@clinic.org")  # pyright: ignore[reportPrivateUsage]
    assert [(context.verify_mode, context.check_hostname) for context in kept] == [(mode, mode == ssl.CERT_REQUIRED)]


# Refusals


@pytest.mark.parametrize("start", [Tls.IF_OFFERED, Tls.REQUIRED, Tls.FROM_THE_START])
async def test_a_certificate_that_nobody_vouches_for_is_refused(opened: Open, own_tls: ssl.SSLContext, start: Tls):
    box = await opened(tls=own_tls, from_the_start=start is Tls.FROM_THE_START)
    why = await refusal(Mail(smtp(box, start), ssl.create_default_context()))
    assert str(why) == "the mail server's certificate is not trusted"
    assert (box.letters, why.for_good, why.only_this) == ([], False, False)


async def test_a_password_is_not_sent_where_no_encryption_is_offered(opened: Open):
    box = await opened(auth_require_tls=False)
    why = await refusal(Mail(smtp(box, Tls.REQUIRED, USER, PASSWORD)))
    assert str(why) == "the mail server offers no STARTTLS, or no log-in that can be used"
    assert (box.logins, box.letters) == ([], [])


async def test_a_wrong_password_is_told_without_showing_it(opened: Open):
    box = await opened(auth_required=True, auth_require_tls=False)
    why = await refusal(Mail(smtp(box, Tls.IF_OFFERED, USER, "wr0ng")))
    assert str(why) == "the mail server refused the user's name or the password (535)"
    assert (why.for_good, why.only_this) == (True, False)


@pytest.mark.parametrize(
    ("command", "reply", "words", "for_good", "only_this"),
    [
        ("MAIL", "550 callbacks@example.org no", "the mail server refused the sender's address (550)", True, False),
        ("MAIL", "451 later", "the mail server refused the sender's address (451)", False, False),
        ("RCPT", "550 callbacks@example.org?", "the mail server refused the clinic's address (550)", True, False),
        ("RCPT", "451 greylisted", "the mail server refused the clinic's address (451)", False, False),
        ("DATA", "554 Rosa is no spam", "the mail server refused the letter (554)", True, True),
        ("DATA", "451 later", "the mail server refused the letter (451)", False, True),
        ("DATA", "421 closing", "the mail server refused the letter (421)", False, True),
    ],
)  # fmt: skip
async def test_a_refusal_is_told_in_words_that_name_nobody(
    opened: Open, command: str, reply: str, words: str, for_good: bool, only_this: bool
):
    box = await opened()
    box.refuse[command] = reply
    why = await refusal(Mail(smtp(box)))
    assert (str(why), why.for_good, why.only_this) == (words, for_good, only_this)


async def test_a_server_that_is_down_is_told(opened: Open):
    box = await opened()
    await box.down()
    why = await refusal(Mail(smtp(box)))
    assert (str(why), why.for_good, why.only_this) == ("the mail server could not be reached", False, False)


async def test_a_server_that_breaks_off_is_told(opened: Open):
    box = await opened()
    box.refuse["DATA"] = "250 OK"

    def cut() -> None:
        raise ConnectionResetError

    box.before_data = cut
    why = await refusal(Mail(smtp(box)))
    assert (str(why), why.for_good) == ("the mail server broke the connection off", False)
    assert box.letters == []


async def test_a_server_that_says_nothing_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mail, "SECONDS", 0.05)

    def says_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_ones.append(writer)

    open_ones: list[asyncio.StreamWriter] = []
    async with await asyncio.start_server(says_nothing, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        why = await refusal(Mail(Smtp("127.0.0.1", port, Tls.IF_OFFERED)))
        for writer in open_ones:
            writer.close()
    assert (str(why), why.for_good, why.only_this) == ("the mail server did not answer in time", False, False)


async def test_what_is_no_mail_server_is_told(opened: Open, own_tls: ssl.SSLContext):
    box = await opened()
    why = await refusal(Mail(smtp(box, Tls.FROM_THE_START)))
    assert str(why) == "no encrypted connection to the mail server came about"
