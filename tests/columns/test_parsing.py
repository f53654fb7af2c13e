"""Columns of text against the scalar reader: the shared cases, every day, every layout, and anything at all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi._errors import ShamsiError
from shamsi.calendar import kernel
from shamsi.formats.numeric import parse_numeric
from tests.columns.cases import TEXTS

np = pytest.importorskip("numpy")
reading = pytest.importorskip("shamsi.columns.parsing")
sources = pytest.importorskip("shamsi.columns.text_buffers")

PERSIAN = {48 + n: 0x6F0 + n for n in range(10)}
ARABIC = {48 + n: 0x660 + n for n in range(10)}


def as_bytes(texts: list[str]) -> Any:
    return sources.ByteTexts(np.array([text.encode() for text in texts], "S"))


def as_characters(texts: list[str]) -> Any:
    return sources.CharacterTexts(np.array(texts, "U"))


def as_objects(texts: list[str]) -> Any:
    return sources.text_column(np.array(texts, object))


def as_offsets(texts: list[str]) -> Any:
    rows = [text.encode() for text in texts]
    ends = np.cumsum([0, *map(len, rows)], dtype=np.int32)
    return sources.OffsetTexts(ends, np.frombuffer(b"".join(rows), np.uint8), None)


def as_views(texts: list[str], size: int = 1 << 20) -> Any:
    """Arrow's layout by hand: up to twelve bytes in the view, more in buffers of about a size."""
    views, buffers = np.zeros((len(texts), 4), np.int32), [bytearray()]
    for view, row in zip(views, (text.encode() for text in texts), strict=True):
        if len(buffers[-1]) > size:
            buffers.append(bytearray())
        inline = len(row) <= 12
        tail = (
            row.ljust(12, b"\0")
            if inline
            else row[:4] + np.array([len(buffers) - 1, len(buffers[-1])], "<i4").tobytes()
        )
        view[:] = np.frombuffer(np.array([len(row)], "<i4").tobytes() + tail, np.int32)
        buffers[-1] += b"" if inline else row
    return sources.ViewTexts(
        views.reshape(-1).view(np.uint8), [np.frombuffer(each, np.uint8) for each in buffers], None
    )


def as_many_views(texts: list[str]) -> Any:
    return as_views(texts, 64)


COLUMNS = (as_bytes, as_characters, as_objects, as_offsets, as_views, as_many_views)


def read(column: Any) -> list[int | None]:
    out = np.zeros(len(column), "datetime64[D]")
    assert reading.read(column, out) is None
    return [None if np.isnat(day) else int(day.view(np.int64)) for day in out]


def scalar(text: str) -> int | None:
    try:
        return shamsi.Date(*parse_numeric(text)).ordinal - kernel.EPOCH_ORDINAL
    except ShamsiError:
        return None


@pytest.mark.parametrize("column", COLUMNS)
def test_the_shared_texts(column: Any) -> None:
    texts = list(TEXTS) * 3
    expected = [day and str(np.datetime64(day)) for day in TEXTS.values()] * 3
    assert [day and str(np.datetime64(day, "D")) for day in read(column(texts))] == expected


LAYOUTS = [
    "{:04d}-{:02d}-{:02d}",
    "{:04d}/{:d}/{:d}",
    "{:04d}.{:02d}.{:d}",
    " {:04d}/{:d}/{:02d}",
    "\u200f{:04d}/{:02d}/{:02d} ",
]


