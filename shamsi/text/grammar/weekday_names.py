"""Tell weekdays from names: of people called Friday, and weekdays that belong to another day."""

from __future__ import annotations

import re
from functools import cache, cached_property

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded, fold_form
from shamsi.lang.language import load
from shamsi.lang.lexicon import Lexicon
from shamsi.text.grammar.compounds import Row

_WEEKDAY = codes_of("weekday")
_OTHER, _SAME, _DAY_WORD, _LINE_END = map(codes_of, ("other_word", "same", "day_word", "line_end"))
_BEFORE_DAYS = frozenset(
    codes_of("""
        day_word date_word weekday relative modifier ordinal preposition into range between and or
        of same comma colon dash slash full_stop opening closing line_end other_mark
    """)
)
_NAMES = frozenset(codes_of("other_word stop title"))  # classes of words that a name may follow
_PAUSES = frozenset(codes_of("comma dash"))
_BYLINE = 48  # characters before a weekday in which a byline may begin
_FORENAMES = 3  # words of an author's name before the last one
_begins_line = re.compile(rf"(?:^|[\n|]) *(?:[\x80-\uffff]+ +){{1,{_FORENAMES}}}$").search


class WeekdayNames:
    """The weekdays that may be names in the words of one language, and the words that show it."""

    def __init__(self, lexicon: Lexicon, lang: str | None) -> None:
        """Take the words with the meanings that they have in documents in a language."""
        self._lexicon, self._lang = lexicon, lang

    @cached_property
    def _byline(self) -> re.Pattern[str]:
        """A pattern for a byline up to the last word of the name."""
        tables = [one.tables.weekday_names for one in self._lexicon.visible(self._lang)]
        bylines = {fold_form(form) for table in tables for form in table.bylines}
        words = "|".join(re.escape(form).replace(":", " *:") for form in bylines) or "(?!)"
        return re.compile(rf"(?:^|[^\x80-\uffff])(?:{words})[: ]*(?P<name>(?:[\x80-\uffff]+ +)+)$")

    @cached_property
    def _relative(self) -> frozenset[str]:
        """The words for yesterday, today and other times that count from the day of writing."""
        return frozenset(self._lexicon.forms("relative", self._lang))

    def other_words(self, rows: list[Row], kinds: str, folded: Folded) -> list[Row]:
        """Replace weekdays that are names, or that belong to yesterday or another day."""
        changed = rows
        at = kinds.find(_WEEKDAY, 1)
        while at >= 0:
            if self._is_name(rows, kinds, at, folded) or self._is_apart(rows, kinds, at, folded):
                changed = [*changed[:at], (_OTHER, *rows[at][1:3], None, None), *changed[at + 1 :]]
            at = kinds.find(_WEEKDAY, at + 1)
        return changed

    def _is_name(self, rows: list[Row], kinds: str, at: int, folded: Folded) -> bool:
        """Whether a weekday is the name of a person, which other words precede.

        A bar ends a name: «سالار جمعه | ۲ تیر». A comma or a dash does only after a byline, or in a
        line that has a name and a date, and no other words.
        """
        if kinds[at - 1] in _BEFORE_DAYS:
            return False
        _, start, end, _, lexeme = rows[at]
        people, bare = _names(lexeme.lang if lexeme else "")
        form = folded.read(start, end)
        if form in bare:
            return True
        after = kinds[at + 1 : at + 2]
        if form not in people or not after or kinds[at - 1] not in _NAMES:
            return False
        if after == _SAME:
            return rows[at + 1][4] is None
        if after not in _PAUSES:
            return False
        before = "," * (start > _BYLINE) + folded.read(max(0, start - _BYLINE), start)
        article = load(lexeme.lang).opening.article if lexeme else ""
        has_article = bool(article) and form.startswith(article)
        if not has_article and _OTHER not in kinds[at + 1 :].partition(_LINE_END)[0]:
            return bool(_begins_line(before)) or self._is_byline(before, _FORENAMES)
        return self._is_byline(before, 1 if has_article else _FORENAMES)

    def _is_byline(self, before: str, most: int) -> bool:
        """Whether the words of an author's name precede a weekday.

        A weekday with an article is the surname only if it would be the second word of the name.
        """
        found = self._byline.search(before)
        return found is not None and len(found["name"].split()) <= most

    def _is_apart(self, rows: list[Row], kinds: str, at: int, folded: Folded) -> bool:
        """Whether the weekday is that of yesterday, and the day has a word for day.

        «أمس الأحد يوم 12 مارس»
        """
        if kinds[at + 1 : at + 2] != _DAY_WORD:
            return False
        end = rows[at - 1][2]
        starts = [row[1] for row in rows[max(0, at - 2) : at]]
        return rows[at + 1][3] == "day" and any(
            folded.read(start, end) in self._relative for start in starts
        )


@cache
def _names(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the weekdays of a language that name people, and those that do so after any word."""
    names = load(lang).tables.weekday_names if lang else None
    people, bare = (names.people, names.bare) if names else ((), ())
    return frozenset(map(fold_form, people)), frozenset(map(fold_form, bare))
