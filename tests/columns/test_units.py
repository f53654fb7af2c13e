"""Weeks, quarters, halves, fiscal years, periods and names: every engine of arrays against `Date` and `Period`."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

import shamsi
from shamsi import Date, Period
from shamsi.calendar import kernel
from shamsi.columns.units import UNITS, first_month_of, text_of, week_of
from shamsi.formats.names import FILES

np: Any = pytest.importorskip("numpy", reason="NumPy is not installed")
pa: Any = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
pd: Any = pytest.importorskip("pandas", reason="pandas is not installed")
pl: Any = pytest.importorskip("polars", reason="Polars is not installed")
sn: Any = pytest.importorskip("shamsi.numpy")
sa: Any = pytest.importorskip("shamsi.pyarrow")
sp: Any = pytest.importorskip("shamsi.polars")
pytest.importorskip("shamsi.pandas")

DAYS = [  # every day of 1178..1500, both ends of the calendar, and days that have no answer
    *range(kernel.year_start(1178), kernel.year_start(1501)),
    *range(kernel.MIN_DAYS, kernel.MIN_DAYS + 800),
    *range(kernel.MAX_DAYS - 800, kernel.MAX_DAYS + 1),
]
BEYOND = [kernel.MIN_DAYS - 1, kernel.MAX_DAYS + 1]
DATES = [Date.from_ordinal(day + kernel.EPOCH_ORDINAL) for day in DAYS]


def of_numpy(name: str, *given: Any, **options: Any) -> list[Any]:
    return plain(getattr(sn, name)(np.array([*DAYS, *BEYOND], "M8[D]"), *given, **options))


def of_pandas(name: str, *given: Any, **options: Any) -> list[Any]:
    days = pd.Series(np.array([*DAYS, *BEYOND], "M8[D]").astype("M8[s]"))
    found = getattr(days.shamsi, name)
    return plain((found(*given, **options) if callable(found) else found).astype(object))


def of_arrow(name: str, *given: Any, **options: Any) -> list[Any]:
    return plain(getattr(sa, name)(pa.array([*DAYS, *BEYOND], pa.date32()), *given, **options).to_pylist())


def of_polars(name: str, *given: Any, **options: Any) -> list[Any]:
    frame = pl.DataFrame({"d": pl.Series([*DAYS, *BEYOND], dtype=pl.Int32).cast(pl.Date)}).lazy()
    asked = getattr(sp, name)("d", *given, **options)
    same = getattr(pl.col("d").shamsi, name)(*given, **options)
    first, second = (frame.select(each).collect(engine="streaming").to_series() for each in (asked, same))
    assert first.equals(second, check_dtypes=True, check_names=True)
    return plain(first.to_list())


def plain(values: Any) -> list[Any]:
    """Values as Python's, days as `datetime.date`, None for what is missing; those beyond are, and are cut off."""
    array = np.asarray(values)
    found: list[Any] = array.astype("M8[D]").tolist() if array.dtype.kind == "M" else array.tolist()
    if array.dtype == object and any(isinstance(each, dt.datetime) for each in found):
        found = [None if each is pd.NaT else each.date() for each in found]
    found = [None if each is None or each is pd.NA or each != each or each == "NaT" else each for each in found]  # noqa: PLR0124 - NaN
    assert not any(found[-2:])
    return found[:-2]


ENGINES = [of_numpy, of_pandas, of_arrow, of_polars]
Ask = Callable[..., list[Any]]


