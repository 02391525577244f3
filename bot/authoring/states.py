"""Compiles what was written at one state: short names become full ones, every target and text is looked up."""

from collections.abc import Mapping, Sequence

from bot.authoring import models as m
from bot.authoring.facts import Facts
from bot.authoring.files import Path
from bot.authoring.names import Names
from bot.authoring.rules import check_last
from bot.authoring.whens import Whens
from bot.authoring.written import SCALE, YES_NO
from bot.engine import dialog as d
from bot.engine.screen import DONE, NONE, SKIP

WITH_CHOICES = ("one", "many", "yes_no", "scale")
LEADING = frozenset({"mistaken", "i_am_safe", "change_language"})
"""Effects that decide themselves where to go."""


def compile_states(names: Names, facts: Facts) -> dict[str, d.State]:
    """All states by full name; what does not fit is told and left out."""
    return {name: _StateReader(name, names, facts).read() for name in names.dialogs.states}


class _StateReader:
    def __init__(self, name: str, names: Names, facts: Facts) -> None:
        self.name = name
        self.names = names
        self.facts = facts
        self.file, self.path = names.dialogs.where(name)
        self.dialog = name.partition(".")[0]
        self.model = names.dialogs.states[name]
        self.whens = Whens(self.file, facts.dialogs, self.dialog)

    def read(self) -> d.State:
        model = self.model
        return d.State(
            name=self.name,
            ask=model.ask,
            choices=self._choices(),
            none_of_these=model.none_of_these,
            optional=model.optional,
            may_be_empty=model.may_be_empty,
            ask_once=model.ask_once,
            asks=self._sets(model.asks, (*self.path, "asks")),
            buttons=self._buttons(),
            choices_from=self._one_of(model.choices_from, "choices_from", "group of options", self.facts.groups),
            option=self._one_of(model.option, "option", "option", self.facts.options),
            questions=self._target(model.questions, (*self.path, "questions")),
            next=self._rules(model.next, (*self.path, "next"), back=False),
            shows=self._shows(),
            opens_next=self._opens_next(),
            back=self._back(),
            only_when=self.whens.read(model.only_when, (*self.path, "only_when")),
            remember=model.remember,
            end=model.end,
        )

    # Answers

    def _choices(self) -> tuple[d.Choice, ...]:
        if self.model.ask not in WITH_CHOICES:
            return ()
        if self.model.ask == "yes_no":
            sets = self._sets(self.model.sets or {}, (*self.path, "sets"))
            return tuple(d.Choice(id, sets if id != "no" else ()) for id in YES_NO)
        if self.model.ask == "scale":
            return tuple(d.Choice(number, self._own(number, (*self.path, "answer"))[1]) for number in SCALE)
        made = [self._choice(choice, (*self.path, "choices", i)) for i, choice in enumerate(self.model.choices)]
        if self.model.ask == "many":
            done = self.model.done or [m.ChoiceModel(id="done")]
            made += [self._choice(choice, (*self.path, "done", i), closes=True) for i, choice in enumerate(done)]
        return tuple(made)

    def _choice(self, choice: m.ChoiceModel, path: Path, closes: bool = False) -> d.Choice:
        id, sets = choice.id, self._sets(choice.sets or {}, (*path, "sets"))
        if choice.sets is None and not closes and not self.file.cut_near(path):
            id, sets = self._own(choice.id, path)
        return d.Choice(id, sets, self.whens.read(choice.when, (*path, "when")), closes)

    def _own(self, choice: str, path: Path) -> tuple[str, d.Sets]:
        """A choice that sets nothing else adds its own name to the state's `answer`; its name as it was meant."""
        answer = self._fact(self.model.answer, (*self.path, "answer")) if self.model.answer else None
        if answer is None or choice in (DONE, SKIP, NONE if self.model.none_of_these else DONE):
            return choice, ()
        meant = self._value(answer, choice, path)
        return (meant or choice), (((answer, meant),) if meant else ())

    def _sets(self, sets: Mapping[str, list[str]], path: Path) -> d.Sets:
        made: list[tuple[str, str]] = []
        for name, values in sets.items():
            fact = self._fact(name, (*path, name), key=True)
            meant = [self._value(fact, value, (*path, name, i)) for i, value in enumerate(values)] if fact else []
            made += [(fact, value) for value in meant if fact and value]
        return tuple(made)

    def _fact(self, name: str, path: Path, key: bool = False) -> str | None:
        inputs = self.facts.inputs
        if name in inputs:
            return name
        if self.facts.dialogs.vague:
            self.file.cut(path)
            return None
        return self.file.unknown(path, "input", name, list(inputs), key=key)

    def _value(self, fact: str, value: str, path: Path) -> str | None:
        values = self.facts.inputs[fact].values
        return value if value in values else self.file.unknown(path, f"value {{}} of {fact}", value, values)

    # Options

    def _one_of(self, word: str | None, setting: str, what: str, known: Sequence[str]) -> str | None:
        if word is None or word in known:
            return word
        if self.facts.dialogs.vague:
            self.file.cut((*self.path, setting))
            return None
        return self.file.unknown((*self.path, setting), what, word, known)

    # Ways on

    def _buttons(self) -> tuple[d.Button, ...]:
        path = (*self.path, "buttons_from")
        owner = self._target(self.model.buttons_from, path)
        if owner is None:
            return self.own_buttons()
        if self.model.buttons:
            self.file.tell(path, "Own buttons stand here as well", "buttons: or buttons_from:", "Keep one", key=True)
        lender = _StateReader(owner, self.names, self.facts)
        if not lender.model.buttons and not lender.file.doubtful((*lender.path, "buttons")):
            self.file.tell(path, f"{owner} has no buttons of its own", "A state with buttons:", "Name another one")
        return lender.own_buttons()

    def own_buttons(self) -> tuple[d.Button, ...]:
        """The buttons that are written at this state."""
        return tuple(self._button(id, b, (*self.path, "buttons", id)) for id, b in self.model.buttons.items())

    def _button(self, id: str, button: m.ButtonModel, path: Path) -> d.Button:
        rules = self._rules(button.next, (*path, "next"))
        if button.go is not None:
            go = self._target(button.go, (*path, "go"), back=True)
            rules = (d.Rule(go),) if go else ()
        if not (button.go or button.next or button.say or LEADING & set(button.do)):
            fits = "go: with a state, say: with a text, or do: with something that decides where to go"
            self.file.miss(path, f'The button "{id}" leads nowhere', fits, "Add go: with a state")
            self.file.cut(path)
        return d.Button(
            id=id,
            next=rules,
            when=self.whens.read(button.when, (*path, "when")),
            do=tuple(button.do),
            say=self._text(button.say, (*path, "say")),
            show=self._text(button.show, (*path, "show")),
            label=f"{self.name}.buttons.{id}",
        )

    def _rules(self, rules: Sequence[m.RuleModel], path: Path, back: bool = True) -> tuple[d.Rule, ...]:
        made: list[d.Rule] = []
        for i, rule in enumerate(rules):
            at = (*path, i)
            go = self._target(rule.go, (*at, "go"), back)
            when = self.whens.read(rule.when, (*at, "when"))
            say = self._text(rule.say, (*at, "say"))
            if go and (when is not None or rule.when is None):
                made.append(d.Rule(go, when, say, tuple(rule.do)))
        tests = [((*path, i), rule.when is not None) for i, rule in enumerate(rules)]
        check_last(self.file, tests, "Add one more line with only go:")
        return tuple(made)

    def _back(self) -> str | None:
        back = self.model.back
        return back if back in (d.CAME_FROM, d.NOWHERE) else self._target(back, (*self.path, "back"))

    def _target(self, reference: str | None, path: Path, back: bool = False) -> str | None:
        if reference is None or (back and reference == d.BACK):
            return reference
        if reference == d.BACK:
            self.file.tell(path, "Only a button can lead back", "A state, or a dialog", "Name the state that follows")
            self.file.cut(path)
            return None
        return self.names.target(self.file, path, self.dialog, reference)

    # Texts

    def _shows(self) -> tuple[d.Says, ...]:
        if not self.model.shows:
            return (d.Says(self.name),)
        return tuple(
            d.Says(text, self.whens.read(says.when, (*self.path, "shows", i, "when")))
            for i, says in enumerate(self.model.shows)
            if (text := self._text(says.text, (*self.path, "shows", i, "text")))
        )

    def _opens_next(self) -> tuple[d.Says, ...]:
        path = (*self.path, "opens_next")
        return tuple(
            d.Says(text, self.whens.read(opens.when, (*path, i, "when")))
            for i, opens in enumerate(self.model.opens_next)
            if (text := self._text(opens.say, (*path, i, "say")))
        )

    def _text(self, reference: str | None, path: Path) -> str | None:
        return self.names.text(self.file, path, self.name, reference)
