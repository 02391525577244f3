"""One person's place, answers, language and counters: a frozen value, small enough to store at every turn."""

from datetime import datetime

from msgspec import Struct

Answer = tuple[str, ...]
"""What one state was answered with: ids of choices, or one typed text, or one number in digits."""

Answers = tuple[tuple[str, Answer], ...]
"""(full state name, its answer) in the order in which the answers were given; no state stands twice."""

Unseen = tuple[tuple[str, Answer], ...]
"""(full state name, lines that were not on the screen when it was answered), only where there were any."""


class Lock(Struct, frozen=True, array_like=True):
    """A locked session: after an emergency, a crisis, or too many mistakes, until `until` (UTC)."""

    until: datetime
    emergency: bool
    """An emergency stands; a crisis alone does not set it."""


class Consent(Struct, frozen=True, array_like=True):
    """Proof that the person agreed and is an adult: the version of the text, and when (UTC)."""

    version: str
    at: datetime


class Asked(Struct, frozen=True, array_like=True):
    """A question that the engine asks by itself, in place of the state's: see `clarifying`."""

    kind: str
    """"doubt", "proposal" or "nearest"."""
    ids: Answer
    """Red flags in doubt, the button that is proposed, or the topics that may be meant."""
    repeats: int = 0
    """How often it was asked again."""


class Score(Struct, frozen=True, array_like=True):
    """How strong the pain was, from 0 to 10, and when the person said so (UTC)."""

    at: datetime
    pain: int


class CheckIn(Struct, frozen=True, array_like=True):
    """A check-in that was agreed to: nothing else is kept for it while the answers of the check run out."""

    due: datetime
    """When something about it happens next (UTC): it is written, then reminded of, then given up."""
    stage: str
    """One of `check_in.STAGES`."""
    option: str = ""
    """The option whose card was opened last."""
    before: Score | None = None
    """The pain when it was agreed to, unless that was skipped."""
    outcome: Answer = ()
    """The rules that fired when it was answered."""


class Session(Struct, frozen=True, omit_defaults=True):
    """Where one person stands. All times are UTC.

    `tier` is the most urgent tier so far in this check; `came_from` is where "back" leads on pages with several ways
    in; `ticked` are the lines ticked on the current list.
    """

    place: str
    lang: str
    version: str = ""
    """The library's version at the last turn."""
    screen: int = 0
    """The number of the last screen; zero or negative while the present place has not been shown."""
    tier: str = "self_care"
    answers: Answers = ()
    unseen: Unseen = ()
    prints: bytes = b""
    """What the questions asked at the last turn: `Library.prints`. Without it, nothing counts as answered."""
    ticked: Answer = ()
    came_from: str | None = None
    page: str | None = None
    """The text that the current screen shows in place of the state's own (`show:`)."""
    offer_call: bool = False
    """The current screen carries the extra button of /human that asks for a call."""
    asked_back: Asked | None = None
    """The engine's own question, while it waits for its answer."""
    misses: int = 0
    """Messages in a row that were not understood."""
    greeted: bool = False
    """This conversation has had its first message (which, in a demo, says that the content is a draft)."""
    consent: Consent | None = None
    lock: Lock | None = None
    mistakes: tuple[datetime, ...] = ()
    """When "I tapped by mistake" or "I am safe" was used, the last 24 hours."""
    calls: tuple[datetime, ...] = ()
    """When call requests were sent, the last 24 hours."""
    notice: Consent | None = None
    """The agreement to the callback notice."""
    last_at: datetime | None = None
    """When the person was last heard."""
    opened: str = ""
    """The option whose card was opened last."""
    stopped: Answer = ()
    """Options that a check-in has found to do harm: they are closed for the rest of the check."""
    check_in: CheckIn | None = None
    """The check-in that waits, or the last one."""
    check_ins: int = 0
    """How many were written in this check."""
    unchanged: int = 0
    """How many of them, before the last one, found no change."""
    scores: tuple[Score, ...] = ()
    """All pain scores of this check, the oldest first."""
