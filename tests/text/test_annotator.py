"""Annotating: equivalents in the text's own language, digits and names, that check clean and are not told twice."""

import datetime as dt
import random
from typing import Any

import pytest

import shamsi
from tests.text.wrong_pairs import LAYOUTS, SAYS, style_of

BRACKETS = """
persian | نشست ۹ اوت ۲۰۲۵ بود | نشست ۹ اوت ۲۰۲۵ (۱۸ مرداد ۱۴۰۴) بود
gregorian | كان في 18 مرداد 1404 هناك | كان في 18 مرداد 1404 (9 أغسطس 2025) هناك
gregorian | كان في ١٨ مرداد ١٤٠٤ بعد 3 آب 2025 | كان في ١٨ مرداد ١٤٠٤ (٩ آب ٢٠٢٥) بعد 3 آب 2025
gregorian | نشست ۳۰ مرداد تا ۲ شهریور ۱۴۰۴ بود | نشست ۳۰ مرداد تا ۲ شهریور ۱۴۰۴ (۲۱ تا ۲۴ اوت ۲۰۲۵) بود
gregorian | در مرداد ۱۴۰۴ باران بارید | در مرداد ۱۴۰۴ (۲۳ ژوئیه ۲۰۲۵ تا ۲۲ اوت ۲۰۲۵) باران بارید
gregorian | نشست (۱۸ مرداد ۱۴۰۴) بود | نشست (۱۸ مرداد ۱۴۰۴ = ۹ اوت ۲۰۲۵) بود
gregorian | کۆبوونەوەکە لە ١٤ی خەرمانانی ١٣٩٨ بوو | کۆبوونەوەکە لە ١٤ی خەرمانانی ١٣٩٨ (٥ی ئەیلوولی ٢٠١٩) بوو
gregorian | نشست ۱۴۰۴/۰۵/۱۸ بود | نشست ۱۴۰۴/۰۵/۱۸ (۹ اوت ۲۰۲۵) بود
"""


@pytest.mark.parametrize("case", BRACKETS.strip().split("\n"))
def test_an_equivalent_is_written_behind_a_date(case: str) -> None:
    to, text, wanted = case.split(" | ")
    assert shamsi.annotate(text, to=to) == wanted
    assert shamsi.check(wanted) == []
    assert shamsi.annotate(wanted, to=to) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "نشست ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵) بود",
        "نشست ۱۸ مرداد بود",
        "كان ذلك في أوائل عام 1404 ه.ش هناك",
        "كان ذلك في 9 أغسطس 2025 هناك",
        "كان ذلك في 3 رمضان 1446 هـ هناك",
        "نشست ۲۳ و ۲۵ مرداد ۱۴۰۴ بود",
        "نشست ۳۱ مهر ۱۴۰۴ بود",
        "",
    ],
)
def test_what_has_an_equivalent_or_none_is_left_alone(text: str) -> None:
    assert shamsi.annotate(text) == text
    assert shamsi.annotate(text, style="instead") == text


INSTEAD = """
كان في 18 مرداد 1404 هـ.ش هناك | كان في 9 أغسطس 2025 هناك
نشست شنبه ۱۸ مرداد ۱۴۰۴ بود | نشست شنبه ۹ اوت ۲۰۲۵ بود
نشست ۱۸/۵/۱۴۰۴ بود | نشست ۹/۸/۲۰۲۵ بود
نشست ۱۴۰۴-۰۵-۱۸ بود | نشست ۲۰۲۵-۰۸-۰۹ بود
در مرداد ۱۴۰۴ باران بارید | در مرداد ۱۴۰۴ باران بارید
"""


@pytest.mark.parametrize("case", INSTEAD.strip().split("\n"))
def test_a_day_is_replaced(case: str) -> None:
    text, wanted = case.split(" | ")
    assert shamsi.annotate(text, style="instead") == wanted


def test_a_reference_gives_a_year() -> None:
    said = shamsi.annotate("نشست ۱۸ مرداد بود", reference=dt.date(2025, 9, 1))
    assert said == "نشست ۱۸ مرداد (۹ اوت ۲۰۲۵) بود"


def test_html_is_escaped_and_has_a_time_for_every_day() -> None:
    text = "<b>في</b> 18 إلى 20 مرداد 1404 & 9 أغسطس 2025"
    assert shamsi.annotate(text, style="html") == (
        '&lt;b&gt;في&lt;/b&gt; <time datetime="2025-08-09" title="9 أغسطس 2025">18</time> إلى '
        '<time datetime="2025-08-11" title="11 أغسطس 2025">20 مرداد 1404</time> &amp; '
        '<time datetime="2025-08-09">9 أغسطس 2025</time>'
    )


