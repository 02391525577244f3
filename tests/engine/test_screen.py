"""A state as a person sees it: its buttons in order, their labels, and which of them typed words mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.engine.dialog import Choice, Rule, Says, State
from bot.engine.effects import Button
from bot.engine.library import Library
from bot.engine.scene import Scene
from bot.engine.screen import buttons, labelled, lines, numbered, plain_words
from bot.engine.session import Session
from tests.engine.talk import NOW, Talk, altered, bilingual, label, shipped

LIST = tuple(Button(id, label, kind) for id, label, kind in [
    ("fever", "Fever or chills", "tick"), ("lump", "Lump", "tick"), ("none", "None of these", "none"),
    ("done", "¡Listo! Sí", "done"),
])  # fmt: skip
SCALE = tuple(Button(str(number), str(number), "choice") for number in range(11))


def see(place: str, library: Library | None = None, **fields: object) -> Scene:
    session = Session(place, "en", **fields)  # pyright: ignore[reportArgumentType]
    return Scene(library or shipped(), session, NOW)


def kinds(scene: Scene) -> dict[str, str]:
    return {button.id: button.kind for button in buttons(scene.sight)}


# Buttons


def test_a_question_has_one_button_a_choice():
    choices = ("none", "some", "unsure")
    expected = tuple(Button(choice, label(f"red_flags.nerves.{choice}"), "choice") for choice in choices)
    assert buttons(see("red_flags.nerves").sight) == expected


def test_a_list_has_ticks_then_none_then_done():
    assert list(kinds(see("heat_check.signs")).items()) == [
        ("worse_pain", "tick"),
        ("nerve_feelings", "tick"),
        ("stiffness", "tick"),
        ("swelling", "tick"),
        ("none", "none"),
        ("each_time", "done"),
        ("now_and_then", "done"),
    ]


def test_ticked_lines_are_shown_as_ticked():
    shown = buttons(see("heat_check.signs", ticked=("stiffness",)).sight)
    assert [button.id for button in shown if button.ticked] == ["stiffness"]


def test_an_optional_question_can_be_skipped_before_it_is_cancelled():
    expected = {"morning": "choice", "afternoon": "choice", "any_time": "choice", "skip": "skip", "cancel": "move"}
    assert kinds(see("callback.time")) == expected


def test_a_typed_question_has_only_its_moves():
    assert kinds(see("callback.name")) == {"cancel": "move"}


def test_the_result_offers_the_open_options_in_order_then_its_moves():
    talk = Talk().check(signs=("swelling", "now_and_then"))
    assert [(button.id, button.kind) for button in talk.screen.buttons][:3] == [
        ("cold", "option"),
        ("mind_body", "option"),
        ("why", "move"),
    ]


def test_an_option_inside_another_one_is_offered_on_its_page():
    talk = Talk().check(right_now=("numb_skin", "done")).press("mind_body")
    assert talk.buttons == ["breathing", "stretching", "list"]


def test_a_button_with_a_condition_shows_only_while_it_holds():
    shown = {kind: "safe_use" in Talk().check(heat_kind=(kind,)).buttons for kind in ("dry", "moist")}
    assert shown == {"dry": True, "moist": False}


def test_a_line_with_a_condition_shows_only_while_it_holds():
    free, hurt = (Talk().until("precautions.health", right_now=now) for now in (("none",), ("injury", "done")))
    assert ("weak_bones" in free.buttons, "weak_bones" in hurt.buttons) == (False, True)


def test_the_language_button_needs_a_second_language():
    one = altered(shipped(), catalogs={"en": shipped().catalogs["en"]})
    assert ["language" in kinds(see("welcome.start", library)) for library in (one, bilingual())] == [False, True]


def test_the_call_button_is_added_once():
    added = [kinds(see(place, offer_call=True))["call_me"] for place in ("heat_check.why", "heat_check.result")]
    assert added == ["call", "move"]


def test_without_a_question_from_human_there_is_no_call_button():
    assert "call_me" not in kinds(see("heat_check.why"))


def test_borrowed_buttons_keep_their_labels():
    assert buttons(see("alternatives.cold").sight) == buttons(see("alternatives.moist_heat").sight)


def test_a_question_asked_once_leaves_out_what_was_asked():
    answers = (("precautions.for_creams", ("epilepsy",)),)
    assert list(kinds(see("precautions.for_tens", answers=answers))) == ["implant", "none", "done"]


def test_on_the_way_back_a_question_asked_once_shows_all_its_own_lines():
    answers = (("precautions.for_creams", ("epilepsy",)),)
    shown = list(kinds(see("precautions.for_creams", answers=answers)))
    assert shown == ["thinner_liver", "cream_allergy", "epilepsy", "none", "done"]


def test_nothing_is_left_to_ask_when_every_line_was_asked_elsewhere():
    answers = (("precautions.for_cold", ("no",)),)
    left = {
        "asked": see("precautions.for_contrast", answers=answers).sight.nothing_left_to_ask(),
        "open": see("precautions.for_contrast").sight.nothing_left_to_ask(),
        "no such question": see("heat_check.signs").sight.nothing_left_to_ask(),
    }
    assert left == {"asked": True, "open": False, "no such question": False}


# Lines


def test_the_long_lines_of_a_list_come_with_their_headings():
    shown = lines(see("red_flags.today").sight)
    numb = shipped().catalogs["en"].line("red_flags.today.choices.numb_patch")
    assert [id for id, _ in shown[:2]] == ["fever", "cancer_new_pain"]
    assert shown[13:15] == (("", numb.heading), ("numb_patch", numb.line))


def test_a_page_has_no_lines():
    assert lines(see("heat_check.why").sight) == ()


def test_choices_with_a_label_alone_have_no_lines():
    assert lines(see("heat_check.skin").sight) == ()


# Typed words


@pytest.mark.parametrize(
    "text", ["Fever or chills", "fever or chills", "  FEVER   or chills!  ", "Fever, or chills.", "féver or chílls"]
)
def test_an_exact_label_means_its_button_whatever_case_accents_and_points(text: str):
    assert labelled(LIST, text) == LIST[0]


@pytest.mark.parametrize("text", ["listo si", "¡LISTO! SÍ", "Listo, sí."])
def test_accents_of_the_label_may_be_left_out(text: str):
    assert labelled(LIST, text) == LIST[3]


@pytest.mark.parametrize("text", ["Fever", "no fever or chills", "", "  ", "!?", "¡!"])
def test_anything_but_the_exact_label_means_nothing(text: str):
    assert labelled((*LIST, Button("odd", "?!")), text) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1", ["fever"]),
        (" 4. ", ["done"]),
        ("2,", ["lump"]),
        ("1 2", ["fever", "lump"]),
        ("2, 1", ["lump", "fever"]),
        ("2,1,2", ["lump", "fever"]),
        ("01", ["fever"]),
        ("1 2 4.", ["fever", "lump", "done"]),
        ("0", []),
        ("5", []),
        ("1 5", []),
        ("100", []),
        ("1.2", []),
        ("-1", []),
        ("1 and 2", []),
        ("one", []),
        ("١", []),
        ("", []),
    ],
)
def test_numbers_of_a_list_mean_its_lines(text: str, ids: list[str]):
    assert [button.id for button in numbered(LIST, text, "many")] == ids


@pytest.mark.parametrize("ask", ["one", "yes_no", "nothing", "name", "contact"])
def test_elsewhere_only_one_number_means_something(ask: str):
    ids = [[button.id for button in numbered(LIST, text, ask)] for text in ("2", "1 2", "2 2")]
    assert ids == [["lump"], [], []]


@pytest.mark.parametrize(("text", "ids"), [("0", ["0"]), ("10", ["10"]), ("7.", ["7"]), ("11", []), ("3 4", [])])
def test_on_a_scale_the_number_is_the_answer_itself(text: str, ids: list[str]):
    assert [button.id for button in numbered(SCALE, text, "scale")] == ids


@given(st.text())
def test_plain_words_of_plain_words_are_the_same(text: str):
    assert plain_words(plain_words(text)) == plain_words(text)


@given(st.text())
def test_any_text_can_be_looked_for(text: str):
    assert set(numbered(LIST, text, "many")) <= set(LIST)
    assert labelled(LIST, text) in (None, *LIST)


def test_a_scale_shows_its_numbers_and_takes_zero():
    choices = tuple(Choice(str(number)) for number in range(3))
    says = (Says("heat_check.heat_kind"),)
    scale = State("heat_check.heat_kind", "scale", choices, next=(Rule("red_flags.today"),), optional=True, shows=says)
    catalog = shipped().catalogs["en"]
    words = catalog.lines["red_flags.nerves.choices.none"]
    more = {f"heat_check.heat_kind.choices.{id}": words for id in ("0", "1", "2", "skip")}
    library = altered(shipped(), scale, catalogs={"en": replace(catalog, lines={**catalog.lines, **more})})
    talk = Talk(library).until("heat_check.heat_kind")
    assert (talk.buttons, talk.say("0").answers["heat_check.heat_kind"]) == (["0", "1", "2", "skip"], ("0",))
