"""The lexer: a window becomes tokens with classes, offsets and values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.lang.classes import codes_of, names_of
from shamsi.lang.fold import fold
from shamsi.lang.language import MonthName
from shamsi.lang.lexicon import lexicon
from shamsi.text.grammar.lexer import Lexer
from shamsi.text.grammar.tokens import Number, Tokens
from shamsi.text.scan.scanner import Window


def read(text: str, lang: str | None = "fa", *, relative: bool = False) -> Tokens:
    folded = fold(text)
    size = len(folded.code)
    return Lexer(lexicon(), lang, relative=relative).read(folded, Window(0, size, 0, size))


CLASSES = """
fa | ۱۸ مرداد ۱۴۰۴ | day month_bare four_digits
fa | ۰۷ مهر ۹۸ | day0 month_numbered two_digits
fa | ۹۹ مهر ۷۲۱ | two_digits month_numbered three_digits
fa | هجدهم مرداد | ordinal month_bare
fa | ۱۴۰۴/۰۵/۱۸ | numeric_date
fa | ۱۸-۵-۱۴۰۴ | numeric_date
fa | دوشنبه ۱۸ مرداد | weekday day month_bare
fa | ۵شنبه ۱۸ مرداد | weekday day month_bare
fa | سال ۱۴۰۴ خورشیدی | year_word four_digits era
fa | ۱۴۰۴ ه.ش | four_digits era_mark
fa | ۱۴۰۴ ه‍. ش | four_digits era_mark
fa | اوایل دهه شصت | modifier decade_word tens_in_words
fa | قرن سیزدهم | century ordinal
fa | ۵ تا ۹ مهر | day range day month_numbered
fa | ۵ و ۹ مهر | day and day month_numbered
fa | ۵–۹ مهر | day inner_dash day month_numbered
fa | ۵ - ۹ مهر | day dash day month_numbered
ar | للأول من مايو | preposition ordinal of month_bare
ar | للخامس والعشرين من مايو | preposition ordinal of month_bare
ar | للسبت 5 مايو | preposition weekday day month_bare
ar | للبيت 5 مايو | other_word day month_bare
fa | ۱۸ مرداد (۹ اوت) | day month_bare opening day month_numbered closing
fa | مهرماه ۱۴۰۴ | month_numbered month_word four_digits
fa | ۱۲ سنبله ۱۳۹۹ | day month_dated four_digits
fa | ساعت ۱۰ | hour day
fa | ماده ۱۸ | number_context day
fa | ۱۴۰۴ نفر | four_digits counted
fa | خیابان ۱۷ شهریور | stop day month_cued
fa | ۱۸ مرداد برابر با ۹ اوت | day month_bare same day month_numbered
fa | هزار و سیصد و شصت و هشت | year_in_words
fa | بیست و یکم مرداد | ordinal month_bare
fa | بیست و یک مرداد | day_in_words month_bare
fa | ۱۲:۳۰ | day inner_colon day
fa | ۴٪ | day counted
ar | 18 مرداد 1404 | day month_bare four_digits
ar | وفي 18 مرداد | into day month_bare
ar | 7 و8 ديسمبر | day and day month_bare
ar | لمارس 2012 | preposition month_cued four_digits
ar | التسعينيات | decade
ar | خمسينيات القرن العشرين | decade century ordinal
ar | 12 ديسمبر/كانون الأول 2025 | day month_bare four_digits
ar | ديسمبر (كانون الأول) 2025 | month_bare four_digits
ar | الثامن عشر من مرداد | ordinal of month_bare
ar | 583 هـ | three_digits era_mark
ar | شارع 17 شهريور | stop day month_cued
"""


@pytest.mark.parametrize("case", CLASSES.strip().split("\n"))
def test_classes(case: str) -> None:
    lang, text, names = case.split(" | ")
    assert names_of(read(text, lang).kinds) == names


def test_blanks_at_the_end_of_a_window_move_nothing() -> None:
    for blanks in ("", " ", "  \u200c"):
        tokens = read(f"در ۱۸-۵-۱۴۰۴{blanks}")
        assert (tokens.kinds, tokens.starts[1]) == (codes_of("into numeric_date"), 3)
        assert tokens.ends[1] == 12


@given(
    st.text(st.sampled_from("۱۲3 مهرداسلو/.-:،()\n\u200cـ1404هش٪پ"), max_size=40), st.sampled_from(["fa", "ar", None])
)
def test_tokens_are_in_order_and_do_not_overlap(text: str, lang: str | None) -> None:
    tokens = read(text, lang, relative=True)
    rows = len(tokens.kinds)
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
    assert read("ديسمبر/تشرين الأول 2025", "ar").kinds.count(codes_of("month_bare")) == 2


def test_a_name_that_stays_at_home_is_read_there_only() -> None:
    assert read("20 جوان 2017", "ar").kinds == codes_of("day month_numbered four_digits")
    assert read("20 جوان 2017", "fa").kinds == codes_of("day other_word four_digits")


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fa", "با ۲ مُهر", "other_word day other_word"),
        ("fa", "با ۲ مُـهْر", "other_word day other_word"),
        ("fa", "با ۲ مِهر", "other_word day month_numbered"),
        ("fa", "با ۲ مُهر ۱۴۰۰", "other_word day month_numbered four_digits"),
        ("fa", "با ۱۸ مُرداد", "other_word day month_bare"),
        ("ar", "لعله مارَسَ 5 مرات", "other_word other_word day counted"),
        ("ar", "في 5 مارِس", "into day month_cued"),
    ],
)
def test_vowel_signs_tell_a_month_from_another_word(lang: str, text: str, names: str) -> None:
    assert read(text, lang).kinds == codes_of(names)
