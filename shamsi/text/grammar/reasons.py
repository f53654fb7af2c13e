"""List the rules that reject a match or decide what it means, each with a sentence for users.

A sentence can name words of the text. `{core[era]}` is the first token of the class `era` in the
match. `{before[stop title]}` and `{after[MONTH]}` are the nearest tokens of such classes before
and after it.
"""

from __future__ import annotations

from enum import Enum, unique


@unique
class Rejection(Enum):
    """Why a match is not a date."""

    # its context
    PLACE = "part of a name: {before[stop]} stands before"
    TITLE = "part of a title: {before[title]} stands before"
    MARK = "{before[era_mark]} stands before and marks no year: an abbreviation of something else"
    NUMBERED = "a number of something else: {before[number_context hour]} stands before"
    COUNTED = (
        "a count, not a year: {after[COUNT day_in_words year_word day_word month_word month_lead "
        "decade_word century]} stands behind"
    )
    AGE = "years of a life, not of a calendar: {after[counted life]} stands behind"
    LEFT_OVER = (
        "a number is joined to it in a layout that no pattern reads, and a part of a date is not "
        "read alone"
    )
    GLUED = "hangs on the word before it: a note's mark or the number of a model"
    HOMOGRAPH = (
        "{core[month_dated either_dated]} is nearly always another word: a month only in a "
        "date, with a year, a weekday or «month»"
    )
    FAR_YEAR = "{core[four_digits]} is no year of {core[EITHER]} that a text speaks of"
    SHORT_YEAR = "the years of its language have four digits"
    BARE_MONTH = (
        "{core[month_numbered either_numbered]} is mostly another word: a month only beside a "
        "day, a year or a word for month"
    )
    UNCUED_MONTH = (
        "{core[month_cued either_cued]} is often another word: a month by itself only after a "
        "preposition, a modifier or a cue"
    )
    PART = "a fraction in words: {before[day_in_words]} stands before"
    DECIMAL = "part of a number that a point or a comma parts"
    CLOCK = "part of a time, or of a ratio"
    FRACTION = "a slash joins it to another number: a fraction, a score or a code"
    JOINED = "a dash joins it to another number: a score or a code"
    MOONS = "a number word before {core[month_numbered]} with no cue of a day: a score, or a count"
    NO_DAY = "{core[two_digits three_digits other_number]} is no day of a month"
    SHORT = (
        "a number of fewer than four digits is a year only with an era, after a word for year "
        "or after games"
    )
    SMALL = (
        "so small a number after {before[year_word year_word_beside]} counts years or months, "
        "it names none"
    )
    WEAK_MARK = (
        "{core[era_mark]} makes a year only of a full number, in brackets or after a word for year"
    )
    UNPLACED = "four digits with no era, no word for year and no other sign of one"
    ROUND = "a round number with no era and no word for year: a count, more likely than a year"
    FAR = "with no era and no word for year {core[four_digits]} is too far from our time"
    UNCUED_ERA = "such a number is a year only after a word for year"
    TAIL = "the end of a number in words whose beginning is not read"
    ROW = "numbers in a row with no era, no word for year and no bracket: a count, or a code"
    # its numbers and names
    ORDINAL = "{after[ordinal]} stands behind: days in a row, not the day of writing"
    COUNT_BEHIND = "what stands behind the month is a count, not its year"
    OTHER_CALENDAR = "the year behind the slash is not one of the month's calendar"
    NO_LIST = "names of one month, or of two calendars: no list of months"
    PART_OF_MONTH = "a month has two halves, three runs of ten days and five weeks, no more"
    PART_OF_YEAR = "a year has two halves and four quarters, no more"
    SEASONS = "seasons of two calendars share no year"
    NIGHTS = "nights that are gone or left are counted in lunar months, and are fewer than thirty"
    DECADE = "decades are named by tens"
    VERSION = "a year before two more numbers and points: a version, without a word for date"
    CENTURIES = "a word for centuries behind a number: they are counted"
    CODE = "joined numbers, none of four digits and not parted by slashes: a version or a code"
    NO_YEAR = "three short numbers, none above 31: which of them is the year is open"
    NO_MONTH = "no part of it can be a month and another one a day"
    BARE_DEICTIC = "{core[deictic]} points to no time without a day, a month or a word for year"
    RELATIVE = (
        "a word that counts from the day of writing: read with a reference or with relative=True"
    )
    TWO_STYLES = "two days that are not one in the Julian and the Gregorian calendar"
    EVE = "the night before a day, which {before[day_word]} says, is no day of a rule"
    HOLIDAYS = "{before[holidays day_word]} means the days around it, which no rule gives"
    DAY_OF_FEAST = "{before[ordinal]} counts the days of a feast, which no rule gives"
    YEARLESS = "the name of a day, with no year: read with a reference or with relative=True"
    UNCUED_NAME = (
        "{core[observance]} is also another name: with no year a day only after a preposition or "
        "a word for day"
    )
    # its calendar and its words
    ANIMAL = "the animal of the Turki year fits no lunar and no Solar year of that number"
    OPEN_YEAR = "{before[year_word]} belongs to lunar years, and this number is hardly one"
    UNREAD = "the {calendar} calendar is known, but not read"
    NO_PATTERN = "no pattern of a date fits these words"

    @property
    def label(self) -> str:
        """Its name as users see it: `bare-month`."""
        return self.name.lower().replace("_", "-")


