"""What `heatwise verify` prints: a line a property, and under what is broken the conversation that shows it."""

import json as jsonlib
from collections.abc import Iterator
from typing import Any

from bot.engine.library import Library
from bot.verify.prove import Counterexample, Proof, Verdict
from bot.verify.story import tell

MEDICINE = "That proves the dialogs, not the medicine: whether the rules are right is for a clinician to judge."
SAFETY = "dialogs/safety.yaml"


def as_json(library: Library, proof: Proof) -> str:
    """The proof for programs."""
    told: dict[str, Any] = {
        "properties": [
            {
                "id": verdict.about.id,
                "holds": verdict.holds,
                "seconds": round(verdict.seconds, 2),
                "counterexample": _plain(library, verdict.broken[0]) if verdict.broken else None,
            }
            for verdict in proof.verdicts
        ],
        "configurations": proof.configurations,
        "combinations": proof.combinations,
        "steps": proof.steps,
        "recalled": proof.recalled,
        "unreached": list(proof.unreached),
        "seconds": round(proof.seconds, 2),
    }
    return jsonlib.dumps(told, indent=2, ensure_ascii=False)


def _plain(library: Library, example: Counterexample) -> dict[str, Any]:
    steps = [{"who": line.who, "says": line.words} for line in tell(library, example.way)]
    return {"line": example.line, "words": example.words, "steps": steps}


def in_words(library: Library, proof: Proof) -> Iterator[str]:
    """The proof for people."""
    for verdict in proof.verdicts:
        yield f"{'holds  ' if verdict.holds else 'BROKEN '} {verdict.about.id}  {verdict.about.says}"
        for example in verdict.broken:
            yield from _example(library, verdict, example)
    yield ""
    yield _covered(proof)
    if proof.unreached:
        yield f"No way leads to {', '.join(proof.unreached)}."
    yield _next(proof)


def _example(library: Library, verdict: Verdict, example: Counterexample) -> Iterator[str]:
    yield ""
    yield f"    {SAFETY}:{example.line} is broken{' by this conversation' if example.way else ''}:"
    if example.words:
        yield f"      {example.words}"
    for line in tell(library, example.way):
        yield f"      {'>' if line.who == 'person' else ' '} {line.words}"
    yield ""


def _covered(proof: Proof) -> str:
    anew = f", {proof.steps - proof.recalled:,} of them anew" if proof.recalled else ""
    return (
        f"Tried {proof.configurations:,} configurations in {proof.steps:,} steps of the engine{anew}; "
        f"{proof.combinations:,} sets of answers stand behind them. {proof.seconds:.0f} s."
    )


def _next(proof: Proof) -> str:
    if proof.holds:
        return f"Every property holds on every path. {MEDICINE}"
    count = sum(not verdict.holds for verdict in proof.verdicts)
    mend = f"Mend dialogs/ or {SAFETY}, then run heatwise verify again"
    return f"{count} broken. {mend}; --save DIR keeps the conversations."
