"""The calendar against what others published: the official table, astronomy, ICU, peers, printed pairs."""

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from shamsi.calendar import kernel
from shamsi.values.date import Date

Shared = Callable[[str], Path]

# University of Tehran, Institute of Geophysics, Calendar Center: Kabise Shamsi 1206-1498.
FIRST_PUBLISHED_NOWRUZ = dt.date(1827, 3, 22)
PUBLISHED_LEAP_YEARS = frozenset(
    int(year)
    for year in """
    1210 1214 1218 1222 1226 1230 1234 1238  1243 1247 1251 1255 1259 1263 1267 1271
    1276 1280 1284 1288 1292 1296 1300 1304  1309 1313 1317 1321 1325 1329 1333 1337
    1342 1346 1350 1354 1358 1362 1366 1370  1375 1379 1383 1387 1391 1395 1399 1403
    1408 1412 1416 1420 1424 1428 1432 1436  1441 1445 1449 1453 1457 1461 1465 1469
    1474 1478 1482 1486 1490 1494 1498
    """.split()
)

WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def nowruz(year: int) -> dt.date:
    return dt.date.fromordinal(kernel.year_start(year) + kernel.EPOCH_ORDINAL)


def year_line(row: dict[str, str], year: int) -> int:
    return 365 * year + ((int(row["M"]) * year + int(row["B"])) >> int(row["k"]))


def test_the_published_years() -> None:
    day = FIRST_PUBLISHED_NOWRUZ
    for year in range(1206, 1499):
        assert nowruz(year) == day
        assert kernel.is_leap(year) == (year in PUBLISHED_LEAP_YEARS)
        day += dt.timedelta(365 + (year in PUBLISHED_LEAP_YEARS))
    assert len(PUBLISHED_LEAP_YEARS) == 71


def test_the_published_table(shared: Shared) -> None:
    table = rows(shared("truth/nowruz_official_1206_1498.csv"))
    assert [int(row["year"]) for row in table] == list(range(1206, 1499))
    for row in table:
        year = int(row["year"])
        assert nowruz(year) == dt.date.fromisoformat(row["nowruz_gregorian_iso"])
        assert kernel.is_leap(year) == (row["leap"] == "1") == (year in PUBLISHED_LEAP_YEARS)


def test_astronomy_and_icu(shared: Shared) -> None:
    table = rows(shared("truth/nowruz_astronomical.csv"))
    assert [int(row["year"]) for row in table] == list(range(1, 3001))
    for row in table:
        year = int(row["year"])
        assert nowruz(year) == dt.date.fromisoformat(row["nowruz_icu78"])
        if 1178 <= year <= 1601:
            assert nowruz(year) == dt.date.fromisoformat(row["nowruz_gregorian_iso"])
        if year <= 1502:
            assert nowruz(year) == dt.date.fromisoformat(row["nowruz_33yr"])


def test_segments(shared: Shared) -> None:
    table = rows(shared("truth/segments.csv"))
    official = [row for row in table if row["calendar"] == "icu78/official"]
    covered = [
        (year, year_line(row, year))
        for row in official
        for year in range(int(row["from_year"]), int(row["to_year"]) + 1)
    ]
    assert covered == [(year, kernel.year_start(year)) for year in range(1, 3001)]
    (cycles,) = (row for row in table if row["calendar"].startswith("33-year"))
    for year in range(3001, 9379):
        assert kernel.year_start(year) == year_line(cycles, year)


@pytest.mark.parametrize("name", ["known_pairs", "tabular_pairs"])
def test_printed_pairs(shared: Shared, name: str) -> None:
    table = rows(shared(f"truth/{name}.csv"))
    assert table
    for row in table:
        year, month, day = map(int, row["jalali"].split("-"))  # as text, far-future years look Gregorian
        date, printed = Date(year, month, day), dt.date.fromisoformat(row["gregorian_iso"])
        assert (date.gregorian, Date.from_gregorian(printed)) == (printed, date)
        assert row.get("weekday", WEEKDAYS[date.weekday]) == WEEKDAYS[date.weekday]


def test_well_known_dates_before_1304_miss_by_a_day_as_documented(shared: Shared) -> None:
    table = rows(shared("truth/known_exceptions.csv"))
    assert table
    for row in table:
        ours = Date.parse(row["jalali_as_quoted"].split()[0]).gregorian
        assert ours == dt.date.fromisoformat(row["proleptic_official_rule_gives"])
        assert abs(ours - dt.date.fromisoformat(row["gregorian_iso"])) == dt.timedelta(1)


def test_jdatetime_on_every_day_of_the_proven_years() -> None:
    jdatetime = pytest.importorskip("jdatetime")
    for number in range(kernel.year_start(1178), kernel.year_start(1503)):
        day = dt.date.fromordinal(number + kernel.EPOCH_ORDINAL)
        theirs = jdatetime.GregorianToJalali(day.year, day.month, day.day).getJalaliList()
        if tuple(theirs) != kernel.fields(number):
            pytest.fail(f"{day}: {theirs}, {kernel.fields(number)}")


def test_jdatetime_on_every_nowruz_of_33_year_cycles() -> None:
    jdatetime = pytest.importorskip("jdatetime")
    for year in (*range(1, 1503), *range(3001, 9377)):
        assert jdatetime.date(year, 1, 1).togregorian() == nowruz(year)


def test_persiantools_on_every_day_of_the_proven_years() -> None:
    peer = pytest.importorskip("persiantools.jdatetime").JalaliDate
    for number in range(kernel.year_start(1178), kernel.year_start(1503)):
        day = dt.date.fromordinal(number + kernel.EPOCH_ORDINAL)
        theirs = peer(day)
        if (theirs.year, theirs.month, theirs.day) != kernel.fields(number):
            pytest.fail(f"{day}: {theirs}, {kernel.fields(number)}")


def test_persiantools_on_every_nowruz_it_takes_from_icu() -> None:
    peer = pytest.importorskip("persiantools.jdatetime").JalaliDate
    for year in range(947, 1503):  # before 947 it follows astronomy, where ICU keeps 33-year cycles
        assert peer(year, 1, 1).to_gregorian() == nowruz(year)
