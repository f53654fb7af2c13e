"""Decide whether the text between two dates states that they are one time."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.lang.language import EDITION
from shamsi.text.compare.sides import side
from shamsi.text.compare.slips import diagnose
from shamsi.text.compare.verdicts import judge
from shamsi.text.grammar.expressions import compiled
from shamsi.text.resolve.beside_centuries import is_print_year
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.reading import Found

# Between the two dates of a pair: «=», brackets, slashes; then cue words of the second date. In
# Pashto a word may follow the first one: «په ۱۳۴۰ کال کې (۱۹۶۱)».
_CUE = """
    [day_word date_word month_word year_word preposition into of modifier school link other_mark]*
"""
_CUES = f"{_CUE} (weekday comma? {_CUE})? $"
_STATED = compiled(f"""
    [other_mark closing suffix enclitic date_word era year_word_beside]*
    ((?<=year_word_beside) [other_word preposition] | postposition)?
    ([comma slash inner_slash dash]? line_end? [opening]? comma? same era? colon? opening{{0,2}}
    | opening{{1,3}} (date_word? era colon)? | comma? [opening] same era? colon?)
    {_CUES}
""")
_NEXT_LINE = compiled(f"[other_mark closing suffix era]* line_end other_mark* [opening] {_CUES}")
_CLOSED = compiled("[era era_mark suffix enclitic other_mark weekday comma]* closing")
_SLASH = compiled(f"[other_mark full_stop closing]* (slash | inner_slash) opening? {_CUES}")
_DASH = compiled("[other_mark]* [dash inner_dash] " + _CUES)  # joins two ranges to a pair
_SPACED_DASH = compiled("[other_mark closing]* dash [other_mark opening day_word weekday]* $")
# «۵ مرداد ۱۳۸۰، ۲۷ ژوئیه ۲۰۰۱»: nothing but a comma or a blank between two days
_SIDE_BY_SIDE = compiled("other_mark? comma? (day_word | weekday comma?)? $")
_CLOCK = compiled(f"""
    [other_mark comma dash closing opening slash same preposition into]* hour? other_mark?
    SHORT inner_colon SHORT (inner_colon SHORT)?
    [era_mark era hour day_word number_context other_word]?
    [other_mark comma dash closing slash same line_end]* [opening]? {_CUES}
""")
# «۱ دی ۱۳۹۹ / Received: 21 December 2020», «(Tehran, December 21, 2020)»: in another language
_TRANSLATED = compiled(f"""
    [other_mark closing suffix]* (comma | dash | slash | same | full_stop)? [opening]?
    date_word colon {_CUES}
    | [other_mark suffix]* opening [other_word place]{{1,3}} [comma colon] {_CUES}
    | [other_mark comma]? opening [other_word place]{{1,2}} closing [dash slash same comma]? {_CUES}
""")
_COPULA = compiled(f"[other_mark closing]* comma? copula {_CUES}")
# «تاریخ شمسی: … - تاریخ میلادی: …»: the label of a calendar before each date.
_LABEL_BEFORE = compiled("era closing? colon? [other_mark weekday comma day_word]* $")
_LABEL = compiled("""
    [other_mark closing suffix]* ([dash comma slash full_stop same] | line_end)? other_mark*
    [date_word day_word opening]* era closing? colon? [other_mark weekday comma day_word]* $
""")
# The same time in a calendar that is not read, such as the Coptic one.
_UNREAD = compiled("""
    [slash inner_slash] (day month_dated year_word?)? four_digits era_mark
    (?=[slash inner_slash opening])
""")
# A comma, a dash, «or» or a few words and a slash prove nothing: two dates are a pair only if they
# agree.
# «د A د B له ۱۷مې سره سمون خوري»: the connector follows both dates, and links stand between them.
_SIDES = compiled("""
    [other_mark closing date_word year_word_beside]* comma? other_word?
    [link date_word year_word preposition school]{1,3} $
""")
_BEHIND_BOTH = compiled("[suffix day_mark date_word day_word year_word_beside]* same")
# «۱ فروردین ۱۴۰۰ با ۲۱ مارس ۲۰۲۱ برابر است»: one word, or two, and nothing behind the connector
_WORDS = compiled("[other_mark closing]* comma? other_word{1,2} $")
_ENDS_BOTH = compiled("suffix? same ([other_word copula enclitic full_stop comma line_end] | $)")
_LOOSE = compiled(f"""
    [other_mark closing year_word_beside]* comma? [dash inner_dash and]? [opening and same or]*
    {_CUES}
    | [other_word preposition into link place]{{1,4}} slash {_CUES}
