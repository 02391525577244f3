"""A rule that takes another one back is found."""

from msgspec.structs import replace

from bot.engine.conditions import All, Has, Not
from bot.engine.library import Library
from bot.verify.milder import milder
from tests.engine.talk import shipped


def test_no_answer_more_makes_anything_milder():
    assert list(milder(shipped())) == []


def test_an_answer_that_takes_a_ban_back_is_told():
    library = shipped()
    numb, patch = (Has("precautions", frozenset({value})) for value in ("numb_skin", "medicine_patch"))
    levels = tuple(
        replace(rule, when=All((numb, Not(patch)))) if rule.id == "numb_skin" else rule
        for rule in library.source.tables.levels
    )
    edited = Library(replace(library.source, tables=replace(library.source.tables, levels=levels)))
    found = {name for name, _, more in milder(edited) if "medicine_patch" in more["precautions"]}
    assert "creams" in found
