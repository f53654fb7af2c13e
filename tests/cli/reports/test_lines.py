"""Mentions and findings as text and as JSON Lines, from values made by hand."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from shamsi.cli.inputs import Document
from shamsi.cli.reports.json import record
from shamsi.cli.reports.lines import explanation_block, mention_line
from shamsi.cli.reports.report import Tally
from shamsi.cli.reports.style import Style
from shamsi.cli.reports.text import finding_block
from shamsi.text.explain import Explanation
from shamsi.text.finding import Finding
from shamsi.text.grammar.sentences import Token
from shamsi.text.resolve.mention import Mention
from shamsi.text.rewrite.repairs import Suggestion

TEXT = "سطر\nفي 18 مرداد 1404 (18 أغسطس 2025)، وناقشا"
DOCUMENT = Document("a.txt", TEXT)

MENTION_CONTRACT = (
    *("start", "end", "text", "extent", "calendar", "kind", "native", "earliest", "latest"),
    *("modifier", "weekday", "parts", "assumed", "problem", "rule", "lang", "confidence"),
)
FINDING_CONTRACT = ("code", "start", "end", "message", "spans", "delta_days", "diagnosis", "suggestions")


def mention(start: int, end: int, calendar: str, native: str, day: dt.date) -> Mention:
    return Mention(
        start=start,
        end=end,
        text=TEXT[start:end],
        extent=(start, end),
        calendar=calendar,
        kind="day",
        native=native,
        earliest=day,
        latest=day,
        rule="day month year",
        lang="ar",
    )


LEFT = mention(7, 20, "persian", "1404-05-18", dt.date(2025, 8, 9))
RIGHT = mention(22, 35, "gregorian", "2025-08-18", dt.date(2025, 8, 18))
FINDING = Finding(
    code="pair-mismatch",
    start=7,
    end=35,
    message="not the same days; 9 days apart",
    detail="18 مرداد 1404 is 2025-08-09, 9 days before the Gregorian side",
    spans=(LEFT, RIGHT),
    delta_days=9,
    diagnosis="calque",
    suggestions=(Suggestion(7, 20, "27 مرداد 1404", "persian"), Suggestion(22, 35, "9 أغسطس 2025")),
)

REFUSED = Explanation(
    start=10,
    end=15,
    text="مرداد",
    tokens=(Token(4, 6, "في", "I", "preposition before a bare year"), Token(10, 15, "مرداد", "M", "month, read bare")),
    rule="month",
    pattern="M",
    mention=None,
    refusal="place",
    reasons=("part of a name: «في» stands before",),
)


class TestText:
    def test_a_mention_is_a_line_of_tabbed_columns(self) -> None:
        line = mention_line(DOCUMENT, LEFT, isolated=False)
        assert line == "a.txt:2:4: 18 مرداد 1404\tpersian\tday\t1404-05-18\t2025-08-09/2025-08-09"

    def test_what_is_not_known_is_a_dash(self) -> None:
        line = mention_line(DOCUMENT, replace(LEFT, native=None, earliest=None, latest=None), isolated=False)
        assert line.split("\t")[3:] == ["-", "-"]

    def test_a_finding_is_a_block(self) -> None:
        assert finding_block(DOCUMENT, FINDING).splitlines() == [
            "a.txt:2:4: pair-mismatch: not the same days",
            "    في ⟦18 مرداد 1404⟧ (⟦18 أغسطس 2025⟧)، وناقشا",
            "    18 مرداد 1404 is 2025-08-09, 9 days before the Gregorian side",
            "    repair: 27 مرداد 1404   or   9 أغسطس 2025",
        ]

    def test_a_finding_without_repair_detail_or_spans(self) -> None:
        bare = replace(FINDING, detail="", suggestions=(), spans=(), start=7, end=20)
        assert finding_block(DOCUMENT, bare).splitlines() == [
            "a.txt:2:4: pair-mismatch: not the same days",
            "    في ⟦18 مرداد 1404⟧ (18 أغسطس 2025)، وناقشا",
        ]

    def test_quoted_text_is_isolated_where_asked(self) -> None:
        assert "\u206818 مرداد 1404\u2069\t" in mention_line(DOCUMENT, LEFT, isolated=True)
        _, quote, detail, repair = finding_block(DOCUMENT, FINDING, Style(isolated=True)).splitlines()
        assert quote == "    \u2068في ⟦18 مرداد 1404⟧ (⟦18 أغسطس 2025⟧)، وناقشا\u2069"
        assert detail.startswith("    \u206818 مرداد 1404\u2069 is 2025-08-09")
        assert repair == "    repair: \u206827 مرداد 1404\u2069   or   \u20689 أغسطس 2025\u2069"

    def test_a_refusal_is_a_block(self) -> None:
        assert explanation_block(DOCUMENT, REFUSED, isolated=False).splitlines() == [
            "a.txt:2:7: مرداد\tno date\tplace",
            "    tokens: في (preposition before a bare year) + مرداد (month, read bare)",
            "    pattern: month (M)",
            "    reason: part of a name: «في» stands before",
        ]
        without = replace(REFUSED, rule="", pattern="M")
        assert "pattern" not in explanation_block(DOCUMENT, without, isolated=False)

    def test_an_explained_date_begins_with_its_line(self) -> None:
        block = explanation_block(DOCUMENT, replace(REFUSED, mention=LEFT, refusal=None), isolated=False)
        assert block.splitlines()[0] == mention_line(DOCUMENT, LEFT, isolated=False)

    def test_the_words_of_an_explanation_are_isolated_where_asked(self) -> None:
        headline, tokens, _, reason = explanation_block(DOCUMENT, REFUSED, isolated=True).splitlines()
        assert headline == "a.txt:2:7: \u2068مرداد\u2069\tno date\tplace"
        assert tokens.startswith("    tokens: \u2068في\u2069 (preposition")
        assert reason == "    reason: part of a name: «\u2068في\u2069» stands before"

    def test_an_explanation_is_stripped_of_control_characters_and_short(self) -> None:
        words = (Token(4, 6, "م\x1b[2J\u202e\n" + "ن" * 9999, "u", "other word"),)
        hostile = replace(REFUSED, text="a\x9b\n" + "b" * 9999, tokens=words, reasons=("c\x1b\n" + "d" * 9999,))
        lines = explanation_block(DOCUMENT, hostile, isolated=False).split("\n")
        assert [line[:20] for line in lines] == [
            "a.txt:2:7: a " + "b" * 7,
            "    tokens: م[2J ننن",
            "    pattern: month (",
            "    reason: c dddddd",
        ]
        assert max(map(len, lines)) < 500

    def test_control_characters_are_stripped(self) -> None:
        hostile = replace(LEFT, text="18\x1b[2J\u202e مرداد\t\n1404")
        document = Document("a\x1b]0;x\x07.txt", TEXT)
        line = mention_line(document, hostile, isolated=False)
        assert line.startswith("a]0;x.txt:2:4: 18[2J مرداد  1404\tpersian\t")
        finding = replace(FINDING, message="a\x9b\nb", detail="c\x1b\nd", suggestions=(Suggestion(7, 20, "e\x1b\nf"),))
        lines = finding_block(document, finding).split("\n")
        assert [lines[0], lines[2], lines[3]] == [
            "a]0;x.txt:2:4: pair-mismatch: a b",
            "    c d",
            "    repair: e f",
        ]

    def test_a_huge_quote_is_shortened(self) -> None:
        huge = replace(LEFT, text="1" * 1_000_000)
        finding = replace(FINDING, message="m" * 9999, detail="d" * 9999, suggestions=(Suggestion(7, 20, "s" * 9999),))
        assert len(mention_line(DOCUMENT, huge, isolated=False)) < 300
        assert len(finding_block(DOCUMENT, finding)) < 1500

    @pytest.mark.parametrize(
        ("counts", "line"),
        [
            ((0, 0, 0, 1), "0 errors in 0 dates, 0 pairs, 1 file"),
            ((2, 1, 1, 2), "2 errors in 1 date, 1 pair, 2 files"),
        ],
    )
    def test_summary_counts_in_words(self, counts: tuple[int, int, int, int], line: str) -> None:
        assert str(Tally(*counts)) == line


class TestJson:
    def test_a_mention_has_the_contracts_names(self) -> None:
        whole = replace(
            LEFT, kind="range", native="0061-07-21/0061-07-22", earliest=dt.date(682, 10, 12), parts=(LEFT,)
        )
        value = json.loads(record(DOCUMENT, whole))
        assert tuple(value) == ("path", "line", "column", *MENTION_CONTRACT)
        assert (value["path"], value["line"], value["column"]) == ("a.txt", 2, 4)
        assert (value["native"], value["earliest"]) == ("0061-07-21/0061-07-22", "0682-10-12")
        assert (value["extent"], value["modifier"], value["assumed"]) == ([7, 20], None, [])
        assert tuple(value["parts"][0]) == MENTION_CONTRACT

    def test_a_finding_has_the_contracts_names(self) -> None:
        value = json.loads(record(DOCUMENT, FINDING))
        assert set(value) == {
            *("path", "line", "column", "detail", "evidence", "confidence", "id"),
            *FINDING_CONTRACT,
        }
        assert [tuple(span) for span in value["spans"]] == [MENTION_CONTRACT, MENTION_CONTRACT]
        assert value["suggestions"][0] == {
            **{"start": 7, "end": 20, "replacement": "27 مرداد 1404"},
            **{"calendar": "persian", "preferred": False},
        }

    def test_it_is_one_readable_line_that_keeps_every_character(self) -> None:
        text = "18 مرداد\x1b\x85\u2028\u202e\udcff\n1404"
        line = record(DOCUMENT, replace(LEFT, text=text))
        assert "مرداد" in line
        assert len(line.splitlines()) == 1
        assert json.loads(line.encode("utf-8", "backslashreplace"))["text"] == text
