"""The matcher: the pattern of each mention, and matches in order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.classes import all_names, codes_of
from shamsi.lang.language import MonthName, Observance
from shamsi.text.grammar.matcher import Grammar, Shape
from shamsi.text.grammar.patterns import PATTERNS
from shamsi.text.grammar.reasons import Rejection
from shamsi.text.grammar.tokens import Tokens

RULES = """
۱۴۰۴/۰۵/۱۸ | numeric
۱۸ مرداد ۱۴۰۴ | day
18 / مرداد / 1404 | day-month-slash
۱۸ مرداد | day
هجدهم مرداد ماه سال ۱۴۰۴ | day
مرداد ۱۴۰۴ | month
تابستان ۱۴۰۴ | season
دهه ۶۰ | decade
خمسينيات القرن العشرين | decade-of-century
قرن سیزدهم خورشیدی | century
قرن ۴ و ۵ هجری | century-list
قرن ۴ تا ۶ هجری | century-range
سه ماهه نخست سال ۱۴۰۲ | part
سال ۱۴۰۴ | year
سال‌های ۱۳۸۰–۱۳۸۵ | years-range
۵ تا ۹ مرداد ۱۴۰۴ | day-range
۵ و ۶ مرداد ۱۴۰۴ | day-list
۵، ۷ و ۹ مرداد ۱۴۰۴ | day-list
بین ۵ و ۹ مرداد ۱۴۰۴ | day-range
۵ تا ۷ و ۹ مرداد ۱۴۰۴ | day-range
۵ مرداد تا ۹ شهریور ۱۴۰۴ | day-range
مرداد و شهریور ۱۴۰۴ | months-list
عامي 2005 و2015 | years-list
نیمه دوم مهر ۱۴۰۴ | part-of-month
دومین دوشنبه مهر ۱۴۰۴ | nth-weekday
هفته دوم مهر ۱۴۰۴ | week-of-month
عید نوروز ۱۴۰۴ | observance
نوروز ۱۴۰۴ و ۱۴۰۵ | observance-list
مرداد ۱۸، ۱۴۰۴ | month-day
۱۴۰۴ د زمري | year-month-day
۱۴۰۴ مرداد ۱۸ | year-then-day
د زمري په اتلس | month-then-day
د زمري له ۵ تر ۹ نېټې | month-run-range
ثلاث خلون من رجب 1440 | nights
برج ۵ ۱۴۰۴ | month-number
بهار و تابستان ۱۴۰۴ | seasons-list
دهه ۶۰ و ۷۰ | decades-list
۱۸/ مرداد ۱۴۰۴ | day-slash
۱۸ - مرداد ۱۴۰۴ | day-apart
۱۸-۲۰/۵/۱۴۰۴ | numeric-days-range
۳۲ جوزا ۱۲۹۹ | borji-day
۳ (۱۶) مارس ۱۹۰۵ | two-styles
هجدهمین روز مرداد ۱۴۰۴ | nth-day
نشر في مايو7 على الموقع | month-glued-day
"""


@pytest.mark.parametrize("case", RULES.strip().split("\n"))
def test_every_mention_names_its_pattern(case: str) -> None:
    text, _, rule = case.partition(" | ")
    (mention,) = shamsi.find(text)
    assert mention.rule == rule


MARKS = "other_word comma full_stop other_mark opening closing line_end colon"
WITHOUT_ERAS = "".join(
    codes_of(name) for name in all_names() if not name.startswith("era")
)  # a guard reads their value
RULE = Observance("persian", (1, 1), None, 0, False, False, "cue", False)
VALUES: dict[str, object] = {letter: MonthName("persian", 5, "a") for letter in codes_of("MONTH")}
VALUES |= {codes_of("relative"): ("month", -1), codes_of("numeric_date"): ("1404", "5", "6", "/")}
VALUES[codes_of("observance")] = RULE


def test_every_pattern_has_a_text_that_shows_it() -> None:
    rules = {case.rpartition(" | ")[2] for case in RULES.strip().split("\n")}
    shown = {re.sub("-(?:range|list)$", "", rule) for rule in rules}
    relative = {"deictic", "day-of-relative", "part-of-relative", "week-of-relative"}  # by the next test
    richer = {"month-then-days": "month-run"}  # the file of Pashto has one that is read like it
    assert shown - set(richer.values()) | relative | set(richer) == set(PATTERNS), "give each pattern a line of RULES"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("دیروز باران بارید که", "deictic"),
        ("سه هفته پیش باران بارید که", "deictic"),
        ("پنجم ماه گذشته باران بارید که", "day-of-relative"),
        ("نیمه دوم سال گذشته باران بارید که", "part-of-relative"),
        ("هفته دوم ماه گذشته باران بارید که", "week-of-relative"),
    ],
)
def test_a_relative_word_names_its_pattern(text: str, rule: str) -> None:
    (mention,) = shamsi.find(text, relative=True)
    assert mention.rule == rule


def test_no_token_gives_no_match() -> None:
    assert list(Grammar().match(Tokens("", [], [], [], []))) == []


@given(st.text(st.sampled_from(WITHOUT_ERAS), max_size=30))
def test_collecting_rejected_matches_does_not_change_the_others(letters: str) -> None:
    spots = list(range(0, 2 * len(letters), 2))
    values = [VALUES.get(letter) for letter in letters]
    tokens = Tokens(letters, spots, [k + 1 for k in spots], values, [None] * len(letters))
    rejected: list[tuple[Shape, Rejection]] = []
    found = list(Grammar().match(tokens, rejected))
    assert found == list(Grammar().match(tokens))
    for shape, _ in rejected:
        assert 0 <= shape.first < shape.last <= len(letters)
    for shape, why in rejected:  # a match within a longer number touches a mark between digits
        if why in (Rejection.DECIMAL, Rejection.CLOCK, Rejection.FRACTION):
            assert set(letters[max(0, shape.first - 1) : shape.last + 1]) & set(
                codes_of("inner_point inner_colon inner_slash")
            )


@given(st.text(st.sampled_from(codes_of(MARKS)), max_size=60))
def test_marks_and_unknown_words_give_no_match(letters: str) -> None:
    spots = list(range(len(letters)))
    values = [VALUES.get(letter) for letter in letters]
    tokens = Tokens(letters, spots, [k + 1 for k in spots], values, [None] * len(letters))
    assert list(Grammar().match(tokens)) == []


@pytest.mark.parametrize(
    "unit", ["5 و ", "5,", "مهر و ", "1400 و ", "سال ", "دهه ", "5 مهر تا ", "هزار و ", "نیمه اول "]
)
def test_a_long_chain_ends(unit: str) -> None:
    for mention in shamsi.find(unit * 3000):
        assert len(mention.parts) <= 13


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("خورشیدی: ۷ مهر ۱۴۰۱ میلادی: ۲۹ سپتامبر ۲۰۲۲", ["۷ مهر ۱۴۰۱", "۲۹ سپتامبر ۲۰۲۲"]),
        ("هجري: 1444/03/03 ميلادي: 2022/09/29", ["1444/03/03", "2022/09/29"]),
        ("۷ مهر ۱۴۰۱ خورشیدی: ۱۲ نفر آمدند", ["۷ مهر ۱۴۰۱ خورشیدی"]),
        ("در ۱۲۸۵ خورشیدی: ۱۴ مرداد فرمان رسید", ["۱۲۸۵ خورشیدی", "۱۴ مرداد"]),
    ],
)
def test_an_era_may_be_the_label_of_the_next_date(text: str, cores: list[str]) -> None:
    assert [mention.text for mention in shamsi.find(text)] == cores
