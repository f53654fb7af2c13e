"""Guards: whether what stands around a matched pattern lets it be a date, and why.

Each pattern that may match by chance has a table. The first row that holds decides, in `find` and in `explain` alike: a
`Rejection` says why the match is no date, a `Basis` what makes a date of it, None that its pattern says enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName, civil_calendar
from shamsi.text.grammar.expressions import Edges, compiled, edges, holds
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Number, Tokens

_REACH = 16  # tokens around a match that a row may look at
PARTS = {
    "NUMBER": "[three_digits four_digits SHORT other_number]",
    "SMALL": "[day day0 three_digits tens_in_words day_in_words]",
    # What a month is given with.
    "SAID_YEAR": "[four_digits three_digits SHORT year_in_words tens_in_words deictic]",
    "HAS_YEAR": "MONTH suffix? month_word? .* SAID_YEAR",
    "CUE": "year_word [school of modifier era]?",
    "JOINED": "(comma? and | comma | range | dash | inner_dash | inner_slash)",
    "ANY_ERA": "[era era_mark]",
    "ROW": "([three_digits SHORT year_in_words] ANY_ERA? JOINED){1,6}",
    "FULL_ROW": "([three_digits four_digits SHORT year_in_words] ANY_ERA? JOINED){1,6}",
    "DAY_LIST": """
        [day day0 ordinal day_in_words] suffix?
        (comma? and | comma | range | dash | inner_dash | inner_slash | slash)
    """,
    # What a count stands before, also behind further numbers.
    "COUNTED": """
        ((range | dash | inner_dash | comma? and) [four_digits SHORT three_digits]{1,2})? [COUNT]
    """,
    "SHORT_COUNTED": """
        [COUNT year_word day_word month_word month_lead decade_word century]
    """,
}
_YEAR_WORDS = frozenset(codes_of("year_word year_word_beside"))
_SMALL = frozenset(codes_of("day day0 three_digits tens_in_words day_in_words"))
_ERA_MARK = codes_of("era_mark")
_ERAS = frozenset(codes_of("era era_mark"))
_LONGEST_RUN = 20  # years that a range with a short end may span


class Place(NamedTuple):
    """A match where it stands: the classes of its tokens, and those around it with `@` in its place."""

    tokens: Tokens
    first: int
    last: int
    key: tuple[str, str, str]  # the classes of its core, and the one before and behind it
    around: str

    @property
    def core(self) -> str:
        """The classes of its tokens."""
        return self.key[0]

    @property
    def year(self) -> int:
        """The number that it begins with."""
        return self.tokens.number(self.first).value


class Years(NamedTuple):
    """Years for which a row holds: those in some spans, or only each so many of them."""

    spans: tuple[tuple[int, int], ...] = ((0, 9999),)
    every: int = 1
    but: tuple[int, ...] = ()

    def hold(self, year: int) -> bool:
        """Whether a year is one of them."""
        is_within = any(low <= year <= high for low, high in self.spans)
        return is_within and year % self.every == 0 and year not in self.but


NEAR = Years(((1300, 1410), (1850, 2035)))  # where numbers abound
WESTERN = Years(((1850, 2035),))
PRINTED = Years(((1240, 1450), (1850, 2035)))  # of books
ANY = Years(((1200, 2100),))
FIFTIES = Years(every=50)
# Where counts stand too, these hundreds alone are years.
ODD_HUNDREDS = Years(every=100, but=(1300, 1400, 1900, 2000))
HUNDREDS = Years(every=100)


Search = Callable[[str], object]


class Guard:
    """A row: what the match, what stands before and behind it, and its year must be, and what follows.

    `core` is searched in the classes of the match; `before` ends and `behind` begins where it stands. `when` asks what
    classes cannot say. Every condition that is given must hold.
    """

    def __init__(
        self,
        verdict: Rejection | Basis | Table | None,
        *,
        core: str = "",
        before: str = "",
        behind: str = "",
        years: Years | None = None,
        when: Callable[[Place], bool] | None = None,
    ) -> None:
        self.verdict, self.years, self.when = verdict, years, when
        self.core, self.before, self.behind = core, before, behind

    @cached_property
    def _edges(self) -> tuple[Edges, Edges]:
        return edges(self.before, PARTS), edges(self.behind, PARTS)

    @cached_property
    def _matches(self) -> Search | None:
        return compiled(self.core, PARTS).search if self.core else None

    @cached_property
    def _around(self) -> Search | None:
        """A search of what stands around, unless the two neighbours say it all."""
        if all(not side or _is_one_class(side) for side in (self.before, self.behind)):
            return None
        return compiled(f"({self.before}) @ ({self.behind})", PARTS).search

    def may_hold(self, core: str, before: str, behind: str) -> bool:
        """Whether a match of some classes between two others may fulfil it."""
        left, right = self._edges
        return (
            (self._matches is None or bool(self._matches(core)))
            and (left.is_optional or holds(left.last, before))
            and (right.is_optional or holds(right.first, behind))
        )

    @property
    def conditions(self) -> Conditions:
        """What is left to ask where it may hold, and its verdict."""
        return self._around, self.years, self.when, self.verdict


def _is_one_class(side: str) -> bool:
    """Whether a side is one token of one class, or of a set."""
    return side not in PARTS and _ONE_CLASS.fullmatch(side) is not None


_ONE_CLASS = re.compile(r"\w+|\[[^]^]+\]")


Conditions = tuple[Search | None, Years | None, Callable[[Place], bool] | None, "Rejection | Basis | Table | None"]


class Table:
    """Guards in order; those that no match of its classes and neighbours can fulfil are passed over."""

    def __init__(self, *rows: Guard) -> None:
        self.rows = rows
        self._near: dict[tuple[str, str, str], tuple[Conditions, ...]] = {}

    def verdict(self, place: Place) -> Rejection | Basis | None:
        """What the first row that holds says; None where none holds."""
        rows = self._near.get(place.key)
        if rows is None:
            rows = self._remember(place.key)
        for search, years, when, found in rows:
            if (
                (search is None or search(place.around))
                and (years is None or years.hold(place.year))
                and (when is None or when(place))
            ):
                return found.verdict(place) if isinstance(found, Table) else found
        return None

    def _remember(self, key: tuple[str, str, str]) -> tuple[Conditions, ...]:
        """The rows that matches of a kind may fulfil."""
        rows = tuple(row.conditions for row in self.rows if row.may_hold(*key))
        if len(self._near) < _KEPT:
            self._near[key] = rows
        return rows


_KEPT = 4096  # kinds of matches whose rows are remembered


def verdict(tokens: Tokens, name: str, first: int, last: int) -> Rejection | Basis | None:
    """What the table of a pattern says of a match, from token `first` to before `last`."""
    table, kinds = TABLES.get(name), tokens.kinds
    if table is None:
        if last - first > 1 or kinds[first] not in _SMALL:
            return None
        table = _OTHERS
    return table.verdict(_place(tokens, first, last))


def basis_in_row(tokens: Tokens, first: int, last: int) -> Basis | None:
    """What makes a year of some tokens of a row that was taken apart."""
    place = _place(tokens, first, last)
    if not _ERAS.isdisjoint(place.core):
        return None
    return Basis.CUE if _is_led(place) else Basis.ROW


def _place(tokens: Tokens, first: int, last: int) -> Place:
    kinds = tokens.kinds
    before, behind = kinds[max(0, first - _REACH) : first], kinds[last : last + _REACH]
    kind = kinds[first:last], before[-1:], behind[:1]
    return Place(tokens, first, last, kind, f"{before}@{behind}")


# ---------------------------------------------------------------- what classes cannot say


def _is_unnamed(place: Place) -> bool:
    """Whether no word for year stands anywhere near."""
    return _YEAR_WORDS.isdisjoint(place.tokens.kinds)


def _is_glued(place: Place) -> bool:
    return place.tokens.is_glued(place.first)


def _is_apart(place: Place) -> bool:
    """Whether no article is written in one with it: ال10 من يوليو."""
    tokens, first = place.tokens, place.first
    return not (first > 0 and tokens.ends[first - 1] == tokens.starts[first])


def _counts_moons(place: Place) -> bool:
    """Whether «هفت صفر», «سه مه» is a score or a count; nobody counts رجب or شعبان."""
    tokens, first = place.tokens, place.first
    month: MonthName = tokens.values[first + place.core.index(_NUMBERED_MONTH)]
    is_zero = month.calendar == "islamic" and month.number == 2
    if place.core[0] == _DAY_IN_WORDS:
        return is_zero or month.calendar != "islamic"
    return is_zero and place.year < 10


_NUMBERED_MONTH, _DAY_IN_WORDS = codes_of("month_numbered"), codes_of("day_in_words")


def _is_gregorian(place: Place) -> bool:
    """Whether the month that it begins with is a Gregorian one."""
    calendar: str = place.tokens.values[place.first].calendar
    return calendar == "gregorian"


def _is_led_bce(place: Place) -> bool:
    """Whether a word for year leads to a year before the common era."""
    return _is_led(place) and bool(place.tokens.values[place.last - 1].bce)


def _is_slipped(place: Place) -> bool:
    """«عام ،2008»: whether the comma touches the word before it, or nearly."""
    tokens, first = place.tokens, place.first
    return tokens.ends[first - 2] + 1 == tokens.starts[first]


def _is_led(place: Place) -> bool:
    """Whether a word for year leads to it, by itself or at the head of a row of years."""
    return not _YEAR_WORDS.isdisjoint(place.around) and LED.verdict(place) is Basis.CUE


def _is_of_pages(place: Place) -> bool:
    """Whether pages stand behind it."""
    return bool(place.tokens.values[place.last] == "pages")


def _is_in_western_text(place: Place) -> bool:
    """Whether the word before it is of a language that counts in Gregorian years."""
    before = place.tokens.lexemes[place.first - 1] if place.first else None
    return before is not None and civil_calendar(before.lang) == "gregorian"


def _is_marked(place: Place) -> bool:
    """Whether an era's mark alone makes a year: «200 م» and «1500 م» are races, «5 ق» is anything."""
    return _marks(place, place.last - 1, is_bracketed=_BRACKETED in place.around)


