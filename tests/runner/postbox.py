"""A real mail server (aiosmtpd) in the loop of the test: on any free port, with whatever it is told to refuse."""

import asyncio
import email
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "bot@clinic.org", "s3cret/pass"


class Postbox:
    """Keeps the letters that it takes. `refuse` maps a command of SMTP to the reply that is given instead."""

    def __init__(self, tls: ssl.SSLContext | None = None, from_the_start: bool = False, **options: Any) -> None:
        self.letters: list[EmailMessage] = []
        self.envelopes: list[Envelope] = []
        self.refuse: dict[str, str] = {}
        self.encrypted: list[bool] = []
        self.logins: list[tuple[bytes, bytes]] = []
        self.before_data: Callable[[], object] = lambda: None
        self.hang: asyncio.Event | None = None
        """While it is not set, no letter is answered."""
        self.seen = 0
        """How many letters were offered."""
        self.port = 0
        self._tls = tls
        self._from_the_start = from_the_start
        self._options = options
        self._server: asyncio.Server | None = None

    async def up(self) -> "Postbox":
        """Listen; after the first time on the same port again."""
        loop = asyncio.get_running_loop()
        context = self._tls if self._from_the_start else None
        self._server = await loop.create_server(self._protocol, "127.0.0.1", self.port, ssl=context)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def down(self) -> None:
        """Listen no more."""
        if self._server:
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    @property
    def ids(self) -> list[str]:
        return [letter["Message-ID"] for letter in self.letters]

    def _protocol(self) -> SMTP:
        start_tls = None if self._from_the_start else self._tls
        return SMTP(self, hostname="mail.test", tls_context=start_tls, authenticator=self._login, **self._options)

    def _login(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.logins.append((given.login, given.password))
        right = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    # Called by aiosmtpd

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.refuse.get("MAIL", "250 OK")

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.refuse.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.before_data()
        self.seen += 1
        if self.hang:
            await self.hang.wait()
        if "DATA" in self.refuse:
            return self.refuse["DATA"]
        letter = email.message_from_bytes(envelope.original_content or b"", policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.envelopes.append(envelope)
        self.encrypted.append(session.ssl is not None or self._from_the_start)
        return "250 OK"
