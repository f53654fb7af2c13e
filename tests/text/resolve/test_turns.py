"""Turns of the year: months and seasons of one printed year that begin in the year before."""

import pytest

import shamsi

TURNED = """
از آذر تا اردیبهشت ۱۴۰۲ | 1401-09/1402-02
من تشرين الثاني حتى نيسان 1907 | 1906-11/1907-04
من ذي القعدة إلى صفر 1352 هـ | 1351-11/1352-02
په کابل کې له قوس څخه تر ثور ۱۳۹۹ پورې واوره وه | 1398-09/1399-02
لە کانوونی یەکەم تا نیسانی ٢٠٢١ | 2020-12/2021-04
أكتوبر - فبراير 2008 | 2007-10/2008-02
بين نوفمبر وفبراير 1985 | 1984-11/1985-02
از پاییز تا بهار ۱۴۰۲ | 1401-S3/1402-S1
از زمستان تا تابستان ۱۴۰۲ | 1401-S4/1402-S2
"""
AS_PRINTED = """
از اردیبهشت تا آذر ۱۴۰۲ | 1402-02/1402-09
عدد يونيو - أبريل 2008 | 2008-04/2008-06
نمایشگاه آذر و اردیبهشت ۱۴۰۲ | 1402-02/1402-09
از آذر ۱۴۰۱ تا اردیبهشت ۱۴۰۲ | 1401-09/1402-02
از آذر تا اردیبهشت | XXXX-09/XXXX-02
"""


@pytest.mark.parametrize("case", [*TURNED.strip().split("\n"), *AS_PRINTED.strip().split("\n")])
def test_months_begin_in_the_year_that_brings_them_forward(case: str) -> None:
    text, _, native = case.partition(" | ")
    (mention,) = shamsi.find(text)
    assert mention.native == native
    assert shamsi.check(text) == []


def test_a_range_of_months_is_annotated_with_its_two_years() -> None:
    assert shamsi.annotate("از آذر تا اردیبهشت ۱۴۰۲ باز بود.", to="gregorian") == (
        "از آذر تا اردیبهشت ۱۴۰۲ (۲۲ نوامبر ۲۰۲۲ تا ۲۱ مهٔ ۲۰۲۳) باز بود."
    ).replace("مهٔ", "مه")


def test_a_repair_of_months_is_read_as_the_days_of_the_other_side() -> None:
    text = "دوره دی تا خرداد ۱۴۰۳ (ژانویه تا ژوئن ۲۰۲۵) بود"
    (finding,) = shamsi.check(text)
    assert finding.suggestions
    for repair in finding.suggestions:
        fixed = text[: repair.start] + repair.replacement + text[repair.end :]
        assert shamsi.check(fixed) == []
