"""EDTF: the values, the grammar of the specification, an independent reader, and the calendar's own days."""

import datetime as dt
import json
import re
from calendar import isleap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.text.resolve.mention import Mention
from tests.exports.texts import DATES, TEXTS

# The Library of Congress's specification of 4 February 2019, levels 0 to 2, what has no time of day.
MONTH = r"(?:0[1-9]|1[0-2])"
MONTH_DAY = r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2\d))"
YEAR = r"(?!-0000)-?\d{4}"
DATE = rf"(?:{YEAR}(?:-{MONTH_DAY}|-{MONTH})?|Y-?[1-9]\d{{4,}})"
UNSPECIFIED = rf"(?:-?\d{{3}}X|-?\d\dXX|XXXX-{MONTH_DAY}|XXXX-{MONTH}|{YEAR}-XX|{YEAR}-{MONTH}-XX|{YEAR}-XX-XX)"
SEASON = r"\d{4}-(?:2\d|3\d|4[01])"  # 21 … 41: seasons, seasons of a hemisphere, quarters, quadrimesters, semestrals
POINT = rf"(?:{SEASON}|{UNSPECIFIED}|{DATE})[?~%]?"
INTERVAL = rf"(?:{POINT}|\.\.)?/(?:{POINT}|\.\.)?"
MEMBER = rf"(?:{POINT}(?:\.\.{POINT})?|{POINT}\.\.|\.\.{POINT})"
EDTF = re.compile(rf"{POINT}|{INTERVAL}|[{{\[]{MEMBER}(?:,{MEMBER})*[}}\]]")
LEAP_DAY = re.compile(r"(-?\d{4})-02-29")

