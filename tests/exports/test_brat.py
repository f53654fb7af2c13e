"""brat: read back by the rules of its standoff format."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import shamsi
from shamsi.text.resolve.mention import Mention
from tests.exports.texts import TEXTS

EXAMPLES = Path(shamsi.__file__).parents[1] / "docs" / "examples"
IDENTIFIER = re.compile(r"[TAR#][1-9]\d*")
CONTROLS = "\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass
class Standoff:
    """What the lines say: type, spans and text by T name; attributes and notes by T name; relations."""

    texts: dict[str, tuple[str, list[tuple[int, int]], str]] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    parts: list[tuple[str, str]] = field(default_factory=list)


def read(document: str) -> Standoff:
    """Read as brat does: a line an annotation by any line break, fields parted by tabs, then by spaces."""
    read = Standoff()
    names: list[str] = []
    for line in document.splitlines():
        name, data, *rest = line.split("\t")
        assert IDENTIFIER.fullmatch(name)
        names.append(name)
        kind, _, values = data.partition(" ")
        if name[0] == "T":
            (text,) = rest
            pairs = [pair.split(" ") for pair in values.split(";")]
            read.texts[name] = (kind, [(int(start), int(end)) for start, end in pairs], text)
        elif name[0] == "A":
            assert not rest
            target, value = values.split(" ")
            read.attributes.setdefault(target, {})[kind] = value
        elif name[0] == "R":
            assert (kind, rest) == ("part", [])
            first, second = values.split(" ")
            read.parts.append((first.removeprefix("Arg1:"), second.removeprefix("Arg2:")))
        else:
            assert kind == "AnnotatorNotes"
            (read.notes[values],) = rest
    assert len(names) == len(set(names))
    return read


def shown(text: str, *, parts: bool = False) -> Standoff:
    return read(shamsi.export(text, shamsi.find(text), "brat", parts=parts))


@given(TEXTS, st.booleans())
@example("شنبه ۵ مهر تا ۱۳ مهر ۱۴۰۴", True)
def test_offsets_cut_the_quoted_text_out_of_the_source(text: str, parts: bool) -> None:
    back = shown(text, parts=parts)
    for _, places, quoted in back.texts.values():
        assert " ".join(text[start:end] for start, end in places) == quoted
    targets = {*back.attributes, *back.notes, *(name for pair in back.parts for name in pair)}
    assert targets <= set(back.texts)


@given(TEXTS)
def test_every_mention_is_told(text: str) -> None:
    back = shown(text)
    mentions = shamsi.find(text)
    assert [(kind, places[0][0], places[-1][1]) for kind, places, _ in back.texts.values()] == [
        (mention.kind, mention.start, mention.end) for mention in mentions
    ]
    assert [back.attributes[name]["calendar"] for name in back.texts] == [mention.calendar for mention in mentions]


def test_attributes_and_notes() -> None:
    back = shown("في أوائل عام ٢٠٢٥ وفي 18 مرداد 1404")
    assert back.texts == {"T1": ("year", [(13, 17)], "٢٠٢٥"), "T2": ("day", [(22, 35)], "18 مرداد 1404")}
    assert back.attributes == {"T1": {"calendar": "gregorian", "modifier": "start"}, "T2": {"calendar": "persian"}}
    assert back.notes == {"T1": "gregorian:2025 = 2025", "T2": "persian:1404-05-18 = 2025-08-09"}


def test_parts_are_related_to_their_whole() -> None:
    back = shown("18 إلى 20 مرداد 1404", parts=True)
    assert [(kind, text) for kind, _, text in back.texts.values()] == [
        ("range", "18 إلى 20 مرداد 1404"),
        ("day", "18"),
        ("day", "20 مرداد 1404"),
    ]
    assert back.parts == [("T1", "T2"), ("T1", "T3")]
    assert shown("18 إلى 20 مرداد 1404").parts == []


def test_a_line_break_or_tab_makes_a_mention_discontinuous() -> None:
    for control in (*CONTROLS, "\t", "\r\n"):
        text = f"۵ آبان{control}۱۴۰۴"
        mention = Mention(0, len(text), text, (0, len(text)), "persian", "day", "1404-08-05", None, None)
        ((_, places, quoted),) = read(shamsi.export(text, [mention], "brat")).texts.values()
        assert places == [(0, 6), (6 + len(control), len(text))]
        assert quoted == "۵ آبان ۱۴۰۴"


def test_the_configuration_names_what_is_written() -> None:
    sections: dict[str, list[str]] = {}
    for line in (EXAMPLES / "annotation.conf").read_text("utf-8").splitlines():
        if line.startswith("["):
            rows = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            rows.append(line)
    kinds = re.findall(r'"(\w+)"', (shamsi.Mention.__doc__ or "").partition("`kind` is")[2].partition(";")[0])
    assert len(kinds) == 12
    assert set(sections["entities"]) == set(kinds)
    values = {row.partition("\t")[0]: row.partition("Value:")[2].split("|") for row in sections["attributes"]}
    assert values == {"calendar": ["persian", "gregorian", "islamic"], "modifier": ["start", "mid", "end", "approx"]}
    assert sections["relations"][0].startswith("part\t")


def test_no_mention_is_an_empty_file() -> None:
    assert shamsi.export("سلام", [], "brat") == ""
