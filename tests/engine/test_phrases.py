"""What the built-in emergency phrases hear, what they leave alone, and that no text upsets them."""

import re
import sys
from collections import Counter
from itertools import islice, product
from pathlib import Path
from types import FrameType
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine import phrase_context as context
from bot.engine import phrase_table as table
from bot.engine.phrase_index import END, HARMLESS, MEMBERS, PATTERNS, VOCABULARY, Pattern
from bot.engine.phrases import TEXT_LIMIT, Heard, hear

FLAGS = {
    "bladder", "bowel", "saddle", "both_legs", "worse_weakness", "chest", "drowsy", "sudden_pain", "head_sudden",
    "accident", "infection", "cancer_nerves", "procedure_nerves", "burn_deep", "pregnant_bleeding", "self_harm",
}  # fmt: skip
UTTERANCES = yaml.safe_load(Path(__file__).with_name("utterances.yaml").read_text("utf-8"))
HEARD = [(text, set(flags.split())) for flags, texts in UTTERANCES["heard"].items() for text in texts.splitlines()]
QUIET = [text for texts in UTTERANCES["quiet"].values() for text in texts.splitlines()]
LOUD = [text for text, _ in HEARD]

utterances = st.sampled_from(LOUD + QUIET)
table_words = st.sampled_from(sorted(VOCABULARY | {",", ".", "...", "/", " - ", "\n", "?"}))
babble = st.lists(table_words, max_size=40).map(" ".join)


def flags_in(text: str) -> set[str]:
    heard = hear(text)
    return {*heard.flags, *({"self_harm"} if heard.crisis else ())}


# What is heard


@pytest.mark.parametrize(("text", "flags"), HEARD)
def test_an_emergency_is_heard(text: str, flags: set[str]):
    assert flags_in(text) == flags


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_talk_and_clean_denials_raise_nothing(text: str):
    assert hear(text) == Heard()


def test_self_harm_is_a_crisis_and_no_flag():
    assert hear("I want to die") == Heard(frozenset(), crisis=True)
    assert hear("I want to die and I can't pee") == Heard(frozenset({"bladder"}), crisis=True)


def test_the_tables_are_as_large_as_promised():
    of_a_flag = Counter(flag for _, flags in HEARD for flag in flags)
    assert of_a_flag.keys() == FLAGS
    assert min(of_a_flag.values()) >= 5
    assert len(set(LOUD)) == len(LOUD) >= 150
    assert len(set(QUIET)) == len(QUIET) >= 150


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("no chest pain", "no chest pain but numb between my legs"),
        ("no chest pain, fever or weakness", "no fever, chest pain"),
        ("I don't have chest pain", "I don't have chest pain anymore"),
        ("not numb down there", "not just numb down there"),
        ("no my leg is fine", "no my chest hurts"),
        ("no tengo dolor de pecho", "no, tengo dolor de pecho"),
        ("sin fiebre, dolor de pecho ni debilidad", "sin fiebre. dolor de pecho"),
        ("no tengo dolor de pecho", "ya no tengo dolor de pecho"),
        ("no se me duermen las piernas", "ya no siento las piernas"),
        ("no chest pain", "no chest pain, chest pressure"),
    ],
)
def test_a_denial_reaches_as_far_as_its_scope_and_no_farther(denied: str, said: str):
    assert not flags_in(denied)
    assert flags_in(said)


@pytest.mark.parametrize("text", ["week", "chess", "pecha", "chast", "numd", "techo", "ches pain", "can't pea"])
def test_a_short_word_must_be_exact(text: str):
    assert hear(text) == Heard()


@pytest.mark.parametrize(
    "text",
    ["I cannot breahte", "I cannot breathee", "I cannot brathe", "I cannot breatje", "I cannot breeeathe"],
)
def test_a_long_word_may_have_one_slip(text: str):
    assert flags_in(text) == {"chest"}


def test_two_slips_are_another_word():
    assert hear("I cannot braehte") == Heard()


# What makes no difference


