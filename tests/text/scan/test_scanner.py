"""The scanner: windows cover what is to be read, do not overlap, and stay bounded."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.fold import fold
from shamsi.lang.language import load
from shamsi.lang.lexicon import lexicon
from shamsi.text.scan import scanner as module
from shamsi.text.scan.scanner import Window, scanner

WHOLE = 1 << 40  # characters that no text has
LONGEST = 200_000 + 200  # a window is closed by the first anchor past 200,000
UNITS = (
    "۵ مهر |5 مهر,|5,|1/|1/1/|1404/5/18 |سال 1400 |1400، |(1400)|مهر |هزار و |1.|شنبه |مهرـ|5 تا |1| |(|\n|مه\n|"
    "18 مرداد 1404 (9 أغسطس 2025) "
).split("|")


def windows(text: str, lang: str | None = None, *, relative: bool = False) -> list[Window]:
    return scanner(lexicon(), lang, relative=relative).windows(fold(text).code)


def bounded(text: str) -> None:
    found = windows(text, relative=True)
    at = 0
    for window in found:
        assert at <= window.start <= window.first < window.last <= len(text) + 1
        assert window.first < window.end <= len(text) + 1
        assert window.end - window.start <= LONGEST
        at = window.end


@pytest.mark.parametrize("unit", UNITS)
def test_windows_of_a_text_of_nothing_but_dates_are_bounded(unit: str) -> None:
    for size in (200, 5_000, 450_000):
        text = unit * (size // len(unit))
        bounded(text)
        assert sum(w.end - w.start for w in windows(text)) <= len(text) + 1


@given(
    st.lists(st.sampled_from([*UNITS, "در ", "سال ", "و", "«", "ابجد ", "\u200c", "1404"]), max_size=60).map("".join)
)
def test_windows_of_any_text_are_bounded(text: str) -> None:
    bounded(text)


@pytest.mark.parametrize(
    "text",
    [
        "این نوشته هیچ روزی ندارد و از هوا می‌گوید",
        "هذا كلام عن المطر والشجر",
        "12 and 34, 56%",
        "",
        "\n\n",
        "کد ۱۲ و ۱۳۴ و ۵۶۷۸۹",
    ],
)
def test_nothing_to_read_is_not_read(text: str) -> None:
    assert windows(text) == []


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_every_example_lies_in_the_windows(code: str) -> None:
    for row in load(code).tables.example:
        text = row.text
        covered = {k for w in windows(text, code, relative=True) for k in range(w.start, w.end)}
        for date in row.dates:
            start = text.index(date.text)
            plain = len(fold(text[:start]).text)
            assert set(range(plain, plain + len(fold(date.text).text))) <= covered, row


def test_a_window_ends_with_its_line() -> None:
    text = "رفت در ۱۸\nمرداد ۱۴۰۴ آمد"
    for window in windows(text):
        assert "\n" not in text[window.first : window.end]


def test_far_dates_have_windows_of_their_own() -> None:
    gap = "واژه " * 60
    found = windows(f"۱۸ مرداد ۱۴۰۴ {gap} ۱۹ مرداد ۱۴۰۴")
    assert len(found) == 2
    assert all(w.end - w.start < 120 for w in found)


def test_relative_words_call_for_reading_only_on_request() -> None:
    assert windows("امروز باران بارید", "fa") == []
    assert len(windows("امروز باران بارید", "fa", relative=True)) == 1


def test_a_date_at_the_seam_of_two_windows_is_found_whole() -> None:
    text = "در ۱۸ مرداد ۱۴۰۴ و " * 12_000
    found = shamsi.find(text)
    assert len(found) == 12_000
    assert {m.native for m in found} == {"1404-05-18"}


LANGS = [None, "fa", "ar", "prs", "ps", "ckb"]
WORDS = [
    *(unit.rstrip() for unit in UNITS if "\n" not in unit),
    *"در سال قرن قرن5 1404 95 اول مهر شهر ربيع الأول ه.ش م 12 و ابجد ( ,".split(),
]
LINES = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


def in_pieces(code: bytes, lang: str | None, size: int, *, relative: bool = False) -> list[Window]:
    """The windows of a text that is cut at the first line end after so many characters, again and again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_LONG", -1 if size < WHOLE else WHOLE)
        patch.setattr(module, "_PIECE", size)
        return scanner(lexicon(), lang, relative=relative).windows(code)


