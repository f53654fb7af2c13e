"""What can go wrong, as one family.

    ShamsiError(ValueError)
    ├── DateError    fields that name no day: 31 Mehr, month 13
    ├── ParseError   text that cannot be read as a date
    └── RangeError   a day or year outside 0622-03-21..9999-12-31

A value of the wrong type is a plain TypeError.

What would fix a call is data beside the message: Python reads of `century=1400`, the command writes
`--century 1400`.
"""

_SHOWN = 60


class Advice:
    """What would fix a call: an argument and its value, and the words for them in Python.

    >>> Advice("century", 1400, "to read it as 1402").python
    'pass century=1400 to read it as 1402'
    """

    __slots__ = ("name", "purpose", "python", "value")

    def __init__(
        self, name: str, value: object = "", purpose: str = "", *, python: str = ""
    ) -> None:
        self.name, self.value, self.purpose = name, value, purpose
        self.python = python or f"pass {name}={_literal(value)} {purpose}".rstrip()


class ShamsiError(ValueError):
    """A value that `shamsi` cannot take; every error of this library is one.

    >>> issubclass(DateError, ShamsiError)
    True
    """

    __module__ = "shamsi"  # where users find it

    problem: str
    advice: Advice | None

    def __init__(self, *problem: object, advice: Advice | None = None) -> None:
        self.problem, self.advice = " ".join(map(str, problem)), advice
        super().__init__(*((f"{self.problem}; {advice.python}",) if advice else problem))


class DateError(ShamsiError):
    """Fields that name no day of the calendar, such as 31 Mehr or month 13.

    >>> issubclass(DateError, ValueError)
    True
    """

    __module__ = "shamsi"  # where users find it


class ParseError(ShamsiError):
    """Text that cannot be read as a date, or only by guessing.

    >>> issubclass(ParseError, ValueError)
    True
    """

    __module__ = "shamsi"  # where users find it


class RangeError(ShamsiError):
    """A day or year outside 0622-03-21..9999-12-31 (0001-01-01..9378-10-10).

    >>> issubclass(RangeError, ValueError)
    True
    """

    __module__ = "shamsi"  # where users find it


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


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
