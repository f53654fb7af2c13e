"""Ranges: which dates are joined, and what one end takes from the other."""

import pytest

import shamsi


def natives(text: str) -> list[str | None]:
    return [mention.native for mention in shamsi.find(text)]


JOINED = """
از ۵ مهر تا ۱۲ آبان ۱۴۰۱ | 1401-07-05/1401-08-12
از ۵ مهر ۱۴۰۱ تا ۱۲ آبان | 1401-07-05/1401-08-12
از ۲۰ اسفند تا ۵ فروردین ۱۴۰۲ | 1401-12-20/1402-01-05
از ۲۰ اسفند ۱۴۰۱ تا ۵ فروردین | 1401-12-20/1402-01-05
از ۵ مهر ۱۴۰۱ تا ۱۲ آبان ۱۴۰۲ | 1401-07-05/1402-08-12
از ۵ مهر تا ۱۲ آبان | XXXX-07-05/XXXX-08-12
از مهر تا آبان ۱۴۰۱ | 1401-07/1401-08
از دی ۱۴۰۱ تا فروردین ۱۴۰۲ | 1401-10/1402-01
از سال ۱۳۸۰ تا ۱۳۸۵ | 1380/1385
از سال ۱۳۸۰ تا سال ۱۳۸۵ | 1380/1385
از سال ۲۰۰۱ تا ۲۰۰۵ | 2001/2005
بین ۵ مهر و ۱۲ آبان ۱۴۰۱ | 1401-07-05/1401-08-12
۵ تا ۱۲ مهر ۱۴۰۱ | 1401-07-05/1401-07-12
۵ مهر – ۱۲ آبان ۱۴۰۱ | 1401-07-05/1401-08-12
پنجم تا دوازدهم مهر ۱۴۰۱ | 1401-07-05/1401-07-12
از ۱۴۰۱/۷/۵ تا ۱۴۰۱/۸/۱۲ | 1401-07-05/1401-08-12
من 5 مهر إلى 12 آبان 1401 | 1401-07-05/1401-08-12
من 5 مهر حتى 12 آبان 1401 | 1401-07-05/1401-08-12
من 28 ديسمبر إلى 3 يناير 2022 | 2021-12-28/2022-01-03
من 28 ديسمبر 2021 إلى 3 يناير | 2021-12-28/2022-01-03
بين 28 شباط و3 آذار 2022 | 2022-02-28/2022-03-03
بين عامي 1961 و1966 | 1961/1966
من عام 1961 حتى عام 1966 | 1961/1966
بين الخامس والعاشر من مايو 2011 | 2011-05-05/2011-05-10
"""


@pytest.mark.parametrize("case", JOINED.strip().split("\n"))
def test_two_dates_are_one_range(case: str) -> None:
    text, _, native = case.partition(" | ")
    (mention,) = shamsi.find(text)
    first, last = native.split("/")
    assert (mention.kind, mention.native) == ("range", native)
    assert [part.native for part in mention.parts] == [first, last]
    assert (mention.earliest, mention.latest) == (mention.parts[0].earliest, mention.parts[-1].latest)
    assert mention.start == mention.parts[0].start
    assert mention.end == mention.parts[-1].end
    assert {part.calendar for part in mention.parts} == {mention.calendar}


APART = """
در ۵ مهر ۱۴۰۱ و ۱۲ آبان ۱۴۰۱ | 1401-07-05 1401-08-12
در ۵ مهر ۱۴۰۱، ۱۲ آبان ۱۴۰۱ | 1401-07-05 1401-08-12
از ۵ مهر ۱۴۰۱ تا ۱۲ نوامبر ۲۰۲۲ | 1401-07-05 2022-11-12
۲۴ آبان ۱۳۹۸ (۱۵ نوامبر ۲۰۱۹) | 1398-08-24 2019-11-15
در ۵ مهر رفت. تا ۱۲ آبان ماند | XXXX-07-05 XXXX-08-12
"""


@pytest.mark.parametrize("case", APART.strip().split("\n"))
def test_two_dates_stay_two(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    assert natives(text) == wanted.split()


def test_ranges_are_chronological_whatever_their_order() -> None:
    for text in ("سال ۱۳۴۷-۱۳۴۰ ش", "سال‌های ۱۳۴۰ تا ۱۳۴۷"):
        (mention,) = shamsi.find(text)
        assert mention.native == "1340/1347"


def test_parts_say_what_they_share_in_full() -> None:
    (mention,) = shamsi.find("روزهای ۵، ۶ و ۷ دی ۱۴۰۲ خورشیدی")
    assert [(part.text, part.native) for part in mention.parts] == [
        ("۵", "1402-10-05"),
        ("۶", "1402-10-06"),
        ("۷ دی ۱۴۰۲ خورشیدی", "1402-10-07"),
    ]


def test_an_impossible_end_makes_the_range_a_problem() -> None:
    (mention,) = shamsi.find("از ۲۸ تا ۳۱ مهر ۱۴۰۴")
    assert mention.problem is not None
    assert mention.earliest is None
    assert [part.problem is None for part in mention.parts] == [True, False]


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("از سال ۱۹۸۷ تا ۹۰ سهم خود را فروخت", "1987/1990"),
        ("از سال ۱۹۶۸ تا سال ۷۲ سهم خود را فروخت", "1968/1972"),
        ("از سال ۱۳۸۷ تا ۹۰ سهم خود را فروخت", "1387/1390"),
    ],
)
def test_a_short_year_at_the_end_takes_its_century_from_the_full_one(text: str, native: str) -> None:
    (mention,) = shamsi.find(text)
    assert mention.native == native
    assert "century" not in mention.assumed
