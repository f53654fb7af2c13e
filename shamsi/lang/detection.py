"""Detection: the language of a document, by its commonest words, then by its letters."""

from __future__ import annotations

from collections.abc import Iterable

from shamsi.lang.fold import fold
from shamsi.lang.language import Language

_SAMPLE = 200  # characters that tell a document's language
_ENOUGH = 3  # common words that tell it without a closer look
_HOME_WEIGHT = 3  # letters that stay at home tell more than those that several languages write


class Detector:
    """Tells some languages from each other, by what the openings of their files say."""

    def __init__(self, languages: Iterable[Language]) -> None:
        """Gather the commonest words and the clues."""
        languages = tuple(languages)
        self._common = {one.code: frozenset(fold(word).code for word in one.opening["common"]) for one in languages}
        self._every_common = frozenset[bytes]().union(*self._common.values())
        self._bases = {one.code: one.base for one in languages if one.base}
        self._clues = {one.code: (one.opening["clues"], _HOME_WEIGHT if one.home else 1) for one in languages}

    def language_of(self, folded: bytes, source: str) -> str | None:
        """The language whose commonest words a folded text has most of, or None where it has none; one of one."""
        if len(self._common) == 1:
            return next(iter(self._common))
        sample = folded[:_SAMPLE].split()
        words = self._every_common.intersection(sample)
        if len(words) < _ENOUGH and len(folded) < _SAMPLE:  # the last word counts too; but «د.» is a title
            words = self._every_common.intersection([w.rstrip(b".,:") if len(w) > 2 else w for w in sample])
        scores = {code: len(common & words) for code, common in self._common.items()}
        for code, base in self._bases.items():
            if scores[code]:  # one word of its own tells it from its base
                scores[code] += scores.get(base, 0)
        found, most = _best(scores)
        if found is None:  # a headline: letters and openings must tell
            found, most = _best({code: self._weigh(code, source) for code, score in scores.items() if score == most})
        return found if most else None

    def _weigh(self, code: str, source: str) -> int:
        clues, weight = self._clues[code]
        return weight * sum(map(source[:_SAMPLE].count, clues))


def _best(scores: dict[str, int]) -> tuple[str | None, int]:
    """The one with the highest score, None where several have it, and that score."""
    most = max(scores.values())
    tied = [code for code, score in scores.items() if score == most]
    return (tied[0] if len(tied) == 1 else None), most
