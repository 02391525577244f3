"""The global commands: with a slash or in plain words, in every state."""

import pytest
from msgspec.structs import replace

from bot.engine.commands import COMMANDS
from bot.engine.effects import CancelTimer, Forget, SetTimer
from bot.engine.events import CommandGiven
from bot.engine.session import Lock
from bot.engine.turn import newcomer
from tests.engine.talk import DAY, HOUR, Talk, bilingual, fact, label, shipped

EMERGENCY = ["red_flags.emergency", "red_flags.emergency.outside"]


def locked(words: str = "I can't pee") -> Talk:
    return Talk().until("red_flags.body").say(words)


# Words


@pytest.mark.parametrize(
    ("words", "text"), [("help", "command.help"), (" HELP! ", "command.help"), ("talk to a person", "command.human")]
)
def test_plain_words_are_commands(words: str, text: str):
    assert Talk().agree().say(words).texts == [text, "red_flags.nerves"]


def test_words_of_any_language_of_the_project_are_commands():
    english, spanish = (bilingual().catalogs[lang] for lang in ("en", "es"))
    library = Talk(bilingual()).library
    source = replace(library.source, catalogs={"en": english, "es": replace(spanish, words={"ayuda": "help"})})
    talk = Talk(type(library)(source)).agree()
    assert talk.say("¡Ayuda!").texts[0] == "command.help"


@pytest.mark.parametrize(("words", "lang"), [("español", "es"), ("Spanish, please", "es"), ("in English", "en")])
@pytest.mark.parametrize("now", ["en", "es"])
def test_a_language_can_be_asked_for_in_any_language(words: str, lang: str, now: str):
    talk = Talk(session=newcomer(shipped(), now)).until("heat_check.signs").tick("swelling").say(words)
    assert (talk.session.lang, talk.place, talk.session.ticked) == (lang, "heat_check.signs", ("swelling",))
    assert talk.texts == ["command.language", "heat_check.signs"]


def test_a_word_with_a_slash_means_what_it_means_without():
    talk = Talk(session=newcomer(shipped(), "es")).agree()
    assert [talk.command(name).texts[0] for name in ("ayuda", "persona", "dance")] == [
        "command.help",
        "command.human",
        "command.unknown",
    ]


def test_words_with_more_words_are_no_command():
    assert Talk().agree().say("help me sleep").texts[0] == "command.unknown"


def test_an_unknown_command_is_not_understood():
    assert Talk().agree().command("dance").texts == ["command.unknown", "red_flags.nerves"]


def test_danger_goes_before_a_command():
    assert Talk().agree().say("help my chest hurts").place == "red_flags.emergency"


@pytest.mark.parametrize("name", [*sorted(COMMANDS), "dance"])
def test_danger_behind_a_command_goes_before_it(name: str):
    talk = Talk().until("red_flags.today").send(CommandGiven(name, "please, my chest hurts"))
    assert (talk.place, talk.texts[0]) == ("red_flags.emergency", "red_flags.emergency")


@pytest.mark.parametrize("words", ["now", "1", "None of these", "back", "no fever"])
def test_other_words_behind_a_command_change_nothing(words: str):
    talk, alone = (Talk().until("red_flags.today").send(CommandGiven("help", said)) for said in (words, ""))
    assert talk.turn == alone.turn


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_answered_everywhere(name: str):
    talks = [
        Talk().start(),
        Talk().until("red_flags.today"),
        Talk().check().press("call_me", "agree"),
        Talk().start().press("no_thanks"),
        locked(),
    ]
    assert [talk.place for talk in talks if talk.command(name).words == ""] == []


# /start


def test_start_in_a_check_shows_the_question_again():
    talk = Talk().until("red_flags.today").tick("fever").start()
    assert (talk.texts, talk.session.ticked) == (["welcome.resume", "red_flags.today"], ("fever",))


@pytest.mark.parametrize(
    ("talk", "texts"),
    [
        (Talk().start(), ["welcome.start"]),
        (Talk().check(today=("lump", "done")), ["red_flags.same_day", "red_flags.same_day.kept"]),
        (Talk().start().press("under_18"), ["end.minor"]),
    ],
)
def test_start_elsewhere_shows_the_text_of_the_place(talk: Talk, texts: list[str]):
    assert talk.start().texts == texts


@pytest.mark.parametrize("way", [(), ("on_the_way",), ("cannot_call",)])
def test_start_in_an_emergency_repeats_its_text_with_the_mistake_button(way: tuple[str, ...]):
    talk = locked().press(*way).start()
    assert (talk.texts[0], talk.place) == ("red_flags.emergency", "red_flags.emergency")
    assert "mistake" in talk.buttons


def test_start_in_a_crisis_repeats_its_text():
    assert locked("quiero morir").start().texts == ["red_flags.crisis"]


# /help, /privacy, /human, /language


@pytest.mark.parametrize("name", ["help", "privacy", "human", "language"])
def test_these_keep_place_answers_and_ticks(name: str):
    talk = Talk(bilingual()).until("red_flags.today").tick("fever")
    before = talk.session
    talk.command(name)
    kept = ("place", "answers", "ticked", "tier", "consent")
    assert {field: getattr(talk.session, field) for field in kept} == {field: getattr(before, field) for field in kept}
    assert talk.texts == [f"command.{name}", "red_flags.today"]


