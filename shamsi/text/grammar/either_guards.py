"""Guards of months that may stand on either side of their day: August 9, 9 August."""

from __future__ import annotations

from shamsi.text.grammar.guard_conditions import has_far_year, is_gregorian, is_short_behind
from shamsi.text.grammar.guard_rows import Guard, Table
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.twin_conditions import has_twin, is_twin

_DAY_CUES = """
    [preposition range between date_word day_word weekday into] of?
    | weekday comma of? | EITHER [day day0 ordinal] suffix? comma? and
"""
# October 21 to October 25, 2025: the year of the end
_DATED_BEHIND = """
    (comma? and | comma | range | dash | inner_dash) of?
    ([day day0 ordinal] suffix? of? EITHER | EITHER [day day0 ordinal] suffix?) comma? four_digits
"""
_ENDS = "(?![other_word day_in_words COUNT SHORT three_digits four_digits other_number title])"
_JOINED_TWIN = "[slash inner_slash] [day day0] suffix? of? EITHER [three_digits four_digits]"
_BEHIND_SHORT_TWIN = "EITHER [SHORT three_digits] [slash inner_slash]"
_PLACE = "(^ | line_end) [other_word place]{1,2} comma"
_AGENCY = "opening [other_word place] | dash"
EITHER_DAY = Table(
    Guard(Rejection.FAR_YEAR, core="four_digits", when=has_far_year),
    Guard(None, core="four_digits | [era era_mark] $"),
    # 10 Muharram 61 AH (10 October 680), 12 Rajab 541/18 December 1146
    Guard(None, core="EITHER three_digits $", before="[era era_mark] [opening slash]"),
    Guard(None, core="EITHER [SHORT three_digits] $", behind=_JOINED_TWIN),
    Guard(None, core="EITHER three_digits $", before=_BEHIND_SHORT_TWIN),
    # TEHRAN, Aug. 9 (IRNA)
    Guard(
        None,
        core="^ EITHER day",
        before=_PLACE,
        behind=_AGENCY,
    ),
    Guard(Rejection.COUNTED, core="[day day0 ordinal] $", behind="[counted year_in_words]"),
    Guard(Rejection.SHORT_YEAR, core="EITHER [SHORT three_digits] $", when=is_short_behind),
    Guard(None, core="deictic"),
    Guard(None, behind="[opening suffix]", when=has_twin),
    Guard(None, behind="[slash inner_slash same range]", when=has_twin),
    Guard(None, when=is_twin),
    Guard(None, core="^ [day day0 ordinal] suffix? of EITHER", before="[of preposition]"),
    Guard(None, behind=_DATED_BEHIND),
    Guard(None, core="^ [day day0] EITHER $", before="[preposition weekday]", behind=_ENDS),
    Guard(Rejection.HOMOGRAPH, core="either_dated"),
    Guard(Rejection.NUMBERED, before="[number_context hour]"),
    Guard(None, core="either_cued"),
    Guard(Rejection.BARE_MONTH, core="^ day_in_words"),
    Guard(None, core="suffix | ordinal (?! EITHER)"),
    Guard(None, before=_DAY_CUES),
    Guard(None, before="opening", behind="closing"),
    Guard(None, core="^ EITHER", before="(^ | full_stop | line_end)", behind="[after_year comma]"),
    Guard(Rejection.BARE_MONTH),
)
EITHER_MONTH = Table(
    Guard(Rejection.COUNTED, core="four_digits $", behind="COUNT"),
    Guard(Rejection.FAR_YEAR, core="four_digits", when=has_far_year),
    Guard(
        Rejection.HOMOGRAPH,
        core="^ either_dated .* four_digits",
        behind="[other_word day_in_words]",
        when=is_gregorian,
    ),
    Guard(None, core="four_digits"),
    Guard(Rejection.SHORT_YEAR, core="[SHORT three_digits year_in_words tens_in_words]"),
    Guard(None, core="deictic"),
    Guard(None, before="[month_word month_lead]"),
    Guard(Rejection.HOMOGRAPH, core="either_dated"),
    Guard(Basis.MONTH_CUE, core="^ either_numbered $", before="into", behind=_ENDS),
    Guard(Rejection.BARE_MONTH, core="either_numbered"),
    Guard(Rejection.PLACE, before="stop other_mark?"),
    Guard(Basis.MONTH_CUE, core="^ . $", before="[preposition into range modifier between half]"),
    Guard(Basis.MONTH_CUE, core="^ . $", before="modifier dash"),
    Guard(None, before="[preposition into range modifier between half]"),
    Guard(Basis.MONTH_CUE, core="^ . $", before="of", behind="[range dash]"),
    Guard(Rejection.UNCUED_MONTH),
)
