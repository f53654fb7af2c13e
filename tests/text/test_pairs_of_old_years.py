"""Pairs that are judged by a reference only, and are right or of a year that nobody says."""

import datetime as dt

import pytest

import shamsi

REFERENCE = dt.date(2025, 11, 5)

# A text, and how often `check` says something.
CASES = """
خضنا حرب العاشر من رمضان (السادس من أكتوبر) معا | 0
بعد حرب رمضان/ أكتوبر عاد إلى قريته | 0
عبروا القناة في 10 رمضان (6 أكتوبر) ظهرا | 0
يبدأ الصوم في 1 رمضان (18 فبراير) | 0
يبدأ الصوم في 1 رمضان (8 فبراير) | 1
شنبه و یکشنبه هفته گذشته (سوم و چهارم آبان) نشست داشتیم | 0
شنبه و یکشنبه هفته گذشته (دهم و یازدهم آبان) نشست داشتیم | 0
از ۳ میزان تا ۵ عقرب ۱۳۸۱ (۲۵ سپتامبر تا ۲۷ اکتبر ۲۰۰۲) آنجا بود | 0
از ۳ میزان تا ۵ عقرب ۱۳۸۱ (۵ سپتامبر تا ۷ اکتبر ۲۰۰۲) آنجا بود | 1
في أيار 1147/ذي الحجة 541هـ سار الجيش | 0
"""


@pytest.mark.parametrize("case", CASES.strip().split("\n"))
def test_what_is_reported_with_a_reference(case: str) -> None:
    text, _, number = case.partition("|")
    assert len(shamsi.check(text.strip(), reference=REFERENCE)) == int(number)


def test_a_month_behind_a_slash_has_its_own_year() -> None:
    found = shamsi.find("في أيار 1147/ذي الحجة 541هـ سار الجيش")
    assert [mention.native for mention in found] == ["1147-05", "0541-12"]