@pytest.mark.parametrize("ask", ENGINES)
class TestFields:
    def test_weeks(self, ask: Ask) -> None:
        assert ask("week") == ask("week_of_year") == [date.week_of_year() for date in DATES]
        assert ask("week_year") == [date.week_year for date in DATES]
        assert ask("week_of_year", "jdatetime") == [date.week_of_year("jdatetime") for date in DATES]

    def test_parts_of_the_year(self, ask: Ask) -> None:
        assert ask("quarter") == [date.quarter for date in DATES]
        assert ask("half") == [date.half for date in DATES]

    @pytest.mark.parametrize("month", [1, 2, 7, 10, 12])
    def test_fiscal_years(self, ask: Ask, month: int) -> None:
        assert ask("fiscal_year", first_month=month) == [date.fiscal_year(first_month=month) for date in DATES]

    @pytest.mark.parametrize("lang", FILES)
    def test_names(self, ask: Ask, lang: str) -> None:
        months = {month: Date(1404, month, 1).format("%B", lang=lang) for month in range(1, 13)}
        weekdays = {date.weekday: date.format("%A", lang=lang) for date in DATES[:7]}
        assert ask("month_name", lang) == [months[date.month] for date in DATES]
        assert ask("weekday_name", lang=lang) == [weekdays[date.weekday] for date in DATES]

    def test_text_has_two_names(self, ask: Ask) -> None:
        assert ask("strftime", "%-d %B", lang="fa") == ask("to_solar_string", "%-d %B", lang="fa")

    @pytest.mark.parametrize("unit", UNITS)
    def test_floors(self, ask: Ask, unit: Any) -> None:
        month = 7 if unit == "fiscal_year" else None
        options = {"first_month": month} if month else {}
        expected = [period and period[1] for period in periods(unit)]
        assert ask("floor", unit, **options) == expected
        assert (expected.count(None) > 0) == (unit in ("week", "fiscal_year"))

    @pytest.mark.parametrize("unit", UNITS)
    def test_periods(self, ask: Ask, unit: Any) -> None:
        month = 7 if unit == "fiscal_year" else None
        found = ask("period", unit, **({"first_month": month} if month else {}))
        assert found == [period and period[0] for period in periods(unit)]

    def test_unknown_units_are_named_with_those_there_are(self, ask: Ask) -> None:
        for verb in ("floor", "period"):
            with pytest.raises(
                ValueError, match=r"one of day, week, .*, fiscal_year, got 'quarter '; did you mean 'quar"
            ):
                ask(verb, "quarter ")
            with pytest.raises(TypeError, match="'fiscal_year' needs first_month"):
                ask(verb, "fiscal_year")
            with pytest.raises(TypeError, match="first_month belongs to the unit 'fiscal_year', got 'year'"):
                ask(verb, "year", first_month=7)
            with pytest.raises(shamsi.DateError, match=r"first_month must be 1\.\.12, got 0"):
                ask(verb, "fiscal_year", first_month=0)
        with pytest.raises(shamsi.ShamsiError, match="rule must be one of 'cldr', 'jdatetime', got 'iso'"):
            ask("week_of_year", "iso")
        with pytest.raises(shamsi.ShamsiError, match=r"lang must be one of 'en', 'fa', .*, got 'de'"):
            ask("month_name", "de")
        with pytest.raises(TypeError, match="first_month"):
            ask("fiscal_year")


@cache
def periods(unit: str) -> list[tuple[str, dt.date] | None]:
    """The text and the first day of the unit of each day; fiscal years begin with Mehr."""
    month, found = 7 if unit == "fiscal_year" else None, []
    for date in DATES:
        first, text = first_of(unit, date, month), period_of(unit, date, month)
        assert (first is None) == (text is None)
        found.append((text, first) if first and text else None)
    return found


def first_of(unit: Any, date: Date, month: int | None) -> dt.date | None:
    """The first day of the unit of a date; None before the calendar."""
    try:
        if month is None:
            return date.start_of(unit).gregorian if unit != "day" else date.gregorian
        return Date(date.fiscal_year(first_month=month) - (month > 1), month, 1).gregorian
    except (shamsi.RangeError, shamsi.DateError):
        return None


def period_of(unit: Any, date: Date, month: int | None) -> str | None:
    """The unit of a date as `Period` writes it; by hand where its end is after the calendar."""
    try:
        if month is not None:
            return str(Period.fiscal_year(date.fiscal_year(first_month=month), first_month=month))
        text = str(Period.of(unit, date))
        return text.replace("-S", "-Q") if unit == "quarter" else text
    except shamsi.RangeError:
        if date.year == 1:
            return None
        names = {"month": "9378-10", "season": "9378-S4", "quarter": "9378-Q4", "half": "9378-H2", "year": "9378"}
        fiscal = "9378-07/9379-06" if date.month >= 7 else "9377-07/9378-06"
        return {**names, "decade": "937X", "fiscal_year": fiscal}[unit]


@pytest.mark.parametrize("unit", UNITS)
def test_periods_sort_as_days_and_are_read_back(unit: Any) -> None:
    first_month = 10 if unit == "fiscal_year" else None
    numbers = range(*{"day": (20000, 21000), "decade": (100, 170)}.get(unit, (100, 400)))
    texts = [text_of(unit, number, first_month or 1) for number in numbers]
    assert texts == sorted(texts)
    read = [Period.parse(text) for text in texts]
    assert all(later.first.ordinal == earlier.last.ordinal + 1 for earlier, later in pairwise(read))


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("M", "month"),
        ("W", "week"),
        ("QS", "quarter"),
        ("YE", "year"),
        ("fiscal year", "fiscal_year"),
        ("Months", "month"),
    ],
)
def test_what_was_probably_meant(word: str, unit: str) -> None:
    with pytest.raises(shamsi.ShamsiError, match=rf"got '{word}'; did you mean '{unit}'\?$"):
        first_month_of(word, None)


