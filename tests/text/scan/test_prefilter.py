"""The prefilter: where it sees nothing, no scanner of any language has a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.fold import fold
from shamsi.lang.language import LANGUAGES, load
from shamsi.lang.lexicon import Lexicon, lexicon
from shamsi.text.scan.prefilter import SHORT, prefilter
from shamsi.text.scan.scanner import scanner
from shamsi.text.scan.trie import encode

FORMS = sorted({form for code in LANGUAGES for form in load(code).lexemes})
PREFIXES = sorted(lexicon().all_prefixes())
PIECES = st.one_of(
    st.sampled_from(FORMS),
    st.sampled_from([*PREFIXES, " ", "  ", "\n", "-", "/", ".", "،", "(", "\u0640", "\u064e", "\u200c"]),
    st.sampled_from(["5", "12", "98", "140", "1404", "13990102", "1/2", "ابجد", "که", "می", "x"]),
)


def is_idle(text: str, known: Lexicon, *, relative: bool) -> bool:
    return prefilter(known, relative=relative).seen(fold(text).code) is None


def assert_misses_nothing(text: str) -> None:
    code = fold(text).code
    for relative in (False, True):
        seen = prefilter(lexicon(), relative=relative).seen(code)
        for lang in (None, *LANGUAGES):
            scan = scanner(lexicon(), lang, relative=relative)
            assert scan.windows(code) == ([] if seen is None else scan.windows(code, seen)), lang


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_text_in_which_it_sees_nothing_has_no_window(text: str) -> None:
    assert_misses_nothing(text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_misses_no_example(code: str) -> None:
    for example in load(code).tables.example:
        assert_misses_nothing(example.text)


@pytest.mark.parametrize("lang", [None, *LANGUAGES])
@pytest.mark.parametrize("relative", [False, True])
def test_it_knows_every_word_that_a_scanner_stops_at(lang: str | None, *, relative: bool) -> None:
    assert scanner(lexicon(), lang, relative=relative).words <= prefilter(lexicon(), relative=relative).words


@pytest.mark.parametrize(
    ("text", "relative", "idle"),
    [
        ("هوای تهران امروز آفتابی است", False, True),
        ("هوای تهران امروز آفتابی است", True, False),
        ("او 12 کتاب و 350 دفتر خرید", False, True),
        ("او در 1390 آمد", False, False),
        ("در 5/6/98 آمد", False, False),
        ("در 12 سرطان آمد", False, False),
        ("در مردادماه آمد", False, False),
        ("", False, True),
    ],
)
def test_what_it_sees(text: str, *, relative: bool, idle: bool) -> None:
    assert is_idle(text, lexicon(), relative=relative) is idle


def test_a_language_of_ones_own_is_looked_out_for(tmp_path: pytest.TempPathFactory) -> None:
    path = f"{tmp_path}/own.toml"
    with open(path, "w", encoding="utf-8") as file:
        file.write('code = "own"\ncivil_calendar = "persian"\n[words]\nyear = ["qwx"]\n')
    known = lexicon((path,))
    assert encode("qwx") in prefilter(known, relative=False).words
    assert not is_idle("ab qwx cd", known, relative=False)


def test_the_first_text_is_read_as_the_many_after_it() -> None:
    prefilter.cache_clear()
    for text in ("در سال 1390 بود", "هوای تهران امروز آفتابی است", "او 12 کتاب خرید", "و" * (SHORT + 1)):
        first = shamsi.find(text)
        for _ in range(1001):
            assert shamsi.find(text) == first
