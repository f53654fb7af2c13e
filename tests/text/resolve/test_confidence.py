"""Confidence: the figures of the language files, by a name's context and by what was assumed; the least sure counts."""

import datetime as dt
from typing import Any

import pytest

import shamsi
from shamsi.lang.language import LANGUAGES, load
from shamsi.lang.schema import ConfidenceTable

REFERENCE = dt.date(2025, 12, 15)
ASSUMED = {"calendar", "century", "year", "era", "reference"}

CASES = """
باران در اردیبهشت بیشتر است. | 0.97
باران در خرداد بیشتر است. | 0.82
باران در مهرماه کمتر است. | 0.92
باران در شهریورماه کمتر است. | 0.85
قایق‌ها ۵ مهر رسیدند. | 0.91
قایق‌ها ۵ دی رسیدند. | 0.79
قایق‌ها ۵ دی‌ماه رسیدند. | 0.92
قایق‌ها ۵ دی ۱۴۰۰ رسیدند. | 0.99
قایق‌ها ۵ دی ۹۸ رسیدند. | 0.98
قایق‌ها ۱۵ شعبان رسیدند. | 0.95
قایق‌ها پنجشنبه ۱۲ سنبله رسیدند. | 0.5
در ماه‌های محرم و صفر بود که آمد. | 0.95
خانه را در سال ۱۳۸۳ ساختند. | 0.96
خانه را در سال ۱۳۸۳ خورشیدی ساختند. | 0.99
خانه را در سال ۸۳ ساختند. | 0.96
خانه را در سال ۱۴۳۰ ساختند. | 0.6
خانه را در سال ۱۴۳۰ (۲۰۰۹) ساختند. | 0.95
خانه را در دهه هفتاد ساختند. | 0.91
خانه را در قرن نهم ساختند و ماند. | 0.75
خانه را در قرن نوزدهم ساختند و ماند. | 0.97
قهرمان المپیک ۲۰۱۶ آمد و رفت. | 0.97
توفي سنة 702 في فاس | 0.6
سافر في مارس إلى فاس | 0.95
سافر في 3 مارس إلى فاس | 0.99
انتهت الحرب في التسعينات في المدينة | 0.98
""".strip().split("\n")


@pytest.mark.parametrize("case", CASES)
def test_a_date_is_as_sure_as_its_context(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    mentions = shamsi.find(text)
    assert mentions[0].confidence == float(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قایق‌ها امروز رسیدند.", 0.49),
        ("قایق‌ها دیروز رسیدند.", 0.9),
        ("قایق‌ها ۵ مهر رسیدند.", 0.9),
        ("قایق‌ها ۵ دی رسیدند.", 0.79),
    ],
)
def test_what_a_reference_completes_is_less_sure(text: str, wanted: float) -> None:
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert mention.confidence == wanted


def test_a_text_of_unknown_language_is_read_cautiously() -> None:
    (year,) = shamsi.find("(1402)")
    assert year.lang is None
    assert year.confidence <= 0.6


def test_a_range_is_as_sure_as_its_parts() -> None:
    (mention,) = shamsi.find("از ۲۸ آبان تا ۳ دی باز است.")
    assert mention.confidence == min(part.confidence for part in mention.parts) == 0.79


MONTHS = [(name, n) for n, (name, *_) in enumerate(load("fa").tables.months[0].names, 1)]


@pytest.mark.parametrize(("name", "number"), MONTHS)
def test_more_context_is_never_less_sure(name: str, number: int) -> None:
    texts = (f"قایق‌ها ۵ {name} رسیدند", f"قایق‌ها ۵ {name}‌ماه رسیدند", f"قایق‌ها ۵ {name} ۱۴۰۰ رسیدند")
    found = [shamsi.find(text)[0] for text in texts]
    assert [m.native for m in found] == [f"XXXX-{number:02}-05"] * 2 + [f"1400-{number:02}-05"]
    assert found[0].confidence <= found[1].confidence <= found[2].confidence


def assert_figures(value: Any, months: int) -> None:
    each = value if isinstance(value, tuple) else [value]
    assert len(each) in (1, months)
    assert all(isinstance(figure, float) and 0 <= figure <= 1 for figure in each)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_has_its_figures(code: str) -> None:
    data = load(code).tables
    assert set(ConfidenceTable._fields) > ASSUMED
    assert data.confidence
    for figure in data.confidence:
        assert_figures(figure, 1)
    for table in data.months:
        assert table.sure
        for figures in table.sure:
            assert_figures(figures, len(table.names))
