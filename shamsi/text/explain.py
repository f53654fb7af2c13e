"""Explain why each date of a text is read as it is, and why similar text is not a date."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from shamsi.formats.names import CALENDAR_NAMES
from shamsi.lang.classes import names_of
from shamsi.lang.fold import LETTERS, Folded
from shamsi.lang.lexicon import lexicon
from shamsi.lang.sentences import Day, Figure, Joined, Sentence, translatable
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.lexer import Lexer, lexer_of
from shamsi.text.grammar.matcher import Grammar, Shape, grammar_of
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.sentences import Token, Words
from shamsi.text.grammar.tokens import Tokens
from shamsi.text.resolve import turki
from shamsi.text.resolve.confidence import confidence
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.options import Languages, Reference, codes
from shamsi.text.resolve.reading import Found, Reading, WindowTrace, drafts_of, reading_of
from shamsi.text.scan import trie
from shamsi.text.scan.scanner import Window
from shamsi.text.scan.trie import END, alternatives

_BEFORE, _AFTER = 48, 32  # characters to read around a month's name outside of all windows
# Numbers that touch are reported as one.
_NUMBERS = compiled("""
    [SHORT three_digits four_digits other_number numeric_date]
    ([inner_point inner_colon inner_slash inner_dash]
     [SHORT three_digits four_digits other_number numeric_date])+
""")
_FULL = 4  # digits of a year with its century
_CALENDARS = frozenset(
    (
        translatable("Solar Hijri"),
        translatable("Gregorian"),
        translatable("lunar Hijri"),
        translatable("Hijri"),
        translatable("Coptic"),
        translatable("Rumi"),
        translatable("Yazdgerdi"),
    )
)
_ASSUMED = frozenset(
    (
        translatable("century"),
        translatable("calendar"),
        translatable("year"),
        translatable("era"),
        translatable("reference"),
        translatable("week"),
        translatable("julian"),
        translatable("borji"),
        translatable("order"),
    )
)
_DECADES = ("decade", "decades")
_LONGEST = 16  # tokens that such numbers may span on either side
_JOINED = (Rejection.DECIMAL, Rejection.CLOCK, Rejection.FRACTION, Rejection.JOINED)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a piece of text is a date, or why it is not one.

    `text` is the caller's string from code point `start` to before `end`. `tokens` are its words,
    with the words around it that decided. `rule` names the pattern that matched, "" if none did.
    `pattern` are the classes of its tokens. Either `mention` is the one that `find` returns, or
    `refusal` names the rule that rejected it. `reasons` are short sentences about what decided,
    what was assumed and how sure that is, or why it was rejected.

    >>> import shamsi
    >>> (score,) = shamsi.explain("هفت صفر به سود ما")
    >>> score.text, score.refusal, score.reasons
    ('هفت صفر', 'moons', ('a number word before «صفر» with no cue of a day: a score, or a count',))
    """

    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    rule: str
    pattern: str
    mention: Mention | None
    refusal: str | None
    reasons: tuple[str, ...]


def explain(
    text: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
) -> list[Explanation]:
    """Explain why each date of a text is read as it is, and why other matches are not dates.

    The explanations are in order and do not overlap. The keywords and errors are those of `find`.
    The mentions are those that it returns, even the least sure. Never raises on content.

    >>> for row in explain("وكالة مهر، 18 مرداد 1404"):
    ...     print(row.text, row.refusal or row.mention.native, row.reasons[0])
    مهر place part of a name: «وكالة» stands before
    18 مرداد 1404 1404-05-18 «مرداد» is a month of the Solar Hijri calendar
    """
    reading = reading_of(
        text, languages=languages, reference=reference, relative=relative, traces=True
    )
    return explained(reading, languages)


def explained(reading: Reading, languages: Languages = None) -> list[Explanation]:
    """Return the explanations of a text that was read with traces."""
    traces, deictic = reading.traces or [], reading.relative
    rows = [_found(row, reading, reading.reference) for row in reading.found]
    known = lexicon(codes(languages))
    lexer, grammar = (
        lexer_of(known, reading.lang, relative=deictic),
        grammar_of(known, reading.lang),
    )
    names = tuple(known.forms("month_numbered", reading.lang))
    misses = [
        *_misses(reading, traces),
        *_passed_over(lexer, grammar, reading.folded, names, traces, relative=deictic),
    ]
    rows += [_rejected(miss, reading.folded) for miss in _apart(misses, reading)]
    return sorted(rows, key=lambda row: row.start)


