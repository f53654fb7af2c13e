"""Contexts: whether what stands around a matched pattern lets it be a date, and if not, why.

A rule is a pattern over token classes, with `@` where the match stands.
"""

from __future__ import annotations

import re

from shamsi.lang.language import Lexeme, civil_calendar
from shamsi.text.reasons import Ground, Refusal
from shamsi.text.tokens import Number, Tokens

_REACH = 16  # tokens that any rule looks at
_CUED_YEAR = re.compile(r"[Ub]E?[gfAE]?@|@i?b|U[gfAE]?(?:[tydzw][Ee]?(?:,?&|,|R|-|h|s)){1,6}@|U[gfAE]?Y[Ee]?[Rhs-]@")
# «عام ،2008»: a comma that slipped from one side of the year to the other; and full years in a row.
_CUED_FULL_YEAR = re.compile(r"U[gfAE]?,@|U[gfAE]?(?:[tYydzw][Ee]?(?:,?&|,|R|-|h|s)){1,6}@")
_SLIPPED_COMMA = re.compile(r"(?:^|[^dyztYn])U,@")
_COUNTED = re.compile(r"#@|@(?:(?:R|-|h|,?&)[Yytdz]{1,2})?[cOw]")
_BEHIND_YEAR = re.compile(r"[YtydzEe]\(@\)")  # in brackets: the same year in another calendar
_HELD = re.compile(r"[Va]u{0,2}@c")  # «معرض جيتكس 2010 مشروع»: the fair's year, no count
_BARE_YEAR = re.compile(
    r"(?P<brackets>\(@\))"
    r"|(?P<event>[Va][uEg]{0,2}@)"
    r"|(?P<title>u@\")"
    r"|(?P<citation>\([u&.\"]{1,5},@[:),q])"
    r"|(?P<field>[uUT]=@[=)])"
    r"|(?P<closing>,@\.?(?:\||$))"
    r"|(?P<life>\(@[-h](?:[)dzoY]|$))"
    r"|(?P<publisher>l(?:[,:][ux]{1,3},)?@(?![unU]))"
    r"|(?P<imprint>@lY)"
    r"|(?P<places>\(@l[,-]|[-h]@l\))"
    r"|(?P<commas>(?<![tYydz9]),@,(?![tYydz9]))"
    r"|(?P<heading>(?:^|\|)\"?@:)"
    r"|(?P<preposition>I,?@(?![unUF]))"
    r"|(?P<period>[PT]@(?![nU])|[AFR]@(?![nUu]))"
    r"|(?P<noun>[IAF]@u)"
)
_NEAR_YEARS = ((1300, 1410), (1850, 2035))
_YEARS_OF: dict[str, tuple[tuple[int, int], ...]] = dict.fromkeys(
    ("commas", "noun", "period", "title", "field", "closing"), _NEAR_YEARS
)  # where numbers abound, only near years
_BOOK_YEARS = ((1240, 1450), (1850, 2035))  # printed ones
_LONGEST_RUN = 20  # years that a range with a short end may span
_LOOSE = ("preposition", "period", "brackets")  # places where counts stand too
_ROUND = (1300, 1400, 1900, 2000)  # the only hundreds that are years where counts stand too
_ANY_YEARS: tuple[tuple[int, int], ...] = ((1200, 2100),)
_HAS_YEAR = re.compile(r"[MmjZ]i?L?.*[YtyzwvdF]")
_NAMED_PLACE = re.compile(
    r"(?P<place>X[Du\"]?@)|(?P<title>(?:^|[^uVa])x@)|(?:^|[^YtyzdwE])e@"
)  # a street, a hospital, an agency; a book, but no book fair
SMALL = frozenset("dztnv")  # numbers that are years only after a word for year
_DAY_LIST = re.compile(r"[dzon]i?(?:,?&|,|R|-|h|s|/)")
_NUMBERED = re.compile(r"[#O]@")
_COUNT_OF_MOONS = re.compile(r"(?<![IPTDWRBU&])@")  # «هفت صفر», «سه مه»
_WEEKDAY_BEFORE = re.compile(r"W[,-]?@")
_DATELINE = re.compile(r"l/@/")  # «کابل/ ۲۹ میزان/ باختر»
_NAMED_MONTH = re.compile(r"[Xx]\"?@")
_MONTH_WORD = re.compile(r"[LJ]@")
_MONTH_CUE = re.compile(r"[PIRABTH]@|f@[R-]|@/[Mm]|[MmL]/@")
_NO_DAY = re.compile(r"[yt9]@")


