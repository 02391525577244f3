"""What is so now is held against an `expect` line."""

import pytest

from tests.test_conversations.small import differences, mend

AT = "start_at: heat_check.result\nsteps:\n- "
EMERGENCY = "start_at: red_flags.nerves\nsteps:\n- tap: some\n- "


@pytest.mark.parametrize(
    "wanted",
    [
        "{tier: self_care, session: unlocked, place: heat_check.result, lang: en, callbacks: 0}",
        "{answers: {red_flags.today: none, heat_check.heat_kind: none, callback.name: unanswered}}",
        "{facts: {heat: none, pattern: none, signs: unanswered, precautions: [], tier: self_care, screened: yes}}",
        "{options: [moist_heat, mind_body, cold, contrast, creams]}",
    ],
)
def test_what_holds(wanted: str):
    assert differences(f"{AT}expect: {wanted}\n") == ()


@pytest.mark.parametrize(
    ("wanted", "pairs", "line"),
    [
        (
            "{tier: book_soon, place: heat_check.result, session: locked, callbacks: 1, lang: es}",
            (
                ("tier: book_soon", "tier: self_care"),
                ("session: locked", "session: unlocked"),
                ("callbacks: 1", "callbacks: 0"),
                ("lang: es", "lang: en"),
            ),
            "{tier: self_care, place: heat_check.result, session: unlocked, callbacks: 0, lang: en}",
        ),
        (
            "{options: [cold]}",
            (("options: cold", "options: [moist_heat, mind_body, cold, contrast, creams]"),),
            "{options: [moist_heat, mind_body, cold, contrast, creams]}",
        ),
        (
            "{answers: {red_flags.nerves: [some, unsure], red_flags.body: none, heard: bladder}}",
            (
                (
                    "answers: {red_flags.nerves: [some, unsure], red_flags.body: none, heard: bladder}",
                    "answers: {red_flags.nerves: none, red_flags.body: none, heard: unanswered}",
                ),
            ),
            "{answers: {red_flags.nerves: none, red_flags.body: none, heard: unanswered}}",
        ),
        (
            "{facts: {heat: dry, signs: none}}",
            (("facts: {heat: dry, signs: []}", "facts: {heat: none, signs: unanswered}"),),
            "{facts: {heat: none, signs: unanswered}}",
        ),
    ],
)
def test_what_does_not_hold(wanted: str, pairs: tuple[tuple[str, str], ...], line: str):
    text = f"{AT}expect: {wanted}\n"
    assert differences(text) == pairs
    assert mend(text) == f"- expect: {line}"
    assert differences(f"{AT}expect: {line}\n") == ()


def test_an_empty_group_means_that_no_answer_is_kept():
    text = "start_at: red_flags.body\nsteps:\n- expect: {answers: {}}\n"
    assert differences(text) == (("answers: {}", "answers: {red_flags.nerves: none}"),)


def test_a_lock_and_a_request_are_seen():
    assert differences(f"{EMERGENCY}expect: {{tier: emergency, session: locked}}\n") == ()
    sent = "start_at: callback.review\nsteps:\n- tap: Send\n- expect: {callbacks: 1}\n"
    assert differences(sent) == ()


def test_what_was_heard_in_words_is_seen():
    text = "start_at: red_flags.nerves\nsteps:\n- user: I can't pee\n- expect: {answers: {heard: bladder}}\n"
    assert differences(text) == ()


def test_the_rules_that_heard_something_are_seen():
    said = "start_at: red_flags.nerves\nsteps:\n- user: I can't pee, no fever\n- expect: "
    assert differences(f"{said}{{heard: floor.bladder}}\n") == ()
    [(wanted, found)] = differences(f"{said}{{heard: fever}}\n")
    assert wanted == "heard: fever"
    assert "floor.bladder" in found
    assert "fever" not in found.removeprefix("heard: ")