def test_help_in_a_lock_adds_the_phone_to_its_text():
    talk = locked().command("help")
    assert talk.texts[:2] == ["command.help", "red_flags.emergency"]
    assert fact("clinic.phone") in talk.words


@pytest.mark.parametrize(
    ("talk", "offered"),
    [
        (Talk().start(), False),
        (Talk().until("red_flags.today"), False),
        (Talk().until("precautions.right_now"), True),
        (Talk().check().press("why"), True),
        (Talk().check(today=("lump", "done")).press("show_doctor"), True),
        (Talk().check().press("call_me"), False),
        (Talk().check().say("I can't pee"), False),
    ],
)
def test_human_offers_a_call_once_the_screens_are_done_and_never_in_a_lock(talk: Talk, offered: bool):
    talk.command("human")
    assert ("call_me" in talk.buttons) is offered


def test_the_offered_call_leads_to_the_notice_and_back():
    talk = Talk().until("precautions.right_now").command("human").press("call_me")
    assert (talk.place, talk.command("back").place) == ("callback.notice", "precautions.right_now")


def test_a_list_with_new_ticks_is_finished_before_a_call():
    talk = Talk().until("precautions.right_now").tick("sleepy").command("human").press("call_me")
    assert (talk.place, talk.session.ticked) == ("precautions.right_now", ("sleepy",))
    assert talk.texts == ["command.finish_first", "precautions.right_now"]


def test_language_goes_round_and_says_so_in_the_new_one():
    talk = Talk(bilingual()).agree().command("language")
    assert (talk.session.lang, talk.words[:3]) == ("es", "ES ")
    assert talk.command("language").session.lang == "en"


def test_with_one_language_there_is_nothing_to_change():
    source = replace(bilingual().source, catalogs={"en": bilingual().catalogs["en"]})
    talk = Talk(type(bilingual())(source)).agree().command("language")
    assert (talk.session.lang, talk.texts) == ("en", ["command.only_language", "red_flags.nerves"])


def test_the_labels_of_the_new_language_can_be_typed():
    talk = Talk(bilingual()).agree().command("language")
    assert talk.say("es " + label("red_flags.nerves.none").lower()).place == "red_flags.body"


# /emergency


def test_emergency_says_its_text_and_changes_nothing():
    talk = Talk().until("red_flags.today").tick("fever")
    before = talk.session
    talk.command("emergency")
    assert (talk.texts, talk.reply.screen, talk.session) == (EMERGENCY, None, before)
    assert talk.press("done").place == "red_flags.same_day"


def test_emergency_adds_what_the_answers_call_for():
    talk = Talk().until("precautions.health", right_now=("sleepy", "done")).command("emergency")
    assert talk.texts == ["red_flags.emergency", "red_flags.emergency.drowsy", "red_flags.emergency.outside"]


def test_after_emergency_as_the_first_message_nothing_is_pressed_unseen():
    talk = Talk().command("emergency")
    assert talk.texts == [*EMERGENCY, "command.draft"]
    assert talk.say("1").texts == ["welcome.start"]


# /stop


def test_stop_ends_the_check_and_cancels_jobs_and_drafts():
    talk = Talk().check().press("call_me", "agree").say("Ann").command("stop")
    assert (talk.place, "callback.name" in talk.answers) == ("end.stopped", False)
    assert CancelTimer("check_in") in talk.turn.effects


def test_stop_in_a_lock_does_its_work_and_repeats_the_text():
    talk = locked().press("on_the_way").command("stop")
    assert talk.texts[:2] == ["end.stopped", "red_flags.emergency"]
    assert (talk.place, talk.session.lock is None) == ("red_flags.emergency", False)
    assert CancelTimer("check_in") in talk.turn.effects


# /delete


def test_delete_erases_everything_and_leads_to_the_welcome():
    talk = Talk().check().press("call_me", "agree").say("Ann").command("delete")
    session = talk.session
    assert (talk.place, talk.answers, session.consent, session.notice) == ("welcome.start", {}, None, None)
    assert talk.texts == ["command.delete", "welcome.start"]
    assert talk.turn.effects[1:] == (Forget(timers=True), SetTimer("expire", talk.now + DAY))


def test_delete_forgets_a_same_day_tier():
    assert Talk().check(today=("lump", "done")).command("delete").tier == "self_care"


def test_delete_keeps_the_lock_the_mistakes_and_the_calls():
    talk = Talk().agree().press("some", "mistake", "some")
    before = talk.wait(HOUR).session
    talk.command("delete")
    kept = ("lock", "mistakes", "calls", "place", "tier", "greeted", "lang")
    assert {name: getattr(talk.session, name) for name in kept} == {name: getattr(before, name) for name in kept}
    assert talk.texts[:2] == ["command.delete", "red_flags.emergency"]
    assert talk.session.lock == Lock(talk.now - HOUR + DAY, emergency=True)


def test_after_delete_consent_is_asked_again():
    talk = Talk().agree().press("some").command("delete").press("mistake")
    assert (talk.place, talk.texts) == ("welcome.start", ["red_flags.mistake", "welcome.start"])


# /back


def test_back_is_a_command_too():
    assert Talk().until("red_flags.body").say("go back").place == "red_flags.nerves"
