"""Who makes what a library understands: whoever has a folder of its own can take it from its last start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.engine.library import Library

if TYPE_CHECKING:
    from bot.understanding.message import Understanding


class Maker:
    """None: it is made anew."""

    make: "Callable[[Library], Understanding] | None" = None


MAKER = Maker()
