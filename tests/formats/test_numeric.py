"""Dates in numbers: what is read, what is refused and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import ParseError, ShamsiError
from shamsi.calendar import kernel
from shamsi.formats import numeric

DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
BIDI_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

years = st.one_of(st.integers(1, 1699), st.integers(2201, 9378))


@pytest.mark.parametrize(
    "text",
    [
        "1403-12-30",
        "1403/12/30",
        "1403.12.30",
        "۱۴۰۳/۱۲/۳۰",
        "١٤٠٣-١٢-٣٠",
        "14۰۳/1٢/۳0",
        " 1403-12-30\n",
        "\u00a0۱۴۰۳/۱۲/۳۰\u3000",
        "\u200f۱۴۰۳\u200f/۱۲\u200f/۳۰\u200e",
        "\u2067 ۱۴۰۳/۱۲/۳۰ \u2069",
    ],
)
def test_read_as_1403_12_30(text: str) -> None:
    assert numeric.parse_numeric(text) == (1403, 12, 30)


def test_months_and_days_of_one_digit() -> None:
    assert numeric.parse_numeric("1404/7/1") == (1404, 7, 1)


SHAPE = "text must be year-month-day in numbers, such as 1403-12-30, got "
FIRST = "text must be year-first, such as 1403-12-30, got "
FOUR = "year must have four digits, such as 1403-12-30, got "


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"{SHAPE}''"),
        ("1403", f"{SHAPE}'1403'"),
        ("14031230", f"{SHAPE}'14031230'"),
        ("1403-12", f"{SHAPE}'1403-12'"),
        ("1403-12/30", f"{SHAPE}'1403-12/30'"),
        ("1403/12-30", f"{SHAPE}'1403/12-30'"),
        ("1403-12-30-1", f"{SHAPE}'1403-12-30-1'"),
        ("1403--30", f"{SHAPE}'1403--30'"),
        ("-1403-12-30", f"{SHAPE}'-1403-12-30'"),
        ("1403 - 12 - 30", f"{SHAPE}'1403 - 12 - 30'"),
        ("1403-12-30T00:00", f"{SHAPE}'1403-12-30T00:00'"),
        ("1403-१२-30", f"{SHAPE}'1403-१२-30'"),
        ("1403-1²-30", f"{SHAPE}'1403-1²-30'"),
        ("+1403-12-30", f"{SHAPE}'+1403-12-30'"),
        ("1_40-12-30", f"{SHAPE}'1_40-12-30'"),
        ("30 اسفند 1403", f"{SHAPE}'30 اسفند 1403'"),
        ("1403-12-30\x1b[31m", rf"{SHAPE}'1403-12-30\x1b[31m'"),
        ("30-12-1403", f"{FIRST}'30-12-1403'"),
        ("۳۰/۱۲/۱۴۰۳", f"{FIRST}'۳۰/۱۲/۱۴۰۳'"),
        ("30/12/403", f"{FIRST}'30/12/403'"),
        ("18/8/2025", f"{FIRST}'18/8/2025'"),
        ("03-12-30", f"{FOUR}'03-12-30'"),
        ("99/1/1", f"{FOUR}'99/1/1'"),
        ("403-12-30", f"{FOUR}'403-12-30'"),
        ("14030-12-30", f"{FOUR}'14030-12-30'"),
        ("1403-012-30", "month and day must have one or two digits, such as 1403-12-30, got '1403-012-30'"),
        ("1403-12-1403", "month and day must have one or two digits, such as 1403-12-30, got '1403-12-1403'"),
        (
            "2025-08-18",
            "looks Gregorian: 2025-08-18; use Date.from_gregorian(datetime.date(2025, 8, 18))",
        ),
        (
            "٢٠٢٥/٨/١٨",
            "looks Gregorian: 2025-08-18; use Date.from_gregorian(datetime.date(2025, 8, 18))",
        ),
    ],
)
def test_refused_in_words_that_teach(text: str, message: str) -> None:
    with pytest.raises(ParseError) as raised:
        numeric.parse_numeric(text)
    assert str(raised.value) == message


@pytest.mark.parametrize(("year", "refused"), [(1699, False), (1700, True), (2200, True), (2201, False)])
def test_the_years_that_look_gregorian(year: int, *, refused: bool) -> None:
    if refused:
        with pytest.raises(ParseError, match="looks Gregorian"):
            numeric.parse_numeric(f"{year}-01-01")
    else:
        assert numeric.parse_numeric(f"{year}-01-01") == (year, 1, 1)


@pytest.mark.parametrize("value", [None, 1403, b"1403-12-30", ["1403", "12", "30"]])
def test_only_text_is_read(value: object) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, got .* \\({type(value).__name__}\\)"):
        numeric.parse_numeric(value)  # type: ignore[arg-type]


@given(years, st.integers(0, 99), st.integers(0, 99), st.data())
def test_any_digits_separator_padding_and_marks_read_alike(
    year: int, month: int, day: int, data: st.DataObject
) -> None:
    padding = data.draw(st.sampled_from(["", "02"]))
    separator = data.draw(st.sampled_from("-/."))
    plain = f"{year:04d}{separator}{month:{padding}d}{separator}{day:{padding}d}"
    written = "".join(data.draw(st.sampled_from(DIGITS))[int(c)] if c.isdigit() else c for c in plain)
    mark, blank = data.draw(st.sampled_from(BIDI_MARKS)), data.draw(st.sampled_from(["", " ", "\t", "\u00a0"]))
    assert numeric.parse_numeric(blank + mark + written + mark + blank) == (year, month, day)


@given(st.one_of(st.text(), st.text("0123456789۰۱۴٠٣-/. \u200f"), st.from_regex(r"\d{1,5}[-/.]\d{1,3}[-/.]\d{1,5}")))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        year, month, day = numeric.parse_numeric(text)
    except ParseError as error:
        words = str(error)
    else:
        words = numeric.to_iso(year, month, day)
        assert numeric.parse_numeric(words) == (year, month, day)
        assert len(words) == 10
    assert words.isprintable()


@given(years, st.integers(1, 12), st.integers(1, 31))
def test_iso_comes_back(year: int, month: int, day: int) -> None:
    text = numeric.to_iso(year, month, day)
    assert len(text) == 10
    assert numeric.parse_iso(text) == (year, month, day)


@pytest.mark.parametrize("text", ["1403/12/30", "1403-12-3", "۱۴۰۳-۱۲-۳۰", " 1403-12-30", "1403-12-30\u200f"])
def test_iso_is_strict(text: str) -> None:
    with pytest.raises(ParseError, match="not in ISO layout: write 1403-12-"):
        numeric.parse_iso(text)


@given(st.integers(), st.integers(), st.integers())
def test_every_refusal_is_a_printable_line(year: int, month: int, day: int) -> None:
    if not kernel.is_valid(year, month, day):
        refusal = numeric.refusal(year, month, day)
        assert isinstance(refusal, ShamsiError)
        assert "got " in str(refusal)
        assert str(refusal).isprintable()
