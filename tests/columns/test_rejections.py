"""What happens to rows that are not dates: the error, the one warning, the table, in every door."""

import datetime as dt
import pickle
import warnings
from typing import Any

import pytest

import shamsi
from shamsi.columns.cells import REASONS

np = pytest.importorskip("numpy")
pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
sn = pytest.importorskip("shamsi.numpy")
spd = pytest.importorskip("shamsi.pandas")
spl = pytest.importorskip("shamsi.polars")
sa = pytest.importorskip("shamsi.pyarrow")

TEXTS = ["1402/05/12", "02/05/12", "1402/13/01", None, "02/05/12"]
DOORS = {
    "numpy": lambda texts, **options: sn.to_gregorian(np.array(texts, object), **options),
    "pandas": spd.to_gregorian,
    "accessor": lambda texts, **options: pd.Series(texts).shamsi.to_gregorian(**options),
    "index": lambda texts, **options: pd.Index(texts).shamsi.to_gregorian(**options),
    "pyarrow": lambda texts, **options: sa.to_gregorian(pa.array(texts), **options),
}


@pytest.mark.parametrize("errors", [None, "raise"])
@pytest.mark.parametrize("door", DOORS)
def test_the_first_row_is_raised_and_the_others_are_counted(door: str, errors: Any) -> None:
    with pytest.raises(shamsi.ParseError) as caught:
        DOORS[door](TEXTS, errors=errors)
    assert str(caught.value) == (
        "row 1: '02/05/12': two-digit year '02' is ambiguous; century=1400 reads it as 1402 (and 2 more of 5 rows; "
        'errors="report" lists them, errors="coerce" makes them missing)'
    )
    with pytest.raises(shamsi.DateError, match=r"row 0: '1402/13/01': month must be 1..12, got 13 \(1 of 1 rows;"):
        DOORS[door](TEXTS[2:3], errors=errors)
    with pytest.raises(shamsi.RangeError, match=r"row 0: '0000/00/00': year must be 1..9378, got 0"):
        DOORS[door](["0000/00/00"], errors=errors)


