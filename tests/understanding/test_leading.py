"""Ways of asking that lead to one topic."""

import pytest

from bot.understanding.leading import led_to

TOPICS = (
    "about_bot", "why_asking", "privacy", "menthol", "cold", "contact", "smalltalk", "contrast", "moist_heat",
    "medication", "heat_frequency", "heat_duration", "heat_safety", "heat_vs_cold",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("am i chatting with a real human or a machine", "about_bot"),
        ("can i talk to a real person", None),
        ("cuánto interrogatorio, ¿a qué viene?", "why_asking"),
        ("please wipe everything i told you", "privacy"),
        ("may he borrow my pad", None),
        ("en qué colonia están", "contact"),
        ("¿y usted ya comió?", "smalltalk"),
        ("which one when i swap between them", "contrast"),
        ("ya me lo quité, cuándo me toca de nuevo", "heat_frequency"),
        ("when do i put the ice pack back on again", None),
        ("can i wear my necklace with the heating pad", "heat_safety"),
    ],
)
def test_a_way_of_asking_leads_to_its_topic(text: str, topic: str | None):
    assert led_to(text, TOPICS, asking=True) == topic


def test_what_a_dog_did_is_told_for_company_and_who_speaks_of_heat_does_not_chat():
    assert led_to("my dog just stole a sock", TOPICS, asking=False) == "smalltalk"
    assert led_to("my neighbor has a heating pad", TOPICS, asking=False) is None


def test_a_topic_that_the_project_does_not_have_is_not_led_to():
    assert led_to("please wipe everything i told you", ("contact",), asking=True) is None