def _is_row_marked(place: Place) -> bool:
    """Whether the mark of the first era in a row makes a year of the first number."""
    return _marks(place, place.first + place.core.index(_ERA_MARK), is_bracketed=False)


_BRACKETED = f"{codes_of('opening')}@{codes_of('closing')}"


def _marks(place: Place, at: int, *, is_bracketed: bool) -> bool:
    era, year = place.tokens.values[at], place.year
    if era.calendar == "gregorian" and not era.bce:
        return (year > 999 and year % 100 > 0) or (is_bracketed and year > 199 and year % 50 > 0)
    return year > 99 or is_bracketed


def _numbers(place: Place) -> list[Number]:
    values = place.tokens.values[place.first : place.last]
    return [value for value in values if isinstance(value, Number)]


def _widths(place: Place) -> tuple[list[int], list[int], int]:
    """The numbers of two digits and of four in a row, and how many there are in all."""
    found = _numbers(place)
    short = [number.value for number in found if number.width == 2]
    return short, [number.value for number in found if number.width == 4], len(found)


def _is_far_pair(place: Place) -> bool:
    """«سال ۱۳۸۴ و ۳۲», other than «سال ۱۳۵۶ و ۵۷»."""
    short, full, _ = _widths(place)
    return len(full) == len(short) == 1 and not 0 < (short[0] - full[0]) % 100 <= _LONGEST_RUN


