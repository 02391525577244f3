"""What a person sets to put the bot on Telegram: the token, and the webhook where one is wanted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

API_URL = "https://api.telegram.org"
LOOPBACK = ("localhost", "127.0.0.1", "::1")

_TOKEN = re.compile(r"[A-Za-z0-9:_-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""As the Bot API wants it (setWebhook, secret_token)."""

HOW_TO_GET_A_TOKEN = (
    "To put the bot on Telegram, it needs a token. In Telegram, open a chat with @BotFather, send /newbot, and follow "
    "its two questions. Then set HEATWISE_TELEGRAM_TOKEN to the token it gives you (or write the token to a file and "
    "name that file in HEATWISE_TELEGRAM_TOKEN_FILE), and start again."
)


@dataclass(frozen=True)
class Webhook:
    """Where Telegram delivers: the public address, its path here, and the secret that comes along."""

    url: str
    path: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class TelegramSetup:
    """How to reach Telegram. Without a webhook the bot fetches its messages."""

    token: str = field(repr=False)
    api_url: str = API_URL
    webhook: Webhook | None = None


def read_setup(given: Mapping[str, str | None]) -> TelegramSetup | None:
    """The set-up from the settings as given; None without a token.

    Raises ValueError with a sentence that names the setting and what to do, and shows no secret.
    """
    token = (given.get("HEATWISE_TELEGRAM_TOKEN") or "").strip()
    if not token:
        return None
    if not _TOKEN.fullmatch(token):
        raise ValueError(
            f"HEATWISE_TELEGRAM_TOKEN holds {len(token)} characters that are no token: it is one word, such as "
            "123456:ABC-DEF. Copy it whole from the message of @BotFather."
        )
    root = given.get("HEATWISE_TELEGRAM_API_URL") or API_URL
    _address(root, "HEATWISE_TELEGRAM_API_URL", "https://api.telegram.org")
    return TelegramSetup(token, root.rstrip("/"), _webhook(given))


def _webhook(given: Mapping[str, str | None]) -> Webhook | None:
    name = "HEATWISE_TELEGRAM_WEBHOOK_URL"
    url, secret = given.get(name), given.get("HEATWISE_TELEGRAM_WEBHOOK_SECRET")
    if not url:
        return None
    parts = _address(url, name, "https://bot.example.org/telegram")
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ValueError(f"{name} begins with http://, and Telegram delivers only to https:// addresses.")
    if not secret or not _SECRET.fullmatch(secret):
        found = f"holds {len(secret)} characters that do not fit" if secret else "is not set"
        raise ValueError(
            f"HEATWISE_TELEGRAM_WEBHOOK_SECRET {found}: without it anybody could pose as Telegram. It takes 1 to 256 "
            'letters, digits, _ and -. Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(32))"'
        )
    return Webhook(url, parts.path or "/", secret)


def _address(value: str, name: str, example: str) -> SplitResult:
    """The parts of a web address. One that holds a user, a query or a fragment is refused, and none is shown."""
    try:
        parts = urlsplit(value)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise ValueError(f"{name} is no web address. Write it like this: {example}") from None
    if not fits or parts.username or parts.query or parts.fragment:
        raise ValueError(f"{name} is no web address that can be used. Write it like this: {example}")
    return parts
