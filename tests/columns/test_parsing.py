"""Columns of text against the scalar reader: the shared cases, every day, every layout, and anything at all."""

import datetime as dt
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi._errors import ShamsiError
from shamsi.calendar import kernel
from shamsi.columns.cells import Cell, CellOptions, read_text
from tests.columns.cases import TEXTS
from tests.columns.spellings import OPEN, PLAIN, SPELLINGS

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


OPTIONS = (
    PLAIN,
    OPEN,
    CellOptions(times="drop"),
    CellOptions(century=1400, gregorian="pass"),
    CellOptions(century=1650, gregorian="pass", times="keep"),  # two digits that look Gregorian
    CellOptions(era="imperial", times="keep"),
    CellOptions(century=2650, era="kurdish-700", gregorian="pass", times="keep"),
    CellOptions(era="solar-hijri", gregorian="pass"),
)
IDS = ["plain", "open", "drop", "pass", "gregorian-century", "imperial", "kurdish", "solar-hijri"]


def cells(column: Any, options: CellOptions) -> list[Cell | str | None]:
    """Read a column into numbers of days and into dates, with times; "rejected" for rejected rows."""
    numbers, clock = np.zeros(len(column), np.int32), np.ones(len(column), np.int64)
    days = np.zeros(len(column), "datetime64[D]")
    rejected = reading.read_cells(column, options, numbers, clock)
    assert rejected.tolist() == reading.read_cells(column, options, days).tolist() == sorted(rejected.tolist())
    assert (np.isnat(days) == (numbers == -(2**31))).all()
    assert (days.view(np.int64) == numbers)[~np.isnat(days)].all()
    assert not clock[np.isnat(days)].any()
    found: list[Cell | str | None] = [
        None if day == -(2**31) else Cell(day, passed)
        for day, passed in zip(numbers.tolist(), clock.tolist(), strict=True)
    ]
    for row in rejected.tolist():
        assert found[row] is None
        found[row] = "rejected"
    return found


@cache
def expected_cell(text: str, options: CellOptions) -> Cell | str | None:
    try:
        return read_text(text, options)
    except ShamsiError:
        return "rejected"


def read(column: Any) -> list[int | None]:
    return [cell.day if isinstance(cell, Cell) else None for cell in cells(column, PLAIN)]


def scalar(text: str) -> int | None:
    cell = expected_cell(text, PLAIN)
    return cell.day if isinstance(cell, Cell) else None


@pytest.mark.parametrize("column", COLUMNS)
def test_the_shared_texts(column: Any) -> None:
    texts = list(TEXTS) * 3
    found = read(column(texts))
    assert found == [scalar(text) for text in texts]
    for day, expected in zip(found, TEXTS.values(), strict=False):
        assert expected is None or str(np.datetime64(day, "D")) == str(np.datetime64(expected))


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
    refused = {*range(1700, 2201), *range(2500, 2538)}
    expected = [None if year in refused else day for day, (year, _, _) in zip(days, fields, strict=True)]
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


@pytest.mark.parametrize("options", OPTIONS, ids=IDS)
@pytest.mark.parametrize("column", COLUMNS)
def test_the_table_of_spellings(column: Any, options: CellOptions) -> None:
    texts = [each.text for each in SPELLINGS] * 2
    assert cells(column(texts), options) == [expected_cell(text, options) for text in texts]


CLOCKS = ["", "T{:02d}:{:02d}:{:02d}", " {:02d}:{:02d}", "، ساعت {:d}:{:02d}", " {:02d}:{:02d}:{:02d}.123456789"]
DATES = [
    "{0:04d}/{1:02d}/{2:02d}",
    "{0:04d}-{1}-{2}",
    "{0:04d}{1:02d}{2:02d}",
    "{2:02d}/{1:02d}/{0:04d}",
    "{2}.{1}.{0:04d}",
    "{3:02d}/{1:02d}/{2:02d}",
    "{0:04d} \u2013 {1:02d} \u2013 {2}",
]