def _is_short_pair(place: Place) -> bool:
    short, _, count = _widths(place)
    return len(short) == count == 2


def _is_next_pair(place: Place) -> bool:
    """«فصل ۹۶-۹۷»: whether one of two short years follows the other."""
    short = _widths(place)[0]
    return _is_short_pair(place) and abs(short[0] - short[1]) == 1


def _is_mixed_pair(place: Place) -> bool:
    short, full, _ = _widths(place)
    return len(full) == len(short) == 1


def _is_near_pair(place: Place) -> bool:
    short, full, _ = _widths(place)
    return _is_mixed_pair(place) and min((full[0] - short[0]) % 100, (short[0] - full[0]) % 100) <= _LONGEST_RUN


def _is_full(place: Place) -> bool:
    """Whether all numbers of a row have four digits."""
    _, full, count = _widths(place)
    return len(full) == count


def _is_full_and_odd(place: Place) -> bool:
    """The same, and one at least is no round number."""
    return _is_full(place) and any(value % 50 for value in _widths(place)[1])


def _is_near_row(place: Place) -> bool:
    """Whether three full years or more are near our time, and two of them no round numbers."""
    full = _widths(place)[1]
    is_odd = sum(value % 50 > 0 for value in full) > 1
    return _is_full(place) and is_odd and len(full) > 2 and all(map(NEAR.hold, full))


