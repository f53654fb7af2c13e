"""Evidence: causes of a difference of one day, fixes of a slip, the side of a weekday."""

import datetime as dt

import pytest

import shamsi
from shamsi.calendar import kernel
from shamsi.text.compare.evidence import _arithmetic_start, is_on

CALQUE = "both sides say day 18, and August stands for Mordad, which begins on 2025-07-23"
SOFTWARE = "it fits the 2820-year rule of some software, by which 1404 would begin on 2025-03-20, not on 2025-03-21"
TABLE = "it fits a table without leap years, by which 1403 would begin on 2024-03-21, not on 2024-03-20"
MIDNIGHT = "it fits midnight in Tehran told in UTC, where it is still the day before"


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)",
            ["both sides say day 18, and August stands for Mordad, which begins on 2025-07-23"],
        ),
        ("۱۸ مرداد ۱۴۰۴ (۸ اوت ۲۰۲۵)", [SOFTWARE, MIDNIGHT]),
        ("۱۰ تیر ۱۴۰۳ (۱ ژوئیه ۲۰۲۴)", [TABLE]),
        ("۱۰ تیر ۱۴۰۲ (۳۰ ژوئن ۲۰۲۳)", [MIDNIGHT]),
        ("۱۰ تیر ۱۴۰۲ (۲ ژوئیه ۲۰۲۳)", []),
        ("۱۸ مرداد ۱۴۰۴ (۹ سپتامبر ۲۰۲۵)", ["1404-06-18 on the Solar Hijri side would fit"]),
        ("۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۶)", ["1405-05-18 on the Solar Hijri side would fit"]),
        ("۲۱ مرداد ۱۴۰۴ (۲۷ نوامبر ۲۰۲۵)", []),
    ],
)
def test_what_speaks_for_a_slip(text: str, evidence: list[str]) -> None:
    (finding,) = shamsi.check(text)
    assert list(finding.evidence) == evidence


def test_the_2820_year_rule_differs_where_software_is_known_to() -> None:
    epoch = dt.date(1970, 1, 1)
    years = [
        year
        for year in range(1300, 1450)
        if (start := _arithmetic_start(year)) and (start - epoch).days != kernel.year_start(year)
    ]
    assert years == [1404, 1437]  # as khayyam and other software with this rule


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("دوشنبه ۱۸ مرداد ۱۴۰۴ (۱۱ اوت ۲۰۲۵)", "persian"),
        ("شنبه ۱۸ مرداد ۱۴۰۴ (۱۱ اوت ۲۰۲۵)", "gregorian"),
        ("۱۸ مرداد ۱۴۰۴ برابر با دوشنبه ۱۱ اوت ۲۰۲۵", "persian"),
        ("يوم السبت 19 صفر 1447 هـ الموافق 9 أغسطس 2025", "islamic"),
    ],
)
def test_a_weekday_settles_which_side_is_wrong_and_is_no_fault_of_its_own(text: str, wrong: str) -> None:
    (finding,) = shamsi.check(text)
    assert finding.code == "pair-mismatch"
    assert [repair.calendar for repair in finding.suggestions if repair.preferred] == [wrong]
    assert finding.evidence[-1].startswith("the text says ")


@pytest.mark.parametrize("text", ["جمعه ۱۸ مرداد ۱۴۰۴ (۱۱ اوت ۲۰۲۵)", "شنبه ۱۸ مرداد ۱۴۰۴ (دوشنبه ۱۱ اوت ۲۰۲۵)"])
def test_a_weekday_of_neither_or_of_both_settles_nothing(text: str) -> None:
    finding = next(finding for finding in shamsi.check(text) if finding.code == "pair-mismatch")
    assert not any(repair.preferred for repair in finding.suggestions)
    assert not any("the text says" in sentence for sentence in finding.evidence)


def test_a_weekday_is_of_one_day() -> None:
    (month,) = shamsi.find("مرداد ۱۴۰۴")
    assert not any(is_on(month, weekday) for weekday in range(1, 8))


def test_a_lunar_day_settles_by_the_tolerance_that_is_asked_for() -> None:
    """28 Rajab 1444 is Sunday, 19 February 2023 by the table, and a Saturday is a day from it."""
    text = "شنبه ۲۸ رجب ۱۴۴۴ قمری (۱۵ مارس ۲۰۲۳)"
    (finding,) = [one for one in shamsi.check(text) if one.code == "pair-mismatch"]
    assert finding.evidence[-1].startswith("the text says Saturday, a day from 2023-02-19")
    exact = [one for one in shamsi.check(text, lunar_tolerance=0) if one.code == "pair-mismatch"]
    assert [one.evidence for one in exact] == [()]
