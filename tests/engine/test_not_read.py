"""What the chat cannot read, a photo or a change of an earlier message: danger in it is heard, else it asks again."""

import pytest
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.effects import Reply, SetTimer
from bot.engine.events import AttachmentReceived, MessageEdited
from bot.engine.session import Lock
from tests.engine.everywhere import Moment, everywhere
from tests.engine.talk import DAY, HOUR, NOW, Talk, label

Unread = AttachmentReceived | MessageEdited
SAYS = {AttachmentReceived: "command.only_text", MessageEdited: "command.edited"}
CHANGES = {"screen", "last_at", "version", "greeted", "place", "offer_call"}
"""What any message may change; the place only in a lock."""

both = pytest.mark.parametrize("kind", [AttachmentReceived, MessageEdited])
HARMLESS = ["", "look at my back", "2", "None of these", "help", "/stop", "yes", "no fever"]


def places(locked: bool) -> list[Moment]:
    return [moment for moment in everywhere() if (moment.session.lock is not None) is locked]


def changed(before: Talk, after: Talk) -> set[str]:
    return {
        name
        for name in before.session.__struct_fields__
        if getattr(before.session, name) != getattr(after.session, name)
    }


def keys(talk: Talk) -> list[str]:
    return [bubble.key for effect in talk.turn.effects if isinstance(effect, Reply) for bubble in effect.bubbles]


@both
@pytest.mark.parametrize("words", HARMLESS)
def test_in_every_state_it_says_so_asks_again_and_changes_nothing_else(kind: type[Unread], words: str):
    for moment in places(locked=False):
        after = moment.after(kind(words))
        assert keys(after)[0] == SAYS[kind], moment.place
        assert after.place == moment.place
        assert after.screen.buttons == (moment.shown.buttons if moment.shown else ())
        assert changed(moment, after) <= CHANGES - {"place", "offer_call"}, moment.place
        assert after.effects(SetTimer) == [SetTimer(safety.EXPIRY, NOW + DAY)]


@both
@pytest.mark.parametrize("words", HARMLESS)
def test_in_a_lock_it_is_any_other_message(kind: type[Unread], words: str):
    for moment in places(locked=True):
        after = moment.after(kind(words))
        assert after.place in safety.LOCK_PLACES
        assert (after.session.lock, after.tier) == (moment.session.lock, moment.tier)
        assert changed(moment, after) <= CHANGES | {"came_from", "page"}, moment.place
        assert SAYS[kind] not in keys(after)


@both
@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("my chest hurts", "red_flags.emergency"),
        ("look:\nno puedo orinar", "red_flags.emergency"),
        ("I want to die", "red_flags.crisis"),
        ("I can't pee and I want to die", "red_flags.emergency"),
    ],
)
def test_danger_in_its_words_makes_the_emergency_text_the_very_next_message(kind: type[Unread], words: str, first: str):
    for moment in everywhere():
        after = moment.after(kind(words))
        assert keys(after)[0] == first, moment.place
        assert (after.tier, after.place in safety.LOCK_PLACES) == ("emergency", True)
        assert after.session.lock is not None
        assert [state for state in after.answers if state.startswith("callback.")] == []


@both
def test_a_newcomer_hears_what_the_chat_cannot_read_and_is_welcomed(kind: type[Unread]):
    talk = Talk().send(kind())
    assert (talk.place, talk.texts) == ("welcome.start", ["command.draft", SAYS[kind], "welcome.start"])
    assert talk.session.consent is None


@both
def test_a_newcomer_in_danger_hears_the_emergency_text_first(kind: type[Unread]):
    talk = Talk().send(kind("I can't pee"))
    assert (talk.texts[0], talk.session.lock) == ("red_flags.emergency", Lock(NOW + DAY, emergency=True))


@both
def test_danger_told_in_a_lock_begins_its_day_anew(kind: type[Unread]):
    talk = Talk().agree().press("some").wait(HOUR).send(kind("my chest hurts"))
    assert talk.session.lock == Lock(NOW + HOUR + DAY, emergency=True)


@both
def test_a_label_or_number_in_it_presses_nothing(kind: type[Unread]):
    for words in ("1", label("red_flags.nerves.none"), "1 2"):
        talk = Talk().agree().send(kind(words))
        assert (talk.place, talk.answers) == ("red_flags.nerves", {})


@both
def test_it_is_no_name_and_no_contact_and_keeps_what_was_typed(kind: type[Unread]):
    talk = Talk().check().press("call_me", "agree").send(kind("Ann"))
    assert (talk.place, "callback.name" in talk.answers) == ("callback.name", False)
    talk.say("Ann").send(kind("602 555 0100"))
    assert (talk.place, talk.answers["callback.name"]) == ("callback.contact", ("Ann",))
    assert "callback.contact" not in talk.answers


@both
def test_it_keeps_the_ticks_of_a_list_and_the_earlier_buttons_are_old(kind: type[Unread]):
    talk = Talk().until("red_flags.today").tick("fever")
    screen = talk.session.screen
    talk.send(kind())
    assert (talk.session.ticked, talk.button("fever").ticked) == (("fever",), True)
    assert talk.press_on(screen, "lump").texts[0] == "command.old_button"


@both
def test_it_is_no_message_that_was_not_understood(kind: type[Unread]):
    talk = Talk().agree().say("bananas")
    misses = talk.session.misses
    for _ in range(3):
        talk.send(kind())
    assert (talk.session.misses, "command.unknown_twice" in talk.texts) == (misses, False)


@both
def test_after_a_day_of_silence_it_hears_that_the_answers_are_gone(kind: type[Unread]):
    talk = Talk().check().wait(DAY).send(kind("hello"))
    assert (talk.place, talk.answers) == ("end.timeout", {})
    assert "end.timeout" in talk.texts


@both
def test_it_keeps_the_conversation_alive(kind: type[Unread]):
    talk = Talk().agree().wait(DAY - HOUR).send(kind()).wait(DAY - HOUR).press("none")
    assert talk.place == "red_flags.body"


@both
def test_after_an_edit_of_the_dialogs_the_person_is_moved_first(kind: type[Unread]):
    talk = Talk().check()
    talk.session = replace(talk.session, version="older", place="gone.state")
    answers = talk.answers
    talk.send(kind("hi"))
    assert (talk.place, talk.answers) == ("red_flags.nerves", answers)
    assert "command.moved" in keys(talk)
