"""What databases write differently, as templates: division, dates, text and functions."""

from dataclasses import dataclass, field

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.kernel import MIN_DAYS
from shamsi.sql.sql_terms import SqlArithmetic

_START = "DATE '0622-03-21'"  # the first day: days are counted from it, so that none is negative
_BEFORE_1970 = -MIN_DAYS
_JULIAN_DAY = 1948320  # of that first day, at its noon
_DAY_OF_MYSQL = 227260  # TO_DAYS of that first day
# ClickHouse: days since 1970-01-01 of a date, a text or a number of them. Texts such as 2025-02-30
# become other days; in older versions, those outside 1900..2299 become the first or the last one.
_TEXT = "left(toString({column}), 10)"
_NUMBER_OF_DATE = (
    "multiIf(position(toTypeName({column}), 'String') > 0, "
    f"if(toString(toDate32OrNull({_TEXT})) = {_TEXT}, toInt64(toDate32OrNull({_TEXT})), NULL), "
    "position(toTypeName({column}), 'DateTime') > 0, "
    "toInt64(accurateCastOrNull({column}, 'Date32')), "
    "accurateCastOrNull({column}, 'Int64'))"
)
_DATE_OF_NUMBER = "arrayMap(n -> if(toInt64(toDate32(n)) = n, toDate32(n), NULL), [{number}])[1]"


@dataclass(frozen=True, slots=True)
class Dialect:
    """The templates of a dialect; those of functions are empty if its SQL cannot define any."""

    since: str  # days since the first day, of a {column} of dates
    date: str  # the reverse, of {since}
    number: str  # an integer column of {number}
    padded: str  # {number} as text of {width} digits
    division: str = ""  # the operator, or else
    quotient: str = ""  # of whole numbers, {number} and {divisor}
    remainder: str = "{number} % {divisor}"  # without % where drivers take it for a parameter
    truth: str = ""  # a {condition} as a number, where the type of a column cannot be boolean
    # an integer of 64 bits, null for anything else; narrow ones would overflow
    whole: str = "{number}"
    # {field} of `since` and `passed`, each computed once, where expressions are not shared
    staged: str = ""
    function: str = ""  # with its {name}, {parameters}, the type that it {returns} and its {body}
    text: str = "VARCHAR"  # the name of the type of texts of any length
    overload: str = ""  # a {name} that has the parameter `text` too, where functions share names
    composed: bool = True  # functions call each other, where that costs less than computing again
    character: str = "chr({code})"  # a text of one character, of a code point or its {utf8} in hex
    solar: str = "{year} || '-' || {month} || '-' || {day}"
    digits: str = "translate({text}, '{old}' || {marks}, '{new}')"  # empty: REPLACE, one by one
    numbers: str = "split_part({text}, {separator}, {part})"  # parts of a date, counted from one
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
    alias: str = ""  # another name that is accepted


