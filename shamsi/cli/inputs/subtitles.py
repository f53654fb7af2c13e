"""Subtitles: the text of .srt and .vtt files, each letter with its place in the source."""

from __future__ import annotations

import re

from shamsi.cli.inputs.spans import Spans

_BLOCK_END = re.compile(r"(?>\r\n?|\n)(?:[ \t]*(?>\r\n?|\n))+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")
_TIMES = re.compile(r"(?:\d+:)?\d+:\d\d[.,]\d+[ \t]*-->")
_NUMBER = re.compile(r"\s*[0-9]+\s*\Z")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<[0-9]+:[0-9:.]{1,20}>|\{\\[^{}\n]{0,200}\}")
_SILENT = ("WEBVTT", "NOTE", "STYLE", "REGION")
_ENDS = re.compile(r"[.!?…؟۔:»\"”)\]]\s*\Z")  # of a sentence


def text_of(source: str) -> tuple[str, Spans]:
    r"""The text of subtitles, and where it comes from. Never raises.

    Lines of a cue are joined by a blank, and so are two cues unless the first ends a sentence; then
    a line end stands between them. Numbers, times, settings, notes and tags are left out. Where no
    empty line parts two cues, or one is inside a cue of .srt, nothing is lost.

    >>> text_of("1\n00:00:01,000 --> 00:00:02,000\n<i>18 مرداد\n1404</i>\n\n")[0]
    '18 مرداد 1404\n'
    """
    reader = _Reader(is_vtt=source.lstrip("\ufeff").startswith("WEBVTT"))
    at = 0
    for end in [*_BLOCK_END.finditer(source), None]:
        stop = end.start() if end else len(source)
        reader.add_block(source, at, stop)
        at = end.end() if end else stop
    return reader.finished(len(source))


class _Reader:
    """Gathers the text of cues."""

    def __init__(self, *, is_vtt: bool) -> None:
        self._is_vtt = is_vtt
        self._pieces: list[str] = []
        self._spans = Spans()
        self._joint = ""

    def add_block(self, source: str, start: int, stop: int) -> None:
        """Add what is between two empty lines, if it is a cue or belongs to one."""
        head = source[start:stop].lstrip("\ufeff").lstrip()
        if self._is_vtt and head.startswith(_SILENT) and "-->" not in head.partition("\n")[0]:
            return
        lines = list(_LINE.finditer(source, start, stop))
        times = {at for at, line in enumerate(lines) if _TIMES.match(line[0].lstrip())}
        is_text = bool(self._pieces) and not (times or self._is_vtt or _NUMBER.match(head))
        for at, line in enumerate(lines):
            if at in times:
                self._end_cue()
                is_text = True
            elif is_text and not (at + 1 in times and _NUMBER.match(line[0])):
                self._add_line(source, line.start(), line.end())
        self._end_cue()

    def _end_cue(self) -> None:
        """Let what follows begin after a blank, or on a line of its own if a sentence ended."""
        if self._pieces:
            is_ended = bool(_ENDS.search("".join(self._pieces[-8:])))
            self._joint = "\n" if is_ended else " "

    def finished(self, end: int) -> tuple[str, Spans]:
        """The text, with a line end if it has any."""
        if self._pieces:
            self._add("\n", end, 0)
        return "".join(self._pieces), self._spans

    def _add_line(self, source: str, start: int, stop: int) -> None:
        stop = start + len(source[start:stop].rstrip("\r\n"))
        at = start
        for tag in [*_TAG.finditer(source, start, stop), None]:
            end = tag.start() if tag else stop
            if end > at:
                if self._joint:
                    self._add(self._joint, at, 0)
                    self._joint = ""
                self._add(source[at:end], at, end - at)
            at = tag.end() if tag else end
        self._joint = self._joint or " "

    def _add(self, text: str, source: int, width: int) -> None:
        self._pieces.append(text)
        self._spans.add(len(text), source, width)
