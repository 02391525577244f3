"""Looks on while conversations are played, and keeps what they exercise, with the conversation that did it first."""

from datetime import datetime

from bot.coverage.item import Key
from bot.coverage.listing import Listing
from bot.coverage.turn import Turns
from bot.coverage.watched import WatchedLibrary
from bot.engine.events import AnyEvent
from bot.engine.library import Library
from bot.engine.session import Session
from bot.store.base import Written


class Coverage:
    """What was exercised so far, of a listing."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.reached: dict[Key, str] = {}
        """The conversation that exercised an item first."""
        self._new: set[Key] = set()
        self._libraries: dict[tuple[Library, int], WatchedLibrary] = {}
        self._turns = Turns(listing, self.tell)

    def tell(self, key: Key) -> None:
        """Something was exercised; what the project does not have is passed over."""
        if key not in self.reached and key in self.listing.measured:
            self._new.add(key)

    def library(self, library: Library, start: int) -> Library:
        """The same project, watched; each process of a conversation has its own."""
        known = library, start
        if known not in self._libraries:
            self._libraries[known] = WatchedLibrary(library, self.listing.guards, self.tell)
        return self._libraries[known]

    def saw(self, before: Session, event: AnyEvent, written: Written, now: datetime) -> None:
        """Take what one turn shows."""
        if written.session:
            self._turns.take(self._any_library(), before, event, written.session, written.effects, now)

    def _any_library(self) -> WatchedLibrary:
        return next(reversed(self._libraries.values()))

    def credit(self, conversation: str) -> frozenset[Key]:
        """Give what is new since the last time to this conversation, and say what it was."""
        new, self._new = frozenset(self._new), set[Key]()
        self.reached |= dict.fromkeys(new, conversation)
        return new