def refusal(tokens: Tokens, name: str, first: int, last: int) -> Refusal | None:
    """Why a match is no date where it stands; None where it is one."""
    letters = tokens.letters
    core = letters[first:last]
    if name == "day" and "Z" not in core and _HAS_YEAR.search(core):
        return None
    around = _around(letters, first, last)
    if core in SMALL and "U" not in letters and "b" not in letters:
        return _short(core, around)  # most numbers
    if name == "year":
        return _no_year(tokens, core, around, first, last)
    if name == "years":
        return _no_years(tokens, core, around, first, last)
    if name in ("month", "months"):
        return _no_month(tokens, core, around, first)
    if name == "day":
        return _no_day(tokens, core, around, first)
    if name == "month-number":
        return _counted(around) if _COUNTED.search(around) else None
    return Refusal.NUMBERED if name in ("numeric", "decade") and "#@" in around else None


def _around(letters: str, first: int, last: int) -> str:
    return f"{letters[max(0, first - _REACH) : first]}@{letters[last : last + _REACH]}"


def ground(tokens: Tokens, name: str, first: int, last: int) -> Ground | None:
    """What makes a date of a match that stands; None where its pattern says enough."""
    letters = tokens.letters
    core, around = letters[first:last], _around(letters, first, last)
    if name == "month" and core == "m" and _MONTH_CUE.search(around):
        return Ground.MONTH_CUE
    if name not in ("year", "years") or "E" in core or "e" in core:
        return None
    if _is_led(tokens, core, around, first):
        return Ground.CUE
    if name == "years":
        return Ground.ROW
    if core == "Y" and "@c" in around and _HELD.search(around):
        return Ground.HELD
    if core == "Y" and "@#" in around and tokens.values[last] == "pages":
        return Ground.PAGES
    placed = None if core == "y" else _BARE_YEAR.search(around)
    return Ground[(placed.lastgroup or "").upper()] if placed else Ground.GAMES


def _no_day(tokens: Tokens, core: str, around: str, first: int) -> Refusal | None:
    """A day of a month: with a year nearly always; without one no place's name, no score, no number of an article."""
    if "Z" in core:  # the zodiac is in the sky first
        dated = bool(_HAS_YEAR.search(core)) or not {"L", "J"}.isdisjoint(core)
        return None if dated or _WEEKDAY_BEFORE.search(around) or _DATELINE.search(around) else Refusal.HOMOGRAPH
    article = first > 0 and tokens.ends[first - 1] == tokens.starts[first]  # ال10 من يوليو
    named = _NAMED_PLACE.search(around)
    if named and not article and not _DAY_LIST.match(core):
        return Refusal.PLACE if named["place"] else Refusal.TITLE if named["title"] else Refusal.MARK
    if core[0] in "dz" and core[1] != "i" and _NUMBERED.search(around):
        return Refusal.NUMBERED
    if "j" in core and core[0] in "ndz" and _COUNT_OF_MOONS.search(around):  # nobody counts رجب or شعبان
        month, goals = tokens.values[first + core.index("j")], tokens.number(first).value
        zero = month.calendar == "islamic" and month.number == 2
        counted = zero or month.calendar != "islamic" if core[0] == "n" else zero and goals < 10
        return Refusal.MOONS if counted else None
    return None


def _no_month(tokens: Tokens, core: str, around: str, first: int) -> Refusal | None:
    """A month's name by itself: as much context as its language file says that it needs."""
    with_year = not set("YtyzwvdF").isdisjoint(core[1:])
    beside = core.endswith("L") or bool(_MONTH_WORD.search(around))
    if core[0] == "Z":
        dated = with_year and (beside or ("Y" in core and tokens.values[first].calendar == "gregorian"))
        return None if dated else Refusal.HOMOGRAPH
    if with_year or beside:
        return None
    named = _NAMED_MONTH.search(around)
    if named:
        return Refusal.PLACE if named[0][0] == "X" else Refusal.TITLE
    if core[0] == "j":
        return Refusal.NO_DAY if _NO_DAY.search(around) else Refusal.BARE_MONTH
    return None if "M" in core or _MONTH_CUE.search(around) else Refusal.UNCUED_MONTH


