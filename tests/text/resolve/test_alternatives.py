"""Alternatives: what a text leaves open, and what it does not."""

import datetime as dt

import pytest

import shamsi
from shamsi.calendar import intervals
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.tokens import Number, Tokens
from shamsi.text.resolve.alternatives import Freedom, alternatives, freedom, may_meet
from shamsi.text.resolve.reading import reading_of

SHAPE, TOKENS = Shape("year", 0, 1, 0), Tokens("", (), (), (), ())
ALL = ("islamic", "persian", "gregorian")


def draft_of(text: str) -> Draft:
    return reading_of(text).drafts[0][0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("در سال ۱۳۳۰ نوشت", Freedom(ALL)),
        ("در سال ۷۳ نوشت", Freedom(ALL, is_short=True)),
        ("كتب سنة ثلاث وسبعين هنا", Freedom(ALL, is_short=True)),
        ("۵ آبان ۷۳ آمد", Freedom(is_short=True)),
        ("۵ آبان ۱۳۳۰ آمد", Freedom()),
        ("۵ آبان آمد", Freedom()),
        ("در سال ۱۹۵۱ نوشت", Freedom()),
        ("در سال ۱۳۳۰ هجری نوشت", Freedom(ALL[:2], has_era=True)),
        ("كتب سنة 1330 هـ هنا في البيت", Freedom(ALL[:2], has_era=True)),
        ("كتب سنة 1330 هجرية هنا في البيت", Freedom(has_era=True)),
        ("در سال ۱۳۳۰ قمری نوشت", Freedom(has_era=True)),
        ("در سال ۳۵ شاهنشاهی نوشت", Freedom(has_era=True)),
        ("در سال ۲۵۳۵ نوشت", Freedom(("gregorian", "imperial"))),
        ("۵ آبان ۲۴۹۰ آمد", Freedom(("persian", "imperial"))),
        ("وصل في 5/11/2024 هنا", Freedom(is_turnable=True)),
        ("وصل في 2024/5/11 هنا", Freedom()),
        ("وصل في 25/11/2024 هنا", Freedom()),
        ("قرن هفتم گذشت", Freedom(ALL)),
    ],
)
def test_what_a_text_leaves_open(text: str, wanted: Freedom) -> None:
    assert freedom((draft_of(text),)) == wanted


def test_the_calendar_that_is_taken_comes_first() -> None:
    drafts = (draft_of("در سال ۱۳۳۰ نوشت"),)
    found = alternatives(drafts, freedom(drafts), "persian", None, is_open=True)
    assert [(calendar, draft.calendar) for calendar, (draft,) in found] == [
        (name, name) for name in ("persian", "islamic", "gregorian")
    ]


def test_with_an_era_no_old_year_is_solar() -> None:
    drafts = (draft_of("كتب سنة 1130 هـ هنا في البيت"),)
    found = alternatives(drafts, freedom(drafts), "islamic", None, is_open=False)
    assert [(draft.calendar, draft.assumed) for _, (draft,) in found] == [(None, ())]


@pytest.mark.parametrize("calendar", ["persian", "islamic", "gregorian"])
def test_the_arithmetic_of_years_is_at_most_a_year_off(calendar: str) -> None:
    for year in range(1, 2100):
        span = intervals.interval(calendar, year)
        draft = Draft(SHAPE, TOKENS, "year", (Member(0, 1, year=Number(year, 4)),))
        assert span
        for day in span:
            assert may_meet(calendar, (draft,), (day, day))
        for far in (-4, 4):
            day = dt.date(max(1, span[0].year + far), 7, 1)
            assert not may_meet(calendar, (draft,), (day, day)) or day.year == 1


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("از ۲۶ خرداد تا 1441-05-21 هـ", ["XXXX-03-26", "1441-05-21"]),
        ("من 12 مهر إلى 1341/10/3 هـ", ["XXXX-07-12", "1341-10-03"]),
        ("من 12 رمضان إلى 1441/10/3 هـ", ["1441-09-12/1441-10-03"]),
        ("از ۱۰ مهر تا ۵ آبان ۲۵۳۵", ["1355-07-10/1355-08-05"]),
    ],
)
def test_a_month_that_a_range_names_is_never_of_another_calendar(text: str, native: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == native
