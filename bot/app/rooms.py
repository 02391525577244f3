"""How much room each messaging app has, as the checks of dialogs and texts are told it."""

from bot.authoring.rooms import Room
from bot.channels.rendering import label_of
from bot.channels.telegram.calls import CAPABILITIES, size
from bot.channels.telegram.channel import Telegram
from bot.engine.effects import Button

TICK = len(label_of(Button("", "", "tick")))

ROOMS = (
    Room(
        app=Telegram.title,
        text=CAPABILITIES.text_length,
        buttons=CAPABILITIES.buttons,
        label=CAPABILITIES.label_length,
        tick=TICK,
        id_bytes=CAPABILITIES.id_bytes,
        size=size,
    ),
)
"""The apps that patients meet; the terminal has room for all."""
