"""A conversation that was found, as a file that is ready to be reviewed: real steps, and what must hold after each."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

from bot.channels.console import Console
from bot.conversations.record import WAIT, Recording
from bot.coverage.explore import Conversation
from bot.coverage.item import Item, Key
from bot.coverage.moves import Move, events
from bot.engine.events import CommandGiven
from bot.engine.library import Library

SCHEMA = "# yaml-language-server: $schema={up}schemas/conversation.json\n"
MOST = 40
"""So many gaps are named in a file."""


def script_of(found: Conversation, library: Library, items: Mapping[Key, Item], up: str) -> str:
    """The file; `up` leads from its folder to the project's."""
    return SCHEMA.format(up=up) + _about(found, items) + asyncio.run(_recorded(found, library, title_of(found, items)))


def title_of(found: Conversation, items: Mapping[Key, Item]) -> str:
    """What the conversation shows, by the first thing that it exercises."""
    first = items[found.gains[0]]
    more = f", and {len(found.gains) - 1} more" if len(found.gains) > 1 else ""
    return f"Exercises {first.kind} {first.id}{more}"


def name_of(found: Conversation, number: int) -> str:
    """A name for the file."""
    words = "_".join("_".join(found.gains[0]).replace(".", "_").split()).lower()
    return f"explored_{number:02}_{words[:60]}.yaml"


def _about(found: Conversation, items: Mapping[Key, Item]) -> str:
    lines = ["Written by heatwise explore. Read every step: is this what should happen? Then give it a sentence and",
             "a name of its own, and move it to the others. It was never the case before that:"]  # fmt: skip
    named = [items[key] for key in found.gains[:MOST]]
    lines += [f"  {item.file}:{item.line} {item.kind} {item.id}" for item in named]
    lines += [f"  and {len(found.gains) - MOST} more"] if len(found.gains) > MOST else []
    return "".join(f"# {line}\n" for line in lines)


async def _recorded(found: Conversation, library: Library, title: str) -> str:
    recording = Recording(library, found.lang, Console())
    for move in found.moves:
        await _do(recording, move)
    return recording.text(title)


async def _do(recording: Recording, move: Move) -> None:
    if move.wait:
        await recording.happen(CommandGiven(WAIT, _hours(move.wait)))
        return
    for event in events(move, recording.screen):
        await recording.happen(event)


def _hours(span: timedelta) -> str:
    hours = span // timedelta(hours=1)
    return f"{hours} hour" if hours == 1 else f"{hours} hours"
