"""Define the patterns of dates that all languages share, in the names of `shamsi.lang.classes`.

The first pattern that matches wins. Names in capitals are sets of classes, or the parts below.
"""

from __future__ import annotations

PARTS = {
    # ژانویه‌ی ۲۰۱۷
    "IZAFE": """
        (suffix
         (?=[month_word year_word deictic four_digits two_digits three_digits day0]))?
    """,
    "DAYS": """
        ([day day0] suffix? (SEPARATOR day_word? [day day0] suffix?){0,11}
        | ordinal suffix? (SEPARATOR day_word? ordinal suffix?){0,11}
        | day_in_words (SEPARATOR day_word? day_in_words){0,11}
        | [day day0 day_in_words ordinal] suffix?
          range day_word? [day day0 day_in_words ordinal] suffix?)
    """,
    "SEPARATOR": "(comma? [and or] | comma | range | dash | inner_dash | inner_slash | slash)",
    "LISTED": "(comma? [and or] | comma | range | dash)",
    "JOINT": "(comma? and comma? | range | dash | inner_dash) year_word?",
    "NOUN": "[other_word number_context counted stop title event yearly]",
    "NUMBER": "[four_digits three_digits SHORT year_in_words tens_in_words]",
    # «عام 7 3 19» has stray blanks within its year.
    "CUED": """
        month_word? of? year_word school? NUMBER
        (?<! [day day0] (?=[SHORT three_digits other_number]))
    """,
    "YEAR": """
        (comma? CUED
        | [colon comma]? four_digits
        | [three_digits two_digits day0] (?!NO_YEAR)
        | [three_digits two_digits] (?=inner_slash [day day0] EITHER [three_digits four_digits])
        | [year_in_words tens_in_words]
        | SHORT (?=[era_mark era])) UNCUT
    """,
    # August 9–11; 9th, 10th and 11th
    "DAYS_BEHIND": """
        [day day0 ordinal] suffix?
        ((comma? [and or] | comma | range | dash | inner_dash | inner_slash)
         [day day0 ordinal] suffix? (?!COUNT)){0,11}
    """,
    "OBSERVED": """
        ([into of preposition]? CUED | four_digits | year_in_words | [two_digits day0] (?!NO_YEAR)
         | [SHORT three_digits] (?=[era era_mark])) UNCUT ERA
    """,
    "NO_YEAR": "[COUNT inner_slash inner_point inner_colon inner_dash]",
    "NO_MORE": """
        (?! hour (?!SHORT) | dash [SHORT three_digits four_digits other_number MONTH ordinal]
         | [counted year_in_words suffix day_in_words weekday MONTH SHORT three_digits four_digits
            other_number range and inner_slash inner_dash inner_point inner_colon])
    """,
    "JOINT_OF_CENTURIES": """
        (comma? and comma? | comma | range [preposition of]? | dash | inner_dash
         | slash | inner_slash | opening | comma? opening? same [of preposition into]?) modifier?
    """,
    "UNCUT": "(?![inner_point inner_colon] | inner_slash (?![day day0] MONTH | four_digits))",
    "ERA": "(era | era_mark)?",
    # ۸ صفر سال (۱۳۱۶ ق), 7 مايو (1950م); of another calendar it is cut off again
    "BRACKETED": """
        comma? (year_word school?)? opening year_word? [four_digits three_digits] ERA (?=closing)
    """,
    # مهر سال جاری (۱۴۰۱), يونيو من العام الجاري 2019
    "DEICTIC": "deictic (BRACKETED | comma? four_digits ERA (?!COUNT | and? day_in_words))?",
    # شمسی: ۵ مهر ۱۴۰۴ میلادی: ۲۷ سپتامبر ۲۰۲۵: the second era is the label of the next date.
    "OWN_ERA": "(era (?!LABELLED) | era_mark)?",
    # «د ۱۳۹۹ کال د لیندۍ ۱۲مه», «د روان کال د حمل ۵مه»
    "YEAR_BEFORE": """
        (era? four_digits day_mark? ERA (year_word_beside comma?)? [preposition postposition]?
         link{1,2}
        | deictic (era? year_word_beside)? link{0,2})
    """,
    "LABELLED": """
        colon other_mark? (weekday comma?)? (numeric_date
        | [day day0 ordinal] suffix? of? month_lead? MONTH month_word? comma? year_word?
          four_digits)
    """,
}
PATTERNS = {
    "observance": """
        observance suffix? OBSERVED
          ((comma? and | comma) year_word? four_digits ERA
           (?![COUNT day_in_words MONTH inner_point inner_slash])){0,5} (?![inner_dash inner_slash])
        | observance opening year_word? four_digits [era era_mark] (?=closing)
        | observance suffix? [of into preposition]? deictic
        | observance
    """,
    "nth-weekday": """
        (nth_weekday suffix? (comma? and | comma))* nth_weekday suffix? [of into]?
        ([month_word month_lead]? MONTH IZAFE month_word? of? YEAR ERA
        | year_word era? school? [four_digits two_digits year_in_words] ERA)
        | nth_weekday suffix? [of into]? [month_word month_lead]? MONTH IZAFE month_word? deictic?
    """,
    "week-of-month": """
        nth_week suffix? ((comma? and | range | dash) (nth_week | ordinal) suffix?){0,4}
        ([of month_word month_lead]* MONTH IZAFE month_word? (of? YEAR ERA | deictic)?
        | [of into]? year_word era? school? [four_digits two_digits year_in_words] ERA)
    """,
    "nth-day": """
        ((day_ordinal | [day day0] nth_suffix) day_word | last_day) [of into]?
        [month_word month_lead]{0,2}
        MONTH IZAFE month_word? (YEAR ERA | BRACKETED | DEICTIC)?
    """,
    "part-of-month": """
        ([half decade_word] ordinal | ten_days) [of month_word month_lead]*
        MONTH month_word? (YEAR ERA | deictic)?
    """,
    "day-month-slash": """
        [day day0 ordinal] [slash of]? MONTH slash four_digits ERA
        | [day day0 ordinal] dash MONTH dash [four_digits two_digits day0] ERA
        | [day day0] slash MONTH slash [two_digits day0] ERA
        | DAYS comma MONTH comma four_digits ERA
        | [day day0] full_stop MONTH full_stop four_digits ERA
        | [day day0] [inner_dash dash range and] [day day0] slash MONTH slash four_digits ERA
    """,
    "day-apart": "[day day0] [dash comma] MONTH month_word? comma? four_digits ERA (?!COUNT)",
    "day-slash": """
        [day day0] (?<![slash inner_slash inner_dash] [day day0])
        ([inner_dash dash range and] [day day0])? slash MONTH month_word? YEAR ERA
    """,
    "month-day": """
        MONTH ([day day0 glued_day] comma? | ordinal comma) four_digits ERA (?!COUNT)
        | MONTH [day day0 glued_day] opening four_digits ERA (?=closing)
        | EITHER of? DAYS_BEHIND (comma? [of year_word]{0,2} four_digits UNCUT ERA | deictic)
        | EITHER of? DAYS_BEHIND comma? [SHORT three_digits other_number] [era era_mark]
        | EITHER DAYS_BEHIND
    """,
    "month-then-days": """
        (four_digits day_mark? ERA year_word_beside? link{1,2})?
        MONTH month_word? [link preposition]{0,2}
        [day day0] day_mark? range [day day0] (day_mark | (?=date_word))
    """,
    "year-month-day": """
        (four_digits day_mark? ERA year_word_beside? link{1,2}
        | deictic link{1,2}
        | deictic (?=MONTH [month_word link]))
        MONTH month_word? (link{0,2} [day day0 ordinal day_in_words] day_mark?)?
    """,
    "year-then-day": """
        (?<!number_context) four_digits (MONTH month_word? [day day0 glued_day] day_mark? NO_MORE
        | slash MONTH slash [day day0] | slash MONTH (?!slash) NO_MORE
        | dash MONTH dash [day day0]
        | comma [day day0 ordinal] suffix? MONTH month_word? (?!comma? YEAR | deictic)
        | [day day0] suffix? EITHER (?!comma? YEAR | deictic))
    """,
    "month-glued-day": "MONTH glued_day (comma? four_digits ERA)? NO_MORE",
    "month-then-day": """
        (MONTH month_word? link{1,2} [day day0 ordinal day_in_words] day_mark?
        | MONTH month_word? [day day0] (day_mark | (?=date_word)))
        (four_digits ERA)?
    """,
    "borji-day": "two_digits month_dated month_word? comma? year_word? four_digits ERA",
    "two-styles": """
        [day day0] (opening [day day0] closing | MONTH [slash inner_slash] [day day0])
        MONTH four_digits ERA
    """,
    "day": """
        (?! [day day0 ordinal] suffix? comma [day day0 ordinal] suffix? of? EITHER)
        (DAYS (of | colon (?<!NOUN [day day0] colon))? [month_word month_lead]?
        | [day day0] era_mark)
        MONTH IZAFE month_word? (YEAR OWN_ERA | full_stop four_digits ERA | BRACKETED | DEICTIC)?
    """,
    "day-of-relative": """
        DAYS [of month_word]? relative | relative link{1,2} [day day0 ordinal] day_mark?
    """,
    "week-of-relative": """
        nth_week suffix? ((comma? and | range | dash) (nth_week | ordinal) suffix?){0,4} of?
          relative
        | relative link{0,2} nth_week
    """,
    "part-of-relative": "[quarter half] ordinal [of preposition into]? [deictic relative] era?",
    "nights": "[day_in_words ordinal] day_word? nights of? month_lead? MONTH (YEAR ERA)?",
    "month-number": """
        ([day day0] suffix?)? month_lead (ordinal | [day day0] suffix?)
        (comma? (CUED | [four_digits year_in_words]) ERA | deictic)
    """,
    "months": """
        MONTH month_word? (LISTED [month_word month_lead]? MONTH month_word?){1,11}
        (YEAR ERA | deictic)?
        | EITHER slash EITHER YEAR ERA
    """,
    "month": "MONTH IZAFE month_word? (of? YEAR ERA | BRACKETED | DEICTIC)?",
    "seasons": """
        season (LISTED season){1,3} comma? year_word? [four_digits two_digits day0] ERA
    """,
    "season": """
        season month_word?
        (comma? of? year_word? [four_digits two_digits day0 three_digits] ERA | deictic)
        | four_digits day_mark? ERA year_word_beside link{0,2} season
    """,
    "decade-of-century": """
        (decade_word? decade | decade_word suffix? TENS)
        of? century (stop? [ordinal day] era? | deictic)
    """,
    "decades": """
        decade_word suffix? [four_digits TENS]
        ((comma? and | comma | range | dash | inner_dash)
         decade_word? suffix? [four_digits TENS]){1,5} ERA
    """,
    "decade": """
        decade_word suffix? [four_digits TENS] ERA
        | decade_word? decade era? (?!counted)
        | [four_digits two_digits] day_mark? decade_word_behind ERA
    """,
    "century": "century stop? [ordinal day] ERA (JOINT_OF_CENTURIES [ordinal day] ERA){0,11}",
    "part": """
        [quarter half] ordinal ([of preposition into]? year_word | of)? four_digits ERA
    """,
    "numeric-days": """
        [day day0] inner_dash [day day0]
        [inner_slash slash] [day day0] [inner_slash slash] four_digits ERA
        | [day day0] [range dash] numeric_date ERA
    """,
    "numeric": "numeric_date OWN_ERA",
    "years": """
        SHORT [inner_dash inner_slash dash slash] four_digits ERA
        | four_digits [inner_dash inner_slash dash]
          SHORT (?![SHORT four_digits three_digits]) ERA
        | four_digits range [two_digits day0]
          (?![COUNT day_in_words other_word inner_point full_stop])
        | four_digits and [two_digits day0] (?![COUNT day_in_words inner_point])
        | [four_digits year_in_words] ERA
          ((JOINT | comma | inner_slash | slash) [four_digits year_in_words] ERA){1,11}
        | three_digits inner_slash [three_digits four_digits] (?! era | era_mark | inner_slash)
        | three_digits ERA (JOINT three_digits ERA){1,11}
        | [two_digits day0] ERA (JOINT [two_digits day0] ERA){1,11}
        | SHORT (JOINT SHORT){1,3} era
        | [day_in_words tens_in_words] [or and] [tens_in_words year_in_words] ERA
        | [SHORT three_digits] [inner_dash dash range] [SHORT three_digits] era_mark
        | four_digits [inner_dash dash range] three_digits era_mark
    """,
    "year": """
        [four_digits year_in_words] ERA
        | [three_digits SHORT tens_in_words day_in_words] era
        | ([day_in_words tens_in_words] and)? ordinal era
        | other_number [era era_mark]
        | [three_digits SHORT] era_mark
        | [three_digits SHORT tens_in_words day_in_words]
    """,
    "deictic": """
        weekday (LISTED weekday){0,6} deictic
        | relative weekday
        | weekday suffix? (LISTED weekday suffix?){0,6} of? [relative counted_time]
        | relative link{1,2} weekday
        | year_word era deictic
        | [relative counted_time]
        | deictic era?
    """,
}

# A text that is one day and nothing else. Its parts may stand in any order.
PHRASE_PARTS = {
    "FILLER": """
        [comma dash slash full_stop inner_point inner_dash inner_slash
         month_word month_lead year_word year_word_beside of link day_word]*
    """,
    "DIGITS": "[SHORT three_digits four_digits other_number]",
    "ONE_DAY": "(DIGITS [suffix day_mark era_mark]? | ordinal suffix? | day_in_words)",
    "ONE_YEAR": "[SHORT three_digits four_digits other_number year_in_words tens_in_words]",
    "ANY_ERA": "(FILLER [era era_mark])?",
    "CUE": "(date_word colon? FILLER)?",
    "BEFORE": "FILLER CUE (weekday [colon comma]? same? FILLER CUE)?",
    "BEHIND": "FILLER (weekday FILLER)?",
}
PHRASES = {
    "numbers": "numeric_date ANY_ERA",
    "day-month-year": "ONE_DAY FILLER MONTH FILLER ONE_YEAR ANY_ERA",
    "month-day-year": "MONTH FILLER ONE_DAY FILLER ONE_YEAR ANY_ERA",
    "year-month-day": "ONE_YEAR ANY_ERA FILLER MONTH FILLER ONE_DAY ANY_ERA",
}
