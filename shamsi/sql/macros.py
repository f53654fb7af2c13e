"""The fields of a day as SQL: an expression for any column, or functions of a database."""

from collections.abc import Callable, Sequence

from shamsi._errors import ShamsiError, shown
from shamsi.formats.names import FILES, names
from shamsi.sql.dialects import Dialect, arithmetic_of, dialect_of
from shamsi.sql.formulas import Day, since_of
from shamsi.sql.sql_terms import Sql
from shamsi.sql.text_macros import plain_functions, statement, text_functions
from shamsi.values.units import first_of_fiscal

_FORM = {  # what becomes of each field's term; the names are keys of Dialect.types
    "year": "number",
    "month": "number",
    "day": "number",
    "weekday": "number",
    "day_of_year": "number",
    "season": "number",
    "is_leap": "truth",
    "month_length": "number",
    "month_start": "date",
    "season_start": "date",
    "year_start": "date",
    "week": "number",
    "week_year": "number",
    "week_jdatetime": "number",
    "quarter": "number",
    "half": "number",
    "week_start": "date",
    "quarter_start": "date",
    "half_start": "date",
    "to_solar_string": "text",
}
FIELDS = tuple(_FORM)
_FISCAL = {"fiscal_year": "number", "fiscal_year_start": "date"}  # with the month they begin with
_NAMES = ("month_name", "weekday_name")  # in a language
_FORM_OF_FUNCTION = {"passed": "number", **_FORM}
_KNOWN = (
    "passed",
    "year",
    "month",
    "day",
    "weekday",
    "is_leap",
)  # functions that others are written with


def expression(
    dialect: str,
    field: str,
    column: str,
    *,
    first_month: int | None = None,
    lang: str | None = None,
) -> str:
    """Return the SQL text that computes a field of a column of Gregorian dates.

    The dialect is clickhouse, duckdb, mysql (MariaDB too), postgresql, sparksql or sqlite; or, read
    but not run in the tests, bigquery, snowflake, trino or tsql (SQL Server). `column` is SQL and
    is written into the text as it is, several times over, so name a column. The field is one of
    FIELDS; "fiscal_year" or "fiscal_year_start", of years that begin with ``first_month``, 1..12,
    and are named by the year in which they end; "month_name" or "weekday_name", in ``lang``, a
    language of `Date.format`, English by default. Null, and a day outside 0622-03-21..9999-12-31,
    give null, and so does the start of a unit that begins before 0622-03-21. A timestamp counts as
    the day that the database shows of it. Raises ShamsiError for a dialect, field or language that
    is not known, DateError for a month outside 1..12, TypeError for an argument that is missing or
    has no use.

    >>> expression("duckdb", "weekday", "born")[:64]
    "CAST(CASE WHEN (TRY_CAST(born AS DATE) - DATE '0622-03-21') < 0 "
    """
    words = dialect_of(dialect)
    if field not in (*_FORM, *_FISCAL, *_NAMES):
        known = ", ".join((*_FORM, *_FISCAL, *_NAMES))
        raise ShamsiError(f"field must be one of {known}, got {shown(field)}")
    if (field in _FISCAL) != (first_month is not None):
        raise TypeError(
            f"{field} needs first_month, the month that fiscal years begin with, such as 10"
            if first_month is None
            else f"first_month belongs to {' and '.join(_FISCAL)}, not to {field}"
        )
    if lang is not None and field not in _NAMES:
        raise TypeError(f"lang belongs to {' and '.join(_NAMES)}, not to {field}")
    month = None if first_month is None else first_of_fiscal(first_month)
    texts = _texts(field, lang or "en") if field in _NAMES else ()

    def written(day: Day) -> str:
        if month is not None:
            return _fiscal(words, field, day, month)
        return _name(field, day, texts).text if texts else _column(words, field, day)

    return _written_out(words, column, written)


def to_gregorian(dialect: str, year: str, month: str, day: str) -> str:
    """Return SQL text for the Gregorian date of three integer columns; null if not a date.

    Raises as `expression` does; the columns are SQL and written into the text as they are.

    >>> to_gregorian("duckdb", "y", "m", "d")[:54]
    "DATE '0622-03-21' + CAST(CASE WHEN TRY_CAST(y AS BIGIN"
    """
    words = dialect_of(dialect)
    terms = [Sql(words.whole.format(number=number)) for number in (year, month, day)]
    return words.date.format(since=since_of(arithmetic_of(words), *terms).text)


