"""One process of the real yaml-language-server for all tests of what staff see in an editor."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.editor import SHIPPED, Editor
from tests.editor.server import Server

PROGRAM = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
INSTALL = "npm ci --prefix tests/editor"


def missing() -> str:
    """Why the server cannot run here; nothing if it can."""
    if shutil.which("node") is None:
        return f"there is no node here. Install Node.js 18 or later, then: {INSTALL}"
    return "" if PROGRAM.exists() else f"the yaml-language-server is not installed. Install it with: {INSTALL}"


@pytest.fixture(scope="session")
def editor() -> Iterator[Editor]:
    """An editor with nothing open. Skips where there is no server, unless every service is required."""
    why = missing()
    if why and os.environ.get("HEATWISE_REQUIRE_SERVICES"):
        pytest.fail(why)
    elif why:
        pytest.skip(why)
    with Server(PROGRAM, SHIPPED) as server:
        yield Editor(server)
