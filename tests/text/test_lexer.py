"""The lexer: a window becomes one letter a token, with offsets and values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.lang.fold import fold
from shamsi.lang.language import MonthName
from shamsi.lang.lexicon import lexicon
from shamsi.text.lexer import Lexer
from shamsi.text.scanner import Window
from shamsi.text.tokens import Number, Tokens


def read(text: str, lang: str | None = "fa", *, relative: bool = False) -> Tokens:
    folded = fold(text)
    size = len(folded.code)
    return Lexer(lexicon(), lang, relative=relative).read(folded, Window(0, size, 0, size))


LETTERS = """
fa | ۱۸ مرداد ۱۴۰۴ | dMY
fa | ۰۷ مهر ۹۸ | zjy
fa | ۹۹ مهر ۷۲۱ | yjt
fa | هجدهم مرداد | oM
fa | ۱۴۰۴/۰۵/۱۸ | N
fa | ۱۸-۵-۱۴۰۴ | N
fa | دوشنبه ۱۸ مرداد | WdM
fa | ۵شنبه ۱۸ مرداد | WdM
fa | سال ۱۴۰۴ خورشیدی | UYE
fa | ۱۴۰۴ ه.ش | Ye
fa | ۱۴۰۴ ه‍. ش | Ye
fa | اوایل دهه شصت | AKv
fa | قرن سیزدهم | Co
fa | ۵ تا ۹ مهر | dRdj
fa | ۵ و ۹ مهر | d&dj
fa | ۵–۹ مهر | dhdj
fa | ۵ - ۹ مهر | d-dj
fa | ۱۸ مرداد (۹ اوت) | dM(dj)
fa | مهرماه ۱۴۰۴ | jLY
fa | ۱۲ سنبله ۱۳۹۹ | dZY
fa | ساعت ۱۰ | Od
fa | ماده ۱۸ | #d
fa | ۱۴۰۴ نفر | Yc
fa | خیابان ۱۷ شهریور | Xdm
fa | ۱۸ مرداد برابر با ۹ اوت | dM=dj
fa | هزار و سیصد و شصت و هشت | w
fa | بیست و یکم مرداد | oM
fa | بیست و یک مرداد | nM
fa | ۱۲:۳۰ | dqd
fa | ۴٪ | dc
ar | 18 مرداد 1404 | dMY
ar | وفي 18 مرداد | IdM
ar | 7 و8 ديسمبر | d&dM
ar | لمارس 2012 | PmY
ar | التسعينيات | k
ar | خمسينيات القرن العشرين | kCo
ar | 12 ديسمبر/كانون الأول 2025 | dMY
ar | ديسمبر (كانون الأول) 2025 | MY
ar | الثامن عشر من مرداد | ofM
ar | 583 هـ | te
ar | شارع 17 شهريور | Xdm
"""


@pytest.mark.parametrize("case", LETTERS.strip().split("\n"))
def test_letters(case: str) -> None:
    lang, text, letters = case.split(" | ")
    assert read(text, lang).letters == letters


def test_blanks_at_the_end_of_a_window_move_nothing() -> None:
    for blanks in ("", " ", "  \u200c"):
        tokens = read(f"در ۱۸-۵-۱۴۰۴{blanks}")
        assert (tokens.letters, tokens.starts[1], tokens.ends[1]) == ("IN", 3, 12)


@given(
    st.text(st.sampled_from("۱۲3 مهرداسلو/.-:،()\n\u200cـ1404هش٪پ"), max_size=40), st.sampled_from(["fa", "ar", None])
)
def test_tokens_are_in_order_and_do_not_overlap(text: str, lang: str | None) -> None:
    tokens = read(text, lang, relative=True)
    rows = len(tokens.letters)
    assert rows == len(tokens.starts) == len(tokens.ends) == len(tokens.values) == len(tokens.lexemes)
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert at <= start < end <= len(fold(text).text)
        at = end


def test_numbers_keep_their_value_and_width() -> None:
    tokens = read("۰۷ مهر ۱۴۰۴")
    assert tokens.values[0] == Number(7, 2)
    assert tokens.values[2] == Number(1404, 4)
    assert tokens.values[1] == MonthName("persian", 7, "iranian")


def test_a_numeric_date_keeps_its_pieces() -> None:
    assert list(read("۱۴۰۴/۵/۱۸").values) == [("1404", "5", "18", "/")]


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("هزار و سیصد و شصت و هشت", "fa", 1368),
        ("یکهزار و سیصد و نود", "fa", 1390),
        ("دو هزار و پنج", "fa", 2005),
        ("هزار و نهصد و چهل و پنج", "fa", 1945),
        ("بیست و یک", "fa", 21),
        ("ألف وتسعمائة وخمسة وأربعين", "ar", 1945),
        ("ألف وتسع مائة وخمسة وأربعين", "ar", 1945),
        ("ألفين وخمسة", "ar", 2005),
        ("خمسة وعشرين", "ar", 25),
    ],
)
def test_numbers_in_words_are_summed(text: str, lang: str, number: int) -> None:
    tokens = read(text, lang)
    assert [value.value for value in tokens.values if isinstance(value, Number)] == [number]


def test_two_names_of_different_months_are_no_dual_name() -> None:
    assert read("ديسمبر/تشرين الأول 2025", "ar").letters.count("M") == 2


def test_a_name_that_stays_at_home_is_read_there_only() -> None:
    assert read("20 جوان 2017", "ar").letters == "djY"
    assert read("20 جوان 2017", "fa").letters == "duY"


@pytest.mark.parametrize(
    ("lang", "text", "letters"),
    [
        ("fa", "با ۲ مُهر", "udu"),
        ("fa", "با ۲ مُـهْر", "udu"),
        ("fa", "با ۲ مِهر", "udj"),
        ("fa", "با ۲ مُهر ۱۴۰۰", "udjY"),
        ("fa", "با ۱۸ مُرداد", "udM"),
        ("ar", "لعله مارَسَ 5 مرات", "uudc"),
        ("ar", "في 5 مارِس", "Idm"),
    ],
)
def test_vowel_signs_tell_a_month_from_another_word(lang: str, text: str, letters: str) -> None:
    assert read(text, lang).letters == letters
