"""What typed words do: exact labels and numbers press, then danger takes over, and then come all other meanings."""

from collections.abc import Callable, Mapping

from bot.engine import clarifying, safety
from bot.engine.commands import worded
from bot.engine.danger import raise_flags, tell
from bot.engine.meaning import Meaning
from bot.engine.passing import offer_nearest
from bot.engine.passing import tell as tell_topic
from bot.engine.phrases import hear
from bot.engine.places import go
from bot.engine.presses import answer, press_all, press_label, shown
from bot.engine.scene import Scene
from bot.engine.screen import labelled, numbered
from bot.engine.values import NAME_LENGTH

NOTHING = Meaning()


def take_words(scene: Scene, text: str, contact: str | None, meaning: Meaning | None) -> None:
    """Take a message that somebody typed."""
    if not (_pressed(scene, text) or danger(scene, text, meaning)):
        clarifying.drop_proposal(scene)
        if not (worded(scene, text) or _written(scene, text, contact, meaning or NOTHING)):
            _guess(scene, meaning or NOTHING)


def take_other(scene: Scene, words: str, meaning: Meaning | None, why: str) -> None:
    """What the chat cannot read is said, and it asks again; danger is heard in any words that came along (SP20)."""
    if danger(scene, words, meaning):
        return
    if scene.locked:
        again_in_lock(scene)
        return
    scene.say(why)
    scene.show()


def _pressed(scene: Scene, text: str) -> bool:
    """Exact labels and numbers are presses."""
    buttons = () if scene.fresh else shown(scene)
    ask = "one" if scene.session.asked_back else scene.library.states[scene.session.place].ask
    label, numbers = labelled(buttons, text), numbered(buttons, text, ask)
    if label:
        press_label(scene, label)
    elif numbers:
        press_all(scene, numbers)
    return bool(label or numbers)


# Danger


def danger(scene: Scene, words: str, meaning: Meaning | None) -> bool:
    """An emergency, a crisis or a same-day flag in the words takes over, in any state; so does a doubt (SP1)."""
    found = meaning or _floor(words)
    if found.flags:
        (tell if found.somebody_else else raise_flags)(scene, tuple(sorted(found.flags)))
        return True
    if clarifying.doubted(scene):
        return worded(scene, words, clarifying.OPEN_TO) or insist(scene)
    if found.doubt and not scene.locked:
        clarifying.doubt(scene, found.doubt)
        return True
    return False


def _floor(words: str) -> Meaning:
    """What the small built-in list hears, where nothing else has listened."""
    heard = hear(words)
    return Meaning(heard.flags | ({safety.SELF_HARM} if heard.crisis else set[str]()))


def insist(scene: Scene) -> bool:
    """A doubt is asked twice; whatever else comes then is taken for a yes."""
    if not clarifying.ask_again(scene):
        raise_flags(scene, clarifying.close(scene).ids)
    return True


# Words where a question asks for them


def _name(scene: Scene, text: str, _: str | None, meaning: Meaning) -> None:
    """The name that was heard in the words; else the words, but for a question in passing."""
    name = " ".join("".join(char if char.isprintable() else " " for char in meaning.said or text).split())[:NAME_LENGTH]
    if not name:
        _refuse(scene, "empty")
    elif meaning.said or not (meaning.asks and _passing(scene, meaning)):
        answer(scene, (name,))


def _contact(scene: Scene, _: str, contact: str | None, meaning: Meaning) -> None:
    if contact:
        answer(scene, (contact,))
    elif not (meaning.asks and _passing(scene, meaning)):
        _refuse(scene, "invalid")


def _refuse(scene: Scene, why: str) -> None:
    """The reason instead of the question; its buttons stay."""
    scene.show(f"{scene.session.place}.{why}")


_WRITE: Mapping[str, Callable[[Scene, str, str | None, Meaning], None]] = {
    "name": _name,
    "text": _name,
    "contact": _contact,
}


def _written(scene: Scene, text: str, contact: str | None, meaning: Meaning) -> bool:
    write = _WRITE.get(scene.library.states[scene.session.place].ask)
    if scene.fresh or write is None:
        return False
    write(scene, text, contact, meaning)
    return True


# The rest


def _guess(scene: Scene, meaning: Meaning) -> None:
    """An answer is proposed, a question in passing answered; what is left was not understood.

    To agree takes a button: before consent nothing is proposed.
    """
    resting = scene.locked or scene.fresh or scene.library.states[scene.session.place].end
    choices = meaning.choices if scene.agreed else ()
    if resting or not (clarifying.propose(scene, choices) or _passing(scene, meaning)):
        not_understood(scene)


def _passing(scene: Scene, meaning: Meaning) -> bool:
    """A question in passing is answered, or the topics that it may be about are offered."""
    return tell_topic(scene, meaning.topic) or (not meaning.topic and offer_nearest(scene, meaning.nearest))


def not_understood(scene: Scene) -> None:
    """Nothing is changed; the question is asked again, and after two misses the phone is added (SP20)."""
    state = scene.library.states[scene.session.place]
    if scene.locked:
        again_in_lock(scene)
    elif scene.fresh or state.end:
        scene.show()
    else:
        misses = scene.session.misses + 1
        scene.say("command.unknown")
        if misses >= safety.MISSES:
            scene.say("command.unknown_twice")
        scene.show()
        scene.change(misses=misses)


def again_in_lock(scene: Scene) -> None:
    """Any other message in a lock: "have you called?", or the text that stands."""
    if scene.session.place in (safety.CRISIS, safety.MISTAKE_LIMIT):
        scene.show()
    else:
        go(scene, safety.AFTER_EMERGENCY)
