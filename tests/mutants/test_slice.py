"""A few faults, planted for real: `make mutants` plants hundreds."""

import pytest

from bench.mutants import engine
from bench.mutants.__main__ import KINDS, SEED, select
from bench.mutants.mutant import HERE, Mutant
from bench.mutants.nets import CHECK, CONVERSATIONS, VERIFY
from bench.mutants.table import killed, row, table, totals
from bench.mutants.trial import tried
from bench.mutants.written import OPERATORS, RULES, all_of, chosen


@pytest.mark.parametrize("fault", [*engine.HARMS, *engine.BOTHERS], ids=lambda fault: f"{fault[0]}: {fault[3]}")
def test_what_a_fault_in_the_engine_replaces_stands_there_once(fault: tuple[str, str, str, str]):
    file, old, _, _ = fault
    assert (HERE / "bot/engine" / file).read_text("utf-8").count(old) == 1


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.__name__)
def test_a_fault_in_what_staff_write_changes_what_stands_there(operator):
    for mutant in all_of(operator):
        text = (HERE / mutant.file).read_text("utf-8")
        assert text.startswith(mutant.old, mutant.at)
        assert mutant.old != mutant.new


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.__name__)
def test_every_operator_finds_as_many_places_as_a_run_plants(operator):
    assert len(chosen(operator, SEED)) == OPERATORS[operator][1]


def test_a_run_plants_more_than_200_faults_and_the_same_ones_each_time():
    mutants = select(SEED, KINDS)
    assert len({mutant.id for mutant in mutants}) == len(mutants) > 200
    assert select(SEED, KINDS) == mutants


def test_check_catches_a_line_that_sets_nothing():
    fault = next(each for each in all_of(_named("lose_meaning")) if each.file == "dialogs/check_in.yaml")
    assert _caught_by(fault, CHECK) == {CHECK}


def test_conversations_catch_a_tier_that_is_not_the_most_urgent():
    fault = next(each for each in engine.planted() if each.what == "the last tier stands, not the most urgent")
    assert CONVERSATIONS in _caught_by(fault, CHECK, CONVERSATIONS)


def test_verify_catches_a_chat_that_needs_no_consent():
    fault = next(each for each in engine.planted() if each.what == "consent is not needed")
    assert VERIFY in _caught_by(fault, CHECK, VERIFY)


def test_a_fault_that_no_net_caught_is_told():
    mutant = Mutant("control", "nothing is planted", RULES, 0, "", "", True)
    found = row(mutant, {net: {"result": "survived", "why": "", "seconds": 1} for net in (CHECK, CONVERSATIONS)})
    assert not killed(found)
    assert totals([found], 1138, 312)["safety_killed"] == 0
    assert list(table([found]))[-1] == "survives (COULD HARM): dialogs/decisions.yaml:1: nothing is planted"


def _named(name: str):
    return next(each for each in OPERATORS if each.__name__ == name)


def _caught_by(fault: Mutant, *nets: str) -> set[str]:
    found = tried(fault, {"nets": nets, "alone": False, "within": 20})
    return {net for net, each in found.items() if each["result"] == "killed"}
