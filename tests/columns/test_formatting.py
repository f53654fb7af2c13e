"""Days written in columns against days written one by one."""

from typing import Any

import pytest

import shamsi
from shamsi.calendar import kernel
from tests.columns.cases import DAYS

np = pytest.importorskip("numpy")
sn = pytest.importorskip("shamsi.numpy")
texts = pytest.importorskip("shamsi.columns.formatting")

PATTERNS = ["%Y-%m-%d", "%A %-d %B %Y", "%Y", "روز %j", "%y/%m", "", "%G-W%V"]
LANGUAGES = [("en", None), ("fa", None), ("fa", "latn"), ("ar", "arab"), ("prs", None), ("ckb", None)]


def strings(views: Any) -> list[str | None]:
    """Read views as Arrow specifies them."""
    found: list[str | None] = []
    for row, (length, _, number, offset) in enumerate(views.rows.view(np.int32).reshape(-1, 4).tolist()):
        inline = views.rows[row * 16 + 4 : row * 16 + 4 + length].tobytes()
        data = inline if length <= 12 else views.data[offset : offset + length]
        if length > 12:
            assert number == 0
            assert inline[:4] == data[:4]
        found.append(None if views.missing is not None and views.missing[row] else data.decode())
    return found


def written(day: int, pattern: str, lang: str, digits: str | None) -> str:
    return shamsi.Date(*kernel.fields(day)).format(pattern, lang=lang, digits=digits)


@pytest.mark.parametrize(("lang", "digits"), LANGUAGES)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_days_of_a_century_and_of_all_time(pattern: str, lang: str, digits: str | None) -> None:
    near = np.arange(kernel.year_start(1399), kernel.year_start(1404), 7)
    far = np.arange(kernel.MIN_DAYS, kernel.MAX_DAYS + 1, 9973)  # so far apart that they are written by themselves
    for days in (near, far):
        expected = [written(day, pattern, lang, digits) for day in days.tolist()]
        assert strings(texts.views(days, 1, pattern, lang, digits)) == expected
        assert sn.to_solar_string(days.view("M8[D]"), pattern, lang=lang, digits=digits).tolist() == expected


@pytest.mark.parametrize("unit", ["D", "s", "us"])
def test_the_shared_days(unit: str) -> None:
    for shown in (DAYS, DAYS[:6]):  # from end to end, and within a century
        dates = np.array([day.gregorian or "NaT" for day in shown], f"M8[{unit}]")
        expected = [day.fields and "{:04d}-{:02d}-{:02d}".format(*day.fields) for day in shown]
        assert sn.to_solar_string(dates).tolist() == [text or "NaT" for text in expected]
        per_day = {"D": 1, "s": 86400, "us": 86400 * 10**6}[unit]
        assert strings(texts.views(dates.view(np.int64), per_day, "%Y-%m-%d", "en", None)) == expected


def test_no_rows_none_in_range_and_nanoseconds() -> None:
    for dates in ([], ["NaT"], ["0001-01-01", "NaT"]):
        column = np.array(dates, "M8[D]")
        assert sn.to_solar_string(column, "%A %d %B %Y").tolist() == ["NaT"] * len(dates)
        assert strings(texts.views(column.view(np.int64), 1, "%Y", "en", None)) == [None] * len(dates)
    column = np.array(["1677-09-22", "NaT", "2262-04-11"], "M8[ns]")
    assert sn.to_solar_string(column).tolist() == ["1056-07-01", "NaT", "1641-01-22"]


def test_shapes_masks_and_scalars() -> None:
    grid = np.array([["2025-03-20", "2025-03-21"], ["2025-03-22", "NaT"]], "M8[D]")
    assert sn.to_solar_string(grid.T).tolist() == [["1403-12-30", "1404-01-02"], ["1404-01-01", "NaT"]]
    assert sn.to_solar_string(np.datetime64("2025-03-20")) == "1403-12-30"
    masked = sn.to_solar_string(np.ma.masked_array(grid, [[False, True], [False, False]]))
    assert masked.mask.tolist() == [[False, True], [False, False]]


def test_what_is_written_is_read_back() -> None:
    days = np.arange(kernel.year_start(1200), kernel.year_start(1500)).view("M8[D]")
    for digits in ("latn", "arabext", "arab"):
        for pattern in ("%Y-%m-%d", "%Y/%-m/%-d"):
            assert (sn.to_gregorian(sn.to_solar_string(days, pattern, digits=digits), errors="raise") == days).all()


def test_refusals() -> None:
    day = np.array(["2025-03-20", "0001-01-01"], "M8[D]")
    with pytest.raises(shamsi.ShamsiError, match="%Q"):
        sn.to_solar_string(day, "%Q")
    with pytest.raises(shamsi.ShamsiError, match="lang"):
        sn.to_solar_string(day, lang="de")
    with pytest.raises(shamsi.RangeError, match="row 1: date must be"):
        sn.to_solar_string(day, errors="raise")
