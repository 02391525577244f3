"""A library is built once per version of the files, holds no conversation, and remembers what comes up again."""

import pytest

from bot.engine.conditions import Facts, Has
from bot.engine.dialog import Choice, Rule, State
from tests.engine.talk import altered, bilingual, shipped

DRY = Has("heat", frozenset({"dry"}))


def test_a_condition_holds_for_the_facts_that_it_names():
    facts = [Facts({"heat": frozenset({kind})}) for kind in ("dry", "moist")]
    assert [shipped().holds(DRY, known) for known in (*facts, Facts({}))] == [True, False, False]


def test_no_condition_holds_always():
    assert shipped().holds(None, Facts({}))


def test_texts_of_a_language_that_is_gone_are_those_of_the_first():
    assert [bilingual().catalog(lang).lang for lang in ("es", "en", "fr")] == ["es", "en", "en"]


def test_languages_come_in_the_order_of_the_catalogs():
    assert bilingual().languages == ("en", "es")


def test_every_option_has_its_page():
    pages = {
        option: f"alternatives.{option}"
        for option in ("moist_heat", "contrast", "cold", "creams", "mind_body", "breathing", "stretching", "tens")
    }
    assert shipped().page_of == pages


def test_dry_heat_has_no_page():
    assert "dry_heat" not in shipped().page_of


def test_options_inside_another_one_come_in_order():
    inner = [shipped().options_of(group) for group in ("mind_body", "cold")]
    assert inner == [("breathing", "stretching", "tens"), ()]


@pytest.mark.parametrize(
    ("option", "questions"),
    [
        ("moist_heat", set()),
        ("mind_body", set()),
        ("breathing", set()),
        ("cold", {"cold_allergy"}),
        ("contrast", {"cold_allergy"}),
        ("creams", {"thinner_liver", "cream_allergy", "epilepsy"}),
        ("stretching", {"weak_bones"}),
        ("tens", {"implant", "epilepsy", "cream_allergy"}),
    ],
)
def test_a_card_waits_for_the_questions_beside_the_path_that_could_close_it(option: str, questions: set[str]):
    """The table of logic.md 5.5."""
    assert shipped().open_questions(option, frozenset()) == {("precautions", value) for value in questions}


def test_a_question_that_was_asked_is_not_open():
    asked = frozenset({("precautions", "epilepsy"), ("precautions", "implant")})
    assert shipped().open_questions("tens", asked) == {("precautions", "cream_allergy")}


def test_what_is_no_option_has_no_open_questions():
    assert shipped().open_questions("dry_heat", frozenset()) == set()


def test_a_page_for_dry_heat_would_wait_for_nothing_of_its_own():
    page = State("alternatives.dry_heat", option="dry_heat")
    asks = State("precautions.for_dry", "one", (Choice("yes", (("precautions", "heart"),)),), next=(Rule("end.done"),))
    assert altered(shipped(), page, asks).side_needs["dry_heat"] == set()


def test_the_same_answers_are_worked_out_once():
    library = altered(shipped())
    answers = (("red_flags.nerves", ("none",)),)
    assert library.stand(answers) is library.stand((("red_flags.nerves", ("none",)),))
    assert library.stand.cache_info().hits == 1


def test_a_condition_is_compiled_once():
    library = altered(shipped())
    for _ in range(3):
        library.holds(DRY, Facts({}))
    assert list(library._tests) == [id(DRY)]