DIALECTS = {
    "bigquery": Dialect(
        quotient="DIV({number}, {divisor})",
        remainder="MOD({number}, {divisor})",
        since=f"DATE_DIFF(SAFE_CAST({{column}} AS DATE), {_START}, DAY)",
        date=f"DATE_ADD({_START}, INTERVAL {{since}} DAY)",
        number="CAST({number} AS INT64)",
        padded="LPAD(CAST({number} AS STRING), {width}, '0')",
        whole="SAFE_CAST({number} AS INT64)",
    ),
    "clickhouse": Dialect(
        division="DIV",
        remainder="{number} MOD {divisor}",
        since=f"{_NUMBER_OF_DATE} + {_BEFORE_1970}",
        date=_DATE_OF_NUMBER.format(number=f"{{since}} - {_BEFORE_1970}"),
        staged="arrayMap(since -> arrayMap(passed -> {field}, [{passed}])[1], [{since}])[1]",
        composed=False,
        number="toInt32({number})",
        padded="leftPad(toString({number}), {width}, '0')",
        whole="accurateCastOrNull({number}, 'Int64')",
        function="CREATE OR REPLACE FUNCTION {name} AS ({parameters}) -> {body};",
        character="unhex('{utf8}')",
        matches="match({text}, '^{pattern}$')",
        digits=(
            "replaceRegexpAll(translateUTF8({text}, '{old}', '{new}'), '[' || {marks} || ']', '')"
        ),
        numbers="extractAll(ifNull({text}, ''), '[0-9]+')[{part}]",
    ),
    "duckdb": Dialect(
        division="//",
        since=f"TRY_CAST({{column}} AS DATE) - {_START}",
        date=f"{_START} + CAST({{since}} AS INTEGER)",
        number="CAST({number} AS INTEGER)",
        padded="lpad(CAST({number} AS VARCHAR), {width}, '0')",
        whole="TRY_CAST({number} AS BIGINT)",
        function="CREATE OR REPLACE MACRO {name}({parameters}) AS {body};",
        overload=(
            "CREATE OR REPLACE MACRO {name}({parameters}) AS {body}, "
            "(text) AS {name_of_text}(text);"
        ),
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
    "mysql": Dialect(
        alias="mariadb",
        division="DIV",
        remainder="{number} MOD {divisor}",
        since=f"TO_DAYS({{column}}) - {_DAY_OF_MYSQL}",
        date=f"FROM_DAYS({{since}} + {_DAY_OF_MYSQL})",
        number="CAST({number} AS SIGNED)",
        padded="LPAD({number}, {width}, '0')",
        whole="CAST({number} AS SIGNED)",
        function=(
            "DROP FUNCTION IF EXISTS {name};\nCREATE FUNCTION {name}({parameters}) "
            "RETURNS {returns} DETERMINISTIC SQL SECURITY INVOKER RETURN {body};"
        ),
        composed=False,
        character="_utf8mb4 0x{utf8}",
        solar="CONCAT({year}, '-', {month}, '-', {day})",
        matches="{text} REGEXP '^{pattern}(?!(?s:.))'",  # $ would take a line feed after it
        digits="",
        numbers="SUBSTRING_INDEX(SUBSTRING_INDEX({text}, {separator}, {part}), {separator}, -1)",
        types={
            "moment": "DATETIME(6)",  # MySQL rounds 23:59:59.5 to a DATE of the next day
            "date": "DATE",
            "number": "INT",
            "whole": "BIGINT",
            "truth": "BOOLEAN",
            "text": "VARCHAR(10) CHARACTER SET ascii",  # compares with columns of any collation
            "any_text": "TEXT CHARACTER SET utf8mb4",
        },
    ),
    "postgresql": Dialect(
        alias="postgres",
        division="/",
        remainder="mod({number}, {divisor})",
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
        overload=(
            "CREATE OR REPLACE FUNCTION {name}(text text) RETURNS {returns}"
            " LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN {name_of_text}(text);"
        ),
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
            "secs => mod({cell}, 86400000000) / 1000000.0)"
        ),
        fails="CAST(CAST({message} AS bigint) AS text)",
        types={
            "moment": "date",
            "date": "date",
            "number": "integer",
            "whole": "bigint",
            "truth": "boolean",
            "text": "text",
            "any_text": "text",
            "timestamp": "timestamp",
            "groups": "text[]",
        },
    ),
    "snowflake": Dialect(
        quotient="FLOOR({number} / {divisor})",  # of decimal numbers
        remainder="MOD({number}, {divisor})",
        since=f"DATEDIFF(day, {_START}, CAST({{column}} AS DATE))",
        date=f"DATEADD(day, {{since}}, {_START})",
        number="CAST({number} AS INTEGER)",
        padded="LPAD(CAST(CAST({number} AS INTEGER) AS VARCHAR), {width}, '0')",
        whole="TRY_TO_NUMBER(TO_VARCHAR({number}))",
    ),
    "sparksql": Dialect(
        alias="spark",
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
        matches="{text} RLIKE '^(?:{pattern})(?!(?s:.))'",  # $ would take a line feed after it
        shared="transform(array({value}), {name} -> {body})[0]",
        groups="split(regexp_replace({text}, '{pattern}', '{marked}'), '\\u0001')",
        part="coalesce(get({parts}, {index}), '')",
        cut="regexp_replace({text}, '{pattern}', '')",
        finds="contains({text}, '{mark}')",
        latin=(
            "CASE WHEN {text} RLIKE '^[0-9][ -~]*[0-9](?!(?s:.))' THEN {text} ELSE {translated} END"
        ),
        chosen="get(array({items}), CAST({place} - 1 AS INT))",
        timestamp=(
            "timestamp_ntz'0622-03-21 00:00:00' + make_dt_interval("
            "CAST({cell} div 86400000000 AS INT), 0, 0, "
            "CAST({cell} % 86400000000 AS DECIMAL(18, 0)) / 1000000)"
        ),
        fails="raise_error({message})",
        types={
            "moment": "DATE",
            "date": "DATE",
            "number": "INT",
            "whole": "BIGINT",
            "truth": "BOOLEAN",
            "text": "STRING",
            "any_text": "STRING",
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
    "trino": Dialect(
        division="/",
        since=f"date_diff('day', {_START}, TRY_CAST({{column}} AS DATE))",
        date=f"date_add('day', {{since}}, {_START})",
        number="CAST({number} AS INTEGER)",
        padded="lpad(CAST({number} AS VARCHAR), {width}, '0')",
        whole="TRY_CAST({number} AS BIGINT)",
    ),
    "tsql": Dialect(
        alias="mssql",
        division="/",
        truth="CASE WHEN {condition} THEN 1 ELSE 0 END",
        since="DATEDIFF(day, CAST('0622-03-21' AS date), TRY_CAST({column} AS date))",
        date="DATEADD(day, CAST({since} AS int), CAST('0622-03-21' AS date))",
        number="CAST({number} AS int)",
        padded="RIGHT('000' + CAST({number} AS varchar(4)), {width})",
        solar="{year} + '-' + {month} + '-' + {day}",
        whole="TRY_CAST({number} AS bigint)",
    ),
}


def arithmetic_of(words: Dialect) -> SqlArithmetic:
    """How a dialect divides whole numbers."""
    quotient = words.quotient or f"{{number}} {words.division} {{divisor}}"
    return SqlArithmetic(quotient, words.remainder, words.truth)


_BY_ALIAS = {words.alias: words for words in DIALECTS.values() if words.alias}


def dialect_of(name: str) -> Dialect:
    """The dialect of that name or alias; raises ShamsiError with the names that there are."""
    found = DIALECTS.get(name) or _BY_ALIAS.get(name)
    if found is None:
        names = (
            f"{key} (or {words.alias})" if words.alias else key for key, words in DIALECTS.items()
        )
        raise ShamsiError(f"dialect must be one of {', '.join(names)}, got {shown(name)}")
    return found
