"""Why a call was not taken, over real HTTP: each answer and each break becomes the error that says what to do next."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.channels.errors import Blocked, Disowned, InDoubt, Malformed, Refused, SendError, Throttled, Unreached
from bot.channels.telegram.client import Client
from bot.channels.telegram.failures import REASONS, Conflict

TOKEN = "123456:SECRET-of-the-bot"
WORDS = "I can't pee"
FIELDS = {"chat_id": 7, "text": WORDS}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[Client]:
    """A client of a server that answers everything in one way."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    client = Client(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}/")
    await client.open()
    try:
        yield client
    finally:
        await client.close()
        await runner.cleanup()


def saying(status: int, body: str | dict[str, Any]) -> Answer:
    async def answer(request: web.Request) -> web.Response:
        await request.read()
        text = body if isinstance(body, str) else json.dumps(body)
        return web.Response(status=status, text=text, content_type="application/json")

    return answer


def refusal(status: int, description: str, **more: Any) -> tuple[int, dict[str, Any]]:
    return status, {"ok": False, "error_code": status, "description": description, **more}


async def failed(client: Client, patience: float | None = None) -> SendError:
    with pytest.raises(SendError) as caught:
        await client.call("sendMessage", FIELDS, patience)
    error = caught.value
    for chained in (error, error.__cause__, error.__context__):
        assert TOKEN not in repr(chained)
        assert WORDS not in repr(chained)
    return error


REFUSALS: list[tuple[tuple[int, str | dict[str, Any]], type[SendError]]] = [
    (refusal(400, f"Bad Request: can't parse entities: Unsupported start tag \"{WORDS}\" at byte offset 0"), Malformed),
    (refusal(400, "Bad Request: can't find end tag corresponding to start tag \"b\""), Malformed),
    (refusal(400, "Bad Request: chat not found"), Blocked),
    (refusal(400, "Bad Request: PEER_ID_INVALID"), Blocked),
    (refusal(400, "Bad Request: message to edit not found"), Refused),
    (refusal(400, "Bad Request: message can't be edited"), Refused),
    (refusal(400, "Bad Request: message is too long"), Refused),
    (refusal(400, f"Bad Request: of another kind, with {WORDS}"), Refused),
    (refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters={"migrate_to_chat_id": -1}),
     Refused),
    (refusal(401, "Unauthorized"), Disowned),
    (refusal(403, "Forbidden: bot was blocked by the user"), Blocked),
    (refusal(403, "Forbidden: user is deactivated"), Blocked),
    (refusal(403, "Forbidden: bot was kicked from the group chat"), Blocked),
    (refusal(404, "Not Found"), Disowned),
    (refusal(408, "Request Timeout"), Unreached),
    (refusal(409, "Conflict: terminated by other getUpdates request"), Conflict),
    (refusal(413, "Request Entity Too Large"), Refused),
    (refusal(418, "I'm a teapot"), Refused),
    (refusal(500, "Internal Server Error"), Unreached),
    (refusal(501, "Method not implemented", parameters={"reason": "method_not_implemented"}), Refused),
    (refusal(502, "Bad Gateway"), Unreached),
    (refusal(503, "chat not found"), Unreached),
    ((302, ""), Unreached),
    ((400, "<html>400 The plain HTTP request was sent to HTTPS port</html>"), Unreached),
    ((401, "<html>nginx</html>"), Disowned),
    ((403, f"<html>a firewall, and {WORDS}</html>"), Unreached),
    ((404, ""), Disowned),
    ((404, "[]"), Disowned),
    ((409, "not json"), Unreached),
    ((500, "<html>nginx</html>"), Unreached),
    ((502, f"<html>bad gateway, {WORDS}</html>"), Unreached),
    ((599, '{"description": 5}'), Unreached),
    ((200, f"<html>{WORDS}</html>"), InDoubt),
    ((200, ""), InDoubt),
    ((200, "[]"), InDoubt),
    ((200, '{"ok": true}'), InDoubt),
    ((200, "[" * 100_000), InDoubt),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "kind"), REFUSALS, ids=lambda value: str(value)[:60])
async def test_an_answer_without_a_result_is_the_error_it_means(
    answer: tuple[int, str | dict[str, Any]], kind: type[SendError]
) -> None:
    async with serving(saying(*answer)) as client:
        error = await failed(client)
    assert type(error) is kind


