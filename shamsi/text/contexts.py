"""Contexts: whether what stands around a matched pattern lets it be a date, and if not, why."""

from __future__ import annotations

from shamsi.lang.classes import kinds
from shamsi.lang.language import Lexeme, civil_calendar
from shamsi.text import surroundings
from shamsi.text.reasons import Ground, Refusal
from shamsi.text.tokens import Number, Tokens

_REACH = 16  # tokens that any of them looks at
_NEAR_YEARS = ((1300, 1410), (1850, 2035))
_YEARS_OF: dict[str, tuple[tuple[int, int], ...]] = dict.fromkeys(
    ("commas", "noun", "period", "title", "field", "closing"), _NEAR_YEARS
)  # where numbers abound, only near years
_BOOK_YEARS = ((1240, 1450), (1850, 2035))  # printed ones
_LONGEST_RUN = 20  # years that a range with a short end may span
_LOOSE = ("preposition", "period", "brackets")  # places where counts stand too
_ROUND = (1300, 1400, 1900, 2000)  # the only hundreds that are years where counts stand too
_ANY_YEARS: tuple[tuple[int, int], ...] = ((1200, 2100),)
# numbers that are years only after a word for year
SMALL = frozenset(kinds("day day0 three_digits tens_in_words day_in_words"))
_AND, _CLOSING, _HEAD = kinds("and"), kinds("closing"), kinds("stop")
_COMMA_BEFORE, _NUMBER_BEFORE = f"{kinds('comma')}@", f"{kinds('number_context')}@"
_PREPOSITION_BEFORE, _RANGE_BEFORE = f"{kinds('preposition')}@", f"{kinds('range')}@"
_YEARLY_BEFORE = f"{kinds('yearly')}@"
_COUNTED = kinds("counted")
_BRACKETED = f"{kinds('opening')}@{_CLOSING}"
_COUNTED_BEHIND, _NUMBER_BEHIND = f"@{kinds('counted')}", f"@{kinds('number_context')}"
_WORDS_BEHIND = f"@{kinds('day_in_words')}"
_DAY, _DAY0, _TWO, _FOUR = map(kinds, ("day", "day0", "two_digits", "four_digits"))
_DAY_IN_WORDS = kinds("day_in_words")
_ORDINAL, _OTHER_NUMBER, _OTHER_WORD = map(kinds, ("ordinal", "other_number", "other_word"))
_ERA, _ERA_MARK, _SUFFIX, _INNER_DASH = map(kinds, ("era", "era_mark", "suffix", "inner_dash"))
_MONTH = kinds("MONTH")
_BARE, _CUED, _NUMBERED_MONTH, _DATED = tuple(_MONTH)
_MONTH_WORD = kinds("month_word")
_MONTH_WORDS = frozenset(kinds("month_word month_lead"))
_YEAR, _YEAR_BESIDE = kinds("year_word"), kinds("year_word_beside")
_SAYS_YEAR = frozenset(kinds("four_digits three_digits two_digits day0 year_in_words tens_in_words day deictic"))
_SHORT_COUNTS = kinds(
    "COUNT year_word day_word month_word month_lead decade_word century"
)  # what is counted by fewer than four digits
_NO_DAYS = kinds("two_digits three_digits")


def refusal(tokens: Tokens, name: str, first: int, last: int) -> Refusal | None:
    """Why a match is no date where it stands; None where it is one."""
    letters = tokens.letters
    core = letters[first:last]
    if name == "day" and _DATED not in core and surroundings.HAS_YEAR.search(core):
        return None
    around = _around(letters, first, last)
    if core in SMALL and _YEAR not in letters and _YEAR_BESIDE not in letters:
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
        return _counted(around) if surroundings.COUNTED.search(around) else None
    return Refusal.NUMBERED if name in ("numeric", "decade") and _NUMBER_BEFORE in around else None


def _around(letters: str, first: int, last: int) -> str:
    return f"{letters[max(0, first - _REACH) : first]}@{letters[last : last + _REACH]}"


def ground(tokens: Tokens, name: str, first: int, last: int) -> Ground | None:
    """What makes a date of a match that stands; None where its pattern says enough."""
    letters = tokens.letters
    core, around = letters[first:last], _around(letters, first, last)
    if name == "month" and core == _CUED and surroundings.MONTH_CUE.search(around):
        return Ground.MONTH_CUE
    if name not in ("year", "years") or _ERA in core or _ERA_MARK in core:
        return None
    if _is_led(tokens, core, around, first):
        return Ground.CUE
    if name == "years":
        return Ground.ROW
    if core == _FOUR and _COUNTED_BEHIND in around and surroundings.HELD.search(around):
        return Ground.HELD
    if core == _FOUR and _NUMBER_BEHIND in around and tokens.values[last] == "pages":
        return Ground.PAGES
    placed = None if core == _TWO else surroundings.BARE_YEAR.search(around)
    return Ground[(placed.lastgroup or "").upper()] if placed else Ground.GAMES


