"""The accessor and fields: the shared cases in every kind of column, every day, zones, labels, and what is refused."""

import datetime as dt
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar import kernel
from tests.columns.cases import DAYS, IMPOSSIBLE, TEXTS, Day

np = pytest.importorskip("numpy", reason="NumPy is not installed")
pd = pytest.importorskip("pandas", reason="pandas is not installed")
sp = pytest.importorskip("shamsi.pandas")

PLAIN = ("datetime64[s]", "datetime64[ms]", "datetime64[us]")
ARROW = ("timestamp[s][pyarrow]", "timestamp[us][pyarrow]", "date32[day][pyarrow]", "date64[ms][pyarrow]")
FIELDS = ("year", "month", "day")
ATTRIBUTES = ("weekday", "day_of_year", "season", "is_leap", "month_length")
LABELS = [f"row {place}" for place in range(len(DAYS))]


def column(kind: str, days: list[Day] = DAYS, labels: Any = None) -> Any:
    """A Series of days in one of the kinds that pandas has."""
    if kind.endswith("[pyarrow]"):
        pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    if kind == "object":
        real = [day.gregorian and dt.date.fromisoformat(day.gregorian) for day in days]
        return pd.Series(real, labels, dtype=object, name="published")
    values = np.array([day.gregorian or "NaT" for day in days], "M8[s]")
    return pd.Series(values, labels, name="published").astype(kind)


def listed(answer: Any) -> list[Any]:
    return [None if missing else value for value, missing in zip(answer.tolist(), answer.isna(), strict=True)]


def texts(days: Any) -> list[str | None]:
    return [None if missing else str(day)[:10] for day, missing in zip(days, days.isna(), strict=True)]


@pytest.mark.parametrize("kind", [*PLAIN, *ARROW, "object"])
class TestSharedDays:
    def test_fields(self, kind: str) -> None:
        days = column(kind)
        for place, name in enumerate(FIELDS):
            expected = [day.fields and day.fields[place] for day in DAYS]
            assert listed(getattr(days.shamsi, name)) == expected
            assert listed(days.shamsi.fields()[name]) == expected

    def test_attributes(self, kind: str) -> None:
        for name in ATTRIBUTES:
            expected = [getattr(day, name) if day.fields else None for day in DAYS]
            assert listed(getattr(column(kind).shamsi, name)) == expected

    def test_floors_keep_the_type(self, kind: str) -> None:
        for unit in ("month", "season", "year"):
            days = column(kind).shamsi.floor(unit)
            starts = [getattr(day, f"{unit}_start") for day in DAYS]
            assert days.dtype == ("datetime64[s]" if kind == "object" else kind)
            assert texts(days) == starts

    def test_types_of_the_answer(self, kind: str) -> None:
        days = column(kind)
        wide, narrow, truth = ("Int16", "Int8", "boolean")
        if kind in ARROW:
            wide, narrow, truth = ("int16[pyarrow]", "int8[pyarrow]", "bool[pyarrow]")
        assert [str(days.shamsi.fields()[name].dtype) for name in FIELDS] == [wide, narrow, narrow]
        assert {str(getattr(days.shamsi, name).dtype) for name in ("year", "day_of_year")} == {wide}
        assert {str(getattr(days.shamsi, name).dtype) for name in ("month", "weekday", "season")} == {narrow}
        assert str(days.shamsi.is_leap.dtype) == truth

    def test_labels_and_name_are_kept(self, kind: str) -> None:
        days = column(kind, labels=LABELS)
        for answer in (days.shamsi.year, days.shamsi.floor("month"), days.shamsi.period("year")):
            assert answer.index.tolist() == LABELS
            assert answer.name == "published"
        assert days.shamsi.fields().index.tolist() == LABELS

    def test_an_index_answers_with_one(self, kind: str) -> None:
        index = pd.Index(column(kind))
        assert listed(index.shamsi.year) == listed(column(kind).shamsi.year)
        for answer in (index.shamsi.year, index.shamsi.floor("month"), index.shamsi.period("month")):
            assert isinstance(answer, pd.Index)
            assert answer.name == "published"
        assert listed(index.shamsi.fields()["day"]) == listed(column(kind).shamsi.day)
        assert index.shamsi.fields().index.equals(index)

    def test_no_rows(self, kind: str) -> None:
        days = column(kind)[:0]
        assert days.shamsi.fields(errors="raise").shape == (0, 3)
        assert days.shamsi.year.dtype == column(kind).shamsi.year.dtype
        assert days.shamsi.floor("year", errors="raise").dtype == column(kind).shamsi.floor("year").dtype
        assert days.shamsi.period("month").tolist() == []

    def test_the_first_bad_row_is_named_by_its_label(self, kind: str) -> None:
        match = "^row 'row 9': date must be 0622-03-21..9999-12-31, got 0622-03-20$"
        for call in ("fields", "floor"):
            with pytest.raises(shamsi.RangeError, match=match):
                getattr(column(kind, labels=LABELS).shamsi, call)(*["year"] * (call == "floor"), errors="raise")
        with pytest.raises(shamsi.RangeError, match=r"^row 9: date"):
            pd.Index(column(kind)).shamsi.fields(errors="raise")