def _apart(misses: list[_Miss], reading: Reading) -> Iterator[_Miss]:
    """Yield the misses that overlap neither a date nor an earlier miss. Longer ones come first."""
    dates = [(row.mention.start, row.mention.end) for row in reading.found]
    spans = [miss.span(reading.folded) for miss in misses]
    done = 0
    for (start, end), miss in sorted(
        zip(spans, misses, strict=True), key=lambda row: (row[0][0], -row[0][1])
    ):
        k = bisect_right(dates, (start, start))
        clear = max(done, dates[k - 1][1] if k else 0)
        if clear <= start and (k == len(dates) or end <= dates[k][0]):
            yield miss
            done = end


# ---------------------------------------------------------------- near misses


class _Miss(NamedTuple):
    """A match that is not a date, and why."""

    tokens: Tokens
    shape: Shape
    why: Rejection
    calendar: str = ""

    def span(self, folded: Folded) -> tuple[int, int]:
        """Return its place in the source."""
        return folded.span(
            self.tokens.starts[self.shape.first], self.tokens.ends[self.shape.last - 1]
        )


def _misses(reading: Reading, traces: list[WindowTrace]) -> Iterator[_Miss]:
    """Yield everything in the windows that is not a date."""
    dated = {id(draft) for row in reading.found for draft in row.drafts}
    for window, tokens, drafts, rejected in traces:
        yield from (
            _Miss(tokens, _whole(tokens.kinds, shape) if why in _JOINED else shape, why)
            for shape, why in rejected
        )
        yield from (_unread(draft) for draft in drafts if id(draft) not in dated)
        if not drafts and not rejected:
            at = [
                k
                for k, end in enumerate(tokens.ends)
                if tokens.starts[k] < window.last and window.first < end
            ]
            if at:
                last = min(at[-1] + 2, len(tokens.kinds))  # with the word after it
                yield _Miss(tokens, Shape("", at[0], last, at[0]), Rejection.NO_PATTERN)


def _unread(draft: Draft) -> _Miss:
    """Return a date of a calendar that is not read, or that is open."""
    if turki.animal_of(draft):
        return _Miss(draft.tokens, draft.shape, Rejection.ANIMAL)
    eras = [draft.era, *(member.era for member in draft.members)]
    calendar = next((era.calendar for era in eras if era), draft.calendar) or ""
    if not calendar:
        return _Miss(draft.tokens, draft.shape, Rejection.OPEN_YEAR)
    if calendar in CALENDAR_NAMES:  # the lunar date beside it makes it one of another calendar
        calendar = "rumi"
    return _Miss(draft.tokens, draft.shape, Rejection.UNREAD, calendar.capitalize())


def _passed_over(
    lexer: Lexer,
    grammar: Grammar,
    folded: Folded,
    names: tuple[str, ...],
    traces: list[WindowTrace],
    *,
    relative: bool,
) -> Iterator[_Miss]:
    """Yield months' names outside of all windows, which are mostly other words."""
    done = [
        (trace.tokens.starts[0], trace.tokens.ends[-1]) for trace in traces if trace.tokens.kinds
    ]
    text, reported = folded.code, 0
    for found in _any_of(names, "".join(lexer.prefixes)).finditer(text):
        start, end = found.span("name")
        k = bisect_right(done, (start, len(text)))
        if start < max(reported, done[k - 1][1] if k else 0):
            continue
        again: list[WindowTrace] = []
        window = _window(text, start, end)
        drafts_of(grammar, lexer.read(folded, window), window, relative=relative, traces=again)
        tokens = again[0].tokens
        for shape, why in again[0].rejected:
            if start in tokens.starts[shape.first : shape.last] and start >= reported:
                yield _Miss(tokens, shape, why)
                reported = tokens.ends[shape.last - 1]


@cache
def _any_of(names: tuple[str, ...], prefixes: str) -> re.Pattern[bytes]:
    glued = f"[{prefixes}]?" if prefixes else ""
    return trie.compiled(
        rf"(?<![{LETTERS}]){glued}(?P<name>{alternatives(dict.fromkeys(names, END))})"
    )


def _window(text: bytes, start: int, end: int) -> Window:
    """Return the words around a name, within its line."""
    left, right = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    line, blank = text.rfind(b"\n", left, start) + 1, text.find(b" ", left, start)
    low = line or (0 if not left else start if blank < 0 else blank)
    line, blank = text.find(b"\n", end, right), text.rfind(b" ", end, right)
    high = line if line >= 0 else right if right == len(text) else max(blank, end)
    return Window(low, high, start, end)


