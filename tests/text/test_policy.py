"""Policy: which findings are reported, which pairs may differ, and errors for wrong arguments."""

from typing import Any

import pytest

import shamsi
from shamsi.text.compare.codes import CODES
from shamsi.text.policy import LunarTolerance

MANY = """يوم الاثنين 18 مرداد 1404 وفي 31 مهر 1404 كان اللقاء.
في 18 مرداد 1404 (18 أغسطس 2025) ومن 20 إلى 18 مرداد 1404 كان السفر.
وفي 5 تموز/أغسطس 2025 كان القرار."""


def codes_of(text: str, **options: Any) -> list[str]:
    return [finding.code for finding in shamsi.check(text, **options)]


def test_all_codes_are_reported() -> None:
    assert set(codes_of(MANY)) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_one_code_is_reported_alone(code: str) -> None:
    assert set(codes_of(MANY, codes=[code])) == {code}
    assert set(codes_of(MANY, codes=set(CODES) - {code})) == set(CODES) - {code}


@pytest.mark.parametrize("days", range(6))
def test_a_lunar_day_may_be_off_by_the_tolerance(days: int) -> None:
    for text, tabular, listed in (  # the days of August by the two reckonings
        ("15 صفر 1447 هـ ({} أغسطس 2025)", 10, 9),
        ("۱۵ صفر ۱۴۴۷ ق ({} اوت ۲۰۲۵)", 10, 9),
        ("15 محرم 1260 هـ ({} فبراير 1844)", 5, 5),
    ):
        wrong = [day for day in range(1, 20) if codes_of(text.format(day), lunar_tolerance=days)]
        assert wrong == [day for day in range(1, 20) if min(abs(day - tabular), abs(day - listed)) > days]


def test_the_word_makes_lunar_days_exact_in_the_years_of_the_table() -> None:
    for text, right in (
        ("15 صفر 1447 هـ ({} أغسطس 2025)", [9]),
        ("۱۵ صفر ۱۴۴۷ ق ({} اوت ۲۰۲۵)", [9]),
        ("15 محرم 1260 هـ ({} فبراير 1844)", [3, 4, 5, 6, 7]),
    ):
        found = [day for day in range(1, 20) if not codes_of(text.format(day), lunar_tolerance="umm-al-qura")]
        assert found == right


def test_a_finding_measures_by_the_reckoning_of_its_mentions() -> None:
    cases: tuple[tuple[str, LunarTolerance, int, str], ...] = (
        ("15 صفر 1447 هـ (11 أغسطس 2025)", 0, 2, "2025-08-09"),
        ("15 صفر 1447 هـ (11 أغسطس 2025)", "umm-al-qura", 2, "2025-08-09"),
        ("۱۵ صفر ۱۴۴۷ ق (۱۱ اوت ۲۰۲۵)", 0, 1, "2025-08-10"),
        ("۱۵ صفر ۱۴۴۷ ق (۱۰ اوت ۲۰۲۵)", "umm-al-qura", 1, "2025-08-09"),
    )
    for text, tolerance, delta, day in cases:
        (finding,) = shamsi.check(text, lunar_tolerance=tolerance)
        assert (finding.delta_days, str(finding.spans[0].earliest)) == (delta, day)
        assert f" is {day}, {delta} day" in finding.detail
        for repair in finding.suggestions:
            fixed = text[: repair.start] + repair.replacement + text[repair.end :]
            assert shamsi.check(fixed, lunar_tolerance=tolerance) == []


@pytest.mark.parametrize(
    ("tolerance", "right"),
    [(0, "السبت الأحد"), (1, "الجمعة السبت الأحد الاثنين"), ("umm-al-qura", "السبت")],
)
def test_a_weekday_has_the_tolerance_of_pairs(tolerance: LunarTolerance, right: str) -> None:
    days = "السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة".split()
    silent = [day for day in days if not codes_of(f"كتب هذا {day} 15 صفر 1447 هـ هنا", lunar_tolerance=tolerance)]
    assert sorted(silent) == sorted(right.split())


def test_a_month_pair_may_overlap_by_the_table() -> None:
    assert codes_of("صفر 1447 هـ (أغسطس 2025)", lunar_tolerance="umm-al-qura") == []
    assert codes_of("صفر 1447 هـ (مارس 2025)", lunar_tolerance="umm-al-qura") == ["pair-mismatch"]


