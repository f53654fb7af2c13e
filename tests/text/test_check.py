"""The checker: right pairs have no finding; slips and wrong single dates have, with repairs."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import shamsi
from shamsi.calendar import lunar
from shamsi.calendar.intervals import UMM_AL_QURA, interval
from shamsi.lang.language import load
from shamsi.text.check import check_each, examine
from shamsi.text.resolve.reading import reading_of

SOLAR = {"fa": ("iranian",), "ar": ("arabised", "software")}
WESTERN = {"fa": ("french",), "ar": ("egyptian", "levantine", "maghrebi", "moroccan", "mauritanian")}
DIGITS = {"fa": ("0۰",), "ar": ("0٠",)}
DAY_MONTH_YEAR = "{d} {m} {y}"
SOLAR_LAYOUTS = {
    "fa": (
        DAY_MONTH_YEAR,
        "{d} {m}‌ماه {y}",
        "{d} {m} ماه سال {y}",
        "{d} {m} سال {y}",
        "{d} {m} {y} خورشیدی",
        "{o} {m} {y}",
        "{y}/{mm}/{dd}",
    ),
    "ar": (
        DAY_MONTH_YEAR,
        "{d} {m} عام {y}",
        "{d} من شهر {m} {y}",
        "{d} {m} {y} هـ.ش",
        "{o} من {m} {y}",
        "{y}/{mm}/{dd}",
    ),
}
WESTERN_LAYOUTS = {
    "fa": ("{d} {m} {y}", "{d} {m} سال {y}", "{d} {m} {y} میلادی", "{d} {m} {y} م", "{o} {m} {y}", "{y}-{mm}-{dd}"),
    "ar": ("{d} {m} {y}", "{d} {m} {y}م", "{d} من {m} {y}", "{d} {m} عام {y}", "{o} من {m} {y}", "{y}-{mm}-{dd}"),
}
JOINTS = {
    "fa": ("{} ({})", "{} برابر با {}", "{} / {}", "{}/ {}", "{}، مطابق با {}", "{} مصادف با {}", "{} = {}", "{} [{}]"),
    "ar": (
        "{} ({})",
        "{} الموافق {}",
        "{} / {}",
        "{}/ {}",
        "{} الموافق لـ {}",
        "{}، أي {}",
        "{} = {}",
        "{} المصادف {}",
    ),
}
FRAMES = {"fa": "این نامه در {} نوشته شد و بعد گم شد.", "ar": "كتبت هذه الرسالة في {} ثم ضاعت في البيت."}
LANGUAGES = st.sampled_from(["fa", "ar"])
DAYS = st.integers(shamsi.Date(1300, 1, 1).ordinal, shamsi.Date(1420, 12, 29).ordinal).map(shamsi.Date.from_ordinal)


def names(code: str, calendar: str, tradition: str) -> list[str]:
    tables = load(code).tables.months
    return [row[0] for t in tables if (t.calendar, t.tradition) == (calendar, tradition) for row in t.names]


def written(layout: str, code: str, months: list[str], zero: str, fields: tuple[int, int, int]) -> str:
    year, month, day = fields
    ordinal = load(code).tables.ordinals[day - 1][0]
    text = layout.format(d=day, m=months[month - 1], y=f"{year:04}", o=ordinal, mm=f"{month:02}", dd=f"{day:02}")
    return "".join(chr(ord(zero) + int(c)) if c in "0123456789" else c for c in text)


@dataclass(frozen=True)
class Style:
    """How one text writes its pairs."""

    code: str
    solar: str
    western: str
    solar_months: tuple[str, ...]
    western_months: tuple[str, ...]
    zero: str
    joint: str
    solar_first: bool

    def write(self, solar: tuple[int, int, int], western: tuple[int, int, int]) -> str:
        left = written(self.solar, self.code, list(self.solar_months), self.zero, solar)
        right = written(self.western, self.code, list(self.western_months), self.zero, western)
        both = (left, right) if self.solar_first else (right, left)
        return FRAMES[self.code].format(self.joint.format(*both))


@st.composite
def styles(draw: st.DrawFn) -> Style:
    code = draw(LANGUAGES)
    return Style(
        code,
        draw(st.sampled_from(SOLAR_LAYOUTS[code])),
        draw(st.sampled_from(WESTERN_LAYOUTS[code])),
        tuple(names(code, "persian", draw(st.sampled_from(SOLAR[code])))),
        tuple(names(code, "gregorian", draw(st.sampled_from(WESTERN[code])))),
        draw(st.sampled_from(DIGITS[code][0])),
        draw(st.sampled_from(JOINTS[code])),
        draw(st.booleans()),
    )


def fields(day: shamsi.Date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def western(day: shamsi.Date) -> tuple[int, int, int]:
    date = day.gregorian
    return date.year, date.month, date.day


def is_date(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def mended(text: str, repair: shamsi.Suggestion) -> str:
    return text[: repair.start] + repair.replacement + text[repair.end :]


@settings(max_examples=300)
@given(styles(), DAYS)
def test_a_true_pair_agrees_and_is_silent(style: Style, day: shamsi.Date) -> None:
    text = style.write(fields(day), western(day))
    seen = examine(reading_of(text))
    assert [(p.verdict, p.delta_days) for p in seen.pairs] == [("agree", 0)]
    assert seen.findings == []
    assert {m.earliest for m in seen.mentions} == {day.gregorian}


def checked(style: Style, solar: tuple[int, int, int], wrong: tuple[int, int, int]) -> shamsi.Finding:
    """Return the only finding of a wrong pair, whose distance and two repairs are checked."""
    text = style.write(solar, wrong)
    (finding,) = shamsi.check(text)
    assert finding.code == "pair-mismatch"
    apart = (dt.date(*wrong) - shamsi.Date(*solar).gregorian).days
    assert finding.delta_days == (apart if style.solar_first else -apart)
    left, right = finding.spans
    assert [(r.start, r.end) for r in finding.suggestions] == [(left.start, left.end), (right.start, right.end)]
    assert (finding.start, finding.end) == (left.start, right.end)
    for repair in finding.suggestions:
        clean = mended(text, repair)
        assert shamsi.check(clean) == [], clean
        (pair,) = shamsi.pairs(clean)
        assert (pair.verdict, pair.delta_days) == ("agree", 0)
        if style.zero != "0":
            assert not set(repair.replacement) & set("0123456789")
    return finding


def is_calque(solar: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return solar[2] == other[2] and (other[1] - solar[1]) % 12 in (2, 3)


@settings(max_examples=200)
@given(styles(), DAYS, st.sampled_from([-1, 1]))
def test_a_day_off(style: Style, day: shamsi.Date, step: int) -> None:
    other = shamsi.Date.from_ordinal(day.ordinal + step)
    assert checked(style, fields(day), western(other)).diagnosis == "off-by-one"


@settings(max_examples=200)
@given(styles(), DAYS, st.sampled_from([-1, 1]))
def test_a_month_slipped(style: Style, day: shamsi.Date, step: int) -> None:
    year, month, number = western(day)
    wrong = (year, month + step, number)
    assume(is_date(*wrong))
    assert checked(style, fields(day), wrong).diagnosis == ("calque" if is_calque(fields(day), wrong) else "month-slip")


@settings(max_examples=200)
@given(styles(), DAYS, st.sampled_from([-10, -3, -2, -1, 1, 2, 3, 10]))
def test_a_year_slipped(style: Style, day: shamsi.Date, step: int) -> None:
    year, month, number = western(day)
    wrong = (year + step, month, number)
    assume(is_date(*wrong))
    assert checked(style, fields(day), wrong).diagnosis == ("calque" if is_calque(fields(day), wrong) else "year-slip")


@settings(max_examples=200)
@given(styles(), DAYS)
def test_two_digits_exchanged(style: Style, day: shamsi.Date) -> None:
    year, month, number = western(day)
    wrong = (year, month, int(f"{number:02}"[::-1]))
    assume(is_date(*wrong) and wrong[2] != number)
    assert checked(style, fields(day), wrong).diagnosis == ("calque" if is_calque(fields(day), wrong) else "digit-swap")


@settings(max_examples=200)
@given(styles(), DAYS, st.sampled_from([2, 3]))
def test_a_month_translated_by_name(style: Style, day: shamsi.Date, step: int) -> None:
    _, month, number = fields(day)
    shifted = month - 1 + step
    wrong = (western(day)[0], shifted % 12 + 1, number)
    assume(is_date(*wrong) and abs((dt.date(*wrong) - day.gregorian).days) > 1)
    assert checked(style, fields(day), wrong).diagnosis == "calque"


@settings(max_examples=100)
@given(styles(), DAYS, st.integers(40, 120))
def test_what_no_slip_explains(style: Style, day: shamsi.Date, days: int) -> None:
    other = shamsi.Date.from_ordinal(day.ordinal + days)
    finding = checked(style, fields(day), western(other))
    assert finding.diagnosis in ("unknown", "calque", "digit-swap", "year-slip")


@settings(max_examples=150)
@given(styles(), DAYS, st.integers(1, 9), st.integers(-12, 12))
def test_ranges_are_paired_and_mended_as_one(style: Style, day: shamsi.Date, length: int, slip: int) -> None:
    last = shamsi.Date.from_ordinal(day.ordinal + length)
    assume(last.month == day.month and last.gregorian.month == day.gregorian.month)
    wrong = [shamsi.Date.from_ordinal(d.ordinal + slip).gregorian for d in (day, last)]
    assume(wrong[0].month == wrong[1].month)
    word = load(style.code).tables.words["range"][0]
    months = names(style.code, "persian", SOLAR[style.code][0])
    solar = f"{day.day} {word} {last.day} {months[day.month - 1]} {day.year}"
    other = f"{wrong[0].day} {word} {wrong[1].day} {style.western_months[wrong[0].month - 1]} {wrong[0].year}"
    text = FRAMES[style.code].format(f"{solar} ({other})")
    (pair,) = shamsi.pairs(text)
    assert (pair.verdict, pair.delta_days) == ("mismatch" if slip else "agree", slip)
    assert len(pair.left.parts) == len(pair.right.parts) == 2
    findings = shamsi.check(text)
    assert len(findings) == bool(slip)
    for finding in findings:
        assert finding.suggestions
        for repair in finding.suggestions:
            assert shamsi.check(mended(text, repair)) == [], repair


LUNAR = st.integers(lunar.days(1340, 1, 1), lunar.days(1450, 1, 1))


@settings(max_examples=150)
@given(LUNAR, st.integers(-40, 40), LANGUAGES, st.booleans())
def test_lunar_pairs_have_tolerance(number: int, off: int, code: str, to_solar: bool) -> None:
    year, month, day = lunar.fields(number)
    date = dt.date(1970, 1, 1) + dt.timedelta(days=number + off)
    calendar = "persian" if to_solar else "gregorian"
    other = fields(shamsi.Date.from_gregorian(date)) if to_solar else (date.year, date.month, date.day)
    months = names(code, calendar, (SOLAR if to_solar else WESTERN)[code][0])
    era = {"fa": "قمری", "ar": "هـ"}[code]
    said = written("{d} {m} {y} " + era, code, names(code, "islamic", "lunar"), "0", (year, month, day))
    text = FRAMES[code].format(f"{said} ({written('{d} {m} {y}', code, months, '0', other)})")
    (pair,) = shamsi.pairs(text)
    days = [interval(one, year, month, day) for one in ("islamic", UMM_AL_QURA)]
    by_table, by_other = ((date - one[0]).days for one in days if one)
    own, least = (by_other if code == "ar" else by_table), min(abs(by_table), abs(by_other))
    assert pair.verdict == ("agree" if least <= 1 else "near" if least == 2 else "mismatch")
    assert pair.delta_days == own or (least <= 2 and abs(pair.delta_days or 0) == least)
    assert bool(shamsi.check(text)) == (least > 2)


@given(DAYS, st.integers(1, 7), LANGUAGES, st.booleans())
def test_a_weekday_must_be_that_days(day: shamsi.Date, weekday: int, code: str, solar: bool) -> None:
    name = load(code).tables.weekdays[weekday - 1][0]
    months = names(code, "persian", SOLAR[code][0]) if solar else names(code, "gregorian", WESTERN[code][0])
    text = FRAMES[code].format(
        f"{name} {written('{d} {m} {y}', code, months, '0', fields(day) if solar else western(day))}"
    )
    findings = shamsi.check(text)
    assert [f.code for f in findings] == (["weekday-conflict"] if weekday != day.weekday else [])
    assert all(f.spans[0].earliest == day.gregorian for f in findings)


@pytest.mark.parametrize(
    ("text", "right"),
    [  # the days after the tabular one; 11 Dhu al-Qa'da 1300 was a Thursday in the table
        ("كتب هذا {} 11 ذي القعدة 1300 هـ في المدينة", range(-2, 2)),
        ("كتب هذا مساء {} 11 ذي القعدة 1300 هـ في المدينة", range(-3, 3)),
        ("كتب هذا ليلة {} 11 ذي القعدة 1300 هـ في المدينة", range(-3, 3)),
        ("كتب هذا صباح {} 11 ذي القعدة 1300 هـ في المدينة", range(-2, 2)),
        ("این را {} ۱۱ ذیقعده ۱۳۰۰ ق نوشتند", range(-2, 2)),
        ("این را شب {} ۱۱ ذیقعده ۱۳۰۰ ق نوشتند", range(-3, 3)),
        ("این را شامگاه {} ۱۱ ذیقعده ۱۳۰۰ ق نوشتند", range(-3, 3)),
        ("این را عصر {} ۱۱ ذیقعده ۱۳۰۰ ق نوشتند", range(-2, 2)),
    ],
)
def test_a_lunar_weekday_may_be_off_by_what_a_month_may_be(text: str, right: range) -> None:
    weekdays = load("fa" if "نوشتند" in text else "ar").tables.weekdays
    true = (dt.date(1970, 1, 1) + dt.timedelta(days=lunar.days(1300, 11, 11))).isoweekday()
    for off in range(-3, 4):
        found = shamsi.check(text.format(weekdays[(true + off - 1) % 7][0]))
        assert [finding.code for finding in found] == ([] if off in right else ["weekday-conflict"]), off


@pytest.mark.parametrize(
    "text",
    [
        "این در ۳۱ مهر ۱۴۰۴ بود",
        "این در ۳۰ اسفند ۱۴۰۴ بود",
        "این در ۳۰ اسفند ۱۴۰۲ بود",
        "این در 31 اسفند 1403 بود",
        "این در ۳۱ مهر بود",
        "این در ۱۴۰۴/۰۷/۳۱ بود",
        "این در ۳۰ فوریه ۲۰۲۴ بود",
        "این در ۲۹ فوریه ۲۰۲۳ بود",
        "كان هذا في 31 مهر 1404 هناك",
        "كان هذا في 30 إسفند 1404 هناك",
        "كان هذا في 30 فبراير 2024 هناك",
        "كان هذا في 31 نيسان 2024 هناك",
        "كان هذا في 31 ديسمبر/كانون الأول 2024 ثم في 31 نوفمبر 2024 هناك",
    ],
)
def test_impossible_days_are_reported(text: str) -> None:
    (finding,) = shamsi.check(text)
    assert (finding.code, finding.delta_days, finding.diagnosis) == ("impossible-date", None, None)
    assert text[finding.start : finding.end] == finding.spans[0].text
    assert finding.spans[0].problem == finding.detail


@given(st.integers(1300, 1420), st.integers(1, 12), st.integers(1, 31))
def test_a_day_is_impossible_when_date_says_so(year: int, month: int, day: int) -> None:
    try:
        shamsi.Date(year, month, day)
        wanted = []
    except shamsi.DateError:
        wanted = ["impossible-date"]
    text = FRAMES["fa"].format(f"{day} {names('fa', 'persian', 'iranian')[month - 1]} {year}")
    assert [finding.code for finding in shamsi.check(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "از ۲۰ تا ۱۸ مرداد ۱۴۰۴ بود",
        "از ۵ مهر ۱۴۰۴ تا ۳ شهریور ۱۴۰۴ بود",
        "من 20 إلى 18 مرداد 1404 هناك",
        "من 3 يونيو 2022 إلى 28 مايو 2022 هناك",
    ],
)
def test_ranges_that_end_before_they_start(text: str) -> None:
    (finding,) = shamsi.check(text)
    assert finding.code == "reversed-range"
    assert finding.spans[0].kind == "range"


@pytest.mark.parametrize(
    "text",
    [
        "از ۱۸ تا ۲۰ مرداد ۱۴۰۴ بود",
        "از ۲۵ اسفند تا ۱۵ فروردین ۱۴۰۴ بود",
        "بازی‌های سال 19-2018 بود",
        "سال ۱۳۴۷-۱۳۴۰ ش در تبریز بود",
        "۲۰ و ۱۸ مرداد ۱۴۰۴ بود",
        "۳۰ اسفند ۱۴۰۳ روز آخر سال بود",
        "۲۹ فوریه ۲۰۲۴ بود",
        "خبرگزاری مهر گزارش داد",
        "",
    ],
)
def test_what_is_right_is_silent(text: str) -> None:
    assert shamsi.check(text) == []


def test_a_bare_minimum_of_confidence_leaves_findings_out() -> None:
    text = "في 18 مرداد 1404 (18 أغسطس 2025) هناك"
    assert len(shamsi.check(text)) == 1
    assert shamsi.check(text, min_confidence=1.0) == []


DOUBTFUL = "در سال ۱۳۹۰ (۱۸۹۲) ساخته شد و در ۳۱ مهر ۱۴۰۴ بسته شد"


def test_a_least_confidence_of_findings_leaves_the_less_sure_ones_out() -> None:
    every = shamsi.check(DOUBTFUL)
    assert [finding.code for finding in every] == ["pair-mismatch", "impossible-date"]
    unsure, sure = (finding.confidence for finding in every)
    assert unsure < 0.5 < sure < 1
    assert shamsi.check(DOUBTFUL, min_alarm=unsure) == every  # the least itself is enough
    assert shamsi.check(DOUBTFUL, min_alarm=0.5) == every[1:]
    assert shamsi.check(DOUBTFUL, min_alarm=1) == []
    assert check_each([DOUBTFUL, DOUBTFUL], min_alarm=0.5) == [every[1:], every[1:]]
    assert len(shamsi.find(DOUBTFUL)) == 3  # the dates themselves stay


def test_every_finding_is_reported_by_default() -> None:
    assert shamsi.check(DOUBTFUL) == shamsi.check(DOUBTFUL, min_alarm=0.0)


def test_only_sure_pairs_are_fixed_on_request() -> None:
    assert shamsi.fix(DOUBTFUL, "persian") == DOUBTFUL.replace("۱۳۹۰", "۱۲۷۱")
    assert shamsi.fix(DOUBTFUL, "persian", min_alarm=0.5) == DOUBTFUL


def test_the_seed_has_one_finding(shared: Callable[[str], Path]) -> None:
    with shared("seed/mehr-2025-12-15.ar.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    (finding,) = shamsi.check(text)
    assert (finding.code, finding.diagnosis, finding.delta_days) == ("pair-mismatch", "calque", 9)
    assert [r.replacement for r in finding.suggestions] == ["27 إلى 29 مرداد 1404", "9 إلى 11 أغسطس 2025"]
    for repair in finding.suggestions:
        assert shamsi.check(mended(text, repair)) == []
    assert [pair.verdict for pair in shamsi.pairs(text)] == ["mismatch", "overlap"]


def test_findings_are_in_the_order_of_the_text() -> None:
    text = "در ۳۱ مهر ۱۴۰۴ و ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) و از ۲۰ تا ۱۸ تیر ۱۴۰۴ و ۳۰ اسفند ۱۴۰۴ بود"
    codes = [finding.code for finding in shamsi.check(text)]
    assert codes == ["impossible-date", "pair-mismatch", "reversed-range", "impossible-date"]


@pytest.mark.parametrize("text", ["۳۱ مهر (۲۳ اکتبر)", "۳۰ فوریه (۱۱ اسفند)", "۳۱ مهر ۱۴۰۴ (۲۳ اکتبر)"])
def test_an_impossible_day_beside_a_yearless_one_is_only_impossible(text: str) -> None:
    assert [finding.code for finding in shamsi.check(text)] == ["impossible-date"]
    assert [pair.verdict for pair in shamsi.pairs(text)] == ["incomparable"]


def test_one_wrong_side_of_three_is_reported_once() -> None:
    text = "٥ نوفمبر 2025 م / 5 آبان 1404 هـ.ش / 14 جمادى الأولى 1447 هـ"
    assert [finding.diagnosis for finding in shamsi.check(text)] == ["calque"]


def test_a_numeric_side_may_say_its_month_first() -> None:
    assert shamsi.check("۱۴ آبان ۱۴۰۴ (11/5/2025)") == []
    assert shamsi.check("۱۴ آبان ۱۴۰۴ (11/6/2025)") != []


@pytest.mark.parametrize(
    "text",
    [
        "①1471 م",
        "1996³",
        "عامي 2003 و2004 (1390-1391 ش)",
        "20 مرداد 1404 (20 أغسطس 500)",
        "سنة 1 م (1 محرم 1400)",
        "2025-1404",
        "۱۴۰۴ ش تا ۲۰۲۵",
    ],
)
def test_odd_texts_are_read_and_none_raises(text: str) -> None:
    for mention in shamsi.find(text):
        assert (mention.earliest is None) == (mention.latest is None)
        assert len({part.calendar for part in mention.parts}) <= 1
    for finding in shamsi.check(text):
        assert all(text[m.start : m.end] == m.text for m in finding.spans)


def test_the_last_days_that_there_are_can_be_compared() -> None:
    text = "1 ذا الحجة، التسعينات (1 آب)"
    assert isinstance(shamsi.check(text, reference=dt.date.max), list)


class TestAround:
    """A finding includes everything that is involved, so its repairs are inside it."""

    @pytest.mark.parametrize(
        ("text", "about"),
        [
            ("بازار از پنجشنبه ۲۰ آبان ۱۴۰۴ باز شد.", "پنجشنبه ۲۰ آبان ۱۴۰۴"),
            ("يوم الاثنين الموافق 18 مرداد 1404 كان", "الاثنين الموافق 18 مرداد 1404"),
            ("شامگاه یکشنبه ۱۸ مرداد ۱۴۰۴ آمد", "یکشنبه ۱۸ مرداد ۱۴۰۴"),
            ("از یکشنبه ۱۸ مرداد ۱۴۰۴ تا سه‌شنبه ۲۱ مرداد ۱۴۰۴ ماند", "یکشنبه ۱۸ مرداد ۱۴۰۴"),
        ],
    )
    def test_the_weekday_and_the_date(self, text: str, about: str) -> None:
        (finding,) = shamsi.check(text)
        assert finding.code == "weekday-conflict"
        assert text[finding.start : finding.end] == about
        assert all(text[span.start : span.end] == span.text for span in finding.spans)

    def test_a_pair_whose_repair_takes_the_weekday_along(self) -> None:
        text = "نشست دوشنبه ۵ آبان ۱۴۰۴ (۵ نوامبر ۲۰۲۵) بود"
        (finding,) = shamsi.check(text)
        assert text[finding.start : finding.end] == "دوشنبه ۵ آبان ۱۴۰۴ (۵ نوامبر ۲۰۲۵"
        assert min(repair.start for repair in finding.suggestions) == finding.start


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("۲ ژوئیه (۲۱ خرداد)", "۲۱ خرداد is at least 21 days before the Gregorian side"),
        ("۲ ژوئیه ۲۰۲۴ (۲۱ خرداد)", "۲۱ خرداد is at least 22 days before the Gregorian side"),
        ("5 آب (17 مرداد)", "17 مرداد is at least 2 days after the Gregorian side"),
        ("5 آب 2025 (17 مرداد 1404)", "17 مرداد 1404 is 2025-08-08, 3 days after the Gregorian side"),
        ("۲ ژوئیه ۲۰۲۴ (۲۱ خرداد ۱۴۰۳)", "۲۱ خرداد ۱۴۰۳ is 2024-06-10, 22 days before the Gregorian side"),
    ],
)
def test_without_a_year_the_difference_is_the_least(text: str, words: str) -> None:
    (finding,) = shamsi.check(text)
    assert finding.detail.partition(";")[0] == words
