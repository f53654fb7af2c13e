"""The months of old letters."""

import pytest

import shamsi


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("در ۱۲ شهر صفر ۱۳۲۰ این نامه رسید.", "۱۲ شهر صفر ۱۳۲۰"),
        ("دوازدهم شهر صفر این نامه رسید.", "دوازدهم شهر صفر"),
        ("به تاریخ ۱۲ شهر صفر این نامه رسید.", "۱۲ شهر صفر"),
        ("روز ۱۲ و ۱۳ شهر صفر این نامه‌ها رسید.", "۱۲ و ۱۳ شهر صفر"),
        ("این نامه در شهر صفر ۱۳۲۰ رسید.", "صفر ۱۳۲۰"),
        ("این نامه در ۱۲ شهر، صفر ۱۳۲۰ رسید.", "صفر ۱۳۲۰"),
        ("در ۱۲ شهر رمضان ۱۴۰۳ افطاری دادند.", "رمضان ۱۴۰۳"),
        ("روز ۱۲ شهر رمضان ۱۴۰۳ افطاری دادند.", "۱۲ شهر رمضان ۱۴۰۳"),
        ("این نامه از ۱۲ شهر مهر ۱۳۹۰ رسید.", "مهر ۱۳۹۰"),
        ("این نامه از ۱۲ شهر صفر تا صد نوشته شد.", None),
    ],
)
def test_a_word_for_month_follows_a_day(text: str, found: str | None) -> None:
    assert [mention.text for mention in shamsi.find(text)] == ([found] if found else [])


def test_the_word_is_a_month_in_arabic() -> None:
    (mention,) = shamsi.find("وصل في 12 شهر صفر إلى المدينة وأقام فيها.")
    assert (mention.lang, mention.native) == ("ar", "XXXX-02-12")
