"""Reads labelled messages, understands them, and counts what came out as it should."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.understanding.message import Meaning, Understanding

SAYINGS = Path(__file__).parent / "sayings"


@dataclass(frozen=True)
class Saying:
    """A message, and what it must be understood as; `kind` is alarm, none, ask, other, answers or topics."""

    kind: str
    text: str
    wanted: Any
    state: str | None = None


@dataclass
class Figures:
    """What was counted, and what went wrong, in words."""

    counts: Counter[str] = field(default_factory=Counter[str])
    flags: Counter[tuple[str, bool]] = field(default_factory=Counter[tuple[str, bool]])
    misses: list[str] = field(default_factory=list[str])
    seconds: list[float] = field(default_factory=list[float])

    def share(self, part: str, whole: str) -> float:
        """One count as a share of another."""
        return self.counts[part] / max(1, self.counts[whole])

    def recall(self) -> float:
        """Alarms that were raised, of those that had to be."""
        return self.share("alarm heard", "alarm")

    def precision(self) -> float:
        """Alarms that had to be raised, of those that were."""
        return self.counts["alarm heard"] / max(1, self.counts["alarm heard"] + self.counts["false alarm"])

    def asked(self) -> float:
        """Questions about harmless messages."""
        return self.share("harmless asked", "harmless")

    def recall_of(self, flag: str) -> float:
        """The same for one flag."""
        right, wrong = self.flags[flag, True], self.flags[flag, False]
        return right / max(1, right + wrong)

    def at(self, share: float) -> float:
        """The time within which this share of the messages was understood, in milliseconds."""
        return sorted(self.seconds)[int((len(self.seconds) - 1) * share)] * 1000

    def told(self) -> str:
        """All of it in one line."""
        return (
            f"recall {self.recall():.3f} ({self.counts['alarm']}), precision {self.precision():.3f}, "
            f"asked {self.asked():.3f} ({self.counts['harmless']}), answers {self.share('answer right', 'answer'):.3f} "
            f"({self.counts['answer']}), wrong and not confirmed {self.share('answer wrong', 'answer'):.3f}, "
            f"topics {self.share('topic right', 'topic'):.3f} ({self.counts['topic']}), "
            f"p50 {self.at(0.5):.2f} ms, p95 {self.at(0.95):.2f} ms"
        )


def read(lang: str, folder: Path = SAYINGS) -> list[Saying]:
    """The labelled messages in one language."""
    files = sorted(folder.glob(f"*_{lang}.yaml"))
    return [saying for file in files for saying in _sayings(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader))]


def _lines(text: str) -> Iterator[str]:
    yield from (line.strip() for line in text.splitlines() if line.strip())


def _sayings(said: dict[str, Any]) -> Iterator[Saying]:
    for kind in ("alarm", "other", "topics"):
        for wanted, lines in said.get(kind, {}).items():
            yield from (Saying(kind, line, wanted) for line in _lines(lines))
    for kind in ("none", "ask"):
        yield from (Saying(kind, line, None) for line in _lines(said.get(kind, "")))
    for line in _lines(said.get("answers", "")):
        state, text, wanted = (part.strip() for part in line.split(" | "))
        yield Saying("answers", text, json.loads(wanted), None if state == "-" else state)


def measure(understanding: Understanding, sayings: list[Saying]) -> Figures:
    """The figures of these messages."""
    figures = Figures()
    for saying in sayings:
        start = time.process_time()
        meaning = understanding.understand(saying.text, saying.state)
        figures.seconds.append(time.process_time() - start)
        _JUDGES[saying.kind](figures, saying, meaning)
    return figures


def _told(saying: Saying, meaning: Meaning) -> str:
    hearing = meaning.hearing
    why = "; ".join(f"{w.rule}[{w.text}] {w.outcome} {w.cue}" for w in hearing.why)
    got = f"{hearing.outcome} {','.join(hearing.flags)} {meaning.answer.value} {meaning.topic}"
    return f"{saying.kind} {saying.wanted} | {saying.text} -> {got} <{why}>"


def _alarm(figures: Figures, saying: Saying, meaning: Meaning) -> None:
    hearing = meaning.hearing
    figures.counts["alarm"] += 1
    heard = hearing.outcome == "alarm"
    figures.counts["alarm heard"] += heard
    named = saying.wanted in (*hearing.flags, "any")
    figures.flags[saying.wanted, heard and named] += 1
    if not heard or not named:
        figures.misses.append(("" if heard else "MISS ") + _told(saying, meaning))


def _other(figures: Figures, saying: Saying, meaning: Meaning) -> None:
    figures.counts["other"] += 1
    right = meaning.hearing.outcome == "alarm" and meaning.hearing.about == "somebody_else"
    figures.counts["other heard"] += right
    if not right:
        figures.misses.append("OTHER " + _told(saying, meaning))


def _none(figures: Figures, saying: Saying, meaning: Meaning) -> None:
    figures.counts["harmless"] += 1
    figures.counts["false alarm"] += meaning.hearing.outcome == "alarm"
    figures.counts["harmless asked"] += meaning.hearing.outcome == "ask"
    if meaning.hearing.outcome != "none":
        figures.misses.append("FALSE " + _told(saying, meaning))


def _ask(figures: Figures, saying: Saying, meaning: Meaning) -> None:
    figures.counts["worth asking"] += 1
    right = meaning.hearing.outcome in ("ask", "alarm")
    figures.counts["asked rightly"] += right
    if not right:
        figures.misses.append("UNASKED " + _told(saying, meaning))


def _answers(figures: Figures, saying: Saying, meaning: Meaning) -> None:
    right = _same(meaning.answer.value, saying.wanted)
    figures.counts["answer"] += 1
    figures.counts["answer right"] += right
    silent = meaning.answer.value in (None, "clarify")
    figures.counts["answer wrong"] += not right and not silent and not meaning.answer.confirm
    if not right:
        figures.misses.append(f"ANSWER {saying.state} " + _told(saying, meaning))


_NONE: Any = {"choices": ["none"]}


def _same(got: Any, wanted: Any) -> bool:
    """Whether two answers are the same; "no" to a list is none of it, and to be asked again is no answer."""
    got, wanted = ("no" if answer == _NONE else None if answer == "clarify" else answer for answer in (got, wanted))
    if isinstance(wanted, dict) and isinstance(got, dict):
        return {k: sorted(v) if isinstance(v, list) else v for k, v in got.items()} == {
            k: sorted(v) if isinstance(v, list) else v for k, v in wanted.items()
        }
    return got == wanted


def _topics(figures: Figures, saying: Saying, meaning: Meaning) -> None:
    figures.counts["topic"] += 1
    figures.counts["topic right"] += meaning.topic == saying.wanted
    figures.counts["harmless"] += 1
    figures.counts["false alarm"] += meaning.hearing.outcome == "alarm"
    figures.counts["harmless asked"] += meaning.hearing.outcome == "ask"
    if meaning.topic != saying.wanted:
        figures.misses.append("TOPIC " + _told(saying, meaning))


_JUDGES = {"alarm": _alarm, "other": _other, "none": _none, "ask": _ask, "answers": _answers, "topics": _topics}
