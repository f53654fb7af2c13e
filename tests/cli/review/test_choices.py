"""What an editor may write into the cell `apply`."""

import pytest

from shamsi.cli.review.choices import LEAVE, Choice, choice_of, is_date, side_of


@pytest.mark.parametrize(
    ("cells", "choice"),
    [
        (("persian", " Persian ", "PERSIAN", "jalali", "solar hijri"), Choice("side", "persian")),
        (("شمسی", "شمسي", " هجری  شمسی ", "هجری‌شمسی", "خورشیدی", "الهجري الشمسي"), Choice("side", "persian")),
        (("gregorian", "miladi", "میلادی", "ميلادي", "الميلادي", "\u200fمیلادی"), Choice("side", "gregorian")),
        (("islamic", "lunar", "قمری", "هجري قمري", "القمري"), Choice("side", "islamic")),
        (("hijri", "هجری", "هجري"), Choice("ambiguous", "hijri")),
        (("1", " ۱ ", "١"), Choice("number", "1")),
        (("yes", "X", "✓", "بله", "نعم"), Choice("yes")),
        (("", "  ", "-", "no", "نه", "لا"), LEAVE),
        (("۵ مهر ۱۴۰۴", " ۵ مهر ۱۴۰۴ "), Choice("text", "", "۵ مهر ۱۴۰۴")),
        (("persian: ۵ مهر ۱۴۰۴", "شمسی:۵ مهر ۱۴۰۴"), Choice("text", "persian", "۵ مهر ۱۴۰۴")),
        (("whole: (حذف)", "همه: (حذف)"), Choice("text", "whole", "(حذف)")),
        (("ساعت 10:30",), Choice("text", "", "ساعت 10:30")),
        (("persian:",), Choice("text", "", "persian:")),
        (("1404",), Choice("text", "", "1404")),
    ],
)
def test_a_choice_may_be_written_in_many_ways(cells: tuple[str, ...], choice: Choice) -> None:
    assert {cell: choice_of(cell) for cell in cells} == dict.fromkeys(cells, choice)


@pytest.mark.parametrize(("text", "is_one"), [("۵ مهر", True), ("1404", True), ("persain", False), ("شمس", False)])
def test_a_slip_is_no_date(text: str, is_one: bool) -> None:
    assert is_date(text) is is_one


def test_one_date_has_a_side() -> None:
    assert [side_of(text) for text in ("۹ اوت ۲۰۲۵", "جمعه ۹ مهر ۱۴۰۴", "۹ اوت ۲۰۲۵ (۱۸ مرداد ۱۴۰۴)", "x")] == [
        "gregorian",
        "persian",
        "",
        "",
    ]
