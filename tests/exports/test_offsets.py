"""Offsets in other units: by encoding the text and cutting it there."""

import re

import pytest
from hypothesis import given

import shamsi
from shamsi.exports.offsets import recounted
from shamsi.text.resolve.mention import Mention
from tests.exports.texts import TEXTS

SURROGATES = re.compile("[\ud800-\udfff]")


@given(TEXTS)
def test_bytes_are_those_of_the_encoded_text(text: str) -> None:
    text = SURROGATES.sub("", text)
    mentions = shamsi.find(text)
    data = text.encode()
    for mention, (start, end) in zip(mentions, shamsi.offsets(text, mentions, unit="utf-8"), strict=True):
        assert data[start:end].decode() == mention.text


@given(TEXTS)
def test_code_units_are_those_of_the_encoded_text(text: str) -> None:
    mentions = shamsi.find(text)
    data = text.encode("utf-16-le", "surrogatepass")
    for mention, (start, end) in zip(mentions, shamsi.offsets(text, mentions, unit="utf-16"), strict=True):
        assert data[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") == mention.text


@given(TEXTS)
def test_code_points_are_the_mentions_own(text: str) -> None:
    mentions = shamsi.find(text)
    assert shamsi.offsets(text, mentions, unit="code-points") == [(m.start, m.end) for m in mentions]
    assert recounted(text, mentions, unit="code-points") == mentions


@pytest.mark.parametrize(
    ("before", "in_bytes", "in_units"),
    [
        ("a", 1, 1),
        ("é", 2, 1),
        ("م", 2, 1),
        ("€", 3, 1),
        ("😀", 4, 2),
        ("\ufeff", 3, 1),
        ("\udcff", 1, 1),
        ("\ud83d", 3, 1),
    ],
)
def test_what_a_character_counts(before: str, in_bytes: int, in_units: int) -> None:
    text = f"{before} ۵ آبان ۱۴۰۴"
    mentions = shamsi.find(text)
    assert shamsi.offsets(text, mentions, unit="utf-8")[0][0] == in_bytes + 1
    assert shamsi.offsets(text, mentions, unit="utf-16")[0][0] == in_units + 1


def test_a_byte_that_was_kept_counts_as_in_its_file() -> None:
    data = b"\xff\xfe " + "۵ آبان ۱۴۰۴".encode()
    text = data.decode(errors="surrogateescape")
    ((start, end),) = shamsi.offsets(text, shamsi.find(text), unit="utf-8")
    assert data[start:end].decode() == "۵ آبان ۱۴۰۴"


def test_mentions_come_in_any_order_and_any_number() -> None:
    text = "😀 ۵ آبان ۱۴۰۴ 😀 ۷ آبان ۱۴۰۴"
    first, last = shamsi.find(text)
    assert shamsi.offsets(text, [last, first, last], unit="utf-16") == [(18, 29), (3, 14), (18, 29)]
    assert shamsi.offsets(text, [], unit="utf-8") == []


def test_extents_and_parts_are_recounted_too() -> None:
    text = "😀 از شنبه ۵ مهر تا یکشنبه ۱۳ مهر ۱۴۰۴"
    (mention,) = recounted(text, shamsi.find(text), unit="utf-16")
    data = text.encode("utf-16-le")

    def cut(start: int, end: int) -> str:
        return data[2 * start : 2 * end].decode("utf-16-le")

    def each(row: Mention) -> list[tuple[str, str]]:
        here = (cut(row.start, row.end), cut(*row.extent))
        return [here, *(cuts for part in row.parts for cuts in each(part))]

    assert each(mention) == [
        ("۵ مهر تا یکشنبه ۱۳ مهر ۱۴۰۴", "شنبه ۵ مهر تا یکشنبه ۱۳ مهر ۱۴۰۴"),
        ("۵ مهر", "شنبه ۵ مهر"),
        ("۱۳ مهر ۱۴۰۴", "یکشنبه ۱۳ مهر ۱۴۰۴"),
    ]


def test_an_unknown_unit_is_explained() -> None:
    with pytest.raises(ValueError, match=r"unit must be one of code-points, utf-8, utf-16, got 'bytes'"):
        shamsi.offsets("", [], unit="bytes")


def test_a_mention_of_another_text_is_refused() -> None:
    mentions = shamsi.find("۵ آبان ۱۴۰۴")
    with pytest.raises(ValueError, match=r"is not at 0…11 of the text: pass the same string"):
        shamsi.offsets(" ۵ آبان ۱۴۰۴", mentions, unit="utf-8")
