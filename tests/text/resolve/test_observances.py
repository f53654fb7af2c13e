"""Observances: days with a name, in Solar, Gregorian and lunar years and beside a reference."""

import datetime as dt
from itertools import chain

import pytest

import shamsi
from shamsi.calendar import intervals
from shamsi.exports.edtf import edtf
from shamsi.exports.timex import timeml
from shamsi.lang.fold import fold_form
from shamsi.lang.language import LANGUAGES, Observance, load
from shamsi.lang.schema import ObservanceTable
from shamsi.text.resolve import observances

REFERENCE = dt.date(2023, 6, 10)  # 20 Khordad 1402

# a text | its core | calendar | native | Gregorian day
DAYS = """
برای عید نوروز ۱۴۰۲ آماده شدیم | عید نوروز ۱۴۰۲ | persian | 1402-01-01 | 2023-03-21
در نوروز سال ۱۳۹۹ خانه ماندیم | نوروز سال ۱۳۹۹ | persian | 1399-01-01 | 2020-03-20
نوروز ۹۷ را یادم هست | نوروز ۹۷ | persian | 1397-01-01 | 2018-03-21
نوروز هزار و سیصد و نود بود | نوروز هزار و سیصد و نود | persian | 1390-01-01 | 2011-03-21
نوروز ۲۰۱۹ را در شیراز بودیم | نوروز ۲۰۱۹ | persian | 1398-01-01 | 2019-03-21
از نوروز ۲۵۳۶ یاد کرد | نوروز ۲۵۳۶ | persian | 1356-01-01 | 1977-03-21
سیزده‌بدر ۱۴۰۱ باران آمد | سیزده‌بدر ۱۴۰۱ | persian | 1401-01-13 | 2022-04-02
روز طبیعت سال ۱۴۰۰ | روز طبیعت سال ۱۴۰۰ | persian | 1400-01-13 | 2021-04-02
جشن مهرگان ۱۴۰۱ در یزد بود | جشن مهرگان ۱۴۰۱ | persian | 1401-07-16 | 2022-10-08
جشن سده ۱۴۰۱ | جشن سده ۱۴۰۱ | persian | 1401-11-10 | 2023-01-30
شب یلدای ۱۴۰۱ سرد بود | شب یلدای ۱۴۰۱ | persian | 1401-09-30 | 2022-12-21
شب چله ۱۴۰۰ همه آمدند | شب چله ۱۴۰۰ | persian | 1400-09-30 | 2021-12-21
چهارشنبه‌سوری ۱۴۰۱ آرام بود | چهارشنبه‌سوری ۱۴۰۱ | persian | 1401-12-23 | 2023-03-14
چهارشنبه‌سوری ۱۳۹۹ آرام بود | چهارشنبه‌سوری ۱۳۹۹ | persian | 1399-12-26 | 2021-03-16
روز معلم ۱۴۰۱ هدیه دادند | روز معلم ۱۴۰۱ | persian | 1401-02-12 | 2022-05-02
تاسوعای ۱۴۰۱ در یزد بودند | تاسوعای ۱۴۰۱ | islamic | 1444-01-09 | 2022-08-07
عاشورای ۱۴۰۱ در یزد بودند | عاشورای ۱۴۰۱ | islamic | 1444-01-10 | 2022-08-08
عاشورای ۱۴۴۵ در یزد بودند | عاشورای ۱۴۴۵ | islamic | 1445-01-10 | 2023-07-28
عاشورای ۱۳۹۸ شمسی بود | عاشورای ۱۳۹۸ شمسی | islamic | 1441-01-10 | 2019-09-10
عید قربان ۱۴۴۴ هجری قمری | عید قربان ۱۴۴۴ هجری قمری | islamic | 1444-12-10 | 2023-06-29
عاشورای حسینی سال ۶۱ هجری بود | عاشورای حسینی سال ۶۱ هجری | islamic | 0061-01-10 | 0680-10-13
عید غدیر خم ۱۴۰۰ جشن بود | عید غدیر خم ۱۴۰۰ | islamic | 1442-12-18 | 2021-07-28
نیمه شعبان ۱۴۰۱ چراغانی بود | نیمه شعبان ۱۴۰۱ | islamic | 1444-08-15 | 2023-03-08
مبعث ۱۳۹۷ در خانه بودیم | مبعث ۱۳۹۷ | islamic | 1439-07-27 | 2018-04-13
روز پدر ۱۴۰۱ هدیه دادند | روز پدر ۱۴۰۱ | islamic | 1444-07-13 | 2023-02-04
در کریسمس ۲۰۱۸ برف بارید | کریسمس ۲۰۱۸ | gregorian | 2018-12-25 | 2018-12-25
در کریسمس ۱۳۹۷ برف بارید | کریسمس ۱۳۹۷ | gregorian | 2018-12-25 | 2018-12-25
حل عيد الفطر 1444 هـ يوم الجمعة هناك | عيد الفطر 1444 هـ | islamic | 1444-10-01 | 2023-04-21
بعيد الأضحى المبارك لعام 1443 | عيد الأضحى المبارك لعام 1443 | islamic | 1443-12-10 | 2022-07-09
كان في عيد الأضحى 2021 هنا | عيد الأضحى 2021 | islamic | 1442-12-10 | 2021-07-20
ذكرى المولد النبوي الشريف 1444هـ | المولد النبوي الشريف 1444هـ | islamic | 1444-03-12 | 2022-10-08
زار الناس كربلاء في عاشوراء 1444هـ | عاشوراء 1444هـ | islamic | 1444-01-10 | 2022-08-08
رأس السنة الهجرية 1445 | رأس السنة الهجرية 1445 | islamic | 1445-01-01 | 2023-07-19
وقفة عرفة 1444هـ حارة | وقفة عرفة 1444هـ | islamic | 1444-12-09 | 2023-06-27
احتفلوا برأس السنة الميلادية 2023 | رأس السنة الميلادية 2023 | gregorian | 2023-01-01 | 2023-01-01
في عيد النوروز 1402 سافروا من طهران | عيد النوروز 1402 | persian | 1402-01-01 | 2023-03-21
په کابل کې د ۱۴۰۱ کال د نوروز مېله وه | ۱۴۰۱ کال د نوروز | persian | 1401-01-01 | 2022-03-21
په کابل کې د ۱۴۰۲ کال لوی اختر و چې | ۱۴۰۲ کال لوی اختر | islamic | 1444-12-10 | 2023-06-29
لە نەورۆزی ٢٠٢٣ دا ئاگر کرایەوە | نەورۆزی ٢٠٢٣ | persian | 1402-01-01 | 2023-03-21
لە جەژنی قوربانی ٢٠٢٣ دا سەردانیان کرد | جەژنی قوربانی ٢٠٢٣ | islamic | 1444-12-10 | 2023-06-29
جشن استقلال افغانستان ۱۴۰۱ در هرات | جشن استقلال افغانستان ۱۴۰۱ | persian | 1401-05-28 | 2022-08-19
"""
# With a reference: a text | its core | native.
BESIDE = """
عید فطر امسال را یادم هست | عید فطر امسال | 1444-10-01
در نوروز سال آینده می‌آیم | نوروز سال آینده | 1403-01-01
عید قربان سال گذشته باران بود | عید قربان سال گذشته | 1443-12-10
تا عید قربان صبر کن | عید قربان | 1444-12-10
شب یلدا نزدیک نیست | شب یلدا | 1401-09-30
از عاشورا تا اربعین | عاشورا | 1445-01-10
سيأتي عيد الأضحى المقبل قريبا | عيد الأضحى المقبل | 1444-12-10
كان عيد الفطر الماضي جميلا | عيد الفطر الماضي | 1444-10-01
"""
# No day of that name: counts, places, names, prayers, nights before, days around.
SILENT = """
خیابان نوروز ۱۴۰۱
رستوران یلدا ۱۴۰۰ متر دارد
میدان عاشورا ۱۴۰۲ ساخته شد
تیپ عاشورا ۱۳۶۲
لشکر ۳۱ عاشورا ۱۳۶۳
در نوروز ۱۴۰۱ نفر آمدند
یلدا ۱۴۰۰ تومان داد
یلدا ۵۵ ساله است
نوروز ۵۰۰۰ کتاب
زیارت عاشورا را خواند
عید فطر مبارک باد
نوروزنامه ۱۴۰۱
مهدی نوروزی ۱۴۰۱ رأی آورد
عید ۱۴۰۱ مبارک
در شب نوروز ۱۴۰۱ بیدار بودیم
في عيد الأضحى 2021 ألف خروف
ليلة رأس السنة 2023
أربعين رجلا
شارع النوروز 1402
روز سوم نوروز ۱۴۰۱
روز دوم عید فطر ۱۴۰۱
جەژنی نەورۆز لە شاخ پیرۆزە
"""


