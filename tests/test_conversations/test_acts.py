"""Each verb does on the stage what a person does in the chat."""

import pytest

from bot.conversations import stage
from bot.conversations.suite import play_file
from tests.test_conversations.small import differences, mend, played, shipped, write

AT_NERVES = "start_at: red_flags.nerves\nsteps:\n"
AT_SIGNS = "start_at: heat_check.signs\nsteps:\n"
AT_TODAY = "start_at: red_flags.today\nsteps:\n"
BUTTONS = "[None, Some, Unsure]"


@pytest.mark.parametrize(
    "steps",
    [
        "- user: Some\n- expect: {place: red_flags.emergency}",
        "- user: /stop\n- expect: {place: end.stopped}",
        "- command: stop\n- expect: {place: end.stopped}",
        "- tap: None\n- expect: {place: red_flags.body}",
        "- tap: none\n- expect: {place: red_flags.body}",
        "- tap: none\n- command: back\n- expect: {place: red_flags.nerves}",
        "- tap: none\n- back\n- expect: {place: red_flags.nerves}",
        "- tap: none\n- tap_old: {of: red_flags.nerves, choice: Some}\n- expect: {place: red_flags.body}",
        "- user: hello?\n- tap_old: {of: red_flags.nerves, choice: some}\n- expect: {place: red_flags.nerves}",
        "- restart\n- tap: None\n- expect: {place: red_flags.body}",
        "- wait: 23 hours\n- tap: None\n- expect: {place: red_flags.body}",
        "- wait: 1 day\n- tap: None\n- expect: {place: end.timeout}",
        "- tap: none\n- wait: 1 day 1 second\n- expect: {answers: {}}",
    ],
)
def test_a_person_acts(steps: str):
    assert differences(f"{AT_NERVES}{steps}\n") == ()


@pytest.mark.parametrize(
    "steps",
    [
        "- select: {lines: [Swelling, stiffness], done: Each time}",
        "- tick: [Worse pain, Swelling]\n- select: {lines: [Swelling, stiffness], done: each_time}",
        "- tap: Swelling\n- tap: Stiffness\n- tap: each_time",
        "- tick: [Swelling, Stiffness, Worse pain]\n- tick: worse_pain\n- tap: Each time",
    ],
)
def test_lines_are_ticked_and_the_list_is_closed(steps: str):
    expected = "- expect: {answers: {heat_check.signs: [swelling, stiffness, each_time]}}"
    assert differences(f"{AT_SIGNS}{steps}\n{expected}\n") == ()


def test_a_list_with_one_done_button_needs_no_name_for_it():
    expected = "- expect: {tier: same_day, answers: {red_flags.today: [fever, lump]}}"
    assert differences(f"{AT_TODAY}- select: [Fever, lump]\n{expected}\n") == ()


def test_a_done_button_alone_closes_the_list():
    text = "start_at: callback.review\nsteps:\n- expect: {callbacks: 0}\n"
    assert differences(f"{text}- select: [include_answers]\n- expect: {{callbacks: 1}}\n") == ()


@pytest.mark.parametrize(
    ("step", "pair", "line"),
    [
        ("tap: Nonne", ("a button Nonne", f"buttons {BUTTONS}"), "- tap: None"),
        ("tap: Something else", ("a button Something else", f"buttons {BUTTONS}"), ""),
        ("select: [Fever]", ("a list with lines to tick", "red_flags.nerves, which has none"), ""),
        ("select: []", ("a list with lines to tick", "red_flags.nerves, which has none"), ""),
        ("tick: [Fever]", ("a list with lines to tick", "red_flags.nerves, which has none"), ""),
        (
            "tap_old: {of: red_flags.nerves, choice: none}",
            ("an earlier screen of red_flags.nerves", "earlier screens of [welcome.start]"),
            "",
        ),
        (
            "tap_old: {of: welcome.start, choice: Agre}",
            ("a button Agre", "buttons [Agree, Need help, Under 18, No thanks, Language, Privacy]"),
            "- tap_old: {of: welcome.start, choice: Agree}",
        ),
    ],
)
def test_a_press_of_what_is_not_there_fails_with_what_was_meant(step: str, pair: tuple[str, str], line: str):
    text = f"{AT_NERVES}- {step}\n"
    assert differences(text) == (pair,)
    assert mend(text) == line


LINES = "buttons [Worse pain, Nerve feelings, Stiffness, Swelling]"
DONES = "[Each time, Now and then]"


