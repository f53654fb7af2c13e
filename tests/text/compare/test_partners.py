"""Partners: in a chain or a list, each date has one partner in each other calendar."""

import datetime as dt

import pytest

import shamsi

MONTHS = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split()


def sides(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(pair.left.native, pair.right.native, pair.verdict) for pair in shamsi.pairs(text, languages=["fa", "ar"])]


def chain(size: int, off: int) -> str:
    """Return Solar days, each with a Gregorian one in brackets that is some days off."""
    rows = []
    for k in range(size):
        day, there = (dt.date(2024, 5, 3) + dt.timedelta(k + more) for more in (0, off))
        solar = shamsi.Date.from_gregorian(day).format("%-d %B %Y", lang="fa")
        rows.append(f"{solar} ({there.day} {MONTHS[there.month - 1]} {there.year})")
    return "فهرست: " + "، ".join(rows)


@pytest.mark.parametrize("joint", ["، ", " = ", " / ", " - ", " و "])
def test_a_chain_of_wrong_pairs_has_a_finding_for_each(joint: str) -> None:
    text = chain(40, 1).replace("، ", joint)
    assert len(shamsi.find(text)) == 80
    assert [pair.delta_days for pair in shamsi.pairs(text)] == [1] * 40
    assert len(shamsi.check(text)) == 40


def test_a_chain_of_right_pairs_has_no_others() -> None:
    assert {pair.verdict for pair in shamsi.pairs(chain(40, 0))} == {"agree"}
    assert len(shamsi.pairs(chain(40, 0))) == 40


def test_triples_in_a_row_give_every_cross_calendar_pair() -> None:
    text = "1 رمضان 1446هـ / 11 اسفند 1403 / 1 مارس 2025 – 2 رمضان 1446هـ / 12 اسفند 1403 / 2 مارس 2025"
    assert sides(text) == [
        ("1446-09-01", "1403-12-11", "agree"),
        ("1446-09-01", "2025-03-01", "agree"),
        ("1403-12-11", "2025-03-01", "agree"),
        ("1446-09-02", "1403-12-12", "agree"),
        ("1446-09-02", "2025-03-02", "agree"),
        ("1403-12-12", "2025-03-02", "agree"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "في سنة 1150 هـ أو سنة 1151 هـ [1737 م] أو [1738 م] مات الشيخ في هذه المدينة",
            [("1150", "1737", "overlap"), ("1151", "1738", "overlap")],
        ),
        (
            "في سنة 1150 هـ أو سنة 1151 هـ [1737 م]، أو [1748 م] مات الشيخ في هذه المدينة",
            [("1150", "1737", "overlap"), ("1151", "1748", "mismatch")],
        ),
        (
            "سال ۱۲۸۰ یا ۱۲۸۱ خورشیدی (۱۹۰۱ یا ۱۹۰۲ میلادی)",
            [("1280", "1901", "overlap"), ("1281", "1902", "overlap")],
        ),
        (
            "۲ تیر ۱۴۰۲، ۳ تیر ۱۴۰۲ (۲۳ ژوئن ۲۰۲۳، ۲۴ ژوئن ۲۰۲۳)",
            [("1402-04-02", "2023-06-23", "agree"), ("1402-04-03", "2023-06-24", "agree")],
        ),
        (
            "في 9 شوال 1445هـ أو 10 شوال 1445هـ (18 أبريل 2024م أو 19 أبريل 2024م)",
            [("1445-10-09", "2024-04-18", "agree"), ("1445-10-10", "2024-04-19", "agree")],
        ),
    ],
)
def test_lists_are_paired_in_order(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في سنة 1150 هـ أو سنة 1151 هـ [1737 م] مات الشيخ في هذه المدينة", [("1150", "1737", "overlap")]),
        ("في سنة 1150 هـ [1735 م أو 1737 م] مات الشيخ في هذه المدينة", [("1150", "1737", "overlap")]),
        ("في سنة 1150 هـ أو سنة 1151 هـ [1757 م] مات الشيخ في هذه المدينة", [("1151", "1757", "mismatch")]),
        ("ولد سنة 1090 هـ وتوفي سنة 1150 هـ [1747 م] في هذه المدينة", [("1150", "1747", "mismatch")]),
        ("۲ تیر ۱۴۰۲، ۳ تیر ۱۴۰۲ (۲۶ ژوئن ۲۰۲۳)", [("1402-04-03", "2023-06-26", "mismatch")]),
    ],
)
def test_beside_a_single_date_an_alternative_that_agrees_is_taken_or_else_the_nearest(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert sides(text) == expected


def test_alternatives_none_of_which_agrees_are_left_alone() -> None:
    assert sides("في سنة 1150 هـ أو سنة 1151 هـ [1717 م] أو [1718 م] مات الشيخ في هذه المدينة") == []


def test_within_a_bracket_the_dates_that_agree_are_the_pair() -> None:
    text = "في القرن التاسع عشر الميلادي (1214هـ / 1799م) بنى الأمير هذا الحصن"
    assert [(left, right) for left, right, _ in sides(text)] == [("1214", "1799")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "شنبه ۴ مرداد ۱۴۰۴ برابر با ۱ صفر ۱۴۴۷ و ۲۷ ژوئیه ۲۰۲۵",
            [("1404-05-04", "1447-02-01"), ("1404-05-04", "2025-07-27"), ("1447-02-01", "2025-07-27")],
        ),
        ("الأحد 10 مارس 2019 الموافق 3 رجب 1440 و 19 اسفند 1397", None),
        ("۴ مرداد ۱۴۰۴ برابر با ۱ صفر ۱۴۴۷ بود و ۲۹ ژوئیه ۲۰۲۵ برگشت", [("1404-05-04", "1447-02-01")]),
    ],
)
def test_a_connector_goes_on_over_and(text: str, pairs: list[tuple[str, str]] | None) -> None:
    found = [(one.left.native, one.right.native) for one in shamsi.pairs(text)]
    assert found == pairs if pairs is not None else len(found) == 3