def _no_day(tokens: Tokens, core: str, around: str, first: int) -> Refusal | None:
    """A day of a month: with a year nearly always; without one no place's name, no score, no number of an article."""
    if _DATED in core:  # the zodiac is in the sky first
        dated = bool(surroundings.HAS_YEAR.search(core)) or not _MONTH_WORDS.isdisjoint(core)
        return (
            None
            if dated or surroundings.WEEKDAY_BEFORE.search(around) or surroundings.DATELINE.search(around)
            else Refusal.HOMOGRAPH
        )
    article = first > 0 and tokens.ends[first - 1] == tokens.starts[first]  # ال10 من يوليو
    named = surroundings.NAMED_PLACE.search(around)
    if named and not article and not surroundings.DAY_LIST.match(core):
        return Refusal.PLACE if named["place"] else Refusal.TITLE if named["title"] else Refusal.MARK
    if core[0] in (_DAY, _DAY0) and core[1] != _SUFFIX and surroundings.NUMBERED.search(around):
        return Refusal.NUMBERED
    is_number = core[0] in (_DAY_IN_WORDS, _DAY, _DAY0)
    if (
        _NUMBERED_MONTH in core and is_number and surroundings.COUNT_OF_MOONS.search(around)
    ):  # nobody counts رجب or شعبان
        month, goals = tokens.values[first + core.index(_NUMBERED_MONTH)], tokens.number(first).value
        zero = month.calendar == "islamic" and month.number == 2
        counted = zero or month.calendar != "islamic" if core[0] == _DAY_IN_WORDS else zero and goals < 10
        return Refusal.MOONS if counted else None
    return None


def _no_month(tokens: Tokens, core: str, around: str, first: int) -> Refusal | None:
    """A month's name by itself: as much context as its language file says that it needs."""
    with_year = not _SAYS_YEAR.isdisjoint(core[1:])
    beside = core.endswith(_MONTH_WORD) or bool(surroundings.MONTH_WORD.search(around))
    if core[0] == _DATED:
        dated = with_year and (beside or (_FOUR in core and tokens.values[first].calendar == "gregorian"))
        return None if dated else Refusal.HOMOGRAPH
    if with_year or beside:
        return None
    named = surroundings.NAMED_MONTH.search(around)
    if named:
        return Refusal.PLACE if named[0][0] == _HEAD else Refusal.TITLE
    if core[0] == _NUMBERED_MONTH:
        return Refusal.NO_DAY if surroundings.NO_DAY.search(around) else Refusal.BARE_MONTH
    return None if _BARE in core or surroundings.MONTH_CUE.search(around) else Refusal.UNCUED_MONTH


def _no_year(tokens: Tokens, core: str, around: str, first: int, last: int) -> Refusal | None:
    """A number as a year: by an era, by a word for year, or, of four digits, by its place."""
    value = tokens.number(first).value
    if tokens.is_glued(first):
        return Refusal.GLUED
    cued = _is_led(tokens, core, around, first)
    if core[0] == _OTHER_NUMBER or _ORDINAL in core:  # 3100 ق.م; سال چهلم هجری
        return None if cued and (_ORDINAL in core or tokens.values[last - 1].bce) else Refusal.UNCUED_ERA
    if _ERA in core:
        return None
    if _ERA_MARK in core:
        marked = (
            cued
            or surroundings.BEFORE_SLASH.search(around)
            or surroundings.BEHIND_YEAR.search(around)
            or _is_marked(tokens, value, last, around)
        )
        return None if marked else Refusal.WEAK_MARK
    if cued:
        return _no_cued_year(core, around, value)
    if core != _FOUR and not (core == _TWO and _YEARLY_BEFORE in around):  # المپیک ۹۲, بودجه ۸۴
        return _short(core, around)
    if core == _FOUR and _COUNTED_BEHIND in around and surroundings.HELD.search(around):
        return None if _NEAR_YEARS[1][0] <= value <= _NEAR_YEARS[1][1] and value % 50 else Refusal.COUNTED
    if surroundings.COUNTED.search(around) or (core == _FOUR and _WORDS_BEHIND in around):
        return _counted(around)
    if core == _TWO:
        return None
    if _NUMBER_BEHIND in around and tokens.values[last] == "pages":
        return None if any(low <= value <= high for low, high in _BOOK_YEARS) else Refusal.FAR
    return _misplaced(around, value, tokens.lexemes[first - 1] if first else None)


def _counted(around: str) -> Refusal:
    return Refusal.NUMBERED if _NUMBER_BEFORE in around else Refusal.COUNTED


def _short(core: str, around: str) -> Refusal:
    """Why a number of fewer than four digits is no year where nothing says that it is one."""
    behind = around[around.index("@") + 1 :][:1] or _OTHER_WORD
    if _NUMBER_BEFORE in around or behind in _SHORT_COUNTS:
        return _counted(around)
    if behind == _INNER_DASH:
        return Refusal.JOINED
    return Refusal.NO_DAY if core in _NO_DAYS and behind in _MONTH else Refusal.SHORT


