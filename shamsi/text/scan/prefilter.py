"""Look out: whether a short text has anything at all that could be read in any language, before its own is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property

from shamsi.lang.lexicon import Lexicon, spellings
from shamsi.text.scan.scanner import BEHIND_NUMBERS, DIGITS_ALIKE, MONTHS, NUMERIC, RELATIVE, WORDS
from shamsi.text.scan.trie import END, alternatives, compiled, encode
from shamsi.text.scan.triggers import WORDS_ONLY, pivot

SHORT = 400  # characters of a text for which this is worth while
_MANY = 1000  # short texts after which it is
_TOLD_BY = 3  # letters of a word behind a number


class Lookout:
    """The words and numbers that call for reading in some language: all that any scanner of the lexicon stops at."""

    def __init__(self, lexicon: Lexicon, *, relative: bool) -> None:
        """Gather nothing yet: that reads the files of all languages."""
        self._forms, self._prefixes = lexicon.all_forms, lexicon.all_prefixes
        self._others = RELATIVE if relative else WORDS
        self._texts = 0

    def is_worth_it(self) -> bool:
        """Whether so many short texts have come that all languages may be read for the ones to come."""
        self._texts += 1
        return self._texts > _MANY

    @cached_property
    def words(self) -> frozenset[bytes]:
        """The words; a month's name may have any of the languages' prefixes and words for month on it."""
        glue = _encoded(["", *(form for form in self._forms("month_word") if " " not in form)])
        prefixes, months = _encoded(["", *self._prefixes()]), _encoded(_pivots(self._forms(MONTHS)))
        names = (before + name + after for before in prefixes for name in months for after in glue)
        others = [*self._forms(self._others), *(form for form in self._forms("era") if " " not in form)]
        return frozenset((*names, *_encoded(_pivots(others))))

    @cached_property
    def _number(self) -> Callable[[bytes], object]:
        """A search for numbers, in a text whose digits are all 0."""
        forms = self._forms(BEHIND_NUMBERS)
        behind = dict.fromkeys([form for form in forms if len(form) <= _TOLD_BY], END)
        behind |= dict.fromkeys([form[:_TOLD_BY].rstrip(" .") for form in forms if len(form) > _TOLD_BY], "")
        return compiled(rf"0(?<!00)(?:{NUMERIC}|0{{0,2}} ?{alternatives(behind)})").search

    def seen(self, code: bytes) -> frozenset[bytes] | None:
        """The words of a folded text that call for reading; None where nothing in it does, in any language."""
        words = self.words.intersection(code.translate(WORDS_ONLY).split())
        if not words:
            shape = code.translate(DIGITS_ALIKE)
            if b"0" not in shape or not self._number(shape):
                return None
        return words


def _encoded(forms: Iterable[str]) -> list[bytes]:
    """The bytes that forms fold to, all at once."""
    return encode("\n".join(forms)).split(b"\n")


def _pivots(forms: Iterable[str]) -> list[str]:
    """The words by which forms are noticed."""
    return [words[pivot(words)] for form in forms for words in spellings(form)]


@cache
def lookout(lexicon: Lexicon, *, relative: bool) -> Lookout:
    """The lookout of a lexicon, made once."""
    return Lookout(lexicon, relative=relative)
