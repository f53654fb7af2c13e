"""The lexicon: forms as sequences of words, one view per language, the language of a document."""

import subprocess
import sys
from itertools import product
from unicodedata import normalize

import pytest

from shamsi.lang.classes import codes_of, names_of
from shamsi.lang.fold import fold
from shamsi.lang.language import LANGUAGES, Language, Lexeme, MonthName, load
from shamsi.lang.lexicon import Lexicon, Node, lexicon, spellings

SMALL = """
code = "xx"
civil_calendar = "persian"
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
    root = Lexicon((Language(SMALL),)).trie("xx")
    for words in (("جج", "دد"), ("ججدد",)):
        lexeme = found(root, words)
        assert lexeme is not None
        assert lexeme.value == MonthName("persian", 1, "t")


def test_a_dot_may_be_missing_or_a_blank() -> None:
    root = Lexicon((Language(SMALL),)).trie("xx")
    for words in (("ه", ".", "ش"), ("ه", "ش")):
        lexeme = found(root, words)
        assert lexeme is not None, words
        assert names_of(lexeme.kind) == "era_mark"
    assert found(root, ("ه", ".")) is None
    assert found(root, ("هش",)) is None  # «قم» is a city, not «ق.م»


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_spelling_of_every_form_is_found(code: str) -> None:
    language = load(code)
    root = Lexicon((language,)).trie(code, relative=True)
    for form, meanings in language.lexemes.items():
        is_counted = {one.kind for one in meanings} == {codes_of("time_unit")}
        glued = (form.replace(" ", ""),)
        for words in (glued,) if is_counted and " " in form else spellings(form):
            is_letter = form.endswith(".") and words == (form[:-1],)  # "b." has its point
            assert found(root, words) is not None or is_letter, (form, words)


def test_long_phrases_keep_their_blanks() -> None:
    form = " ".join("ابپتثجچ")
    assert spellings(form) == {tuple("ابپتثجچ")}
    short = spellings("ا ب پ")
    assert len(short) == len(set(product((0, 1), repeat=2)))


def test_relative_words_are_known_only_on_request() -> None:
    own = Lexicon((Language(SMALL),))
    assert found(own.trie("xx"), ("سس",)) is None
    lexeme = found(own.trie("xx", relative=True), ("سس",))
    assert lexeme is not None
    assert (names_of(lexeme.kind), lexeme.value) == ("relative", ("day", 0))


def test_words_with_other_meanings_elsewhere_are_read_only_in_their_language() -> None:
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
        ("رمم السوق أو هدم سنة 1298هـ", "ar"),
        ("عاد أو سافر وله ديوان", "ar"),
        ("سره أو علنه في 1302هـ", "ar"),
        ("او ده کتاب نوشت", None),
        ("دو هفته پیش", "fa"),
        ("باع محل چلو گيلان في المدينة", "ar"),
        ("د ۱۳۸۸ کال پسرلی", "ps"),
        ("په ۱۳۸۸ کال کي", "ps"),
        ("له هغه وروسته", "ps"),
        ("۱۳۸۸ کال او ژمی", "ps"),
        ("لړم ۱۳۸۸", "ps"),
        ("لە ساڵی ٢٠١٤", "ckb"),
        ("له سالی ۲۰۱۴ لەدایک بوو", "ckb"),
        ("به ولسوالی بامیان رفت", "prs"),
        ("زېږېدلی: ۳ مې ۱۹۴۱", "ps"),
        ("کابل (پژواک): وزیر وویل", "ps"),
        ("تا ٩ی تشرینی یەکەم بەردەوامە", "ckb"),
        ("له‌ مانگی ئایاردا گه‌ڕایه‌وه‌", "ckb"),
        ("روزنامه «هېواد» در کابل", "fa"),
        ("حزب «ټولنپال ولسواک ګوند» در ۷ آبان ۱۳۵۰ بنیاد شد", "fa"),
        ("زار الشاعر شێرکۆ بێکەس مدينة حلب في الصيف", "ar"),
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
    own = Lexicon((Language(SMALL),))
    assert own.forms("month_bare") == ["ثث", "جج دد"]
    assert own.forms("weekday") == ["اا"]
    assert own.forms("month_word") == ["رر"]


ASK_WHAT_WAS_READ = """
import sys
from shamsi import find
from shamsi.lang.language import LANGUAGES, load
assert find(sys.argv[1])
print(*(code for code in LANGUAGES if "tables" in vars(load(code))))
"""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("این نشست در ۱۸ مرداد ۱۴۰۴ برگزار شد", "fa ar en"),
        ("عقد الاجتماع في 9 أغسطس 2025", "fa ar en"),
        ("کۆبوونەوەکە لە ٢٢ی ڕێبەندانی ١٣٢٤ بوو و هەموو هاتن", "fa ar ckb en"),
        ("دغه غونډه د ۱۳۹۷ کال د سنبلې په ۶مه وه", "fa ar ps en"),
    ],
)
def test_only_the_files_that_a_document_asks_for_are_read(text: str, read: str) -> None:
    """A file whose words only its own language reads is loaded for a document in that language."""
    run = subprocess.run([sys.executable, "-c", ASK_WHAT_WAS_READ, text], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == read


LINES = ("نشست o در ۹ آبان", "٧ آذار o أيضا", "باران A ۱۲ دی")


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("blanks", ["\n", " ", "\t\n "])
def test_blanks_do_not_change_the_language(text: str, blanks: str) -> None:
    """A page with more blanks than text is not one in Latin letters."""
    known = lexicon(LANGUAGES)
    one, other = fold(text), fold(text + blanks * 300)
    assert known.language_of(other.code, other.source) == known.language_of(one.code, one.source)


@pytest.mark.parametrize("text", ["۲۰۲۳/٧/٩ أ", "مؤسسة", "é 1402/3/4", *LINES])
def test_decomposed_letters_are_of_the_same_language(text: str) -> None:
    known = lexicon(LANGUAGES)
    codes = {known.language_of(fold(form).code, form) for form in (normalize("NFC", text), normalize("NFD", text))}
    assert len(codes) == 1
