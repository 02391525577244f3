"""The safety properties (safety_properties.md), each as something that every random walk keeps."""

from collections.abc import Iterator

from hypothesis import given, settings
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.effects import CancelTimer, Forget, RequestCallback
from bot.engine.events import CommandGiven, TextReceived, TimerFired
from bot.engine.turn import advance
from tests.engine.talk import DAY, bilingual, fact
from tests.engine.told import NO_COLD, NO_DRY_HEAT, NO_HEAT, NO_TENS, told, unasked, urgency
from tests.engine.walks import BOTH, CRISIS, DANGER, JUNK, Step, Walk, walks

LOCK_PLACES = {
    "red_flags.emergency", "red_flags.after_emergency", "red_flags.crisis", "red_flags.mistake_limit", "end.emergency",
}  # fmt: skip
BEFORE_CONSENT = LOCK_PLACES | {"welcome.start", "end.declined", "end.minor", "end.stopped", "end.timeout"}
NEVER_LOCKED = ("alternatives.", "callback.", "check_in.", "reading.", "heat_check.", "precautions.")
SCREENS = ("red_flags.nerves", "red_flags.body", "red_flags.body_more", "red_flags.today")
MISTAKES = {"red_flags.mistake", "red_flags.crisis.safe"}
SAYS_STOP = {"red_flags.emergency", "red_flags.crisis", "red_flags.same_day"}

every_walk = given(walks)
thorough = settings(max_examples=100, deadline=None)


def lists_or_cards(step: Step) -> list[int]:
    """Where in a message an option is named or explained."""
    named = (*bilingual().page_of.values(), "alternatives.list")
    return [at for at, key in enumerate(step.keys) if key.startswith(named)]


def new_check(step: Step) -> bool:
    """Whether an event may begin a new check, and so forget the tier (logic.md 6)."""
    erased = "command.delete" in step.keys or step.expired
    check_in = isinstance(step.event, TimerFired) and Forget(timers=False) in step.turn.effects
    again = bool(step.pressed_ids & {"check_again", "mistake", "safe"})
    again = again or (step.before.place == "check_in.result" and "my_list" in step.pressed_ids)
    consents = step.before.place == "welcome.start" and "agree" in step.pressed_ids
    return erased or consents or check_in or again


@thorough
@every_walk
def test_sp1_danger_makes_the_emergency_text_the_very_next_message(walk: Walk):
    for step in walk:
        spoken = step.spoken in (*DANGER, *CRISIS, *BOTH)
        found = urgency(step.given) == "emergency" and urgency(dict(step.before.answers)) != "emergency"
        if spoken or found:
            assert step.keys[0] == "red_flags.emergency" or "red_flags.crisis" in step.keys
            assert step.after.lock is not None


@thorough
@every_walk
def test_sp2_a_locked_session_shows_nothing_but_its_own_places(walk: Walk):
    for step in walk:
        if step.after.lock:
            assert step.after.place in LOCK_PLACES
            assert [key for key in step.keys if key.startswith(NEVER_LOCKED)] == []
            assert [button.id for button in step.buttons if button.kind in ("option", "call")] == []


@thorough
@every_walk
def test_sp2_only_time_or_a_mistake_ends_a_lock(walk: Walk):
    for step in walk:
        if step.before.lock and not step.after.lock:
            assert step.now >= step.before.lock.until or step.pressed_ids & {"mistake", "safe"}


@thorough
@every_walk
def test_sp3_no_option_before_the_four_screens_are_answered(walk: Walk):
    for step in walk:
        if step.options or lists_or_cards(step):
            assert [screen for screen in SCREENS if screen not in step.given] == []


@thorough
@every_walk
def test_sp4_a_same_day_answer_is_told_at_once_with_both_numbers(walk: Walk):
    for step in walk:
        if urgency(step.given) == "same_day" and urgency(dict(step.before.answers)) == "":
            assert "red_flags.same_day" in step.keys or step.keys[0] == "red_flags.emergency"
            assert (fact("clinic.phone") in step.words, fact("emergency.number") in step.words) == (True, True)


@thorough
@every_walk
def test_sp4_after_a_same_day_answer_no_option_is_shown_and_back_leads_to_its_screen(walk: Walk):
    for step in walk:
        if step.after.tier == "same_day":
            assert (step.options, lists_or_cards(step)) == (set(), [])
            if step.pressed_ids == {"back"} or step.event == CommandGiven("back"):
                stays = step.before.lock or step.library.states[step.before.place].end
                assert step.after.place == (step.before.place if stays else "red_flags.same_day")


@thorough
@every_walk
def test_sp5_the_tier_never_falls_inside_a_check(walk: Walk):
    for step in walk:
        if not new_check(step):
            assert safety.TIERS.index(step.after.tier) >= safety.TIERS.index(step.before.tier)


@thorough
@every_walk
def test_sp5_a_mistake_repeats_the_emergency_line_and_starts_with_nothing(walk: Walk):
    for step in walk:
        if MISTAKES.intersection(step.keys):
            first = step.keys[0]
            assert (first in MISTAKES, step.given, step.after.tier) == (True, {}, "self_care")
            assert fact("emergency.number") in step.words.split("\n\n")[0]
            assert CancelTimer("check_in") in step.turn.effects


@thorough
@every_walk
def test_sp5_at_most_two_mistakes_in_24_hours(walk: Walk):
    times = [step.now for step in walk if MISTAKES.intersection(step.keys)]
    assert [third for first, third in zip(times, times[2:], strict=False) if third - first < DAY] == []


