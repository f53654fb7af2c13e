"""The extension of the site that sets Arabic script apart in code; the lines here are invented."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("sphinx", reason="sphinx is not installed")
sys.path.append(str(Path(__file__).resolve().parents[2] / "docs" / "_ext"))

from direction import isolate, spans


def shown(line: str) -> str:
    """A line with brackets of their own around what is set apart."""
    for start, end in reversed(spans(line)):
        line = f"{line[:start]}⦗{line[start:end]}⦘{line[end:]}"
    return line


@pytest.mark.parametrize(
    "line",
    [
        # Dates in digits and columns of numbers beside a date are not of it.
        "⦗خرداد ١٤٠٣⦘ 1403-03 2024-05-21 2024-06-20",
        "⦗3 يناير/كانون الثاني 2024⦘ 2024-01-03 2024-01-03",
        "0 14 ⦗۲ تا ۴ دی ۱۴۰۳⦘ 1403-10-02/1403-10-04 2024-12-22",
        "⦗9 دی 1403⦘ 1403-10-09 ⦗«دی»⦘",
        "⦗فبراير⦘ 4 11 I-range",
        "⦗فبراير 2024⦘ 4 11 I-range",
        "⦗از ۲⦘ 2024-12-22 ⦗تا ۴ دی⦘",
        # Its own numbers are, in brackets and at the end of a sentence, too.
        "⦗من 2 إلى 4 دی 1403 (22 إلى 24 ديسمبر 2024).⦘",
        "on ⦗9 دی 1403⦘, not ⦗10 دی⦘",
        # Quotes and brackets that have no partner.
        "[(None, '⦗پارسال⦘'), (None, '⦗فردا⦘')]",
        "(⦗دی⦘ (month), ⦗۹⦘ (day))",
        '"⦗5 رجب 1446⦘ (',
        '⦗يناير 2025⦘)"',
        "⦗دی⦘) ⦗و (بهمن) و⦘ (⦗اسفند⦘",
        # A string is one, whatever stands in it but a date in digits.
        "x = '⦗ساعت 9:30: باران، also rain; برف⦘'",
        "[('⦗نوشته: برف⦘', '2024-12-29')]",
        'x = "⦗نوشته⦘: 2024-12-29 ⦗برف⦘"',
        "it's ⦗دی⦘, isn't it",
        # An English one that quotes Arabic is not.
        "x = '⦗دی⦘ is January, ⦗بهمن⦘ is February'",
        # Markup that is text, the signs of a comparison, a time of day, the line of a calendar.
        '<b id="⦗دی⦘">⦗۹ دی⦘</b> ⦗بود⦘',
        "-⦗وصل في 9 دی 1403⦘",
        "+⦗وصل في 10 دی 1403⦘",
        "⦗۹ دی، ۱۲:۳۰⦘ is noon",
        "⦗\u200f   ۱  ۲   \u200f⦘",
        # Nothing to set apart.
        "1403-10-09 2024-12-29 (day)",
        "",
    ],
)
def test_runs_of_arabic_script_are_set_apart(line: str) -> None:
    assert shown(re.sub("[⦗⦘]", "", line)) == line


def test_only_code_is_touched_and_a_string_in_pieces_is_one() -> None:
    assert isolate("<p>۹ دی</p>") == "<p>۹ دی</p>"
    pieces = (
        '<span class="s2">&quot;نوشته: ۹ دی</span><span class="se">\\n</span><span class="s2">باران بارید.&quot;</span>'
    )
    assert isolate(f"<pre>x = {pieces}\n</pre>") == f"<pre>x = <bdi>{pieces}</bdi>\n</pre>"
    dated = pieces.replace("باران", "2024-12-29 باران")
    assert "<bdi>باران بارید.</bdi>" in isolate(f"<pre>{dated}</pre>")


def test_entities_stay_entities() -> None:
    assert isolate("<pre>a &lt; &quot;دی &amp; بهمن&quot;</pre>") == ('<pre>a &lt; "<bdi>دی &amp; بهمن</bdi>"</pre>')


@given(st.text("ab دیم«»()'\"[]۹٩12-:،.\u200f", max_size=40))
def test_whatever_a_line_is_spans_are_in_order_and_hold_no_dashed_digits(line: str) -> None:
    at = 0
    for start, end in spans(line):
        assert at <= start < end <= len(line)
        assert not re.search(r"\d-\d", line[start:end])
        assert line[start:end].count("(") == line[start:end].count(")")
        assert line[start:end].count("«") == line[start:end].count("»")
        at = end
