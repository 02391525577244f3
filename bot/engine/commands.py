"""The global commands: they work in every state, typed with a slash or in plain words."""

from collections.abc import Callable, Mapping, Set

from bot.engine import safety
from bot.engine.doings import do, speak
from bot.engine.effects import Forget
from bot.engine.places import drop_jobs, go, go_back
from bot.engine.scene import Scene
from bot.engine.screen import can_ask_for_call, plain_words

THIS_LANGUAGE = "this_language"
"""Beside the commands, what words can mean: the language in whose catalog they stand."""


def worded(scene: Scene, text: str, only: Set[str] | None = None) -> bool:
    """Do what plain words mean in any language of the library; False when they mean nothing, or none of `only`."""
    plain = plain_words(text)
    catalog = next((each for each in scene.library.catalogs.values() if plain in each.words), None)
    if catalog is None:
        return False
    if catalog.words[plain] == THIS_LANGUAGE:
        speak(scene, catalog.lang)
        return True
    return command(scene, catalog.words[plain], only)


def command(scene: Scene, name: str, only: Set[str] | None = None) -> bool:
    """Run a command; False when there is none of this name, or it is none of `only`."""
    run = COMMANDS.get(name)
    if run is None or (only is not None and name not in only):
        return False
    run(scene)
    return True


def _start(scene: Scene) -> None:
    """In a lock the text of the lock, in mid-check the question again, elsewhere the text of the place."""
    if scene.session.place in (safety.AFTER_EMERGENCY, safety.END_EMERGENCY):
        go(scene, safety.EMERGENCY)
        return
    state = scene.library.states[scene.session.place]
    resting = state.end or scene.locked or scene.fresh or state.name in (safety.START, safety.SAME_DAY)
    if not resting:
        scene.open_with("welcome.resume")
    scene.show()


def _help(scene: Scene) -> None:
    scene.say("command.help")
    scene.show()


def _privacy(scene: Scene) -> None:
    scene.say("command.privacy")
    scene.show()


def _human(scene: Scene) -> None:
    """The clinic's phone; a call can be asked for once the red-flag screens are done, never in a lock."""
    scene.say("command.human")
    scene.change(offer_call=can_ask_for_call(scene.sight))
    scene.show()


def _language(scene: Scene) -> None:
    do(scene, ("change_language",))


def _emergency(scene: Scene) -> None:
    """The emergency text without buttons: the place is kept and nothing is locked (SP13)."""
    scene.say_all(scene.library.states[safety.EMERGENCY].shows)


def _stop(scene: Scene) -> None:
    drop_jobs(scene)
    scene.drop_drafts()
    if scene.locked:
        scene.say(safety.STOPPED)
        _start(scene)
    else:
        go(scene, safety.STOPPED)


def _delete(scene: Scene) -> None:
    """Answers, transcript, drafts and timers go; the lock, the mistakes and requests already sent keep their terms."""
    scene.effect(Forget())
    scene.forget()
    scene.forget_check_ins()
    scene.change(consent=None)
    scene.say("command.delete")
    if scene.locked:
        _start(scene)
    else:
        go(scene, safety.START)


def _back(scene: Scene) -> None:
    go_back(scene)


COMMANDS: Mapping[str, Callable[[Scene], None]] = {
    "start": _start,
    "help": _help,
    "emergency": _emergency,
    "human": _human,
    "stop": _stop,
    "back": _back,
    "language": _language,
    "privacy": _privacy,
    "delete": _delete,
}
