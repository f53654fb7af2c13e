"""Weekdays that are counted within a month or a year: the day, the month, or no such day."""

import datetime as dt

import pytest

import shamsi

# a text | its core | native | Gregorian day | weekday
DAYS = """
نجتمع في أول أحد من يونيو 2025 هنا | أول أحد من يونيو 2025 | 2025-06-01 | 2025-06-01 | 7
في ثاني ثلاثاء من شهر فبراير 2023 | ثاني ثلاثاء من شهر فبراير 2023 | 2023-02-14 | 2023-02-14 | 2
وفي ثالث اثنين من يناير 2022 | ثالث اثنين من يناير 2022 | 2022-01-17 | 2022-01-17 | 1
آخر خميس من آذار 2024 | آخر خميس من آذار 2024 | 2024-03-28 | 2024-03-28 | 4
لآخر سبت من عام 2022 | آخر سبت من عام 2022 | 2022-12-31 | 2022-12-31 | 6
الجمعة الثانية من مايو 2023 | الجمعة الثانية من مايو 2023 | 2023-05-12 | 2023-05-12 | 5
الأحد الأخير من مارس 2023 | الأحد الأخير من مارس 2023 | 2023-03-26 | 2023-03-26 | 7
الثلاثاء الثاني من نوفمبر 2024 | الثلاثاء الثاني من نوفمبر 2024 | 2024-11-12 | 2024-11-12 | 2
يوم الأربعاء الثالث من أيار/مايو 2024 | الأربعاء الثالث من أيار/مايو 2024 | 2024-05-15 | 2024-05-15 | 3
الثلاثاء الثاني من نوفمبر عام 1922 | الثلاثاء الثاني من نوفمبر عام 1922 | 1922-11-14 | 1922-11-14 | 2
أول سبت من آبان 1402 | أول سبت من آبان 1402 | 1402-08-06 | 2023-10-28 | 6
سومین جمعه‌ی تیر ۱۴۰۲ | سومین جمعه‌ی تیر ۱۴۰۲ | 1402-04-16 | 2023-07-07 | 5
آخرین دوشنبه‌ی سال ۹۸ | آخرین دوشنبه‌ی سال ۹۸ | 1398-12-26 | 2020-03-16 | 1
سومین جمعهٔ تیرماه سال ۱۴۰۲ | سومین جمعهٔ تیرماه سال ۱۴۰۲ | 1402-04-16 | 2023-07-07 | 5
چهارمین یک‌شنبهٔ دی ۱۴۰۱ تعطیل بود | چهارمین یک‌شنبهٔ دی ۱۴۰۱ | 1401-10-25 | 2023-01-15 | 7
پنجمین سه‌شنبه آذر ۱۴۰۲ | پنجمین سه‌شنبه آذر ۱۴۰۲ | - | - | 2
آخرین سه شنبه بهمن ماه ۱۴۰۰ | آخرین سه شنبه بهمن ماه ۱۴۰۰ | 1400-11-26 | 2022-02-15 | 2
جمعه آخر خرداد ۱۴۰۰ | جمعه آخر خرداد ۱۴۰۰ | 1400-03-28 | 2021-06-18 | 5
نخستین دوشنبه اوت ۲۰۲۱ | نخستین دوشنبه اوت ۲۰۲۱ | 2021-08-02 | 2021-08-02 | 1
آخرین چهارشنبه سال ۱۴۰۱ | آخرین چهارشنبه سال ۱۴۰۱ | 1401-12-24 | 2023-03-15 | 3
دومین شنبه ثور ۱۴۰۱ در کابل | دومین شنبه ثور ۱۴۰۱ | 1401-02-10 | 2022-04-30 | 6
په ښار کې د ۱۴۰۲ کال د وږي وروستۍ شنبه غونډه وشوه | ۱۴۰۲ کال د وږي وروستۍ شنبه | 1402-06-25 | 2023-09-16 | 6
لە سێیەم پێنجشەممەی ئەیلوولی 2024 کۆبوونەوە کرا | سێیەم پێنجشەممەی ئەیلوولی 2024 | 2024-09-19 | 2024-09-19 | 4
"""
# a text | its core | native | kind: the day is unknown, or may be a week away
COARSE = """
ثاني اثنين من أغسطس | ثاني اثنين من أغسطس | XXXX-08 | month
اولین شنبه آذر همه آمدند | اولین شنبه آذر | XXXX-09 | month
أول جمعة من شعبان 1445 | أول جمعة من شعبان 1445 | 1445-08 | month
آخرین جمعه ماه رمضان ۱۴۴۴ | آخرین جمعه ماه رمضان ۱۴۴۴ | 1444-09 | month
آخر خميس من سنة 1444 هـ | آخر خميس من سنة 1444 هـ | 1444 | year
كل اثنين من شهر أبريل 2023 | أبريل 2023 | 2023-04 | month
وكل خميس من أبريل 2023 | أبريل 2023 | 2023-04 | month
"""


