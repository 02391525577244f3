"""Holds what is so now against what an `expect` line asks for."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, cast

from bot.conversations.mismatch import Mismatch
from bot.conversations.stage import Stage
from bot.conversations.wanted import LOCKED, UNANSWERED, UNLOCKED
from bot.conversations.yaml_words import flow, line
from bot.engine.decisions import OPEN_LEVELS
from bot.engine.scene import Scene


async def check(stage: Stage, wanted: Mapping[str, Any]) -> None:
    """Compare what is asked for with what there is. Raises Mismatch."""
    found = {name: await _NOW[name](stage, value) for name, value in wanted.items()}
    wrong = [name for name in wanted if found[name] != wanted[name]]
    if wrong:
        pairs = [(_told(name, wanted[name]), _told(name, found[name])) for name in wrong]
        raise Mismatch(*pairs, mend=line("expect", _short(found)))


def _told(name: str, value: Any) -> str:
    return f"{name}: {flow(_short(value))}"


def _short(value: Any) -> Any:
    """As people write it: one value stands without its list."""
    if isinstance(value, dict):
        return {name: _short(inner) for name, inner in cast("dict[str, Any]", value).items()}
    return value[0] if _single(value) else value


def _single(value: Any) -> bool:
    return isinstance(value, list) and len(cast("list[Any]", value)) == 1


async def _place(stage: Stage, _: Any) -> str:
    return stage.session.place


async def _tier(stage: Stage, _: Any) -> str:
    return stage.session.tier


async def _session(stage: Stage, _: Any) -> str:
    return LOCKED if stage.session.lock else UNLOCKED


async def _lang(stage: Stage, _: Any) -> str:
    return stage.session.lang


async def _callbacks(stage: Stage, _: Any) -> int:
    return len(await stage.store.callbacks())


async def _options(stage: Stage, _: Any) -> list[str]:
    return list(Scene(stage.library, stage.session, stage.now).standing.decision.at(*OPEN_LEVELS))


async def _answers(stage: Stage, wanted: Mapping[str, Any]) -> dict[str, Any]:
    return _found({name: frozenset(answer) for name, answer in stage.session.answers}, wanted)


async def _facts(stage: Stage, wanted: Mapping[str, Any]) -> dict[str, Any]:
    return _found(Scene(stage.library, stage.session, stage.now).sight.facts.values, wanted)


async def _heard(stage: Stage, wanted: list[str]) -> list[str]:
    """What is asked for where each of these rules is among those that heard something; otherwise those that did."""
    found = await stage.heard()
    return wanted if found.issuperset(wanted) else sorted(found)


def _found(have: Mapping[str, frozenset[str]], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Those that are asked about; all of them where a script says that there are none."""
    return {name: sorted(have[name]) if name in have else UNANSWERED for name in wanted or have}


_NOW: Mapping[str, Callable[[Stage, Any], Awaitable[Any]]] = {
    "tier": _tier,
    "session": _session,
    "place": _place,
    "lang": _lang,
    "answers": _answers,
    "facts": _facts,
    "options": _options,
    "callbacks": _callbacks,
    "heard": _heard,
}
