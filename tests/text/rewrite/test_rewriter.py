"""The rewriter: each side is rewritten in its own language, digits, names, widths and layout."""

from itertools import product

import pytest

import shamsi
from shamsi.lang.classes import codes_of
from shamsi.lang.fold import fold
from shamsi.lang.language import LANGUAGES
from shamsi.lang.lexicon import lexicon
from shamsi.text.grammar.lexer import lexer_of
from shamsi.text.rewrite.wording import in_words
from shamsi.text.scan.scanner import Window

REPAIRS = """
این در 18/5/1404 (2025-08-18) بود | 27/5/1404 | 2025-08-09
این در ۱۸ مرداد ۱۴۰۴ (۲۰۲۵/۰۸/۱۸) بود | ۲۷ مرداد ۱۴۰۴ | ۲۰۲۵/۰۸/۰۹
كان هذا في 18 مرداد 1404 (20 سبتمبر 2025) هناك | 29 شهريور 1404 | 9 أغسطس 2025
این در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) بود | ۲۷ مرداد ۱۴۰۴ | ۹ اوت ۲۰۲۵
این در 18 مرداد 1404 (18 اوت 2025) بود | 27 مرداد 1404 | 9 اوت 2025
این در ۱۸ مردادماه سال ۱۴۰۴ خورشیدی (۱۸ آگوست ۲۰۲۵ میلادی) بود | ۲۷ مردادماه سال ۱۴۰۴ خورشیدی | ۹ آگوست ۲۰۲۵ میلادی
این در هجدهم مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) بود | بیست و هفتم مرداد ۱۴۰۴ | ۹ اوت ۲۰۲۵
این در هجده مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) بود | بیست و هفت مرداد ۱۴۰۴ | ۹ اوت ۲۰۲۵
این در ۱۴۰۴/۰۵/۲۱ (۲۰۲۵/۰۸/۲۰) بود | ۱۴۰۴/۰۵/۲۹ | ۲۰۲۵/۰۸/۱۲
این در ۱۴۰۴/۵/۱۸ (۱۸ اوت ۲۰۲۵) بود | ۱۴۰۴/۵/۲۷ | ۹ اوت ۲۰۲۵
این در 21/5/1404 (2025-08-18) بود | 27/5/1404 | 2025-08-12
این در ۰۷ شهریور ۱۳۹۹ (۰۷ سپتامبر ۲۰۲۰) بود | ۱۷ شهریور ۱۳۹۹ | ۲۸ اوت ۲۰۲۰
این در ۲۰ اسفند ۱۴۰۳ (۲۵ مارس ۲۰۲۵) بود | ۵ فروردین ۱۴۰۴ | ۱۰ مارس ۲۰۲۵
این در ۱۸ تا ۲۰ مرداد ۱۴۰۴ (۱۸ تا ۲۰ اوت ۲۰۲۵) بود | ۲۷ تا ۲۹ مرداد ۱۴۰۴ | ۹ تا ۱۱ اوت ۲۰۲۵
این در ۲۸ تا ۳۰ مرداد ۱۴۰۴ (۲۲ تا ۲۴ اوت ۲۰۲۵) بود | ۳۱ مرداد تا ۲ شهریور ۱۴۰۴ | ۱۹ تا ۲۱ اوت ۲۰۲۵
این در ۱۰ ژوئیه (۲۱ خرداد) بود | ۱۱ ژوئن | ۱۹ تیر
این در ۱۱ بهمن ۹۷ (۵ فوریه ۲۰۱۹) بود | ۱۶ بهمن ۹۷ | ۳۱ ژانویه ۲۰۱۹
این در ۱۵ آگوست ۱۹۵۵ (۲۳ مرداد ۱۳۴۴) بود | ۱۴ آگوست ۱۹۶۵ | ۲۳ مرداد ۱۳۳۴
این در مهر ۱۴۰۴ (ژانویه ۲۰۲۶) بود | دی ۱۴۰۴ | اکتبر ۲۰۲۵
كان هذا في 18 مرداد 1404 (18 أغسطس 2025) هناك | 27 مرداد 1404 | 9 أغسطس 2025
كان هذا في ١٨ مرداد ١٤٠٤ (١٨ آب ٢٠٢٥) هناك | ٢٧ مرداد ١٤٠٤ | ٩ آب ٢٠٢٥
كان هذا في 18 مهر 1404 (10 نوفمبر 2025) هناك | 19 آبان 1404 | 10 أكتوبر 2025
كان هذا في 18 مهر 1404 (10 تشرين الثاني 2025) هناك | 19 آبان 1404 | 10 تشرين الأول 2025
كان هذا في 18 مهر 1404 (10 دجنبر 2025) هناك | 19 آذر 1404 | 10 أكتوبر 2025
كان هذا في 18 مهر 1404 (10 تشرين الثاني/نوفمبر 2025) هناك | 19 آبان 1404 | 10 تشرين الأول/أكتوبر 2025
كان هذا في 18 مرداد 1404 هـ.ش (18 أغسطس 2025م) هناك | 27 مرداد 1404 هـ.ش | 9 أغسطس 2025م
كان هذا في الثامن عشر من مرداد 1404 (18 أغسطس 2025) هناك | السابع والعشرون من مرداد 1404 | 9 أغسطس 2025
كان هذا في 5 إلى 8 شهريور 1402 (5 إلى 8 سبتمبر 2023) هناك | 14 إلى 17 شهريور 1402 | 27 إلى 30 أغسطس 2023
این در مهر ۱۲, ۱۴۰۲ (۱۲ اکتبر ۲۰۲۳) بود | مهر ۲۰, ۱۴۰۲ | ۴ اکتبر ۲۰۲۳
این در دوازدهم مهر هزار و چهارصد و دو (۱۲ اکتبر ۲۰۲۳) بود | بیستم مهر ۱۴۰۲ | ۴ اکتبر ۲۰۲۳
د ۱۴۰۲ کال د وږي ۱۲مه (۱۲ سپتمبر ۲۰۲۳) وه | ۱۴۰۲ کال د وږي ۲۱مه | ۳ سپتمبر ۲۰۲۳
د تلې ۱۲مه ۱۴۰۲ (۱۲ اکتوبر ۲۰۲۳) وه | تلې ۲۰مه ۱۴۰۲ | ۴ اکتوبر ۲۰۲۳
ڕۆژی ١٢ی ئابی ٢٠٢٣ (١٢ی گەلاوێژی ١٤٠٢) بوو | ٣ی ئابی ٢٠٢٣ | ٢١ی گەلاوێژی ١٤٠٢
این در ۵ آبان ۱۴۰۳ (November 5, 2024) بود | ۱۵ آبان ۱۴۰۳ | October 26, 2024
این در ۵ آبان ۱۴۰۳ (5 November 2024) بود | ۱۵ آبان ۱۴۰۳ | 26 October 2024
این در ۵ آبان ۱۴۰۳ (5 Nov. 2024) بود | ۱۵ آبان ۱۴۰۳ | 26 Oct. 2024
این در ۵ آبان ۱۴۰۳ (Nov 5, 2024) بود | ۱۵ آبان ۱۴۰۳ | Oct 26, 2024
این در ۵ آبان ۱۴۰۳ (NOVEMBER 5, 2024) بود | ۱۵ آبان ۱۴۰۳ | OCTOBER 26, 2024
این در ۵ آبان ۱۴۰۳ (5th of November 2024) بود | ۱۵ آبان ۱۴۰۳ | 26th of October 2024
این در ۱۱ آبان ۱۴۰۳ (November 11th, 2024) بود | ۲۱ آبان ۱۴۰۳ | November 1st, 2024
این در ۲۰ اردیبهشت ۱۴۰۴ (20 Apr. 2025) بود | ۳۱ فروردین ۱۴۰۴ | 10 May 2025
این در ۷ تا ۹ مهر ۱۴۰۳ (7–9 October 2024) بود | ۱۶ تا ۱۸ مهر ۱۴۰۳ | 28–30 September 2024
این در ۹ تا ۱۱ مهر ۱۴۰۳ (October 9–11, 2024) بود | ۱۸ تا ۲۰ مهر ۱۴۰۳ | September 30–October 2, 2024
این در ۹ تا ۱۱ مهر ۱۴۰۳ (9-11 October 2024) بود | ۱۸ تا ۲۰ مهر ۱۴۰۳ | 30 September-2 October 2024
این در ۸ تا ۱۴ دی ۱۴۰۳ (Dec. 8-14, 2024) بود | ۱۸ تا ۲۴ آذر ۱۴۰۳ | Dec. 28, 2024-Jan. 3, 2025
این در ۹ تا ۱۱ مهر ۱۴۰۳ (October 9th–11th, 2024) بود | ۱۸ تا ۲۰ مهر ۱۴۰۳ | September 30th–October 2nd, 2024
كان هذا في 5 آبان 1403 (Nov. 5, 2024) هناك | 15 آبان 1403 | Oct. 26, 2024
این در ۱۴۰۳/۰۸/۰۵ (5 November 2024) بود | ۱۴۰۳/۰۸/۱۵ | 26 October 2024
The canal was opened on 5 Aban 1403 (5 November 2024). | 15 Aban 1403 | 26 October 2024
The canal was opened on Aban 5, 1403 (November 5, 2024). | Aban 15, 1403 | October 26, 2024
The canal was opened on November 5, 2024 (Aban 5, 1403). | October 26, 2024 | Aban 15, 1403
The canal was opened on 5 ĀBĀN 1403 (26 October 2025). | 4 ĀBĀN 1404 | 26 October 2024
The canal was opened on the fifth of Aban 1403 (5 November 2024). | fifteenth of Aban 1403 | 26 October 2024
The canal was opened in Dey 1402 (May 2024). | Ordibehesht 1403 | January 2024
The canal was opened in 1402 AP (2021). | 1400 AP | 2023
The canal was opened on 5 Aqrab 1403 (5 November 2024) in Herat. | 15 Aqrab 1403 | 26 October 2024
The canal was opened on 9 Mizan 1403 (9 October 2024) in Herat. | 18 Mizan 1403 | 30 September 2024
The canal was opened on 3 Rajab 1446 AH (13 January 2025). | 13 Rajab 1446 AH | 3 January 2025
The canal was opened on 21 Dhu'l-Qa'da 1445 AH (9 June 2024). | 2 Dhu'l-Hijja 1445 AH | 29 May 2024
"""


