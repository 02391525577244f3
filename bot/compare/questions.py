"""What the flow changes: questions, lines, buttons and texts that are new, gone, moved, or lead elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.compare.change import Change, Grade, worst
from bot.compare.tests_of import Tests
from bot.compare.words import Words, condition
from bot.engine import safety
from bot.engine.dialog import Choice, Rule, Says, State
from bot.engine.library import Library

SETTINGS = {
    "ask": "is asked in another way", "none_of_these": "none_of_these", "optional": "optional",
    "may_be_empty": "may_be_empty", "ask_once": "ask_once", "choices_from": "choices_from", "option": "option",
    "questions": "questions", "back": "back", "remember": "remember", "end": "end",
}  # fmt: skip
FREER = ("optional", "may_be_empty")
"""Settings with which a question can be passed over: a clinician must look at them."""

PROTECTING = ("red_flags.", "heat_check.stop")
Told = Iterator[tuple[Grade, str]]


class Questions:
    """Compares the states of two versions."""

    def __init__(self, old: Library, new: Library) -> None:
        self.old, self.new = old, new
        self.words, self.tests = Words(old, new), Tests(old, new)

    def changes(self) -> Iterator[Change]:
        """One change for each state that differs, with all that differs in it; then the options."""
        for name in dict.fromkeys((*self.old.states, *self.new.states)):
            before, after = self.old.states.get(name), self.new.states.get(name)
            if before and after:
                told = list(self._between(before, after))
                if told:
                    title = f"{self.words.question(name)} was changed"
                    lines = tuple(f"{line} [{grade}]" for grade, line in told)
                    yield Change(worst(grade for grade, _ in told), "questions", title, lines)
            else:
                yield self._whole(name, (before or after), gone=after is None)
        yield from self._offered()

    def _whole(self, name: str, state: State | None, gone: bool) -> Change:
        asks = state is not None and any(choice.sets for choice in state.choices)
        kind = "question" if state is not None and state.asks_something else "page"
        grade = Grade.DIFFERENT if not asks else Grade.MILDER if gone else Grade.STRICTER
        title = f"The {kind} {self.words.question(name)} {'is gone' if gone else 'is new'}"
        lines = [self._line(name, choice) for choice in (state.choices if state else ()) if choice.sets]
        return Change(grade, "questions", title, tuple(f"{'no longer asked' if gone else 'asked'}: {x}" for x in lines))

    def _between(self, old: State, new: State) -> Told:
        yield from self._choices(old, new)
        yield from _asks(old, new)
        yield from _settings(old, new)
        if old.only_when != new.only_when:
            yield Grade.DIFFERENT, f"it opens when {condition(new.only_when)}; before: {condition(old.only_when)}"
        yield from self._ways(old.next, new.next, "an answer")
        yield from self._buttons(old, new)
        yield from self._texts(old.opens_next, new.opens_next, protects=True)
        yield from self._texts(old.shows, new.shows, protects=old.name.startswith(PROTECTING))

    # Lines

    def _line(self, state: str, choice: Choice) -> str:
        return f'"{self.words.label(f"{state}.choices.{choice.id}")}"'

    def _choices(self, old: State, new: State) -> Told:
        before, after = _by_id(old.choices), _by_id(new.choices)
        for id, choice in before.items():
            if id not in after:
                yield self._lone(old.name, choice, self.new, self.old, Grade.MILDER, "no longer there")
        for id, choice in after.items():
            if id in before:
                yield from self._choice(new.name, before[id], choice)
            else:
                yield self._lone(new.name, choice, self.old, self.new, Grade.STRICTER, "new")
        if [id for id in before if id in after] != [id for id in after if id in before]:
            yield Grade.DIFFERENT, "its lines stand in another order"

    def _lone(
        self, state: str, choice: Choice, other: Library, own: Library, grade: Grade, what: str
    ) -> tuple[Grade, str]:
        """A line that one version has here; in the other one everybody may be asked it in another place."""
        elsewhere = _everybody_asked(other, choice) - _everybody_asked(own, choice)
        if choice.sets and elsewhere:
            way = "to" if grade is Grade.MILDER else "here from"
            return Grade.DIFFERENT, f"the line {self._line(state, choice)} has moved {way} {min(elsewhere)}"
        return (grade if choice.sets else Grade.DIFFERENT), f"the line {self._line(state, choice)} is {what}"

    def _choice(self, state: str, old: Choice, new: Choice) -> Told:
        line = self._line(state, new)
        if old.sets != new.sets:
            lost = set(old.sets) - set(new.sets)
            grade = Grade.MILDER if lost else Grade.STRICTER
            yield grade, f"the line {line} now means {_pairs(new.sets)}; before: {_pairs(old.sets)}"
        if old.when != new.when:
            grade = self.tests.grade([old.when], [new.when])
            yield grade, f"the line {line} shows when {condition(new.when)}; before: {condition(old.when)}"

    # Ways on

    def _ways(self, old: tuple[Rule, ...], new: tuple[Rule, ...], what: str) -> Told:
        before, after = ([(rule.go, rule.when) for rule in rules] for rules in (old, new))
        if before != after:
            gone = _urgent(old) - _urgent(new)
            more = _urgent(new) - _urgent(old)
            grade = Grade.MILDER if gone else Grade.STRICTER if more else Grade.DIFFERENT
            yield grade, f"{what} now leads to {_routes(new)}; before: {_routes(old)}"
        yield from self._texts(_saying(old), _saying(new), protects=True)
        done, does = ({name for rule in rules for name in rule.do} for rules in (old, new))
        if done != does:
            yield Grade.DIFFERENT, f"{what} now does {_named(does)}; before: {_named(done)}"

    def _buttons(self, old: State, new: State) -> Told:
        before, after = _by_id(old.buttons), _by_id(new.buttons)
        for id, button in before.items():
            if id not in after:
                grade = Grade.MILDER if _urgent(button.next) else Grade.DIFFERENT
                yield grade, f'the button "{self.words.label(button.label)}" is no longer there'
        for id, button in after.items():
            label = f'the button "{self.words.label(button.label)}"'
            was = before.get(id)
            if was is None:
                yield Grade.DIFFERENT, f"{label} is new"
                continue
            yield from self._ways(was.next, button.next, label)
            if was.when != button.when:
                yield Grade.DIFFERENT, f"{label} shows when {condition(button.when)}; before: {condition(was.when)}"
            if (was.do, was.say, was.show) != (button.do, button.say, button.show):
                yield Grade.DIFFERENT, f"{label} does, says or shows something else"
        if [id for id in before if id in after] != [id for id in after if id in before]:
            yield Grade.DIFFERENT, "its buttons stand in another order"

    # Texts

    def _texts(self, old: Iterable[Says], new: Iterable[Says], protects: bool) -> Told:
        before, after = _by_text(old), _by_text(new)
        for key, tests in before.items():
            if key not in after:
                grade = Grade.MILDER if protects else Grade.DIFFERENT
                yield grade, f'it no longer says "{self.words.text(key)}"'
            elif tests != after[key]:
                grade = self.tests.grade(tests, after[key])
                now, was = (" or ".join(map(condition, each)) for each in (after[key], tests))
                yield grade, f'it says "{self.words.text(key)}" when {now}; before: {was}'
        for key in after:
            if key not in before:
                grade = Grade.STRICTER if protects else Grade.DIFFERENT
                yield grade, f'it now says "{self.words.text(key)}" when {" or ".join(map(condition, after[key]))}'
        if [key for key in before if key in after] != [key for key in after if key in before]:
            yield Grade.DIFFERENT, "its texts stand in another order"

    # Options

    def _offered(self) -> Iterator[Change]:
        before, after = (_offers(version) for version in (self.old, self.new))
        for option, place in before:
            if (option, place) not in after:
                yield Change(
                    Grade.STRICTER, "questions", f"{self.words.option(option)} is no longer offered in {place}"
                )
        for option, place in after:
            if (option, place) not in before:
                yield Change(Grade.MILDER, "questions", f"{self.words.option(option)} is now offered in {place}")


def _everybody_asked(version: Library, choice: Choice) -> set[str]:
    """The questions of the check that always have a line of this meaning."""
    main = (version.states[name] for name in version.ground.main)
    return {state.name for state in main for line in state.choices if line.when is None and line.sets == choice.sets}


def _by_id(things: Iterable[Any]) -> Mapping[str, Any]:
    return {thing.id: thing for thing in things}


def _by_text(says: Iterable[Says]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in says:
        found.setdefault(each.text, []).append(each.when)
    return found


def _saying(rules: tuple[Rule, ...]) -> list[Says]:
    return [Says(rule.say, rule.when) for rule in rules if rule.say]


def _asks(old: State, new: State) -> Told:
    lost, more = (sorted({*one.asks} - {*other.asks}) for one, other in ((old, new), (new, old)))
    if lost:
        yield Grade.MILDER, f"it no longer counts as asking about {_pairs(lost)}"
    if more:
        yield Grade.STRICTER, f"it now counts as asking about {_pairs(more)}"


def _settings(old: State, new: State) -> Told:
    for name, called in SETTINGS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            grade = Grade.MILDER if name in FREER and after else Grade.DIFFERENT
            yield grade, f"{called}: {_setting(after)}; before: {_setting(before)}"


def _urgent(rules: Iterable[Rule]) -> set[str]:
    return {rule.go for rule in rules} & {safety.EMERGENCY, safety.CRISIS, safety.SAME_DAY}


def _routes(rules: Iterable[Rule]) -> str:
    told = [rule.go + (f" when {condition(rule.when)}" if rule.when else "") for rule in rules]
    return ", else ".join(told) or "nowhere"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in pairs) or "nothing"


def _named(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"


def _offers(version: Library) -> list[tuple[str, str]]:
    tables = version.source.tables
    listed = [(option, "the list") for option in tables.ranked]
    return [*listed, *((option, group) for group, inside in tables.inner.items() for option in inside)]


_PLAIN = {"True": "yes", "False": "no", "None": "nothing"}


def _setting(value: object) -> str:
    return _PLAIN.get(str(value), str(value))
