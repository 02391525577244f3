"""One turn in the making: the session as it changes, what is said in order, and what else should happen."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from bot.engine import safety, screen
from bot.engine.catalog import Catalog
from bot.engine.conditions import Condition, Facts
from bot.engine.dialog import Says
from bot.engine.effects import AnyEffect, Bubble, CancelTimer, Redraw, Reply, Screen, Turn
from bot.engine.library import Library
from bot.engine.named import named_facts
from bot.engine.pain import PICTURE, pictured
from bot.engine.progress import progress
from bot.engine.quiet import when_awake
from bot.engine.screen import Sight
from bot.engine.session import Answer, Asked, Session
from bot.engine.standing import Standing
from bot.engine.values import Values


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

    # What is known

    @property
    def standing(self) -> Standing:
        """What the answers come to now; options that a check-in has stopped are closed."""
        standing = self.library.stand(self.session.answers, self.session.unseen)
        return self.library.closing(standing, self.session.stopped) if self.session.stopped else standing

    @property
    def sight(self) -> Sight:
        """The current screen's makings."""
        standing = self.standing
        named = named_facts(self.session, self.screened, self.may_check_in, self.now)
        facts = Facts({**standing.facts.values, **named}, standing.facts.open)
        return Sight(self.library, self.session, standing, facts)

    def holds(self, when: Condition | None) -> bool:
        """Whether a condition holds now."""
        return when is None or self.library.holds(when, self.sight.facts)

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
        source = self.library.source
        return source.reviewed_until is not None and self.now.astimezone(source.zone).date() > source.reviewed_until

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
        return safety.TIERS.index(self.session.tier) >= safety.TIERS.index("same_day")

    @property
    def screened(self) -> bool:
        """Whether options may be shown: consent, every question of the check answered, nothing urgent (SP3, SP24)."""
        return self.agreed and not self.urgent and not self.locked and self.standing.complete

    @property
    def may_check_in(self) -> bool:
        """Whether a check-in may be offered: where options may be shown, or after another one; not too often (SP18)."""
        job = self.session.check_in
        follows = self.screened or (job is not None and bool(job.outcome))
        free = self.agreed and not self.urgent and not self.locked
        return follows and free and self.session.check_ins < safety.CHECK_INS

    def awake(self, moment: datetime) -> datetime:
        """This moment (UTC), or the end of the clinic's quiet hours that it lies in."""
        return when_awake(moment, self.library.source.quiet, self.library.source.zone)

    # What changes

    def change(self, **fields: Any) -> None:
        """Change fields of the session."""
        self.session = replace(self.session, **fields)

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
        catalog = self.library.catalog(self.session.lang)
        for bubble in catalog.bubbles[key]:
            self._bubbles.append(self._bubble(bubble))

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
        return Bubble(key, catalog.text(key, values), picture=picture)

    def show(self, instead: str | None = None) -> None:
        """Show the current place as a new screen; `instead` replaces the state's own bubbles, on this screen."""
        self.change(page=instead)
        for key in self._opening:
            self.say(key)
        self._opening.clear()
        self._say_state(instead)
        self.change(screen=abs(self.session.screen) + 1)
        self._shown = self._screen()

    def _say_state(self, instead: str | None) -> None:
        sight = self.sight
        if self.session.asked_back:
            self.say(self._asking_back(self.session.asked_back, sight.catalog))
            return
        if instead:
            self.say(instead)
            return
        for key in self._cautions(sight):
            self.say(key)
        for says in sight.state.shows:
            if self.library.holds(says.when, sight.facts):
                self.say(says.text)
                if says.text == sight.state.name:
                    self._attach_lines(sight)

    @staticmethod
    def _asking_back(asked: Asked, catalog: Catalog) -> str:
        """The words of the engine's own question; a flag can have its own."""
        own = f"command.{asked.kind}.{asked.ids[0]}"
        return own if own in catalog.bubbles else f"command.{asked.kind}"

    def _cautions(self, sight: Sight) -> list[str]:
        """A card opens with its cautions: staff cannot leave them out."""
        option = sight.state.option
        if option is None:
            return []
        texts = sight.catalog.bubbles
        pairs = self.library.decider.cautions(sight.standing.decision, option)
        keys = (f"caution.{name}.{member}" if f"caution.{name}.{member}" in texts else f"caution.{name}"
                for member, name in pairs)  # fmt: skip
        return list(dict.fromkeys(keys))

    def _attach_lines(self, sight: Sight) -> None:
        lines = screen.lines(sight)
        after = sight.catalog.after.get(sight.state.name)
        if lines or after:
            text = sight.catalog.fill(after) if after else ""
            self._bubbles[-1] = replace(self._bubbles[-1], lines=lines, after=text)

    def say_all(self, shows: tuple[Says, ...]) -> None:
        """Say the texts whose condition holds."""
        for says in shows:
            if self.holds(says.when):
                self.say(says.text)

    def _screen(self) -> Screen:
        sight = self.sight
        buttons = screen.buttons(sight)
        ask = "one" if self.session.asked_back else sight.state.ask
        return Screen(self.session.screen, sight.state.name, ask, buttons, self._progress())

    def _progress(self) -> str:
        """How far the check is, in words. How many questions it has depends on the answers: that is said as it is."""
        far = progress(self.library.ground.ahead, self.standing.path, self.session.place)
        if far is None:
            return ""
        return self._bubble("command.progress." + ("exact" if far.least == far.most else "at_most")).text

    def redraw(self) -> None:
        """Show the ticks of the current list again; the screen keeps its number."""
        self.effect(Redraw(self._screen()))

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
