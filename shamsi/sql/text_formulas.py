"""Dates in numbers as people type them, read in SQL: the grammar of `Date.parse`, as text of SQL.

A text becomes one whole number, its cell: the microseconds since 0622-03-21 or, below zero, the
place of its reason in REASONS. The steps in between give whole numbers too, so that each is
computed once.
"""

from collections.abc import Callable
from typing import NamedTuple

from shamsi.calendar.eras import IMPERIAL_YEARS
from shamsi.calendar.kernel import EPOCH_ORDINAL, MAX_DAYS, MAX_YEAR, MIN_DAYS, fields, month_length
from shamsi.formats.clock_times import AT_WORDS, half_day_forms
from shamsi.formats.numeric import GREGORIAN_YEARS
from shamsi.sql.dialects import Dialect, arithmetic_of
from shamsi.sql.formulas import since_of
from shamsi.sql.sql_terms import Sql

REASONS = (
    "not-a-date",
    "impossible-date",
    "impossible-time",
    "out-of-range",
    "two-digit-year",
    "ambiguous-order",
    "looks-gregorian",
    "looks-imperial",
    "looks-persian",
    "time-of-day",
    "utc-offset",
    "wrong-weekday",
    "wrong-type",
)
DAY = 86_400_000_000  # microseconds
_PLACES = {reason: -place for place, reason in enumerate(REASONS, 1)}
# added to eight digits, in which all is encoded: year, month, day
_DAY_FIRST, _SHORT, _GREGORIAN = 10**8, 2 * 10**8, 10**9
_SHIFT = 2000  # years: a year of an era may be one below zero
_LAST = fields(MAX_DAYS)

_DATE = "^([0-9]+) *([-/. ]) *([0-9]+) *([-/. ]) *([0-9]+)$"
_FRACTION = "(?:[.,]([0-9]{1,9}))?"
_CLOCK = (
    "^((?:.*?[^0-9:.+])??)([0-9]{1,2}):([0-9]{2})"
    f"(?::([0-9]{{2}}){_FRACTION})?((?:[^0-9:].*)?)$"
)
_OFFSET = " *(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}(?::[0-9]{2})?)(?:[^a-z].*)?"
_BEFORE, _BEHIND = "[- ,;|\u060c\u061b]", "[- :,\u060c]"  # around a word for "at"
_AT = f"(?:{'|'.join(AT_WORDS)})"
_END = f"(?: *t *|(?:^|{_BEFORE}+){_AT}{_BEHIND}*|{_BEFORE}*{_BEHIND}*)$"
_START = f"^(?:{_BEFORE}*{_AT}(?:{_BEHIND}+|$)|{_BEFORE}*{_BEHIND}*)"


class Options(NamedTuple):
    """SQL of what a text may be: null or a year, null or years ahead, and 0 or 1 twice."""

    century: str = "century"
    ahead: str = "ahead"
    passes: str = "passes"  # Gregorian dates are read
    timed: str = "timed"  # times of day are read


def cell(words: Dialect, text: str, options: Options) -> str:
    """Return SQL for the cell of a text that has Latin digits and plain separators.

    Null for null and for a text that is empty.
    """
    has_colon = words.finds.format(text=text, mark=":")
    clock = f"CASE WHEN {has_colon} THEN {_groups(words, f'lower({text})', _CLOCK, 6)} END"
    value = sharing(words, "s_clock", clock, lambda clock: _by_clock(words, text, clock, options))
    return f"CASE WHEN {text} <> '' THEN {value} END"


def _by_clock(words: Dialect, text: str, clock: str, options: Options) -> str:
    before, hour, behind = (_part(words, clock, place) for place in (1, 2, 6))
    rest = f"CASE WHEN {hour} <> '' THEN {_rest_of(words, before, behind)} ELSE {text} END"
    day = sharing(words, "s_rest", rest, lambda rest: _day(words, rest, options))
    return sharing(words, "s_day", day, lambda day: _clocked(words, clock, day, options))


def sharing(words: Dialect, name: str, value: str, body: Callable[[str], str]) -> str:
    """Return SQL of a value that is computed once, under a name: in place, or in a step before."""
    if words.shared:
        return words.shared.format(name=name, value=value, body=body(name))
    words.steps.append((name, value))
    return body(name)


def _day(words: Dialect, text: str, options: Options) -> str:
    """The days since 0622-03-21 of a text without a time, or what is wrong; null if it is empty."""
    dated = sharing(
        words, "s_date", _digits(words, text, options), lambda date: _calendar(words, date, options)
    )
    return sharing(words, "s_calendar", dated, lambda date: _since(words, date))


def _digits(words: Dialect, text: str, options: Options) -> str:
    """The eight digits of a date, and how it is written."""
    eight = words.matches.format(text=text, pattern="[0-9]{8}")
    others = sharing(
        words,
        "s_parts",
        _groups(words, text, _DATE, 5),
        lambda parts: _parts(words, parts, options),
    )
    number = words.whole.format(number=text)
    return (
        f"CASE WHEN {text} = '' THEN NULL WHEN length({text}) = 8 AND {eight} THEN {number} "
        f"ELSE {others} END"
    )