def cases(rows: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in rows.strip().split("\n")]


@pytest.mark.parametrize("case", cases(DAYS), ids=lambda case: case[0])
def test_a_day_with_a_name_is_a_day_of_its_year(case: list[str]) -> None:
    text, core, calendar, native, day = case
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.kind, mention.calendar) == (core, "event", calendar)
    assert mention.native == native
    assert mention.earliest == mention.latest == dt.date.fromisoformat(day)
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("reference", [dt.date.min, dt.date(622, 3, 20), dt.date(622, 3, 21), dt.date.max], ids=str)
@pytest.mark.parametrize("name", ["شب یلدا", "عید قربان", "شب قدر", "عيد الأضحى"])
def test_a_reference_outside_of_the_calendar_is_answered(name: str, reference: dt.date) -> None:
    (mention,) = shamsi.find(name, reference=reference)
    assert (mention.text, mention.kind) == (name, "event")
    assert mention.earliest is None or abs((mention.earliest - reference).days) < 500


@pytest.mark.parametrize("case", cases(BESIDE), ids=lambda case: case[0])
def test_without_a_year_it_needs_a_reference(case: list[str]) -> None:
    text, core, native = case
    assert core not in [mention.text for mention in shamsi.find(text)]
    assert (core, native) in [(m.text, m.native) for m in shamsi.find(text, reference=REFERENCE)]


