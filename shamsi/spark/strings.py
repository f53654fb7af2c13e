"""Days as text, as native columns."""

# pyright: basic, reportMissingImports=false
# (PySpark's and PyArrow's functions are annotated in part, and need not be installed)

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pyspark.sql import Column
from pyspark.sql import functions as F

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.kernel import year_start
from shamsi.columns.units import Unit, first_month_of
from shamsi.formats.directives import CLOCK, DATE, DIRECTIVES, WEEKDAY, Token, tokens
from shamsi.formats.names import DIGITS, numerals
from shamsi.formats.writing import compiled
from shamsi.spark.fields import Dates, day_of, floor
from shamsi.sql.formulas import Day

_LATIN = DIGITS["latn"]
_LITERAL = -1  # a kind beside those of directives
_YEAR = (year_start(1403), year_start(1404) - 1)  # 366 days, whose texts serve every year
_WEEK = (-3, 3)  # a Monday and a Sunday


def to_solar_string(
    dates: Dates, /, pattern: str = "%Y-%m-%d", *, lang: str = "en", digits: str | None = None
) -> Column:
    """Return Gregorian days as text, by a pattern of `Date.format` that prints no time of day.

    Language and digits are those of `Date.format`, too. Raises ShamsiError for an unknown
    directive, language or numbering system, and for a directive of the clock.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> days = spark.sql("SELECT date'2025-03-20' AS day")
    >>> days.select(to_solar_string("day", "%A %-d %B %Y", lang="fa")).first()[0]
    'پنجشنبه ۳۰ اسفند ۱۴۰۳'
    """
    day, ten = day_of(dates), numerals(lang, digits)
    parts: list[Column] = []
    for kind, group in groupby(tokens(pattern), _kind):
        if kind == DATE:
            parts.append(_looked_up(day.passed, _printed(list(group), lang, digits, _YEAR)))
        elif kind == WEEKDAY:
            parts.append(_looked_up(day.weekday - 1, _printed(list(group), lang, digits, _WEEK)))
        elif kind == CLOCK:
            name = next(group).text
            raise ShamsiError(
                f"pattern must not print the time of day, which {name} does: cut it off, "
                f"got {shown(pattern)}"
            )
        else:
            parts += [
                F.lit(token.text) if kind == _LITERAL else _number(day, token, ten)
                for token in group
            ]
    return F.when(day.passed.isNotNull(), F.concat(F.lit(""), *parts)).alias("solar_string")


strftime = to_solar_string  # the name that pandas, Polars and NumPy have for it


def month_name(dates: Dates, /, lang: str = "en") -> Column:
    """Return the names of the months in a language of `Date.format`; raises as `to_solar_string`.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> spark.sql("SELECT date'2025-03-20' AS day").select(month_name("day", "prs")).first()[0]
    'حوت'
    """
    return to_solar_string(dates, "%B", lang=lang).alias("month_name")


def weekday_name(dates: Dates, /, lang: str = "en") -> Column:
    """Return the names of the days of the week in a language; raises as `to_solar_string`.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> spark.sql("SELECT date'2025-03-20' AS day").select(weekday_name("day")).first()[0]
    'Thursday'
    """
    return to_solar_string(dates, "%A", lang=lang).alias("weekday_name")


def period(dates: Dates, /, unit: Unit, *, first_month: int | None = None) -> Column:
    """Return each day's Solar Hijri unit as text, as `Period.native` writes it: keys to group by.

    Units are those of `floor`, written 1404-08-14, 1404-08-10/1404-08-16 (week), 1404-08, 1404-S3,
    1404-Q3, 1404-H2, 1404, 140X and 1403-10/1404-09 (fiscal year). They sort as the days do. Raises
    as `floor` does.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> spark.sql("SELECT date'2025-03-20' AS day").select(period("day", "quarter")).first()[0]
    '1403-Q4'
    """
    start, day = first_month_of(unit, first_month), day_of(dates)
    if unit == "week":
        saturday = floor(dates, "week")
        ends = (saturday, F.date_add(saturday, 6))
        text = F.concat_ws("/", *(to_solar_string(each) for each in ends))
        return F.when(saturday.isNotNull(), text).alias("week_period")
    if unit == "fiscal_year" and start > 1:
        last = day.fiscal_year(start)
        months = (f"-{start:02d}/", f"-{start - 1:02d}")
        text = F.concat(_four(last - 1), F.lit(months[0]), _four(last), F.lit(months[1]))
        text = F.when(last > 1, text)
    elif unit == "decade":
        text = F.concat(F.lpad(_tens(day.year), 3, "0"), F.lit("X"))
    elif unit in ("season", "quarter", "half"):
        part = day.half if unit == "half" else day.season
        text = F.concat(_four(day.year), F.lit(f"-{unit[0].upper()}"), part.cast("string"))
    else:
        text = to_solar_string(dates, {"day": "%Y-%m-%d", "month": "%Y-%m"}.get(unit, "%Y"))
    return text.alias(f"{unit}_period")


def _four(year: Column) -> Column:
    return F.lpad(year.cast("string"), 4, "0")


def _tens(year: Column) -> Column:
    return F.call_function("div", year, F.lit(10)).cast("string")


def _kind(token: Token) -> int:
    return DIRECTIVES[token.letter].kind if token.letter else _LITERAL


def _looked_up(place: Column, texts: Sequence[str]) -> Column:
    """Of some texts the one at a place, counted from 0; they are a constant of the plan."""
    everything = "".join(texts)
    separator = next(mark for mark in map(chr, range(0xE000, 0xF8FF)) if mark not in everything)
    return F.get(F.split(F.lit(separator.join(texts)), separator), place.cast("int"))


def _printed(
    group: Sequence[Token], lang: str, digits: str | None, days: tuple[int, int]
) -> list[str]:
    return compiled("".join(token.text for token in group), lang, digits).texts(*days)


def _number(day: Day, token: Token, ten: str) -> Column:
    """The text of a year or of a week."""
    number = _years_and_weeks(day)[token.letter]
    if not token.padded:
        return F.translate(number.cast("string"), _LATIN, ten)
    pairs = [ten[n // 10] + ten[n % 10] for n in range(100)]
    if DIRECTIVES[token.letter].width == 2:
        return _looked_up(number, pairs)
    return F.concat(
        _looked_up(F.call_function("div", number, F.lit(100)), pairs),
        _looked_up(number % 100, pairs),
    )


def _years_and_weeks(day: Day) -> dict[str, Column]:
    """The numbers of these directives; weeks begin on Saturday, and CLDR takes Friday's year."""
    left = F.lit(6) - (day.since + 5) % 7  # days to the Friday
    friday = day.moved(left)
    week = F.call_function("div", day.passed + left, F.lit(7)) + 1
    return {
        "Y": day.year,
        "y": day.year % 100,
        "C": F.call_function("div", day.year, F.lit(100)),
        "U": week,
        "W": week,
        "V": F.call_function("div", friday.passed, F.lit(7)) + 1,
        "G": friday.year,
    }
