"""Mentions of a text checked and put in order for writing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from shamsi.text.resolve.mention import Mention, members_of


def checked(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions as given; ValueError if one is not from this text."""
    rows = list(mentions)
    for row in rows:
        if text[row.start : row.end] != row.text:
            raise ValueError(
                f"the mention {row.text!r} is not at {row.start}…{row.end} of the text: "
                "pass the same string that `find` was given"
            )
    return rows


def ordered(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions from first to last; ValueError if two overlap or one is not from this text."""
    rows = sorted(checked(text, mentions), key=lambda row: row.start)
    for before, after in pairwise(rows):
        if before.end > after.start:
            raise ValueError(
                f"the mentions {before.text!r} and {after.text!r} overlap: "
                "pass the mentions of one call of `find`"
            )
    return rows


def split(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, with the parts of a range or list instead of the whole."""
    return [part for mention in mentions for part in members_of(mention) or (mention,)]
