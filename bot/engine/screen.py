"""A state as a person sees it now: which buttons it has, what they are called, and which one typed words mean."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.engine import dialog, safety
from bot.engine.catalog import Catalog, Line
from bot.engine.conditions import Atom, Facts
from bot.engine.decisions import OPEN_LEVELS
from bot.engine.dialog import Choice, State
from bot.engine.effects import Button
from bot.engine.library import Library
from bot.engine.session import Answer, Asked, Session
from bot.engine.standing import Standing, nothing_left

NONE, DONE, SKIP = "none", "done", "skip"
CALL = "call_me"
"""The extra button that /human adds to a screen."""


class Sight(NamedTuple):
    """What a screen is made from: the library, the session, its standing, and the facts with the session's own."""

    library: Library
    session: Session
    standing: Standing
    facts: Facts

    @property
    def state(self) -> State:
        """The state of the session's place."""
        return self.library.states[self.session.place]

    @property
    def catalog(self) -> Catalog:
        """The texts in the person's language."""
        return self.library.catalog(self.session.lang)

    def choices(self) -> tuple[Choice, ...]:
        """The choices on this screen, the Done buttons of a list included."""
        on_path = self.standing.lines.get(self.state.name)
        if on_path is not None:
            return on_path
        return self.library.ground.choices(self.state, self.facts, self._asked_elsewhere())

    def _asked_elsewhere(self) -> frozenset[Atom]:
        """What was asked, leaving out this very question: on the way back it shows all its lines again."""
        session, name = self.session, self.state.name
        if not self.state.ask_once or all(answered != name for answered, _ in session.answers):
            return self.standing.asked
        others = tuple(pair for pair in session.answers if pair[0] != name)
        return self.library.stand(others, session.unseen).asked

    def unseen(self) -> Answer:
        """The lines of this question that are not on this screen: nobody can have answered them."""
        shown = self.choices()
        return tuple(choice.id for choice in self.state.choices if choice not in shown)

    def nothing_left_to_ask(self) -> bool:
        """Whether a question that is asked once has only lines that this check has asked already."""
        return nothing_left(self.state, self.choices())


NEAREST, OTHER = "nearest", "other"
"""The question that the engine asks when a question in passing may be about several topics; the button for none."""
ASKED_BACK = "asked_back"
"""The kind of the buttons of a question that the engine asks by itself."""


def buttons(sight: Sight) -> tuple[Button, ...]:
    """The buttons of the current screen, in the order in which they are numbered."""
    if sight.session.asked_back:
        return tuple(_asked_back(sight, sight.session.asked_back))
    return (*_question(sight), *_options(sight), *_moves(sight))


def _asked_back(sight: Sight, asked: Asked) -> Iterator[Button]:
    group = f"command.{asked.kind}.buttons."
    labels = {key.removeprefix(group): line.label for key, line in sight.catalog.lines.items() if key.startswith(group)}
    ids = (*asked.ids, OTHER) if asked.kind == NEAREST else tuple(labels)
    yield from (Button(id, labels[id], ASKED_BACK) for id in ids if id in labels)


def _question(sight: Sight) -> Iterator[Button]:
    state = sight.state
    if state.choices:
        choices = sight.choices()
        kind = "tick" if state.ask == "many" else "choice"
        for choice in choices:
            if not choice.closes:
                yield _choice(sight, choice.id, kind)
        if state.none_of_these:
            yield _choice(sight, NONE, "none")
        for choice in choices:
            if choice.closes:
                yield _choice(sight, choice.id, "done")
    if state.optional:
        yield _choice(sight, SKIP, "skip")


def _choice(sight: Sight, choice: str, kind: str) -> Button:
    line = sight.catalog.line(f"{sight.state.name}.choices.{choice}")
    return Button(choice, line.label, kind, kind == "tick" and choice in sight.session.ticked)


def offered(sight: Sight) -> tuple[str, ...]:
    """The options that have a button here."""
    source, decision = sight.state.choices_from, sight.standing.decision
    if source is None:
        return ()
    if source == "options":
        return decision.at(*OPEN_LEVELS)
    return tuple(option for option in sight.library.options_of(source) if decision.levels[option] in OPEN_LEVELS)


def _options(sight: Sight) -> Iterator[Button]:
    for option in offered(sight):
        yield Button(option, sight.catalog.text(f"option.{option}"), "option")


def moves(sight: Sight) -> Iterator[dialog.Button]:
    """The navigation buttons that show now."""
    for button in sight.state.buttons:
        if "change_language" in button.do and len(sight.library.languages) < 2:
            continue
        if sight.library.holds(button.when, sight.facts):
            yield button


def _moves(sight: Sight) -> Iterator[Button]:
    ids: set[str] = set()
    for button in moves(sight):
        ids.add(button.id)
        yield Button(button.id, sight.catalog.line(button.label).label, "move")
    if sight.session.offer_call and CALL not in ids:
        yield Button(CALL, sight.catalog.line(f"command.human.buttons.{CALL}").label, "call")


def lines(sight: Sight) -> tuple[tuple[str, str], ...]:
    """The long lines of a list, in order, with headings as lines without an id."""
    shown = (choice.id for choice in sight.choices()) if sight.state.choices else ()
    return tuple(
        _with_headings((choice, sight.catalog.line(f"{sight.state.name}.choices.{choice}")) for choice in shown)
    )


def _with_headings(choices: Iterable[tuple[str, Line]]) -> Iterator[tuple[str, str]]:
    above = ""
    for choice, line in choices:
        if line.heading and line.heading != above:  # several lines can share one, for the first may not show
            yield "", line.heading
        above = line.heading
        if line.line:
            yield choice, line.line


NUMBERS = re.compile(r"\s*\d{1,2}(?:[\s,]+\d{1,2})*\s*[.,]?\s*", re.ASCII)


def labelled(shown: tuple[Button, ...], text: str) -> Button | None:
    """The button whose label these words are exactly."""
    plain = plain_words(text)
    return next((button for button in shown if plain and plain_words(button.label) == plain), None)


def numbered(shown: tuple[Button, ...], text: str, ask: str) -> tuple[Button, ...]:
    """The buttons with these numbers; several only on a list; on a scale the number is the answer itself."""
    if not NUMBERS.fullmatch(text):
        return ()
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if ask == "scale" and len(numbers) == 1:
        return tuple(button for button in shown if button.id == str(numbers[0]))
    if not all(1 <= number <= len(shown) for number in numbers) or (len(numbers) > 1 and ask != "many"):
        return ()
    return tuple(shown[number - 1] for number in dict.fromkeys(numbers))


def plain_words(text: str) -> str:
    """Words without case, accents, punctuation or spare spaces."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def can_ask_for_call(sight: Sight) -> bool:
    """Whether /human may offer a call here: after the last red-flag screen, never in a lock (logic, section 6)."""
    answered = any(name == safety.LAST_SCREEN for name, _ in sight.session.answers)
    return answered and not sight.session.lock and not sight.session.place.startswith(safety.DRAFTS)