def test_a_pair_may_be_excused_from_either_side() -> None:
    for text in ("۳ اسفند ۱۲۹۹ (۲۱ فوریه ۱۹۲۱)", "۲۱ فوریه ۱۹۲۱ (۳ اسفند ۱۲۹۹)"):
        assert codes_of(text) == ["pair-mismatch"]
        for pair in ("1299-12-03 = 1921-02-21", "1921-02-21=1299-12-03"):
            assert codes_of(text, exceptions=[pair]) == []
        assert codes_of(text, exceptions=["1299-12-03 = 1921-02-22"]) == ["pair-mismatch"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("۳ اسفند ۱۲۹۹ (۲۱ فوریه ۱۹۲۱)", 0),
        ("۳ اسفند ۱۲۹۹ (۲۰ فوریه ۱۹۲۱)", 1),
        ("۳ اسفند ۱۳۹۹ (۲۰ فوریه ۲۰۲۱)", 1),
        ("۱۰ فروردین ۱۳۰۴ (۲۹ مارس ۱۹۲۵)", 0),
        ("۱۱ فروردین ۱۳۰۴ (۳۰ مارس ۱۹۲۵)", 1),
    ],
)
def test_borji_months_may_be_a_day_away_until_the_law_of_1304(text: str, left: int) -> None:
    assert codes_of(text) == ["pair-mismatch"]
    assert len(codes_of(text, exceptions=["borji"])) == left


@pytest.mark.parametrize(
    ("text", "code", "left"),
    [
        ("دوشنبه ۳ اسفند ۱۲۹۹", "weekday-conflict", 0),  # 21 February 1921, as Iran counted then
        ("یکشنبه ۳ اسفند ۱۲۹۹", "weekday-conflict", 1),
        ("دوشنبه ۳ اسفند ۱۳۹۹", "weekday-conflict", 1),
        ("۳۱ مهر ۱۲۹۸", "impossible-date", 0),
        ("۳۱ مهر ۱۳۰۴", "impossible-date", 1),
        ("۳۱ مهر ۱۴۰۴", "impossible-date", 1),
        ("۳۱ سبتمبر ۱۹۲۰", "impossible-date", 1),
    ],
)
def test_borji_months_had_other_days(text: str, code: str, left: int) -> None:
    assert codes_of(text) == [code]
    assert codes_of(text, exceptions=["borji"]) == [code] * left


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        (
            {"codes": ["pair-mismach"]},
            ValueError,
            "code must be one of .*, got 'pair-mismach'; did you mean pair-mismatch",
        ),
        ({"codes": "pair-mismatch"}, TypeError, r"codes must be a sequence of str such as \['pair-mismatch'\]"),
        ({"codes": [1]}, TypeError, r"codes must hold str, got 1 \(int\)"),
        ({"lunar_tolerance": 6}, ValueError, r"lunar_tolerance must be 0\.\.5 days or 'umm-al-qura', got 6"),
        ({"lunar_tolerance": "2"}, ValueError, r"lunar_tolerance must be 0\.\.5 days or 'umm-al-qura', got '2'"),
        ({"lunar_tolerance": 1.5}, TypeError, "lunar_tolerance"),
        ({"lunar_tolerance": True}, TypeError, "lunar_tolerance"),
        ({"min_alarm": 95}, ValueError, "min_alarm must be a number from 0 to 1, got 95; write 0.95 for 95 %"),
        ({"min_alarm": -0.1}, ValueError, r"min_alarm must be a number from 0 to 1, got -0\.1"),
        ({"min_alarm": float("nan")}, ValueError, "min_alarm must be a number from 0 to 1, got nan"),
        ({"min_alarm": "0.9"}, TypeError, r"min_alarm must be a number from 0 to 1, got '0\.9' \(str\)"),
        ({"min_alarm": None}, TypeError, "min_alarm must be a number from 0 to 1, got None"),
        ({"exceptions": ["1299-12-03"]}, ValueError, "exception must be borji or two dates such as"),
        ({"exceptions": ["a = b"]}, ValueError, "exception must be borji or two dates such as"),
        ({"exceptions": "borji"}, TypeError, "exceptions must be a sequence of str"),
    ],
)
def test_wrong_arguments_are_errors_for_any_text(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        shamsi.check("", **options)
