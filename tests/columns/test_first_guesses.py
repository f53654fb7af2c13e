"""Names that people try first on a column: an error names what is called so here, and that exists."""

import copy
import pickle
import re
from typing import Any

import pytest

from shamsi import RangeError, ShamsiError
from shamsi.columns import first_guesses
from shamsi.columns.cells import cell_options
from shamsi.formats.names import FILES, unknown_language

pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")
sn: Any = pytest.importorskip("shamsi.numpy")
sp: Any = pytest.importorskip("shamsi.pandas")
spl: Any = pytest.importorskip("shamsi.polars")
sa: Any = pytest.importorskip("shamsi.pyarrow")

DAYS = pd.Series(pd.to_datetime(["2025-03-20", "2025-11-05"]))
DOORS = [DAYS.shamsi, pl.col("day").shamsi, sn, spl, sa]
GUESSES = {
    "day_name": "weekday_name",
    "dayofweek": "weekday",
    "dayofyear": "day_of_year",
    "days_in_month": "month_length",
    "is_leap_year": "is_leap",
    "isocalendar": "week and week_year",
    "to_period": "period",
    "to_string": "strftime",
    "truncate": "floor",
    "month_start": 'floor("month")',
    "jyear": "year",
    "parse": "to_gregorian",
    "from_jalali": "to_gregorian",
    "to_gregorean": "to_gregorian",
}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: getattr(door, "__name__", type(door).__name__))
@pytest.mark.parametrize(("name", "way"), GUESSES.items())
def test_a_guess_is_answered_in_every_engine(door: Any, name: str, way: str) -> None:
    assert not hasattr(door, name)
    with pytest.raises(AttributeError, match=rf"has no attribute '{name}'; use {re.escape(way)}"):
        getattr(door, name)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: getattr(door, "__name__", type(door).__name__))
def test_to_jalali_says_that_days_stay_gregorian(door: Any) -> None:
    with pytest.raises(AttributeError, match="the days stay Gregorian: year, month and day"):
        _ = door.to_jalali


def test_every_way_begins_with_a_name_that_exists() -> None:
    """The first word of a way is a function of columns, or of pandas' offsets, unless it is a sentence."""
    for guess, way in first_guesses.WAYS.items():
        first = (re.match(r"\w+", way) or [""])[0]
        known = hasattr(spl, first) or hasattr(sp, first) or first in ("shamsi", "the", "that", "")
        assert known, (guess, way)
        assert not hasattr(spl, guess) or guess == way, guess


@pytest.mark.parametrize("door", DOORS, ids=lambda door: getattr(door, "__name__", type(door).__name__))
def test_a_name_that_means_nothing(door: Any) -> None:
    for name in ("moonlight", "_days_of", "__moon__"):
        with pytest.raises(AttributeError, match=rf"has no attribute '{name}'$"):
            getattr(door, name)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("year", "column.shamsi.year"),
        ("month_name", "column.shamsi.month_name(…)"),
        ("SolarQuarterBegin", "SolarSeasonBegin"),
    ],
)
def test_functions_of_other_engines_are_attributes_in_pandas(name: str, way: str) -> None:
    with pytest.raises(AttributeError, match=rf"'{name}'; use {re.escape(way)}$"):
        getattr(sp, name)


def test_a_report_and_its_table_say_how_they_are_taken_apart() -> None:
    report = pd.Series(["1403/12/30", "soon"]).shamsi.to_gregorian(errors="report")
    for attribute in ("dt", "days", "to_csv"):
        with pytest.raises(AttributeError, match="days, rejected = report"):
            getattr(report, attribute)
    with pytest.raises(AttributeError, match=r"use to_pandas\(\)\.to_csv"):
        _ = report.rejected.to_csv
    with pytest.raises(TypeError, match="to_pandas"):
        _ = report.rejected["reason"]
    assert copy.deepcopy(report).rejected.counts() == {"not-a-date": 1}
    assert pickle.loads(pickle.dumps(report.rejected)).rows.tolist() == [1]


def test_text_in_the_solar_calendar_is_converted_and_not_cast() -> None:
    for column in (pa.array(["1403/12/30"]), pa.array(["1403"], pa.large_string()), pa.array([14031230])):
        with pytest.raises(TypeError, match=r"convert them first with to_gregorian$"):
            sa.year(column)
    with pytest.raises(TypeError, match=r"cast them first$"):
        sa.year(pa.array([1.5]))


def test_a_polars_series_is_no_column_of_a_frame() -> None:
    series = pl.Series([DAYS[0].date()])
    with pytest.raises(TypeError, match=r"pl\.select with pl\.lit\(series\)"):
        spl.year(series)
    assert pl.select(spl.year(pl.lit(series))).to_series().to_list() == [1403]


@pytest.mark.parametrize("century", [2, 13, 14, 99])
def test_a_number_of_a_century_is_not_its_first_year(century: int) -> None:
    with pytest.raises(RangeError, match=rf"such as 1400, got {century}$"):
        cell_options(century)
    with pytest.raises(RangeError):
        pd.Series(["02/05/12"]).shamsi.to_gregorian(century=century)


def test_first_years_of_centuries_are_taken() -> None:
    assert [cell_options(century).century for century in (1, 100, 1350, 9279)] == [1, 100, 1350, 9279]


@pytest.mark.parametrize(
    ("lang", "meant"), [("dari", "prs"), ("fa_IR", "fa"), ("FA", "fa"), ("fa_af", "fa-AF"), ("kurdish", "ckb")]
)
def test_languages_that_people_write_otherwise(lang: str, meant: str) -> None:
    assert meant in FILES
    with pytest.raises(ShamsiError, match=rf"got '{lang}'; did you mean '{meant}'\?$"):
        DAYS.shamsi.month_name(lang)


def test_an_unknown_language_has_no_hint() -> None:
    assert str(unknown_language("klingon")).endswith("got 'klingon'")
