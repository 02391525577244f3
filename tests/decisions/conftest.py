"""The decider of the shipped project, read once."""

import pytest

from bot.authoring.project import load
from bot.engine.decisions import Decider
from bot.settings import find_project


@pytest.fixture(scope="session")
def decider() -> Decider:
    library = load(find_project()).library
    assert library is not None
    return library.decider