@unique
class Basis(Enum):
    """Why a date is read as it is."""

    # that it is a date
    CUE = "{core[year_word year_word_beside]} makes a year of the number"
    GAMES = "{before[yearly]} makes a year of the number"
    BRACKETS = "four digits alone in brackets"
    EVENT = "four digits behind an event, {before[event yearly observance]}"
    TITLE = "four digits that close a quoted title"
    CITATION = "four digits behind an author's name in brackets"
    FIELD = "four digits near our time in a field of a form"
    CLOSING = "four digits near our time that close a line, behind a comma"
    IMPRINT = "four digits before a place and a year: an imprint"
    CONNECTOR = "four digits that a connector or slash joins to a date of another calendar"
    OUTSIDE = "four digits behind a day and a bracket with the same day in another calendar"
    PLACES = "four digits beside a publisher's place in brackets"
    HELD = "four digits near our time behind {before[event yearly]}"
    PAGES = "four digits before {after[number_context]}: a printed year"
    LIFE = "four digits that open a life's years in brackets"
    PUBLISHER = "four digits behind a publisher's place, {before[place]}"
    COMMAS = "four digits near our time between commas"
    HEADING = "four digits that head a line"
    PREPOSITION = "four digits behind {before[into]}, and no word of a count behind them"
    PERIOD = (
        "four digits near our time behind {before[preposition date_word modifier deictic range]}, "
        "and no word of a count behind them"
    )
    NOUN = "four digits near our time behind {before[into modifier deictic]}"
    LAW = "four digits behind the number of a law, {before[number_context]}"
    ROW = "full years in a row: in brackets, led by a preposition, or joined by a dash"
    SEASON_YEARS = "a full year and the last two digits of the next: a season"
    MONTH_CUE = (
        "{before[preposition into range modifier between date_word]} lets the month stand by itself"
    )
    # its calendar
    ERA = "{core[era era_mark]} names the calendar"
    LATE_ERA = (
        "no Solar year is as late as that: {core[era era_mark]} is taken for a slip, the year "
        "for Gregorian"
    )
    HIJRI_SOLAR = (
        "{core[era era_mark]} does not say which Hijri years: in Persian text 1300 to 1410 are "
        "taken for Solar"
    )
    HIJRI_LUNAR = "{core[era era_mark]} does not say which Hijri years: taken for lunar"
    IRANS_MARK = (
        "{core[era_mark]} is taken for Iran's era, not the Copts': Solar months or a "
        "publisher's place stand near"
    )
    MONTH = "{core[MONTH]} is a month of the {calendar} calendar"
    SEASON = "{core[season]} is a season of the {calendar} calendar"
    LATE_SEASON = "a season of a year after 1500 is Gregorian"
    SOLAR_SEASON = (
        "the text names Solar months or seasons: a season of a year from 1200 to 1500 is Solar"
    )
    CENTURY = "a century with no era is taken for Gregorian"
    OLD_CENTURY = "in Persian text a century up to the eleventh with no era is taken for lunar"
    NUMBERED_MONTH = "a month told by its number, in a year of the {calendar} calendar"
    BESIDE = (
        "of the calendars that it may be of, the {calendar} one brings it nearest to the date "
        "beside it"
    )
    IMPERIAL = (
        "no era is said: a year from 2500 to 2537 of a Solar date is taken for one of the Imperial "
        "era"
    )
    IMPERIAL_BESIDE = "no era is said: the Imperial one makes it agree with the date beside it"
    DECADE_OF_CENTURY = "a decade of a century with no era is Gregorian"
    LATE_YEAR = "a year after 1500 is Gregorian"
    SHORT_YEAR = "two digits with no era, in a language of Gregorian years: taken for one of them"
    NOT_BEGUN = "the Solar decade had not begun by the reference, {reference}: taken for Gregorian"
    WESTERN_TEXT = (
        "the text counts in Gregorian years: two digits with no era are taken for one of them"
    )
    GAMES_YEAR = "{before[yearly]} is counted in Gregorian years"
    YEAR_WORD = "{core[year_word]} with no era is taken for a Gregorian year"
    DECADE = "a decade with no era, in a language of Gregorian years: taken for one of theirs"
    OPEN_YEAR = (
        "a year up to 1500 with no era, in a language of Gregorian and lunar years: taken for lunar"
    )
    ANIMAL = "of the years of that number, the animal of the Turki year fits the {calendar} one"
    LETTERS = "{before[year_word]} with no era belongs to lunar years in Persian"
    LUNAR_TODAY = "in such texts of today a year like this one with no era is lunar"
    LUNAR_TEXT = "most dates of the text that name their calendar are lunar years near this one"
    EARLY_YEAR = "a year from 100 to 1199 with no era is taken for lunar"
    NEIGHBOUR = (
        "the text names Solar months or seasons: a year up to 1500 with no era is taken for Solar"
    )
    YEAR_FIRST = "the year stands first, as Iran writes it: up to 1500 it is taken for Solar"
    SOLAR_YEAR = "a year up to 1500 with no era is taken for Solar"
    BORJI = "before 1304 {core[MONTH]} had 29 to 32 days in Iran: its days may be one off"
    # its day
    NTH_WEEKDAY = "{core[nth_weekday]} counts the weekdays of the month or year"
    COUNTED_WEEKDAY = (
        "{core[ordinal]} counts the weekdays of the month, as no day of this number is a "
        "{core[weekday]}"
    )
    WEEK = "a week of a month is taken for seven days from its 1st, 8th, 15th, 22nd or 29th"
    JULIAN = "{core[julian]} makes it a day of the Julian calendar, which is converted"
    TWO_STYLES = "two days apart by as much as the Julian and the Gregorian calendar: one day"
    OBSERVANCE = "{core[observance]} is the name of a day that a rule gives in each year"
    OBSERVED_WITHIN = (
        "the year is of another calendar than the rule of {core[observance]}: its day in that year"
    )
    OBSERVED_TWICE = "{core[observance]} falls twice in that year: the first is taken"
    # its year
    OFFSET = "{core[era era_mark]} counts from another year, and its number is shifted"
    CENTURY_BESIDE = "no century is said: this one brings it nearest to the date beside it"
    ORDER_BESIDE = "with the month before the day it agrees with the date beside it"
    PIVOT = "two digits and no reference: the latest such year up to our time"
    PIVOT_REFERENCE = (
        "two digits: the latest such year that is not far ahead of the reference, {reference}"
    )
    LUNAR_CENTURY = "two digits: the century is that of the full lunar years of the text"
    LUNAR_IN_SOLAR = "two digits behind a lunar month: the Solar year in which that month fell"
    LUNAR_IN_CIVIL = "no lunar year is so late: the Gregorian year in which that lunar month fell"
    SHORT_LUNAR = "two digits of a lunar year are left as they are printed"
    LAST_CENTURY = "the last century is taken for the twentieth"
    THIS_CENTURY = "the present century is taken for the twenty-first"
    JOINED_DECADES = "the decades that the text names beside it say of which century it is"
    SHORT_END = "the short number takes its century from the full one"
    SHARED_YEAR = "the year is said once, for both ends"
    TURN_OF_YEAR = (
        "the year is said once; the other end is a year away, or the range would run backwards"
    )
    NEAREST = "no year is said: the one that puts it nearest to the reference, {reference}"
    WEEKDAY = (
        "no year is said: near the reference, {reference}, the one in which it is a {core[weekday]}"
    )
    DATELINE = "the reference, {reference}, is the day that the text's own header gives"
    DEICTIC = "{core[deictic relative counted_time]} counts from the reference, {reference}"
    SPAN = "{core[counted_time]} is all the time between that day and the reference, {reference}"
    # that its days are unknown
    NO_REFERENCE = "no year is said and no reference given: its Gregorian days stay open"
    SAME_YEAR = (
        "{core[deictic]} points to a year that the text has named before: its Gregorian days "
        "stay open"
    )
    UNDATED = "it counts from the day of writing, and no reference is given"
    NAMED_DAY = "an event named after its day: its Gregorian days stay open"
    NO_NEAR_YEAR = "no year is said, and none is near enough to the reference, {reference}"
    BEFORE_CHRIST = "years before an era are given no Gregorian days"
    OPEN_SEASON = "a season of this calendar has no exact days"
    OUT_OF_RANGE = "its days are beyond what Gregorian dates from 0001 to 9999 can hold"
    # its confidence
    TAKEN = "assumed: the {assumed}"
    SURE = "confidence {confidence}: nothing had to be assumed"
    NAME = (
        "confidence {confidence}: so often was such a name, in such a place, a month where it "
        "was counted"
    )
    WORD = "confidence {confidence}: so often do such words count from the day of writing"
    BARE_YEAR = "confidence {confidence}: so often is such a number, with no word for year, a year"
    OPEN_CENTURY = "confidence {confidence}: so often is a century with no era of this calendar"
    ASSUMED = "confidence {confidence}: so often is what had to be assumed right"
