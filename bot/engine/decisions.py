"""Decision tables: answers in; tier, pattern, order, option levels and the reasons out."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from bot.engine.conditions import Atom, Condition, Facts, Value, atoms, names
from bot.engine.rules import Rules

LEVELS = ("offer", "caution", "ask_first", "not_for_you")
"""From free to closed (clinical logic, section 5.3)."""

OPEN_LEVELS = frozenset({"offer", "caution"})
"""The levels at which an option has a button."""

DRY_HEAT = "dry_heat"
"""Has a level like the options, and is never one."""


class Input(Struct, frozen=True):
    """A fact that answers set: `set_of`, `one_of` or `highest_of` (the later value stands) these values."""

    kind: str
    values: tuple[str, ...]
    only_heard: tuple[str, ...] = ()
    """Values that no screen asks for: they come from the phrase list only."""


class ResultRule(Struct, frozen=True):
    """If the condition holds: this result (an order of options is a result of several)."""

    id: str
    result: tuple[str, ...]
    when: Condition | None = None


class LevelRule(Struct, frozen=True):
    """If the condition holds, each option named has at least this level.

    `cautions` names the caution text of an option where it is not the rule's own.
    """

    id: str
    when: Condition | None
    levels: Mapping[str, str]
    cautions: Mapping[str, str]


class CheckInRule(Struct, frozen=True):
    """If the condition holds, a check-in comes to this.

    `tier`: how soon the person should be seen. `otherwise`: it counts only where no rule without it fires.
    `no_change`: the next check-in like this is the second one. `stops_option`: what was tried did harm.
    """

    id: str
    when: Condition | None = None
    tier: str | None = None
    otherwise: bool = False
    no_change: bool = False
    stops_option: bool = False


class Tables(Struct, frozen=True):
    """All that `decisions.yaml` says."""

    inputs: Mapping[str, Input]
    ranked: tuple[str, ...]
    inner: Mapping[str, tuple[str, ...]]
    """Options that stand inside another one: {mind_body: (breathing, stretching, tens)}."""
    tiers: tuple[str, ...]
    tier: tuple[ResultRule, ...]
    patterns: tuple[str, ...]
    pattern: tuple[ResultRule, ...]
    order: tuple[ResultRule, ...]
    to_the_front: tuple[ResultRule, ...]
    options: tuple[str, ...]
    """Everything with a level: the ranked options, the inner ones, and dry heat."""
    ties: Mapping[str, tuple[str, ...]]
    levels: tuple[LevelRule, ...]
    dry_heat_results: tuple[str, ...]
    dry_heat: tuple[ResultRule, ...]
    check_in: tuple[CheckInRule, ...] = ()


class Decision(Struct, frozen=True):
    """What the answers come to, and the rules that made it so."""

    tier: str
    pattern: str
    order: tuple[str, ...]
    levels: Mapping[str, str]
    dry_heat_result: str
    tier_rules: tuple[str, ...]
    """All that fired, the most urgent first."""
    pattern_rule: str
    order_rule: str
    front_rules: tuple[str, ...]
    level_rules: tuple[LevelRule, ...]
    dry_heat_rule: str

    def at(self, *levels: str) -> tuple[str, ...]:
        """The ranked options at these levels, in order."""
        return tuple([option for option in self.order if self.levels[option] in levels])

    def facts(self) -> dict[str, Value]:
        """The results as facts that rules and screens can test."""
        single = {"pattern": self.pattern, "dry_heat_result": self.dry_heat_result, **self.levels}
        lists = {
            "shown": self.at("offer", "caution"),
            "ask_first": self.at("ask_first"),
            "not_for_you": self.at("not_for_you"),
        }
        facts = {name: frozenset((value,)) for name, value in single.items()}
        return facts | {name: frozenset(options) for name, options in lists.items()}


class Decider:
    """The tables compiled: `decide(facts)` runs them all. Pure; one object serves every conversation."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._tier = Rules(_by_urgency(tables))
        self._pattern = Rules(tables.pattern)
        self._levels = Rules(tables.levels)
        self._order = Rules(tables.order)
        self._front = Rules(tables.to_the_front)
        self._dry_heat = Rules(tables.dry_heat)
        self._free = dict.fromkeys(tables.options, LEVELS[0])
        self._families = {option: _family(tables, option) for option in tables.options}
        self._ranks = {rule.id: _ranks(rule, self._families) for rule in tables.levels}
        self._tested = _tested(tables)

    def decide(self, facts: Facts) -> Decision:
        """Run every table over the facts; a rule whose question is unanswered does not fire.

        Tier, pattern and levels read the answers alone; the order and what is said of dry heat read pattern and
        levels too.
        """
        tier, tier_rules = self._most_urgent(facts)
        pattern = self._pattern.holding(facts)[0]
        level_rules = self._levels.holding(facts)
        levels = self._strictest(level_rules)
        results = {option: _AS_FACT[levels[option]] for option in self._tested}
        known = Facts({**facts.values, **results, "pattern": frozenset(pattern.result)}, facts.open)
        dry_heat, order, front = (
            self._dry_heat.holding(known)[0],
            self._order.holding(known)[0],
            self._front.holding(known),
        )
        return Decision(
            tier, pattern.result[0], _in_order(order, front), levels, dry_heat.result[0], tier_rules, pattern.id,
            order.id, tuple([rule.id for rule in front]), tuple(level_rules), dry_heat.id,
        )  # fmt: skip

    def fired(self, decision: Decision) -> dict[str, tuple[str, ...]]:
        """The rules that fired: under the name of each table but `levels`, then under every option that one touches.

        A rule also touches the options that are tied to those it names.
        """
        tables = {
            "tier": decision.tier_rules,
            "pattern": (decision.pattern_rule,),
            "order": (decision.order_rule,),
            "to_the_front": decision.front_rules,
            "dry_heat_result": (decision.dry_heat_rule,),
        }
        options = {option: self._touching(decision, option) for option in self.tables.options}
        return tables | {option: rules for option, rules in options.items() if rules}

    def _touching(self, decision: Decision, option: str) -> tuple[str, ...]:
        """The option's own rules first."""
        family = self.family(option)
        rules = (rule.id for member in family for rule in decision.level_rules if member in rule.levels)
        return tuple(dict.fromkeys(rules))

    def tier(self, facts: Facts) -> str:
        """The result of the tier table alone."""
        return self._most_urgent(facts)[0]

    def levels(self, facts: Facts) -> Mapping[str, str]:
        """The levels of all options, by the levels table alone."""
        return self._strictest(self._levels.holding(facts))

    def _most_urgent(self, facts: Facts) -> tuple[str, tuple[str, ...]]:
        found = self._tier.holding(facts)
        result = found[0].result if found else self.tables.tiers[:1]
        return result[0], tuple([rule.id for rule in found])

    def _strictest(self, rules: Iterable[LevelRule]) -> dict[str, str]:
        raised: dict[str, int] = {}
        for rule in rules:
            for option, rank in self._ranks[rule.id]:
                if rank > raised.get(option, 0):
                    raised[option] = rank
        return {**self._free, **{option: LEVELS[rank] for option, rank in raised.items()}}

    def family(self, option: str) -> tuple[str, ...]:
        """The option and those that it is tied to: their rules are its rules."""
        return self._families[option]

    def reasons(self, decision: Decision, option: str) -> tuple[str, ...]:
        """The rules that give an option the level it has, its own and those of the options it is tied to."""
        level = decision.levels[option]
        return tuple(dict.fromkeys(rule.id for rule, _ in self._giving(decision, option, level)))

    def cautions(self, decision: Decision, option: str) -> tuple[tuple[str, str], ...]:
        """The cautions that a card of the option must open with: pairs (option, text name), without repeats."""
        found = self._giving(decision, option, "caution")
        return tuple(dict.fromkeys((member, rule.cautions.get(member, rule.id)) for rule, member in found))

    def closing(self, decision: Decision, stopped: frozenset[str]) -> Decision:
        """The decision with some options at the strictest level, and with them those that are tied to them."""
        closed = [option for option in decision.levels if not stopped.isdisjoint(self.family(option))]
        return replace(decision, levels={**decision.levels, **dict.fromkeys(closed, LEVELS[-1])})

    def _giving(self, decision: Decision, option: str, level: str) -> Iterator[tuple[LevelRule, str]]:
        """The rules that fired and give this level to the option or to one of its family, and to which of them."""
        for member in self.family(option):
            yield from ((rule, member) for rule in decision.level_rules if rule.levels.get(member) == level)


