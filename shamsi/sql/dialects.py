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
    text: str = "VARCHAR"  # the name of the type of texts of any length
    character: str = "chr({code})"  # a text of the character with this code point
    matches: str = ""  # whether {text} fits a regular expression
    default: str = " DEFAULT {value}"  # what follows a parameter that may be left out
    shared: str = ""  # {body}, in which {name} is the {value}, computed once; or else
    procedure: str = ""  # as function, with the {declared} variables, and the {steps} before {body}
    declared: str = "{name} {type};"
    step: str = "{name} := {value};"
    groups: str = ""  # what {pattern} captures in {text}; {names} are 'p1', 'p2' and so on,
    part: str = ""  # and of such {parts} the one at {place} or {index}; '' where there is none
    cut: str = ""  # {text} without what the first match of {pattern} covers
    finds: str = ""  # whether {text} has the {mark}
    latin: str = ""  # {text} if nothing in it must be written otherwise, or else {translated}
    chosen: str = ""  # of a list of {items} the one at {place}, null at 0
    timestamp: str = ""  # the timestamp of {cell}, microseconds since the first day
    fails: str = ""  # raises an error with a {message}; a text
    types: dict[str, str] = field(default_factory=dict[str, str])
    steps: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])  # of a procedure


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
        default=" := {value}",
        shared="(SELECT {body} FROM (SELECT {value} AS {name}) AS q_{name})",
        groups="regexp_extract({text}, '{pattern}', [{names}])",
        part="{parts}.p{place}",
        cut="regexp_replace({text}, '{pattern}', '')",
        finds="contains({text}, '{mark}')",
        latin=(
            "CASE WHEN regexp_full_match(CAST({text} AS VARCHAR), '[0-9][ -~]*[0-9]') "
            "THEN CAST({text} AS VARCHAR) ELSE {translated} END"
        ),
        chosen="[{items}][{place}]",
        timestamp=f"{_START.replace('DATE', 'TIMESTAMP')} + to_microseconds({{cell}})",
        fails="error({message})",
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
        text="text",
        matches="{text} ~ '^(?:{pattern})$'",
        procedure=(
            "CREATE OR REPLACE FUNCTION {name}({parameters}) RETURNS {returns}"
            " LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $shamsi$"
            "DECLARE {declared} BEGIN {steps} RETURN {body}; END$shamsi$;"
        ),
        groups="regexp_match({text}, '{pattern}')",
        part="coalesce({parts}[{place}], '')",
        cut="regexp_replace({text}, '{pattern}', '')",
        finds="strpos({text}, '{mark}') > 0",
        latin="CASE WHEN {text} ~ '^[0-9][-0-9/.: ]*[0-9]$' THEN {text} ELSE {translated} END",
        chosen="(ARRAY[{items}])[{place}]",
        timestamp=(
            "timestamp '0622-03-21' + make_interval(days => ({cell} / 86400000000)::integer, "
            "secs => ({cell} % 86400000000) / 1000000.0)"
        ),
        fails="CAST(CAST({message} AS bigint) AS text)",
        types={
            "date": "date",
            "number": "integer",
            "whole": "bigint",
            "truth": "boolean",
            "text": "text",
            "timestamp": "timestamp",
            "groups": "text[]",
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
        text="STRING",
        matches="{text} RLIKE '^(?:{pattern})$'",
        shared="transform(array({value}), {name} -> {body})[0]",
        groups="split(regexp_replace({text}, '{pattern}', '{marked}'), '\\u0001')",
        part="coalesce(get({parts}, {index}), '')",
        cut="regexp_replace({text}, '{pattern}', '')",
        finds="contains({text}, '{mark}')",
        latin="CASE WHEN {text} RLIKE '^[0-9][ -~]*[0-9]$' THEN {text} ELSE {translated} END",
        chosen="get(array({items}), CAST({place} - 1 AS INT))",
        timestamp=(
            "timestamp_ntz'0622-03-21 00:00:00' + make_dt_interval("
            "CAST({cell} div 86400000000 AS INT), 0, 0, "
            "CAST({cell} % 86400000000 AS DECIMAL(18, 0)) / 1000000)"
        ),
        fails="raise_error({message})",
        types={
            "date": "DATE",
            "number": "INT",
            "whole": "BIGINT",
            "truth": "BOOLEAN",
            "text": "STRING",
            "timestamp": "TIMESTAMP_NTZ",
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
