"""The fields of a day as SQL: an expression for any column, or functions of a database."""

from shamsi._errors import ShamsiError, shown
from shamsi.sql.dialects import Dialect, dialect_of
from shamsi.sql.formulas import Day, since_of
from shamsi.sql.sql_terms import Sql, SqlArithmetic
from shamsi.sql.text_macros import statement, text_functions

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
    "to_solar_string": "text",
}
FIELDS = tuple(_FORM)
_FORM_OF_FUNCTION = {"passed": "number", **_FORM}
_KNOWN = ("passed", "year", "month", "day", "is_leap")  # functions that others are written with


def expression(dialect: str, field: str, column: str) -> str:
    """Return the SQL text that computes a field of a column of Gregorian dates.

    The dialect is duckdb, postgresql, sparksql or sqlite, the field one of FIELDS; `column` is SQL
    and is written into the text as it is, several times over, so name a column. Null, and a day
    outside 0622-03-21..9999-12-31, give null. A timestamp counts as the day that the database shows
    of it. Raises ShamsiError for a dialect or a field that is not known.

    >>> expression("duckdb", "weekday", "born")[:64]
    "CAST(CASE WHEN (TRY_CAST(born AS DATE) - DATE '0622-03-21') < 0 "
    """
    words = dialect_of(dialect)
    if field not in _FORM:
        raise ShamsiError(f"field must be one of {', '.join(FIELDS)}, got {shown(field)}")
    arithmetic, since = SqlArithmetic(words.division), words.since.format(column=column)
    if not words.staged:
        return _column(words, field, Day(arithmetic, Sql(since, whole=False)))
    name = Sql("since")
    answer = _column(words, field, Day(arithmetic, name, {"passed": Sql("passed")}))
    return words.staged.format(field=answer, passed=Day(arithmetic, name).passed.text, since=since)


def to_gregorian(dialect: str, year: str, month: str, day: str) -> str:
    """Return SQL text for the Gregorian date of three integer columns; null if not a date.

    Raises as `expression` does; the columns are SQL and written into the text as they are.

    >>> to_gregorian("duckdb", "y", "m", "d")[:54]
    "DATE '0622-03-21' + CAST(CASE WHEN TRY_CAST(y AS BIGIN"
    """
    words = dialect_of(dialect)
    terms = [Sql(words.whole.format(number=number)) for number in (year, month, day)]
    return words.date.format(since=since_of(SqlArithmetic(words.division), *terms).text)


def macros(dialect: str) -> str:
    """Return the statements that create a function for each field, such as `shamsi_year(day)`.

    The fields end with `shamsi_to_solar_string(day)`. `shamsi_to_gregorian(year, month, day)` and
    `shamsi_text_to_gregorian(text)` go the other way. The dialect is duckdb (macros), postgresql
    (from version 14) or sparksql (temporary functions). One statement per line, each with its
    semicolon. Raises ShamsiError for SQLite, whose SQL creates no functions, and for an unknown
    dialect.

    >>> print(macros("duckdb").splitlines()[6])
    CREATE OR REPLACE MACRO shamsi_day_of_year(day) AS CAST(shamsi_passed(day) + 1 AS INTEGER);
    """
    words = dialect_of(dialect)
    if not words.function:
        how = "use expression and to_gregorian, or the calendar table"
        raise ShamsiError(f"{dialect} cannot create functions in SQL: {how}")
    fields = ("year", "month", "day")
    whole = " ".join(f"{field}:whole" for field in fields)
    return "".join(
        [
            _function(words, "days_since", "day:date", "whole", words.since.format(column="day")),
            *(
                _function(words, name, "day:date", form, _by_name(words, name))
                for name, form in _FORM_OF_FUNCTION.items()
            ),
            _function(words, "to_gregorian", whole, "date", to_gregorian(dialect, *fields)),
            *(
                statement(words, _head(words, *each[:3]), each) + "\n"
                for each in text_functions(words)
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
    """A field of the parameter `day`; existing functions replace what they compute."""
    known = {name: Sql(f"shamsi_{name}(day)") for name in _KNOWN if name != field}
    return _column(
        words, field, Day(SqlArithmetic(words.division), Sql("shamsi_days_since(day)"), known)
    )


def _column(words: Dialect, field: str, day: Day) -> str:
    """A field's term as a column of its type."""
    form = _FORM_OF_FUNCTION[field]
    if form == "text":
        parts = (("year", 4), ("month", 2), ("day", 2))
        return " || '-' || ".join(
            words.padded.format(number=day.term(part).text, width=width) for part, width in parts
        )
    term: Sql = getattr(day, field)
    if form == "date":
        return words.date.format(since=term.text)
    return words.number.format(number=term.text) if form == "number" else term.text
