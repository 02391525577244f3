"""How a language writes dates and lists, read from the Unicode locale data once, so that the engine needs none."""

from collections.abc import Iterator
from datetime import date

from babel.core import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, tokenize_pattern

from bot.engine.catalog import Template, template

LEFT_OPEN = {"d": "{day}", "y": "{year}"}
"""Fields of a date that the engine fills in; all others depend on the month alone."""


def dates_of(lang: str) -> tuple[Template, ...]:
    """A long date for each month, such as "March {day}, {year}"; none for a language without locale data."""
    locale = _locale(lang)
    return tuple(template("".join(_date(locale, month))) for month in range(1, 13)) if locale else ()


def comma_of(lang: str) -> str:
    """What stands between the things of a list, such as ", "."""
    locale = _locale(lang)
    return locale.list_patterns["standard"]["middle"].format("", "") if locale else ", "


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
