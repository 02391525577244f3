"""`heatwise decide` says what is wrong with a line, goes on with the next, and answers as soon as it is asked."""

import io
import json
import subprocess
from typing import Any

import msgspec
import pytest

from bot.authoring.answer_sets import LONGEST, decide_lines
from bot.engine.decisions import Decider
from tests.decisions.command import COMMAND, PLAIN, decide


def without(name: str) -> dict[str, Any]:
    return {given: value for given, value in PLAIN.items() if given != name}


def twice(name: str) -> bytes:
    return json.dumps(PLAIN).replace("{", '{"' + name + '": "moist", ').encode()


EVERY_NAME = "emergency_flags, same_day_flags, nerves, heat, signs, consistent, skin, recent, precautions"
KINDS_OF_HEAT = "known are dry, moist, both, none or unsure"

WRONG: dict[str, tuple[bytes | dict[str, Any], str]] = {
    "not JSON": (b"heat: dry", "this is no JSON (JSON is malformed: invalid character (byte 0)); write"),
    "cut off": (json.dumps(PLAIN).encode()[:-9], "this is no JSON (Input data was truncated); write"),
    "two sets": (json.dumps(PLAIN).encode() * 2, "this is no JSON ("),
    "null": (b"null", "this is no set of answers; write names and values in { }"),
    "a list": (b"[]", "this is no set of answers; write names and values in { }"),
    "a number": (b"3", "this is no set of answers; write names and values in { }"),
    "a huge number": (b"9" * 9000, "this is no JSON (Integer value out of range); write"),
    "not UTF-8": (b'{"heat": "\xff\xfe"}', "this is no JSON ('utf-8' codec can't decode"),
    "UTF-16": (json.dumps(PLAIN).encode("utf-16"), "this is no JSON ("),
    "half a character": (b'{"heat": "\\ud800"}', "this is no JSON ("),
    "nested too deeply": (b"[" * 9999, "this is no JSON (maximum recursion depth exceeded"),
    "names nested too deeply": (b'{"a":' * 9999, "this is no JSON (maximum recursion depth exceeded"),
    "too long": (json.dumps(PLAIN).encode() + b" " * LONGEST, "this line has more than 65536 bytes"),
    "far too long": (b"x" * 3_000_000, "this line has more than 65536 bytes"),
    "no names": (b"{}", f'the input "emergency_flags" is missing; every set names {EVERY_NAME}'),
    "a name missing": (without("skin"), f'the input "skin" is missing; every set names {EVERY_NAME}'),
    "a name misspelt": ({**without("signs"), "sings": []}, 'there is no input "sings"; did you mean "signs"?'),
    "a name too many": ({**PLAIN, "age": 70}, f'there is no input "age"; known are {EVERY_NAME[:-13]} or precautions'),
    "a name twice": (twice("heat"), 'the input "heat" stands there twice; write it once'),
    "a value misspelt": ({**PLAIN, "heat": "moyst"}, 'heat: there is no value "moyst"; did you mean "moist"?'),
    "an unlikely value": ({**PLAIN, "heat": "💥"}, f'heat: there is no value "💥"; {KINDS_OF_HEAT}'),
    "no value": ({**PLAIN, "heat": None}, f"heat: there is no value null; {KINDS_OF_HEAT}"),
    "a value in a list": ({**PLAIN, "heat": ["dry"]}, 'heat: ["dry"] stands here; one value would fit'),
    "a list without brackets": ({**PLAIN, "signs": "stiffness"}, 'signs: "stiffness" stands here; a list would fit'),
    "a mapping": ({**PLAIN, "nerves": {"shooting": True}}, 'nerves: {"shooting":true} stands here; a list would fit'),
    "one of a list misspelt": (
        {**PLAIN, "precautions": ["heart", "pregnent"]},
        'precautions: there is no value "pregnent"; did you mean "pregnant"?',
    ),
    "a list in a list": ({**PLAIN, "signs": [["stiffness"]]}, 'signs: there is no value ["stiffness"]; known are'),
    "a number in a list": ({**PLAIN, "signs": [1]}, "signs: there is no value 1; known are worse_pain,"),
    "a value twice": (
        {**PLAIN, "signs": ["swelling", "swelling"]},
        'signs: "swelling" stands there twice; write it once',
    ),
    "yes": ({**PLAIN, "consistent": "yes"}, 'consistent: "yes" stands here; true or false would fit'),
    "one for true": ({**PLAIN, "consistent": 1}, "consistent: 1 stands here; true or false would fit"),
    "something long": (
        {**PLAIN, "consistent": "a" * 99},
        f'consistent: "{"a" * 38}… stands here; true or false would fit',
    ),
}


