"""What each form of statement takes for broken."""

import pytest

from bot.authoring.properties import Property, Statement
from bot.engine.conditions import Facts, Has
from bot.verify.monitor import Monitor

A, B, C = (Has("says", frozenset({word})) for word in "abc")


def broken(statement: Statement, *messages: str) -> list[int]:
    """At which messages, from 0, the statement is broken; "*" in a message begins a new check."""
    monitor, memory, found = Monitor([Property("P", "", (statement,))]), 0, list[int]()
    for at, words in enumerate(messages):
        check = "new" if "*" in words else "same"
        facts = Facts({"says": frozenset(words.strip("*")), "check": frozenset((check,))})
        memory, wrong = monitor.step(memory, facts)
        found += [at] * bool(wrong)
    return found


@pytest.mark.parametrize(
    ("statement", "messages", "at"),
    [
        (Statement(never=A), ("b", "ab"), [1]),
        (Statement(whenever=A, then=B), ("b", "ab", "a"), [2]),
        (Statement(before=A, first=B), ("a", "b", "a", "*", "a"), [0, 4]),
        (Statement(before=A, first=B, within="chat"), ("b", "*", "a"), []),
        (Statement(before=A, first=B), ("ab",), []),
        (Statement(after=A, never=B), ("b", "a", "b", "b"), [2, 3]),
        (Statement(after=A, never=B), ("ab",), [0]),
        (Statement(after=A, never=B, until=C), ("a", "bc", "b"), []),
    ],
)
def test_what_breaks_a_statement(statement: Statement, messages: tuple[str, ...], at: list[int]):
    assert broken(statement, *messages) == at


def test_a_step_that_looks_like_one_before_is_judged_by_what_was_remembered_since():
    assert broken(Statement(before=A, first=B), "a", "a", "b", "a", "*", "a") == [0, 1, 5]
