"""The verb `convert`: one date in, one line out; the direction is given, not guessed."""

from __future__ import annotations

import datetime as dt
import sys

from shamsi._errors import Advice, DateError, ParseError, RangeError, ShamsiError, shown
from shamsi.calendar.calendar_names import reckoning_of
from shamsi.calendar.eras import OFFSETS, likely
from shamsi.cli.arguments.advice import worded
from shamsi.cli.arguments.convert_options import GREGORIAN
from shamsi.cli.escaping import isolate, print_error
from shamsi.formats.numeric import parse_fields, to_iso
from shamsi.values.date import Date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from shamsi.values.date import Era

_TODAY = "today"
_OTHER = {"persian": GREGORIAN, GREGORIAN: "persian"}
_NOTES = {
    "tabular": "lunar dates are counted by the tabular calendar (islamic-civil); "
    "observed months may differ by a day or two",
    "umm-al-qura": "lunar dates are counted by the Umm al-Qura calendar (islamic-umalqura)",
}
_LOOK_PERSIAN = range(1250, 1501)  # as Gregorian years they are almost certainly mistakes


def run(options: Namespace) -> int:
    """Return 0 if every value was converted, otherwise 2; the others give empty lines.

    With a reference, it is 1 if a value is not one date expression.
    """
    try:
        if conflict := conflict_of(options):
            raise ShamsiError(conflict)
        convert = _converter(options)
    except ShamsiError as error:
        print_error(str(error))
        return 2
    if "islamic" in (options.source, options.to):
        print_error(_NOTES[options.reckoning or "tabular"])
    isolated = sys.stdout.isatty()
    awaited = (
        not options.values and not sys.stdin.seekable()
    )  # a writer to a pipe may wait for each line
    status = 0
    for place, value in _values(options.values):
        try:
            line = convert(value) if value else ""
        except ShamsiError as error:
            line, status = "", 2 if options.reference is None else 1
            sys.stdout.flush()  # keeps the order of both streams in one file
            print_error(f"{place}{worded(error)}")
        print(isolate(line) if isolated else line, flush=awaited)
    return status


def _converter(options: Namespace) -> Callable[[str], str]:
    """The function that reads a value and writes the result."""
    if options.reference is not None:
        return _resolution(options)
    if options.source is None:
        return _conversion(options)
    read, write = _reading(options), _writing(options)
    return lambda value: write(read(value))


def _reading(options: Namespace) -> Callable[[str], Date]:
    """The function that reads a day in the calendar of `--from`."""
    era, century, reckoning = options.era, options.century, options.reckoning or "tabular"
    if options.source == "islamic":
        from shamsi.values.islamic import parse

        return lambda value: Date.from_islamic(*parse(value, reckoning, century))
    if options.source == GREGORIAN:
        return lambda value: _redirected(lambda: _persian(value, era), options)
    return lambda value: _redirected(lambda: _solar(value, century, era), options)


def _redirected(read: Callable[[], Date], options: Namespace) -> Date:
    """Read a day; an error advises the calendars that `--from` and `--to` should name."""
    try:
        return read()
    except ShamsiError as error:
        name = error.advice.name if error.advice else ""
        other = _OTHER[options.source]
        if options.to != "islamic":
            other = f"{other} --to {options.source}"
        if error.advice and name in ("from_gregorian", "to"):
            error.advice = Advice("from", other, error.advice.purpose)
        elif name == "from" and options.to == "islamic":
            raise ParseError(error.problem) from None  # two lunar calendars make no direction
        raise


def _conversion(options: Namespace) -> Callable[[str], str]:
    """The function that converts a value; plain numbers load nothing for patterns."""
    pattern, lang, digits = options.format, options.lang, options.digits
    era, century = options.era, options.century
    if options.to == "persian":
        if (pattern, lang, digits) == (None, "en", None):
            return lambda value: to_persian(value, era=era)
        return lambda value: _persian(value, era).format(pattern or "%F", lang=lang, digits=digits)
    if (pattern, lang, digits) == (None, "en", None):
        return lambda value: to_gregorian(value, century=century, era=era)
    write = _writing(options)
    return lambda value: write(_solar(value, century, era))


def _resolution(options: Namespace) -> Callable[[str], str]:
    """The function that reads a value as one date expression."""
    from shamsi.values.expressions import resolve

    written, write = _reference(options), _writing(options)

    def convert(value: str) -> str:
        found = resolve(value, reference=written)
        if found is None:
            raise ParseError(f"cannot read {shown(value)} as one date expression")
        ends = (found.first, found.last)
        return "/".join(map(write, ends[: 1 + (found.first != found.last)]))

    return convert


def _reference(options: Namespace) -> dt.date:
    """The day of writing; today is that of a named time zone."""
    if options.reference != _TODAY:
        day: dt.date = options.reference
        return day
    from shamsi.cli.verbs.calendar import zone

    return dt.datetime.now(zone(options.tz)).date()


def _writing(options: Namespace) -> Callable[[Date], str]:
    """The function that writes a day in the calendar of `--to`."""
    pattern, lang, digits = options.format or "%F", options.lang, options.digits
    if options.to == "persian":
        return lambda day: day.format(pattern, lang=lang, digits=digits)
    if options.to == "islamic":
        reckoning = reckoning_of(options.reckoning or "tabular")
        Date.max.islamic().format(pattern)  # a wrong pattern is an error before any value is read
        return lambda day: day.islamic(reckoning).format(pattern, lang=lang, digits=digits)
    from shamsi.cli.reports.gregorian_format import gregorian_formatter

    write = gregorian_formatter(pattern, lang, digits)
    return lambda day: write(day.gregorian)


