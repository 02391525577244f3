"""Messages as JSON, one a line, and what each of them means, as JSON again."""

import json
from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from typing import Any, BinaryIO, cast

from bot.understanding.hearing import ALARM
from bot.understanding.message import Meaning, Understanding

KNOWN = ("id", "text", "lang", "state")
LONGEST = 64 * 1024
"""Bytes that a line may have."""


CRISIS = "crisis"
"""The tier of self-harm: an emergency with a text of its own."""


class BadLine(ValueError):
    """A line that cannot be used; the message says what was found and what would fit."""


def understand_lines(
    understanding: Understanding, source: Iterable[bytes] | BufferedIOBase, sink: BinaryIO, explain: bool = False
) -> bool:
    """Answer every line of `source` but empty ones with a line in `sink`; whether all of them could be used."""
    good = True
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            told = _answered(understanding, line, explain)
        except BadLine as error:
            good, told = False, json.dumps({"error": f"line {number}: {error}"}, ensure_ascii=False)
        sink.write(told.encode() + b"\n")
        sink.flush()
    return good


def _answered(understanding: Understanding, line: bytes, explain: bool) -> str:
    message = _message(line)
    meaning = understanding.understand(message["text"], message.get("state") or None)
    if explain:
        return "\n".join(_explained(message, meaning, understanding.lexicon.hash))
    return json.dumps(as_plain(message.get("id"), meaning, understanding.lexicon.hash), ensure_ascii=False)


def _message(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise BadLine(f"It is longer than {LONGEST // 1024} KiB. A message has 4,096 characters at most.")
    try:
        read = json.loads(line.decode().removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise BadLine('It is no JSON. A line looks like {"id": 1, "text": "my legs are numb", "lang": "en"}.') from None
    if not isinstance(read, dict):
        raise BadLine('It is no group of names and values. It looks like {"id": 1, "text": "my legs are numb"}.')
    message = cast("dict[str, Any]", read)
    if not isinstance(message.get("text"), str):
        raise BadLine('It has no "text" in quotes: the words that the patient typed.')
    if not isinstance(message.get("state") or "", str):
        raise BadLine('"state" is no text. It is a name such as "heat_check.signs", or left out.')
    return message


def as_plain(id: object, meaning: Meaning, version: str) -> dict[str, Any]:
    """The meaning as plain values. `confirm` and `about` tell what `answer` and `flags` alone do not."""
    hearing = meaning.hearing
    return {
        "id": id,
        "outcome": hearing.outcome,
        "flags": list(hearing.flags),
        "tier": CRISIS if hearing.crisis and hearing.outcome == ALARM else hearing.tier,
        "about": hearing.about,
        "answer": meaning.answer.value,
        "confirm": meaning.answer.confirm,
        "topic": meaning.topic,
        "why": [
            {
                "rule": why.rule, "flag": why.flag, "text": why.text, "span": list(why.span), "outcome": why.outcome,
                "cue": why.cue, "kind": why.kind, "lexicon": version,
            }
            for why in hearing.why
        ],
    }  # fmt: skip


def _explained(message: dict[str, Any], meaning: Meaning, version: str) -> Iterator[str]:
    hearing = meaning.hearing
    yield f"{message['text']}"
    flags = f" {', '.join(hearing.flags)} ({hearing.tier})" if hearing.flags else ""
    yield f"  outcome  {hearing.outcome}{flags}{' about somebody else' if hearing.about != 'self' else ''}"
    for why in hearing.why:
        cue = f", because of {why.cue!r} ({why.kind})" if why.cue else f", {why.kind}" if why.kind else ""
        yield f"  heard    {why.text!r} by {why.rule}: {why.outcome}{cue}"
    confirm = ", to be confirmed" if meaning.answer.confirm else ""
    yield f"  answer   {json.dumps(meaning.answer.value, ensure_ascii=False)}{confirm}"
    yield f"  topic    {meaning.topic or 'none'}"
    yield f"  lexicon  {version}"
