"""Where the clinic's mail server is and how to talk to it, read from one URL."""

from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from bot.understanding.mailbox import mailbox

EXAMPLE = "smtp://user:password@mail.clinic.org:587?from=bot@clinic.org"
HOW = (
    f"Write it like {EXAMPLE}, or with smtps:// where the server speaks TLS from the start (port 465). In the user's "
    "name and the password write @ as %40, / as %2F, : as %3A, # as %23, ? as %3F and % as %25."
)
PORTS = {"smtp": 587, "smtps": 465}


class Tls(StrEnum):
    """When the connection is encrypted."""

    FROM_THE_START = "from the start"
    REQUIRED = "by STARTTLS, or nothing is sent"
    IF_OFFERED = "by STARTTLS, where the server offers it"


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server; `user` is empty where it asks for none. The password is out of `repr`."""

    host: str
    port: int
    tls: Tls
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    """The address that letters come from; empty: the clinic writes to itself."""

    @property
    def here(self) -> bool:
        """Whether it runs on this machine, so that nobody can listen on the way."""
        return is_here(self.host)


class SmtpUrlError(ValueError):
    """The URL cannot be used; the message shows nothing of it, because a password may stand anywhere in it."""


def read_smtp(url: str) -> Smtp:
    """The mail server that a URL names. Raises SmtpUrlError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise SmtpUrlError("its server or port cannot be read") from None
    wrong = _wrong(parts, port)
    if wrong:
        raise SmtpUrlError(wrong)
    host, user = parts.hostname or "", unquote(parts.username or "")
    return Smtp(
        host=host,
        port=port or PORTS[parts.scheme],
        tls=_tls(parts.scheme, host, user),
        user=user,
        password=unquote(parts.password or ""),
        sender=_sender(parts.query) or mailbox(user) or "",
    )


def _wrong(parts: SplitResult, port: int | None) -> str | None:
    """The first of the things that can be wrong with it, as the end of a sentence."""
    table = (
        (parts.scheme not in PORTS, "it does not begin with smtp:// or smtps://"),
        (not parts.hostname, "it names no server"),
        (port == 0, "its port is 0"),
        (bool(parts.username) != bool(parts.password), "a user's name and a password belong together"),
        (parts.path not in ("", "/") or parts.fragment, "something stands behind the server that cannot be used"),
    )
    return next((words for wrong, words in table if wrong), None)


def _tls(scheme: str, host: str, user: str) -> Tls:
    """A password never travels in the open, but to a program on the same machine."""
    if scheme == "smtps":
        return Tls.FROM_THE_START
    return Tls.REQUIRED if user and not is_here(host) else Tls.IF_OFFERED


def _sender(query: str) -> str:
    given = dict(parse_qsl(query.replace("+", "%2B"), keep_blank_values=True))
    address = mailbox(given["from"]) if "from" in given else ""
    if given.keys() - {"from"} or address is None:
        raise SmtpUrlError("behind the ? stands something else than from= and an e-mail address")
    return address


def is_here(host: str) -> bool:
    """Whether the name or number stands for this machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