@given(utterances)
def test_case_accents_and_final_punctuation_make_no_difference(text: str):
    apart = normalize("NFD", text)
    variants = [text.upper(), text.title(), apart, re.sub("[\u0300-\u036f]", "", apart)]
    variants += [text + end for end in (".", "!!!", " ?", "...", ",")]
    assert [hear(variant) for variant in variants] == [hear(text)] * len(variants)


@given(utterances)
def test_the_kind_of_apostrophe_makes_no_difference(text: str):
    assert {hear(text.replace("'", mark)) for mark in ("'", "’", "‘", "´", "`", "")} == {hear(text)}


@given(utterances, utterances)
def test_sentences_are_heard_each_for_itself(one: str, other: str):
    assert flags_in(f"{one}. {other}") == flags_in(one) | flags_in(other)
    assert flags_in(f"{one}\n{other}") == flags_in(one) | flags_in(other)


# Any text


@given(st.text() | babble)
@settings(max_examples=300)
def test_no_text_makes_it_fail(text: str):
    assert flags_in(text) <= FLAGS
    assert hear(text) == hear(text)


def test_what_stands_beyond_the_limit_is_not_read():
    assert hear("a " * (TEXT_LIMIT // 2 - 10) + "chest pain") == Heard(frozenset({"chest"}))
    assert hear("a " * (TEXT_LIMIT // 2) + "chest pain") == Heard()


def steps(text: str) -> int:
    """The calls of Python functions that hearing a text takes: work that does not depend on the machine."""
    calls = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        hear(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "phrase",
    [
        "cant ", "no ", "pain chest ", "no pain chest ", "no chest pain or ", "legs feel ", "feel numb ", "skin ",
        "pregnant, ", "leakjng piernqs ", "zzzz ", "a. ", "no has ", "sudden bad ", "\u0301", "ﷺ", "no , ",
    ],
)  # fmt: skip
def test_the_work_grows_with_the_text_and_not_faster(phrase: str):
    whole = (phrase * TEXT_LIMIT)[:TEXT_LIMIT]
    assert steps(whole) <= 16 * TEXT_LIMIT
    assert steps(whole * 50) <= 16 * TEXT_LIMIT


# The table


def texts_of(pattern: Pattern) -> list[str]:
    """Ways to write a phrase out."""
    members = {END: [""]}
    for words, groups in MEMBERS.items():
        for group in pattern.needs.intersection(groups):
            members.setdefault(group, []).append(" ".join(words))
    choices = [members[step.group] for step in pattern.steps]
    return [" ".join(choice) for choice in islice(product(*choices), 200)]


@pytest.mark.parametrize("flag", sorted(FLAGS))
def test_every_phrase_of_the_table_can_be_heard(flag: str):
    patterns = [pattern for some in PATTERNS.values() for pattern in some if pattern.flag == flag]
    deaf = [pattern for pattern in patterns if not any(flag in flags_in(text) for text in texts_of(pattern))]
    assert patterns
    assert [" ".join(step.group for step in pattern.steps) for pattern in deaf] == []


def test_the_table_speaks_of_the_known_flags_only():
    assert table.PHRASES.keys() == FLAGS


def test_every_group_is_used_and_every_used_group_is_there():
    used = {group for index in (PATTERNS, HARMLESS) for some in index.values() for p in some for group in p.needs}
    named = {group for group in used if group.isupper() and group.isalpha()}
    assert named - {END} == table.GROUPS.keys() | context.GROUPS.keys()
    assert not table.GROUPS.keys() & context.GROUPS.keys()
    assert named >= context.LISTABLE | table.NEGATIVE


def test_every_word_is_written_as_the_text_will_be_read():
    words = VOCABULARY | {word for words in MEMBERS for word in words}
    assert [word for word in sorted(words) if not re.fullmatch("[a-z0-9]+", word)] == []
    assert () not in MEMBERS


@pytest.mark.parametrize("groups", [table.GROUPS, context.GROUPS], ids=["table", "context"])
def test_no_group_names_a_word_twice(groups: dict[str, str]):
    twice = {
        group: [word for word, count in Counter(" ".join(w.split()) for w in words.split(",")).items() if count > 1]
        for group, words in groups.items()
    }
    assert {group: words for group, words in twice.items() if words} == {}
