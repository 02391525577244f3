"""One turn in the making: what is said in which order, which screen it ends with, and what else should happen."""

import pytest
from msgspec.structs import replace

from bot.engine.dialog import Says
from bot.engine.effects import Bubble, CancelTimer, Redraw, Reply, SetTimer, Turn
from bot.engine.scene import Scene
from bot.engine.session import Session
from tests.engine.talk import NOW, Talk, altered, shipped


def scene(place: str = "heat_check.why", **fields: object) -> Scene:
    session = Session(place, "en", screen=3, greeted=True)
    return Scene(shipped(), replace(session, **fields), NOW)


def keys(turn: Turn) -> list[str]:
    return [bubble.key for effect in turn.effects if isinstance(effect, Reply) for bubble in effect.bubbles]


def test_a_turn_in_which_nothing_happens_is_empty():
    assert scene().turn() == Turn(scene().session)


def test_a_text_of_several_bubbles_is_said_whole():
    made = scene()
    made.say("seek_care.overview")
    assert keys(made.turn()) == [f"seek_care.overview{part}" for part in ("", "/2", "/3", "/4")]


def test_what_is_said_without_a_screen_leaves_the_screen_standing():
    made = scene()
    made.say("command.help")
    [reply] = made.turn().effects
    assert (isinstance(reply, Reply) and reply.screen, made.session.screen) == (None, 3)


def test_a_place_is_shown_under_the_next_number():
    made = scene("callback.name")
    made.show()
    [reply] = made.turn().effects
    assert isinstance(reply, Reply)
    assert reply.screen is not None
    assert (reply.screen.number, reply.screen.state, reply.screen.ask) == (4, "callback.name", "name")
    assert made.session.screen == 4


@pytest.mark.parametrize(("screen", "fresh"), [(0, True), (-3, True), (3, False)])
def test_a_place_without_a_number_of_its_own_was_not_seen(screen: int, fresh: bool):
    assert scene(screen=screen).fresh is fresh


def test_a_place_that_was_not_seen_is_shown_under_a_new_number():
    made = scene()
    made.unsee()
    made.unsee()
    unseen = made.session.screen
    made.show()
    assert (unseen, made.session.screen) == (-3, 4)


def test_what_opens_the_next_message_stands_before_the_place():
    made = scene("callback.name")
    made.open_with("heat_check.stop_heat")
    made.open_with("heat_check.stop_patch")
    made.show()
    assert keys(made.turn()) == ["heat_check.stop_heat", "heat_check.stop_patch", "callback.name"]


def test_what_opens_the_next_message_is_said_once():
    made = scene("callback.name")
    made.open_with("heat_check.stop_heat")
    made.show()
    made.show()
    assert keys(made.turn()) == ["heat_check.stop_heat", "callback.name", "callback.name"]


def test_nothing_stands_before_what_takes_over():
    made = scene("callback.name")
    made.open_with("heat_check.stop_heat")
    made.hush()
    made.show()
    assert keys(made.turn()) == ["callback.name"]


def test_another_text_can_stand_in_the_place_of_a_states_own():
    made = scene("callback.name")
    made.show("callback.name.empty")
    assert keys(made.turn()) == ["callback.name.empty"]


def test_only_texts_whose_condition_holds_are_said():
    assert keys(Talk().check().turn) == [
        "heat_check.result.none",
        "heat_check.result.none_dry",
        "heat_check.result.dry_may_continue",
        "alternatives.list",
        "heat_check.result.menu",
    ]


def test_a_list_has_its_long_lines_and_what_follows_them():
    [bubble] = Talk().until("precautions.right_now").reply.bubbles
    catalog = shipped().catalogs["en"]
    line = catalog.line("precautions.right_now.choices.numb_skin").line
    assert (bubble.lines[0], bubble.after) == (("numb_skin", line), catalog.after["precautions.right_now"].fill({}))


def test_lines_need_nothing_that_follows_them():
    [bubble] = Talk().until("red_flags.today").reply.bubbles
    assert (bubble.lines[0][0], bubble.after) == ("fever", "")


def test_the_lines_belong_to_the_states_own_text():
    says = (Says("command.help"), Says("precautions.right_now"), Says("command.privacy"))
    state = replace(shipped().states["precautions.right_now"], shows=says)
    talk = Talk(altered(shipped(), state)).until("precautions.right_now")
    assert [bubble.key for bubble in talk.reply.bubbles if bubble.lines] == ["precautions.right_now"]


def test_a_page_has_neither():
    for bubble in Talk().start().reply.bubbles:
        assert bubble == Bubble(bubble.key, bubble.text)