def row(case: str) -> list[str]:
    return case.split(" | ")


@pytest.mark.parametrize("case", DAYS.strip().split("\n"))
def test_a_counted_weekday_is_a_day(case: str) -> None:
    text, core, native, day, weekday = row(case)
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.kind, mention.weekday, mention.parts) == (core, "day", int(weekday), ())
    if native == "-":
        assert mention.problem == "Azar 1402 has four Tuesdays"
        return
    assert (mention.native, mention.earliest, mention.latest) == (native, *2 * (dt.date.fromisoformat(day),))
    assert dt.date.fromisoformat(day).isoweekday() == int(weekday)
    assert shamsi.check(text) == []


@pytest.mark.parametrize("case", COARSE.strip().split("\n"))
def test_a_day_that_cannot_be_known_is_its_month(case: str) -> None:
    text, core, native, kind = row(case)
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.native, mention.kind) == (core, native, kind)
    assert shamsi.check(text) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("پنجمین جمعه اسفند ۱۴۰۲", "Esfand 1402 has four Fridays"),
        ("خامس أحد من فبراير 2023", "February 2023 has four Sundays"),
        ("خامس خميس من فبراير 2023", "February 2023 has four Thursdays"),
    ],
)
def test_a_counted_weekday_that_does_not_exist_is_an_impossible_date(text: str, problem: str) -> None:
    (finding,) = shamsi.check(text)
    assert (finding.code, finding.detail, finding.suggestions) == ("impossible-date", problem, ())
    assert shamsi.find(text)[0].earliest is None


# A weekday, an ordinal and a month: the day of that number where it is such a weekday.
NUMBERS = """
الثلاثاء الأول من نوفمبر 2022 | 2022-11-01 |
الأحد الخامس من فبراير 2023 | 2023-02-05 |
الجمعة الخامس من فبراير 2023 | 2023-02-05 | weekday-conflict
الأحد السادس من فبراير 2023 | 2023-02-06 | weekday-conflict
الثلاثاء الحادي عشر من نوفمبر 2022 | 2022-11-11 | weekday-conflict
الثلاثاء 2 نوفمبر 2022 | 2022-11-02 | weekday-conflict
الثلاثاء 2 من نوفمبر 2022 | 2022-11-02 | weekday-conflict
الثلاثاء، الثاني من نوفمبر 2022 | 2022-11-02 | weekday-conflict
الثلاثاء ثاني نوفمبر 2022 | 2022-11-02 | weekday-conflict
الثلاثاء الموافق الثاني من نوفمبر 2022 | 2022-11-02 | weekday-conflict
يوم الثلاثاء الثاني من شهر نوفمبر سنة 1922 | 1922-11-02 | weekday-conflict
يوم الثلاثاء الثاني من نوفمبر عام 1922 | 1922-11-02 | weekday-conflict
سه‌شنبه دوم آبان ۱۴۰۱ | 1401-08-02 | weekday-conflict
سه‌شنبه سوم آبان ۱۴۰۱ | 1401-08-03 |
سەشەممە دووەمی ئەیلوولی 2024 | 2024-09-02 |
"""


@pytest.mark.parametrize("case", NUMBERS.strip().split("\n"))
def test_a_number_is_a_day_where_it_may_be_one(case: str) -> None:
    text, native, code = (one.strip() for one in case.split("|"))
    (mention,) = shamsi.find(text)
    assert (mention.native, mention.rule) == (native, "day")
    assert [finding.code for finding in shamsi.check(text)] == code.split()


@pytest.mark.parametrize(
    ("text", "native", "code"),
    [
        ("الثلاثاء الثاني من نوفمبر 2022 الموافق 7 ربيع الآخر 1444", "2022-11-02", "weekday-conflict"),
        ("الثلاثاء الثاني من نوفمبر 2022 الموافق 13 ربيع الآخر 1444", "2022-11-08", ""),
        ("17 آبان 1401 (الثلاثاء الثاني من نوفمبر 2022)", "2022-11-08", ""),
        ("11 آبان 1401 (الثلاثاء الثاني من نوفمبر 2022)", "2022-11-02", "weekday-conflict"),
    ],
)
def test_a_date_of_another_calendar_decides_what_is_counted(text: str, native: str, code: str) -> None:
    assert native in [mention.native for mention in shamsi.find(text)]
    assert [finding.code for finding in shamsi.check(text)] == code.split()


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("دومین دوشنبه مهر", "1401-07-11"),
        ("آخرین شنبه فروردین سال آینده", "1402-01-26"),
        ("أول اثنين من مايو القادم", "2023-05-01"),
        ("أول اثنين من سبتمبر", "2022-09-05"),
    ],
)
def test_a_reference_gives_the_year(text: str, native: str) -> None:
    (mention,) = shamsi.find(text, reference=dt.date(2022, 10, 10))
    assert (mention.text, mention.kind, mention.native) == (text, "day", native)
    assert ("year" in mention.assumed) == text.endswith(("مهر", "سبتمبر"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("اولین دوشنبه و آخرین پنجشنبه مهر ۱۴۰۴", ["1404-07-07", "1404-07-24"]),
        ("أول خميس، وثالث خميس من مايو 2024", ["2024-05-02", "2024-05-16"]),
        ("الخميس الأول والثالث من مايو 2024", ["2024-05-02", "2024-05-16"]),
    ],
)
def test_several_weekdays_are_counted_in_one_month(text: str, days: list[str]) -> None:
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.rule) == (text, "nth-weekday-list")
    assert [part.native for part in mention.parts] == days
    assert shamsi.check(text) == []


