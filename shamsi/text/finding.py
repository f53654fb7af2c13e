"""Define `Finding`: something wrong with a date, how sure that is, and the id that names it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shamsi.lang.sentences import ENGLISH, Sentence, translated
from shamsi.text.compare import trust
from shamsi.text.compare.finding_ids import Words, ids_of
from shamsi.text.pairs import Pair
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.reading import Found, Reading
from shamsi.text.rewrite.repairs import Suggestion


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a date.

    `code` is "pair-mismatch", "month-conflict", "weekday-conflict", "impossible-date" or
    "reversed-range". `start` and `end` are code points of the text around everything that is
    involved: the mentions, the weekday that contradicts one, and all text that a repair replaces.
    `message` describes the finding in a few words, `detail` in full. `spans` are the mentions. For
    a pair, `delta_days` is right minus left, `diagnosis` is the slip that explains it, and
    `evidence` supports the diagnosis or one side, one sentence each. `suggestions` are the repairs;
    a pair has one for each side.

    `confidence`, 0…1, is how sure it is that the text is wrong and was read right. It depends on
    what the finding rests on, such as an era that is printed or inferred, and how far the two sides
    are apart. `id` names the finding among those of its text. It stays the same from run to run,
    and when the text is edited elsewhere, also where another finding with the same words is fixed
    (but for the last that is left of them).

    >>> import shamsi
    >>> (finding,) = shamsi.check("۳۱ مهر ۱۴۰۴")
    >>> finding.code, finding.confidence
    ('impossible-date', 0.95)
    """

    code: str
    start: int
    end: int
    message: str
    detail: str
    spans: tuple[Mention, ...]
    delta_days: int | None = None
    diagnosis: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    id: str = ""

    def translated(self, lang: str) -> Finding:
        """Return the finding with its sentences in a language: "en", "fa" or "ar".

        ShamsiError for another language.

        >>> import shamsi
        >>> (finding,) = shamsi.check("۳۱ مهر ۱۴۰۴")
        >>> finding.translated("fa").detail
        'روز ۳۱ مهر ۱۴۰۴ وجود ندارد: مهر ۳۰ روز دارد'
        """
        return replace(
            self,
            message=translated(self.message, lang),
            detail=translated(self.detail, lang),
            evidence=tuple(translated(sentence, lang) for sentence in self.evidence),
        )

    def describe(self, lang: str = ENGLISH) -> str:
        """Return the finding as people read it: what is wrong, why, and the repairs, line by line.

        `lang` is "en", "fa" or "ar". ShamsiError for another language.

        >>> import shamsi
        >>> (finding,) = shamsi.check("۳۱ مهر ۱۴۰۴")
        >>> print(finding.describe())
        there is no such day
        day 31 of Mehr 1404 does not exist: Mehr has 30 days
        repair: ۳۰ مهر ۱۴۰۴   or   ۱ آبان ۱۴۰۴
        """
        said = self.translated(lang)
        preferred_first = sorted(self.suggestions, key=lambda one: not one.preferred)
        lines = [said.message, said.detail, *said.evidence]
        if preferred_first:
            repairs = repairs_said([one.replacement for one in preferred_first])
            lines.append(repairs.translated(lang))
        return "\n".join(lines)


def repairs_said(texts: Sequence[str]) -> Sentence:
    """Return a sentence that offers repairs.

    >>> repairs_said(["a", "b"])
    'repair: a   or   b'
    """
    offered, *others = texts
    for other in others:
        offered = Sentence("{repair}   or   {other}", repair=offered, other=other)
    return Sentence("repair: {repairs}", repairs=offered)


def dates_of(finding: Finding) -> set[str]:
    """Return the texts of the dates that the sentences of a finding may quote."""
    return {one.text for mention in finding.spans for one in (mention, *mention.parts)}


def rated(
    findings: Sequence[Finding],
    reading: Reading,
    found: Sequence[Found],
    linked: Sequence[Pair],
    least: float,
) -> Iterator[Finding]:
    """Yield the findings of a text with their ids and how sure each is, in its order.

    Those that are less sure than `least` are left out.
    """
    if not findings:
        return
    words = [Words(finding.code, finding.spans) for finding in findings]
    everything = (row.mention for row in reading.found)  # so that no id depends on the options
    ids = ids_of(words, reading.folded.source, everything)
    starts = [row.mention.start for row in found]
    agreed, paired = _in_pairs(linked, "agree"), _in_pairs(linked, "agree", "overlap")
    for finding, name in zip(findings, ids, strict=True):
        grounds = trust.Grounds(
            finding.code,
            finding.spans,
            finding.delta_days,
            finding.diagnosis,
            is_settled=_is_settled(finding),
            around=found,
            at=tuple(bisect_right(starts, mention.start) - 1 for mention in finding.spans),
            agreed=agreed,
            paired=paired,
        )
        confidence = trust.confidence(grounds)
        if confidence >= least:
            yield replace(finding, confidence=confidence, id=name)


def _is_settled(finding: Finding) -> bool:
    """Whether a weekday confirms a side of a pair.

    It does not if that is a lunar day, which may have several weekdays.
    """
    calendars = {mention.calendar for mention in finding.spans}
    return any(
        repair.preferred and "islamic" not in calendars - {repair.calendar}
        for repair in finding.suggestions
    )


def _in_pairs(linked: Sequence[Pair], *verdicts: str) -> set[Mention]:
    """Return the mentions of the pairs with some verdicts."""
    return {
        mention
        for pair in linked
        if pair.verdict in verdicts
        for mention in (pair.left, pair.right)
    }
