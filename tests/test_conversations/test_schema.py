"""What editors know of conversations is what the runner reads."""

from bot.conversations import schema, verbs, wanted
from bot.conversations.page import FIELDS
from bot.conversations.script import EVERY_VERB


def test_every_field_verb_and_setting_is_explained_and_no_other():
    assert set(schema.FIELDS) == set(FIELDS)
    assert set(schema.VERBS) == set(EVERY_VERB)
    assert set(schema.BOT) == set(verbs._BOT)
    assert set(schema.EXPECT) == set(wanted._READ)
