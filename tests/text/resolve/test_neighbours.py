"""Neighbours: what a text does not say of a date is decided by the date that states the same time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar.intervals import interval
from shamsi.lang.language import lunar_reckoning

# A text with the date to check in brackets, its calendar and native value, and what was assumed.
# None of them is a finding.
AGREED = """
این فرمان در ⟦۱۳۳۰⟧ (۱۹۱۲) نوشته شد. | islamic 1330 calendar
این فرمان در سال ⟦۱۳۳۰⟧ (۱۹۵۱ میلادی) نوشته شد. | persian 1330 calendar
این فرمان در سال ⟦۱۴۴۵⟧ (۲۰۲۳) نوشته شد. | islamic 1445 calendar
كتب هذا سنة ⟦1402⟧ (2023) في المدينة. | persian 1402 calendar
كتب هذا عام ⟦1350⟧ (1931) في المدينة. | islamic 1350 calendar
صدر هذا في ⟦1445/05/19⟧ (9 أغسطس 2066) في المدينة. | persian 1445-05-19 calendar
کتاب در سال ⟦۱۳۱۴ هجری⟧ (۱۸۹۷) چاپ شد. | islamic 1314 calendar
کتاب در سال ⟦۱۳۱۴ هـ⟧ / ۱۸۹۶ م چاپ شد. | islamic 1314 calendar
کتاب در سال ⟦۱۳۱۴ هـ⟧ / ۱۹۳۵ م چاپ شد. | persian 1314 calendar
طبع في قم سنة ⟦1399 هـ⟧ (2020م) طبعة ثانية. | persian 1399 calendar
بین سال‌های (⟦۱۲۹۱هـ - ۱۳۲۸هـ⟧) (۱۸۷۴م - ۱۹۱۰م) آمدند. | islamic 1291/1328 calendar
په ⟦۱۳۱۴ ه⟧ (۱۸۹۶ م) کې د هغه کتاب چاپ شو. | islamic 1314 calendar
لە ساڵی ⟦١٣٤٠⟧ی کۆچی (١٩٢٢) لەدایک بوو. | islamic 1340 calendar
در سال ⟦۱۳۴۰ هجری⟧ (۱۹۲۲) به ولسوالی پغمان رفت. | islamic 1340 calendar
كان ذلك سنة ⟦1388⟧ أي 790ه في بلادهم. | gregorian 1388 calendar
این در سال ⟦۱۲۸۱⟧ برابر با ۶۸۰ هجری قمری بود. | gregorian 1281 calendar
زار المدينة في ⟦الشهر الرابع من عام 1341⟧ (ديسمبر 1922). | islamic 1341-04 calendar
بلغ الجيش أوجه في القرن الثالث عشر (⟦1274⟧). | gregorian 1274 calendar
كان الأدب في ⟦القرن السابع⟧ (611 - 699 هـ) مزدهرا. | islamic 0601/0700 calendar
عاد في سنة ⟦ثلاث وسبعين⟧ (1973) إلى بلده. | gregorian 1973 calendar century
عاد في سنة ⟦ثلاث وسبعين⟧ (1760) إلى بلده. | islamic 1173 calendar century
عاد في سنة ⟦ثلاث وسبعين⟧ (693م) إلى بلده. | islamic 0073 calendar century
عاد سنة ⟦58⟧ (1958) إلى بلده. | gregorian 1958 calendar century
عاد سنة ⟦58⟧ (1939) إلى بلده. | islamic 1358 calendar century
او در سال ⟦۸۹⟧ (۱۹۸۹) بازگشت. | gregorian 1989 calendar century
او در سال ⟦۲۹⟧ (۱۹۵۰) بازگشت. | persian 1329 calendar century
او در ۱۲ آذر ۱۳۰۲ برابر با ⟦۴ دسامبر سال ۲۳⟧ بازگشت. | gregorian 1923-12-04 century
عاد في 3 رجب عام 1340 الموافق ⟦2 مارس عام 22⟧ مساء. | gregorian 1922-03-02 century
عاد في ⟦رجب عام 40 هـ⟧ (مارس عام 22) مساء. | islamic 1340-07 century
عاد في رجب عام 40 هـ (⟦مارس عام 22⟧) مساء. | gregorian 1922-03 century
عاد في ⟦5 محرم 52⟧ (30 أبريل 1933) مساء. | islamic 1352-01-05 century
در ⟦دهه ۳۰⟧ (۵۰ میلادی) نفت ملی شد. | persian 133X calendar century
او در سال ⟦47⟧/1968 بازگشت. | persian 1347 calendar century
عاد في عام ⟦87⟧/1967م إلى بلده. | islamic 1387 calendar century
عاد في ⟦11/4/2024⟧ الموافق 14 آبان 1403 مساء. | gregorian 2024-11-04 order
در ⟦۴/۱۱/۲۰۲۴⟧ (۱۶ فروردین ۱۴۰۴) آمد و رفت. |
او در سال ⟦۲۴۸۷⟧ (۱۹۲۸) به دنیا آمد. | persian 1307 era
"""
# Texts in which no reading agrees, and the calendar and native value that the first date keeps.
KEPT = """
او در سال ۳۷ (۱۹۶۹) بازگشت. | persian 1337
او در سال ۱۳۳۷ (۱۹۶۹) بازگشت. | persian 1337
کتاب در سال ۱۳۱۴ هـ / ۱۹۵۵ م چاپ شد. | persian 1314
کتاب در سال ۱۳۱۴ ه‍.ش (۱۸۹۶ م) چاپ شد. | persian 1314
کتاب در سال ۱۳۱۴ قمری (۱۹۳۵ م) چاپ شد. | islamic 1314
طبع سنة 1399 هـ (2010م) هناك. | islamic 1399
طبع سنة 1399 هجرية (2020م) هناك. | islamic 1399
مات سنة 60 هـ/682م في المدينة. | islamic 0060
عاد سنة 64 هـ (1650م) إلى بلده. | islamic 0064
این را در ۵ ذیحجه ۵۱۰ / 29/4/67 نوشت. | islamic 0510-12-05
عاد سنة تسع وثلاثين (1850م) إلى بلده. | islamic 0039
عاد في 12 ربيع الأول 1446 (15 سبتمبر 2004) مساء. | islamic 1446-03-12
۵ آبان ۱۴۰۳ (۲۶ نوامبر ۲۰۲۴) آمد. | persian 1403-08-05
او در سال ۲۵۲۱ (۱۹۷۳) به دنیا آمد. | persian 1341
"""
# Texts that are read as they were without a neighbour: it states another time, or may do so.
APART = """
او از ۱۳۰۰ (۱۳۴۱) تا مرگ شاعر بود. | persian 1300
او در سال ۱۳۴۵ و ۱۹۲۶ نفر دیگر آمدند. | persian 1345
او در سال ۱۳۴۵ آمد. آن کتاب در سال ۱۹۲۶ چاپ شد. | persian 1345
در سال ۱۲۵۷ میلادی (۶۵۵ قمری) آمد. | gregorian 1257
"""


def rows(text: str) -> list[list[str]]:
    return [row.split(" | ") if " | " in row else [row.removesuffix(" |"), ""] for row in text.strip().split("\n")]


@pytest.mark.parametrize(("marked", "wanted"), rows(AGREED))
def test_what_is_not_said_is_read_so_that_it_agrees(marked: str, wanted: str) -> None:
    start, text = marked.index("⟦"), marked.replace("⟦", "").replace("⟧", "")
    mention = next(m for m in shamsi.find(text) if m.start == start)
    if wanted:
        assert " ".join([f"{mention.calendar} {mention.native}", *sorted(mention.assumed)]) == wanted
    else:
        assert mention.assumed == ()
    if wanted:
        assert not shamsi.check(text)


@pytest.mark.parametrize(("text", "wanted"), rows(KEPT))
def test_what_agrees_in_no_reading_is_a_finding(text: str, wanted: str) -> None:
    mention = shamsi.find(text)[0]
    assert f"{mention.calendar} {mention.native}" == wanted
    assert [finding.code for finding in shamsi.check(text)] == ["pair-mismatch"]


@pytest.mark.parametrize(("text", "wanted"), rows(APART))
def test_a_date_that_states_another_time_decides_nothing(text: str, wanted: str) -> None:
    mention = shamsi.find(text)[0]
    assert f"{mention.calendar} {mention.native}" == wanted
    assert not shamsi.check(text)


@given(st.integers(1000, 1450), st.sampled_from(("persian", "islamic")), st.sampled_from(("fa", "ar")))
def test_a_year_means_what_its_gregorian_neighbour_says(year: int, calendar: str, lang: str) -> None:
    era = {"persian": "خورشیدی", "islamic": "قمری"}[calendar]
    (meant,) = shamsi.find(f"سال {year} {era}")
    assert meant.earliest is not None
    if meant.earliest.year > 1500:
        text = {"fa": "این را در سال {} ({}) نوشت", "ar": "كتب هذا سنة {} ({}) هنا"}[lang]
        found = shamsi.find(text.format(year, meant.earliest.year))
        counted = interval(lunar_reckoning(lang) if calendar == "islamic" else calendar, year)
        assert counted is not None
        assert (found[0].calendar, found[0].earliest) == (calendar, counted[0])
        assert not shamsi.check(text.format(year, meant.earliest.year))


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("العام الدراسي 74 / 1975م كان طويلا.", ["1974/1975"]),
        ("العام الدراسي 74/1975 كان طويلا.", ["1974/1975"]),
        ("سال تحصیلی ۷۴ / ۱۹۷۵ سخت بود.", ["1974/1975"]),
        ("عاد في عام 11/1975 إلى بلده.", ["1975/2011"]),
    ],
)
def test_a_short_year_before_the_next_one_is_of_the_same_calendar(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == natives


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("او در سال ۲۹ (۱۹۵۰) رفت.", ["no century is said", "of the calendars that it may be of, the Solar Hijri one"]),
        ("او در سال ۲۴۸۷ (۱۹۲۸) رفت.", ["no era is said: the Imperial one"]),
        ("عاد في 11/4/2024 الموافق 14 آبان 1403 مساء.", ["with the month before the day", "a year after 1500"]),
    ],
)
def test_what_the_neighbour_decided_is_explained(text: str, told: list[str]) -> None:
    reasons = [reason for reason in shamsi.explain(text)[0].reasons if not reason.startswith(("assumed", "confidence"))]
    assert [reason.startswith(one) for reason, one in zip(reasons[-len(told) :], told, strict=True)] == [True] * len(
        told
    )
    assert not any("…" in reason for reason in reasons)


def test_a_neighbour_that_confirms_a_reading_is_told() -> None:
    (alone,) = shamsi.explain("كتب هذا سنة 1402 في طهران.")
    both = shamsi.explain("كتب هذا سنة 1402 (2023) في طهران.")
    assert alone.mention
    assert both[0].mention
    assert alone.mention.confidence < both[0].mention.confidence
    assert any("the date beside it" in reason for reason in both[0].reasons)


def test_a_year_that_was_taken_from_the_reference_decides_nothing() -> None:
    text = "جشن سال ۸۷ مصادف است با ۱ فروردین در خانه"
    (year, _) = shamsi.find(text, reference=dt.date(2025, 12, 15))
    assert (year.calendar, year.native) == ("persian", "1387")


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("يوم الاثنين الثاني من أكتوبر 2023 الموافق 17 مهر 1402", "2023-10-09"),
        ("يوم الاثنين الثاني من أكتوبر 2023 الموافق 10 مهر 1402", "2023-10-02"),
        ("يوم الاثنين الثاني من أكتوبر 2023", "2023-10-02"),
    ],
)
def test_another_date_decides_what_an_ordinal_counts(text: str, native: str) -> None:
    assert shamsi.find(text)[0].native == native
    assert not shamsi.check(text)


@pytest.mark.parametrize("year", [1979, 1985, 1990])
def test_a_decade_stays_in_its_calendar_beside_a_year(year: int) -> None:
    decade = shamsi.find(f"عقد الثمانينيات ({year})")[0]
    assert (decade.calendar, decade.native) == ("gregorian", "198X")
