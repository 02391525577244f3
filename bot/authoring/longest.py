"""The longest that each placeholder can become in a language: texts must fit a message with these filled in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.authoring.parts import Parts
from bot.authoring.words import Words
from bot.engine import safety
from bot.engine.catalog import COMPUTED, Template
from bot.engine.decisions import Decider
from bot.engine.pain import MOST
from bot.engine.values import NAME_LENGTH

CONTACT_LENGTH = 254
"""Of an e-mail address (RFC 5321)."""

QUESTIONS = "99"
A_MOMENT = {"day": "30", "year": "2030", "minute": "00"}
WARNINGS = ("nerves", "skin", "same_day_flags", "emergency_flags", "recent")
SAID = ("yes", "no", "not_asked", "nothing")
FACTS = {
    "summary.heat": "heat",
    "summary.signs": "signs",
    "summary.often": "consistent",
    "summary.precautions": "precautions",
}


def longest_values(parts: Parts, words: Words) -> Mapping[str, str]:
    """Every placeholder with its longest value: the clinic's own facts, and what the engine makes of answers."""
    return {**dict.fromkeys(COMPUTED, QUESTIONS), **_Longest(parts, words).values(), **words.facts}


class _Longest:
    def __init__(self, parts: Parts, words: Words) -> None:
        self.parts, self.words, self.catalog = parts, words, words.catalog()
        self.decider = Decider(parts.tables)

    def values(self) -> dict[str, str]:
        """All that is worked out."""
        tables = self.parts.tables
        lists = {"options": tables.ranked, "mind_body": tables.inner.get("mind_body", ())}
        levels = {"shown": "caution", "ask_first": "ask_first", "not_for_you": "not_for_you"}
        return {
            **{f"{list_}.{name}": "\n".join(self._option(option, level) for option in options)
               for list_, options in lists.items() for name, level in levels.items()},
            **{name: self._answers(fact) for name, fact in FACTS.items()},
            **dict.fromkeys(("summary.patch", "summary.thinner"), self._one_of(f"answers.{said}" for said in SAID)),
            "summary.nerves_skin": self.catalog.comma.join(self._answers(fact) for fact in WARNINGS),
            "summary.date": _longest(self.catalog.dates),
            "doubt.flags": self._one_of(f"answers.{fact}.{id}" for fact in safety.FLAG_FACTS for id in safety.FLOOR),
            "proposal.choice": max((line.label for line in self.words.lines.values()), key=len, default=""),
            "check_in.time": self._moment(),
            "check_in.option": self._one_of(("check_in.result.tried", *(f"option.{o}" for o in tables.options))),
            "check_in.scores": "\n".join(f"• {self._short_moment()}: 10" for _ in range(MOST)),
            "callback.summary": "x" * (NAME_LENGTH + CONTACT_LENGTH) + self._times(),
        }  # fmt: skip

    def _option(self, option: str, level: str) -> str:
        """With every reason that can give it this level; few people have them all."""
        family = self.decider.family(option) if option in self.parts.tables.options else ()
        rules = [rule for rule in self.parts.tables.levels if any(rule.levels.get(each) == level for each in family)]
        keys = [f"option.{option}", "level.caution", *(f"reason.{rule.id}" for rule in rules), "reason.more_questions"]
        return "• " + self.catalog.comma.join(self._texts(keys))

    def _answers(self, fact: str) -> str:
        known = self.parts.tables.inputs.get(fact)
        keys = [f"answers.{fact}.{value}" for value in (known.values if known else ())]
        return self.catalog.comma.join(self._texts(keys))

    def _moment(self) -> str:
        return self.catalog.comma.join((_longest(self.catalog.times), _longest(self.catalog.dates)))

    def _short_moment(self) -> str:
        return self.catalog.comma.join((_longest(self.catalog.short_days), _longest(self.catalog.times)))

    def _times(self) -> str:
        labels = [line.label for key, line in self.words.lines.items() if key.startswith(f"{safety.CALLBACK_TIME}.")]
        return max(labels, key=len, default="")

    def _one_of(self, keys: Iterable[str]) -> str:
        return max(self._texts(list(keys)), key=len, default="")

    def _texts(self, keys: Sequence[str]) -> Iterator[str]:
        return (self.catalog.text(key) for key in keys if key in self.catalog.texts)


def _longest(moments: Iterable[Template]) -> str:
    return max((moment.fill(A_MOMENT) for moment in moments), key=len, default="")
