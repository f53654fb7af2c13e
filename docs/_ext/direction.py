"""Direction: Persian and Arabic pages run from the right; Arabic script does not turn code around."""

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import pairwise
from typing import Any

from sphinx.application import Sphinx

_FROM_THE_RIGHT = ("fa", "ar")
_BLOCK = re.compile(r"(<pre>)(.*?)(</pre>)", re.DOTALL)
_MARKUP = re.compile(r"(<[^>]*>|[\n\t])")
# A string that Pygments cut at its escapes, such as "a\nb", in the spans of its pieces.
_STRING = re.compile(r'(?:<span class="s[12e]">[^<\n]*</span>){2,}')
_TAG = re.compile("<[^>]*>")
# With the mark that begins and ends the lines of a calendar.
_ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc\u200f]")
_LATIN = re.compile("[A-Za-z]")
_EASTERN = "\u0660-\u0669\u06f0-\u06f9"
# What is between quotes, the quotes not those of "it's"; or words without Latin letters or markup.
_QUOTED = r"""(?<!\w)(?P<quote>["'])(?P<inside>[^"'\n]+)(?P=quote)(?!\w)"""
_WORD = rf"(?:[^\sA-Za-z,:;=<>\[\]{{}}]|(?<=[{_EASTERN}]):(?=[{_EASTERN}]))+"
_PIECE = re.compile(rf"\((?=[\"'])|{_QUOTED}|(?P<run>{_WORD}(?: +{_WORD})*)")
_NUMBER = re.compile(r"""["'(«]*[0-9]{1,4}["')».،؛]*""")
_YEAR = re.compile(r"\D*[0-9]{4}\D*")
_DATED = re.compile(r"\d-\d")  # a date as ISO 8601 writes it, which would be shown backwards
_PAIRS = {")": "(", "»": "«", "”": "“", "’": "‘", '"': '"', "'": "'"}
Span = tuple[int, int]


def isolate(body: str) -> str:
    """Set Arabic script apart from the code around it, in the blocks of code of a page.

    >>> isolate("<pre>5 آبان 1404 is 2025-10-27</pre>")
    '<pre><bdi>5 آبان 1404</bdi> is 2025-10-27</pre>'
    """
    return _BLOCK.sub(lambda block: block[1] + _in_code(block[2]) + block[3], body)


def _in_code(code: str) -> str:
    """Do so in a block: strings in pieces, then all that is between them."""
    parts, at = [], 0
    for found in _STRING.finditer(code):
        text = unescape(_TAG.sub("", found[0]))
        if text[0] == text[-1] and text[0] in "\"'" and _is_whole(text[1:-1]):
            parts += [_in_text(code[at : found.start()]), f"<bdi>{found[0]}</bdi>"]
            at = found.end()
    return "".join([*parts, _in_text(code[at:])])


def _in_text(code: str) -> str:
    return "".join(map(_apart, _MARKUP.split(code)))


def _apart(piece: str) -> str:
    if _MARKUP.fullmatch(piece) or not _ARABIC.search(unescape(piece)):
        return piece
    text, parts, at = unescape(piece), [], 0
    for start, end in spans(text):
        parts += [_escaped(text[at:start]), f"<bdi>{_escaped(text[start:end])}</bdi>"]
        at = end
    return "".join([*parts, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def spans(text: str) -> list[Span]:
    """Where Arabic script begins and ends in a line, with the numbers that belong to it.

    >>> [text[start:end] for text in ["0 8 (۵ آبان) 1404-08-05"] for start, end in spans(text)]
    ['(۵ آبان)']
    """
    found: list[Span] = []
    for piece in _PIECE.finditer(text):
        if piece["run"]:
            found += _in_run(text, *piece.span("run"))
        elif piece["inside"] and _is_whole(piece["inside"]):
            found.append(piece.span("inside"))
        elif piece["inside"]:
            first = piece.start("inside")
            found += [(first + start, first + end) for start, end in spans(piece["inside"])]
    return found


def _is_whole(text: str) -> bool:
    """Whether a text may be set apart as one: most of its letters are Arabic."""
    is_arabic = len(_ARABIC.findall(text)) > len(_LATIN.findall(text))
    return is_arabic and not _DATED.search(text) and not _lone(text)


def _in_run(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a run of words that dates in digits leave of it."""
    words: list[re.Match[str]] = []
    for word in re.compile(r"\S+").finditer(text, start, end):
        if _DATED.search(word[0]):
            yield from _trimmed(text, words)
            words = []
        else:
            words.append(word)
    yield from _trimmed(text, words)


def _trimmed(text: str, words: list[re.Match[str]]) -> Iterator[Span]:
    """From the first to the last word of Arabic script, and a number beside it if it has none."""
    places = [number for number, word in enumerate(words) if _ARABIC.search(word[0])]
    if not places:
        return
    first, last = places[0], places[-1]
    if not re.search(f"[{_EASTERN}]", text[words[first].start() : words[last].end()]):
        first -= first > 0 and bool(_NUMBER.fullmatch(words[first - 1][0]))
        last += _is_number_of(words[last + 1 : last + 3])
    yield from _balanced(text, words[first].start(), words[last].end())


def _is_number_of(words: list[re.Match[str]]) -> bool:
    """Whether a number follows; of two it must be a year, or they are columns."""
    numbers = [word[0] for word in words if _NUMBER.fullmatch(word[0])]
    follows = bool(words and numbers) and words[0][0] == numbers[0]
    return follows and (len(numbers) == 1 or bool(_YEAR.fullmatch(numbers[0])))


def _balanced(text: str, start: int, end: int) -> Iterator[Span]:
    """What is between the quotes and brackets of a span that have no partner in it."""
    cuts = [start - 1, *(start + at for at in _lone(text[start:end])), end]
    for before, after in pairwise(cuts):
        part = text[before + 1 : after]
        if _ARABIC.search(part):
            begin = after - len(part.lstrip(" +-"))  # the signs of a comparison stay in their column
            stop = before + 1 + len(part.rstrip())
            if _lone(text[begin:stop]):  # what was cut out stood between a pair
                yield from _balanced(text, begin, stop)
            else:
                yield begin, stop


def _lone(text: str) -> list[int]:
    """Where the quotes and brackets are that open or close nothing."""
    waiting: list[int] = []
    lone: list[int] = []
    for at, char in enumerate(text):
        if waiting and _PAIRS.get(char) == text[waiting[-1]]:
            waiting.pop()
        elif char in _PAIRS.values():
            waiting.append(at)
        elif char in _PAIRS:
            lone.append(at)
    return sorted(lone + waiting)


def on_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Do so on a page that is written; one in a folder named after its language is in that direction."""
    if "body" in context:
        context["body"] = isolate(context["body"])
        language = page.partition("/")[0]
        if language in _FROM_THE_RIGHT:
            context["body"] = f'<div dir="rtl" lang="{language}">{context["body"]}</div>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("html-page-context", on_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
