"""Orders: a slash behind the day, runs of days before a month in numbers, and spaced hyphens."""

import pytest

import shamsi

READ = """
توفي 8/ شعبان 1411 هـ بالنجف | 1411-08-08
وصل 8/ أيلول 1985 إلى عمان | 1985-09-08
نامه ۸/ آبان ۱۳۷۸ رسید | 1378-08-08
كان من 6-11/ أيلول 1985 هنا | 1985-09-06/1985-09-11
كان من 6-11 / أيلول / 1985 هنا | 1985-09-06/1985-09-11
كان من 6-11/9/1985 هنا | 1985-09-06/1985-09-11
كان من 6 إلى 11/9/1985 هنا | 1985-09-06/1985-09-11
كان من 6 - 11 / 9 / 1985 هنا | 1985-09-06/1985-09-11
اردو از ۶ تا ۱۱/۹/۱۳۷۸ بود | 1378-09-06/1378-09-11
حرر بتاريخ 6 - 9 - 1985 في عمان | 1985-09-06
حرر بتاريخ 6 – 9 – 1985 في عمان | 1985-09-06
تاریخ: ۶ ـ ۹ ـ ۱۳۷۸ | 1378-09-06
مورخ ۱۳۷۸ - ۹ - ۶ | 1378-09-06
الجمعة، 6 - 9 - 1985 | 1985-09-06
وقع 6 - 9 - 1985م في عمان | 1985-09-06
لە بەرواری 6 - 9 - 1985 | 1985-09-06
په نېټه ۶ - ۹ - ۱۳۷۸ | 1378-09-06
في السادس من أيلول - سبتمبر - 1985 | 1985-09-06
6 أيلول - سبتمبر 1985 | 1985-09-06
6 أيلول – سبتمبر 1985 | 1985-09-06
في السادس من أيلول / سبتمبر / 1985 | 1985-09-06
"""
AS_BEFORE = """
العدد 8/ شعبان 1411 هـ | 1411-08
شماره ۸/ آبان ۱۳۷۸ | 1378-08
انتهت المباراة 6 - 2 أمام 1985 |
نتیجه ۶ - ۹ - ۱۳۷۸ |
صفحات ۶ - ۹ - ۱۳۷۸ |
شماره ۶ - ۹ - ۱۳۷۸ |
تاریخ ۶ - ۹ - ۱۳۷۸/ب |
a = 6 - 9 - 1985 |
کد 6-11/9/1985 |
11-6/9/1985 |
6-11/13/1985 |
6 - 11/9/1985 | 1985-09-11
6 أيلول - تشرين الأول 1985 | XXXX-09-06 1985-10
"""


@pytest.mark.parametrize("case", [*READ.strip().split("\n"), *AS_BEFORE.strip().split("\n")])
def test_marks_between_the_numbers_of_a_date(case: str) -> None:
    text, _, wanted = case.partition(" |")
    assert [mention.native for mention in shamsi.find(text)] == wanted.split()


def test_pairs_with_spaced_hyphens_are_compared_and_repaired() -> None:
    good, bad = (f"20 - 9 - 1439هـ الموافق {day} - 6 - 2018م" for day in (4, 9))
    assert [pair.verdict for pair in shamsi.pairs(good)] == ["agree"]
    (finding,) = shamsi.check(bad)
    assert [one.replacement for one in finding.suggestions] == ["25 - 9 - 1439هـ", "4 - 6 - 2018م"]
    for text in ("20 رمضان 1439 (4 - 6 - 2018)", "4 - 6 - 2018 (20 رمضان 1439)"):
        assert [pair.verdict for pair in shamsi.pairs(text)] == ["agree"]


def test_two_names_of_a_month_are_renamed_together() -> None:
    (finding,) = shamsi.check("6 أيلول - سبتمبر 1985 (15 مهر 1364)")
    assert "7 تشرين الأول - أكتوبر 1985" in [one.replacement for one in finding.suggestions]


def test_redaction_of_a_run_in_numbers_keeps_its_year_alone() -> None:
    text = "كان من 6-11/9/1985 هنا"
    assert shamsi.redact(text, "year") == "كان من 1985 هنا"
    assert "6-11" not in shamsi.redact(text, "month")