@pytest.fixture(scope="module")
def every_day() -> Any:
    return np.arange(kernel.MIN_DAYS, kernel.MAX_DAYS + 1).view("datetime64[D]")


@pytest.fixture(scope="module")
def packed_days() -> Any:
    fields = map(kernel.fields, range(kernel.MIN_DAYS, kernel.MAX_DAYS + 1))
    return np.fromiter((year << 16 | month << 8 | day for year, month, day in fields), np.int32)


@pytest.mark.parametrize("kind", ["datetime64[s]", "datetime64[us]", "timestamp[us][pyarrow]", "date32[day][pyarrow]"])
def test_every_day_is_that_of_the_kernel(kind: str, every_day: Any, packed_days: Any) -> None:
    if kind.endswith("[pyarrow]"):
        pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    days = pd.Series(every_day.astype("M8[s]")).astype(kind)
    year, month, day = (days.shamsi.fields(errors="raise")[name].to_numpy(np.int32) for name in FIELDS)
    assert (year << 16 | month << 8 | day == packed_days).all()
    assert (days.shamsi.year.to_numpy(np.int32) == packed_days >> 16).all()
    if kind.startswith("datetime64"):
        back = sp.to_gregorian(days.shamsi.fields(), errors="raise")
        assert (back.to_numpy() == every_day).all()


def test_nanoseconds_and_their_least_day() -> None:
    days = pd.Series(np.array(["2025-03-20T23:59:59.999999999", "1677-09-22", "NaT"], "M8[ns]"))
    assert listed(days.shamsi.year) == [1403, 1056, None]
    assert texts(days.shamsi.floor("year")) == ["2024-03-20", None, None]
    with pytest.raises(
        shamsi.RangeError, match="row 1: date must be 1677-09-22 or later in nanoseconds, got 1677-03-2"
    ):
        days.shamsi.floor("year", errors="raise")


class TestZones:
    """The day is that of the wall clock."""

    MOMENTS = ("2025-03-20 20:29:59", "2025-03-20 20:30:00")  # UTC; Nowruz 1404 begins in Tehran with the second

    @pytest.mark.parametrize("arrow", [False, True])
    def test_around_midnight(self, arrow: bool) -> None:
        days = pd.Series(pd.to_datetime(self.MOMENTS)).dt.tz_localize("UTC").dt.tz_convert("Asia/Tehran")
        kind = days.dtype
        if arrow:
            pyarrow = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
            kind = pd.ArrowDtype(pyarrow.timestamp("us", "Asia/Tehran"))
            days = days.astype(kind)
        assert days.shamsi.fields().to_numpy().tolist() == [[1403, 12, 30], [1404, 1, 1]]
        assert days.shamsi.period("month").tolist() == ["1403-12", "1404-01"]
        floors = days.shamsi.floor("month")
        assert floors.dtype == kind
        assert [str(each) for each in floors] == ["2025-02-19 00:00:00+03:30", "2025-03-21 00:00:00+03:30"]

    def test_summer_time(self) -> None:
        days = pd.Series(pd.date_range("2019-03-21", "2019-09-23", freq="h", tz="Asia/Tehran"))
        assert listed(days.shamsi.month) == listed(days.dt.tz_localize(None).shamsi.month)
        assert {str(each) for each in days.shamsi.floor("season")} == {
            *("2019-03-21 00:00:00+03:30", "2019-06-22 00:00:00+04:30", "2019-09-23 00:00:00+03:30"),
        }

    def test_a_month_whose_first_midnight_was_not_or_was_twice(self) -> None:
        rome = pd.DatetimeIndex(["1977-06-01"], tz="Europe/Rome")  # 22 May began at one o'clock
        assert str(rome.shamsi.floor("month")[0]) == "1977-05-22 01:00:00+02:00"
        gaza = pd.DatetimeIndex(["2015-11-01"], tz="Asia/Gaza")  # 23 October had its first hour twice
        assert str(gaza.shamsi.floor("month")[0]) == "2015-10-23 00:00:00+03:00"

    def test_a_fixed_offset(self) -> None:
        zone = dt.timezone(dt.timedelta(hours=3, minutes=30))
        days = pd.DatetimeIndex(self.MOMENTS, tz="UTC").tz_convert(zone)
        assert listed(days.shamsi.day) == [30, 1]
        pyarrow = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
        arrow = pd.Series(days).astype(pd.ArrowDtype(pyarrow.timestamp("us", "+03:30")))
        assert listed(arrow.shamsi.day) == [30, 1]
        assert str(arrow.shamsi.floor("year")[1]) == "2025-03-21 00:00:00+03:30"