# ---------------------------------------------------------------- the tables

# A word for year that leads to a number; the rows are asked as one.
LED = Table(
    Guard(Basis.CUE, before="[year_word year_word_beside] era? [school of modifier era]?"),
    Guard(Basis.CUE, behind="suffix? year_word_beside"),
    Guard(Basis.CUE, before="CUE ROW"),
    Guard(Basis.CUE, before="CUE four_digits ANY_ERA? [range inner_dash inner_slash dash]"),
    # «عام ،2008»: a comma that slipped from one side of the year to the other.
    Guard(
        Basis.CUE,
        core="^ two_digits $",
        before="(^ | [^SHORT three_digits four_digits day_in_words]) year_word comma",
        when=_is_slipped,
    ),
    Guard(None, core="four_digits", before="number_context"),
    Guard(None, core="four_digits", behind="COUNTED"),
    Guard(Basis.CUE, core="four_digits", before="CUE (comma | FULL_ROW)"),
)
# A number of fewer than four digits of which nothing says that it is a year.
SHORT = Table(
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.COUNTED, behind="SHORT_COUNTED"),
    Guard(Rejection.JOINED, behind="inner_dash"),
    Guard(Rejection.NO_DAY, core="^ [two_digits three_digits] $", behind="MONTH"),
    Guard(Rejection.SHORT),
)
# After a word for year: any four digits; two digits unless they count something; no small number.
CUED = Table(
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Basis.CUE, core="^ four_digits $"),
    Guard(Rejection.COUNTED, behind="COUNTED"),
    Guard(Rejection.SMALL, core="^ [day day0] $", behind="[other_word day_in_words]"),
    Guard(Rejection.SMALL, core="^ day $", years=Years(((0, 9),))),
    Guard(Rejection.SMALL, core="^ day_in_words $", years=Years(((0, 30),))),
    Guard(Basis.CUE),
)


def _placed(
    basis: Basis,
    *,
    years: Years = ANY,
    rounds: Years | None = None,
    before: str = "",
    behind: str = "",
) -> tuple[Guard, ...]:
    """The rows of a place in which a bare number of four digits is a year: not a round one, nor one that is far."""
    rows = [Guard(Rejection.ROUND, years=rounds, before=before, behind=behind)] if rounds else []
    if years is NEAR:  # words of a Gregorian country lead to no Solar year
        rows.append(Guard(basis, years=WESTERN, before=before, behind=behind))
        rows.append(Guard(Rejection.FAR, when=_is_in_western_text, before=before, behind=behind))
    return (
        *rows,
        Guard(basis, years=years, before=before, behind=behind),
        Guard(Rejection.FAR, before=before, behind=behind),
    )


