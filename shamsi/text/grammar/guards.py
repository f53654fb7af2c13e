"""Check whether the context of a match allows it to be a date, and why.

Each pattern that may match by chance has a table. The first row that holds decides, in `find` and
in `explain` alike. A `Rejection` is the reason why the match is not a date. A `Basis` is the reason
why it is one. None accepts the match because its pattern is clear enough.
"""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar import left_over
from shamsi.text.grammar.either_guards import EITHER_DAY, EITHER_MONTH
from shamsi.text.grammar.guard_conditions import (
    counts_moons,
    has_other_name,
    is_apart,
    is_cautious,
    is_dotted_year,
    is_fraction,
    is_glued_behind,
    is_gregorian,
    is_last_of_borji,
    is_led,
    is_lone_sign,
    is_of_age,
    is_of_life,
    is_run_of_days,
    is_short_numeric,
    is_sign,
    is_solar,
    is_too_late,
    is_unnamed,
)
from shamsi.text.grammar.guard_rows import Guard, Table, Years, place_of
from shamsi.text.grammar.observance_guards import OBSERVANCE
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.relative_conditions import is_away, is_behind_unit, is_of_other_unit
from shamsi.text.grammar.tokens import Tokens
from shamsi.text.grammar.twin_conditions import has_twin, is_twin
from shamsi.text.grammar.two_styles import is_one_day
from shamsi.text.grammar.year_guards import COUNTS, SHORT, SMALL, YEAR, YEAR_BEHIND_ERA, YEARS

_ERAS = frozenset(codes_of("era era_mark"))


def verdict(
    tokens: Tokens, name: str, first: int, last: int, reads: str = ""
) -> Rejection | Basis | None:
    """Return the verdict of a pattern's table on a match, from token `first` to before `last`.

    A pattern of a language file `reads` like a shared one.
    """
    table, kinds = TABLES.get(name), tokens.kinds
    if table is None and last - first == 1 and kinds[first] in SMALL:
        table = _OTHERS
    rest = left_over.TABLES.get(reads or name)
    if table is None and rest is None:
        return None
    place = place_of(tokens, first, last)
    found = table.verdict(place) if table else None
    if rest is None or isinstance(found, Rejection):
        return found
    return rest.verdict(place) or found


