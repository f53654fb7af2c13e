"""Dates as aligned columns, for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from shamsi.cli.colours import coloured, width_of, wrapped
from shamsi.cli.inputs import Document
from shamsi.cli.reports.lines import place, quoted
from shamsi.cli.reports.style import Style
from shamsi.lang.sentences import Interval, Sentence, Weekday, said, translated
from shamsi.text.resolve.mention import Mention, value_of

_WIDEST = 32  # columns of a text before the next cell follows it at once
_GAP = "  "
_HELD = "\x00"  # stands for a blank at which no line is broken


def aligned(document: Document, mentions: Sequence[Mention], style: Style) -> list[str]:
    """A line for each date: place, text, value, its Gregorian days, or why it has none."""
    rows = [_cells(document, mention, style) for mention in mentions]
    widths = [min(max(map(width_of, column)), _WIDEST) for column in zip(*rows, strict=True)]
    return [_line(row, widths, mention, style) for row, mention in zip(rows, mentions, strict=True)]


def _cells(document: Document, mention: Mention, style: Style) -> tuple[str, ...]:
    text = quoted(mention.text, isolated=style.isolated)
    return (f"{place(document, mention.start)}:", text, mention.native or "", _days(mention, style))


def _line(row: tuple[str, ...], widths: Sequence[int], mention: Mention, style: Style) -> str:
    colours = ("path", mention.calendar, mention.calendar, "")
    cells = [
        (coloured(cell, colour, on=style.colour) if colour else cell)
        + " " * max(0, width - width_of(cell))
        for cell, width, colour in zip(row, widths, colours, strict=True)
    ]
    *whole, days = cells  # a line is broken within the last cell, or between two
    line = _GAP.join([*(cell.replace(" ", _HELD) for cell in whole), days]).rstrip()
    return wrapped(line, style.width).replace(_HELD, " ")


def _days(mention: Mention, style: Style) -> str:
    """The Gregorian days, with the weekday of a single one; otherwise why there are none."""
    first, last = mention.earliest, mention.latest
    if first is None or last is None:
        return translated(_reason(mention), style.lang)
    term = Interval(first, last)
    days = said(term, style.lang)
    if first != last:
        return days
    return f"{days} {said(Weekday(first.isoweekday()), style.lang)}"


def _reason(mention: Mention) -> str:
    if mention.problem:
        return mention.problem
    if value_of(mention).is_yearless:
        return Sentence("no year is said")
    if mention.native is None:
        return Sentence("counts from the day of writing")
    return Sentence("no days are known")
