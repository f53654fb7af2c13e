"""Years after «سنه», which are lunar in old Persian letters."""

import pytest

import shamsi


@pytest.mark.parametrize(
    ("text", "calendar", "native"),
    [
        ("باغ را در سنه ۱۲۹۱ خرید.", "islamic", "1291"),
        ("باغ را در سنهٔ هزار و دویست و نود خرید.", "islamic", "1290"),
        ("باغ را در سنه ۱۳۱۱ هجری خرید.", "islamic", "1311"),
        ("باغ را در سنه ۱۳۱۱ شمسی خرید.", "persian", "1311"),
        ("باغ را در سنه ۱۹۱۱ خرید.", "gregorian", "1911"),
        ("باغ را در سال ۱۳۱۱ خرید.", "persian", "1311"),
        ("باغ را در سال ۱۳۱۱ هجری خرید.", "persian", "1311"),
        ("باغ را در مهر سنه ۱۳۱۱ خرید.", "persian", "1311-07"),
        ("باغ را در جوزا سنه ۱۲۹۸ خرید.", "persian", "1298-03"),
    ],
)
def test_the_calendar_of_a_year(text: str, calendar: str, native: str) -> None:
    (mention,) = shamsi.find(text)
    assert (mention.calendar, mention.native) == (calendar, native)


def test_such_a_year_is_less_sure() -> None:
    letter, other = (shamsi.find(text)[0] for text in ("در سنه ۱۲۹۱ خرید.", "در سال ۱۳۹۱ خرید."))
    assert letter.confidence < other.confidence


@pytest.mark.parametrize(
    "text",
    [
        "باغ را در سنه ۱۳۹۱ خرید.",
        "باغ را در سنه ۷۶ خرید.",
        "مردم شهر سنه ۱۳۲۴ نفر بودند.",
    ],
)
def test_a_year_that_may_be_solar_is_open(text: str) -> None:
    assert shamsi.find(text) == []


def test_solar_dates_of_the_text_leave_it_open() -> None:
    text = "در ۵ مهر ۱۳۱۲ آمد و در ۸ آبان ۱۳۱۲ رفت و در سنه {} باز آمد."
    assert [mention.native for mention in shamsi.find(text.format("۱۳۱۳"))] == ["1312-07-05", "1312-08-08"]
    assert shamsi.find(text.format("۱۳۱۳ قمری"))[-1].native == "1313"


def test_a_pair_decides() -> None:
    (pair,) = shamsi.pairs("در سنه ۱۳۱۱ (۱۹۳۲ م) خرید.")
    assert (pair.left.calendar, pair.verdict) == ("persian", "overlap")


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("در ۵ صفر ۱۳۱۰ آمد و ۷ رجب سنه ۹۸ مرده بود.", ["1310-02-05", "1298-07-07"]),
        ("در ۵ صفر ۱۳۱۰ آمد و در سنه ۳۵ مرد.", ["1310-02-05", "1335"]),
        ("ماه رمضان ۹۸ و محرم ۱۴۴۰ را خانه بود.", ["1440-09", "1440-01"]),
    ],
)
def test_two_digits_take_the_century_of_old_years_beside_them(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == natives