_BEHIND_YEAR = "[four_digits three_digits SHORT era era_mark] opening"  # in brackets: the same year again
# A bare number of four digits by its place; of two places the longer stands first.
PLACES = Table(
    *_placed(Basis.BRACKETS, years=NEAR, before=_BEHIND_YEAR, behind="closing counted"),
    *_placed(Basis.BRACKETS, before=_BEHIND_YEAR, behind="closing"),
    *_placed(Basis.BRACKETS, years=NEAR, rounds=ODD_HUNDREDS, before="opening", behind="closing counted"),
    *_placed(Basis.BRACKETS, rounds=ODD_HUNDREDS, before="opening", behind="closing"),
    *_placed(Basis.EVENT, before="[event yearly] [other_word era school]{0,2}"),
    *_placed(Basis.TITLE, years=NEAR, rounds=FIFTIES, before="other_word", behind="other_mark"),
    *_placed(
        Basis.CITATION,
        before="opening [other_word and full_stop other_mark]{1,5} comma",
        behind="[colon closing comma inner_colon]",
    ),
    *_placed(Basis.FIELD, years=NEAR, before="[other_word year_word date_word] same", behind="[same closing]"),
    *_placed(
        Basis.PUBLISHER,
        before="place ([comma colon] [other_word title]{1,3} comma)?",
        behind="(?![other_word day_in_words year_word])",
    ),
    *_placed(
        Basis.PREPOSITION,
        rounds=ODD_HUNDREDS,
        before="into comma?",
        behind="(?![other_word day_in_words year_word deictic])",
    ),
    *_placed(Basis.CLOSING, years=NEAR, before="comma", behind="full_stop? (line_end | $)"),
    *_placed(
        Basis.LIFE,
        before="opening",
        behind="[dash inner_dash] ([closing day day0 ordinal four_digits] | $)",
    ),
    *_placed(Basis.PLACES, before="opening", behind="place [comma dash]"),
    *_placed(Basis.PLACES, before="[dash inner_dash]", behind="place closing"),
    *_placed(Basis.COMMAS, years=NEAR, before="(?<!NUMBER) comma", behind="comma (?!NUMBER)"),
    *_placed(Basis.HEADING, before="(^ | line_end) other_mark?", behind="colon"),
    *_placed(
        Basis.PERIOD,
        years=NEAR,
        rounds=HUNDREDS,
        before="range",
        behind="(?![day_in_words year_word other_word])",
    ),
    *_placed(
        Basis.PERIOD,
        years=NEAR,
        rounds=ODD_HUNDREDS,
        before="[preposition date_word]",
        behind="(?![day_in_words year_word])",
    ),
    *_placed(
        Basis.PERIOD,
        years=NEAR,
        rounds=ODD_HUNDREDS,
        before="[modifier deictic]",
        behind="(?![day_in_words year_word other_word])",
    ),
    *_placed(Basis.IMPRINT, behind="place four_digits"),
    *_placed(Basis.NOUN, years=NEAR, rounds=FIFTIES, before="[into modifier deictic]", behind="other_word"),
    Guard(Rejection.UNPLACED),
)
_HELD = "[event yearly] other_word{0,2}"  # «معرض جيتكس 2010 مشروع»: the fair's year, no count
YEAR = Table(
    Guard(SHORT, core="^ SMALL $", when=_is_unnamed),
    Guard(Rejection.GLUED, when=_is_glued),
    Guard(None, core="ordinal", when=_is_led),  # سال چهلم هجری
    Guard(None, core="^ other_number", when=_is_led_bce),  # 3100 ق.م
    Guard(Rejection.UNCUED_ERA, core="^ other_number | ordinal"),
    Guard(None, core="era"),
    Guard(None, core="era_mark", before="slash"),
    Guard(None, core="era_mark", before=_BEHIND_YEAR, behind="closing"),
    Guard(None, core="era_mark", when=_is_marked),
    Guard(None, core="era_mark", when=_is_led),
    Guard(Rejection.WEAK_MARK, core="era_mark"),
    Guard(CUED, when=_is_led),
    Guard(SHORT, core="^ (?! (two_digits | four_digits) $)"),
    Guard(SHORT, core="^ two_digits $", before="(^ | [^yearly])"),
    Guard(Rejection.COUNTED, core="^ four_digits $", before=_HELD, behind="counted", years=FIFTIES),
    Guard(Basis.HELD, core="^ four_digits $", before=_HELD, behind="counted", years=WESTERN),
    Guard(Rejection.COUNTED, core="^ four_digits $", before=_HELD, behind="counted"),
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.COUNTED, behind="COUNTED"),
    Guard(Rejection.COUNTED, core="^ four_digits $", behind="day_in_words"),
    Guard(Basis.GAMES, core="^ two_digits $"),  # المپیک ۹۲, بودجه ۸۴
    Guard(Basis.PAGES, behind="number_context", years=PRINTED, when=_is_of_pages),
    Guard(Rejection.FAR, behind="number_context", when=_is_of_pages),
    Guard(PLACES),
)
_LED_ROW = (("opening", "closing"), ("[into event yearly]", ""), ("[event yearly] [other_word school]{1,2}", ""))
YEARS = Table(
    Guard(Rejection.ROW, core="and", when=_is_far_pair),
    Guard(None, core="era"),
    Guard(Basis.CUE, core="^ [^era_mark]+ $", when=_is_led),
    Guard(None, when=_is_led),
    Guard(None, core="era_mark", when=_is_row_marked),
    Guard(Rejection.WEAK_MARK, core="era_mark"),
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.COUNTED, behind="COUNTED"),
    Guard(
        Basis.ROW,
        before="[event yearly] other_word{0,2}",
        when=_is_next_pair,
    ),
    Guard(Rejection.ROW, when=_is_short_pair),
    *(Guard(Basis.ROW, before=before, behind=behind, when=_is_near_pair) for before, behind in _LED_ROW),
    Guard(Rejection.ROW, when=_is_mixed_pair),
    *(Guard(Basis.ROW, before=before, behind=behind, when=_is_full) for before, behind in _LED_ROW),
    Guard(Basis.ROW, when=_is_near_row),
    Guard(Basis.ROW, core="inner_dash", when=_is_full_and_odd),
    Guard(Basis.ROW, before="[of between preposition]", when=_is_full_and_odd),  # «بين 1805 و1848»
    Guard(Rejection.ROW),
)
_CUES_OF_MONTH = (
    ("[preposition into range modifier between date_word half]", ""),
    ("of", "[range dash]"),
    ("", "slash [month_bare month_cued]"),
    ("[month_bare month_cued month_word] slash", ""),
)


