"""CoNLL: one token per line, tagged B-, I- or O, to train and score taggers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shamsi.exports.ordering import ordered, split
from shamsi.text.resolve.mention import Mention

_LETTER = r"[^\W\d_]"
_MARK = (
    r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    r"\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff]"
)
_JOINER = r"[\u200c\u200d]"  # ZWNJ and ZWJ, inside a word only
_UNSEEN = r"\s\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_WORD = rf"{_LETTER}(?:{_LETTER}|{_MARK}|{_JOINER}+(?:{_LETTER}|{_MARK}))*"
_OTHER = rf"[^{_UNSEEN}](?:{_MARK}|[\ufe00-\ufe0f])*"  # an emoji with its variation selector is one
_PIECE = re.compile(rf"{_WORD}|\d+|{_OTHER}|(?P<line_end>\r\n?|\n)")


def bio(text: str, mentions: Iterable[Mention], *, parts: bool = False) -> str:
    """Tab-separated columns token, start, end and tag; an empty line between lines of the text.

    A token is a word (letters with their vowel signs, and what ZWNJ joins), a run of digits, or one
    other visible character; it also ends where a mention begins or ends, so «و15» is two. Offsets
    are code points. The tag is `B-` or `I-` and the kind of the mention, or `O`; with `parts` the
    parts of a range or list are tagged instead.
    """
    rows = ordered(text, mentions)
    sentences: list[list[str]] = [[]]
    for start, end, kind in _stretches(text, split(rows) if parts else rows):
        tag = f"B-{kind}" if kind else "O"
        for piece in _PIECE.finditer(text, start, end):
            if piece["line_end"]:
                if not kind:
                    sentences.append([])
                continue
            sentences[-1].append(f"{piece[0]}\t{piece.start()}\t{piece.end()}\t{tag}\n")
            tag = f"I-{kind}" if kind else "O"
    return "\n".join("".join(sentence) for sentence in sentences if sentence)


def _stretches(text: str, mentions: Iterable[Mention]) -> Iterator[tuple[int, int, str | None]]:
    """The whole text as stretches that are a mention of a kind, and those between them."""
    at = 0
    for mention in mentions:
        yield at, mention.start, None
        yield mention.start, mention.end, mention.kind
        at = mention.end
    yield at, len(text), None
