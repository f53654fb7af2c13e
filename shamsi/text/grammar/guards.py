"""Check whether the context of a match allows it to be a date, and why.

Each pattern that may match by chance has a table. The first row that holds decides, in `find` and
in `explain` alike. A `Rejection` is the reason why the match is not a date. A `Basis` is the reason
why it is one. None accepts the match because its pattern is clear enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName, civil_calendar
from shamsi.text.grammar.expressions import Edges, compiled, edges, holds
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Number, Tokens

_REACH = 16  # tokens on either side of a match that a row can see
PARTS = {
    "NUMBER": "[three_digits four_digits SHORT other_number]",
    "SMALL": "[day day0 three_digits tens_in_words day_in_words]",
    # The numbers or words that are the year of a month.
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
    # The words that a count precedes, also after more numbers.
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
_LONGEST_RUN = 20  # years of a range with a short end


@dataclass(slots=True)
class Place:
    """A match and its context.

    `around` are the classes of the tokens around it, with `@` in its place.
    """

    tokens: Final[Tokens]
    first: Final[int]
    last: Final[int]
    key: Final[
        tuple[str, str, str]
    ]  # the classes of its core, of the token before and of the one after
    around: Final[str]

    @property
    def core(self) -> str:
        """The classes of its tokens."""
        return self.key[0]

    @property
    def year(self) -> int:
        """The number that it begins with."""
        return self.tokens.number(self.first).value


class Years(NamedTuple):
    """The years for which a row holds: those within `spans` that are multiples of `every`."""

    spans: tuple[tuple[int, int], ...] = ((0, 9999),)
    every: int = 1
    but: tuple[int, ...] = ()

    def hold(self, year: int) -> bool:
        """Whether a year is one of them."""
        is_within = any(low <= year <= high for low, high in self.spans)
        return is_within and year % self.every == 0 and year not in self.but


NEAR = Years(((1300, 1410), (1850, 2035)))  # for places with many other numbers
WESTERN = Years(((1850, 2035),))
PRINTED = Years(((1240, 1450), (1850, 2035)))  # for books
ANY = Years(((1200, 2100),))
FIFTIES = Years(every=50)
# All hundreds but these are counts in places where counts stand, too.
ODD_HUNDREDS = Years(every=100, but=(1300, 1400, 1900, 2000))
HUNDREDS = Years(every=100)


Search = Callable[[str], object]


class Guard:
    """A row of a table: conditions on a match, its context and its year, and the verdict.

    `core` is searched in the classes of the match. `before` must match right before it, and
    `behind` right after it. `when` is for conditions that classes cannot express. All conditions
    must hold.
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
        """A search of the context, or None if the key of a place decides alone."""
        if all(not side or _is_one_class(side) for side in (self.before, self.behind)):
            return None
        return compiled(f"({self.before}) @ ({self.behind})", PARTS).search

    def may_hold(self, core: str, before: str, behind: str) -> bool:
        """Whether the row may hold for a match of some classes between two others."""
        left, right = self._edges
        return (
            (self._matches is None or bool(self._matches(core)))
            and (left.is_optional or holds(left.last, before))
            and (right.is_optional or holds(right.first, behind))
        )

    @property
    def conditions(self) -> Conditions:
        """The conditions that remain to be checked if the row may hold, and its verdict."""
        return self._around, self.years, self.when, self.verdict


def _is_one_class(side: str) -> bool:
    """Whether a side is a single token."""
    return side not in PARTS and _ONE_CLASS.fullmatch(side) is not None


_ONE_CLASS = re.compile(r"\w+|\[[^]^]+\]")


Conditions = tuple[
    Search | None, Years | None, Callable[[Place], bool] | None, "Rejection | Basis | Table | None"
]


class Table:
    """Guards in order. It skips those that the classes of a match and its neighbours rule out."""

    def __init__(self, *rows: Guard) -> None:
        self.rows = rows
        self._near: dict[tuple[str, str, str], tuple[Conditions, ...]] = {}

    def verdict(self, place: Place) -> Rejection | Basis | None:
        """Return the verdict of the first row that holds; None if no row holds."""
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
        """Return the rows that may hold for a key, and keep them."""
        rows = tuple(row.conditions for row in self.rows if row.may_hold(*key))
        if len(self._near) < _KEPT:
            self._near[key] = rows
        return rows


