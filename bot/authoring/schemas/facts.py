"""What a `when:` can ask: the facts of a project, each with its values."""

from collections.abc import Mapping

from bot.authoring.schemas.leaves import HOW, Schema, enum, group
from bot.authoring.scope import NUMBER, SET, Domain, Scope
from bot.authoring.whens import ANY, NONE, UNANSWERED

_NUMBER: Schema = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,3}$"}

AT_LEAST, AT_MOST = "The number is as high, or higher.", "The number is as low, or lower."
ALL = "Every one of these tests holds."
EITHER = "At least one of these tests holds."
NOT = "It was answered, and does not hold."
SETTLED = "false: a question that was not asked yet counts as not true."


def ask_about(scope: Scope, name: str, dialog: str = "") -> dict[str, Schema]:
    """The definition of a test, under this name, and those of the facts that it refers to.

    In a dialog, its own states go by their short names too.
    """
    domains = {**scope.states, **scope.results, **scope.inputs}
    own = {
        state.removeprefix(f"{dialog}."): domain
        for state, domain in scope.states.items()
        if dialog and state.startswith(f"{dialog}.")
    }
    named = {fact: _ref(_place(domain)) for fact, domain in {**scope.inputs, **own, **domains}.items()}
    return {name: _test(named, _ref(name)), **{_place(domain): _fact(domain) for domain in domains.values()}}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _place(domain: Domain) -> str:
    return f"fact {domain.name}"


def _test(facts: Mapping[str, Schema], test: Schema) -> Schema:
    several = {"type": "array", "items": test, "minItems": 1}
    joined = {
        "all": {"description": ALL, **several},
        "any": {"description": EITHER, **several},
        "not": {"description": NOT, **test},
        "unanswered": {"description": SETTLED, "enum": [False, "false"]},
    }
    return {**group({**facts, **joined}), "errorMessage": f"There is no such answer or fact to test. {HOW}"}


def _fact(domain: Domain) -> Schema:
    words = [ANY, NONE, UNANSWERED] if domain.kind == SET else [UNANSWERED]
    fits = [enum([*domain.values, *words])]
    if domain.values:
        fits.append({"type": "array", "items": enum(domain.values), "minItems": 1})
    if domain.kind == NUMBER:
        fits.append(
            group({"at_least": {"description": AT_LEAST, **_NUMBER}, "at_most": {"description": AT_MOST, **_NUMBER}})
        )
    return {"description": _told(domain), "anyOf": fits}


def _told(domain: Domain) -> str:
    return f"{domain.name}: {', '.join(domain.values)}" if domain.values else f"{domain.name}: was it answered?"
