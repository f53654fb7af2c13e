"""Functions of a database that read text, with the options of `shamsi.columns`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from shamsi.calendar.eras import OFFSETS
from shamsi.calendar.kernel import MAX_YEAR, MIN_YEAR
from shamsi.formats.names import DIGITS
from shamsi.formats.numeric import BIDI_MARKS
from shamsi.sql import plain_text
from shamsi.sql.dialects import Dialect
from shamsi.sql.text_formulas import DAY, REASONS, Options, cell, sharing

_LATIN = DIGITS["latn"]
_DIGITS = DIGITS["arabext"] + DIGITS["arab"]
_WRITTEN = {  # other marks that people type for these
    "/": "\u2044\u2215\u060d\uff0f",
    ".": "\u066b",
    "-": "".join(map(chr, (*range(0x2010, 0x2016), 0x2212))),
}
_BLANKS = (9, 10, 11, 12, 13, *range(28, 32), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))
_MORE_BLANKS = (0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
_OPTIONS = "century:whole=NULL era:text=NULL gregorian:text='refuse'"
_TIMES = "times:text='refuse'"


_KINDS = {"s_text": "text", "s_clock": "groups", "s_rest": "text", "s_parts": "groups"}


class Function(NamedTuple):
    """What a statement that creates a function says; each parameter is a name and a kind."""

    name: str
    parameters: str
    returns: str
    body: str
    steps: Sequence[tuple[str, str]] = ()  # names and values that a procedure computes first


def text_functions(words: Dialect) -> list[Function]:
    """Return the functions that read text, each after those that it calls."""
    helpers = "text:text century:whole ahead:whole passes:whole timed:whole"
    options = f"text:text {_OPTIONS}"
    return [
        _made(words, "latin_digits", "text:text", "text", partial(latin_digits, text="text")),
        _made(
            words, "text_cell", helpers, "whole", partial(cell_of, text="text", options=Options())
        ),
        _made(words, "text_to_gregorian", f"{options} {_TIMES}", "date", _date),
        _made(words, "text_to_timestamp", options, "timestamp", _timestamp),
        _made(words, "reason", f"{options} {_TIMES}", "text", _reason),
    ]


def plain_functions(words: Dialect) -> list[Function]:
    """Return the functions that read text of one layout, where a dialect has no more."""
    digits, date = plain_text.latin_digits(words), plain_text.read(words)
    return [
        Function("latin_digits", "text:any_text", "any_text", digits),
        Function("text_to_gregorian", "text:any_text", "date", date),
    ]


def statement(words: Dialect, head: dict[str, str], function: Function) -> str:
    """The statement that creates a function, by its head as SQL."""
    if not function.steps:
        return words.function.format(**head, body=function.body)
    declared = (
        words.declared.format(name=name, type=words.types[_KINDS.get(name, "whole")])
        for name, _ in function.steps
    )
    steps = (words.step.format(name=name, value=value) for name, value in function.steps)
    return words.procedure.format(
        **head, declared=" ".join(declared), steps=" ".join(steps), body=function.body
    )


def _made(
    words: Dialect, name: str, parameters: str, returns: str, body: Callable[[Dialect], str]
) -> Function:
    own = replace(words, steps=[])
    return Function(name, parameters, returns, body(own), own.steps)


def latin_digits(words: Dialect, text: str) -> str:
    """A text with Latin digits and plain separators, without marks of direction, trimmed."""
    blanks = [code for code in (*_BLANKS, *_MORE_BLANKS) if code not in BIDI_MARKS]
    codes = (1, *blanks, *BIDI_MARKS)
    characters = " || ".join(words.character.format(code=code) for code in codes)
    written = "".join(_WRITTEN.values())
    plain = "".join(mark * len(others) for mark, others in _WRITTEN.items())
    latin = f"{_LATIN}{_LATIN}{plain}?{' ' * len(blanks)}"
    others = f"'{_DIGITS}{written}' || {characters}"
    translated = f"trim(translate(CAST({text} AS {words.text}), {others}, '{latin}'))"
    return words.latin.format(text=text, translated=translated)


def cell_of(words: Dialect, text: str, options: Options) -> str:
    """The cell of any text."""
    return sharing(
        words, "s_text", latin_digits(words, text), lambda name: cell(words, name, options)
    )


def date_of_cell(words: Dialect, number: str) -> str:
    """The date of a cell; null for a reason."""
    date = words.date.format(since=f"(s_cell {words.division} {DAY})")
    body = f"CASE WHEN s_cell >= 0 THEN {date} END"
    return sharing(words, "s_cell", number, lambda _: body)


def reason_of_cell(words: Dialect, number: str) -> str:
    """The reason of a cell; null for a day."""
    place = f"(({DAY - 1} - least(coalesce({number}, 0), 0)) {words.division} {DAY})"
    return words.chosen.format(items=_quoted(REASONS), place=place)


def timestamp_of_cell(words: Dialect, number: str) -> str:
    """The timestamp of a cell; null for a reason."""
    body = f"CASE WHEN s_cell >= 0 THEN {words.timestamp.format(cell='s_cell')} END"
    return sharing(words, "s_cell", number, lambda _: body)


def _date(words: Dialect) -> str:
    return date_of_cell(words, _call(words, times=True))


def _reason(words: Dialect) -> str:
    return reason_of_cell(words, _call(words, times=True))


def _timestamp(words: Dialect) -> str:
    return timestamp_of_cell(words, _call(words, times=False))


def _call(words: Dialect, *, times: bool) -> str:
    """The cell of the parameter `text`, by the parameters that users give."""
    last = MAX_YEAR - 99
    checks = [
        ("century", f"century NOT BETWEEN {MIN_YEAR} AND {last}", f"{MIN_YEAR}..{last}"),
        ("era", f"era NOT IN ({_quoted(OFFSETS)})", f"one of {', '.join(OFFSETS)}"),
        ("gregorian", "coalesce(gregorian, '') NOT IN ('refuse', 'pass')", "refuse or pass"),
        ("times", "coalesce(times, '') NOT IN ('refuse', 'drop', 'keep')", "refuse, drop or keep"),
    ]
    refused = " ".join(
        f"WHEN {wrong} THEN {_failed(words, name, allowed)}"
        for name, wrong, allowed in checks[: 4 if times else 3]
    )
    eras = " ".join(f"WHEN '{era}' THEN {ahead}" for era, ahead in OFFSETS.items())
    timed = "CASE WHEN times = 'refuse' THEN 0 ELSE 1 END" if times else "1"
    return (
        f"shamsi_text_cell(CASE {refused} ELSE text END, century, CASE era {eras} END, "
        f"CASE WHEN gregorian = 'pass' THEN 1 ELSE 0 END, {timed})"
    )


def _failed(words: Dialect, name: str, allowed: str) -> str:
    """An error that says what an option may be."""
    given = f"coalesce(CAST({name} AS {words.text}), 'null')"
    return words.fails.format(message=f"'{name} must be {allowed}, got ' || {given}")


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
