"""Learns the anchors of bot/understanding/anchors.tsv from labelled messages; with --measure, what they would do."""

import json
import sys
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.engine import safety
from bot.understanding.anchors import BIAS, LEARNED, NO_WEIGHTS, candidates, stands
from bot.understanding.gate import hear, unexplained
from bot.understanding.hearing import ALARM, NONE
from bot.understanding.message import Understanding
from bot.understanding.question import question_of
from tests.understanding.figures import read
from tests.understanding.understood import understanding

CORPUS = Path("tests/understanding/corpus")
KEPT = 16_000
"""Anchors that are written."""
BROAD, NARROW = 1.0, 0.5
"""How freely weights may grow before and after the choice of anchors (the C of scikit-learn)."""
POINTS = 20
"""Weights are written as whole numbers: so many points are a factor of e in the odds."""
SPOKEN, AS_MUCH_AS = ("s_en", "s_es", "u_en", "u_es"), 1.5
"""Writers of talk as it is transcribed in consultations, and how many constructed messages one of theirs is worth: most
of what real people say is harmless and in common words, and there is little of it here."""
LENGTHS = (8, 16, 25, 40)
"""Words at which longer messages are told from shorter ones."""
HARMLESS, AT_MOST = 0.5, 5.0
"""How much of what the messages of one length in one language are worth is to be harmless, and what one message is
worth at most: writers of dangers told longer stories than others did, and length is no danger."""
COMMON = 2
"""Messages in which an anchor has to stand."""
NAMED = 6
"""Flags that an anchor speaks of, at most."""
ASK_FROM = {"emergency": 20, "same_day": 20}
ALARM_FROM = {"emergency": 35, "same_day": 35}
DOUBT_BELOW = -50
"""Points from which on there is a question, and an alarm, by the tier of the flag, and those below which an alarm of a
rule is asked about first: chosen by what `--measure` says."""
HEAD = """\
# Anchors: words that come with danger in the labelled messages under tests/understanding. Written by `make anchors`.
# Stems: "a b" follow each other, "a ~ b" stand near each other in a clause. Second column: points for danger (less than
# 0: against it). Third: points for a flag. Points are added up. Where no rule of content/hearing raises an alarm, the
# best flag is asked about from the first sum of its tier on, and is an alarm from the second on; below "* doubt" an
# alarm of a rule is asked about first. docs/understanding.md says more.
"""

Numbers = NDArray[np.float64]


class Labelled(NamedTuple):
    """A message with its label: its writer, its length, what the rules make of it, and the anchors that stand in it."""

    writer: str
    lang: str
    kind: str
    danger: bool
    flags: tuple[str, ...]
    words: int
    rules: str
    anchors: frozenset[str]


class Model(NamedTuple):
    """The chosen anchors in whole numbers, their points, the bias, and the points of each anchor for each flag."""

    names: list[str]
    points: Numbers
    bias: float
    flags: list[str]
    of_flags: Numbers
    flag_bias: Numbers


def labelled() -> Iterator[Labelled]:
    """All that there is: messages of several writers, and the sayings."""
    know = understanding()
    for file in sorted(CORPUS.glob("*.jsonl")):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            yield _labelled(know, file.stem, row)
    for lang in ("en", "es"):
        for saying in read(lang):
            if saying.kind != "ask":
                danger = saying.kind in ("alarm", "other")
                row = {"lang": lang, "text": saying.text, "state": saying.state, "kind": saying.kind}
                flags = [saying.wanted] if danger and saying.wanted in safety.FLOOR else []
                yield _labelled(know, "sayings", {**row, "outcome": ALARM if danger else NONE, "flags": flags})


def _labelled(know: Understanding, writer: str, row: dict[str, Any]) -> Labelled:
    ask = question_of(know.questions, row.get("state")).ask
    standing = {
        name
        for reading in unexplained(know.lexicon, row["text"])
        for name, places in candidates(reading.place)
        if stands(name, reading, places)
    }
    rules = hear(know.lexicon, row["text"], ask, NO_WEIGHTS).outcome
    danger, flags = row["outcome"] == ALARM, tuple(flag for flag in row["flags"] if flag in safety.FLOOR)
    words = len(row["text"].split())
    return Labelled(writer, row["lang"], row["kind"], danger, flags, words, rules, frozenset(standing))


def learn(rows: list[Labelled]) -> Model:
    """Danger or none by logistic regression, with all anchors, then with those that matter most; then the flags."""
    seen = Counter(name for row in rows for name in row.anchors)
    names = sorted(name for name, count in seen.items() if count >= COMMON)
    danger = np.array([row.danger for row in rows])
    worth = _worth(rows, danger)
    broad = _fitted(table(rows, names), danger, BROAD, worth)
    matter = np.abs(broad.coef_[0]) * np.sqrt([seen[name] for name in names])
    names = [names[at] for at in sorted(np.argsort(-matter, kind="stable")[:KEPT])]
    narrow = _fitted(table(rows, names), danger, NARROW, worth)
    points, bias = np.round(narrow.coef_[0] * POINTS), round(float(narrow.intercept_[0]) * POINTS)
    kept = [at for at, name in enumerate(names) if points[at]]
    names, points = [names[at] for at in kept], points[kept]
    return Model(names, points, bias, *_flags(rows, names))