@thorough
@every_walk
def test_sp6_dry_heat_is_no_option_and_its_result_waits_for_the_health_questions(walk: Walk):
    for step in walk:
        assert "dry_heat" not in step.options
        about = [key for key in step.keys if "result.dry_" in key or "electric_pad" in key or "dry_heat_safe" in key]
        assert about == [] or "precautions.health" in step.given


@thorough
@every_walk
def test_sp6_whatever_closes_dry_heat_the_next_message_says_stop(walk: Walk):
    for step in walk:
        if told(step.given) & NO_DRY_HEAT and not told(dict(step.before.answers)) & NO_DRY_HEAT:
            assert step.keys[0].startswith("heat_check.stop_") or step.keys[0] in SAYS_STOP


@thorough
@every_walk
def test_sp7_no_heat_option_with_an_answer_that_forbids_heat(walk: Walk):
    for step in walk:
        if told(step.given) & NO_HEAT:
            assert step.options & {"moist_heat", "contrast"} == set()


@thorough
@every_walk
def test_sp8_no_cold_option_with_an_answer_that_forbids_cold(walk: Walk):
    for step in walk:
        if told(step.given) & NO_COLD:
            assert step.options & {"cold", "contrast"} == set()


@thorough
@every_walk
def test_sp8_with_swelling_the_card_of_cold_says_no_ice(walk: Walk):
    for step in walk:
        if "swelling" in told(step.given) and "alternatives.cold" in step.keys:
            assert "caution.swelling.cold" in step.keys


@thorough
@every_walk
def test_sp9_no_tens_with_an_answer_that_forbids_it(walk: Walk):
    for step in walk:
        if told(step.given) & NO_TENS:
            assert "tens" not in step.options


@settings(max_examples=40, deadline=None)
@every_walk
def test_sp13_help_stop_and_emergency_are_one_step_from_everywhere(walk: Walk):
    for step in walk:
        if step.after.last_at == step.now:  # else time has run on, and the next message finds the check expired
            helped, stopped, emergency = (after(step, name) for name in ("help", "stop", "emergency"))
            assert ("command.help" in helped.keys, "end.stopped" in stopped.keys) == (True, True)
            assert (helped.after.place, helped.given) == (step.after.place, step.given)
            assert (emergency.keys[0], emergency.buttons) == ("red_flags.emergency", ())
            assert emergency.after == replace(step.after, greeted=True)


def after(step: Step, command: str) -> Step:
    """One command more."""
    event = CommandGiven(command)
    return Step(step.library, step.after, None, event, advance(step.library, step.after, event, step.now), step.now)


@thorough
@every_walk
def test_sp15_the_advice_to_book_comes_before_the_first_list_or_card(walk: Walk):
    advised = False
    for step in walk:
        advised = advised and not new_check(step)
        if step.after.tier == "book_soon" and not advised and (found := lists_or_cards(step)):
            assert "heat_check.result.book_soon" in step.keys[: found[0]]
        advised = advised or "heat_check.result.book_soon" in step.keys


@thorough
@every_walk
def test_sp16_no_name_or_contact_is_asked_before_the_notice_is_agreed(walk: Walk):
    agreed = False
    for step in walk:
        agreed = agreed or (step.before.place == "callback.notice" and "agree" in step.pressed_ids)
        if {"callback.name", "callback.contact"}.intersection(step.keys):
            assert agreed
            assert step.after.notice is not None


@thorough
@every_walk
def test_sp16_a_request_is_complete_and_leaves_no_draft(walk: Walk):
    for step in walk:
        for request in (effect for effect in step.turn.effects if isinstance(effect, RequestCallback)):
            draft = dict(step.before.answers)
            asked = (*draft["callback.name"], *draft["callback.contact"])
            assert (step.before.place, request.name, request.contact) == ("callback.review", *asked)
        if step.after.place in ("callback.sent", "callback.cancelled"):
            assert [state for state in step.given if state.startswith("callback.")] == []


@thorough
@every_walk
def test_sp20_words_that_mean_nothing_here_change_no_answer_and_ask_again(walk: Walk):
    for step in walk:
        free = bilingual().states[step.before.place].ask in ("name", "contact")
        junk = isinstance(step.event, TextReceived) and step.event.text in JUNK
        if junk and not (step.pressed or step.met_no_screen or free):
            assert (step.given, step.after.tier) == (dict(step.before.answers), step.before.tier)
            assert step.after.place in (step.before.place, "red_flags.after_emergency")
            assert step.buttons != ()


@thorough
@every_walk
def test_sp20_a_screen_is_passed_only_by_what_can_be_seen_on_it(walk: Walk):
    for step in walk:
        before = dict(step.before.answers)
        for screen in SCREENS:
            if step.given.get(screen) not in (before.get(screen), None):
                assert step.seen is not None
                assert (step.seen.state, step.seen.number) == (screen, step.before.screen)
                assert step.pressed != ()


@thorough
@every_walk
def test_sp23_nothing_about_health_before_consent(walk: Walk):
    agreed = False
    for step in walk:
        agreed = agreed or (step.before.place == "welcome.start" and "agree" in step.pressed_ids)
        agreed = agreed and "command.delete" not in step.keys
        assert (step.after.consent is not None) == agreed
        if not agreed:
            assert step.after.place in BEFORE_CONSENT
            assert [key for key in step.keys if key.startswith(("heat_check.", "precautions.", "alternatives."))] == []
            assert step.options == set()


def cards(step: Step) -> Iterator[str]:
    pages = {page: option for option, page in bilingual().page_of.items()}
    return (pages[key] for key in step.keys if key in pages)


@thorough
@every_walk
def test_sp24_no_card_before_every_answer_that_could_close_it(walk: Walk):
    for step in walk:
        assert {card: unasked(card, step.given) for card in cards(step)} == {card: set() for card in cards(step)}
