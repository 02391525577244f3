"""Random conversations: what people, platforms and time can do, move by move, with what each move led to."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from hypothesis import strategies as st

from bot.engine import safety
from bot.engine.effects import Screen
from bot.engine.events import (
    AddressedInPublic,
    AnyEvent,
    AttachmentReceived,
    ChoicePressed,
    CommandGiven,
    MessageEdited,
    PersonLeft,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
    TimerFired,
)
from tests.engine.edited import edited
from tests.engine.steps import Step, Walk
from tests.engine.talk import DAY, FREE, HOUR, MOMENT, Talk, bilingual

DANGER = ("I can't pee", "no puedo orinar", "my chest hurts", "numb between my legs", "I peed myself")
CRISIS = ("I want to kill myself", "quiero morir")
BOTH = ("I can't pee and I want to kill myself",)
JUNK = (
    "bananas",
    "maybe?",
    "no",
    "yes",
    "si",
    "",
    "  ",
    "😀",
    "\u202e\x00",
    "ninguno",
    "7 apples",
    "0",
    "99",
    "none 1",
)
HEARD = ("", "my back", "2", "None of these", *DANGER, *CRISIS, *BOTH)
"""Words that come with a photo, or in place of earlier ones: only danger in them is heard."""

WORDS = ("help", "Hello!", "STOP", "go back", "privacy", "emergency", "delete my data", "change language")
COMMANDS = ("start", "help", "emergency", "human", "stop", "back", "language", "privacy", "delete", "dance", "")
WAITS = (timedelta(minutes=1), 3 * HOUR, DAY - MOMENT, DAY, 3 * DAY)

BEGINNINGS: Mapping[str, str] = {
    "nothing yet": "",
    "agreed": "agree",
    "four lists passed": "agree none none none dry none none",
    "result": "agree none none none both none none none none",
    "book soon": "agree none none none dry worse_pain each_time none none none",
    "swelling": "agree none none none dry swelling now_and_then mild none none none cold no",
    "today": "agree none none none none fever done",
    "form": "agree none none none none none none none call_me agree",
    "review": "agree none none none none none none none call_me agree Ann +16025550100 skip",
    "today's review": "agree none none none none fever done call_me agree Ann +16025550100 morning",
    "emergency": "agree some",
    "mind and body": "agree none none none none none none none mind_body",
    "gone back": "agree none none none dry none none none none /back /back /back",
    "injury told late": "agree none none none dry none none none none /back /back injury done",
    "stopped in mid-change": "agree none none none dry none none none none /back /back injury done /stop",
    "form in mid-change": "agree none none none dry none none none none /back /back injury done /human call_me agree",
    "check-in agreed to": "agree none none none moist none none none none creams none check_in hours_2",
    "check-in written": "agree none none none dry none none none none moist_heat check_in hours_4 skip ~5 go_on none",
    "check-in told": "agree none none none dry none none none none moist_heat check_in hours_4 5 ~5 go_on none 8"
    " normal",
    "injury after a card": "agree none none none dry none none none none creams none"
    " /back /back /back /back injury done",
}
"""Where a walk begins, from the first message on: presses, /commands, a Name, a +contact, ~hours until a check-in."""


Move = tuple[str, int]
"""What happens next, and a number that picks among the possibilities of that moment."""


class Walker(Talk):
    """A conversation that remembers every step and every screen."""

    def __init__(self) -> None:
        super().__init__(bilingual())
        self.steps = Walk()
        self.screens: list[Screen] = []

    def send(self, event: AnyEvent) -> Talk:
        before, seen = self.session, self.shown
        super().send(event)
        self.steps.append(Step(self.library, before, seen, event, self.turn, self.now))
        if self.shown and self.shown is not seen:
            self.screens.append(self.shown)
        return self

    def act(self, act: str) -> None:
        if act.startswith("/"):
            self.command(act[1:])
        elif act.startswith("+"):
            self.give_contact(act)
        elif act.startswith("~"):
            self.wait(int(act[1:]) * HOUR).send(TimerFired(safety.JOB))
        elif act.istitle():
            self.say(act)
        else:
            self.press(act)

    def move(self, kind: str, pick: int) -> None:
        if kind == "wait":
            self.wait(WAITS[pick % len(WAITS)])
        elif kind == "edit":
            self.meet(edited() if self.library is bilingual() else bilingual())
        else:
            self.send(MOVES[kind](self, pick))


def _press(walker: Walker, pick: int) -> AnyEvent:
    buttons = walker.buttons
    return ChoicePressed(walker.session.screen, buttons[pick % len(buttons)] if buttons else "none")


def _forward(walker: Walker, pick: int) -> AnyEvent:
    """The free answer of a question, so that walks get somewhere; elsewhere any button."""
    free = FREE.get(walker.place)
    return ChoicePressed(walker.session.screen, free[0]) if free else _press(walker, pick)


def _answer(walker: Walker, pick: int) -> AnyEvent:
    """A list answered in one message, with one or two of its lines; elsewhere any button."""
    lines = [at for at, button in enumerate(walker.shown.buttons, 1) if button.kind == "tick"] if walker.shown else []
    if not lines:
        return _press(walker, pick)
    return TextReceived(f"{lines[pick % len(lines)]} {lines[pick // 7 % len(lines)]}")


def _tick(walker: Walker, pick: int) -> AnyEvent:
    event = _press(walker, pick)
    return SelectionToggled(event.screen, event.choice) if isinstance(event, ChoicePressed) else event


def _old(walker: Walker, pick: int) -> AnyEvent:
    earlier = [(screen.number, button.id) for screen in walker.screens[:-1] for button in screen.buttons]
    screen, choice = earlier[pick % len(earlier)] if earlier else (pick, "agree")
    return ChoicePressed(screen, choice) if pick % 2 else SelectionToggled(screen, choice)


def _label(walker: Walker, pick: int) -> AnyEvent:
    labels = walker.labels or ["Agree"]
    label = labels[pick % len(labels)]
    return TextReceived((label, label.upper(), f"  {label.lower()}. ", label.swapcase())[pick % 4])


def _numbers(walker: Walker, pick: int) -> AnyEvent:
    return TextReceived((f"{pick % 19}", f"{pick % 7}, {pick % 5}", f"{pick % 15} {pick % 4} {pick % 11}")[pick % 3])


def _from(texts: Sequence[str]) -> Callable[[Walker, int], AnyEvent]:
    return lambda walker, pick: TextReceived(texts[pick % len(texts)])


MOVES: Mapping[str, Callable[[Walker, int], AnyEvent]] = {
    "press": _press,
    "forward": _forward,
    "answer": _answer,
    "tick": _tick,
    "old": _old,
    "stray": lambda walker, pick: ChoicePressed(walker.session.screen + pick % 3 - 1, "nowhere"),
    "label": _label,
    "numbers": _numbers,
    "junk": _from(JUNK),
    "danger": _from(DANGER),
    "crisis": _from(CRISIS),
    "both": _from(BOTH),
    "words": _from(WORDS),
    "contact": lambda walker, pick: TextUnderstood("602 555 0100", ("+16025550100", None)[pick % 2]),
    "back": lambda walker, pick: CommandGiven("back"),
    "command": lambda walker, pick: CommandGiven(COMMANDS[pick % len(COMMANDS)]),
    "command with words": lambda walker, pick: CommandGiven(COMMANDS[pick % len(COMMANDS)], HEARD[pick % len(HEARD)]),
    "attachment": lambda walker, pick: AttachmentReceived(HEARD[pick % len(HEARD)]),
    "changed message": lambda walker, pick: MessageEdited(HEARD[pick % len(HEARD)]),
    "public": lambda walker, pick: AddressedInPublic(),
    "left": lambda walker, pick: PersonLeft(),
    "timer": lambda walker, pick: TimerFired((safety.EXPIRY, "check_in", "")[pick % 3]),
}

OFTEN = (
    *("press",) * 12,
    *("forward",) * 16,
    *("answer",) * 8,
    *("command", "back") * 4,
    *("tick", "label", "numbers") * 2,
)
"""Moves that lead on; without their weight few walks would come far."""


def walk(beginning: str, moves: Sequence[Move]) -> Walk:
    """Play a beginning and then the moves."""
    walker = Walker()
    walker.start()
    for act in BEGINNINGS[beginning].split():
        walker.act(act)
    for kind, pick in moves:
        walker.move(kind, pick)
    return walker.steps


moves = st.lists(st.tuples(st.sampled_from((*OFTEN, *MOVES, "wait", "edit")), st.integers(0, 999)), max_size=30)
walks = st.builds(walk, st.sampled_from(tuple(BEGINNINGS)), moves)
