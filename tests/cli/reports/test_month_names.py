"""Gregorian months and short weekdays: complete in every language, and as the Unicode locale data has them."""

import datetime as dt
import unicodedata
from typing import Any

import pytest

from shamsi.cli.reports.month_names import gregorian_months, short_weekdays
from shamsi.formats.names import FILES, names

languages = pytest.mark.parametrize("lang", FILES)
CLDR = {"en": "en", "fa": "fa", "prs": "fa_AF", "ckb": "ckb", "ar": "ar"}  # of Pashto it has narrow names in English


@languages
def test_months_and_weekdays_are_complete_and_told_apart(lang: str) -> None:
    assert len(set(gregorian_months(lang))) == 12
    assert len(set(short_weekdays(lang))) == 7


@languages
def test_a_name_has_a_column_for_each_of_its_characters(lang: str) -> None:
    for name in (*gregorian_months(lang), *short_weekdays(lang), *(row[0] for row in names(lang)["B"])):
        assert not {unicodedata.category(character) for character in name} & {"Mn", "Me", "Cf", "Cc"}, name


def test_english_months_are_those_of_the_standard_library() -> None:
    assert list(gregorian_months("en")) == [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]


@pytest.mark.parametrize("lang", CLDR)
def test_short_weekdays_are_those_of_the_locale_data(lang: str) -> None:
    babel: Any = pytest.importorskip("babel", reason="Babel is not installed")
    width = "abbreviated" if lang == "en" else "narrow"
    published = babel.Locale.parse(CLDR[lang]).days["stand-alone"][width]
    known = [published[day].replace("ھ", "ه") for day in range(7)]  # two letters that Sorani prints alike
    assert list(short_weekdays(lang)) == known


def test_pashto_has_the_weekdays_of_dari() -> None:
    assert short_weekdays("ps") == short_weekdays("prs")
    assert [name[0] for name in short_weekdays("ps")] == [row[0][0] for row in names("ps")["A"]]
