"""Topics by the examples that staff wrote: rare words vote, the nearest example speaks for its own."""

from bot.engine.knowledge import Topic
from bot.understanding.likeness import Likeness, features

TOPICS = {
    "ice": Topic(("ice && long",), asked=("how do i use an ice pack", "is ice good for me", "cómo uso el hielo")),
    "ice_safety": Topic((), asked=("can ice hurt me", "is ice safe for my skin")),
    "pills": Topic((), asked=("which pill is best for me", "can i take an aspirin", "qué pastilla es mejor")),
}
LIKENESS = Likeness(TOPICS)


def likest(text: str) -> str:
    return LIKENESS.of(text)[0][0]


def test_the_topic_of_the_nearest_example_is_the_likest():
    assert [likest("could I use ice packs?"), likest("¿qué pastillas me tomo?")] == ["ice", "pills"]


def test_an_example_itself_is_more_like_than_anything_else():
    assert max(like for _, like in LIKENESS.of("can i take an aspirin")) == LIKENESS.of("can i take an aspirin")[0][1]


def test_a_text_without_a_known_word_is_like_nothing():
    assert LIKENESS.of("zebra xylophone") == []


def test_a_mistyped_word_counts_as_the_word_that_was_meant():
    assert LIKENESS.of("asprin", {"asprin": "aspirin"}.__getitem__)[0][0] == "pills"


def test_a_small_word_is_nobodys_own():
    assert LIKENESS.own("aspirin", "pills") > LIKENESS.own("me", "pills")


def test_the_same_text_is_always_as_like():
    assert LIKENESS.of("is ice good for my skin") == Likeness(TOPICS).of("is ice good for my skin")


def test_endings_do_not_matter():
    assert features("hormiguitas quemando") == features("hormigas quema")
