"""Edits of a paragraph as edits of the XML that it comes from, within its runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from xml.sax.saxutils import escape

from shamsi.cli.inputs.office.parts import Node, Paragraph, Piece
from shamsi.text.rewrite.edits import Edit, edited

_WORDS = re.compile(r"\w+|\s+|.", re.DOTALL)
_KEEP_BLANKS = ' xml:space="preserve"'


class _Placed(NamedTuple):
    """A piece, and where its text is in the paragraph."""

    piece: Piece
    start: int
    end: int


class _Change(NamedTuple):
    """An edit of the source, and the element whose text it changes; None for a whole element."""

    edit: Edit
    node: Node | None


def in_source(source: str, paragraph: Paragraph, edits: Sequence[Edit]) -> list[Edit]:
    """The edits of a paragraph in the source of its part.

    Only the words that change are written, each in the run in which it begins, so that formatting
    stays; what is left over in other runs is removed.
    """
    text, pieces = paragraph.text, list(_placed(paragraph))
    changes = [
        change for edit in edits for word in _words(text, edit) for change in _of_word(pieces, word)
    ]
    return [*(change.edit for change in changes), *_blanks(source, paragraph, changes)]


def _placed(paragraph: Paragraph) -> Iterator[_Placed]:
    at = 0
    for piece in paragraph.pieces:
        yield _Placed(piece, at, at + len(piece.text))
        at += len(piece.text)


def _words(text: str, edit: Edit) -> Iterator[Edit]:
    """Split an edit into edits of the words that differ."""
    old, new = _WORDS.findall(text[edit.start : edit.end]), _WORDS.findall(edit.text)
    places = [edit.start]
    for word in old:
        places.append(places[-1] + len(word))
    for kind, first, last, left, right in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield Edit(places[first], places[last], "".join(new[left:right]))


def _of_word(pieces: Sequence[_Placed], edit: Edit) -> Iterator[_Change]:
    """Write a text in the first run that it touches, and remove what it replaces in the others."""
    touched = [row for row in pieces if row.start < edit.end and edit.start < row.end]
    home = next((row for row in touched if row.piece.node), None) or _beside(pieces, edit.start)
    if home and home not in touched:
        at = home.piece.end if home.end <= edit.start else home.piece.start
        yield _Change(Edit(at, at, escape(edit.text)), home.piece.node)
    for row in touched:
        text = escape(edit.text) if row is home else ""
        start, end = max(edit.start, row.start), min(edit.end, row.end)
        piece = row.piece
        if piece.is_copied:
            first = piece.start + start - row.start
            yield _Change(Edit(first, first + end - start, text), piece.node)
        elif (start, end) == (row.start, row.end):
            yield _Change(Edit(piece.start, piece.end, text), piece.node)
        elif piece.node:  # a reference, of which one letter stays
            rest = piece.text[: start - row.start] + "{}" + piece.text[end - row.start :]
            yield _Change(Edit(piece.start, piece.end, escape(rest).format(text)), piece.node)


def _beside(pieces: Sequence[_Placed], at: int) -> _Placed | None:
    """The text that ends at a place, or else the next one."""
    texts = [row for row in pieces if row.piece.node]
    before = [row for row in texts if row.end <= at]
    return before[-1] if before else next(iter(texts), None)


def _blanks(source: str, paragraph: Paragraph, changes: Sequence[_Change]) -> Iterator[Edit]:
    """Keep the blanks of elements that now begin or end with one."""
    nodes = {id(change.node): change.node for change in changes if change.node}
    for node in nodes.values():
        if node.keeps_blanks:
            continue
        end = max(piece.end for piece in paragraph.pieces if piece.node is node)
        inside = [
            Edit(edit.start - node.tag_end, edit.end - node.tag_end, edit.text)
            for edit, other in changes
            if other is node
        ]
        text = edited(source[node.tag_end : end], inside)
        if text != text.strip():
            at = node.tag_end - 1
            yield Edit(at, at, _KEEP_BLANKS)
