"""LibreOffice computes the formulas: random days, all years, all fields, and what is not a date."""

import datetime as dt
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from shamsi import Date, sheets
from shamsi.calendar.kernel import is_leap, month_length
from tests.sheets.conftest import Compute

_ZERO = dt.date(1899, 12, 30).toordinal()
_DIGITS = [{48 + n: zero + n for n in range(10)} for zero in (0x30, 0x6F0, 0x660)]
_LAYOUTS = ["{:04}/{:02}/{:02}", "{:04}-{}-{}", "{:04}.{:02}.{}", " {:04}/{}/{:02} ", "{:04}{:02}{:02}", "{:04} {} {}"]
SAMPLES = pytest.mark.parametrize(("first", "last", "count"), [(1178, 1500, 10_000), (1501, 9378, 3000)])


def serial(day: dt.date) -> int:
    """The number of a day in LibreOffice and Google Sheets."""
    return day.toordinal() - _ZERO


def excel(day: dt.date) -> int:
    """The number of a day in Excel, from 1900-01-01 on."""
    return serial(day) - (day < dt.date(1900, 3, 1))


def random_days(first: int, last: int, count: int) -> list[Date]:
    low = Date(first, 1, 1).gregorian.toordinal()
    high = Date.max.gregorian.toordinal() if last == 9378 else Date(last + 1, 1, 1).gregorian.toordinal() - 1
    draw = random.Random(last)
    return [Date.from_gregorian(dt.date.fromordinal(draw.randint(low, high))) for _ in range(count)]


def written(days: list[Date]) -> Iterator[str | int]:
    """Each day in a layout and in digits; eight Latin digits are a number, as in a cell."""
    for at, day in enumerate(days):
        text = _LAYOUTS[at % len(_LAYOUTS)].format(day.year, day.month, day.day)
        yield int(text) if text.isdigit() else text.translate(_DIGITS[at % 3])


def looks_gregorian(day: Date) -> bool:
    return 1700 <= day.year <= 2200


def values(day: Date) -> list[str]:
    """The fields of a day as LibreOffice prints them."""
    year, month, season = day.year, day.month, (day.month + 2) // 3
    starts = (Date(year, *start).gregorian for start in ((month, 1), (season * 3 - 2, 1), (1, 1)))
    return [
        *map(str, (year, month, day.day, day.gregorian.isoweekday(), int(day.format("%j")), season)),
        *(str(is_leap(year)).upper(), str(month_length(year, month))),
        *(str(serial(start)) for start in starts),
        f"{year:04}-{month:02}-{day.day:02}",
    ]


def failed(value: str) -> bool:
    return value.startswith(("#", "Err:"))


@SAMPLES
def test_dates_become_solar_fields(first: int, last: int, count: int, compute: Compute) -> None:
    days = random_days(first, last, count)
    names = ("weekday", "text")  # a text has year, month and day as their own formulas compute them
    table = compute(
        [serial(day.gregorian), *(sheets.formula("libreoffice", name, f"A{row}") for name in names)]
        for row, day in enumerate(days, 1)
    )
    wanted = [[str(serial(day.gregorian)), *(values(day)[sheets.FIELDS.index(name)] for name in names)] for day in days]
    assert table == wanted


@SAMPLES
def test_texts_and_numbers_become_dates(first: int, last: int, count: int, compute: Compute) -> None:
    days = random_days(first, last, count)
    table = compute(
        [text, day.year, day.month, day.day, *formulas]
        for row, (text, day) in enumerate(zip(written(days), days, strict=True), 1)
        for formulas in [
            [
                sheets.to_gregorian("libreoffice", f"A{row}"),
                sheets.to_gregorian("libreoffice", f"B{row}", f"C{row}", f"D{row}"),
            ]
        ]
    )
    for row, day in zip(table, days, strict=True):
        number = str(serial(day.gregorian))
        assert row[5] == number, day
        assert failed(row[4]) if looks_gregorian(day) else row[4] == number, (row, day)


