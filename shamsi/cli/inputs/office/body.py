"""The body of an office file: its texts, and the parts in which edits of them are made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from shamsi.cli.inputs.archives import Archive
from shamsi.cli.inputs.bodies import Placed, Refused
from shamsi.cli.inputs.office.comments import Comment, may_hold_comment, with_comments
from shamsi.cli.inputs.office.paragraph_edits import in_source
from shamsi.cli.inputs.office.parts import Paragraph, PartReader
from shamsi.cli.inputs.office.stamps import blurred
from shamsi.lang.sentences import Sentence
from shamsi.text.rewrite.edits import Edit, apart, edited


class Part(NamedTuple):
    """A part of the file, as it was read."""

    name: str
    reader: PartReader


class _Row(NamedTuple):
    """A paragraph, and the part that it is in."""

    part: Part
    paragraph: Paragraph


class Remark(NamedTuple):
    """Lines about the words from `start` to `end` of the first text."""

    start: int
    end: int
    lines: Sequence[str]


class OfficeBody:
    """The texts of a file: what a reader sees, then what is hidden, such as comments.

    A paragraph is a line of its text.
    """

    is_binary = True

    def __init__(
        self, archive: Archive, parts: Sequence[Part], dated: Sequence[Part], *, hidden: bool
    ) -> None:
        """Begin with the parts that hold text, and those that hold only dates of the file.

        `hidden` is whether hidden text is wanted.
        """
        self._archive = archive
        self._parts = (*parts, *dated)
        self._stamps: dict[str, list[Edit]] = {}
        rows = [_Row(part, one) for part in parts for one in part.reader.paragraphs]
        seen = [row for row in rows if not row.paragraph.is_hidden]
        unseen = [row for row in rows if hidden and row.paragraph.is_hidden]
        unseen = [row for row in unseen if row.paragraph.text.strip()]
        self._rows = [*seen, *unseen]
        self._starts = [0, *accumulate(len(row.paragraph.text) + 1 for row in self._rows)]
        self._bases = (0, self._starts[len(seen)])
        self.texts: tuple[str, ...] = tuple(map(_text, (seen, unseen) if unseen else (seen,)))

    @property
    def parts(self) -> int:
        """How many texts there are: one, or two if something is hidden."""
        return len(self.texts)

    @property
    def source(self) -> str:
        """All texts."""
        return _text(self._rows)

    def placed(self, part: int, edits: Iterable[Edit]) -> Placed:
        """The edits of one text in all texts; one that joins paragraphs is refused."""
        made, refused, base = list[Edit](), list[Refused](), self._bases[part]
        for edit in apart(edits):
            if "\n" in self.texts[part][edit.start : edit.end]:
                why = Sentence("runs from one paragraph into the next; left as it is")
                refused.append(Refused(edit, why))
            else:
                made.append(Edit(base + edit.start, base + edit.end, edit.text))
        return Placed(made, refused)

    def blur(self, keep: str) -> int:
        """Make the dates of the file and of its changes coarser; return how many were.

        `keep` is what `redact` keeps: "month", "year" or "nothing".
        """
        self._stamps = {
            part.name: [
                Edit(one.start, one.end, blurred(one.text, keep))
                for one in part.reader.stamps
                if blurred(one.text, keep) != one.text
            ]
            for part in self._parts
        }
        return sum(map(len, self._stamps.values()))

    def written(self, edits: Sequence[Edit]) -> bytes:
        """The file with edits made; only the parts that change are written anew."""
        changes = {name: list(rows) for name, rows in self._stamps.items()}
        for row, inside in self._by_paragraph(edits):
            source = row.part.reader.source
            for paragraph in (row.paragraph, *row.paragraph.twins):
                changes.setdefault(row.part.name, []).extend(in_source(source, paragraph, inside))
        return self._archive.replaced(
            {
                part.name: edited(part.reader.source, changes[part.name]).encode(
                    part.reader.encoding
                )
                for part in self._parts
                if changes.get(part.name)
            }
        )

    def with_comments(self, comments: Sequence[Remark], *, is_rtl: bool) -> bytes:
        """The file with comments on words of the first text, of a Word file.

        Where Word has no comments, in headers, notes and text boxes, the comment is put on the
        first paragraph of the body, and begins with the words that it is about.
        """
        body = self._parts[0]
        made = [self._comment(one) for one in comments]
        made.sort(key=lambda one: one.start is not None)
        return with_comments(self._archive, body.name, body.reader, made, is_rtl=is_rtl)

    def _comment(self, remark: Remark) -> Comment:
        start, end = self._in_body(remark.start), self._in_body(remark.end - 1)
        if start and end:
            return Comment(remark.lines, start, (end[0], end[1] + 1))
        return Comment((self.texts[0][remark.start : remark.end], *remark.lines))

    def _in_body(self, offset: int) -> tuple[int, int] | None:
        """The paragraph of the body part and the offset in it, if a comment may be there."""
        index = bisect_right(self._starts, offset, hi=len(self._rows)) - 1
        row, reader = self._rows[index], self._parts[0].reader
        if row.part is not self._parts[0]:
            return None
        number = next(k for k, one in enumerate(reader.paragraphs) if one is row.paragraph)
        return (number, offset - self._starts[index]) if may_hold_comment(reader, number) else None

    def _by_paragraph(self, edits: Sequence[Edit]) -> Iterator[tuple[_Row, list[Edit]]]:
        """Yield the edits of each paragraph, counted from its beginning."""
        found: dict[int, list[Edit]] = {}
        for edit in apart(edits):
            row = bisect_right(self._starts, edit.start, hi=len(self._rows)) - 1
            start = self._starts[row]
            found.setdefault(row, []).append(Edit(edit.start - start, edit.end - start, edit.text))
        for row, inside in found.items():
            yield self._rows[row], inside


def _text(rows: Sequence[_Row]) -> str:
    return "\n".join(row.paragraph.text for row in rows)
