"""Bare years beside a date in another calendar: a connector or a slash is cue enough."""

import pytest

import shamsi

FOUND = """
پل در سال ۱۳۲۲ برابر با ۱۹۴۳ گشوده شد | 1322 1943 overlap
پل در سال ۱۳۲۲ مطابق ۱۹۵۳ گشوده شد | 1322 1953 mismatch
پل در سال ۱۳۲۲ (برابر با ۱۹۳۳) گشوده شد | 1322 1933 mismatch
پل در سال ۱۹۴۳ برابر با ۱۳۲۲ گشوده شد | 1943 1322 overlap
پل در ۱۹۴۳ برابر با ۱۳۲۲ گشوده شد | 1943 1322 overlap
پل در ۳ دی ۱۳۲۲ برابر با ۱۹۴۳ گشوده شد | 1322-10-03 1943 overlap
پل در ۳ دی ۱۳۲۲/۱۹۵۳ گشوده شد | 1322-10-03 1953 mismatch
شیراز ۱۳۷۸/۱۹۹۹ | 1378 1999 overlap
قم، ۱۳۷۸ / ۱۹۹۹ | 1378 1999 overlap
تأسس المصنع سنة 1352هـ الموافق 1933 في حلب | 1352 1933 overlap
تأسس المصنع سنة 1352هـ الموافق 1943 في حلب | 1352 1943 mismatch
تأسس المصنع في 3 رجب 1352/1943 في حلب | 1352-07-03 1943 mismatch
مطبعة الفجر 1352 / 1933 | 1352 1933 overlap
مطبعة الفجر 1352 - 1933 | 1352 1933 overlap
عام 1352هـ - 1933 | 1352 1933 overlap
المتوفى سنة 238 هـ الموافق 852 م | 0238 0852 overlap
القاهرة، 1352/1943 | 1352 1943 mismatch
الموسم الرياضي 1434 - 1435 هـ الموافق 2013 - 2014 | 1434/1435 2013/2014 overlap
مکتب در سال ۱۳۲۲ مطابق ۱۹۴۳ ساخته شد | 1322 1943 overlap
په ۱۳۲۲ لمریز کال برابر له ۱۹۴۳ سره | 1322 1943 overlap
لە ساڵی ١٣٢٢ی هەتاوی بەرامبەر بە ١٩٤٣ دامەزرا | 1322 1943 overlap
"""


@pytest.mark.parametrize("case", FOUND.strip().split("\n"))
def test_a_number_joined_to_a_date_is_its_year(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    (pair,) = shamsi.pairs(text)
    assert f"{pair.left.native} {pair.right.native} {pair.verdict}" == wanted


@pytest.mark.parametrize(
    "text",
    [
        "در سال ۱۳۲۲ برابر با ۱۹۴۳ تومان هزینه شد",
        "در سال ۱۴۰۰ برابر با ۲۰۱۵ نفر استخدام شدند",
        "در سال ۱۴۰۰ برابر با ۱۷۶۰ خانه ساخته شد",
        "در سال ۱۴۰۰ برابر با ۲۰۵۰ خانه ساخته شد",
        "در سال ۱۴۰۰ برابر با ۲۰۰۰ خانه ساخته شد",
        "سال مالی ۱۴۰۳/۱۴۰۴",
        "تلفن: ۱۳۷۸/۱۹۹۹",
        "صفحه ۱۳۷۸ / ۱۹۹۹",
        "مبلغ ۱۳۷۸ برابر با ۱۹۹۹ است",
        "قیمت ۱۳۹۹/۲۰۵۰",
        "نتیجه ۱۳۷۸ - ۲۴۵۱ شد",
        "الصفحة 1352/1933",
        "قرار رقم 1402 الموافق 2023",
        "بلغ عددهم 1352 ما يعادل 1933 دولارا",
    ],
)
def test_a_count_or_a_code_is_not(text: str) -> None:
    assert shamsi.pairs(text) == []
    assert not any(mention.calendar == "gregorian" for mention in shamsi.find(text))


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("سال ۱۲۸۰ یا ۱۲۸۱ بود", ["1280", "1281"]),
        ("استاد (۱۹۰۱ یا ۱۹۰۲ میلادی) زاده شد", ["1901", "1902"]),
        ("۱۲۸۰ یا ۱۲۸۱", []),
        ("مبلغ ۱۹۰۱ یا ۱۹۰۲ تومان", []),
        ("(۱۹۰۱ یا ۲۵۰۰ متر)", []),
    ],
)
def test_or_joins_a_year_to_one_that_is_marked(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == natives


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("هشتم مارس (۱۷ اسفند) ۱۹۵۷ بود", ["XXXX-03-08", "XXXX-12-17", "1957"]),
        ("في 8 آذار (17 اسفند) 1957", ["XXXX-03-08", "XXXX-12-17", "1957"]),
        ("۸ مارس (۱۷ اسفند) ۱۹۵۷ نفر", ["XXXX-03-08", "XXXX-12-17"]),
    ],
)
def test_a_year_may_follow_the_bracket(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == natives


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("پس از انقلاب ۵۷ به تهران رفت", ["1357"]),
        ("بعد نكسة 67 عاد", ["1967"]),
        ("میدان انقلاب ۵۷", []),
        ("في حرب 51 يوما", []),
        ("در انقلاب ۴۵ نفر بودند", []),
        ("نهائي كأس آسيا – قطر 2019: فاز", ["2019"]),
        ("انتهى الدوري الكبير الجديد 2018–19 أمس", ["2018/2019"]),
        ("صفحه 2018-19", []),
        ("کد 2018-19", []),
        ("قیمت 2018-19 دلار", []),
        ("رشته 2010-11", []),  # may be a month
    ],
)
def test_years_in_names_of_events(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == natives


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("جنگ (۱۹۴۱/۴۵ م) پایان یافت", ["1941/1945"]),
        ("كانت الحرب (1914/18م) طويلة", ["1914/1918"]),
        ("۱۴۴۱/۴۳م", ["1441/1443"]),
        ("سنة 80/2012", ["1980/2012"]),
        ("سنة 51/1972", ["1351", "1972"]),
        ("سنة 92هـ/1972", ["0092"]),
        ("سال ۲۰۱۷/۹۶", ["2017", "1396"]),
        ("سنة 1392/72", ["1392", "1972"]),
        ("سنة 68/1969", ["1968/1969"]),
    ],
)
def test_a_short_year_behind_a_slash_is_of_another_calendar_if_it_is_the_same_year(
    text: str, native: list[str]
) -> None:
    assert [mention.native for mention in shamsi.find(text)] == native
    assert shamsi.check(text) == []
