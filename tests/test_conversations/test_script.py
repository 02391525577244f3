"""Every mistake in a script is told with its place, what was found, what fits and the mend, all in one run."""

from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from bot.authoring.problems import Grade, Problem, Problems
from bot.conversations import steps as s
from bot.conversations.script import read_script
from tests.test_conversations.small import library, mistakes, script, write

AT = s.Where("talk.yaml", 3, 5)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("user: /start", s.User(AT, "/start")),
        ("command: stop", s.Command(AT, "stop")),
        ("command: /stop", s.Command(AT, "stop")),
        ("back", s.Command(AT, "back")),
        ("back:", s.Command(AT, "back")),
        ("restart", s.Restart(AT)),
        ("restart:", s.Restart(AT)),
        ("tap: None of these", s.Tap(AT, "None of these")),
        ("tap_old: {of: red_flags.body, choice: none}", s.TapOld(AT, "red_flags.body", "none")),
        ("tick: Fever", s.Tick(AT, ("Fever",))),
        ("tick: [Fever, Lump]", s.Tick(AT, ("Fever", "Lump"))),
        ("select: []", s.Select(AT, ())),
        ("select: Fever", s.Select(AT, ("Fever",))),
        ("select: {lines: [Fever, Lump]}", s.Select(AT, ("Fever", "Lump"))),
        ("select: {lines: Fever, done: each_time}", s.Select(AT, ("Fever",), "each_time")),
        ("wait: 3 hours", s.Wait(AT, timedelta(hours=3), "3 hours")),
        ("wait: 1 day 2 minutes", s.Wait(AT, timedelta(days=1, minutes=2), "1 day 2 minutes")),
        ("start_at: red_flags.today", s.StartAt(AT, "red_flags.today")),
    ],
)
def test_every_verb_is_read(line: str, step: s.Step):
    assert script(f"steps:\n  - {line}\n").runs == (s.Run((step,)),)


def test_what_the_bot_should_say_is_read():
    steps = script(
        "steps:\n  - user: hi\n  - bot: {state: welcome.start, says: Hi, says_key: [command.help, welcome.start/2],"
        " not_says: [a, b], buttons: []}\n"
    )
    bot = s.Bot(
        s.Where("talk.yaml", 4, 5), "welcome.start", ("Hi",), ("command.help", "welcome.start/2"), (), ("a", "b")
    )
    assert steps.runs[0].steps[1] == bot


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("tier: emergency, session: locked", {"tier": "emergency", "session": "locked"}),
        ("place: welcome.start, lang: es", {"place": "welcome.start", "lang": "es"}),
        ("callbacks: 0, options: [cold, creams]", {"callbacks": 0, "options": ["cold", "creams"]}),
        ("options: cold", {"options": ["cold"]}),
        ("answers: {}", {"answers": {}}),
        ("answers: {red_flags.nerves: none}", {"answers": {"red_flags.nerves": ["none"]}}),
        ("answers: {red_flags.today: none}", {"answers": {"red_flags.today": []}}),
        ("answers: {red_flags.today: unanswered}", {"answers": {"red_flags.today": "unanswered"}}),
        ("answers: {callback.name: Ann Lee}", {"answers": {"callback.name": ["Ann Lee"]}}),
        ("answers: {seek_care.overview: seen}", {"answers": {"seek_care.overview": ["seen"]}}),
        ("answers: {heard: bladder}", {"answers": {"heard": ["bladder"]}}),
        ("facts: {signs: [swelling, stiffness]}", {"facts": {"signs": ["stiffness", "swelling"]}}),
        ("facts: {cold: offer, screened: no}", {"facts": {"cold": ["offer"], "screened": ["no"]}}),
    ],
)
def test_what_is_expected_is_read(asked: str, wanted: dict[str, object]):
    step = script(f"steps:\n  - user: hi\n  - expect: {{{asked}}}\n").runs[0].steps[1]
    assert step == s.Expect(s.Where("talk.yaml", 4, 5), wanted)


TOLD = yaml.load((Path(__file__).parent / "mistakes.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("row", TOLD, ids=[row["line"] or "nothing" for row in TOLD])
def test_a_mistake_in_a_step_is_told(row: dict[str, str]):
    told = f"{row['at']} {row['found']} | {row['fits']} | {row['mend']}"
    assert mistakes(f"steps:\n  - {row['line']}\n  - user: hi\n") == [told]


NO_STEPS = "A list of steps would fit | Write it like this: - tap: None of these, one a line"
BOT_FIRST = "The bot speaks first here | The person begins | Write a line above it: - user: /start"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", '1:1 The setting "steps" is missing here |  | Add a line that begins with steps:'),
        ("steps: hi", f'2:8 The text "hi" stands here | {NO_STEPS}'),
        ("steps: []", f"2:8 An empty list stands here | {NO_STEPS}"),
        ("lang: xx\nsteps: [back]", '2:7 There is no language "xx" | Known here: en or es | Take one of these'),
        ("start_at: end.dne\nsteps: [back]", '2:11 There is no state "end.dne" |  | Did you mean "end.done"?'),
        ("steps:\n- bot: {state: welcome.start}", f"3:3 {BOT_FIRST}"),
        ("steps:\n- expect: {tier: emergency}", f"3:3 {BOT_FIRST}"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_head_is_told(text: str, told: str):
    assert mistakes(text) == [told]


def test_an_unknown_name_in_the_head_is_told():
    known = "conversation, lang, review_ends_after, start_at, include, each or steps"
    told = f'2:1 There is no setting "langs" | Known here: {known}'
    assert mistakes("langs: en\nsteps: [back]") == [f'{told} | Did you mean "lang"?']


def test_a_conversation_has_a_name():
    example = "conversation: Numb between the legs means emergency care"
    told = f"1:14 Nothing stands here | A text would fit | Write it like this: {example}"
    assert mistakes("conversation:\nsteps: [back]") == [told]


def test_a_name_that_is_missing_is_told(folder: Path):
    Path("nameless.yaml").write_text("steps: [back]\n", "utf-8")
    problems = Problems()
    assert read_script(Path("nameless.yaml"), "nameless.yaml", library(), problems) is None
    assert [problem.found for problem in problems] == ['The setting "conversation" is missing here']


def test_a_file_that_is_no_group_is_told_once(folder: Path):
    Path("list.yaml").write_text("- back\n", "utf-8")
    problems = Problems()
    assert read_script(Path("list.yaml"), "list.yaml", library(), problems) is None
    assert [problem.found for problem in problems] == ["A list stands here"]


def test_a_file_that_cannot_be_opened_is_told():
    problems = Problems()
    assert read_script(Path("gone.yaml"), "gone.yaml", library(), problems) is None
    assert [problem.found for problem in problems] == ["The file cannot be opened (No such file or directory)"]


def test_all_mistakes_are_told_in_one_run():
    text = "lang: xx\nsteps:\n  - usr: hi\n  - user:\n  - tap: {a}\n  - bot: {state: x, say: y}\n"
    assert [told.split(" ")[0] for told in mistakes(text)] == ["2:7", "4:5", "5:10", "6:10", "7:18", "7:21"]


def test_mistakes_told_before_do_not_spoil_a_script():
    problems = Problems()
    problems.add(Problem(Grade.CRITICAL, "other.yaml", 1, 1, "Odd", "", ""))
    assert read_script(write("steps: [back]"), "talk.yaml", library(), problems) is not None
