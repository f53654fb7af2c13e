"""Repairs: after each of them the text has no finding, and nothing else changes."""

import random
from collections import Counter

import pytest

import shamsi
from tests.text.wrong_pairs import SAYS, faults, wrong_pair

NUMBER = 40  # per language; `python -m tests.text.wrong_pairs 10000` is the full run


@pytest.mark.parametrize("lang", SAYS)
def test_every_repair_of_a_wrong_pair_checks_clean_and_changes_nothing_else(lang: str) -> None:
    dice, tally = random.Random(f"{lang} small"), Counter[str]()
    assert [fault for _ in range(NUMBER) for fault in faults(wrong_pair(lang, dice), tally)] == []
    assert tally["2 suggestions"] > NUMBER * 0.7


# A wrong text | the text after each suggestion
CASES = """
نشست شنبه ۱۷ مرداد ۱۴۰۴ بود | نشست جمعه ۱۷ مرداد ۱۴۰۴ بود | نشست شنبه ۱۸ مرداد ۱۴۰۴ بود
كان ذلك الإثنين 16 يناير 2016 هناك | كان ذلك السبت 16 يناير 2016 هناك | كان ذلك الإثنين 18 يناير 2016 هناك
نشست سه‌شنبه ۱۷ مرداد ۱۴۰۴ (۸ اوت ۲۰۲۵) بود | نشست جمعه ۱۷ مرداد ۱۴۰۴ (۸ اوت ۲۰۲۵) بود
ناسته د شنبې ۱۷ مرداد ۱۴۰۴ وه | ناسته د جمعې ۱۷ مرداد ۱۴۰۴ وه | ناسته د شنبې ۱۸ مرداد ۱۴۰۴ وه
نشست ۳۱ مهر ۱۴۰۴ بود | نشست ۳۰ مهر ۱۴۰۴ بود | نشست ۱ آبان ۱۴۰۴ بود
نشست ۳۱ مهر بود | نشست ۳۰ مهر بود | نشست ۱ آبان بود
نشست سی ام اسفند ۱۴۰۴ بود | نشست بیست و نهم اسفند ۱۴۰۴ بود | نشست یکم فروردین ۱۴۰۵ بود
نشست در ۱۴۰۴/۱۲/۳۰ بود | نشست در ۱۴۰۴/۱۲/۲۹ بود | نشست در ۱۴۰۵/۰۱/۰۱ بود
كان هذا في 30 فبراير 2024 هناك | كان هذا في 29 فبراير 2024 هناك | كان هذا في 1 مارس 2024 هناك
کۆبوونەوەکە لە ٣١ی ئەیلوولی ٢٠٢٤ بوو | کۆبوونەوەکە لە ٣٠ی ئەیلوولی ٢٠٢٤ بوو | کۆبوونەوەکە لە ١ی تشرینی یەکەمی ٢٠٢٤ بوو
كان من 20 إلى 18 أغسطس 2025 هناك | كان من 18 إلى 20 أغسطس 2025 هناك
نشست ۲ شهریور ۱۴۰۴ تا ۳۰ مرداد ۱۴۰۴ بود | نشست ۳۰ مرداد ۱۴۰۴ تا ۲ شهریور ۱۴۰۴ بود
"""


@pytest.mark.parametrize("case", CASES.strip().split("\n"))
def test_a_date_by_itself_is_mended(case: str) -> None:
    text, *wanted = case.split(" | ")
    (finding,) = shamsi.check(text)
    mended = [text[: s.start] + s.replacement + text[s.end :] for s in finding.suggestions]
    assert mended[: len(wanted)] == wanted
    assert [shamsi.check(one) for one in mended] == [[]] * len(mended)


@pytest.mark.parametrize("text", ["نشست ۴۵ مهر ۱۴۰۴ بود", "نشست ۱۴۰۴/۱۳/۰۱ بود"])
def test_what_no_month_comes_near_is_left_to_its_writer(text: str) -> None:
    assert [s for finding in shamsi.check(text) for s in finding.suggestions] == []


def test_no_repair_is_offered_that_would_be_read_otherwise() -> None:
    (finding,) = shamsi.check("این در سال ۱۳۵۴ (سال ۲۲۷۶) بود")
    assert [suggestion.replacement for suggestion in finding.suggestions] == ["۱۹۷۵"]
