"""Who is told of the runner's work: the log, the counters, and what says which parts work."""

from msgspec import Struct, field

from bot.runner.health import Health
from bot.runner.log import Log, silent
from bot.runner.meter import UNMETERED, Meter


class Watch(Struct, frozen=True):
    """By default nobody: for a chat in the terminal."""

    log: Log = silent
    meter: Meter = UNMETERED
    health: Health = field(default_factory=Health)
