"""Reject what would be a part of a date: a number joined to it was not understood.

«12+مرداد+1403» is a day in a layout that no pattern reads. It is not read as the month alone.
"""

from __future__ import annotations

from shamsi.text.grammar.guard_rows import Guard, Place, Table
from shamsi.text.grammar.reasons import Rejection
from shamsi.text.grammar.tokens import Tokens

# Marks that join two parts if they touch both. A comma or a bracket parts them.
_MARKS = "[slash dash full_stop same other_mark inner_dash inner_slash inner_point]"
_MARKS_BEHIND = "[slash dash full_stop colon same other_mark]"
_DAY = "[day day0 glued_day ordinal day_in_words]"
_NUMBER = f"({_DAY} | four_digits)"
_NAMES = "MONTH weekday day day0 ordinal counted other_word"
_NO_NOUN = "($ | [full_stop comma closing line_end colon slash dash])"


def touches_before(place: Place) -> bool:
    """Whether the mark before it touches it, and the number before that touches the mark."""
    tokens, first = place.tokens, place.first
    return _touch(tokens, first - 2) and _touch(tokens, first - 1)


def touches_behind(place: Place) -> bool:
    """Whether the mark behind it touches it, and what follows touches the mark."""
    tokens, last = place.tokens, place.last
    return _touch(tokens, last - 1) and _touch(tokens, last)


def _touch(tokens: Tokens, k: int) -> bool:
    """Whether token k and the next one have no blank between them."""
    return tokens.ends[k] == tokens.starts[k + 1]


_REJECTED = Rejection.LEFT_OVER
# «مايو 1066/رجب 458هـ»
_OTHER_SIDE = Guard(
    None,
    core="MONTH month_word? year_word? [three_digits four_digits]",
    before=f"four_digits {_MARKS}",
)
# A month without a day.
_MONTH = Table(
    _OTHER_SIDE,
    # Mihr 1320/September–October 1941
    Guard(None, core="four_digits $", before="MONTH four_digits [slash inner_slash]"),
    Guard(_REJECTED, before=f"{_NUMBER} {_MARKS}", when=touches_before),
    Guard(_REJECTED, behind=f"{_MARKS_BEHIND} {_NUMBER}", when=touches_behind),
    Guard(_REJECTED, core="MONTH $", behind="glued_day"),
    Guard(  # «۳۲ فروردین ۱۴۰۴»
        _REJECTED,
        core="^ MONTH month_word? .* four_digits",
        before="(^ | [^year_word yearly event and comma range dash]) two_digits",
    ),
    Guard(_REJECTED, core="MONTH $", behind=f"[day day0 ordinal] {_NO_NOUN}"),
    Guard(_REJECTED, core="MONTH $", behind=f"[comma dash]? {_DAY} [^{_NAMES}]? four_digits"),
    Guard(
        _REJECTED,
        core="MONTH $",
        behind=f"[dash comma]? {_DAY}",
        before="four_digits [dash comma]?",
    ),
    Guard(_REJECTED, core="MONTH $", behind="dash four_digits", before=f"{_DAY} dash"),
)
_YEAR_AND_MONTH = Table(
    _OTHER_SIDE,
    Guard(_REJECTED, core="MONTH $", behind=f"{_MARKS_BEHIND} {_NUMBER}", when=touches_behind),
    Guard(_REJECTED, core="MONTH $", behind=_DAY),
)
# A day with its month.
_DAY_OF_MONTH = Table(
    _OTHER_SIDE,
    Guard(
        _REJECTED,
        core="^ [^four_digits]* $",
        before=f"four_digits {_MARKS}",
        when=touches_before,
    ),
    Guard(
        _REJECTED,
        core="^ [^four_digits]* $",
        behind=f"{_MARKS_BEHIND} four_digits",
        when=touches_behind,
    ),
    Guard(_REJECTED, core="glued_day $", before="four_digits"),
)
# A day behind its month, as Pashto has it.
_MONTH_AND_DAY = Table(
    Guard(_REJECTED, core="^ [^four_digits]* $", before="(^ | [^year_word]) four_digits"),
    Guard(_REJECTED, core="^ [^four_digits]* $", behind="four_digits (?!COUNT)"),
    *_DAY_OF_MONTH.rows,
)
_YEAR = Table(
    Guard(_REJECTED, behind=f"{_MARKS_BEHIND} MONTH", when=touches_behind),
    Guard(
        _REJECTED,
        before="(^ | [^year_word])",
        behind=f"MONTH [slash dash same other_mark] {_DAY}",
    ),
    Guard(_REJECTED, before=f"{_DAY} {_MARKS} MONTH {_MARKS}", when=touches_before),
    Guard(_REJECTED, before=f"MONTH comma? {_DAY} [opening comma]?"),
    Guard(
        _REJECTED,
        before="(^ | [^year_word])",
        behind=f"[comma dash]? MONTH [comma dash]? [day day0 ordinal] {_NO_NOUN}",
    ),
)
TABLES = {
    "month": _MONTH,
    "months": _MONTH,
    "day": _DAY_OF_MONTH,
    "day-slash": _DAY_OF_MONTH,
    "month-glued-day": _DAY_OF_MONTH,
    "month-then-day": _MONTH_AND_DAY,
    "year-then-day": _YEAR_AND_MONTH,
    "year": _YEAR,
}
