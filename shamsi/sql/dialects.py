"""What databases write differently, as templates: division, dates, text and functions."""

from dataclasses import dataclass, field

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.kernel import MIN_DAYS

_START = "DATE '0622-03-21'"  # the first day: days are counted from it, so that none is negative
_BEFORE_1970 = -MIN_DAYS
_JULIAN_DAY = 1948320  # of that first day, at its noon


@dataclass(frozen=True, slots=True)
class Dialect:
    """The templates of a dialect; those of functions are empty if its SQL cannot define any."""

    division: str
    since: str  # days since the first day, of a {column} of dates
    date: str  # the reverse, of {since}
    number: str  # an integer column of {number}
    padded: str  # {number} as text of {width} digits
    whole: str = (
        "{number}"  # an integer of 64 bits, null for anything else; narrow ones would overflow
    )
    staged: str = (
        ""  # {field} of `since` and `passed`, each computed once, where expressions are not shared
    )
    function: str = ""  # with its {name}, {parameters}, the type that it {returns} and its {body}
    character: str = "chr({code})"  # a text of the character with this code point
    matches: str = ""  # whether {text} fits a regular expression
    types: dict[str, str] = field(default_factory=dict[str, str])


DIALECTS = {
    "duckdb": Dialect(
        division="//",
        since=f"TRY_CAST({{column}} AS DATE) - {_START}",
        date=f"{_START} + CAST({{since}} AS INTEGER)",
        number="CAST({number} AS INTEGER)",
        padded="lpad(CAST({number} AS VARCHAR), {width}, '0')",
        whole="TRY_CAST({number} AS BIGINT)",
        function="CREATE OR REPLACE MACRO {name}({parameters}) AS {body};",
        matches="regexp_full_match({text}, '{pattern}')",
    ),
    "postgresql": Dialect(
        division="/",
        since=(
            "CASE WHEN isfinite(CAST({column} AS date)) "
            f"THEN CAST({{column}} AS date) - {_START} END"
        ),
        date=f"{_START} + CAST({{since}} AS integer)",
        number="CAST({number} AS integer)",
        padded="lpad(CAST({number} AS text), {width}, '0')",
        whole="CAST({number} AS bigint)",
        function=(
            "CREATE OR REPLACE FUNCTION {name}({parameters}) RETURNS {returns}"
            " LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN {body};"
        ),
        matches="{text} ~ '^{pattern}$'",
        types={
            "date": "date",
            "number": "integer",
            "whole": "bigint",
            "truth": "boolean",
            "text": "text",
        },
    ),
    "sparksql": Dialect(
        division="div",
        # far dates pass 31 bits
        since=f"unix_date(try_cast({{column}} AS DATE)) + {_BEFORE_1970}L",
        date=f"date_from_unix_date(CAST({{since}} - {_BEFORE_1970} AS INT))",
        number="CAST({number} AS INT)",
        padded="lpad(CAST({number} AS STRING), {width}, '0')",
        whole="try_cast({number} AS BIGINT)",
        function=(
            "CREATE OR REPLACE TEMPORARY FUNCTION {name}({parameters}) "
            "RETURNS {returns} RETURN {body};"
        ),
        character="'\\u{code:04x}'",
        matches="{text} RLIKE '^{pattern}$'",
        types={
            "date": "DATE",
            "number": "INT",
            "whole": "BIGINT",
            "truth": "BOOLEAN",
            "text": "STRING",
        },
    ),
    "sqlite": Dialect(
        division="/",
        since=f"CAST(julianday({{column}}) + 0.5 AS INTEGER) - {_JULIAN_DAY}",
        date=f"date({{since}} + {_JULIAN_DAY - 0.5})",
        number="{number}",
        padded="substr('000' || {number}, -{width})",
        whole="CAST({number} AS INTEGER)",
        staged=(
            "(SELECT {field} FROM "
            "(SELECT since, {passed} AS passed FROM (SELECT {since} AS since)))"
        ),
    ),
}


def dialect_of(name: str) -> Dialect:
    """The dialect of that name; raises ShamsiError with the names that there are."""
    if name not in DIALECTS:
        raise ShamsiError(f"dialect must be one of {', '.join(DIALECTS)}, got {shown(name)}")
    return DIALECTS[name]
