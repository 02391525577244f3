"""What somebody has done in a live chat, as the verb of a script that reads best and does the same."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bot.conversations.presses import named, select_line
from bot.conversations.stage import Stage
from bot.conversations.yaml_words import line
from bot.engine.commands import COMMANDS
from bot.engine.effects import Bubble, Button, Reply, Screen
from bot.engine.events import AnyEvent, ChoicePressed, CommandGiven, SelectionToggled, TextReceived
from bot.engine.screen import labelled, numbered
from bot.engine.session import Session
from bot.engine.turn import advance
from bot.understanding.understand import understand


def step_of(stage: Stage, event: AnyEvent) -> str:
    """The line for this event, which has not happened yet: labels in the place of numbers, a whole list as one step."""
    match event:
        case ChoicePressed(choice=choice) if stage.screen:
            return _pressed(stage.screen, choice)
        case CommandGiven(name, words):
            return _command(name, words)
        case TextReceived(text):
            return next(_readable(stage, text), line("user", text or " "))
        case _:
            raise ValueError(event)


def name_of(screen: Screen, id: str) -> str:
    """How a step names a button: by its label, unless another button has the same."""
    button = next((button for button in screen.buttons if button.id == id), None)
    return button.label if button and named(screen.buttons, button.label) == button else id


def _pressed(screen: Screen, choice: str) -> str:
    done = any(button.id == choice and button.kind == "done" for button in screen.buttons)
    ticked = [button.id for button in screen.buttons if button.ticked]
    return _select(screen, ticked, choice) if done and ticked else line("tap", name_of(screen, choice))


def _select(screen: Screen, ticked: Sequence[str], done: str) -> str:
    several = sum(button.kind == "done" for button in screen.buttons) > 1
    return select_line([name_of(screen, id) for id in ticked], name_of(screen, done) if several else None)


def _command(name: str, words: str) -> str:
    if name == "back" and not words:
        return "- back"
    if name == "start" or words or name not in COMMANDS:
        return f"- user: /{name}" if not words and name.isalpha() else line("user", f"/{name} {words}".rstrip())
    return line("command", name)


# Typed words that mean buttons


def _readable(stage: Stage, text: str) -> Iterator[str]:
    """Steps that lead, from here, to the very same session and messages as the words do."""
    screen = stage.screen
    for step, presses in _candidates(screen, text) if screen else ():
        if _outcome(stage, [TextReceived(text)]) == _outcome(stage, presses):
            yield step


def _candidates(screen: Screen, text: str) -> Iterator[tuple[str, list[AnyEvent]]]:
    label = labelled(screen.buttons, text)
    buttons = (label,) if label else numbered(screen.buttons, text, screen.ask)
    if len(buttons) == 1 and buttons[0].kind != "tick":
        yield _pressed(screen, buttons[0].id), [ChoicePressed(screen.number, buttons[0].id)]
    elif buttons:
        yield from _lists(screen, buttons)


def _lists(screen: Screen, buttons: Sequence[Button]) -> Iterator[tuple[str, list[AnyEvent]]]:
    """The lines that were typed, with those ticked before or without them, and Done."""
    done = next((button.id for button in (*buttons, *screen.buttons) if button.kind == "done"), "")
    typed = {button.id for button in buttons if button.kind == "tick"}
    before = {button.id for button in screen.buttons if button.ticked}
    for wanted in (typed | before, typed):
        toggled = [button.id for button in screen.buttons if (button.id in wanted) != (button.id in before)]
        toggles = [SelectionToggled(screen.number, id) for id in toggled]
        ticked = [button.id for button in screen.buttons if button.id in wanted]
        yield _select(screen, ticked, done), [*toggles, ChoicePressed(screen.number, done)]


def _outcome(stage: Stage, events: Sequence[AnyEvent]) -> tuple[Session, list[Bubble]]:
    session, said = stage.session, list[Bubble]()
    for event in events:
        turn = advance(stage.library, session, understand(stage.library, session, event), stage.now)
        session = turn.session
        said += [bubble for reply in turn.effects if isinstance(reply, Reply) for bubble in reply.bubbles]
    return replace(session, screen=0), said
