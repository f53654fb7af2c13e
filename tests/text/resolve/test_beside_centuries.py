"""Years beside centuries and in titles: the calendar that they take, and the pairs that they make."""

import pytest

import shamsi


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بُني البرج في القرن الرابع عشر الميلادي (1362).", ["gregorian", "gregorian"]),
        ("بُني البرج في القرن الرابع عشر الهجري (1362).", ["islamic", "islamic"]),
        ("بُني البرج في القرن الرابع عشر (1362).", ["gregorian", "gregorian"]),
        ("بُني البرج في القرن الثامن الهجري (1362).", ["islamic", "gregorian"]),
        ("بُني البرج في القرن الثامن (762هـ).", ["islamic", "islamic"]),
        ("بُني البرج في القرن الثامن (1362م).", ["islamic", "gregorian"]),
        ("این برج قرن چهاردهم میلادی (۱۳۶۲) است.", ["gregorian", "gregorian"]),
        ("این برج قرن چهاردهم هجری (۱۳۱۲) است.", ["islamic", "islamic"]),
        ("این برج قرن چهاردهم (۱۳۶۲) است.", ["gregorian", "persian"]),  # in Persian, years are Solar
    ],
)
def test_the_calendar_of_a_century_and_its_years(text: str, expected: list[str]) -> None:
    assert [mention.calendar for mention in shamsi.find(text)] == expected
    assert shamsi.check(text) == []


def test_a_century_of_another_time_is_still_reported() -> None:
    (finding,) = shamsi.check("بُني البرج في القرن الثامن الهجري (1562م).")
    assert finding.code == "pair-mismatch"


@pytest.mark.parametrize(
    "text",
    [
        "كتاب «سواحل الجنوب 1211-1289» (1957) مشهور.",
        "كتاب الجنوب 1211-1289 (1957) مشهور.",
        "كتاب «سواحل الجنوب الشرقي الكبرى كلها 1211-1289» (1957) مشهور.",
        "کتاب «شهر ما ۱۳۰۹» (۱۹۵۷) مشهور است.",
        "کتاب شهر ما ۱۳۰۹-۱۳۱۵ (۱۹۵۷) مشهور است.",
    ],
)
def test_a_title_and_the_year_of_print_are_no_pair(text: str) -> None:
    assert shamsi.pairs(text) == []


def test_the_same_years_in_brackets_still_pair() -> None:
    (pair,) = shamsi.pairs("كتاب سواحل الجنوب 1320-1332 (1902-1914) مشهور.")
    assert pair.verdict == "overlap"


def test_a_year_in_quotation_marks_still_pairs() -> None:
    (pair,) = shamsi.pairs("كتب فيه: «تم سنة 1309هـ» (1957م)")
    assert pair.verdict == "mismatch"


@pytest.mark.parametrize(
    "text", ["حدث في 12 صفر 1310 الموافق 24 آب 1308 هناك.", "حدث في 12 صفر المصادف 24 آب سنة 1308 هناك."]
)
def test_a_rumi_year_is_not_read(text: str) -> None:
    (mention,) = shamsi.find(text)
    assert mention.calendar == "islamic"
    assert shamsi.check(text) == []
    (row,) = [row for row in shamsi.explain(text) if row.refusal]
    assert row.reasons == ("the Rumi calendar is known, but not read",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("حدث في 3 محرم 705 الموافق 26 تموز 1305 هناك.", []),  # the Middle Ages
        ("حدث في 3 محرم 707 الموافق 26 تموز 1305 هناك.", ["pair-mismatch"]),
        ("حدث في 12 صفر 1310 الموافق 24 آب 1308م هناك.", ["pair-mismatch"]),  # an era
    ],
)
def test_a_gregorian_year_that_could_be_rumi_is_still_read(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in shamsi.check(text)] == codes
    assert len(shamsi.find(text)) == 2