@pytest.mark.parametrize(
    ("step", "pair", "line"),
    [
        (
            "select: {lines: [Swelling, Stifness], done: each_time}",
            ("a button Stifness", LINES),
            "- select: {lines: [Swelling, Stiffness], done: each_time}",
        ),
        (
            "select: {lines: [Swelling], done: Each tim}",
            ("a button Each tim", f"buttons {DONES}"),
            "- select: {lines: [Swelling], done: Each time}",
        ),
        (
            "select: [Swelling]",
            ("a list with one Done button", f"the Done buttons {DONES}"),
            "- select: {lines: [Swelling], done: Each time}",
        ),
        ("tick: [Swelling, Stifness]", ("a button Stifness", LINES), "- tick: [Swelling, Stiffness]"),
        (
            "select: [Stiffness, Now and then]",
            (f"lines of the list {LINES.removeprefix('buttons ')}", "the button Now and then"),
            "- select: {lines: [Stiffness], done: Now and then}",
        ),
        (
            "select: [Stifness, now and them]",
            ("a list with one Done button", f"the Done buttons {DONES}"),
            "- select: {lines: [Stiffness], done: Now and then}",
        ),
        (
            "select: {lines: [Stifness, Sweling], done: Each tim}",
            ("a button Each tim", f"buttons {DONES}"),
            "- select: {lines: [Stiffness, Swelling], done: Each time}",
        ),
        ("select: [None]", (f"lines of the list {LINES.removeprefix('buttons ')}", "the button None"), "- tap: None"),
        ("select: [Headache]", ("a list with one Done button", f"the Done buttons {DONES}"), ""),
    ],
)
def test_a_line_that_is_not_there_fails_with_what_was_meant(step: str, pair: tuple[str, str], line: str):
    text = f"{AT_SIGNS}- {step}\n"
    assert differences(text) == (pair,)
    assert mend(text) == line


def test_a_list_with_one_done_button_can_be_named_wrongly_too():
    assert mend(f"{AT_TODAY}- select: [Fevr]\n") == "- select: [Fever]"
    assert mend(f"{AT_TODAY}- select: [Fever, Done]\n") == "- select: [Fever]"
    assert mend(f"{AT_TODAY}- select: {{lines: [Fever], done: Dune}}\n") == "- select: {lines: [Fever], done: Done}"


@pytest.mark.parametrize(
    ("place", "name", "meant"),
    [
        ("red_flags.nerves", "None of this", "None of these"),
        ("red_flags.today", "none of this", "None of these"),
        ("red_flags.nerves", "Yes", '"Yes, one or more"'),
        ("heat_check.signs", "Done: only now", '"Done: only now and then"'),
        ("heat_check.signs", "Done", None),
    ],
)
def test_a_label_that_is_nearly_right_or_only_begun_is_mended(place: str, name: str, meant: str | None):
    failure = next(play_file(write(f"start_at: {place}\nsteps:\n- tap: '{name}'\n"), shipped())).failure
    assert failure is not None
    assert failure.mend == (f"- tap: {meant}" if meant else "")


@pytest.mark.parametrize("step", ["tap: None", "select: [Fever]", "tap_old: {of: welcome.start, choice: Agree}"])
def test_there_is_nothing_to_press_before_the_bot_has_spoken(step: str):
    assert differences(f"steps:\n- {step}\n") == (("a screen with buttons", "nothing was shown yet"),)
    assert "  (nothing was said yet)" in played(f"steps:\n- {step}\n")


def test_a_timer_that_sets_itself_again_without_end_is_a_failure(monkeypatch: pytest.MonkeyPatch):
    async def no_timers(self: object, now: object) -> list[object]:
        return []

    monkeypatch.setattr(stage.Intake, "fire_timers", no_timers)
    monkeypatch.setattr(stage, "MOST_TIMERS", 3)
    found = (("the timers to rest within 2 days, 0:00:00", "3 fired, and one more is due"),)
    assert differences("steps:\n- user: /start\n- wait: 2 days\n") == found


def test_a_fault_of_the_program_is_a_failure_and_no_traceback(monkeypatch: pytest.MonkeyPatch):
    def breaks(*_: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("bot.runner.intake.advance", breaks)
    found = (("an answer", "the program broke on this (KeyError): report it with this chat"),)
    assert differences("steps:\n- user: /start\n") == found


def test_a_message_that_is_not_delivered_is_a_failure(monkeypatch: pytest.MonkeyPatch):
    async def lost(*_: object) -> int:
        return 0

    monkeypatch.setattr(stage.Delivery, "drain", lost)
    found = (("every message delivered once, in order", "of 4 messages, 0 were delivered"),)
    assert differences("steps:\n- user: /start\n") == found


def test_the_language_is_the_scripts():
    spanish = "lang: es\nsteps:\n- user: /start\n- bot: {state: welcome.start, says: ES Hi.}\n- expect: {lang: es}\n"
    assert differences(spanish) == ()
    assert differences(spanish.replace("lang: es\n", "").replace("ES ", "").replace("es}", "en}")) == ()
