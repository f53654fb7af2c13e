"""The resolver: the calendar of a date, its century, its year, and the assumptions."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi

REFERENCE = dt.date(2025, 12, 15)

CALENDARS = """
این را در سال ۱۳۵۰ نوشت | persian 1350
این را در سال ۱۹۵۰ نوشت | gregorian 1950
این را در سال ۷۵۰ نوشت | islamic 0750
این را در سال ۱۳۵۰ قمری نوشت | islamic 1350
این را در سال ۱۳۵۰ ه‍.ق نوشت | islamic 1350
این را در سال ۱۳۵۰ میلادی نوشت | gregorian 1350
این را در سال ۱۳۵۰ هجری نوشت | persian 1350
این را در سال ۷۵۰ هجری نوشت | islamic 0750
این را در سال ۱۹۴۸ شمسی نوشت | gregorian 1948
این را در سال ۲۵۳۵ شاهنشاهی نوشت | persian 1355
این را در سال ۲۵۷۹ شاهنشاهی نوشت | persian 1399
این را در سال ۲۵۳۴ نوشت | persian 1354
این را در سال ۲۵۳۸ نوشت | gregorian 2538
این را در سال ۲۵۳۴ میلادی نوشت | gregorian 2534
این را در سال ۲۵۳۴ خورشیدی نوشت | persian 2534
این را در سال ۳۴ شاهنشاهی نوشت | persian 1354
این را در مهر ۳۴ شاهنشاهی نوشت | persian 1354-07
این را در ۹ مهر ۲۵۳۴ نوشت | persian 1354-07-09
این را در پاییز ۲۵۳۴ نوشت | persian 1354-S3
این را در ۲۵۳۴/۷/۹ نوشت | persian 1354-07-09
این را در ۹/۷/۲۵۳۴ نوشت | persian 1354-07-09
این را در ۹ مارس ۲۵۳۴ نوشت | gregorian 2534-03-09
كتب هذا عام 2534 في فاس | gregorian 2534
كتب هذا في 9 مهر 2534 في فاس | persian 1354-07-09
كتب هذا في 2534/07/09 هنا في البيت | persian 1354-07-09
دا یې د ۲۵۳۴ کال د تلې په ۹مه ولیکل | persian 1354-07-09
٩ی ڕەزبەری ٢٥٣٤ لە سنە بوو | persian 1354-07-09
این را در سال ۳۰ هجری قمری نوشت | islamic 0030
این را در سال ۵۲۰ پیش از میلاد نوشت | gregorian -0519
این را در سال ۱ پیش از میلاد نوشت | gregorian -0000
این را در سال ۲۹ پیش از هجرت نوشت | islamic -0028
كتب هذا سنة 29 قبل الهجرة في مكة | islamic -0028
این را در ۱۰ خرداد ۲۵۳۵ شاهنشاهی نوشت | persian 1355-03-10
كتب هذا سنة 702 في فاس | islamic 0702
كتب هذا سنة 1350 في فاس | islamic 1350
كتب هذا عام 1350 في فاس | gregorian 1350
كتب هذا عام 702 في فاس | gregorian 0702
كتب هذا عام 1950 في فاس | gregorian 1950
كتب هذا سنة 1950 في فاس | gregorian 1950
كتب هذا عام 1350 هـ في فاس | islamic 1350
كتب هذا عام 1350 هـ.ش في فاس | persian 1350
كتب هذا عام 1350 شمسية في فاس | persian 1350
كتب هذا عام 702 م في فاس | gregorian 0702
كتب هذا سنة 633 قبل الميلاد في فاس | gregorian -0632
كتب هذا في 1404/05/18 هنا في البيت | persian 1404-05-18
كتب هذا في 2025/08/09 هنا في البيت | gregorian 2025-08-09
"""


@pytest.mark.parametrize("case", CALENDARS.strip().split("\n"))
def test_the_calendar_of_a_year(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    (mention,) = shamsi.find(text)
    assert f"{mention.calendar} {mention.native}" == wanted
    if mention.native and mention.native.startswith("-"):
        assert mention.earliest is None


@pytest.mark.parametrize(
    ("text", "confidence"), [("در سال ۲۵۳۴ نوشت", 0.6), ("په ۲۵۳۴ کال کې", 0.6), ("۹ مهر ۲۵۳۴ نوشت", 0.9)]
)
def test_an_imperial_year_without_its_era_is_an_assumption(text: str, confidence: float) -> None:
    (mention,) = shamsi.find(text)
    assert (mention.assumed, mention.confidence) == (("era",), confidence)


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("در ۹ مهر ۲۵۳۴ (۳ اکتبر ۱۹۷۵) نوشت", {"۱۱ مهر ۲۵۳۴", "۱ اکتبر ۱۹۷۵"}),
        ("در ۲۵۳۴/۰۷/۰۹ (۳ اکتبر ۱۹۷۵) نوشت", {"۲۵۳۴/۰۷/۱۱", "۱ اکتبر ۱۹۷۵"}),
    ],
)
def test_a_repair_keeps_the_years_that_the_text_counts(text: str, repairs: set[str]) -> None:
    (finding,) = shamsi.check(text)
    assert {repair.replacement for repair in finding.suggestions} == repairs


def test_a_solar_text_in_arabic_reads_its_bare_years_as_solar() -> None:
    _, year = shamsi.find("في 18 مرداد 1404 وكذلك في عام 1403 في المدينة")
    assert (year.calendar, year.native) == ("persian", "1403")
    assert "calendar" in year.assumed


@given(st.integers(0, 99), st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
def test_two_digits_mean_the_latest_year_that_is_not_far_ahead(short: int, reference: dt.date) -> None:
    now = shamsi.Date.from_gregorian(reference).year
    wanted = max(year for year in range(now - 100, now + 6) if year % 100 == short)
    for text in (f"این را نوشت در سال {short:02}.", f"این را در ۵ دی سال {short:02} نوشت"):
        (mention,) = shamsi.find(text, reference=reference)
        assert (mention.native or "")[:4] == f"{wanted}"
        assert "century" in mention.assumed


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.integers(-170, 170))
def test_a_yearless_day_is_the_nearest(reference: dt.date, off: int) -> None:
    day = shamsi.Date.from_gregorian(reference + dt.timedelta(days=off))
    months = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
    text = f"این را در {day.day} {months[day.month - 1]} نوشت"
    (mention,) = shamsi.find(text, reference=reference)
    if (day.month, day.day) != (12, 30):
        assert mention.earliest == day.gregorian
        assert mention.assumed == ("year",)
    (undated,) = shamsi.find(text)
    assert (undated.earliest, undated.assumed) == (None, ())
    assert undated.native == f"XXXX-{day.month:02}-{day.day:02}"


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("در ۱۲ خرداد گذشته آمد", "1404-03-12"),
        ("در ۱۲ دی گذشته آمد", "1403-10-12"),
        ("در ۱۲ دی آینده آمد", "1404-10-12"),
        ("در ۱۲ خرداد آینده آمد", "1405-03-12"),
        ("در ۱۲ خرداد سال آینده آمد", "1405-03-12"),
        ("در ۱۲ خرداد پارسال آمد", "1403-03-12"),
        ("في 12 مارس القادم هناك", "2026-03-12"),
        ("في 12 مارس الماضي هناك", "2025-03-12"),
        ("في 20 ديسمبر الماضي هناك", "2024-12-20"),
        ("في 20 ديسمبر المقبل هناك", "2025-12-20"),
        ("في 12 مارس من العام الماضي هناك", "2024-03-12"),
        ("في 12 مارس العام المقبل هناك", "2026-03-12"),
    ],
)
def test_deictics_count_from_the_reference(text: str, native: str) -> None:
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert mention.native == native
    (undated,) = shamsi.find(text)
    assert undated.native == f"XXXX{native[4:]}"
    assert undated.earliest is None


@pytest.mark.parametrize(
    ("text", "calendar", "first"),
    [
        ("در سال گذشته آمد", "persian", dt.date(2024, 3, 20)),
        ("امروز و در سال میلادی گذشته آمد", "gregorian", dt.date(2024, 1, 1)),
        ("امروز و در سال شمسی آینده می‌آید", "persian", dt.date(2026, 3, 21)),
        ("جاء في هذا العام هناك", "gregorian", dt.date(2025, 1, 1)),
        ("جاء في هذا العام الإيراني هناك", "persian", dt.date(2025, 3, 21)),
    ],
)
def test_a_year_that_is_pointed_to_is_its_eras(text: str, calendar: str, first: dt.date) -> None:
    *_, year = shamsi.find(text, reference=REFERENCE)
    assert (year.kind, year.calendar, year.earliest) == ("relative", calendar, first)


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("این هنر در قرن نهم رایج شد", "0801/0900"),
        ("این هنر در قرن نهم میلادی رایج شد", "0801/0900"),
        ("این هنر در قرن نوزدهم رایج شد", "1801/1900"),
    ],
)
def test_early_centuries_of_persian_texts_are_lunar(text: str, native: str) -> None:
    (century,) = shamsi.find(text)
    lunar = "نهم" in text and "میلادی" not in text
    assert (century.native, century.calendar) == (native, "islamic" if lunar else "gregorian")


@pytest.mark.parametrize(
    "text",
    [
        "كان سنة 1489ش (1773م) في مصر",
        "كان سنة 1489 قبطية في مصر",
        "ولد سنة 584 رومية في قونية",
        "عاد في 12 كيهك 1735 ش",
    ],
)
def test_calendars_that_are_not_read_are_not_taken_for_others(text: str) -> None:
    assert {m.calendar for m in shamsi.find(text)} <= {"gregorian"}


def test_centuries_are_strict() -> None:
    (mention,) = shamsi.find("معماری قرن چهاردهم خورشیدی")
    assert mention.native == "1301/1400"
    assert (mention.earliest, mention.latest) == (dt.date(1922, 3, 22), dt.date(2022, 3, 20))
    (western,) = shamsi.find("كان ذلك في القرن التاسع عشر الميلادي هناك")
    assert (western.earliest, western.latest) == (dt.date(1801, 1, 1), dt.date(1900, 12, 31))


def test_decades_are_ten_years() -> None:
    (mention,) = shamsi.find("آهنگ‌های دهه ۶۰ شاد بود")
    assert (mention.earliest, mention.latest) == (dt.date(1981, 3, 21), dt.date(1991, 3, 20))


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("كتب في 1404 / 05 / 18 هناك", "1404-05-18"),
        ("كتب في 18 / 5 / 2015 هناك", "2015-05-18"),
        ("في 1404/5/18A", None),
    ],
)
def test_a_numeric_date_may_have_blanks_but_no_letter_behind_it(text: str, native: str | None) -> None:
    assert [mention.native for mention in shamsi.find(text)] == ([native] if native else [])
