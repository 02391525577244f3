"""A script can play the steps of another file."""

from bot.conversations import steps as s
from tests.test_conversations.small import mistakes, played, script, write

AGREED = "conversation: x\nsteps:\n- user: /start\n- tap: agree\n"


def test_the_steps_of_the_other_file_come_first_and_keep_their_place():
    write(AGREED, "parts/agreed.yaml")
    (run,) = script("steps:\n- include: parts/agreed.yaml\n- tap: none\n").runs
    where = ["parts/agreed.yaml:3", "parts/agreed.yaml:4", "talk.yaml:4"]
    assert [str(step.where) for step in run.steps] == where


def test_the_head_can_include_and_walk_in_the_order_in_which_it_is_written():
    write(AGREED, "agreed.yaml")
    (run,) = script("include: agreed.yaml\nstart_at: red_flags.today\nsteps: [back]\n").runs
    assert [type(step) for step in run.steps] == [s.User, s.Tap, s.StartAt, s.Command]
    (run,) = script("start_at: red_flags.today\ninclude: agreed.yaml\nsteps: [back]\n").runs
    assert [type(step) for step in run.steps] == [s.StartAt, s.User, s.Tap, s.Command]


def test_an_included_file_includes_what_stands_beside_it():
    write(AGREED, "parts/agreed.yaml")
    write("conversation: x\nsteps:\n- include: agreed.yaml\n- tap: none\n", "parts/body.yaml")
    (run,) = script("steps:\n- include: parts/body.yaml\n- include: parts/agreed.yaml\n").runs
    assert [str(step.where) for step in run.steps] == [
        *("parts/agreed.yaml:3", "parts/agreed.yaml:4", "parts/body.yaml:4"),
        *("parts/agreed.yaml:3", "parts/agreed.yaml:4"),
    ]


def test_the_same_file_is_read_once_for_all_rows():
    write(AGREED, "agreed.yaml")
    first, second = script("each: [{a: x}, {a: y}]\nsteps:\n- include: agreed.yaml\n- user: '{a}'\n").runs
    assert first.steps[0] is second.steps[0]


def test_a_failure_in_an_included_step_names_both_files():
    write("conversation: x\nsteps:\n- user: /start\n- tap: agre\n", "agreed.yaml")
    told = played("steps:\n- include: agreed.yaml\n")
    assert told.splitlines()[:2] == ["agreed.yaml:4: A talk", "  included by talk.yaml"]


def test_an_included_file_needs_no_name():
    write("conversation: x", "nameless.yaml").write_text("steps: [back]\n", "utf-8")
    assert len(script("steps:\n- include: nameless.yaml\n").runs[0].steps) == 1


def test_mistakes_in_the_included_file_are_told_at_their_place():
    write("conversation: x\nsteps:\n- tpa: none\n", "other.yaml")
    (told,) = mistakes("steps:\n- include: other.yaml\n- user: hi\n")
    assert told.startswith('3:3 There is no verb "tpa"')


def test_an_included_file_that_cannot_be_read_is_told():
    write("conversation: x", "other.yaml").write_text("", "utf-8")
    (told,) = mistakes("steps:\n- include: other.yaml\n")
    assert told.startswith("1:1 The file is empty")


def test_a_file_that_is_not_there_is_told_with_those_that_are():
    write(AGREED, "parts/agreed.yaml")
    told = (
        '3:12 There is no file "parts/agred.yaml" | Known here: parts/agreed.yaml | Did you mean "parts/agreed.yaml"?'
    )
    assert mistakes("steps:\n- include: parts/agred.yaml\n") == [told]


def test_a_file_that_includes_itself_is_told():
    write("conversation: x\nsteps:\n- include: talk.yaml\n", "other.yaml")
    found = '"talk.yaml" includes itself, at once or through others'
    told = f"3:12 {found} | A file that does not lead back here | Delete one of the lines"
    assert mistakes("steps:\n- include: other.yaml\n") == [told]


def test_a_table_cannot_be_included():
    write("conversation: x\neach: [{a: x}]\nsteps: [back]\n", "other.yaml")
    mend = "Move the steps that both need into a file of their own, without a table"
    told = f"3:12 other.yaml has a table, each: | A file without a table | {mend}"
    assert mistakes("steps:\n- include: other.yaml\n") == [told]


def test_a_file_in_another_language_cannot_be_included():
    write("conversation: x\nlang: es\nsteps: [back]\n", "other.yaml")
    mend = "Include another file, or change lang:"
    told = f"3:12 other.yaml is in the language es | A file in en, as this one | {mend}"
    assert mistakes("steps:\n- include: other.yaml\n") == [told]


def test_an_included_file_cannot_let_the_bot_speak_first():
    write("conversation: x\nsteps:\n- bot: {state: welcome.start}\n", "other.yaml")
    (told,) = mistakes("steps:\n- include: other.yaml\n")
    assert told.startswith("3:3 The bot speaks first here")


def test_a_turn_that_two_files_describe_is_mended_in_the_one_that_is_wrong():
    write(AGREED + "- bot: {state: red_flags.nerves}\n", "agreed.yaml")
    told = played("steps:\n- include: agreed.yaml\n- bot: {says: nobody says this}\n").splitlines()
    assert (told[0], told[-2]) == ("talk.yaml:4: A talk", "  to paste instead of line 4:")
    write(AGREED + "- bot: {state: red_flags.body}\n", "agreed.yaml")
    told = played("steps:\n- include: agreed.yaml\n- bot: {says: Is any of this new}\n").splitlines()
    assert (told[:2], told[-2]) == (
        ["agreed.yaml:5: A talk", "  included by talk.yaml"],
        "  to paste instead of line 5:",
    )
