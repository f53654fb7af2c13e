"""Legacy encodings: Persian and Arabic are recognised by their words, and nothing else is taken for them."""

import pytest

from shamsi.cli.inputs.legacy import legacy_encoding, wide_encoding

PERSIAN = "سه شنبه 14 آبان 1404 در تهران برگزار شد و اين بار همه گفتند که سال بعد هم برگزار مي شود"
ARABIC = "عقد الاجتماع يوم الثلاثاء 4 نوفمبر في المدينة التي زارها الوفد من قبل"
OTHERS = {
    "Привет, сегодня хороший день и всё идёт своим чередом": ("cp1251", "koi8-r", "cp866", "iso8859-5"),
    "Καλημέρα κόσμε, σήμερα είναι μια ωραία μέρα": ("cp1253", "iso8859-7"),
    "שלום לכולם, היום יום יפה מאוד": ("cp1255", "iso8859-8"),
    "à l'été où j'étais né, ça a plu à mère": ("latin-1", "cp1252", "mac_roman", "cp850"),
    "Größe, Übung, süß, über die Straße": ("latin-1", "cp1252", "cp437"),
    "žluťoučký kůň příšerně úpěl": ("cp1250", "iso8859-2"),
    "今日は天気がいいですね、日付は": ("shift_jis", "euc_jp", "gbk"),
    "Bugün hava çok güzel, şükür": ("cp1254",),
}


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, "18 مرداد", "الجمعة"])
@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_words_tell_the_encoding(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} lacks a letter of the text")
    assert legacy_encoding(data) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, names in OTHERS.items() for encoding in names]
)
def test_no_other_language_is_taken_for_them(text: str, encoding: str) -> None:
    assert legacy_encoding(text.encode(encoding)) is None


@pytest.mark.parametrize("text", [PERSIAN, ARABIC])
def test_utf_8_with_broken_bytes_stays_utf_8(text: str) -> None:
    data = text.encode()
    assert legacy_encoding(data) is None
    assert legacy_encoding(b"\xff" + data[:40] + b"\xd9\xd9" + data[40:]) is None
    assert legacy_encoding(text.replace("ی", "ي").encode("cp1256") + b" " + "از".encode()) == "cp1256"


def test_a_page_of_markup_with_a_few_words() -> None:
    markup = b'<div class="a"><span style="color: red">x</span></div>\n' * 2000
    assert legacy_encoding(markup + "در 18 مرداد 1404".encode("cp1256") + markup) == "cp1256"


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, "مرداد", "مهر 1404\r\n", "x"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_letters_tell_their_order(text: str, encoding: str) -> None:
    assert wide_encoding(text.encode(encoding)) == encoding


@pytest.mark.parametrize("data", [b"", b"\0", b"a\0b", b"\6", bytes(100), b"\x06\x01\x02\x00 text", bytes(range(256))])
def test_other_zeros_are_no_wide_text(data: bytes) -> None:
    assert wide_encoding(data) is None
