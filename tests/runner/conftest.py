"""A clinic's office with a mail server that is up."""

from collections.abc import AsyncIterator

import pytest

from tests.runner.office import Office
from tests.runner.postbox import Postbox


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    box = await Postbox().up()
    yield Office(box)
    await box.down()
