"""Contexts: whether what stands around a matched pattern lets it be a date, and if not, why.

A rule is a pattern over token classes, with `@` where the match stands.
"""

from __future__ import annotations

import re

from shamsi.lang.language import Lexeme, civil_calendar
from shamsi.text.reasons import Ground, Refusal
from shamsi.text.tokens import Number, Tokens

_REACH = 16  # tokens that any rule looks at
_CUED_YEAR = re.compile(r"[Ub][gfAE]?@|@i?b|U(?:[tYydzw][Ee]?(?:,?&|,|R|-|h|s)){1,6}@")
_CUED_FULL_YEAR = re.compile(r"U[gfAE]?,@")  # «عام ،2008»: a comma that slipped from one side of the year to the other
_COUNTED = re.compile(r"#@|@(?:(?:R|-|h|,?&)[Yytdz]{1,2})?[cOw]")
_BARE_YEAR = re.compile(
    r"(?P<brackets>\(@\))"
    r"|(?P<event>[Va]u{0,2}@)"
    r"|(?P<title>u@\")"
    r"|(?P<citation>\([u&.\"]{1,5},@[:),])"
    r"|(?P<life>\(@[-h](?:[)dzoY]|$))"
    r"|(?P<publisher>l(?:[,:][ux]{1,3},)?@(?![unU]))"
    r"|(?P<commas>(?<![tYydz9]),@,(?![tYydz9]))"
    r"|(?P<heading>(?:^|\|)\"?@:)"
    r"|(?P<preposition>I,?@(?![unUF]))"
    r"|(?P<period>[PT]@(?![nU])|[AFR]@(?![nUu]))"
    r"|(?P<noun>[IAF]@u)"
)
_NEAR_YEARS = ((1300, 1410), (1850, 2035))
_YEARS_OF: dict[str, tuple[tuple[int, int], ...]] = dict.fromkeys(
    ("commas", "noun", "period", "title"), _NEAR_YEARS
)  # where numbers abound, only near years
_LONGEST_RUN = 20  # years that a range with a short end may span
_ROUND = (1300, 1400, 1900, 2000)  # the only hundreds that are years where counts stand too
_ANY_YEARS: tuple[tuple[int, int], ...] = ((1200, 2100),)
_HAS_YEAR = re.compile(r"[MmjZ]i?L?.*[YtyzwvdF]")
_NAMED_PLACE = re.compile(
    r"(?P<place>X[Du\"]?@)|(?P<title>(?:^|[^uVa])x@)|(?:^|[^YtyzdwE])e@"
)  # a street, a hospital, an agency; a book, but no book fair
_DAY_LIST = re.compile(r"[dzon]i?(?:,?&|,|R|-|h|s|/)")
_NUMBERED = re.compile(r"[#O]@")
_COUNT_OF_MOONS = re.compile(r"(?<![IPTDWRBU&])@")  # «هفت صفر», «سه مه»
_WEEKDAY_BEFORE = re.compile(r"W[,-]?@")
_MONTH_WORD = re.compile(r"[LJ]@")
_MONTH_CUE = re.compile(r"[PIRABT]@|f@[R-]")
_NO_DAY = re.compile(r"[yt9]@")


def refusal(tokens: Tokens, name: str, first: int, last: int) -> Refusal | None:
    """Why a match is no date where it stands; None where it is one."""
    letters = tokens.letters
    core = letters[first:last]
    if name == "day" and "Z" not in core and _HAS_YEAR.search(core):
        return None
    around = _around(letters, first, last)
    if name == "year":
        return _no_year(tokens, core, around, first, last)
    if name == "years":
        return _no_years(tokens, core, around, first, last)
    if name in ("month", "months"):
        return _no_month(core, around)
    if name == "day":
        return _no_day(core, around)
    return Refusal.NUMBERED if name in ("numeric", "decade") and "#@" in around else None


def _around(letters: str, first: int, last: int) -> str:
    return f"{letters[max(0, first - _REACH) : first]}@{letters[last : last + _REACH]}"


def ground(letters: str, name: str, first: int, last: int) -> Ground | None:
    """What makes a date of a match that stands; None where its pattern says enough."""
    core, around = letters[first:last], _around(letters, first, last)
    if name == "month" and core == "m" and _MONTH_CUE.search(around):
        return Ground.MONTH_CUE
    if name not in ("year", "years") or "E" in core or "e" in core:
        return None
    if _CUED_YEAR.search(around) or (core == "Y" and _CUED_FULL_YEAR.search(around)):
        return Ground.CUE
    if name == "years":
        return Ground.ROW
    placed = None if core == "y" else _BARE_YEAR.search(around)
    return Ground[(placed.lastgroup or "").upper()] if placed else Ground.GAMES


def _no_day(core: str, around: str) -> Refusal | None:
    """A day of a month: with a year nearly always; without one no place's name, no score, no number of an article."""
    if "Z" in core:  # the zodiac is in the sky first
        dated = bool(_HAS_YEAR.search(core)) or not {"L", "J"}.isdisjoint(core)
        return None if dated or _WEEKDAY_BEFORE.search(around) else Refusal.HOMOGRAPH
    named = _NAMED_PLACE.search(around)
    if named and not _DAY_LIST.match(core):
        return Refusal.PLACE if named["place"] else Refusal.TITLE if named["title"] else Refusal.MARK
    if core[0] in "dz" and _NUMBERED.search(around):
        return Refusal.NUMBERED
    return Refusal.MOONS if core[0] == "n" and "j" in core and _COUNT_OF_MOONS.search(around) else None


