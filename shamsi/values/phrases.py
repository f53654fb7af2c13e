"""Write periods in words: a month, a season or a run of days, in a language or by a pattern."""

from __future__ import annotations

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.kernel import fields
from shamsi.formats.directives import tokens
from shamsi.formats.names import DIGITS, FILES, numerals
from shamsi.formats.writing import compiled
from shamsi.values import units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHARED_BY = {
    **dict.fromkeys("YyC", "year"),
    **dict.fromkeys("mBb", "month"),
    **dict.fromkeys("GVUW", "week"),
}


def phrase(first: int, last: int, lang: str, digits: str | None, /) -> str:
    """Return a run of days in words: its unit and year, or its ends, the first kept short.

    Raises ShamsiError for an unknown language or numbering system.

    >>> phrase(20261, 20353, "en", None), phrase(20309, 20311, "fa", None)
    ('Summer 1404', '۱۸ تا ۲۰ مرداد ۱۴۰۴')
    """
    ten, forms = numerals(lang, digits), _forms(lang)
    start, end, unit = fields(first), fields(last), units.unit(first, last)
    if unit in forms:
        named = forms[unit][(start[1] - 1) * len(forms[unit]) // 12]
        year = start[0] if unit != "decade" else start[0] // 10 * 10
        return named.replace("{year}", f"{year:04d}".translate(str.maketrans(DIGITS["latn"], ten)))
    before, after = _patterns(unit, start, end, months=units.whole_months(first, last))
    final = compiled(after, lang, digits).text(*end, last)
    if not before:
        return final
    return forms["range"][0].format(
        first=compiled(before, lang, digits).text(*start, first), last=final
    )


def shared(first: int, last: int, pattern: str, lang: str, digits: str | None, /) -> str:
    """Return the text that a strftime pattern prints for every day of a run.

    Raises ShamsiError for a directive that may print another text for another day, and as
    `Date.format` does.

    >>> shared(20292, 20322, "%B %Y", "en", None)
    'Mordad 1404'
    """
    for token in tokens(pattern):
        unit = _SHARED_BY.get(token.letter, "day")
        if token.letter and units.around(unit, first)[1] < last:
            raise ShamsiError(
                f"pattern must print what all days of the period share, but {token.text} is of "
                f"one {unit}; "
                f"format its first or last day instead, got {shown(pattern)}"
            )
    return compiled(pattern, lang, digits).text(*fields(first), first)


def _patterns(
    unit: str | None,
    start: tuple[int, int, int],
    end: tuple[int, int, int],
    *,
    months: tuple[int, int] | None,
) -> tuple[str, str]:
    """The patterns of the first and the last day; the first is empty if the last is enough."""
    if months and start[1] == 1 and end[1] == 12:
        return "" if unit == "year" else "%Y", "%Y"
    finest = "%B" if months else "%-d %B"
    if unit in ("day", "month"):
        return "", f"{finest} %Y"
    if start[0] != end[0]:
        return f"{finest} %Y", f"{finest} %Y"
    return "%-d" if start[1] == end[1] and not months else finest, f"{finest} %Y"


def _forms(lang: str) -> Mapping[str | None, Sequence[str]]:
    """Return how a language writes decades, halves, seasons and ranges."""
    from shamsi.lang.language import ENGLISH, load

    language = load(FILES[lang] or ENGLISH)
    printed = language.periods
    names = printed.seasons or [row[0] for row in language.tables.seasons.names]
    seasons = [printed.season.replace("{season}", name) for name in names]
    return {
        "season": seasons,
        "half": printed.half,
        "decade": [printed.decade],
        "range": [printed.range],
    }
