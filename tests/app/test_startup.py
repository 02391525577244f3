"""The start says in plain words what is on, what is off, and how to turn it on."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.app.startup import Startup
from bot.authoring.project import load
from bot.channels.telegram.setup import TelegramSetup, Webhook
from bot.engine.library import Library
from bot.settings import find_project

LIBRARY = load(find_project()).library
assert LIBRARY is not None
DEMO = Startup(LIBRARY, Path("/data/heatwise.db"), TelegramSetup("1:secret"), "@heat_bot", "", "", False)
LIVE = replace(DEMO, library=Library(replace(LIBRARY.source, demo=False)))
HOOKED = replace(
    DEMO,
    telegram=TelegramSetup("1:secret", webhook=Webhook("https://bot.example.org/t", "/t", "hidden")),
    listening="127.0.0.1:8080",
)


def line(startup: Startup, part: str) -> str:
    return next(line for line in startup.lines() if line.split()[0] == part)


CASES = [
    (DEMO, "content", "NOT FOR PATIENTS"),
    (LIVE, "content", "live"),
    (DEMO, "languages", "en"),
    (DEMO, "Telegram", "on as @heat_bot; I fetch the messages"),
    (replace(DEMO, bot=""), "Telegram", "cannot be reached yet; I keep trying"),
    (HOOKED, "Telegram", "it delivers to https://bot.example.org/t, and I listen on 127.0.0.1:8080"),
    (DEMO, "e-mail", "HEATWISE_SMTP_URL"),
    (replace(DEMO, mail_to="mail.example.org:587"), "e-mail", "on, through mail.example.org:587"),
    (DEMO, "database", "/data/heatwise.db"),
    (DEMO, "edits", "kill -HUP"),
    (replace(DEMO, watching=True), "edits", "as soon as a file is saved"),
]


@pytest.mark.parametrize(("startup", "part", "said"), CASES)
def test_each_part_is_told(startup: Startup, part: str, said: str):
    assert said in line(startup, part)


def test_no_secret_is_shown():
    shown = "\n".join(HOOKED.lines())
    assert "secret" not in shown
    assert "hidden" not in shown