""")
_ADDED = compiled(f"[other_mark closing suffix]* comma? and {_CUES}")
# «لیگ ملت‌های ۲۰۲۷»: the year is a part of the event's name.
_EVENT = compiled(
    "[event yearly] [other_word era school dash place]{0,4} (preposition? year_word)? $"
)
# «(1290 – 20 دی 1330 / 1911 – 10 ژانویه 1952)»: the end of a life and the beginning of the other.
_ENDS_SPAN = compiled("""
    four_digits [era era_mark closing other_mark]* [dash inner_dash range]
    [other_mark day_word weekday]* $
""")
_BEGINS_SPAN = compiled("""
    [era era_mark other_mark]* [dash inner_dash range] [other_mark day_word weekday]*
    [day day0 ordinal day_in_words numeric_date four_digits]
""")
_REACH = 6
_FULL_STOP, _ERAS = codes_of("full_stop"), codes_of("era era_mark")
_SAME, _OTHER_MARK, _OPENING = map(codes_of, ("same", "other_mark", "opening"))
_TITLE = codes_of("title")
_DATED_AND_YEAR = {"day", "year"}, {"month", "year"}, {"event", "year"}
_YEARS = "year", "range"
_CELL, _QUOTES = "|", frozenset("\"'«»“”„‘’")
_CLOSE = 35  # days; a wrong month is about one off
_FAR = 400  # days between two dates that a dash joins, more than which are a range
_SLIPS = "calque", "month-slip", "year-slip", "digit-swap"
_GOOD = ("agree", "overlap")


class Link(IntEnum):
    """How surely a text states that two neighbours are one time."""

    NONE = 0
    AGREED = 1  # it does not say so, but they agree
    DASHED = 2  # a dash between full days, which may also be a range
    STATED = 3


def link(left: Found, right: Found, folded: Folded) -> Link:
    """Return how surely the text between two neighbours states that they are one time."""
    if left.tokens is not right.tokens or left.mention.calendar == right.mention.calendar:
        return Link.NONE
    between = _between(left, right)
    found = _stated(left, right, between)
    if found and not _is_doubtful(left, right, folded):
        return found
    if (found or _LOOSE.match(between)) and agree(left.mention, right.mention):
        return Link.AGREED
    return Link.NONE


def goes_on(first: Found, second: Found, third: Found) -> bool:
    """Whether «and» adds a date to a connector: «برابر با ۲ صفر ۱۴۴۷ و ۲۷ ژوئیه ۲۰۲۵».

    All three are full days, each in a calendar of its own.
    """
    rows = first, second, third
    return (
        len({row.mention.calendar for row in rows}) == len(rows)
        and all(_is_full_day(row.mention) for row in rows)
        and second.tokens is third.tokens
        and _SAME in second.tokens.kinds[first.last : second.first]
        and bool(_ADDED.match(_between(second, third)))
    )


def agree(left: Mention, right: Mention) -> bool:
    """Whether two mentions are one time, or one is within the other."""
    return judge(side(left), side(right))[0] in _GOOD


def _between(left: Found, right: Found) -> str:
    """Return the classes between two mentions.

    It leaves out the full stop of an era («ه.ش.») and a date in a calendar that is not read.
    """
    kinds = left.tokens.kinds
    behind = left.last + (kinds[left.last] == _FULL_STOP and kinds[left.last - 1] in _ERAS)
    return _UNREAD.sub("", kinds[behind : right.first])


def _stated(left: Found, right: Found, between: str) -> Link:
    """Return how surely the classes between two mentions state that they are one time."""
    here, there = left.mention, right.mention
    if (
        _STATED.match(between)
        or (_SLASH.match(between) and (_alike(here, there) or _is_day_and_year(here, there)))
        or (_DASH.match(between) and here.kind == there.kind == "range")
        or (_NEXT_LINE.match(between) and _CLOSED.match(left.tokens.kinds, right.last))
        or (_LABEL.match(between) and _is_labelled(left, right))
        or (_SIDES.match(between) and _BEHIND_BOTH.match(left.tokens.kinds, right.last))
    ):
        return Link.STATED
    if not (_is_full_day(here) and _is_full_day(there)):
        return Link.NONE
    is_ended = _WORDS.match(between) and _ENDS_BOTH.match(left.tokens.kinds, right.last)
    if is_ended and _is_one_day(here, there, _CLOSE, ("calque", "year-slip")):
        return Link.STATED
    if _SIDE_BY_SIDE.match(between) and _is_one_day(here, there, _CLOSE, ("calque", "year-slip")):
        return Link.DASHED
    is_lunar = "islamic" in (here.calendar, there.calendar)  # its days are in any season
    slips = () if is_lunar else _SLIPS
    is_told = bool(_CLOCK.match(between) or _COPULA.match(between))
    is_other = here.lang != there.lang or "numeric" in (here.rule, there.rule)
    is_told |= is_other and _TRANSLATED.match(between) is not None
    if not (is_told or _SPACED_DASH.match(between)) or not _is_one_day(here, there, _FAR, slips):
        return Link.NONE
    return Link.STATED if is_told else Link.DASHED


def _alike(a: Mention, b: Mention) -> bool:
    """Whether two mentions have the same parts of a date."""
    left, right = value_of(a), value_of(b)
    numbers = [[count for count, _ in value.parts] for value in (left, right)]
    return numbers[0] == numbers[1] and left.is_yearless == right.is_yearless


def _is_day_and_year(a: Mention, b: Mention) -> bool:
    """Whether one is a dated day or month, and the other one a year: ۵ مهر ۱۳۲۰/ ۱۹۴۱."""
    kinds = {a.kind, b.kind}
    dated = a if b.kind == "year" else b
    return kinds in _DATED_AND_YEAR and not value_of(dated).is_yearless


def _is_full_day(mention: Mention) -> bool:
    """Whether a mention is a day of a known year."""
    return mention.kind == "day" and mention.earliest is not None


def _is_one_day(left: Mention, right: Mention, most: int, slips: Sequence[str]) -> bool:
    """Whether two days are one, at most some days apart, or so alike that one of them is a slip."""
    here, there = side(left), side(right)
    verdict, delta = judge(here, there)
    if verdict != "mismatch" or abs(delta or 0) <= most:
        return True
    return diagnose(here, there, delta or 0) in slips


def _is_labelled(left: Found, right: Found) -> bool:
    """Whether the labels before two dates name their two calendars."""
    return all(_is_of_label(found) for found in (left, right))


def _is_of_label(found: Found) -> bool:
    tokens, first = found.tokens, found.first
    start = max(0, first - _REACH)
    label = _LABEL_BEFORE.search(tokens.kinds[start:first])
    if not label:
        return False
    calendar = tokens.values[start + label.start()].calendar
    return calendar == found.mention.calendar or (
        calendar == "hijri" and found.mention.calendar in ("persian", "islamic")
    )


def _is_doubtful(left: Found, right: Found, folded: Folded) -> bool:
    """Whether a connector may join something else: a row of cells, an event, a book, a century."""
    return (
        _is_event_year(left)
        or _is_event_year(right)
        or _is_open_century(left)
        or _is_open_century(right)
        or _is_published(left, right, folded)
        or _is_row(left, right, folded)
        or _is_between_spans(left, right)
    )


def _is_event_year(found: Found) -> bool:
    """Whether a mention is the year in the name of something that is held again and again."""
    if found.mention.kind not in _YEARS or not found.first:
        return False
    if any(value.grain != "year" for row in found.resolutions for value in row.values):
        return False  # «نمایشگاه ۱۰ تا ۱۵ مهر» says when it is held
    tokens, first = found.tokens, found.first
    start = max(0, first - _REACH)
    event = _EVENT.search(tokens.kinds[start:first])
    if not event:
        return False
    value = tokens.values[start + event.start()]
    return isinstance(value, str) or EDITION in value


def _is_between_spans(left: Found, right: Found) -> bool:
    """Whether one ends a span of years and days, which is no range, and the other begins one."""
    kinds = left.tokens.kinds
    before = kinds[max(0, left.first - _REACH) : left.first]
    return bool(_BEGINS_SPAN.match(kinds, right.last) and _ENDS_SPAN.search(before))


def _is_open_century(found: Found) -> bool:
    """Whether the text does not say of which calendar a century is."""
    return found.mention.kind == "century" and "calendar" in found.mention.assumed


def _is_published(left: Found, right: Found, folded: Folded) -> bool:
    """Whether a title ends with the first date: the year in brackets is the book's.

    A date that is quoted whole is a title only after a word such as «کتاب».
    """
    if is_print_year(left.drafts[-1], right.drafts[0]):
        return True
    kinds, last, is_bare = left.tokens.kinds, left.last, left.drafts[-1].era is None
    if right.mention.kind != "year" or kinds[last : last + 2] != _OTHER_MARK + _OPENING:
        return False
    outer = left.drafts[0].shape.outer - 1
    is_whole = (
        outer >= 0
        and _text(left, outer, folded) in _QUOTES
        and _TITLE not in kinds[max(0, outer - 1) : outer]
    )
    return is_bare and not is_whole and _text(left, last, folded) in _QUOTES


def _is_row(left: Found, right: Found, folded: Folded) -> bool:
    """Whether they are cells of a table, which are one time only if both are as full."""
    kinds = left.tokens.kinds
    is_row = any(
        kinds[k] == _SAME and _text(left, k, folded) == _CELL for k in range(left.last, right.first)
    )
    here = left.mention
    return is_row and (value_of(here).is_yearless or not _alike(here, right.mention))


def _text(found: Found, k: int, folded: Folded) -> str:
    return folded.read(found.tokens.starts[k], found.tokens.ends[k])
