"""Gregorian days by a pattern: the standard library's answers in English, the files' names in other languages."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date
from shamsi._errors import ShamsiError
from shamsi.cli.reports.gregorian_format import gregorian_formatter
from shamsi.cli.reports.month_names import gregorian_months
from shamsi.formats.directives import DIRECTIVES
from shamsi.formats.names import FILES

DAYS = st.dates(dt.date(1000, 1, 1))  # before it the C libraries pad years as they please
DAY = dt.date(2025, 3, 5)


def is_of_a_day(letter: str) -> bool:
    try:
        Date.min.format(f"%{letter}")
    except ShamsiError:
        return False
    return True


LETTERS = sorted(filter(is_of_a_day, set(DIRECTIVES) - {":z"}))  # which Python 3.11 leaves to the C library


@pytest.mark.parametrize("letter", LETTERS)
@given(DAYS)
def test_a_directive_prints_what_the_standard_library_prints(letter: str, day: dt.date) -> None:
    assert gregorian_formatter(f"%{letter}", "en", None)(day) == day.strftime(f"%{letter}")


@given(st.dates(dt.date(622, 3, 21)))
def test_the_default_pattern_is_iso(day: dt.date) -> None:
    assert gregorian_formatter("%F", "en", None)(day) == day.isoformat()


PRINTED = {  # by hand
    "en": "Wednesday 5 March 2025",
    "fa": "چهارشنبه ۵ مارس ۲۰۲۵",
    "fa-AF": "چهارشنبه ۵ مارچ ۲۰۲۵",
    "prs": "چهارشنبه ۵ مارچ ۲۰۲۵",
    "ps": "چهارشنبه ۵ مارچ ۲۰۲۵",
    "ckb": "چوارشەممە ٥ ئازار ٢٠٢٥",
    "ar": "الأربعاء 5 مارس 2025",
}


def test_every_language_is_looked_at() -> None:
    assert set(PRINTED) == set(FILES)


@pytest.mark.parametrize(("lang", "printed"), PRINTED.items())
def test_names_and_digits_are_the_languages(lang: str, printed: str) -> None:
    assert gregorian_formatter("%A %-d %B %Y", lang, None)(DAY) == printed


@pytest.mark.parametrize("lang", FILES)
def test_a_short_month_is_cut_in_english_alone(lang: str) -> None:
    months = gregorian_months(lang)
    assert gregorian_formatter("%b", lang, None)(DAY) == ("Mar" if lang == "en" else months[2])


def test_padding_digits_and_literals() -> None:
    assert gregorian_formatter("%d %e %-d %m|%-m %j %-j 5%%", "en", "arabext")(DAY) == "۰۵  ۵ ۵ ۰۳|۳ ۰۶۴ ۶۴ 5%"
    assert gregorian_formatter("%-d %B", "fa", "latn")(DAY) == "5 مارس"


def test_a_day_has_no_time_and_no_zone() -> None:
    assert gregorian_formatter("%H:%M %I %p[%z%:z%Z]", "fa", None)(DAY) == "۰۰:۰۰ ۱۲ ق.ظ[]"


def test_faults_are_told() -> None:
    with pytest.raises(ShamsiError, match="unknown directive '%q'"):
        gregorian_formatter("%q", "en", None)
    with pytest.raises(ShamsiError, match="digits must be one of"):
        gregorian_formatter("%Y", "en", "roman")
