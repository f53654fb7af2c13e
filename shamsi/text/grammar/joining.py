"""Join and replace the tokens of a window that mean something together, step by step.

Each step is a row of a table: the classes that call for it, and what reads them. Most windows have
none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shamsi.lang.fold import Folded
from shamsi.lang.lexicon import Lexicon
from shamsi.lang.schema import CountedTimes
from shamsi.text.grammar import capitals, compounds, glued, letters, markup, ordinal_nouns
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.counted_times import WORDS, Counter, cleaned
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.weekday_names import WeekdayNames

_Calls = Callable[[str], object]  # a search in the classes of a window
_Read = Callable[[list[Row], str, Folded], list[Row]]


@dataclass(frozen=True)
class Step:
    """A pattern of classes, and what reads a window that has it; without one, any window.

    It returns the same list if nothing changes.
    """

    pattern: str
    read: _Read


class Joiner:
    """The steps for the documents in one language."""

    def __init__(
        self,
        lexicon: Lexicon,
        lang: str | None,
        numerals: compounds.Numerals,
        article: str,
        *,
        relative: bool,
        signs: bool,
    ) -> None:
        """Take the words with the meanings that they have in documents in this language.

        Without `signs`, vowel signs and capitals are ignored.
        """
        self._lexicon, self._lang = lexicon, lang
        self._numerals, self._article = numerals, article
        self._relative, self._signs = relative, signs
        self._marked = [_compiled(step) for step in self._of_marked()]
        words = [*self._of_words()]
        self._words = [_compiled(step) for step in words]
        # It begins with a set of classes, to which a search skips.
        sets = [step.pattern[1:-1] for step in words]
        self._has_words: _Calls = compiled(f"[{' '.join(sets)}]").search if all(sets) else bool
        self._layout = [_compiled(step) for step in self._of_layout()]

    def _of_marked(self) -> Iterator[Step]:
        """Yield the steps that read vowel signs."""
        if not self._signs:
            return
        vowelled = self._lexicon.vowelled(self._lang)
        yield Step(
            compounds.NAMES,
            lambda rows, _, folded: compounds.other_words(rows, folded, vowelled),
        )
        yield Step(
            compounds.AFTER_TWO_NUMBERS,
            lambda rows, _, folded: compounds.counted_nouns(rows, folded),
        )

    def _of_words(self) -> Iterator[Step]:
        """Yield the steps that single words call for: each has a set of classes, or none."""
        lexicon, lang = self._lexicon, self._lang
        own = lexicon.languages[lang].opening if lang else None
        is_cased = own is not None and own.capitals
        cased = capitals.CASED if is_cased else capitals.EITHER
        if self._signs:
            yield Step(cased, lambda rows, _, folded: capitals.read(rows, folded))
        yield Step("[year_ordinal]", lambda rows, _kinds, _folded: compounds.year_ordinals(rows))
        numerals, nouns, article = self._numerals, lexicon.counted_nouns(lang), self._article
        yield Step(
            "[day_in_words]", lambda rows, _, folded: compounds.numbers(rows, folded, numerals)
        )
        if not set(lexicon.forms("observance", lang)).isdisjoint(lexicon.forms("MONTH", lang)):
            yield Step("[MONTH]", lambda rows, _kinds, _folded: compounds.feasts(rows))
        known = lexicon.visible(lang) if self._relative else ()
        counters = [Counter(one) for one in known if one.tables.counted_times != CountedTimes()]
        if counters:
            yield Step("", lambda rows, kinds, folded: _counted(counters, rows, kinds, folded))
        yield Step(
            "[ordinal]",
            lambda rows, kinds, folded: ordinal_nouns.other_words(
                rows, kinds, folded, nouns, article
            ),
        )
        yield Step("[animal_year]", lambda rows, _kinds, _folded: letters.years(rows))
        yield Step("[lunar_lead]", lambda rows, _kinds, _folded: letters.months(rows))
        yield Step("[weekday]", WeekdayNames(lexicon, lang).other_words)

    def _of_layout(self) -> Iterator[Step]:
        """Yield the steps that marks, blanks and places beside each other call for."""
        article = self._article
        if article:
            yield Step(
                glued.ARTICLES,
                lambda rows, kinds, folded: glued.without_articles(rows, kinds, folded, article),
            )
        yield Step(markup.TANGLED, markup.removed)
        yield Step(glued.DAYS_BEHIND, lambda rows, kinds, _: glued.glued_days(rows, kinds))
        yield Step(compounds.TWO_MONTHS, lambda rows, _kinds, _folded: compounds.month_names(rows))

    def read(self, rows: list[Row], kinds: str, folded: Folded) -> tuple[list[Row], str]:
        """Return the tokens of a window after all steps, and their classes."""
        if folded.is_marked:
            rows, kinds = _read(self._marked, rows, kinds, folded)
        if self._has_words(kinds):
            rows, kinds = _read(self._words, rows, kinds, folded)
        return _read(self._layout, rows, kinds, folded)


def _compiled(step: Step) -> tuple[_Calls, _Read]:
    return compiled(step.pattern).search if step.pattern else bool, step.read


def _read(
    steps: list[tuple[_Calls, _Read]], rows: list[Row], kinds: str, folded: Folded
) -> tuple[list[Row], str]:
    """Take the steps that a window calls for."""
    for calls, read in steps:
        if calls(kinds) and (changed := read(rows, kinds, folded)) is not rows:
            rows, kinds = changed, "".join([row[0] for row in changed])
    return rows, kinds


def _counted(counters: list[Counter], rows: list[Row], kinds: str, folded: Folded) -> list[Row]:
    """Join the times that are counted, and leave the words that count nothing without a class."""
    joined = rows
    for counter in counters:
        joined = counter.join(joined, folded)
    return rows if joined is rows and WORDS.isdisjoint(kinds) else cleaned(joined)
