"""Find the dates of a text, with offsets, value and Gregorian interval."""

from __future__ import annotations

from collections.abc import Sequence

from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.options import (
    Languages,
    Reference,
    check_arguments,
    checked_confidence,
    codes,
)
from shamsi.text.resolve.reading import datelines_of, readings_of


def find(
    text: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> list[Mention]:
    """Return the dates of a text, sorted and without overlaps.

    `languages` are the codes of the language files to read with, all by default, or paths of your
    own files. `reference` is the day the text was written. With it, dates without a year and words
    like «امروز» are resolved, and `assumed` says so. "auto" takes the day from the text's own
    header, as `dateline` does, and adds "reference" to `assumed`. `relative=True` finds such words
    without a reference. `min_confidence`, 0…1, drops dates that are less sure.

    Never raises on content. TypeError: a text that is not a str, a reference that is not a date.
    ValueError: an unknown language, a file that is not a language file, a confidence outside 0…1.
    OSError: a file that cannot be read.

    >>> for m in find("التقيا في 12 ديسمبر/كانون الأول 2025 وفي فروردين ١٤٠٤"):
    ...     print(m.text, m.native, m.earliest, m.latest)
    12 ديسمبر/كانون الأول 2025 2025-12-12 2025-12-12 2025-12-12
    فروردين ١٤٠٤ 1404-01 2025-03-21 2025-04-20
    """
    least = checked_confidence(min_confidence)
    (reading,) = readings_of([text], languages=languages, reference=reference, relative=relative)
    if not reading.found:
        return []
    return [row.mention for row in reading.found if row.mention.confidence >= least]


def find_each(
    texts: Sequence[str],
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> list[list[Mention]]:
    """Return the dates of each text. The texts are read as one block.

    >>> [[mention.native for mention in found] for found in find_each(["۵ آبان ۱۴۰۴", "باران"])]
    [['1404-08-05'], []]
    """
    least = checked_confidence(min_confidence)
    readings = readings_of(texts, languages=languages, reference=reference, relative=relative)
    return [
        [row.mention for row in reading.found if row.mention.confidence >= least]
        for reading in readings
    ]


def dateline(text: str, *, languages: Languages = None) -> Mention | None:
    r"""Return the day on which a text was written, if its own header says so; otherwise None.

    A header is the first 1,200 characters. A day in it counts only in three places: after a word
    for publishing («تاریخ انتشار», «نُشر في», `date`), in a line of nothing but dates and clock
    times, or at the very start before an agency's name. It must be a full day of a known calendar,
    and a stated weekday must be right. If days disagree, none counts. The errors are those of
    `find`.

    >>> found = dateline("تاریخ انتشار: ۱۷ دی ۱۴۰۳ - ۲:۱۹\nدیروز در تهران برف بارید.")
    >>> found and found.earliest
    datetime.date(2025, 1, 6)
    """
    check_arguments(text, None)
    return datelines_of([text], codes(languages))[0]