@pytest.mark.parametrize("case", REPAIRS.strip().split("\n"))
def test_both_repairs_keep_the_style(case: str) -> None:
    text, *wanted = case.split(" | ")
    (finding,) = shamsi.check(text)
    assert [repair.replacement for repair in finding.suggestions] == wanted
    for repair in finding.suggestions:
        mended = text[: repair.start] + repair.replacement + text[repair.end :]
        assert shamsi.check(mended) == []


def test_a_repair_stands_where_its_mention_stands_and_takes_a_weekday_in_that_would_be_wrong() -> None:
    text = "كان هذا في يوم السبت 18 مرداد 1404 (18 أغسطس 2025) هناك"
    (finding,) = shamsi.check(text)
    left, right = finding.suggestions
    assert (text[left.start : left.end], left.replacement) == ("السبت 18 مرداد 1404", "الاثنين 27 مرداد 1404")
    assert (right.start, right.end, right.preferred) == (finding.spans[1].start, finding.spans[1].end, True)


def test_nothing_is_offered_where_no_one_text_says_it() -> None:
    for text in (
        "این در دهه ۱۳۵۰ (۱۹۲۳ میلادی) بود",  # a decade does not say which of its years
        "این در دهه ۱۳۵۰ (۱۹۲۰ میلادی) بود",  # two decades: the 1350s lie in two of them
        "قرن چهارم هجری (۸۵۱ میلادی)",
    ):
        (finding,) = shamsi.check(text)
        assert finding.suggestions == ()
    (finding,) = shamsi.check("سال ۱۴۰۲ (مارس ۲۰۲۲)")  # a year does not say which of its months
    assert [repair.calendar for repair in finding.suggestions] == ["persian"]


