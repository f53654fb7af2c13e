import datetime as dt
from pathlib import Path

import pytest

import shamsi
from shamsi.exports.edtf import edtf
from shamsi.exports.timex import timeml, timex_value

REFERENCE = dt.date(2025, 11, 5)  # Wednesday, 14 Aban 1404, 14 Jumada I 1447
ENGLISH = str(Path(shamsi.__file__).parent / "lang" / "en.toml")

# A text, the core that is found, and its days.
CASES = """
جلسه شنبه هفته آینده است. | شنبه هفته آینده | 2025-11-08
جلسه پنج‌شنبه‌ی هفته‌ی آینده است. | پنج‌شنبه‌ی هفته‌ی آینده | 2025-11-13
جلسه یکشنبه این هفته بود. | یکشنبه این هفته | 2025-11-02
جلسه دوشنبه دو هفته پیش بود. | دوشنبه دو هفته پیش | 2025-10-20
جلسه شنبه و چهارشنبه هفته قبل بود. | شنبه و چهارشنبه هفته قبل | 2025-10-25/2025-10-29
يبدأ العمل يوم الأربعاء من الأسبوع القادم. | الأربعاء من الأسبوع القادم | 2025-11-12
د تېرې اوونۍ په دوشنبه غونډه وشوه. | تېرې اوونۍ په دوشنبه | 2025-10-27
چوارشەممەی هەفتەی داهاتوو کۆبوونەوە دەکرێت. | چوارشەممەی هەفتەی داهاتوو | 2025-11-12
سود سهام نهم ماه جاری پرداخت شد. | نهم ماه جاری | 2025-10-31
سود سهام ۹ همین ماه پرداخت شد. | ۹ همین ماه | 2025-10-31
سود سهام روز هفدهم ماه گذشته پرداخت شد. | هفدهم ماه گذشته | 2025-10-09
از ۳ تا ۸ ماه جاری باز است. | ۳ تا ۸ ماه جاری | 2025-10-25/2025-10-30
هفته دوم ماه آینده باز است. | هفته دوم ماه آینده | 2025-11-29/2025-12-05
هفته اول و سوم ماه قبل شلوغ بود. | هفته اول و سوم ماه قبل | 2025-09-23/2025-10-13
آخرین هفته ماه جاری شلوغ است. | آخرین هفته ماه جاری | 2025-11-15/2025-11-21
يبدأ البيع في الأسبوع الثاني من الشهر القادم. | الأسبوع الثاني من الشهر القادم | 2025-12-08/2025-12-14
د تېرې میاشتې په لومړۍ اونۍ کې ګډون وشو. | تېرې میاشتې په لومړۍ اونۍ | 2025-09-23/2025-09-29
لە هەفتەی سێیەمی مانگی داهاتوو دەست پێ دەکات. | هەفتەی سێیەمی مانگی داهاتوو | 2025-12-15/2025-12-21
The fair opens in the first week of next month. | first week of next month | 2025-12-01/2025-12-07
هفته دوم سال آینده تعطیل است. | سال آینده | 2026-03-21/2027-03-20
نوبت سوم ماه آینده است. | ماه آینده | 2025-11-22/2025-12-21
نسخه چهارم ماه گذشته منتشر شد. | ماه گذشته | 2025-09-23/2025-10-22
قسط پنجم ماه قبل عقب افتاد. | ماه قبل | 2025-09-23/2025-10-22
زلزله سوم ماه گذشته یادتان هست. | سوم ماه گذشته | 2025-09-25
یکشنبه و سه‌شنبه آینده باز است. | یکشنبه و سه‌شنبه آینده | 2025-11-09/2025-11-11
يجتمعان السبت والأحد المقبلين. | السبت والأحد المقبلين | 2025-11-08/2025-11-09
وصلت الرسالة الأسبوع قبل الماضي. | الأسبوع قبل الماضي | 2025-10-18/2025-10-24
وصلت الرسالة الشهر قبل الماضي. | الشهر قبل الماضي | 2025-09-01/2025-09-30
راتلونکې سه شنبه غونډه ده. | راتلونکې سه شنبه | 2025-11-11
The letter came the week before last. | the week before last | 2025-10-20/2025-10-26
The letter came last week. | last week | 2025-10-27/2025-11-02
The boat was sold last Friday. | last Friday | 2025-10-31
Last Wednesday the lift broke. | Last Wednesday | 2025-10-29
د راتلونکې اونۍ په شنبه به راشي. | راتلونکې اونۍ په شنبه | 2025-11-08
تا ده روز نخست ماه جاری باز است. | ماه جاری | 2025-10-23/2025-11-21
مجله شماره ۴ ماه گذشته را خرید. | ماه گذشته | 2025-09-23/2025-10-22
وقع الحادث في السابع من الشهر الحالي. | السابع من الشهر الحالي | 2025-11-07
وقع الحادث في 12 من الشهر المنصرم. | 12 من الشهر المنصرم | 2025-10-12
غونډه به د روانې میاشتې په ۲۰مه کېږي. | روانې میاشتې په ۲۰مه | 2025-11-11
٧ی ئەم مانگە کۆبوونەوە دەکرێت لە شارەکە. | ٧ی ئەم مانگە | 2025-11-07
نیمه نخست سال گذشته خشک بود. | نیمه نخست سال گذشته | 2024-03-20/2024-09-21
نیمه دوم ماه گذشته خشک بود. | نیمه دوم ماه گذشته | 2025-10-08/2025-10-22
سه‌ماهه سوم امسال خشک بود. | سه‌ماهه سوم امسال | 2025-09-23/2025-12-21
يفتتح الجسر في الربع الثاني من العام القادم. | الربع الثاني من العام القادم | 2026-04-01/2026-06-30
"""
ENGLISH_CASES = """
Tuesday of next week | 2025-11-11
the 9th of this month | 2025-11-09
first half of last year | 2024-01-01/2024-06-30
next Friday | 2025-11-07
last week | 2025-10-27/2025-11-02
"""
# Queries of a word or two: each means what it means in a sentence of its language.
QUERIES = """
امروز | 2025-11-05 | gregorian
دیروز | 2025-11-04 | gregorian
فردا؟ | 2025-11-06 | gregorian
این هفته | 2025-11-01/2025-11-07 | persian
ماه قبل | 2025-09-23/2025-10-22 | persian
سال دیگر | 2026-03-21/2027-03-20 | persian
قیمت پارسال | 2024-03-20/2025-03-20 | persian
دو سال بعد | 2027-03-21/2028-03-19 | persian
ده سال گذشته | 2015-11-05/2025-11-05 | persian
أمس | 2025-11-04 | gregorian
الشهر المقبل | 2025-12-01/2025-12-31 | gregorian
قبل أسبوعين | 2025-10-18/2025-10-24 | gregorian
سږ کال | 2025-03-21/2026-03-20 | persian
درې اوونۍ وړاندې | 2025-10-11/2025-10-17 | persian
ئەمساڵ | 2025-01-01/2025-12-31 | gregorian
سێ ڕۆژ لەمەوبەر | 2025-11-02 | gregorian
"""