def test_the_answer_follows_a_changed_column() -> None:
    days = column("datetime64[us]").copy()
    accessor = days.shamsi
    days.iloc[0] = pd.Timestamp("2000-01-01")
    assert accessor.year[0] == 1378
    assert column("datetime64[us]").shamsi.year[0] == 1403


def test_columns_of_fields_do_not_share_what_is_missing() -> None:
    fields = column("datetime64[us]").shamsi.fields()
    fields.loc[0, "year"] = pd.NA
    fields.loc[1, "month"] = 7
    assert fields.loc[0].tolist() == [pd.NA, 12, 30]
    assert fields.loc[1].tolist() == [1404, 7, 1]


def test_repeated_labels_stay_in_order() -> None:
    days = column("datetime64[us]", labels=["a"] * len(DAYS))
    assert listed(days.shamsi.year) == listed(column("datetime64[us]").shamsi.year)


def test_other_spellings_of_nothing() -> None:
    days = pd.Series([dt.date(2025, 3, 20), None, pd.NaT, pd.NA, float("nan")], dtype=object)
    assert listed(days.shamsi.year) == [1403, None, None, None, None]
    assert listed(pd.Series([None, None], dtype=object).shamsi.year) == [None, None]


class TestPeriods:
    def test_names_are_those_that_find_gives(self) -> None:
        text = {"month": "آبان ۱۴۰۴", "season": "پاییز ۱۴۰۴", "year": "سال ۱۴۰۴"}
        for unit, words in text.items():
            (mention,) = shamsi.find(words)
            assert pd.DatetimeIndex(["2025-11-05"]).shamsi.period(unit).tolist() == [mention.native]

    @pytest.mark.parametrize("unit", ["month", "season", "year"])
    def test_periods_are_the_days_of_one_floor(self, unit: Any) -> None:
        days = pd.Series(pd.date_range("1940-01-01", "2040-01-01", freq="D"))
        period, floor = days.shamsi.period(unit), days.shamsi.floor(unit)
        assert (period.cat.codes.diff() == 1).equals(floor.diff().dt.days > 0)
        assert list(period.cat.categories) == sorted(period.unique())
        assert period.cat.ordered

    def test_groups_are_in_order_and_those_between_can_be_seen(self) -> None:
        days = column("datetime64[s]")
        frame = pd.DataFrame({"published": days, "sold": 1}).iloc[[2, 0, 1, 3, 9]]
        keys = frame["published"].shamsi.period("month").rename("month")
        seen = frame.groupby(keys, observed=True)["sold"].sum()
        assert seen.to_dict() == {"1403-12": 1, "1404-01": 1, "1404-08": 1}
        assert seen.index.name == "month"
        every = frame.groupby(keys, observed=False)["sold"].sum()
        assert list(every.index) == ["1403-12", *(f"1404-0{month}" for month in range(1, 9))]
        assert every.sum() == 3

    def test_the_whole_range(self) -> None:
        days = column("datetime64[s]").shamsi.period("month")
        assert listed(days)[-4:] == ["0001-01", None, None, "9378-10"]
        assert len(days.cat.categories) == 9377 * 12 + 10


