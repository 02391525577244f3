"""Notes what a step reads of a project, of all that one edit can change alone: its states and its standings."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from copy import copy
from typing import Any

from bot.engine.dialog import State
from bot.engine.library import Library
from bot.engine.session import Answers, Session, Unseen
from bot.engine.standing import Standing

Given = tuple[Answers, Unseen]
"""What a standing is worked out from."""


class Read:
    """What one step has read: names of states, those that are not there too, and what standings were asked for."""

    def __init__(self) -> None:
        self.states: set[str] = set()
        self.standings: set[Given] = set()


class Reads:
    """A library like another one, which notes what is read of it."""

    def __init__(self, library: Library) -> None:
        self._now = Read()
        self._stand = library.stand
        self.library = copy(library)
        self.library.states = _Noting(library.states, self._now.states)
        self.library.stand = self._noted  # type: ignore[assignment]

    @contextmanager
    def of(self, session: Session) -> Generator[Read]:
        """What is read in the block; with the place and the answers before it, which a cache may have read for it."""
        self._now.states.clear()
        self._now.standings.clear()
        self._now.states.add(session.place)
        self._now.standings.add((session.answers, session.unseen))
        yield self._now

    def _noted(self, answers: Answers, unseen: Unseen = ()) -> Standing:
        self._now.standings.add((answers, unseen))
        return self._stand(answers, unseen)


class _Noting(dict[str, State]):
    """States that note which of them are asked for."""

    def __init__(self, states: Mapping[str, State], noted: set[str]) -> None:
        super().__init__(states)
        self._noted = noted

    def __getitem__(self, name: str) -> State:
        self._noted.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """The state, or the default; noted either way."""
        self._noted.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self._noted.add(str(name))
        return super().__contains__(name)
