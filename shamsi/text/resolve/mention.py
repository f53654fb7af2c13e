"""A mention: a date found in a text, with where it stands and what it says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, make_dataclass
from typing import Any

from shamsi.text.resolve.values import Value, of_record


class _Valued:
    """What a mention holds beside its fields: the value that `native` writes."""

    __slots__ = ("_value",)
    _value: Value


@dataclass(frozen=True, slots=True)
class Mention(_Valued):
    """A date found in a text.

    `text` is the caller's string from code point `start` to before `end`; `extent`, likewise two code points, takes
    in the weekday, modifier and cue words as well. `calendar` is "persian", "gregorian" or "islamic"; `kind` is
    "day", "range", "month", "year", "season", "decade", "century", "quarter", "half", "event" or "relative"; `native`
    writes it as its own calendar counts (`1404-05-18`, `XXXX-05-18` without a year, `1404-05`, `136X`; None for a
    relative mention); `earliest` and `latest` are its first and last Gregorian day, None where the text gives no
    year; `modifier` is "start", "mid", "end" or "approx"; `weekday` is what the text says, 1 Monday … 7 Sunday.
    `parts` are the members of a range or list, `problem` says why it is no date. `rule` is the pattern that found it,
    `lang` the language file.

    `assumed` names what the text did not say and was taken: "calendar", "century" of a two-digit year or decade, "year"
    nearest to the reference, "reference" where that was read from the text's own header, "era" of a mark that is also
    another calendar's.

    `confidence`, 0…1, is as sure as the least sure thing about the mention: the name of its month in its context (bare,
    beside a word for month, beside a day, with a year), a number taken for a year, and each thing that was assumed. The
    figures stand in the language files and say how often that was right where it was counted: names in 7.6 MB of
    Persian news (NSURL-2019), the rest in mentions judged one by one in Persian and Arabic news; what nobody counted is
    an estimate and marked as one. Places and false friends that the reader leaves out were in the count of the names,
    so theirs is a floor. It does not say that the text itself is right.

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


# A mention that is not closed yet: a frozen class takes six times as long to fill, field after field.
_Open: Any = make_dataclass("_Open", [(field.name, Any) for field in fields(Mention)], bases=(_Valued,), slots=True)


def close(value: Value, *fields_in_order: Any) -> Mention:
    """The mention of a value and of all fields, in their order."""
    opened = _Open(*fields_in_order)
    opened._value = value
    opened.__class__ = Mention
    mention: Mention = opened
    return mention


def value_of(mention: Mention) -> Value:
    """The value of a mention, whether `find` made it or the caller, of its fields.

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
