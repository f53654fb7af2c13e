"""The Umm al-Qura calendar of Saudi Arabia, 1343..1500 AH: day number ⇄ year, month, day.

It is the civil calendar there. It is computed, by rules that changed (the last in 1423), so its
months are data: two bits for each, how many days it begins after the tabular month, plus two. Past
months are as published, future ones as announced; eight old ones have 28 or 31 days. The facts are
those of the package hijridate, which the tests compare day by day. Day numbers count from
1970-01-01 = 0.
"""

from shamsi.calendar import lunar

FIRST_YEAR, LAST_YEAR = 1343, 1500
MIN_DAYS = -16589  # 1924-08-01 = 1343-01-01
MAX_DAYS = 39401  # 2077-11-16 = 1500-12-30
_EARLIEST = 2  # days before the tabular month; the latest month begins one day after it

_LATER = (  # six hexadecimal digits per year, two bits per month
    "559adaeaaaaa556a59959a9a4045595555965555a6999559aaa959aaaaaa5599a9999aaaaaaaae9555955555555995"
    "455aa995555555555555555555555555555505555555aaaaaa55555555555555559aaaaaaaaa999a999955999999aa"
    "aaeaaaaa9a995aaa544455aaaaaa999999555555559955559a9944555555555555955a595555955555455555555555"
    "aaaaee555555955555aa955555554555995555aa99445555555599444445599555999955055544459995455aa94045"
    "555555594444445555445599950055544455995455aa4404559544599995595555445559990005554445599955ae95"
    "4059a99459aaa9995599555599aa999aae95559aa995aa9954559a99999aaaa9459999559aaa999aae555559999999"
    "55955455a99555aaa94459995559aa9999aa55555599a9999aeea9459a9955aaaa44559995559aaa999a5995555aa9"
    "999aeaaa4599999599aaa999ae995455aa995959954559999599aaaa55555999559aaa999a999545aaa99955995555"
    "9999959aae54555a99559aaaa99a55995559aa9999aeea4459a99559ae5445599955599a9999455995559aa9959aee"
    "54559a99599aeaaaaa9999559aaa99459995559aa9999aaa955559a99959aea9995999555aaa994559555559999999"
    "9a595445"
)


def covers(year: int, /) -> bool:
    """Return whether the table has a year.

    >>> covers(1447), covers(1501)
    (True, False)
    """
    return FIRST_YEAR <= year <= LAST_YEAR


def days(year: int, month: int, day: int, /) -> int:
    """Return the day number of a date in a year that the table has; nothing is validated.

    A day after the last one of a month is in the next month.

    >>> days(1448, 1, 1) - lunar.days(1448, 1, 1)
    -1
    """
    place = 6 * (year - FIRST_YEAR)
    later = int(_LATER[place : place + 6], 16) >> (24 - 2 * month) & 3
    return lunar.days(year, month, day) + later - _EARLIEST


def fields(number: int, /) -> tuple[int, int, int]:
    """Return the (year, month, day) of a day number in MIN_DAYS..MAX_DAYS.

    >>> fields(MIN_DAYS), fields(MAX_DAYS)
    ((1343, 1, 1), (1500, 12, 30))
    """
    year, month, _ = lunar.fields(number)
    months = max(12 * year + month - 1, 12 * FIRST_YEAR)  # one off at most
    if months < 12 * LAST_YEAR + 11 and _first(months + 1) <= number:
        months += 1
    elif _first(months) > number:
        months -= 1
    return months // 12, months % 12 + 1, number - _first(months) + 1


def _first(months: int) -> int:
    """Return the first day of a month, by its count since Muharram of the year 0."""
    return days(months // 12, months % 12 + 1, 1)
