"""aiogram 3's finite-state machine in memory, with a session that answers at once and sends nothing."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.base import BaseSession
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery, Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bench.rivals.shared import TOKEN, Page, after, pages, states

_SENT = Message(message_id=1, date=datetime(2026, 3, 2, tzinfo=UTC), chat=Chat(id=1, type="private"))


class Nowhere(BaseSession):
    """Takes every call; what it would send is made ready and thrown away."""

    calls = 0

    async def close(self) -> None:
        """Nothing to close."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - its name
        """Encode the call as it would go over the wire."""
        Nowhere.calls += 1
        for value in method.model_dump(warnings=False).values():
            self.prepare_value(value, bot=bot, files={})
        return _SENT

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Never used."""
        yield b""


def dispatcher() -> Dispatcher:
    """The bot's routes: one handler a state."""
    router = Router()
    router.message.register(_start, CommandStart())
    for state in sorted(states()):
        router.callback_query.register(_pressed(state), State(state=state, group_name="check"))
    routes = Dispatcher(storage=MemoryStorage())
    routes.include_router(router)
    return routes


def bot() -> Bot:
    """A bot that sends nothing."""
    return Bot(TOKEN, session=Nowhere())


async def _start(message: Message, state: FSMContext) -> None:
    assert message.from_user
    lang = message.from_user.language_code or "en"
    await state.set_data({"lang": lang})
    await _say(message, state, pages(lang)["", "/start"])


def _pressed(place: str) -> Any:
    async def pressed(query: CallbackQuery, state: FSMContext) -> None:
        data = await state.get_data()
        page = after(data, data["lang"], place, (query.data or "").partition(":")[2])
        await state.set_data(data)
        assert isinstance(query.message, Message)
        await _say(query.message, state, page)

    return pressed


async def _say(message: Message, state: FSMContext, page: Page) -> None:
    rows = [[InlineKeyboardButton(text=label, callback_data=f"p1:{id}")] for label, id in page.buttons]
    keyboard = InlineKeyboardMarkup(inline_keyboard=rows)
    if page.ticks:
        await message.edit_reply_markup(reply_markup=keyboard)
    for text in page.texts:
        await message.answer(text, parse_mode="HTML", reply_markup=keyboard if text is page.texts[-1] else None)
    await state.set_state(State(state=page.place, group_name="check"))
