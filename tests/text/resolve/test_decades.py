"""Decades: joined ones are of one century, and the twenties belong to the others of a text."""

import pytest

import shamsi

JOINED = """
ازدهرت الطباعة من العشرينات إلى الستينات | 192X 196X
بين العشرينيات والثلاثينيات تغيرت المدينة | 192X 193X
من عشرينات حتى خمسينات القرن الماضي كثر القراء | 192X 195X
في العشرينيات والثلاثينيات من القرن التاسع عشر كثر القراء | 182X 183X
من خمسينيات القرن الماضي حتى عشرينيات القرن الحالي كثر القراء | 195X 202X
من ثمانينيات القرن الماضي إلى العشرينيات كثر القراء | 198X 202X
منذ التسعينيات إلى العشرينيات كثر القراء | 199X 202X
في الخمسينيات والعشرينيات كثر القراء | 195X 192X
في الثمانينيات والسبعينيات كثر القراء | 198X 197X
من سبعينيات القرن التاسع عشر إلى الثلاثينيات كثر القراء | 187X 193X
از دهه بیست تا دهه پنجاه میلادی صنعت رشد کرد | 192X 195X
در دهه‌های بیست تا شصت میلادی صنعت رشد کرد | 192X 196X
دهه بیست و دهه سی میلادی دوره رشد صنعت بود | 192X 193X
از دهه ۱۹۵۰ تا دهه ۷۰ صنعت رشد کرد | 195X 197X
در دهه هشتاد و اوایل قرن بیست و یکم صنعت رشد کرد | 198X
در دهه سی و اواخر قرن بیستم صنعت رشد کرد | 193X
لە بیستەکان تا پەنجاکانی سەدەی ڕابردوو | 192X 195X
"""
AS_ALONE = """
در دهه هشتاد صنعت رشد کرد | 138X
از دهه بیست تا دهه پنجاه شمسی صنعت رشد کرد | 132X 135X
دهه هشتاد و ابتدای قرن پانزدهم خورشیدی | 138X
دهه پنجاه شمسی و دهه هفتاد میلادی | 135X 197X
في عشرينيات القرن الحالي كثر القراء | 202X
في عشرينيات القرن العشرين كثر القراء | 192X
"""


def natives(text: str) -> list[str | None]:
    decades = [part for mention in shamsi.find(text) for part in mention.parts or (mention,)]
    return [part.native for part in decades if part.kind == "decade"]


@pytest.mark.parametrize("case", [*JOINED.strip().split("\n"), *AS_ALONE.strip().split("\n")])
def test_decades_have_the_century_that_makes_them_run_forward(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    assert natives(text) == wanted.split()
    assert shamsi.check(text) == []


def test_the_twenties_are_those_of_the_other_decades_of_a_text() -> None:
    head = "في كتاب عن المدينة قال المؤرخ إن القراء كثروا في العشرينيات، "
    assert natives(head + "ثم قلوا بعد ذلك.") == ["202X"]
    assert natives(head + "ثم قلوا كثيرا بعد ذلك في الخمسينيات من القرن.") == ["192X", "195X"]
    assert natives(head + "ثم قلوا كثيرا بعد ذلك في عشرينيات القرن الحالي.") == ["202X", "202X"]
    text = "شهر در دهه سی میلادی گران بود. پیش از آن، در دهه بیست میلادی، مردم کار داشتند."
    assert natives(text) == ["193X", "192X"]


@pytest.mark.parametrize(
    "text",
    [
        "رجل في الستينيات من عمره",
        "كتبت الرواية في ثلاثينيات عمرها",
        "كانت في الخمسينات من حياتها",
        "در دهه سی زندگی‌اش نوشت",
        "بیماران در دهه شصت زندگی",
        "بین دهه‌های ۳۰ تا ۴۰ سالگی",
        "در دهه ۵۰ عمرش بود",
        "لە چلەکانی تەمەنیدا بوو",
    ],
)
def test_an_age_is_no_decade(text: str) -> None:
    assert natives(text) == []


def test_life_in_a_decade_is_no_age() -> None:
    assert natives("در دهه شصت زندگی در شهر گران شد") == ["136X"]


def test_decades_that_name_their_century_may_run_backwards() -> None:
    codes = [finding.code for finding in shamsi.check("من ستينيات القرن الماضي إلى ثلاثينيات القرن الماضي")]
    assert codes == ["reversed-range"]
    assert shamsi.check("من السبعينيات إلى الأربعينيات") == []