@pytest.mark.parametrize(("status", "body"), [(200, f"<html>{WORDS}</html>"), (502, WORDS), (500, f'"{WORDS}')])
async def test_the_words_of_a_broken_answer_are_not_logged(
    status: int, body: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(saying(status, body)) as client:
        await failed(client)
    assert WORDS not in caplog.text


@pytest.mark.parametrize("reason", REASONS)
async def test_an_error_repeats_only_words_of_the_platforms_own(reason: str) -> None:
    async with serving(saying(*refusal(400, f"Bad Request: {reason.upper()}: {WORDS}"))) as client:
        error = await failed(client)
    assert (type(error), str(error)) == (REASONS[reason], f"status 400: {reason}")


@pytest.mark.parametrize(
    ("status", "body", "seconds"),
    [
        (*refusal(429, "Too Many Requests: retry after 7", parameters={"retry_after": 7}), 7),
        (*refusal(429, "Too Many Requests", parameters={"retry_after": 1.5}), 1.5),
        (*refusal(429, "Too Many Requests", parameters={"retry_after": 0}), 1),
        (*refusal(429, "Too Many Requests", parameters={"retry_after": "soon"}), 1),
        (*refusal(429, "Too Many Requests", parameters={}), 1),
        (*refusal(429, "Too Many Requests"), 1),
        (*refusal(429, "Too Many Requests", parameters=5), 1),
        (429, "<html>nginx</html>", 1),
        (*refusal(400, "Bad Request: slow down", parameters={"retry_after": 3}), 3),
    ],
)
async def test_too_many_calls_rest_as_long_as_the_server_says(status: int, body: Any, seconds: float) -> None:
    async with serving(saying(status, body)) as client:
        error = await failed(client)
    assert isinstance(error, Throttled)
    assert error.retry_after == seconds


async def test_a_message_that_is_as_it_should_be_is_no_error() -> None:
    body = refusal(400, "Bad Request: message is not modified: specified new message content and reply markup are …")
    async with serving(saying(*body)) as client:
        assert await client.call("editMessageReplyMarkup", {"chat_id": 7, "message_id": 5}) is True


@pytest.mark.parametrize("result", [True, {"message_id": 5}, [], None])
async def test_a_result_is_given_as_it_came(result: Any) -> None:
    async with serving(saying(200, {"ok": True, "result": result})) as client:
        assert await client.call("sendMessage", FIELDS) == result


# What breaks on the way


async def _reset(request: web.Request) -> web.Response:
    await request.read()
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _hang(request: web.Request) -> web.Response:
    await request.read()
    await asyncio.sleep(60)
    return web.Response()


async def _half(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok": true, "res')
    assert request.transport is not None
    request.transport.abort()
    return response


@pytest.mark.parametrize("answer", [_reset, _hang, _half])
async def test_a_call_that_left_and_was_not_answered_is_in_doubt(answer: Answer) -> None:
    async with serving(answer) as client:
        assert type(await failed(client, patience=0.3)) is InDoubt


async def test_a_server_that_talks_something_else_leaves_a_doubt() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"220 mail.example.org ESMTP\r\n")
        writer.close()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        client = Client(TOKEN, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        assert type(await failed(client)) is InDoubt
        await client.close()


@pytest.mark.parametrize(
    "root", ["http://127.0.0.1:{port}", "127.0.0.1:{port}", "ftp://127.0.0.1", "http://:99999999", "http://\x00"]
)
async def test_a_server_that_cannot_be_reached_has_taken_nothing(root: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        client = Client(TOKEN, root.format(port=closed.getsockname()[1]))
        assert type(await failed(client)) is Unreached
        await client.close()


async def test_a_call_for_which_there_is_no_connection_free_has_not_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.client.CONNECTIONS", 1)
    monkeypatch.setattr("bot.channels.telegram.client.POOL", 0.1)
    async with serving(_hang) as client:
        first = asyncio.create_task(failed(client, patience=1))
        await asyncio.sleep(0.2)
        assert type(await failed(client)) is Unreached
        assert type(await first) is InDoubt


async def test_a_poll_keeps_no_call_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.client.CONNECTIONS", 1)

    async def answer(request: web.Request) -> web.Response:
        if request.path.endswith("getUpdates"):
            await asyncio.sleep(60)
        return web.json_response({"ok": True, "result": True})

    async with serving(answer) as client:
        poll = asyncio.create_task(client.call("getUpdates", {"timeout": 30}))
        await asyncio.sleep(0.1)
        assert await client.call("sendMessage", FIELDS) is True
        poll.cancel()
        await asyncio.gather(poll, return_exceptions=True)


async def test_a_poll_may_take_as_long_as_it_was_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.client.READ", 0.1)
    monkeypatch.setattr("bot.channels.telegram.client.GRACE", 0.2)

    async def answer(request: web.Request) -> web.Response:
        await asyncio.sleep(0.5)
        return web.json_response({"ok": True, "result": []})

    async with serving(answer) as client:
        assert await client.call("getUpdates", {"timeout": 1}) == []
        with pytest.raises(InDoubt):
            await client.call("getUpdates", {"timeout": 0})


async def test_a_proxy_of_the_environment_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with serving(saying(200, {"ok": True, "result": True})) as client:
        assert await client.call("getMe", {}) is True


async def test_the_fields_arrive_as_they_were_given() -> None:
    seen: list[tuple[str, dict[str, Any]]] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append((request.path, dict(await request.post())))
        return web.json_response({"ok": True, "result": True})

    async with serving(answer) as client:
        await client.call("sendMessage", {**FIELDS, "text": "[1] é 😀 &", "reply_markup": {"inline_keyboard": []}})
    assert seen == [
        (
            f"/bot{TOKEN}/sendMessage",
            {"chat_id": "7", "text": "[1] é 😀 &", "reply_markup": '{"inline_keyboard": []}'},
        )
    ]
