"""Names and digits: English by itself, all others out of their language file."""

from collections.abc import Sequence

import pytest

from shamsi._errors import ShamsiError
from shamsi.formats.names import DIGITS, FILES, MONTHS, names, numerals
from shamsi.lang.fold import VARIANTS
from shamsi.lang.language import LANGUAGES, load

languages = pytest.mark.parametrize("lang", FILES)
SIZES = {"A": 7, "a": 7, "B": 12, "b": 12, "p": 2}


def test_every_language_file_has_its_language() -> None:
    assert {code for code in FILES.values() if code} == set(LANGUAGES) - {"en"}


@languages
def test_names_are_complete(lang: str) -> None:
    found = names(lang)
    assert {letter: len(rows) for letter, rows in found.items()} == SIZES
    assert all(form for rows in found.values() for row in rows for form in row[:1])


@languages
@pytest.mark.parametrize("letter", SIZES)
def test_a_spelling_is_of_one_row(lang: str, letter: str) -> None:
    rows = [{form.translate(VARIANTS).lower() for form in row} for row in names(lang)[letter]]
    assert sum(map(len, rows)) == len(set().union(*rows))


PRINTED = {
    "en": (MONTHS[0], MONTHS[11], "Monday", "Saturday", "AM"),
    "fa": ("فروردین", "اسفند", "دوشنبه", "شنبه", "ق.ظ"),
    "fa-AF": ("حمل", "حوت", "دوشنبه", "شنبه", "ق.ظ"),
    "prs": ("حمل", "حوت", "دوشنبه", "شنبه", "ق.ظ"),
    "ps": ("وری", "کب", "دوشنبه", "شنبه", "غ.م."),
    "ckb": ("خاکەلێوە", "ڕەشەمە", "دووشەممە", "شەممە", "ب.ن"),
    "ar": ("فروردين", "إسفند", "الاثنين", "السبت", "ص"),
}


@languages
def test_the_first_spelling_is_printed(lang: str) -> None:
    found = names(lang)
    heads: list[Sequence[Sequence[str]]] = [
        found["B"][:1],
        found["B"][11:],
        found["A"][:1],
        found["A"][5:6],
        found["p"],
    ]
    assert tuple(rows[0][0] for rows in heads) == PRINTED[lang]


def test_the_first_table_of_persian_months_gives_the_printed_names() -> None:
    for code in set(LANGUAGES) - {"en"}:
        first = next(table for table in load(code).tables.months if table.calendar == "persian")
        assert [row[0] for row in names(code)["B"]] == [row[0] for row in first.names]


def test_months_are_read_in_every_tradition() -> None:
    assert {"حمل", "فروردین"} <= set(names("fa")["B"][0]) & set(names("prs")["B"][0])
    assert {"فرفردن", "فروردين"} <= set(names("ar")["B"][0])


@pytest.mark.parametrize(
    ("lang", "system"),
    [("en", "latn"), ("fa", "arabext"), ("prs", "arabext"), ("ps", "arabext"), ("ckb", "arab"), ("ar", "latn")],
)
def test_digits_are_the_languages_own_unless_told(lang: str, system: str) -> None:
    assert numerals(lang) == DIGITS[system]
    for digits in DIGITS:
        assert numerals(lang, digits) == DIGITS[digits]


def test_the_digits_are_ten_each_in_order() -> None:
    assert [[int(digit) for digit in ten] for ten in DIGITS.values()] == [list(range(10))] * 3


@pytest.mark.parametrize("lang", ["de", "de_DE", "XX", "", None, 5])
def test_an_unknown_language_is_told_the_others(lang: str) -> None:
    for ask in (names, numerals):
        with pytest.raises(ShamsiError) as raised:
            ask(lang)
        assert str(raised.value) == f"lang must be one of 'en', 'fa', 'fa-AF', 'prs', 'ps', 'ckb', 'ar', got {lang!r}"


@pytest.mark.parametrize("digits", ["fa", "", 5])
def test_unknown_digits_are_told_the_others(digits: str) -> None:
    with pytest.raises(ShamsiError) as raised:
        numerals("en", digits)
    assert str(raised.value) == f"digits must be one of 'latn', 'arabext', 'arab', got {digits!r}"