def test_every_field(compute: Compute) -> None:
    days = [*random_days(1178, 1500, 500), *random_days(1501, 9378, 500), Date(1178, 1, 1), Date.max]
    table = compute(
        [serial(day.gregorian) + 0.75, *(sheets.formula("libreoffice", name, f"A{row}") for name in sheets.FIELDS)]
        for row, day in enumerate(days, 1)
    )
    assert [row[1:] for row in table] == [values(day) for day in days]


def test_the_ends_of_every_year(compute: Compute) -> None:
    years = range(1179, 9379)
    days = [day for year in years for day in (Date(year - 1, 12, 30 if is_leap(year - 1) else 29), Date(year, 1, 1))]
    table = compute(
        [
            *(serial(day.gregorian), day.year, day.month, day.day),
            sheets.formula("libreoffice", "year", f"A{row}"),
            sheets.formula("libreoffice", "day_of_year", f"A{row}"),
            sheets.to_gregorian("libreoffice", f"B{row}", f"C{row}", f"D{row}"),
        ]
        for row, day in enumerate(days, 1)
    )
    wanted = [[str(day.year), str(int(day.format("%j"))), str(serial(day.gregorian))] for day in days]
    assert [row[4:] for row in table] == wanted


def test_every_thirtieth_of_esfand(compute: Compute) -> None:
    years = range(1178, 9378)
    table = compute([year, 12, 30, sheets.to_gregorian("libreoffice", f"A{row}", f"B{row}", f"C{row}")]
                    for row, year in enumerate(years, 1))  # fmt: skip
    assert [not failed(row[3]) for row in table] == [is_leap(year) for year in years]


NOT_DATES: list[Any] = [
    *("1404/12/30", "1402-12-30", "1404/07/31", "1404/13/01", "1404/00/10", "1404/01/00", "1404/01/32", "0000/01/01"),
    *("04/05/18", "18/05/1404", "1404/05", "1404/5/", "1404//5", "/1404/5/8", "1404/105/8", "1404/5/108", "14040/5/8"),
    *("1404/05/18 14:22", "1404/05-18", "1404:05:18", "x404/05/18", "1404/o5/18", "1404/05/1x", "1404/05/-8", "۱۴۰۴"),
    *("2025-03-20", "۲۰۲۵/۰۳/۲۰", "1700/01/01", "2200/01/01", "1177/12/29", "9378/10/11", "9999/12/31", "date", "-"),
    *(14041230, 14040732, 14041301, 1404, 45736, 20250320, 14040518.5, True, "1404/05/18\u200f", "1404 / 05 / 18"),
]


def test_what_is_not_a_date_is_an_error(compute: Compute) -> None:
    table = compute(
        [value, *(sheets.to_gregorian(program, f"A{row}") for program in sheets.PROGRAMS)]
        for row, value in enumerate(NOT_DATES, 1)
    )
    assert [value for value, row in zip(NOT_DATES, table, strict=True) if not all(map(failed, row[1:]))] == []


def test_numbers_that_are_not_a_date_are_an_error(compute: Compute) -> None:
    fields: list[list[Any]] = [
        *([1404, 12, 30], [1404, 0, 1], [1404, 13, 1], [1404, 1, 0], [1404, 1, 32], [0, 1, 1], [-1, 1, 1]),
        *([1404.5, 1, 1], [1404, 1.5, 1], [1404, 1, 1.5], ["1404", 1, 1], [1404, "x", 1], [1404, None, 1]),
        *([9378, 10, 11], [10**9, 1, 1], [1404, 10**9, 1], [1404, 1, 10**9], [1404, -1, 1], [1177, 12, 29]),
    ]  # fmt: skip
    table = compute(
        [*row, *(sheets.to_gregorian(program, f"A{at}", f"B{at}", f"C{at}") for program in sheets.PROGRAMS)]
        for at, row in enumerate(fields, 1)
    )
    assert [row for row, got in zip(fields, table, strict=True) if not all(map(failed, got[3:]))] == []


