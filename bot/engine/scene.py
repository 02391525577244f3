"""One turn in the making: the session as it changes, what is said in order, and what else should happen."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from bot.engine import safety
from bot.engine.appearance import look
from bot.engine.catalog import PERSONAL
from bot.engine.conditions import Condition, Facts
from bot.engine.dialog import Says
from bot.engine.effects import AnyEffect, Bubble, CancelTimer, Redraw, Reply, Screen, Turn
from bot.engine.library import Library
from bot.engine.look import Look, key_of
from bot.engine.named import as_facts, named_values
from bot.engine.pain import PICTURE, pictured
from bot.engine.progress import Progress, progress
from bot.engine.quiet import when_awake
from bot.engine.screen import Sight
from bot.engine.session import Answer, Session
from bot.engine.standing import Standing
from bot.engine.values import Values

_STANDS_ON = frozenset(("answers", "unseen", "stopped"))
_NAMED_ON = frozenset((
    "tier", "page", "calls", "check_in", "check_ins", "unchanged", "consent", "lock", "scores",
))  # fmt: skip
"""The fields of a session on which its standing depends, and its named facts beside these."""
_DEPENDED_ON = _STANDS_ON | _NAMED_ON


class Scene:
    """Collects one turn. Handlers change it only through these methods; `turn()` closes it."""

    def __init__(self, library: Library, session: Session, now: datetime) -> None:
        self.library = library
        self.session = session
        self.now = now
        self._opening: list[str] = []
        self._bubbles: list[Bubble] = []
        self._effects: list[AnyEffect] = []
        self._shown: Screen | None = None
        self._standing: Standing | None = None
        self._named: tuple[str, ...] | None = None
        self._facts: Facts | None = None
        self._sight: Sight | None = None

    # What is known

    @property
    def standing(self) -> Standing:
        """What the answers come to now; options that a check-in has stopped are closed."""
        if self._standing is None:
            stopped, standing = self.session.stopped, self.library.stand(self.session.answers, self.session.unseen)
            self._standing = self.library.closing(standing, stopped) if stopped else standing
        return self._standing

    @property
    def sight(self) -> Sight:
        """The current screen's makings."""
        if self._sight is None:
            self._sight = Sight(self.library, self.session, self.standing, self.facts)
        return self._sight

    @property
    def facts(self) -> Facts:
        """What conditions can ask for: the answers, what the rules make of them, and the named facts."""
        if self._facts is None:
            given = self.standing.facts
            self._facts = Facts({**given.values, **as_facts(self.session, self.named)}, given.open)
        return self._facts

    @property
    def named(self) -> tuple[str, ...]:
        """The facts that need arithmetic or time."""
        if self._named is None:
            screened = self.screened
            self._named = named_values(self.session, screened, self._may_check_in(screened), self.now)
        return self._named

    @property
    def look(self) -> Look:
        """The current screen without its number."""
        return self.library.looks.of(key_of(self.session, self.standing, self.named, self._far()), self._look)

    def _far(self) -> Progress | None:
        """How far the check is, where its answers decide nothing else of the screen."""
        session = self.session
        if session.page or session.asked_back or session.place not in self.library.same_for_all:
            return None
        return progress(self.library.ground.ahead, self.standing.path, session.place)

    def holds(self, when: Condition | None) -> bool:
        """Whether a condition holds now."""
        return when is None or self.library.holds(when, self.facts)

    @property
    def fresh(self) -> bool:
        """Whether the person has not seen the present place: a new conversation, one that ran out, changed dialogs."""
        return self.session.screen <= 0

    @property
    def silent(self) -> bool:
        """Whether a day has gone by since the person was last heard."""
        last = self.session.last_at
        return last is not None and self.now - last >= safety.FORGET_AFTER

    @property
    def closed(self) -> bool:
        """Whether the review of the content has expired, where the clinic is (SP22)."""
        return self.library.closed(self.now)

    @property
    def locked(self) -> bool:
        """Whether the session is locked."""
        return self.session.lock is not None

    @property
    def agreed(self) -> bool:
        """Whether consent stands for the present text."""
        consent = self.session.consent
        return consent is not None and consent.version == self.library.source.consent_version

    @property
    def urgent(self) -> bool:
        """Whether this check has come to same_day or emergency."""
        return self.session.tier in safety.URGENT

    @property
    def screened(self) -> bool:
        """Whether options may be shown: consent, every question of the check answered, nothing urgent (SP3, SP24)."""
        return self.agreed and not self.urgent and not self.locked and self.standing.complete

    @property
    def may_check_in(self) -> bool:
        """Whether a check-in may be offered: where options may be shown, or after another one; not too often (SP18)."""
        return self._may_check_in(self.screened)

    def _may_check_in(self, screened: bool) -> bool:
        job = self.session.check_in
        follows = screened or (job is not None and bool(job.outcome))
        free = self.agreed and not self.urgent and not self.locked
        return follows and free and self.session.check_ins < safety.CHECK_INS

    def awake(self, moment: datetime) -> datetime:
        """This moment (UTC), or the end of the clinic's quiet hours that it lies in."""
        return when_awake(moment, self.library.source.quiet, self.library.source.zone)

    # What changes

    def change(self, **fields: Any) -> None:
        """Change fields of the session. What was worked out stands while nothing that it depends on is new."""
        before, self.session = self.session, replace(self.session, **fields)
        self._sight = None
        news = [name for name in _DEPENDED_ON.intersection(fields) if fields[name] != getattr(before, name)]
        if news:
            self._facts = self._named = None
        if not _STANDS_ON.isdisjoint(news):
            self._standing = None

    def unsee(self) -> None:
        """What can be seen belongs to another place: no press counts until the present one is shown."""
        self.change(screen=-abs(self.session.screen), page=None)

    def put_answer(self, state: str, answer: Answer, unseen: Answer = ()) -> None:
        """Store an answer in the place of an older one, and which lines of its question were not on the screen.

        Answers that the path no longer reaches are dropped, and those whose question now shows a line it did not show.
        """
        self.drop_answers(lambda name: name == state)
        hidden = ((state, unseen),) if unseen else ()
        self.change(answers=(*self.session.answers, (state, answer)), unseen=(*self.session.unseen, *hidden))
        self.settle()

    def settle(self) -> None:
        """Keep of the answers only those that stand."""
        self.change(answers=self.standing.answers, unseen=self.standing.unseen)

    def drop_answers(self, drops: Callable[[str], bool]) -> None:
        """Erase the answers of some states, told by their names."""
        answers = tuple(pair for pair in self.session.answers if not drops(pair[0]))
        self.change(answers=answers, unseen=tuple(pair for pair in self.session.unseen if not drops(pair[0])))

    def drop_drafts(self) -> None:
        """Erase what was typed into the form."""
        self.drop_answers(lambda name: name.startswith(safety.DRAFTS))

    def forget(self) -> None:
        """Erase all that the person has told, and what it has led to but the lock."""
        self.change(answers=(), unseen=(), ticked=(), came_from=None, page=None, offer_call=False)
        self.change(asked_back=None, misses=0, notice=None, opened="", stopped=(), scores=())
        self.change(tier="emergency" if self.locked else safety.TIERS[0])

    def forget_check_ins(self) -> None:
        """Forget the check-ins of a check that is over."""
        if self.session.check_in:
            self.effect(CancelTimer(safety.JOB))
        self.change(check_in=None, check_ins=0, unchanged=0)

    def effect(self, effect: AnyEffect) -> None:
        """Ask for something else to happen."""
        self._effects.append(effect)

    # What is said

    def say(self, key: str) -> None:
        """Say a text of the catalog, all its bubbles."""
        self._bubbles += map(self._bubble, self.library.catalog(self.session.lang).bubbles[key])

    def open_with(self, key: str) -> None:
        """Queue a text that must open the next thing shown."""
        self._opening.append(key)

    def hush(self) -> None:
        """Forget what was queued: an emergency text stands first in its message."""
        self._opening.clear()

    def _bubble(self, key: str) -> Bubble:
        catalog = self.library.catalog(self.session.lang)
        names = catalog.needs([key])
        values = Values(self.library, self.session, self.standing, self.now).of(names) if names else None
        picture = pictured(catalog, self.library.source.zone, self.session) if key == PICTURE else None
        return Bubble(key, catalog.text(key, values), picture=picture, personal=bool(picture or names & PERSONAL))

    def show(self, instead: str | None = None) -> None:
        """Show the current place as a new screen; `instead` replaces the state's own bubbles, on this screen."""
        self.change(page=instead)
        for key in self._opening:
            self.say(key)
        self._opening.clear()
        look = self.look
        self._bubbles += (self._bubble(said) if isinstance(said, str) else said for said in look.says)
        self.change(screen=abs(self.session.screen) + 1)
        self._shown = self._screen(look)

    def _look(self) -> Look:
        return look(self.sight, self._bubble, self._progress())

    def say_all(self, shows: tuple[Says, ...]) -> None:
        """Say the texts whose condition holds."""
        for says in shows:
            if self.holds(says.when):
                self.say(says.text)

    def _screen(self, look: Look) -> Screen:
        return Screen(self.session.screen, self.session.place, look.ask, look.buttons, look.progress)

    def _progress(self) -> str:
        """How far the check is, in words. How many questions it has depends on the answers: that is said as it is."""
        far = progress(self.library.ground.ahead, self.standing.path, self.session.place)
        if far is None:
            return ""
        return self._bubble("command.progress." + ("exact" if far.least == far.most else "at_most")).text

    def redraw(self) -> None:
        """Show the ticks of the current list again; the screen keeps its number."""
        self.effect(Redraw(self._screen(self.look)))

    # The end

    def turn(self) -> Turn:
        """Close the turn."""
        self._greet()
        if self._bubbles:
            self._effects.insert(0, Reply(tuple(self._bubbles), self._shown))
        return Turn(self.session, tuple(self._effects))

    def _greet(self) -> None:
        """In a demo, the first message of a conversation says so; an emergency text stays in front of it."""
        if self.session.greeted or not self._bubbles or self.session.place == safety.NOTIFICATION:
            return  # what a check-in says can be read on a locked phone: it says as little as it can
        self.change(greeted=True)
        if self.library.source.demo:
            line = self._bubble("command.draft")
            danger = self._bubbles[0].key in (safety.EMERGENCY, safety.CRISIS)
            self._bubbles.insert(len(self._bubbles) if danger else 0, line)
