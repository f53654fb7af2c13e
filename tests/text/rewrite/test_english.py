"""English sides are rewritten in their own style: order, capitals, abbreviations, suffixes, dashes."""

import pytest

import shamsi

# A text with one finding | what it suggests, in its order
REPAIRS = """
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
        assert shamsi.check(text[: repair.start] + repair.replacement + text[repair.end :]) == []


# A text with one wrong date | the text after each of the first repairs
FIXES = """
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


@pytest.mark.parametrize("case", FIXES.strip().split("\n"))
def test_a_date_by_itself_is_mended(case: str) -> None:
    text, *wanted = case.split(" | ")
    (finding,) = shamsi.check(text)
    mended = [text[: s.start] + s.replacement + text[s.end :] for s in finding.suggestions]
    assert mended[: len(wanted)] == wanted
    assert [shamsi.check(one) for one in mended] == [[]] * len(mended)


@pytest.mark.parametrize(
    ("text", "to", "wanted"),
    [
        ("Built on 9 Mehr 1403, it stands.", "gregorian", "Built on 9 Mehr 1403 (30 September 2024), it stands."),
        ("Built on Mehr 9, 1403 it stands.", "gregorian", "Built on Mehr 9, 1403 (September 30, 2024) it stands."),
        ("Built on 30 September 2024, it stands.", "persian", "Built on 30 September 2024 (9 Mehr 1403), it stands."),
        ("From October 9–11, 2024 it rained.", "persian", "From October 9–11, 2024 (Mehr 18–20, 1403) it rained."),
        ("From 9–11 October 2024 it rained.", "persian", "From 9–11 October 2024 (18–20 Mehr 1403) it rained."),
        ("9 Mizan 1403", "gregorian", "9 Mizan 1403 (30 September 2024)"),
        ("این در October 9, 2024 بود.", "persian", "این در October 9, 2024 (18 مهر 1403) بود."),
        ("این در October 9, 2024 بود.", "gregorian", "این در October 9, 2024 بود."),
        ("كان ذلك في 9 Oct. 2024 هناك.", "persian", "كان ذلك في 9 Oct. 2024 (18 مهر 1403) هناك."),
        ("On 9 Mehr 1403 (30 September 2024) it stood.", "gregorian", "On 9 Mehr 1403 (30 September 2024) it stood."),
        ("He died on 3 Rajab 1320 AH in the city.", "gregorian", "He died on 3 Rajab 1320 AH in the city."),
    ],
)
def test_equivalents_are_in_the_language_and_order_of_the_text(text: str, to: str, wanted: str) -> None:
    assert shamsi.annotate(text, to=to) == wanted


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("on Saturday, October 5, 2024 it", "on October 2024 it", "on 2024 it"),
        ("on 5 Oct. 2024 it", "on Oct. 2024 it", "on 2024 it"),
        ("on the 5th of October 2024 it", "on the October 2024 it", "on the 2024 it"),
        ("from October 9–11, 2024 it", "from October 2024 it", "from 2024 it"),
        ("from 28 October to 3 November 2024 it", "from October to November 2024 it", "from 2024 it"),
        ("on Mehr 14, 1403 it", "on Mehr 1403 it", "on 1403 it"),
        ("on October 5 it", "on October it", "on [DATE] it"),
    ],
)
def test_dates_are_made_coarser_in_english(text: str, month: str, year: str) -> None:
    assert [shamsi.redact(text, keep) for keep in ("month", "year")] == [month, year]
