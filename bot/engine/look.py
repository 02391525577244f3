"""How a screen looks, worked out once for all who stand alike: the same few screens come up again and again."""

from collections.abc import Callable
from typing import NamedTuple

from bot.engine.effects import Bubble, Button
from bot.engine.session import Session
from bot.engine.standing import Standing

LOOKS = 4096
"""How many are remembered for one library."""

Key = tuple[object, ...]


class Look(NamedTuple):
    """A screen without its number: what it says, what it asks, its buttons, how far the check is.

    `says` holds bubbles that are always the same, and the keys of those that are filled for one person.
    """

    says: tuple[Bubble | str, ...]
    ask: str
    buttons: tuple[Button, ...]
    progress: str


def key_of(session: Session, standing: Standing, named: tuple[str, ...]) -> Key | None:
    """All that the look of a session's screen can depend on; None where a person's own words are among it."""
    if standing.has_draft:
        return None
    return (
        session.place, session.lang, session.page, session.answers, session.unseen, session.ticked, session.stopped,
        session.offer_call, session.asked_back, session.check_in.outcome if session.check_in else None, named,
    )  # fmt: skip


class Looks:
    """Remembers looks, and forgets them all when there are too many: they are soon made again."""

    def __init__(self) -> None:
        self._known: dict[Key, Look] = {}

    def of(self, key: Key | None, make: Callable[[], Look]) -> Look:
        """The look under a key, made where it is not known yet; without a key it is made every time."""
        if key is None:
            return make()
        found = self._known.get(key)
        if found is None:
            found = make()
            if not any(isinstance(said, Bubble) and said.personal for said in found.says):
                self._keep(key, found)
        return found

    def _keep(self, key: Key, found: Look) -> None:
        if len(self._known) >= LOOKS:
            self._known.clear()
        self._known[key] = found
