"""A chat that was recorded reads like one, and passes at once: in every mode, and on every channel."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.channels.base import Channel
from bot.channels.console import Console
from bot.channels.shown import Pressed, Shown, pack
from bot.channels.terminal import Terminal
from bot.conversations.modes import Mode
from bot.conversations.phones import TerminalPhone
from bot.conversations.record import Recording, Saved, title_of
from bot.conversations.suite import play_file
from bot.conversations.telegram_phone import TelegramPhone
from tests.test_conversations.small import shipped


class Silent(Console):
    """A plain terminal that prints nothing."""

    async def send(self, address: str, payload: bytes) -> None:
        """Nobody reads it."""


async def unseen(shown: Shown) -> None:
    """A window that nobody looks at."""


def recorded(*typed: str | bytes, lang: str = "en", channel: Channel | None = None) -> str:
    """The script of a chat in which these lines were typed, or these rows pressed, after /start."""
    recording = Recording(shipped(), lang, channel or Silent())

    async def chat() -> None:
        for line in ("/start", *typed):
            await recording.take(line if isinstance(line, bytes) else line.encode())

    asyncio.run(chat())
    return recording.text("A chat")


def steps(*typed: str, lang: str = "en") -> list[str]:
    """The steps after the first page."""
    return recorded("1", *typed, lang=lang).splitlines()[7:]


EMERGENCY = ["1", "1", "yes, one or more", "/wait 3 hours", "hello", "/back", "/language", "4"]
SPANISH = ["acepto", "1", "Nada de esto", "1", "1", "seco", "1, 4", "5 14", "/ayuda", "/human", "gracias"]
LISTS = ["1", "1", "1", "1", "Dry", "swelling", "More stiff", "2 7", "/back", "6", "1", "1 2 16", "/stop"]
FORM = [
    *"11111",
    *["none of these"] * 4,
    "call me",
    "1",
    "",
    "Rosa Diaz",
    "abc",
    "602 555 0142",
    "Morning",
    "1",
    "Send",
]
WORDS = ["hello", "1", "I have chest pain", "2", "1", "no control of my bladder: since today\nand worse", "/help now"]
CHATS = {
    "emergency": ("en", EMERGENCY),
    "spanish": ("es", SPANISH),
    "lists": ("en", LISTS),
    "form": ("en", FORM),
    "words": ("en", WORDS),
    "days later": ("en", ["1", "1", "/wait 2 days", "hello", "/start", "1", "/emergency", "/delete"]),
}


@pytest.mark.parametrize("chat", CHATS)
def test_what_was_recorded_passes_everywhere(chat: str):
    lang, typed = CHATS[chat]
    path = Path(f"{chat}.yaml")
    path.write_text(recorded(*typed, lang=lang), "utf-8")
    failed = [
        str(result)
        for mode, phone in [*((mode, TerminalPhone) for mode in Mode), (Mode.PLAIN, TelegramPhone)]
        for result in play_file(path, shipped(), mode, phone)
        if not result.passed
    ]
    assert failed == []


def test_an_emergency_is_expected_by_every_text_its_number_its_buttons_and_the_lock():
    assert steps("not sure") == [
        "  - tap: Not sure",
        "  - bot:",
        "      state: red_flags.emergency",
        '      says: "{emergency.number}"',
        "      says_key: [red_flags.emergency, red_flags.emergency.unsure, red_flags.emergency.outside]",
        "      buttons: [on_the_way, cannot_call, show_again, mistake]",
        "  - expect: {tier: emergency, session: locked}",
    ]


def test_numbers_and_typed_labels_become_labels_and_typed_lists_one_step():
    told = recorded("1", "1", "1", "1", "dry", "1 3 7")
    assert "  - tap: Dry\n" in told
    assert "  - select: {lines: [Pain goes up, More stiff], done:" in told


def test_words_that_mean_no_button_stay_words():
    assert "  - user: perhaps\n  - bot: {state: welcome.start, says_key: command.unknown}" in recorded("perhaps")
    assert "  - user: /foo\n" in recorded("/foo")
    assert "  - command: help\n" in recorded("/help")


def test_time_passes_when_it_is_told_to():
    assert "  - wait: 3 hours\n" in recorded("1", "/wait 3 hours")


def test_the_list_that_was_offered_is_expected():
    told = recorded(*"11111", "none of these", *["none of these"] * 3)
    assert "  - expect: {options: [moist_heat, mind_body, cold, contrast, creams]}" in told


def test_rows_that_were_ticked_and_closed_become_one_step():
    rows = [press("agree"), press("none"), press("none"), press("none"), press("dry")]
    ticks = [press("stiffness", tick=True), press("swelling", tick=True), press("swelling", tick=True)]
    told = recorded(*numbered([*rows, *ticks, press("now_and_then")]), channel=Terminal(unseen))
    assert "  - select: {lines: [More stiff], done:" in told


def press(choice: str, tick: bool = False) -> Pressed:
    return Pressed(0, choice, tick)


def numbered(presses: Sequence[Pressed]) -> list[bytes]:
    """Each on the screen that it is made on: a tick stays on its screen."""
    screen, packed = 1, list[bytes]()
    for each in presses:
        packed.append(pack(Pressed(screen, each.choice, each.tick)))
        screen += not each.tick
    return packed


def test_save_ends_it():
    with pytest.raises(Saved):
        recorded("/save")


@pytest.mark.parametrize(("path", "title"), [("a/numb_skin.yaml", "Numb skin"), ("es-dolor.yaml", "Es dolor")])
def test_a_file_names_its_conversation(path: str, title: str):
    assert title_of(Path(path)) == title
