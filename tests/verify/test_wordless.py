"""Without its wording, a project is explored in the same way, session by session."""

import gc

from msgspec.structs import replace

from bot.authoring.properties import Properties
from bot.engine.library import Library
from bot.engine.session import Session
from bot.verify.explore import Explorer
from bot.verify.wordless import WORDS, wordless
from tests.engine.talk import shipped
from tests.verify.test_explore import properties

FEW = 25
"""So many sessions are tried from."""


def explored(library: Library, watched: Properties) -> Explorer:
    """All that can be done in the first few sessions."""
    explorer, left = Explorer(library, watched, ("moist_heat",)), iter(range(FEW))
    explorer.enough = lambda: next(left, None) is None
    explorer.run()
    return explorer


def bare(session: Session) -> Session:
    """Without the prints of its questions: their words are among them."""
    return replace(session, prints=b"")


def test_an_exploration_without_words_tries_the_same_sessions():
    worded, bared = (explored(library, properties()) for library in (shipped(), wordless(shipped())))
    assert [bare(node.session) for node in bared.nodes] == [bare(node.session) for node in worded.nodes]
    assert [node.memory for node in bared.nodes] == [node.memory for node in worded.nodes]
    assert (bared.edges, bared.reached, bared.found) == (worded.edges, worded.reached, worded.found)


def test_a_text_keeps_its_key_and_a_button_its_label():
    english, bared = shipped().catalog("en"), wordless(shipped()).catalog("en")
    assert (bared.bubbles, bared.lines, bared.words) == (english.bubbles, english.lines, english.words)
    assert bared.text("option.moist_heat") == english.text("option.moist_heat")
    assert bared.texts[english.bubbles["command.help"][0]] == WORDS


def test_an_exploration_leaves_nothing_for_the_garbage_collector():
    """`bot.verify.prove` switches it off: what is not needed any more must go by itself."""
    explored(wordless(shipped()), properties())
    gc.collect()
    gc.disable()
    explorer = explored(wordless(shipped()), properties())
    left = gc.collect()
    gc.enable()
    assert explorer.tried > 0
    assert left == 0
