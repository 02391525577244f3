"""The facts of `dialogs/decisions.yaml`: what answers can set, what the tables make of them, and who can test what."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from bot.authoring import models as m
from bot.authoring.files import File
from bot.authoring.problems import one_of, shown
from bot.authoring.scope import ONE, SET, Domain, Scope, result_domains
from bot.engine import safety
from bot.engine.decisions import DRY_HEAT, Input
from bot.engine.named import CHECK_IN_RESULT

KINDS = ("set_of", "one_of", "highest_of")
WORDS = ("all", "any", "not", "unanswered")
"""Names that a test gives another meaning."""

NAMES = (("inputs",), ("options",), ("levels", "options"), ("pattern", "results"), ("dry_heat_result", "results"),
         ("check_in", "rules"))  # fmt: skip
"""Where facts get their names: where something is cut out here, a name can no longer be called unknown."""


class Facts(NamedTuple):
    """The inputs, and what rules can test: in the first tables, in those that read their results, in the dialogs."""

    inputs: Mapping[str, Input]
    early: Scope
    late: Scope
    dialogs: Scope
    told: Scope
    """In the table of the check-in: all but what it comes to itself."""
    ranked: tuple[str, ...] = ()
    inner: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The options that stand inside a ranked one."""

    @property
    def options(self) -> list[str]:
        """All options."""
        return [*self.ranked, *(option for inside in self.inner.values() for option in inside)]

    @property
    def groups(self) -> list[str]:
        """What a state can have buttons for."""
        return ["options", *self.inner]


def no_facts(states: Mapping[str, Domain], lost: Callable[[str], bool]) -> Facts:
    """What is known where decisions.yaml could not be read."""
    scope = Scope({}, result_domains((), (), {}), states, vague=True, lost=lost)
    return Facts({}, scope, scope, scope, scope)


def read_facts(model: m.DecisionsModel, file: File, states: Mapping[str, Domain], lost: Callable[[str], bool]) -> Facts:
    """The facts of a project; what does not fit is told."""
    inner = _inner(model.options, file)
    options = [*model.options.ranked, *(option for inside in inner.values() for option in inside), DRY_HEAT]
    results = _results(model, options)
    inputs = _inputs(model, file, results)
    own = {name: Domain(name, SET if entry.kind == "set_of" else ONE, entry.values) for name, entry in inputs.items()}
    vague = any(file.cut_near(path) for path in NAMES)
    told = {name: domain for name, domain in results.items() if name != CHECK_IN_RESULT}
    by_then = {name: results[name] for name in ("pattern", *options)}
    return Facts(
        inputs,
        early=Scope(own, vague=vague, later=frozenset(results)),
        late=Scope(own, by_then, vague=vague, later=frozenset(results.keys() - by_then.keys())),
        dialogs=Scope(own, results, states, vague, lost),
        told=Scope(own, told, states, vague, lost, later=frozenset({CHECK_IN_RESULT})),
        ranked=tuple(model.options.ranked),
        inner=inner,
    )


def _results(model: m.DecisionsModel, options: Sequence[str]) -> dict[str, Domain]:
    results = {"pattern": tuple(model.pattern.results), "dry_heat_result": tuple(model.dry_heat_result.results)}
    return result_domains(options, tuple(model.options.ranked), results, tuple(model.check_in.rules))


def _inner(model: m.OptionsModel, file: File) -> dict[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for name, inside in model.__pydantic_extra__.items():
        known = name in model.ranked
        meant = name if known else file.unknown(("options", name), "ranked option", name, model.ranked, key=True)
        named[meant or name] = tuple(inside)
    return named


def _inputs(model: m.DecisionsModel, file: File, results: Mapping[str, Domain]) -> dict[str, Input]:
    made: dict[str, Input] = {}
    for name, entry in model.inputs.items():
        if name in results or name in WORDS:
            fits = f"A name of its own: {', '.join(WORDS)} and the results of tables mean something else in a test"
            file.tell(("inputs", name), f'The name "{name}" is taken', fits, "Give it another name", key=True)
            file.cut(("inputs", name))
            continue
        kinds = [kind for kind in KINDS if getattr(entry, kind) is not None]
        if len(kinds) != 1:
            found = f"{name} has {len(kinds) or 'no'} lists of values"
            file.tell(("inputs", name), found, f"One of {one_of(KINDS)}, with a list", "Keep one", key=True)
        if not kinds:
            file.cut(("inputs", name))
            continue
        made[name] = Input(kinds[0], tuple(getattr(entry, kinds[0])), tuple(_heard(file, name, entry, kinds[0])))
    for name in safety.FLAG_FACTS:
        _must_have(file, name, made)
    return made


def _must_have(file: File, name: str, inputs: Mapping[str, Input]) -> None:
    path = ("inputs", name)
    if name not in inputs and not file.doubtful(path):
        fits = f"The engine keeps its flags in {' and '.join(safety.FLAG_FACTS)}"
        file.tell(("inputs",), f"The input {shown(name)} is missing", fits, "Put it back", key=True)
        file.cut(path)


def _heard(file: File, name: str, entry: m.InputModel, kind: str) -> list[str]:
    values: list[str] = getattr(entry, kind)
    path = ("inputs", name, "only_heard")
    words = [word if word in values else file.unknown((*path, i), f"value {{}} of {name}", word, values)
             for i, word in enumerate(entry.only_heard)]  # fmt: skip
    return [word for word in words if word]
