"""Real keys into a menu that nobody sees: each of them does what the view says, and the rest do no harm."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
from msgspec.structs import replace
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.channels.shown import Menu, Pressed, pack
from bot.store.base import StoreError
from bot.terminal.keyboard import Keyboard
from bot.terminal.signs import FINE
from bot.terminal.view import Act
from tests.terminal.menus import CAPTIONS, FORM, LIST, QUESTION

UP, DOWN, ESCAPE, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\x1b", "\x03", "\x04"
TAB, BACK_TAB, END, HOME, PAGE_DOWN = "\t", "\x1b[Z", "\x1b[F", "\x1b[H", "\x1b[6~"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


class Clinic:
    """What takes the ticks: it answers each with the list as it is now."""

    def __init__(self, keyboard: Keyboard) -> None:
        self.keyboard = keyboard
        self.taken: list[bytes] = []

    async def take(self, raw: bytes) -> None:
        await asyncio.sleep(0.01)
        self.taken.append(raw)
        rows = tuple(
            replace(row, button=replace(row.button, ticked=raw.count(f'"{row.button.id}"'.encode()) == 1))
            for row in self.keyboard.view.menu.rows
        )
        self.keyboard.renew(replace(self.keyboard.view.menu, rows=rows, redraw=True))


def opened(keys: PipeInput, menu: Menu) -> Keyboard:
    keyboard = Keyboard(keys, DummyOutput(), FINE, CAPTIONS)
    keyboard.renew(menu)
    return keyboard


async def ask(keys: PipeInput, menu: Menu, typed: str) -> Act | None:
    keyboard = opened(keys, menu)
    keys.send_text(typed)
    return await asyncio.wait_for(keyboard.ask(Clinic(keyboard).take), 5)


async def until(holds: Callable[[], bool]) -> None:
    """Wait for it: keys take a moment."""
    for _ in range(250):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("waited in vain")


@asynccontextmanager
async def asked(keys: PipeInput, menu: Menu, typed: str) -> AsyncGenerator[Keyboard]:
    """A menu in which these keys were pressed and which is still open."""
    keyboard = opened(keys, menu)
    asking = asyncio.create_task(keyboard.ask(Clinic(keyboard).take))
    keys.send_text(typed)
    await asyncio.sleep(0.5)
    assert not asking.done()
    yield keyboard
    keys.send_text(CTRL_C)
    await asyncio.wait_for(asking, 5)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        (f"{DOWN}\r", "none"),
        (f"{DOWN}{DOWN}\r", "some"),
        (f"{DOWN}{DOWN}{UP}\r", "none"),
        (f"{TAB}{TAB}{TAB}{BACK_TAB}\r", "some"),
        (f"{END}\r", "unsure"),
        (f"{END}{HOME}\r", "none"),
        (f"{PAGE_DOWN}\r", "unsure"),
        (f"\r{DOWN}\r", "none"),
        (f" {DOWN} \r", "none"),
        (f"x\x7f{DOWN}\r", "none"),
    ],
)
async def test_keys_choose_a_row(keys: PipeInput, typed: str, chosen: str) -> None:
    act = await ask(keys, QUESTION, typed)
    assert act is not None
    assert act.raw == pack(Pressed(3, chosen))


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("2\r", "2"),
        ("not sure\r", "not sure"),
        (f"{DOWN}2\r", "2"),
        (f"2{DOWN}{UP}\r", "2"),
        (" not  sure\r", "not  sure"),
        ("/back\r", "/back"),
        ("niña 你好 👩‍👩‍👧\r", "niña 你好 👩‍👩‍👧"),
        (f"{PASTE}1{PASTED}\r", "1"),
        (f"{PASTE}no fever\r\nmy chest hurts{PASTED}\r", "no fever\nmy chest hurts"),
        (f"{PASTE}a\tb{PASTED}\r", "a\tb"),
    ],
)
async def test_words_are_sent_when_enter_is_pressed(keys: PipeInput, typed: str, sent: str) -> None:
    act = await ask(keys, QUESTION, typed)
    assert act is not None
    assert act.raw.decode() == sent


@pytest.mark.parametrize("typed", ["\r", "\r\r\r", " ", f"{PASTE}1\n1\n1\n{PASTED}", ESCAPE, "hello", "\x12", "\x1bx"])
async def test_nothing_is_answered_by_chance(keys: PipeInput, typed: str) -> None:
    async with asked(keys, QUESTION, typed):
        pass


async def test_escape_takes_back_what_was_typed(keys: PipeInput) -> None:
    async with asked(keys, QUESTION, f"help{ESCAPE}") as keyboard:
        await until(lambda: keyboard.view.typed == "")


async def test_space_ticks_at_once_and_the_list_stays(keys: PipeInput) -> None:
    async with asked(keys, LIST, f"{DOWN} {DOWN}{DOWN} ") as keyboard:
        await until(lambda: keyboard.view.lit == 2)
        await until(lambda: [row.button.id for row in keyboard.view.menu.rows if row.button.ticked] == ["marks"])


async def test_ticks_are_taken_in_order_before_the_answer_that_follows_them(keys: PipeInput) -> None:
    keyboard = opened(keys, LIST)
    clinic = Clinic(keyboard)
    keys.send_text(f"{DOWN} {DOWN} {END}\r")
    act = await asyncio.wait_for(keyboard.ask(clinic.take), 5)
    assert act == Act(pack(Pressed(4, "done")), ("Done",))
    assert clinic.taken == [pack(Pressed(4, "fever", tick=True)), pack(Pressed(4, "fall", tick=True))]


@pytest.mark.parametrize("typed", [CTRL_C, CTRL_D, f"words{CTRL_C}", f"{DOWN}{CTRL_C}"])
async def test_control_c_closes_the_chat(keys: PipeInput, typed: str) -> None:
    assert await ask(keys, QUESTION, typed) is None


async def test_control_d_closes_no_chat_while_words_are_typed(keys: PipeInput) -> None:
    async with asked(keys, QUESTION, f"help{CTRL_D}") as keyboard:
        await until(lambda: keyboard.view.typed == "help")


async def test_a_terminal_that_is_gone_closes_the_chat(keys: PipeInput) -> None:
    keyboard = opened(keys, QUESTION)
    asking = asyncio.create_task(keyboard.ask(Clinic(keyboard).take))
    await asyncio.sleep(0.1)
    keys.close()
    assert await asyncio.wait_for(asking, 5) is None


async def test_keys_typed_ahead_answer_the_next_question(keys: PipeInput) -> None:
    keyboard = opened(keys, QUESTION)
    keys.send_text(f"1\r{DOWN}{DOWN}\r")
    acts = [await asyncio.wait_for(keyboard.ask(Clinic(keyboard).take), 5) for _ in range(2)]
    assert [act.raw for act in acts if act] == [b"1", pack(Pressed(3, "some"))]


async def test_keys_typed_ahead_can_be_forgotten(keys: PipeInput) -> None:
    keyboard = opened(keys, QUESTION)
    keys.send_text("1\r2\r")
    await asyncio.wait_for(keyboard.ask(Clinic(keyboard).take), 5)
    keys.send_text("3\r")
    keyboard.forget_keys()
    keys.send_text("unsure\r")
    act = await asyncio.wait_for(keyboard.ask(Clinic(keyboard).take), 5)
    assert act is not None
    assert act.raw == b"unsure"


async def test_a_store_that_fails_at_a_tick_ends_the_menu_with_its_error(keys: PipeInput) -> None:
    async def broken(raw: bytes) -> None:
        raise StoreError(f"no {raw[:0].decode()}disk")

    keyboard = opened(keys, LIST)
    keys.send_text(f"{DOWN} ")
    with pytest.raises(StoreError, match="no disk"):
        await asyncio.wait_for(keyboard.ask(broken), 5)


async def test_a_text_without_end_is_taken_whole(keys: PipeInput) -> None:
    text = "my back hurts " * 4000
    act = await ask(keys, FORM, f"{PASTE}{text}{PASTED}\r")
    assert act is not None
    assert act.raw.decode() == text
