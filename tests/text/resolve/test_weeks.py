"""Weeks of a month or a year: seven days, which another date may miss by six."""

import datetime as dt

import pytest

import shamsi

# a text | its core | native | first Gregorian day | last
WEEKS = """
کارگاه در هفته دوم مهر ۱۴۰۳ است | هفته دوم مهر ۱۴۰۳ | 1403-07-08/1403-07-14 | 2024-09-29 | 2024-10-05
هفتهٔ نخست تیر ۱۳۹۹ | هفتهٔ نخست تیر ۱۳۹۹ | 1399-04-01/1399-04-07 | 2020-06-21 | 2020-06-27
هفته‌ی چهارم دی ماه سال ۱۴۰۱ | هفته‌ی چهارم دی ماه سال ۱۴۰۱ | 1401-10-22/1401-10-28 | 2023-01-12 | 2023-01-18
سومین هفته آبان ۱۴۰۰ بود | سومین هفته آبان ۱۴۰۰ | 1400-08-15/1400-08-21 | 2021-11-06 | 2021-11-12
هفته پنجم خرداد ۱۴۰۲ | هفته پنجم خرداد ۱۴۰۲ | 1402-03-29/1402-03-31 | 2023-06-19 | 2023-06-21
آخرین هفته بهمن ۱۴۰۲ | آخرین هفته بهمن ۱۴۰۲ | 1402-11-24/1402-11-30 | 2024-02-13 | 2024-02-19
هفته آخر اسفند ۱۴۰۲ | هفته آخر اسفند ۱۴۰۲ | 1402-12-23/1402-12-29 | 2024-03-13 | 2024-03-19
هفته سوم سال ۱۴۰۲ | هفته سوم سال ۱۴۰۲ | 1402-01-15/1402-01-21 | 2023-04-04 | 2023-04-10
هفته دوم ژوئن ۲۰۲۳ | هفته دوم ژوئن ۲۰۲۳ | 2023-06-08/2023-06-14 | 2023-06-08 | 2023-06-14
نلتقي في الأسبوع الثاني من أيار 2023 | الأسبوع الثاني من أيار 2023 | 2023-05-08/2023-05-14 | 2023-05-08 | 2023-05-14
بالأسبوع الرابع من شهر تموز 2022 | الأسبوع الرابع من شهر تموز 2022 | 2022-07-22/2022-07-28 | 2022-07-22 | 2022-07-28
ثالث أسبوع من نوفمبر 2021 | ثالث أسبوع من نوفمبر 2021 | 2021-11-15/2021-11-21 | 2021-11-15 | 2021-11-21
آخر أسبوع من فبراير 2024 | آخر أسبوع من فبراير 2024 | 2024-02-23/2024-02-29 | 2024-02-23 | 2024-02-29
الأسبوع الأول من شعبان 1445 | الأسبوع الأول من شعبان 1445 | 1445-08-01/1445-08-07 | 2024-02-11 | 2024-02-17
په ښار کې د ۱۴۰۲ کال د وږي په دریمه اونۍ | ۱۴۰۲ کال د وږي په دریمه اونۍ | \
1402-06-15/1402-06-21 | 2023-09-06 | 2023-09-12
لە هەفتەی سێیەمی ئەیلوولی 2024 کۆبوونەوە کرا | هەفتەی سێیەمی ئەیلوولی 2024 | \
2024-09-15/2024-09-21 | 2024-09-15 | 2024-09-21
در هفته اول ثور ۱۴۰۱ در کابل | هفته اول ثور ۱۴۰۱ | 1401-02-01/1401-02-07 | 2022-04-21 | 2022-04-27
"""
YEARLESS = """
هفته سوم آذر ثبت‌نام می‌کنیم | هفته سوم آذر | XXXX-09-15/XXXX-09-21
دومین هفته مهر شلوغ بود | دومین هفته مهر | XXXX-07-08/XXXX-07-14
في الأسبوع الأخير من أيلول | الأسبوع الأخير من أيلول | XXXX-09-24/XXXX-09-30
د وږي لومړۍ اونۍ کې غونډه وه | وږي لومړۍ اونۍ | XXXX-06-01/XXXX-06-07
"""
# a text | its core | native | the parts
SEVERAL = """
هفته اول و دوم مهر ۱۴۰۳ | هفته اول و دوم مهر ۱۴۰۳ | 1403-07-01/1403-07-14 | 1403-07-01/1403-07-07 1403-07-08/1403-07-14
هفته دوم تا چهارم دی ۱۴۰۳ | هفته دوم تا چهارم دی ۱۴۰۳ | 1403-10-08/1403-10-28 | \
1403-10-08/1403-10-14 1403-10-22/1403-10-28
په ښار کې د ۱۴۰۲ کال د وږي په لومړۍ او دویمه اونۍ | ۱۴۰۲ کال د وږي په لومړۍ او دویمه اونۍ | \
1402-06-01/1402-06-14 | 1402-06-01/1402-06-07 1402-06-08/1402-06-14
الأسبوعين الثاني والثالث من مايو 2023 | الأسبوعين الثاني والثالث من مايو 2023 | 2023-05-08/2023-05-21 | \
2023-05-08/2023-05-14 2023-05-15/2023-05-21
از هفته سوم آبان تا هفته اول آذر ۱۴۰۲ | هفته سوم آبان تا هفته اول آذر ۱۴۰۲ | 1402-08-15/1402-09-07 | \
1402-08-15/1402-08-21 1402-09-01/1402-09-07
"""
# No week, and no day of its number: a verb, a day that ends a week, a week that no month has.
OTHERS = """
سود هفته دوم می‌رسد |
هفته منتهی به سوم دی ۱۴۰۳ | 1403-10-03
آخر هفته، پنجم مهر ۱۴۰۳ | 1403-07-05
هفته هفتم مهر ۱۴۰۳ | 1403-07
هفته کتاب از ۲۴ آبان ۱۴۰۳ | 1403-08-24
هفته آینده |
هفته اول تابستان ۱۴۰۱ | 1401-S2
"""


