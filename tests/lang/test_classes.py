"""Classes: each has a name, comes from the lists of the table, and a language file can use it."""

import re
from itertools import chain
from pathlib import Path

import pytest

import shamsi
from shamsi.lang.classes import (
    OWN_LANGUAGE_ONLY,
    SETS,
    SHARED,
    WORD_LISTS,
    all_names,
    codes_of,
    is_classes,
    kind_of,
    names_of,
)
from shamsi.lang.fold import fold
from shamsi.lang.language import EITHER_CLASSES, LANGUAGES, MONTH_CLASSES, load
from shamsi.lang.lexicon import lexicon
from shamsi.lang.schema import Tables
from shamsi.text.grammar.lexer import lexer_of
from shamsi.text.grammar.patterns import PARTS
from shamsi.text.scan.scanner import Window

ROOT = Path(shamsi.__file__).parent
MADE_BY_TEXT = ("digits", "marks", "text")
NAMES = tuple(one.name for one in SHARED)
# The forms outside of the lists of words, in a text and a file with all classes.
TEXT = """
5 05 45 321 1399 99999 1399/02/03 / - . , : ( ) ؟ 5/6 5-6 5.6 5:6 unlisted
festo mondo lasta mondo unua semajno unua dek unlisted kvindek unlisted mil unlisted
dek tagoj antaue
bare 5 mondo bare6 unuaday cued 5 numbered 5 dated 5 eithercued 5 eithernumbered 5
eitherdated 5 era mark season eighties triono early today tomorrow cue
"""
FILE = """
code = "whole"
civil_calendar = "persian"
weekdays = [["mondo"]]
ordinals = [["unua"]]
day_ordinals = [["unuaday"]]
numbers = { dek = 10, kvindek = 50, mil = 1000 }
decades = { eighties = 80 }
ten_days = { triono = 3 }
relative = [{ unit = "day", offset = 1, names = ["tomorrow"] }]
modifiers = { start = ["early"] }
deictics = { today = 0 }
counted_times = { day = ["tagoj"], ago_behind = ["antaue"] }
eras = [
    { calendar = "persian", names = ["era"] },
    { calendar = "persian", names = ["mark"], mark = true },
]
months = [
    { calendar = "persian", tradition = "a", needs = "nothing", names = [["bare"]] },
    { calendar = "persian", tradition = "b", needs = "cue", names = [["cued"]] },
    { calendar = "persian", tradition = "c", needs = "number", names = [["numbered"]] },
    { calendar = "persian", tradition = "d", needs = "date", names = [["dated"]] },
    { calendar = "persian", tradition = "e", needs = "cue", before_day = true, names = [["eithercued"]] },
    { calendar = "persian", tradition = "f", needs = "number", before_day = true, names = [["eithernumbered"]] },
    { calendar = "persian", tradition = "g", needs = "date", before_day = true, names = [["eitherdated"]] },
]
[seasons]
calendar = "persian"
names = [["season"]]
[events]
cues = ["cue"]
[[observances]]
calendar = "persian"
day = "01-01"
names = ["festo"]
source = "somebody"
[nth_weekdays]
before = { lasta = -1 }
[weeks]
names = ["semajno"]
before = { unua = 1 }
[words]
"""


def word_of(place: int) -> str:
    """Return a distinct word for a list."""
    return f"list{chr(ord('a') + place // 26)}{chr(ord('a') + place % 26)}"


def test_every_class_has_one_name_and_one_meaning() -> None:
    for values in (NAMES, [one.meaning for one in SHARED], [codes_of(name) for name in NAMES]):
        assert len(set(values)) == len(values)
    assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in NAMES)
    assert all(len(codes_of(name)) == 1 and kind_of(codes_of(name)).name == name for name in NAMES)
    assert all(set(names.split()) <= set(NAMES) for names in SETS.values())


def test_every_class_has_a_source_that_a_language_file_or_a_text_may_have() -> None:
    tables = set(Tables._fields)
    for one in SHARED:
        for source in one.sources.split():
            table = source.rstrip("*").partition(".")[0]
            assert table in tables | {"digits", "marks", "text"}, one


def test_the_lists_of_shipped_files_are_in_the_table() -> None:
    for code in LANGUAGES:
        assert set(load(code).tables.words) <= set(WORD_LISTS)
    assert {*MONTH_CLASSES.values(), *EITHER_CLASSES.values()} == set(SETS["MONTH"].split())
    assert set(EITHER_CLASSES.values()) == set(SETS["EITHER"].split())


def test_lists_with_a_star_are_read_only_in_their_own_language() -> None:
    for code in LANGUAGES:
        language = load(code)
        lists = [forms for name, forms in language.tables.words.items() if name in OWN_LANGUAGE_ONLY]
        for form in chain.from_iterable(lists):
            kinds = kinds_of(form, code)
            meanings = [one for one in language.lexemes[fold(form).text] if one.kind in kinds]
            assert all(one.own_language_only for one in meanings), form


