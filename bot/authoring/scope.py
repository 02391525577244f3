"""Which names a rule can ask about, and which values each can have."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bot.engine.decisions import LEVELS
from bot.engine.named import CHECK_IN_RESULT, NAMED

SET, ONE, NUMBER, WORDS = "set", "one", "number", "words"


@dataclass(frozen=True, slots=True)
class Domain:
    """What a fact can be: its full name, its kind, and its values."""

    name: str
    kind: str
    values: tuple[str, ...] = ()
    vague: bool = False
    """Some of its values could not be read."""


def _never(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Scope:
    """All facts of a project: inputs, results of tables, named facts, and the answers of the states."""

    inputs: Mapping[str, Domain]
    results: Mapping[str, Domain] = field(default_factory=dict[str, Domain])
    states: Mapping[str, Domain] = field(default_factory=dict[str, Domain])
    vague: bool = False
    """Part of the facts could not be read: a name that is not known here may be one of them."""
    lost: Callable[[str], bool] = _never
    """Whether a state of this full name was cut out of its file, or lost with it."""
    later: frozenset[str] = frozenset()
    """Results that are not known yet where this scope holds."""

    def find(self, name: str, dialog: str | None) -> Domain | None:
        """The fact of this name; a state of the same dialog may go by its short name."""
        found = self.inputs.get(name) or self.results.get(name) or self.states.get(name)
        return found or self.states.get(f"{dialog}.{name}")

    def may_have(self, name: str, dialog: str | None) -> bool:
        """Whether the name may stand for a fact that could not be read."""
        return self.vague or self.lost(name) or self.lost(f"{dialog}.{name}")

    def known(self, dialog: str | None) -> list[str]:
        """All names, for "did you mean": first those that are near."""
        near = [name for name in self.states if name.startswith(f"{dialog}.")]
        rest = [name for name in self.states if name not in near]
        return [*self.inputs, *(name.removeprefix(f"{dialog}.") for name in near), *self.results, *rest]


def result_domains(
    options: Iterable[str],
    ranked: tuple[str, ...],
    results: Mapping[str, tuple[str, ...]],
    check_in: tuple[str, ...] = (),
) -> dict[str, Domain]:
    """The facts that the tables make: tier, pattern, levels, lists, what is said of dry heat and of a check-in."""
    lists = ("shown", "ask_first", "not_for_you")
    return {
        **{name: Domain(name, ONE, values) for name, values in NAMED.items()},
        **{name: Domain(name, ONE, values) for name, values in results.items()},
        **{name: Domain(name, ONE, LEVELS) for name in options},
        **{name: Domain(name, SET, ranked) for name in lists},
        CHECK_IN_RESULT: Domain(CHECK_IN_RESULT, SET, check_in),
    }
