"""Texts with dates in them, and with everything that a text may hold besides."""

from hypothesis import strategies as st

DATES = (
    "۱۸ مرداد ۱۴۰۴",
    "أوائل عام ٢٠٢٥",
    "سه‌شنبه ۵ آبان ۱۴۰۴",
    "18 إلى 20 مرداد 1404",
    "يومي 14 و25 ديسمبر 2016",
    "شنبه ۵ مهر تا یکشنبه ۱۳ مهر ۱۴۰۴",
    "۵، ۷ و ۹ مهر",
    "سال‌های 1385-1380",
    "التسعينيات من القرن العشرين",
    "صيف 2024",
    "تابستان ۱۴۰۴",
    "مهرماه",
    "۲۲ بهمن",
    "۳۱ مهر ۱۴۰۴",
    "رمضان 1446",
    "حدود سال ۱۲۹۱ خورشیدی",
    "۹۶۱–۱۰۲۴ ه‍. ق",
    "۱۸\u200f مرداد\u00a0۱۴۰۴",
    "15 مارس 44 قبل الميلاد",
)
_MARKS = (
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "، ",
    " و",
    "(",
    ")",
    "&",
    "<b>",
    "]]>",
    '"',
    "😀",
    "\U0002a6d6",
    "\u202e",
    "#",
)
TEXTS = st.lists(
    st.sampled_from(DATES) | st.sampled_from(_MARKS) | st.text(st.characters(), max_size=5), max_size=12
).map("".join)