def _parts(words: Dialect, parts: str, options: Options) -> str:
    """The eight digits of three numbers and what is between them."""
    first, mark, second, other, third = (_part(words, parts, place) for place in range(1, 6))

    def packed(year: str, day: str, added: int = 0) -> str:
        number = f"{year} * 10000 + {_whole(words, second)} * 100 + {_whole(words, day)}"
        return f"{number} + {added}" if added else number

    short, century = _whole(words, first), options.century
    full = f"({century} + {_rest(words, f'{short} + 10000 - {century}', 100)})"
    return (
        f"CASE WHEN {mark} = '' OR {mark} <> {other} OR length({second}) > 2 "
        f"THEN {_not('not-a-date')} "
        f"WHEN length({third}) = 4 AND length({first}) < 3 "
        f"THEN {packed(_whole(words, third), first, _DAY_FIRST)} "
        f"WHEN length({third}) > 2 THEN {_not('not-a-date')} "
        f"WHEN length({first}) = 4 THEN {packed(_whole(words, first), third)} "
        f"WHEN length({first}) <> 2 THEN {_not('not-a-date')} "
        f"WHEN {century} IS NULL THEN {_not('two-digit-year')} "
        f"ELSE {packed(full, third, _SHORT)} END"
    )


def _calendar(words: Dialect, date: str, options: Options) -> str:
    """The eight digits of a date, its year in full, marked as Gregorian where it is."""
    quotient = words.division
    year = _rest(words, f"{date} {quotient} 10000", 10000)
    month, day = _rest(words, f"{date} {quotient} 100", 100), _rest(words, date, 100)
    short = f"{date} >= {_SHORT}"
    either = (
        f"{date} >= {_DAY_FIRST} AND {date} < {_SHORT} AND {month} <> {day} "
        f"AND {month} < 13 AND {day} < 13"
    )
    eight, four = _rest(words, date, _DAY_FIRST), _rest(words, date, 10000)
    solar = f"{eight} + ({_SHIFT} - coalesce({options.ahead}, 0)) * 10000"
    swapped = (
        f"CASE WHEN {date} >= {_DAY_FIRST} AND {month} > 12 AND {day} < 13 "
        f"THEN {day} * 100 + {month} ELSE {four} END"
    )
    gregorian = f"{_GREGORIAN} + ({year}) * 10000 + {swapped}"
    looks = "{options.ahead} IS NULL AND {year} BETWEEN {years.start} AND {last}"
    looks_gregorian, looks_imperial = (
        looks.format(options=options, year=year, years=years, last=years.stop - 1)
        for years in (GREGORIAN_YEARS, IMPERIAL_YEARS)
    )
    refused = (
        f"CASE WHEN {options.passes} = 0 THEN {_not('looks-gregorian')} "
        f"WHEN {short} THEN {_not('two-digit-year')} "
        f"WHEN {either} THEN {_not('ambiguous-order')} ELSE {gregorian} END"
    )
    return (
        f"CASE WHEN {date} < 0 THEN {date} WHEN {looks_gregorian} THEN {refused} "
        f"WHEN {looks_imperial} THEN {_not('looks-imperial')} "
        f"WHEN {either} THEN {_not('ambiguous-order')} ELSE {solar} END"
    )


def _since(words: Dialect, date: str) -> str:
    """The days since 0622-03-21 of the eight digits of a date, or what is wrong."""
    division, start = words.division, (_SHIFT, _GREGORIAN)
    month, day = _rest(words, f"{date} {division} 100", 100), _rest(words, date, 100)
    year = f"({date} {division} 10000 - {start[0]})"
    solar = since_of(arithmetic_of(words), Sql(year), Sql(month), Sql(day)).text
    short = month_length(MAX_YEAR, 12)
    beyond = (
        f"{year} = {MAX_YEAR} AND {_rest(words, date, 10000)} > {_LAST[1] * 100 + _LAST[2]} "
        f"AND {month} < 13 AND {day} BETWEEN 1 AND CASE WHEN {month} = 12 THEN {short} ELSE 30 END"
    )
    wrong = (
        f"CASE WHEN {year} < 1 OR {year} > {MAX_YEAR} OR ({beyond}) THEN {_not('out-of-range')} "
        f"ELSE {_not('impossible-date')} END"
    )
    gregorian = _gregorian_since(
        words, f"({date} {division} 10000 - {start[1] // 10000})", month, day
    )
    return (
        f"CASE WHEN {date} IS NULL OR {date} < 0 THEN {date} "
        f"WHEN {date} >= {start[1]} THEN {gregorian} ELSE coalesce({solar}, {wrong}) END"
    )


