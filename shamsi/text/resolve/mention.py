"""Define `Mention`: a date found in a text, with its place and its meaning."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, make_dataclass
from typing import Any

from shamsi.text.resolve.values import Value, of_record


class _Valued:
    """Holds the value of a mention, which is not one of its fields."""

    __slots__ = ("_value",)
    _value: Value


@dataclass(frozen=True, slots=True)
class Mention(_Valued):
    """A date found in a text.

    `text` is the caller's string from code point `start` to before `end`. `extent` is also two code
    points, and includes the weekday, modifier and cue words. `calendar` is "persian", "gregorian"
    or "islamic". `kind` is "day", "range", "week", "month", "year", "season", "decade", "century",
    "quarter", "half", "event" or "relative". `native` is the date in its own calendar:
    `1404-05-18`, `XXXX-05-18` without a year, `1404-05`, `136X`; None for a relative mention.
    `earliest` and `latest` are its first and last Gregorian day, None if the text gives no year;
    for lunar dates those of the Umm al-Qura calendar in Arabic documents and its years, 1343..1500,
    else of the tabular calendar.
    `modifier` is "start", "mid", "end", "approx", "before" or "after". `weekday` is the one in the
    text, 1 Monday … 7 Sunday. `parts` are the members of a range or list. `problem` says why it is
    not a date. `rule` is the pattern that found it, and `lang` the language file.

    `assumed` lists what the text does not say: "calendar", "century" of a two-digit year or decade,
    "year" nearest to the reference, "reference" if that comes from the text's own header, "era" of
    a mark that is also the mark of another calendar, or of Imperial years, "order" of day and
    month, "week" for the days of a week of a month, "julian" if the day is converted from the
    Julian calendar, "borji" if it is of the months that Iran used before 1304, which may be a day
    off.

    `confidence`, 0…1, is as sure as the least sure thing about the mention. That is the name of its
    month in its context (bare, with a word for month, with a day, with a year), a number read as a
    year, or an assumption. The figures are in the language files. They show how often such a
    reading was right: for names in 7.6 MB of Persian news (NSURL-2019), for the rest in mentions
    from Persian and Arabic news that were judged one by one. Anything that was not counted is an
    estimate, and marked as one. The counts of names include places and false friends that the
    reader leaves out, so their figures are lower bounds. The confidence does not say whether the
    text itself is right.

    >>> import shamsi
    >>> shamsi.find("نشست ۱۸ مرداد ۱۴۰۴")[0].earliest
    datetime.date(2025, 8, 9)
    """

    start: int
    end: int
    text: str
    extent: tuple[int, int]
    calendar: str
    kind: str
    native: str | None
    earliest: dt.date | None
    latest: dt.date | None
    modifier: str | None = None
    weekday: int | None = None
    parts: tuple[Mention, ...] = ()
    assumed: tuple[str, ...] = ()
    problem: str | None = None
    rule: str = ""
    lang: str | None = None
    confidence: float = 1.0


# A mention while it is built. A frozen class takes six times as long, because it sets each field
# with `object.__setattr__`.
_Open: Any = make_dataclass(
    "_Open", [(field.name, Any) for field in fields(Mention)], bases=(_Valued,), slots=True
)


def close(value: Value, *fields_in_order: Any) -> Mention:
    """Return the mention with a value and all fields, in their order."""
    opened = _Open(*fields_in_order)
    opened._value = value
    opened.__class__ = Mention
    mention: Mention = opened
    return mention


def with_parts(mention: Mention, parts: tuple[Mention, ...]) -> Mention:
    """Return a mention with parts, and its value."""
    rows = {field.name: getattr(mention, field.name) for field in fields(Mention)}
    return close(value_of(mention), *(rows | {"parts": parts}).values())


def members_of(mention: Mention) -> tuple[Mention, ...]:
    """Return the parts that have places of their own in the text.

    The two days of an observance in one year do not: they have the same text.
    """
    return () if mention.kind == "event" else mention.parts


def value_of(mention: Mention) -> Value:
    """Return the value of a mention, whether `find` or the caller built it.

    >>> import shamsi
    >>> (m,) = shamsi.find("نشست ۱۸ مرداد ۱۴۰۴")
    >>> value_of(m).points
    (Point(year=1404, month=5, day=18),)
    """
    value: Value | None = getattr(mention, "_value", None)
    if value is not None:
        return value
    days = mention.earliest, mention.latest
    return of_record(mention.calendar, mention.kind, mention.native, days, mention.problem)