_KEPT = 4096  # keys whose rows are kept


def verdict(tokens: Tokens, name: str, first: int, last: int) -> Rejection | Basis | None:
    """Return the verdict of a pattern's table on a match, from token `first` to before `last`."""
    table, kinds = TABLES.get(name), tokens.kinds
    if table is None:
        if last - first > 1 or kinds[first] not in _SMALL:
            return None
        table = _OTHERS
    return table.verdict(_place(tokens, first, last))


def basis_in_row(tokens: Tokens, first: int, last: int) -> Basis | None:
    """Return why some tokens are a year after their list of years was split."""
    place = _place(tokens, first, last)
    if not _ERAS.isdisjoint(place.core):
        return None
    return Basis.CUE if _is_led(place) else Basis.ROW


def _place(tokens: Tokens, first: int, last: int) -> Place:
    kinds = tokens.kinds
    before, behind = kinds[max(0, first - _REACH) : first], kinds[last : last + _REACH]
    kind = kinds[first:last], before[-1:], behind[:1]
    return Place(tokens, first, last, kind, f"{before}@{behind}")


# ---------------------------------------------------------------- conditions beyond classes


def _is_unnamed(place: Place) -> bool:
    """Whether the window has no word for year."""
    return _YEAR_WORDS.isdisjoint(place.tokens.kinds)


def _is_glued(place: Place) -> bool:
    return place.tokens.is_glued(place.first)


def _is_apart(place: Place) -> bool:
    """Whether no article is attached to it, as in ال10 من يوليو."""
    tokens, first = place.tokens, place.first
    return not (first > 0 and tokens.ends[first - 1] == tokens.starts[first])


def _counts_moons(place: Place) -> bool:
    """Whether it is a score or a count, such as «هفت صفر» or «سه مه».

    The names of other lunar months, such as رجب or شعبان, are never counted.
    """
    tokens, first = place.tokens, place.first
    month: MonthName = tokens.values[first + place.core.index(_NUMBERED_MONTH)]
    is_zero = month.calendar == "islamic" and month.number == 2
    if place.core[0] == _DAY_IN_WORDS:
        return is_zero or month.calendar != "islamic"
    return is_zero and place.year < 10


_NUMBERED_MONTH, _DAY_IN_WORDS = codes_of("month_numbered"), codes_of("day_in_words")


def _is_gregorian(place: Place) -> bool:
    """Whether it begins with a Gregorian month."""
    calendar: str = place.tokens.values[place.first].calendar
    return calendar == "gregorian"


def _is_led_bce(place: Place) -> bool:
    """Whether it is a year before the common era with a word for year."""
    return _is_led(place) and bool(place.tokens.values[place.last - 1].bce)


def _is_slipped(place: Place) -> bool:
    """Whether the comma before it is close to the word for year: «عام ،2008»."""
    tokens, first = place.tokens, place.first
    return tokens.ends[first - 2] + 1 == tokens.starts[first]


def _is_led(place: Place) -> bool:
    """Whether it has a word for year, alone or within a list of years."""
    return not _YEAR_WORDS.isdisjoint(place.around) and LED.verdict(place) is Basis.CUE


def _is_of_pages(place: Place) -> bool:
    """Whether a word for pages follows."""
    return bool(place.tokens.values[place.last] == "pages")


def _is_in_western_text(place: Place) -> bool:
    """Whether the word before it is of a language with Gregorian years."""
    before = place.tokens.lexemes[place.first - 1] if place.first else None
    return before is not None and civil_calendar(before.lang) == "gregorian"


def _is_marked(place: Place) -> bool:
    """Whether the era's mark is enough for a year.

    «200 م» and «1500 م» are races, and «5 ق» may be anything.
    """
    return _marks(place, place.last - 1, is_bracketed=_BRACKETED in place.around)


def _is_row_marked(place: Place) -> bool:
    """Whether the first era's mark in a list is enough for the first number to be a year."""
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
    """Return the numbers of two digits and of four in a list, and the count of all numbers."""
    found = _numbers(place)
    short = [number.value for number in found if number.width == 2]
    return short, [number.value for number in found if number.width == 4], len(found)


