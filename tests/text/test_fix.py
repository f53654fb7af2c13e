"""Fixing: one side of every wrong pair is rewritten, and nothing else."""

import pytest

import shamsi

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
    with pytest.raises(ValueError, match="side must be one of 'persian', 'gregorian', 'islamic', got 'left'"):
        shamsi.fix("", "left")
