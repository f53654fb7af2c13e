"""TimeML: parsed back as XML, its text is the source, its tags are where and what the mentions are."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import shamsi
from shamsi.exports.timex import timex_value
from tests.exports.texts import TEXTS

# TimeML 1.2.1, section 2.3; comment is the place for what it has no attribute for.
ATTRIBUTES = {"tid", "type", "value", "mod", "temporalFunction", "beginPoint", "endPoint", "comment"}
MODIFIERS = {"START", "MID", "END", "APPROX"}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

VALUES = """
۱۸ مرداد ۱۴۰۴ | 2025-08-09
18 إلى 20 مرداد 1404 | 2025-08-09/2025-08-11
مهرماه ۱۴۰۴ | 2025-09-23/2025-10-22
سال ۱۴۰۴ | 2025-03-21/2026-03-20
۲۲ بهمن | XXXX-XX-XX
مهرماه | XXXX-XX
۱۸ تا ۲۰ مرداد | XXXX-XX-XX
11 سبتمبر | XXXX-09-11
18 إلى 20 أغسطس | XXXX-08-18/XXXX-08-20
مارس القادم | XXXX-03
دهه ۶۰ | 1981-03-21/1991-03-20
أوائل التسعينيات | 199
القرن التاسع عشر | 18
قرن چهاردهم خورشیدی | 1922-03-22/2022-03-20
بهار ۱۴۰۴ | 2025-SP
تابستان ۱۴۰۴ | 2025-SU
پاییز ۱۴۰۴ | 2025-FA
زمستان ۱۳۵۷ | 1978-12-22/1979-03-20
صيف 2024 | 2024-SU
شتاء 2024 | 2024-WI
الربع الأول من عام 2025 | 2025-Q1
النصف الثاني من 2024 | 2024-H2
نیمه نخست ۱۴۰۴ | 2025-03-21/2025-09-22
اوایل خرداد ۱۴۰۲ | 2023-05-22/2023-06-21
أوائل عام ٢٠٢٥ | 2025
حدود ۱۲۹۱ خورشیدی | 1912-03-21/1913-03-20
633 قبل از میلاد | BC0633
عام 1 قبل الميلاد | BC0001
15 مارس 44 قبل الميلاد | BC0044-03-15
ماه رمضان 1446 هـ | 2025-03-01/2025-03-30
۱۰ محرم | XXXX-XX-XX
۳۱ مهر ۱۴۰۴ | XXXX-XX-XX
يومي 14 و25 ديسمبر 2016 | {2016-12-14,2016-12-25}
۲۵۳۵ شاهنشاهی | 1976-03-21/1977-03-20
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(text, value) for text, _, value in (line.partition(" | ") for line in table.strip().split("\n"))]


