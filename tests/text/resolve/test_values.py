"""Values: resolved dates as text and interval, compared with `Date`."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import shamsi
from shamsi.calendar.intervals import UMM_AL_QURA
from shamsi.text.resolve import values


def test_every_day_of_some_years() -> None:
    for year in (1399, 1403, 1404):
        for month in range(1, 13):
            for day in range(1, 32):
                value = values.dated("persian", year, month, day)
                assert value.native == f"{year}-{month:02}-{day:02}"
                try:
                    true = shamsi.Date(year, month, day).gregorian
                except shamsi.DateError:
                    assert value.problem is not None
                    assert value.earliest is None
                else:
                    assert (value.earliest, value.latest, value.problem) == (true, true, None)


def test_what_is_not_said_is_crossed_out() -> None:
    assert values.dated("persian", None, 5, 18).native == "XXXX-05-18"
    assert values.dated("persian", None, 5, None).native == "XXXX-05"
    assert values.dated("gregorian", 702, None, None).native == "0702"
    assert values.dated("persian", None, 5, 18).earliest is None


def test_a_problem_says_what_the_month_has() -> None:
    assert values.dated("persian", 1404, 7, 31).problem == "day 31 of Mehr 1404 does not exist: Mehr has 30 days"
    assert values.dated("gregorian", None, 2, 30).problem == "day 30 of February does not exist: February has 29 days"


@pytest.mark.parametrize(("year", "native"), [(633, "-0632"), (1, "-0000"), (520, "-0519")])
def test_years_before_the_common_era(year: int, native: str) -> None:
    value = values.before_christ("gregorian", year, None, None)
    assert (value.native, value.earliest, value.latest) == (native, None, None)


def test_parts_of_a_year_fill_it() -> None:
    for kind, count in (("season", 4), ("quarter", 4), ("half", 2)):
        rows = [values.part_of_year(kind, "persian", 1403, n) for n in range(1, count + 1)]
        assert [row.native for row in rows] == [f"1403-{kind[0].upper()}{n}" for n in range(1, count + 1)]
        assert rows[0].earliest == shamsi.Date(1403, 1, 1).gregorian
        assert rows[-1].latest == shamsi.Date(1403, 12, 30).gregorian
        for before, after in pairwise(rows):
            assert before.latest is not None
            assert after.earliest == before.latest + dt.timedelta(days=1)


def test_a_gregorian_season_has_no_bounds() -> None:
    value = values.part_of_year("season", "gregorian", 2013, 2)
    assert (value.native, value.earliest, value.latest) == ("2013-S2", None, None)


@pytest.mark.parametrize("parts", [2, 3])
@pytest.mark.parametrize("month", [1, 7, 12])
def test_parts_of_a_month_fill_it(parts: int, month: int) -> None:
    rows = [values.part_of_month("persian", 1404, month, n, parts) for n in range(1, parts + 1)]
    assert rows[0].earliest == shamsi.Date(1404, month, 1).gregorian
    assert rows[-1].latest == shamsi.Date(1404, month, shamsi.Date(1404, month, 1).month_length).gregorian
    for before, after in pairwise(rows):
        assert before.latest is not None
        assert after.earliest == before.latest + dt.timedelta(days=1)


def test_decades_and_centuries() -> None:
    decade = values.decade("persian", 1360)
    assert (decade.native, decade.earliest, decade.latest) == ("136X", dt.date(1981, 3, 21), dt.date(1991, 3, 20))
    century = values.century("gregorian", 19)
    assert (century.native, century.earliest, century.latest) == (
        "1801/1900",
        dt.date(1801, 1, 1),
        dt.date(1900, 12, 31),
    )


def _every_kind() -> Iterator[tuple[str, values.Value]]:
    for calendar in ("persian", "gregorian", "islamic", UMM_AL_QURA):
        for year in (None, 7, 99, 1403, 12000):
            yield "year", values.dated(calendar, year, None, None)
            yield "month", values.dated(calendar, year, 12, None)
            yield "day", values.dated(calendar, year, 12, 30)
            yield from ((kind, values.part_of_year(kind, calendar, year, 2)) for kind in ("season", "quarter", "half"))
            yield "half", values.part_of_month(calendar, year, 7, 2, 2)
            yield "range", values.part_of_month(calendar, year, 7, 3, 3)
        yield "day", values.dated(calendar, 1404, 7, 32)
        yield from (("year", values.before_christ(calendar, year, None, None)) for year in (1, 633))
        yield "day", values.before_christ(calendar, 44, 3, 15)
        yield from (("decade", values.decade(calendar, year)) for year in (60, 1360, 1990))
        yield from (
            ("century", values.century(calendar, number, bce=bce)) for number in (1, 14) for bce in (True, False)
        )
        yield "relative", values.relative(calendar)
        yield "relative", values.relative(calendar, (dt.date(2025, 8, 9), dt.date(2025, 8, 9)))


@pytest.mark.parametrize(("kind", "value"), list(_every_kind()), ids=str)
def test_the_fields_of_a_record_give_the_value_back(kind: str, value: values.Value) -> None:
    days = value.earliest, value.latest
    again = values.of_record(value.calendar, kind, value.native, days, value.problem)
    assert str(again) == str(value)
    assert (again.grain, again.points, again.number, again.is_bce) == (
        (value.grain, value.points, value.number, value.is_bce)
    )
    assert (again.days, again.parts, again.is_yearless) == (value.days, value.parts, value.is_yearless)
    assert (again.earliest, again.latest, again.problem) == (*days, value.problem)


def test_a_record_of_anything_else_is_its_days() -> None:
    day = dt.date(2025, 8, 9)
    value = values.of_record("persian", "day", "the day before", (day, day), None)
    assert (value.days, value.earliest, value.latest) == ((), day, day)


def test_only_the_record_reader_takes_native_apart() -> None:
    package = Path(shamsi.__file__).parent
    apart = re.compile(
        r"""native(?:\sor\s"[^"]*")?\)?(?:\[|\.(?:r?split|r?partition|startswith|endswith|remove|strip|index|find)\b)"""
        r"|\b(?:match|search|fullmatch|findall|finditer|split|int|len)\([^()]*\bnative\b"
    )
    found = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in sorted(package.rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if apart.search(line)
    ]
    assert found == ['text/resolve/values.py: ends = [_of_text(calendar, text) for text in (native or "").split("/")]']
