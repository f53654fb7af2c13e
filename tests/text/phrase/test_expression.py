"""Texts that are exactly one date expression, and texts that are more or less than one."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.language import LANGUAGES, load
from shamsi.text.phrase.expression import advice

WRITTEN = dt.date(2025, 11, 5)  # Wednesday, 14 Aban 1404


def days(text: str, **keywords: Any) -> str | None:
    """Return the days of a text as the command prints them."""
    found = shamsi.resolve(text, reference=WRITTEN, **keywords)
    if found is None:
        return None
    first, last = map(str, found.gregorian)
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day that lacks its year
        ("اول مهر", "2025-09-23"),
        ("دوم دی‌ماه", "2025-12-23"),
        ("۱۲ فروردین", "2026-04-01"),
        ("چهارشنبه ۲۱ آبان", "2025-11-12"),
        ("3 ديسمبر", "2025-12-03"),
        ("۱۸ تا ۲۰ آذر", "2025-12-09/2025-12-11"),
        ("۵ و ۶ آبان", "2025-10-27/2025-10-28"),
        ("۲۲ بهمن", "2026-02-11"),
        # words that count from the day of writing
        ("فردا", "2025-11-06"),
        ("هفته آینده", "2025-11-08/2025-11-14"),
        ("ماه گذشته", "2025-09-23/2025-10-22"),
        ("سال آینده", "2026-03-21/2027-03-20"),
        ("۱۸ مرداد امسال", "2025-08-09"),
        ("غدا", "2025-11-06"),
        ("الأسبوع المقبل", "2025-11-08/2025-11-14"),
        ("العام الماضي", "2024-01-01/2024-12-31"),
        # dates that are complete
        ("۵ آبان ۱۴۰۴", "2025-10-27"),
        ("۵ آبان ۰۴", "2025-10-27"),
        ("5 Aban 1404", "2025-10-27"),
        ("summer 1404", "2025-06-22/2025-09-22"),
        ("۱۴۰۴/۰۸/۰۵", "2025-10-27"),
        ("2025-10-27", "2025-10-27"),
        ("27 أكتوبر 2025", "2025-10-27"),
        ("آبان ۱۴۰۴", "2025-10-23/2025-11-21"),
        ("تابستان ۱۴۰۴", "2025-06-22/2025-09-22"),
        ("سال ۱۴۰۴", "2025-03-21/2026-03-20"),
        ("دهه ۶۰", "1981-03-21/1991-03-20"),
        ("دوم صفر ۱۴۴۷ قمری", "2025-07-28"),
        ("دلو/بهمن ۱۴۰۰", "2022-01-21/2022-02-19"),
        # words and marks around it
        ("در ۵ آبان", "2025-10-27"),
        ("از اول مهر", "2025-09-23"),
        ("تاریخ ۵ آبان ۱۴۰۴", "2025-10-27"),
        ("تاریخ: ۱۴۰۴/۰۸/۰۵", "2025-10-27"),
        ("به تاریخ ۵ آبان ماه", "2025-10-27"),
        ("روز ۵ آبان", "2025-10-27"),
        ("في 3 ديسمبر", "2025-12-03"),
        ("«۵ آبان»", "2025-10-27"),
        ("(۵ آبان ۱۴۰۴)", "2025-10-27"),
        ("  ۵ آبان؟\n", "2025-10-27"),
        ("\u200fفردا.", "2025-11-06"),
    ],
)
def test_one_expression(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "؟",
        "سلام",
        "مهر",
        "دوشنبه",
        "۱۲",
        "ساعت ۱۲",
        # more than one expression, or than a date
        "۵ آبان باران بارید",
        "باران ۵ آبان",
        "۵ آبان یا ۶ آذر",
        "۵ آبان ۱۴۰۴ (۲۷ اکتبر ۲۰۲۵)",
        "۵ آبان ساعت ۱۰",
        "صبح ۵ آبان",
        "شب ۵ آبان",
        "فردا صبح",
        "۵ آبان\nباران",
        "5 Aban 1404 rain",
        "۵ آبان 🎉",
        "خیابان ۱۷ شهریور",
        # less than exact days
        "اوایل مهر ۱۴۰۴",
        "اواخر هفته آینده",
        "حدود ۵ آبان",
        "پیش از ۵ آبان",
        "قبل از ۵ آبان ۱۴۰۴",
        "سال مالی ۱۴۰۴",
        # no run of days
        "۵ و ۹ آبان",
        "۲۰ تا ۱۸ مرداد ۱۴۰۴",
        "۳۱ مهر ۱۴۰۴",
        "سه‌شنبه ۱۹ آبان ۱۴۰۴",  # a Monday
        "سال ۵۰۰ پیش از میلاد",
        "۲۰ عقرب",  # scorpions
        "۵ آبان " * 60,
    ],
)
def test_anything_else(text: str) -> None:
    assert days(text) is None


def test_the_languages_decide() -> None:
    assert days("۲۰ عقرب", languages=["prs"]) == "2025-11-11"
    with pytest.raises(shamsi.ShamsiError, match="unknown language 'farsi'"):
        days("۵ آبان", languages=["farsi"])


def test_a_file_that_cannot_be_read_is_no_content(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text('code = "x"\ncivil_calendar = "moon"\n', "utf-8")
    with pytest.raises(shamsi.ShamsiError, match="civil_calendar"):
        days("۵ آبان", languages=[str(path)])
    with pytest.raises(OSError, match="missing"):
        days("۵ آبان", languages=[str(tmp_path / "missing.toml")])


@pytest.mark.parametrize(
    ("text", "reference", "message"),
    [
        (5, WRITTEN, "text must be a str, got int"),
        (None, WRITTEN, "text must be a str, got NoneType"),
        ("فردا", None, "reference must be a datetime.date, got None"),
        ("فردا", "auto", "one expression has no header"),
        ("فردا", "2025-11-05", "reference must be a datetime.date"),
        ("فردا", dt.datetime(2025, 11, 5, tzinfo=dt.UTC), "reference must be a datetime.date"),
    ],
)
def test_wrong_types(text: Any, reference: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        shamsi.resolve(text, reference=reference)


def test_the_reference_is_required() -> None:
    with pytest.raises(TypeError, match="reference"):
        shamsi.resolve("فردا")  # type: ignore[call-arg]


WORDS = sorted({form for code in LANGUAGES for form in load(code).lexemes})
PIECES = st.sampled_from([*WORDS, *"0123456789۰۱۲۳۴۵۶۷۸۹/-.,:()«»", "1404", "2025", "۱۴۰۴"])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=8).map(" ".join)), st.dates())
def test_it_never_raises_on_content(text: str, day: dt.date) -> None:
    found = shamsi.resolve(text, reference=day)
    assert found is None or found.first <= found.last


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)))
def test_a_day_is_itself_at_any_reference(day: dt.date) -> None:
    date = shamsi.Date.from_gregorian(day)
    for text in (f"{date:%-d %B %Y}", date.format("%-d %B %Y", lang="fa"), date.isoformat()):
        assert shamsi.resolve(text, reference=WRITTEN) == shamsi.Period(date, date)


@pytest.mark.parametrize("text", ["اول مهر", "فردا", "۱۸ مرداد امسال", "هفته آینده"])
def test_a_text_that_counts_is_referred_to_resolve(text: str) -> None:
    for parse in (shamsi.Date.parse, shamsi.Period.parse):
        with pytest.raises(shamsi.ParseError, match=r"use shamsi\.resolve\(text, reference=…\)"):
            parse(text)


@pytest.mark.parametrize("text", ["سلام", "مرداد ۱۴۰۴", "۵ آبان ۱۴۰۴", "1404-13-45", "دوشنبه", "27 أكتوبر 2025"])
def test_other_texts_are_not(text: str) -> None:
    assert advice(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "اول فروردین هزار و چهارصد و چهار",
        "پنجم آبان هزار و چهارصد و چهار",
        "تاریخ ۱۸ مرداد ۱۴۰۴",
        "۱۸م مرداد ۱۴۰۴",
        "1404 مرداد 18",
        "۱۴۰۴، ۱۸ مرداد",
        "روز ۱۸ مرداد ۱۴۰۴",
        "۱۸ام مرداد ۱۴۰۴",
    ],
)
def test_three_readers_agree(text: str) -> None:
    date = shamsi.Date.parse(text)
    assert shamsi.Period.parse(text) == shamsi.Period(date, date)
    assert shamsi.resolve(text, reference=WRITTEN) == shamsi.Period(date, date)
