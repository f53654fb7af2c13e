"""Dates of the Julian calendar, or Old Style, which the text names."""

import datetime as dt

import pytest

import shamsi

# A text with one date, and the Gregorian day.
CONVERTED = [
    ("نامه را در ۳ مارس ۱۹۰۵ (تقویم قدیم) نوشت.", "1905-03-16"),
    ("نامه را در ۳ مارس ۱۹۰۵ به تقویم ژولینی نوشت.", "1905-03-16"),
    ("نامه را در ۳ مارس ۱۹۰۵ میلادی به سبک قدیم نوشت.", "1905-03-16"),
    ("نامه را در ۳ مارس ۱۸۵۵، بر اساس تقویم ژولیانی، نوشت.", "1855-03-15"),
    ("نامه را در ۳ مارس ۱۷۵۵ ژولینی نوشت.", "1755-03-14"),
    ("به تقویم قدیم روسی: ۳ مارس ۱۹۰۵ روز نامه بود.", "1905-03-16"),
    ("به تقویم قدیم، ۳ مارس ۱۹۰۵ روز نامه بود.", "1905-03-16"),
    ("نامه را در ۲۹ فوریه ۱۹۰۰ (تقویم قدیم) نوشت.", "1900-03-13"),
    ("نامه را در 1905/3/3 (O.S.) نوشت.", "1905-03-16"),
    ("نامه را در ۳ مارس ۱۹۰۵ (Old Style) نوشت.", "1905-03-16"),
    ("كتب الرسالة في 3 آذار 1905 على الحساب الشرقي.", "1905-03-16"),
    ("كتب الرسالة في 3 مارس 1905 (حسب التقويم اليولياني).", "1905-03-16"),
    ("كتب الرسالة في 3 مارس 1905م وفق التقويم القديم.", "1905-03-16"),
    ("كتب الرسالة في 3 مارس 1905 يولياني.", "1905-03-16"),
    ("پیمان را در ۳/۱۶ مارس ۱۹۰۵ بستند.", "1905-03-16"),
    ("پیمان را در ۳ (۱۶) مارس ۱۹۰۵ بستند.", "1905-03-16"),
    ("وقعوا العهد في 3/16 مارس 1905 هناك.", "1905-03-16"),
    ("پیمان را در ۳/۱۵ مارس ۱۸۵۵ بستند.", "1855-03-15"),
]


@pytest.mark.parametrize(("text", "day"), CONVERTED)
def test_a_day_is_converted(text: str, day: str) -> None:
    (mention,) = shamsi.find(text)
    assert (mention.calendar, mention.kind, mention.native) == ("gregorian", "day", day)
    assert mention.earliest == mention.latest == dt.date.fromisoformat(day)
    assert "julian" in mention.assumed


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("نامه را در ۳ مارس ۱۹۰۵ نوشت.", "1905-03-03"),
        ("نامه را در ۳ مارس ۱۹۰۵ (تقویم جدید) نوشت.", "1905-03-03"),
        ("بلغارستان در ۱ آوریل ۱۹۱۶ تقویم ژولینی را کنار گذاشت.", "1916-04-01"),
        ("پس از ۱۵ اکتبر ۱۵۸۲ تقویم ژولینی از یاد رفت.", "1582-10-15"),
        ("بازی‌ها در ۳/۱۷ مارس ۱۹۰۵ بود.", "1905-03-03/1905-03-17"),
        ("بازی‌ها از ۳ تا ۱۶ مارس ۱۹۰۵ بود.", "1905-03-03/1905-03-16"),
        ("بازی‌ها در ۳/۱۶ مارس بود.", "XXXX-03-03/XXXX-03-16"),
        ("باغ را در ۳/۱۶ خرداد ۱۲۸۵ خرید.", "1285-03-03/1285-03-16"),
    ],
)
def test_other_days_are_not(text: str, native: str) -> None:
    (mention,) = shamsi.find(text)
    assert (mention.native, "julian" in mention.assumed) == (native, False)


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("از ۳ تا ۶ مارس ۱۹۰۵ به تقویم ژولینی بود.", ["1905-03-16/1905-03-19"]),
        ("از ۲۸ فوریه تا ۶ مارس ۱۹۰۵ به تقویم ژولینی بود.", ["1905-03-13/1905-03-19"]),
        ("روز ۱۶ مارس ۱۹۰۵ (۳ مارس تقویم قدیم) بود.", ["1905-03-16", "1905-03-16"]),
        ("روز ۵ ژانویه ۱۹۰۶ (۲۳ دسامبر به تقویم قدیم) بود.", ["1906-01-05", "1906-01-05"]),
        ("روز ۱۶ مارس ۱۹۰۵، به تقویم قدیم ۳ مارس ۱۹۰۵، بود.", ["1905-03-16", "1905-03-16"]),
        ("روز ۳ مارس ۱۹۰۵ به تقویم قدیم، ۱۶ مارس ۱۹۰۵ به تقویم جدید.", ["1905-03-16", "1905-03-16"]),
    ],
)
def test_a_cue_belongs_to_the_nearest_date(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == natives


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("روز پنجشنبه ۳ مارس ۱۹۰۵ به تقویم ژولینی آمد.", []),  # of the Gregorian calendar: 16 March
        ("روز جمعه ۳ مارس ۱۹۰۵ به تقویم ژولینی آمد.", []),  # of the number
        ("روز شنبه ۳ مارس ۱۹۰۵ به تقویم ژولینی آمد.", ["weekday-conflict"]),
        ("روز ۲۵ اسفند ۱۲۸۳ برابر با ۳ مارس ۱۹۰۵ تقویم ژولینی آمد.", []),
        ("روز ۲۸ اسفند ۱۲۸۳ برابر با ۳ مارس ۱۹۰۵ تقویم ژولینی آمد.", ["pair-mismatch"]),
    ],
)
def test_what_check_says(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in shamsi.check(text)] == codes


def test_a_repair_rewrites_the_other_side() -> None:
    (finding,) = shamsi.check("روز ۲۸ اسفند ۱۲۸۳ برابر با ۳ مارس ۱۹۰۵ تقویم ژولینی آمد.")
    assert [suggestion.replacement for suggestion in finding.suggestions] == ["۲۵ اسفند ۱۲۸۳"]
