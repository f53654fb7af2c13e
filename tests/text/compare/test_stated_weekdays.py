"""Stated weekdays: alone, at night, beside another date, by the Julian calendar, in either order."""

import pytest

import shamsi
from shamsi.lang.language import load


def rung(text: str) -> set[str]:
    """Return the weekdays, in the words of the text's language, that are a conflict in a text."""
    weekdays = [row[0] for row in load("ar" if "كتب" in text else "fa").tables.weekdays]
    return {
        day for day in weekdays if "weekday-conflict" in [finding.code for finding in shamsi.check(text.format(day))]
    }


def silent(text: str) -> str:
    """Return the other weekdays, from Monday on."""
    weekdays = [row[0] for row in load("ar" if "كتب" in text else "fa").tables.weekdays]
    return " ".join(day for day in weekdays if day not in rung(text))


@pytest.mark.parametrize(
    ("text", "days"),
    [  # by the Umm al-Qura calendar, then by the table
        ("كتب هذا يوم {} 20 محرم 1447 هـ هنا", "الاثنين الثلاثاء الأربعاء الخميس"),  # Tuesday, Wednesday
        ("كتب هذا يوم {} 8 شوال 1408 هـ هنا", "الاثنين الثلاثاء الأربعاء الخميس الأحد"),  # Monday, Wednesday
        ("كتب هذا يوم {} 3 رجب 1450 هـ هنا", "السبت الأحد الاثنين الثلاثاء الأربعاء"),  # Monday, Monday
        ("كتب هذا يوم {} 3 رجب 1250 هـ هنا", "الاثنين الثلاثاء الأربعاء الخميس"),  # by the table a Wednesday
    ],
)
def test_a_lunar_weekday_may_be_that_of_either_reckoning(text: str, days: str) -> None:
    assert set(silent(text).split()) == set(days.split())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("كتب هذا يوم {} 9 شعبان 1444هـ الموافق 1 مارس 2023م هنا", "الأربعاء"),
        ("كتب هذا يوم {} 9 شعبان 1444هـ (1 مارس 2023م) هنا", "الأربعاء"),
        ("كتب هذا مساء {} 9 شعبان 1444هـ الموافق 1 مارس 2023م هنا", "الأربعاء"),
        ("كتب هذا ليلة {} 9 شعبان 1444هـ الموافق 1 مارس 2023م هنا", "الأربعاء الخميس"),
        ("این را {} ۹ شعبان ۱۴۴۴ برابر با ۱۰ اسفند ۱۴۰۱ نوشت", "چهارشنبه"),
        ("این را {} ۱۱ شعبان ۱۲۹۹ (۲۸ ژوئن ۱۸۸۲) نوشت", "چهارشنبه"),
        # The Julian day makes this pair agree, so its weekday counts.
        ("كتب هذا يوم {} 4 صفر 656 هـ (10 فبراير 1258م) هنا", "الأحد"),
    ],
)
def test_a_date_beside_a_lunar_one_decides(text: str, days: str) -> None:
    assert silent(text) == days


def test_the_repair_of_such_a_weekday_is_that_of_the_other_date() -> None:
    [finding] = shamsi.check("كتب هذا يوم الثلاثاء 9 شعبان 1444هـ الموافق 1 مارس 2023م هنا")
    assert finding.detail == "9 شعبان 1444هـ is 2023-03-01 by the Gregorian side, a Wednesday, not a Tuesday"
    assert [(one.replacement, one.preferred) for one in finding.suggestions] == [("الأربعاء", True)]


def test_a_coarse_or_a_wrong_date_does_not_decide() -> None:
    assert rung("كتب هذا يوم {} 9 شعبان 1300هـ (15 يونيو) هنا") == rung("كتب هذا يوم {} 9 شعبان 1300هـ هنا")
    assert rung("كتب هذا يوم {} 9 شعبان 1300هـ (1883م) هنا") == rung("كتب هذا يوم {} 9 شعبان 1300هـ هنا")
    wrong = shamsi.check("كتب هذا يوم الجمعة 9 شعبان 1300هـ (9 مايو 1884م) هنا")
    assert [finding.code for finding in wrong] == ["pair-mismatch"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("كتب هذا يوم {} 3 مايو 1481م هنا", "الثلاثاء الخميس"),
        ("این را روز {} ۲۲ اوت ۱۴۸۵ میلادی نوشت", "دوشنبه شنبه"),
        ("این را روز {} ۴ اکتبر ۱۵۸۲ میلادی نوشت", "دوشنبه پنجشنبه"),
        ("این را روز {} ۱۵ اکتبر ۱۵۸۲ میلادی نوشت", "جمعه"),
        ("كتب هذا يوم {} 14 يوليو 1790م هنا", "الأربعاء"),
        ("كتب هذا يوم {} 9 يناير 1905 بالتقويم اليولياني هنا", "الاثنين الأحد"),
        ("كتب هذا يوم {} 9 يناير 1905 (حسب التقويم القديم) هنا", "الاثنين الأحد"),
        ("كتب هذا يوم {} 9 يناير 1905 هنا", "الاثنين"),
        ("این را روز {} ۹ ژانویه ۱۹۰۵ به تقویم قدیم روسی نوشت", "دوشنبه یکشنبه"),
        ("طبق گاه‌شماری ژولینی این را روز {} ۹ ژانویه ۱۹۰۵ نوشت", "دوشنبه یکشنبه"),
    ],
)
def test_an_old_weekday_may_be_that_of_the_julian_calendar(text: str, days: str) -> None:
    assert silent(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("این را روز {} ۹ مهر ۸۲۱ هجری خورشیدی نوشت", "شنبه یکشنبه جمعه"),
        ("این را روز {} ۹ مهر ۱۱۷۷ هجری خورشیدی نوشت", "دوشنبه یکشنبه شنبه"),
        ("این را روز {} ۹ مهر ۱۱۷۸ هجری خورشیدی نوشت", "سه‌شنبه"),
    ],
)
def test_solar_weekdays_before_1178_have_a_day_of_grace(text: str, days: str) -> None:
    assert len(silent(text).split()) == len(days.split())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("كتب هذا يوم {} 6/9/2021 هنا", "الاثنين الأربعاء"),  # 6 September, 9 June
        ("كتب هذا يوم {} 16/9/2021 هنا", "الخميس"),
        ("كتب هذا يوم {} 2021/9/6 هنا", "الاثنين"),
        ("این را {} ۶/۹/۲۰۲۱ نوشت", "دوشنبه چهارشنبه"),
        ("این را {} ۱۴۰۲/۰۶/۰۹ نوشت", "پنجشنبه"),
        ("كتب هذا في 6 سبتمبر، أي {} الموافق 6/9/2021 هنا", "الاثنين"),  # the text has the day in words
    ],
)
def test_a_numeric_date_has_the_weekday_of_either_order(text: str, days: str) -> None:
    assert silent(text) == days
