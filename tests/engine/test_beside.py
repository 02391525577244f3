"""Events that are no message of the conversation: the person leaves, somebody writes in public, a timer fires."""

import pytest
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.check_in import TOLD
from bot.engine.effects import CancelTimer, Reply, RequestCallback, Turn
from bot.engine.events import AddressedInPublic, PersonLeft, TimerFired
from tests.engine.everywhere import everywhere
from tests.engine.talk import DAY, HOUR, MOMENT, Talk, altered, bilingual, shipped

PUBLIC = AddressedInPublic()
FORM = ("callback.name", "callback.contact", "callback.time", "callback.review")


def form(*further: str) -> Talk:
    return Talk().check().press("call_me", "agree").say("Ann").give_contact("+16025550100").press(*further)


def waiting(talk: Talk) -> bool:
    """Whether a check-in was promised that is not answered yet."""
    return talk.session.check_in is not None and talk.session.check_in.stage != TOLD


# Whoever leaves


def test_nobody_is_there_to_be_told_and_nothing_will_write_later():
    for moment in everywhere():
        after = moment.after(PersonLeft())
        assert after.turn.effects == tuple(CancelTimer(job) for job in safety.JOBS), moment.place


def test_what_was_typed_into_a_form_is_erased_and_everything_else_stands():
    for moment in everywhere():
        after = moment.after(PersonLeft()).session
        kept = tuple(pair for pair in moment.session.answers if not pair[0].startswith("callback."))
        in_form = moment.place in FORM
        expected = replace(
            moment.session,
            answers=kept,
            check_in=None if waiting(moment) else moment.session.check_in,
            place="callback.notice" if in_form else moment.place,
            ticked=() if in_form else moment.session.ticked,
            screen=-moment.session.screen if in_form else moment.session.screen,
        )
        assert after == expected


def test_a_lock_outlasts_it():
    talk = Talk().agree().press("some")
    lock = talk.session.lock
    assert talk.send(PersonLeft()).session.lock == lock
    assert talk.wait(HOUR).start().place == "red_flags.emergency"


def test_it_does_not_keep_the_conversation_alive():
    talk = Talk().check().wait(DAY - MOMENT).send(PersonLeft()).wait(MOMENT).start()
    assert talk.place == "end.timeout"


@pytest.mark.parametrize("further", [(), ("skip",)])
def test_whoever_comes_back_finds_the_form_at_its_beginning(further: tuple[str, ...]):
    talk = form(*further)
    old = talk.session.screen
    talk.send(PersonLeft()).press_on(old, "cancel")
    assert (talk.place, talk.texts) == ("callback.notice", ["callback.notice"])
    assert talk.press("agree").texts == ["callback.name"]


def test_an_empty_form_is_never_sent():
    talk = form("skip")
    old = talk.session.screen
    talk.send(PersonLeft()).press_on(old, "send")
    assert (talk.place, talk.effects(RequestCallback)) == ("callback.notice", [])


def test_whoever_comes_back_in_mid_check_goes_on():
    talk = Talk().until("red_flags.today").send(PersonLeft()).press("none")
    assert talk.place == "precautions.right_now"


def test_a_newcomer_who_leaves_is_forgotten_or_welcomed_later():
    talk = Talk().send(PersonLeft())
    assert (talk.session.greeted, talk.start().texts) == (False, ["command.draft", "welcome.start"])


def test_leaving_where_the_place_is_gone_from_the_dialogs_breaks_nothing():
    talk = form().meet(altered(shipped(), without=["callback.time"]))
    assert talk.send(PersonLeft()).start().place == "red_flags.nerves"


# In public


def test_in_public_it_says_once_that_it_talks_in_private():
    talk = Talk().send(PUBLIC)
    assert (talk.texts, talk.reply.screen) == (["command.draft", "command.private_only"], None)
    assert (talk.session.place, talk.session.consent) == ("welcome.start", None)
    assert [len(talk.wait(HOUR).send(PUBLIC).turn.effects) for _ in range(10)] == [0] * 10


def test_it_says_so_once_a_day():
    talk = Talk().send(PUBLIC)
    said: list[int] = []
    for _ in range(72):
        talk.wait(HOUR).send(PUBLIC)
        said += [talk.now.day] if talk.turn.effects else []
    assert len(said) == 3


def test_in_public_it_speaks_the_language_of_whoever_wrote():
    session = replace(Talk(bilingual()).session, lang="es")
    talk = Talk(bilingual(), session).send(PUBLIC)
    assert talk.words.startswith("ES ")


def test_no_conversation_begins_or_changes_in_public():
    for moment in everywhere():
        after = moment.after(PUBLIC)
        assert (after.session, after.turn.effects) == (moment.session, ()), moment.place


def test_a_group_never_sees_a_question():
    talk = Talk()
    for wait in (0, 1, 25, 49):
        talk.wait(wait * HOUR).send(PUBLIC)
        assert [effect.screen for effect in talk.effects(Reply) if isinstance(effect, Reply)] in ([], [None])
        assert talk.shown is None


# Timers


@pytest.mark.parametrize("name", ["check_in", "", "expire"])
def test_a_timer_that_is_not_due_here_changes_nothing(name: str):
    for moment in everywhere():
        after = moment.after(TimerFired(name))
        assert after.turn == Turn(moment.session)


def test_the_expiry_timer_erases_without_a_word():
    talk = Talk().check()
    talk.wait(DAY).send(TimerFired("expire"))
    assert (talk.answers, talk.effects(Reply)) == ({}, [])
