"""Runs of a Word part: where they begin and end in its source, and how one is split in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shamsi.cli.inputs.office.parts import Node, PartReader, Piece

_KEEP_BLANKS = ' xml:space="preserve"'
_OPENED, _CLOSED = "<![CDATA[", "]]>"


class Cut(NamedTuple):
    """A mark in the source: before `closed` ends what is open there, and `opened` begins it anew.

    `node` is the element whose text is cut, None where nothing is.
    """

    at: int
    mark: str
    is_end: bool
    closed: str = ""
    opened: str = ""
    node: Node | None = None


class _Run(NamedTuple):
    """A run: the place and the prefix of its tag, where its content begins, and its properties."""

    at: int
    prefix: str
    content: int
    properties: str


def cut_at(reader: PartReader, place: tuple[int, int], number: int, *, is_end: bool) -> Cut:
    """The cut for the begin or the end of a comment, at an offset of a paragraph."""
    piece, at = _in_source(reader, place, is_end=is_end)
    source, node = reader.source, piece.node
    run = _run_around(source, node.tag_end if node else piece.start)
    mark = _mark(run.prefix, number, is_end=is_end)
    if node is None:  # an element such as a tab: the whole run
        return Cut(_run_end(source, run) if is_end else run.at, mark, is_end)
    text_tag = source.rindex("<", 0, node.tag_end)
    if not is_end and at == node.tag_end and not source[run.content : text_tag].strip():
        return Cut(run.at, mark, is_end)
    ending = re.compile(rf"(?:\]\]>)?</{run.prefix}t\s*></{run.prefix}r\s*>").match(source, at)
    if is_end and ending:
        return Cut(ending.end(), mark, is_end)
    is_verbatim = source.rfind(_OPENED, node.tag_end, at) > source.rfind(_CLOSED, node.tag_end, at)
    closed = f"{_CLOSED if is_verbatim else ''}</{run.prefix}t></{run.prefix}r>"
    opened = f"<{run.prefix}r>{run.properties}<{run.prefix}t{_KEEP_BLANKS}>"
    return Cut(at, mark, is_end, closed, opened + (_OPENED if is_verbatim else ""), node)


def spliced(source: str, cuts: Sequence[Cut]) -> str:
    """A source with all marks in it; at one place comments end before others begin."""
    inserted = dict[int, list[Cut]]()
    for cut in cuts:
        inserted.setdefault(cut.at, []).append(cut)
    texts = {at: _joined(group) for at, group in inserted.items()}
    for node in {id(cut.node): cut.node for cut in cuts if cut.node}.values():
        if not node.keeps_blanks:
            texts[node.tag_end - 1] = _KEEP_BLANKS
    made, last = list[str](), 0
    for at in sorted(texts):
        made += [source[last:at], texts[at]]
        last = at
    return "".join([*made, source[last:]])


def is_in_text_box(source: str, at: int) -> bool:
    """Whether a place is in a text box, where Word has no comments."""
    opened = re.findall(r"<(?:\w+:)?txbxContent[\s>]", source[:at])
    return len(opened) > len(re.findall(r"</(?:\w+:)?txbxContent\s*>", source[:at]))


def _joined(cuts: Sequence[Cut]) -> str:
    marks = "".join(cut.mark for cut in sorted(cuts, key=lambda cut: not cut.is_end))
    return cuts[0].closed + marks + cuts[0].opened


def _mark(prefix: str, number: int, *, is_end: bool) -> str:
    """The begin of a comment's range, or its end and the reference to the comment."""
    attribute = f'{prefix or "w:"}id="{number}"'
    if not is_end:
        return f"<{prefix}commentRangeStart {attribute}/>"
    return (
        f"<{prefix}commentRangeEnd {attribute}/>"
        f"<{prefix}r><{prefix}commentReference {attribute}/></{prefix}r>"
    )


def _in_source(reader: PartReader, place: tuple[int, int], *, is_end: bool) -> tuple[Piece, int]:
    """The piece at an offset of a paragraph (before it, for an end), and its place there."""
    number, offset = place
    at = 0
    pieces = [piece for piece in reader.paragraphs[number].pieces if piece.text]
    for piece in pieces:
        inside = offset - at
        if (0 < inside <= len(piece.text)) if is_end else (0 <= inside < len(piece.text)):
            if piece.is_copied:
                return piece, piece.start + inside
            return piece, piece.end if is_end else piece.start
        at += len(piece.text)
    piece = pieces[-1] if is_end else pieces[0]
    return piece, piece.end if is_end else piece.start


def _run_around(source: str, at: int) -> _Run:
    """The innermost run that is open at a place."""
    depth = 0
    for tag in reversed(list(_run_tags(source, at))):
        if tag[1]:
            depth += 1
        elif depth:
            depth -= 1
        else:
            return _Run(tag.start(), tag[2], *_properties(source, tag.end(), tag[2]))
    raise ValueError(f"no run is open at {at}")


def _run_tags(source: str, at: int) -> Iterator[re.Match[str]]:
    """The tags of runs of the paragraphs around a place."""
    begin = max(source.rfind("<", 0, at) - _NEAR, 0)
    for tag in _RUN.finditer(source, begin, at):
        if not tag[0].endswith("/>"):
            yield tag


_NEAR = 1 << 16  # characters before a text in which its run begins
_RUN = re.compile(r"<(/?)((?:\w+:)?)r(?:\s[^>]*)?>")


def _properties(source: str, start: int, prefix: str) -> tuple[int, str]:
    """Where the content of a run begins after its properties, and these."""
    opening = re.compile(rf"\s*<{prefix}rPr(\s[^>]*)?(/?)>").match(source, start)
    if not opening or opening[0].endswith("/>"):
        return (opening.end() if opening else start), ""
    depth = 0
    for tag in re.compile(rf"<(/?){prefix}rPr(?:\s[^>]*)?>").finditer(source, start):
        if not tag[0].endswith("/>"):
            depth += -1 if tag[1] else 1
        if not depth:
            return tag.end(), source[start : tag.end()]
    return start, ""


def _run_end(source: str, run: _Run) -> int:
    depth = 0
    for tag in _RUN.finditer(source, run.at):
        if not tag[0].endswith("/>"):
            depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(source)