@pytest.mark.parametrize("word", ["xyzzy", "", None, 3, ["month"]])
def test_nothing_is_guessed_from_anything_else(word: Any) -> None:
    with pytest.raises(shamsi.ShamsiError, match=r"unit must be one of day, .*, got [^;]*$"):
        first_month_of(word, None)


def test_weeks_of_jdatetime_are_its_own() -> None:
    jdatetime: Any = pytest.importorskip("jdatetime", reason="jdatetime is not installed")
    days = np.arange(kernel.year_start(1300), kernel.year_start(1500), dtype="M8[D]")
    expected = [jdatetime.date.fromgregorian(date=day).weeknumber() for day in days.tolist()]
    assert sn.week_of_year(days, "jdatetime").tolist() == expected
    assert week_of("jdatetime") == "week_jdatetime"


def test_an_error_names_the_first_row_without_an_answer() -> None:
    days = np.array(["2025-03-20", "NaT", "0622-03-21"], "M8[s]")
    for unit, options in (("week", {}), ("fiscal_year", {"first_month": 10})):
        with pytest.raises(shamsi.RangeError, match=r"row 2: the first day of its unit must be 0622-03-21\.\."):
            sn.floor(days, unit, errors="raise", **options)
        with pytest.raises(shamsi.RangeError, match="row 'c': the first day"):
            pd.Series(days, ["a", "b", "c"]).shamsi.floor(unit, errors="raise", **options)
        with pytest.raises(shamsi.RangeError, match="row 2: the first day"):
            sn.period(days, unit, errors="raise", **options)
    assert sn.floor(days, "month", errors="raise")[2] == days[2]


def test_periods_keep_shapes_masks_chunks_and_order() -> None:
    days = np.array([["2025-03-20", "2025-03-21"], ["NaT", "2025-03-20"]], "M8[D]")
    assert sn.period(days, "season").tolist() == [["1403-S4", "1404-S1"], ["NaT", "1403-S4"]]
    assert sn.period(days[0, 0], "week") == "1403-12-25/1404-01-01"
    masked = np.ma.masked_array(days, [[True, False], [False, False]])
    assert sn.period(masked, "year").tolist() == [[None, "1404"], ["NaT", "1403"]]
    assert sn.period(days.astype(">M8[s]")[::-1], "year").tolist() == [["NaT", "1403"], ["1403", "1404"]]
    chunked = pa.chunked_array([pa.array(days[0]), pa.array([None], pa.date32()), pa.array([], pa.date32())])
    assert sa.period(chunked, "half").to_pylist() == ["1403-H2", "1404-H1", None]
    empty = pl.Series("d", [None, None], pl.Date).to_frame()
    assert empty.select(sp.period("d", "week")).rows() == [(None,), (None,)]
    assert empty.clear().select(sp.period("d", "week")).rows() == []


def test_categories_are_ordered_and_whole() -> None:
    days = pd.to_datetime(pd.Series(["2025-05-01", None, "2025-03-20"]))
    quarters = days.shamsi.period("quarter")
    assert quarters.cat.categories.tolist() == ["1403-Q4", "1404-Q1"]
    assert quarters.cat.ordered
    weeks = pd.Series(1, pd.to_datetime(["2025-03-20", "2025-04-04"]))
    assert weeks.groupby(weeks.index.shamsi.period("week"), observed=False).sum().tolist() == [1, 0, 1]


def test_polars_names_each_answer() -> None:
    frame = pl.DataFrame({"d": [dt.date(2025, 3, 20)]})
    asked = [
        *(sp.week("d"), sp.week_of_year("d", "jdatetime"), sp.week_year("d"), sp.quarter("d"), sp.half("d")),
        *(sp.fiscal_year("d", first_month=10), sp.month_name("d"), sp.weekday_name("d"), sp.period("d", "month")),
        *(sp.floor("d", "fiscal_year", first_month=10), sp.period("d", "week"), sp.strftime("d")),
    ]
    names = "week week_of_year week_year quarter half fiscal_year month_name weekday_name month_period"
    names += " fiscal_year_start week_period solar_string"
    assert frame.select(asked).columns == [f"d_{name}" for name in names.split()]
