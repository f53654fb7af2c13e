"""Comments in a Word file: put at exact words, with runs split where needed and nothing else moved.

Elements are those of ISO/IEC 29500-1, sections 17.13.4.2 (comment) to 17.13.4.5.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from shamsi.cli.inputs.archives import Archive
from shamsi.cli.inputs.office.parts import PartReader, decoded
from shamsi.cli.inputs.office.runs import Cut, cut_at, is_in_text_box, spliced

AUTHOR, INITIALS = "shamsi", "sh"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TARGET = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'\b(Id|Type|Target)\s*=\s*["\']([^"\']*)["\']')
_NUMBER = re.compile(r'\bid\s*=\s*["\'](\d+)["\']')
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first that a zip can have
_TYPES = "[Content_Types].xml"


class Comment(NamedTuple):
    """Lines of text for the words from `start` to `end` of the body; both None for its beginning.

    A place is a paragraph of the body part by its number, and an offset in it.
    """

    lines: Sequence[str]
    start: tuple[int, int] | None = None
    end: tuple[int, int] | None = None


def with_comments(
    archive: Archive, name: str, reader: PartReader, comments: Sequence[Comment], *, is_rtl: bool
) -> bytes:
    """The file with comments added to those that it has; they have no date, so bytes are the same.

    `name` and `reader` are those of the part of the body.
    """
    if not comments:
        return archive.replaced({})
    part, members, added = _comments_part(archive, name)
    known = decoded(archive.read(part))[0] if part in archive.names else _EMPTY
    first = max(map(int, _NUMBER.findall(known)), default=-1) + 1
    numbered = list(enumerate(comments, first))
    body = spliced(reader.source, _cuts(reader, numbered))
    members[name] = body.encode(reader.encoding)
    content = _with_children(known, "".join(_comment(*one, is_rtl=is_rtl) for one in numbered))
    if part in archive.names:
        members[part] = content.encode(decoded(archive.read(part))[1])
    else:
        added[part] = content.encode()
    return _with_members(archive.replaced(members), added)


_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:comments xmlns:w="{_MAIN}"></w:comments>'
)


def may_hold_comment(reader: PartReader, number: int) -> bool:
    """Whether Word allows a comment in a paragraph of the body: it does not in a text box."""
    pieces = [piece for piece in reader.paragraphs[number].pieces if piece.node]
    return bool(pieces) and not is_in_text_box(reader.source, pieces[0].start)


def _cuts(reader: PartReader, comments: Iterable[tuple[int, Comment]]) -> list[Cut]:
    cuts = list[Cut]()
    beginning = next(
        ((k, 0) for k in range(len(reader.paragraphs)) if may_hold_comment(reader, k)), None
    )
    for number, comment in comments:
        start = comment.start or beginning
        if start is None:  # a body without a text: Word lists the comment all the same
            continue
        last = start[0], len(reader.paragraphs[start[0]].text)
        end = comment.end or last
        cuts.append(cut_at(reader, start, number, is_end=False))
        cuts.append(cut_at(reader, end, number, is_end=True))
    return cuts


def _comment(number: int, comment: Comment, *, is_rtl: bool) -> str:
    paragraph, run = ("<w:pPr><w:bidi/></w:pPr>", "<w:rPr><w:rtl/></w:rPr>") if is_rtl else ("", "")
    lines = "".join(
        f'<w:p>{paragraph}<w:r>{run}<w:t xml:space="preserve">{escape(_printable(line))}</w:t>'
        "</w:r></w:p>"
        for line in comment.lines
    )
    return (
        f'<w:comment xmlns:w="{_MAIN}" w:id="{number}" w:author="{AUTHOR}" '
        f'w:initials="{INITIALS}">{lines}</w:comment>'
    )


def _printable(text: str) -> str:
    """A text without the control characters that XML has no way to write."""
    return "".join(letter if letter.isprintable() or letter > "\x9f" else " " for letter in text)


def _comments_part(archive: Archive, name: str) -> tuple[str, dict[str, bytes], dict[str, bytes]]:
    """The name of the part of comments, and what is changed and added so that it is one."""
    folder, file = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    source = decoded(archive.read(relations))[0] if relations in archive.names else _RELATIONS
    found = [dict(_ATTRIBUTE.findall(row)) for row in _TARGET.findall(source)]
    for row in found:
        if row.get("Type", "").endswith("/relationships/comments"):
            target = row.get("Target", "")
            return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"), {}, {}
    names = {*archive.names, *(row.get("Target", "") for row in found)}
    part = _free("{}.xml", names, posixpath.join(folder, "comments"))
    key = _free("{}", {row.get("Id", "") for row in found}, "shamsi")
    relation = (
        f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{key}" Type="{_RELATION}" '
        f'Target="/{part}"/>'
    )
    types = decoded(archive.read(_TYPES))[0]
    override = (
        f'<Override xmlns="{_PACKAGE}/content-types" PartName="/{part}" ContentType="{_TYPE}"/>'
    )
    changed = {_TYPES: _with_children(types, override).encode()}
    related = _with_children(source, relation).encode()
    if relations in archive.names:
        return part, {**changed, relations: related}, {}
    return part, changed, {relations: related}


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'


def _free(pattern: str, taken: set[str], stem: str) -> str:
    """The first name of a kind that is not taken."""
    names = [pattern.format(stem), *(pattern.format(f"{stem}{k}") for k in range(len(taken) + 1))]
    return next(name for name in names if name not in taken)


def _with_children(source: str, children: str) -> str:
    """A part with more children at the end of its root."""
    at = source.rindex("<")
    if source[at + 1] == "/":
        return source[:at] + children + source[at:]
    end = source.rindex("/>")  # a root without content
    root = re.match(r"<([^\s/>]+)", source[at:])
    return f"{source[:end]}>{children}</{root[1] if root else ''}>{source[end + 2 :]}"


def _with_members(data: bytes, members: dict[str, bytes]) -> bytes:
    if not members:
        return data
    memory = io.BytesIO(data)
    with zipfile.ZipFile(memory, "a") as file:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return memory.getvalue()
