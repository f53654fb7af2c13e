"""Legacy encodings: which one Persian or Arabic bytes are in, by the words that they make."""

from __future__ import annotations

import re
from functools import cache

READ = "cp1256"  # read without being asked; the others are suggested
_CANDIDATES = (READ, "iso8859-6")
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 1 << 20  # bytes
_SOME = 1 << 12
_ARABIC_WORD = re.compile("[\u0621-\u06d3]{2,}")
_MIXED_WORD = re.compile(
    "[\u0621-\u06d3][\u00c0-\u024f\ufffd]|[\u00c0-\u024f\ufffd][\u0621-\u06d3]"
)
_MOST_MIXED = 0.05  # of words: other alphabets read so mix the letters of two scripts
_LONG = 4  # letters of a word that is enough alone
_LEAST_SHARE = 0.05  # of known words among all: in running text about a third
_USUAL = re.compile("[\t\r\n -~\u00a0\u00ab\u00bb\u0600-\u06ff\u200c-\u200f\u2010-\u2026]")
_USUAL_SHARE = 0.9


def legacy_encoding(data: bytes) -> str | None:
    """The single-byte encoding in which bytes make more Persian or Arabic words than in UTF-8.

    >>> legacy_encoding("در 18 مرداد 1404".encode("cp1256"))
    'cp1256'
    >>> legacy_encoding("un été".encode("latin-1"))
    """
    sample = data[:_SAMPLE]
    in_utf8 = _known(sample, "utf-8")
    scores = {encoding: _known(sample, encoding) for encoding in _CANDIDATES}
    best = max(_CANDIDATES, key=scores.__getitem__)
    return best if scores[best] > in_utf8 else None


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, if bytes make ordinary text in it.

    >>> wide_encoding("در 1404".encode("utf-16-be"))
    'utf-16-be'
    """
    if b"\0" not in data and b"\6" not in data:  # blanks and Arabic letters have one of them
        return None
    if len(data) % 2 and len(data) < _SOME:
        return None
    sample = data[: min(len(data) // 4 * 4 or 2, _SOME)]
    for encoding in _WIDE:
        text = sample.decode(encoding, "replace")
        if text and len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text):
            return encoding
    return None


def _known(data: bytes, encoding: str) -> int:
    """How many letters the known words have; nothing where too few words are known."""
    from shamsi.lang.fold import fold

    text = data.decode(encoding, "replace")
    words = set(_ARABIC_WORD.findall(fold(text).text))
    known = words & _vocabulary()
    if len(known) < _LEAST_SHARE * len(words):
        return 0
    if encoding != "utf-8" and len(_MIXED_WORD.findall(text)) > _MOST_MIXED * len(words):
        return 0
    if len(known) == 1 and max(map(len, known)) < _LONG:
        return 0
    return sum(map(len, known))


@cache
def _vocabulary() -> frozenset[str]:
    """The words of all languages' dates, and their commonest ones."""
    from shamsi.lang.fold import fold_form
    from shamsi.lang.lexicon import lexicon

    words = lexicon()
    common = (word for one in words.languages.values() for word in one.opening.common)
    views = (words.vocabulary(lang) for lang in (None, *words.languages))
    return frozenset(map(fold_form, common)).union(*views)
