"""How a screen looks, worked out once for all who stand alike: the same few screens come up again and again."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from bot.engine.catalog import Catalog
from bot.engine.dialog import State
from bot.engine.effects import Bubble, Button
from bot.engine.progress import Progress
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


def key_of(session: Session, standing: Standing, named: tuple[str, ...], far: Progress | None) -> Key | None:
    """All that the look of a session's screen can depend on; None where a person's own words are among it.

    `far` takes the place of the answers where they decide only how far the check is (`same_for_all`).
    """
    if standing.has_draft:
        return None
    told = far or (session.answers, session.unseen)
    return (
        session.place, session.lang, session.page, told, session.ticked, session.stopped,
        session.offer_call, session.asked_back, session.check_in.outcome if session.check_in else None, named,
    )  # fmt: skip


def same_for_all(states: Iterable[State], catalogs: Iterable[Catalog]) -> frozenset[str]:
    """The questions whose texts, lines and buttons are the same whatever was answered before."""
    every = tuple(catalogs)
    return frozenset(state.name for state in states if _asks_alike(state) and not _is_filled(state, every))


def _asks_alike(state: State) -> bool:
    parts = (*state.choices, *state.shows, *state.buttons)
    own = state.ask_once or state.option or state.choices_from
    return state.asks_something and not own and all(part.when is None for part in parts)


def _is_filled(state: State, catalogs: Iterable[Catalog]) -> bool:
    """Whether something in its texts is put in for each person."""
    keys = [says.text for says in state.shows]
    return any(catalog.needs(catalog.bubbles[key]) for catalog in catalogs for key in keys)


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
