"""Detect the language of a document by its most frequent words, then by its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from unicodedata import normalize

from shamsi.lang.fold import LETTERS, fold
from shamsi.lang.language import Language
from shamsi.lang.schema import Tables

SAMPLE = 200  # characters that identify a document's language
_STOPS = b".,:"  # marks that may touch the last word
_FOREIGN = bytes(range(0x80, 0x100))  # what letters that are not Latin fold to
_MOST_FOREIGN = 3  # a text with more than one of them in so many characters is not in Latin letters
_NEVER = -1
_END = b"(?![%s])" % LETTERS.encode()  # of a word
_DAYS = 32  # more than any month has
_MARKS = b".,:;/!?-()\"'"  # marks that may touch any word
_APART = bytes.maketrans(_MARKS, b" " * len(_MARKS))
_ENOUGH = 3  # common words that identify it without more checks
_LETTERS, _SHARE = 3, 7  # of one language alone: more than a foreign name has, and of how many
_OWN_WEIGHT = 3  # of letters of only one language, against letters of several


class _Evidence:
    """Finds words of one language in a text that reads like the language it extends."""

    def __init__(self, language: Language, base: Language) -> None:
        self.code, self.base = language.code, base.code
        self._languages = language, base
        self._words = frozenset(fold(word).code for word in language.opening.evidence)

    def holds(self, folded: bytes) -> bool:
        """Whether the text has such a word, and a month beside a number."""
        words = folded[:SAMPLE].translate(_APART).split()
        return not self._words.isdisjoint(words) and self._month.search(folded) is not None

    @cached_property
    def _month(self) -> re.Pattern[bytes]:
        """A month that the base reads in full dates only, with a day, a year or another cue."""
        own, base = (one.tables for one in self._languages)
        name = b"(?:%s)%s" % (_any(_easy_months(own) - _easy_months(base)), _END)
        of_words = own.words.get
        cues = [
            *chain.from_iterable((*own.ordinals, *own.modifiers[:3])),  # not «about»
            *(word for word, value in own.numbers.items() if value < _DAYS),
            *chain.from_iterable(of_words(one, ()) for one in ("month", "month_before", "months")),
        ]
        return re.compile(
            b"(?:[0-9] ?(?:(?:%s) )?|(?<![%s])(?:%s)?(?:%s) )%s"
            b"|%s (?:(?:(?:%s) )?1[0-9]{3}(?![0-9])|(?:%s) %s)"
            % (
                _any(of_words("suffix", ())),
                LETTERS.encode(),
                _any(own.prefixes),
                _any(cues),
                name,
                name,
                _any(of_words("year", ())),
                _any(of_words("range", ())),
                name,
            )
        )


def _easy_months(tables: Tables) -> set[str]:
    """Return the names of months that need no full date around them."""
    return {
        form
        for table in tables.months
        for number, forms in enumerate(table.names, 1)
        if table.needs_by_month.get(str(number), table.needs) != "date"
        for form in forms
    }


def _any(forms: Iterable[str]) -> bytes:
    return b"|".join(sorted({re.escape(fold(form).code) for form in forms}, reverse=True))


class Detector:
    """Distinguishes languages by the common words and clues in the openings of their files."""

    def __init__(self, languages: Iterable[Language]) -> None:
        """Collect the common words and the clues."""
        languages = tuple(languages)
        codes = [one.code for one in languages]
        self._codes = codes
        common = [frozenset(fold(word).code for word in one.opening.common) for one in languages]
        self._common = frozenset[bytes]().union(*common)
        # Each language has one byte of a number, so one sum counts for all languages.
        self._votes = {
            word: sum((word in own) << 8 * k for k, own in enumerate(common))
            for word in self._common
        }
        self._bases = [
            (codes.index(one.code), codes.index(one.base)) for one in languages if one.base in codes
        ]
        # The words and letters of which a text needs one. Without own words, it needs none of them.
        self._proofs = [
            (k, frozenset(fold(word).code for word in one.opening.own), one.opening.clues)
            for k, one in enumerate(languages)
            if one.opening.own
        ]
        self._latin = [k for k, own in enumerate(common) if own and b"".join(own).isascii()]
        named = {one.code: one for one in languages}
        self._evidence = [
            _Evidence(one, named[one.base])
            for one in languages
            if one.opening.evidence and one.base in named
        ]
        # The letters that no other language has. A few languages have none.
        self._letters = [
            [clue for clue in one.opening.clues if len(clue) == 1 and one.own_language_only]
            for one in languages
        ]
        own = "".join(clue for clues in self._letters for clue in clues)
        self._own_letter = re.compile(f"[{re.escape(own)}]" if own else "(?!)").search
        self._clues = [
            (one.opening.clues, _OWN_WEIGHT if one.own_language_only else 1) for one in languages
        ]

    def language_of(self, folded: bytes, source: str) -> str | None:
        """Return the language with the most common words in a folded text; None if it is open.

        A single language is always the one.
        """
        if len(self._codes) == 1:
            return self._codes[0]
        sample = folded[:SAMPLE].split()
        words = self._common.intersection(sample)
        if (
            len(words) < _ENOUGH and len(folded) < SAMPLE
        ):  # the last word counts too; but «د.» is a title
            ended = [word.rstrip(_STOPS) for word in sample if word[-1] in _STOPS and len(word) > 2]
            words |= self._common.intersection(ended)
        scores = list(sum(map(self._votes.__getitem__, words)).to_bytes(len(self._codes), "little"))
        for one, own, letters in self._proofs:
            if scores[one] and own.isdisjoint(words):
                start = source[:SAMPLE]
                scores[one] *= any(letter in start for letter in letters)
        latin = [k for k in self._latin if scores[k] or not any(scores)]
        if latin and not source.isascii():
            printed = b" ".join(folded.split())  # a page may have more blanks than text
            rest = len(printed.translate(None, _FOREIGN))
            latin = latin if _MOST_FOREIGN * (len(printed) - rest) <= len(printed) else []
        for k in self._latin:
            scores[k] = scores[k] if k in latin else _NEVER
        for one, base in self._bases:
            if scores[one] > 0:  # one word that its base does not have is enough
                scores[one] += scores[base]
        found = _highest(scores)
        if len(words) < _ENOUGH and self._own_letter(source[:SAMPLE]):
            found = self._by_letters(source[:SAMPLE], found)
        if found is None:  # a headline: use letters and beginnings of words
            start, most = normalize("NFC", source[:SAMPLE]), max(scores)
            found = _highest(
                [self._weigh(k, start) if score == most else 0 for k, score in enumerate(scores)]
            )
        code = None if found is None else self._codes[found]
        for evidence in self._evidence:
            if code in (None, evidence.base) and evidence.holds(folded):
                return evidence.code
        return code

    def _by_letters(self, start: str, found: int | None) -> int | None:
        """Return the language of letters that no other one has, if there are some and few words."""
        counts = [sum(map(start.count, letters)) for letters in self._letters]
        best = _highest(counts)
        if best is None or counts[best] < _LETTERS:
            return found
        is_foreign_name = counts[best] * _SHARE < sum(map(str.isalpha, start))
        return found if is_foreign_name else best

    def _weigh(self, language: int, start: str) -> int:
        clues, weight = self._clues[language]
        return weight * sum(map(start.count, clues))


def _highest(scores: list[int]) -> int | None:
    """Return the place of the highest score; None if several have it or all are zero."""
    most = max(scores)
    return scores.index(most) if most > 0 and scores.count(most) == 1 else None