@pytest.mark.parametrize("digits", [{}, PERSIAN, ARABIC], ids=["latin", "persian", "arabic"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("column", COLUMNS)
def test_days_of_all_years_in_any_layout(column: Any, layout: str, digits: dict[int, int]) -> None:
    days = range(kernel.MIN_DAYS, kernel.MAX_DAYS, 131)
    fields = [kernel.fields(day) for day in days]
    texts = [layout.format(*each).translate(digits) for each in fields]
    expected = [None if 1700 <= year <= 2200 else day for day, (year, _, _) in zip(days, fields, strict=True)]
    assert read(column(texts)) == expected


@pytest.mark.parametrize("column", COLUMNS)
def test_every_day_of_two_centuries_in_layouts_mixed(column: Any) -> None:
    days = range(kernel.year_start(1250), kernel.year_start(1450))
    texts = [LAYOUTS[day % 5].format(*kernel.fields(day)).translate(({}, PERSIAN, ARABIC)[day % 3]) for day in days]
    assert read(column(texts)) == list(days)


def test_every_month_and_day_of_two_digits() -> None:
    fields = [(year, month, day) for year in (1403, 1404) for month in range(40) for day in range(40)]
    expected = [kernel.days(*each) if kernel.is_valid(*each) else None for each in fields]
    for padding in range(9):  # so that a number falls upon every edge of what is read at once
        for digits in ({}, PERSIAN):
            texts = [" " * padding + LAYOUTS[0].format(*each).translate(digits) for each in fields]
            assert read(as_bytes(texts)) == read(as_characters(texts)) == expected


PIECES = st.sampled_from(
    [*"0123456789-/. :aT", "۱", "۴", "٣", "\u200f", "14", "1404", "1404/05/18", "\u00a0", "é", "\U0001d7cf"]
)
NEARLY = st.lists(PIECES, max_size=14).map("".join)
MUTATED = st.builds(
    lambda text, place, letter: text[:place] + letter + text[place + 1 :],
    st.sampled_from(["1404/05/18", "۱۴۰۴-۱۲-۳۰", "1404/5/8", "  1404.5.08"]),
    st.integers(0, 10),
    st.characters(codec="utf-8", exclude_characters="\0"),
)


@given(st.lists(st.one_of(NEARLY, MUTATED), min_size=1, max_size=20))
def test_any_text_is_read_as_one_is(texts: list[str]) -> None:
    expected = [scalar(text) for text in texts]
    for column in COLUMNS:
        assert read(column(texts)) == expected, column.__name__


def test_many_layouts_of_one_length_are_read_all_the_same() -> None:
    marks = ["\u200e", "\u200f", "\u202a", "\u202b"]
    texts = [f"{a}{b}{c}1404/05/18{d}" for a in marks for b in marks for c in marks for d in marks]
    assert read(as_bytes(texts)) == read(as_characters(texts)) == [20309] * len(texts)


def test_nulls_are_neither_read_nor_errors() -> None:
    texts = ["1404/05/18", "nothing", "1404/05/19"]
    for column in (as_offsets(texts), as_views(texts)):
        column._valid = np.array([True, False, True])
        out = np.zeros(3, np.int32)
        assert reading.read(column, out, strict=True) is None
        assert out.tolist() == [20309, -(2**31), 20310]


def test_short_texts_with_a_null_need_no_buffer() -> None:
    column = as_views(["1404/05/18", "1404/05/19"])
    column = sources.ViewTexts(column._views, [], np.array([True, False]))
    assert read(column) == [20309, None]


def test_the_first_row_that_is_no_date_is_named() -> None:
    sn = pytest.importorskip("shamsi.numpy")
    texts = ["1404/05/18"] * 40_000
    texts[35_000] = "1404/12/30"
    with pytest.raises(shamsi.DateError, match=r"row 35000: '1404/12/30': day must be 1\.\.29 in Esfand"):
        sn.to_gregorian(texts, errors="raise")
    with pytest.raises(shamsi.ParseError, match="row 1: '2025-03-20': looks Gregorian"):
        sn.to_gregorian(["1404-01-01", "2025-03-20"], errors="raise")
    with pytest.raises(shamsi.ParseError, match=r"row \(0, 1\): 'soon': cannot read 'soon' as a date"):
        sn.to_gregorian([["1404-01-01", "soon"]], errors="raise")
    with pytest.raises(shamsi.ParseError, match="row 1: 5: whole numbers must be dates of eight digits"):
        sn.to_gregorian(np.array(["1404-01-01", 5], object))


def test_missing_text_is_missing() -> None:
    sn = pytest.importorskip("shamsi.numpy")
    column = np.array(["1404-01-01", None, float("nan"), "", "NaT"], object)
    assert sn.to_gregorian(column, errors="raise").astype(str).tolist() == ["2025-03-21", *["NaT"] * 4]
    masked = np.ma.masked_array(["1404-01-01", "soon"], [False, True])
    assert sn.to_gregorian(masked, errors="raise").mask.tolist() == [False, True]
    assert sn.to_gregorian(np.array([], "U10")).shape == (0,)
    assert sn.to_gregorian(np.array(["", ""])).astype(str).tolist() == ["NaT", "NaT"]
    assert sn.to_gregorian(np.array([["1404-01-01"], ["1404-01-02"]])[::-1].T).astype(str).tolist() == [
        ["2025-03-22", "2025-03-21"]
    ]
    assert sn.to_gregorian("۱۴۰۴/۱/۱") == np.datetime64("2025-03-21")