@given(
    text=st.lists(LINES, max_size=12).map("\n".join),
    lang=st.sampled_from(LANGS),
    size=st.integers(0, 40),
    relative=st.booleans(),
)
def test_a_text_has_the_same_windows_in_pieces_as_whole(
    text: str, lang: str | None, size: int, *, relative: bool
) -> None:
    code = fold(text).code
    whole = in_pieces(code, lang, WHOLE, relative=relative)
    assert in_pieces(code, lang, size, relative=relative) == whole


@pytest.mark.parametrize("count", [1, 60])  # with many different words, they are found in another way
@pytest.mark.parametrize(
    "seam",
    [
        "سال\n1404",
        "قرن5\n",
        "قرن5.\n",
        "سال\n(95",
        "آمد\nاول مهر رفت",
        "آمد \nاول مهر رفت",
        "5\nمهر",
        "5\n مهر",
        "ربيع\nالأول",
        "18 مرداد\n1404",
        "18 مرداد 1404\n19 مرداد 1404\n",
        "\n\n\n18 مرداد 1404",
        "1404\n05/18",
        "ابجدمرداد ابجد ابجد\n18",  # sixteen characters before the seam, a month is left of the first word
    ],
)
def test_dates_at_a_seam(seam: str, count: int) -> None:
    names = sorted(set(lexicon().forms("MONTH")))[:count]
    code = fold(f"{' '.join(names)}\n{seam}").code
    for lang in (None, "fa", "ar"):
        whole = in_pieces(code, lang, WHOLE)
        for size in range(len(code) - len(seam) - 2, len(code)):
            assert in_pieces(code, lang, size) == whole, (lang, size)


def test_a_number_glued_to_its_century_is_seen_among_few_words_and_many() -> None:
    many = " ".join(sorted(set(lexicon().forms("MONTH"))))
    for text in ("قرن5.", f"{many}\n{'ابجد ' * 30}\nقرن5."):
        assert windows(text)[-1].last == len(text) - 2


def test_a_line_longer_than_a_piece_is_scanned_as_one() -> None:
    line = "در ۱۸ مرداد ۱۴۰۴ و " * 4_000
    for text in (line, f"{line}\n{line}", f"\n{line}\n۱۹ مرداد ۱۴۰۴\n"):
        code = fold(text).code
        assert len(code) > 1 << 16
        assert windows(text, "fa") == in_pieces(code, "fa", WHOLE)


def test_offsets_in_a_long_text_are_those_of_its_lines() -> None:
    lines = [f"{'متن ' * (number % 90)}در {number % 28 + 1} مهر 1404\u200f بود" for number in range(2_000)]
    text = "\n".join(lines)
    found = shamsi.find(text)
    assert [mention.text for mention in found] == [f"{number % 28 + 1} مهر 1404" for number in range(2_000)]
    assert all(mention.text == text[mention.start : mention.end] for mention in found)


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_news_joined_have_the_same_windows_in_pieces_as_whole(lang: str, shared: Callable[[str], Path]) -> None:
    with shared(f"eval/text/news.{lang}.jsonl").open(encoding="utf-8") as file:
        code = fold("\n".join(json.loads(line)["text"] for line in file)).code
    whole = in_pieces(code, lang, WHOLE)
    assert len(whole) > 1_000
    assert scanner(lexicon(), lang, relative=False).windows(code) == whole
