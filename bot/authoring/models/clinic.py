"""The shape of `content/clinic.yaml`: the clinic's own facts, none of them empty."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from bot.authoring.models.base import Model, misfit, under, word_of
from bot.understanding.contact import mailbox

STATUSES = ("demo", "live")


def _filled(value: str) -> str:
    if not value.strip():
        raise misfit("This value is empty", "A value of the clinic's own", "Fill it in", instead="-")
    if "{" in value or "}" in value:
        fits = "Plain words: nothing is filled in here"
        raise misfit("A { or } stands in this value", fits, "Write the words out", instead="-")
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


Value = Annotated[str, AfterValidator(_filled)]
Mailbox = Annotated[Value, AfterValidator(_mailbox)]
Zone = Annotated[Value, AfterValidator(_zone)]
_time = _like("([01][0-9]|2[0-3]):[0-5][0-9]", "This is no time of day", 'Such as "08:00" or "21:30"', "00:00")
_link = _like(
    r"https?://[^\s/]+\S*", "This is no address of a page", "Such as https://example.org/page", "https://example.org"
)
Time = Annotated[Value, AfterValidator(_time)]
Link = Annotated[Value, AfterValidator(_link)]
Spoken = Annotated[dict[str, Value], under("")]
"""Words that a patient reads: in each language of the chat, or alone where the chat has only one."""

SpokenLink = Annotated[dict[str, Link], under("")]
"""An address: one for everybody, or one in each language."""

if TYPE_CHECKING:
    Status = str
else:
    Status = word_of(STATUSES)


class NamesModel(Model):
    """How the clinic is called and reached."""

    name: Value
    phone: Value
    hours: Spoken
    email: Mailbox
    language: Value
    timezone: Zone
    reply_time: Spoken
    disclaimer: Spoken
    privacy_url: SpokenLink


class EmergencyModel(Model):
    """The number for emergencies."""

    number: Value


class CrisisModel(Model):
    """The number for a person who speaks of self-harm, and the note that follows it."""

    number: Value
    note: Spoken


class PostModel(Model):
    """A page of the clinic."""

    title: Spoken
    url: SpokenLink


class ReadingModel(Model):
    """The two posts under "Related reading"."""

    first: PostModel = Field(alias="1")
    second: PostModel = Field(alias="2")


class QuietModel(Model):
    """When the chat writes nothing on its own."""

    start: Time
    end: Time


class ReviewModel(Model):
    """Who approved the content, and until when that holds."""

    reviewer: Value
    until: Value


class ClinicModel(Model):
    """The file `content/clinic.yaml`."""

    status: Status
    region: Spoken
    clinic: NamesModel
    emergency: EmergencyModel
    crisis: CrisisModel
    reading: ReadingModel
    quiet: QuietModel
    consent_version: Value
    notice_version: Value
    review: ReviewModel
