"""Every screen of the shipped project, reached by every button in every language, and all that it can say."""

from collections import deque
from collections.abc import Iterator
from functools import cache
from itertools import product

from bot.engine.effects import Redraw, Reply
from bot.engine.events import (
    AddressedInPublic,
    AnyEvent,
    AttachmentReceived,
    ChoicePressed,
    CommandGiven,
    MessageEdited,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
)
from bot.engine.turn import newcomer
from tests.engine.talk import DAY, NOW, Talk, shipped
from tests.engine.walks import BEGINNINGS, COMMANDS, Walker

OTHERS: tuple[AnyEvent, ...] = (
    TextReceived("Ann <b>*Lee*</b> & [co](https://a.b)"),
    TextReceived("I want to die and I can't pee"),
    TextUnderstood("602 555 0100", "+16025550100"),
    AttachmentReceived(),
    MessageEdited("hm"),
    AddressedInPublic(),
    ChoicePressed(0, ""),
    *(CommandGiven(name) for name in COMMANDS),
)
"""What can be done on every screen besides pressing its buttons."""


LIMITS = (
    "agree some mistake some mistake some mistake",
    "agree none none none none none none none call_me agree Ann +16025550100 skip send"
    + " /back call_me agree Ann +16025550100 skip send" * 3,
)
"""Ways to what comes only once something was done too often."""


class Moment(Talk):
    """One place in a conversation, with what led there."""

    @property
    def kind(self) -> object:
        """Moments of one kind look alike: of those, one is enough."""
        shown = [(button.id, button.kind) for button in self.shown.buttons] if self.shown else []
        ticked = self.session.ticked if len(self.session.ticked) < 2 else len(self.session.ticked)
        return self.place, self.session.lang, tuple(shown), ticked

    def said(self) -> Iterator[tuple[object, Reply | Redraw, str]]:
        """What this turn said, and what makes it different from other turns."""
        lang = self.session.lang
        for effect in self.turn.effects:
            if isinstance(effect, Reply):
                yield (lang, effect.bubbles, effect.screen and effect.screen.buttons), effect, lang
            elif isinstance(effect, Redraw):
                yield (lang, effect.screen.buttons), effect, lang

    def after(self, event: AnyEvent, later: bool = False) -> "Moment":
        moment = Moment(self.library, self.session, self.now + DAY if later else NOW)
        moment.shown = self.shown
        moment.send(event)
        return moment

    def next(self) -> Iterator["Moment"]:
        for button in self.shown.buttons if self.shown else ():
            event = SelectionToggled if button.kind == "tick" else ChoicePressed
            yield self.after(event(self.session.screen, button.id))
        yield from (self.after(event) for event in OTHERS)
        yield self.after(TextReceived("hm"), later=True)


Said = tuple[Reply | Redraw, str]


@cache
def _explored() -> tuple[tuple[Moment, ...], tuple[Said, ...]]:
    ahead = deque(_beginnings())
    found = {moment.kind: moment for moment in ahead}
    said = {what: (effect, lang) for moment in ahead for what, effect, lang in moment.said()}
    while ahead:
        for moment in ahead.popleft().next():
            said.update((what, (effect, lang)) for what, effect, lang in moment.said())
            if moment.kind not in found:
                found[moment.kind] = moment
                ahead.append(moment)
    return tuple(found.values()), tuple(said.values())


def everywhere() -> tuple[Moment, ...]:
    """One moment of each kind."""
    return _explored()[0]


def everything_said() -> tuple[Said, ...]:
    """All replies and redrawn lists that differ in their words or buttons, each with its language."""
    return _explored()[1]


def _beginnings() -> Iterator[Moment]:
    for acts, lang in product((*BEGINNINGS.values(), *LIMITS), shipped().languages):
        walker = Walker()
        walker.meet(shipped())
        walker.session = newcomer(shipped(), lang)
        walker.start()
        for act in acts.split():
            walker.act(act)
        moment = Moment(shipped(), walker.session)
        moment.shown, moment.turn = walker.shown, walker.turn
        yield moment
