"""Which topic concepts tell together."""

import pytest

from bot.understanding.telling import raise_told, told_by


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("can i use a bag of frozen berries", "cold"),
        ("twenty minutes or thirty?", "heat_duration"),
        ("i left it on for the whole movie", "heat_duration"),
        ("anything else, i do not want to rub creams", "mind_body"),
        ("aparte de pomadas, ¿qué más hay?", "mind_body"),
        ("is it going to rain?", "offtopic"),
        ("¿cómo cocino el mole?", "offtopic"),
        ("is it so", ""),
    ],
)
def test_concepts_tell_a_topic(text: str, topic: str):
    assert told_by(text) == topic


def test_a_topic_that_the_project_does_not_have_is_not_raised():
    likely = {"other": 0.2}
    raise_told("can i use a bag of frozen berries", likely, ("other",))
    assert likely == {"other": 0.2}
