"""The shape of `content/clinic.yaml`: the clinic's own facts, none of them empty."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from bot.authoring.models.base import Model, kind, misfit, under, word_of
from bot.understanding.mailbox import mailbox

WORD_QUOTES = "“”„‟«»‘’"
STATUSES = ("demo", "live")


def _filled(value: str) -> str:
    if not value.strip():
        raise misfit("This value is empty", "A value of the clinic's own", "Fill it in", instead="-")
    if "{" in value or "}" in value:
        fits = "Plain words: nothing is filled in here"
        raise misfit("A { or } stands in this value", fits, "Write the words out", instead="-")
    if value[0] in WORD_QUOTES and value[-1] in WORD_QUOTES:
        found = "The quotes of a word processor stand around this value"
        fits = 'Straight quotes like ", or none at all'
        raise misfit(found, fits, "Type it again, without these", instead=value.strip(WORD_QUOTES) or "-")
    return value


def _like(pattern: str, found: str, fits: str, instead: str) -> Callable[[str], str]:
    def checked(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise misfit(found, fits, "Write it so, in quotes", instead=instead)
        return value

    return checked


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        fits = "A name of the IANA list, such as America/Phoenix"
        raise misfit("There is no time zone of this name", fits, "Look it up and write it so", instead="UTC") from None
    return value


def _mailbox(value: str) -> str:
    if mailbox(value) != value:
        found, fits = "This is no e-mail address", "One address in plain small letters, such as calls@clinic.org"
        raise misfit(found, fits, "Write it so", instead="calls@clinic.org")
    return value


Value = Annotated[str, AfterValidator(_filled), kind("value")]
Mailbox = Annotated[Value, AfterValidator(_mailbox)]
Zone = Annotated[Value, AfterValidator(_zone)]
TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
LINK = r"https?://[^\s/]+\S*"
_time = _like(TIME, "This is no time of day", 'Such as "08:00" or "21:30"', "00:00")
_link = _like(LINK, "This is no address of a page", "Such as https://example.org/page", "https://example.org")
Time = Annotated[Value, AfterValidator(_time), kind("time")]
Link = Annotated[Value, AfterValidator(_link), kind("link")]
Spoken = Annotated[dict[Annotated[str, kind("language")], Value], under("", "value")]
"""Words that a patient reads: in each language of the chat, or alone where the chat has only one."""

SpokenLink = Annotated[dict[Annotated[str, kind("language")], Link], under("", "value")]
"""An address: one for everybody, or one in each language."""

if TYPE_CHECKING:
    Status = str
else:
    Status = word_of(STATUSES)


class NamesModel(Model):
    """How the clinic is called and reached."""

    name: Value
    """The clinic's name, as patients know it."""
    phone: Value
    """The number that patients call, as it should be read: (602) 555-0100."""
    hours: Spoken
    """When somebody answers the phone, in each language. The name of the time zone follows it."""
    email: Mailbox
    """Where requests for a call go: a mailbox that staff read every working day."""
    language: Annotated[Value, kind("language")]
    """The language of these letters: one that has a folder in content/."""
    timezone: Zone
    """The clinic's time zone: a name from the IANA list, such as America/Phoenix."""
    reply_time: Spoken
    """How soon you answer a request for a call, in each language. Promise only what you can keep."""
    disclaimer: Spoken
    """Shown word for word before the call form. After a change, count notice_version up."""
    privacy_url: SpokenLink
    """The page with the privacy policy: one for everybody, or one in each language."""


class EmergencyModel(Model):
    """The number for emergencies."""

    number: Value
    """The number, in quotes: "911"."""


class CrisisModel(Model):
    """The number for a person who speaks of self-harm, and the note that follows it."""

    number: Value
    """The number, in quotes: "988"."""
    note: Spoken
    """What follows the number, in each language."""


class PostModel(Model):
    """A page of the clinic."""

    title: Spoken
    """Its title, in each language."""
    url: SpokenLink
    """Its address: one for everybody, or one in each language."""


class ReadingModel(Model):
    """The two posts under "Related reading"."""

    first: PostModel = Field(alias="1")
    """The first post."""
    second: PostModel = Field(alias="2")
    """The second post."""


class QuietModel(Model):
    """When the chat writes nothing on its own."""

    start: Time
    """From this time on, such as "21:00"."""
    end: Time
    """Until this time, such as "08:00"."""


class ReviewModel(Model):
    """Who approved the content, and until when that holds."""

    reviewer: Value
    """Who read and approved the content: the name of a clinician, or none."""
    until: Value
    """Until when that holds: year-month-day, or none."""


class ClinicModel(Model):
    """The file `content/clinic.yaml`."""

    status: Status
    """demo: every conversation opens with a line that says this is a draft. live: for patients."""
    region: Spoken
    """Where the emergency number works, in each language. The chat says "Not in {region}? ..."."""
    clinic: NamesModel
    """How the clinic is called and reached."""
    emergency: EmergencyModel
    """The number for emergencies."""
    crisis: CrisisModel
    """For a person who speaks of harming themselves."""
    reading: ReadingModel
    """The two posts under "Related reading"."""
    quiet: QuietModel
    """The chat writes nothing on its own between these times."""
    consent_version: Value
    """Count it up when the welcome text or the privacy text changes: people are then asked again."""
    notice_version: Value
    """Count it up when the notice before the call form changes."""
    review: ReviewModel
    """Who read and approved the content, and until when that holds."""
