"""Provide the names of days and months, and the digits, of each language."""

from __future__ import annotations

from shamsi._errors import ShamsiError, shown

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shamsi.lang.language import Language

MONTHS = (
    *("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar"),
    *("Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
)
MONTH_NAMES = {
    "persian": MONTHS,
    "gregorian": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "islamic": (
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
        "Rajab", "Sha'ban", "Ramadan", "Shawwal", "Dhu al-Qa'da", "Dhu al-Hijja",
    ),
}  # fmt: skip
CALENDAR_NAMES = {"persian": "Solar Hijri", "gregorian": "Gregorian", "islamic": "lunar Hijri"}
DIGITS = {"latn": "0123456789", "arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
FILES: dict[str, str | None] = {
    "en": None,
    "fa": "fa",
    "fa-AF": "prs",
    "prs": "prs",
    "ps": "ps",
    "ckb": "ckb",
    "ar": "ar",
}

_MEANT = {  # in small letters, with hyphens
    **dict.fromkeys(("fa-ir", "farsi", "persian", "per", "fas", "فارسی"), "fa"),
    **dict.fromkeys(("dari", "fa-prs", "دری"), "prs"),
    **dict.fromkeys(("pashto", "ps-af", "پښتو", "پشتو"), "ps"),
    **dict.fromkeys(("sorani", "kurdish", "ku", "ku-iq", "ckb-iq", "ckb-ir"), "ckb"),
    **dict.fromkeys(("arabic", "ar-sa", "ar-eg", "ara", "العربية"), "ar"),
    **dict.fromkeys(("english", "en-us", "en-gb", "eng"), "en"),
    **{lang.lower(): lang for lang in FILES},
}
_WEEKDAYS = (
    *(
        ("Monday", "Doshanbeh"),
        ("Tuesday", "Seshanbeh"),
        ("Wednesday", "Chaharshanbeh"),
        ("Thursday", "Panjshanbeh"),
    ),
    *(("Friday", "Jomeh"), ("Saturday", "Shanbeh"), ("Sunday", "Yekshanbeh")),
)
_ENGLISH = {
    "A": _WEEKDAYS,
    "a": tuple((row[0][:3],) for row in _WEEKDAYS),
    "B": tuple((name,) for name in MONTHS),
    "b": tuple((name[:3],) for name in MONTHS),
    "p": (("AM",), ("PM",)),
}


def too_few(calendar: str, year: int, month: int, weekday: int) -> str:
    """Say that a month has no fifth of an ISO weekday.

    >>> too_few("persian", 1404, 7, 1)
    'Mehr 1404 has four Mondays'
    """
    return f"{MONTH_NAMES[calendar][month - 1]} {year} has four {_WEEKDAYS[weekday - 1][0]}s"


def unknown_language(lang: object, /) -> ShamsiError:
    """Return the error for a language without a file, with the one that was probably meant.

    >>> str(unknown_language("dari")).partition("got ")[2]
    "'dari'; did you mean 'prs'?"
    """
    meant = _MEANT.get(str(lang).lower().replace("_", "-"))
    hint = f"; did you mean {meant!r}?" if meant else ""
    return ShamsiError(
        f"lang must be one of {', '.join(map(repr, FILES))}, got {shown(lang)}{hint}"
    )


def names(lang: str, /) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the names that directives print in a language: rows of spellings.

    The first spelling of a row is printed. Raises ShamsiError for an unknown language.

    >>> names("prs")["B"][0], names("en")["a"][0]
    (['حمل', 'فروردین'], ('Mon',))
    """
    language = _language(lang)
    if language is None:
        return _ENGLISH
    data = language.tables
    tables = [table.names for table in data.months if table.calendar == "persian"]
    months = [[form for row in rows for form in row] for rows in zip(*tables, strict=True)]
    return {"A": data.weekdays, "a": data.weekdays, "B": months, "b": months, "p": data.half_days}


def lunar_months(lang: str, /) -> Sequence[str]:
    """Return Muharram to Dhu al-Hijja as the file of a language writes them.

    Raises ShamsiError for an unknown language.

    >>> lunar_months("fa")[8], lunar_months("ar")[3], lunar_months("en")[0]
    ('رمضان', 'ربيع الآخر', 'Muharram')
    """
    from shamsi.lang.language import ENGLISH, load

    language = _language(lang) or load(ENGLISH)
    table = next(table for table in language.tables.months if table.calendar == "islamic")
    return [row[0] for row in table.names]


def _language(lang: str) -> Language | None:
    """Return the language whose file has the names, loaded only now; None for English."""
    if lang not in FILES:
        raise unknown_language(lang)
    code = FILES[lang]
    if code is None:
        return None
    from shamsi.lang.language import load

    return load(code)


def numerals(lang: str, digits: str | None = None, /) -> str:
    """Return the ten digits of a numbering system, or those that a language writes.

    Raises ShamsiError for an unknown language or numbering system.

    >>> numerals("fa"), numerals("fa", "latn")
    ('۰۱۲۳۴۵۶۷۸۹', '0123456789')
    """
    language = _language(lang)
    if digits is None:
        digits = language.opening.digits if language else "latn"
    if digits not in DIGITS:
        raise ShamsiError(
            f"digits must be one of {', '.join(map(repr, DIGITS))}, got {shown(digits)}"
        )
    return DIGITS[digits]
