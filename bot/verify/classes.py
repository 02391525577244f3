"""Which sessions are alike: by all that is not an answer, and by all that the answers still mean."""

from collections.abc import Hashable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from bot.engine import safety
from bot.engine.decisions import LEVELS
from bot.engine.dialog import CAME_FROM, State
from bot.engine.library import Library
from bot.engine.session import CheckIn, Consent, Lock, Score, Session
from bot.verify.follow_ups import FollowUps
from bot.verify.outlook import Meant, Outlook, Weighed
from bot.verify.same import NumbersOf

Side = tuple[Hashable, ...]
"""What sessions are compared by; it begins with its name and with what every guard can ask for."""

NOON = datetime.fromisoformat("2026-11-26T18:00:00+00:00")
"""The time of day at which every step happens (UTC); only how long it is since then is kept."""


def at_noon(session: Session, now: datetime) -> Session:
    """The session as if its last step had happened at NOON: all its times are moved alike."""
    by = NOON - now
    if not by:
        return session
    lock, consent, notice, job = session.lock, session.consent, session.notice, session.check_in
    return replace(
        session,
        lock=Lock(lock.until + by, lock.emergency) if lock else None,
        consent=Consent(consent.version, consent.at + by) if consent else None,
        notice=Consent(notice.version, notice.at + by) if notice else None,
        mistakes=tuple(at + by for at in session.mistakes),
        calls=tuple(at + by for at in session.calls),
        last_at=session.last_at + by if session.last_at else None,
        scores=tuple(Score(score.at + by, score.pain) for score in session.scores),
        check_in=_moved(job, by) if job else None,
    )


def _moved(job: CheckIn, by: timedelta) -> CheckIn:
    before = job.before
    return replace(job, due=job.due + by, before=Score(before.at + by, before.pain) if before else None)


OPENS = LEVELS.index("caution")
"""The strictest level at which a card opens."""


