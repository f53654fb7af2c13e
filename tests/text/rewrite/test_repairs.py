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
It snowed on Sunday, 5 October 2024. | It snowed on Saturday, 5 October 2024. | It snowed on Sunday, 6 October 2024.
It snowed on Sun, Oct 5, 2024. | It snowed on Sat, Oct 5, 2024. | It snowed on Sun, Oct 6, 2024.
It snowed on SUNDAY, OCTOBER 5, 2024. | It snowed on SATURDAY, OCTOBER 5, 2024. | It snowed on SUNDAY, OCTOBER 6, 2024.
It snowed on Yekshanbeh 14 Mehr 1403. | It snowed on Shanbeh 14 Mehr 1403. | It snowed on Yekshanbeh 15 Mehr 1403.
It snowed on 31 Azar 1403. | It snowed on 30 Azar 1403. | It snowed on 1 Dey 1403.
It snowed on Azar 31, 1403. | It snowed on Azar 30, 1403. | It snowed on Dey 1, 1403.
It snowed on February 29, 2025. | It snowed on February 28, 2025. | It snowed on March 1, 2025.
Snow fell on the 31st of June 2024. | Snow fell on the 30th of June 2024. | Snow fell on the 1st of July 2024.
It snowed from November 12 to 9, 2024. | It snowed from November 9 to 12, 2024.
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [  # a lunar side moves by its own reckoning: in Arabic Umm al-Qura, in Persian the table
        ("كان ذلك في 2 محرم 1448 هـ (26 يونيو 2026م) هناك", ["11 محرم 1448 هـ", "17 يونيو 2026م"]),
        ("این در ۲ محرم ۱۴۴۸ ق (۲۶ ژوئن ۲۰۲۶ م) بود", ["۱۰ محرم ۱۴۴۸ ق", "۱۸ ژوئن ۲۰۲۶ م"]),
        # The stated weekday is that of the lunar day, which may be a day off.
        ("كان ذلك الخميس 2 محرم 1448 هـ (26 يونيو 2026م) هناك", ["الجمعة 11 محرم 1448 هـ", "18 يونيو 2026م"]),
        (
            "كان ذلك الخميس 2 محرم 1448 هـ (الجمعة 26 يونيو 2026م) هناك",
            ["الجمعة 11 محرم 1448 هـ", "الخميس 18 يونيو 2026م"],
        ),
        # Saturday 5 May 1425 is a day of the Julian calendar.
        ("كان ذلك السبت 2 محرم 828 هـ (5 مايو 1425م) هناك", ["16 جمادى الآخرة 828 هـ", "4 ديسمبر 1424م"]),
    ],
)
def test_a_lunar_pair_is_fixed_by_the_reckoning_of_its_text(text: str, wanted: list[str]) -> None:
    (finding,) = shamsi.check(text)
    assert [suggestion.replacement for suggestion in finding.suggestions] == wanted
    mended = [text[: s.start] + s.replacement + text[s.end :] for s in finding.suggestions]
    assert [shamsi.check(one) for one in mended] == [[]] * len(wanted)


def test_no_repair_is_offered_that_would_be_read_otherwise() -> None:
    (finding,) = shamsi.check("این در سال ۱۳۵۴ (سال ۲۲۷۶) بود")
    assert [suggestion.replacement for suggestion in finding.suggestions] == ["۱۹۷۵"]
