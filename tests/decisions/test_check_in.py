"""Every answer to a check-in comes to what the clinical logic says, in the rules and on the way there."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations, product

import pytest
from msgspec.structs import replace

from bot.engine import safety
from bot.engine.events import TimerFired
from bot.engine.session import Score
from tests.decisions.check_in import BETTER, FLAGS, MUCH_WORSE, SAME, WORSE, Comes, Told, outcome
from tests.engine.talk import HOUR, NOW, Talk

SKINS = ("normal", "fades", "still_red", "blister", "unsure")
USUAL = ("yes", "no", "unsure")
SCORES = tuple(range(11))
WORDS = (BETTER, SAME, WORSE, MUCH_WORSE)
TAKEN_OVER = {safety.EMERGENCY: "emergency", safety.SAME_DAY: "same_day"}
NOTHING_SAID = ("check_in.result", "check_in.result.picture")


@cache
def opened() -> Talk:
    """A check-in that was written, opened at its list."""
    talk = Talk(now=NOW + 4 * HOUR).check().press("moist_heat", "check_in", "hours_2", "skip").wait(2 * HOUR)
    return talk.send(TimerFired(safety.JOB)).press("go_on")


def after(talk: Talk, *presses: str) -> Talk:
    """The same conversation, some buttons later."""
    later = Talk(talk.library, talk.session, talk.now)
    later.shown = talk.shown
    return later.press(*presses)


def given(before: int | None, second: bool) -> Talk:
    """With this pain when it was agreed to, in the first or the second try without a change."""
    job = opened().session.check_in
    assert job is not None
    score = None if before is None else Score(NOW, before)
    talk = after(opened())
    talk.session = replace(talk.session, check_in=replace(job, before=score), unchanged=int(second))
    return talk


def comes(talk: Talk) -> Comes:
    if talk.place in TAKEN_OVER:
        assert TAKEN_OVER[talk.place] == talk.tier
        return Comes(talk.tier)
    assert talk.place == safety.CHECK_IN_RESULT
    says = (text.rpartition(".")[2] for text in talk.texts if text not in NOTHING_SAID)
    return Comes(talk.tier, frozenset(says))


TICKED = tuple(chain.from_iterable(combinations(FLAGS, size) for size in range(1, len(FLAGS) + 1)))


@pytest.mark.parametrize("ticked", TICKED, ids="+".join)
def test_red_flags_take_over_before_anything_else_is_asked(ticked: tuple[str, ...]):
    talk = after(opened()).tick(*ticked).press("done")
    assert comes(talk) == outcome(Told(frozenset(ticked)))


def with_scores(before: int | None, second: bool) -> Iterator[tuple[Told, Talk]]:
    """Each score with what follows it; without one before, scores are not asked."""
    asked = after(given(before, second), "none")
    for now in SCORES:
        scored = after(asked, str(now))
        usual = USUAL if now >= 9 else (None,)
        for answer in usual:
            yield (
                Told(before=before, now=now, usual=answer, second=second),
                after(scored, *([answer] if answer else [])),
            )


def in_words(second: bool) -> Iterator[tuple[Told, Talk]]:
    asked = after(given(None, second), "none")
    for now in WORDS:
        yield Told(now=now, second=second), after(asked, now)


def with_skin(told: Told, talk: Talk) -> Iterator[tuple[Told, Comes]]:
    """What is urgent already is not asked about the skin."""
    if talk.place in TAKEN_OVER:
        yield told, comes(talk)
        return
    for skin in SKINS:
        yield told._replace(skin=skin), comes(after(talk, skin))


@pytest.mark.parametrize(("before", "second"), tuple(product(SCORES, (False, True))))
def test_every_score_before_and_after_with_every_skin(before: int, second: bool):
    found = [pair for way in with_scores(before, second) for pair in with_skin(*way)]
    assert [comes for _, comes in found] == [outcome(told) for told, _ in found]
    assert len(found) == 9 * 5 + 2 * (5 + 2)


@pytest.mark.parametrize("second", [False, True])
def test_every_answer_in_words_with_every_skin(second: bool):
    found = [pair for way in in_words(second) for pair in with_skin(*way)]
    assert [comes for _, comes in found] == [outcome(told) for told, _ in found]
    assert len(found) == 3 * 5 + 1


def test_what_was_tried_is_closed_exactly_where_the_pain_is_worse():
    for before, now in product(SCORES, SCORES):
        way = ("no",) if now >= 9 else ()
        talk = after(given(before, False), "none", str(now), *way, "normal")
        assert talk.session.stopped == (("moist_heat",) if now - before >= 2 else ())


BEFORE = tuple((before, usual) for before in SCORES for usual in (USUAL if before >= 9 else (None,)))


@pytest.mark.parametrize(("before", "usual"), BEFORE)
def test_much_pain_when_it_is_agreed_to_counts_as_it_does_later(before: int, usual: str | None):
    """C4 and C5 also hold for the score when the check-in is set."""
    talk = Talk(now=NOW + 4 * HOUR).check().press("moist_heat", "check_in", "hours_2", str(before))
    talk.press(*([usual] if usual else []))
    expected = {"no": "book_soon", None: "self_care"}.get(usual, "same_day")
    assert (talk.tier, talk.session.check_in is None) == (expected, expected == "same_day")
    assert ("check_in.result.high_pain" in talk.texts) is (usual == "no")
