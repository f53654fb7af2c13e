"""An excerpt shows the spans whole when they are short, and never the whole line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.escaping import clean
from shamsi.cli.reports.excerpt import excerpt

LONG = "lorem ipsum dolor sit amet consectetur adipiscing elit "


def test_cuts_between_words() -> None:
    text = LONG + "on 18 Mordad 1404 then " + LONG
    start = text.index("18")
    assert excerpt(text, [(start, start + 14)]) == (
        "… adipiscing elit on ⟦18 Mordad 1404⟧ then lorem ipsum dolor sit …"
    )


def test_a_whole_short_line_has_no_ellipsis() -> None:
    assert excerpt("before\r\nen 1404 to\rafter", [(11, 15)]) == "en ⟦1404⟧ to"
    assert excerpt("1404", [(0, 4)]) == "⟦1404⟧"


def test_thirty_characters_on_each_side_are_shown_whole() -> None:
    assert excerpt("x" * 30 + "1404" + "y" * 30, [(30, 34)]) == "x" * 30 + "⟦1404⟧" + "y" * 30


def test_a_word_without_end_is_cut_hard() -> None:
    assert excerpt("x" * 99 + "1404" + "y" * 99, [(99, 103)]) == "… " + "x" * 30 + "⟦1404⟧" + "y" * 30 + " …"


@pytest.mark.parametrize(
    "spans", [[(3, 7), (0, 2)], [(0, 2), (3, 7)], [(0, 2), (3, 7), (4, 6)], [(0, 2), (3, 6), (5, 7)]]
)
def test_spans_come_in_order_and_overlapping_ones_as_one(spans: list[tuple[int, int]]) -> None:
    assert excerpt("18 1404 x", spans) == "⟦18⟧ ⟦1404⟧ x"


def test_touching_spans_stay_two() -> None:
    assert excerpt("181404", [(0, 2), (2, 6)]) == "⟦18⟧⟦1404⟧"


def test_control_characters_do_not_pass() -> None:
    assert excerpt("a\x1b[2Jb 14\u202e04\tc", [(7, 12)]) == "a[2Jb ⟦1404⟧ c"


@given(st.text(), st.text(min_size=1, max_size=120), st.text())
def test_any_text(before: str, inside: str, after: str) -> None:
    start, end = len(before), len(before) + len(inside)
    shown = excerpt(before + inside + after, [(start, end)])
    assert f"⟦{clean(inside)}⟧" in shown
    assert len(shown) <= len(inside) + 2 + 2 * 33
    assert clean(shown) == shown


def test_neither_a_long_line_nor_a_long_span_is_shown_whole() -> None:
    text = "x" * 5_000_000 + "1" * 5_000_000 + "x" * 5_000_000 + "2" * 9 + "x" * 5_000_000
    assert len(excerpt(text, [(5_000_000, 10_000_000), (15_000_000, 15_000_009)])) < 400