def _worth(rows: list[Labelled], danger: NDArray[np.bool_]) -> Numbers:
    """What each message counts for."""
    worth = np.array([AS_MUCH_AS if row.writer in SPOKEN else 1.0 for row in rows])
    lengths = np.array([f"{row.lang} {bisect(LENGTHS, row.words)}" for row in rows])
    for each in np.unique(lengths):
        dangers, harmless = (worth[(lengths == each) & which].sum() for which in (danger, ~danger))
        more = dangers * HARMLESS / (1 - HARMLESS) / max(harmless, 1.0)
        worth[(lengths == each) & ~danger] *= min(AT_MOST, max(1.0, more))
    return worth


def _fitted(table_of: csr_matrix, danger: NDArray[np.bool_], freedom: float, worth: Numbers) -> Any:
    return LogisticRegression(C=freedom, solver="liblinear", random_state=0).fit(table_of, danger, worth)


def _flags(rows: list[Labelled], names: list[str]) -> tuple[list[str], Numbers, Numbers]:
    """Which flag it is, among dangers; an anchor keeps what speaks most for a few flags."""
    dangers = [row for row in rows if row.flags]
    which = np.array([row.flags[0] for row in dangers])
    fitted = LogisticRegression(C=NARROW, max_iter=200, tol=1e-3).fit(table(dangers, names), which)
    of_flags = np.round(fitted.coef_.T * POINTS)
    most = np.sort(of_flags, axis=1)[:, -NAMED][:, None]
    kept = np.where((of_flags >= most) & (of_flags > 0), of_flags, 0)
    return list(fitted.classes_), kept, (fitted.intercept_ * POINTS).round()


def table(rows: list[Labelled], names: list[str]) -> csr_matrix:
    """One line a message, one column an anchor, 1 where it stands."""
    at = {name: column for column, name in enumerate(names)}
    cells = [(line, at[name]) for line, row in enumerate(rows) for name in sorted(row.anchors) if name in at]
    lines, columns = zip(*cells, strict=True)
    return csr_matrix((np.ones(len(cells)), (lines, columns)), shape=(len(rows), len(names)))


def written(model: Model) -> str:
    """The file."""
    lines = [f"{BIAS} {tier}\t{ASK_FROM[tier]}\t{ALARM_FROM[tier]}" for tier in ASK_FROM]
    lines += [f"{BIAS} doubt\t{DOUBT_BELOW}"]
    for name, points, of_flags in zip(
        [BIAS, *model.names], [model.bias, *model.points], [model.flag_bias, *model.of_flags], strict=True
    ):
        flags = " ".join(f"{flag}:{int(n)}" for flag, n in zip(model.flags, of_flags, strict=True) if n)
        lines.append(f"{name}\t{int(points)}\t{flags}".rstrip())
    return HEAD + "\n".join(lines) + "\n"


# What they would do: each writer's messages by what was learned of all the others


def measure(rows: list[Labelled]) -> None:
    """Print, for many sums, what comes of the messages of a writer who was not learned from."""
    judged: list[tuple[Labelled, float, list[str]]] = []
    for writer in sorted({row.writer for row in rows} - {"sayings"}):
        own = [row for row in rows if row.writer == writer]
        model = learn([row for row in rows if row.writer != writer])
        stand = table([*own], model.names)
        sums = stand @ model.points + model.bias
        best = np.argsort(-(stand @ model.of_flags + model.flag_bias), axis=1, kind="stable")[:, :2]
        asked = ([model.flags[flag] for flag in two] for two in best)
        judged += [
            (row, sum, two[:1] if safety.SELF_HARM in two else two)
            for row, sum, two in zip(own, sums, asked, strict=True)
        ]
    for least in range(10, 61, 5):
        print(f"{least} or more", _told(judged, least))
    for doubt in range(-80, -9, 10):
        print(f"below {doubt}", _doubted(judged, doubt))


def _told(judged: list[tuple[Labelled, float, list[str]]], least: int) -> str:
    counts: Counter[str] = Counter()
    for row, sum, flags in judged:
        heard, missed = sum >= least, row.rules != ALARM
        if row.danger and missed:
            _count(counts, f"dangers that rules miss, {row.lang}", heard)
            if heard:
                _count(counts, "with the right flag", not row.flags or not set(flags).isdisjoint(row.flags))
        elif not row.danger:
            _count(counts, f"{row.kind} {row.lang} more", missed and heard)
    return _shares(counts)


def _doubted(judged: list[tuple[Labelled, float, list[str]]], doubt: int) -> str:
    counts: Counter[str] = Counter()
    for row, sum, _ in judged:
        if row.rules == ALARM:
            _count(counts, f"{'right' if row.danger else 'false'} alarms of rules, {row.lang}", sum < doubt)
    return _shares(counts)


def _shares(counts: "Counter[str]") -> str:
    names = sorted(name for name in counts if not name.endswith(" in all"))
    return "; ".join(f"{name} {counts[name]}/{counts[name + ' in all']}" for name in names)


def _count(counts: "Counter[str]", name: str, yes: bool) -> None:
    counts[name] += yes
    counts[f"{name} in all"] += 1


def main() -> None:
    """`python -m bench.anchors [--measure]`."""
    rows = list(labelled())
    if "--measure" in sys.argv:
        measure(rows)
    else:
        LEARNED.write_text(written(learn(rows)), "utf-8")


if __name__ == "__main__":
    main()