def _in_order(first: ResultRule, front: Iterable[ResultRule]) -> tuple[str, ...]:
    order = first.result
    for rule in front:
        order = (*rule.result, *[option for option in order if option not in rule.result])
    return order


def raising(tables: Tables, option: str) -> frozenset[Atom]:
    """The atoms that can raise the level of an option, by its own rules or through one that it is tied to."""
    family = _family(tables, option)
    rules = (rule for rule in tables.levels if not rule.levels.keys().isdisjoint(family))
    return frozenset[Atom]().union(*(atoms(rule.when) for rule in rules))


_AS_FACT: Mapping[str, Value] = {level: frozenset((level,)) for level in LEVELS}


def _family(tables: Tables, option: str) -> tuple[str, ...]:
    found = [option]
    for member in found:  # grows on the way, for a tie may lead to another one
        found += [other for other in tables.ties.get(member, ()) if other not in found]
    return tuple(found)


def _by_urgency(tables: Tables) -> list[ResultRule]:
    """The rules of the tier table, the most urgent first; those of one tier keep their order."""
    return [rule for tier in reversed(tables.tiers) for rule in tables.tier if rule.result == (tier,)]


def _tested(tables: Tables) -> tuple[str, ...]:
    """The options whose level decides about the order or about dry heat."""
    found = frozenset[str]().union(*(names(r.when) for r in (*tables.order, *tables.to_the_front, *tables.dry_heat)))
    return tuple(option for option in tables.options if option in found)


def _ranks(rule: LevelRule, families: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, int], ...]:
    """The options that a rule raises, by name or through a tie, and how high."""
    ranks = {option: LEVELS.index(level) for option, level in rule.levels.items()}
    raised = {option: max([ranks.get(other, 0) for other in family]) for option, family in families.items()}
    return tuple((option, rank) for option, rank in raised.items() if rank)