def test_several_weekdays_of_a_lunar_month_are_the_month() -> None:
    (mention,) = shamsi.find("أول جمعة وآخر جمعة من رمضان 1445")
    assert (mention.native, mention.kind, mention.parts) == ("1445-09", "month", ())


def test_a_range_may_begin_and_end_with_counted_weekdays() -> None:
    for text, days, weekday in (
        ("از نخستین شنبه آبان ۱۴۰۱ تا آخرین شنبه آبان ۱۴۰۱", "1401-08-07/1401-08-28", 6),
        ("من أول خميس من مايو 2022 إلى الخميس الثالث من مايو 2022", "2022-05-05/2022-05-19", 4),
    ):
        (mention,) = shamsi.find(text)
        assert mention.native == days
        assert [part.weekday for part in mention.parts] == [weekday] * 2


@pytest.mark.parametrize("text", ["ثاني اثنين إذ هما في الغار", "آخر جمعة", "دومین دوشنبه بود"])
def test_no_month_no_date(text: str) -> None:
    assert shamsi.find(text) == []


def test_two_is_still_two() -> None:
    for text, native in (("اثنين من أكتوبر 2022", "2022-10-02"), ("الثاني من أكتوبر 2022", "2022-10-02")):
        (mention,) = shamsi.find(f"ولد في {text}")
        assert (mention.text, mention.native) == (text, native)


def test_explain_says_what_is_counted() -> None:
    (row,) = shamsi.explain("دومین دوشنبه مهر ۱۴۰۴")
    assert (row.rule, row.pattern) == ("nth-weekday", "nth_weekday month_numbered four_digits")
    assert "«دومین دوشنبه» counts the weekdays of the month or year" in row.reasons
    (row,) = shamsi.explain("الثلاثاء الثاني من نوفمبر 2022")
    assert row.reasons[1] == ("«الثاني» counts the weekdays of the month, as no day of this number is a «الثلاثاء»")


def test_a_counted_weekday_is_rewritten_as_a_plain_date() -> None:
    for text, repairs in (
        ("دومین دوشنبه مهر ۱۴۰۴ (۷ اکتبر ۲۰۲۵)", ["سه‌شنبه ۱۵ مهر ۱۴۰۴", "۶ اکتبر ۲۰۲۵"]),
        ("ثاني اثنين من سبتمبر 2025 (16 شهریور 1404)", ["الأحد 7 سبتمبر 2025", "17 شهریور 1404"]),
        ("الخميس الرابع من نوفمبر 2025 (7 آذر 1404)", ["الجمعة 28 نوفمبر 2025", "6 آذر 1404"]),
        ("آخرین پنجشنبه سال ۱۴۰۳ (۱۹ مارس ۲۰۲۵)", ["۲۰ مارس ۲۰۲۵"]),
    ):
        (finding,) = shamsi.check(text)
        assert (finding.code, [one.replacement for one in finding.suggestions]) == ("pair-mismatch", repairs)
        for repair in finding.suggestions:
            assert shamsi.check(text[: repair.start] + repair.replacement + text[repair.end :]) == []


def test_a_counted_weekday_is_annotated_and_redacted_as_a_whole() -> None:
    text = "جلسه دومین دوشنبه مهر ۱۴۰۴ بود"
    assert shamsi.annotate(text, to="gregorian") == "جلسه دومین دوشنبه مهر ۱۴۰۴ (۶ اکتبر ۲۰۲۵) بود"
    kept = [shamsi.redact(text, keep) for keep in ("month", "year", "nothing")]
    assert kept == ["جلسه مهر ۱۴۰۴ بود", "جلسه ۱۴۰۴ بود", "جلسه [DATE] بود"]
    assert shamsi.redact("جلسه دومین دوشنبه مهر بود", "month") == "جلسه مهر بود"