def to_gregorian(value: str, *, century: int | None = None, era: Era | None = None) -> str:
    """The Gregorian date of a Persian one.

    >>> to_gregorian("۱۴۰۳/۱۲/۳۰"), to_gregorian("2535-10-25", era="imperial")
    ('2025-03-20', '1977-01-15')
    """
    return _solar(value, century, era).gregorian.isoformat()


def to_persian(value: str, *, era: str | None = None) -> str:
    """The Persian date of a Gregorian one.

    >>> to_persian("2025-03-20")
    '1403-12-30'
    """
    return _persian(value, era).isoformat()


def conflict_of(options: Namespace) -> str:
    """The conflict between options, as a message; empty if there is none.

    >>> from argparse import Namespace
    >>> years = {"era": "imperial", "century": None, "reckoning": None}
    >>> conflict_of(Namespace(source=None, to="persian", reference=None, tz=None, **years))
    '--era imperial counts Persian years: use it with --to gregorian'
    """
    source, to = options.source, options.to
    is_lunar = "islamic" in (source, to)
    if options.reckoning is not None and not is_lunar:
        return "--reckoning counts lunar dates: use it with --from islamic or --to islamic"
    if options.reference is not None:
        return _conflict_with_reference(options)
    if options.tz is not None:
        return f"--tz is the time zone of --reference {_TODAY}: add that, or leave it out"
    if source is not None and source == to:
        return f"--from and --to are both {to}: give two calendars"
    if to == "islamic" and source is None:
        return "--to islamic needs --from persian or --from gregorian"
    return _conflict_of_years(source or _OTHER[to], options, is_lunar=is_lunar)


def _conflict_of_years(source: str, options: Namespace, *, is_lunar: bool) -> str:
    """The conflict of `--era` and `--century` with the calendar that is read."""
    era = options.era
    persian, gregorian = "--to gregorian", "--to persian"
    if is_lunar:
        persian, gregorian = "--from persian", "--from gregorian"
    if source == "islamic":
        return f"--era {era} counts no lunar years: leave out --era" if era is not None else ""
    if source == "persian" and era == GREGORIAN:
        return f"--era {GREGORIAN} counts Gregorian years: use it with {gregorian}"
    if source == GREGORIAN and era not in (None, GREGORIAN):
        return f"--era {era} counts Persian years: use it with {persian}"
    if source == GREGORIAN and options.century is not None:
        return f"--century completes Persian years: use it with {persian}"
    return ""


def _conflict_with_reference(options: Namespace) -> str:
    """The conflict between `--reference` and other options; empty if there is none."""
    if options.source is not None:
        return "--reference reads every calendar: leave out --from or --reference"
    if options.era is not None or options.century is not None:
        name = "--era" if options.era is not None else "--century"
        return f"{name} is for dates in numbers: leave out {name} or --reference"
    if options.reference == _TODAY and options.tz is None:
        return f"--reference {_TODAY} needs --tz, such as --tz Asia/Tehran"
    if options.reference != _TODAY and options.tz is not None:
        return f"--tz is the time zone of --reference {_TODAY}, got {options.reference}"
    return ""


def _solar(value: str, century: int | None, era: Era | None) -> Date:
    date = Date.parse(value, century=century, era=era)
    if era is None and (eras := likely(date.year)):
        raise ParseError(
            f"the year {date.year} looks like one of another era", advice=_era(date.year, eras)
        )
    return date


def _era(year: int, eras: tuple[str, ...]) -> Advice:
    """The eras that a year may belong to, and how to keep it as a Solar Hijri year."""
    others = (f", --era {one} to read it as {year - OFFSETS[one]}" for one in eras[1:])
    readings = f"to read it as {year - OFFSETS[eras[0]]}{''.join(others)}"
    return Advice("era", eras[0], f"{readings}, or --era solar-hijri to keep {year}")


def _persian(value: str, era: str | None) -> Date:
    return Date.from_gregorian(_gregorian(value, era))


def _values(arguments: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each value; an empty line is an empty value."""
    if arguments:
        yield from (("", value) for value in arguments)
        return
    for number, line in enumerate(sys.stdin, 1):
        yield f"line {number}: ", line.strip().removeprefix("\ufeff")


def _gregorian(value: str, era: str | None) -> dt.date:
    year, month, day = parse_fields(value, example="2025-03-20")
    if era is None and year in _LOOK_PERSIAN:
        advice = Advice(
            "to", "gregorian", f"to convert it, or --era {GREGORIAN} if the year is Gregorian"
        )
        raise ParseError(f"looks Persian: {to_iso(year, month, day)}", advice=advice)
    if year < 622:
        raise RangeError(f"year must be 622..9999, got {year}")
    if not 1 <= month <= 12:
        raise DateError(f"month must be 1..12, got {month}")
    length = 31 if month == 12 else (dt.date(year, month + 1, 1) - dt.timedelta(days=1)).day
    if not 1 <= day <= length:
        raise DateError(f"day must be 1..{length} in {year:04d}-{month:02d}, got {day}")
    return dt.date(year, month, day)
