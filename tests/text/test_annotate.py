"""Annotating: equivalents in the text's own language, digits and names, that check clean and are not told twice."""

import datetime as dt
import random
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

import shamsi
from shamsi.calendar import intervals
from shamsi.lang.language import load
from shamsi.text.rewrite.wording import ZEROS
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


OTHER = {"persian": "gregorian", "gregorian": "persian"}
NUMERIC = ("{y}/{m}/{d}", "{d}/{m}/{y}", "{y}-{m:02}-{d:02}", "{d}.{m}.{y}", "{d}-{m}-{y}")
DAYS = [dt.date(1850, 5, 6), dt.date(1921, 11, 30), dt.date(1977, 3, 4), dt.date(2031, 8, 9)]


def numbered(lang: str, calendar: str) -> Iterator[tuple[str, dt.date]]:
    """Days in numbers with every era of a calendar, and without one."""
    eras = [one for one in load(lang).tables.eras if one.calendar == calendar]
    known = [(name, one.offset) for one in eras if not one.bce for name in one.names]
    for (name, offset), day, layout, zero in product([("", 0), *known], DAYS, NUMERIC, ZEROS):
        year, month, number = intervals.fields(calendar, day)
        said = f"{layout.format(y=year - offset, m=month, d=number)}"
        yield "".join(chr(ord(zero) + int(one)) if one.isdigit() else one for one in said) + f" {name}", day


@pytest.mark.parametrize("calendar", OTHER)
@pytest.mark.parametrize("lang", SAYS)
def test_a_day_in_numbers_is_replaced_with_its_era(lang: str, calendar: str) -> None:
    to, read = OTHER[calendar], 0
    for said, day in numbered(lang, calendar):
        text = SAYS[lang][1].format(pair=said.strip())
        if [(one.calendar, one.earliest, one.latest) for one in shamsi.find(text)] == [(calendar, day, day)]:
            read += 1
            other = shamsi.find(shamsi.annotate(text, to=to, style="instead"))
            assert [(one.calendar, one.earliest, one.latest) for one in other] == [(to, day, day)], text
    assert read > 300


ERAS = """
gregorian | نشست ۱۴۰۴/۵/۱۸ خورشیدی بود | نشست ۲۰۲۵/۸/۹ میلادی بود
gregorian | نشست ۱۴۰۴/۰۵/۱۸ ه.ش بود | نشست ۲۰۲۵/۰۸/۰۹ م بود
gregorian | نشست ۲۵۳۶/۵/۱۸ شاهنشاهی بود | نشست ۱۹۷۷/۸/۹ میلادی بود
persian | كان في 9/8/2025 م هناك | كان في 18/5/1404 ه.ش هناك
persian | كان في 9/8/2025 هناك | كان في 18/5/1404 هجري شمسي هناك
persian | نشست ۹/۸/۲۰۲۵ بود | نشست ۱۸/۵/۱۴۰۴ بود
gregorian | نشست ۱۴\u200f۰۴/۵/۱۸ بود | نشست ۲۰۲۵/۸/۹ بود
"""


@pytest.mark.parametrize("case", ERAS.strip().split("\n"))
def test_an_era_is_replaced_where_one_is_needed(case: str) -> None:
    to, text, wanted = case.split(" | ")
    assert shamsi.annotate(text, to=to, style="instead") == wanted


# Gregorian dates that begin before there is a Solar year of three digits
EARLY = """
كان في 10 مارس 480 هناك
كان في 10 مارس 622 هناك
كان في 10 مارس 640 هناك
كان من 10 مارس 600 إلى 3 مايو 640 هناك
كان في القرن السابع الميلادي هناك
كان في عام 590 الميلادي هناك
كان في 12 مايو 480 ق.م هناك
در سال ۶۲۲ میلادی بود
در دهه ۵۲۰ میلادی بود
در ۴۸۰/۵/۱۲ میلادی بود
"""


@pytest.mark.parametrize("text", EARLY.strip().split("\n"))
def test_there_is_no_equivalent_before_solar_years(text: str) -> None:
    assert shamsi.annotate(text, to="persian") == text
    assert shamsi.annotate(text, to="persian", style="instead") == text
    assert "title=" not in shamsi.annotate(text, to="persian", style="html")


def test_a_run_that_begins_early_has_an_equivalent_of_its_late_day_only() -> None:
    text = "كان من 10 مارس 600 إلى 3 مايو 1300 هناك"
    assert shamsi.annotate(text, to="persian") == text
    assert shamsi.annotate(text, to="persian", style="html").count(" title=") == 1


@pytest.mark.parametrize(("style", "sign"), [("brackets", "("), ("html", " title="), ("instead", "")])
def test_days_have_an_equivalent_from_the_first_year_on_to_the_last(style: str, sign: str) -> None:
    for year in (*range(100, 800), *range(2900, 3000), *range(9900, 10_000)):
        text = f"كان في 20 مايو {year} الميلادي هناك"
        said = shamsi.annotate(text, to="persian", style=style)
        has_one = sign in said if sign else said != text
        assert has_one == (bool(shamsi.find(text)[0].earliest) and year > 720), text


def test_the_first_equivalents_are_read_again() -> None:
    said = shamsi.annotate("كان في 3 مايو 722 الميلادي هناك", to="persian")
    assert shamsi.check(said) == []
    assert [one.earliest for one in shamsi.find(said)] == [dt.date(722, 5, 3)] * 2


def test_an_early_day_has_a_year_of_four_digits_in_html() -> None:
    said = shamsi.annotate("كان في 10 مارس 480 هناك", to="persian", style="html")
    assert said == 'كان في <time datetime="0480-03-10">10 مارس 480</time> هناك'


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
