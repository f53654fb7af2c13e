"""Links: what between two dates states that they are one time, and what does not."""

import pytest

import shamsi

STATED = """
(۲ تیر ۱۴۰۲) مطابق با (۲۳ ژوئن ۲۰۲۳) | agree
(۲ تیر ۱۴۰۲) مطابق با (۲ ژوئیه ۲۰۲۳) | mismatch
(۲ سرطان ۱۴۰۲) مصادف به (۲ جولای ۲۰۲۳) | mismatch
(۲ چنګاښ ۱۴۰۲) برابر له (۲ جولای ۲۰۲۳) | mismatch
(٢ی پووشپەڕی ١٤٠٢) بەرامبەر بە (٢ی تەمموزی ٢٠٢٣) | mismatch
(٩ شوال ١٤٤٥هـ) الموافق (١٨ أبريل ٢٠٢٤م) | agree
(٩ شوال ١٤٤٥هـ) الموافق لـ(١٨ مايو ٢٠٢٤م) | mismatch
[٩ شوال ١٤٤٥هـ]، الموافق: [١٨ مايو ٢٠٢٤م] | mismatch
۲ تیر ۱۴۰۲⏎(۲۳ ژوئن ۲۰۲۳) | agree
۲ تیر ۱۴۰۲⏎(۲۴ ژوئن ۲۰۲۳) | mismatch
٩ شوال ١٤٤٥هـ⏎(١٨ مايو ٢٠٢٤م) | mismatch
۲ چنګاښ ۱۴۰۲⏎(۲۴ جون ۲۰۲۳) | mismatch
18 أبريل 2024 09:45 ص 9 شوال 1445 هـ | agree
18 مايو 2024 الساعة 09:45 مساء، 9 شوال 1445 هـ | mismatch
۲۳ ژوئن ۲۰۲۳ ساعت ۱۸:۲۰ - ۲ تیر ۱۴۰۲ | agree
۲۳ ژوئن ۲۰۲۳، ۱۸:۲۰:۰۵ / ۳ تیر ۱۴۰۲ | mismatch
تاریخ شمسی: ۱۴۰۲/۰۴/۰۲ - تاریخ میلادی: ۲۰۲۳/۰۶/۲۴ | mismatch
خورشیدی: ۲ تیر ۱۴۰۲ میلادی: ۲۴ ژوئن ۲۰۲۳ | mismatch
تاریخ شمسی: ۲ تیر ۱۴۰۲⏎تاریخ میلادی: ۲۳ ژوئن ۲۰۲۳ | agree
هجري: 1445/10/09 ميلادي: 2024/04/18 | agree
التاريخ الهجري: 9 شوال 1445 - التاريخ الميلادي: 18 مايو 2024 | mismatch
هەتاوی: ٢ی پووشپەڕی ١٤٠٢ - زایینی: ٢٤ی حوزەیرانی ٢٠٢٣ | mismatch
9 شوال 1445هـ - 18 أبريل 2024م | agree
9 شوال 1445هـ - 18 مايو 2024م | mismatch
۲ تیر ۱۴۰۲ – ۲ ژوئیه ۲۰۲۳ | mismatch
18 أبريل 2024 وهو 9 شوال 1445 | agree
(18-5-2024م) هو التاسع من شهر شوال لعام 1445 | mismatch
۲۴ ژوئن ۲۰۲۳ همان ۲ تیر ۱۴۰۲ است | mismatch
18 أبريل 2024م الموافق للتاسع من شوال 1445هـ | agree
18 مايو 2024م الموافق للتاسع من شوال 1445هـ | mismatch
۲۳ ژوئن به وقت محلی / ۲ تیر ۱۴۰۲ | agree
| ۲ تیر ۱۴۰۲ | ۲۴ ژوئن ۲۰۲۳ | | mismatch
| ۲ تیر | ۲۳ ژوئن | | agree
هشتم مارس (۱۷ اسفند) ۱۹۵۷ | agree
۸ مهر ۱۳۰۸/ ۱۹۲۹ | overlap
۸ مهر ۱۳۰۸/ ۱۹۳۹ | mismatch
په ۱۳۵۸ لمریز کال (۱۹۸۹ میلادي) کې | mismatch
په ۱۳۵۸ کال کې (۱۹۸۹ میلادي) جوړ شو | mismatch
میلادی: ۲۰۲۳/۰۶/۲۴ - شمسی: ۱۴۰۲/۰۴/۰۲ | mismatch
التاريخ (هجري): 9/10/1445 - التاريخ (ميلادي): 18/5/2024 | mismatch
بالهجري: 9 شوال 1445 بالميلادي: 18 مايو 2024 | mismatch
۲ تیر ۱۴۰۲ (معادل میلادی: ۲۴ ژوئن ۲۰۲۳) | mismatch
((٩ شوال ١٤٤٥هـ)) الموافق ((١٨ مايو ٢٠٢٤م)) | mismatch
(۲ تیر ۱۴۰۲)/(۲ ژوئیه ۲۰۲۳) | mismatch
"""


