"""Denials: a day of which the text says that there is none is no error of the text."""

import pytest

import shamsi

DENIED = """
ليس في تقاويم الناس يوم 31 شباط
يوم 31 حزيران لا وجود له في التقويم الميلادي
31 نيسان يوم غير موجود في تقويمنا
31 فبراير، في التقويم الغريغوري، هو تاريخ وهمي
لا يوجد في السنة يوم اسمه 31 سبتمبر
لا وجود ليوم 30 شباط
قال المعلم إن 31 يونيو لا وجود له
يوم 31 أبريل 2024 لا وجود له
روزی به نام ۳۱ آبان وجود ندارد
روز ۳۱ آذر در تقویم رسمی وجود ندارد
معلم گفت که ۳۱ دی در هیچ تقویمی وجود ندارد
چیزی به اسم ۳۱ بهمن نداریم
۳۱ فوریه، روزی خیالی است
تاریخ ۳۱ آبان ۱۴۰۲ وجود ندارد
سأرد الدين في 30 فبراير، وهذا من المستحيل
له ضرب‌المثل می‌گویند: در ۳۰ فوریه، که محال است
لە ساڵنامەی ئێمەدا ڕۆژی ٣١ی نیسان بوونی نییە
د میزان ۳۱مه نېټه په جنتري کې نشته
"""
WRONG = """
وُلدت الطفلة في 30 شباط 1988 بدمشق
وصل في 31 نيسان وكان المال غير موجود
في 31 نيسان لا يوجد اجتماع
لا يوجد موعد قبل 31 حزيران
ليس في الفندق غرف ليوم 31 نيسان
ليس هناك موعد ليوم 31 نيسان
من المستحيل إنهاء البناء قبل 31 حزيران
من المستحيل إنهاء البناء قبل 30 فبراير 2022
قرارداد ۳۱ آبان ۱۴۰۲ امضا شد
در ۳۱ آبان جلسه‌ای وجود ندارد
مهلت تا ۳۱ آبان است و تمدید وجود ندارد
این پیشنهاد قابل قبول نیست، ۳۱ آبان ۱۴۰۲ رد شد
تاریخ تحویل: ۳۱ آبان ۱۴۰۲، موجود نیست
این روز وجود ندارد. نامه ۳۱ آبان رسید
"""


def codes(text: str) -> list[str]:
    return [finding.code for finding in shamsi.check(text)]


@pytest.mark.parametrize("text", DENIED.strip().split("\n"))
def test_a_day_that_the_text_denies_is_silent(text: str) -> None:
    assert any(mention.problem for mention in shamsi.find(text))
    assert codes(text) == []


@pytest.mark.parametrize("text", WRONG.strip().split("\n"))
def test_an_event_on_a_day_that_is_none_is_reported(text: str) -> None:
    assert codes(text) == ["impossible-date"]


def test_a_title_is_silent_if_the_text_denies_its_day() -> None:
    title, sentence = "31 نيسان", "31 نيسان هو يوم غير موجود في التقويم."
    assert codes(title) == ["impossible-date"]
    assert codes(f"{title}\n\n{sentence}") == []
    assert codes(f"{title}\n\n{sentence} وُلد الشاعر في 31 نيسان 1940.") == ["impossible-date"]
    assert codes(f"31 حزيران\n\n{sentence}") == ["impossible-date"]


def test_sweden_had_a_thirtieth_of_february() -> None:
    assert codes("وافق 30 فبراير 1712 يوما في السويد") == []
    assert codes("وافق 30 فبراير 1716 يوما في السويد") == ["impossible-date"]


@pytest.mark.parametrize(
    "text",
    ["این روز وجود ندارد: ۳۱ آبان ۱۴۰۲", "خطا: ۳۱ آبان ۱۴۰۲ معتبر نیست", "تاریخ نامعتبر است: ۳۱ آبان ۱۴۰۲"],
)
def test_a_denial_may_precede_a_colon(text: str) -> None:
    assert shamsi.check(text) == []
