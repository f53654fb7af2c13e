"""One value of a column: the table of spellings, values of every type, and the words of errors."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi import ShamsiError
from shamsi.calendar import kernel
from shamsi.columns.cells import REASONS, Cell, CellOptions, cell_options, read, reason_of, worded
from tests.columns.spellings import OPEN, PLAIN, SPELLINGS, Spelling


def answer(value: object, options: CellOptions) -> str | None:
    """Return a day, with its time if it was printed, or the reason of a rejection."""
    try:
        cell = read(value, options)
    except ShamsiError as error:
        return reason_of(error)
    if cell is None:
        return None
    day = dt.date(1970, 1, 1) + dt.timedelta(days=cell.day)
    clock = dt.timedelta(microseconds=cell.microseconds)
    return str(dt.datetime.combine(day, dt.time()) + clock) if ":" in str(value) else str(day)


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda each: repr(each.text))
def test_the_table_of_spellings(spelling: Spelling) -> None:
    assert answer(spelling.text, PLAIN) == spelling.plain
    expected = spelling.plain if spelling.open == "" else spelling.open
    assert answer(spelling.text, OPEN) == expected


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda each: repr(each.text))
def test_a_text_without_a_time_is_read_as_date_parse_reads_it(spelling: Spelling) -> None:
    if not spelling.text.strip():
        return
    try:
        expected: str | None = shamsi.Date.parse(spelling.text).gregorian.isoformat()
    except ShamsiError:
        expected = None
    assert (spelling.plain if spelling.plain not in REASONS else None) == expected


def test_dropped_times() -> None:
    drop = CellOptions(times="drop")
    assert read("1402/05/12 14:22", drop) == read("1402/05/12", drop) == Cell(19572)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (14020512, "2023-08-03"),
        (14020512.0, "2023-08-03"),
        (Decimal(14020512), "2023-08-03"),
        (14021301, "impossible-date"),
        (20250516, "looks-gregorian"),
        (16000101, "not-a-date"),
        (91950110, "not-a-date"),
        (0, "not-a-date"),
        (14020512.5, "wrong-type"),
        (True, "wrong-type"),
        (b"1402/05/12", "wrong-type"),
        ([1402, 5, 12], "wrong-type"),
        (shamsi.Date(1402, 5, 12), "2023-08-03"),
        (dt.date(2023, 8, 3), "2023-08-03"),
        (dt.datetime(2023, 8, 3), "2023-08-03"),
        (dt.datetime(2023, 8, 3, 14), "time-of-day"),
        (dt.datetime(2023, 8, 3, tzinfo=dt.UTC), "time-of-day"),
        (dt.date(500, 1, 1), "out-of-range"),
        (None, None),
        (float("nan"), None),
    ],
)
def test_values_of_other_types(value: object, expected: str | None) -> None:
    found = answer(value, PLAIN)
    assert (found and found[:10]) == (expected and expected[:10])


def test_no_integer_of_this_and_the_last_century_is_older_than_the_calendar_of_iran() -> None:
    found = 0
    for number in range(13000101, 14501230):
        year, month, day = number // 10000, number // 100 % 100, number % 100
        if kernel.is_valid(year, month, day):
            cell = read(number, PLAIN)
            assert cell == Cell(kernel.days(year, month, day))
            assert cell.day > -25567  # 1900-01-01
            found += 1
    assert found == kernel.year_start(1451) - kernel.year_start(1300)


def test_gregorian_integers_pass_on_request() -> None:
    assert answer(20250516, OPEN) == "2025-05-16"
    assert answer(17991231, OPEN) == "not-a-date"
    assert answer(20250230, OPEN) == "impossible-date"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("02/05/12", "century=1400 reads it as 1402"),
        ("2025-05-16", 'gregorian="pass" reads it'),
        ("1402/05/12 14:22", 'times="keep" or times="drop" reads it'),
        ("2535/01/01", 'era="imperial" reads it as 1355, era="solar-hijri" keeps 2535'),
        ("5/12/1402", "write the year first"),
    ],
)
def test_errors_name_the_argument_that_would_read_the_value(text: str, advice: str) -> None:
    with pytest.raises(ShamsiError) as raised:
        read(text, PLAIN)
    message = worded(raised.value)
    assert message.endswith(advice)
    assert "from_gregorian" not in message


@pytest.mark.parametrize("method", ["togregorian", "to_gregorian"])
def test_dates_of_other_packages_are_refused_with_their_own_way_out(method: str) -> None:
    other = type("JalaliDay", (), {method: lambda self: dt.date(2023, 8, 3)})()
    with pytest.raises(ShamsiError, match=r"^not a date: .*JalaliDay.* \(JalaliDay\)") as raised:
        read(other, PLAIN)
    assert worded(raised.value).endswith(f"; convert it first with its method {method}()")


def test_options_are_checked() -> None:
    with pytest.raises(ValueError, match=r'^times must be one of "refuse", "keep", "drop", got '):
        cell_options(times="kept")
    with pytest.raises(ValueError, match=r'^gregorian must be one of "refuse", "pass", got True'):
        cell_options(gregorian=True)  # type: ignore[arg-type]
    with pytest.raises(shamsi.RangeError, match=r"^century must be 1\.\.9279, got 0"):
        cell_options(century=0)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.datetimes(), st.binary(), st.none()))
def test_nothing_but_our_errors_is_raised(value: object) -> None:
    assert answer(value, OPEN) is None or answer(value, OPEN)


def test_values_that_cannot_be_compared_with_themselves_are_rejected() -> None:
    np = pytest.importorskip("numpy")
    sn = pytest.importorskip("shamsi.numpy")
    for value in (Decimal("sNaN"), np.array([1, 2])):
        column = np.empty(3, object)
        column[:2] = [value, "1402/05/12"]
        days, rejected = sn.to_gregorian(column, errors="report")
        assert days.astype(str).tolist() == ["NaT", "2023-08-03", "NaT"]
        assert [(row.row, row.reason) for row in rejected] == [(0, "wrong-type")]
