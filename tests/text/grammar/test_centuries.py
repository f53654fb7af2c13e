"""Centuries: which numbers after a word for century are centuries, and of which calendar."""

import pytest

import shamsi
from shamsi.text.grammar.centuries import may_be_one_year, meet, years
from shamsi.text.resolve.reading import reading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قرن ۸ و ۹ هجری", ["0701/0800", "0801/0900"]),
        ("قرن ۸ و ۹ نفر", ["0701/0800"]),
        ("قرن ۸، ۹ و ۱۰ هجری", ["0701/0800", "0801/0900", "0901/1000"]),
        ("قرن ۸، ۹ تن آمدند", ["0701/0800"]),
        ("قرن ۸ و ۳۰ هجری", ["0701/0800", "0030"]),  # there is no thirtieth century
        ("القرنين الخامس والسادس عشر", ["1401/1500", "1501/1600"]),  # the ten is printed once
        ("قرن پنجم و شانزدهم", ["0401/0500", "1501/1600"]),  # not so in Persian
        ("القرن التاسع الهجري (15م)", ["0801/0900", "1401/1500"]),
        ("القرن التاسع الهجري (2)", ["0801/0900"]),  # the mark of a note
        ("القرن التاسع (15م)", ["0801/0900", "1401/1500"]),
        ("القرن الأول الهجري (25هـ)", ["0001/0100", "0025"]),  # a year in it
        ("المؤرخ (6هـ/12م)", ["0501/0600", "1101/1200"]),
        ("سنة 6هـ/12م", ["0006", "0012"]),  # a word for year
    ],
)
def test_what_is_a_century(text: str, expected: list[str]) -> None:
    found = [part for mention in shamsi.find(text) for part in mention.parts or (mention,)]
    assert [part.native for part in found] == expected


def test_a_list_is_one_mention_with_parts_of_its_own() -> None:
    (mention,) = shamsi.find("از اواخر قرن ۱۶ و اوایل ۱۷ میلادی گفتند")
    assert (mention.kind, mention.native, mention.text) == ("range", "1501/1700", "قرن ۱۶ و اوایل ۱۷ میلادی")
    assert [(part.text, part.modifier) for part in mention.parts] == [("قرن ۱۶", "end"), ("۱۷ میلادی", "start")]
    assert mention.confidence > 0.9


def test_a_calendar_that_the_other_century_gives_is_assumed() -> None:
    reading = reading_of("القرن التاسع (15م) كان في المدينة")
    assert [row.mention.assumed for row in reading.found] == [("calendar",), ()]


def test_years_of_a_century() -> None:
    first, last = years("gregorian", 15) or (None, None)
    assert first
    assert last
    assert (first.isoformat(), last.isoformat()) == ("1401-01-01", "1500-12-31")
    assert years("gregorian", 120) is None
    assert meet(years("islamic", 9), years("gregorian", 15))
    assert not meet(years("islamic", 9), years("gregorian", 17))
    assert not meet(None, years("gregorian", 15))


def test_the_same_year_in_two_calendars() -> None:
    assert may_be_one_year("islamic", 21, "gregorian", 642)
    assert may_be_one_year("islamic", 21, "gregorian", 643), "sources are a year apart"
    assert not may_be_one_year("islamic", 21, "gregorian", 652)
