"""Texts of one date and sentences with dates in them, and what each package reads in them."""

import datetime as dt
from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.others.packages import module

import shamsi

READERS = ("shamsi", "jdatetime", "persiantools", "dateparser")
FINDERS = ("shamsi", "dateparser", "parstdex")
BASE = dt.datetime(2025, 11, 8)  # for the relative words that dateparser reads

DATES = (
    "۵ آبان ۱۴۰۴",
    "5 آبان 1404",
    "۱ فروردين ۱۴۰۴",
    "پنجم آبان ۱۴۰۴",
    "۱۴۰۴/۸/۵",
    "۳۱ مهر ۱۴۰۴",
    "۳۰ اسفند ۱۴۰۴",
    "یکم حمل ۱۴۰۴",
)


SENTENCES = {
    "جلسه از ۵ تا ۷ آبان ۱۴۰۴ برگزار شد": "fa",
    "دوشنبه ۵ آبان ۱۴۰۴ (۲۷ اکتبر ۲۰۲۵)": "fa",
    "در اواخر دهه هفتاد": "fa",
    "۳۱ مهر ۱۴۰۴": "fa",
    "خبرگزاری مهر در ۳۳ سال": "fa",
    "تیر به هدف خورد": "fa",
    "عُقد الاجتماع في 5 آبان 1404": "ar",
    "خلال المدة من 18 إلى 20 أغسطس 2025": "ar",
}


def reader(name: str) -> Callable[[str], object]:
    """How the package reads the text of one date, as an ISO text in this calendar or the Gregorian one."""
    if name == "shamsi":
        return lambda text: shamsi.Date.parse(text).gregorian.isoformat()
    if name == "dateparser":
        calendar: Any = import_module("dateparser.calendars.jalali").JalaliCalendar

        def read(text: str) -> str:
            data = calendar(text).get_date()  # of a month it takes today's day
            return str(data.date_obj.date()) if data.period == "day" else f"a {data.period}"

        return read
    if name == "jdatetime":
        kind: Any = module(name).date
        return lambda text: kind.strptime(text, pattern(text)).togregorian().isoformat()
    kind = module(name).JalaliDate
    return lambda text: kind.strptime(text, pattern(text), locale="fa").to_gregorian().isoformat()


def pattern(text: str) -> str:
    """The pattern that fits the text, for those who want one."""
    return "%Y/%m/%d" if "/" in text else "%d %B %Y"


def readings(name: str) -> list[str]:
    """What the package makes of each text."""
    read = reader(name)
    return [read_or_error(read, text) for text in DATES]


def read_or_error(read: Callable[[str], object], text: str) -> str:
    """What is read, or the name of the error."""
    try:
        return str(read(text))
    except Exception as error:
        return type(error).__name__


def finder(name: str) -> Callable[[str, str], list[str]]:
    """How the package finds the dates of a text in a language, each as text and value."""
    if name == "shamsi":
        return lambda text, _: [f"{isolated(m.text)} = {m.problem or interval(m)}" for m in shamsi.find(text)]
    if name == "dateparser":
        search = import_module("dateparser.search").search_dates
        return lambda text, lang: [
            f"{isolated(found)} = {value:%Y-%m-%d}"
            for found, value in search(text, languages=[lang], settings={"RELATIVE_BASE": BASE}) or ()
        ]
    model = module(name).Parstdex()
    return lambda text, _: list(map(isolated, model.extract_marker(text)["date"].values()))


def isolated(text: str) -> str:
    """The text from right to left, whatever stands around it."""
    return f'<span dir="rtl">{text}</span>'


def interval(mention: shamsi.Mention) -> str:
    """The Gregorian days of a mention."""
    bounds = dict.fromkeys((str(mention.earliest), str(mention.latest)))
    return "/".join(bounds)


def findings(name: str) -> list[str]:
    """What the package finds in each sentence; a dash where nothing."""
    find = finder(name)
    return ["<br>".join(find(text, lang)) or "–" for text, lang in SENTENCES.items()]