def _no_month(core: str, around: str) -> Refusal | None:
    """A month's name by itself: as much context as its language file says that it needs."""
    with_year = not set("YtyzwvdF").isdisjoint(core[1:])
    beside = core.endswith("L") or bool(_MONTH_WORD.search(around))
    if core[0] == "Z":
        return None if beside and with_year else Refusal.HOMOGRAPH
    if with_year or beside:
        return None
    if "X@" in around:
        return Refusal.PLACE
    if core[0] == "j":
        return Refusal.NO_DAY if _NO_DAY.search(around) else Refusal.BARE_MONTH
    return None if "M" in core or _MONTH_CUE.search(around) else Refusal.UNCUED_MONTH


def _no_year(tokens: Tokens, core: str, around: str, first: int, last: int) -> Refusal | None:
    """A number as a year: by an era, by a word for year, or, of four digits, by its place."""
    value = tokens.number(first).value
    if tokens.is_glued(first):
        return Refusal.GLUED
    cued = bool(_CUED_YEAR.search(around))
    if "E" in core:
        return None
    if "e" in core:
        marked = cued or re.search(r"/@|\(@\)", around) or _is_marked(tokens, value, last)
        return None if marked else Refusal.WEAK_MARK
    if cued or (core == "Y" and _CUED_FULL_YEAR.search(around)):
        return _no_cued_year(core, around, value)
    if core != "Y" and not (core == "y" and "a@" in around):
        return _short(core, around)
    if _COUNTED.search(around) or (core == "Y" and "@n" in around):
        return _counted(around)
    if core == "y":
        return None
    return _misplaced(around, value, tokens.lexemes[first - 1] if first else None)


def _counted(around: str) -> Refusal:
    return Refusal.NUMBERED if "#@" in around else Refusal.COUNTED


def _short(core: str, around: str) -> Refusal:
    """Why a number of fewer than four digits is no year where nothing says that it is one."""
    behind = around[around.index("@") + 1 :][:1] or "u"
    if "#@" in around or behind in "cOwUDLJKC":
        return _counted(around)
    if behind == "h":
        return Refusal.JOINED
    return Refusal.NO_DAY if core in "yt" and behind in "MmjZ" else Refusal.SHORT


def _no_cued_year(core: str, around: str, value: int) -> Refusal | None:
    """After «سال»: any four digits; two digits unless they count something; no small number."""
    if core == "Y":
        return Refusal.NUMBERED if "#@" in around else None
    if _COUNTED.search(around):
        return _counted(around)
    if core in ("d", "z"):
        return None if (value > 9 or core == "z") and not re.search("@[un]", around) else Refusal.SMALL
    return None if core != "n" or value > 30 else Refusal.SMALL


def _misplaced(around: str, value: int, before: Lexeme | None) -> Refusal | None:
    """Whether a bare four-digit number stands where years stand; words of a Gregorian country lead to no Solar year."""
    found = _BARE_YEAR.search(around)
    if not found:
        return Refusal.UNPLACED
    if found.lastgroup == "noun" and value % 50 == 0:
        return Refusal.ROUND
    if value % 100 == 0 and (value not in _ROUND or "R@" in around) and found.lastgroup in ("preposition", "period"):
        return Refusal.ROUND
    years = _YEARS_OF.get(found.lastgroup or "", _ANY_YEARS)
    if years is _NEAR_YEARS and before and civil_calendar(before.lang) == "gregorian":
        years = _NEAR_YEARS[1:]
    return None if any(low <= value <= high for low, high in years) else Refusal.FAR


def _is_marked(tokens: Tokens, value: int, last: int) -> bool:
    """Whether an era's mark alone makes a year: «200 م» and «1500 م» are races, «5 ق» is anything."""
    era = tokens.values[last - 1]
    if era.calendar == "gregorian" and not era.bce:
        return value > 999 and value % 100 > 0
    return value > 99


def _no_years(tokens: Tokens, core: str, around: str, first: int, last: int) -> Refusal | None:
    """Years in a row: cued, with an era, or full ones in brackets; 19-2018 where years stand."""
    if "E" in core or _CUED_YEAR.search(around):
        return None
    if "e" in core:
        marked = _is_marked(tokens, tokens.number(first).value, first + core.index("e") + 1)
        return None if marked else Refusal.WEAK_MARK
    if _COUNTED.search(around):
        return _counted(around)
    numbers = [value for value in tokens.values[first:last] if isinstance(value, Number)]
    short = [number.value for number in numbers if number.width == 2]
    full = [number.value for number in numbers if number.width == 4]
    led = bool(re.search(r"\(@\)|[IVa]@", around))
    if len(full) == len(short) == 1:
        near = led and min((full[0] - short[0]) % 100, (short[0] - full[0]) % 100) <= _LONGEST_RUN
        return None if near else Refusal.ROW
    bounded = "h" in core or bool(re.search("[fB]@", around))  # «بين 1805 و1848», but not «بين 1500 و2000»
    placed = len(full) == len(numbers) and (led or (bounded and any(value % 50 for value in full)))
    return None if placed else Refusal.ROW
