"""What can be told in the log: a closed list of events, each with the fields it may have."""

from collections.abc import Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """How grave an event is, what it means, and the fields that may stand beside it."""

    level: str
    meaning: str
    fields: tuple[str, ...] = ()


EVENTS: Mapping[str, Kind] = {
    "started": Kind("info", "Heatwise is ready"),
    "stopping": Kind("info", "finishing what is under way"),
    "stopped": Kind("info", "everything is stored"),
    "dialogs_taken": Kind("info", "edited dialogs are in force", ("version",)),
    "dialogs_refused": Kind("error", "the edited dialogs have mistakes: the last good ones stay", ("mistakes",)),
    "profile_refused": Kind("warning", "a part of the bot's profile was not taken", ("method", "lang", "why")),
    "setup_failed": Kind("warning", "the platform could not be told how to work with the bot", ("why", "seconds")),
    "fetch_failed": Kind("warning", "no messages could be fetched; trying again", ("why", "seconds")),
    "fetch_conflict": Kind(
        "error",
        "somebody else fetches this bot's messages: stop the other program, or give it another token",
        ("seconds",),
    ),
    "delivery_unreadable": Kind("warning", "a delivery could not be read; it was set aside", ("channel", "why")),
    "delivery_refused": Kind("warning", "somebody without the secret knocked at the webhook", ("why",)),
    "store_failed": Kind("error", "the database could not be used; trying again", ("error",)),
    "send_throttled": Kind("info", "one chat must wait", ("channel", "seconds")),
    "send_failed": Kind("warning", "a message could not be sent; trying again", ("channel", "why", "seconds")),
    "send_in_doubt": Kind("warning", "a message may have been sent; it goes out once more", ("channel", "why")),
    "send_refused": Kind("error", "the platform refused a message", ("channel", "why")),
    "send_given_up": Kind("error", "a message was given up", ("channel", "why")),
    "send_broke": Kind("error", "a fault of the program cost one attempt to send", ("channel", "error")),
    "markup_refused": Kind("warning", "a message went out without its markup", ("channel", "why")),
    "chat_paused": Kind("info", "somebody has blocked the bot", ("channel",)),
    "bot_disowned": Kind("error", "the platform does not know the token; put it right", ("channel", "seconds")),
    "letter_sent": Kind("info", "a call request was sent to the clinic", ("request",)),
    "letter_waits": Kind("warning", "a call request could not be mailed; trying again", ("request", "why", "tries")),
    "letters_wait": Kind("error", "the database could not be used; call requests wait", ("why",)),
    "inbox_full": Kind("error", "more messages came than can be stored; they come again", ("events",)),
    "event_set_aside": Kind(
        "error", "an event failed three times; heatwise db quarantine shows it", ("channel", "error")
    ),
    "event_tried_again": Kind("info", "an event was taken out of quarantine and tried again", ("channel", "error")),
    "library_complains": Kind("warning", "a library has something to say; its words are left out", ("library",)),
    "fault": Kind("error", "a fault of the program", ("error", "where")),
}
"""Nothing else is ever written; what may stand in each field is in `bot.logs.fields`."""
