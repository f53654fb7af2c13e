"""HTML as text: what is seen, and that every character knows its place in the source."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.inputs.pages import declared_encoding, text_of

LETTERS = st.text(st.sampled_from("مهر۱۴۰۴1 \n😀é"), max_size=8)
MARKUP = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<br>",
        "<br/>",
        "<!-- 1404 -->",
        "<a href='x>y' title=it's>",
        "</a>",
        "<td>",
        "<!doctype html>",
    ]
)
BROKEN = "&#1;"
REFERENCES = st.sampled_from(
    ["&nbsp;", "&amp;", "&#1705;", "&#x6a9;", "&zwnj;", "&unknown;", "&", "&#;", "& 1", BROKEN]
)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("28 <b>مرداد</b> 1404", "28 مرداد 1404"),
        ("28\n   مرداد", "28 مرداد"),
        ("<p>one<p>two", "one\ntwo"),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<td>1404<td>2025<tr><td>1405", "1404\t2025\n1405"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("a<script>1404 < 1405 <p></script>b<STYLE>1404</Style >c", "a\nb\nc"),
        ("a<script>1404", "a\n"),
        ("<p hidden>1404</p>1405", "1405"),
        ("<div hidden>1<div>2</div>3</div>4", "4"),
        ("<svg/>a<svg><template></svg>b", "a\nb"),
        ("<p title='1404 > 1403'>a", "a"),
        ("<p title=it's>a</p>b's", "a\nb's"),
        ("<!-- 1404 --><!-->a<!-- b", "a"),
        ("<![CDATA[1404]]>a<?php 1404 ?>b", "ab"),
        ("AT&T &copy &lt;b&gt; &unknown; &#; a < b <3", "AT&T © <b> &unknown; &#; a < b <3"),
        ("<title>خبر</title><body>متن", "خبر\nمتن"),
        ("<a href='", ""),
        ("", ""),
    ],
)
def test_what_a_reader_sees(page: str, text: str) -> None:
    assert text_of(page)[0] == text


@given(st.lists(LETTERS | MARKUP | REFERENCES, max_size=12).map("".join))
def test_every_character_knows_its_place(page: str) -> None:
    text, spans = text_of(page)
    last = 0
    for at, character in enumerate(text):
        start, end = spans.start(at), spans.end(at + 1)
        assert last <= start <= end <= len(page)
        source = page[start:end]
        blank = character == " " and source.isspace()
        drawn = character in "\n\t" and source == ""
        copied = character == source
        broken = character == "\ufffd" and source == BROKEN
        assert blank or drawn or copied or broken or character in html.unescape(source)
        last = start


@pytest.mark.parametrize(("pattern", "end"), [("a&#{};", 0x110000), ("a&#x{:x};", 0x20000), ("a&#X{:X};", 0x20000)])
def test_a_reference_to_any_code_point_is_one_character(pattern: str, end: int) -> None:
    points = range(end)
    page = "".join(map(pattern.format, points)) + "a"
    text, spans = text_of(page)
    assert text[::2] == "a" * (len(points) + 1)
    assert [text[2 * n + 1] for n in (0x1, 0x7F, 0xFFFE, 0xD800)] == ["\ufffd"] * 4
    assert [text[2 * n + 1] for n in (0x6A9, 0x80, 0x1F600)] == ["ک", "€", "\U0001f600"]
    assert [page[spans.start(at) :][:2] for at in range(1, len(text), 9973)] == [
        "&#" if at % 2 else "a&" for at in range(1, len(text), 9973)
    ]


@pytest.mark.parametrize(
    ("reference", "character"),
    [
        ("&#1;", "\ufffd"),
        ("&#x1f", "\ufffd"),
        ("&#1114112;", "\ufffd"),
        ("&#" + "9" * 6000 + ";", "\ufffd"),
        ("&#x" + "f" * 6000 + ";", "\ufffd"),
        ("&#" + "0" * 6000 + "1776;", "۰"),
        ("&#x" + "0" * 6000 + "6f0", "۰"),
        ("&#0;", "\ufffd"),
        ("&#000", "\ufffd"),
    ],
    ids=range(9),
)
def test_a_broken_reference_is_a_character_that_knows_its_place(reference: str, character: str) -> None:
    page = f"<p>{reference} ۱۴۰۴"
    text, spans = text_of(page)
    assert text == f"{character} ۱۴۰۴"
    assert (spans.start(0), spans.end(1)) == (3, 3 + len(reference))
    assert page[spans.start(2) : spans.end(6)] == "۱۴۰۴"
    assert text_of(reference)[0] == character


@given(st.text(max_size=40))
def test_any_text_escaped_comes_back(text: str) -> None:
    page = html.escape(text)
    assert text_of(f"<pre>{page}")[0] == text


@given(st.text(st.sampled_from("<>!-/&#;='\"a p\n[]?"), max_size=60))
def test_nothing_is_raised(page: str) -> None:
    text_of(page)


@pytest.mark.parametrize(
    "piece", ["<!--", "<", "&#;", "<script>", "<a ", "&", "<div>", "<![", "</", "<a x='", '="', "<svg>"]
)
def test_hostile_pages_come_to_an_end(piece: str) -> None:
    """What takes quadratic time takes hours here."""
    text, _ = text_of(piece * 300_000)
    assert len(text) <= len(piece) * 300_000


def test_an_encoding_is_read_from_the_head_alone() -> None:
    assert declared_encoding(b"<META http-equiv=x content='text/html; charset=windows-1256'>") == "windows-1256"
    assert declared_encoding(b"<html>" + b" " * 1024 + b"<meta charset=x>") is None