def lines(text: str) -> list[list[str]]:
    return [line.split(" | ") for line in text.strip().split("\n")]


def days(mention: shamsi.Mention) -> str:
    return "/".join(dict.fromkeys((str(mention.earliest), str(mention.latest))))


@pytest.mark.parametrize("case", lines(CASES), ids=lambda case: case[0])
def test_a_day_or_a_part_of_a_relative_time(case: list[str]) -> None:
    text, core, expected = case
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert (mention.text, days(mention), mention.native) == (core, expected, None)


@pytest.mark.parametrize("case", lines(ENGLISH_CASES), ids=lambda case: case[0])
def test_relative_times_in_english(case: list[str]) -> None:
    (mention,) = shamsi.find(f"it is open {case[0]}.", reference=REFERENCE, languages=[ENGLISH])
    assert days(mention) == case[1]


@pytest.mark.parametrize("case", lines(QUERIES), ids=lambda case: case[0])
def test_a_query_means_what_it_means_in_a_sentence(case: list[str]) -> None:
    text, expected, calendar = case
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert (days(mention), mention.calendar) == (expected, calendar)


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("تابستان گذشته سفر کردیم.", "1404-S2"),
        ("پاییز گذشته سفر کردیم.", "1403-S3"),
        ("زمستان آینده سرد است.", "1404-S4"),
        ("بهار آینده برمی‌گردد.", "1405-S1"),
        ("پاییز سال گذشته سفر کردیم.", "1403-S3"),
        ("The strike began last February.", "2025-02"),
        ("The strike began last December.", "2024-12"),
        ("The bridge opens next January.", "2026-01"),
        ("مهر دو سال پیش برگشت.", "1402-07"),
    ],
)
def test_a_season_or_a_month_may_be_the_last_or_the_next(text: str, native: str) -> None:
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert mention.native == native