@pytest.mark.parametrize("case", STATED.strip().split("\n"))
def test_what_is_stated_as_one_time(case: str) -> None:
    text, _, verdict = case.rpartition(" | ")
    (pair,) = shamsi.pairs(text.replace("⏎", "\n"))
    assert pair.verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "(۲ تیر ۱۴۰۲) آغاز شد و (۲ ژوئیه ۲۰۲۳) پایان یافت",
        "بدأ (٩ شوال ١٤٤٥هـ) وانتهى (١٨ مايو ٢٠٢٤م)",
        "۲ تیر ۱۴۰۲\n\n(۲۴ ژوئن ۲۰۲۳)",
        "۲ تیر ۱۴۰۲\n(۲۴ ژوئن ۲۰۲۳ آغاز شد)",
        "٩ شوال ١٤٤٥هـ\n١٨ مايو ٢٠٢٤م",
        "از ۲۳ ژوئن ۲۰۲۳ ساعت ۱۸:۲۰ تا ۹ تیر ۱۴۰۲",
        "شروع: ۲ تیر ۱۴۰۲ - پایان: ۲۴ ژوئن ۲۰۲۳",
        "تاریخ ورود: ۱۴۰۲/۰۴/۰۲ - تاریخ خروج: ۲۰۲۳/۰۶/۲۴",
        "الدخول: 9 شوال 1445 - الخروج: 18 مايو 2024",
        "تاريخ الميلاد: 9 شوال 1405 - تاريخ الوفاة: 18 مايو 2024",
        "په ۱۳۵۸ کال کې راغی او په ۱۹۸۹ کال کې ولاړ",
        "زيد (9 شوال 1345هـ - 18 مايو 1999م)",  # a life
        "۲ تیر ۱۳۲۲ - ۲۴ ژوئن ۲۰۲۳",
        "كان يوم 18 أبريل 2024 وهو 9 شوال 1420 موعدا",
        "۲۳ ژوئن در تهران / ۷ تیر ۱۴۰۲ در قم",
        "| ۲ تیر | ۲ ژوئیه |",
        "| 9 شوال | 18 مايو |",
        'كتاب "حصون الساحل 1120-1150" (1974) مرجع',
        "فیلم «بهار ۱۳۵۷» (۲۰۱۰) را ساخت",
        "شاعر (۱۲۸۴ – ۹ آبان ۱۳۲۵ / ۱۹۰۵ – ۳۱ اکتبر ۱۹۴۶) بود",
        "شاعر (۱۲۸۴ – ۹ آبان ۱۳۲۵) (۱۹۰۵ – ۳۱ اکتبر ۱۹۴۶) بود",
        "شاعر (1322هـ - 9 شوال 1365هـ / 1905م - 5 سبتمبر 1946م)",
    ],
)
def test_what_is_not(text: str) -> None:
    assert shamsi.pairs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "سهمیه جام جهانی فوتبال ۲۰۲۶ (آذر ۱۴۰۲) تعیین شد",
        "قرعه‌کشی یورو ۲۰۲۴ | ۱۱ آذر ۱۴۰۲",
        "نام‌نویسی انتخابات ۱۴۰۳ (۲۰ مه ۲۰۲۳)",
        "نمایشگاه ۲۰۲۵ (دی ۱۴۰۲)",
        "تصفيات كأس آسيا 2023 (مهر 1400)",
        "معرض 2025 (رجب 1444)",
        "أولمبياد باريس 2024 | 5 رجب 1444",
        "د نړۍ جام ۲۰۲۳ (تله ۱۴۰۱)",
        "هەڵبژاردنی ٢٠٢٤ (ڕەزبەری ١٤٠١)",
    ],
)
def test_the_year_in_the_name_of_an_event_is_no_side_of_a_mismatch(text: str) -> None:
    assert shamsi.pairs(text) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("جام جهانی ۲۰۲۲ (آذر ۱۴۰۱)", "overlap"),
        ("كأس العالم 2022 (جمادى الأولى 1444)", "overlap"),
        ("سال ۲۰۲۲ (مهر ۱۳۹۸)", "mismatch"),
        ("زلزله ۱۳۸۲ (۲۰۰۵)", "mismatch"),  # an event that came once
        ("ثورة 1919 (1347 هـ)", "mismatch"),
        ("افتتاحیه المپیک ۴ مرداد ۱۴۰۳ (۲۶ اوت ۲۰۲۴)", "mismatch"),  # an event with its own day
        ("جام جهانی در ۵ آذر ۱۴۰۱ (۲۰ نوامبر ۲۰۲۲)", "mismatch"),
    ],
)
def test_other_dates_of_events_are_sides(text: str, verdict: str) -> None:
    assert [pair.verdict for pair in shamsi.pairs(text)] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"), [('"۲ تیر ۱۴۰۲" (۲ ژوئیه ۲۰۲۳)', "mismatch"), ("«1120 هـ» (1774)", "mismatch")]
)
def test_a_date_that_is_quoted_whole_is_no_title(text: str, verdict: str) -> None:
    assert [pair.verdict for pair in shamsi.pairs(text)] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "نمایشگاه ۱۰ تا ۱۵ مهر ۱۴۰۳ (۵ تا ۸ اکتبر ۲۰۲۴) برپا شد",
        "جشنواره ۱۴ تا ۲۴ اسفند ۱۴۰۲ (۱۰ تا ۱۴ مارس ۲۰۲۴) بود",
        "معرض 10 - 15 أكتوبر 2024 (17 - 28 ربيع الآخر 1446)",
        "مهرجان مايو - يونيو 2024 (مهر - آبان 1403)",
    ],
)
def test_the_days_of_an_event_are_a_side_of_a_pair(text: str) -> None:
    assert [finding.code for finding in shamsi.check(text)] == ["pair-mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "۲۱ آبان ۱۴۰۲ (میلادی: {} نوامبر ۲۰۲۳)",
        "21 آبان 1402 [تاریخ میلادی: {} نوامبر 2023]",
        "27 ربيع الآخر 1445 (ميلادي: {} نوفمبر 2023)",
        "1402/8/21 (میلادی: 2023/11/{})",
    ],
)
def test_a_bracket_may_begin_with_the_name_of_its_calendar(text: str) -> None:
    assert shamsi.check(text.format(12)) == []
    assert [finding.code for finding in shamsi.check(text.format(22))] == ["pair-mismatch"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("شنبه ۴ مرداد ۱۴۰۴، ۲۶ ژوئیه ۲۰۲۵", ["agree"]),
        ("شنبه ۴ مرداد ۱۴۰۴، ۲۹ ژوئیه ۲۰۲۵", ["mismatch"]),
        ("3 رجب 1440هـ 20 مارس 2019م", ["mismatch"]),
        ("۴ مرداد ۱۴۰۴، ۱۱ سپتامبر ۲۰۰۱", []),
        ("ولد في 3 رجب 1440هـ، وتوفي 20 مارس 2019م", []),
    ],
)
def test_days_side_by_side_are_one_if_a_slip_explains_them(text: str, verdicts: list[str]) -> None:
    assert [pair.verdict for pair in shamsi.pairs(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("۲۰ اردیبهشت برابر با ۱۰ می بود", ["XXXX-02-20", "XXXX-05-10"]),
        ("از ۷ می تا ۱۲ می (۱۷ تا ۲۲ اردیبهشت)", ["XXXX-05-07/XXXX-05-12", "XXXX-02-17/XXXX-02-22"]),
        ("سنة 22 ق.هـ الموافق 600م", ["-0021", "0600"]),
    ],
)
def test_a_connector_shows_what_its_other_side_is(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text)] == natives
    assert shamsi.check(text) == []


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("غادر في 6 - 8 - 1964 إلى القاهرة", "1964-08-06"),
        ("در ۱۷ - ۵ - ۱۳۶۹ برگشت", "1369-05-17"),
        ("متولد ۴ - ۲ - ۱۳۵۱ در یزد", "1351-02-04"),
    ],
)
def test_a_preposition_makes_a_day_of_spaced_numbers(text: str, native: str) -> None:
    assert [mention.native for mention in shamsi.find(text)] == [native]