@pytest.mark.parametrize("door", DOORS)
def test_one_warning_names_the_first_rows_and_the_caller(door: str) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        DOORS[door]([*TEXTS, "x\x1b[31m", "y"], errors="coerce")
    (warning,) = caught
    assert warning.category is UserWarning
    assert warning.filename == __file__
    assert str(warning.message) == (
        "5 of 7 rows are not dates and became missing (two-digit-year 2, not-a-date 2, impossible-date 1), first "
        "row 1: '02/05/12': two-digit year '02' is ambiguous; century=1400 reads it as 1402; "
        "row 2: '1402/13/01': month must be 1..12, got 13; "
        "row 4: '02/05/12': two-digit year '02' is ambiguous; century=1400 reads it as 1402; "
        'errors="report" lists them'
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        DOORS[door](["1402/05/12", None, ""], errors="coerce")


@pytest.mark.parametrize("door", DOORS)
def test_unknown_options_list_the_known_ones(door: str) -> None:
    for options, message in (
        ({"errors": "ignore"}, 'errors must be "raise", "coerce" or "report", got \'ignore\''),
        ({"times": "yes"}, 'times must be one of "refuse", "keep", "drop", got \'yes\''),
        ({"gregorian": True}, 'gregorian must be one of "refuse", "pass", got True'),
        ({"century": 20000}, "century must be 1..9279"),
        ({"era": "jalali"}, "era must be one of 'solar-hijri', 'imperial', 'kurdish-700', 'kurdish-612'"),
    ):
        with pytest.raises(ValueError, match=message.replace(".", r"\.")):
            DOORS[door](["1402/05/12"], **options)


def test_labels_of_a_series_name_its_rows() -> None:
    column = pd.Series(TEXTS, ["a", "b", "b", "d", 7], name="typed")
    with pytest.raises(shamsi.ParseError, match=r"^row 'b': '02/05/12'"):
        column.shamsi.to_gregorian()
    days, rejected = column.shamsi.to_gregorian(errors="report")
    assert days.index.equals(column.index)
    assert days.name == "typed"
    table = rejected.to_pandas()
    assert table.index.tolist() == ["b", "b", 7]
    assert table["row"].tolist() == rejected.rows.tolist() == [1, 2, 4]
    assert column.iloc[rejected.rows].tolist() == table["value"].tolist() == ["02/05/12", "1402/13/01", "02/05/12"]
    assert "row 7: '02/05/12'" in repr(rejected)


def test_the_table_in_every_engine() -> None:
    report = spd.to_gregorian(TEXTS, errors="report")
    rejected = report.rejected
    rows = [
        (1, "02/05/12", "two-digit-year", "two-digit year '02' is ambiguous; century=1400 reads it as 1402"),
        (2, "1402/13/01", "impossible-date", "month must be 1..12, got 13"),
        (4, "02/05/12", "two-digit-year", "two-digit year '02' is ambiguous; century=1400 reads it as 1402"),
    ]
    assert list(rejected) == rows
    assert (len(rejected), rejected.total) == (3, 5)
    assert [tuple(row) for row in rejected.to_pandas().itertuples(index=False)] == rows
    assert rejected.to_polars().rows() == rows
    assert [tuple(row.values()) for row in rejected.to_arrow().to_pylist()] == rows
    assert pl.DataFrame(rejected).rows() == rows  # by the interface of Arrow
    assert rejected.counts() == report.counts() == {"two-digit-year": 2, "impossible-date": 1}
    assert list(rejected.counts()) == ["two-digit-year", "impossible-date"]
    assert set(rejected.counts()) <= set(REASONS)


def test_an_empty_table_has_its_columns() -> None:
    rejected = sn.to_gregorian(["1402/05/12"], errors="report").rejected
    assert repr(rejected) == "Rejected: 0 of 1 rows"
    assert list(rejected) == []
    assert rejected.counts() == {}
    for table in (rejected.to_pandas(), rejected.to_polars()):
        assert list(table.columns) == ["row", "value", "reason", "detail"]
        assert len(table) == 0
    assert rejected.to_arrow().schema.names == ["row", "value", "reason", "detail"]


def test_pictures_of_the_table_hold_no_markup_and_no_controls() -> None:
    values = ["<script>alert(1)</script>", "\x1b[31m\u202ered", *["x"] * 20, "\udcff"]
    rejected = sn.to_gregorian(np.array(values, object), errors="report").rejected
    html = rejected._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "and 13 more" in html
    for text in (html, repr(rejected).replace("\n", "")):
        assert text.isprintable()
    assert rejected.to_polars()["value"][-1] == rejected.to_arrow()["value"][-1].as_py() == r"\udcff"


def test_values_of_the_table_do_not_change_with_the_column() -> None:
    texts = np.array(["soon", "1402/05/12"])
    rejected = sn.to_gregorian(texts, errors="report").rejected
    texts[0] = "1402/05/12"
    assert rejected[0].value == "soon"


def test_arrays_of_any_shape_and_scalars() -> None:
    grid = np.array([["1402/05/12", "soon"], ["", "1402/05/13"]])
    days, rejected = sn.to_gregorian(grid, errors="report")
    assert days.shape == (2, 2)
    assert rejected.rows.tolist() == [1]
    with pytest.raises(shamsi.ParseError, match=r"^row \(0, 1\): 'soon': "):
        sn.to_gregorian(grid)
    with pytest.raises(shamsi.ParseError, match=r"^two-digit year '02' is ambiguous; century=1400 reads it as 1402$"):
        sn.to_gregorian("02/05/12")
    assert sn.to_gregorian(14020512) == np.datetime64("2023-08-03")
    kept = np.empty((2, 2), "datetime64[us]")
    assert sn.to_gregorian(grid, times="keep", errors="report", out=kept).values is kept
    assert kept[1, 1] == np.datetime64("2023-08-04")
    with pytest.raises(TypeError, match=r"out must be an array of datetime64\[us\] of shape"):
        sn.to_gregorian(grid, times="keep", out=np.empty((2, 2), "datetime64[D]"))


FIELDS = {"years": [1404, 1404, 0], "months": [1, 13, 0], "days": [1, 1, 0]}


def test_years_months_and_days_do_not_warn_but_can_raise_or_report() -> None:
    doors = {
        "numpy": lambda **options: sn.to_gregorian(*FIELDS.values(), **options),
        "pandas": lambda **options: spd.to_gregorian(*map(pd.Series, FIELDS.values()), **options),
        "pyarrow": lambda **options: sa.to_gregorian(*map(pa.array, FIELDS.values()), **options),
    }
    for call in doors.values():
        for errors in (None, "coerce"):
            assert [str(day)[:10] for day in np.asarray(call(errors=errors), "M8[D]")] == ["2025-03-21", "NaT", "NaT"]
        report = call(errors="report")
        assert [row[:3] for row in report.rejected] == [(1, (1404, 13, 1), "impossible-date")]
        with pytest.raises(shamsi.DateError, match=r"^row 1: .*month must be 1..12, got 13"):
            call(errors="raise")
        for option in ({"century": 1400}, {"gregorian": "pass"}, {"times": "keep"}, {"era": "imperial"}):
            with pytest.raises(TypeError, match=f"{next(iter(option))} cannot be given with years, months and days"):
                call(**option)
    frame = pl.DataFrame(FIELDS)
    report = spl.report(frame, "years", "months", "days")
    assert [row[:3] for row in report.rejected] == [(1, (1404, 13, 1), "impossible-date")]
    assert report.values.to_list() == frame.select(spl.to_gregorian(*FIELDS)).to_series().to_list()
    with pytest.raises(shamsi.DateError, match=r"month must be 1..12, got 13"):
        frame.select(spl.to_gregorian(*FIELDS, errors="raise"))


class TestPolars:
    frame = pl.DataFrame({"typed": TEXTS})

    @pytest.mark.parametrize("engine", ["in-memory", "streaming"])
    def test_a_query_raises_when_it_runs(self, engine: Any) -> None:
        query = self.frame.lazy().select(spl.to_gregorian("typed"))
        message = (
            r"^'02/05/12': two-digit year '02' is ambiguous; century=1400 reads it as 1402 \(and \d more of \d rows "
            r'read at once; shamsi\.polars\.report\(frame, column\) lists them, errors="coerce" makes them missing\)'
        )
        with pytest.raises(shamsi.ParseError, match=message):
            query.collect(engine=engine)

    @pytest.mark.parametrize("engine", ["in-memory", "streaming"])
    def test_coerce_gives_null_without_a_warning(self, engine: Any) -> None:
        query = self.frame.lazy().select(pl.col("typed").shamsi.to_gregorian(errors="coerce"))
        assert query.collect(engine=engine).to_series().to_list() == [dt.date(2023, 8, 3), *[None] * 4]

    def test_a_report_of_eager_and_lazy_frames(self) -> None:
        for frame in (self.frame, self.frame.lazy()):
            for column in ("typed", pl.col("typed")):
                report = spl.report(frame, column, century=1400)
                assert report.values.name == "typed_gregorian"
                assert report.values.to_list() == [dt.date(2023, 8, 3)] * 2 + [None, None, dt.date(2023, 8, 3)]
                assert report.rejected.rows.tolist() == [2]
        with pytest.raises(ValueError, match=r"shamsi\.polars\.report\(frame, column\) returns a report"):
            spl.to_gregorian("typed", errors="report")

    def test_an_object_of_the_wrong_type_says_what_works(self) -> None:
        for values, message in (
            ([True], r"eight digits, got Boolean; years, months and days are read as to_gregorian\(years, months"),
            ([dt.date(2025, 3, 20)], "got Date; these days are Gregorian already"),
        ):
            with pytest.raises(TypeError, match=message):
                pl.DataFrame({"t": values}).select(spl.to_gregorian("t"))


def test_packed_codes_have_a_function_of_their_own() -> None:
    code = 1403 << 16 | 12 << 8 | 30
    day = dt.date(2025, 3, 20)
    assert sn.from_packed([code, 0, 1403 << 16]).tolist() == [day, None, None]
    assert sa.from_packed(pa.array([code, None, 1])).to_pylist() == [day, None, None]
    frame = pl.DataFrame({"p": [code, None, 1]})
    assert frame.select(spl.from_packed("p"), x=pl.col("p").shamsi.from_packed()).rows() == [
        (day, day),
        *[(None, None)] * 2,
    ]
    with pytest.raises(shamsi.DateError, match="row 0: month must be"):
        sn.from_packed([1403 << 16 | 13 << 8 | 1], errors="raise")
    for call in (lambda: sn.to_gregorian([code]), lambda: sa.to_gregorian(pa.array([code]))):
        with pytest.raises(shamsi.ParseError, match="whole numbers must be dates of eight digits"):
            call()


def test_a_report_can_be_sent_to_another_process() -> None:
    report = spd.to_gregorian(TEXTS, errors="report")
    assert list(pickle.loads(pickle.dumps(report.rejected))) == list(report.rejected)
