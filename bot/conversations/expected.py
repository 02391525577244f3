"""What a recorded script expects of a turn: strict where a wrong answer harms, and kept through any rewording."""

from collections.abc import Iterator
from typing import Any

from bot.conversations.bots import belongs
from bot.conversations.chat import DRAFT
from bot.conversations.stage import Stage
from bot.conversations.wanted import LOCKED, UNLOCKED
from bot.conversations.yaml_words import line
from bot.engine import safety
from bot.engine.decisions import OPEN_LEVELS
from bot.engine.scene import Scene

DANGER = safety.LOCK_PLACES | {safety.SAME_DAY, "end.same_day"}
"""Here every text is expected by its key, with its numbers and the buttons."""

STANDING: dict[str, Any] = {"tier": safety.TIERS[0], "session": UNLOCKED, "callbacks": 0}
"""How every conversation begins."""


class Expected:
    """Makes the `bot` and `expect` lines of each turn; an `expect` line tells only what has changed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._told = {**STANDING, "lang": stage.session.lang}

    async def lines(self) -> list[str]:
        """What can be said about the last turn."""
        now = await self._now()
        changed = {name: value for name, value in now.items() if self._told.get(name) != value}
        self._told |= changed
        bot = [line("bot", self._bot())] if self._stage.last.bubbles else []
        return [*bot, *([line("expect", changed)] if changed else [])]

    async def _now(self) -> dict[str, Any]:
        stage, session = self._stage, self._stage.session
        callbacks = len(await stage.store.callbacks())
        now: dict[str, Any] = {
            "tier": session.tier,
            "session": LOCKED if session.lock else UNLOCKED,
            "callbacks": callbacks,
        }
        now["lang"] = session.lang
        if session.place in (safety.RESULT, safety.LIST):
            now["options"] = list(Scene(stage.library, session, stage.now).standing.decision.at(*OPEN_LEVELS))
        return now

    def _bot(self) -> dict[str, Any]:
        place, screen = self._stage.session.place, self._stage.last.screen
        says, keys = list(self._numbers()), list(self._keys())
        parts: dict[str, Any] = {"state": place, "says": _short(says), "says_key": _short(keys)}
        if screen and place in (*DANGER, *safety.SCREENS):
            parts["buttons"] = [button.id for button in screen.buttons]
        return {name: value for name, value in parts.items() if value}

    def _keys(self) -> Iterator[str]:
        """Texts that do not belong to the state; where there is danger, all of them."""
        place, library = self._stage.session.place, self._stage.library
        for bubble in self._stage.last.bubbles:
            if bubble.key != DRAFT and (place in DANGER or not belongs(library, bubble.key, place)):
                yield bubble.key

    def _numbers(self) -> Iterator[str]:
        said = " ".join(bubble.text for bubble in self._stage.last.bubbles)
        for name in safety.MUST_SAY.get(self._stage.session.place, ()):
            if self._stage.fill("{" + name + "}") in said:
                yield "{" + name + "}"


def _short(parts: list[str]) -> str | list[str]:
    return parts[0] if len(parts) == 1 else parts
