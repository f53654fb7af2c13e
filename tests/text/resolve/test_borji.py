"""The months of the zodiac before 1304, which had 29 to 32 days."""

import pytest

import shamsi


@pytest.mark.parametrize(
    ("text", "native", "day"),
    [
        ("در ۷ ثور ۱۲۹۶ رسید.", "1296-02-07", shamsi.Date(1296, 2, 7)),
        ("در ۳۱ عقرب ۱۲۹۷ رسید.", "1297-08-31", shamsi.Date(1297, 9, 1)),
        ("در ۳۲ سرطان ۱۲۹۷ رسید.", "1297-04-32", shamsi.Date(1297, 5, 1)),
        ("در ۳۲ جوزا سال ۱۳۰۰ رسید.", "1300-03-32", shamsi.Date(1300, 4, 1)),
        ("در سی و یکم قوس ۱۳۰۱ رسید.", "1301-09-31", shamsi.Date(1301, 10, 1)),
    ],
)
def test_a_day_is_read_by_the_months_of_today(text: str, native: str, day: shamsi.Date) -> None:
    (mention,) = shamsi.find(text)
    assert (mention.native, mention.earliest, mention.problem) == (native, day.gregorian, None)
    assert mention.assumed == ("borji",)
    assert shamsi.check(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("در ۳۱ عقرب ۱۳۹۷ رسید.", ["impossible-date"]),
        ("در ۳۱ آبان ۱۲۹۷ رسید.", ["impossible-date"]),
        ("در ولایت هرات ۳۱ عقرب ۱۳۰۲ ولسوالی حکم داد.", ["impossible-date"]),
        ("روز سه‌شنبه ۸ ثور ۱۲۹۶ رسید.", ["weekday-conflict"]),
        ("روز جمعه ۸ ثور ۱۲۹۶ رسید.", []),
        ("روز شنبه ۸ ثور ۱۲۹۶ رسید.", []),
        ("در ۲۰ دلو ۱۲۹۹ (۸ فوریه ۱۹۲۱) رسید.", []),
        ("در ۲۰ دلو ۱۲۹۹ (۴ فوریه ۱۹۲۱) رسید.", ["pair-mismatch"]),
    ],
)
def test_what_check_says(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in shamsi.check(text)] == codes


@pytest.mark.parametrize("text", ["در ۳۳ جوزا ۱۲۹۷ رسید.", "در ۳۲ جوزا ۱۳۹۷ رسید.", "در ۳۲ عقرب رسید."])
def test_other_numbers_are_no_days(text: str) -> None:
    assert shamsi.find(text) == []


def test_equivalents_are_those_of_today() -> None:
    text = "در ۳۱ عقرب ۱۲۹۷ رسید."
    assert shamsi.annotate(text, to="gregorian") == "در ۳۱ عقرب ۱۲۹۷ (۲۳ نوامبر ۱۹۱۸) رسید."