@pytest.mark.parametrize("options", OPTIONS, ids=IDS)
def test_every_day_of_two_centuries_in_every_kind_of_layout(options: CellOptions) -> None:
    texts = []
    for day in range(kernel.year_start(1250), kernel.year_start(1450), 1 if options is OPEN else 37):
        year, month, number = kernel.fields(day)
        date = DATES[day % 7].format(year + (options.ahead or 0), month, number, year % 100)
        clock = CLOCKS[day // 7 % 5].format(day % 24, day % 60, day // 60 % 60)
        texts.append((date + clock).translate(({}, PERSIAN, ARABIC)[day % 3]))
    expected = [expected_cell(text, options) for text in texts]
    for column in COLUMNS[:: 1 if options is not OPEN else 3]:
        assert cells(column(texts), options) == expected, column.__name__


@pytest.mark.parametrize("layout", ["{0:04d}-{1:02d}-{2:02d}", "{1:02d}/{2:02d}/{0:04d}", "{2:02d}/{1:02d}/{0:04d}"])
def test_every_gregorian_day_that_may_pass(layout: str) -> None:
    days = np.arange("1699-12-25", "2201-01-10", dtype="datetime64[D]")
    fields = [(day.year, day.month, day.day) for day in days.tolist()]
    wrong = [(year, month, day) for year in (1700, 1900, 2000, 2024, 2200) for month in range(20) for day in range(40)]
    texts = [layout.format(*each) for each in [*fields[::7], *wrong]]
    assert cells(as_bytes(texts), OPEN) == [expected_cell(text, OPEN) for text in texts]


def test_years_that_no_calendar_has() -> None:
    texts = [f"{year:04d}-{month:02d}-10" for year in range(10_000) for month in (0, 1, 12, 13)]
    for options in OPTIONS:
        assert cells(as_bytes(texts), options) == [expected_cell(text, options) for text in texts]


def test_every_time_of_two_digits() -> None:
    clocks = [(hour, minute) for hour in range(100) for minute in range(0, 100, 7)] + [(9, each) for each in range(100)]
    texts = [
        f"1402/05/12 {hour:02d}:{minute:02d}{tail}" for hour, minute in clocks for tail in ("", ":61", " PM", " ق.ظ")
    ]
    for options in (OPEN, PLAIN, CellOptions(times="drop")):
        assert cells(as_offsets(texts), options) == [expected_cell(text, options) for text in texts]
        assert cells(as_characters(texts), options) == [expected_cell(text, options) for text in texts]


def test_words_are_read_once_for_each_text() -> None:
    days = [*range(19_000, 19_400)] * 5
    texts = [shamsi.Date.from_gregorian(dt.date(1970, 1, 1) + dt.timedelta(day)).strftime("%d %B %Y") for day in days]
    found: list[str] = []
    distinct = pytest.importorskip("shamsi.columns.distinct_texts")
    reader = distinct.DistinctTexts(PLAIN)

    def text_of(row: int) -> str:
        found.append(texts[row])
        return texts[row]

    assert reader.read(list(texts), text_of)[0].tolist() == days
    assert len(found) == 400
    for column in COLUMNS:
        assert read(column(texts)) == days


def test_columns_of_many_blocks_with_everything_in_them() -> None:
    texts = [each.text for each in SPELLINGS] * 700 + ["1402/05/12"] * 40_000
    expected = [expected_cell(text, OPEN) for text in texts]
    for column in COLUMNS:
        assert cells(column(texts), OPEN) == expected, column.__name__


def test_one_long_text_slows_no_other_down() -> None:
    texts = ["1402/05/12", "no date " * 40, "12 مرداد 1402", ""] * 500
    expected = [expected_cell(text, PLAIN) for text in texts]
    for column in COLUMNS:
        assert cells(column(texts), PLAIN) == expected, column.__name__


def test_bytes_that_are_no_text_are_rejected() -> None:
    column = sources.ByteTexts(np.array([b"1402/05/1\xff", b"\xff\xfe402/05/12", b"1402/05/12", b"\xdb\xdb/05/12"]))
    assert cells(column, OPEN) == ["rejected", "rejected", Cell(19572), "rejected"]


PIECES = st.sampled_from(
    [
        *[*"0123456789-/. :aT", "۱", "۴", "٣", "\u200f", "14", "1404", "1404/05/18", "\u00a0", "é", "\U0001d7cf"],
        *[" 14:22", "02/05/12", "2025-05-16", "20250516", "12/30/2025", " ب.ظ", "ساعت", "\u2013", "Z", "\0", "²"],
        "مرداد",
    ]
)
NEARLY = st.lists(PIECES, max_size=14).map("".join)
DATES_TYPED = ["1404/05/18", "۱۴۰۴-۱۲-۳۰", "1404/5/8", "  1404.5.08", "14040518", "02/05/12", "5/13/1404", "12/30/2025"]
MUTATED = st.builds(
    lambda date, clock, place, letter: (date + clock)[:place] + letter + (date + clock)[place + 1 :],
    st.sampled_from(DATES_TYPED),
    st.sampled_from(["", " 14:22", "T23:59:59.5", " 02:22 PM"]),
    st.integers(0, 18),
    st.one_of(st.sampled_from("0123456789۵٥"), st.characters(codec="utf-8")),
)


@given(st.lists(st.one_of(NEARLY, MUTATED), min_size=1, max_size=20), st.sampled_from(OPTIONS))
def test_any_text_is_read_as_one_is(texts: list[str], options: CellOptions) -> None:
    for column in COLUMNS:
        kept = texts if column not in (as_bytes, as_characters) else [text.rstrip("\0") for text in texts]
        assert cells(column(texts), options) == [expected_cell(text, options) for text in kept], column.__name__


def test_many_layouts_of_one_length_are_read_all_the_same() -> None:
    marks = ["\u200e", "\u200f", "\u202a", "\u202b"]
    texts = [f"{a}{b}{c}1404/05/18{d}" for a in marks for b in marks for c in marks for d in marks]
    assert read(as_bytes(texts)) == read(as_characters(texts)) == [20309] * len(texts)


def test_nulls_are_neither_read_nor_errors() -> None:
    texts = ["1404/05/18", "nothing", "1404/05/19"]
    for column in (as_offsets(texts), as_views(texts)):
        column._valid = np.array([True, False, True])
        out = np.zeros(3, np.int32)
        assert reading.read_cells(column, PLAIN, out).tolist() == []
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