VALUES = """
۱۸ مرداد ۱۴۰۴ | 2025-08-09
۳۰ اسفند ۱۴۰۳ | 2025-03-20
2025-12-15 | 2025-12-15
12 ديسمبر/كانون الأول 2025 | 2025-12-12
18 إلى 20 مرداد 1404 | 2025-08-09/2025-08-11
18 إلى 20 أغسطس 2025 | 2025-08-18/2025-08-20
۲۵ اسفند تا ۱۵ فروردین ۱۴۰۴ | 2025-03-15/2025-04-04
فروردین ۱۴۰۴ | 2025-03-21/2025-04-20
مهرماه ۱۴۰۴ | 2025-09-23/2025-10-22
أغسطس 2025 | 2025-08
سال ۱۴۰۴ | 2025-03-21/2026-03-20
سال ۱۴۰۳–۱۴۰۴ | 2024-03-20/2026-03-20
عام 2025 | 2025
في عام 2018-2019 | 2018/2019
۲۵۳۵ شاهنشاهی | 1976-03-21/1977-03-20
تابستان ۱۴۰۴ | 2025-06-22/2025-09-22
زمستان ۱۳۵۷ | 1978-12-22/1979-03-20
صيف 2024 | 2024-22
الربع الأول من عام 2025 | 2025-33
النصف الثاني من 2024 | 2024-41
نیمه نخست ۱۴۰۴ | 2025-03-21/2025-09-22
نیمه دوم مهر ۱۴۰۴ | 2025-10-08/2025-10-22
دهه ۶۰ | 1981-03-21/1991-03-20
أوائل التسعينيات | 199X
من الستينيات إلى الثمانينيات | 196X/198X
القرن التاسع عشر | 1801/1900
633 قبل از میلاد | -0632
15 مارس 44 قبل الميلاد | -0043-03-15
عام 1 قبل الميلاد | 0000
أوائل عام ٢٠٢٥ | 2025
اوایل خرداد ۱۴۰۲ | 2023-05-22/2023-06-21
حدود ۱۲۹۱ خورشیدی | 1912-03-21~/1913-03-20~
نحو عام 1912 | 1912~
حوالی دهه ۱۹۶۰ | 1960~/1969~
۱۷ ربیع‌الاول ۱۴۴۷ | 2025-09-10~
ماه رمضان 1446 هـ | 2025-03-01~/2025-03-30~
25 دسامبر | XXXX-12-25
18 إلى 20 أغسطس | XXXX-08-18/XXXX-08-20
مارس القادم | XXXX-03
۲۲ بهمن | XXXX-02-11~
۱۸ تا ۲۰ مرداد | XXXX-08-09~/XXXX-08-11~
۳۰ اسفند | XXXX-03-20~
مهرماه | XXXX-09-23~/XXXX-10-22~
نیمه دوم مهر | XXXX-10-08~/XXXX-10-22~
۵ و ۶ مهر ۱۴۰۴ | 2025-09-27/2025-09-28
۵ و ۱۲ مهر ۱۴۰۴ | {2025-09-27,2025-10-04}
۵ و ۱۲ مهر | {XXXX-09-27~,XXXX-10-04~}
بین ۵ و ۱۲ مهر ۱۴۰۴ | 2025-09-27/2025-10-04
5 و6 و7 دي 1388 | 2009-12-26/2009-12-28
ماه‌های مهر و آذر ۱۴۰۴ | {2025-09-23..2025-10-22,2025-11-22..2025-12-21}
عامي 2005 و 2015 | {2005,2015}
بهار و تابستان ۱۴۰۴ | 2025-03-21/2025-09-22
سال‌های 1385-1380 | 2001-03-21/2007-03-20
"""
SILENT = """
۳۱ مهر ۱۴۰۴ | no such day
30 فبراير 2025 | no such day
۱۰ محرم | a lunar day has no place in the Gregorian year
28 آذر تا ۱۵ دی | its ends are of two Gregorian years, of which neither is told
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(text, value) for text, _, value in (line.partition(" | ") for line in table.strip().split("\n"))]


def is_edtf(value: str) -> bool:
    leap_days = all(isleap(int(year)) for year in LEAP_DAY.findall(value))
    return EDTF.fullmatch(value) is not None and leap_days


def values_of(text: str) -> list[tuple[Mention, str]]:
    found = shamsi.find(text)
    return [(m, value) for m in (*found, *(p for m in found for p in m.parts)) if (value := shamsi.edtf(m)) is not None]


def made(native: str, calendar: str = "gregorian", kind: str = "year", **other: object) -> Mention:
    return Mention(0, 1, "1", (0, 1), calendar, kind, native, None, None, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "value"), rows(VALUES))
def test_value(text: str, value: str) -> None:
    (mention,) = shamsi.find(text)
    assert shamsi.edtf(mention) == value
    assert is_edtf(value)


@pytest.mark.parametrize("text", [text for text, _ in rows(SILENT)])
def test_what_cannot_be_said_truly_is_not_said(text: str) -> None:
    (mention,) = shamsi.find(text)
    assert shamsi.edtf(mention) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("العام الماضي", "2024"),
        ("الشهر الماضي", "2025-11"),
        ("اليوم", "2025-12-15"),
        ("سال گذشته", "2024-03-20/2025-03-20"),
        ("هفته آینده", "2025-12-20/2025-12-26"),
    ],
)
def test_a_relative_word_has_the_time_that_its_reference_gives(text: str, value: str) -> None:
    (mention,) = shamsi.find(f"وصل {text}", reference=dt.date(2025, 12, 15))
    assert shamsi.edtf(mention) == value
    (mention,) = shamsi.find(f"وصل {text}", relative=True)
    assert shamsi.edtf(mention) is None


@pytest.mark.parametrize(
    ("native", "value"),
    [("12000", "Y12000"), ("-12000", "Y-12000"), ("12000-05", None), ("XXXX-S1", None), ("9999", "9999")],
)
def test_years_of_more_than_four_digits(native: str, value: str | None) -> None:
    assert shamsi.edtf(made(native)) == value


def test_years_before_christ_run_forward() -> None:
    parts = (made("-0043"), made("-0039"))
    assert shamsi.edtf(made("-0043/-0039", kind="range", parts=parts, rule="years-range")) == "-0043/-0039"
    assert shamsi.edtf(made("-0039/-0043", kind="range", parts=parts[::-1], rule="years-range")) is None


def test_a_part_that_is_no_date_silences_the_whole() -> None:
    (mention,) = shamsi.find("۳۰ و ۳۱ مهر ۱۴۰۴")
    assert [shamsi.edtf(part) for part in mention.parts] == ["2025-10-22", None]
    assert shamsi.edtf(mention) is None


@pytest.mark.parametrize(
    "value",
    "1985 1985-04 1985-04-12 1964/2008 2004-06/2006-08 Y170000002 2001-21 1984? 2004-06~ 201X 20XX 2004-XX"
    " 1985-XX-XX 1985-04-12/.. ../1985 /1985 1984~/2004-06 -1985 0000 2001-34 2004-02-29".split(),
)
def test_the_grammar_takes_the_specifications_examples(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    "-0000 2025-13 2025-00 2025-8-9 2025-02-30 2025-04-31 2025-02-29 1404-S2 199 2025/2026/2027 {} {2025 2025.. 2025-42"
    " Y2025 20250809 2025-08-09T 2025-08-09~~ ~".split(),
)
def test_the_grammar_refuses_what_is_not_edtf(value: str) -> None:
    assert not is_edtf(value)


@given(TEXTS)
def test_every_value_is_in_the_grammar(text: str) -> None:
    for _, value in values_of(text):
        assert is_edtf(value)


def test_every_value_of_annotated_news_is_in_the_grammar(shared: Callable[[str], Path]) -> None:
    lines = shared("eval/dev.jsonl").read_text("utf-8").splitlines()
    values = [value for line in lines for _, value in values_of(json.loads(line)["text"])]
    assert len(values) > 400
    assert [value for value in values if not is_edtf(value)] == []


def test_an_independent_reader_finds_the_same_days() -> None:
    edtf = pytest.importorskip("edtf", reason="the edtf package is not installed")
    read = 0
    for text in (*DATES, *(text for text, _ in rows(VALUES))):
        for mention, value in values_of(text):
            if "X" in value and "~" in value:
                continue  # its grammar joins only one of the two to a date
            parsed = edtf.parse_edtf(value)
            if mention.earliest and mention.latest:
                read += 1
                assert dt.date(*parsed.lower_strict()[:3]) == mention.earliest
                assert dt.date(*parsed.upper_strict()[:3]) == mention.latest
    assert read > 50


SOLAR_DAYS = st.dates(dt.date(1850, 1, 1), dt.date(2100, 1, 1))


@given(SOLAR_DAYS, SOLAR_DAYS)
def test_a_solar_range_is_the_gregorian_days_of_its_ends(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    text = " تا ".join(shamsi.Date.from_gregorian(day).isoformat() for day in (first, last))
    (mention,) = shamsi.find(text)
    assert shamsi.edtf(mention) == (f"{first}/{last}" if first < last else f"{first}")


def test_a_solar_day_without_a_year_is_the_commonest_day_and_right_within_one() -> None:
    for month in range(1, 13):
        for day in range(1, 32 if month < 7 else 31):
            value = shamsi.edtf(made(f"XXXX-{month:02}-{day:02}", "persian", "day"))
            assert value is not None
            found = [gregorian for year in range(1304, 1474) if (gregorian := solar(year, month, day))]
            modern = Counter(date.isoformat()[5:] for date in found if date.year < 2027)
            assert modern[value[5:-1]] == max(modern.values()), (month, day)
            for date in found:
                near = [(date + dt.timedelta(days=d)).isoformat()[5:] for d in (-1, 0, 1)]
                assert value[5:-1] in near, (month, day, date)


def solar(year: int, month: int, day: int) -> dt.date | None:
    try:
        return shamsi.Date(year, month, day).gregorian
    except shamsi.DateError:
        return None
