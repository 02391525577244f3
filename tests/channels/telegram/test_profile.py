"""What is seen before the first message: descriptions and menu in each language, and no start that fails for them."""

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from bot.channels.errors import Disowned, Refused, SendError, Throttled, Unreached
from bot.channels.telegram.profile import introduce, introductions
from bot.engine.catalog import Catalog, template
from tests.channels.telegram.facts import check
from tests.engine.talk import fact, shipped


def catalog(lang: str, **texts: str) -> Catalog:
    told = {
        "profile.description": f"{lang}: On {{channel.name}} from {{clinic.name}}.",
        "profile.short_description": f"{lang}: short",
        "profile.menu.emergency": f"{lang}: the number to call",
        "profile.menu.help": f"{lang}: what I can do",
        **texts,
    }
    english = shipped().catalog("en")
    return replace(english, lang=lang, texts={key: template(text) for key, text in told.items()})


def expected(lang: str, **code: str) -> list[tuple[str, dict[str, Any]]]:
    menu = [
        {"command": "emergency", "description": f"{lang}: the number to call"},
        {"command": "help", "description": f"{lang}: what I can do"},
    ]
    return [
        ("setMyCommands", {"commands": menu, **code}),
        ("setMyDescription", {"description": f"{lang}: On Telegram from {fact('clinic.name')}.", **code}),
        ("setMyShortDescription", {"short_description": f"{lang}: short", **code}),
    ]


def by_method(calls: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    return sorted(calls, key=lambda call: (call[0], call[1].get("language_code", "")))


def test_each_language_is_introduced_and_the_first_one_to_everybody_else() -> None:
    calls = list(introductions([catalog("en"), catalog("es")], "Telegram"))
    assert by_method(calls) == by_method(
        [*expected("en"), *expected("en", language_code="en"), *expected("es", language_code="es")]
    )
    for method, fields in calls:
        check(method, fields)


def test_texts_that_are_too_long_are_cut() -> None:
    texts = {f"profile.{name}": "x" * 600 for name in ("description", "short_description", "menu.help")}
    for method, fields in introductions([catalog("en", **texts)], "Telegram"):
        check(method, fields)


class Server:
    """Takes calls, or raises what it is told to."""

    def __init__(self, **errors: SendError) -> None:
        self.errors = errors
        self.calls: list[str] = []
        self.logged: list[tuple[str, dict[str, object]]] = []

    async def call(self, method: str, fields: Mapping[str, Any], patience: float | None = None) -> Any:
        self.calls.append(method)
        if method in self.errors:
            raise self.errors[method]

    def log(self, event: str, **fields: object) -> None:
        self.logged.append((event, fields))


async def introduced(server: Server) -> Server:
    await introduce(server.call, [catalog("en"), catalog("es")], "Telegram", server.log)
    return server


async def test_what_the_server_takes_is_set_and_nothing_is_told() -> None:
    server = await introduced(Server())
    assert (len(server.calls), server.logged) == (9, [])


async def test_what_the_server_refuses_is_told_and_the_rest_is_set() -> None:
    server = await introduced(Server(setMyDescription=Refused("status 501")))
    told = {"method": "setMyDescription", "why": "status 501"}
    assert len(server.calls) == 9
    assert server.logged == [("profile_refused", {**told, "lang": lang}) for lang in ("", "en", "es")]


@pytest.mark.parametrize("error", [Unreached("ConnectError"), Disowned("status 401"), Throttled(30)])
async def test_a_server_that_cannot_take_it_now_is_not_asked_for_more(error: SendError) -> None:
    server = await introduced(Server(setMyCommands=error))
    assert server.calls == ["setMyCommands"]
    assert server.logged == [("profile_refused", {"method": "setMyCommands", "lang": "", "why": str(error)})]