def test_a_tick_redraws_the_screen_under_its_number():
    made = scene("heat_check.signs", ticked=("swelling",))
    made.redraw()
    [effect] = made.turn().effects
    assert isinstance(effect, Redraw)
    assert (effect.screen.number, [b.id for b in effect.screen.buttons if b.ticked]) == (3, ["swelling"])


def test_the_reply_comes_first_whatever_else_should_happen():
    made = scene()
    made.effect(CancelTimer("check_in"))
    made.say("command.help")
    made.effect(SetTimer("expire", NOW))
    assert [type(effect) for effect in made.turn().effects] == [Reply, CancelTimer, SetTimer]


CAUTIONS: list[tuple[str, dict[str, tuple[str, ...]], list[str]]] = [
    ("moist_heat", {}, []),
    ("moist_heat", {"signs": ("worse_pain", "now_and_then")}, ["worse_pain.moist_heat"]),
    ("moist_heat", {"signs": ("nerve_feelings", "now_and_then")}, ["nerve_feelings"]),
    ("moist_heat", {"health": ("age65", "pregnant", "done")}, ["pregnant.moist_heat", "age65"]),
    ("cold", {"signs": ("swelling", "now_and_then"), "health": ("heart", "done")}, ["swelling.cold", "heart.cold"]),
    ("contrast", {"health": ("age65", "done")}, ["age65"]),
    ("contrast", {"signs": ("worse_pain", "now_and_then")}, ["worse_pain.moist_heat"]),
    ("creams", {"right_now": ("medicine_patch", "done")}, ["medicine_patch"]),
    ("stretching", {"today": ("shooting", "numb_patch", "done")}, ["nerves.stretching"]),
]  # fmt: skip


@pytest.mark.parametrize(("card", "answers", "cautions"), CAUTIONS)
def test_a_card_opens_with_its_cautions(card: str, answers: dict[str, tuple[str, ...]], cautions: list[str]):
    """Each once: a card that is tied to two others names what both of them say."""
    made = Scene(shipped(), Talk().check(**answers).session, NOW)
    made.change(place=f"alternatives.{card}")
    made.show()
    own = [says.text for says in shipped().states[f"alternatives.{card}"].shows]
    expected = [*(f"caution.{caution}" for caution in cautions), *own]
    assert [key for key in keys(made.turn()) if "/" not in key] == expected


# The first message of a conversation


def test_in_a_demo_the_first_message_says_that_this_is_a_draft():
    assert Talk().start().texts == ["command.draft", "welcome.start"]


def test_it_says_so_once():
    assert Talk().start().start().texts == ["welcome.start"]


def test_a_live_project_does_not_say_so():
    assert Talk(altered(shipped(), demo=False)).start().texts == ["welcome.start"]


@pytest.mark.parametrize(
    ("words", "text"), [("I can't pee", "red_flags.emergency"), ("I want to kill myself", "red_flags.crisis")]
)
def test_an_emergency_text_stays_in_front_of_it(words: str, text: str):
    said = Talk().say(words).texts
    assert (said[0], said[-1]) == (text, "command.draft")


def test_first_aid_for_a_burn_comes_before_what_the_chat_keeps():
    talk = Talk().check(signs=("swelling", "each_time"), skin=("blister",))
    assert talk.texts == ["red_flags.same_day", "red_flags.same_day.burn", "red_flags.same_day.kept"]


# Answers


def test_an_answer_takes_the_place_of_the_one_before():
    made = scene("red_flags.nerves", answers=(("red_flags.nerves", ("unsure",)),))
    made.put_answer("red_flags.nerves", ("none",))
    assert made.session.answers == (("red_flags.nerves", ("none",)),)


def test_an_answer_drops_those_that_the_path_no_longer_reaches():
    talk = Talk().check(signs=("swelling", "now_and_then"))
    made = scene("heat_check.heat_kind", answers=talk.session.answers)
    made.put_answer("heat_check.heat_kind", ("none",))
    assert [state for state, _ in made.session.answers if state.startswith("heat_check.")] == ["heat_check.heat_kind"]


def test_drafts_are_what_was_typed_into_the_form():
    answers = (("red_flags.nerves", ("none",)), ("callback.name", ("Ann",)), ("callback.contact", ("+1602",)))
    made = scene(answers=answers)
    made.drop_drafts()
    assert made.session.answers == answers[:1]


# What is known


@pytest.mark.parametrize(
    ("tier", "urgent"), [("self_care", False), ("book_soon", False), ("same_day", True), ("emergency", True)]
)
def test_a_check_is_urgent_from_same_day_on(tier: str, urgent: bool):
    assert scene(tier=tier).urgent is urgent


def test_the_session_given_in_stays_as_it_was():
    before = Session("heat_check.why", "en")
    made = Scene(shipped(), before, NOW)
    made.change(place="end.done")
    assert (before.place, made.session.place) == ("heat_check.why", "end.done")
