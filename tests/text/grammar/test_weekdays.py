"""Weekdays: the date of a text that each belongs to."""

import datetime as dt

import pytest

import shamsi

# a text | the weekday of each date, 1 Monday … 7 Sunday, - for none
STATED = """
شنبه ۱۸ مرداد ۱۴۰۴ | 6
شنبه و یکشنبه ۱۸ و ۱۹ مرداد ۱۴۰۴ | 6 7
شنبه تا دوشنبه ۱۸ تا ۲۰ مرداد ۱۴۰۴ | 6 1
شنبه، یکشنبه و دوشنبه ۱۸ تا ۲۰ مرداد ۱۴۰۴ | 6 1
شنبه، یکشنبه و دوشنبه ۱۸، ۱۹ و ۲۰ مرداد ۱۴۰۴ | 6 7 1
شنبه ۱۸ تا ۲۰ مرداد ۱۴۰۴ | 6 -
از شنبه ۱۸ مرداد تا دوشنبه ۲۰ مرداد ۱۴۰۴ | 6 1
يومي السبت والأحد 9 و10 أغسطس 2025 | 6 7
يومي السبت والأحد الموافقين 9 و10 أغسطس 2025 | 6 7
السبت والأحد 9 أغسطس 2025 | -
ليلة السبت 5 صفر 1446 | 6
السبت، الموافق 9 أغسطس 2025 | 6
يوم السبت الموافق لـ 9/8/2025 | 6
يوم السبت المصادف 9 أغسطس 2025 | 6
السبت (9 أغسطس 2025) | 6
شنبه (۱۸ مرداد ۱۴۰۴) | 6
شنبه و یکشنبه (۱۸ و ۱۹ مرداد ۱۴۰۴) | 6 7
شنبه (۱۸ مرداد ۱۴۰۴ | -
یکشنبه شب ۱۹ مرداد ۱۴۰۴ | 7
شب یکشنبه ۱۸ مرداد ۱۴۰۴ | -
ليلة الأحد 9 أغسطس 2025 | -
مساء الأحد 10 أغسطس 2025 | 7
شنبه مورخ ۱۸ مرداد ۱۴۰۴ | 6
شنبه، مورخه ۱۸ مرداد ۱۴۰۴ | 6
شنبه به تاریخ ۱۸ مرداد ۱۴۰۴ | 6
يوم السبت بتاريخ 9 أغسطس 2025 | 6
يوم السبت المؤرخ في 9 أغسطس 2025 | 6
شنبه، تاریخ نامه ۱۸ مرداد ۱۴۰۴ | -
شنبه یا یکشنبه، ۱۸ یا ۱۹ مرداد ۱۴۰۴ | 6 7
"""


@pytest.mark.parametrize("case", STATED.strip().split("\n"))
def test_each_date_has_its_own_weekday(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    (mention,) = shamsi.find(f"این {text} بود" if "مرداد" in text else f"كان {text} هناك")
    stated = [part.weekday for part in mention.parts or (mention,)]
    assert " ".join("-" if day is None else str(day) for day in stated) == wanted
    assert shamsi.check(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("يومي السبت والأحد 9 و11 أغسطس 2025", "11 أغسطس 2025 is 2025-08-11, a Monday, not a Sunday"),
        ("شنبه تا دوشنبه ۱۸ تا ۲۱ مرداد ۱۴۰۴", "۲۱ مرداد ۱۴۰۴ is 2025-08-12, a Tuesday, not a Monday"),
        ("يوم الجمعة الموافق 9 أغسطس 2025", "9 أغسطس 2025 is 2025-08-09, a Saturday, not a Friday"),
        ("جمعه (۱۸ مرداد ۱۴۰۴)", "۱۸ مرداد ۱۴۰۴ is 2025-08-09, a Saturday, not a Friday"),
    ],
)
def test_a_weekday_is_wrong_of_its_own_date(text: str, why: str) -> None:
    (finding,) = shamsi.check(text)
    assert (finding.code, finding.detail) == ("weekday-conflict", why)
    for repair in finding.suggestions:
        assert shamsi.check(text[: repair.start] + repair.replacement + text[repair.end :]) == []


def test_every_weekday_of_a_repaired_range_moves_with_its_day() -> None:
    text = "شنبه و یکشنبه ۱۸ و ۱۹ مرداد ۱۴۰۴ (۱۰ و ۱۱ اوت ۲۰۲۵)"
    (finding,) = shamsi.check(text)
    assert [repair.replacement for repair in finding.suggestions] == [
        "یکشنبه و دوشنبه ۱۹ و ۲۰ مرداد ۱۴۰۴",
        "۹ و ۱۰ اوت ۲۰۲۵",
    ]


@pytest.mark.parametrize("text", ["السبت 9 أغسطس", "يوم السبت الموافق 9 أغسطس", "السبت (9 أغسطس)"])
def test_a_weekday_decides_the_year(text: str) -> None:
    (mention,) = shamsi.find(text, reference=dt.date(2025, 1, 20))
    assert mention.earliest == dt.date(2025, 8, 9)
    (mention,) = shamsi.find("9 أغسطس", reference=dt.date(2025, 1, 20))
    assert mention.earliest == dt.date(2024, 8, 9)


def test_a_weekday_goes_with_its_date_where_dates_are_taken_out() -> None:
    assert shamsi.redact("روز شنبه (۱۸ مرداد ۱۴۰۴) بود", "month") == "روز مرداد ۱۴۰۴ بود"
    assert shamsi.redact("يومي السبت والأحد 9 و10 أغسطس 2025", "nothing") == "يومي [DATE]"


# A weekday of yesterday or of another day, and the day that was set.
APART = """
حددت المحكمة أمس الأحد يوم 12 مارس 2020 موعدا
قررت اللجنة أمس الأول الأحد يوم الثاني عشر من مارس 2020 عطلة
اختار الحزب يوم الأحد يوم 12 مارس 2020 موعدا لمؤتمره
دیروز یکشنبه روز ۱۲ دی ۱۴۰۱ را تعطیل کردند
دولت روز یکشنبه روز ۱۲ دی ۱۴۰۱ را تعطیل کرد
"""
TOGETHER = """
اجتمعت المحكمة أمس الأحد 12 مارس 2020
أمس الأحد الموافق 12 مارس 2020
مساء الأحد يوم 12 مارس 2020
الأحد يوم 12 مارس 2020 سافر الوفد
دیروز یکشنبه ۱۲ دی ۱۴۰۱ باران بارید
امروز یکشنبه، ۱۲ دی ۱۴۰۱
"""


@pytest.mark.parametrize("reference", [None, dt.date(2020, 3, 1)])
@pytest.mark.parametrize("text", APART.strip().split("\n"))
def test_a_weekday_of_another_day_is_not_that_of_the_date(text: str, reference: dt.date | None) -> None:
    assert shamsi.check(text, reference=reference) == []
    day = shamsi.find(text, reference=reference)[-1]
    assert (day.kind, day.weekday) == ("day", None)


@pytest.mark.parametrize("text", TOGETHER.strip().split("\n"))
def test_a_weekday_after_yesterday_is_that_of_the_date(text: str) -> None:
    assert [finding.code for finding in shamsi.check(text)] == ["weekday-conflict"]


def test_yesterday_may_end_with_its_weekday() -> None:
    (mention,) = shamsi.find("باران دیروز دوشنبه", reference=dt.date(2020, 3, 1))
    assert (mention.kind, mention.earliest) == ("relative", dt.date(2020, 2, 29))
