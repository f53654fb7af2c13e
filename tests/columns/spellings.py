"""Spellings that every engine must read as the scalar reader does, or reject for the same reason."""

from typing import NamedTuple

from shamsi.columns.cells import CellOptions

PLAIN = CellOptions()
OPEN = CellOptions(century=1350, gregorian="pass", times="keep")


class Spelling(NamedTuple):
    """A text, and what the options PLAIN and OPEN make of it: an ISO day (and time), or a reason."""

    text: str
    plain: str | None
    open: str | None = ""  # "" is the same as plain
    numeric: bool = True  # of numbers alone: the SQL dialects and Spark read it, too


SPELLINGS = [
    # the year first
    Spelling("1402/05/12", "2023-08-03"),
    Spelling("1402-5-12", "2023-08-03"),
    Spelling("1402.05.2", "2023-07-24"),
    Spelling("1402 5 12", "2023-08-03"),
    Spelling("1402 /5/ 12", "2023-08-03"),
    Spelling("1402 - 05 - 12", "2023-08-03"),
    Spelling("1402\u066b5\u066b12", "2023-08-03"),
    Spelling("1402\u201305\u201312", "2023-08-03"),
    Spelling("1402\u221205\u221212", "2023-08-03"),
    Spelling("1402\u201005\u201012", "2023-08-03"),
    Spelling("1402\u201105\u201112", "2023-08-03"),
    Spelling("1402\u060d05\u060d12", "2023-08-03"),
    Spelling("1402\uff0f05\uff0f12", "2023-08-03"),
    Spelling("1402\u204405\u204412", "2023-08-03"),
    Spelling("1402\u221505\u221512", "2023-08-03"),
    Spelling("۱۴۰۲/۰۵/۱۲", "2023-08-03"),
    Spelling("١٤٠٢-٥-١٢", "2023-08-03"),
    Spelling("۱۴02/٥/1۲", "2023-08-03"),
    Spelling("  1402/05/12\t", "2023-08-03"),
    Spelling("\u200f۱۴۰۲/۰۵/۱۲\u200e", "2023-08-03"),
    Spelling("1403-12-30", "2025-03-20"),
    Spelling("0001-01-01", "0622-03-21"),
    Spelling("9378-10-10", "9999-12-31"),
    # eight digits
    Spelling("14020512", "2023-08-03"),
    Spelling("۱۴۰۲۰۵۱۲", "2023-08-03"),
    Spelling(" ١٤٠٢٠٥١٢ ", "2023-08-03"),
    # the year last
    Spelling("30/12/1403", "2025-03-20"),
    Spelling("۱۳-۵-۱۴۰۲", "2023-08-04"),
    Spelling("5.5.1402", "2023-07-27"),
    Spelling("5/12/1402", "ambiguous-order"),
    # two digits of a year
    Spelling("02/05/12", "two-digit-year", "2023-08-03"),
    Spelling("۹۹-۷-۱", "two-digit-year", "2020-09-22"),
    Spelling("12/5/02", "two-digit-year", "2033-07-23"),
    # times
    Spelling("1402/05/12 14:22", "time-of-day", "2023-08-03 14:22:00"),
    Spelling("1402/01/01 00:00:00", "time-of-day", "2023-03-21 00:00:00"),
    Spelling("1402-05-12T14:22:01", "time-of-day", "2023-08-03 14:22:01"),
    Spelling("۱۴۰۲/۰۵/۱۲ ۱۴:۲۲", "time-of-day", "2023-08-03 14:22:00"),
    Spelling("1402/05/12 9:05", "time-of-day", "2023-08-03 09:05:00"),
    Spelling("1402/05/12 14:22:01.25", "time-of-day", "2023-08-03 14:22:01.250000"),
    Spelling("14:22 1402/05/12", "time-of-day", "2023-08-03 14:22:00"),
    Spelling("1402/05/12 - 14:22", "time-of-day", "2023-08-03 14:22:00"),
    Spelling("1402/05/12 02:22:00 ب.ظ", "time-of-day", "2023-08-03 14:22:00", numeric=False),
    Spelling("02/05/12 14:22", "time-of-day", "2023-08-03 14:22:00"),
    Spelling("30/12/1403 14:22", "time-of-day", "2025-03-20 14:22:00"),
    Spelling("14020512 14:22", "time-of-day", "2023-08-03 14:22:00"),
    Spelling("1402/05/12 24:00", "impossible-time"),
    Spelling("2025-05-16T10:20:00Z", "utc-offset"),
    # Gregorian
    Spelling("2025-05-16", "looks-gregorian", "2025-05-16"),
    Spelling("20250516", "looks-gregorian", "2025-05-16"),
    Spelling("۲۰۲۵/۵/۱۶", "looks-gregorian", "2025-05-16"),
    Spelling("30/12/2025", "looks-gregorian", "2025-12-30"),
    Spelling("2025-05-16 10:20", "time-of-day", "2025-05-16 10:20:00"),
    Spelling("2025-02-30", "looks-gregorian", "impossible-date"),
    Spelling("2025-13-01", "looks-gregorian", "impossible-date"),
    Spelling("12/30/2025", "looks-gregorian", "2025-12-30"),
    Spelling("5/12/2025", "looks-gregorian", "ambiguous-order"),
    Spelling("12 August 2025", "looks-gregorian", "2025-08-12", numeric=False),
    # words
    Spelling("12 مرداد 1402", "2023-08-03", numeric=False),
    Spelling("۱۲ مرداد ماه ۱۴۰۲", "2023-08-03", numeric=False),
    Spelling("۱۲ اسد ۱۴۰۲", "2023-08-03", numeric=False),
    Spelling("12 Mordad 1402", "2023-08-03", numeric=False),
    Spelling("جمعه ۱۲ مرداد ۱۴۰۲", "wrong-weekday", numeric=False),
    # slips and others
    Spelling("1402/13/01", "impossible-date"),
    Spelling("1402/12/30", "impossible-date"),
    Spelling("1402/07/31", "impossible-date"),
    Spelling("1402/00/10", "impossible-date"),
    Spelling("14021301", "impossible-date"),
    Spelling("0000/00/00", "out-of-range"),
    Spelling("9999/99/99", "out-of-range"),
    Spelling("2535/01/01", "looks-imperial"),
    Spelling("1402/05", "not-a-date"),
    Spelling("1402/05-12", "not-a-date"),
    Spelling("1402/005/12", "not-a-date"),
    Spelling("140205", "not-a-date"),
    Spelling("-", "not-a-date"),
    Spelling("NULL", "not-a-date", numeric=False),
    Spelling("14:22", "not-a-date"),
    Spelling("", None),
    Spelling("  ", None),
]
