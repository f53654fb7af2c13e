"""Read the words for month and year of old Persian letters.

In «۲۲ شهر صفر ۱۳۲۰» the Arabic word for month follows the day. Elsewhere in Persian it is a city:
«در ۵ شهر». In «قوی ئیل ۱۳۲۵» an animal is a word for year.
"""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Number

_LUNAR_LEAD, _ANIMAL = codes_of("lunar_lead"), codes_of("animal_year")
_YEAR = codes_of("year_word")
_OTHER, _LEAD = codes_of("other_word"), codes_of("month_lead")
_LAST = 1345  # the last year of such letters
_SURE = codes_of("ordinal modifier ten_days")  # they count no cities
_led = compiled("""
    [day day0 ordinal day_in_words modifier ten_days] suffix? (?P<lead>lunar_lead) (?P<month>MONTH)
""").finditer
_dated = compiled("""
    suffix? month_word? comma? [year_word deictic four_digits three_digits two_digits year_in_words]
""").match
_cued = compiled("""
    [date_word day_word weekday lunar_lead] [comma colon]?
    ([day day0 ordinal day_in_words] (comma? and | comma | range | dash | inner_dash))* $
""").search


def _is_dated(rows: list[Row], kinds: str, at: int) -> bool:
    """Whether a year follows, and not one of our time, when nobody writes so."""
    found = _dated(kinds, at)
    if found is None:
        return False
    year = rows[found.end() - 1][3]
    return not isinstance(year, Number) or year.value <= _LAST


def years(rows: list[Row]) -> list[Row]:
    """Make the animals of Turki years words for year. No other text is read because of them."""
    return [(_YEAR, *row[1:]) if row[0] == _ANIMAL else row for row in rows]


def months(rows: list[Row]) -> list[Row]:
    """Make the word before a lunar month a word for month if it follows a day, else another word.

    A number needs an old year behind the month or a word for date before it: «در ۵ شهر رجب» may
    count.
    """
    kinds = "".join([row[0] for row in rows])
    leads = {
        found.start("lead")
        for found in _led(kinds)
        if rows[found.start("month")][3].calendar == "islamic"
        and rows[found.start("lead")][3] == "lunar_month_before"
        and (
            kinds[found.start()] in _SURE
            or _is_dated(rows, kinds, found.end())
            or _cued(kinds[: found.start()])
        )
    }
    return [
        row
        if row[0] != _LUNAR_LEAD
        else (_LEAD, *row[1:])
        if k in leads
        else (_OTHER, *row[1:3], None, None)
        for k, row in enumerate(rows)
    ]
