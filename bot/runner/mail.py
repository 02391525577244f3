"""One letter to the clinic's mail server over SMTP, and what its refusals mean, in words without addresses."""

import ssl
from contextlib import suppress
from email.message import EmailMessage

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

from bot.runner.smtp import Smtp, Tls

SECONDS, SECONDS_TO_PART = 20.0, 2.0
"""How long the server may take for each answer, and for its good-bye."""

START_TLS = {Tls.FROM_THE_START: False, Tls.REQUIRED: True, Tls.IF_OFFERED: None}
"""As aiosmtplib understands it; None upgrades where the server offers it, and fails if that fails."""


class NotTaken(Exception):
    """The mail server did not take a letter; the message says why, and names nobody."""

    def __init__(self, why: str, *, for_good: bool = False, only_this: bool = False) -> None:
        super().__init__(why)
        self.for_good = for_good
        """The server says that trying again soon is of no use."""
        self.only_this = only_this
        """It is about this letter; else every other one would be refused now, too."""


class Mail:
    """The way to one mail server; each letter has a connection of its own."""

    def __init__(self, smtp: Smtp, context: ssl.SSLContext | None = None) -> None:
        self.sender = smtp.sender
        self._smtp = smtp
        self._context = context or _context(smtp)

    async def send(self, message: EmailMessage) -> None:
        """Hand a letter over. Raises NotTaken; then the server may have it all the same, if the connection was lost."""
        server = self._server(str(message["To"]))
        try:
            await server.connect()
            await server.send_message(message)
            with suppress(SMTPException, OSError):  # it has the letter: whatever comes now is only good manners
                await server.quit(timeout=SECONDS_TO_PART)
        except (SMTPException, OSError) as error:
            raise not_taken(error) from error
        finally:
            server.close()

    def _server(self, clinic: str) -> SMTP:
        smtp = self._smtp
        return SMTP(
            hostname=smtp.host,
            port=smtp.port,
            username=smtp.user or None,
            password=smtp.password or None,
            use_tls=smtp.tls is Tls.FROM_THE_START,
            start_tls=START_TLS[smtp.tls],
            tls_context=self._context,
            timeout=SECONDS,
            local_hostname=(self.sender or clinic).rpartition("@")[2],  # else it is looked up, which can take long
        )


def _context(smtp: Smtp) -> ssl.SSLContext:
    """Certificates are checked, but for a server on this machine: those it has are mostly made by itself."""
    context = ssl.create_default_context()
    if smtp.here:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


_WORDS: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLCertVerificationError, "the mail server's certificate is not trusted"),
    (ssl.SSLError, "no encrypted connection to the mail server came about"),
    (TimeoutError, "the mail server did not answer in time"),
    (SMTPServerDisconnected, "the mail server broke the connection off"),
    (SMTPAuthenticationError, "the mail server refused the user's name or the password"),
    (SMTPSenderRefused, "the mail server refused the sender's address"),
    (SMTPRecipientsRefused, "the mail server refused the clinic's address"),
    (SMTPDataError, "the mail server refused the letter"),
    (SMTPResponseException, "the mail server refused to talk"),
    (OSError, "the mail server could not be reached"),
    (SMTPException, "the mail server offers no STARTTLS, or no log-in that can be used"),
)
"""The first that fits counts."""


def not_taken(error: SMTPException | OSError) -> NotTaken:
    """What an error of the library means. Its own message is left out: it can quote addresses."""
    cause = error.__cause__ if isinstance(error.__cause__, ssl.SSLError) else error
    words = next(words for kind, words in _WORDS if isinstance(cause, kind))
    code = _code(error)
    return NotTaken(
        f"{words} ({code})" if code else words,
        for_good=code >= 500,
        only_this=isinstance(error, SMTPDataError),
    )


def _code(error: Exception) -> int:
    """The server's reply code; zero where it gave none."""
    if isinstance(error, SMTPRecipientsRefused):
        return max((one.code for one in error.recipients), default=0)
    return error.code if isinstance(error, SMTPResponseException) else 0