def _month(basis: Basis | None) -> tuple[Guard, ...]:
    """A month's name by itself: as much context as its language file says that it needs."""
    is_alone = "^ month_cued $"
    return (
        Guard(None, core="^ month_dated .* SAID_YEAR .* month_word $"),
        Guard(None, core="^ month_dated .* SAID_YEAR", before="[month_word month_lead]"),
        Guard(None, core="^ month_dated (?=.* four_digits) .* SAID_YEAR", when=_is_gregorian),
        Guard(Rejection.HOMOGRAPH, core="^ month_dated"),
        Guard(None, core="^ . .* SAID_YEAR | month_word $"),
        Guard(basis, core=is_alone, before="[month_word month_lead]", behind="slash [month_bare month_cued]"),
        Guard(None, before="[month_word month_lead]"),
        Guard(Rejection.PLACE, before="stop other_mark?"),
        Guard(Rejection.TITLE, before="title other_mark?"),
        Guard(Rejection.NO_DAY, core="^ month_numbered", before="[two_digits three_digits other_number]"),
        Guard(Rejection.BARE_MONTH, core="^ month_numbered"),
        *(Guard(basis, core=is_alone, before=before, behind=behind) for before, behind in _CUES_OF_MONTH),
        *(Guard(None, before=before, behind=behind) for before, behind in _CUES_OF_MONTH),
        Guard(None, core="month_bare"),
        Guard(Rejection.UNCUED_MONTH),
    )


# A day of a month: with a year nearly always; without one no place's name, no score, no number of an article. Signs of
# the zodiac are in the sky first.
DAY = Table(
    Guard(None, core="HAS_YEAR"),
    Guard(None, core="^ (?=.* month_dated) .* [month_word month_lead]"),
    Guard(None, core="month_dated", before="weekday [comma dash]?"),
    Guard(None, core="month_dated", before="place slash", behind="slash"),  # «کابل/ ۲۹ میزان/ باختر»
    Guard(Rejection.HOMOGRAPH, core="month_dated"),
    # A street, a hospital, an agency; a book, but no book fair.
    Guard(Rejection.PLACE, core="^ (?! DAY_LIST)", before="stop [day_word other_word other_mark]?", when=_is_apart),
    Guard(Rejection.TITLE, core="^ (?! DAY_LIST)", before="(^ | [^other_word event yearly]) title", when=_is_apart),
    Guard(
        Rejection.MARK,
        core="^ (?! DAY_LIST)",
        before="(^ | [^four_digits three_digits SHORT year_in_words era]) era_mark",
        when=_is_apart,
    ),
    Guard(Rejection.NUMBERED, core="^ [day day0] [^suffix]", before="[number_context hour]"),
    Guard(
        Rejection.MOONS,
        core="^ [day_in_words day day0] .* month_numbered",
        before="(?<![into preposition date_word day_word weekday range between year_word and])",
        when=_counts_moons,
    ),
)
_OTHERS = Table(Guard(SHORT, core="^ SMALL $", when=_is_unnamed))
NUMBERED = Table(Guard(Rejection.NUMBERED, before="number_context"))
TABLES = {
    "day": DAY,
    "month": Table(*_month(Basis.MONTH_CUE)),
    "months": Table(*_month(None)),
    "month-number": Table(
        Guard(Rejection.NUMBERED, before="number_context"), Guard(Rejection.COUNTED, behind="COUNTED")
    ),
    "year": YEAR,
    "years": YEARS,
    "numeric": NUMBERED,
    "decade": NUMBERED,
}
