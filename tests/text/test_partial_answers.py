"""A date in a layout that is not understood is not read in part.

Days, months and years are written in every order, between every pair of marks. Each text has its
full value, or nothing: never the month, the year or the day alone.
"""

from itertools import pairwise, product
from typing import NamedTuple

import pytest

import shamsi

PERSIAN, ARABIC = "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"


class Words(NamedTuple):
    """The words of a language: a sentence around a date, an ordinal, digits and months."""

    before: str
    behind: str
    twelfth: str
    digits: str
    months: tuple[tuple[str, int, int], ...]  # name, number and year


WORDS = {
    "fa": Words(
        "همایش",
        "برگزار شد",
        "دوازدهم",
        PERSIAN,
        (("آبان", 8, 1402), ("مرداد", 5, 1398), ("مهر", 7, 1397), ("اکتبر", 10, 2021), ("رجب", 7, 1443)),
    ),
    "ar": Words(
        "اجتمعوا",
        "بالمدينة",
        "الثاني عشر",
        ARABIC,
        (("نوفمبر", 11, 2021), ("تشرين الثاني", 11, 2021), ("أيار", 5, 2019), ("مرداد", 5, 1398), ("رجب", 7, 1443)),
    ),
    "prs": Words("جلسه", "برگزار شد", "دوازدهم", PERSIAN, (("سنبله", 6, 1402), ("حمل", 1, 1398))),
    "ps": Words("ناسته", "جوړه شوه", "دولسم", PERSIAN, (("وږی", 6, 1402), ("غويی", 2, 1398))),
    "ckb": Words("دانیشتن", "کرا", "دوازدەیەم", ARABIC, (("گەلاوێژ", 5, 1402), ("کانوونی دووەم", 1, 2021))),
}
TOUCHING = ["", "/", "-", ".", "_", "|", "*", "\\", "+", "~", "\u200c"]
MARKS = [" ", *TOUCHING]
CASES = [(lang, month) for lang, words in WORDS.items() for month in words.months]


def written(lang: str, day: str, month: tuple[str, int], order: str, marks: tuple[str, str]) -> str:
    name, year = month
    number = str(year).translate(str.maketrans("0123456789", WORDS[lang].digits))
    first, second, third = ({"d": day, "m": name, "y": number}[part] for part in order)
    return first + marks[0] + second + marks[1] + third


def unreadable(order: str, marks: tuple[str, str], *, in_words: bool) -> bool:
    """Whether nothing parts two words or two numbers."""
    letters = ["d" if in_words else "", "m"]
    pairs = pairwise(order)
    kinds = [[part in letters for part in pair] for pair in pairs]
    return any(mark in ("", "\u200c") and left == right for mark, (left, right) in zip(marks, kinds, strict=True))


@pytest.mark.parametrize("order", ["dmy", "ymd", "mdy"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1][1]}-{case[1][2]}")
def test_a_layout_is_read_in_full_or_not_at_all(case: tuple[str, tuple[str, int, int]], order: str) -> None:
    lang, (name, month, year) = case
    words, full, partial = WORDS[lang], f"{year}-{month:02}-12", []
    for day, marks in product(
        ("12".translate(str.maketrans("12", words.digits[1:3])), words.twelfth), product(MARKS, MARKS)
    ):
        if unreadable(order, marks, in_words=day == words.twelfth):
            continue
        text = written(lang, day, (name, year), order, marks)
        for whole in (text, f"{words.before} {text} {words.behind}", f"{text}."):
            found = [(m.text, m.native) for m in shamsi.find(whole, languages=[lang]) if m.native != full]
            partial += [(whole, found)] if found else []
    assert partial == []


@pytest.mark.parametrize("lang", WORDS)
def test_the_usual_layouts_are_read(lang: str) -> None:
    words = WORDS[lang]
    day = "12".translate(str.maketrans("12", words.digits[1:3]))
    for name, month, year in words.months:
        for order, mark in (("dmy", " "), ("dmy", "/"), ("dmy", "-"), ("ymd", " "), ("ymd", "/"), ("ymd", "-")):
            text = written(lang, day, (name, year), order, (mark, mark))
            assert [m.native for m in shamsi.find(text, languages=[lang])] == [f"{year}-{month:02}-12"], text


CLITICS = {
    "fa": ["در", "از", "تا", "مورخ", "روز", "تاریخ"],
    "ar": ["ب", "وب", "ل", "و", "بتاريخ", "في"],
}


@pytest.mark.parametrize("lang", CLITICS)
def test_an_ordinal_behind_a_clitic_is_a_day(lang: str) -> None:
    words = WORDS[lang]
    for clitic, (name, month, year) in product(CLITICS[lang], words.months):
        text = f"{words.before} {clitic}{words.twelfth} {name} {year} {words.behind}"
        assert [m.native for m in shamsi.find(text, languages=[lang])] == [f"{year}-{month:02}-12"], text
