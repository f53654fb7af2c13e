"""The fold: one character in, one out. Dropped or unfolded characters keep their place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.lang.fold import Folded, fold, fold_form, fold_joined

PERSIAN_DIGITS, ARABIC_DIGITS = "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"
DROPPED = (
    "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u00ad"
    "\ufeff\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
FORMS = [chr(code) for code in [*range(0xFE80, 0xFEFD), *range(0xFB50, 0xFBB2)] if unicodedata.name(chr(code), "")]
ARABIC = st.text(
    st.one_of(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.sampled_from(DROPPED),
        st.sampled_from(FORMS),
        st.sampled_from(" \u00a0\u200c\u2009\t\n/-.:–0123456789ab"),
    )
)
ANY = st.one_of(st.text(), ARABIC)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("يىئېے", "ییییی"),
        ("ك", "ک"),
        ("أإآٱ", "اااا"),
        ("ؤۆ", "وو"),
        ("ةۀەہھ", "ههههه"),
        ("ڕڵ", "رل"),
        (PERSIAN_DIGITS, "0123456789"),
        (ARABIC_DIGITS, "0123456789"),
        ("۱٢3", "123"),
        ("سه‌شنبه", "سه شنبه"),
        ("يوم\u00a0الثلاثاء", "یوم الثلاثاء"),
        ("۱۸\u2009مرداد", "18 مرداد"),
        ("۱–۲—۳−۴", "1-2-3-4"),
        ("۱⁄۲", "1/2"),
        ("۱،۲؛۳", "1,2,3"),
        ("a\tb", "a b"),
    ],
)
def test_letters_fold_one_to_one(source: str, folded: str) -> None:
    assert fold(source).text == fold_form(source) == folded
    assert len(source) == len(folded)


@pytest.mark.parametrize("mark", DROPPED, ids=lambda mark: f"U+{ord(mark):04X}")
def test_marks_are_dropped_and_their_place_is_kept(mark: str) -> None:
    source = f"{mark}مر{mark}{mark}داد 5{mark}"
    folded = fold(source)
    assert folded.text == "مرداد 5"
    assert folded.span(0, 5) == (1, 8)
    start, end = folded.span(6, 7)
    assert source[start] == "5"
    assert end == len(source) - 1


def test_an_era_keeps_the_joiner_that_closes_its_letter() -> None:
    for joiner in ("\u200d", "ـ"):
        source = f"960 ه{joiner} ق"
        folded = fold(source)
        assert folded.text == "960 ه ق"
        assert source[slice(*folded.span(0, 5))] == f"960 ه{joiner}"


def test_a_vowelled_word_and_a_stretched_one_fold_alike() -> None:
    assert fold("مُـــرْدَاد").text == fold("مرداد").text == "مرداد"
    assert fold("آذر").text == fold("آذر").text == "اذر"


def test_presentation_forms_unfold() -> None:
    source = "۱۸ ﻣﺮﺩﺍﺩ ۱۴۰۴"
    folded = fold(source)
    assert folded.text == "18 مرداد 1404"
    assert source[slice(*folded.span(3, 8))] == "ﻣﺮﺩﺍﺩ"
    assert source[slice(*folded.span(9, 13))] == "۱۴۰۴"


def test_a_ligature_gives_two_letters_that_stand_in_one_place() -> None:
    source = "ﻻ ۱۲"
    folded = fold(source)
    assert folded.text == "لا 12"
    assert folded.span(0, 1) == folded.span(1, 2) == folded.span(0, 2) == (0, 1)
    assert source[slice(*folded.span(3, 5))] == "۱۲"


def test_ascii_text_is_its_own_fold() -> None:
    folded = fold("2025-08-18 ok")
    assert (folded.text, folded.source) == ("2025-08-18 ok", "2025-08-18 ok")
    assert folded.span(0, 10) == (0, 10)


@pytest.mark.parametrize(
    ("form", "key"),
    [("ربيع الأوّل", "ربیع الاول"), ("هـ.ش", "ه.ش"), ("سه‌شنبه", "سه شنبه"), ("ژانویهٔ", "ژانویه"), ("آبان", "ابان")],
)
def test_forms_of_files_fold_like_text(form: str, key: str) -> None:
    assert fold_form(form) == fold(form).text == key


def is_letters_only(text: str) -> bool:
    """Whether no character of a text is dropped or unfolded."""
    folded = fold(text)
    return len(folded.text) == len(text) and folded.at(len(text)) == len(text)


@given(ANY)
def test_letters_fold_one_to_one_in_any_text(text: str) -> None:
    if is_letters_only(text) and not any("\ufb50" <= char <= "\ufefc" for char in text):
        folded = fold(text)
        kinds = [(a.isalpha(), a == "\n") for a in folded.text]
        assert kinds == [(c.isalnum() and not c.isdecimal(), c == "\n") for c in text]


@given(ANY)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(ANY)
def test_every_place_maps_into_the_source_and_never_backwards(text: str) -> None:
    folded = fold(text)
    places = [folded.at(k) for k in range(len(folded.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(ANY, st.data())
def test_every_span_maps_to_what_it_was_folded_from(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold(text[first:last]).text


@given(ANY, ANY)
def test_folding_is_piecewise(left: str, right: str) -> None:
    assert fold(left + right).text == fold(left).text + fold(right).text


@given(ARABIC)
def test_no_mark_survives(text: str) -> None:
    assert not set(fold(text).text) & set(DROPPED)
    assert isinstance(fold(text), Folded)


def test_above_ascii_a_folded_text_has_only_letters() -> None:
    plane = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    odd = [char for char in fold(plane).text if char > "\x7f" and not char.isalpha()]
    assert (odd, fold(plane + "۱ 𞸀").text[-1]) == ([], "ÿ")


def test_an_open_heh_joins_its_word_in_kurdish_and_keeps_its_place() -> None:
    text = "له\u200c ١١ی ئه\u200cیلوول"
    folded = fold_joined(text)
    assert folded.text == f"له 11ی {fold_form('ئەیلوول')}"
    assert [text[slice(*folded.span(*spot))] for spot in ((0, 2), (7, 14))] == ["له", "ئه\u200cیلوول"]
    assert fold(text).text.split()[-2:] == fold_form("ئه یلوول").split()
