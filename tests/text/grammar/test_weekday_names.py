"""Weekdays that are names: of offices, prayers, books, markets and people."""

import datetime as dt

import pytest

import shamsi

# Texts with a date that is not on the weekday in it, where this weekday is a part of a name.
NAMES = """
امام جمعه ۱۵ تیر ۱۴۰۲ به روستا رفت
امام‌جمعهٔ ۱۵ تیر ۱۴۰۲
امام جمعه، ۱۵ تیر ۱۴۰۲ گفت که پل بسته است
ائمهٔ جمعه، ۱۵ تیر ۱۴۰۲ گرد آمدند
خطیب جمعه ۱۵ تیر ۱۴۰۲ هشدار داد
خطبه‌های جمعه ۱۵ تیر ۱۴۰۲ منتشر شد
نماز عبادی‌سیاسی جمعه، ۱۵ تیر ۱۴۰۲
ستاد نماز جمعه | ۱۵ تیر ۱۴۰۲
نمازجمعه ۱۵ تیر ۱۴۰۲ لغو شد
نماز آدینه ۱۵ تیر ۱۴۰۲
کتاب جمعه، ۱۵ تیر ۱۴۰۲ چاپ شد
مسجد جمعه ۱۵ تیر ۱۴۰۲ مرمت شد
آقای جمعه ۱۵ تیر ۱۴۰۲ برگشت
ناصر جمعه | ۱۵ تیر ۱۴۰۲
عکس: کاوه جمعه، ۱۵ تیر ۱۴۰۲
گزارش: محمد کاوه جمعه - ۱۵ تیر ۱۴۰۲
به قلم کاوه جمعه، ۱۵ تیر ۱۴۰۲
محمد کاوه جمعه، ۱۵ تیر ۱۴۰۲
کاوه جمعه - ۱۵ تیر ۱۴۰۲
ابو جمعه، ۱۵ تیر ۱۴۰۲
امام جمعه ۱۵ سرطان ۱۴۰۲ در هرات گفت
قال إمام الجمعة، 8 مارس 2022
أئمة الجمعة 8 مارس 2022
لخطيب الجمعة 8 مارس 2022
وإمام وخطيب الجمعة 8 مارس 2022
بصلاة الجمعة 8 مارس 2022
خطبتي الجمعة، 8 مارس 2022
سورة الجمعة 8 مارس 2022
كتاب الجمعة، 8 مارس 2022
سوق الخميس 8 مارس 2022 احترق
سوق الأحد، 8 مارس 2022
عبد الأحد 8 مارس 2022
زار بلدية الأربعاء، 8 مارس 2022
في مدينة السبت 8 مارس 2022
أبو جمعة، 8 مارس 2022
بوجمعة 8 مارس 2022
محمد بن جمعة 8 مارس 2022
آل خميس، 8 مارس 2022
كتب ناصر جمعة 8 مارس 2022
سعيد خميس | 8 مارس 2022
ناصر الجمعة | 8 مارس 2022
بقلم سعد الجمعة، 8 مارس 2022
ئیمامی هەینی، ١٢ی ئازاری ٢٠٢٥ لە هەولێر گوتی
لە نوێژی هەینی ١٢ی ئازاری ٢٠٢٥ ئامادە بوو
د هرات امام جمعه د ۱۴۰۲ کال د چنګاښ په ۱۵مه وویل
"""
# The same weekday, date and layout, where the weekday is one.
WEEKDAYS = """
روز جمعه ۱۵ تیر ۱۴۰۲
رئیس شورا جمعه ۱۵ تیر ۱۴۰۲ گفت
رئیس شورا جمعه، ۱۵ تیر ۱۴۰۲ گفت
امام جمعه، جمعه ۱۵ تیر ۱۴۰۲ گفت
امام جمعهٔ شهر ما جمعه، ۱۵ تیر ۱۴۰۲ گفت
امام خمینی جمعه ۱۵ تیر ۱۴۰۲
نماز ظهر جمعه ۱۵ تیر ۱۴۰۲
تبریز، جمعه ۱۵ تیر ۱۴۰۲
جمعه | ۱۵ تیر ۱۴۰۲
تبریز - جمعه | ۱۵ تیر ۱۴۰۲
دبیر شورا جمعه، ۱۵ تیر ۱۴۰۲ گفت
عکس: کاوه رضایی - جمعه، ۱۵ تیر ۱۴۰۲
عکس: کاوه رضایی شنبه، ۱۵ تیر ۱۴۰۲
نماز شنبه ۱۵ تیر ۱۴۰۲
جمعه ۱۵ سرطان ۱۴۰۲
يوم الجمعة 8 مارس 2022
قال إمام الجمعة يوم الجمعة 8 مارس 2022
أئمة المساجد الجمعة 8 مارس 2022
قال الوزير الجمعة، 8 مارس 2022
كتب أحمد عبد الهادي الجمعة، 8 مارس 2022
كتب الوزير الجمعة، 8 مارس 2022 رسالة
ولد الخميس 8 مارس 2022
الجمعة | 8 مارس 2022
يوم جمعة 8 مارس 2022
آخر تحديث: جمعة، 8 مارس 2022
القاهرة - خميس 8 مارس 2022
هبط السوق الخميس 8 مارس 2022
افتتح في المدينة الجمعة 8 مارس 2022
قال عبد الله الأحد 8 مارس 2022
في بلدية تونس السبت 8 مارس 2022
ڕۆژی هەینی ١٢ی ئازاری ٢٠٢٥ لە هەولێر گوتی
"""


@pytest.mark.parametrize("text", NAMES.strip().split("\n"))
def test_a_name_is_no_weekday(text: str) -> None:
    for reference in (None, dt.date(2024, 5, 1)):
        (mention,) = shamsi.find(text, reference=reference)
        assert mention.kind == "day"
        assert mention.weekday is None
        assert not any(day in text[slice(*mention.extent)] for day in ("جمع", "خميس", "أحد", "هەین"))
        assert shamsi.check(text, reference=reference) == []


@pytest.mark.parametrize("text", WEEKDAYS.strip().split("\n"))
def test_a_weekday_beside_a_name_is_one(text: str) -> None:
    (finding,) = shamsi.check(text)
    assert finding.code == "weekday-conflict"
    (mention,) = finding.spans
    assert mention.weekday is not None


def test_a_name_before_a_year_is_no_weekday() -> None:
    (mention,) = shamsi.find("خطبه‌های نماز جمعه سال ۱۳۷۴")
    assert (mention.text, mention.weekday, mention.extent[1] - mention.extent[0]) == ("۱۳۷۴", None, 8)


def test_explain_shows_a_name_as_one_word() -> None:
    (row,) = shamsi.explain("نماز آدینه، ۱۵ تیر ۱۴۰۲")
    assert [token.text for token in row.tokens] == ["۱۵", "تیر", "۱۴۰۲"]


def test_a_line_with_a_name_and_a_date_has_no_weekday() -> None:
    for line, count in (("ناصر جمعه، ۱۵ تیر ۱۴۰۲", 0), ("ناصر جمعه، ۱۵ تیر ۱۴۰۲ برگشت", 1)):
        text = f"پل را بستند.\n{line}\nو رفتند."
        assert len(shamsi.check(text)) == count
