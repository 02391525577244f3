"""Answer sets as JSON: a line of answers in, a line with the decision out; what does not fit is said in words."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import BufferedIOBase
from typing import Any, BinaryIO, cast

import msgspec

from bot.authoring.problems import nearest, one_of, shown
from bot.engine import safety
from bot.engine.conditions import Facts, Value
from bot.engine.decisions import Decider, Decision, Input

LONGEST = 64 * 1024
"""So many bytes a line may have; a set that names every value there is has a thousand."""

BOM = b"\xef\xbb\xbf"
"""What some programs write in front of UTF-8."""

YES_NO: Mapping[Any, Value] = {True: frozenset(("yes",)), False: frozenset(("no",))}
"""An input of yes and no is given as true or false; every other is a value, or a list of values."""

URGENT = ("emergency", "same_day")
INNER = ("stretching", "tens")
"""Options inside another one whose levels are told beside the lists."""


class BadAnswers(ValueError):
    """An answer set that cannot be used; the message says what was found and what would fit."""


def decide_lines(decider: Decider, source: BufferedIOBase, sink: BinaryIO) -> bool:
    """Answer every line of `source` but empty ones with a line in `sink`; whether all of them could be used.

    All that has arrived is answered before more is waited for, so that a program can talk with this one.
    """
    sets, good = AnswerSets(decider), True
    for lines in _numbered(_arriving(source)):
        answers = [sets.answer(line, number) for number, line in lines]
        sink.write(b"".join([answer for answer, _ in answers]))
        sink.flush()
        good = good and all(usable for _, usable in answers)
    return good


def _numbered(arriving: Iterable[list[bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    """The lines that are not empty, each with its number in the whole input."""
    number = 0
    for lines in arriving:
        if number == 0 and lines:
            lines[0] = lines[0].removeprefix(BOM)
        yield [(at, line) for at, line in enumerate(lines, number + 1) if line.strip()]
        number += len(lines)


def _arriving(source: BufferedIOBase) -> Iterator[list[bytes]]:
    """The lines that each read completes; of a line that is too long only the beginning is kept."""
    rest = b""
    while block := source.read1(LONGEST):
        *lines, rest = (rest + block).split(b"\n")
        rest = rest[: LONGEST + 1]
        yield lines
    if rest:
        yield [rest]


class AnswerSets:
    """Reads sets of answers for one decider, and answers them."""

    def __init__(self, decider: Decider) -> None:
        self.decider = decider
        self.inputs = decider.tables.inputs
        self._readers = [(name, _reader(entry)) for name, entry in self.inputs.items()]
        self._decode = msgspec.json.Decoder(dict[str, str | bool | list[str]]).decode
        self._encode = msgspec.json.Encoder().encode

    def answer(self, line: bytes, number: int) -> tuple[bytes, bool]:
        """The line to answer this one with, and whether this one could be used."""
        try:
            return self._encode(explain(self.decider, self.read(line))) + b"\n", True
        except BadAnswers as error:
            return self._encode({"error": f"line {number}: {error}"}) + b"\n", False

    def read(self, line: bytes) -> Facts:
        """A set of answers as facts; every input must be there, once. Raises BadAnswers."""
        try:
            given = self._decode(line)
            values = {name: read(given[name]) for name, read in self._readers}
        except (msgspec.DecodeError, LookupError, TypeError, ValueError, RecursionError) as error:
            raise BadAnswers(next(_faults(line, self.inputs), str(error))) from error
        # No value has a colon: one more than there are inputs belongs to a name that is unknown, or there twice.
        if line.count(b":") > len(values) or len(line) > LONGEST:
            raise BadAnswers(next(_faults(line, self.inputs)))
        return Facts(values)


def _reader(entry: Input) -> Callable[[Any], Value]:
    """What makes a fact of the value in JSON. It raises LookupError, TypeError or ValueError for what does not fit."""
    if entry.kind == "set_of":
        return partial(_as_set, frozenset(entry.values))
    by_value = YES_NO if _is_yes_no(entry) else {value: frozenset((value,)) for value in entry.values}
    return by_value.__getitem__


def _as_set(known: Value, given: Any) -> Value:
    found: Value = frozenset(given)
    if isinstance(given, str) or len(found) < len(given) or not found <= known:
        raise ValueError
    return found


def _is_yes_no(entry: Input) -> bool:
    return sorted(entry.values) == ["no", "yes"]


def _faults(line: bytes, inputs: Mapping[str, Input]) -> Iterator[str]:
    """What keeps a line from being used, in words; the first is enough to tell."""
    if len(line) > LONGEST:
        yield f"this line has more than {LONGEST} bytes"
    try:
        given, twice = msgspec.json.decode(line), _names_twice(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        yield f"this is no JSON ({error}); write one set of answers in {{ }} a line"
    else:
        if not isinstance(given, dict):
            yield "this is no set of answers; write names and values in { }"
        yield from _misfits(cast("dict[str, Any]", given), inputs)
        yield from (f"the input {shown(name)} stands there twice; write it once" for name in twice)


def _names_twice(line: bytes) -> list[str]:
    """The names that a mapping gives more than once; every reader of JSON passes over all but the last."""
    found: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        found.extend(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)

    json.loads(line, object_pairs_hook=look)
    return found


def _misfits(given: Mapping[str, Any], inputs: Mapping[str, Input]) -> Iterator[str]:
    for name in given:
        if name not in inputs:
            yield f"there is no input {shown(name)}; {_fits(name, inputs)}"
    for name in inputs:
        if name not in given:
            yield f"the input {shown(name)} is missing; every set names {', '.join(inputs)}"
        else:
            yield from (f"{name}: {misfit}" for misfit in _value_misfits(inputs[name], given[name]))


def _value_misfits(entry: Input, given: Any) -> Iterator[str]:
    several = isinstance(given, list)
    values = cast("list[Any]", given) if several else [given]
    if _is_yes_no(entry):
        if not isinstance(given, bool):
            yield f"{_written(given)} stands here; true or false would fit"
    elif several is not (entry.kind == "set_of"):
        yield f"{_written(given)} stands here; {'one value' if several else 'a list'} would fit"
    else:
        yield from (
            f"there is no value {_written(value)}; {_fits(value, entry.values)}"
            for value in values
            if value not in entry.values
        )
        yield from (
            f"{_written(value)} stands there twice; write it once" for value in values if values.count(value) > 1
        )


def _fits(word: Any, known: Iterable[str]) -> str:
    near = nearest(word, known) if isinstance(word, str) else None
    return f"did you mean {shown(near)}?" if near else f"known are {one_of(known, limit=40)}"


def _written(value: Any) -> str:
    """The value as it stands in the line, as far as it is short."""
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 40 else f"{text[:39]}…"


def explain(decider: Decider, facts: Facts) -> dict[str, Any]:
    """The decision under the names of the clinical rows, with the rules that fired as reasons."""
    decision = decider.decide(facts)
    tier = tier_of(decision, facts)
    told: dict[str, Any] = {"tier": tier, "pattern": decision.pattern, "ranked": [], "ask_first": [], "not_for_you": []}
    if tier not in URGENT:
        told |= _options(decision)
    told["reasons"] = decider.fired(decision)
    return told


def tier_of(decision: Decision, facts: Facts) -> str:
    """The tier of the tables, raised to the floor that the engine ships for every flag."""
    tier = decision.tier
    for fact in safety.FLAG_FACTS:
        flags = facts.values.get(fact)
        if flags:
            tier = safety.most_urgent(tier, safety.floor(flags))
    return tier


def _options(decision: Decision) -> dict[str, Any]:
    levels = decision.levels
    return {
        "ranked": [{"option": option, "level": levels[option]} for option in decision.at("offer", "caution")],
        "ask_first": decision.at("ask_first"),
        "not_for_you": decision.at("not_for_you"),
        **{option: levels[option] for option in INNER if option in levels},
        "dry_heat": decision.dry_heat_result,
    }