def _rejected(miss: _Miss, folded: Folded) -> Explanation:
    shape, words = miss.shape, Words(miss.tokens, miss.shape, folded)
    start, end = miss.span(folded)
    reason = words.explanation(miss.why.value, calendar=_calendar(miss.calendar))
    return Explanation(
        start=start,
        end=end,
        text=folded.source[start:end],
        tokens=words.tokens(),
        rule=shape.name,
        pattern=names_of(miss.tokens.kinds[shape.first : shape.last]),
        mention=None,
        refusal=miss.why.label,
        reasons=(reason,),
    )


def _whole(kinds: str, shape: Shape) -> Shape:
    """Extend a number by the numbers that it is joined to."""
    low = max(0, shape.first - _LONGEST)
    for run in _NUMBERS.finditer(kinds, low, shape.last + _LONGEST):
        if run.start() <= shape.first < run.end():
            return replace(shape, first=run.start(), last=run.end(), outer=run.start())
    return shape


# ---------------------------------------------------------------- dates


def _sureness(row: Found, reading: Reading) -> tuple[float, Basis]:
    """Return the confidence of the least sure part of a mention, and its basis."""
    members = [(one, member) for one in row.resolutions for member in one.draft.members]
    parts = row.mention.parts or (row.mention,)
    rows = [
        confidence(one.draft, member, value_of(part), one.assumed, reading.lang)
        for (one, member), part in zip(members, parts, strict=True)
    ]
    return min(rows, key=itemgetter(0))


def _found(row: Found, reading: Reading, reference: dt.date | None) -> Explanation:
    mention, words = (
        row.mention,
        Words(row.tokens, replace(row.drafts[0].shape, last=row.last), reading.folded),
    )
    sure = _sureness(row, reading)
    taken = [Basis.TAKEN] if mention.assumed else []
    bases = dict.fromkeys([*_decisions(row), *_open_days(row, reference), *taken, sure[1]])
    values = {
        "calendar": _calendar(CALENDAR_NAMES[mention.calendar]),
        "reference": Day(reference) if reference else f"{reference}",
        "assumed": Joined(
            tuple(Sentence(one) if one in _ASSUMED else one for one in mention.assumed),
            translatable(" and the "),
        ),
        "confidence": Figure(f"{sure[0]:g}"),
    }
    reasons = [words.explanation(basis.value, **values) for basis in bases]
    return Explanation(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        tokens=words.tokens(),
        rule=mention.rule,
        pattern=names_of(row.tokens.kinds[row.first : row.last]),
        mention=mention,
        refusal=None,
        reasons=(*((mention.problem,) if mention.problem else ()), *reasons),
    )


def _calendar(name: str) -> str:
    """Return the name of a calendar as a sentence, if it has one."""
    return Sentence(name) if name in _CALENDARS else name


def _decisions(row: Found) -> Iterator[Basis]:
    """Yield the bases of the date, its calendar and its year."""
    for resolution in row.resolutions:
        draft, bases, assumed = resolution.draft, resolution.bases, resolution.assumed
        shape, tokens = draft.shape, draft.tokens
        yield from [shape.basis] if shape.basis else []
        yield from bases
        if shape.name == "decade-of-century" and "century" in assumed:
            year = draft.members[0].year
            yield Basis.THIS_CENTURY if year and year.value >= 2000 else Basis.LAST_CENTURY
        if shape.name in _DECADES and "century" in assumed and draft.members[0].year:
            yield from [Basis.JOINED_DECADES] if draft.members[0].year.width == _FULL else []
        is_beside = Basis.CENTURY_BESIDE in bases
        if (
            draft.kind == "year"
            and not is_beside
            and any(m.year and m.year.width > tokens.number(m.first).width for m in draft.members)
        ):
            yield Basis.SHORT_END


def _open_days(row: Found, reference: dt.date | None) -> Iterator[Basis]:
    """Yield the reason if its Gregorian days are unknown."""
    mention, draft = row.mention, row.drafts[0]
    value = value_of(mention)
    if mention.earliest or mention.problem:
        return
    if mention.kind == "relative":
        yield Basis.OUT_OF_RANGE if reference else Basis.UNDATED
    elif not value.is_yearless:
        season = mention.kind == "season" and mention.calendar != "persian"
        yield (
            Basis.BEFORE_CHRIST
            if value.is_bce
            else Basis.OPEN_SEASON
            if season
            else Basis.OUT_OF_RANGE
        )
    elif mention.kind == "event":
        yield Basis.NAMED_DAY
    elif draft.deictic == "same":
        yield Basis.SAME_YEAR
    elif reference is None:
        yield Basis.NO_REFERENCE
    else:
        yield Basis.NO_NEAR_YEAR