def test_cells_that_are_not_a_date_are_an_error_and_empty_ones_are_empty(compute: Compute) -> None:
    cells: list[Any] = ["1404-05-18", "2025-03-20", "date", -36809, 2958466, 10**12, "=1/0"]
    table = compute(
        [cell, *(sheets.formula("libreoffice", field, f"A{row}") for field in sheets.FIELDS)]
        for row, cell in enumerate(cells, 1)
    )
    assert [cell for cell, row in zip(cells, table, strict=True) if not all(map(failed, row[1:]))] == []
    for program in sheets.PROGRAMS:
        formulas = [
            *(sheets.formula(program, field, "A1") for field in sheets.FIELDS),
            sheets.to_gregorian(program, "A1"),
        ]
        assert compute([[None, None, None, *formulas, sheets.to_gregorian(program, "A1", "B1", "C1")]]) == [[""] * 17]


def test_a_solar_date_that_a_program_took_for_a_gregorian_one_is_an_error(compute: Compute) -> None:
    """It is a negative number; LibreOffice reads such a text by one calendar, and shows it by another."""
    rows: list[list[Any]] = [
        ['=DATEVALUE("1404-05-18")', sheets.to_gregorian("libreoffice", "A1")],
        [-180999, sheets.to_gregorian("sheets", "A2")],
    ]
    table = compute(rows)
    assert table[0][0].startswith("-")
    assert all(failed(row[1]) for row in table)


def test_excel_numbers_its_first_days_otherwise(compute: Compute) -> None:
    dates: Any = pytest.importorskip("openpyxl.utils.datetime", reason="openpyxl is not installed")
    days = [*(dt.date(1900, 1, 1) + dt.timedelta(at) for at in range(120)), dt.date.max]
    days += [day.gregorian for day in random_days(1279, 1500, 500)]
    assert all(dates.from_excel(excel(day)).date() == day for day in days if day.year > 1900)
    solar = [Date.from_gregorian(day) for day in days]
    table = compute(
        [excel(day), text, *map(int, str(own).split("-")), *formulas]
        for row, (day, own, text) in enumerate(zip(days, solar, written(solar), strict=True), 1)
        for formulas in [
            [
                *(sheets.formula("excel", field, f"A{row}") for field in ("text", "weekday", "month_start")),
                sheets.to_gregorian("excel", f"B{row}"),
                sheets.to_gregorian("excel", f"C{row}", f"D{row}", f"E{row}"),
            ]
        ]
    )
    for row, day, own in zip(table, days, solar, strict=True):
        start = Date(own.year, own.month, 1).gregorian
        first = excel(start) if start >= dt.date(1900, 1, 1) else serial(start) - 1  # a number that Excel does not show
        assert row[5:8] == [str(own), str(day.isoweekday()), str(first)]
        assert row[8:] == [str(excel(day))] * 2 or (own.year > 9000 and row[9] == str(excel(day))), row


def test_excel_has_no_day_sixty_and_none_before_its_first(compute: Compute) -> None:
    cells = [0, 0.5, 60, 60.5, -1, 2958466]
    table = compute([cell, *(sheets.formula("excel", field, f"A{row}") for field in sheets.FIELDS)]
                    for row, cell in enumerate(cells, 1))  # fmt: skip
    assert all(failed(value) for row in table for value in row[1:])
    texts = ["1278/10/10", "1178/01/01", "1278-01-01"]
    assert all(failed(row[1]) for row in compute([text, sheets.to_gregorian("excel", f"A{row}")]
                                                 for row, text in enumerate(texts, 1)))  # fmt: skip


def test_a_workbook_that_counts_from_1904(compute: Compute) -> None:
    """What the guide to Excel says of it: the cell is an expression, which leaves empty cells empty."""
    cells = [*(excel(day.gregorian) - 1462 for day in random_days(1283, 1500, 50)), None]
    expression = 'IF(A{0}="","",A{0}+1462)'
    table = compute(
        [cell, sheets.formula("excel", "text", expression.format(row))] for row, cell in enumerate(cells, 1)
    )
    assert [row[1] for row in table] == [*map(str, random_days(1283, 1500, 50)), ""]