def _is_led(tokens: Tokens, core: str, around: str, first: int) -> bool:
    """Whether a word for year leads to a number, by itself or at the head of a row of years."""
    if _YEAR not in around and _YEAR_BESIDE not in around:
        return False
    if surroundings.CUED_YEAR.search(around):
        return True
    if _FOUR in core and surroundings.CUED_FULL_YEAR.search(around) and not surroundings.COUNTED.search(around):
        return True
    return (
        core == _TWO
        and _COMMA_BEFORE in around
        and bool(surroundings.SLIPPED_COMMA.search(around))
        and tokens.ends[first - 2] + 1 == tokens.starts[first]
    )


def _no_cued_year(core: str, around: str, value: int) -> Refusal | None:
    """After «سال»: any four digits; two digits unless they count something; no small number."""
    if core == _FOUR:
        return Refusal.NUMBERED if _NUMBER_BEFORE in around else None
    if surroundings.COUNTED.search(around):
        return _counted(around)
    if core in (_DAY, _DAY0):
        return None if (value > 9 or core == _DAY0) and not surroundings.UNNAMED.search(around) else Refusal.SMALL
    return None if core != _DAY_IN_WORDS or value > 30 else Refusal.SMALL


def _misplaced(around: str, value: int, before: Lexeme | None) -> Refusal | None:
    """Whether a bare four-digit number stands where years stand; words of a Gregorian country lead to no Solar year."""
    found = surroundings.BARE_YEAR.search(around)
    if not found:
        return Refusal.UNPLACED
    if found.lastgroup in ("noun", "title") and value % 50 == 0:
        return Refusal.ROUND
    doubtful = found.lastgroup in _LOOSE and not surroundings.BEHIND_YEAR.search(around)
    if value % 100 == 0 and (value not in _ROUND or _RANGE_BEFORE in around) and doubtful:
        return Refusal.ROUND
    is_near = f"{_BRACKETED}{_COUNTED}" in around
    years = _NEAR_YEARS if is_near else _YEARS_OF.get(found.lastgroup or "", _ANY_YEARS)
    if years is _NEAR_YEARS and before and civil_calendar(before.lang) == "gregorian":
        years = _NEAR_YEARS[1:]
    return None if any(low <= value <= high for low, high in years) else Refusal.FAR


def _is_marked(tokens: Tokens, value: int, last: int, around: str = "") -> bool:
    """Whether an era's mark alone makes a year: «200 م» and «1500 م» are races, «5 ق» is anything."""
    era, bracketed = tokens.values[last - 1], _BRACKETED in around
    if era.calendar == "gregorian" and not era.bce:
        return (value > 999 and value % 100 > 0) or (bracketed and value > 199 and value % 50 > 0)
    return value > 99 or bracketed


def _no_years(tokens: Tokens, core: str, around: str, first: int, last: int) -> Refusal | None:
    """Years in a row: cued, with an era, or full ones in brackets; 19-2018 where years stand."""
    numbers = [value for value in tokens.values[first:last] if isinstance(value, Number)]
    short = [number.value for number in numbers if number.width == 2]
    full = [number.value for number in numbers if number.width == 4]
    if _AND in core and len(full) == len(short) == 1 and not 0 < (short[0] - full[0]) % 100 <= _LONGEST_RUN:
        return Refusal.ROW  # «سال ۱۳۵۶ و ۵۷», but not «سال ۱۳۸۴ و ۳۲»
    if _ERA in core or _is_led(tokens, core, around, first):
        return None
    if _ERA_MARK in core:
        marked = _is_marked(tokens, tokens.number(first).value, first + core.index(_ERA_MARK) + 1)
        return None if marked else Refusal.WEAK_MARK
    if surroundings.COUNTED.search(around):
        return _counted(around)
    led = bool(surroundings.LED_ROW.search(around))
    if len(short) == len(numbers) == 2:  # «فصل ۹۶-۹۷»
        return None if surroundings.HELD_YEARS.search(around) and abs(short[0] - short[1]) == 1 else Refusal.ROW
    if len(full) == len(short) == 1:
        near = led and min((full[0] - short[0]) % 100, (short[0] - full[0]) % 100) <= _LONGEST_RUN
        return None if near else Refusal.ROW
    bounded = _INNER_DASH in core or bool(
        surroundings.BOUNDED.search(around)
    )  # «بين 1805 و1848», but not «بين 1500 و2000»
    odd = sum(value % 50 > 0 for value in full)
    row = odd > 1 and len(full) > 2 and all(any(a <= value <= b for a, b in _NEAR_YEARS) for value in full)
    placed = len(full) == len(numbers) and (led or row or ((bounded or _PREPOSITION_BEFORE in around) and odd > 0))
    return None if placed else Refusal.ROW
