"""A failure is read in ten seconds: where, what it shows, the chat, expected and got, a line to paste."""

from pathlib import Path

from bot.conversations.modes import Mode
from bot.conversations.suite import play_file
from tests.test_conversations.small import library, played, write

SADDLE = """conversation: Numbness between the legs means emergency care
steps:
  - user: /start
  - tap: The person agrees
"""

AGREE = """talk.yaml:4: Numbness between the legs means emergency care

  you › /start
  bot › A draft.
  bot › Hi. I am no person. Terminal is not private.
  bot › Text welcome.start/2.
  bot › Text welcome.start/3.
        [Agree] [Need help] [Under 18] [No thanks] [Language] [Privacy]

  expected  a button The person agrees
  got       buttons [Agree, Need help, Under 18, No thanks, Language, Privacy]"""


def test_a_tap_on_what_is_not_there():
    assert played(SADDLE) == AGREE


SIGNS = """
start_at: heat_check.heat_kind
steps:
  - tap: Dry
  - bot: {state: heat_check.signs}
  - tick: Swelling
  - wait: 3 hours
  - restart
  - tap: stiffness
  - tap: Each time
  - bot: {state: heat_check.skin, says_key: heat_check.stop_dry}
  - bot: {says: Stop dry heat, not_says: "911"}
"""

STOP = """talk.yaml:12: A talk

  you › /start → [Agree] → [None] → [None] → [None] → [Dry] → [Swelling]
  ----- 3 hours later -----
  ----- restart -----
  you › [Stiffness]
  you › [Each time]
  bot › Text heat_check.stop_dry.
  bot › Text heat_check.stop_swelling.
  bot › Text heat_check.skin.
        [Mild] [Blister] [Spreading] [Deep burn] [Unsure]

  expected  says "Stop dry heat"
  got       nothing like it
  expected  nothing else to be said
  got       "Text heat_check.stop_swelling." (heat_check.stop_swelling)

  to paste instead of lines 12-13:
  - bot:
      state: heat_check.skin
      says: Text heat_check.skin.
      says_key: [heat_check.stop_dry, heat_check.stop_swelling]
      not_says: "911\""""


def test_a_turn_that_two_lines_describe():
    assert played(SIGNS) == STOP


ROWS = """
each:
  - {answer: None, place: red_flags.nerves}
  - {answer: Some, place: red_flags.body}
steps:
  - include: parts/nerves.yaml
  - tap: "{answer}"
  - expect: {place: "{place}", tier: emergency}
"""

FIRST = """talk.yaml:9: A talk
  with {answer: None, place: red_flags.nerves}
  in mode twice: the platform delivers every update twice

  you › /start
  bot › Hi. I am no person. Terminal is not private. (+3)
  you › [Agree]
  bot › Is any of this new?
  you › [None]
  bot › Text red_flags.body.
        [None] [Some] [Unsure]

  expected  place: red_flags.nerves
  got       place: red_flags.body
  expected  tier: emergency
  got       tier: self_care

  to paste instead of line 9:
  - expect: {place: red_flags.body, tier: self_care}"""


def test_a_row_of_a_table_under_a_fault():
    write("conversation: x\nsteps:\n- user: /start\n- tap: Agree\n", "parts/nerves.yaml")
    assert played(ROWS, Mode.TWICE) == FIRST


def test_a_failure_in_an_included_file():
    write("conversation: x\nsteps:\n- user: /start\n- tap: nobody\n", "parts/nerves.yaml")
    assert played(ROWS).splitlines()[:3] == [
        "parts/nerves.yaml:4: A talk",
        "  included by talk.yaml",
        "  with {answer: None, place: red_flags.nerves}",
    ]


def test_the_same_for_programs():
    (result,) = play_file(write(SADDLE), library())
    failure = result.failure
    assert failure is not None
    assert failure.plain() == {
        "file": "talk.yaml",
        "line": 4,
        "row": "",
        "mode": "plain",
        "chat": AGREE.split("\n\n")[1],
        "differences": [
            {
                "expected": "a button The person agrees",
                "got": "buttons [Agree, Need help, Under 18, No thanks, Language, Privacy]",
            }
        ],
        "mend": "",
    }


def test_mistakes_in_a_script_read_like_this():
    (result,) = play_file(
        write("conversation: x\nsteps:\n- usr: hi\n- wait: soon\n- tap_old: {of: end.dne, choice: x}\n"), library()
    )
    assert str(result) == (
        "talk.yaml cannot be read\n"
        'talk.yaml:3:3: There is no verb "usr".\n'
        "  Known here: user, command, back, tap, tap_old, select, tick, wait, restart, start_at, bot, expect "
        "or include.\n"
        '  → Did you mean "user"?\n'
        'talk.yaml:4:9: "soon" is no span of time.\n'
        "  A number and its unit: seconds, minutes, hours or days.\n"
        "  → Write it like this: 3 hours\n"
        'talk.yaml:5:17: There is no state "end.dne".\n'
        '  → Did you mean "end.done"?'
    )
    assert Path("talk.yaml").is_file()
