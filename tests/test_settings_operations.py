"""Settings for those who run the service: where it tells how it does, and how much it may hold."""

import pytest

from bot import settings
from bot.settings import SettingsError


def test_health_is_served_on_this_machine_only_unless_somebody_says_otherwise():
    assert settings.load_ops_listen(settings.load({})) == ("127.0.0.1", 8081)
    assert settings.load_ops_listen(settings.load({"HEATWISE_OPS_LISTEN": "[::1]:9000"})) == ("::1", 9000)
    assert settings.load_ops_listen(settings.load({"HEATWISE_OPS_LISTEN": "off"})) is None


@pytest.mark.parametrize("value", ["8081", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", "Off"])
def test_a_place_to_listen_that_is_none_is_refused(value: str):
    with pytest.raises(
        SettingsError, match=f"HEATWISE_OPS_LISTEN is '{value}'. Write host:port, such as 127.0.0.1:8081"
    ):
        settings.load_ops_listen(settings.load({"HEATWISE_OPS_LISTEN": value}))


def test_a_number_is_taken_and_has_a_default():
    assert settings.load_number(settings.load({}), "HEATWISE_CACHE_MB", 0) == 64
    assert settings.load_number(settings.load({"HEATWISE_CACHE_MB": "0"}), "HEATWISE_CACHE_MB", 0) == 0


@pytest.mark.parametrize("value", ["-1", "0", "many", "1.5", "9999999"])
def test_a_number_that_is_none_is_refused(value: str):
    with pytest.raises(SettingsError, match=f"HEATWISE_INBOX_ROOM is '{value}'. Write a whole number from 1 to"):
        settings.load_number(settings.load({"HEATWISE_INBOX_ROOM": value}), "HEATWISE_INBOX_ROOM", 1)


@pytest.mark.parametrize(("given", "seconds"), [("30000000", 30.0), ("", 0.0), ("soon", 0.0)])
def test_a_service_manager_says_how_often_it_wants_a_sign_of_life(given: str, seconds: float):
    loaded = settings.load({"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": given})
    assert (loaded.notify_socket, loaded.watchdog_seconds) == ("/run/notify", seconds)
