"""Writes a conversation while somebody chats: what they did by its label, and what must hold after it."""

from pathlib import Path

from bot.channels.base import Channel, Incoming
from bot.conversations.expected import Expected
from bot.conversations.live import LivePhone
from bot.conversations.meant import name_of, step_of
from bot.conversations.spans import span_of
from bot.conversations.stage import Stage
from bot.conversations.yaml_words import line, word
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled, TextReceived
from bot.engine.library import Library

SAVE, WAIT = "save", "wait"
"""Words of the recording itself, typed with a slash; no command of the chat is called so."""


class Saved(Exception):
    """The person has typed /save."""


class Recording:
    """A chat on a stage, with the stage's clock: it stands still until /wait turns it."""

    def __init__(self, library: Library, lang: str, channel: Channel) -> None:
        self._channel = channel
        self._phone = LivePhone(channel)
        self._stage = Stage(library, lang, self._phone)
        self._expected = Expected(self._stage)
        self._lang = lang
        self._steps: list[str] = []
        self._ticked: list[str] = []
        """Lines that were ticked or cleared since the list was shown: Done makes one step of them."""

    async def take(self, raw: bytes) -> None:
        """Take one thing that the person did, and show what it leads to. Raises Saved and NoSpan."""
        incoming = self._channel.parse(raw)
        if isinstance(incoming, Incoming):
            await self.happen(incoming.event)
            await self._phone.catch_up()

    @property
    def screen(self) -> int:
        """The number of the screen that the person sees; 0 before the first."""
        return self._stage.screen.number if self._stage.screen else 0

    def text(self, name: str) -> str:
        """The script so far."""
        self._close_ticks()
        return (
            "\n".join(
                [
                    f"conversation: {word(name)}",
                    f"lang: {self._lang}",
                    "steps:",
                    *(_indented(step) for step in self._steps),
                ]
            )
            + "\n"
        )

    async def happen(self, event: AnyEvent) -> None:
        """Something that the person did. Raises Saved and NoSpan."""
        match event:
            case CommandGiven(name=name) if name == SAVE:
                raise Saved
            case CommandGiven(name, words) if name == WAIT:
                await self._wait(words)
            case SelectionToggled(choice=choice) if self._stage.screen:
                self._ticked.append(name_of(self._stage.screen, choice))
                self._stage.begin(choice)
                await self._stage.send(event)
            case ChoicePressed() | CommandGiven() | TextReceived():
                await self._do(event)
            case _:
                pass

    async def _do(self, event: AnyEvent) -> None:
        step = step_of(self._stage, event)
        if step.startswith("- select:"):
            self._ticked.clear()
        self._close_ticks()
        self._stage.begin(step)
        await self._stage.send(event)
        self._steps += [step, *await self._expected.lines()]

    async def _wait(self, words: str) -> None:
        span = span_of(words)
        self._close_ticks()
        self._stage.begin(words, event=True)
        await self._stage.wait(span)
        self._steps += [f"- wait: {words}", *await self._expected.lines()]

    def _close_ticks(self) -> None:
        if self._ticked:
            self._steps.append(line("tick", list(self._ticked)))
            self._ticked.clear()


def title_of(path: Path) -> str:
    """A name for the conversation, from the name of its file: numb_skin.yaml, "Numb skin"."""
    words = path.stem.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _indented(step: str) -> str:
    return "\n".join(f"  {part}" for part in step.split("\n"))