class Classes:
    """The sides of a session: what its answers mean where it is, and what else a screen or a way on can depend on."""

    def __init__(self, library: Library, outlook: Outlook, bits: Iterable[int] = (), forgotten: int = 0) -> None:
        """`bits`: what statements remember; `forgotten`: those of them that a lock makes them forget."""
        self._bits = tuple(bits)
        self._forgotten = forgotten
        self._numbers = NumbersOf()
        self.library = library
        self.outlook = outlook
        self.follow_ups = FollowUps(library, outlook.watched)
        self._advice = frozenset(name for name, state in library.states.items() if self._reads_answers(state))

    def _reads_answers(self, state: State) -> bool:
        """Whether a screen, or a way on from it, depends on the answers of the check."""
        sides = {page.questions for page in self.library.states.values() if page.questions}
        if state.name in self.library.ground.main or state.name in sides:
            return True
        return state.choices_from is not None or state.option is not None or state.only_when is not None

    def sides(self, look: "Look") -> dict[str, Side]:
        """The sides of a session, by name; each with what every guard can ask for.

        `memory`: what a statement remembers, each by itself. `data`: what the answers mean here; `others`: the same
        without the answer that is given here; `spoken`: what of it commands and words can ask. `way`: where "back" and
        the form lead. `counters`: how often something was done. `follow_up`: how far the check-in is. `told`: what
        its answers mean. `passing`: what the next message forgets.
        """
        here = look.here
        return {
            **{f"memory {bit}": ("memory", look.bare, *self._memory(look, bit)) for bit in self._bits},
            **self._of_answers(look),
            "way": ("way", here, look.way),
            "counters": ("counters", here, look.counters),
            "follow_up": ("follow_up", here, look.far),
            "told": ("told", here, look.told),
            "passing": ("passing", look.near, look.passing),
        }

    def _memory(self, look: "Look", bit: int) -> tuple[Hashable, ...]:
        """What is remembered goes on through a lock to the page that too many mistakes lead to."""
        remembered = bool(look.memory & bit)
        return bit, remembered, look.mistakes if remembered and not bit & self._forgotten else 0

    def look(self, session: Session, memory: int) -> "Look":
        """All that the sides of a session at NOON are made of: who is alike in it is alike in every side."""
        here, waits, numbers = self._here(session), passing(session), self._numbers
        return Look(
            numbers[here], numbers[here[0], here[1], session.lock is not None], session.lock is not None,
            session.place in self.library.ground.main, memory, *self._meant(session), numbers[self._way(session)],
            numbers[_counters(session)], numbers[self.follow_ups.far(session)], numbers[self.follow_ups.told(session)],
            numbers[waits], any(waits), min(len(session.mistakes), safety.MISTAKES + 1),
            bool(here[-1]), numbers[here[:-1]],
        )  # fmt: skip

    def _way(self, session: Session) -> tuple[Hashable, ...]:
        """In a lock nothing of it counts: only what the person is told is left, and a new check drops the rest."""
        if session.lock:
            return ()
        state = self.library.states.get(session.place)
        origin = session.came_from if state and self._reads_origin(state) else None
        return origin, session.notice is not None, self._beside(session)

    def _reads_origin(self, state: State) -> bool:
        """Whether "back" leads to where somebody came from, from here or from the page that it leads to."""
        if state.back == CAME_FROM:
            return True
        above = self.library.states.get(state.back or "")
        return above is not None and above.back == CAME_FROM

    def _here(self, session: Session) -> Side:
        library = self.library
        standing = library.stand(session.answers, session.unseen)
        agreed = session.consent is not None and session.consent.version == library.source.consent_version
        lock = session.lock
        free = agreed and session.tier not in safety.URGENT and not lock
        screened, job = free and standing.complete, session.check_in
        may_check_in = free and (screened or (job is not None and bool(job.outcome)))
        silent = session.last_at is not None and session.last_at <= NOON - safety.FORGET_AFTER
        return (
            session.place, agreed, session.screen > 0, silent, session.tier, screened,
            may_check_in and session.check_ins < safety.CHECK_INS, lock.emergency if lock else None,
            self._offered(session),
        )  # fmt: skip

    def _offered(self, session: Session) -> tuple[bool, ...]:
        """On a list of options, which of them can be pressed: all else goes on to the card that is opened there."""
        state = self.library.states.get(session.place)
        if state is None or state.choices_from is None:
            return ()
        standing = self.library.stand(session.answers, session.unseen)
        if session.stopped:
            standing = self.library.closing(standing, frozenset(session.stopped))
        levels = standing.decision.levels
        cards = (option for option in self.outlook.options if option in self.library.page_of)
        return tuple(LEVELS.index(levels[option]) <= OPENS for option in cards)

    def _beside(self, session: Session) -> Hashable:
        """Which pages and forms were answered, beside the questions of the check."""
        kept = {name for name, _ in session.answers if name.startswith(safety.DRAFTS) or name == safety.HELP_LIST}
        return tuple(sorted(kept))

    def weighed(self, session: Session) -> tuple[Weighed, Weighed] | None:
        """What `Look.whole` and `Look.others` are worked out from, where there are such."""
        place = session.place
        if place not in self._advice:
            return None
        whole = session.answers, session.unseen, session.stopped
        if place not in self.library.ground.main or all(name != place for name, _ in session.answers):
            return whole, whole
        left = tuple(pair for pair in session.answers if pair[0] != place)
        return whole, (left, session.unseen, session.stopped)

    def _meant(self, session: Session) -> tuple[Meant | None, Meant | None, bool]:
        """What all the answers mean, what all but that of the question here mean, and whether there is such a one."""
        weighed = self.weighed(session)
        if weighed is None:
            return None, None, False
        whole, others = weighed
        return self.outlook.of(*whole), self.outlook.of(*others), whole is not others

    def _of_answers(self, look: "Look") -> dict[str, Side]:
        """What the answers mean: all of them, all but that of the question here, and what commands and words ask."""
        here, whole, others = look.here, look.whole, look.others
        if whole is None or others is None:
            return {name: (name, here) for name in ("data", "others", "spoken")}
        return {
            **{f"data {n}": ("data", here, part) for n, part in enumerate(whole.apart)},
            **{f"others {n}": ("others", here, look.again, part) for n, part in enumerate(others.apart)},
            "spoken": ("spoken", here, whole.led if look.in_check else None),
        }


class Look(NamedTuple):
    """A session as its sides see it, in numbers that are the same in every run; what each is, `Classes.sides` says."""

    here: int
    near: int
    """Of `here`, all that counts where the next message forgets something."""
    locked: bool
    in_check: bool
    """Whether it is at a question of the check."""
    memory: int
    whole: Meant | None
    others: Meant | None
    again: bool
    """Whether the question here was answered before."""
    way: int
    counters: int
    far: int
    told: int
    passing: int
    forgets: bool
    """Whether the next message forgets anything."""
    mistakes: int
    """How often an emergency was called a mistake, up to the number that leads elsewhere."""
    offers: bool
    """Whether `here` tells which options can be pressed, for which the rules of `levels` are asked."""
    bare: int
    """`here` without that."""


def _counters(session: Session) -> tuple[Hashable, ...]:
    return (
        min(len(session.mistakes), safety.MISTAKES + 1), min(len(session.calls), safety.CALLS), session.greeted,
        session.lock.until - NOON > safety.LOCK_FOR / 2 if session.lock else None,
    )  # fmt: skip


def passing(session: Session) -> tuple[Hashable, ...]:
    """What the next message forgets: ticks, a page, an offer, a question that waits, words that were not understood."""
    return (
        bool(session.ticked), session.page, session.offer_call, session.asked_back, min(session.misses, safety.MISSES),
    )  # fmt: skip
