"""Trust: what makes an alarm more or less sure, each fact with a text that has it and one that has not."""

import re
from pathlib import Path

import pytest

import shamsi
from shamsi.text.compare import trust
from shamsi.text.compare.trust import FACTS, of_facts

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "finding-codes.md"


def facts_of(text: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """The code of each finding of a text, and the facts that it rests on."""
    seen: list[tuple[str, list[str]]] = []

    def watched(grounds: trust.Grounds) -> float:
        seen.append((grounds.code, trust.facts(grounds)))
        return of_facts(seen[-1][1])

    monkeypatch.setattr(trust, "confidence", watched)
    shamsi.check(text)
    return seen


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # two full days and a slip
        ("نشست ۱۲ دی ۱۳۹۰ (۱۲ ژانویه ۲۰۱۲)", []),
        ("اللقاء في 3 محرم 1440 هـ (13 أكتوبر 2018)", []),
        ("التقيا في 6 آبان 1398 الموافق 6 نوفمبر 2019", []),
        # what is inferred
        ("نشست ۱۳۹۰/۱۰/۱۲ (۱۲ ژانویه ۲۰۱۲)", ["calendar"]),
        ("نشست ۱۲ دی ۹۰ (۱۲ ژانویه ۲۰۱۲)", ["century"]),
        ("سال ۱۳۹۰ (۲۰۱۷)", ["calendar", "coarse"]),
        ("سال ۱۳۹۰ خورشیدی (۲۰۱۷ م)", ["coarse"]),
        # how far
        ("اللقاء في 10 رجب 1295 هـ (13 يوليو 1878)", ["near", "unexplained"]),
        ("اللقاء في 10 رجب 1295 هـ (16 يوليو 1878)", ["unexplained"]),
        ("درگذشت ۶۴۰ ق (۱۷۴۲ م)", ["coarse"]),  # one digit off
        ("توفي سنة 640 هـ (1542م)", ["coarse"]),
        ("توفي سنة 640 هـ (1895م)", ["coarse", "absurd"]),
        ("درگذشت ۶۴۰ ق (۱۸۹۵ م)", ["coarse", "absurd"]),
        ("توفي سنة 640 هـ (1298م)", ["coarse", "unexplained"]),
        ("۵ مرداد (۵ اوت)", ["yearless"]),
        # what is next to it
        ("سنة 744 هـ (1340 م) وقيل 1343 م", ["coarse", "crossed"]),
        ("سنة 744 هـ (1340 م) وقيل 1351 م", ["coarse"]),
        ("متولد ۵ مرداد ۱۳۴۰ و درگذشته ۱۰ آبان ۱۴۰۰ (۲۷ ژوئیه ۱۹۶۱)", ["unexplained", "crossed"]),
        ("متولد ۵ مرداد ۱۳۴۲ و درگذشته ۱۰ آبان ۱۴۰۰ (۲۷ ژوئیه ۱۹۶۱)", ["unexplained"]),
        ("سال ۷۴۴ ق (۱۳۴۰ م) یا (۱۳۵۱ م)", ["coarse"]),
        ("سال ۷۴۱ ق (۱۳۴۰ م) و سال ۷۴۴ ق (۱۳۴۰ م)", ["coarse"]),
        ("در پایان 12 18 مرداد 1404 (۱۸ اوت ۲۰۲۵)", ["cut"]),
        ("في 18 مرداد 1404 (18 أغسطس 2025 14:30)", []),
        ("دوشنبه ۱۲ دی ۱۳۹۰ (۱۲ ژانویه ۲۰۱۲)", ["settled"]),
        ("يوم الأربعاء 10 رجب 1295 هـ (16 يوليو 1878)", ["unexplained"]),
        # before the calendar was in use
        ("درگذشت ۱۰ مهر ۱۱۲۰ (۲۰ اکتبر ۱۷۴۱)", ["early"]),
        ("درگذشت ۱۰ مهر ۱۲۲۰ (۲۰ اکتبر ۱۸۴۱)", []),
    ],
)
def test_what_a_wrong_pair_rests_on(text: str, facts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("pair-mismatch", facts) in facts_of(text, monkeypatch)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("سه‌شنبه ۱۲ دی ۱۳۹۰", []),
        ("يوم الثلاثاء 12 أكتوبر 1992", []),
        ("سه‌شنبه ۱۲ دی ۹۰", ["century"]),
        ("يوم الاثنين 3 محرم 1440 هـ", ["observed"]),
        ("دوشنبه ۳ محرم ۱۴۴۰ ق", ["observed"]),
        ("روز سه‌شنبه ۵ آبان ۱۴۰۴ و ۶ آبان ۱۴۰۴", ["borrowed"]),
        ("روز سه‌شنبه ۵ آبان ۱۴۰۴ و ۷ آبان ۱۴۰۴", []),
        ("سه‌شنبه ۱۲ دی ۱۳۹۰ (۲ ژانویه ۲۰۱۲)", ["agreed"]),
    ],
)
def test_what_a_wrong_weekday_rests_on(text: str, facts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert facts_of(text, monkeypatch) == [("weekday-conflict", facts)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("۳۱ مهر ۱۴۰۴", []),
        ("31 مهر 1404", []),
        ("29/2/1999", []),
        ("30 فبراير 1990", []),
        ("يوم 30 فبراير", ["proverbial"]),
        ("۳۰ فوریه", ["proverbial"]),
        ("31 نيسان", []),
        ("31 محرم 1440 هـ", ["overlong"]),
        ("۱۳۷۶/۱۲/۳۰", ["calendar", "reading"]),
    ],
)
def test_what_an_impossible_day_rests_on(text: str, facts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert facts_of(text, monkeypatch) == [("impossible-date", facts)]


@pytest.mark.parametrize("text", ["5 تموز/يونيو 2025", "از ۷ تا ۵ آبان ۱۴۰۴", "از ۷ آبان ۱۴۰۴ تا ۵ مهر ۱۴۰۴"])
def test_two_printed_statements_leave_no_doubt(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [facts for _, facts in facts_of(text, monkeypatch)] == [[]]


def test_a_lunar_pair_is_the_surer_the_further_it_is_off() -> None:
    days = [shamsi.check(f"اللقاء في 10 رجب 1295 هـ ({10 + off} يوليو 1878)") for off in (3, 4, 8)]
    first, second, third = (finding.confidence for (finding,) in days)
    assert first < second <= third
    assert first > 0.5


def test_every_code_and_every_pair_of_calendars_can_be_sure() -> None:
    texts = {
        "pair-mismatch": [
            "۱۲ دی ۱۳۹۰ (۱۲ ژانویه ۲۰۱۲)",
            "3 محرم 1440 هـ (13 أكتوبر 2018)",
            "۳ محرم ۱۴۴۰ (۲۳ مهر ۱۳۹۷)",
        ],
        "month-conflict": ["5 تموز/يونيو 2025"],
        "weekday-conflict": ["سه‌شنبه ۱۲ دی ۱۳۹۰", "الثلاثاء 12 أكتوبر 1992", "يوم الاثنين 3 محرم 1440 هـ"],
        "impossible-date": ["۳۱ مهر ۱۴۰۴", "30 فبراير 1990", "31 محرم 1440 هـ"],
        "reversed-range": ["از ۷ تا ۵ آبان ۱۴۰۴"],
    }
    for code, examples in texts.items():
        for text in examples:
            (finding,) = shamsi.check(text)
            assert finding.code == code
            assert finding.confidence > 0.8, text


def test_the_page_lists_every_fact_with_its_weight() -> None:
    part = PAGE.read_text("utf-8").partition("## How sure a finding is")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.*) \| ([\d.]+) \|$", part, re.MULTILINE)
    assert rows == [(fact.meaning, f"{fact.weight:g}") for fact in FACTS.values()]
    assert re.search(rf"odds of {trust.START:g} to 1, which is {of_facts([])}", part)
