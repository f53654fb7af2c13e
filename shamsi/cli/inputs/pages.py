"""Pages: the text of HTML as a reader sees it, and the position of each character in the source.

Parsers in packages report the line of a tag but not the place of a letter, and the standard
library's takes quadratic time on hostile pages; so the tokens are split here, in linear time for
any input.
"""

from __future__ import annotations

import re
from html import unescape

from shamsi.cli.inputs.spans import Spans

_UNREAD = frozenset(
    {"script", "style", "xmp", "iframe", "noembed", "noframes"}
)  # they end only at their own end tag
_UNSEEN = frozenset(
    {"template", "noscript", "svg", "math", "select", "object", "video", "audio", "canvas"}
)
_FOREIGN = frozenset({"svg", "math"})  # where a tag may close itself
_WITHIN_A_LINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr "
    "q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_VERBATIM = frozenset({"pre", "textarea", "listing"})
_TOKEN = re.compile(
    r"""
      <!--(?:-?>|.*?(?:--!?>|\Z))                                        # a comment
    | <(?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*+)                             # a tag, up to its name,
      (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)(?:>|\Z) # and the rest of it
    | <[!?/][^>]*+(?:>|\Z)                                               # a doctype or bad comment
    | (?P<reference>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*+);?)
    | (?P<blank>[ \t\n\r\f]++)
    | (?P<text>[^<& \t\n\r\f]++|[<&])
    """,
    re.DOTALL | re.VERBOSE,
)
_NUMBERED = re.compile(r"&#([xX]?)0*([0-9a-fA-F]*);?")
_MOST_DIGITS = 7  # of a code point; Python refuses to read thousands
_NO_CHARACTER = "\ufffd"
_HIDDEN = re.compile(r"\shidden(?=[\s=/]|$)", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_HEAD = 1024  # bytes in which HTML wants its encoding declared


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page declares in its head.

    >>> declared_encoding(b'<html><meta charset="windows-1256">')
    'windows-1256'
    """
    found = _CHARSET.search(data, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def text_of(page: str) -> tuple[str, Spans]:
    r"""The text of a page, and the spans of the source that it was made of.

    Blanks in a row are one, blocks end a line, scripts, styles and what is hidden are left out.
    Never raises.

    >>> text, spans = text_of("<p>28 <b>مرداد</b>&nbsp;1404</p><script>1</script>")
    >>> text
    '28 مرداد\xa01404\n'
    >>> spans.start(text.index("1404"))
    24
    """
    reader = _Reader(page)
    reader.read()
    return "".join(reader.pieces), reader.spans


def _character(reference: str) -> str:
    """The character of a reference; U+FFFD for a number that HTML does not show."""
    number = _NUMBERED.fullmatch(reference)
    if number is None:
        return unescape(reference)
    if len(number[2]) > _MOST_DIGITS:
        return _NO_CHARACTER
    return unescape(f"&#{number[1]}{number[2] or '0'};") or _NO_CHARACTER


class _Reader:
    """Gathers the text, token by token."""

    def __init__(self, page: str) -> None:
        self._page = page
        self.pieces: list[str] = []
        self.spans = Spans()
        self._last = "\n"
        self._unseen = ""  # the element that hides what is read
        self._depth = 0  # how many of its name are open
        self._verbatim = 0

    def read(self) -> None:
        """Read the whole page."""
        at = 0
        while token := _TOKEN.match(self._page, at):
            at = token.end()
            if token["tag"]:
                at = self._tag(token)
            elif self._unseen or token.lastgroup is None:
                continue
            elif token["blank"]:
                self._blank(token)
            else:
                self._put(
                    _character(token[0]) if token["reference"] else token[0],
                    token.start(),
                    token.end(),
                )

    def _tag(self, token: re.Match[str]) -> int:
        """Handle a tag; return where reading continues."""
        tag = token["tag"].lower()
        if token["end"]:
            self._leave(tag)
        elif tag in _UNREAD:
            self._edge(tag, token.start())
            ends = re.compile(rf"</{tag}(?=[\s/>])|\Z", re.IGNORECASE).search(
                self._page, token.end()
            )
            return ends.start() if ends else token.end()
        elif tag not in _VOID:
            self._enter(tag, token["attributes"])
        self._edge(tag, token.start())
        return token.end()

    def _enter(self, tag: str, attributes: str) -> None:
        if not self._unseen and (tag in _UNSEEN or _HIDDEN.search(attributes)):
            self._unseen = "" if attributes.endswith("/") and tag in _FOREIGN else tag
        if tag == self._unseen:
            self._depth += 1
        self._verbatim += tag in _VERBATIM

    def _leave(self, tag: str) -> None:
        if tag == self._unseen:
            self._depth -= 1
            self._unseen = tag if self._depth else ""
        self._verbatim = max(0, self._verbatim - (tag in _VERBATIM))

    def _edge(self, tag: str, at: int) -> None:
        """A block begins or ends: so does a line of the text; a cell is parted by a tab."""
        if self._unseen or tag in _WITHIN_A_LINE:
            return
        if tag in ("td", "th"):
            if self._last not in "\t\n":
                self._put("\t", at, at)
        elif self._last != "\n" or tag == "br":
            self._put("\n", at, at)

    def _blank(self, token: re.Match[str]) -> None:
        if self._verbatim:
            self._put(token[0], token.start(), token.end())
        elif self._last not in " \t\n":
            self._put(" ", token.start(), token.end())

    def _put(self, text: str, start: int, end: int) -> None:
        self.spans.add(len(text), start, end - start)
        self.pieces.append(text)
        self._last = text[-1]
