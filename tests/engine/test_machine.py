"""The machine and the table that serves its moves without a choice say the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine import safety
from bot.engine.conditions import Facts, Has
from bot.engine.dialog import BACK, Button, Rule, State
from bot.engine.machine import ANSWERED, TAKE_OVER, Moves, Place, trigger_of
from bot.engine.session import Answers
from bot.engine.standing import Standing
from tests.engine.talk import altered, shipped

MOVES = shipped().moves
PAIRS = [
    (state.name, trigger)
    for state in shipped().states.values()
    for trigger in (
        *([ANSWERED] if state.next else []),
        *(trigger_of(button.id) for button in state.buttons if button.next),
    )
]


def answers_of(state: State) -> st.SearchStrategy[tuple[str, tuple[str, ...]]]:
    ids = [choice.id for choice in state.choices]
    return st.tuples(st.just(state.name), st.lists(st.sampled_from(ids), unique=True, max_size=3).map(tuple))


answered: st.SearchStrategy[Answers] = st.tuples(
    *(answers_of(state) for state in shipped().states.values() if state.choices)
)


def facts_of(standing: Standing, tier: str) -> Facts:
    named = {"tier": frozenset({tier}), "screened": frozenset({"yes"}), "callback_limit": frozenset({"free"})}
    return Facts({**standing.facts.values, **named}, standing.facts.open)


@settings(max_examples=40, deadline=None)
@given(answered, st.sampled_from(safety.TIERS))
def test_the_table_and_the_machine_agree_on_every_pair(answers: Answers, tier: str):
    facts = facts_of(shipped().stand(answers), tier)
    for state, trigger in PAIRS:
        assert MOVES.follow(state, trigger, facts) == MOVES.pull(state, trigger, facts)


def test_the_table_holds_the_moves_whose_first_rule_always_holds():
    states = shipped().states
    expected = {(name, ANSWERED): s.next[0] for name, s in states.items() if s.next and s.next[0].when is None}
    assert {pair: rule for pair, rule in MOVES.single.items() if pair[1] == ANSWERED} == expected


def test_every_pair_of_the_dialogs_is_in_the_machine():
    drawn = {(t["source"], t["trigger"]) for t in transitions(MOVES)}
    assert {pair for pair in drawn if pair[1] not in TAKE_OVER} == set(PAIRS)


def transitions(moves: Moves) -> list[dict[str, str]]:
    return [
        {"source": source, "trigger": name, "dest": str(transition.dest)}
        for name, event in moves.machine.events.items()
        for source, found in event.transitions.items()
        for transition in found
    ]


def test_every_transition_ends_in_a_state_that_is_there():
    assert [t for t in transitions(MOVES) if t["dest"] not in shipped().states] == []


def test_back_is_drawn_as_a_loop():
    backs = [
        (state.name, trigger_of(button.id))
        for state in shipped().states.values()
        for button in state.buttons
        if any(rule.go == BACK for rule in button.next)
    ]
    ends = {(t["source"], t["trigger"]): t["dest"] for t in transitions(MOVES)}
    assert {pair: ends[pair] for pair in backs} == {pair: pair[0] for pair in backs}


@pytest.mark.parametrize(("trigger", "target"), TAKE_OVER.items())
def test_what_takes_over_does_so_from_every_state(trigger: str, target: str):
    for state in shipped().states:
        place = Place(state, Facts({}))
        MOVES.machine.events[trigger].trigger(place)
        assert place.state == target


def test_the_first_rule_that_holds_is_taken():
    dry = Facts({"heat": frozenset({"dry"})})
    none = Facts({"heat": frozenset({"none"})})
    went = [MOVES.pull("heat_check.heat_kind", ANSWERED, facts) for facts in (dry, none)]
    assert [rule and rule.go for rule in went] == ["heat_check.signs", "red_flags.today"]


def test_where_no_rule_holds_nothing_is_taken():
    only = Rule("end.done", when=Has("heat", frozenset({"dry"})))
    page = State("reading.related", buttons=(Button("finish", next=(only,)),), back=None)
    moves = altered(shipped(), page).moves
    assert moves.follow("reading.related", trigger_of("finish"), Facts({"heat": frozenset({"moist"})})) is None
    assert moves.follow("reading.related", trigger_of("finish"), Facts({"heat": frozenset({"dry"})})) == only


def test_the_machine_keeps_no_model():
    assert MOVES.machine.models == []