@pytest.mark.parametrize(("name", "value"), [("to", "islamic"), ("style", "footnotes")])
def test_what_is_not_known_is_told(name: str, value: str) -> None:
    options: dict[str, Any] = {name: value}
    with pytest.raises(ValueError, match=rf"{name} must be one of .*, got '{value}'"):
        shamsi.annotate("", **options)


@pytest.mark.parametrize("lang", SAYS)
def test_made_up_dates_check_clean_with_their_equivalents(lang: str) -> None:
    dice = random.Random(f"{lang} right")
    for _ in range(40):
        style = style_of(lang, "persian", dice.choice([one for one in LAYOUTS[lang] if "{d2}" not in one]), dice)
        day = dt.date(1935, 1, 1) + dt.timedelta(days=dice.randrange(33_000))
        text = SAYS[lang][1].format(pair=style.text(day, day))
        said = shamsi.annotate(text)
        assert shamsi.check(said) == []
        assert shamsi.annotate(said) == said


ERAS = [
    ("fa", "persian", "در {} خورشیدی آمد"),
    ("fa", "persian", "در {} ه‍.ش آمد"),
    ("fa", "gregorian", "در {} میلادی آمد"),
    ("ar", "persian", "حضر في {} هـ.ش"),
    ("ar", "gregorian", "حضر في {} م"),
    ("ar", "gregorian", "حضر في {} ميلادي"),
    ("prs", "persian", "به تاریخ {} هجری شمسی گفت که او را دیدند"),
    ("ps", "gregorian", "په {} میلادي کال کې ووایه چې دا د دې لپاره دی"),
    ("ckb", "gregorian", "لە {} زایینی کە بۆ ئەم کارە هات"),
]
NUMERIC = ["{y}/{m}/{d}", "{y}-{m:02}-{d:02}", "{d}/{m}/{y}", "{d}.{m}.{y}", "{y}/{m:02}/{d:02}"]
ZEROS = {"latn": 0x30, "arabext": 0x6F0, "arab": 0x660}


@pytest.mark.parametrize(("lang", "calendar", "sentence"), ERAS)
@pytest.mark.parametrize("layout", NUMERIC)
@pytest.mark.parametrize("zero", ZEROS.values(), ids=ZEROS)
def test_a_number_with_its_era_becomes_one_of_the_other_calendar(
    lang: str, calendar: str, sentence: str, layout: str, zero: int
) -> None:
    year, month, day = (1404, 6, 9) if calendar == "persian" else (2025, 8, 31)
    number = layout.format(y=year, m=month, d=day).translate({0x30 + k: zero + k for k in range(10)})
    text = sentence.format(number)
    before = [mention for mention in shamsi.find(text) if mention.kind == "day" and mention.earliest]
    if not before:
        pytest.skip(f"not read as a date in {lang}")
    other = "gregorian" if calendar == "persian" else "persian"
    written = shamsi.annotate(text, to=other, style="instead")
    (after,) = shamsi.find(written)
    assert after.calendar == other, written
    assert (after.earliest, after.latest) == (before[0].earliest, before[0].latest), written
    for style in ("brackets", "html"):
        assert shamsi.annotate(text, to=other, style=style)


@pytest.mark.parametrize("style", ["brackets", "instead"])
@pytest.mark.parametrize(
    "date",
    [
        "3 مارس 480",
        "20 مارس 622",
        "عام 321 م",
        "القرن الخامس الميلادي",
        "من 3 إلى 9 مايو 610",
        "مايو 600",
        "عام 44 ق.م",
    ],
)
def test_before_the_first_solar_years_there_is_no_equivalent(date: str, style: str) -> None:
    text = f"وقع ذلك في {date} في المدينة"
    assert shamsi.annotate(text, to="persian", style=style) == text


def test_html_has_years_of_four_digits() -> None:
    assert '<time datetime="0480-03-03">' in shamsi.annotate("في 3 مارس 480 وقع", style="html")


def test_the_first_equivalent_is_of_the_solar_year_100() -> None:
    assert shamsi.annotate("في 20 مارس 721 وقع", to="persian") == "في 20 مارس 721 وقع"
    assert shamsi.annotate("في 30 مارس 721 وقع", to="persian") == "في 30 مارس 721 (10 فروردين 100) وقع"