def _no_year(tokens: Tokens, core: str, around: str, first: int, last: int) -> Refusal | None:
    """A number as a year: by an era, by a word for year, or, of four digits, by its place."""
    value = tokens.number(first).value
    if tokens.is_glued(first):
        return Refusal.GLUED
    cued = _is_led(tokens, core, around, first)
    if core[0] == "9" or "o" in core:  # 3100 ق.م; سال چهلم هجری
        return None if cued and ("o" in core or tokens.values[last - 1].bce) else Refusal.UNCUED_ERA
    if "E" in core:
        return None
    if "e" in core:
        marked = (
            cued or re.search(r"/@", around) or _BEHIND_YEAR.search(around) or _is_marked(tokens, value, last, around)
        )
        return None if marked else Refusal.WEAK_MARK
    if cued:
        return _no_cued_year(core, around, value)
    if core != "Y" and not (core == "y" and "a@" in around):  # المپیک ۹۲, بودجه ۸۴
        return _short(core, around)
    if core == "Y" and "@c" in around and _HELD.search(around):
        return None if _NEAR_YEARS[1][0] <= value <= _NEAR_YEARS[1][1] and value % 50 else Refusal.COUNTED
    if _COUNTED.search(around) or (core == "Y" and "@n" in around):
        return _counted(around)
    if core == "y":
        return None
    if "@#" in around and tokens.values[last] == "pages":
        return None if any(low <= value <= high for low, high in _BOOK_YEARS) else Refusal.FAR
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


def _is_led(tokens: Tokens, core: str, around: str, first: int) -> bool:
    """Whether a word for year leads to a number, by itself or at the head of a row of years."""
    if "U" not in around and "b" not in around:
        return False
    if _CUED_YEAR.search(around):
        return True
    if "Y" in core and _CUED_FULL_YEAR.search(around) and not _COUNTED.search(around):
        return True
    return (
        core == "y"
        and ",@" in around
        and bool(_SLIPPED_COMMA.search(around))
        and tokens.ends[first - 2] + 1 == tokens.starts[first]
    )


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
    if found.lastgroup in ("noun", "title") and value % 50 == 0:
        return Refusal.ROUND
    doubtful = found.lastgroup in _LOOSE and not _BEHIND_YEAR.search(around)
    if value % 100 == 0 and (value not in _ROUND or "R@" in around) and doubtful:
        return Refusal.ROUND
    years = _NEAR_YEARS if "(@)c" in around else _YEARS_OF.get(found.lastgroup or "", _ANY_YEARS)
    if years is _NEAR_YEARS and before and civil_calendar(before.lang) == "gregorian":
        years = _NEAR_YEARS[1:]
    return None if any(low <= value <= high for low, high in years) else Refusal.FAR


def _is_marked(tokens: Tokens, value: int, last: int, around: str = "") -> bool:
    """Whether an era's mark alone makes a year: «200 م» and «1500 م» are races, «5 ق» is anything."""
    era, bracketed = tokens.values[last - 1], "(@)" in around
    if era.calendar == "gregorian" and not era.bce:
        return (value > 999 and value % 100 > 0) or (bracketed and value > 199 and value % 50 > 0)
    return value > 99 or bracketed


def _no_years(tokens: Tokens, core: str, around: str, first: int, last: int) -> Refusal | None:
    """Years in a row: cued, with an era, or full ones in brackets; 19-2018 where years stand."""
    numbers = [value for value in tokens.values[first:last] if isinstance(value, Number)]
    short = [number.value for number in numbers if number.width == 2]
    full = [number.value for number in numbers if number.width == 4]
    if "&" in core and len(full) == len(short) == 1 and not 0 < (short[0] - full[0]) % 100 <= _LONGEST_RUN:
        return Refusal.ROW  # «سال ۱۳۵۶ و ۵۷», but not «سال ۱۳۸۴ و ۳۲»
    if "E" in core or _is_led(tokens, core, around, first):
        return None
    if "e" in core:
        marked = _is_marked(tokens, tokens.number(first).value, first + core.index("e") + 1)
        return None if marked else Refusal.WEAK_MARK
    if _COUNTED.search(around):
        return _counted(around)
    led = bool(re.search(r"\(@\)|[IVa]@|[Va][ug]{1,2}@", around))
    if len(short) == len(numbers) == 2:  # «فصل ۹۶-۹۷»
        return None if re.search(r"[Va]u{0,2}@", around) and abs(short[0] - short[1]) == 1 else Refusal.ROW
    if len(full) == len(short) == 1:
        near = led and min((full[0] - short[0]) % 100, (short[0] - full[0]) % 100) <= _LONGEST_RUN
        return None if near else Refusal.ROW
    bounded = "h" in core or bool(re.search("[fB]@", around))  # «بين 1805 و1848», but not «بين 1500 و2000»
    odd = sum(value % 50 > 0 for value in full)
    row = odd > 1 and len(full) > 2 and all(any(a <= value <= b for a, b in _NEAR_YEARS) for value in full)
    placed = len(full) == len(numbers) and (led or row or ((bounded or "P@" in around) and odd > 0))
    return None if placed else Refusal.ROW
