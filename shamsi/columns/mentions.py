"""Text columns to rows, one for each mention of `find` or finding of `check`, and their types.

Types are names that every engine can map to its own, to build its schema. A list of one type stands
for a list of that type, a dict for a struct.
"""

from collections.abc import Iterable, Iterator
from math import isnan
from typing import Any, TypeAlias, TypedDict, Unpack

from shamsi._errors import shown
from shamsi.text.bulk import blocks
from shamsi.text.check import check, check_each
from shamsi.text.find import find_each
from shamsi.text.finding import Finding
from shamsi.text.policy import LunarTolerance
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.options import Languages, Reference

Kind: TypeAlias = "str | list[Kind] | dict[str, Kind]"
Row: TypeAlias = dict[str, Any]

_SPAN: dict[str, Kind] = {"start": "int32", "end": "int32"}
_PART: dict[str, Kind] = {
    **_SPAN,
    **{
        "text": "string",
        "extent": ["int32"],
        "calendar": "string",
        "kind": "string",
        "native": "string",
    },
    **{
        "earliest": "date",
        "latest": "date",
        "modifier": "string",
        "weekday": "int8",
        "assumed": ["string"],
    },
    **{"problem": "string", "rule": "string", "lang": "string", "confidence": "float64"},
}
_MENTION: dict[str, Kind] = {**_PART, "parts": [_PART]}  # parts have none of their own
_SUGGESTION: dict[str, Kind] = {
    **_SPAN,
    "replacement": "string",
    "calendar": "string",
    "preferred": "bool",
}
MENTIONS: dict[str, Kind] = {"row": "int64", **_MENTION}
FINDINGS: dict[str, Kind] = {
    **{"row": "int64", "code": "string", **_SPAN, "message": "string", "detail": "string"},
    **{"spans": [_MENTION], "delta_days": "int32", "diagnosis": "string"},
    "suggestions": [_SUGGESTION],
    "evidence": ["string"],
    "confidence": "float64",
    "id": "string",
}


class Options(TypedDict, total=False):
    """The options that `find` and `check` share."""

    languages: Languages
    reference: Reference
    relative: bool
    min_confidence: float


class CheckOptions(Options, total=False):
    """The options of `check`."""

    codes: Iterable[str] | None
    lunar_tolerance: LunarTolerance
    exceptions: Iterable[str]
    min_alarm: float


def mention_rows(
    texts: Iterable[tuple[Any, str | None]], /, **options: Unpack[Options]
) -> Iterator[Row]:
    """Yield a row for each mention in each text, as `MENTIONS` has it.

    `row` is the key that came with the text. A text that is None has no mentions. `parts` of a
    range or list are rows of the same kind, without parts.

    >>> [(row["row"], row["native"]) for row in mention_rows([("a", "۵ آبان ۱۴۰۴"), ("b", None)])]
    [('a', '1404-08-05')]
    """
    for keys, block in _blocks(texts):
        for key, found in zip(keys, find_each(block, **options), strict=True):
            for mention in found:
                yield {"row": key, **_mention(mention)}


def finding_rows(
    texts: Iterable[tuple[Any, str | None]], /, **options: Unpack[CheckOptions]
) -> Iterator[Row]:
    """Yield a row for each finding in each text, as `FINDINGS` has it.

    `row` is the key that came with the text.

    >>> [(row["row"], row["code"]) for row in finding_rows([(7, "۳۱ مهر ۱۴۰۴")])]
    [(7, 'impossible-date')]
    """
    for keys, block in _blocks(texts):
        for key, found in zip(keys, check_each(block, **options), strict=True):
            for finding in found:
                yield {"row": key, **_finding(finding)}


def _blocks(texts: Iterable[tuple[Any, str | None]]) -> Iterator[tuple[list[Any], list[str]]]:
    """Yield the keys and texts of blocks that are read together, without missing or empty ones."""
    for block in blocks(texts, lambda row: len(row[1] or "")):
        rows = [(key, text) for key, text in block if text]
        yield [key for key, _ in rows], [text for _, text in rows]


def check_options(options: CheckOptions, /) -> None:
    """Raise what `find` and `check` raise for wrong options, before there is any text.

    >>> check_options({"reference": "auto"})
    """
    check("", **options)


def texts_of(column: Any, /) -> Iterator[str | None]:
    """Yield the texts of a list, an array or a series, None for those that are missing.

    Raises TypeError for a single text or a table, and, naming the row, for any value but text.

    >>> list(texts_of(["۵ آبان", None, float("nan")]))
    ['۵ آبان', None, None]
    """
    name = type(column).__name__
    if (
        isinstance(column, str | bytes | dict)
        or hasattr(column, "columns")
        or not hasattr(column, "__iter__")
    ):
        raise TypeError(f"texts must be a column: a list, an array or a series of str, got {name}")
    for row, value in enumerate(column):
        if isinstance(value, str):
            yield str(value)
        elif _is_missing(value):
            yield None
        else:
            raise TypeError(
                f"row {row}: text must be a str, got {shown(value)} ({type(value).__name__})"
            )


def _is_missing(value: object) -> bool:
    return (
        value is None
        or type(value).__name__ == "NAType"
        or (isinstance(value, float) and isnan(value))
    )


def _mention(mention: Mention) -> Row:
    return {**_part(mention), "parts": [*map(_part, mention.parts)]}


def _part(mention: Mention) -> Row:
    row = {name: getattr(mention, name) for name in _PART}
    return row | {"extent": [*mention.extent], "assumed": [*mention.assumed]}


def _finding(finding: Finding) -> Row:
    row = {name: getattr(finding, name) for name in FINDINGS if name != "row"}
    suggestions = [
        {name: getattr(each, name) for name in _SUGGESTION} for each in finding.suggestions
    ]
    lists = {"suggestions": suggestions, "evidence": [*finding.evidence]}
    return row | lists | {"spans": [*map(_mention, finding.spans)]}
