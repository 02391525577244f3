"""`advance`, the only place where a session changes: pure, so the same arguments always give the same turn."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.engine import safety
from bot.engine.beside import BESIDE
from bot.engine.clarifying import OPEN_TO, doubted, drop_proposal
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
from bot.engine.places import allowed
from bot.engine.presses import find, old_button, press
from bot.engine.scene import Scene
from bot.engine.session import Session
from bot.engine.wording import danger, insist, not_understood, take_other, take_words


def newcomer(library: Library, lang: str | None = None) -> Session:
    """The session of somebody who has never written before."""
    known = lang if lang in library.languages else library.languages[0]
    return Session(place=safety.START, lang=known, version=library.version, prints=library.prints)


def advance(library: Library, session: Session | None, event: AnyEvent, now: datetime) -> Turn:
    """Take one event: the next session, and what should happen.

    `now` is UTC with its zone. Never raises for anything that a person or a platform can send.
    """
    before = session or newcomer(library)
    key = None if library.closed(now) else library.turns.key(before, event, now)
    if key is None:
        return work_out(library, before, event, now)
    known = library.turns.recall(key, before, now)
    if known is not None:
        return known
    turn = work_out(library, before, event, now)
    library.turns.keep(key, before, turn)
    return turn


def work_out(library: Library, session: Session, event: AnyEvent, now: datetime) -> Turn:
    """The same, with nothing remembered."""
    scene = Scene(library, session, now)
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
        drop_proposal(scene)  # the button that it stands for may be gone
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
    """A command, by its name or by a word for it; danger in the words behind it comes first."""
    only = OPEN_TO if doubted(scene) else None
    if event.words and danger(scene, event.words, event.meaning):
        return
    if not command(scene, event.name, only) and not worded(scene, event.name, only):
        (insist if doubted(scene) else not_understood)(scene)


def _attached(scene: Scene, event: AttachmentReceived) -> None:
    take_other(scene, event.caption, event.meaning, "command.only_text")


def _edited(scene: Scene, event: MessageEdited) -> None:
    take_other(scene, event.text, event.meaning, "command.edited")


def _received(scene: Scene, event: TextReceived) -> None:
    take_words(scene, event.text, None, None)


def _understood(scene: Scene, event: TextUnderstood) -> None:
    take_words(scene, event.text, event.contact, event.meaning)


_HANDLERS: Mapping[type, Callable[[Scene, Any], None]] = {
    ChoicePressed: _pressed,
    SelectionToggled: _pressed,
    CommandGiven: _commanded,
    TextReceived: _received,
    TextUnderstood: _understood,
    AttachmentReceived: _attached,
    MessageEdited: _edited,
}
