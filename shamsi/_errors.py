"""What can go wrong, as one family.

    ShamsiError(ValueError)
    ├── DateError    fields that name no day: 31 Mehr, month 13
    ├── ParseError   text that cannot be read as a date
    └── RangeError   a day or year outside 0622-03-21..9999-12-31

A value of the wrong type is a plain TypeError.
"""

_SHOWN = 60


class ShamsiError(ValueError):
    """A value that `shamsi` cannot take; every error of this library is one.

    >>> issubclass(DateError, ShamsiError)
    True
    """


class DateError(ShamsiError):
    """Fields that name no day of the calendar, such as 31 Mehr or month 13.

    >>> issubclass(DateError, ValueError)
    True
    """


class ParseError(ShamsiError):
    """Text that cannot be read as a date, or only by guessing.

    >>> issubclass(ParseError, ValueError)
    True
    """


class RangeError(ShamsiError):
    """A day or year outside 0622-03-21..9999-12-31 (0001-01-01..9378-10-10).

    >>> issubclass(RangeError, ValueError)
    True
    """


def shown(value: object, /) -> str:
    r"""Write a value as an error message may show it.

    One line of at most 60 characters; controls, bidi marks and lone surrogates come out escaped.

    >>> shown("1403\x1b[31m")
    "'1403\\x1b[31m'"
    """
    try:
        text = repr(value)
    except ValueError:  # Python refuses to write an int of more than 4300 digits
        text = f"a very long {type(value).__name__}"
    text = text if text.isprintable() else ascii(text)[1:-1]
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