def _is_far_pair(place: Place) -> bool:
    """Whether a short year is far from a full one.

    «سال ۱۳۸۴ و ۳۲» is such a pair, «سال ۱۳۵۶ و ۵۷» is not.
    """
    short, full, _ = _widths(place)
    return len(full) == len(short) == 1 and not 0 < (short[0] - full[0]) % 100 <= _LONGEST_RUN


def _is_short_pair(place: Place) -> bool:
    short, _, count = _widths(place)
    return len(short) == count == 2


def _is_next_pair(place: Place) -> bool:
    """Whether two short years are consecutive: «فصل ۹۶-۹۷»."""
    short = _widths(place)[0]
    return _is_short_pair(place) and abs(short[0] - short[1]) == 1


def _is_mixed_pair(place: Place) -> bool:
    short, full, _ = _widths(place)
    return len(full) == len(short) == 1


def _is_near_pair(place: Place) -> bool:
    short, full, _ = _widths(place)
    return (
        _is_mixed_pair(place)
        and min((full[0] - short[0]) % 100, (short[0] - full[0]) % 100) <= _LONGEST_RUN
    )


def _is_full(place: Place) -> bool:
    """Whether all numbers of a list have four digits."""
    _, full, count = _widths(place)
    return len(full) == count


def _is_full_and_odd(place: Place) -> bool:
    """Whether all numbers of a list have four digits, and at least one is not round."""
    return _is_full(place) and any(value % 50 for value in _widths(place)[1])


def _is_near_row(place: Place) -> bool:
    """Whether three or more full years are close to our time, and at least two are not round."""
    full = _widths(place)[1]
    is_odd = sum(value % 50 > 0 for value in full) > 1
    return _is_full(place) and is_odd and len(full) > 2 and all(map(NEAR.hold, full))


# ---------------------------------------------------------------- the tables

# Whether a number has a word for year. Other rows use this table as one condition.
LED = Table(
    Guard(Basis.CUE, before="[year_word year_word_beside] era? [school of modifier era]?"),
    Guard(Basis.CUE, behind="suffix? year_word_beside"),
    Guard(Basis.CUE, before="CUE ROW"),
    Guard(Basis.CUE, before="CUE four_digits ANY_ERA? [range inner_dash inner_slash dash]"),
    # «عام ،2008»: a comma on the wrong side of the year.
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
# A number of fewer than four digits without a sign that it is a year.
SHORT = Table(
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.COUNTED, behind="SHORT_COUNTED"),
    Guard(Rejection.JOINED, behind="inner_dash"),
    Guard(Rejection.NO_DAY, core="^ [two_digits three_digits] $", behind="MONTH"),
    Guard(Rejection.SHORT),
)
# After a word for year, any four digits are a year. Two digits are one unless they count something.
# Small numbers are not.
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
    """Return the rows of a place in which a bare number of four digits is a year.

    Numbers in `rounds` and numbers outside `years` are rejected.
    """
    rows = [Guard(Rejection.ROUND, years=rounds, before=before, behind=behind)] if rounds else []
    if years is NEAR:  # a year after a word of a language with Gregorian years is not Solar
        rows.append(Guard(basis, years=WESTERN, before=before, behind=behind))
        rows.append(Guard(Rejection.FAR, when=_is_in_western_text, before=before, behind=behind))
    return (
        *rows,
        Guard(basis, years=years, before=before, behind=behind),
        Guard(Rejection.FAR, before=before, behind=behind),
    )


