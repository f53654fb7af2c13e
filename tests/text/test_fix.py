"""Fixing: one side of every wrong pair is rewritten, and nothing else."""

import pytest

import shamsi
from shamsi.text.fix import repairs_of

TEXT = (
    "نشست شنبه ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) بود و ۳ تیر ۱۴۰۴ (۲۴ ژوئن ۲۰۲۵) هم. "
    "۲۰ مرداد ۱۴۰۴ (۲۰ اوت ۲۰۲۵) و ۳۱ مهر ۱۴۰۴."
)


@pytest.mark.parametrize(
    ("side", "changes"),
    [
        ("persian", {"شنبه ۱۸ مرداد": "دوشنبه ۲۷ مرداد", "۲۰ مرداد": "۲۹ مرداد"}),
        ("gregorian", {"۱۸ اوت": "۹ اوت", "۲۰ اوت": "۱۱ اوت"}),
        ("islamic", {}),
    ],
)
def test_one_side_of_each_wrong_pair_is_rewritten(side: str, changes: dict[str, str]) -> None:
    wanted = TEXT
    for old, new in changes.items():
        wanted = wanted.replace(old, new)
    assert shamsi.fix(TEXT, side) == wanted
    left = [finding.code for finding in shamsi.check(wanted)]
    assert left == (["impossible-date"] if changes else ["pair-mismatch", "pair-mismatch", "impossible-date"])


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("۲۵۳۶/۰۸/۱۲ شاهنشاهی (۱۳ نوامبر ۱۹۷۷)", "۲۵۳۶/۰۸/۲۲ شاهنشاهی (۱۳ نوامبر ۱۹۷۷)"),
        ("۱۳۵۶/۸/۱۲ خورشیدی (۱۳ نوامبر ۱۹۷۷)", "۱۳۵۶/۸/۲۲ خورشیدی (۱۳ نوامبر ۱۹۷۷)"),
        ("۱۴\u200f۰۴/۵/۱۷ (۹ اوت ۲۰۲۵)", "۱۴۰۴/۵/۱۸ (۹ اوت ۲۰۲۵)"),
    ],
)
def test_a_day_in_numbers_keeps_its_era(wrong: str, right: str) -> None:
    fixed = shamsi.fix(f"این نشست در {wrong} بود", "persian")
    assert fixed == f"این نشست در {right} بود"
    assert shamsi.check(fixed) == []


def test_an_exception_is_no_wrong_pair() -> None:
    text = "کودتای ۳ اسفند ۱۲۹۹ (۲۱ فوریه ۱۹۲۱)"
    assert shamsi.fix(text, "gregorian") != text
    assert shamsi.fix(text, "gregorian", exceptions=["1299-12-03 = 1921-02-21"]) == text


def test_another_side_is_an_error() -> None:
    with pytest.raises(
        ValueError, match="side must be one of 'persian', 'gregorian', 'islamic', 'preferred', got 'left'"
    ):
        shamsi.fix("", "left")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("جمعه ۱۰ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵)", "جمعه ۱۰ مرداد ۱۴۰۴ (۱ اوت ۲۰۲۵)"),
        ("یکشنبه ۱۰ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵)", "یکشنبه ۱۹ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵)"),
        ("جمعه ۵ آبان ۱۴۰۴ (۲۷ اکتبر ۲۰۲۵)", "دوشنبه ۵ آبان ۱۴۰۴ (۲۷ اکتبر ۲۰۲۵)"),
        ("چهارشنبه ۳۱ مهر ۱۴۰۴", "چهارشنبه ۳۰ مهر ۱۴۰۴"),
        ("۳۱ مهر ۱۴۰۴ (۲۳ اکتبر ۲۰۲۵)", "۱ آبان ۱۴۰۴ (۲۳ اکتبر ۲۰۲۵)"),
        ("31 سبتمبر 2025 الموافق 9 مهر 1404", "1 أكتوبر 2025 الموافق 9 مهر 1404"),
    ],
)
def test_the_preferred_repair_is_the_one_that_the_text_shows(wrong: str, right: str) -> None:
    assert shamsi.fix(f"نشست {wrong} بود", "preferred") == f"نشست {right} بود"
    assert shamsi.check(f"نشست {right} بود") == []


@pytest.mark.parametrize(
    "text",
    [
        "۱۰ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵)",  # nothing decides
        "شنبه ۳۱ مهر ۱۴۰۴",  # the weekday of neither day
        "پنجشنبه ۳۱ مهر ۱۴۰۴ (۲۲ اکتبر ۲۰۲۵)",  # weekday and date beside it disagree
        "جمعه ۵ آبان ۱۴۰۴",  # weekday or day
        "۳۱ مهر ۱۴۰۴",
    ],
)
def test_without_evidence_nothing_is_preferred(text: str) -> None:
    assert shamsi.check(text) != []
    assert shamsi.fix(text, "preferred") == text


def test_a_calendar_fixes_also_its_weekdays_and_days_that_the_text_decides() -> None:
    text = "جمعه ۵ آبان ۱۴۰۴ (۲۷ اکتبر ۲۰۲۵) و چهارشنبه ۳۱ مهر ۱۴۰۴"
    assert shamsi.fix(text, "persian") == "دوشنبه ۵ آبان ۱۴۰۴ (۲۷ اکتبر ۲۰۲۵) و چهارشنبه ۳۰ مهر ۱۴۰۴"
    assert shamsi.fix(text, "gregorian") == text


@pytest.mark.parametrize(
    ("text", "side", "reason"),
    [
        ("پنجشنبه ۷ آذر ۱۴۰۴ (۷ دسامبر ۲۰۲۵)", "gregorian", "weekday"),
        ("۵ آبان ۱۴۰۴ (۵ نوامبر ۲۰۲۵)", "islamic", "absent"),
        ("۵ آبان ۱۴۰۴ (نوامبر ۲۰۲۵)", "persian", "coarse"),
        ("۵ آبان ۱۴۰۴ (۵ نوامبر ۲۰۲۵)", "preferred", "undecided"),
        ("جمعه ۵ آبان ۱۴۰۴", "persian", "several"),
    ],
)
def test_what_is_left_has_a_reason(text: str, side: str, reason: str) -> None:
    left = [(one.finding.code, one.reason) for one in repairs_of(shamsi.check(text), side).left]
    assert left[0][1] == reason
