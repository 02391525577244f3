"""The closed list of things that buttons and rules can do."""

import pytest
from msgspec.structs import replace

from bot.engine.dialog import EFFECTS, Button, Rule
from bot.engine.doings import _DO
from bot.engine.effects import CancelTimer, RecordConsent, RequestCallback
from bot.engine.session import Consent
from tests.engine.talk import DAY, HOUR, MOMENT, NOW, Talk, altered, bilingual, label, shipped

CONTACT = "+16025550100"


def form(**answers: tuple[str, ...]) -> Talk:
    """A filled form, at its review."""
    return Talk().check(**answers).press("call_me", "agree").say("Ann").give_contact(CONTACT).press("morning")


def requests(talk: Talk) -> list[RequestCallback]:
    return [effect for effect in talk.turn.effects if isinstance(effect, RequestCallback)]


def test_every_doing_of_the_language_has_its_code():
    assert tuple(_DO) == EFFECTS


# Consent and the start of a check


def test_agreeing_records_consent_with_version_and_time():
    talk = Talk().agree()
    assert talk.session.consent == Consent("1", NOW)
    assert talk.effects(RecordConsent) == [RecordConsent("1", NOW)]


def test_a_new_check_drops_answers_tier_and_jobs():
    talk = Talk().check(today=("lump", "done")).press("finish", "check_again")
    assert (talk.place, talk.answers, talk.tier, talk.session.came_from) == ("red_flags.nerves", {}, "self_care", None)
    assert CancelTimer("check_in") in talk.turn.effects


def test_a_new_check_never_opens_a_lock():
    """Even where staff have put it on a page of the lock."""
    label = "red_flags.emergency.buttons.show_again"
    again = Button("again", (Rule("red_flags.nerves"),), do=("start_check",), label=label)
    library = altered(shipped(), replace(shipped().states["red_flags.emergency"], buttons=(again,)))
    talk = Talk(library).agree().press("unsure")
    before = talk.session
    talk.press("again")
    assert (talk.place, talk.tier, talk.session.lock) == ("red_flags.emergency", "emergency", before.lock)
    assert talk.texts == ["red_flags.emergency", "red_flags.emergency.unsure", "red_flags.emergency.outside"]
    assert talk.answers == {"red_flags.nerves": ("unsure",)}


# Language


def test_a_language_that_is_gone_changes_to_the_one_after_the_first():
    """Staff have removed it: the texts are those of the first one until then."""
    talk = Talk(bilingual()).agree()
    talk.session = replace(talk.session, lang="fr")
    assert talk.command("help").labels[0] == label("red_flags.nerves.none")
    assert talk.command("language").session.lang == "es"


# The call request


def test_a_request_holds_the_form_and_nothing_of_the_check():
    assert requests(form(today=("numb_patch", "done")).press("send")) == [
        RequestCallback("Ann", CONTACT, "morning", "en", "1", NOW)
    ]


def test_answers_go_along_only_when_ticked():
    [request] = requests(form(heat_kind=("moist",)).tick("include_answers").press("send"))
    assert shipped().catalogs["en"].text("answers.heat.moist") in request.answers


def test_a_request_carries_the_version_and_the_time_of_the_notice():
    talk = Talk().check().press("call_me").wait(HOUR).press("agree").wait(HOUR)
    talk.say("Ann").give_contact(CONTACT).press("skip")
    [request] = requests(talk.press("send"))
    assert (request.notice_version, request.notice_at, request.time) == ("1", NOW + HOUR, "")


def test_sending_erases_the_draft_and_the_agreement_and_counts():
    talk = form().press("send")
    assert [state for state in talk.answers if state.startswith("callback.")] == []
    assert (talk.place, talk.session.notice, talk.session.calls) == ("callback.sent", None, (NOW,))


def test_cancelling_erases_the_draft():
    talk = form().press("cancel")
    assert talk.place == "callback.cancelled"
    assert [state for state in talk.answers if state.startswith("callback.")] == []


@pytest.mark.parametrize("missing", ["notice", "callback.name", "callback.contact"])
def test_an_incomplete_form_is_not_sent_and_starts_over(missing: str):
    talk = form()
    answers = tuple(pair for pair in talk.session.answers if pair[0] != missing)
    talk.session = replace(talk.session, answers=answers, **({"notice": None} if missing == "notice" else {}))
    talk.press("send")
    assert (requests(talk), talk.place) == ([], "callback.notice")


def test_editing_leads_to_the_name_and_keeps_the_rest():
    talk = form().press("edit")
    assert (talk.place, talk.answers["callback.contact"]) == ("callback.name", (CONTACT,))
    assert talk.say("Bea").answers["callback.name"] == ("Bea",)


def send_again(talk: Talk) -> Talk:
    """From the page after a request, once more through the form."""
    talk.command("back").press("call_me", "agree").say("Ann").give_contact(CONTACT)
    return talk.press("morning", "send")


def test_a_fourth_request_in_a_day_is_not_sent():
    talk = form().press("send")
    for _ in range(3):
        send_again(talk)
    assert (talk.place, requests(talk), len(talk.session.calls)) == ("callback.limit", [], 3)
    assert [state for state in talk.answers if state.startswith("callback.")] == []


@pytest.mark.parametrize(("age", "sent"), [(DAY - MOMENT, 0), (DAY, 1)])
def test_a_request_counts_for_24_hours(age: object, sent: int):
    talk = form()
    talk.session = replace(talk.session, calls=(NOW - age, NOW, NOW))  # pyright: ignore[reportOperatorIssue]
    assert len(requests(talk.press("send"))) == sent


def test_old_requests_are_forgotten_with_the_next():
    talk = form()
    talk.session = replace(talk.session, calls=(NOW - DAY, NOW - HOUR))
    assert talk.press("send").session.calls == (NOW - HOUR, NOW)


# Several doings


def test_doings_are_done_in_order_and_the_first_that_leads_somewhere_wins():
    rules = (Rule("end.done", do=("erase_draft", "change_language")),)
    button = Button("finish", rules, label="reading.related.buttons.finish")
    page = replace(shipped().states["reading.related"], buttons=(button,))
    talk = Talk(altered(bilingual(), page)).check().press("help", "reading", "finish")
    assert (talk.place, talk.session.lang) == ("reading.related", "es")