class TestFromFields:
    @pytest.mark.parametrize("dtype", ["int16", "int64", "Int16", "int32[pyarrow]", "float64", "Float64", "object"])
    def test_the_shared_days(self, dtype: str) -> None:
        if dtype.endswith("[pyarrow]"):
            pytest.importorskip("pyarrow", reason="PyArrow is not installed")
        real = [day for day in DAYS if day.fields]
        frame = pd.DataFrame([day.fields for day in real], columns=FIELDS, index=[day.gregorian for day in real])
        days = sp.to_gregorian(frame.astype(dtype), errors="raise")
        assert days.dtype == "datetime64[s]"
        assert texts(days) == days.index.tolist() == frame.index.tolist()

    def test_what_is_missing_in_any(self) -> None:
        for kind in ("Int64", "float64", "object"):
            for place in range(3):
                row: list[Any] = [1403, 12, 30]
                row[place] = None
                frame = pd.DataFrame([[1404, 1, 1], row], columns=FIELDS, dtype=kind)
                assert sp.to_gregorian(frame, errors="raise").isna().tolist() == [False, True]

    @pytest.mark.parametrize("fields", IMPOSSIBLE)
    def test_impossible_fields(self, fields: tuple[int, int, int]) -> None:
        frame = pd.DataFrame([(1403, 12, 30), fields], columns=FIELDS, index=["good", "bad"])
        assert sp.to_gregorian(frame).isna().tolist() == [False, True]
        with pytest.raises(shamsi.ShamsiError, match=r"^row 'bad': "):
            sp.to_gregorian(frame, errors="raise")

    def test_series_are_aligned(self) -> None:
        years = pd.Series([1403, 1404], ["a", "b"])
        months = pd.Series([1, 12], ["b", "a"])
        assert sp.to_gregorian(years, months, 1).astype(str).to_dict() == {"a": "2025-02-19", "b": "2025-03-21"}
        assert sp.to_gregorian(years, months[:1], 1).isna().to_dict() == {"a": True, "b": False}
        assert sp.to_gregorian([1403, 1404], 12, np.array([30, 29])).astype(str).tolist() == [
            "2025-03-20",
            "2026-03-20",
        ]

    @pytest.mark.parametrize(
        ("call", "error", "message"),
        [
            (lambda: sp.to_gregorian(pd.DataFrame({"year": [1404]})), TypeError, r"the columns year, month, day, got"),
            (lambda: sp.to_gregorian(pd.DataFrame(columns=FIELDS), 1, 1), TypeError, "must be the only argument"),
            (lambda: sp.to_gregorian([1404]), shamsi.ParseError, "row 0: 1404: whole numbers must be dates of eight"),
            (lambda: sp.to_gregorian([1404], 1), TypeError, "years, months and days together"),
            (lambda: sp.to_gregorian(1404, 1, 1), TypeError, r"shamsi.Date\(year, month, day\).gregorian"),
            (
                lambda: sp.to_gregorian([1404, 1405.5], 1, 1),
                TypeError,
                "row 1: year must be a whole number, got 1405.5",
            ),
            (lambda: sp.to_gregorian([float("inf")], 1, 1, errors="raise"), ValueError, "row 0: year must be 1..9378"),
            (lambda: sp.to_gregorian(pd.Series([True])), TypeError, "eight digits, got bool; .*years, months, days"),
            (lambda: sp.to_gregorian(1404, 1, [1], century=1400), TypeError, "century cannot be given with years"),
            (lambda: sp.to_gregorian(["1404"], 1, 1), TypeError, "year must be integers, got (str|object)"),
            (lambda: sp.to_gregorian([True], 1, 1), TypeError, "year must be integers, got bool"),
            (lambda: sp.to_gregorian([1404], 1, 1, errors="ignore"), ValueError, "errors must be"),
            (lambda: sp.to_gregorian([1404, 1405], [1, 2, 3], 1), ValueError, "same length"),
        ],
    )
    def test_refusals(self, call: Any, error: type[Exception], message: str) -> None:
        with pytest.raises(error, match=message):
            call()

    def test_no_rows(self) -> None:
        for kind in ("int64", "object", "Int8"):
            assert sp.to_gregorian(pd.DataFrame(columns=FIELDS, dtype=kind)).dtype == "datetime64[s]"


