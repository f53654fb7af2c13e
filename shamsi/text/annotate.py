"""Annotate a text with equivalents in another calendar, in its own language and digits."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from shamsi._errors import ShamsiError, shown
from shamsi.calendar import intervals
from shamsi.calendar.calendar_names import named
from shamsi.calendar.intervals import Interval
from shamsi.text.pairs import link
from shamsi.text.resolve.mention import Mention, members_of
from shamsi.text.resolve.options import Languages, Reference, checked_confidence
from shamsi.text.resolve.reading import Found, Reading, reading_of
from shamsi.text.rewrite.edits import Edit, closed, edited
from shamsi.text.rewrite.renderer import Style, style_of
from shamsi.text.rewrite.rewriter import LEAST_YEAR

CALENDARS = ("gregorian", "persian")
STYLES = ("brackets", "instead", "html")
_INEXACT = ("week", "relative")
_FIELD = "|"  # between the fields of a template
_OPENING, _CLOSING = "([", ")]"


def annotate(
    text: str,
    *,
    to: str = "gregorian",
    style: str = "brackets",
    languages: Languages = None,
    reference: Reference = None,
    min_confidence: float = 0.0,
) -> str:
    """Add to each date of a text its equivalent in another calendar.

    `to` is that calendar, "gregorian" or "persian"; "miladi" and "jalali" mean the same. `style`
    "brackets" adds the equivalent in brackets after a date. "instead" replaces days and runs of
    days with it. "html" returns escaped HTML, in which every day is a `<time datetime>` with the
    equivalent as its title. The names of months are those of the text, or the most frequent ones
    of its language.

    Some dates do not change: a date next to its equivalent; one that is not a run of days, such as
    «أوائل 1404», a list, or a date without a year if there is no reference; a lunar date, which may
    be a day off; and, with `to="persian"`, a date that begins before the Solar year 100 (721 CE),
    because its equivalent does not exist or would be read as a year of two digits.

    The other keywords are those of `find`. ValueError for another calendar or style.

    >>> annotate("نشست ۱۸ تا ۲۰ مرداد ۱۴۰۴ در تهران")
    'نشست ۱۸ تا ۲۰ مرداد ۱۴۰۴ (۹ تا ۱۱ اوت ۲۰۲۵) در تهران'
    >>> annotate("كان في 18 مرداد 1404 هناك", style="instead")
    'كان في 9 أغسطس 2025 هناك'
    >>> annotate("كان في 18 مرداد 1404 هناك", style="html")
    'كان في <time datetime="2025-08-09" title="9 أغسطس 2025">18 مرداد 1404</time> هناك'
    """
    to = named("to", to, CALENDARS)
    if style not in STYLES:
        raise ShamsiError(
            f"style must be one of {', '.join(map(repr, STYLES))}, got {shown(style)}"
        )
    least = checked_confidence(min_confidence)
    reading = reading_of(text, languages=languages, reference=reference)
    if style != "html":
        return edited(text, equivalents(reading, to, style, least))
    return page(reading, to, least)


def equivalents(reading: Reading, to: str, style: str, min_confidence: float = 0.0) -> list[Edit]:
    """Return the edits with which `annotate` changes a text, for "brackets" or "instead"."""
    if not reading.found:
        return []
    written = style_of(reading, to)
    edits: list[Edit] = []
    for row in _bare(reading, to, min_confidence):
        mention, days = row.mention, _days(row.mention)
        if days is None or _FIELD in mention.text or not _is_other(mention, days, to):
            continue
        if style == "brackets":
            edits.append(_behind(reading.folded.source, mention, written.write(days, mention.text)))
        elif _is_day(mention) or mention.kind == "range":
            end = closed(reading.folded.source, mention.start, mention.end)
            edits.append(Edit(mention.start, end, _instead(reading, row, days, written)))
    return edits


def _bare(reading: Reading, to: str, min_confidence: float) -> Iterator[Found]:
    """Yield the dates without an equivalent next to them."""
    paired: set[Mention] = set()
    for pair in link(reading, min_confidence):
        paired |= {
            one
            for one, other in ((pair.left, pair.right), (pair.right, pair.left))
            if other.calendar == to
        }
    for row in reading.found:
        if row.mention.confidence >= min_confidence and row.mention not in paired:
            yield row


def _days(mention: Mention) -> Interval | None:
    """Return the exact run of days that a mention is; otherwise None."""
    if mention.calendar == "islamic" or mention.kind in _INEXACT:
        return None
    if mention.modifier not in (None, "before", "after"):
        return None
    if mention.rule.endswith("-list") or not (mention.earliest and mention.latest):
        return None
    return mention.earliest, mention.latest


def _is_other(mention: Mention, days: Interval, to: str) -> bool:
    """Whether a date is of another calendar, and its year in this one has three or more digits."""
    return mention.calendar != to and intervals.fields(to, days[0])[0] >= LEAST_YEAR


def _is_day(mention: Mention) -> bool:
    return mention.kind == "day" and not mention.parts


def _instead(reading: Reading, row: Found, days: Interval, written: Style) -> str:
    """Return the equivalent of a run of days, in numbers for a day in numbers."""
    if row.mention.rule == "numeric" and _is_day(row.mention):
        return written.write_numeric(reading, row, days)
    return written.write(days, row.mention.text)


def _behind(source: str, mention: Mention, equivalent: str) -> Edit:
    """Return the equivalent in brackets, or after an equals sign if the date is in brackets."""
    end = closed(source, mention.start, mention.end)
    before, behind = source[mention.start - 1 : mention.start], source[end : end + 1]
    is_inside = bool(before) and bool(behind) and before in _OPENING and behind in _CLOSING
    return Edit(end, end, f" = {equivalent}" if is_inside else f" ({equivalent})")


def page(reading: Reading, to: str, min_confidence: float = 0.0) -> str:
    """Return a text as HTML, with every day in an element."""
    return "".join(_pieces(reading, to, min_confidence))


def _pieces(reading: Reading, to: str, min_confidence: float) -> Iterator[str]:
    source, at = reading.folded.source, 0
    written = style_of(reading, to)
    for row in reading.found:
        if row.mention.confidence < min_confidence:
            continue
        for mention in members_of(row.mention) or (row.mention,):
            days = _days(mention)
            if days and mention.kind in ("day", "event") and mention.start >= at:
                yield escape(source[at : mention.start])
                yield _time(mention, days, written)
                at = mention.end
    yield escape(source[at:])


def _time(mention: Mention, days: Interval, written: Style) -> str:
    other = _is_other(mention, days, written.calendar)
    title = f' title="{escape(written.write(days, mention.text))}"' if other else ""
    return f'<time datetime="{days[0].isoformat()}"{title}>{escape(mention.text)}</time>'
