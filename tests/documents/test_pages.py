"""The pages are valid, need nothing from outside, lead somewhere, and hold every rule and text just once."""

import re
from collections import Counter
from itertools import chain, pairwise

import pytest

from bot.documents.hazards import OPEN
from bot.documents.properties import read_file
from tests.documents.made import SAFETY, ids, library, links, made, named, pages, project, tree

every_page = pytest.mark.parametrize("name", pages())
every_language = pytest.mark.parametrize("lang", library().languages)


@every_page
def test_a_page_is_valid_and_says_its_language(name: str):
    assert tree(name).get("lang") == "en"


@every_page
def test_no_two_things_of_a_page_have_the_same_id(name: str):
    assert [id for id, count in Counter(ids(name)).items() if count > 1] == []


@every_page
def test_a_page_needs_nothing_from_outside(name: str):
    assert [link for link in links(name) if ":" in link] == []
    assert re.findall(r"<(?:script|link|img|iframe)\b|@import|url\(", made()[name]) == []


@every_page
def test_every_link_leads_somewhere(name: str):
    def there(link: str) -> bool:
        page, _, part = link.partition("#")
        page = page or name
        return page in made() and (not part or part in ids(page))

    assert [link for link in links(name) if not there(link)] == []


@every_page
def test_every_table_with_columns_names_them_and_headings_leave_no_level_out(name: str):
    headless = [
        table for table in tree(name).iter("table") if table.find("thead") is None and table.find(".//th") is None
    ]
    levels = [int(element.tag[1]) for element in tree(name).iter() if element.tag in ("h1", "h2", "h3")]
    assert (headless, [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]) == ([], [])


@every_page
def test_a_page_says_that_no_clinician_has_reviewed_it(name: str):
    assert "No clinician has reviewed" in made()[name]


def test_every_page_is_on_the_first_one():
    linked = {link.partition("#")[0] for link in links("index.html")}
    assert {*pages(), "hazards.csv"} - {"index.html"} <= linked


def test_every_rule_stands_once_in_its_table():
    tables = library().source.tables
    by_table = {
        "tier": tables.tier, "pattern": tables.pattern, "order": tables.order, "to_the_front": tables.to_the_front,
        "levels": tables.levels, "dry_heat_result": tables.dry_heat, "check_in": tables.check_in,
    }  # fmt: skip
    rules = [f"{table}-{rule.id}" for table, found in by_table.items() for rule in found]
    assert sorted(named("decisions.html", "rule-")) == sorted(rules)


def test_every_value_of_every_answer_stands_once():
    inputs = library().source.tables.inputs
    assert sorted(named("decisions.html", "value-")) == sorted(
        f"{name}-{v}" for name in inputs for v in inputs[name].values
    )


def test_a_rule_says_its_level_in_words_beside_its_colour():
    row = next(element for element in tree("decisions.html").iter("tr") if element.get("id") == "rule-levels-age65")
    cells = {cell.get("data-name"): (cell.get("class"), "".join(cell.itertext())) for cell in row.iter("td")}
    assert cells["moist_heat"] == ("level level-caution", "with care its caution")
    assert "cuidado" in "".join(row.itertext()) or "65" in cells["When"][1]


@every_language
def test_every_text_and_every_label_stands_once_on_the_review_sheet(lang: str):
    words = project()[1].words[lang]
    page = f"review-{lang}.html"
    assert sorted(named(page, "text-")) == sorted(words.origins)
    assert sorted(named(page, "label-")) == sorted(words.line_origins)
    assert sorted(named(page, "fact-")) == sorted(library().catalogs[lang].facts)


@every_language
def test_every_text_has_a_box_for_remarks(lang: str):
    rows = [row for row in tree(f"review-{lang}.html").iter("tr") if (row.get("id") or "").startswith("text-")]
    assert [row.get("id") for row in rows if sum(cell.get("class") == "box" for cell in row.iter("div")) != 1] == []


@every_language
def test_the_signature_is_empty(lang: str):
    signed = [table for table in tree(f"review-{lang}.html").iter("table") if "sign" in (table.get("class") or "")]
    cells = chain.from_iterable(table.iter("td") for table in signed)
    assert (len(signed), {"".join(cell.itertext()).strip() for cell in cells}) == (1 if lang == "en" else 2, {""})


def test_every_property_and_every_open_hazard_stands_once_in_the_log():
    rows = [row.get("id") for row in tree("hazards.html").iter("tr") if row.get("id")]
    assert rows == [*(found.id for found in read_file(SAFETY)), *(found.id for found in OPEN)]
