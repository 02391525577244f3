"""`advance`, the only place where a session changes: pure, so the same arguments always give the same turn."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.engine import safety
from bot.engine.beside import BESIDE
from bot.engine.commands import command, worded
from bot.engine.effects import SetTimer, Turn
from bot.engine.events import (
    AnyEvent,
    AttachmentReceived,
    ChoicePressed,
    CommandGiven,
    MessageEdited,
    SelectionToggled,
    TextReceived,
    TextUnderstood,
)
from bot.engine.expiry import expire, ran_out
from bot.engine.library import Library
from bot.engine.phrases import hear
from bot.engine.places import allowed, go
from bot.engine.presses import answer, find, old_button, press, press_all, press_label, shown
from bot.engine.scene import Scene
from bot.engine.screen import labelled, numbered
from bot.engine.session import Lock, Session
from bot.engine.values import NAME_LENGTH


def newcomer(library: Library, lang: str | None = None) -> Session:
    """The session of somebody who has never written before."""
    known = lang if lang in library.languages else library.languages[0]
    return Session(place=safety.START, lang=known, version=library.version, prints=library.prints)


def advance(library: Library, session: Session | None, event: AnyEvent, now: datetime) -> Turn:
    """Take one event: the next session, and what should happen.

    `now` is UTC with its zone. Never raises for anything that a person or a platform can send.
    """
    scene = Scene(library, session or newcomer(library), now)
    beside = BESIDE.get(type(event))
    if beside:
        beside(scene, event)
        return scene.turn()
    _arrive(scene)
    scene.change(last_at=now, version=library.version, prints=library.prints)
    _HANDLERS[type(event)](scene, event)
    scene.effect(SetTimer(safety.EXPIRY, now + safety.FORGET_AFTER))
    return scene.turn()


# Before the event: time has passed, or the dialogs have changed


def _arrive(scene: Scene) -> None:
    if scene.silent:
        scene.change(greeted=False)
    if ran_out(scene):
        expire(scene)
    elif _changed(scene):
        scene.unsee()
        _drop_changed(scene)
        if _gone(scene):
            _moved(scene)
    _leave_unreviewed(scene)


def _leave_unreviewed(scene: Scene) -> None:
    """The review has expired since the last message: what is on the screen counts no more (SP22)."""
    if scene.closed and allowed(scene, scene.session.place) == safety.CLOSED != scene.session.place:
        scene.change(place=safety.CLOSED, ticked=(), came_from=None, offer_call=False)
        scene.unsee()


def _changed(scene: Scene) -> bool:
    session, library = scene.session, scene.library
    known = (session.version, session.prints) == (library.version, library.prints)
    return not known or session.place not in library.states


def _drop_changed(scene: Scene) -> None:
    """A question that has changed is asked again: a line that nobody has seen was not answered with "no" (SP24)."""
    changed = scene.library.changed(scene.session.prints)
    scene.drop_answers(lambda name: name in changed)


def _gone(scene: Scene) -> bool:
    """Whether the new dialogs, rules or consent text no longer let the person be there."""
    place, tier = scene.session.place, scene.session.tier
    more_urgent = safety.most_urgent(tier, scene.standing.decision.tier) != tier
    return _out_of_turn(scene) or more_urgent or allowed(scene, place) != place


def _out_of_turn(scene: Scene) -> bool:
    """Whether the answers do not lead to this question; those of a card come after all of the check."""
    library, standing, place = scene.library, scene.standing, scene.session.place
    if place not in library.questions:
        return False
    return place not in standing.path if place in library.ground.main else not standing.complete


def _moved(scene: Scene) -> None:
    """The place is gone from the dialogs: to the first red-flag screen, with a text, never past it."""
    scene.open_with("command.moved")
    scene.settle()
    scene.change(ticked=(), came_from=None, offer_call=False)
    scene.change(place=allowed(scene, safety.CHECK_START))


# The events


def _pressed(scene: Scene, event: ChoicePressed | SelectionToggled) -> None:
    button = find(scene, event.screen, event.choice)
    if button is not None:
        press(scene, button)
    elif scene.fresh:
        scene.show()
    else:
        old_button(scene)


def _commanded(scene: Scene, event: CommandGiven) -> None:
    if event.words and _heard(scene, event.words):
        return
    if not command(scene, event.name) and not worded(scene, event.name):
        _unknown(scene)


def _received(scene: Scene, event: TextReceived) -> None:
    _text(scene, event.text, None)


def _understood(scene: Scene, event: TextUnderstood) -> None:
    _text(scene, event.text, event.contact)


def _attached(scene: Scene, event: AttachmentReceived) -> None:
    _not_read(scene, event.caption, "command.only_text")


def _edited(scene: Scene, event: MessageEdited) -> None:
    _not_read(scene, event.text, "command.edited")


def _not_read(scene: Scene, words: str, why: str) -> None:
    """Danger is heard in any words; else it says what it cannot read, and asks again (SP20)."""
    if words and _heard(scene, words):
        return
    if scene.locked:
        _again_in_lock(scene)
        return
    scene.say(why)
    scene.show()


def _text(scene: Scene, text: str, contact: str | None) -> None:
    """Exact labels and numbers are presses; then danger; then commands in words; then typed answers."""
    state = scene.library.states[scene.session.place]
    buttons = () if scene.fresh else shown(scene)
    label, numbers = labelled(buttons, text), numbered(buttons, text, state.ask)
    if label:
        press_label(scene, label)
    elif numbers:
        press_all(scene, numbers)
    elif not _heard(scene, text) and not worded(scene, text):
        write = _WRITE.get(state.ask)
        if scene.fresh or write is None:
            _unknown(scene)
        else:
            write(scene, text, contact)


def _heard(scene: Scene, text: str) -> bool:
    """An emergency or a crisis in the words takes over, in any state (SP1)."""
    heard = hear(text)
    if not heard.flags and not heard.crisis:
        return False
    flags = heard.flags | ({"self_harm"} if heard.crisis else set[str]())
    known = dict(scene.session.answers).get(safety.HEARD, ())
    scene.put_answer(safety.HEARD, tuple(sorted(flags.union(known))))
    _renew_lock(scene)
    if heard.crisis:
        _crisis(scene, both=bool(heard.flags))
    else:
        go(scene, safety.EMERGENCY)
    return True


def _crisis(scene: Scene, both: bool) -> None:
    """Both in one message: both texts, and the crisis screen (logic, section 2)."""
    if both:
        go(scene, safety.EMERGENCY)
    go(scene, safety.CRISIS)


def _renew_lock(scene: Scene) -> None:
    """Danger told in a lock begins the day of the lock anew."""
    lock = scene.session.lock
    if lock:
        scene.change(lock=Lock(scene.now + safety.LOCK_FOR, lock.emergency))


def _unknown(scene: Scene) -> None:
    """Nothing is changed; the question is asked again, and after two misses the phone is added (SP20)."""
    state = scene.library.states[scene.session.place]
    if scene.locked:
        _again_in_lock(scene)
    elif scene.fresh or state.end:
        scene.show()
    else:
        misses = scene.session.misses + 1
        scene.say("command.unknown")
        if misses >= safety.MISSES:
            scene.say("command.unknown_twice")
        scene.show()
        scene.change(misses=misses)


def _again_in_lock(scene: Scene) -> None:
    """Any other message in a lock: "have you called?", or the text that stands."""
    if scene.session.place in (safety.CRISIS, safety.MISTAKE_LIMIT):
        scene.show()
    else:
        go(scene, safety.AFTER_EMERGENCY)


# What is typed where a question asks for it


def _name(scene: Scene, text: str, _: str | None) -> None:
    name = " ".join("".join(char if char.isprintable() else " " for char in text).split())[:NAME_LENGTH]
    if name:
        answer(scene, (name,))
    else:
        _refuse(scene, "empty")


def _contact(scene: Scene, _: str, contact: str | None) -> None:
    if contact:
        answer(scene, (contact,))
    else:
        _refuse(scene, "invalid")


def _refuse(scene: Scene, why: str) -> None:
    """The reason instead of the question; its buttons stay."""
    scene.show(f"{scene.session.place}.{why}")


_WRITE: Mapping[str, Callable[[Scene, str, str | None], None]] = {"name": _name, "text": _name, "contact": _contact}

_HANDLERS: Mapping[type, Callable[[Scene, Any], None]] = {
    ChoicePressed: _pressed,
    SelectionToggled: _pressed,
    CommandGiven: _commanded,
    TextReceived: _received,
    TextUnderstood: _understood,
    AttachmentReceived: _attached,
    MessageEdited: _edited,
}
