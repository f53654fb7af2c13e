"""Findings and explanations in Persian and Arabic: every kind is said, and no English is left."""

import json
import pickle
import re

import pytest

import shamsi
from shamsi import ShamsiError
from shamsi.lang.sentences import Sentence, translated

LATIN = re.compile(r"[A-Za-z]")
TEXTS = {  # a text of each kind: codes, diagnoses and evidence
    "calque": "عُقد في 18 مرداد 1404 (18 أغسطس 2025) اللقاء",
    "calque with a weekday": "دوشنبه ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) گشایش یافت",
    "range": "از ۱۸ تا ۲۰ مرداد ۱۴۰۴ (۱۸ تا ۲۰ اوت ۲۰۲۵) برگزار شد",
    "month-slip": "در ۱۸ مرداد ۱۴۰۴ (۹ سپتامبر ۲۰۲۵) آغاز شد",
    "year-slip": "در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۴) آغاز شد",
    "digit-swap": "در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۵۲) آغاز شد",
    "off by one": "در ۱۸ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵) آغاز شد",
    "the rule of other software": "در ۱ فروردین ۱۴۰۴ (۲۰ مارس ۲۰۲۵) آغاز شد",
    "a table without leap years": "در ۱۰ فروردین ۱۴۰۴ (۳۱ مارس ۲۰۲۵) آغاز شد",
    "no slip": "در ۱۸ مرداد ۱۴۰۴ (۲۳ ژانویه ۲۰۱۱) آغاز شد",
    "lunar": "در ۱۸ مرداد ۱۴۰۴ (۲۵ رجب ۱۴۴۷) آغاز شد",
    "without a year": "در ۱۰ ژوئیه (۲۱ خرداد) آغاز شد",
    "two months": "في 5 أغسطس/أيلول 2025 عُقد اللقاء",
    "weekday": "روز جمعه ۱۸ مرداد ۱۴۰۴ باران بارید",
    "weekday of the other side": "في الجمعة 5 نوفمبر 2024 بدأ",
    "no such day": "تا ۳۱ مهر ۱۴۰۴ آماده شد",
    "no such day without a year": "تا ۳۱ مهر آماده شد",
    "no leap day": "في 30 فبراير 2025 انتهى",
    "fifth weekday": "پنجمین دوشنبه مهر ۱۴۰۴ برگزار شد",
    "reversed": "از ۲۰ تا ۱۸ مرداد ۱۴۰۴ برگزار شد",
    "English": "It opened on Friday, 9 August 2025 (20 Mordad 1404).",
    "Dari": "در ۱۸ اسد ۱۴۰۴ (۱۸ اگست ۲۰۲۵) آغاز شد",
    "Pashto": "د ۱۴۰۴ کال د زمري په ۱۸مه (د ۲۰۲۵ کال د اګست ۱۸مه) پیل شو",
    "Sorani": "لە ١٨ی گەلاوێژی ١٤٠٤ (١٨ی ئابی ٢٠٢٥) دەستی پێکرد",
}


def quoted(finding: shamsi.Finding) -> list[str]:
    """What a sentence may quote of the text."""
    return sorted(
        {one.text for span in finding.spans for one in (span, *span.parts)}
        | {one.replacement for one in finding.suggestions},
        key=len,
        reverse=True,
    )


@pytest.mark.parametrize("lang", ["fa", "ar"])
@pytest.mark.parametrize("case", TEXTS)
def test_findings_are_described_without_english(case: str, lang: str) -> None:
    findings = shamsi.check(TEXTS[case])
    assert findings
    for finding in findings:
        described = finding.describe(lang)
        for text in quoted(finding):
            described = described.replace(text, "")
        assert not LATIN.search(described.replace("UTC", "")), described
        assert not set("{}") & set(described)


def test_the_texts_have_every_code_and_diagnosis() -> None:
    findings = [finding for text in TEXTS.values() for finding in shamsi.check(text)]
    assert {one.code for one in findings} == {
        "pair-mismatch",
        "month-conflict",
        "weekday-conflict",
        "impossible-date",
        "reversed-range",
    }
    assert {one.diagnosis for one in findings} >= {"calque", "month-slip", "year-slip", "digit-swap", "off-by-one"}


def test_the_texts_reach_the_kinds_of_evidence() -> None:
    findings = [finding for text in TEXTS.values() for finding in shamsi.check(text)]
    templates = {one.template for finding in findings for one in finding.evidence if isinstance(one, Sentence)}
    assert len(templates) >= 5
    assert "the text says {weekday}, which {day} is: {side} is right" in templates


def test_sentences_stay_strings() -> None:
    (finding,) = shamsi.check(TEXTS["calque"])
    assert isinstance(finding.detail, str)
    again = pickle.loads(pickle.dumps(finding))
    assert again == finding
    assert again.describe("fa") == finding.describe("fa")
    assert json.loads(json.dumps(finding.detail)) == finding.detail


def test_another_language_is_an_error() -> None:
    (finding,) = shamsi.check(TEXTS["calque"])
    with pytest.raises(ShamsiError, match="must be one of 'en', 'fa', 'ar', got 'de'"):
        finding.describe("de")


PROSE = [
    "آب مه آلود در تیر پرواز کرد و ۱۲ مهر با امروز 3/4 شد",
    "زار الوفد قبل سنة 3 مرات في 12.5.3 مهر وآب أمس والعام الماضي",
    "در دهه ۶۰ و قرن ۸ هجری، سال ۱۳۲۰ و ۲۲ بهمن و عید نوروز",
    *TEXTS.values(),
]


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_explanations_are_said_without_english(lang: str) -> None:
    for text in PROSE:
        for row in shamsi.explain(text):
            for sentence in (*row.reasons, *(token.meaning for token in row.tokens)):
                assert isinstance(sentence, Sentence)
                said = translated(sentence, lang).replace("relative=True", "")
                for token in row.tokens:
                    said = said.replace(token.text, "")
                assert not LATIN.search(said), said