# The same year again, in brackets.
_BEHIND_YEAR = "[four_digits three_digits SHORT era era_mark] opening"
# Places of a bare number of four digits. A longer pattern precedes a shorter one.
PLACES = Table(
    *_placed(Basis.BRACKETS, years=NEAR, before=_BEHIND_YEAR, behind="closing counted"),
    *_placed(Basis.BRACKETS, before=_BEHIND_YEAR, behind="closing"),
    *_placed(
        Basis.BRACKETS, years=NEAR, rounds=ODD_HUNDREDS, before="opening", behind="closing counted"
    ),
    *_placed(Basis.BRACKETS, rounds=ODD_HUNDREDS, before="opening", behind="closing"),
    *_placed(Basis.EVENT, before="[event yearly] [other_word era school]{0,2}"),
    *_placed(Basis.TITLE, years=NEAR, rounds=FIFTIES, before="other_word", behind="other_mark"),
    *_placed(
        Basis.CITATION,
        before="opening [other_word and full_stop other_mark]{1,5} comma",
        behind="[colon closing comma inner_colon]",
    ),
    *_placed(
        Basis.FIELD,
        years=NEAR,
        before="[other_word year_word date_word] same",
        behind="[same closing]",
    ),
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
    *_placed(
        Basis.NOUN,
        years=NEAR,
        rounds=FIFTIES,
        before="[into modifier deictic]",
        behind="other_word",
    ),
    Guard(Rejection.UNPLACED),
)
_HELD = "[event yearly] other_word{0,2}"  # «معرض جيتكس 2010 مشروع»: the year of the fair
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
_LED_ROW = (
    ("opening", "closing"),
    ("[into event yearly]", ""),
    ("[event yearly] [other_word school]{1,2}", ""),
)
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
    *(
        Guard(Basis.ROW, before=before, behind=behind, when=_is_near_pair)
        for before, behind in _LED_ROW
    ),
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
    """Return the rows for a month's name without a day.

    Its language file specifies how much context it needs.
    """
    is_alone = "^ month_cued $"
    return (
        Guard(None, core="^ month_dated .* SAID_YEAR .* month_word $"),
        Guard(None, core="^ month_dated .* SAID_YEAR", before="[month_word month_lead]"),
        Guard(None, core="^ month_dated (?=.* four_digits) .* SAID_YEAR", when=_is_gregorian),
        Guard(Rejection.HOMOGRAPH, core="^ month_dated"),
        Guard(None, core="^ . .* SAID_YEAR | month_word $"),
        Guard(
            basis,
            core=is_alone,
            before="[month_word month_lead]",
            behind="slash [month_bare month_cued]",
        ),
        Guard(None, before="[month_word month_lead]"),
        Guard(Rejection.PLACE, before="stop other_mark?"),
        Guard(Rejection.TITLE, before="title other_mark?"),
        Guard(
            Rejection.NO_DAY,
            core="^ month_numbered",
            before="[two_digits three_digits other_number]",
        ),
        Guard(Rejection.BARE_MONTH, core="^ month_numbered"),
        *(
            Guard(basis, core=is_alone, before=before, behind=behind)
            for before, behind in _CUES_OF_MONTH
        ),
        *(Guard(None, before=before, behind=behind) for before, behind in _CUES_OF_MONTH),
        Guard(None, core="month_bare"),
        Guard(Rejection.UNCUED_MONTH),
    )


# A day of a month. With a year it is nearly always a date. Without one, it may be the name of a
# place, a score, or the number of an article. Signs of the zodiac usually mean the sky.
DAY = Table(
    Guard(None, core="HAS_YEAR"),
    Guard(None, core="^ (?=.* month_dated) .* [month_word month_lead]"),
    Guard(None, core="month_dated", before="weekday [comma dash]?"),
    Guard(
        None, core="month_dated", before="place slash", behind="slash"
    ),  # «کابل/ ۲۹ میزان/ باختر»
    Guard(Rejection.HOMOGRAPH, core="month_dated"),
    # The names of streets, hospitals, agencies and books; but not of book fairs.
    Guard(
        Rejection.PLACE,
        core="^ (?! DAY_LIST)",
        before="stop [day_word other_word other_mark]?",
        when=_is_apart,
    ),
    Guard(
        Rejection.TITLE,
        core="^ (?! DAY_LIST)",
        before="(^ | [^other_word event yearly]) title",
        when=_is_apart,
    ),
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
        Guard(Rejection.NUMBERED, before="number_context"),
        Guard(Rejection.COUNTED, behind="COUNTED"),
    ),
    "year": YEAR,
    "years": YEARS,
    "numeric": NUMBERED,
    "decade": NUMBERED,
}
