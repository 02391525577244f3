"""Ways of asking that lead to one topic."""

import pytest

from bot.engine.knowledge import Knowledge, Topic, WayOfAsking
from bot.understanding.examples import Astray, astray
from bot.understanding.leading import led_to, way_led
from bot.understanding.lexicon import Lexicon
from tests.understanding.understood import topic, understanding

SWAPS = WayOfAsking("both", ("SWAPS ~ them", "first one + then"), ("language",), ("i swap them",), ("i swap beds",))
RINSES = WayOfAsking("bath", ("SWAPS ~ water", "SWAPS ~ them"), (), ("i swap the water",), ("i drink the water",))
GROUPS = {"SWAPS": ("swap", "trade places"), "BOWEL": ("teapot",)}
KNOWLEDGE = Knowledge(
    topics={"both": Topic(()), "bath": Topic(())}, asking={"swaps": SWAPS, "rinses": RINSES}, asking_groups=GROUPS
)
LEXICON = Lexicon(KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("do i swap them?", "swaps"),
        ("when i trade places with them", "swaps"),
        ("swap the water", "rinses"),
        ("swap the language and them", "rinses"),
        ("which first, one or the other? and then", None),
        ("is the first one cold? and then?", "swaps"),
        ("the first one", None),
    ],
)
def test_the_first_way_that_nothing_keeps_from_leading_counts(text: str, way: str | None):
    assert way_led(LEXICON, text) == way


def test_a_way_leads_to_its_topic():
    assert [led_to(LEXICON, text) for text in ("swap the water", "hello")] == ["bath", None]


def test_a_group_of_ways_of_asking_adds_nothing_to_what_is_heard_as_danger():
    vocabularies = [LEXICON.asking.vocabulary, LEXICON.red_flags.vocabulary, LEXICON.speller.known]
    assert ["swap" in vocabularies[0], *("teapot" in each for each in vocabularies[1:])] == [True, False, False]


def test_a_word_of_a_way_is_no_slip_of_a_word_of_danger():
    assert led_to(understanding().lexicon, "traigo una cadenita, me la quito para la bolsa?") == "heat_safety"


def test_examples_that_lead_elsewhere_are_told_with_the_way_that_led_them():
    wrong = WayOfAsking("both", ("swap ~ them",), (), ("i swap beds", "swap the water"), ("i swap them",))
    asking = {"rinses": RINSES, "wrong": wrong}
    assert astray(Knowledge(topics=KNOWLEDGE.topics, asking=asking, asking_groups=GROUPS)) == (
        Astray("wrong", "i swap beds", must=True),
        Astray("wrong", "swap the water", must=True, topic="bath", by="rinses"),
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("am i chatting with a real human or a machine", "about_bot"),
        ("can i talk to a real person", "human"),
        ("cuánto interrogatorio, ¿a qué viene?", "why_asking"),
        ("please wipe everything i told you", "privacy"),
        ("en qué colonia están", "contact"),
        ("¿y usted ya comió?", "smalltalk"),
        ("which one when i swap between them", "contrast"),
        ("ya me lo quité, cuándo me toca de nuevo", "heat_frequency"),
        ("when do i put the ice pack back on again", "cold"),
        ("can i wear my necklace with the heating pad", "heat_safety"),
        ("my dog just stole a sock", "smalltalk"),
    ],
)
def test_a_way_of_asking_decides_the_topic(text: str, meant: str):
    assert topic(text) == meant
