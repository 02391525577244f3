"""Silence is never a no: what counts as asked was on the screen when its question was answered."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from bot.engine.beside import BESIDE
from bot.engine.conditions import Atom
from bot.engine.dialog import Choice, Rule, State
from bot.engine.effects import RequestCallback
from bot.engine.events import TextReceived
from bot.engine.library import Library
from bot.engine.scene import Scene
from bot.engine.session import Session
from tests.engine.edited import edited
from tests.engine.talk import NOW, Talk, altered, bilingual, shipped
from tests.engine.walks import Step, Walk, walks

HEALTH = "precautions.health"
MORE = {"weak_bones", "thinner_liver"}
"""The lines that the list of health questions shows only with an injury."""

INJURY = ("injury", "done")


def back(talk: Talk, times: int) -> Talk:
    for _ in range(times):
        talk.command("back")
    return talk


def injury_told_late() -> Talk:
    """Everything was answered; then, two steps back, an injury."""
    return back(Talk().check(), 2).press(*INJURY)


def gentle() -> Library:
    """The shipped project, in which nothing is urgent and an injury closes no option."""
    tables = shipped().source.tables
    levels = tuple(rule for rule in tables.levels if rule.id != "injury")
    return altered(shipped(), tables=replace(tables, tier=(), levels=levels))


def shown(library: Library, session: Session, state: str) -> set[str]:
    """The lines that a question would show now."""
    there = Scene(library, replace(session, place=state), NOW).sight
    return {choice.id for choice in there.choices() if not choice.closes}


def asked(library: Library, session: Session) -> frozenset[Atom]:
    return library.stand(session.answers, session.unseen).asked


# Every walk


def answered(step: Step) -> str | None:
    """The question that this event answers, if it does."""
    kinds = {button.kind for button in step.pressed}
    typed = isinstance(step.event, TextReceived) and step.event.text.strip()[:1].isdecimal()
    closing = {"choice", "none", "done", "skip"} | ({"tick"} if typed else set[str]())
    again = {"command.pick_one", "command.unknown"}.intersection(step.keys)
    return step.before.place if kinds and kinds & closing and not again else None


def with_screens(walk: Walk) -> Iterator[tuple[Step, dict[str, set[str]]]]:
    """Each step, with what was on the screen of every question when it was last answered."""
    screens: dict[str, set[str]] = {}
    for step in walk:
        place = answered(step)
        if place and step.seen:
            screens[place] = {button.id for button in step.seen.buttons}
        yield step, screens


@settings(max_examples=150, deadline=None)
@given(walks)
def test_a_question_is_behind_only_while_every_line_it_shows_was_shown_when_it_was_answered(walk: Walk):
    for step, screens in with_screens(walk):
        library, session = step.library, step.after
        if session.prints != library.prints:
            continue  # not looked at since the dialogs changed: the next message drops what must be asked again
        for question in library.stand(session.answers, session.unseen).path[:-1]:
            assert shown(library, session, question) <= screens[question]


@settings(max_examples=150, deadline=None)
@given(walks)
def test_nothing_counts_as_asked_that_was_not_on_a_screen(walk: Walk):
    for step, screens in with_screens(walk):
        if type(step.event) in BESIDE:  # shows and decides nothing: what staff have changed is met at the next message
            continue
        states = {name: step.library.states[name] for name in step.given if name in step.library.questions}
        lines = {pair for name, state in states.items() for choice in state.choices
                 if choice.id in screens[name] for pair in choice.sets}  # fmt: skip
        meant = {pair for state in states.values() for pair in state.asks}
        assert asked(step.library, step.after) <= lines | meant


# Lines that show later


def test_a_line_that_shows_since_an_answer_was_changed_must_be_answered_wherever_the_person_goes():
    talk = injury_told_late()
    assert (talk.place, set(talk.buttons) >= MORE, HEALTH in talk.answers) == (HEALTH, True, False)
    talk.command("stop")
    assert (talk.place, talk.buttons) == ("end.stopped", ["check_again"])


def test_on_a_list_that_is_not_answered_nobody_can_have_said_no():
    talk = injury_told_late().command("human").press("call_me", "agree").say("Ann").give_contact("+16025550100")
    talk.press("skip").tick("include_answers").press("send")
    [request] = talk.effects(RequestCallback)
    assert isinstance(request, RequestCallback)
    assert "Blood thinner or liver disease: not asked" in request.answers
    assert "Health answers: not asked" in request.answers


def test_answered_there_the_check_goes_on_as_ever():
    talk = injury_told_late().press("none")
    assert (talk.place, talk.answers[HEALTH]) == ("heat_check.result", ())
    assert asked(shipped(), talk.session) >= {("precautions", line) for line in MORE}
    assert injury_told_late().press("thinner_liver", "done").place == "red_flags.same_day"


def test_without_the_injury_the_answer_stands_for_the_lines_that_it_showed():
    talk = back(injury_told_late().press("pregnant", "done"), 2)
    talk.tick("injury").press("none")
    assert (talk.place, talk.session.ticked) == (HEALTH, ("pregnant",))


def test_a_tick_that_went_with_its_line_is_no_no_when_the_line_is_back():
    talk = Talk(gentle()).check(right_now=INJURY, health=("weak_bones", "age65", "done"))
    back(talk, 2).tick("injury").press("none")
    assert (talk.place, talk.answers[HEALTH]) == (HEALTH, ("age65",))
    talk.command("back").press(*INJURY)
    assert (talk.place, HEALTH in talk.answers, talk.session.ticked) == (HEALTH, False, ())


# Asked once


def test_what_a_card_has_asked_the_check_does_not_ask_again():
    talk = back(Talk().check().press("creams", "none"), 4).press(*INJURY)
    assert (talk.place, MORE & set(talk.buttons)) == (HEALTH, {"weak_bones"})
    assert talk.press("none").place == "heat_check.result"


def test_what_the_check_has_asked_no_card_does():
    talk = Talk().check(right_now=INJURY)
    asks = Scene(shipped(), replace(talk.session, place="precautions.for_creams"), NOW).sight
    assert {choice.id for choice in asks.choices()} == {"cream_allergy", "epilepsy", "done"}


def test_a_line_that_a_card_did_not_show_was_not_asked_by_it():
    """The check had asked it, and takes it back with the injury: so the card asks it after all."""
    talk = Talk(gentle()).check(right_now=INJURY).press("creams")
    assert "thinner_liver" not in talk.buttons
    back(talk.press("none"), 4).tick("injury").press("none", "none", "creams")
    assert (talk.place, "thinner_liver" in talk.buttons) == ("precautions.for_creams", True)


def test_a_question_of_the_check_with_nothing_left_to_ask_is_passed_over():
    body = State("red_flags.body", "many", (Choice("a", (("precautions", "epilepsy"),)), Choice("done", closes=True)),
                 next=(Rule("heat_check.heat_kind"),), ask_once=True)  # fmt: skip
    nerves = replace(shipped().states["red_flags.nerves"], asks=(("precautions", "epilepsy"),))
    library = altered(shipped(), body, nerves)
    talk = Talk(library).agree().press("none")
    assert (talk.place, library.stand(talk.session.answers).path) == (
        "heat_check.heat_kind",
        ("red_flags.nerves", "heat_check.heat_kind"),
    )
    assert talk.command("back").place == "red_flags.nerves"


# Staff change a question


def test_a_line_that_is_new_must_be_answered_before_anything_is_advised():
    talk = Talk(bilingual()).check().meet(edited()).press("moist_heat")
    assert (talk.place, talk.texts[0], HEALTH in talk.answers) == ("red_flags.nerves", "command.moved", False)
    talk.until(HEALTH).press("gout", "done")
    assert (talk.place, "moist_heat" in talk.buttons) == ("heat_check.result", False)


def test_only_the_question_that_has_changed_is_asked_again():
    talk = Talk(bilingual()).check(today=("numb_patch", "done"), health=("age65", "done"))
    talk.meet(edited()).press("mind_body")
    assert talk.answers["red_flags.today"] == ("numb_patch",)
    assert talk.until("red_flags.today").session.ticked == ("numb_patch",)


def test_a_new_line_on_the_question_of_a_card_opens_the_card_only_when_it_was_answered():
    library = altered(edited(), bilingual().states[HEALTH], version="card only")
    talk = Talk(bilingual()).check().press("creams", "none", "list").meet(library).say("hm").press("creams")
    assert (talk.place, "eczema" in talk.buttons) == ("precautions.for_creams", True)


def test_where_the_question_of_a_card_stands_a_changed_check_begins_anew():
    talk = Talk(bilingual()).check().press("cold").meet(edited()).say("hm")
    assert (talk.place, talk.texts[0]) == ("red_flags.nerves", "command.moved")


def reworded(**changes: object) -> Library:
    """The shipped project with other English words."""
    english = replace(shipped().catalogs["en"], **changes)
    return altered(shipped(), catalogs={**shipped().catalogs, "en": english}, version="next")


@pytest.mark.parametrize("kind", ["words", "label", "asks"])
def test_other_words_are_another_question(kind: str):
    english, state = shipped().catalogs["en"], shipped().states["red_flags.nerves"]
    texts = {**english.texts, "red_flags.nerves": replace(english.texts["red_flags.nerves"], parts=("Anything?",))}
    label = "red_flags.nerves.choices.none"
    lines = {**english.lines, label: replace(english.lines[label], label="Nothing")}
    changes: dict[str, Library] = {
        "words": altered(
            shipped(), catalogs={**shipped().catalogs, "en": replace(english, texts=texts)}, version="next"
        ),
        "label": altered(
            shipped(), catalogs={**shipped().catalogs, "en": replace(english, lines=lines)}, version="next"
        ),
        "asks": altered(shipped(), replace(state, asks=state.asks[1:]), version="next"),
    }
    assert changes[kind].changed(shipped().prints) == {"red_flags.nerves"}
    assert Talk().check().meet(changes[kind]).press("moist_heat").place == "red_flags.nerves"


def test_words_that_ask_nothing_change_no_question():
    english = shipped().catalogs["en"]
    texts = {**english.texts, "alternatives.cold": replace(english.texts["alternatives.cold"], parts=("Cool.",))}
    library = reworded(texts=texts)
    talk = Talk().check().press("moist_heat").meet(library).say("hm")
    assert (library.changed(shipped().prints), talk.place) == (frozenset(), "alternatives.moist_heat")


def test_a_session_of_a_program_that_did_not_keep_what_was_asked_is_asked_again():
    talk = Talk().check()
    talk.session = replace(talk.session, prints=b"", unseen=())
    talk.press("moist_heat")
    assert (talk.place, talk.texts, talk.answers) == ("red_flags.nerves", ["command.moved", "red_flags.nerves"], {})
