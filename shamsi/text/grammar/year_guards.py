"""Tables of guards for years: in which context a number is one."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.guard_conditions import (
    follows_number_noun,
    follows_numbered_noun,
    is_another_year,
    is_called,
    is_cautious,
    is_circa,
    is_glued,
    is_in_western_text,
    is_led,
    is_led_bce,
    is_of_pages,
    is_part,
    is_unnamed,
)
from shamsi.text.grammar.guard_rows import NEAR, Guard, Table, Years
from shamsi.text.grammar.list_conditions import (
    is_before_other_era,
    is_behind_other_era,
    is_far_off,
    is_far_pair,
    is_full,
    is_full_and_odd,
    is_mixed_pair,
    is_near_pair,
    is_near_row,
    is_next_pair,
    is_next_year,
    is_no_school_year,
    is_rising,
    is_rising_era,
    is_rising_pair,
    is_run_of_years,
    is_season,
    is_short_pair,
)
from shamsi.text.grammar.mark_conditions import (
    is_led_by_era,
    is_life,
    is_marked,
    is_marked_twice,
    is_row_marked,
)
from shamsi.text.grammar.observance_guards import is_after_days
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.relative_conditions import is_bound
from shamsi.text.grammar.year_beside import (
    JOINED_BEFORE,
    JOINED_BEHIND,
    ends_in_its_calendar,
    is_alternative,
    is_beside_year,
    is_one_year,
)

# Numbers that are years only with a word for year.
SMALL = frozenset(codes_of("day day0 three_digits tens_in_words day_in_words"))
WESTERN = Years(((1850, 2035),))
PRINTED = Years(((1240, 1450), (1850, 2035)))  # for books
ANY = Years(((1200, 2100),))
FIFTIES = Years(every=50)
# All hundreds but these are counts in places where counts stand, too.
ODD_HUNDREDS = Years(every=100, but=(1300, 1400, 1900, 2000))
HUNDREDS = Years(every=100)

# Numbers of something else, and counts.
COUNTS = (
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.NUMBERED, core="^ four_digits", before="NUMBERED_RUN"),
    Guard(Rejection.COUNTED, behind="COUNTED"),
)
# The same in brackets: «ماده (1287)», «با حضور (1395) نفر». A year follows a title or an event.
_COUNTS_IN_BRACKETS = (
    Guard(
        Rejection.NUMBERED,
        before="NUMBERED_IN_BRACKETS",
        behind="[closing other_mark dash inner_dash range]",
        when=follows_number_noun,
    ),
    Guard(
        Rejection.NUMBERED,
        before="(^ | [^NUMERALS]) counted opening",
        behind="closing",
        when=follows_numbered_noun,
    ),
    Guard(
        Rejection.COUNTED,
        before="""
            (^ | [^NUMERALS MONTH era era_mark other_mark closing event yearly year_word]) opening
        """,
        behind="closing COUNT",
    ),
)
SHORT = Table(
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.COUNTED, behind="SHORT_COUNTED"),
    Guard(Rejection.JOINED, behind="inner_dash"),
    Guard(Rejection.NO_DAY, core="^ [two_digits three_digits] $", behind="MONTH"),
    Guard(Rejection.SHORT),
)
# After a word for year, any four digits are a year. Two digits are one unless they count something.
# Small numbers are not.
CUED = Table(
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.SHORT_YEAR, core="^ (?! four_digits $)", when=is_cautious),
    Guard(Basis.CUE, core="^ four_digits $"),
    Guard(Rejection.COUNTED, behind="COUNTED"),
    Guard(Rejection.SMALL, core="^ [day day0] $", behind="[other_word day_in_words]"),
    Guard(Rejection.SMALL, core="^ day $", years=Years(((0, 9),))),
    Guard(Rejection.SMALL, core="^ day_in_words $", years=Years(((0, 30),))),
    Guard(Basis.CUE),
)


def _placed(
    basis: Basis,
    *,
    years: Years = ANY,
    rounds: Years | None = None,
    before: str = "",
    behind: str = "",
) -> tuple[Guard, ...]:
    """Return the rows of a place in which a bare number of four digits is a year.

    Numbers in `rounds` and numbers outside `years` are rejected.
    """
    rows = [Guard(Rejection.ROUND, years=rounds, before=before, behind=behind)] if rounds else []
    if years is NEAR:  # a year after a word of a language with Gregorian years is not Solar
        rows.append(Guard(basis, years=WESTERN, before=before, behind=behind))
        rows.append(Guard(Rejection.FAR, when=is_in_western_text, before=before, behind=behind))
    return (
        *rows,
        Guard(basis, years=years, before=before, behind=behind),
        Guard(Rejection.FAR, before=before, behind=behind),
    )


# The same year again, in brackets.
_BEHIND_YEAR = "[four_digits three_digits SHORT era era_mark] opening"
# «نهم ژوئن (۱۹ خرداد) ۱۹۵۲»: the year of the day before the bracket.
_OUTSIDE = """
    MONTH month_word? opening [same preposition day_word date_word weekday]*
    [day day0 ordinal day_in_words] [of suffix]* MONTH month_word? closing