def kinds_of(form: str, code: str) -> str:
    """Return the classes of the own-language lists that have a form."""
    words = load(code).tables.words
    lists = [name for name, forms in words.items() if form in forms]
    return codes_of(" ".join(WORD_LISTS[name] for name in lists)) if set(lists) <= OWN_LANGUAGE_ONLY else ""


def test_every_class_is_reached(tmp_path: Path) -> None:
    path = tmp_path / "whole.toml"
    words = {name: word_of(place) for place, name in enumerate(WORD_LISTS)}
    path.write_text(FILE + "".join(f'{name} = ["{word}"]\n' for name, word in words.items()), "utf-8")
    known = lexicon((str(path),))
    folded = fold(f"{' '.join(words.values())}\n{TEXT}")
    size = len(folded.code)
    read = lexer_of(known, str(path), relative=True).read(folded, Window(0, size, 0, size))
    # The lexer makes other tokens of the ordinals of years, of words for month in old letters, of
    # the animals of years, and of the words that count times.
    joined = {"year_ordinal", "lunar_lead", "animal_year", "time_unit", "time_noun", "time_word"}
    assert set(names_of(read.kinds).split()) == {*NAMES} - joined


def test_the_page_lists_every_class() -> None:
    page = (ROOT.parent / "docs" / "reference" / "languages.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+) \|$", page, re.MULTILINE)
    assert [(name, meaning) for name, meaning, _ in rows] == [(one.name, one.meaning) for one in SHARED]
    sources = [one.sources.split() for one in SHARED]
    for (_, _, expected), made in zip(rows, sources, strict=True):
        assert re.findall(r"`(.+?)`", expected) == [x.rstrip("*") for x in made if x not in MADE_BY_TEXT]
        assert expected.count("(at home)") == sum(x.endswith("*") for x in made)


def test_text_is_not_a_string_of_classes() -> None:
    assert is_classes("".join(map(codes_of, all_names())))
    for text in ("a", "(", f"{codes_of('day')}5", f"|{codes_of('day')}"):
        assert not is_classes(text)


def test_no_pattern_of_a_language_file_is_in_letters() -> None:
    for path in ROOT.glob("lang/*.toml"):
        tables = load(path.stem).tables
        own = {one.name for one in tables.classes}
        for table in tables.patterns:
            names = set(re.findall(r"[A-Za-z]\w*", table.tokens))
            assert names <= {*NAMES, *SETS, *PARTS, *own}


OWN = """
code = "meadow"
civil_calendar = "persian"

[[months]]
calendar = "persian"
tradition = "meadow"
needs = "number"
names = [["Bud"], ["Blossom"], ["Cherry"], ["Apricot"], ["Peach"], ["Grape"], ["Quince"], ["Olive"],
  ["Leaf"], ["Frost"], ["Snow"], ["Thaw"]]

[[classes]]
name = "herd"
meaning = "word for a herd's year"
words = ["herd of", "drove"]

[[patterns]]
name = "herd-year"
tokens = "herd four_digits"
reads = "year"
"""


class TestOwn:
    """A class and a pattern in a file work without another change."""

    def test_it_is_read_by_a_pattern_of_its_own(self, tmp_path: Path) -> None:
        path = tmp_path / "meadow.toml"
        path.write_text(OWN, "utf-8")
        assert [m.text for m in shamsi.find("x 5 Peach 1404 and a herd of 1399 sheep", languages=[path])] == [
            "5 Peach 1404",
            "herd of 1399",
        ]

    def test_explain_shows_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "meadow.toml"
        path.write_text(OWN, "utf-8")
        (row,) = shamsi.explain("drove 1399", languages=[path])
        assert (row.rule, row.pattern) == ("herd-year", "herd four_digits")
        assert (row.tokens[0].kind, row.tokens[0].meaning) == ("herd", "word for a herd's year")

    def test_two_files_may_share_one(self, tmp_path: Path) -> None:
        paths = [tmp_path / "a.toml", tmp_path / "b.toml"]
        for path in paths:
            path.write_text(OWN, "utf-8")
        codes = {load(str(path)).lexemes["drove"][0].kind for path in paths}
        assert len(codes) == 1

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("year_word", "'year_word' is a class already, made of words.year words.year_of_any_calendar"),
            ("Herd", "a class needs a name of small letters, digits and _, got 'Herd'"),
            ("", "a class needs a name of small letters, digits and _, got ''"),
        ],
    )
    def test_an_invalid_name_is_an_error(self, tmp_path: Path, name: str, expected: str) -> None:
        path = tmp_path / "meadow.toml"
        path.write_text(OWN.replace('name = "herd"', f'name = "{name}"'), "utf-8")
        with pytest.raises(ValueError, match=re.escape(f"{path}: [[classes]] 1: 'name': {expected}")):
            shamsi.find("drove 1399", languages=[path])
