"""No text makes the reader raise, and whatever it answers hangs together.

A hundred texts a test by default; `pytest tests/text/test_robustness.py --hypothesis-profile thorough` takes 100,000.
"""

import datetime as dt
import json
import os
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.language import LANGUAGES, load

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SHAMSI_SHARED") or ROOT.parent / "shared")
MARKS = "/-–.:,،؛؟()[]{}«»\"'|=+*%٪&٫٬#_ \n\r\t\u00a0\u200b\u200c\u200d\u200e\u200f\u202b\u202c\u2067\u2069\u0640\ufeff"
SIGNS = "\u0651\u064f\u064b\u0653\u0654\u0655\u0670\u0610\u06d6\ufe0f"
ODD = "\ufdfa\ufdf2\ufee3\ufeae\ufeb5²①½٣৭\udc80\udcff\U0001f600\x00\u0130ßﬁ"
DIGITS = "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"
NEWS = 400  # documents of each language
REFERENCES = (None, "auto", dt.date(2025, 12, 15), dt.date(622, 3, 22), dt.date.min, dt.date.max)


def strings(value: Any) -> Iterator[str]:
    """Every string of a language file's data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings(inner)


def sentences() -> list[str]:
    """Lines with digits, of the examples and, where they are here, of the news."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
    for lang in ("fa", "ar"):
        path = SHARED / "eval" / "text" / f"news.{lang}.jsonl"
        if path.exists():
            with path.open(encoding="utf-8") as lines:
                texts += [json.loads(line)["text"] for line, _ in zip(lines, range(NEWS), strict=False)]
    return [line for text in texts for line in text.splitlines() if any(map(str.isdigit, line))]


def words() -> list[str]:
    """What the language files say that a text may hold."""
    files = [load(code) for code in LANGUAGES]
    return sorted({form for one in files for form in strings((one.opening, one.tables._replace(example=())))})


WORDS = words()
LETTERS = "".join(sorted({char for word in WORDS for char in word}))
MONTHS = sorted({name for code in LANGUAGES for table in load(code).tables.months for name in strings(table.names)})
ERAS = sorted({name for code in LANGUAGES for table in load(code).tables.eras for name in strings(table.names)})
JOINTS = (
    *5 * " ",
    "",
    " (",
    ") ",
    "/",
    " - ",
    "–",
    "، ",
    " و ",
    " و",
    " تا ",
    " إلى ",
    " برابر با ",
    " الموافق ",
    "\n",
)
numbers = st.one_of(
    st.integers(0, 40).map(str),
    st.integers(0, 99).map(lambda number: f"{number:02}"),
    st.integers(1200, 2100).map(str),
    st.integers(0, 10**12).map(str),
    st.text(DIGITS, min_size=1, max_size=6),
)
names = st.sampled_from(WORDS)
days = st.one_of(st.integers(1, 31).map(str), numbers, names)
years = st.one_of(st.integers(1300, 1450).map(str), st.integers(1900, 2030).map(str), numbers)
months = st.sampled_from(MONTHS)
cues = st.one_of(st.just(""), names.map(lambda word: word + " "))
tails = st.one_of(st.just(""), st.sampled_from(ERAS).map(lambda era: " " + era))
joints = st.sampled_from(JOINTS)
dates = st.one_of(
    st.tuples(cues, days, joints, st.one_of(months, months, names), joints, years, tails),
    st.tuples(cues, days, joints, days, joints, months, joints, cues, years, tails),
    st.tuples(cues, days, joints, months),
).map("".join)
doubled = st.tuples(dates, st.sampled_from((" (", "/", " = ", " برابر با ", " الموافق ")), dates).map("".join)
triples = st.tuples(numbers, st.sampled_from("/-."), numbers).flatmap(
    lambda row: numbers.map(lambda last: row[1].join((row[0], row[2], last)))
)
oddities = st.one_of(
    st.text(LETTERS + DIGITS + MARKS + SIGNS + ODD, max_size=4),
    st.text(st.characters(), max_size=3),
    st.sampled_from(MARKS),
)
pieces = st.one_of(dates, doubled, triples, names, numbers, oddities)
composed = st.lists(st.tuples(pieces, joints), min_size=1, max_size=12).map(
    lambda rows: "".join(piece + joint for piece, joint in rows)
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A sentence with some stretches gone, doubled, or replaced."""
    text = draw(st.sampled_from(SENTENCES))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 8)))
        text = text[:at] + draw(pieces) + text[draw(st.sampled_from((at, end))) :]
    return text


SENTENCES = sentences()
texts = st.one_of(composed, mutated())
keywords = st.fixed_dictionaries(
    {},
    optional={
        "languages": st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=2),
        "reference": st.sampled_from(REFERENCES),
        "relative": st.booleans(),
    },
)


def assert_sound(mention: shamsi.Mention, text: str) -> None:
    """What the contract says of one mention."""
    assert 0 <= mention.start < mention.end <= len(text)
    assert text[mention.start : mention.end] == mention.text
    assert 0 <= mention.extent[0] <= mention.start
    assert mention.end <= mention.extent[1] <= len(text)
    assert mention.calendar in ("persian", "gregorian", "islamic")
    assert 0 <= mention.confidence <= 1
    assert (mention.earliest is None) == (mention.latest is None)
    if mention.earliest and mention.latest:
        assert mention.earliest <= mention.latest
        assert not mention.problem
    assert mention.native or mention.kind == "relative"
    for part in mention.parts:
        assert_sound(part, text)
        assert mention.start <= part.start < part.end <= mention.end
        assert not part.parts
    assert_in_order(mention.parts)


def assert_in_order(mentions: tuple[shamsi.Mention, ...] | list[shamsi.Mention]) -> None:
    """Sorted, and none over another."""
    for before, after in pairwise(mentions):
        assert before.end <= after.start


@given(texts, keywords)
def test_find_answers_any_text_soundly(text: str, options: dict[str, Any]) -> None:
    found = shamsi.find(text, **options)
    assert_in_order(found)
    for mention in found:
        assert_sound(mention, text)


@given(texts, keywords)
def test_check_answers_any_text_soundly(text: str, options: dict[str, Any]) -> None:
    findings = shamsi.check(text, **options)
    assert [f.start for f in findings] == sorted(f.start for f in findings)
    for finding in findings:
        assert finding.spans
        assert 0 <= finding.start <= finding.spans[0].start
        assert finding.spans[-1].end <= finding.end <= len(text)
        assert finding.message
        for suggestion in finding.suggestions:
            assert finding.start <= suggestion.start < suggestion.end <= finding.end
            assert suggestion.replacement


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "\udc80", "(", "۱۸", "مرداد", "\u0640", "ه\u200d", "1404/"])
def test_the_smallest_texts_are_answered(text: str) -> None:
    assert isinstance(shamsi.find(text, relative=True), list)
    assert isinstance(shamsi.check(text, relative=True), list)


@given(texts, keywords, st.sampled_from(("gregorian", "persian")))
def test_whatever_rewrites_a_text_answers_any(text: str, options: dict[str, Any], calendar: str) -> None:
    options = {name: value for name, value in options.items() if name != "relative"}
    for style in ("brackets", "instead", "html"):
        assert isinstance(shamsi.annotate(text, to=calendar, style=style, **options), str)
    for side in ("gregorian", "persian", "islamic"):
        assert isinstance(shamsi.fix(text, side, **options), str)
    for keep in ("month", "year", "nothing"):
        assert isinstance(shamsi.redact(text, keep=keep, **options), str)
