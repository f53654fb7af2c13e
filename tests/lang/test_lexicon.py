"""The lexicon: forms as word sequences, one view a language, the language of a document."""

from itertools import product

import pytest

from shamsi.lang.fold import fold
from shamsi.lang.lexicon import LANGUAGES, Lexeme, Lexicon, MonthName, Node, lexicon, load, read, spellings

SMALL = """
code = "xx"
clues = ["q"]
common = ["zzz"]
weekdays = [["اا"]]
ordinals = [["بب"]]
seasons = { calendar = "persian", names = [["تت"]] }
[[months]]
calendar = "persian"
tradition = "t"
needs = "nothing"
names = [["ثث", "جج دد"]]
[[eras]]
calendar = "persian"
mark = true
names = ["ه.ش"]
[numbers]
[decades]
[modifiers]
[words]
month = ["رر"]
[deictics]
[[relative]]
unit = "day"
offset = 0
names = ["سس"]
[events]
persian = []
gregorian = []
cues = []
"""


def found(node: Node, words: tuple[str, ...]) -> Lexeme | None:
    for word in words:
        if word not in node.after:
            return None
        node = node.after[word]
    return node.lexeme


def test_a_blank_may_be_lost() -> None:
    root = Lexicon((read(SMALL),)).trie("xx")
    for words in (("جج", "دد"), ("ججدد",)):
        lexeme = found(root, words)
        assert lexeme is not None
        assert lexeme.value == MonthName("persian", 1, "t")


def test_a_dot_may_be_missing_or_a_blank() -> None:
    root = Lexicon((read(SMALL),)).trie("xx")
    for words in (("ه", ".", "ش"), ("ه", "ش")):
        lexeme = found(root, words)
        assert lexeme is not None, words
        assert lexeme.letter == "e"
    assert found(root, ("ه", ".")) is None
    assert found(root, ("هش",)) is None  # «قم» is a city, not «ق.م»


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_spelling_of_every_form_is_found(code: str) -> None:
    language = load(code)
    root = Lexicon((language,)).trie(code, relative=True)
    for form in language.lexemes:
        for words in spellings(form):
            assert found(root, words) is not None, (form, words)


def test_long_phrases_keep_their_blanks() -> None:
    form = " ".join("ابپتثجچ")
    assert spellings(form) == {tuple("ابپتثجچ")}
    short = spellings("ا ب پ")
    assert len(short) == len(set(product((0, 1), repeat=2)))


def test_relative_words_are_known_only_on_request() -> None:
    own = Lexicon((read(SMALL),))
    assert found(own.trie("xx"), ("سس",)) is None
    lexeme = found(own.trie("xx", relative=True), ("سس",))
    assert lexeme is not None
    assert (lexeme.letter, lexeme.value) == ("G", ("day", 0))


def test_words_that_mean_something_else_elsewhere_stay_at_home() -> None:
    words = ("جوان",)  # June in Tunis, young in Persian
    arabic, persian, unknown = (lexicon().trie(lang) for lang in ("ar", "fa", None))
    there = found(arabic, words)
    assert there is not None
    assert there.value == MonthName("gregorian", 6, "maghrebi")
    assert found(persian, words) is None
    assert found(unknown, words) is not None


def test_each_language_reads_a_shared_form_in_its_own_way() -> None:
    eras = {code: found(lexicon().trie(code), ("ش",)) for code in LANGUAGES}
    assert eras["fa"] is not None
    assert eras["ar"] is not None
    assert (eras["fa"].value.calendar, eras["ar"].value.calendar) == ("persian", "coptic")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("باران در شهر بارید و هوا سرد شد", "fa"),
        ("هطل المطر في المدينة وكان الجو باردا", "ar"),
        ("گزارش پاییز", "fa"),
        ("أخبار المدينة", "ar"),
        ("2025-12-15", None),
        ("", None),
        ("لمکتب قائد الثورة الإسلامیة في طهران", "ar"),
    ],
)
def test_a_document_tells_its_language(text: str, lang: str | None) -> None:
    assert lexicon().language_of(fold(text).code, text) == lang


def test_lexicons_are_loaded_once() -> None:
    assert lexicon() is lexicon()
    assert lexicon(("fa",)) is not lexicon()
    assert load("fa") is load("fa")
    assert lexicon().trie("fa") is lexicon().trie("fa")


def test_forms_of_a_class() -> None:
    own = Lexicon((read(SMALL),))
    assert own.forms("M") == ["ثث", "جج دد"]
    assert own.forms("W") == ["اا"]
    assert own.forms("L") == ["رر"]
