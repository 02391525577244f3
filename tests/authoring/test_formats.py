"""Dates and lists are written as each language writes them, whatever the machine is set to."""

import os
import subprocess
import sys
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.authoring.formats import comma_of, dates_of, name_of, short_days_of, times_of, zone_of

MARCH = date(2026, 3, 2)


def dated(lang: str, day: date) -> str:
    return dates_of(lang)[day.month - 1].fill({"day": str(day.day), "year": str(day.year)})


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en", "March 2, 2026"),
        ("es", "2 de marzo de 2026"),
        ("es-MX", "2 de marzo de 2026"),
        ("de", "2. März 2026"),
        ("ja", "2026年3月2日"),
    ],
)
def test_a_date_is_written_as_in_the_language(lang: str, written: str):
    assert dated(lang, MARCH) == written


@pytest.mark.parametrize(
    ("lang", "zone", "written"),
    [
        ("en", "America/Phoenix", "3:05 PM"),
        ("es", "America/Phoenix", "3:05 p.m."),
        ("es", "Europe/Madrid", "15:05"),
        ("en", "Europe/London", "15:05"),
        ("de", "America/Phoenix", "15:05"),
    ],
)
def test_a_time_is_written_as_people_write_it_where_the_clinic_is(lang: str, zone: str, written: str):
    assert times_of(lang, ZoneInfo(zone))[15].fill({"minute": "05"}) == written


@pytest.mark.parametrize(("lang", "written"), [("en", "Mar 2"), ("es", "2 mar"), ("de", "2. März")])
def test_a_short_date_has_no_year(lang: str, written: str):
    assert short_days_of(lang)[MARCH.month - 1].fill({"day": "2"}) == written


def test_a_language_without_locale_data_has_neither():
    assert (times_of("tlh", ZoneInfo("America/Phoenix")), short_days_of("tlh")) == ((), ())


def test_every_month_has_its_own_date():
    assert [dated("es", date(2026, month, 31 if month == 12 else 1)).split(" de ")[1] for month in (1, 6, 12)] == [
        "enero",
        "junio",
        "diciembre",
    ]
    assert len({dated("es", date(2026, month, 1)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(("lang", "comma"), [("en", ", "), ("es", ", "), ("ja", "、"), ("xx", ", ")])
def test_things_in_a_list_stand_apart_as_in_the_language(lang: str, comma: str):
    assert comma_of(lang) == comma


@pytest.mark.parametrize(
    ("lang", "name"),
    [("en", "English"), ("es", "Español"), ("fr", "Français"), ("pt-BR", "Português (Brasil)"), ("xx", "xx")],
)
def test_a_language_is_called_as_it_calls_itself(lang: str, name: str):
    assert name_of(lang) == name


@pytest.mark.parametrize("lang", ["xx", "zzz-QQ"])
def test_a_language_that_nobody_has_described_has_no_dates(lang: str):
    assert dates_of(lang) == ()


@pytest.mark.parametrize(
    ("zone", "lang", "said"),
    [
        ("America/Phoenix", "en", "Phoenix Time"),
        ("America/Phoenix", "es", "hora de Phoenix"),
        ("America/New_York", "es", "hora de Nueva York"),
        ("UTC", "es", "UTC"),
        ("Etc/GMT+7", "en", "Etc/GMT+7"),
        ("America/Phoenix", "xx", "America/Phoenix"),
        ("America/Phenix", "en", "America/Phenix"),
        ("", "en", ""),
    ],
)
def test_a_time_zone_is_called_after_its_city(zone: str, lang: str, said: str):
    assert zone_of(zone, lang) == said


@pytest.mark.parametrize("setting", [{"LC_ALL": "xx@@"}, {"LANG": "de_DE.UTF-8"}, {"TZ": "No/Where"}])
def test_the_machine_has_no_say(setting: dict[str, str]):
    code = "from bot.authoring.formats import dates_of; print(dates_of('en')[2].parts[0])"
    ended = subprocess.run([sys.executable, "-c", code], env={**os.environ, **setting}, capture_output=True, check=True)
    assert ended.stdout == b"March \n"
