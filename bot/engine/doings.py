"""The closed list of things that a button or rule can do (`do:` in the dialogs)."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.engine import check_in, safety
from bot.engine.effects import RecordConsent, RequestCallback
from bot.engine.places import drop_jobs, go
from bot.engine.scene import Scene
from bot.engine.session import Consent, Lock
from bot.engine.values import Values


def do(scene: Scene, doings: tuple[str, ...]) -> bool:
    """Do these things in order; True when one of them has decided where to go."""
    went = [_DO[doing](scene) for doing in doings]
    return any(went)


def _record_consent(scene: Scene) -> bool:
    version = scene.library.source.consent_version
    scene.change(consent=Consent(version, scene.now))
    scene.effect(RecordConsent(version, scene.now))
    return False


def _start_check(scene: Scene) -> bool:
    """Begin anew, but never out of a lock: that takes a mistake, or time (SP2)."""
    if scene.locked:
        scene.show()
        return True
    _begin(scene)
    return False


def _begin(scene: Scene) -> None:
    """Old answers, drafts, jobs and the lock are dropped (logic, section 6)."""
    scene.change(lock=None)
    scene.forget()
    drop_jobs(scene)
    scene.forget_check_ins()


def _change_language(scene: Scene) -> bool:
    languages = scene.library.languages
    present = scene.library.catalog(scene.session.lang).lang
    speak(scene, languages[(languages.index(present) + 1) % len(languages)])
    return True


def speak(scene: Scene, lang: str) -> None:
    """Go on in this language: the place and the answers stay."""
    scene.change(lang=lang)
    scene.say("command.language" if len(scene.library.languages) > 1 else "command.only_language")
    scene.show()


def _mistaken(scene: Scene) -> bool:
    """A new check after a wrong tap; the third time in 24 hours only the numbers are shown."""
    recent = _recent(scene)
    if len(recent) < safety.MISTAKES:
        _new_check(scene, recent, "red_flags.mistake")
        return True
    standing = scene.session.lock
    until = recent[0] + safety.MISTAKE_WINDOW
    scene.change(lock=Lock(max(until, standing.until) if standing else until, bool(standing and standing.emergency)))
    go(scene, safety.MISTAKE_LIMIT)
    return True


def _i_am_safe(scene: Scene) -> bool:
    """Out of the crisis text: to the emergency lock that stood before it, or to a new check."""
    recent = _recent(scene)
    if scene.session.lock and scene.session.lock.emergency:
        go(scene, safety.AFTER_EMERGENCY)
    elif len(recent) < safety.MISTAKES:
        _new_check(scene, recent, "red_flags.crisis.safe")
    else:
        go(scene, safety.CRISIS)
    return True


def _recent(scene: Scene) -> tuple[datetime, ...]:
    return _within(scene.session.mistakes, scene.now, safety.MISTAKE_WINDOW)


def _within(times: tuple[datetime, ...], now: datetime, window: timedelta) -> tuple[datetime, ...]:
    return tuple(at for at in times if now - at < window)


def _new_check(scene: Scene, recent: tuple[datetime, ...], text: str) -> None:
    scene.change(mistakes=(*recent, scene.now))
    _begin(scene)
    scene.open_with(text)
    go(scene, safety.CHECK_START)


def _agree_callback(scene: Scene) -> bool:
    scene.change(notice=Consent(scene.library.source.notice_version, scene.now))
    return False


def _erase_draft(scene: Scene) -> bool:
    scene.drop_drafts()
    return False


def _request_callback(scene: Scene) -> bool:
    """Send the form: the fields that SP17 allows; a form without notice, name or contact starts over (SP16)."""
    values = Values(scene.library, scene.session, scene.standing, scene.now)
    name, contact = values.draft(safety.CALLBACK_NAME), values.draft(safety.CALLBACK_CONTACT)
    notice = scene.session.notice
    if notice is None or not name or not contact:
        go(scene, safety.CALLBACK)
        return True
    ticked = "include_answers" in values.answers.get(safety.CALLBACK_REVIEW, ())
    time, answers = values.draft(safety.CALLBACK_TIME), values.summary() if ticked else ""
    scene.effect(RequestCallback(name, contact, time, scene.session.lang, notice.version, notice.at, answers))
    calls = _within(scene.session.calls, scene.now, safety.CALL_WINDOW)
    scene.change(calls=(*calls, scene.now), notice=None)
    scene.drop_drafts()
    return False


def _set_check_in(scene: Scene) -> bool:
    """A check-in that may not be offered any more is not set either (SP18)."""
    if not scene.may_check_in:
        go(scene, safety.OFFER)
        return True
    check_in.agree(scene)
    return False


def _cancel_check_in(scene: Scene) -> bool:
    check_in.drop(scene)
    return False


_DO: Mapping[str, Callable[[Scene], bool]] = {
    "record_consent": _record_consent,
    "start_check": _start_check,
    "change_language": _change_language,
    "mistaken": _mistaken,
    "i_am_safe": _i_am_safe,
    "agree_callback": _agree_callback,
    "erase_draft": _erase_draft,
    "request_callback": _request_callback,
    "set_check_in": _set_check_in,
    "cancel_check_in": _cancel_check_in,
}
