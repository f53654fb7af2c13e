"""The view of a month: its weeks from Saturday, next to the same days in the Gregorian calendar."""

from __future__ import annotations

import datetime as dt

from shamsi._errors import RangeError
from shamsi.calendar.kernel import EPOCH_ORDINAL, MAX_DAYS, MAX_YEAR, days, fields, month_length
from shamsi.cli.escaping import is_arabic
from shamsi.cli.reports.month_names import gregorian_months, short_weekdays
from shamsi.formats.names import DIGITS, names, numerals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shamsi.values.date import Date

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
_CELL = 4
_GRID = 7 * _CELL
_WIDTH = 72  # of a line from the right; the longest title, in Sorani, needs 70
_SATURDAY_FIRST = (5, 6, 0, 1, 2, 3, 4)


class MonthRenderer:
    """Renders months in one language and its digits; today is in brackets.

    Each line of a right-to-left language is between two marks of that direction, because digits
    have none. The marks keep the columns in order on terminals that set lines from the left, and in
    files.
    """

    def __init__(
        self, lang: str = "en", digits: str | None = None, *, today: Date | None = None
    ) -> None:
        """WindowTrace up the names once."""
        self._months = [row[0] for row in names(lang)["B"]]
        self._gregorian_months = gregorian_months(lang)
        short = short_weekdays(lang)
        ten = numerals(lang, digits)
        self._digits = str.maketrans(DIGITS["latn"], ten)
        self._today = today.ordinal - EPOCH_ORDINAL if today else None
        self._edge = _RIGHT_TO_LEFT if is_arabic(self._months[0]) else ""
        # Arabic digits run from the right even where letters run from the left
        self._seam = _LEFT_TO_RIGHT if ten == DIGITS["arab"] and not self._edge else ""
        self._weekdays = [self._cell(short[n]) for n in _SATURDAY_FIRST]

    def year(self, year: int) -> str:
        """The months of a year, one below another.

        >>> MonthRenderer().year(1404).splitlines()[9].split()
        ['Ordibehesht', '1404', 'April', '–', 'May', '2025']
        """
        last = fields(MAX_DAYS)[1] if year == MAX_YEAR else 12
        return "\n\n".join(self.month(year, month) for month in range(1, last + 1))

    def month(self, year: int, month: int) -> str:
        """A month in two grids, one week per line; raises RangeError for months after the last day.

        >>> MonthRenderer().month(1404, 8).splitlines()[-1]
        ' 24  25  26  27  28  29  30     15  16  17  18  19  20  21'
        """
        first = days(year, month, 1)
        if first > MAX_DAYS:
            raise RangeError(
                f"the last day is 9378-10-10 (9999-12-31), got the month {year}-{month:02d}"
            )
        last = min(first + month_length(year, month) - 1, MAX_DAYS)
        saturday = first - (first + 5) % 7
        titles = (
            f"{self._months[month - 1]} {year}",
            self._span(_gregorian(first), _gregorian(last)),
        )
        lines = [
            self._line(*([title.center(_GRID)] for title in titles)),
            self._line(self._weekdays, self._weekdays),
        ]
        for begin in range(saturday, last + 1, 7):
            week = [
                number if first <= number <= last else None for number in range(begin, begin + 7)
            ]
            lines.append(
                self._line(
                    self._cells(week, lambda number: fields(number)[2]),
                    self._cells(week, lambda number: _gregorian(number).day),
                )
            )
        return "\n".join(lines)

    def _span(self, first: dt.date, last: dt.date) -> str:
        """The Gregorian months of two days; the year appears once if it is the same."""
        begin, end = (self._gregorian_months[day.month - 1] for day in (first, last))
        if first.year != last.year:
            return f"{begin} {first.year} – {end} {last.year}"
        return f"{begin} – {end} {last.year}" if first.month != last.month else f"{end} {last.year}"

    def _cells(self, week: Sequence[int | None], day: Callable[[int], int]) -> list[str]:
        """The days of a week, those of other months left out."""
        return [
            " " * _CELL
            if number is None
            else self._cell(f"{day(number)}", marked=number == self._today)
            for number in week
        ]

    def _cell(self, text: str, *, marked: bool = False) -> str:
        """A text between brackets or blanks; numbers are flush right in either direction."""
        text = f"[{text}]" if marked else f" {text} "
        return text.ljust(_CELL) if self._edge else text.rjust(_CELL)[-_CELL:]

    def _line(self, solar: Sequence[str], gregorian: Sequence[str]) -> str:
        line = self._seam.join([*solar, " " * 3, *gregorian]).translate(self._digits)
        return (
            f"{self._edge}{line.ljust(_WIDTH)}{self._edge}"
            if self._edge
            else line.rstrip(f" {self._seam}")
        )


def _gregorian(number: int) -> dt.date:
    return dt.date.fromordinal(number + EPOCH_ORDINAL)
