"""What the bot said in a turn is held against the `bot` lines: every bubble is accounted for."""

import pytest

from bot.conversations.bots import belongs
from tests.test_conversations.small import differences, library, mend

START = "steps:\n- user: /start\n"
NERVES = "start_at: red_flags.nerves\nsteps:\n"


@pytest.mark.parametrize(
    "bot",
    [
        "{state: welcome.start}",
        "{state: welcome.start, says: I am no person}",
        "{state: welcome.start, says: [Hi., '{channel.name} is not private', Text welcome.start/2.]}",
        "{state: welcome.start, says: Terminal is not private}",
        "{state: welcome.start, says_key: welcome.start}",
        "{state: welcome.start, says_key: [command.draft, welcome.start/2]}",
        "{state: welcome.start, not_says: 911}",
        "{says_key: welcome.start}",
        "{state: welcome.start, buttons: [agree, Need help, under_18, No thanks, language, privacy]}",
    ],
)
def test_a_turn_that_fits(bot: str):
    assert differences(f"{START}- bot: {bot}\n") == ()


def test_several_lines_describe_one_turn():
    told = "- bot: {says_key: command.help, says: 'Call {clinic.phone}'}\n- bot: {state: red_flags.nerves}\n"
    assert differences(f"{NERVES}- command: help\n{told}") == ()


def test_words_are_found_across_line_ends_and_in_the_long_lines_of_a_list():
    assert differences(f"{NERVES}- bot: {{state: red_flags.nerves, says: new? Numb between}}\n") == ()


def test_a_turn_without_bot_lines_is_accepted():
    assert differences(f"{NERVES}- tap: some\n- tap: cannot_call\n") == ()


@pytest.mark.parametrize(
    ("bot", "pairs", "line"),
    [
        (
            "{state: red_flags.body, says: anything}",
            (("state red_flags.body", "state red_flags.nerves"),),
            '{state: red_flags.nerves, says: "Is any of this new?"}',
        ),
        (
            "{state: red_flags.nerves, says: Numb between your legs}",
            (('says "Numb between your legs"', 'nearest is "Numb between the legs"'),),
            "{state: red_flags.nerves, says: Numb between the legs}",
        ),
        (
            "{state: red_flags.nerves, says: [Numb, Stroke]}",
            (('says "Stroke"', "nothing like it"),),
            "{state: red_flags.nerves, says: Numb}",
        ),
        (
            "{state: red_flags.nerves, says_key: [red_flags.nerves, command.unknown]}",
            (("says_key command.unknown", "the keys [red_flags.nerves]"),),
            "{state: red_flags.nerves, says_key: red_flags.nerves}",
        ),
        (
            "{state: red_flags.nerves, not_says: [Numb, Stroke]}",
            (('not_says "Numb"', '"Is any of this new? Numb between the legs" (red_flags.nerves)'),),
            "{state: red_flags.nerves, not_says: Stroke}",
        ),
        (
            "{state: red_flags.nerves, buttons: [None, Some]}",
            (("buttons [None, Some]", "buttons [None, Some, Unsure]"),),
            "{state: red_flags.nerves, buttons: [None, Some, Unsure]}",
        ),
        (
            "{state: red_flags.nerves, buttons: [None, Unsure, Some]}",
            (("buttons [None, Unsure, Some]", "buttons [None, Some, Unsure]"),),
            "{state: red_flags.nerves, buttons: [None, Some, Unsure]}",
        ),
        (
            "{says_key: command.old_button}",
            (
                ("says_key command.old_button", "the keys [red_flags.nerves]"),
                ("nothing else to be said", '"Is any of this new? Numb between the legs" (red_flags.nerves)'),
            ),
            "{state: red_flags.nerves}",
        ),
    ],
)
def test_a_turn_that_does_not_fit(bot: str, pairs: tuple[tuple[str, str], ...], line: str):
    text = f"{NERVES}- bot: {bot}\n"
    assert differences(text) == pairs
    assert mend(text) == f"- bot: {line}"


@pytest.mark.parametrize("bot", ["{state: red_flags.body, says: x}", "{says_key: end.done}", "{buttons: [x]}"])
def test_the_line_that_is_offered_passes(bot: str):
    text = f"{NERVES}- command: help\n"
    offered = mend(f"{text}- bot: {bot}\n")
    assert differences(f"{text}{offered}\n") == ()


def test_words_that_were_not_said_are_mended_with_a_sentence_that_tells_the_text():
    assert mend(f"{START}- bot: {{state: welcome.start, says: Stroke}}\n") == (
        "- bot: {state: welcome.start, says: I am no person.}"
    )


def test_a_bubble_of_no_state_must_be_named():
    text = f"{NERVES}- command: help\n- bot: {{state: red_flags.nerves}}\n"
    assert differences(text) == (("nothing else to be said", '"Call 555-0100 for help." (command.help)'),)
    assert mend(text) == "- bot: {state: red_flags.nerves, says_key: command.help}"


def test_an_emergency_text_comes_without_buttons():
    text = f"{NERVES}- command: emergency\n- bot: {{says_key: red_flags.emergency, says: '911', buttons: [Some]}}\n"
    first, *_ = differences(text)
    assert first == ("buttons [Some]", "buttons []")
    assert "buttons: []" in mend(text)


@pytest.mark.parametrize("step", ["restart", "wait: 1 hour", "tick: [swelling]"])
def test_silence_is_a_failure_for_who_asks_what_the_bot_says(step: str):
    text = f"start_at: heat_check.signs\nsteps:\n- {step}\n- bot: {{state: heat_check.signs}}\n"
    assert differences(text) == (("the bot to say something", "silence"),)
    assert mend(text) == "- expect: {place: heat_check.signs}"


@pytest.mark.parametrize(
    ("key", "state", "said"),
    [
        ("red_flags.body", "red_flags.body", True),
        ("red_flags.same_day/2", "red_flags.same_day", True),
        ("red_flags.emergency.burn", "red_flags.emergency", True),
        ("red_flags.body_more", "red_flags.body", False),
        ("alternatives.stop_line", "alternatives.cold", True),
        ("alternatives.stop_line", "alternatives.list", False),
        ("caution.age65", "alternatives.cold", True),
        ("caution.age65", "alternatives.dry_heat_safe_use", True),
        ("caution.heart.cold", "alternatives.list", False),
        ("command.help", "welcome.start", False),
    ],
)
def test_what_a_state_says(key: str, state: str, said: bool):
    assert belongs(library(), key, state) is said