def _gregorian_since(words: Dialect, year: str, month: str, day: str) -> str:
    """The days since 0622-03-21 of a Gregorian day."""
    division = words.division
    by_4, by_100, by_400 = (_rest(words, year, n) for n in (4, 100, 400))
    leap = f"CASE WHEN {by_4} = 0 AND ({by_100} <> 0 OR {by_400} = 0) THEN 1 ELSE 0 END"
    length = (
        f"CASE WHEN {month} = 2 THEN 28 + {leap} WHEN {month} IN (4, 6, 9, 11) THEN 30 ELSE 31 END"
    )
    before = " ".join(
        f"{sign} ({year} - 1) {division} {n}" for sign, n in (("+", 4), ("-", 100), ("+", 400))
    )
    february = f"CASE WHEN {month} < 3 THEN 0 ELSE {leap} - 2 END"
    ordinal = (
        f"({year} - 1) * 365 {before} + (367 * {month} - 362) {division} 12 + {february} + {day}"
    )
    return (
        f"CASE WHEN {month} NOT BETWEEN 1 AND 12 OR {day} NOT BETWEEN 1 AND {length} "
        f"THEN {_not('impossible-date')} ELSE {ordinal} - {EPOCH_ORDINAL + MIN_DAYS} END"
    )


def _clocked(words: Dialect, clock: str, day: str, options: Options) -> str:
    """The cell of a day or what is wrong with it, and of the parts of a time of day if any."""
    before, hour, minute, second, fraction, behind = (
        _part(words, clock, place) for place in range(1, 7)
    )
    timed, offset = f"{hour} <> ''", words.matches.format(text=behind, pattern=_OFFSET)
    hour = _hour(words, before, hour, behind)
    minute, second = _whole(words, minute), _whole(words, f"('0' || {second})")
    micros = _whole(words, f"substr({fraction} || '000000', 1, 6)")
    clock = f"(({hour} * 60 + {minute}) * 60 + {second}) * 1000000 + {micros}"
    return (
        f"CASE WHEN {timed} THEN CASE WHEN {offset} THEN {_not('utc-offset')} * {DAY} "
        f"WHEN {day} IS NULL THEN {_not('not-a-date')} * {DAY} "
        f"WHEN {hour} > 23 OR {minute} > 59 OR {second} > 59 "
        f"THEN {_not('impossible-time')} * {DAY} "
        f"WHEN {options.timed} = 0 THEN {_not('time-of-day')} * {DAY} "
        f"ELSE {day} * {DAY} + {clock} END ELSE {day} * {DAY} END"
    )


def _hour(words: Dialect, before: str, hour: str, behind: str) -> str:
    """The hour of the day, 0..23; more than that for one that there is not."""
    number = _whole(words, hour)
    halves = [
        f"WHEN {words.matches.format(text=side, pattern=pattern.format(_forms(half)))} "
        f"THEN CASE WHEN {number} BETWEEN 1 AND 12 "
        f"THEN {_rest(words, number, 12)} + {12 * half} ELSE 24 END"
        for side, pattern in ((behind, " *(?:{}).*"), (_last_of(before, behind), ".*(?:{}) *"))
        for half in (0, 1)
    ]
    return f"CASE {' '.join(halves)} ELSE {number} END"


def _rest_of(words: Dialect, before: str, behind: str) -> str:
    """The text on the one side of a time that has any; empty if both have, or none."""
    halves = f"(?:{_forms(0)}|{_forms(1)})"
    cut = _cut(words, before, f"{halves} *$")
    last = f"CASE WHEN trim({behind}) = '' THEN {cut} ELSE {before} END"
    first = _cut(words, behind, f"^ *{halves}")
    before, behind = f"trim({_cut(words, last, _END)})", f"trim({_cut(words, first, _START)})"
    return f"CASE WHEN {before} = '' THEN {behind} WHEN {behind} = '' THEN {before} ELSE '' END"


def _last_of(before: str, behind: str) -> str:
    """The text before a time if nothing is behind it."""
    return f"CASE WHEN trim({behind}) = '' THEN {before} ELSE '' END"


def _cut(words: Dialect, text: str, pattern: str) -> str:
    return words.cut.format(text=text, pattern=pattern)


def _forms(half: int) -> str:
    """The alternatives of a regular expression for a half of the day, in all languages."""
    return "|".join(form.replace(".", "[.]") for form in half_day_forms(half))


def _groups(words: Dialect, text: str, pattern: str, count: int) -> str:
    """What a regular expression captures; the second part is empty if it does not fit."""
    places = range(1, count + 1)
    names = ", ".join(f"'p{place}'" for place in places)
    marked = "\\u0001".join(f"${place}" for place in places)
    return words.groups.format(text=text, pattern=pattern, names=names, marked=marked)


def _part(words: Dialect, parts: str, place: int) -> str:
    return words.part.format(parts=parts, place=place, index=place - 1)


def _whole(words: Dialect, text: str) -> str:
    return words.whole.format(number=text)


def _rest(words: Dialect, dividend: str, divisor: int) -> str:
    """What a division leaves, as an operand."""
    return f"({words.remainder.format(number=f'({dividend})', divisor=divisor)})"


def _not(reason: str) -> int:
    return _PLACES[reason]
