"""Formulas that read a cell with a Gregorian date: its Solar Hijri fields, and text."""

from shamsi._errors import ShamsiError, shown
from shamsi.formats.directives import DIRECTIVES, Token, tokens
from shamsi.formats.names import DIGITS, names, numerals
from shamsi.sheets.programs import Program, checked_cell, checked_separator, fitting, program_of
from shamsi.sheets.sheet_terms import Cell, Names, SheetArithmetic, given, text
from shamsi.sql.formulas import Day

FIELDS = (
    *("year", "month", "day", "weekday", "day_of_year", "season", "is_leap", "month_length"),
    *("month_start", "season_start", "year_start", "text"),
)
_DATES = ("month_start", "season_start", "year_start")
_DIRECTIVES = {  # the field of each directive that a formula can print
    **{"Y": "year", "m": "month", "d": "day", "e": "day", "j": "day_of_year", "u": "weekday"},
    **{"B": "month", "b": "month", "A": "weekday", "a": "weekday"},
}


def formula(
    program: str,
    field: str,
    cell: str = "A2",
    /,
    *,
    pattern: str = "%Y-%m-%d",
    lang: str = "en",
    digits: str | None = None,
    separator: str = ",",
    let: bool = False,
) -> str:
    """Return the formula that computes a Solar Hijri field of a cell with a Gregorian date.

    The program is excel, sheets or libreoffice, the field one of FIELDS. `text` prints the day with
    a pattern of strftime directives, %Y %m %d %e %j %u %B %b %A %a and those made of them, in a
    language and its digits as `Date.format` does. `weekday` is ISO's, Monday 1 … Sunday 7; the
    starts are serial numbers, for a cell with a date format. `cell` is a reference or an expression
    and is written into the formula as it is, several times over. Arguments are separated by a comma
    or, as many locales ask, by a semicolon. With `let` the formula is much shorter, for Excel 2021,
    Google Sheets and LibreOffice 24.8 or later; otherwise any version since Excel 2007 takes it.

    An empty cell gives an empty text. Text, a day outside 1178-01-01..9999-12-31 and the serial
    number 60 of Excel, 29 February 1900, which never was, give the error #N/A. A time of day is
    dropped. Raises ShamsiError for an unknown program, field, separator, language or directive, and
    for a formula that is longer than the program takes.

    >>> formula("excel", "weekday", "B2", separator=";")[:58]
    '=IF(B2="";"";IF(ISNUMBER(B2);IF((B2<1)+(B2>=2958466)+(INT('
    """
    words = program_of(program)
    if field not in FIELDS:
        raise ShamsiError(f"field must be one of {', '.join(FIELDS)}, got {shown(field)}")
    arithmetic = SheetArithmetic(checked_separator(separator), in_range=True)
    date, shared = given(checked_cell(cell)), Names(arithmetic, let=let)
    since = shared.named("since", _since(arithmetic, words, date))
    day = Day(arithmetic, since, {"passed": shared.named("passed", Day(arithmetic, since).passed)})
    if field == "text":
        answer = _printed(arithmetic, day, pattern, lang, numerals(lang, digits))
    else:
        answer = _field(words, day, field)
    return fitting(words, _guarded(arithmetic, words, date, shared.explained(answer)).text)


def _since(arithmetic: SheetArithmetic, program: Program, date: Cell) -> Cell:
    """The days since 0622-03-21 of a serial number."""
    since = arithmetic.call("INT", date) + program.to_since
    return since + (date < program.leap_day) if program.leap_day else since


def _guarded(arithmetic: SheetArithmetic, program: Program, date: Cell, answer: Cell) -> Cell:
    """The answer for a day in range; nothing for an empty cell, an error for anything else."""
    call, missing = arithmetic.call, arithmetic.call("NA")
    # a sum, as OR would look at a whole range at once
    wrong = (date < program.first) + date.joined(">=", program.last + 1, 0)
    if program.leap_day:
        wrong += call("INT", date).equals(program.leap_day)
    checked = call("IF", wrong, missing, answer)
    return call(
        "IF",
        date.equals(text("")),
        text(""),
        call("IF", call("ISNUMBER", date), checked, missing),
    )


def _field(program: Program, day: Day, field: str) -> Cell:
    """A field of a day; a start is the serial number of its date."""
    term: Cell | int = getattr(day, field)
    cell = Cell(str(term)) if isinstance(term, int) else term
    if field not in _DATES:
        return cell
    serial = cell - program.to_since
    if not program.leap_day:
        return serial
    return serial - (serial < program.leap_day + 1)


def _printed(arithmetic: SheetArithmetic, day: Day, pattern: str, lang: str, numbers: str) -> Cell:
    """The text of a pattern: its literals and directives, one after the other."""
    parts = [_part(arithmetic, day, token, lang, numbers) for token in tokens(pattern)]
    whole = text("") if len(parts) < 2 else parts.pop(0)
    for part in parts:
        whole = whole.then(part)
    return whole


def _part(arithmetic: SheetArithmetic, day: Day, token: Token, lang: str, numbers: str) -> Cell:
    """A literal, a name or a number of a pattern."""
    call = arithmetic.call
    if not token.letter:
        return text(token.text)
    if token.letter not in _DIRECTIVES:
        allowed = " ".join(f"%{letter}" for letter in _DIRECTIVES)
        raise ShamsiError(f"pattern has {token.text}, and a formula can print {allowed}")
    directive = DIRECTIVES[token.letter]
    number: Cell = getattr(day, _DIRECTIVES[token.letter])
    if directive.form == "name":
        return call("CHOOSE", number, *(text(row[0]) for row in names(lang)[token.letter]))
    if token.padded == "0":
        number = call("TEXT", number, text("0" * directive.width))
    elif token.padded:
        number = call("RIGHT", text(token.padded).then(number), directive.width)
    for latin, other in zip(DIGITS["latn"], numbers, strict=True):
        if latin != other:
            number = call("SUBSTITUTE", number, Cell(latin), text(other))
    return number
