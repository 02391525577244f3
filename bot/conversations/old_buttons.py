"""The fault mode in which every button that is still on the person's phone is pressed again."""

from weakref import WeakKeyDictionary

from msgspec.structs import replace

from bot.conversations.chat import Exchange
from bot.conversations.mismatch import Mismatch
from bot.conversations.presses import press
from bot.conversations.stage import Stage
from bot.engine.effects import Button, Screen
from bot.engine.library import Library
from bot.engine.session import Session

TOLD = "command.old_button"

# Conversations begin alike, and rows of a table do: the same old button in the same session is pressed once a library.
_PRESSED: WeakKeyDictionary[Library, set[tuple[Session, str, str]]] = WeakKeyDictionary()


async def press_all(stage: Stage) -> None:
    """Press each button of each earlier screen; none may change anything, and each is told. Raises Mismatch."""
    pressed = _PRESSED.setdefault(stage.library, set())
    earlier = [screen for screen in stage.seen if screen.number != stage.session.screen]
    seen, chat = list(stage.seen), list(stage.chat)
    for screen in earlier:
        for button in screen.buttons:
            attempt = (_lasting(stage.session), screen.state, button.id)
            if attempt not in pressed:
                stage.begin(f"[{button.label}] of the earlier {screen.state}")
                await _press(stage, screen, button)
                stage.seen, stage.chat = list(seen), list(chat)
                pressed.add(attempt)


async def _press(stage: Stage, screen: Screen, button: Button) -> None:
    before = _lasting(stage.session)
    await press(stage, screen, button)
    after = _lasting(stage.session)
    if after != before:
        changed = [name for name in Session.__struct_fields__ if getattr(after, name) != getattr(before, name)]
        raise Mismatch(("an old button to change nothing", f"it changed {', '.join(changed)}"))
    if not _told(stage.last, after.place):
        said = ", ".join(bubble.key for bubble in stage.last.bubbles) or "nothing"
        raise Mismatch((f"says_key {TOLD}, then {after.place} again", f"says {said}"))


def _lasting(session: Session) -> Session:
    """The session without the number of its screen: showing the question again makes a new one."""
    return replace(session, screen=0)


def _told(exchange: Exchange, place: str) -> bool:
    first = exchange.bubbles[0].key if exchange.bubbles else ""
    return first == TOLD and exchange.screen is not None and exchange.screen.state == place
