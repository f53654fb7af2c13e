"""Decide whether an Arabic «ش» is the mark of Iran's Solar era, and not of the Coptic one."""

from __future__ import annotations

import re
from functools import cache

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded, fold_form
from shamsi.lang.lexicon import Lexicon
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Tokens

_PLACE = codes_of("place")
_REACH = 5  # tokens before a year in which a publisher's place may stand
_MODERN, _NEAR_IRAN = (1300, 1420), (1240, 1420)  # Solar years with the mark alone
_BEHIND_HIJRA = (621, 622)  # Gregorian years less the Solar ones that overlap them
# «1342 ش (1963م)», «(1342 ش / 1963 م)»
_gregorian = compiled("closing? [opening slash inner_slash same] year_word? (?P<year>four_digits)")
_LETTER = r"[^\W\d_]"


def is_solar(tokens: Tokens, first: int, year: int, *, near_iran: bool) -> bool:
    """Whether a year with «ش» from token `first` is Solar.

    It must be modern, and the text name Iran or a Gregorian year that agrees. A publisher's place
    before it is enough, too.
    """
    if _NEAR_IRAN[0] <= year <= _NEAR_IRAN[1] and (near_iran or _agrees(tokens, first, year)):
        return True
    is_placed = _PLACE in tokens.kinds[max(0, first - _REACH) : first]
    return is_placed and _MODERN[0] <= year <= _MODERN[1]


def _agrees(tokens: Tokens, first: int, year: int) -> bool:
    """Whether the year is followed by the Gregorian one that begins or ends in it."""
    at = next(k for k in range(first, len(tokens.kinds)) if tokens.number(k).value == year)
    found = _gregorian.match(tokens.kinds, at + 2)
    return found is not None and tokens.number(found.start("year")).value - year in _BEHIND_HIJRA


def names_iran(folded: Folded, lexicon: Lexicon) -> bool:
    """Whether a text names a place of Iran or where someone is from, and no Copts."""
    iran, copts = _searches(lexicon)
    return iran.search(folded.text) is not None and copts.search(folded.text) is None


@cache
def _searches(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a search for words of Iran, and one for words of the Copts."""
    tables = [language.tables for language in lexicon.languages.values()]
    places, people, others = (
        "|".join(
            {re.escape(fold_form(form)) for table in tables for form in getattr(table.solar, key)}
        )
        for key in ("places", "people", "others")
    )
    attached = "".join(
        {letter for table in tables for letter in table.prefixes if letter.isalpha()}
    )
    articles = "|".join({language.opening.article for language in lexicon.languages.values()})
    prefix = f"(?<!{_LETTER})[{attached}]?" if attached else f"(?<!{_LETTER})"
    iran = f"{prefix}(?:{places or '(?!)'}|(?:{articles})?(?:{people or '(?!)'}))(?!{_LETTER})"
    return re.compile(iran), re.compile(
        f"{prefix}(?:{articles})?(?:{others or '(?!)'})(?!{_LETTER})"
    )