@pytest.mark.parametrize("text", SILENT.strip().split("\n"))
def test_names_and_counts_are_silent(text: str) -> None:
    assert shamsi.find(text) == []


@pytest.mark.parametrize(
    "text", ["خیابان نوروز", "زیارت عاشورا را خواند", "مهدی نوروز آمد", "یلدا آمد", "میدان عاشورا"]
)
def test_names_are_silent_with_a_reference_too(text: str) -> None:
    assert shamsi.find(text, reference=REFERENCE) == []


@pytest.mark.parametrize("text", ["تعطیلات نوروز ۱۴۰۱ شلوغ بود", "در ایام نوروز ۱۴۰۱ آمدند"])
def test_the_days_around_it_are_only_its_year(text: str) -> None:
    assert [(m.text, m.kind) for m in shamsi.find(text)] == [("۱۴۰۱", "year")]


def test_two_in_one_year_are_parts() -> None:
    (mention,) = shamsi.find("كان في عيد الفطر 2000 هنا")
    assert (mention.native, mention.earliest) == ("1420-10-01", dt.date(2000, 1, 8))
    assert [part.native for part in mention.parts] == ["1420-10-01", "1421-10-01"]
    assert {part.text for part in mention.parts} == {mention.text}
    assert timeml("عيد الفطر 2000", shamsi.find("عيد الفطر 2000"), parts=True).count("<TIMEX3") == 1
    (row,) = shamsi.explain("كان في عيد الفطر 2000 هنا")
    assert any("falls twice" in reason for reason in row.reasons)


def test_the_other_date_shows_which_of_two_is_meant() -> None:
    (pair,) = shamsi.pairs("كان في عيد الفطر 2000 (27 ديسمبر 2000) هنا")
    assert (pair.left.native, pair.left.parts, pair.verdict) == ("1421-10-01", (), "agree")


def test_years_of_a_list_are_days() -> None:
    (mention,) = shamsi.find("نوروز ۱۴۰۰ و ۱۴۰۱ در خانه ماندیم")
    assert [part.native for part in mention.parts] == ["1400-01-01", "1401-01-01"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("عید نوروز ۱۴۰۲ (۲۱ مارس ۲۰۲۳)", "agree"),
        ("عید نوروز ۱۴۰۲ (۲۰ مارس ۲۰۲۳)", "near"),  # the moment of spring
        ("عید نوروز ۱۴۰۲ (۲۶ مارس ۲۰۲۳)", "mismatch"),
        ("شب یلدای ۱۴۰۱ (۲۲ دسامبر ۲۰۲۲)", "near"),  # after midnight
        ("روز معلم ۱۴۰۱ (۳ مه ۲۰۲۲)", "mismatch"),
        ("عاشورای ۱۴۰۱ (۱۷ مرداد ۱۴۰۱)", "agree"),
        ("عاشورای ۱۴۰۱ (۱۸ مرداد ۱۴۰۱)", "agree"),
        ("عاشورای ۱۴۰۱ (۲۵ مرداد ۱۴۰۱)", "mismatch"),
        ("شب‌های قدر ۱۴۰۱ (۲ اردیبهشت ۱۴۰۱)", "overlap"),
    ],
)
def test_lunar_days_and_nights_have_their_tolerance(text: str, verdict: str) -> None:
    (pair,) = shamsi.pairs(text)
    assert pair.verdict == verdict
    assert bool(shamsi.check(text)) == (verdict == "mismatch")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("سه‌شنبه عید نوروز ۱۴۰۲", []),
        ("جمعه عید نوروز ۱۴۰۲", ["weekday-conflict"]),
        ("چهارشنبه شب یلدای ۱۴۰۱", []),
        ("دوشنبه عاشورای ۱۴۰۱", []),
        ("جمعه عاشورای ۱۴۰۱", ["weekday-conflict"]),
    ],
)
def test_a_weekday_is_checked(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in shamsi.check(text)] == codes


def test_no_repair_changes_a_name() -> None:
    (finding,) = shamsi.check("عید نوروز ۱۴۰۲ (۲۶ مارس ۲۰۲۳)")
    assert [one.replacement for one in finding.suggestions] == ["۲۱ مارس ۲۰۲۳"]


