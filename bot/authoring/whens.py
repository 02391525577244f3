"""Reads `when:` mappings into conditions, telling every name and value that does not exist."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from bot.authoring.files import File, Path
from bot.authoring.problems import one_of, shown
from bot.authoring.scope import NUMBER, SET, Domain, Scope
from bot.engine.conditions import All, Answered, AnyOf, AtLeast, Condition, Has, Not, Settled, Unanswered

ANY, NONE, UNANSWERED = "any", "none", "unanswered"


class Whens:
    """Reads the conditions of one file. A name that is nearly right is read as what was probably meant."""

    def __init__(self, file: File, scope: Scope, dialog: str | None = None) -> None:
        self.file = file
        self.scope = scope
        self.dialog = dialog

    def read(self, raw: Mapping[str, Any] | None, path: Path) -> Condition | None:
        """The condition, or None where there is none (or where it was refused)."""
        return None if raw is None else self._mapping(raw, path)

    def _mapping(self, raw: Any, path: Path) -> Condition | None:
        if not isinstance(raw, dict) or not raw:
            return self._refuse(path, "This is no test", "A name and a value, such as {heat: dry}", "Write it in { }")
        tests = cast("dict[str, Any]", raw)
        parts = [self._entry(name, value, (*path, name)) for name, value in tests.items() if name != UNANSWERED]
        settled = self._settled(tests, path)
        found = tuple(part for part in parts if part is not None)
        if not parts:
            return self._refuse(path, "Only unanswered: stands here", "A test beside it, such as heat: dry", "Add one")
        if len(found) < len(parts):
            return None
        joined = found[0] if len(found) == 1 else All(found)
        return Settled(joined) if settled else joined

    def _settled(self, tests: Mapping[str, Any], path: Path) -> bool:
        """`unanswered: false`: a question that was not asked yet counts as "does not hold"."""
        word = tests.get(UNANSWERED)
        if word is not None and word != "false":
            fits = "Only false fits: a question that was not asked yet then counts as not true"
            self.file.tell((*path, UNANSWERED), "Something else than false stands here", fits, "Write false")
        return word is not None

    def _entry(self, name: str, value: Any, path: Path) -> Condition | None:
        special = _SPECIAL.get(name)
        return special(self, value, path) if special else self._fact(name, value, path)

    def _parts(self, value: Any, path: Path) -> tuple[Condition, ...] | None:
        if not isinstance(value, list) or not value:
            example = "For example [{heat: dry}, {skin: mild}]"
            return self._refuse(path, f"No list of tests stands behind {path[-1]}:", example, "Put the tests in [ ]")
        read = [self._mapping(part, (*path, i)) for i, part in enumerate(cast("list[Any]", value))]
        found = tuple(part for part in read if part is not None)
        return found if len(found) == len(read) else None

    def all(self, value: Any, path: Path) -> Condition | None:
        """`all:` every one holds."""
        parts = self._parts(value, path)
        return All(parts) if parts else None

    def any(self, value: Any, path: Path) -> Condition | None:
        """`any:` at least one holds."""
        parts = self._parts(value, path)
        return AnyOf(parts) if parts else None

    def negated(self, value: Any, path: Path) -> Condition | None:
        """`not:` it was answered and does not hold."""
        part = self._mapping(value, path)
        return Not(part) if part else None

    def _fact(self, name: str, value: Any, path: Path) -> Condition | None:
        domain = self._domain(name, path)
        if domain is None:
            return None
        if value == UNANSWERED:
            return Unanswered(domain.name)
        if isinstance(value, dict):
            return self._number(domain, cast("dict[str, Any]", value), path)
        if domain.kind == SET and value in (ANY, NONE) and value not in domain.values:
            return Answered(domain.name, value == ANY)
        return self._values(domain, value, path)

    def _domain(self, name: str, path: Path) -> Domain | None:
        found = self.scope.find(name, self.dialog)
        if name in self.scope.later:
            fits = f"What is known by then: {one_of(self.scope.known(self.dialog), limit=12)}"
            found, mend = f"{shown(name)} is not known yet when this is tested", "Test the answers that make it"
            return self._refuse(path, found, fits, mend, key=True)
        if found is None and self.scope.may_have(name, self.dialog):
            self.file.cut(path)
        elif found is None:
            near = self.file.unknown(path, "answer or fact", name, self.scope.known(self.dialog), key=True)
            found = self.scope.find(near, self.dialog) if near else None
        return found

    def _values(self, domain: Domain, value: Any, path: Path) -> Condition | None:
        listed = isinstance(value, list)
        values = cast("list[Any]", value) if listed else [value]
        meant = [self._value(domain, word, (*path, i) if listed else path) for i, word in enumerate(values)]
        if not values:
            return self._refuse(path, "The list is empty", f"One of {one_of(domain.values)}", "Write at least one")
        return None if None in meant else Has(domain.name, frozenset(word for word in meant if word))

    def _value(self, domain: Domain, word: Any, path: Path) -> str | None:
        if word in domain.values:
            return str(word)
        if not isinstance(word, str):
            return self._refuse(path, "This is no value", f"One of {one_of(domain.values)}", "Write one name")
        if self.scope.vague or domain.vague:
            self.file.cut(path)
            return None
        extra = [ANY, NONE, UNANSWERED] if domain.kind == SET else [UNANSWERED]
        known: Sequence[str] = [*domain.values, *(word for word in extra if word not in domain.values)]
        near = self.file.unknown(path, f"value {{}} of {domain.name}", word, known)
        if near in domain.values:
            return near
        self.file.cut(path)
        return None

    def _number(self, domain: Domain, value: Mapping[str, Any], path: Path) -> Condition | None:
        limits = [(name, value[name]) for name in ("at_least", "at_most") if name in value]
        numeric = [(name, int(limit)) for name, limit in limits if _is_number(limit)]
        if domain.kind != NUMBER or not numeric or len(numeric) != len(value):
            fits = "at_least or at_most with a number, on a question with ask: scale"
            return self._refuse(path, f"This is no test for {domain.name}", fits, "For example {pain: {at_least: 7}}")
        tests = tuple(AtLeast(domain.name, limit, name == "at_most") for name, limit in numeric)
        return tests[0] if len(tests) == 1 else All(tests)

    def _refuse(self, path: Path, found: str, fits: str, mend: str, key: bool = False) -> None:
        self.file.tell(path, found, fits, mend, key=key)
        self.file.cut(path)


def _is_number(limit: Any) -> bool:
    return isinstance(limit, str) and limit.isascii() and limit.isdigit() and len(limit) <= 3


_SPECIAL: Mapping[str, Callable[[Whens, Any, Path], Condition | None]] = {
    "all": Whens.all,
    "any": Whens.any,
    "not": Whens.negated,
}