def test_both_ends_of_a_range_of_years_get_the_years_that_share_most_days() -> None:
    (finding,) = shamsi.check("این دوره (۱۲۵۱–۱۳۰۲ ق / ۱۸۳۵–۱۸۶۱ م) بود")
    assert "۱۸۳۵–۱۸۸۵ م" in [repair.replacement for repair in finding.suggestions]


def test_a_repair_changes_something() -> None:
    text = "در روز چهارشنبه 3 جمادی‌الاول 1398 قمری (12 آوریل 1978) بود"
    (finding,) = shamsi.check(text, lunar_tolerance=0)
    assert [one.replacement for one in finding.suggestions] == ["4 جمادی‌الاول 1398 قمری"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_day_is_said_in_words_that_are_read_back(code: str) -> None:
    lexer = lexer_of(lexicon(), code, relative=False)
    misread = set()
    for kind, day in product(codes_of("day_in_words ordinal"), range(1, 32)):
        folded = fold(in_words(kind, code, day))
        size = len(folded.code)
        tokens = lexer.read(folded, Window(0, size, 0, size))
        if (tokens.kinds, tokens.number(0).value) != (kind, day):
            misread.add((kind, day))
    assert misread == (
        {(codes_of("day_in_words"), 30)} if code == "ckb" else set()
    )  # the file declares it: thirty folds like three
