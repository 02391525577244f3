"""The tests that staff write under `when:`, compiled to functions of the facts."""

from collections.abc import Callable, Mapping

from msgspec import Struct

Value = frozenset[str]
"""A fact: the values that hold. A fact of one value is a set of one."""


Atom = tuple[str, str]
"""One (fact, value) pair."""


class Facts(Struct, frozen=True):
    """What is known: values by name, and the atoms of sets that nobody has asked about yet."""

    values: Mapping[str, Value]
    open: frozenset[Atom] = frozenset()


Verdict = bool | None
"""True, False, or None: a question that the test needs is unanswered. None counts as false, under `not` too."""
Test = Callable[[Facts], Verdict]


class Has(Struct, frozen=True, tag=True):
    """The fact has one of these values."""

    name: str
    values: Value


class Answered(Struct, frozen=True, tag=True):
    """The fact was answered with something (`any`) or with nothing (`none`)."""

    name: str
    something: bool


class Unanswered(Struct, frozen=True, tag=True):
    """The question was not answered yet."""

    name: str


class AtLeast(Struct, frozen=True, tag=True):
    """A number is at least this high (or, with `at_most`, at most)."""

    name: str
    number: int
    at_most: bool = False


class All(Struct, frozen=True, tag=True):
    """Every part holds."""

    parts: tuple["Condition", ...]


class AnyOf(Struct, frozen=True, tag=True):
    """At least one part holds."""

    parts: tuple["Condition", ...]


class Not(Struct, frozen=True, tag=True):
    """The part was answered and does not hold."""

    part: "Condition"


class Settled(Struct, frozen=True, tag=True):
    """The part, where an unanswered question counts as "does not hold" (`unanswered: false`)."""

    part: "Condition"


Condition = Has | Answered | Unanswered | AtLeast | All | AnyOf | Not | Settled


def compile_condition(condition: Condition | None) -> Test:
    """Make the function that tells whether `condition` holds; no condition always holds."""
    if condition is None:
        return _always
    return _COMPILERS[type(condition)](condition)


def holds(test: Test, facts: Facts) -> bool:
    """Whether a test holds, an unanswered one counting as false."""
    return test(facts) is True


def _always(_: Facts) -> Verdict:
    return True


def _has(condition: Has) -> Test:
    name, wanted = condition.name, condition.values
    pairs = frozenset((name, value) for value in wanted)

    def test(facts: Facts) -> Verdict:
        have = facts.values.get(name)
        if have is None:
            return None
        if not wanted.isdisjoint(have):
            return True
        return None if facts.open and not pairs.isdisjoint(facts.open) else False

    return test


def _answered(condition: Answered) -> Test:
    name, something = condition.name, condition.something

    def test(facts: Facts) -> Verdict:
        have = facts.values.get(name)
        return None if have is None else bool(have) is something

    return test


def _unanswered(condition: Unanswered) -> Test:
    name = condition.name
    return lambda facts: name not in facts.values


def _at_least(condition: AtLeast) -> Test:
    name, number, at_most = condition.name, condition.number, condition.at_most

    def test(facts: Facts) -> Verdict:
        have = facts.values.get(name)
        if not have:
            return None
        given = int(next(iter(have)))
        return given <= number if at_most else given >= number

    return test


def _all(condition: All) -> Test:
    return _joined(condition.parts, decided_by=False)


def _any(condition: AnyOf) -> Test:
    return _joined(condition.parts, decided_by=True)


def _joined(parts: tuple[Condition, ...], decided_by: bool) -> Test:
    """One part that is `decided_by` decides; else an unanswered one leaves it open (Kleene's logic)."""
    tests = tuple(map(compile_condition, parts))

    def test(facts: Facts) -> Verdict:
        verdict: Verdict = not decided_by
        for part in tests:
            found = part(facts)
            if found is decided_by:
                return decided_by
            if found is None:
                verdict = None
        return verdict

    return test


def _not(condition: Not) -> Test:
    inner = compile_condition(condition.part)

    def test(facts: Facts) -> Verdict:
        found = inner(facts)
        return None if found is None else not found

    return test


def _settled(condition: Settled) -> Test:
    inner = compile_condition(condition.part)
    return lambda facts: inner(facts) is True


_COMPILERS: Mapping[type, Callable[..., Test]] = {
    Has: _has, Answered: _answered, Unanswered: _unanswered, AtLeast: _at_least,
    All: _all, AnyOf: _any, Not: _not, Settled: _settled,
}  # fmt: skip


def names(condition: Condition | None) -> frozenset[str]:
    """The facts that a condition tests."""
    match condition:
        case None:
            return frozenset()
        case All(parts) | AnyOf(parts):
            return frozenset[str]().union(*map(names, parts))
        case Not(part) | Settled(part):
            return names(part)
        case _:
            return frozenset({condition.name})


def atoms(condition: Condition | None) -> frozenset[Atom]:
    """The (fact, value) pairs that a condition asks for by name; `any` gives the pair (fact, "*")."""
    match condition:
        case Has(name, values):
            return frozenset((name, value) for value in values)
        case Answered(name, _):
            return frozenset({(name, "*")})
        case All(parts) | AnyOf(parts):
            return frozenset[Atom]().union(*map(atoms, parts))
        case Not(part) | Settled(part):
            return atoms(part)
        case _:
            return frozenset()
