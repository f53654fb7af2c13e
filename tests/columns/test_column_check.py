"""`check_columns` in NumPy and pandas: values of every kind, what is rejected, and its table."""

import datetime as dt
from typing import Any

import pytest

import shamsi

np = pytest.importorskip("numpy")
sn = pytest.importorskip("shamsi.numpy")
DAYS = [shamsi.Date(1404, 5, 18) + dt.timedelta(days=place) for place in range(40)]
SOLAR = [f"{day:%Y/%m/%d}" for day in DAYS]
OTHER = [str(day.gregorian) for day in DAYS]


def rows(check: Any) -> list[tuple[int, int, str]]:
    return [(each.row, each.delta_days, each.diagnosis) for each in check]


def test_columns_that_agree() -> None:
    check = sn.check_columns(SOLAR, OTHER)
    assert (len(check), check.compared, check.counts()) == (0, 40, {})
    assert check.summary() == "40 of 40 rows compared, 0 disagree, 0 cannot be read"


def test_slips_are_rows_of_the_table() -> None:
    other = [*OTHER]
    other[0], other[7], other[20] = "2025-08-18", "2024-08-16", "2025-08-30"
    check = sn.check_columns(SOLAR, other)
    assert rows(check) == [(0, 9, "calque"), (7, -365, "year-slip"), (20, 1, "off-by-one")]
    assert check[0].solar == "1404/05/18"
    assert check[0].other == "2025-08-18"


@pytest.mark.parametrize("unit", ["D", "s", "ns"])
def test_days_of_numpy_are_never_of_another_calendar(unit: str) -> None:
    other = np.array(OTHER, f"M8[{unit}]")
    other[3] = "NaT"
    check = sn.check_columns(SOLAR, other)
    assert (len(check), check.compared, check.rejected[1].counts()) == (0, 39, {})


def test_what_cannot_be_read_is_rejected_per_column() -> None:
    solar, other = [*SOLAR], list[str | None](OTHER)
    solar[1], solar[2], solar[3] = "1404/13/01", "", "2025-08-12"
    other[4], other[5], other[6] = "1404/05/22", "2025-02-30", None
    check = sn.check_columns(solar, np.array(other, object))
    assert (len(check), check.compared) == (0, 34)
    assert [(each.row, each.reason) for each in check.rejected[0]] == [
        (1, "impossible-date"),
        (3, "looks-gregorian"),
    ]
    assert [(each.row, each.reason) for each in check.rejected[1]] == [
        (4, "looks-persian"),
        (5, "impossible-date"),
    ]


def test_eight_digits_times_and_centuries() -> None:
    solar = np.array([int(f"{day:%Y%m%d}") for day in DAYS])
    other = np.array([int(f"{day.gregorian:%Y%m%d}") for day in DAYS])
    assert len(sn.check_columns(solar, other)) == 0
    short = [f"{day:%y/%m/%d} 23:59" for day in DAYS]
    moments = [f"{day.gregorian} 00:30" for day in DAYS]
    assert sn.check_columns(short, moments, century=1350).compared == 40


def test_lunar_columns_by_a_tolerance_or_a_table() -> None:
    lunar = [str(day.islamic("umm-al-qura")) for day in DAYS]
    lunar[0], lunar[1] = str(DAYS[3].islamic("umm-al-qura")), "soon"
    check = sn.check_columns(SOLAR, lunar, calendar="islamic")
    assert rows(check) == [(0, check[0].delta_days, "unknown")]
    assert check.rejected[1].counts() == {"not-a-date": 1}
    exact = sn.check_columns(SOLAR, lunar, calendar="islamic", lunar_tolerance="umm-al-qura")
    assert rows(exact) == [(0, 3, "unknown")]


def test_wrong_arguments() -> None:
    with pytest.raises(ValueError, match=r"^columns must be of one length, got 40 and 39 rows"):
        sn.check_columns(SOLAR, OTHER[1:])
    with pytest.raises(ValueError, match=r'^calendar must be "gregorian" or "islamic", got '):
        sn.check_columns(SOLAR, OTHER, calendar="julian")
    with pytest.raises(ValueError, match=r"^lunar_tolerance must be 0\.\.5 days"):
        sn.check_columns(SOLAR, OTHER, lunar_tolerance=9)
    with pytest.raises(TypeError):
        sn.check_columns(SOLAR, [1j] * 40)


def test_pandas_keeps_labels() -> None:
    pd = pytest.importorskip("pandas")
    sp = pytest.importorskip("shamsi.pandas")
    labels = [f"r{place}" for place in range(40)]
    solar = pd.Series(SOLAR, labels)
    other = pd.to_datetime(pd.Series(OTHER, labels))
    other.iloc[5] += pd.Timedelta(days=1)
    solar.iloc[6] = "02/05/12"
    check = sp.check_columns(solar, other)
    frame = check.to_pandas()
    assert frame.index.tolist() == ["r5"]
    assert frame["diagnosis"].tolist() == ["off-by-one"]
    assert frame["other"].tolist() == [dt.date(2025, 8, 15)]
    assert check.rejected[0].to_pandas().index.tolist() == ["r6"]
    text = sp.check_columns(solar, other.dt.strftime("%Y-%m-%d"))
    assert rows(text) == rows(check)


def test_other_engines_take_the_table() -> None:
    check = sn.check_columns(SOLAR[:1], ["2025-08-18"])
    row = (0, "1404/05/18", "2025-08-18", 9, "calque")
    pytest.importorskip("pyarrow")
    assert tuple(check.to_arrow().to_pylist()[0].values()) == row
    pl = pytest.importorskip("polars")
    assert check.to_polars().row(0) == row
    assert pl.DataFrame(check).row(0) == row


def test_no_rows() -> None:
    check = sn.check_columns(np.array([], "U10"), np.array([], "M8[D]"))
    assert (len(check), check.compared, len(check.to_pandas())) == (0, 0, 0)


def test_polars_and_pyarrow_answer_as_numpy_does() -> None:
    pa, pl = pytest.importorskip("pyarrow"), pytest.importorskip("polars")
    spa, spl = pytest.importorskip("shamsi.pyarrow"), pytest.importorskip("shamsi.polars")
    other: list[dt.datetime | None] = [dt.datetime.combine(day.gregorian, dt.time(12)) for day in DAYS]
    other[5], other[6] = other[4], None
    solar: list[str | None] = [*SOLAR[:-1], None]
    expected = rows(sn.check_columns(np.array(solar, object), np.array(other, "M8[us]")))
    assert expected == [(5, -1, "off-by-one")]
    days = [each and each.date() for each in other]
    for column in (
        pa.array(other),
        pa.chunked_array([other[:9], other[9:]]),
        pa.array(days),
        pa.array([each and str(each) for each in days]),
    ):
        assert rows(spa.check_columns(pa.array(solar), column)) == expected
        frame = pl.DataFrame({"j": solar, "g": pl.from_arrow(column)})
        assert rows(spl.check_columns(frame, "j", "g")) == expected
        assert rows(spl.check_columns(frame.lazy(), pl.col("j"), "g")) == expected
    assert spa.check_columns(pa.array([None, "1404/05/18"]), pa.array([None, None], pa.date32())).compared == 0
