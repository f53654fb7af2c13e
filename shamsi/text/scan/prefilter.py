"""Check whether a short text can hold a date in any language, before its language is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property

from shamsi.lang.lexicon import Lexicon, spellings
from shamsi.text.scan.scanner import (
    BEHIND_NUMBERS,
    COUNTED,
    DIGITS_ALIKE,
    DUAL,
    MONTHS,
    NUMERIC,
    RELATIVE,
    WORDS,
)
from shamsi.text.scan.trie import END, alternatives, compiled, encode
from shamsi.text.scan.triggers import WORDS_ONLY, pivot

SHORT = 400  # characters; the check does not pay off for longer texts
_MANY = 1000  # short texts; the check pays off after so many
_PREFIX = 3  # letters that are compared of a word after a number


class Prefilter:
    """The trigger words and numbers of all languages.

    It finds every anchor that a scanner of the lexicon finds in any language.
    """

    def __init__(self, lexicon: Lexicon, *, relative: bool) -> None:
        """Keep the lexicon. The words are collected later: they need all language files."""
        self._forms, self._prefixes = lexicon.all_forms, lexicon.all_prefixes
        self._dated = lexicon.all_dated_before_days
        self._others = RELATIVE if relative else WORDS
        self._seasons = lexicon.all_relative_seasons if relative else list[str]
        self._named = lexicon.all_before_short_years
        self._leading = lexicon.all_eras_before_years
        self._behind = COUNTED if relative else BEHIND_NUMBERS
        self._texts = 0

    def is_worth_it(self) -> bool:
        """Count a short text, and return whether there were enough to load all languages."""
        self._texts += 1
        return self._texts > _MANY

    @cached_property
    def words(self) -> frozenset[bytes]:
        """The trigger words.

        A month's name may have a prefix or a word for month of any language attached.
        """
        ends = [form for form in self._forms("month_word enclitic") if " " not in form]
        glue, prefixes = _encoded(["", *ends]), _encoded(["", *self._prefixes()])
        months = _encoded(_pivots([*self._forms(MONTHS), *self._dated()]))
        names = (before + name + after for before in prefixes for name in months for after in glue)
        others = [
            *self._forms(self._others),
            *self._named(),
            *self._seasons(),
            *(form.rpartition(".")[2] for form in self._leading()),
            *(form for form in self._forms("era") if " " not in form),
        ]
        enclitics = _encoded(["", *self._forms("enclitic")])
        rest = (name + after for name in _encoded(_pivots(others)) for after in enclitics)
        return frozenset((*names, *rest))

    @cached_property
    def _number(self) -> Callable[[bytes], object]:
        """A search for numbers in a text with 0 for every digit."""
        forms = self._forms(self._behind)
        behind = dict.fromkeys([form for form in forms if len(form) <= _PREFIX], END)
        behind |= dict.fromkeys(
            [form[:_PREFIX].rstrip(" .") for form in forms if len(form) > _PREFIX], ""
        )
        return compiled(rf"0(?<!00)(?:{NUMERIC}|{DUAL}|0{{0,2}} ?{alternatives(behind)})").search

    def seen(self, code: bytes) -> frozenset[bytes] | None:
        """Return the trigger words of a folded text; None if it has no word or number to read."""
        words = self.words.intersection(code.translate(WORDS_ONLY).split())
        if not words:
            shape = code.translate(DIGITS_ALIKE)
            if b"0" not in shape or not self._number(shape):
                return None
        return words


def _encoded(forms: Iterable[str]) -> list[bytes]:
    """Return the bytes that forms fold to. Folding them together is faster."""
    return encode("\n".join(forms)).split(b"\n")


def _pivots(forms: Iterable[str]) -> list[str]:
    """Return the words that reveal the forms."""
    return [words[pivot(words)] for form in forms for words in spellings(form)]


@cache
def prefilter(lexicon: Lexicon, *, relative: bool) -> Prefilter:
    """Return the prefilter of a lexicon, made once."""
    return Prefilter(lexicon, relative=relative)
