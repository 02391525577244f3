"""How a language writes dates, lists and time zones, from the Unicode locale data, so that the engine needs none."""

from collections.abc import Iterator, Mapping
from datetime import date, time, tzinfo
from zoneinfo import ZoneInfo

from babel.core import Locale, UnknownLocaleError, get_global
from babel.dates import DateTimeFormat, get_timezone_location, tokenize_pattern

from bot.engine.catalog import Template, template

LEFT_OPEN = {"d": "{day}", "y": "{year}"}
"""Fields of a date that the engine fills in; all others depend on the month alone."""

MINUTE = {"m": "{minute}"}
"""The field of a time that the engine fills in; all others depend on the hour alone."""

SHORT = "MMMd"
"""How the locale data call a date in short, without its year."""


REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
"""What the names of zones begin with that are called after a city."""


def dates_of(lang: str) -> tuple[Template, ...]:
    """A long date for each month, such as "March {day}, {year}"; none for a language without locale data."""
    locale = _locale(lang)
    return _months(locale, locale.date_formats["long"].pattern) if locale else ()


def short_days_of(lang: str) -> tuple[Template, ...]:
    """A short date for each month, such as "Mar {day}"; none for a language without locale data."""
    locale = _locale(lang)
    return _months(locale, str(locale.datetime_skeletons[SHORT])) if locale else ()


def times_of(lang: str, zone: tzinfo) -> tuple[Template, ...]:
    """A time for each hour, such as "3:{minute} PM", as people write it where the zone is.

    None for a language without locale data.
    """
    territory = get_global("zone_territories").get(zone.key, "") if isinstance(zone, ZoneInfo) else ""
    locale = _locale(f"{lang}_{territory}") or _locale(lang)
    if locale is None:
        return ()
    pattern = locale.time_formats["short"].pattern
    hours = (DateTimeFormat(time(hour), locale) for hour in range(24))
    return tuple(_spaced(_filled(pattern, written, MINUTE)) for written in hours)


def _spaced(text: str) -> Template:
    """With the spaces that keyboards and fonts have."""
    return template(text.replace("\u202f", " ").replace("\xa0", " "))


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


def _months(locale: Locale, pattern: str) -> tuple[Template, ...]:
    months = (DateTimeFormat(date(2000, month, 1), locale) for month in range(1, 13))
    return tuple(template(_filled(pattern, written, LEFT_OPEN)) for written in months)


def _filled(pattern: str, written: DateTimeFormat, left_open: Mapping[str, str]) -> str:
    return "".join(_parts(pattern, written, left_open))


def _parts(pattern: str, written: DateTimeFormat, left_open: Mapping[str, str]) -> Iterator[str]:
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            yield str(value)
        else:
            name, length = value
            yield left_open.get(str(name)) or written[str(name) * int(length)]
