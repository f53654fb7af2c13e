"""The grammar: which pattern makes which mention, and matches in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.text.grammar import match
from shamsi.text.tokens import Tokens

RULES = """
۱۴۰۴/۰۵/۱۸ | numeric
۱۸ مرداد ۱۴۰۴ | day
18 / مرداد / 1404 | day-month-slash
۱۸ مرداد | day
هجدهم مرداد ماه سال ۱۴۰۴ | day
مرداد ۱۴۰۴ | month
تابستان ۱۴۰۴ | season
دهه ۶۰ | decade
خمسينيات القرن العشرين | decade-of-century
قرن سیزدهم خورشیدی | century
سه ماهه نخست سال ۱۴۰۲ | part
سال ۱۴۰۴ | year
سال‌های ۱۳۸۰–۱۳۸۵ | years-range
۵ تا ۹ مرداد ۱۴۰۴ | day-range
۵ و ۶ مرداد ۱۴۰۴ | day-list
۵، ۷ و ۹ مرداد ۱۴۰۴ | day-list
بین ۵ و ۹ مرداد ۱۴۰۴ | day-range
۵ تا ۷ و ۹ مرداد ۱۴۰۴ | day-range
۵ مرداد تا ۹ شهریور ۱۴۰۴ | day-range
مرداد و شهریور ۱۴۰۴ | months-list
عامي 2005 و2015 | years-list
"""


@pytest.mark.parametrize("case", RULES.strip().split("\n"))
def test_every_mention_names_its_pattern(case: str) -> None:
    text, _, rule = case.partition(" | ")
    (mention,) = shamsi.find(text)
    assert mention.rule == rule


def test_a_relative_word_names_its_pattern() -> None:
    (mention,) = shamsi.find("دیروز باران بارید که", relative=True)
    assert mention.rule == "deictic"


def test_no_token_gives_no_match() -> None:
    assert list(match(Tokens("", [], [], [], []))) == []


@given(st.text(st.sampled_from('uu,."()|:'), max_size=60))
def test_marks_and_unknown_words_give_no_match(letters: str) -> None:
    spots = list(range(len(letters)))
    tokens = Tokens(letters, spots, [k + 1 for k in spots], [None] * len(letters), [None] * len(letters))
    assert list(match(tokens)) == []


@pytest.mark.parametrize(
    "unit", ["5 و ", "5,", "مهر و ", "1400 و ", "سال ", "دهه ", "5 مهر تا ", "هزار و ", "نیمه اول "]
)
def test_a_long_chain_ends(unit: str) -> None:
    for mention in shamsi.find(unit * 3000):
        assert len(mention.parts) <= 13
