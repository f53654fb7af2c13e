"""Conditions of guards: a day of another calendar beside a match, and runs of days and of years."""

import pytest

import shamsi

TWINS = """
از ۶ خرداد (۲۷ می) باران آمد | XXXX-03-06 XXXX-05-27
۲۷ می (ششم خرداد) باران آمد | XXXX-05-27 XXXX-03-06
در ۱۸ اردیبهشت ۱۴۰۳ (سه‌شنبه ۷ می) باران آمد | 1403-02-18 XXXX-05-07
۶ خرداد/۲۷ می باران آمد | XXXX-03-06 XXXX-05-27
۲۷ می / ۶ خرداد باران آمد | XXXX-05-27 XXXX-03-06
۶ تا ۹ خرداد (۲۷ تا ۳۰ می) باران آمد | XXXX-03-06/XXXX-03-09 XXXX-05-27/XXXX-05-30
۲۷، ۲۸ و ۲۹ می (۶، ۷ و ۸ خرداد) | XXXX-05-27/XXXX-05-29 XXXX-03-06/XXXX-03-08
۱۵ جون (۲۵ خرداد) باران آمد | XXXX-06-15 XXXX-03-25
ضرب‌الاجل ۱۹ ژوئیه (۲۸ تیر) گذشت | XXXX-07-19 XXXX-04-28
در ورزشگاه انقلاب ۲۰ آذر (۱۱ دسامبر) بازی شد | XXXX-09-20 XXXX-12-11
در بیمارستان امید سوم و چهارم دی (۲۴ و ۲۵ دسامبر) ماند | XXXX-10-03/XXXX-10-04 XXXX-12-24/XXXX-12-25
في ملعب الشباب 11 ديسمبر (20 آذر) جرت المباراة | XXXX-12-11 XXXX-09-20
ستاد سینما بهمن ۲۰ آذر (۱۱ دسامبر) گشوده شد | XXXX-09-20 XXXX-12-11
"""
NONE = """
او ۶ می‌خرد و ۷ می‌فروشد
از ۶ نفر (۵ می‌آیند) خبر داریم
خیابان ۱۵ خرداد بسته است
بیمارستان ۷ تیر گشوده شد
میدان ۱۵ خرداد (جنب بازار) شلوغ است
"""


def natives(text: str) -> list[str | None]:
    return [mention.native for mention in shamsi.find(text)]


@pytest.mark.parametrize("case", TWINS.strip().split("\n"))
def test_a_day_beside_its_equivalent_is_read(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    assert natives(text) == wanted.split()
    assert [pair.verdict for pair in shamsi.pairs(text)] == ["agree"]


@pytest.mark.parametrize("text", NONE.strip().split("\n"))
def test_names_and_verbs_without_an_equivalent_are_none(text: str) -> None:
    assert natives(text) == []


def test_a_verb_behind_a_solar_day_is_no_month() -> None:
    assert natives("۶ خرداد (۲۰ می‌شود)") == ["XXXX-03-06"]
    assert natives("۶ خرداد/۲۰ می‌شود") == ["XXXX-03-06"]


@pytest.mark.parametrize(
    "text",
    ["ورزشگاه انقلاب ۲۰ آذر (۲۰ دسامبر)", "ضرب‌الاجل ۱۹ ژوئیه (۱۹ تیر) گذشت", "۱۶ خرداد (۶ می) تعطیل است"],
)
def test_an_equivalent_that_disagrees_is_reported(text: str) -> None:
    assert [finding.code for finding in shamsi.check(text)] == ["pair-mismatch"]


def test_a_run_of_short_years_needs_the_same_run_in_another_calendar() -> None:
    for text in ("الدولة 37-64هـ/657-683م", "الدولة (37 - 64هـ / 657 - 683م)", "دولت ۳۷-۶۴ ق (۶۵۷-۶۸۳ م)"):
        assert natives(text) == ["0037/0064", "0657/0683"]
        assert [pair.verdict for pair in shamsi.pairs(text)] == ["overlap"]
    for text in ("المسافة 37-64م", "السعر 37-64هـ", "سباق 100-300م / 400-700م", "خزف 9-10هـ/15-16م"):
        assert natives(text) == []