@pytest.mark.parametrize(
    "text",
    [
        "سه سال پیش از جنگ در تبریز بود.",
        "دو سال پیش از جنگ در تبریز بود.",
        "سال قبل از جنگ در تبریز بود.",
        "هفته بعد از مسابقه استراحت می‌کند.",
        "سوم ماه بعد از عمل مرخص شد.",
        "On the last Monday we sang.",
        "The first Monday is free.",
        "دوشنبه آخر",
        "آخرین هفته",
        "The last October of the siege was cold.",
        "تابستان، گذشته از گرما، خوب بود.",
    ],
)
def test_what_counts_from_another_day_is_silent(text: str) -> None:
    assert not shamsi.find(text, reference=REFERENCE)


def test_days_of_one_week_are_parts() -> None:
    (mention,) = shamsi.find("جلسه شنبه و چهارشنبه هفته قبل بود.", reference=REFERENCE)
    assert [(part.text, part.weekday, part.earliest) for part in mention.parts] == [
        ("شنبه", 6, dt.date(2025, 10, 25)),
        ("چهارشنبه هفته قبل", 3, dt.date(2025, 10, 29)),
    ]
    assert edtf(mention) == "{2025-10-25,2025-10-29}"


def test_a_day_that_the_month_does_not_have_is_a_problem() -> None:
    (mention,) = shamsi.find("سود سهام سی و یکم ماه گذشته پرداخت شد.", reference=REFERENCE)
    assert mention.earliest is None
    assert mention.problem == "day 31 of Mehr 1404 does not exist: Mehr has 30 days"


@pytest.mark.parametrize(
    ("text", "earliest", "native"),
    [
        ("در تیر باران بارید.", None, None),
        ("در خرداد باران بارید.", dt.date(2025, 5, 22), "1404-03"),
        ("در اردیبهشت سیل آمد.", dt.date(2026, 4, 21), "1405-02"),
        ("نیمه اول شهریور سیل آمد.", dt.date(2025, 8, 23), "1404-06-01/1404-06-15"),
        ("هوا در آذر، دی و بهمن سرد است.", dt.date(2025, 11, 22), "1404-09/1404-11"),
        ("اسفند و فروردین شلوغ است.", dt.date(2026, 2, 20), "1404-12/1405-01"),
        ("وصل الوفد في شهر أغسطس.", dt.date(2025, 8, 1), "2025-08"),
        ("تبدأ الدورة في مارس.", dt.date(2026, 3, 1), "2026-03"),
    ],
)
def test_a_month_without_a_year_is_the_nearest(text: str, earliest: dt.date | None, native: str | None) -> None:
    found = shamsi.find(text, reference=REFERENCE)
    assert [(m.earliest, m.native, m.assumed) for m in found] == ([(earliest, native, ("year",))] if native else [])


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("او ۵ مهر ۱۴۰۱ (۲۷ سپتامبر) رفت.", ["agree"]),
        ("او در مهر ۱۴۰۱ (اکتبر) رفت.", ["overlap"]),
        ("او در آبان (اکتبر) رفت.", ["overlap"]),
        ("وصل في الثالث من نوفمبر (12 صفر) إلى المدينة.", ["mismatch"]),
        ("وصل في 15 رمضان (5 مارس) إلى المدينة.", ["agree"]),
        ("وصل في 15 رمضان (15 مارس) إلى المدينة.", ["agree"]),  # of 1446, the year before
        ("وصل في 15 رمضان (25 ديسمبر) إلى المدينة.", ["mismatch"]),
    ],
)
@pytest.mark.parametrize("day", [REFERENCE, dt.date(2026, 4, 2)])
def test_a_year_that_was_assumed_is_not_held_against_a_pair(text: str, verdicts: list[str], day: dt.date) -> None:
    assert [pair.verdict for pair in shamsi.pairs(text, reference=day)] == verdicts