STRINGS = ("object", "string[python]", "string[pyarrow]", "str", "arrow string", "arrow large_string")


def text_column(kind: str, texts: list[str | None], labels: Any = None) -> Any:
    """A Series of text in one of the kinds that pandas has."""
    if kind == "str" and pd.Series(["a"]).dtype == object:
        pytest.skip("text is of type object before pandas 3")
    if kind not in ("object", "string[python]"):
        pyarrow = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
        if kind.startswith("arrow "):
            return pd.Series(texts, labels, name="written", dtype=pd.ArrowDtype(getattr(pyarrow, kind[6:])()))
    return pd.Series(texts, labels, name="written", dtype=kind)


@pytest.mark.parametrize("kind", STRINGS)
class TestReading:
    def test_the_shared_texts(self, kind: str) -> None:
        column = text_column(kind, [*TEXTS, None], labels=[*TEXTS, "nothing"])
        reports = column.shamsi.to_gregorian(errors="report"), sp.to_gregorian(column, errors="report")
        for answer in (report.values for report in reports):
            assert texts(answer) == [*TEXTS.values(), None]
            assert answer.dtype == ("date32[day][pyarrow]" if kind.startswith("arrow") else "datetime64[s]")
            assert answer.index.tolist() == [*TEXTS, "nothing"]
            assert answer.name == "written"
        index = pd.Index(column).shamsi.to_gregorian(errors="report").values
        assert isinstance(index, pd.Index)
        assert (texts(index), index.name) == ([*TEXTS.values(), None], "written")

    def test_the_first_bad_row_is_named_by_its_label(self, kind: str) -> None:
        column = text_column(kind, ["1404/01/01", None, "1404-12-30", "x"], ["a", "b", "c", "d"])
        with pytest.raises(
            shamsi.DateError, match=r"^row 'c': '1404-12-30': day must be 1..29 in .* \(and 1 more of 4"
        ):
            column.shamsi.to_gregorian(errors="raise")
        with pytest.raises(
            shamsi.ParseError, match=r"^row 1: 'x': cannot read 'x' as a date.* \(1 of 2 rows; errors=\"coerce\""
        ):
            pd.Index(column)[[0, 3]].shamsi.to_gregorian(errors="raise")
        assert texts(column[:2].shamsi.to_gregorian(errors="raise")) == ["2025-03-21", None]
        assert texts(text_column(kind, ["", None], ["a", "b"]).shamsi.to_gregorian()) == [None, None]

    def test_pieces_joined(self, kind: str) -> None:
        column = text_column(kind, ["1404/01/01", None, "1404/8/14"])
        joined = pd.concat([column[1:], column[:2], column[2:]])
        assert texts(joined.shamsi.to_gregorian()) == [None, "2025-11-05", "2025-03-21", None, "2025-11-05"]
        with pytest.raises(shamsi.ParseError, match=r"^row 'last': "):
            pd.concat([column, text_column(kind, ["x"], ["last"])]).shamsi.to_gregorian(errors="raise")

    def test_no_rows_and_nothing_else(self, kind: str) -> None:
        column = text_column(kind, ["1404/01/01", None])
        assert column[:0].shamsi.to_gregorian(errors="raise").dtype == column.shamsi.to_gregorian().dtype
        assert texts(column[1:].shamsi.to_gregorian(errors="raise")) == [None]

    def test_text_has_no_fields(self, kind: str) -> None:
        column = text_column(kind, ["1404/01/01"])
        for call in (lambda: column.shamsi.year, lambda: column.shamsi.floor("year"), column.shamsi.strftime):
            with pytest.raises(TypeError, match="convert it first with"):
                call()