def test_it_is_annotated_exported_and_redacted() -> None:
    text = "در عید نوروز ۱۴۰۲ آمدند"
    (mention,) = found = shamsi.find(text)
    written = shamsi.annotate(text)
    assert written == "در عید نوروز ۱۴۰۲ (۲۱ مارس ۲۰۲۳) آمدند"
    assert shamsi.annotate(written) == written
    assert shamsi.annotate(text, style="instead") == text
    assert 'datetime="2023-03-21"' in shamsi.annotate(text, style="html")
    assert edtf(mention) == "2023-03-21"
    assert 'value="2023-03-21"' in timeml(text, found)
    assert [shamsi.redact(text, keep) for keep in ("month", "year", "nothing")] == [
        "در [DATE] آمدند",
        "در ۱۴۰۲ آمدند",
        "در [DATE] آمدند",
    ]
    assert edtf(shamsi.find("عاشورای ۱۴۰۱ در یزد بودیم")[0]) == "2022-08-08~"


ROWS = [pytest.param(row, id=f"{code}-{row.names[0]}") for code in LANGUAGES for row in load(code).tables.observances]


def rule_of(row: ObservanceTable) -> Observance:
    lexemes = chain.from_iterable(
        load(code).lexemes.get(fold_form(name), ()) for code in LANGUAGES for name in row.names
    )
    day = tuple(map(int, row.day.split("-")))
    return next(
        one.value
        for one in lexemes
        if isinstance(one.value, Observance) and (one.value.calendar, one.value.first) == (row.calendar, day)
    )


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_gives_its_day_in_every_year(row: ObservanceTable) -> None:
    """The day is that of the calendar in all years of its own, and falls in all others."""
    assert row.source
    rule = rule_of(row)
    years = range(1420, 1451) if row.calendar == "islamic" else range(1380, 1411)
    years = range(2001, 2032) if row.calendar == "gregorian" else years
    for year in years:
        (value,) = observances.within(rule, row.calendar, year, "islamic")
        first = value.earliest
        assert first
        fields = intervals.fields(row.calendar, first)
        if rule.eve_of_last:
            assert (fields[0], fields[1], (first + dt.timedelta(1)).isoweekday()) == (year, 12, rule.eve_of_last)
            following = intervals.fields(row.calendar, first + dt.timedelta(8))
            assert following[0] > year, "the last one of the year"
        else:
            assert fields == (year, *rule.first)
    for calendar, there in (("persian", range(1380, 1411)), ("gregorian", range(2001, 2032))):
        for year in there:
            found = observances.within(rule, calendar, year, "islamic")
            span = intervals.interval(calendar, year)
            assert span
            assert 1 <= len(found) <= 2
            assert all(value.earliest and span[0] <= value.earliest <= span[1] for value in found)


# Days off of Iran as they were printed: the Solar year, a name, the Gregorian day.
PRINTED = """
1400 عید فطر 2021-05-13
1401 عید فطر 2022-05-03
1402 عید فطر 2023-04-22
1401 عاشورا 2022-08-08
1402 عاشورا 2023-07-28
1403 عاشورا 2024-07-16
1402 عید قربان 2023-06-29
1403 عید قربان 2024-06-17
1402 عید غدیر 2023-07-07
1403 اربعین 2024-08-25
"""


@pytest.mark.parametrize("row", PRINTED.strip().split("\n"))
def test_lunar_days_are_within_a_day_of_those_printed_in_iran(row: str) -> None:
    year, *name, day = row.split(" ")
    (mention,) = shamsi.find(f"در {' '.join(name)} {year} بسته بود")
    assert mention.earliest
    assert abs((mention.earliest - dt.date.fromisoformat(day)).days) <= 1


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("تاسوعا و عاشورای ۱۴۰۱ در یزد بودند", ["1444-01-09", "1444-01-10"]),
        ("تاسوعا و عاشورای سال ۱۴۴۴ قمری", ["1444-01-09", "1444-01-10"]),
        ("تاسوعا و عاشورای سال گذشته", ["1444-01-09", "1444-01-10"]),
        ("بين عيد الفطر وعيد الأضحى 2021", ["1442-10-01", "1442-12-10"]),
        ("تاسوعا و عاشورا در یزد بودند", []),
        ("صلى في عيد الفطر (1441هـ) في بيته", ["1441-10-01"]),
        ("جشن عید نوروز (۱۴۰۱ شمسی) در خانه", ["1401-01-01"]),
    ],
)
def test_days_with_a_name_may_share_a_year_or_have_it_in_brackets(text: str, natives: list[str]) -> None:
    found = shamsi.find(text, reference=REFERENCE)
    assert [mention.native for mention in found] == natives
