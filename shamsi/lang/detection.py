"""Detect the language of a document by its most frequent words, then by its letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from unicodedata import normalize

from shamsi.lang.fold import LETTERS, fold
from shamsi.lang.language import Language
from shamsi.lang.schema import Tables

_PAGE = 10_000  # characters that show which letters a document has
SAMPLE = 200  # characters that identify a document's language
_STOPS = b".,:"  # marks that may touch the last word
_FOREIGN = bytes(range(0x80, 0x100))  # what letters that are not Latin fold to
_MOST_FOREIGN = 3  # a text with more than one of them in so many characters is not in Latin letters
_NEVER = -1
_END = b"(?![%s])" % LETTERS.encode()  # of a word
_DAYS = 32  # more than any month has
_MARKS = b".,:;/!?-()\"'"  # marks that may touch any word
_APART = bytes.maketrans(_MARKS, b" " * len(_MARKS))
_REACH = 60  # characters before a month, more than any cue has
_ZODIAC = "zodiac"  # the tradition of months that are named after its signs
_ENOUGH = 3  # common words that identify it without more checks
_LETTERS, _SHARE = 3, 7  # of one language alone: more than a foreign name has, and of how many
_OWN_WEIGHT = 3  # of letters of only one language, against letters of several


class _Evidence:
    """Finds words of one language in a text that reads like the language it extends.

    A day of its months with a year of our time is as good as a word.
    """

    def __init__(self, language: Language, base: Language) -> None:
        self.code, self.base = language.code, base.code
        self._languages = language, base
        self._words = frozenset(fold(word).code for word in language.opening.evidence)

    def holds(self, folded: bytes) -> bool:
        """Whether the text has such a word, and a month beside a number; or a whole date."""
        words = folded[:SAMPLE].translate(_APART).split()
        if not self._words.isdisjoint(words):
            return any(map(self._is_cued, self._months(folded)))
        return not self._names.isdisjoint(words) and self._date.search(folded[:SAMPLE]) is not None

    def _is_cued(self, month: re.Match[bytes]) -> bool:
        """Whether a day, a year or another cue stands beside a month's name."""
        before, behind = self._cues
        folded, start = month.string, month.start()
        if before.search(folded[max(0, start - _REACH) : start]):
            return True
        return behind.match(folded, month.end()) is not None

    @cached_property
    def _names(self) -> frozenset[bytes]:
        """The signs of the zodiac, which the base reads in full dates only."""
        return frozenset(
            fold(form).code
            for table in self._languages[1].tables.months
            if table.tradition == _ZODIAC
            for forms in table.names
            for form in forms
        )

    @cached_property
    def _date(self) -> re.Pattern[bytes]:
        """A day of such a month and a Solar year in which Iran has other months."""
        cues = (_any(self._languages[1].tables.words.get(one, ())) for one in ("month", "year"))
        return re.compile(
            b"[0-9] ?(?:%s)(?: (?:%s))?(?: (?:%s))? 1(?:30[5-9]|3[1-9][0-9]|4[0-4][0-9])(?![0-9])"
            % (b"|".join(sorted(self._names, reverse=True)), *cues)
        )

    @cached_property
    def _name(self) -> bytes:
        """A month that the base reads in full dates only."""
        own, base = (one.tables for one in self._languages)
        return b"(?:%s)%s" % (_any(_easy_months(own) - _easy_months(base)), _END)

    @cached_property
    def _months(self) -> Callable[[bytes], Iterator[re.Match[bytes]]]:
        return re.compile(self._name).finditer

    @cached_property
    def _cues(self) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
        """What may stand before such a month, and behind it."""
        own = self._languages[0].tables
        of_words = own.words.get
        parts_of_time = (own.modifiers.start, own.modifiers.mid, own.modifiers.end)
        cues = [
            *chain.from_iterable((*own.ordinals, *parts_of_time)),
            *(word for word, value in own.numbers.items() if value < _DAYS),
            *chain.from_iterable(of_words(one, ()) for one in ("month", "month_before", "months")),
        ]
        before = rb"(?:[0-9] ?(?:(?:%s) )?|(?<![%s])(?:%s)?(?:%s) )\Z" % (
            _any(of_words("suffix", ())),
            LETTERS.encode(),
            _any(own.prefixes),
            _any(cues),
        )
        behind = b" (?:(?:(?:%s) )?1[0-9]{3}(?![0-9])|(?:%s) %s)" % (
            _any(of_words("year", ())),
            _any(of_words("range", ())),
            self._name,
        )
        return re.compile(before), re.compile(behind)


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
        words = self._common_words(folded)
        scores = self._scores(words, folded, source)
        found = _highest(scores)
        if found is None or len(words) < _ENOUGH:
            found = self._of_few_words(words, scores, source[:SAMPLE])
        code = None if found is None else self._codes[found]
        for evidence in self._evidence:
            if code in (None, evidence.base) and evidence.holds(folded):
                return evidence.code
        return code

    def _common_words(self, folded: bytes) -> frozenset[bytes]:
        """Return the common words of any language at the start of a text."""
        sample = folded[:SAMPLE].split()
        words = self._common.intersection(sample)
        if len(words) < _ENOUGH and len(folded) < SAMPLE:
            # The last word counts, too. But «د.» is a title.
            ended = [word.rstrip(_STOPS) for word in sample if word[-1] in _STOPS and len(word) > 2]
            words |= self._common.intersection(ended)
        return words

    def _scores(self, words: frozenset[bytes], folded: bytes, source: str) -> list[int]:
        """Return how many of the words each language has."""
        scores = list(sum(map(self._votes.__getitem__, words)).to_bytes(len(self._codes), "little"))
        for one, own, letters in self._proofs:
            if scores[one] and own.isdisjoint(words):
                start = source[:SAMPLE]
                scores[one] *= any(letter in start for letter in letters)
        is_open = not any(scores)
        for one in self._latin:
            if (is_open or scores[one]) and not _is_latin(folded, source):
                scores[one] = _NEVER
        for one, base in self._bases:
            if scores[one] > 0:  # one word that its base does not have is enough
                scores[one] += scores[base]
        return scores

    def _of_few_words(self, words: frozenset[bytes], scores: list[int], start: str) -> int | None:
        """Return the language of a headline, by its letters and the beginnings of its words."""
        start, found = normalize("NFC", start), _highest(scores)
        if len(words) < _ENOUGH and self._own_letter(start):
            found = self._by_letters(start, found)
        if found is not None:
            return found
        most = max(scores)
        return _highest(
            [self._weigh(k, start) if score == most else 0 for k, score in enumerate(scores)]
        )

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


def _is_latin(folded: bytes, source: str) -> bool:
    """Whether nearly all letters of a text are Latin."""
    if source.isascii():
        return True
    printed = b" ".join(folded[:_PAGE].split())  # a page may have more blanks than text
    rest = len(printed.translate(None, _FOREIGN))
    return _MOST_FOREIGN * (len(printed) - rest) <= len(printed)


def _highest(scores: list[int]) -> int | None:
    """Return the place of the highest score; None if several have it or all are zero."""
    most = max(scores)
    return scores.index(most) if most > 0 and scores.count(most) == 1 else None
