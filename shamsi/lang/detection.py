"""Detection: the language of a document, by its commonest words, then by its letters."""

from __future__ import annotations

from collections.abc import Iterable

from shamsi.lang.fold import fold
from shamsi.lang.language import Language

_SAMPLE = 200  # characters that tell a document's language
_STOPS = b".,:"  # marks that may touch the last word
_ENOUGH = 3  # common words that tell it without a closer look
_HOME_WEIGHT = 3  # letters that stay at home tell more than those that several languages write


class Detector:
    """Tells some languages from each other, by what the openings of their files say."""

    def __init__(self, languages: Iterable[Language]) -> None:
        """Gather the commonest words and the clues."""
        languages = tuple(languages)
        codes = [one.code for one in languages]
        self._codes = codes
        common = [frozenset(fold(word).code for word in one.opening.common) for one in languages]
        self._common = frozenset[bytes]().union(*common)
        # One byte of a number for each language, so that one sum counts for all of them.
        self._votes = {word: sum((word in own) << 8 * k for k, own in enumerate(common)) for word in self._common}
        self._bases = [(codes.index(one.code), codes.index(one.base)) for one in languages if one.base in codes]
        self._clues = [(one.opening.clues, _HOME_WEIGHT if one.home else 1) for one in languages]

    def language_of(self, folded: bytes, source: str) -> str | None:
        """The language whose commonest words a folded text has most of, or None where it has none; one of one."""
        if len(self._codes) == 1:
            return self._codes[0]
        sample = folded[:_SAMPLE].split()
        words = self._common.intersection(sample)
        if len(words) < _ENOUGH and len(folded) < _SAMPLE:  # the last word counts too; but «د.» is a title
            ended = [word.rstrip(_STOPS) for word in sample if word[-1] in _STOPS and len(word) > 2]
            words |= self._common.intersection(ended)
        scores = list(sum(map(self._votes.__getitem__, words)).to_bytes(len(self._codes), "little"))
        for one, base in self._bases:
            if scores[one]:  # one word of its own tells it from its base
                scores[one] += scores[base]
        found = _highest(scores)
        if found is None:  # a headline: letters and openings must tell
            start, most = source[:_SAMPLE], max(scores)
            found = _highest([self._weigh(k, start) if score == most else 0 for k, score in enumerate(scores)])
        return None if found is None else self._codes[found]

    def _weigh(self, language: int, start: str) -> int:
        clues, weight = self._clues[language]
        return weight * sum(map(start.count, clues))


def _highest(scores: list[int]) -> int | None:
    """The place of the highest score, None where several have it, or all are nothing."""
    most = max(scores)
    return scores.index(most) if most and scores.count(most) == 1 else None