def test_each_wrong_line_is_told_with_its_number_and_the_others_are_decided():
    lines = [line for wrong, _ in WRONG.values() for line in (wrong, PLAIN)]
    ran = decide(*lines)
    assert (ran.code, ran.complaints) == (1, "")
    assert [line.get("tier") for line in ran.lines[1::2]] == ["self_care"] * len(WRONG)
    assert [line["error"].partition(":")[0] for line in ran.lines[::2]] == [
        f"line {2 * i + 1}" for i in range(len(WRONG))
    ]


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_line_is_told_in_words(decider: Decider, name: str):
    line, expected = WRONG[name]
    written = line if isinstance(line, bytes) else json.dumps(line).encode()
    good, told = decided(decider, written + b"\n")
    assert not good
    assert [told[0]["error"][: len("line 1: ") + len(expected)]] == [f"line 1: {expected}"]
    assert len(told) == 1


def decided(decider: Decider, text: bytes) -> tuple[bool, list[dict[str, Any]]]:
    sink = io.BytesIO()
    good = decide_lines(decider, io.BytesIO(text), sink)
    return good, [json.loads(line) for line in sink.getvalue().splitlines()]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"], ids=["no", "line feed", "both"])
def test_the_last_line_may_end_as_it_likes(decider: Decider, end: bytes):
    good, told = decided(decider, json.dumps(PLAIN).encode() + end)
    assert (good, len(told)) == (True, 1)


@pytest.mark.parametrize("between", [b"\n", b"\n\n", b"\n \t\r\n"], ids=["no", "one", "spaces"])
def test_empty_lines_are_passed_over_and_counted(decider: Decider, between: bytes):
    line = json.dumps(PLAIN).encode()
    good, told = decided(decider, between.join([line, line, b"3", b""]))
    assert (good, [answer.get("tier") for answer in told]) == (False, ["self_care", "self_care", None])
    assert told[2]["error"].partition(":")[0] == f"line {2 * len(between.splitlines()) + 1}"


def test_a_mark_in_front_of_utf_8_is_passed_over(decider: Decider):
    class Dribble(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            return super().read1(1)

    text = b"\xef\xbb\xbf" + json.dumps(PLAIN).encode() + b"\n"
    good, told = decided(decider, text)
    assert (good, told[0]["tier"]) == (True, "self_care")
    assert decide_lines(decider, Dribble(text), io.BytesIO())
    assert not decide_lines(decider, io.BytesIO(text * 2), io.BytesIO())


def test_every_rule_that_fires_leaves_its_reason(decider: Decider):
    given = {**PLAIN, "signs": ["worse_pain"], "precautions": ["cancer"], "recent": "flare"}
    _, told = decided(decider, json.dumps(given).encode())
    assert told[0]["reasons"] == {
        "tier": ["cancer_recent"],
        "pattern": ["pain"],
        "order": ["some"],
        "to_the_front": ["recent"],
        "dry_heat_result": ["closed"],
        "moist_heat": ["worse_pain", "cancer"],
        "contrast": ["flare", "worse_pain", "cancer"],
        "stretching": ["cancer"],
        "tens": ["cancer"],
        "dry_heat": ["any_sign", "cancer"],
    }


def test_rules_that_a_more_urgent_one_outweighs_are_reasons_too(decider: Decider):
    _, told = decided(decider, json.dumps({**PLAIN, "nerves": ["shooting"], "same_day_flags": ["fever"]}).encode())
    assert told[0]["reasons"]["tier"] == ["same_day_flag", "nerve_answers"]


def test_nothing_in_is_nothing_out():
    done = subprocess.run(COMMAND, input=b"", capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("fact", "flag", "least"),
    [
        ("emergency_flags", "bladder", "emergency"),
        ("same_day_flags", "fever", "same_day"),
    ],
)
def test_a_flag_keeps_its_tier_whatever_the_tables_say(decider: Decider, fact: str, flag: str, least: str):
    without_rules = Decider(msgspec.structs.replace(decider.tables, tier=()))
    _, told = decided(without_rules, json.dumps({**PLAIN, fact: [flag]}).encode())
    assert (told[0]["tier"], told[0]["ranked"]) == (least, [])


def test_lines_that_no_read_ends_with_are_put_together(decider: Decider):
    class Dribble(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            return super().read1(7)

    sink = io.BytesIO()
    line = json.dumps(PLAIN).encode() + b"\n"
    assert decide_lines(decider, Dribble(line * 20), sink)
    assert len(sink.getvalue().splitlines()) == 20


def test_a_program_is_answered_before_it_writes_the_next_line():
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as talk:
        assert talk.stdin
        assert talk.stdout
        for heat, expected in (("dry", "stop"), ("moist", "stop"), ("cold", None)):
            talk.stdin.write(json.dumps({**PLAIN, "heat": heat}).encode() + b"\n")
            talk.stdin.flush()
            assert json.loads(talk.stdout.readline()).get("dry_heat") == expected
        talk.stdin.close()
        assert talk.wait(timeout=60) == 1
