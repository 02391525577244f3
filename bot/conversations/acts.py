"""What a step of the script does on the stage."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.channels import typed
from bot.conversations import steps as s
from bot.conversations.mismatch import Mismatch
from bot.conversations.presses import current, line_button, lines_of, listed, pick, press
from bot.conversations.stage import Stage
from bot.conversations.way import Move, way
from bot.conversations.yaml_words import flow, line
from bot.engine.events import ChoicePressed, CommandGiven, TextReceived


async def act(stage: Stage, step: s.Step) -> None:
    """Do it. Raises Mismatch where the screen does not have what the step presses."""
    await _ACT[type(step)](stage, step)


async def _user(stage: Stage, step: s.User) -> None:
    text = stage.fill(step.text)
    stage.begin(text)
    await stage.send(typed.event(text))


async def _command(stage: Stage, step: s.Command) -> None:
    stage.begin(f"/{step.name}")
    await stage.send(CommandGiven(step.name))


async def _tap(stage: Stage, step: s.Tap) -> None:
    screen = current(stage)
    button = pick(screen.buttons, stage.fill(step.button), lambda near: line("tap", near))
    stage.begin(f"[{button.label}]")
    await press(stage, screen, button)


async def _tap_old(stage: Stage, step: s.TapOld) -> None:
    now = current(stage).number
    old = [screen for screen in stage.seen if screen.state == step.state and screen.number != now]
    if not old:
        states = list(dict.fromkeys(screen.state for screen in stage.seen if screen.number != now))
        raise Mismatch((f"an earlier screen of {step.state}", f"earlier screens of {flow(states)}"))
    name = stage.fill(step.button)
    button = pick(old[-1].buttons, name, lambda near: line("tap_old", {"of": step.state, "choice": near}))
    stage.begin(f"[{button.label}] of the earlier {step.state}")
    await press(stage, old[-1], button)


async def _tick(stage: Stage, step: s.Tick) -> None:
    names = [stage.fill(name) for name in step.lines]
    buttons = [line_button(current(stage), names, name) for name in names]
    stage.begin(" ".join(f"[{button.label}]" for button in buttons))
    for button in buttons:
        await press(stage, current(stage), button)


async def _select(stage: Stage, step: s.Select) -> None:
    screen, lines = current(stage), [stage.fill(name) for name in step.lines]
    wanted, done = listed(screen, lines, stage.fill(step.done or ""))
    stage.begin(" ".join(f"[{button.label}]" for button in (*wanted, done)))
    for button in lines_of(screen):
        if button.ticked is not (button in wanted):
            await press(stage, screen, button)
    await press(stage, current(stage), done)


async def _wait(stage: Stage, step: s.Wait) -> None:
    stage.begin(f"{step.said} later", event=True)
    await stage.wait(step.span)


async def _restart(stage: Stage, _: s.Restart) -> None:
    stage.begin("restart", event=True)
    await stage.restart()


async def _start_at(stage: Stage, step: s.StartAt) -> None:
    moves = way(stage.library, stage.session, step.state, stage.now)
    if moves is None:
        found = f"no button leads there from {stage.session.place}, not by any way"
        raise Mismatch((f"a way to {step.state}", f"{found}: write the steps, one a line"))
    if not moves:
        stage.begin(f"already at {step.state}", event=True)
    for move in moves:
        await _move(stage, move)


async def _move(stage: Stage, move: Move) -> None:
    match move:
        case ChoicePressed(choice=choice):
            await _tap(stage, s.Tap(_NOWHERE, choice))
        case TextReceived(text):
            await _user(stage, s.User(_NOWHERE, text))
        case _:
            await _command(stage, s.Command(_NOWHERE, "start"))


_NOWHERE = s.Where("", 1)

_ACT: Mapping[type[s.Step], Callable[[Stage, Any], Awaitable[None]]] = {
    s.User: _user,
    s.Command: _command,
    s.Tap: _tap,
    s.TapOld: _tap_old,
    s.Tick: _tick,
    s.Select: _select,
    s.Wait: _wait,
    s.Restart: _restart,
    s.StartAt: _start_at,
}
