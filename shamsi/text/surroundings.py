"""Surroundings: what stands around a match and lets it be a date, or keeps it from being one.

Each is a pattern over classes of tokens, with `@` where the match stands.
"""

from __future__ import annotations

from shamsi.text.expressions import compiled

_PARTS = {
    "CUE": "year_word [school of modifier era]?",
    "JOINED": "(comma? and | comma | range | dash | inner_dash | inner_slash)",
    "NUMBER": "[three_digits four_digits SHORT other_number]",
}
CUED_YEAR = compiled(
    """
    [year_word year_word_beside] era? [school of modifier era]? @
    | @ suffix? year_word_beside
    | CUE ([three_digits SHORT year_in_words] [era era_mark]? JOINED){1,6} @
    | CUE four_digits [era era_mark]? [range inner_dash inner_slash dash] @
    """,
    _PARTS,
)
# «عام ،2008»: a comma that slipped from one side of the year to the other; and full years in a row.
CUED_FULL_YEAR = compiled(
    """
    CUE comma @
    | CUE ([three_digits four_digits SHORT year_in_words] [era era_mark]? JOINED){1,6} @
    """,
    _PARTS,
)
SLIPPED_COMMA = compiled("""
    (^ | [^SHORT three_digits four_digits day_in_words]) year_word comma @
""")
COUNTED = compiled("""
    number_context @
    | @ ((range | dash | inner_dash | comma? and) [four_digits SHORT three_digits]{1,2})? [COUNT]
""")
# in brackets: the same year in another calendar
BEHIND_YEAR = compiled("[four_digits three_digits SHORT era era_mark] opening @ closing")
# «معرض جيتكس 2010 مشروع»: the fair's year, no count
HELD = compiled("[event yearly] other_word{0,2} @ counted")
BARE_YEAR = compiled(
    """
    (?P<brackets> opening @ closing)
    | (?P<event> [event yearly] [other_word era school]{0,2} @)
    | (?P<title> other_word @ other_mark)
    | (?P<citation> opening [other_word and full_stop other_mark]{1,5} comma
                    @ [colon closing comma inner_colon])
    | (?P<field> [other_word year_word date_word] same @ [same closing])
    | (?P<closing> comma @ full_stop? (line_end | $))
    | (?P<life> opening @ [dash inner_dash] ([closing day day0 ordinal four_digits] | $))
    | (?P<publisher> place ([comma colon] [other_word title]{1,3} comma)?
                     @ (?![other_word day_in_words year_word]))
    | (?P<imprint> @ place four_digits)
    | (?P<places> opening @ place [comma dash] | [dash inner_dash] @ place closing)
    | (?P<commas> (?<!NUMBER) comma @ comma (?!NUMBER))
    | (?P<heading> (^ | line_end) other_mark? @ colon)
    | (?P<preposition> into comma? @ (?![other_word day_in_words year_word deictic]))
    | (?P<period> [preposition date_word] @ (?![day_in_words year_word])
                | [modifier deictic range] @ (?![day_in_words year_word other_word]))
    | (?P<noun> [into modifier deictic] @ other_word)
    """,
    _PARTS,
)
HAS_YEAR = compiled("""
    MONTH suffix? month_word?
    .* [four_digits three_digits SHORT year_in_words tens_in_words deictic]
""")
# a street, a hospital, an agency; a book, but no book fair
NAMED_PLACE = compiled("""
    (?P<place> stop [day_word other_word other_mark]? @)
    | (?P<title> (^ | [^other_word event yearly]) title @)
    | (^ | [^four_digits three_digits SHORT year_in_words era]) era_mark @
""")
DAY_LIST = compiled("""
    [day day0 ordinal day_in_words] suffix?
    (comma? and | comma | range | dash | inner_dash | inner_slash | slash)
""")
NUMBERED = compiled("[number_context hour] @")
COUNT_OF_MOONS = compiled("""
    (?<![into preposition date_word day_word weekday range between year_word and]) @
""")  # «هفت صفر», «سه مه»
WEEKDAY_BEFORE = compiled("weekday [comma dash]? @")
DATELINE = compiled("place slash @ slash")  # «کابل/ ۲۹ میزان/ باختر»
NAMED_MONTH = compiled("[stop title] other_mark? @")
MONTH_WORD = compiled("[month_word month_lead] @")
MONTH_CUE = compiled("""
    [preposition into range modifier between date_word half] @
    | of @ [range dash]
    | @ slash [month_bare month_cued]
    | [month_bare month_cued month_word] slash @
""")
NO_DAY = compiled("[two_digits three_digits other_number] @")
BEFORE_SLASH = compiled("slash @")
UNNAMED = compiled("@ [other_word day_in_words]")
LED_ROW = compiled("opening @ closing | [into event yearly] @ | [event yearly] [other_word school]{1,2} @")
HELD_YEARS = compiled("[event yearly] other_word{0,2} @")
BOUNDED = compiled("[of between] @")