"""
# Places of a bare number of four digits. A longer pattern precedes a shorter one.
PLACES = Table(
    Guard(Rejection.COUNTED, before=_BEHIND_YEAR, behind="closing counted", when=is_another_year),
    Guard(Basis.CONNECTOR, before=JOINED_BEFORE, when=is_beside_year),
    Guard(Basis.CONNECTOR, behind=JOINED_BEHIND, when=is_beside_year),
    Guard(Basis.OUTSIDE, before=_OUTSIDE, years=ANY),
    Guard(Basis.ROW, before="or", when=is_alternative),
    Guard(Basis.ROW, behind="or", when=is_alternative),
    # «القرن الثاني عشر الميلادي (1187)»
    Guard(
        Basis.BRACKETS,
        before="century [ordinal day day0 day_in_words]{1,2} [era era_mark school]{0,2} opening",
        behind="closing",
    ),
    *_placed(Basis.BRACKETS, years=NEAR, before=_BEHIND_YEAR, behind="closing counted"),
    *_placed(Basis.BRACKETS, before=_BEHIND_YEAR, behind="closing"),
    *_placed(
        Basis.BRACKETS, years=NEAR, rounds=ODD_HUNDREDS, before="opening", behind="closing counted"
    ),
    *_placed(Basis.BRACKETS, rounds=ODD_HUNDREDS, before="opening", behind="closing"),
    *_placed(
        Basis.EVENT,
        before="[event yearly] [other_word era school]{0,2} (dash [other_word place]{1,2})?",
    ),
    Guard(Basis.EVENT, before="[holidays day_word] observance", years=ANY, when=is_after_days),
    *_placed(Basis.TITLE, years=NEAR, rounds=FIFTIES, before="other_word", behind="other_mark"),
    *_placed(
        Basis.CITATION,
        before="opening [other_word and full_stop other_mark]{1,5} comma",
        behind="[colon closing comma inner_colon]",
    ),
    *_placed(  # the next one: «(حبیبی، ۱۳۶۷: ۱۱۲؛ کهزاد، ۱۳۲۵: ۲۳)»
        Basis.CITATION,
        before="NUMBER [comma other_mark] [other_word and full_stop other_mark]{1,5} comma",
        behind="[colon closing comma inner_colon]",
    ),
    *_placed(
        Basis.FIELD,
        years=NEAR,
        before="[other_word year_word date_word] same",
        behind="[same closing]",
    ),
    *_placed(
        Basis.PUBLISHER,
        before="place ([comma colon] [other_word title]{1,3} comma)?",
        behind="(?![other_word day_in_words year_word])",
    ),
    *_placed(
        Basis.PREPOSITION,
        rounds=ODD_HUNDREDS,
        before="into comma?",
        behind="(?![other_word day_in_words year_word deictic])",
    ),
    *_placed(
        Basis.PREPOSITION,
        rounds=ODD_HUNDREDS,
        before="link",
        behind="(postposition | link modifier postposition)",
    ),
    *_placed(Basis.CLOSING, years=NEAR, before="comma", behind="full_stop? (line_end | $)"),
    *_placed(
        Basis.LIFE,
        before="opening",
        behind="[dash inner_dash] ([closing day day0 ordinal four_digits] | $)",
    ),
    Guard(  # «(حمص 1913 - إدلب 1988م)»
        Basis.PLACES,
        years=ANY,
        before="opening [other_word place comma]{1,4}",
        behind="[dash inner_dash] [other_word place comma]{1,4} four_digits ANY_ERA closing",
        when=ends_in_its_calendar,
    ),
    *_placed(Basis.PLACES, before="opening", behind="place [comma dash]"),
    *_placed(Basis.PLACES, before="[dash inner_dash]", behind="place closing"),
    *_placed(Basis.COMMAS, years=NEAR, before="(?<!NUMBER) comma", behind="comma (?!NUMBER)"),
    *_placed(Basis.HEADING, before="(^ | line_end) other_mark?", behind="colon"),
    *_placed(
        Basis.PERIOD,
        years=NEAR,
        rounds=HUNDREDS,
        before="range",
        behind="(?![day_in_words year_word other_word])",
    ),
    *_placed(
        Basis.PERIOD,
        years=NEAR,
        rounds=ODD_HUNDREDS,
        before="[preposition date_word]",
        behind="(?![day_in_words year_word])",
    ),
    *_placed(
        Basis.PERIOD,
        years=NEAR,
        rounds=ODD_HUNDREDS,
        before="[modifier deictic]",
        behind="(?![day_in_words year_word other_word])",
    ),
    *_placed(  # «یاسای ژمارە ٢٦ی ١٩٦٣»
        Basis.LAW,
        years=WESTERN,
        before="number_context colon? [SHORT three_digits] suffix",
        behind="(?![COUNT day_in_words year_word])",
    ),
    *_placed(  # «لە ١٩١٩ەوە تا ١٩٢٤»
        Basis.PERIOD,
        years=NEAR,
        before="[four_digits era] enclitic range",
        behind="(?![COUNT day_in_words year_word])",
    ),
    *_placed(Basis.IMPRINT, behind="place four_digits"),
    *_placed(
        Basis.NOUN,
        years=NEAR,
        rounds=FIFTIES,
        before="[into modifier deictic]",
        behind="other_word",
    ),
    Guard(Rejection.UNPLACED),
)
# In languages in which four digits are seldom a year without a cue, as in English.
OF_PROSE = Years(((1600, 2035),))
_OUR_TIME = Years(((1850, 2035),))
_ENDS = "(?![other_word day_in_words year_word COUNT MONTH])"
_LIFE = Years(((1501, 2035),))
CAUTIOUS = Table(
    Guard(Rejection.COUNTED, before=_BEHIND_YEAR, behind="closing counted", when=is_another_year),
    Guard(Basis.CONNECTOR, before=JOINED_BEFORE, when=is_beside_year),
    Guard(Basis.CONNECTOR, behind=JOINED_BEHIND, when=is_beside_year),
    Guard(Basis.OUTSIDE, before=_OUTSIDE, years=ANY),
    Guard(Rejection.GLUED, before="opening", when=is_called),
    Guard(Basis.FIELD, before="year_word [same colon] opening?", years=PRINTED),
    Guard(Basis.BRACKETS, before=_BEHIND_YEAR, behind="closing", years=ANY),
    Guard(Rejection.ROUND, before="opening", behind="closing", years=ODD_HUNDREDS),
    Guard(Basis.BRACKETS, before="opening", behind="closing", years=_OUR_TIME),
    Guard(
        Basis.BRACKETS,
        before="[other_word full_stop] opening",
        behind="comma number_context",
        years=_OUR_TIME,
    ),
    Guard(Basis.PERIOD, before="date_word", behind=_ENDS, years=_LIFE, when=is_life),
    Guard(Rejection.ROUND, before="[into modifier]", years=ODD_HUNDREDS),
    Guard(Basis.PREPOSITION, before="into comma?", behind=_ENDS, years=OF_PROSE),
    Guard(Rejection.ROUND, before="preposition", years=HUNDREDS, when=is_bound),
    Guard(Basis.PREPOSITION, before="preposition", behind=_ENDS, years=_OUR_TIME, when=is_bound),
    Guard(Basis.PERIOD, before="modifier dash?", behind=_ENDS, years=OF_PROSE, when=is_part),
    Guard(Basis.PERIOD, before="modifier", behind=_ENDS, years=OF_PROSE, when=is_circa),
    Guard(Basis.PERIOD, before="date_word colon?", behind=_ENDS, years=OF_PROSE),
    Guard(
        Basis.CITATION,
        before="opening [other_word and full_stop]{1,5} comma",
        behind="[closing comma]",
        years=_OUR_TIME,
    ),
    Guard(Rejection.UNPLACED),
)
# 1925–79, of which the end has two digits
_SHORT_END = "^ four_digits [inner_dash dash] SHORT $"
CAUTIOUS_ROWS = Table(
    Guard(
        Basis.ROW,
        core="[inner_dash dash range]",
        before="date_word modifier?",
        years=_LIFE,
        when=is_rising_pair,
    ),
    Guard(
        Basis.ROW,
        core="[inner_dash slash]",
        before="([era era_mark] | era_mark full_stop? four_digits) [opening slash inner_slash]",
        when=is_next_year,
    ),
    Guard(
        Basis.ROW,
        core="^ four_digits inner_dash four_digits $",
        before="opening",
        behind="closing",
        years=OF_PROSE,
        when=is_rising_era,
    ),
    Guard(
        Basis.ROW,
        core=_SHORT_END,
        before="opening",
        behind="closing",
        years=OF_PROSE,
        when=is_rising_pair,
    ),
    Guard(
        Basis.ROW,
        core=_SHORT_END,
        before="[into between modifier preposition]",
        behind=_ENDS,
        years=OF_PROSE,
        when=is_rising_pair,
    ),
    Guard(
        Basis.CONNECTOR,
        core="^ three_digits inner_slash four_digits $",
        when=is_one_year,
    ),
    Guard(
        Basis.CONNECTOR,
        core="^ three_digits inner_slash three_digits $",
        before="[opening date_word into preposition modifier]",
        when=is_one_year,
    ),
    Guard(Rejection.ROW, when=is_far_off),
    Guard(Basis.ROW, core="inner_dash", when=is_rising),
    Guard(Basis.ROW, before="[into between modifier preposition]", behind=_ENDS, when=is_rising),
    Guard(Basis.ROW, core="comma", when=is_run_of_years),
    Guard(Rejection.ROW),
)
_HELD = "[event yearly] other_word{0,2}"  # «معرض جيتكس 2010 مشروع»: the year of the fair
# The end of a number in words whose beginning is not read: «… وثلاثين للهجرة».
_TAIL = Guard(
    Rejection.TAIL,
    core="^ [day_in_words tens_in_words year_in_words]",
    before="(^ | [other_word line_end other_mark number_context full_stop]) and",
)
YEAR = Table(
    Guard(SHORT, core="^ SMALL $", when=is_unnamed),
    _TAIL,
    Guard(Rejection.GLUED, when=is_glued),
    Guard(None, core="ordinal", when=is_led),  # سال چهلم هجری
    Guard(None, core="^ other_number", when=is_led_bce),  # 3100 ق.م
    # «سال سوم هجری», «سنة ثلاث للهجرة», but «two solar panels»
    Guard(None, core="^ day_in_words era", when=is_led),
    Guard(Rejection.UNCUED_ERA, core="^ other_number | ordinal | ^ day_in_words era"),
    Guard(None, core="era"),
    Guard(None, core="era_mark", before="slash"),
    Guard(None, core="era_mark", before=_BEHIND_YEAR, behind="closing"),
    Guard(None, core="era_mark", when=is_marked),
    Guard(
        None,
        core="^ [SHORT three_digits] era_mark",
        behind="[slash inner_slash opening] NUMBER [era era_mark]",
        when=is_marked_twice,
    ),
    Guard(None, core="era_mark", when=is_led),
    Guard(None, core="era_mark", before=JOINED_BEFORE, when=is_beside_year),
    Guard(Rejection.WEAK_MARK, core="era_mark"),
    Guard(CUED, when=is_led),
    Guard(SHORT, core="^ (?! (two_digits | four_digits) $)"),
    Guard(SHORT, core="^ two_digits $", before="(^ | [^yearly])"),
    Guard(Rejection.COUNTED, core="^ four_digits $", before=_HELD, behind="counted", years=FIFTIES),
    Guard(Basis.HELD, core="^ four_digits $", before=_HELD, behind="counted", years=WESTERN),
    Guard(Rejection.COUNTED, core="^ four_digits $", before=_HELD, behind="counted"),
    *COUNTS,
    *_COUNTS_IN_BRACKETS,
    Guard(Rejection.COUNTED, core="^ four_digits $", behind="day_in_words"),
    Guard(Rejection.PLACE, core="^ two_digits $", before="stop other_word? yearly"),
    Guard(Basis.GAMES, core="^ two_digits $"),  # المپیک ۹۲, بودجه ۸۴
    Guard(Basis.PAGES, behind="number_context", years=PRINTED, when=is_of_pages),
    Guard(Rejection.FAR, behind="number_context", when=is_of_pages),
    Guard(CAUTIOUS, when=is_cautious),
    Guard(PLACES),
)
YEAR_BEHIND_ERA = Table(
    Guard(Rejection.NUMBERED, before="number_context"),
    Guard(Rejection.WEAK_MARK, before="[NUMERALS]"),
    Guard(None, core="^ era_mark full_stop? [three_digits four_digits]", when=is_led_by_era),
    Guard(
        None,
        core="^ era_mark full_stop? SHORT",
        before="[into preposition modifier between range of opening date_word]",
        when=is_led_by_era,
    ),
    Guard(Rejection.WEAK_MARK),
)
_LED_ROW = (
    ("opening", "closing"),
    ("[into event yearly]", ""),
    ("[event yearly] [other_word school]{1,2}", ""),
)
YEARS = Table(
    Guard(Rejection.ROW, core="and", when=is_far_pair),
    _TAIL,
    Guard(Rejection.ROW, core="^ SHORT slash", when=is_no_school_year),
    Guard(None, core="era"),
    Guard(Basis.CUE, core="^ [^era_mark]+ $", when=is_led),
    Guard(None, when=is_led),
    Guard(None, core="era_mark", when=is_row_marked),
    Guard(None, core="era_mark $", before="[era era_mark] [slash inner_slash]", behind="closing"),
    # «40-60هـ/660-680م»: the same years in two calendars.
    Guard(
        None, core="^ YEAR_RUN $", behind="[slash opening same] YEAR_RUN", when=is_before_other_era
    ),
    Guard(
        None,
        core="^ YEAR_RUN $",
        before="YEAR_RUN closing? [slash opening same]",
        when=is_behind_other_era,
    ),
    Guard(Rejection.WEAK_MARK, core="era_mark"),
    *COUNTS,
    Guard(Rejection.NUMBERED, before="NUMBERED_IN_BRACKETS", when=follows_number_noun),
    Guard(CAUTIOUS_ROWS, when=is_cautious),
    Guard(
        Basis.ROW,
        before="[event yearly] other_word{0,2}",
        when=is_next_pair,
    ),
    Guard(
        Basis.CONNECTOR,
        core="^ four_digits [slash inner_slash dash inner_dash] four_digits $",
        when=is_one_year,
    ),
    *(
        Guard(
            Basis.CONNECTOR,
            core="^ four_digits JOINED four_digits $",
            before=before,
            behind=behind,
            when=is_beside_year,
        )
        for before, behind in ((JOINED_BEFORE, ""), ("", JOINED_BEHIND))
    ),
    Guard(Rejection.ROW, when=is_short_pair),
    *(
        Guard(Basis.ROW, before=before, behind=behind, when=is_near_pair)
        for before, behind in _LED_ROW
    ),
    Guard(Basis.SEASON_YEARS, core="[inner_dash inner_slash]", when=is_season),
    Guard(Rejection.ROW, when=is_mixed_pair),
    *(Guard(Basis.ROW, before=before, behind=behind, when=is_full) for before, behind in _LED_ROW),
    Guard(Basis.ROW, when=is_near_row),
    Guard(Basis.ROW, core="inner_dash", when=is_full_and_odd),
    Guard(Basis.ROW, before="[of between preposition]", when=is_full_and_odd),  # «بين 1805 و1848»
    Guard(Basis.ROW, before="link", behind="[postposition between]", when=is_full_and_odd),
    Guard(Rejection.ROW),
)
