"""Pairs: the dates that a text states as one time, and the verdicts on them."""

import datetime as dt

import pytest

import shamsi
from shamsi.text.pairs import compare


def rows_of(text: str) -> list[tuple[str, str, str, str, int | None, str | None]]:
    return [(p.left.text, p.connector, p.right.text, p.verdict, p.delta_days, p.diagnosis) for p in shamsi.pairs(text)]


VERDICTS = """
این در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵) بود | agree 0
این در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) بود | mismatch 9 calque
این در ۱۸ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵) بود | mismatch 1 off-by-one
این در ۱۸ مرداد ۱۴۰۴ (۹ سپتامبر ۲۰۲۵) بود | mismatch 31 month-slip
این در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۶) بود | mismatch 365 year-slip
این در ۲۱ مرداد ۱۴۰۴ (۱۲ اوت ۲۰۵۲) بود | mismatch 9862 digit-swap
این در ۲۱ مرداد ۱۴۰۴ (۲۷ نوامبر ۲۰۲۵) بود | mismatch 107 unknown
این در ۹ اوت ۲۰۲۵ (۱۸ مرداد ۱۴۰۴) بود | agree 0
این در ۱۸ اوت ۲۰۲۵ (۱۸ مرداد ۱۴۰۴) بود | mismatch -9 calque
این در ۱۸ مرداد ۱۴۰۴ / ۹ اوت ۲۰۲۵ بود | agree 0
این در ۱۸ مرداد ۱۴۰۴ برابر با ۹ اوت ۲۰۲۵ بود | agree 0
این در ۱۸ مرداد ۱۴۰۴ مطابق ۹ اوت ۲۰۲۵ بود | agree 0
این در ۱۸ مرداد ۱۴۰۴، مصادف با شنبه ۹ اوت ۲۰۲۵ بود | agree 0
این در ۱۸ مرداد ۱۴۰۴ = ۹ اوت ۲۰۲۵ بود | agree 0
این در ۱۸ مرداد ۱۴۰۴ یعنی ۹ اوت ۲۰۲۵ بود | agree 0
این در ۱۸ مرداد ۱۴۰۴، که مصادف بود با ۹ اوت ۲۰۲۵، رخ داد | agree 0
این در ۱۸ مرداد ۱۴۰۴ که برابر بود با ۱۸ اوت ۲۰۲۵ رخ داد | mismatch 9 calque
این در مهر ۱۴۰۴ (اکتبر ۲۰۲۵) بود | overlap 8
این در مهر ۱۴۰۴ (ژانویه ۲۰۲۶) بود | mismatch 100 unknown
این در آذر ۱۳۹۴ (دسامبر ۲۰۱۵) بود | overlap 9
این در سال ۱۲۳۶ خورشیدی (۱۸۵۷ میلادی) بود | overlap -79
این در سال ۱۲۳۶ خورشیدی (۱۸۶۷ میلادی) بود | mismatch 3573 year-slip
این در سال ۱۴۰۴ (۲۰۲۵ میلادی) بود | overlap -79
این در ۱۸ مرداد ۱۴۰۴ (اوت ۲۰۲۵) بود | overlap -8
این در ۱۸ تا ۲۰ مرداد ۱۴۰۴ (۹ تا ۱۱ اوت ۲۰۲۵) بود | agree 0
این در ۱۸ تا ۲۰ مرداد ۱۴۰۴ (۱۸ تا ۲۰ اوت ۲۰۲۵) بود | mismatch 9 calque
این در ۱۸ تا ۲۰ مرداد ۱۴۰۴ - ۹ تا ۱۱ اوت ۲۰۲۵ بود | agree 0
این از ۱۸ تا ۲۰ مرداد ۱۴۰۴ – از ۱۸ تا ۲۰ اوت ۲۰۲۵ بود | mismatch 9 calque
این در دهه ۱۳۵۰ (دهه ۱۹۷۰ میلادی) بود | overlap -444
این در دهه ۱۳۵۰ (دهه ۱۹۹۰ میلادی) بود | mismatch 6861 year-slip
زندگی او (۱۲۸۱–۱۳۴۷ / ۱۹۰۲–۱۹۶۸) بود | overlap -80
زندگی او (۱۲۸۱–۱۳۴۷ / ۱۹۱۲–۱۹۶۸) بود | mismatch 3572 year-slip
این در ۳۰ نوامبر (۱۰ آذرماه) بود | agree 0
این در ۳۰ نوامبر (۸ آذرماه) بود | mismatch -1 off-by-one
این در ۳۰ نوامبر (۹ آذرماه) بود | agree 0
این در ۱۰ ژانویه (۲۱ دی) بود | agree 0
این در ۱۰ ژانویه (۲۰ دی) بود | agree 0
این در ۱۰ ژوئیه (۲۱ خرداد) بود | mismatch -29 month-slip
كان هذا في 18 مرداد 1404 (9 أغسطس 2025) هناك | agree 0
كان هذا في 18 مرداد 1404 الموافق 9 آب 2025 هناك | agree 0
كان هذا في 18 مرداد 1404 الموافق لـ 18 آب 2025 هناك | mismatch 9 calque
كان هذا في 18 مرداد 1404 الموافق فيه 9 أوت 2025 هناك | agree 0
كان هذا في 18 مرداد 1404 أي 9 غشت 2025 هناك | agree 0
كان هذا في 18 مرداد 1404 الذي صادف 9 أغسطس 2025 هناك | agree 0
كان هذا في 18 مرداد 1404 أي ما يوافق 18 أغسطس 2025 هناك | mismatch 9 calque
كان هذا في خرداد ١٤٠٢ (أوائل عام ٢٠٢٣) هناك | overlap -141
كان هذا في خرداد ١٤٠٢ (أوائل عام ٢٠٢٥) هناك | mismatch 590 year-slip
ولد في 10 أكتوبر 680 م الموافق 10 محرم 61 هـ هناك | agree 0
ولد في 13 أكتوبر 680 م الموافق 10 محرم 61 هـ هناك | agree 0
این در ۲ دی ۰۳ (۲۳ دسامبر ۱۹۲۴) بود | agree 0
این در ۱۵ مرداد ۴۴ (۶ اوت ۱۹۶۵) بود | agree 0
این در ۱۵ مرداد ۴۴ (۶ اوت ۱۹۵۵) بود | mismatch -3653 year-slip
این در ۲۱ مهر ۵۹ هجری شمسی (۱۰ اکتبر ۶۸۰ میلادی) بود | near 1
این در ۲۲ مهر ۵۹ هجری شمسی (۱۰ اکتبر ۶۸۰ میلادی) بود | agree 0
این در ۲۳ مهر ۵۹ هجری شمسی (۲۰ اکتبر ۶۸۰ میلادی) بود | mismatch 6 unknown
این در سال ۰۳ (۱۹۲۴ میلادی) بود | overlap -80
این در دهه ۵۰ شمسی (۷۰ میلادی) بود | overlap -444
این در دهه ۱۳۵۰ (۱۹۷۰ میلادی) بود | overlap -444
این در دهه ۱۲۰۰ش/۱۸۲۰م بود | overlap -445
این در دهه ۱۲۰۰ش/۱۸۵۰م بود | mismatch 10513 year-slip
این در ۱۸ مرداد ۱۴۰۴ ه.ش. (۹ اوت ۲۰۲۵ م.) بود | agree 0
این در ۱۸ مرداد ۱۴۰۴ ه.ش. (۱۸ اوت ۲۰۲۵ م.) بود | mismatch 9 calque
این در ۱۷ دی ۱۴۰۳ / برابر با: ۶ ژانویه ۲۰۲۵ بود | agree 0
این در ۱۷ ژوئن – برابر با ۲۷ خرداد – بود | agree 0
این در ۱۷ ژوئن یا به عبارتی ۲۷ خرداد بود | agree 0
این در ۱۷ ژوئن یا به عبارتی ۱۷ خرداد بود | mismatch -10 calque
این در ۱۷ ژوئن که همان ۲۷ خرداد است | agree 0
این در ۱۷ ژوئن، یعنی همان ۲۷ خرداد، بود | agree 0
این در ۱۷ ژوئن یا ۲۷ خرداد بود | agree 0
این در ۲۵ دسامبر، و یا ۴ ام دی ماه بود | agree 0
كان هذا في 17 يونيو أو 27 خرداد هناك | agree 0
این در نوامبر سال گذشته میلادی (آبان ماه گذشته) بود | overlap -9
این در ۲۴ اسد ۱۴۰۰ مطابق به ۱۵ اگست ۲۰۲۱ بود | agree 0
كان هذا في 18 مرداد 1404 ش (الموافق لـ 9 أغسطس 2025 م) هناك | agree 0
ولد في 20 أكتوبر 680 م الموافق 10 محرم 61 هـ هناك | mismatch -7 unknown
"""


