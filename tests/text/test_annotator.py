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
