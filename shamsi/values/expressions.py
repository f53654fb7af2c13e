"""`resolve`: the days that a text of one date expression means, on the day it was written."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ShamsiError
from shamsi.formats.names import FILES
from shamsi.values.date import Date
from shamsi.values.period import Period

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike


def resolve(
    text: str,
    *,
    reference: dt.date,
    languages: Sequence[str | PathLike[str]] | None = None,
) -> Period | None:
    """Return the days that a text means if it is exactly one date expression; otherwise None.

    The text is read as by `find`, with `reference` as the day it was written: «پنجشنبه هفته
    آینده», «اول مهر», «۵ آبان ۱۴۰۴», `5 Aban 1404`. Prepositions, words such as «تاریخ», quotes and
    brackets may be around it. Anything else in the text, or a second date, gives None. So do dates
    that are not one run of exact days: «اوایل مهر», «۵ و ۹ آبان», a day that does not exist, a
    weekday that is not that day's, and days before 0622-03-21. `languages` are as in `find`.

    Never raises on content. TypeError: a text that is not a str, a reference that is not a date
    ("auto" is not allowed, because one expression has no header). ValueError: an unknown language.
    OSError: a language file that cannot be read.

    >>> resolve("هفته آینده", reference=dt.date(2025, 11, 5)).gregorian
    (datetime.date(2025, 11, 8), datetime.date(2025, 11, 14))
    >>> resolve("اول مهر", reference=dt.date(2025, 11, 5)).first
    shamsi.Date(1404, 7, 1)
    >>> resolve("اول مهر در ساری بود", reference=dt.date(2025, 11, 5)) is None
    True
    """
    from shamsi.text.phrase.expression import read
    from shamsi.text.resolve.options import check_arguments, codes

    check_arguments(text, reference)
    if not isinstance(reference, dt.date):
        hint = ': one expression has no header for "auto"' if reference == "auto" else ""
        raise TypeError(f"reference must be a datetime.date, got {reference!r}{hint}")
    chosen = codes(languages)
    days = read(text, reference, languages)
    if days is None:
        return _absolute(text, None if languages is None else chosen)
    try:
        return Period(*map(Date.from_gregorian, days))
    except ShamsiError:  # before 0622-03-21
        return None


def _absolute(text: str, languages: tuple[str, ...] | None) -> Period | None:
    """Return the period that `Period.parse` reads in one of some languages, or in any."""
    for lang in (None,) if languages is None else filter(FILES.__contains__, languages):
        try:
            return Period.parse(text, lang=lang)
        except ShamsiError:
            continue
    return None