def basis_in_row(tokens: Tokens, first: int, last: int) -> Basis | None:
    """Return why some tokens are a year after their list of years was split."""
    place = place_of(tokens, first, last)
    if not _ERAS.isdisjoint(place.core):
        return None
    return Basis.CUE if is_led(place) else Basis.ROW


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
        Guard(EITHER_MONTH, core="EITHER"),
        Guard(None, core="^ month_dated .* SAID_YEAR .* month_word $"),
        Guard(None, core="^ month_dated .* SAID_YEAR", before="[month_word month_lead]"),
        Guard(None, core="^ month_dated (?=.* four_digits) .* SAID_YEAR", when=is_gregorian),
        Guard(  # «به میزان ۱۳۶۰ تن»
            Rejection.COUNTED,
            core="^ [month_dated month_numbered] four_digits $",
            behind="COUNTED",
            when=is_sign,
        ),
        Guard(  # «در ثور ۱۳۵۹»
            None,
            core="^ month_dated .* four_digits",
            before="[into modifier half range between]",
            when=is_solar,
        ),
        Guard(  # «ثور ۱۳۵۹ خورشیدی»
            None, core="^ month_dated suffix? year_word? four_digits ANY_ERA $", when=is_solar
        ),
        Guard(  # «حوت ۱۳۹۸: آغاز گفتگوها», a headline
            None,
            core="^ month_dated four_digits $",
            before="(^ | line_end)",
            behind="([colon dash] | other_mark)",
            when=is_lone_sign,
        ),
        Guard(Rejection.HOMOGRAPH, core="^ month_dated"),
        Guard(None, core="^ . .* SAID_YEAR | month_word $"),
        Guard(
            basis,
            core=is_alone,
            before="[month_word month_lead]",
            behind="slash [month_bare month_cued]",
        ),
        Guard(None, before="[month_word month_lead]"),
        Guard(  # بهترین ماه سال «خرداد» بود
            None,
            before="""
                [month_word month_lead] (year_word [preposition into of other_word]{0,3})?
                other_mark
            """,
            behind="other_mark",
        ),
        Guard(Rejection.PLACE, before="stop other_mark?"),
        Guard(Rejection.TITLE, before="title other_mark?"),
        Guard(
            Rejection.NO_DAY,
            core="^ month_numbered",
            before="[two_digits three_digits other_number]",
        ),
        Guard(  # «د جون په لومړیو کې»
            None, core="^ month_numbered $", before="link", behind="MODIFIER_BEHIND"
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


# «هفته دوم می‌رسد»: a verb, not May.
WEEK = Table(
    Guard(None, core="HAS_YEAR"),
    Guard(Rejection.HOMOGRAPH, core="month_dated"),
)
# A day of a month. With a year it is nearly always a date. Without one, it may be the name of a
# place, a score, or the number of an article. Signs of the zodiac usually mean the sky.
DAY = Table(
    Guard(EITHER_DAY, core="EITHER"),
    # «یک دوم مهر»; but «ساعت یک دوم مهر» is a time and a day
    Guard(Rejection.PART, core="^ ordinal", before="(?<!hour) day_in_words", when=is_fraction),
    Guard(  # «المجلد 31 رجب»
        Rejection.NUMBERED,
        core="^ day MONTH",
        before="number_context",
        when=is_too_late,
    ),
    Guard(None, core="HAS_YEAR"),
    Guard(None, core="^ (?=.* month_dated) .* [month_word month_lead]"),
    Guard(None, core="month_dated", before="weekday [comma dash]?"),
    Guard(
        None, core="month_dated", before="place slash", behind="slash"
    ),  # «کابل/ ۲۹ میزان/ باختر»
    # Another calendar beside it shows that it is a day: «ورزشگاه انقلاب ۱۷ آبان (۸ نوامبر)».
    Guard(None, behind="[opening suffix]", when=has_twin),
    Guard(None, core="month_dated", behind="[slash inner_slash same range]", when=has_twin),
    Guard(None, core="month_dated", when=is_twin),
    Guard(None, core="month_dated $", behind="[slash inner_slash] MONTH", when=has_other_name),
    # «۱۶ سرطان تا ۱۹ سنبله ۱۳۸۰»: the year of the second day is of both
    Guard(
        None,
        core="month_dated $",
        behind="[range dash and] [day day0 ordinal] month_dated month_word? year_word? four_digits",
    ),
    Guard(Rejection.HOMOGRAPH, core="month_dated"),
    # The names of streets, hospitals, agencies and books; but not of book fairs.
    Guard(
        Rejection.PLACE,
        core="^ (?! DAY_LIST)",
        before="stop [day_word other_word other_mark]?",
        when=is_apart,
    ),
    Guard(
        Rejection.TITLE,
        core="^ (?! DAY_LIST)",
        before="(^ | [^other_word event yearly]) title",
        when=is_apart,
    ),
    Guard(
        Rejection.MARK,
        core="^ (?! DAY_LIST)",
        before="(^ | [^four_digits three_digits SHORT year_in_words era]) era_mark",
        when=is_apart,
    ),
    Guard(Rejection.NUMBERED, core="^ [day day0] [^suffix]", before="[number_context hour]"),
    Guard(None, core="^ day month_numbered", before="opening", when=is_twin),
    Guard(  # «۲ یا ۳ تیر شلیک شد»
        Rejection.MOONS,
        core="^ . suffix? or . .* month_numbered $",
        before="(?<![into preposition date_word day_word weekday range between year_word and])",
    ),
    Guard(
        Rejection.MOONS,
        core="^ [day_in_words day day0] .* month_numbered",
        before="(?<![into preposition date_word day_word weekday range between year_word and])",
        when=counts_moons,
    ),
)
# «د اسد په ۳ کتابونو»; and Pashto «مې په ۹» is "my at 9" unless «د» precedes.
MONTH_THEN_DAY = Table(
    Guard(None, core="four_digits"),
    Guard(Rejection.COUNTED, core="[day day0 ordinal] $", behind="COUNT"),
    Guard(Rejection.HOMOGRAPH, core="^ month_dated", before="(^ | [^link])"),
)
_OTHERS = Table(Guard(SHORT, core="^ SMALL $", when=is_unnamed))
NUMBERED = Table(
    Guard(Rejection.NUMBERED, before="number_context colon?"),
    Guard(None, before="[date_word weekday preposition] [colon comma]?"),
    Guard(Rejection.VERSION, when=is_dotted_year),
    Guard(Rejection.SHORT_YEAR, when=is_short_numeric),
)
# «۱۲ - آبان ۱۴۰۲» is a day, but «۱ - آبان ۱۴۰۲» may head a row of a list, and «شماره ۱۲، آبان
# ۱۴۰۲» is a number with its month.
_ROW_HEAD = "[day day0] [dash comma]"
DAY_APART = Table(
    Guard(Rejection.NUMBERED, before=f"(^ | line_end) {_ROW_HEAD} [^line_end]{{1,12}} line_end"),
    Guard(Rejection.NUMBERED, behind=f"[^line_end]{{0,12}} line_end {_ROW_HEAD}"),
    Guard(None, before="(^ | [line_end opening] | [date_word weekday] [colon comma dash]?)"),
    Guard(Rejection.NUMBERED),
)
# «العدد 12/ محرم 1420»: the number of an issue and its month.
DAY_SLASH = Table(
    Guard(
        Rejection.NUMBERED,
        before="[number_context hour year_word title] ordinal? other_mark?",
    ),
    Guard(None),
)
GLUED_DAY = Table(
    Guard(Rejection.PLACE, before="stop other_mark?"),
    Guard(Rejection.TITLE, before="title other_mark?"),
)
NUMERIC_DAYS = Table(
    Guard(Rejection.NUMBERED, before="[number_context hour]"),
    Guard(None, core="^ . [range inner_dash]", when=is_run_of_days),
    Guard(None, before="[of preposition into date_word day_word between]", when=is_run_of_days),
    Guard(Rejection.CODE),
)
_NO_DECADES = Years(((1000, 1199), (2031, 2999)))
_SEASON = Table(
    Guard(Rejection.SHORT_YEAR, core="[SHORT three_digits]", when=is_cautious),
    Guard(Rejection.COUNTED, core="four_digits $", behind="COUNTED", when=is_cautious),
)
DECADE = Table(
    Guard(
        Rejection.CODE,
        core="decade_word_behind $",
        behind="[SHORT three_digits four_digits other_number]",
        when=is_glued_behind,
    ),
    Guard(Rejection.SHORT_YEAR, core="^ two_digits", when=is_cautious),
    Guard(
        Rejection.ROUND,
        core="^ four_digits",
        before="(^ | [^of modifier range and dash inner_dash])",
        years=Years(every=100),
        when=is_cautious,
    ),
    Guard(
        Rejection.FAR,
        core="^ four_digits",
        years=_NO_DECADES,
        when=is_cautious,
    ),
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.AGE, behind="counted", when=is_of_age),
    Guard(None, behind="life [into preposition other_word modifier]", when=is_of_life),
    Guard(Rejection.AGE, behind="life"),
)
RELATIVE = Table(
    # «اليوم السابع», the seventh day; but «اليوم الأول من مارس»
    Guard(Rejection.ORDINAL, core="^ relative $", behind="ordinal (?! of? month_lead? MONTH)"),
    Guard(Rejection.TITLE, before="title other_mark", behind="other_mark"),
)
PART_OF_RELATIVE = Table(Guard(Rejection.NO_PATTERN, when=is_of_other_unit))
DAY_OF_RELATIVE = Table(
    Guard(Rejection.NUMBERED, core="^ [day day0]", before="[number_context hour]"),
    Guard(
        Rejection.NO_PATTERN, core="^ ordinal", before="[NUMERALS] day_word"
    ),  # «۱۲ روز نخست ماه جاری»
    Guard(Rejection.NO_PATTERN, core="^ ordinal", before="other_word", when=is_behind_unit),
    Guard(Rejection.NO_PATTERN, core="^ [day day0] month_word? relative", when=is_away),
    Guard(Rejection.NO_PATTERN, when=is_of_other_unit),
)
# «د پېړۍ لومړۍ لوبه», the first game of the century
CENTURY = Table(Guard(Rejection.NO_PATTERN, core="^ century ordinal $", before="link"))
TABLES = {
    "century": CENTURY,
    "observance": OBSERVANCE,
    "week-of-month": WEEK,
    "borji-day": Table(Guard(None, when=is_last_of_borji), Guard(Rejection.NO_DAY)),
    "two-styles": Table(Guard(None, when=is_one_day), Guard(Rejection.TWO_STYLES)),
    "deictic": RELATIVE,
    "day-of-relative": DAY_OF_RELATIVE,
    "week-of-relative": PART_OF_RELATIVE,
    "part-of-relative": PART_OF_RELATIVE,
    "day": DAY,
    "month-day": Table(Guard(EITHER_DAY, core="EITHER")),
    "month": Table(*_month(Basis.MONTH_CUE)),
    "months": Table(  # «در تیر و مرداد»
        Guard(None, core="^ month_numbered month_word? [and or]", before="[into between]"),
        *_month(None),
    ),
    "month-number": Table(*COUNTS),
    "month-then-day": MONTH_THEN_DAY,
    "year": YEAR,
    "years": YEARS,
    "year-behind-era": YEAR_BEHIND_ERA,
    "numeric": NUMBERED,
    "day-apart": DAY_APART,
    "day-slash": DAY_SLASH,
    "month-glued-day": GLUED_DAY,
    "numeric-days": NUMERIC_DAYS,
    "season": _SEASON,
    "decade": DECADE,
    "decades": DECADE,
}