@pytest.mark.parametrize("case", VERDICTS.strip().split("\n"))
def test_verdicts(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    (pair,) = shamsi.pairs(text)
    said = f"{pair.verdict} {pair.delta_days}" + (f" {pair.diagnosis}" if pair.diagnosis else "")
    assert said == wanted


@pytest.mark.parametrize(
    ("text", "connector"),
    [
        ("این در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵) بود", "("),
        ("این در ۱۸ مرداد ۱۴۰۴ برابر با ۹ اوت ۲۰۲۵ بود", "برابر با"),
        ("این در ۱۸ مرداد ۱۴۰۴/ ۹ اوت ۲۰۲۵ بود", "/"),
        ("كان هذا في 18 مرداد 1404 الموافق 9 أغسطس 2025 هناك", "الموافق"),
    ],
)
def test_the_connector_is_what_stands_between(text: str, connector: str) -> None:
    (pair,) = shamsi.pairs(text)
    assert pair.connector == connector


@pytest.mark.parametrize(
    "text",
    [
        "از ۱۸ مرداد ۱۴۰۴ تا امروز",
        "در ۱۸ مرداد ۱۴۰۴ رفت و در ۲۷ نوامبر ۲۰۲۵ برگشت",
        "در ۱۸ مرداد ۱۴۰۴. در ۲۷ نوامبر ۲۰۲۵ برگشت",
        "در ۱۸ مرداد ۱۴۰۴\n\n(۲۷ نوامبر ۲۰۲۵)",
        "در ۱۸ مرداد ۱۴۰۴ (۲۰ مرداد ۱۴۰۴) بود",
        "در ۱۸ مرداد ۱۴۰۴، ۲۷ نوامبر ۲۰۲۵ و ۳ آذر ۱۴۰۲ بود",
        "در ۱۲ سنبله/شهریور ۱۳۹۰ بود",
        "در ۲۰ ژوئن یا ۲۷ خرداد بود",
        "في 20 يونيو أو 27 خرداد كان",
        "در ۱۸ مرداد ۱۴۰۴. (۲۷ نوامبر ۲۰۲۵ رفت)",
        "وصل في 12 ديسمبر/كانون الأول 2025 إلى هناك",
        "",
    ],
)
def test_what_is_no_pair(text: str) -> None:
    assert shamsi.pairs(text) == []


def test_a_triple_gives_every_cross_calendar_pair() -> None:
    text = "در ۱۰ شعبان ۱۳۳۰ ق / ۳ مرداد ۱۲۹۱ ش / ۲۵ ژوئیه ۱۹۱۲ م زاده شد"
    rows = shamsi.pairs(text)
    assert [(p.left.calendar, p.right.calendar) for p in rows] == [
        ("islamic", "persian"),
        ("islamic", "gregorian"),
        ("persian", "gregorian"),
    ]
    assert {p.verdict for p in rows} == {"agree"}


def test_a_slash_binds_tighter_than_a_dash() -> None:
    text = "زيد (7 رجب 1327 هـ / 25 يوليو 1909 – 3 محرم 1391 هـ / 1 مارس 1971) كان هناك"
    assert [(p.left.native, p.right.native) for p in shamsi.pairs(text)] == [
        ("1327-07-07", "1909-07-25"),
        ("1391-01-03", "1971-03-01"),
    ]


@pytest.mark.parametrize(
    ("text", "connector"), [("سنة 1190 هـ/1492 ش (1776 م)", "/1492 ش ("), ("سنة 1190 هـ/1492 ش/1776 م", "/1492 ش/")]
)
def test_a_calendar_that_is_not_read_parts_no_pair(text: str, connector: str) -> None:
    assert rows_of(text) == [("1190 هـ", connector, "1776 م", "overlap", -51, None)]


@pytest.mark.parametrize("text", ["كتاب (1320-1388 / 1902-1968)", "كتاب (1320 / 1902)"])
def test_bare_years_on_one_side_are_of_the_calendar_that_fits_the_other(text: str) -> None:
    (pair,) = shamsi.pairs(text)
    assert (pair.left.calendar, pair.verdict) == ("islamic", "overlap")


def test_an_impossible_side_cannot_be_compared() -> None:
    (pair,) = shamsi.pairs("این در ۳۱ مهر ۱۴۰۴ (۲۳ اکتبر ۲۰۲۵) بود")
    assert (pair.verdict, pair.delta_days, pair.diagnosis) == ("incomparable", None, None)


def test_a_pair_may_be_made_of_any_two_mentions() -> None:
    (left,), (right,) = shamsi.find("۱۸ مرداد ۱۴۰۴"), shamsi.find("18 أغسطس 2025")
    pair = compare(left, right, "")
    assert (pair.verdict, pair.delta_days, pair.diagnosis) == ("mismatch", 9, "calque")
    back = compare(right, left, "")
    assert (back.verdict, back.delta_days, back.diagnosis) == ("mismatch", -9, "calque")


def test_yearless_pairs_are_checked_with_a_reference_too() -> None:
    reference = dt.date(2025, 12, 15)
    assert [p.verdict for p in shamsi.pairs("در ۳۰ نوامبر (۹ آذرماه) بود", reference=reference)] == ["agree"]
    assert [p.verdict for p in shamsi.pairs("در ۱۰ ژوئیه (۲۱ خرداد) بود", reference=reference)] == ["mismatch"]


def test_little_confidence_makes_no_pair() -> None:
    text = "این در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵) بود"
    assert len(shamsi.pairs(text)) == 1
    assert shamsi.pairs(text, min_confidence=1.0) == []


@pytest.mark.parametrize(
    ("text", "left", "right", "verdict"),
    [
        ("در سال ۱۴۰۴/۲۰۲۵م", "persian", "gregorian", "overlap"),
        ("در سال ۱۴۰۴/۲۰۳۵ میلادی", "persian", "gregorian", "mismatch"),
        ("كان ذلك سنة 1441/2020م", "islamic", "gregorian", "overlap"),
        ("در سال ۱۳۹۵ / ۲۰۱۶ میلادی", "persian", "gregorian", "overlap"),
    ],
)
def test_an_era_behind_a_slash_is_the_last_years_own(text: str, left: str, right: str, verdict: str) -> None:
    (pair,) = shamsi.pairs(text)
    assert (pair.left.calendar, pair.right.calendar, pair.verdict) == (left, right, verdict)
