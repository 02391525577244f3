"""A table under `each:` plays the steps once a row; its columns fill the placeholders."""

import pytest

from bot.conversations import steps as s
from bot.conversations.suite import play_file
from tests.test_conversations.small import differences, library, mistakes, played, script, write

TABLE = """
each:
  - {answer: Not sure, keys: [command.help, command.human], name: Ann}
  - {answer: None of these, keys: command.stop, name: "Ben {clinic.phone}"}
steps:
  - tap: "{answer}"
  - user: "I am {name}, {name}"
"""


def test_every_row_is_a_run_of_its_own():
    runs = script(TABLE.replace("keys: [command.help, command.human], ", "").replace("keys: command.stop, ", "")).runs
    first = (s.Tap(s.Where("talk.yaml", 7, 5), "Not sure"), s.User(s.Where("talk.yaml", 8, 5), "I am Ann, Ann"))
    assert runs[0] == s.Run(first, "{answer: Not sure, name: Ann}")
    assert runs[1].row == '{answer: None of these, name: "Ben {clinic.phone}"}'
    assert runs[1].steps[1] == s.User(s.Where("talk.yaml", 8, 5), "I am Ben {clinic.phone}, Ben {clinic.phone}")


def test_a_text_that_is_only_a_column_takes_a_list_as_it_is():
    text = 'each:\n- {lines: [a, b]}\n- {lines: c}\nsteps:\n- select: {lines: "{lines}", done: x}\n'
    at = s.Where("talk.yaml", 6, 3)
    assert [run.steps for run in script(text).runs] == [(s.Select(at, ("a", "b"), "x"),), (s.Select(at, ("c",), "x"),)]


def test_a_column_fills_lists_and_groups():
    text = 'each:\n- {a: one}\nsteps:\n- back\n- bot: {says: ["{a} two", three], not_says: "{clinic.phone}"}\n'
    bot = script(text).runs[0].steps[1]
    assert bot == s.Bot(s.Where("talk.yaml", 6, 3), says=("one two", "three"), not_says=("{clinic.phone}",))


@pytest.mark.parametrize("field", ["start_at", "include"])
def test_a_column_fills_the_steps_in_the_head(field: str):
    text = f'each:\n- {{where: x}}\n{field}: "{{where}}"\nsteps: [back]\n'
    assert [told.partition(" |")[0] for told in mistakes(text)] == [
        f'3:11 There is no {"state" if field == "start_at" else "file"} "x"'
    ]


def test_a_mistake_in_a_row_is_told_at_the_row():
    text = 'each:\n- {where: end.dne}\nsteps:\n- back\n- bot: {state: "{where}"}\n'
    assert mistakes(text) == ['3:11 There is no state "end.dne" |  | Did you mean "end.done"?']


ROWS = "Write it like this: each: [{answer: Not sure}, {answer: None of these}]"
ROW = "A group of columns with values would fit | Write it like this: - {answer: Not sure, tier: emergency}"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("each: x", [f'2:7 The text "x" stands here | A list of rows would fit | {ROWS}']),
        ("each: []", [f"2:7 An empty list stands here | A list of rows would fit | {ROWS}"]),
        ("each: [x]", [f'2:8 The text "x" stands here | {ROW}']),
        ("each: [{a: x}, {}]", [f"2:16 An empty group of names stands here | {ROW}"]),
        (
            "each: [{A b: x}]",
            ['2:9 "A b" cannot be a column | Small letters, digits and _ | Write it that way, here and in { }'],
        ),
        (
            "each: [{a: x, bc: y}, {a: x, bd: y}]",
            [
                '2:23 This row has no bc | Every row has the columns of the first: a, bc | Add what is missing',
                '2:30 There is no column in the first row "bd" | Known here: a or bc | Take one of these',
            ],
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_the_table_is_told(table: str, told: list[str]):
    assert mistakes(f"{table}\nsteps: [back]\n") == told


def test_a_list_inside_other_words_is_told():
    text = 'each:\n- {a: [x, y]}\nsteps:\n- user: "so {a}"\n'
    found = "5:9 The column a holds more than one text | One text, inside other words | Write one text"
    assert mistakes(text) == [found]


def test_an_unknown_column_is_told_with_the_nearest():
    text = 'each:\n- {answer: x}\nsteps:\n- user: "{answr}"\n'
    fits = "A column of the table in each:, or a value of content/clinic.yaml"
    assert mistakes(text) == [f'5:9 Nothing fills the placeholder "{{answr}}" | {fits} | Did you mean "{{answer}}"?']


ANSWERS = """
each:
  - {answer: none, place: red_flags.body}
  - {answer: some, place: red_flags.body}
  - {answer: unsure, place: red_flags.emergency}
  - {answer: none, place: red_flags.today}
start_at: red_flags.nerves
steps:
  - tap: "{answer}"
  - expect: {place: "{place}"}
"""


def test_every_row_is_a_conversation_of_its_own():
    told = list(play_file(write(ANSWERS), library()))
    assert [(each.row, each.passed) for each in told] == [
        ("{answer: none, place: red_flags.body}", True),
        ("{answer: some, place: red_flags.body}", False),
        ("{answer: unsure, place: red_flags.emergency}", True),
        ("{answer: none, place: red_flags.today}", False),
    ]


def test_a_row_that_fails_is_named():
    told = played(ANSWERS)
    assert told.splitlines()[1] == "  with {answer: some, place: red_flags.body}"
    assert differences(ANSWERS) == (("place: red_flags.body", "place: red_flags.emergency"),)
