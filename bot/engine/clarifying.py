"""The engine's own questions, in place of a state's: is a danger half heard true, was a guess right, which "
"topic is meant."""

from bot.engine.scene import Scene
from bot.engine.screen import NEAREST
from bot.engine.session import Answer, Asked

DOUBT, PROPOSAL = "doubt", "proposal"
YES, NO, UNSURE = "yes", "no", "unsure"

OPEN_TO = frozenset({"emergency", "help", "human", "stop", "language", "privacy", "delete"})
"""Commands that a doubt lets through: they give a number to call, or end the chat. No other message passes it by."""


def doubted(scene: Scene) -> bool:
    """Whether a half-heard danger waits for its answer."""
    asked = scene.session.asked_back
    return asked is not None and asked.kind == DOUBT


def doubt(scene: Scene, flags: Answer) -> None:
    """Ask whether it is true. Before consent nothing about health is asked: then only the emergency line is said."""
    if scene.agreed:
        scene.change(asked_back=Asked(DOUBT, flags))
    else:
        scene.say("command.doubt_line")
    scene.show()


def ask_again(scene: Scene) -> bool:
    """Another message came in place of the answer: the doubt is asked once more. False when it was already."""
    asked = scene.session.asked_back
    if asked is None or asked.repeats:
        return False
    scene.change(asked_back=Asked(DOUBT, asked.ids, repeats=1))
    scene.show()
    return True


def propose(scene: Scene, choices: Answer) -> bool:
    """Offer an answer that only a press gives; lines of a list are ticked, and Done is the press. False: none fits."""
    shown = {button.id: button for button in scene.look.buttons}
    ids = tuple(dict.fromkeys(choice for choice in choices if choice in shown))
    ticks = tuple(id for id in ids if shown[id].kind == "tick")
    if not ids or (len(ids) > 1 and len(ticks) < len(ids)):
        return False
    scene.change(misses=0)
    if ticks:
        scene.change(ticked=tuple(dict.fromkeys((*scene.session.ticked, *ticks))))
        scene.say("command.ticked")
    else:
        scene.change(asked_back=Asked(PROPOSAL, ids))
    scene.show()
    return True


def offer(scene: Scene, topics: Answer) -> bool:
    """Ask which of these topics a question in passing is about. False: there is none to offer."""
    if topics:
        scene.change(misses=0, asked_back=Asked(NEAREST, topics))
        scene.show()
    return bool(topics)


def drop_proposal(scene: Scene) -> None:
    """Other words than an answer: the guess was wrong, and they are read for themselves."""
    asked = scene.session.asked_back
    if asked and asked.kind in (PROPOSAL, NEAREST):
        scene.change(asked_back=None)


def close(scene: Scene) -> Asked:
    """Take the question away, and give it back; what the screen shows is the state's own again."""
    asked = scene.session.asked_back or Asked(PROPOSAL, ())
    scene.change(asked_back=None)
    return asked
