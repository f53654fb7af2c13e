"""Ranges: which dates are joined, and what one end takes from the other."""

import datetime as dt

import pytest

import shamsi

REFERENCE = dt.date(2025, 12, 15)


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


def test_two_digits_take_the_century_of_the_other_end() -> None:
    assert natives("از ۱۲ دی ۶۱ تا ۳ بهمن ۱۳۶۲") == ["1361-10-12/1362-11-03"]
    assert natives("من شوال سنة 61 هـ إلى صفر سنة 1262 هـ") == ["0061-10/1262-02"]


OVER_NEW_YEAR = """
از ۲۶ اسفندماه تا ۱۱ فروردین ماه ۹۵ | 1394-12-26/1395-01-11
از نهم دی الی ۲۰ اردیبهشت ۸۸ | 1387-10-09/1388-02-20
از ۲۰ اسفند تا ۴ فروردین ۰۰ | 1399-12-20/1400-01-04
از ۲۰ اسفند تا ۴ فروردین ۰۶ | 1405-12-20/1406-01-04
از اسفند ۰۵ تا اردیبهشت ۰۶ | 1405-12/1406-02
از دهم اسفند تا چهارم فروردین هزار و سیصد و هشتاد | 1379-12-10/1380-01-04
از ۲۰ اسفند تا ۴ فروردین ۲۵۳۶ شاهنشاهی | 1355-12-20/1356-01-04
از ۲۰ اسفند ۹۴ تا ۴ فروردین | 1394-12-20/1395-01-04
من 18 كانون الأول حتى 6 كانون الثاني 91 | 1990-12-18/1991-01-06
من 27 ذي الحجة إلى 9 صفر 1432 هـ | 1431-12-27/1432-02-09
من شهر رجب إلى شهر صفر 4 هـ | 0003-07/0004-02
بين 30 نوفمبر و8 فبراير 2012 | 2011-11-30/2012-02-08
لە ٢٥ی کانوونی یەکەم تا ٤ی کانوونی دووەمی ٢٠١٩ | 2018-12-25/2019-01-04
"""


@pytest.mark.parametrize("case", OVER_NEW_YEAR.strip().split("\n"))
def test_a_range_over_the_new_year_begins_in_the_year_before(case: str) -> None:
    text, _, native = case.partition(" | ")
    (mention,) = shamsi.find(text)
    assert mention.native == native
    assert [part.native for part in mention.parts] == native.split("/")
    assert mention.earliest is not None
    assert mention.latest is not None
    assert (mention.parts[0].earliest, mention.parts[-1].latest) == (mention.earliest, mention.latest)
    assert mention.earliest < mention.latest
    assert shamsi.check(text) == []


@pytest.mark.parametrize(
    ("text", "native", "referred"),
    [
        ("از ۲۵ اسفند ۸۱ تا ۶ فروردین سال جاری بود", "1381-12-25/XXXX-01-06", "1381-12-25/1404-01-06"),
        ("من 9 مايو 2019 إلى 3 آذار من السنة الجارية", "2019-05-09/XXXX-03-03", "2019-05-09/2025-03-03"),
        ("از ۲۵ اسفند تا ۶ فروردین سال جاری بود", "XXXX-12-25/XXXX-01-06", "1403-12-25/1404-01-06"),
        ("من 19 ديسمبر إلى 6 يناير من العام الجاري", "XXXX-12-19/XXXX-01-06", "2024-12-19/2025-01-06"),
        ("از آذر تا اردیبهشت سال جاری بود", "XXXX-09/XXXX-02", "1403-09/1404-02"),
        ("از ۲۵ اسفند ۸۱ تا ۶ فروردین همان سال بود", "1381-01-06/1381-12-25", "1381-01-06/1381-12-25"),
    ],
)
def test_the_current_year_is_not_that_of_the_other_end(text: str, native: str, referred: str) -> None:
    assert natives(text) == [native]
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert mention.native == referred
    assert shamsi.check(text) == shamsi.check(text, reference=REFERENCE) == []


@pytest.mark.parametrize("reference", [dt.date(2025, 9, 25), dt.date(2025, 4, 13), dt.date(2025, 12, 15)])
def test_days_near_a_reference_run_forward(reference: dt.date) -> None:
    for text in ("از ۲۷ اسفند تا ۱۲ فروردین بسته است", "از ۶ مهر تا ۹ آبان باز است"):
        (mention,) = shamsi.find(text, reference=reference)
        first, last = mention.parts
        assert first.earliest is not None
        assert last.earliest is not None
        assert dt.timedelta(0) < last.earliest - first.earliest < dt.timedelta(days=60)


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("مهلت از ۲۳ آبان ۱۴۰۲ لغایت ۹ آبان ۱۴۰۲ است", ["۹ آبان ۱۴۰۲ لغایت ۲۳ آبان ۱۴۰۲"]),
        ("مهلت از ۲۳ تا ۹ آبان ۱۴۰۲ است", ["۹ تا ۲۳ آبان ۱۴۰۲"]),
        ("مهلت از ۲۳ اسفند ۹۳ تا ۹ فروردین ۹۳ است", ["۹ فروردین ۹۳ تا ۲۳ اسفند ۹۳"]),
        ("من 21 أبريل 2023 إلى 6 فبراير 2023", ["6 فبراير 2023 إلى 21 أبريل 2023"]),
        ("من 2023/4/21 إلى 2023/2/6", ["2023/2/6 إلى 2023/4/21"]),
        ("از آبان ۹۸ تا تیر ۱۳۹۸", ["تیر ۱۳۹۸ تا آبان ۱۳۹۸"]),
    ],
)
def test_two_printed_years_or_one_month_may_run_backwards(text: str, repairs: list[str]) -> None:
    (finding,) = shamsi.check(text)
    assert finding.code == "reversed-range"
    offered = [suggestion.replacement for suggestion in finding.suggestions]
    assert [" ".join(one.split()) for one in offered] == repairs
    for suggestion in finding.suggestions:
        fixed = text[: suggestion.start] + suggestion.replacement + text[suggestion.end :]
        (before,), (after,) = shamsi.find(text), shamsi.find(fixed)
        assert (before.native, after.kind) == (after.native, "range")
        assert shamsi.check(fixed) == []


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("دولة الإمارة (38-112 هـ / 658-730 م)", ["0038/0112", "0658/0730"]),
        ("حكم من 97 - 103 هـ (716-722م)", ["0097/0103", "0716/0722"]),
        ("دانشمندی (۸۵–۱۴۷ ق / ۷۰۴–۷۶۴ م) بود", ["0085/0147", "0704/0764"]),
    ],
)
def test_years_of_two_and_of_three_digits_stay_one_range(text: str, native: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == native
