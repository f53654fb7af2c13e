"""Periods in numbers: every form that is written, what is tolerated, and what is refused."""

from typing import Any

import pytest

from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
from shamsi.values.notation import read
from shamsi.values.period import Period

EASTERN, ARABIC = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"), str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FORMS = {
    "1404": "2025-03-21/2026-03-20",
    "1404-05": "2025-07-23/2025-08-22",
    "1404-5": "2025-07-23/2025-08-22",
    "1404-S2": "2025-06-22/2025-09-22",
    "1404-s2": "2025-06-22/2025-09-22",
    "1404-Q2": "2025-06-22/2025-09-22",
    "1404-H1": "2025-03-21/2025-09-22",
    "1404-05-18": "2025-08-09/2025-08-09",
    "1404-05-18/1404-05-20": "2025-08-09/2025-08-11",
    "1404-05/1404-07": "2025-07-23/2025-10-22",
    "1404-S2/1404-S3": "2025-06-22/2025-12-21",
    "1403/1404": "2024-03-20/2026-03-20",
    "136X": "1981-03-21/1991-03-20",
    "136X/137X": "1981-03-21/2001-03-20",
    "1301/1400": "1922-03-22/2022-03-20",
    "1404-05-18/1404-06": "2025-08-09/2025-09-22",
    "000X": "0622-03-21/0631-03-21",
    "0061-07-21": "0682-10-13/0682-10-13",
    "9377": "9998-03-20/9999-03-20",
}


@pytest.mark.parametrize(("text", "days"), FORMS.items())
def test_forms(text: str, days: str) -> None:
    period = Period.parse(text)
    assert period.isoformat() == days
    assert period == Period.parse(text.translate(EASTERN)) == Period.parse(f"\u200f {text.translate(ARABIC)}\u200f ")
    assert period == Period.parse(period.native)


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "140", "14040", "1404-", "1404--05", "1404-05-18/", "1404/05", "1404/05/18", "1404/1405/1406"),
        *("XXXX-05", "14XX", "1404-S", "1404-Z1", "-1404", "+1404", "1404-05-018", "²1404", "1404\n1405", "مرداد ۱۴۰۴"),
    ],
)
def test_other_text_is_for_another_reader(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    ["2025-07", "2025", "2025-07-23", "2025-07-23/2025-08-22", "۲۰۲۵-۰۷", "1700", "2200-S1", "199X", "1404/2025"],
)
def test_what_looks_gregorian_is_told_so(text: str) -> None:
    with pytest.raises(ParseError, match=r"^looks Gregorian: .*; for Gregorian days use Period.fromisoformat\('YYYY"):
        Period.parse(text)


@pytest.mark.parametrize(
    "text",
    ["2536-07", "2536", "2536-07-08", "۲۵۳۶-۰۷", "2500-S1", "253X", "1355/2536", "مهر ۲۵۳۶", "سال ۲۵۳۶", "Mehr 2536"],
)
def test_what_looks_imperial_is_told_so(text: str) -> None:
    with pytest.raises(ParseError, match=r"^looks Imperial: .*; write its Solar Hijri year, 13[25]\d, or in words"):
        Period.parse(text)


def test_a_period_may_name_its_era() -> None:
    assert Period.parse("مهر ۲۵۳۶ شاهنشاهی") == Period.month(1356, 7)
    assert Period.parse("مهر ۲۵۳۶ هجری شمسی") == Period.month(2536, 7)


@pytest.mark.parametrize("year", [1699, 2201, 2499, 2538])
def test_other_years_do_not(year: int) -> None:
    assert Period.parse(str(year)) == Period.year(year)


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("1404-13", DateError, "month must be 1..12, got 13"),
        ("1404-00", DateError, "month must be 1..12, got 0"),
        ("1404-S5", DateError, "season must be 1..4, got 5"),
        ("1404-S0", DateError, "season must be 1..4, got 0"),
        ("1404-H3", DateError, "half must be 1..2, got 3"),
        ("1404-07-31", DateError, "day must be 1..30 in Mehr 1404, got 31"),
        ("1404-12-29/1404-12-30", DateError, "day must be 1..29 in Esfand 1404"),
        ("0000", RangeError, "year must be 1..9378, got 0"),
        ("9378", RangeError, "period must lie in"),
        ("937X", RangeError, "period must lie in"),
        ("9378-10-11", RangeError, "the last day is 9378-10-10"),
        ("1404-05-20/1404-05-18", ShamsiError, "the end must not be before the start; swap them"),
        ("1404/1403", ShamsiError, "the end must not be before the start; swap them"),
    ],
)
def test_what_there_is_not(text: str, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        Period.parse(text)


@pytest.mark.parametrize("wrong", [None, 1404, b"1404"])
def test_text_is_text(wrong: Any) -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        read(wrong)
