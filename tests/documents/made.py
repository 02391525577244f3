"""The shipped project and its documents, made once for all tests of this folder."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import html5lib

from bot.authoring.parts import Parts
from bot.authoring.project import load
from bot.documents.folder import Given, documents
from bot.documents.hazards import Proof, Result
from bot.documents.properties import read_file
from bot.engine.library import Library
from bot.settings import find_project

SAFETY = Path(__file__).parent / "safety.yaml"
COUNTEREXAMPLE = ["you › /start", "bot › <b>Moist heat</b>"]
PROOF = Proof(
    (Result("SP1", True, 1.25), Result("SP7", False, 2.0, COUNTEREXAMPLE)),
    configurations=300_000,
    combinations=4_800_000,
)
TESTS = {"SP1": ["tests/conversations/emergency/saddle.yaml"]}


@cache
def project() -> tuple[Library, Parts]:
    loaded = load(find_project())
    assert loaded.library is not None
    return loaded.library, loaded.parts


def library() -> Library:
    return project()[0]


@cache
def made() -> dict[str, str]:
    """Every file of the folder."""
    return dict(documents(*project(), Given(read_file(SAFETY), PROOF, TESTS)))


@cache
def tree(name: str) -> ElementTree.Element:
    """A page, read as strictly as a validator reads it."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(made()[name])


def pages() -> list[str]:
    return [name for name in made() if name.endswith(".html")]


def ids(name: str) -> list[str]:
    return [element.get("id", "") for element in tree(name).iter() if element.get("id")]


def named(name: str, prefix: str) -> list[str]:
    """The ids of a page that begin like this, without the beginning."""
    return [id.removeprefix(prefix) for id in ids(name) if id.startswith(prefix)]


def links(name: str) -> Iterator[str]:
    for element in tree(name).iter():
        for attribute, value in element.attrib.items():
            if str(attribute).endswith(("href", "src")):
                yield value
