"""Redacting: the part of a date to keep remains, and nothing finer can be found."""

import random

import pytest

import shamsi
from tests.text.wrong_pairs import SAYS, wrong_pair

# a date | its month | its year
CASES = """
۱۸ مرداد ۱۴۰۴ | مرداد ۱۴۰۴ | ۱۴۰۴
شنبه ۱۸ مرداد ۱۴۰۴ | مرداد ۱۴۰۴ | ۱۴۰۴
هجدهم مرداد ۱۴۰۴ | مرداد ۱۴۰۴ | ۱۴۰۴
۱۸ تا ۲۰ مرداد ۱۴۰۴ | مرداد ۱۴۰۴ | ۱۴۰۴
۳۰ مرداد تا ۲ شهریور ۱۴۰۴ | مرداد تا شهریور ۱۴۰۴ | ۱۴۰۴
۳۰ اسفند ۱۴۰۳ تا ۲ فروردین ۱۴۰۴ | اسفند ۱۴۰۳ تا فروردین ۱۴۰۴ | ۱۴۰۳ تا ۱۴۰۴
۱۴۰۴/۰۵/۱۸ | ۱۴۰۴/۰۵ | ۱۴۰۴
۱۴\u200f۰۴/۰۵/۱۸ | ۱۴۰۴/۰۵ | ۱۴۰۴
۱۸/۵/۱۴۰۴ | ۵/۱۴۰۴ | ۱۴۰۴
۱۸ مرداد | مرداد | [DATE]
مرداد ۱۴۰۴ | مرداد ۱۴۰۴ | ۱۴۰۴
تابستان ۱۴۰۴ | تابستان ۱۴۰۴ | ۱۴۰۴
مهر ۱۲, ۱۴۰۲ | مهر ۱۴۰۲ | ۱۴۰۲
"""


@pytest.mark.parametrize("case", CASES.strip().split("\n"))
def test_a_date_is_made_coarser(case: str) -> None:
    date, month, year = case.split(" | ")
    text = "این نشست در {} بود"
    assert shamsi.redact(text.format(date), "month") == text.format(month)
    assert shamsi.redact(text.format(date), "year") == text.format(year)
    assert shamsi.redact(text.format(date), "nothing") == text.format("[DATE]")


def test_the_mask_may_be_another() -> None:
    assert shamsi.redact("نشست ۱۸ مرداد ۱۴۰۴ بود", "nothing", mask="█") == "نشست █ بود"


def test_relative_words_are_masked_where_they_are_asked_for() -> None:
    assert shamsi.redact("دیروز باران بارید", "year") == "دیروز باران بارید"
    assert shamsi.redact("دیروز باران بارید", "year", relative=True) == "[DATE] باران بارید"


FINER = {"month": {"day", "event", "relative"}, "year": {"day", "event", "month", "season", "quarter", "half"}}


@pytest.mark.parametrize("lang", SAYS)
def test_nothing_finer_is_left(lang: str) -> None:
    dice = random.Random(f"{lang} secrets")
    for _ in range(40):
        text = wrong_pair(lang, dice).text
        for keep, finer in FINER.items():
            left = shamsi.find(shamsi.redact(text, keep))
            assert [m for m in left if ({part.kind for part in m.parts} or {m.kind}) & finer] == []
        assert shamsi.find(shamsi.redact(text, "nothing")) == []


def test_an_unknown_value_is_an_error() -> None:
    with pytest.raises(ValueError, match="keep must be one of 'month', 'year', 'nothing', got 'day'"):
        shamsi.redact("", "day")