PATTERNS = ["%Y/%m/%d", "%A %-d %B %Y", "%d %b", "%-m", "%j %u %e", '%a "%x" 100%%', "no directive", "%F"]


@pytest.mark.parametrize("lang", ["en", "fa", "prs", "ps", "ckb", "ar"])
def test_texts_are_those_of_format(lang: str, compute: Compute) -> None:
    days = random_days(1178, 1500, 60)
    table = compute(
        [
            serial(day.gregorian),
            *(sheets.formula("libreoffice", "text", f"A{row}", pattern=pattern, lang=lang) for pattern in PATTERNS),
        ]
        for row, day in enumerate(days, 1)
    )
    assert [row[1:] for row in table] == [[day.format(pattern, lang=lang) for pattern in PATTERNS] for day in days]


def test_one_formula_reads_a_range(compute: Compute) -> None:
    array: Any = pytest.importorskip("openpyxl.worksheet.formula", reason="openpyxl is not installed").ArrayFormula
    days = random_days(1279, 1500, 40)
    cells = [*(excel(day.gregorian) for day in days), None, "text", 60]
    fields = ["year", "month", "day", "weekday", "day_of_year", "season", "month_length"]
    rows = [[cell, *[None] * len(fields)] for cell in cells]
    for at, field in enumerate(fields, 1):
        target = f"{chr(65 + at)}1:{chr(65 + at)}{len(cells)}"
        rows[0][at] = array(target, sheets.formula("excel", field, f"A1:A{len(cells)}"))
    table = compute(rows)
    wanted = [
        [value for field, value in zip(sheets.FIELDS, values(day), strict=True) if field in fields] for day in days
    ]
    assert [row[1:] for row in table[: len(days)]] == wanted
    assert table[-3][1:] == [""] * len(fields)
    assert all(failed(value) for row in table[-2:] for value in row[1:])


def arguments(text: str) -> tuple[list[str], str]:
    """The arguments of a call, from behind its parenthesis, and what follows it."""
    depth, quoted, found, start = 1, False, list[str](), 0
    for at, letter in enumerate(text):
        quoted ^= letter == '"'
        if not quoted:
            depth += (letter in "({") - (letter in ")}")
            if depth == 0 or (depth == 1 and letter == ","):
                found.append(text[start:at])
                start = at + 1
            if depth == 0:
                return found, text[start:]
    raise AssertionError(text)


def without_let(formula: str) -> str:
    """The same formula, with the value of each name of LET in its place."""
    before, let, rest = formula.partition("LET(")
    if not let:
        return formula
    found, after = arguments(rest)
    body = found[-1]
    for name, value in reversed(list(zip(found[0:-1:2], found[1:-1:2], strict=True))):
        body = re.sub(rf"\b{name}\b", lambda _, value=value: f"({value})", body)  # type: ignore[misc]
    return f"{before}{body}{after}"


def test_let_says_the_same_in_fewer_words(compute: Compute) -> None:
    days = random_days(1178, 1500, 300)
    texts = [*written(days), *NOT_DATES]
    numbers = [*(serial(day.gregorian) for day in days), *[None] * len(NOT_DATES)]
    rows: list[list[Any]] = []
    for row, (text, number) in enumerate(zip(texts, numbers, strict=True), 1):
        short = [sheets.to_gregorian("libreoffice", f"A{row}", let=True)]
        short += [sheets.formula("libreoffice", field, f"B{row}", let=True) for field in ("text", "is_leap")]
        rows.append([text, number, *map(without_let, short)])
    table = compute(rows)
    for got, day in zip(table, days, strict=False):
        assert got[2:] == [str(serial(day.gregorian)), str(day), str(is_leap(day.year)).upper()]
    assert all(failed(got[2]) and got[3:] == ["", ""] for got in table[len(days) :])
