"""What a person sets for Telegram: a wrong value is told by its name, with what to do, and never shown if secret."""

import pytest

from bot.channels.telegram.setup import API_URL, TelegramSetup, Webhook, read_setup

TOKEN, URL = "HEATWISE_TELEGRAM_TOKEN", "HEATWISE_TELEGRAM_WEBHOOK_URL"
SECRET, ROOT = "HEATWISE_TELEGRAM_WEBHOOK_SECRET", "HEATWISE_TELEGRAM_API_URL"
GOOD = {TOKEN: "123:ABC-def_9"}
HOOK = {URL: "https://bot.example.org/telegram", SECRET: "s3cret_-"}


def test_without_a_token_telegram_is_off():
    assert read_setup({}) is None
    assert read_setup({TOKEN: "  "}) is None


def test_the_token_alone_is_enough():
    assert read_setup(GOOD) == TelegramSetup("123:ABC-def_9", API_URL, None)


def test_another_server_and_a_webhook_are_taken():
    setup = read_setup({**GOOD, **HOOK, ROOT: "http://127.0.0.1:8081/"})
    hook = Webhook("https://bot.example.org/telegram", "/telegram", "s3cret_-")
    assert setup == TelegramSetup("123:ABC-def_9", "http://127.0.0.1:8081", hook)


@pytest.mark.parametrize("url", ["https://bot.example.org", "http://127.0.0.1:9/", "http://localhost:9"])
def test_a_webhook_needs_no_path_and_no_tls_on_this_machine(url: str):
    setup = read_setup({**GOOD, **HOOK, URL: url})
    assert setup is not None
    assert setup.webhook is not None
    assert setup.webhook.path == "/"


MISTAKES = [
    ({TOKEN: "two words"}, "HEATWISE_TELEGRAM_TOKEN holds 9 characters that are no token"),
    ({**GOOD, ROOT: "telegram.org"}, "HEATWISE_TELEGRAM_API_URL is no web address"),
    ({**GOOD, ROOT: "https://user:pw@host"}, "HEATWISE_TELEGRAM_API_URL is no web address"),
    ({**GOOD, ROOT: "https://host:99999"}, "HEATWISE_TELEGRAM_API_URL is no web address"),
    ({**GOOD, ROOT: "https://[host"}, "HEATWISE_TELEGRAM_API_URL is no web address"),
    ({**GOOD, **HOOK, URL: "http://bot.example.org/x"}, "Telegram delivers only to https://"),
    ({**GOOD, **HOOK, URL: "https://bot.example.org/x?y=1"}, "HEATWISE_TELEGRAM_WEBHOOK_URL is no web address"),
    ({**GOOD, URL: "https://bot.example.org/x"}, "HEATWISE_TELEGRAM_WEBHOOK_SECRET is not set"),
    ({**GOOD, **HOOK, SECRET: "with space"}, "HEATWISE_TELEGRAM_WEBHOOK_SECRET holds 10 characters"),
    ({**GOOD, **HOOK, SECRET: "x" * 257}, "HEATWISE_TELEGRAM_WEBHOOK_SECRET holds 257 characters"),
]


@pytest.mark.parametrize(("given", "told"), MISTAKES)
def test_a_mistake_is_told(given: dict[str, str | None], told: str):
    with pytest.raises(ValueError, match=r".") as error:
        read_setup(given)
    assert told in str(error.value)
    assert not any(secret in str(error.value) for secret in ("two words", "with space", "user:pw", "ABC-def"))


def test_secrets_are_in_no_repr():
    shown = repr(read_setup({**GOOD, **HOOK}))
    assert "ABC" not in shown
    assert "s3cret" not in shown
