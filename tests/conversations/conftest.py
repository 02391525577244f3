"""Collects every conversation in this folder as one test on each channel, under the name of its path."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.authoring.project import load
from bot.conversations.modes import On
from bot.conversations.phones import TerminalPhone
from bot.conversations.play import MakePhone
from bot.conversations.suite import Result, is_private, play_file
from bot.conversations.telegram_phone import TelegramPhone
from bot.engine.library import Library

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent

PHONES: dict[On, MakePhone] = {On.TERMINAL: TerminalPhone, On.TELEGRAM: TelegramPhone}
"""What a difference between them is: a failure."""


@cache
def library() -> Library:
    loaded = load(PROJECT)
    assert loaded.library, "\n".join(map(str, loaded.problems))
    return loaded.library


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    inside = file_path.relative_to(HERE)
    if file_path.suffix != ".yaml" or is_private(inside):
        return None
    return ConversationFile.from_parent(parent, path=file_path)


class ConversationFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        name = str(self.path.relative_to(HERE).with_suffix(""))
        for on, phone in PHONES.items():
            yield Conversation.from_parent(self, name=f"{name} on {on}", phone=phone)


class Failed(Exception):
    """A conversation did not pass; its report says why."""


class Conversation(pytest.Item):
    def __init__(self, *, phone: MakePhone, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.phone = phone

    def runtest(self) -> None:
        result: Result = play_file(self.path, library(), phone=self.phone)
        if not result.passed:
            raise Failed(str(result))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The report alone: a traceback says nothing about a conversation."""
        return str(excinfo.value) if isinstance(excinfo.value, Failed) else str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name
