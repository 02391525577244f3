"""Compiles `dialogs/decisions.yaml` into tables."""

from collections.abc import Iterable, Mapping, Sequence

from bot.authoring import models as m
from bot.authoring.facts import Facts
from bot.authoring.files import File, Path
from bot.authoring.rules import check_last, check_order
from bot.authoring.whens import Whens
from bot.engine import safety
from bot.engine.conditions import Has
from bot.engine.decisions import DRY_HEAT, LEVELS, LevelRule, ResultRule, Tables

NO_TABLES = Tables({}, (), {}, safety.TIERS, (), (), (), (), (), (), {}, (), (), ())
"""What is known where decisions.yaml could not be read."""


def compile_tables(model: m.DecisionsModel, facts: Facts, file: File) -> Tables:
    """All tables; what does not fit is told and left out."""
    return _Tables(model, facts, file).build()


class _Tables:
    def __init__(self, model: m.DecisionsModel, facts: Facts, file: File) -> None:
        self.model = model
        self.facts = facts
        self.file = file
        self.early = Whens(file, facts.early)
        self.late = Whens(file, facts.late)
        self.ranked = facts.ranked

    def build(self) -> Tables:
        model = self.model
        self._words(("tier", "results"), model.tier.results, safety.TIERS)
        self._words(("levels", "results"), model.levels.results, LEVELS)
        every = (*self.facts.options, DRY_HEAT)
        self._options(("levels", "options"), model.levels.options, every)
        return Tables(
            inputs=self.facts.inputs,
            ranked=self.ranked,
            inner=self.facts.inner,
            tiers=safety.TIERS,
            tier=self._results("tier", model.tier.rules, safety.TIERS, self.early),
            patterns=tuple(model.pattern.results),
            pattern=self._first("pattern", model.pattern, self.early),
            order=self._order(),
            to_the_front=self._front(),
            options=tuple(option for option in every if option in model.levels.options),
            ties=self._ties(every),
            levels=self._levels(every),
            dry_heat_results=tuple(model.dry_heat_result.results),
            dry_heat=self._first("dry_heat_result", model.dry_heat_result, self.late),
        )

    def _words(self, path: Path, words: Sequence[str], expected: Sequence[str]) -> None:
        """Names that the engine itself knows must all be there, in its order."""
        if tuple(words) != tuple(expected):
            fits = f"Exactly {', '.join(expected)}, in this order"
            self.file.tell(path, f"The list reads {', '.join(words)}", fits, "The engine knows these; put them back")

    def _options(self, path: Path, words: Iterable[str], known: Sequence[str]) -> list[str]:
        """The options of a list, as they were meant."""
        meant = [
            word if word in known else self.file.unknown((*path, i), "option", word, known)
            for i, word in enumerate(words)
        ]
        return [word for word in dict.fromkeys(meant) if word]

    # Tables with results

    def _results(
        self, table: str, rules: Mapping[str, m.ResultRuleModel], results: Sequence[str], whens: Whens
    ) -> tuple[ResultRule, ...]:
        made: list[ResultRule] = []
        for name, rule in rules.items():
            path = (table, "rules", name)
            result = rule.result[0] if len(rule.result) == 1 else None
            if result is None:
                self.file.tell((*path, "result"), "A list stands here", "One result", "Keep one of them")
                self.file.cut(path)
            elif result not in results:
                result = self.file.unknown((*path, "result"), "result", result, results)
            when = whens.read(rule.when, (*path, "when"))
            if result and (when or rule.when is None):
                made.append(ResultRule(name, (result,), when))
        return tuple(made)

    def _first(self, table: str, model: m.FirstModel, whens: Whens) -> tuple[ResultRule, ...]:
        """A table of the first hit must always find one."""
        self._has_rules(table, model.rules)
        tests = [((table, "rules", name), rule.when is not None) for name, rule in model.rules.items()]
        check_last(self.file, tests, "Add one more rule at the end, with only result:")
        return self._results(table, model.rules, model.results, whens)

    def _has_rules(self, table: str, rules: Mapping[str, m.ResultRuleModel]) -> None:
        if not rules:
            path = (table, "rules")
            self.file.miss(path, f"The table {table} has no rules", "At least one, without a test", "Write one")

    # The order

    def _order(self) -> tuple[ResultRule, ...]:
        rules = self.model.order.rules
        made: list[ResultRule] = []
        for name, rule in rules.items():
            when = self.late.read(rule.when, ("order", "rules", name, "when"))
            made.append(ResultRule(name, self._every_option(name, rule), when))
        tests = [(("order", "rules", name), rule.when is not None) for name, rule in rules.items()]
        check_order(self.file, tests)
        self._every_pattern(made)
        return tuple(made)

    def _every_option(self, name: str, rule: m.ResultRuleModel) -> tuple[str, ...]:
        path = ("order", "rules", name, "result")
        result = self._options(path, rule.result, self.ranked)
        missing = [option for option in self.ranked if option not in result]
        if missing and not self.file.doubtful(path):
            found = f"This order leaves out {', '.join(missing)}"
            self.file.tell(path, found, f"Each of {', '.join(self.ranked)} once", "Add what is missing")
        elif len(result) < len(rule.result) and not self.file.doubtful(path):
            self.file.tell(path, "This order names an option twice", "Each option once", "Delete one of the two")
        return (*result, *missing)

    def _every_pattern(self, made: Sequence[ResultRule]) -> None:
        """Each pattern has a rule with no other test, or the last rule has none, so that one always holds."""
        missing = set(self.model.pattern.results)
        for rule in made:
            if rule.when is None:
                return
            if isinstance(rule.when, Has) and rule.when.name == "pattern":
                missing -= rule.when.values
        if missing:
            found = f"No order for the pattern {', '.join(sorted(missing))}"
            fits = "A rule for every pattern, with no other test beside it"
            self.file.miss(("order", "rules"), found, fits, "Add a rule for it")

    def _front(self) -> tuple[ResultRule, ...]:
        made: list[ResultRule] = []
        for name, rule in self.model.order.to_the_front.items():
            path = ("order", "to_the_front", name)
            known = rule.option in self.ranked
            option = rule.option if known else self.file.unknown((*path, "option"), "option", rule.option, self.ranked)
            when = self.late.read(rule.when, (*path, "when"))
            if option and when:
                made.append(ResultRule(name, (option,), when))
        return tuple(made)

    # Levels

    def _ties(self, options: Sequence[str]) -> dict[str, tuple[str, ...]]:
        ties: dict[str, tuple[str, ...]] = {}
        for name, others in self.model.levels.at_least_as_strict_as.items():
            path = ("levels", "at_least_as_strict_as", name)
            option = name if name in options else self.file.unknown(path, "option", name, options, key=True)
            known = self._options(path, others, options)
            if option and known:
                ties[option] = tuple(known)
        return ties

    def _levels(self, options: Sequence[str]) -> tuple[LevelRule, ...]:
        made: list[LevelRule] = []
        for name, rule in self.model.levels.rules.items():
            path = ("levels", "rules", name)
            given = dict(self._level(path, option, entry, options) for option, entry in rule.__pydantic_extra__.items())
            when = self.early.read(rule.when, (*path, "when"))
            if when:
                levels = {option: entry.level for option, entry in given.items() if option}
                cautions = {option: entry.caution for option, entry in given.items() if option and entry.caution}
                made.append(LevelRule(name, when, levels, cautions))
        return tuple(made)

    def _level(
        self, path: Path, option: str, entry: m.LevelModel, options: Sequence[str]
    ) -> tuple[str | None, m.LevelModel]:
        at = (*path, option)
        if entry.caution and entry.level != "caution":
            fits = "The words of a caution belong to level: caution"
            self.file.tell((*at, "caution"), f"caution: stands beside level: {entry.level}", fits, "Keep one", key=True)
        return option if option in options else self.file.unknown(at, "option", option, options, key=True), entry
