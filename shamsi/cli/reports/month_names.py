"""Names that the command prints and `Date` does not: Gregorian months and short weekdays."""

from __future__ import annotations

from shamsi.formats.names import FILES, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def gregorian_months(lang: str) -> Sequence[str]:
    """January to December, as the first Gregorian table of the language's file has them.

    >>> gregorian_months("en")[0], gregorian_months("fa")[0], gregorian_months("prs")[0]
    ('January', 'ژانویه', 'جنوری')
    """
    from shamsi.lang.language import load

    code = FILES[lang]
    table = next(
        table for table in load(code or "en").tables.months if table.calendar == "gregorian"
    )
    return [
        row[0] if code else row[0].capitalize() for row in table.names
    ]  # English is in small letters there


def short_weekdays(lang: str) -> Sequence[str]:
    """The weekdays from Monday, for a narrow column: three letters in English, otherwise one.

    >>> short_weekdays("en")[0], short_weekdays("fa")[0]
    ('Mon', 'د')
    """
    code = FILES[lang]
    if code is None:  # of English there is nothing to take
        return [row[0] for row in names(lang)["a"]]
    from shamsi.lang.language import load

    return load(code).tables.narrow_weekdays