def parsed(text: str, *, parts: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(shamsi.export(text, shamsi.find(text), "timeml", parts=parts))


def tags(root: ElementTree.Element) -> Iterator[tuple[int, ElementTree.Element]]:
    """Each tag with the offset at which its text begins."""
    at = len(root.text or "")
    for tag in root:
        assert tag.tag == "TIMEX3"
        assert not len(tag)
        yield at, tag
        at += len(tag.text or "") + len(tag.tail or "")


@given(TEXTS, st.booleans())
@example("]]>&<a b='c'>\x00\x1f\x7f\x85\ufffe\uffff\ud800 \r\n\r ۵ آبان ۱۴۰۴", False)
def test_its_text_is_the_source(text: str, parts: bool) -> None:
    assert "".join(parsed(text, parts=parts).itertext()) == NOT_XML.sub("\ufffd", text)


@given(TEXTS)
def test_each_mention_has_its_tag_where_it_stands(text: str) -> None:
    mentions = shamsi.find(text)
    found = list(tags(parsed(text)))
    assert len(found) == len(mentions)
    for (start, tag), mention in zip(found, mentions, strict=True):
        assert start in (mention.extent[0], mention.start)
        assert start + len(tag.text or "") == mention.end
        assert tag.attrib["value"] == timex_value(mention)


@given(TEXTS, st.booleans())
def test_its_attributes_are_timemls(text: str, parts: bool) -> None:
    found = [tag for _, tag in tags(parsed(text, parts=parts))]
    names = [tag.attrib["tid"] for tag in found]
    assert names == [f"t{k + 1}" for k in range(len(names))]
    for tag in found:
        assert set(tag.attrib) <= ATTRIBUTES
        assert tag.attrib["type"] in ("DATE", "DURATION")
        assert tag.attrib.get("mod", "START") in MODIFIERS
        assert tag.attrib["value"]
        assert bool(tag.text) == (tag.attrib["type"] == "DATE")
        assert {tag.attrib[end] for end in ("beginPoint", "endPoint") if end in tag.attrib} <= set(names)


@pytest.mark.parametrize(("text", "value"), rows(VALUES))
def test_value(text: str, value: str) -> None:
    (mention,) = shamsi.find(text)
    assert timex_value(mention) == value


def test_the_extent_is_tagged_and_the_modifier_told() -> None:
    (tag,) = parsed("في أوائل عام ٢٠٢٥ زار")
    assert tag.text == "أوائل عام ٢٠٢٥"
    assert tag.attrib == {
        "tid": "t1", "type": "DATE", "value": "2025", "mod": "START", "comment": "gregorian:2025 = 2025",
    }  # fmt: skip


def test_the_comment_keeps_the_own_calendar() -> None:
    comments = [tag.attrib["comment"] for tag in parsed("تابستان ۱۴۰۴، ۲۲ بهمن، ۱۸ مرداد ۹۵ و ۳۱ مهر ۱۴۰۴")]
    assert comments == [
        "persian:1404-S2 = 2025-06-22/2025-09-22",
        "persian:XXXX-11-22 = XXXX-02-11~",
        "persian:1395-05-18 = 2016-08-08; assumed century",
        "persian:1404-07-31; day 31 of Mehr 1404 does not exist: Mehr has 30 days",
    ]


def test_a_relative_word_is_a_function_of_another_time() -> None:
    text = "سال گذشته باران بارید"
    root = ElementTree.fromstring(shamsi.export(text, shamsi.find(text, relative=True), "timeml"))
    assert [(tag.attrib["value"], tag.attrib["temporalFunction"]) for tag in root] == [("XXXX", "true")]


def test_a_span_up_to_the_day_of_writing_is_a_duration() -> None:
    text = "طی سه هفته گذشته باران بارید"
    (tag,) = ElementTree.fromstring(shamsi.export(text, shamsi.find(text, relative=True), "timeml"))
    assert (tag.text, tag.attrib["type"], tag.attrib["value"]) == ("سه هفته گذشته", "DURATION", "P3W")


class TestParts:
    def test_the_ends_of_a_range_are_joined(self) -> None:
        first, last, link = parsed("از 18 إلى 20 مرداد 1404 بود", parts=True)
        assert [(tag.text, tag.attrib["value"]) for tag in (first, last)] == [
            ("18", "2025-08-09"),
            ("20 مرداد 1404", "2025-08-11"),
        ]
        assert link.attrib == {
            "tid": "t3", "type": "DURATION", "value": "P3D", "beginPoint": "t1", "endPoint": "t2",
            "comment": "persian:1404-05-18/1404-05-20 = 2025-08-09/2025-08-11",
        }  # fmt: skip

    def test_a_range_printed_backwards_begins_with_its_second_date(self) -> None:
        *ends, link = parsed("سال‌های 1385-1380", parts=True)
        assert [tag.text for tag in ends] == ["سال‌های 1385", "1380"]
        assert (link.attrib["beginPoint"], link.attrib["endPoint"]) == ("t2", "t1")

    def test_the_length_of_a_range_without_a_year_is_not_told(self) -> None:
        *_, link = parsed("18 إلى 20 أغسطس", parts=True)
        assert link.attrib["value"] == "PXD"

    def test_the_members_of_a_list_are_not_joined(self) -> None:
        assert [tag.attrib["value"] for tag in parsed("يومي 14 و25 ديسمبر 2016", parts=True)] == [
            "2016-12-14",
            "2016-12-25",
        ]

    def test_each_end_has_its_own_extent(self) -> None:
        first, last, _ = parsed("از شنبه ۵ مهر تا یکشنبه ۱۳ مهر ۱۴۰۴", parts=True)
        assert [first.text, last.text] == ["شنبه ۵ مهر", "یکشنبه ۱۳ مهر ۱۴۰۴"]
