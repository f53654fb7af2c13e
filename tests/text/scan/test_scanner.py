"""The scanner: windows cover what is to be read, do not overlap, and stay bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.fold import fold
from shamsi.lang.language import load
from shamsi.lang.lexicon import lexicon
from shamsi.text.scan.scanner import Window, scanner

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