def macros(dialect: str) -> str:
    """Return the statements that create a function for each field, such as `shamsi_year(day)`.

    The fields end with `shamsi_to_solar_string(day)`; `shamsi_fiscal_year(day, first_month)` and
    `shamsi_fiscal_year_start(day, first_month)` have a month, `shamsi_month_name(day, lang)` and
    `shamsi_weekday_name(day, lang)` a language; another month or language gives null.
    `shamsi_to_gregorian(year, month, day)` and `shamsi_text_to_gregorian(text)` go the other way.
    DuckDB, PostgreSQL and Spark SQL also have `shamsi_text_to_timestamp(text)`, `shamsi_reason` and
    options; DuckDB and PostgreSQL take `shamsi_to_gregorian(text)` too. The dialect is clickhouse,
    duckdb (macros), mysql (MariaDB too), postgresql (from version 14) or sparksql (temporary
    functions). One statement per line, each with its semicolon. Raises ShamsiError for the others,
    which have only expressions, and for an unknown dialect.

    >>> print(macros("duckdb").splitlines()[6])
    CREATE OR REPLACE MACRO shamsi_day_of_year(day) AS CAST(shamsi_passed(day) + 1 AS INTEGER);
    """
    words = dialect_of(dialect)
    if not words.function:
        how = "use expression and to_gregorian, or the calendar table"
        raise ShamsiError(f"there are no functions for {dialect}: {how}")
    fields = ("year", "month", "day")
    whole = " ".join(f"{field}:whole" for field in fields)
    day, solar = "day:moment", to_gregorian(dialect, *fields)
    overload = f"{words.overload}\n" if words.overload else ""
    return "".join(
        [
            _function(words, "days_since", day, "whole", words.since.format(column="day")),
            *(
                _function(words, name, day, form, _by_name(words, name))
                for name, form in _FORM_OF_FUNCTION.items()
            ),
            *(
                _function(words, name, f"{day} first_month:number", form, _by_month(words, name))
                for name, form in _FISCAL.items()
            ),
            *(
                _function(words, name, f"{day} lang:any_text", "any_text", _by_lang(words, name))
                for name in _NAMES
            ),
            _function(words, "to_gregorian", whole, "date", solar),
            *(
                statement(words, _head(words, *each[:3]), each) + "\n"
                for each in (text_functions if words.groups else plain_functions)(words)
            ),
            overload.format(
                **_head(words, "to_gregorian", whole, "date"),
                body=solar,
                name_of_text="shamsi_text_to_gregorian",
            ),
        ]
    )


def _function(words: Dialect, name: str, parameters: str, returns: str, body: str) -> str:
    """A statement that creates a function; each parameter is a name and the kind of its type."""
    return words.function.format(**_head(words, name, parameters, returns), body=body) + "\n"


def _head(words: Dialect, name: str, parameters: str, returns: str) -> dict[str, str]:
    typed: list[str] = []
    for parameter in parameters.split():
        argument, _, kind = parameter.partition(":")
        kind, _, value = kind.partition("=")
        default = words.default.format(value=value) if value else ""
        typed.append(f"{argument} {words.types[kind]}" if words.types else argument)
        typed[-1] += default
    return {
        "name": f"shamsi_{name}",
        "parameters": ", ".join(typed),
        "returns": words.types.get(returns, ""),
    }


def _by_name(words: Dialect, field: str) -> str:
    """A field of the parameter `day`."""
    return _of_parameter(words, field, lambda day: _column(words, field, day))


def _by_month(words: Dialect, field: str) -> str:
    """A field of the parameter `day` by the parameter `first_month`."""
    return _of_parameter(words, field, lambda day: _fiscal(words, field, day, Sql("first_month")))


def _by_lang(words: Dialect, field: str) -> str:
    """A name of the parameter `day` by the parameter `lang`."""

    def written(day: Day) -> str:
        by_language: Sql = day.arithmetic.case(
            [
                (Sql(f"lang = '{lang}'", compares=True), _name(field, day, _texts(field, lang)))
                for lang in FILES
            ]
        )
        return by_language.text

    return _of_parameter(words, field, written)


def _of_parameter(words: Dialect, field: str, written: Callable[[Day], str]) -> str:
    """What is written of the parameter `day`; existing functions replace what they compute."""
    if not words.composed:
        return _written_out(words, "day", written)
    known = {name: Sql(f"shamsi_{name}(day)") for name in _KNOWN if name != field}
    return written(Day(arithmetic_of(words), Sql("shamsi_days_since(day)"), known))


def _written_out(words: Dialect, column: str, written: Callable[[Day], str]) -> str:
    """What is written of a column without calling functions."""
    arithmetic, since = arithmetic_of(words), words.since.format(column=column)
    if not words.staged:
        return written(Day(arithmetic, Sql(since, whole=False)))
    name = Sql("since")
    answer = written(Day(arithmetic, name, {"passed": Sql("passed")}))
    return words.staged.format(field=answer, passed=Day(arithmetic, name).passed.text, since=since)


def _fiscal(words: Dialect, field: str, day: Day, first_month: Sql | int) -> str:
    term: Sql = getattr(day, field)(first_month)
    form = words.date if _FISCAL[field] == "date" else words.number
    return form.format(since=term.text, number=term.text)


def _name(field: str, day: Day, texts: Sequence[Sql]) -> Sql:
    name: Sql = (day.name_of_month if field == "month_name" else day.name_of_weekday)(texts)
    return name


def _texts(field: str, lang: str) -> tuple[Sql, ...]:
    """The names of months or of days of the week in a language, as SQL."""
    rows = names(lang)["B" if field == "month_name" else "A"]
    return tuple(Sql("'" + row[0].replace("'", "''") + "'") for row in rows)


def _column(words: Dialect, field: str, day: Day) -> str:
    """A field's term as a column of its type."""
    form = _FORM_OF_FUNCTION[field]
    if form == "text":
        parts = (("year", 4), ("month", 2), ("day", 2))
        padded = {
            part: words.padded.format(number=day.term(part).text, width=width)
            for part, width in parts
        }
        return words.solar.format(**padded)
    term: Sql = getattr(day, field)
    if form == "date":
        return words.date.format(since=term.text)
    return words.number.format(number=term.text) if form == "number" else term.text
