"""No library writes a line of its own, whatever it has to say; that it had something to say can be told."""

import json
import logging
import warnings
from collections.abc import Iterator
from io import StringIO

import httpx
import pytest

from bot.logs.libraries import NOISY, hush_libraries
from bot.logs.writing import make_log

CANARY = "POST https://api.telegram.org/bot123:TOKEN/sendMessage my leg is numb"


@pytest.fixture
def stream() -> Iterator[StringIO]:
    """Where the log goes; afterwards logging is as it was."""
    root, stream = logging.getLogger(), StringIO()
    before = list(root.handlers)
    hush_libraries(make_log(stream))
    yield stream
    root.handlers = before
    logging.captureWarnings(False)


@pytest.mark.parametrize("name", [*NOISY, *(f"{name}.child" for name in NOISY)])
def test_those_that_talk_in_ordinary_work_are_silent(name: str, stream: StringIO, capsys: pytest.CaptureFixture[str]):
    logging.getLogger(name).critical(CANARY)
    assert (stream.getvalue(), *capsys.readouterr()) == ("", "", "")


@pytest.mark.parametrize(("name", "told"), [("alembic.runtime", "alembic"), ("Ann Canary", "another"), ("", "another")])
def test_others_are_named_and_their_words_left_out(
    name: str, told: str, stream: StringIO, capsys: pytest.CaptureFixture[str]
):
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger(name).exception(CANARY, extra={"body": CANARY})
    line = json.loads(stream.getvalue())
    assert (line["event"], line["library"]) == ("library_complains", told)
    assert "TOKEN" not in stream.getvalue()
    assert "numb" not in stream.getvalue()
    assert (*capsys.readouterr(),) == ("", "")


def test_what_is_not_a_complaint_is_not_told(stream: StringIO):
    logging.getLogger("alembic").info(CANARY)
    assert stream.getvalue() == ""


def test_warnings_of_python_are_named_and_their_words_left_out(
    stream: StringIO, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)  # pytest has put its own in between
        logging.captureWarnings(True)
        warnings.warn(CANARY, UserWarning, stacklevel=1)
        logging.captureWarnings(False)
    assert json.loads(stream.getvalue())["library"] == "py"
    assert "numb" not in stream.getvalue()
    assert (*capsys.readouterr(),) == ("", "")


async def test_a_real_request_of_the_library_that_logs_addresses_leaves_no_line(
    stream: StringIO, capsys: pytest.CaptureFixture[str]
):
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.ConnectError):
            await client.get("http://127.0.0.1:9/bot123:TOKEN/getMe")
    assert (stream.getvalue(), *capsys.readouterr()) == ("", "", "")


def test_hushing_twice_tells_once(stream: StringIO):
    again = StringIO()
    hush_libraries(make_log(again))
    logging.getLogger("alembic").warning("x")
    assert stream.getvalue() == ""
    assert len(again.getvalue().splitlines()) == 1
