"""python-telegram-bot's ConversationHandler in memory, with a request that answers at once and sends nothing."""

import json
from collections.abc import Callable, Coroutine
from typing import Any
from warnings import filterwarnings

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BasePersistence,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest, RequestData
from telegram.warnings import PTBUserWarning

from bench.conversation import CHECKS
from bench.rivals.shared import ME, TOKEN, Page, after, pages, states

_SENT = json.dumps(
    {
        "ok": True,
        "result": {"message_id": 1, "date": 1772452800, "chat": {"id": 1, "type": "private"}, "from": ME, "text": "…"},
    }
).encode()
_ME = json.dumps({"ok": True, "result": ME}).encode()


class Nowhere(BaseRequest):
    """Takes every call; what it would send is made ready and thrown away."""

    calls = 0

    @property
    def read_timeout(self) -> float:
        """Never used."""
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        """Encode the call as it would go over the wire."""
        if url.endswith("getMe"):
            return 200, _ME
        Nowhere.calls += 1
        if request_data:
            request_data.json_payload  # noqa: B018 - the encoding is the work that is measured
        return 200, _SENT


Told = Coroutine[Any, Any, str]


def application(
    persistence: "BasePersistence[Any, Any, Any] | None" = None, *, typed: bool = False
) -> "Application[Any, Any, Any, Any, Any, Any]":
    """The bot; call `initialize` before updates. `typed`: it also listens to words."""
    builder = ApplicationBuilder().token(TOKEN).request(Nowhere()).get_updates_request(Nowhere()).updater(None)
    if persistence:
        builder = builder.persistence(persistence)
    app = builder.build()
    filterwarnings("ignore", "If 'per_message=False'", PTBUserWarning)  # a clinic's bot tracks people, not messages
    words: list[Any] = [
        MessageHandler(filters.Text(labels) & ~filters.COMMAND, _typed(labels)) for labels in _labels() if typed
    ]
    other: list[Any] = [MessageHandler(filters.TEXT & ~filters.COMMAND, _not_understood)] if typed else []
    handler = ConversationHandler(
        entry_points=[CommandHandler("start", _start)],
        states={state: [CallbackQueryHandler(_pressed(state)), *words, *other] for state in states()},
        fallbacks=[CommandHandler("start", _start)],
        name="check",
        persistent=persistence is not None,
    )
    app.add_handler(handler)
    return app


def _labels() -> list[list[str]]:
    """The labels of each page's buttons: the words that such a bot knows."""
    return [[label for label, _ in page.buttons] for lang in CHECKS for page in pages(lang).values() if page.buttons]


def _typed(labels: list[str]) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Told]:
    async def typed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> str:
        assert context.user_data is not None
        context.user_data["typed"] = labels[0]
        return await _start(update, context)

    return typed


async def _not_understood(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The question again, as ours shows it."""
    assert context.user_data is not None
    await _say(update, pages(context.user_data["lang"])["", "/start"])


async def _start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> str:
    assert update.effective_user
    assert update.effective_message
    assert context.user_data is not None
    lang = context.user_data["lang"] = update.effective_user.language_code or "en"
    page = pages(lang)["", "/start"]
    return await _say(update, page)


def _pressed(place: str) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Told]:
    async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> str:
        assert update.callback_query
        assert context.user_data is not None
        choice = (update.callback_query.data or "").partition(":")[2]
        return await _say(update, after(context.user_data, context.user_data["lang"], place, choice))

    return pressed


async def _say(update: Update, page: Page) -> str:
    keyboard = InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"p1:{id}")] for label, id in page.buttons]
    )
    message = update.effective_message
    assert message is not None
    if page.ticks:
        assert update.callback_query
        await update.callback_query.edit_message_reply_markup(keyboard)
    for text in page.texts:
        await message.reply_text(text, parse_mode="HTML", reply_markup=keyboard if text is page.texts[-1] else None)
    return page.place
