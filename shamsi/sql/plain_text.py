"""Dates of one layout as a database reads them: year, month and day between equal separators."""

from shamsi.formats.numeric import BIDI_MARKS
from shamsi.sql.dialects import Dialect

_LATIN = "0123456789"
_SLASHES = "\u060d\uff0f"  # written as "/"
_OTHER_DIGITS = "".join(chr(zero + n) for zero in (0x6F0, 0x660) for n in range(10))
_NUMBERS = "[0-9]{4}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}"


def latin_digits(words: Dialect) -> str:
    """A text with Latin digits, without blanks around and marks of direction anywhere."""
    old, new = f"{_OTHER_DIGITS}{_SLASHES}", f"{_LATIN}{_LATIN}//"
    if words.digits:
        marks = " || ".join(_character(words, code) for code in BIDI_MARKS)
        return f"trim({words.digits.format(text='text', old=old, new=new, marks=marks)})"
    text = "text"
    for code, latin in [*zip(map(ord, old), new, strict=True), *((c, "") for c in BIDI_MARKS)]:
        text = f"REPLACE({text}, {_character(words, code)}, '{latin}')"
    return f"TRIM({text})"


def _character(words: Dialect, code: int) -> str:
    return words.character.format(code=code, utf8=chr(code).encode().hex())


def read(words: Dialect) -> str:
    """The Gregorian date of a text such as 1403-12-30; null for 1700..2200: they look Gregorian."""
    text = "shamsi_latin_digits(text)"
    separator = f"substr({text}, 5, 1)"
    parts = (
        f"substr({text}, 1, 4)",
        *(words.numbers.format(text=text, separator=separator, part=part) for part in (2, 3)),
    )
    year, month, day = (words.whole.format(number=part) for part in parts)
    matches = words.matches.format(text=text, pattern=_NUMBERS)
    persian = (
        f"CASE WHEN {year} NOT BETWEEN 1700 AND 2200 "
        f"THEN shamsi_to_gregorian({year}, {month}, {day}) END"
    )
    return f"CASE WHEN {matches} THEN {persian} END"
