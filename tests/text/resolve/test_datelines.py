"""Datelines: the header's own day is found where it says so, and nothing else is taken for one."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.language import LANGUAGES, load

ROOT = Path(shamsi.__file__).parents[1]
Shared = Callable[[str], Path]

WRITTEN = """
تاریخ انتشار : ۱۱ آذر ۱۴۰۲ - ۸:۰۵ | 2023-12-02
تاریخ انتشار: ۱۴۰۲/۰۹/۱۱ ساعت ۰۸:۰۵ کد خبر: ۹۹۱۲ | 2023-12-02
زمان انتشار: شنبه ۱۱ آذر ۱۴۰۲ - ۰۸:۰۵ | 2023-12-02
منتشر شده در شنبه، ۱۱ آذر ۱۴۰۲ | 2023-12-02
تیتر خبر⏎۱۱ آذر ۱۴۰۲⏎دیروز در یزد باران بارید. | 2023-12-02
تیتر خبر⏎روتیتر⏎شنبه, ۱۱ آذر , ۱۴۰۲ | 18 جمادی‌الاول 1445 | Saturday, 2 December , 2023⏎متن | 2023-12-02
امروز: شنبه ۱۱ آذر ۱۴۰۲ برابر با ۲ دسامبر ۲۰۲۳⏎متن | 2023-12-02
شنبه ۱۱ آذر ۱۴۰۲ شماره ۳۳۱۲⏎متن | 2023-12-02
۱۴۰۲/۰۹/۱۱ خبرگزاری خیالی - یزد: در این شهر باران بارید. | 2023-12-02
کابل/ ۱۱ قوس ۱۴۰۲/ باختر: باران بارید. | 2023-12-02
د خپرېدو نېټه: ۱۱ لیندۍ ۱۴۰۲ دا خبر د افغانستان په اړه دی | 2023-12-02
date 2023-12-02 وكالة الخيال للأنباء: هطلت الأمطار. | 2023-12-02
Published: 2023-12-02⏎هطلت الأمطار في المدينة | 2023-12-02
تاريخ النشر: 2 ديسمبر/كانون الأول 2023 هطلت الأمطار | 2023-12-02
تاريخ النشر : السبت 02/12/2023 - 08:05 | 2023-12-02
تاريخ النشر: 22/12/2023 | 2023-12-22
نُشر في: 2 ديسمبر 2023⏎هطلت الأمطار | 2023-12-02
عنوان الخبر⏎السبت 2 ديسمبر 2023 الساعة 08:05⏎هطلت الأمطار | 2023-12-02
طهران / 2 كانون الأول/ ديسمبر 2023 / ارنا- هطلت الأمطار | 2023-12-02
19 جمادى الأولى 1445 هـ الموافق 2 ديسمبر 2023 م⏎هطلت الأمطار | 2023-12-02
تاريخ النشر: 2 ديسمبر 2023⏎آخر تحديث: 3 ديسمبر 2023 | 2023-12-02
""".strip().split("\n")

SILENT = """
در ۱۱ آذر ۱۴۰۲ در یزد باران بارید.
۱۱ آذر ۱۴۰۲ در یزد باران بارید و خیابان‌ها را آب گرفت.
شنبه، ۱۱ آذر ۱۴۰۲ رأس ساعت ۴ بازی آغاز می‌شود.
قیام مردم یزد در ۱۰ فروردین ۱۳۵۷⏎متن
تاریخ تولد: ۱۱ آذر ۱۳۵۷⏎متن
تاریخ انتشار کتاب در ایران ۱۱ آذر ۱۳۵۷ بود.
تاریخ انتشار: ۱۱ آذر
تاریخ انتشار: آذر ۱۴۰۲
تاریخ انتشار: ۱۱ آذر ۰۲
تاریخ انتشار: ۱۱ تا ۱۲ آذر ۱۴۰۲
تاریخ انتشار: جمعه ۱۱ آذر ۱۴۰۲
تاریخ انتشار: ۳۱ آذر ۱۴۰۲
تاریخ انتشار: ۱۱ آذر ۱۴۰۲ (۲ نوامبر ۲۰۲۳)
تاریخ انتشار: ۱۴۴۵/۰۵/۱۹
تاریخ انتشار: ۱۹ جمادی‌الاول ۱۴۴۵
تاریخ انتشار: ۱۱ آذر ۱۴۰۲⏎تاریخ انتشار: ۵ دی ۱۴۰۲
۱۱ آذر ۱۴۰۲⏎متن یکم⏎۵ دی ۱۴۰۲⏎متن دوم
تاريخ النشر: 02/12/2023
تاريخ النشر: 1445/05/19
نشر في 2 ديسمبر 2023 كتاب جديد عن المدينة.
وقد نشر في 2 ديسمبر 2023
زلزال المدينة (2 ديسمبر 2023) خلف أضراراً.
فلان الفلاني (2 ديسمبر 1923 - 5 يناير 1999) كاتب.
طهران / 2 كانون الأول/ ديسمبر / ارنا- هطلت الأمطار
""".strip().split("\n")


@pytest.mark.parametrize("case", WRITTEN)
def test_a_header_tells_its_day(case: str) -> None:
    text, _, day = case.rpartition(" | ")
    found = shamsi.dateline(text.replace("⏎", "\n"))
    assert found is not None
    assert found.earliest == found.latest == dt.date.fromisoformat(day)


@pytest.mark.parametrize("text", SILENT)
def test_other_days_are_no_datelines(text: str) -> None:
    assert shamsi.dateline(text.replace("⏎", "\n")) is None


def test_a_header_is_at_the_head() -> None:
    cue = "تاریخ انتشار: ۱۱ آذر ۱۴۰۲"
    assert shamsi.dateline("متن خبر\n" * 100 + cue)
    assert shamsi.dateline("متن خبر\n" * 200 + cue) is None


def test_a_day_in_a_line_of_its_own_is_near_the_top() -> None:
    assert shamsi.dateline("تیتر\n\n" * 7 + "۱۱ آذر ۱۴۰۲")
    assert shamsi.dateline("تیتر\n\n" * 8 + "۱۱ آذر ۱۴۰۲") is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_cue_of_a_language_file_is_read(code: str) -> None:
    table = load(code).tables.dateline
    assert all(table)
    for cue in table.cues + table.verbs:
        assert shamsi.dateline(f"{cue}: 2023-12-02\n"), cue
    for word in table.beside:
        assert shamsi.dateline(f"2023-12-02 {word}\n"), word
    for agency in table.agencies:
        assert shamsi.dateline(f"2023-12-02 {agency}: "), agency


def test_all_dates_before_and_after_it_are_resolved_and_say_so() -> None:
    text = "سیل ۵ آذر\nتاریخ انتشار: ۱۱ آذر ۱۴۰۲\nدیروز و در ۲۰ آبان سال گذشته و در ۱۲ دی ۱۴۰۱ و سال ۹۸"
    found = shamsi.find(text, reference="auto")
    assert [(m.earliest, m.assumed) for m in found] == [
        (dt.date(2023, 11, 26), ("reference", "year")),
        (dt.date(2023, 12, 2), ()),
        (dt.date(2023, 12, 1), ("reference",)),
        (dt.date(2022, 11, 11), ("reference",)),
        (dt.date(2023, 1, 2), ()),
        (dt.date(2019, 3, 21), ("calendar", "century", "reference")),
    ]
    given = shamsi.find(text, reference=dt.date(2023, 12, 2))
    assert [m.earliest for m in given] == [m.earliest for m in found]
    assert not any("reference" in m.assumed for m in given)


def test_without_a_dateline_auto_changes_nothing() -> None:
    for text in SILENT:
        lines = text.replace("⏎", "\n")
        assert shamsi.find(lines, reference="auto") == shamsi.find(lines)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2031, 12, 31)), st.sampled_from(("persian", "gregorian")))
def test_any_day_is_read_back(day: dt.date, calendar: str) -> None:
    own = shamsi.Date.from_gregorian(day)
    solar = f"{own.year}/{own.month:02}/{own.day:02} خورشیدی"
    text = f"تاریخ انتشار: {solar if calendar == 'persian' else day.isoformat()}\nدیروز"
    written, yesterday = shamsi.find(text, reference="auto")
    assert written.earliest == day
    assert yesterday.earliest == day - dt.timedelta(days=1)


def test_pairs_and_check_take_it_too() -> None:
    text = "تاریخ انتشار: ۱۱ آذر ۱۴۰۲\nروز ۱۰ دی (۳۱ دسامبر) و یکشنبه ۱۲ آذر ۱۴۰۲ و شنبه ۱۲ آذر ۱۴۰۲"
    (pair,) = shamsi.pairs(text, reference="auto")
    assert (pair.verdict, pair.left.earliest) == ("agree", dt.date(2023, 12, 31))
    (finding,) = shamsi.check(text, reference="auto")
    assert finding.code == "weekday-conflict"


def test_a_word_that_is_no_reference_is_explained() -> None:
    with pytest.raises(TypeError, match=r"a datetime\.date, such as .* .auto. or None, got 'today'"):
        shamsi.find("", reference="today")  # type: ignore[arg-type]


def test_the_seed_and_the_articles_tell_their_day(shared: Shared) -> None:
    seed = shamsi.dateline(shared("seed/mehr-2025-12-15.ar.txt").read_text("utf-8"))
    assert seed is not None
    assert seed.earliest == dt.date(2025, 12, 15)


@pytest.mark.parametrize("name", ["visit.ar.txt", "visit.fa.txt"])
def test_the_examples_tell_their_day(name: str) -> None:
    found = shamsi.dateline((ROOT / "docs" / "examples" / name).read_text("utf-8"))
    assert found is not None
    assert found.earliest == dt.date(2025, 11, 8)


@pytest.mark.parametrize("blank", [" ", "\n", "\u200c", "ب", "1"])
def test_a_long_text_without_words_has_no_dateline(blank: str) -> None:
    assert shamsi.dateline(blank * 5000) is None
    assert shamsi.find(blank * 5000, reference="auto") == []


def test_a_header_ends_with_a_word() -> None:
    for filler in ("واژه " * 1000, "ب" * 3000):
        assert shamsi.dateline(f"تاریخ انتشار: ۱۷ دی ۱۴۰۳\n{filler}") is not None