def test_a_lunar_pair_without_a_year_needs_a_reference() -> None:
    text = "وصل في 15 رمضان (25 ديسمبر) إلى المدينة."
    assert [pair.verdict for pair in shamsi.pairs(text)] == ["incomparable"]
    assert shamsi.check(text) == []


@pytest.mark.parametrize(
    ("text", "modifier", "outer"),
    [
        ("پیش از ۷ دی ۱۴۰۲ بسته بود.", "before", "پیش از ۷ دی ۱۴۰۲"),
        ("تا قبل از سال ۱۳۷۵ بسته بود.", "before", "تا قبل از سال ۱۳۷۵"),
        ("سه روز پس از ۷ دی ۱۴۰۱ باز شد.", None, "۷ دی ۱۴۰۱"),
        ("سه نفر پس از ۷ دی ۱۴۰۱ آمدند.", "after", "پس از ۷ دی ۱۴۰۱"),
        ("Before 1931 the mill was closed.", "before", "Before 1931"),
        ("The mill was closed after 1931.", "after", "after 1931"),
        ("پس از روز دوشنبه ۷ دی باز شد.", "after", "پس از روز دوشنبه ۷ دی"),
        ("بعد از دهه ۷۰ باز شد.", "after", "بعد از دهه ۷۰"),
        ("كان مغلقا بعد يوم 7 مايو 2021 في المدينة.", "after", "بعد يوم 7 مايو 2021"),
        ("كان مغلقا قبيل عام 1999 في المدينة.", "before", "قبيل عام 1999"),
        ("لە دوای ٧ی ئازاری ٢٠٢١ کرایەوە.", "after", "لە دوای ٧ی ئازاری ٢٠٢١"),
        ("بعد از ظهر ۷ دی ۱۴۰۲ باز شد.", None, "ظهر ۷ دی ۱۴۰۲"),
        ("قبل از ظهر روز ۷ دی ۱۴۰۲ باز شد.", None, "ظهر روز ۷ دی ۱۴۰۲"),
        ("كان ذلك بعد ظهر يوم 7 مايو 2021 في المدينة.", None, "ظهر يوم 7 مايو 2021"),
        ("در ۷ دی ۱۴۰۲ باز شد.", None, "۷ دی ۱۴۰۲"),
    ],
)
def test_before_and_after_are_modifiers(text: str, modifier: str | None, outer: str) -> None:
    (mention,) = shamsi.find(text)
    assert mention.modifier == modifier
    assert text[slice(*mention.extent)] == outer


def test_the_equivalent_of_a_bound_is_written() -> None:
    assert shamsi.annotate("پیش از ۷ دی ۱۴۰۲ بسته بود.", to="gregorian") == (
        "پیش از ۷ دی ۱۴۰۲ (۲۸ دسامبر ۲۰۲۳) بسته بود."
    )


@pytest.mark.parametrize(
    ("text", "value", "known"),
    [
        ("این را پنج هفته پیش دید.", "XXXX-WXX", "2025-09-27/2025-10-03"),
        ("این را پنج روز پیش دید.", "XXXX-XX-XX", "2025-10-31"),
        ("این را پنج ماه پیش دید.", "XXXX-XX", "2025-05-22/2025-06-21"),
        ("در پنج سال گذشته این را دید.", "P5Y", "2020-11-04/2025-11-05"),
        ("رآه قبل عامين في المدينة.", "XXXX", "2023"),
        ("رآه قبل شهرين في المدينة.", "XXXX-XX", "2025-09"),
    ],
)
def test_exports_of_counted_times(text: str, value: str, known: str) -> None:
    (mention,) = shamsi.find(text, relative=True)
    assert (edtf(mention), timex_value(mention)) == (None, value)
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert (edtf(mention), timex_value(mention)) == (known, known)
    assert 'temporalFunction="true"' in timeml(text, [mention])
