"""The explainer: the same dates as `find`, and a sentence for every rule that decides."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.classes import SETS, all_names, codes_of, kind_of
from shamsi.lang.language import LANGUAGES, load
from shamsi.text.grammar.reasons import Basis, Rejection

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = dt.date(2025, 12, 15)  # Monday, 24 Azar 1404

# The text in ⟦ ⟧ is rejected by a rule that names a word.
REFUSED = """
باغبان در خیابان ⟦۱۷ شهریور⟧ زیست. | place | خیابان
في تقرير وكالة ⟦مهر⟧ للأنباء شيء. | place | وكالة
شعری از کتاب ⟦۱۴ آذر⟧ خواند. | title | کتاب
نامه ش ⟦۱۸ مرداد⟧ رسید. | mark | ش
ماده ⟦۱۸ مرداد⟧ تصویب شد. | numbered | ماده
پرونده شماره ⟦۱۴۰۴⟧ گم شد. | numbered | شماره
در سالن ⟦۱۴۰۴⟧ نفر بودند. | counted | نفر
بعد جهد ⟦26⟧ سنة وفي عام 2025 عاد. | counted | سنة
كاميرا M⟦1033⟧ جديدة. | glued |
They sold ⟦Mehr 2010⟧ and left. | far-year | 2010
The release needs ⟦2024.5.1⟧ of it. | version | points
They sold ⟦May 95⟧ and left. | short-year | four digits
نامه 12+⟦مرداد⟧+1403 رسید. | left-over |
دزدان ⟦۲۰ عقرب⟧ را بردند. | homograph | عقرب
خانه را به ⟦مهر⟧ فروخت. | bare-month | مهر
آقای ⟦رمضان⟧ به شهر رفت. | uncued-month | رمضان
باغبان یک ⟦سوم مهر⟧ را دید. | part | یک
نمره او ⟦18.5⟧ بود در سال 1380. | decimal |
در ⟦12:30⟧ روز 5 مهر آمد. | clock |
سود ⟦6/42⟧ بود در سال 1380. | fraction |
بازی ⟦3-2⟧ شد در سال 1380. | joined |
تیم ما ⟦هفت صفر⟧ برد. | moons | صفر
باغبان ⟦45⟧ مهر را شمرد. | no-day | 45
باغبان 45 ⟦مهر⟧ را شمرد. | no-day | 45
باغبان ⟦12⟧ در سال 1380 آمد. | short |
در سال ⟦۵⟧ رفت. | small | سال
او در ⟦200 م⟧ دوید. | weak-mark | م
عدد ⟦1404⟧ را نوشت. | unplaced |
کارگاه حدود ⟦1600⟧ مهندس داشت. | round |
ربح ذلك خلال ⟦2187⟧ هناك. | far | 2187
او در سال 1380 روز ⟦سوم هجری⟧ را دید. | uncued-era |
They bought ⟦two solar⟧ pumps for the farm. | uncued-era |
په کلي کې ⟦یوه لمریزه⟧ شبکه جوړه شوه. | uncued-era |
كان ذلك ل⟦خمس خلون من آبان⟧ هناك. | nights |
گفت و ⟦چهل هجری⟧ را خواند. | tail |
شمارش ⟦1380 و 1390⟧ بود. | row |
باغبان ⟦دی 780⟧ را خرید. | count-behind |
نامه ⟦18 / مرداد / 2025⟧ رسید. | other-calendar |
فروش ⟦مهر و اکتبر 1400⟧ خوب بود. | no-list |
در ⟦نیمه سوم مهر ۱۴۰۳⟧ آمد. | part-of-month |
در ⟦سه ماهه پنجم سال ۱۴۰۲⟧ آمد. | part-of-year |
در ⟦زمستان و شتاء 1400⟧ آمد. | seasons |
آهنگ ⟦دهه 75⟧ را خواند. | decade |
دا دود د ⟦۱۴ پېړیو⟧ راهیسې دلته روان دی. | centuries |
نسخه ⟦1.2.3⟧ آماده شد. | code |
در ⟦دهه سی⟧ زندگی‌اش ماند. | age | زندگی‌اش
نامه ⟦5/6/7⟧ رسید. | no-year |
نامه ⟦1404/13/40⟧ رسید. | no-month |
كان ذلك في الموسم ⟦الماضي⟧ 2016 هناك. | bare-deictic | الماضي
باران در سال 84 و ⟦سال گذشته⟧ آمد. | relative |
* كان ⟦اليوم⟧ السابع ممطرا في المدينة. | ordinal | السابع
كان سنة ⟦1489 قبطية⟧ في مصر. | unread | Coptic
پیمان در ⟦۱۰ (۲۴) میزان ۱۳۰۸⟧ بسته شد. | two-styles |
مالیات لوی ئیل ⟦۱۳۲۹⟧ وصول شد. | animal |
باغ را در سنه ⟦۱۳۸۵⟧ خرید. | open-year | سنه
دانشجوی ⟦سال سوم⟧ بود. | no-pattern |
گفت در شب ⟦کریسمس ۲۰۱۸⟧ برف بارید. | eve | شب
گفت در تعطیلات ⟦نوروز ۹۸⟧ برف بارید. | holidays | تعطیلات
گفت روز سوم ⟦نوروز ۱۳۹۸⟧ برف بارید. | day-of-feast | سوم
گفت که ⟦عید فطر⟧ و سال ۱۳۹۸ خوب بود. | yearless | no year
گفت که ⟦عاشورا⟧ و سال ۱۳۹۸ خوب بود. | uncued-name | عاشورا
"""

# A text, the rule that decided, and a word that it names.
GROUNDS = """
سومین شنبه تیر ۱۴۰۰ آمدند. | nth-weekday | سومین شنبه
هفته سوم تیر ۱۴۰۰ آمدند. | week | seven days
در عید نوروز ۱۳۹۸ آمدند. | observance | عید نوروز
در عاشورای ۱۳۹۸ آمدند. | observed-within | عاشورای
في عيد الفطر 2000 كان هنا. | observed-twice | عيد الفطر
عاد في السبت الثالث من أغسطس 2021. | counted-weekday | السبت
یاسای باج ژمارە ٣١ی ١٩٧٢ لە هەولێر بوو. | law | ژمارە
خانه را در سال ۱۳۸۳ ساختند. | cue | سال
قهرمان المپیک ۹۲ آمد. | games | المپیک
این مرد (۱۳۵۰) نقاش بود. | brackets |
قهرمان المپیک ۲۰۱۶ آمد. | event | المپیک
کتاب «یاد 1390» را خواند. | title |
این را گفته‌اند (رضایی، 1384). | citation |
نقاش (1310-) پیر است. | life |
کتاب (قم 1380) را خواند. | publisher | قم
نامه رسید، 1390، و خواند. | commas |
1390: باغ را خرید. | heading |
عاد في 2015. | preposition | في
خانه در سال ۱۳۱۲ برابر با ۱۹۳۳ شد. | connector |
پنجم ژوئن (۱۵ خرداد) ۱۹۴۷ گذشت. | outside |
انتهى السباق الطويل 2017–18 أمس. | season-years |
باران تا 1390، بارید. | period | تا
عاد في 2015 سالما. | noun | في
نقاش (1380-1385) بود. | row |
در شهریور باران آمد. | month-cue | در
سال ۱۳۵۰ قمری گذشت. | era | قمری
سکه سال ۱۹۴۸ خورشیدی کمیاب است. | late-era | خورشیدی
این را در سال ۱۳۵۰ هجری نوشت. | hijri-solar | هجری
این را در سال ۷۵۰ هجری نوشت. | hijri-lunar | هجری
وصل في 18 مرداد 1404 وطبع سنة 1375ش هناك. | irans-mark | ش
باغ را ۵ آبان ۱۴۰۰ خرید. | month | آبان
زرعوا في ربيع 1389 هناك. | season | ربيع
باغ در بهار ۲۰۱۱ گل داد. | late-season |
باغ در بهار ۱۴۰۱ گل داد. | solar-season |
معماری قرن چهاردهم ساده بود. | century |
كان ذلك في خمسينيات القرن العشرين هناك. | decade-of-century |
خانه را در سال ۲۰۱۲ ساختند. | late-year |
كتب هذا عام 95 في فاس. | short-year |
قهرمان المپیک ۹۲ به شهر آمد. | games-year | المپیک
كتب هذا عام 1350 في فاس. | year-word | عام
كان ذلك في عقد 1340 من هذا. | decade |
كتب هذا سنة 1350 في فاس. | open-year |
این را در سال ۷۵۰ نوشت. | early-year |
وصل في 18 مرداد 1404 وعاد في عام 1403 من هناك. | neighbour |
كتب هذا في 1404/05/18 هنا في البيت. | year-first |
خانه را در سال ۱۳۸۳ ساختند. | solar-year |
سکه سال ۲۵۳۵ شاهنشاهی کمیاب است. | offset | شاهنشاهی
خانه را در سال ۸۸ ساختند. | pivot |
@ خانه را در سال ۸۸ ساختند. | pivot-reference | 2025-12-15
ماه رمضان ۹۹ خانه ماندیم. | lunar-in-solar |
در دهه ۶۰ قمری نوشته شد. | short-lunar |
كان ذلك في خمسينيات القرن الماضي هناك. | last-century |
كان ذلك في عشرينيات القرن الحالي هناك. | this-century |
باغ از دهه بیست تا دهه شصت میلادی سبز بود. | joined-decades |
سال زراعی ۱۴۰۳-۰۴ گذشت. | short-end |
اردو ۲۸ تیر تا ۴ مرداد ۱۴۰۱ بود. | shared-year |
اردو ۲۵ اسفند تا ۱۵ فروردین ۱۴۰۴ بود. | turn-of-year |
@ باغ را ۵ دی خرید. | nearest | 2025-12-15
@ باغ را جمعه ۵ دی خرید. | weekday | جمعه
@ باغ را ۵ دی سال گذشته خرید. | deictic | سال گذشته
@ باغ را دیروز خرید. | deictic | دیروز
باغ را ۵ دی خرید. | no-reference |
باغ را ۵ دی همان سال خرید. | same-year | همان سال
راهپیمایی ۲۲ بهمن آغاز شد. | named-day |
> باغ را ۳۰ اسفند خرید. | no-near-year | 2028-03-20
@ در شهریور باران آمد. | nearest | 2025-12-15
@ باغ را سه هفته پیش خرید. | deictic | سه هفته پیش
@ در سه سال گذشته باغ خرید. | span | سه سال گذشته
* باغ را دیروز خرید. | undated |
شاه در سال ۵۲۰ پیش از میلاد مرد. | before-christ |
زرعوا في ربيع 2011 هناك. | open-season |
& وصل غدا إلى موسكو. | out-of-range |
باغ را ۵ آبان ۱۴۰۰ خرید. | sure | 0.99
باغ را ۵ مهر خرید. | name | 0.91
@ باغ را دیروز خرید. | word | 0.9
خانه را در ۲۰۱۲ ساختند. | bare-year | 0.97
معماری قرن چهاردهم ساده بود. | open-century | 0.97
خانه را در سال ۸۸ ساختند. | assumed | 0.96
معماری قرن پنجم ساده بود. | old-century |
نامه او در ۱۳۳۰ (۱۹۱۲) رسید. | beside | lunar
عاد في 9/8/2025 الموافق 17 شهریور 1404 من هناك. | order-beside |
نامه او در ۵ آبان ۰۴ (۲۷ اکتبر ۱۹۲۵) رسید. | century-beside |
باغ را ۵ آبان ۲۵۳۶ خرید. | imperial |
نامه او در سال ۲۴۹۰ (۱۹۳۱) رسید. | imperial-beside |
دهه ۹۰ و سال ۱۹۸۵ میلادی | western-text |
< این تیم در دهه نود خوب بود. | not-begun | 2006-12-15
% 2006-12-15 وكالة الأنباء: وصل أمس إلى موسكو. | dateline | 2006-12-15
= در سال 1445 والی کابل رفت و جلسه شورا برگزار گردید. | lunar-today |
در محرم ۱۲۷۵ قمری و صفر ۱۲۸۰ قمری نوشت و در سال ۱۲۸۲ رفت. | lunar-text |
در برج 5 سال 1385 آمد. | numbered-month | Solar
تاریخ = 1390) | field |
نامه از نقاش، قم، 1390. | closing |
کتاب او 1380 تهران 1390 | imprint |
شاعر (1310 قم - 1380 تهران) بود. | places |
معرض جيتكس 2010 مشروع كبير في المدينة. | held | معرض
کتاب او 1389 ص. 25 را خواند. | pages | ص
نامه در ۲۵ اکتبر ۱۹۱۷ (تقویم قدیم) رسید. | julian | تقویم قدیم
قرارداد در ۳/۱۶ ژوئن ۱۹۰۹ امضا شد. | two-styles |
حکم در ۳ حوت ۱۲۹۹ رسید. | borji | حوت
مالیات قوی ئیل ۱۳۲۵ وصول شد. | animal | lunar
باغ را در سنه ۱۲۸۵ خرید. | letters | سنه
نامه ۵ صفر ۱۳۲۰ رسید و ۹ رجب سنه ۲۱ خوانده شد. | lunar-century |
مسلسلات رمضان 2019 في البيت. | lunar-in-civil |
خانه را در سال ۸۸ ساختند. | taken | the calendar and the century
"""
OPTIONS: dict[str, dict[str, Any]] = {
    "@": {"reference": REFERENCE},
    ">": {"reference": dt.date(2028, 3, 20)},  # two years before the next 30 Esfand
    "&": {"reference": dt.date.max},
    "*": {"relative": True},
    "=": {"languages": ["prs"]},
    "<": {"reference": dt.date(2006, 12, 15)},
    "%": {"reference": "auto"},
}
WORDS = sorted(
    {
        form
        for code in LANGUAGES
        for form, known in load(code).lexemes.items()
        if known[0].kind not in codes_of("counted title")
    }
)
FIELD = re.compile(r"\{(\w+)(?:\[([^\]]+)\])?\}")


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in row.split("|")) for row in table.strip().split("\n")]


def member_of(name: str) -> str:
    return name.upper().replace("-", "_")


def examples() -> Iterator[str]:
    """Yield the examples of the language files, and the articles."""
    for code in LANGUAGES:
        yield from (example.text for example in load(code).tables.example)
    for path in sorted((ROOT / "docs" / "examples").glob("*.txt")):
        yield path.read_text("utf-8")


def assert_sound(text: str, **options: Any) -> None:
    """Check the contract of the explanations of one text."""
    explained = shamsi.explain(text, **options)
    assert [row.mention for row in explained if row.mention] == shamsi.find(text, **options)
    assert [row for row in explained if text[row.start : row.end] != row.text or row.start >= row.end] == []
    assert all(before.end <= after.start for before, after in pairwise(explained))
    for row in explained:
        assert (row.mention is None) != (row.refusal is None)
        assert row.reasons
        assert all(text[token.start : token.end] == token.text for token in row.tokens)
        assert all(kind_of(codes_of(token.kind)).meaning == token.meaning for token in row.tokens)
        assert row.pattern in " ".join(token.kind for token in row.tokens)
        assert row.rule or row.refusal == "no-pattern"
        if row.mention:
            assert (row.start, row.end, row.rule) == (row.mention.start, row.mention.end, row.mention.rule)
            assert row.tokens[0].start <= row.mention.extent[0]
            assert row.mention.extent[1] <= row.tokens[-1].end
            assert not row.mention.problem or row.mention.problem in row.reasons
            assert f"confidence {row.mention.confidence:g}" in row.reasons[-1]
            if row.mention.assumed:
                assert row.reasons[-2] == f"assumed: the {' and the '.join(row.mention.assumed)}"


@pytest.mark.parametrize("case", rows(REFUSED), ids=lambda case: case[1])
def test_a_rejection_names_its_rule_and_the_word_that_decided(case: tuple[str, ...]) -> None:
    marked, refusal, word = case
    options = OPTIONS.get(marked[0], {})
    marked = marked[2:] if options else marked
    text = marked.replace("⟦", "").replace("⟧", "")
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    (row,) = [row for row in shamsi.explain(text, **options) if (row.start, row.end) == (start, end)]
    assert row.refusal == refusal
    assert word in row.reasons[0]
    assert_sound(text, **options)


@pytest.mark.parametrize("case", rows(GROUNDS), ids=lambda case: case[1])
def test_a_date_tells_what_decided_and_the_word_that_it_went_by(case: tuple[str, ...]) -> None:
    marked, basis, word = case
    options = OPTIONS.get(marked[0], {})
    text = marked[2:] if options else marked
    sentence = re.compile(re.sub(r"\\\{.*?\\\}", "(.+)", re.escape(Basis[member_of(basis)].value)))
    reasons = [reason for row in shamsi.explain(text, **options) if row.mention for reason in row.reasons]
    matching = [reason for reason in reasons if sentence.fullmatch(reason)]
    assert matching, reasons
    assert any(word in reason for reason in matching)
    assert_sound(text, **options)


def test_every_rule_has_a_text_that_shows_it() -> None:
    assert {member_of(case[1]) for case in rows(REFUSED)} == set(Rejection.__members__)
    assert {member_of(case[1]) for case in rows(GROUNDS)} == set(Basis.__members__)


def test_the_page_lists_every_rejection() -> None:
    page = (ROOT / "docs" / "how-to" / "explain.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page, re.MULTILINE)
    assert listed == [(why.label, FIELD.sub("…", why.value)) for why in Rejection]


@pytest.mark.parametrize("reason", [*Rejection, *Basis], ids=lambda reason: reason.name)
def test_a_sentence_names_classes_that_there_are(reason: Rejection | Basis) -> None:
    values = {"calendar", "reference", "confidence", "assumed"} if reason in list(Basis) else {"calendar"}
    for name, classes in FIELD.findall(reason.value):
        assert (name in ("core", "before", "after")) if classes else (name in values)
        assert set(classes.split()) <= {*all_names(), *SETS}


def test_a_word_that_a_sentence_names_is_among_the_tokens() -> None:
    (row,) = shamsi.explain("در خیابان ۱۷ شهریور")
    assert [(token.text, token.kind) for token in row.tokens] == [
        ("خیابان", "stop"),
        ("۱۷", "day"),
        ("شهریور", "month_cued"),
    ]
    assert (row.rule, row.pattern) == ("day", "day month_cued")


def test_the_words_of_the_extent_are_among_the_tokens() -> None:
    (row,) = shamsi.explain("پل را روز سه‌شنبه ۴ آذر ۱۳۹۹ گشودند")
    assert [token.text for token in row.tokens] == ["روز", "سه‌شنبه", "۴", "آذر", "۱۳۹۹"]
    assert [token.meaning for token in row.tokens][:3] == ["word for day", "weekday", "day number"]


def test_a_range_is_explained_as_one() -> None:
    (row,) = shamsi.explain("اردو ۲۸ تیر تا ۴ مرداد ۱۴۰۱ بود")
    assert (row.rule, row.pattern) == ("day-range", "day month_numbered range day month_bare four_digits")
    assert row.reasons[:2] == (
        "«تیر» is a month of the Solar Hijri calendar",
        "the year is said once, for both ends",
    )


def test_an_impossible_day_says_so_first() -> None:
    (row,) = shamsi.explain("۳۱ مهر ۱۴۰۴")
    assert row.reasons[0] == "day 31 of Mehr 1404 does not exist: Mehr has 30 days"


def test_a_range_that_was_tried_and_given_up_leaves_no_reason_behind() -> None:
    first, last = (row for row in shamsi.explain("از سال ۱۳۹۰ تا پایان سال ۲۰۱۰ شمسی") if row.mention)
    assert "«شمسی»" not in "".join(first.reasons)
    assert any("taken for a slip" in reason for reason in last.reasons)


def test_numbers_that_touch_are_reported_as_one() -> None:
    text = "بازی 3-2 و سود 1.435,5 و ساعت 12:30:59 در سال 1380"
    rejected = [(row.text, row.refusal) for row in shamsi.explain(text) if row.refusal]
    assert rejected == [("3-2", "joined"), ("1.435,5", "decimal"), ("12:30:59", "clock")]


def test_a_name_is_reported_once_at_any_place() -> None:
    text = "مهر مهر، به مهر\nمهر"
    assert [(row.start, row.refusal) for row in shamsi.explain(text)] == [
        (match.start(), "bare-month") for match in re.finditer("مهر", text)
    ]


def test_relative_words_need_the_same_keywords() -> None:
    text = "باران در سال گذشته و در سال 1384 آمد"
    assert [row.refusal for row in shamsi.explain(text)] == ["relative", None]
    assert [row.refusal for row in shamsi.explain(text, relative=True)] == [None, None]


@pytest.mark.parametrize("text", ["", " ", "\n", "سلام", "hello 5", "\udc80", "ـ"])
def test_a_text_without_possible_dates_has_no_explanations(text: str) -> None:
    assert shamsi.explain(text) == []


def test_errors_are_those_of_find() -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        shamsi.explain(b"1404")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown language 'xx'"):
        shamsi.explain("1404", languages=["xx"])
    with pytest.raises(TypeError, match="reference must be"):
        shamsi.explain("1404", reference=dt.datetime(2025, 1, 1))


@pytest.mark.parametrize("options", [{}, {"reference": REFERENCE}, {"relative": True}, {"languages": ["ar"]}])
def test_the_texts_of_the_language_files_are_explained_as_they_are_found(options: dict[str, Any]) -> None:
    for text in examples():
        assert_sound(text, **options)


pieces = st.one_of(
    st.sampled_from(WORDS),
    st.integers(0, 3000).map(str),
    st.sampled_from(
        ("۰۷", "1404/5/18", "3-2", "12:30", "۴.۵", "5/8/1404", "99", "«", "(", ")", "،", ":", "\n", "%", "ق", "م")
    ),
    st.text(st.characters(), max_size=3),
)
joints = st.sampled_from((" ", " ", " ", "", "-", "/", "، ", " و ", "\u200c"))
texts = st.lists(st.tuples(pieces, joints), max_size=14).map(lambda row: "".join(map("".join, row)))
options = st.fixed_dictionaries(
    {},
    optional={
        "languages": st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=2),
        "reference": st.sampled_from((REFERENCE, dt.date.min, dt.date.max)),
        "relative": st.booleans(),
    },
)


@given(texts, options)
def test_any_text_is_explained_as_it_is_found(text: str, options: dict[str, Any]) -> None:
    assert_sound(text, **options)
