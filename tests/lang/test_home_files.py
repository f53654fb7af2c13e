"""The files with words for their own language only: Dari, Pashto and Sorani.

They are complete, their examples are read, and other languages do not read their words.
"""

from collections.abc import Iterator

import pytest

import shamsi
from shamsi.lang.language import LANGUAGES, Lexeme, load
from shamsi.lang.lexicon import Node, lexicon
from shamsi.lang.schema import ExampleTable

HOME = ("prs", "ps", "ckb")
home_files = pytest.mark.parametrize("code", HOME)
EXAMPLES = [
    pytest.param(code, row, id=f"{code} {k}") for code in HOME for k, row in enumerate(load(code).tables.example)
]


def lexemes(node: Node) -> Iterator[Lexeme]:
    if node.lexeme:
        yield node.lexeme
    for after in node.after.values():
        yield from lexemes(after)


def test_every_file_is_known() -> None:
    assert set(LANGUAGES) == {"fa", "ar", "en", *HOME}


@home_files
def test_a_file_is_complete(code: str) -> None:
    data, opening = load(code).tables, load(code).opening
    assert opening.home is True
    assert all(len(table.names) == 12 for table in data.months)
    assert {table.calendar for table in data.months} == {"persian", "gregorian", "islamic"}
    assert [len(data.weekdays), len(data.ordinals), len(data.seasons.names)] == [7, 31, 4]
    assert {"persian", "gregorian", "islamic"} <= {era.calendar for era in data.eras}
    assert opening.common
    assert opening.clues
    assert opening.civil_calendar in ("persian", "gregorian")


@home_files
def test_its_words_are_unknown_in_other_documents(code: str) -> None:
    for other in ("fa", "ar"):
        assert all(lexeme.lang != code for lexeme in lexemes(lexicon().trie(other, relative=True)))
    assert any(lexeme.lang == code for lexeme in lexemes(lexicon().trie(code)))


def test_dari_has_all_that_persian_has() -> None:
    langs = {lexeme.lang for lexeme in lexemes(lexicon().trie("prs"))}
    assert {"fa", "prs"} <= langs
    assert lexicon().prefixes("prs") == lexicon().prefixes("fa")


@pytest.mark.parametrize(("code", "row"), EXAMPLES)
def test_an_example_is_read_as_its_file_says(code: str, row: ExampleTable) -> None:
    found = shamsi.find(row.text)
    assert [(m.text, m.native) for m in found] == [(date.text, date.native) for date in row.dates]
    for mention, date in zip(found, row.dates, strict=True):
        assert mention.calendar == date.calendar or mention.calendar


@home_files
def test_examples_say_yes_and_no(code: str) -> None:
    rows = load(code).tables.example
    assert sum(not row.dates for row in rows) >= 10
    assert sum(bool(row.dates) for row in rows) >= 25
    assert len({row.text for row in rows}) == len(rows)


PASHTO = """
دا پل د ۱۳۹۵ کال د کب په ۱۱مه جوړ شو | ۱۳۹۵ کال د کب په ۱۱مه | 1395-12-11
دا پل د سلواغې په ۲۹مه جوړ شو | سلواغې په ۲۹مه | XXXX-11-29
دا پل د ۱۴۰۰ کال په وري میاشت کې جوړ شو | ۱۴۰۰ کال په وري میاشت | 1400-01
"""


@pytest.mark.parametrize("case", PASHTO.strip().split("\n"))
def test_pashto_says_the_year_first_and_the_day_last(case: str) -> None:
    text, core, native = case.split(" | ")
    assert [(m.text, m.native) for m in shamsi.find(text)] == [(core, native)]


def test_the_kurdish_era_counts_from_the_medes() -> None:
    (mention,) = shamsi.find("ئەم کتێبە لە ساڵی ٢٧٢٥ی کوردی چاپ کرا")
    assert (mention.calendar, mention.native) == ("persian", "1404")
