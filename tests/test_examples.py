"""The articles in docs/examples: every date in them, every fault, and that each repair mends its fault."""

from pathlib import Path

import pytest

import shamsi

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
ARABIC, PERSIAN = "visit.ar.txt", "visit.fa.txt"

# extent with the core in brackets; calendar, kind, modifier; own value; Gregorian interval
MENTIONS = {
    ARABIC: """
        [2025-11-08] | gregorian day | 2025-11-08 | 2025-11-08/2025-11-08
        [27 إلى 29 أكتوبر 2025] | gregorian range | 2025-10-27/2025-10-29 | 2025-10-27/2025-10-29
        أواخر [التسعينيات] | gregorian decade end | 199X | 1990-01-01/1999-12-31
        [5 إلى 7 آبان 1404] | persian range | 1404-08-05/1404-08-07 | 2025-10-27/2025-10-29
        [5 إلى 7 نوفمبر 2025] | gregorian range | 2025-11-05/2025-11-07 | 2025-11-05/2025-11-07
        [خرداد ١٤٠٤] | persian month | 1404-03 | 2025-05-22/2025-06-21
        منتصف عام [٢٠٢٥] | gregorian year mid | 2025 | 2025-01-01/2025-12-31
        [21 نوفمبر/تشرين الثاني 2025] | gregorian day | 2025-11-21 | 2025-11-21/2025-11-21
    """,
    PERSIAN: """
        [۱۴۰۴/۰۸/۱۷] | persian day | 1404-08-17 | 2025-11-08/2025-11-08
        شامگاه سه‌شنبه [۵ آبان ۱۴۰۴] | persian day | 1404-08-05 | 2025-10-27/2025-10-27
        [۵ تا ۷ آبان ۱۴۰۴] | persian range | 1404-08-05/1404-08-07 | 2025-10-27/2025-10-29
        [۲۷ تا ۲۹ اکتبر ۲۰۲۵] | gregorian range | 2025-10-27/2025-10-29 | 2025-10-27/2025-10-29
        اواخر [دهه هفتاد] | persian decade end | 137X | 1991-03-21/2001-03-20
        [خرداد ۱۴۰۴] | persian month | 1404-03 | 2025-05-22/2025-06-21
        [ژوئن ۲۰۲۵] | gregorian month | 2025-06 | 2025-06-01/2025-06-30
        [۳۱ مهر ۱۴۰۴] | persian day | 1404-07-31 | None/None
        [۳۰ آبان] | persian day | XXXX-08-30 | None/None
        [۲۱ نوامبر] | gregorian day | XXXX-11-21 | None/None
        [بهار ۱۴۰۵] | persian season | 1405-S1 | 2026-03-21/2026-06-21
    """,
}
PAIRS = {
    ARABIC: [
        ("5 إلى 7 آبان 1404", "5 إلى 7 نوفمبر 2025", "mismatch", 9),
        ("خرداد ١٤٠٤", "٢٠٢٥", "overlap", -141),
    ],
    PERSIAN: [
        ("۵ تا ۷ آبان ۱۴۰۴", "۲۷ تا ۲۹ اکتبر ۲۰۲۵", "agree", 0),
        ("خرداد ۱۴۰۴", "ژوئن ۲۰۲۵", "overlap", 10),
        ("۳۰ آبان", "۲۱ نوامبر", "agree", 0),
    ],
}
FINDINGS = {
    ARABIC: [("pair-mismatch", "calque", 9)],
    PERSIAN: [("weekday-conflict", None, None), ("impossible-date", None, None)],
}
NO_DATES = {
    ARABIC: ["وكالة مهر", "26 سنة", "18%", "الحادية عشرة", "أربعين"],
    PERSIAN: ["خبرگزاری مهر", "۱۸ درصد", "۲۶ سال"],
}

articles = pytest.mark.parametrize("name", [ARABIC, PERSIAN])


def text_of(name: str) -> str:
    with (EXAMPLES / name).open(encoding="utf-8", newline="") as file:
        return file.read()


def shown(mention: shamsi.Mention, text: str) -> str:
    start, end = mention.extent
    quote = f"{text[start : mention.start]}[{mention.text}]{text[mention.end : end]}"
    kind = " ".join(filter(None, (mention.calendar, mention.kind, mention.modifier)))
    return f"{quote} | {kind} | {mention.native} | {mention.earliest}/{mention.latest}"


def mended(text: str, suggestion: shamsi.Suggestion) -> str:
    return text[: suggestion.start] + suggestion.replacement + text[suggestion.end :]


@articles
def test_the_article_has_these_dates_and_no_others(name: str) -> None:
    text = text_of(name)
    mentions = shamsi.find(text)
    assert [shown(mention, text) for mention in mentions] == [
        line.strip() for line in MENTIONS[name].strip().split("\n")
    ]
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


@articles
def test_what_only_looks_like_a_date_stands_in_the_article_and_stays_silent(name: str) -> None:
    text = text_of(name)
    for phrase in NO_DATES[name]:
        here = text.index(phrase)
        assert not [m for m in shamsi.find(text) if m.start < here + len(phrase) and here < m.end], phrase


@articles
def test_the_article_has_these_pairs(name: str) -> None:
    pairs = shamsi.pairs(text_of(name))
    assert [(pair.left.text, pair.right.text, pair.verdict, pair.delta_days) for pair in pairs] == PAIRS[name]


@articles
def test_the_article_has_these_faults(name: str) -> None:
    findings = shamsi.check(text_of(name))
    assert [(finding.code, finding.diagnosis, finding.delta_days) for finding in findings] == FINDINGS[name]


@articles
def test_each_suggestion_mends_its_fault_and_makes_no_other(name: str) -> None:
    text = text_of(name)
    findings = shamsi.check(text)
    for finding in findings:
        others = [other.message for other in findings if other is not finding]
        for suggestion in finding.suggestions:
            assert [left.message for left in shamsi.check(mended(text, suggestion))] == others, suggestion


def test_either_repair_of_the_arabic_pair_leaves_a_clean_article() -> None:
    text = text_of(ARABIC)
    (finding,) = shamsi.check(text)
    assert [repair.replacement for repair in finding.suggestions] == ["14 إلى 16 آبان 1404", "27 إلى 29 أكتوبر 2025"]
    assert [text[repair.start : repair.end] for repair in finding.suggestions] == [span.text for span in finding.spans]
    for repair in finding.suggestions:
        assert shamsi.check(mended(text, repair)) == []


def test_the_true_weekday_and_a_real_day_leave_a_clean_persian_article() -> None:
    text = text_of(PERSIAN)
    weekday, day = text.replace("سه‌شنبه", "دوشنبه", 1), text.replace("۳۱ مهر", "۳۰ مهر", 1)
    assert [finding.code for finding in shamsi.check(weekday)] == ["impossible-date"]
    assert [finding.code for finding in shamsi.check(day)] == ["weekday-conflict"]
    assert shamsi.check(weekday.replace("۳۱ مهر", "۳۰ مهر", 1)) == []
