"""CoNLL: read back, the tags give the mentions, and the tokens are the text but for what cannot be seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from tests.exports.texts import TEXTS

Row = tuple[str, int, int, str]


def sentences(document: str) -> list[list[Row]]:
    """As readers of CoNLL files do it: lines by line feed, columns by tab, an empty line after a sentence."""
    found: list[list[Row]] = []
    for block in document.split("\n\n"):
        lines = block.strip("\n").split("\n")
        columns = [line.split("\t") for line in lines if line]
        found.append([(token, int(start), int(end), tag) for token, start, end, tag in columns])
    return [sentence for sentence in found if sentence]


def spans(rows: list[Row]) -> list[tuple[int, int, str]]:
    """The spans that BIO tags give; I- only after B- or I- of its kind."""
    found: list[tuple[int, int, str]] = []
    before = "O"
    for _, start, end, tag in rows:
        prefix, _, kind = tag.partition("-")
        if prefix == "B":
            found.append((start, end, kind))
        elif prefix == "I":
            assert before in (f"B-{kind}", f"I-{kind}")
            found[-1] = (found[-1][0], end, kind)
        else:
            assert tag == "O"
        before = tag
    return found


def shown(text: str, *, parts: bool = False) -> list[list[Row]]:
    return sentences(shamsi.export(text, shamsi.find(text), "conll", parts=parts))


def is_seen(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp")


@given(TEXTS, st.booleans())
def test_the_tags_give_the_mentions(text: str, parts: bool) -> None:
    mentions = shamsi.find(text)
    expected = [part for m in mentions for part in (m.parts if parts and m.parts else (m,))]
    found = [span for rows in shown(text, parts=parts) for span in spans(rows)]
    assert [(start, kind) for start, _, kind in found] == [(m.start, m.kind) for m in expected]
    for (_, end, _), mention in zip(found, expected, strict=True):
        assert text[end : mention.end].strip("\u200c\u200d") == ""


@given(TEXTS)
def test_tokens_are_pieces_of_the_text_in_order(text: str) -> None:
    rows = [row for sentence in shown(text) for row in sentence]
    assert [token for token, *_ in rows] == [text[start:end] for _, start, end, _ in rows]
    edges = [edge for _, start, end, _ in rows for edge in (start, end)]
    assert edges == sorted(edges)


@given(TEXTS)
def test_whatever_can_be_seen_is_in_a_token(text: str) -> None:
    tokens = "".join(token for sentence in shown(text) for token, *_ in sentence)
    assert [c for c in tokens if is_seen(c)] == [c for c in text if is_seen(c)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("كتاب‌ها، سه‌شنبه", ["كتاب‌ها", "،", "سه‌شنبه"]),
        ("3أوت 2016", ["3", "أوت", "2016"]),
        ("۱۴۰۴/۰۵/۱۸", ["۱۴۰۴", "/", "۰۵", "/", "۱۸"]),
        ("فِي مُـرداد", ["فِي", "مُـرداد"]),
        ("a_b 1.5", ["a", "_", "b", "1", ".", "5"]),
        ("😀\ufe0f \u202eabc\u200f\x1b[", ["😀\ufe0f", "abc", "["]),
        ("\u200cب\u200c\u200cت\u200c", ["ب\u200c\u200cت"]),
        ("\ufeff \u00a0\t", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token for sentence in shown(text) for token, *_ in sentence] == tokens


def test_a_mention_ends_a_token() -> None:
    ((*rows,),) = shown("يومي 14 و15 ديسمبر 2016 و20 مرداد 1404")
    assert [(token, tag) for token, _, _, tag in rows][-4:] == [
        ("و", "O"),
        ("20", "B-day"),
        ("مرداد", "I-day"),
        ("1404", "I-day"),
    ]


def test_parts_are_tagged_in_place_of_the_whole() -> None:
    ((*rows,),) = shown("18 إلى 20 مرداد 1404", parts=True)
    assert [tag for *_, tag in rows] == ["B-day", "O", "B-day", "I-day", "I-day"]
    ((*rows,),) = shown("18 إلى 20 مرداد 1404")
    assert [tag for *_, tag in rows] == ["B-range", "I-range", "I-range", "I-range", "I-range"]


def test_a_line_of_the_text_is_a_sentence() -> None:
    assert shamsi.export("سلام\r\n\r\n۵ آبان\nبود\n", [], "conll") == (
        "سلام\t0\t4\tO\n\n۵\t8\t9\tO\nآبان\t10\t14\tO\n\nبود\t15\t18\tO\n"
    )


def test_no_token_is_an_empty_file() -> None:
    assert shamsi.export(" \n ", [], "conll") == ""