def cases(rows: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in rows.replace("\\\n", "").strip().split("\n")]


@pytest.mark.parametrize("case", cases(WEEKS), ids=lambda case: case[1])
def test_a_week_of_a_month_is_seven_days(case: list[str]) -> None:
    text, core, native, *days = case
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.kind, mention.native, mention.parts) == (core, "week", native, ())
    assert [mention.earliest, mention.latest] == [*map(dt.date.fromisoformat, days)]
    assert "week" in mention.assumed


@pytest.mark.parametrize("case", cases(YEARLESS), ids=lambda case: case[1])
def test_a_week_without_a_year_has_open_days(case: list[str]) -> None:
    text, core, native = case
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.native, mention.earliest) == (core, native, None)


def test_a_week_without_a_year_is_the_nearest_to_the_reference() -> None:
    (mention,) = shamsi.find("هفته سوم آذر ثبت‌نام می‌کنیم", reference=dt.date(2024, 10, 20))
    assert (mention.native, mention.assumed) == ("1403-09-15/1403-09-21", ("week", "year"))


@pytest.mark.parametrize("case", cases(SEVERAL), ids=lambda case: case[1])
def test_weeks_of_a_list_or_a_range_are_its_parts(case: list[str]) -> None:
    text, core, native, parts = case
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.kind, mention.native) == (core, "range", native)
    assert [part.native for part in mention.parts] == parts.split()
    assert {part.kind for part in mention.parts} == {"week"}


@pytest.mark.parametrize("case", cases(OTHERS), ids=lambda case: case[0])
def test_other_weeks_are_no_weeks_of_a_month(case: list[str]) -> None:
    text, native = case
    assert [mention.native for mention in shamsi.find(text)] == native.split()


def test_a_fifth_week_needs_a_29th() -> None:
    (mention,) = shamsi.find("الأسبوع الخامس من فبراير 2023")
    assert mention.problem == "February 2023 has no fifth week: it has 28 days"


@pytest.mark.parametrize(("day", "verdict"), [(23, "overlap"), (29, "overlap"), (11, "overlap"), (12, "mismatch")])
def test_a_pair_forgives_six_days(day: int, verdict: str) -> None:
    month = "سپتامبر" if day > 20 else "اکتبر"
    (pair,) = shamsi.pairs(f"هفته دوم مهر ۱۴۰۳ ({day} {month} ۲۰۲۴)")
    assert pair.verdict == verdict


def test_the_days_of_a_week_are_not_written_into_the_text() -> None:
    text = "کارگاه در هفته دوم مهر ۱۴۰۳ است"
    assert shamsi.annotate(text) == text
    assert shamsi.redact(text, "month") == "کارگاه در مهر ۱۴۰۳ است"
