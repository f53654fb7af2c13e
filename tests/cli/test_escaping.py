"""Untrusted text cannot control a terminal or break a line."""

import json
import sys
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.escaping import clean, clean_columns, escape, escape_xml, isolate, isolate_each, print_error, shorten

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u200e\u200f\u061c"
EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]
ANY_TEXT = st.text(st.characters())  # lone surrogates too


def is_dangerous(character: str) -> bool:
    """By the Unicode database, which the table under test was not made from."""
    return (
        unicodedata.category(character) in {"Cc", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in BIDI
        or character in MARKS
    )


def test_clean_drops_what_is_dangerous_and_keeps_every_other_character() -> None:
    for character in EVERY_CHARACTER:
        expected = {"", " "} if is_dangerous(character) else {character}
        assert clean(character) in expected, hex(ord(character))


def test_clean_keeps_words_apart() -> None:
    assert [clean(f"a{blank}b") for blank in "\t\n\r\v\f\x85\u2028\u2029"] == ["a b"] * 8


def test_escape_leaves_no_dangerous_character() -> None:
    for character in filter(is_dangerous, EVERY_CHARACTER):
        written = escape(json.dumps(character, ensure_ascii=False))
        assert written.isascii(), hex(ord(character))
        assert json.loads(written) == character


def test_clean_columns_keeps_what_makes_columns_and_nothing_else_that_is_dangerous() -> None:
    for character in EVERY_CHARACTER:
        kept = character in "\t\n" or not is_dangerous(character)
        assert clean_columns(character) == (character if kept else ""), hex(ord(character))


def test_escape_xml_leaves_no_dangerous_character_and_says_the_same() -> None:
    held = [c for c in EVERY_CHARACTER if "\x7f" <= c <= "\ufffd" and not "\ud800" <= c <= "\udfff"]
    written = escape_xml(f"<a>{''.join(held)}</a>")
    assert not any(map(is_dangerous, written))
    assert ElementTree.fromstring(written).text == "".join(held)
    assert escape_xml("a\tb\n") == "a\tb\n"


@given(ANY_TEXT)
def test_escape_says_the_same(text: str) -> None:
    written = escape(json.dumps({"text": text}, ensure_ascii=False))
    assert len(written.splitlines()) == 1
    assert json.loads(written) == {"text": text}


@given(ANY_TEXT, st.integers(2, 50))
def test_shorten_keeps_both_ends_within_the_limit(text: str, limit: int) -> None:
    short = shorten(text, limit)
    if len(text) <= limit:
        assert short == text
    else:
        half = limit // 2
        assert text.startswith(short[: limit - half])
        assert text.endswith(short[-half:])
        assert len(short) == limit + len(" … ")


def test_isolate_marks_arabic_script_alone() -> None:
    assert isolate("18 مرداد 1404") == "\u206818 مرداد 1404\u2069"
    assert isolate("18 August 2025") == "18 August 2025"


def test_isolate_each_takes_the_longer_piece_first() -> None:
    text = "مرداد 1404 is not مرداد"
    assert isolate_each(text, ["مرداد", "", "مرداد 1404"]) == "\u2068مرداد 1404\u2069 is not \u2068مرداد\u2069"
    assert isolate_each(text, []) == text


def test_complain_is_one_short_clean_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_error("x\x1b[2J\n" + "y" * 10_000_000)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("shamsi: x[2J y")
    assert err.count("\n") == 1
    assert len(err) < 500
