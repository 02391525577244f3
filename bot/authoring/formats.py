"""How a language writes dates, lists and time zones, from the Unicode locale data, so that the engine needs none."""

from collections.abc import Iterator
from datetime import date

from babel.core import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, get_timezone_location, tokenize_pattern

from bot.engine.catalog import Template, template

LEFT_OPEN = {"d": "{day}", "y": "{year}"}
"""Fields of a date that the engine fills in; all others depend on the month alone."""


REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
"""What the names of zones begin with that are called after a city."""


def dates_of(lang: str) -> tuple[Template, ...]:
    """A long date for each month, such as "March {day}, {year}"; none for a language without locale data."""
    locale = _locale(lang)
    return tuple(template("".join(_date(locale, month))) for month in range(1, 13)) if locale else ()


def comma_of(lang: str) -> str:
    """What stands between the things of a list, such as ", "."""
    locale = _locale(lang)
    return locale.list_patterns["standard"]["middle"].format("", "") if locale else ", "


def zone_of(zone: str, lang: str) -> str:
    """How people call the time of a zone: America/Phoenix is "Phoenix Time"; its own name if it has no city."""
    locale = _locale(lang)
    if not locale or zone.partition("/")[0] not in REGIONS:
        return zone
    try:
        return locale.zone_formats["region"] % get_timezone_location(zone, locale=locale, return_city=True)
    except LookupError:
        return zone


def name_of(lang: str) -> str:
    """What a language calls itself, such as "Español"; its code where there is no locale data."""
    locale = _locale(lang)
    name = locale.get_display_name() if locale else None
    return name[:1].upper() + name[1:] if name else lang


def _locale(lang: str) -> Locale | None:
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _date(locale: Locale, month: int) -> Iterator[str]:
    written = DateTimeFormat(date(2000, month, 1), locale)
    for kind, value in tokenize_pattern(locale.date_formats["long"].pattern):
        if kind == "chars":
            yield str(value)
        else:
            name, length = value
            yield LEFT_OPEN.get(str(name)) or written[str(name) * int(length)]
