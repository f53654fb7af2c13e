"""Rows of a sheet of findings, which an editor reviews and `fix --apply` applies."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from shamsi.cli.escaping import clean
from shamsi.cli.inputs import Document
from shamsi.lang.sentences import translated
from shamsi.text.rewrite.edits import closed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shamsi.text.finding import Finding
    from shamsi.text.rewrite.repairs import Suggestion

SIDES = ("persian", "gregorian", "islamic")
COLUMNS = (
    "id",
    "path",
    "line",
    "column",
    "code",
    "text",
    "sentence",
    "message",
    "repair_persian",
    "repair_gregorian",
    "apply",
    "repair_islamic",
    "repair",
    "preferred",
    "confidence",
    "record",
)
BETWEEN = " | "  # between the repairs of one cell
_TWO = 2
_AROUND = 200  # characters of a sentence on each side of a finding
_LONGEST = 2000  # characters of a cell
_LINE_END = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_END = re.compile(r"[.!?؟۔…]+[»”\"')\]]*\s+(?=\S)")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_FORMULA = "=+-@＝＋－＠'"
_NUMBER = re.compile(r"\d[\d.,]*(?:[eE][+-]?\d+)?")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    rf"(?=.*\d)(?=.*[-/:., ])(?:\d|{_MONTHS}|mon|tue|wed|thu|fri|sat|sun)[\x20-\x7e]*"
    rf"|\d{{1,4}}(?:{_MONTHS})[a-z]*\d{{0,4}}",
    re.IGNORECASE,
)
_LONGEST_DATE = 40


class Repairs(NamedTuple):
    """The repairs of a finding: those of its two sides by calendar, or all others in order."""

    sides: dict[str, Suggestion]
    others: list[Suggestion]


def repairs_of(finding: Finding) -> Repairs:
    """The repairs of a finding, the preferred one first.

    >>> import shamsi
    >>> (pair,) = shamsi.check("18 مرداد 1404 (18 أغسطس 2025)")
    >>> {side: repair.replacement for side, repair in repairs_of(pair).sides.items()}
    {'persian': '27 مرداد 1404', 'gregorian': '9 أغسطس 2025'}
    >>> (day,) = shamsi.check("۳۱ مهر ۱۴۰۴")
    >>> [repair.replacement for repair in repairs_of(day).others]
    ['۳۰ مهر ۱۴۰۴', '۱ آبان ۱۴۰۴']
    """
    ordered = sorted(finding.suggestions, key=lambda repair: not repair.preferred)
    calendars = Counter(repair.calendar or "" for repair in ordered)
    is_two_sided = len(finding.spans) == _TWO and set(calendars) <= set(SIDES)
    if is_two_sided and len(calendars) == len(ordered):
        return Repairs({repair.calendar or "": repair for repair in ordered}, [])
    return Repairs({}, ordered)


def row_of(document: Document, finding: Finding, lang: str) -> dict[str, str]:
    """The cells of a finding by column, without control characters.

    >>> import shamsi
    >>> text = "نشست ۳۱ مهر ۱۴۰۴ بود"
    >>> row = row_of(Document("a.txt", text), shamsi.check(text)[0], "en")
    >>> row["text"], row["sentence"], row["repair"]
    ('۳۱ مهر ۱۴۰۴', 'نشست ۳۱ مهر ۱۴۰۴ بود', '۳۰ مهر ۱۴۰۴ | ۱ آبان ۱۴۰۴')
    """
    line, column = document.position(finding.start)
    sides, others = repairs_of(finding)
    start, end = span_of(document.text, finding)
    preferred = [repair for repair in finding.suggestions if repair.preferred]
    texts = {
        "id": finding.id,
        "path": document.path,
        "line": f"{line}",
        "column": f"{column}",
        "code": finding.code,
        "text": document.text[start:end],
        "sentence": sentence_around(document.text, start, end),
        "message": "; ".join(
            translated(one, lang) for one in (finding.message, finding.detail, *finding.evidence)
        ),
        **{f"repair_{side}": repair.replacement for side, repair in sides.items()},
        "repair": BETWEEN.join(one_line(repair.replacement) for repair in others),
        "preferred": preferred[0].replacement if len(preferred) == 1 else "",
        "confidence": f"{finding.confidence}",
        "record": document.key or "",
    }
    return {name: one_line(texts.get(name, "")) for name in COLUMNS}


def span_of(text: str, finding: Finding) -> tuple[int, int]:
    """The span that the column `text` shows, with the brackets that its dates opened closed.

    >>> import shamsi
    >>> text = "در 18 مرداد 1404 (18 أغسطس 2025)."
    >>> span_of(text, shamsi.check(text)[0])
    (3, 32)
    """
    return finding.start, closed(text, finding.start, finding.end)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence around a span, on one line: whole words, and not more than a long sentence.

    >>> sentence_around("باران بارید. نشست ۳۱ مهر ۱۴۰۴ بود. پایان.", 18, 29)
    'نشست ۳۱ مهر ۱۴۰۴ بود.'
    """
    before = text[max(0, start - _AROUND - 1) : start]
    after = text[end : end + _AROUND + 1]
    return f"{_before(before)}{one_line(text[start:end])}{_after(after)}"


def _before(text: str) -> str:
    line = _LINE_END.split(text)[-1]
    ends = [found.end() for found in _END.finditer(f"{line}x")]
    if ends:
        return clean(line[ends[-1] :])
    if len(line) <= _AROUND:
        return clean(line).lstrip()
    words = line[1:] if line[0].isspace() else line.partition(" ")[2] or line[1:]
    return f"… {clean(words).lstrip()}"


def _after(text: str) -> str:
    line = _LINE_END.split(text)[0]
    ending = _END.search(line)
    if ending:
        return clean(line[: ending.end()]).rstrip()
    if len(line) <= _AROUND:
        return clean(line).rstrip()
    words = line[:-1] if line[-1].isspace() else line.rpartition(" ")[0] or line[:-1]
    return f"{clean(words).rstrip()} …"


def one_line(text: str) -> str:
    r"""A text as a cell holds it: on one line, without control characters, of bounded length.

    >>> one_line(" a\n\tb\x1b\udc80")
    'a b�'
    """
    return " ".join(clean(_UNWRITABLE.sub("\ufffd", text)).split())[:_LONGEST]


def protected(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, a number or a date: after an apostrophe.

    >>> protected("=1+1"), protected("123e4567"), protected("5-10"), protected("۵ مهر")
    ("'=1+1", "'123e4567", "'5-10", '۵ مهر')
    """
    is_taken = cell[:1] in _FORMULA if cell else False
    if not is_taken and cell.isascii() and len(cell) <= _LONGEST_DATE:
        is_taken = bool(_NUMBER.fullmatch(cell) or _DATE.fullmatch(cell))
    return f"'{cell}" if is_taken else cell


def unprotected(cell: str) -> str:
    """The cell as it was before `protected`.

    >>> unprotected("'=1+1"), unprotected("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell[:1] == "'" and protected(cell[1:]) != cell[1:] else cell
