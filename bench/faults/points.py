"""The named points at which the program is killed: on the way in, in the transaction, on the way out, at the start."""

from collections.abc import Mapping
from typing import NamedTuple


class Point(NamedTuple):
    """Before or after a function of a module (of a generator: before one of its parts, or after the last)."""

    module: str
    name: str
    when: str
    most: int = 12
    """The last pass that is worth a trap; 1 for what happens once in a start."""


POINTS: Mapping[str, Point] = {
    "database opening": Point("bot.store.sqlite", "_opened", "before", 1),
    "database opened": Point("bot.store.sqlite", "_opened", "after", 1),
    "old rows erased": Point("bot.store.writes", "purge", "after", 1),
    "timers looked at": Point("bot.runner.intake", "Intake.fire_timers", "before", 1),
    "delivery read": Point("bot.runner.inlet", "Inlet._read", "after"),
    "batch begun": Point("bot.runner.intake", "Intake.take", "before"),
    "transaction begun": Point("bot.store.writes", "load", "before"),
    "turns worked out": Point("bot.store.writes", "work", "after"),
    "between statements": Point("bot.store.writes", "statements", "before", 120),
    "all written, not committed": Point("bot.store.writes", "statements", "after"),
    "committed": Point("bot.store.writes", "take", "after"),
    "not yet acknowledged": Point("bot.runner.inlet", "Inlet._settle", "before"),
    "acknowledged inside": Point("bot.runner.inlet", "Inlet._settle", "after"),
    "answer not yet written": Point("bot.runner.inlet", "Inlet.take", "after"),
    "button not yet answered": Point("bot.channels.telegram.channel", "Telegram.answer", "before"),
    "call chosen": Point("bot.runner.delivery", "Delivery._make", "before"),
    "call counted, not made": Point("bot.store.writes", "mark_tried", "after"),
    "call made, not erased": Point("bot.channels.telegram.channel", "Telegram.send", "after"),
    "call erased": Point("bot.store.writes", "mark_sent", "after"),
    "health looked at": Point("bot.store.writes", "pulse", "after", 2),
}