@pytest.mark.parametrize(
    ("kind", "pyarrow"),
    [
        *[pytest.param(kind, True, id=f"{kind} with PyArrow") for kind in (*PLAIN, *ARROW, "object")],
        *[pytest.param(kind, False, id=f"{kind} without") for kind in (*PLAIN, "object")],
    ],
)
class TestWriting:
    STYLES = (
        ("%Y-%m-%d", "en", None),
        ("%A %-d %B %Y", "fa", None),
        ("%Y/%m/%d", "en", "arab"),
        ("%d %b", "ckb", "latn"),
    )

    def test_the_shared_days(self, kind: str, pyarrow: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        if not pyarrow:
            monkeypatch.setattr("shamsi.columns.engines.pandas.find_spec", lambda _: None)
        for pattern, lang, digits in self.STYLES:
            expected = [
                day.fields and shamsi.Date(*day.fields).format(pattern, lang=lang, digits=digits) for day in DAYS
            ]
            answer = column(kind, labels=LABELS).shamsi.strftime(pattern, lang=lang, digits=digits)
            assert listed(answer) == expected
            assert answer.dtype == ("string[pyarrow]" if kind in ARROW else pd.Series(["a"]).dtype)
            assert (answer.index.tolist(), answer.name) == (LABELS, "published")
            index = pd.Index(column(kind)).shamsi.strftime(pattern, lang=lang, digits=digits)
            assert isinstance(index, pd.Index)
            assert listed(index) == expected
        assert column(kind)[:0].shamsi.strftime().tolist() == []


def test_text_comes_back() -> None:
    days = pd.Series(pd.date_range("1990-01-01", "2040-01-01", freq="D").astype("M8[s]"))
    for digits in ("latn", "arabext", "arab"):
        assert days.shamsi.strftime("%Y/%m/%d", digits=digits).shamsi.to_gregorian(errors="raise").equals(days)


def test_refused_patterns_and_texts() -> None:
    days = column("datetime64[us]").shamsi
    for wrong in ({"pattern": "%Q"}, {"lang": "xx"}, {"digits": "roman"}):
        with pytest.raises(ValueError, match=str(next(iter(wrong.values())))):
            days.strftime(**wrong)
    with pytest.raises(TypeError, match="these days are Gregorian already"):
        days.to_gregorian()
    with pytest.raises(ValueError, match="errors must be"):
        pd.Series(["1404/01/01"]).shamsi.to_gregorian(errors="ignore")


@given(st.lists(st.one_of(st.none(), st.dates()), max_size=8))
def test_any_dates_are_as_the_scalar_says(days: list[dt.date | None]) -> None:
    expected = [
        None if day is None or day < dt.date(622, 3, 21) else shamsi.Date.from_gregorian(day).isoformat()
        for day in days
    ]
    fields = pd.Series(days, dtype=object).shamsi.fields()
    rows = zip(*(listed(fields[name]) for name in FIELDS), strict=True)
    assert [None if row[0] is None else shamsi.Date(*row).isoformat() for row in rows] == expected


@pytest.mark.parametrize(
    "values",
    [[True], [b"a"], [dt.time(1)], [dt.timedelta(1)]],
    ids=str,
)
def test_what_holds_no_dates_has_no_accessor(values: list[Any]) -> None:
    for made in (pd.Series(values), pd.Index(values), pd.MultiIndex.from_tuples([(2025, 3, 20)])):
        with pytest.raises(AttributeError, match="shamsi needs datetime64"):
            made.shamsi  # noqa: B018


def test_objects_with_a_time_are_refused() -> None:
    moment = dt.datetime(2025, 3, 20, tzinfo=dt.UTC)
    with pytest.raises(TypeError, match=r"holds object, not days; convert it first with \.shamsi\.to_gregorian"):
        pd.Series([moment], dtype=object).shamsi.year  # noqa: B018
    with pytest.raises(TypeError, match=r"dates must be datetime64 or datetime\.date"):
        pd.Series([dt.date(2025, 3, 20), moment], dtype=object).shamsi.year  # noqa: B018


def test_refused_units_and_errors() -> None:
    days = column("datetime64[us]").shamsi
    for call in (days.floor, days.period):
        with pytest.raises(ValueError, match="unit must be one of month, season, year, got 'week'"):
            call("week")
    with pytest.raises(ValueError, match="errors must be"):
        days.floor("month", errors="ignore")


@pytest.mark.parametrize("statement", ["import shamsi; shamsi.Date", "import shamsi.numpy"])
def test_nothing_else_loads_pandas(statement: str) -> None:
    code = f"{statement}\nimport sys; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
