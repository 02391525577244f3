"""English and Spanish are one conversation: the same answers lead to the same places, tiers and blocks (SP19)."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from bot.channels.rendering import form_of
from bot.channels.telegram.calls import CAPABILITIES
from bot.engine.effects import AnyEffect, Bubble, Redraw, Reply, RequestCallback, Screen
from bot.engine.events import AnyEvent, TextReceived
from bot.engine.screen import labelled
from bot.engine.turn import newcomer
from tests.engine.talk import FREE, shipped
from tests.engine.walks import BEGINNINGS, MOVES, OFTEN, Move, Walker


class Speaker(Walker):
    """A walker through the shipped project in one of its languages."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.library = shipped()
        self.session = newcomer(shipped(), lang)


class Pair:
    """Two people who do the same, each in their own language; everything that they meet is compared."""

    def __init__(self) -> None:
        self.both = (Speaker("en"), Speaker("es"))
        self.met: list[str] = []

    def start(self, beginning: str) -> None:
        for each in self.both:
            each.start()
        self.compare("/start")
        for act in BEGINNINGS[beginning].split():
            for each in self.both:
                each.act(act)
            self.compare(act)

    def move(self, kind: str, pick: int) -> None:
        if kind == "wait":
            for each in self.both:
                each.move(kind, pick)
            return
        events = [MOVES[kind](each, pick) for each in self.both]
        if not self._mean_the_same(events):
            return
        for each, event in zip(self.both, events, strict=True):
            each.send(event)
        self.compare(f"{kind} {events[0]}")

    def _mean_the_same(self, events: Sequence[AnyEvent]) -> bool:
        """A word such as "yes" is a button in one language, and none in the other."""
        pressed = [
            labelled(each.shown.buttons if each.shown else (), event.text) if isinstance(event, TextReceived) else None
            for each, event in zip(self.both, events, strict=True)
        ]
        return len({button.id if button else "" for button in pressed}) == 1

    def compare(self, act: str) -> None:
        english, spanish = self.both
        self.met.append(english.place)
        assert seen(english) == seen(spanish), (act, english.words if english.turn.effects else "")


class Seen(NamedTuple):
    """All of a turn that no language may change."""

    session: Any
    effects: list[Any]
    options: tuple[str, ...]


def seen(walker: Speaker) -> Seen:
    decision = walker.library.stand(walker.session.answers).decision
    effects = [without_words(effect) for effect in walker.turn.effects]
    return Seen(replace(walker.session, lang=""), effects, decision.at("offer", "caution"))


def without_words(effect: AnyEffect) -> Any:
    match effect:
        case Reply(bubbles, screen):
            return [block(bubble) for bubble in bubbles], buttons(screen)
        case Redraw(screen):
            return buttons(screen)
        case RequestCallback():
            return replace(effect, lang="", answers="some" if effect.answers else "")
        case _:
            return to_builtins(effect)


def block(bubble: Bubble) -> Any:
    return bubble.key, len(bubble.text.splitlines()), [id for id, _ in bubble.lines], bool(bubble.after)


def buttons(screen: Screen | None) -> Any:
    """The buttons, and how a messaging app shows them: none may be too long for it in one language only."""
    if screen is None:
        return None
    shown = [(button.id, button.kind, button.ticked) for button in screen.buttons]
    return screen.number, screen.state, screen.ask, shown, form_of(screen, CAPABILITIES)


kinds = sorted({*OFTEN, *MOVES, "wait"}, key=[*OFTEN, *MOVES, "wait"].index)
moves = st.lists(st.tuples(st.sampled_from([*OFTEN, *kinds]), st.integers(0, 999)), max_size=30)


@settings(deadline=None)
@given(st.sampled_from(tuple(BEGINNINGS)), moves)
def test_the_same_answers_lead_to_the_same_everything(beginning: str, moves: list[Move]):
    pair = Pair()
    pair.start(beginning)
    for kind, pick in moves:
        pair.move(kind, pick)


def test_every_beginning_is_the_same():
    for beginning in BEGINNINGS:
        Pair().start(beginning)


def test_every_button_of_every_screen_leads_to_the_same():
    """From every screen that the beginnings come to, each button once."""
    for beginning in BEGINNINGS:
        count = 0
        while True:
            pair = Pair()
            pair.start(beginning)
            if count >= len(pair.both[0].buttons):
                break
            pair.move("press", count)
            count += 1


def test_typed_labels_press_the_same_buttons():
    pair = Pair()
    pair.start("nothing yet")
    for _ in range(3 + len(FREE)):
        pick = 0 if pair.both[0].place == "welcome.start" else pair.both[0].buttons.index(FREE[pair.both[0].place][0])
        pair.move("label", pick)
        if pair.both[0].place not in FREE:
            break
    assert pair.both[0].place == "heat_check.result"
