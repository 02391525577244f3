"""Telegram as it is reached: the channel over a client, and the two ways in which updates arrive."""

from collections.abc import Collection
from typing import Any, Self, cast

import msgspec

from bot.channels.base import Fetched
from bot.channels.errors import Unreached
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.client import Client
from bot.channels.telegram.setup import TelegramSetup, Webhook
from bot.channels.telegram.updates import WANTED

POLL_SECONDS = 25
"""How long one fetch waits for a message."""

CONNECTIONS = 20
"""Deliveries at the same time that Telegram may make to a webhook."""


class LiveTelegram(Telegram):
    """The channel with its connections; all its calls raise one of `bot.channels.errors`."""

    def __init__(self, setup: TelegramSetup, languages: Collection[str] = ()) -> None:
        self._client = Client(setup.token, setup.api_url)
        super().__init__(self._client.call, languages)

    async def __aenter__(self) -> Self:
        await self._client.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def who(self) -> str:
        """The bot's user name, such as @heatwise_bot; its name, where a server does not tell the other."""
        me = cast("dict[str, Any]", await self._client.call("getMe", {}))
        username = me.get("username")
        return f"@{username}" if username else str(me.get("first_name", "a bot without a name"))

    async def reach(self) -> None:
        """Find out whether Telegram can be reached."""
        await self._client.call("getMe", {})

    async def fetch(self, mark: int) -> Fetched:
        """Confirm all updates before `mark` and wait for what comes."""
        fields = {"offset": mark, "timeout": POLL_SECONDS, "allowed_updates": list(WANTED)}
        found = await self._client.call("getUpdates", fields)
        updates = cast("list[Any]", found) if isinstance(found, list) else []
        ids = [id for update in updates if isinstance(id := _id(update), int)]
        if updates and not ids:
            raise Unreached("updates without ids")  # they could not be confirmed: rest, and fetch again
        return Fetched(tuple(msgspec.json.encode(update) for update in updates), max(ids, default=mark - 1) + 1)

    async def enter_webhook(self, hook: Webhook) -> None:
        """Have updates delivered; those that wait come too."""
        fields = {"url": hook.url, "secret_token": hook.secret, "allowed_updates": list(WANTED)}
        await self._client.call("setWebhook", {**fields, "max_connections": CONNECTIONS})

    async def leave_webhook(self) -> None:
        """Have updates kept until they are fetched."""
        await self._client.call("deleteWebhook", {})


def _id(update: Any) -> object:
    return cast("dict[str, Any]", update).get("update_id") if isinstance(update, dict) else None
