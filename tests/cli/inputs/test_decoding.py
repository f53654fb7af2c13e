"""What is not text, or not UTF-8: no verb calls it free of errors, and every verb says what it seems to be."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shamsi.cli.main import main
from tests.processes import need_processes

Capture = pytest.CaptureFixture[str]
Feed = Callable[[bytes], None]
WRONG = "نشست در 18 شهریور 1403 (18 سپتامبر 2024) بود و هفته بعد ادامه یافت.\n"
_MARK = "\ufeff"
LEGACY = WRONG.replace("ی", "ي")


def packed(path: Path, *members: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            archive.writestr(member, WRONG)


def open_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", WRONG)


MADE: dict[str, Callable[[Path], object]] = {
    "a.docx": lambda path: packed(path, "[Content_Types].xml", "word/document.xml"),
    "a.xlsx": lambda path: packed(path, "[Content_Types].xml", "xl/workbook.xml"),
    "a.odt": open_document,
    "a.zip": lambda path: packed(path, "news.txt"),
    "a.pdf": lambda path: path.write_bytes(b"%PDF-1.7\n1 0 obj\n"),
    "a.doc": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    "a.rtf": lambda path: path.write_bytes(rb"{\rtf1\ansi 18 \u1605?\u1585?\u1583?\u1575?\u1583? 1404}"),
    "a.bin": lambda path: path.write_bytes(b"18 1404\0\1\2\3 text and more text"),
    "le.txt": lambda path: path.write_bytes(WRONG.encode("utf-16-le")),
    "be.txt": lambda path: path.write_bytes(WRONG.encode("utf-16-be")),
    "wide.txt": lambda path: path.write_bytes(WRONG.encode("utf-32-le")),
    "odd.txt": lambda path: path.write_bytes(WRONG.encode("utf-16")[:-1]),
    "cut.txt": lambda path: path.write_bytes(WRONG.encode()[: WRONG.encode().index("ش".encode()) + 1]),
    "iso.txt": lambda path: path.write_bytes("التقى به في 18 أغسطس 2025 على".encode("iso8859-6")),
    "latin.txt": lambda path: path.write_bytes("été".encode("latin-1") * 9),
    "escaped.txt": lambda path: path.write_text(json.dumps({"text": WRONG}), encoding="utf-8"),
}
WHY = {
    "a.docx": "damaged: ",
    "a.xlsx": "an Excel workbook (.xlsx), not text: save it as CSV",
    "a.odt": "damaged: ",
    "a.zip": "a zip archive, not text: save it as plain text or HTML",
    "a.pdf": "a PDF file, not text: make text of it with `pdftotext -layout`, of a scanned one first with `ocrmypdf`",
    "a.doc": "an old Office file (.doc, .xls), not text: save it as .docx, as `soffice --convert-to docx` does",
    "a.rtf": "a rich text file (.rtf), not text: save it as plain text or HTML",
    "a.bin": "not text, NUL byte at offset 7: save it as plain text or HTML",
    "le.txt": "looks like UTF-16-LE without a byte order mark: try --encoding utf-16-le",
    "be.txt": "looks like UTF-16-BE without a byte order mark: try --encoding utf-16-be",
    "wide.txt": "looks like UTF-32-LE without a byte order mark: try --encoding utf-32-le",
    "odd.txt": "not valid UTF-16-LE",
    "cut.txt": "it is cut off within a character",
    "iso.txt": "looks like iso8859-6: try --encoding iso8859-6",
    "latin.txt": "give its encoding, such as --encoding cp1256",
    "escaped.txt": "its Arabic letters are escaped",
}
VERBS = {
    "check": ["check"],
    "check-json": ["check", "--format", "json"],
    "check-html": ["check", "--format", "html"],
    "check-sarif": ["check", "--format", "sarif"],
    "check-github": ["check", "--format", "github"],
    "check-jobs": ["check", "--jobs", "2"],
    "find": ["find"],
    "find-json": ["find", "--format", "json"],
    "find-brat": ["find", "--format", "brat"],
    "explain": ["find", "--explain"],
    "fix": ["fix", "--side", "gregorian"],
    "fix-write": ["fix", "--side", "gregorian", "--write"],
    "annotate": ["annotate"],
    "annotate-html": ["annotate", "--style", "html"],
    "redact": ["redact", "--keep", "nothing"],
    "redact-write": ["redact", "--keep", "nothing", "--write"],
    "redact-diff": ["redact", "--keep", "nothing", "--diff"],
}


READ = {
    "plain.txt": "utf-8",
    "mark.txt": "utf-8-sig",
    "little.txt": "utf-16",
    "big.txt": "utf-16-be",
    "long.txt": "utf-32",
    "legacy.txt": "cp1256",
}


def encoded(name: str, old: str = "", new: str = "") -> bytes:
    """The text in an encoding, written as people write it there."""
    text = (LEGACY if name == "legacy.txt" else WRONG).replace(old, new)
    return f"{_MARK * (name == 'big.txt')}{text}".encode(READ[name])


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "check-jobs"])
@pytest.mark.parametrize("name", MADE)
def test_a_named_file_that_is_not_text_has_failed(name: str, verb: str, tmp_path: Path, capsys: Capture) -> None:
    if verb == "find-brat" and name.endswith((".docx", ".odt")):
        pytest.skip("brat is written for plain text")
    path = tmp_path / name
    MADE[name](path)
    before = path.read_bytes()
    assert main([*VERBS[verb], "--no-config", str(path)]) == 2
    out, err = capsys.readouterr()
    assert f"shamsi: {path}: " in err
    assert WHY[name] in err
    assert err.splitlines()[-1] == "nothing was read; 1 failed"
    assert "0 errors" not in out + err
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["a.zip", "a.pdf", "le.txt", "latin.txt"])
def test_standard_input_that_is_not_text_has_failed(name: str, tmp_path: Path, feed: Feed, capsys: Capture) -> None:
    MADE[name](tmp_path / name)
    feed((tmp_path / name).read_bytes())
    assert main(["check", "--no-config"]) == 2
    out, err = capsys.readouterr()
    assert (out, WHY[name] in err) == ("", True)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".html", ".parquet"])
@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.doc", "a.bin"])
def test_another_name_makes_no_text_of_it(name: str, suffix: str, tmp_path: Path, capsys: Capture) -> None:
    path = (tmp_path / "a").with_suffix(suffix)
    MADE[name](path)
    assert main(["check", "--no-config", str(path)]) == 2
    out, err = capsys.readouterr()
    assert "0 errors" not in out + err


@pytest.mark.parametrize("verb", VERBS)
def test_a_folder_is_read_skipped_and_failed_by_name(
    verb: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    if verb == "find-brat":
        pytest.skip("brat is written for one document")
    if verb == "check-jobs":
        need_processes()
    for name, make in MADE.items():
        make(tmp_path / name)
    for name in READ:
        (tmp_path / name).write_bytes(encoded(name))
    (tmp_path / "empty.txt").touch()
    assert main([*VERBS[verb], "--no-config", str(tmp_path)]) == 2
    out, err = (stream.decode(errors="replace") for stream in capsysbinary.readouterr())
    for name in MADE:
        place = f"{tmp_path}/{name}"
        skipped = f"shamsi: skipped {place}: of unknown suffix {Path(name).suffix}\n" in err
        is_read = name.endswith((".txt", ".docx", ".odt"))
        assert skipped is not is_read
        assert (f"shamsi: {place}: " in err) is is_read
    assert f"shamsi: {tmp_path}/legacy.txt: not valid UTF-8; read as cp1256" in err
    tally = (out + err).splitlines()
    assert any("skipped (" in line and line.endswith(", 10 failed") for line in tally)
    if verb.startswith("check"):
        assert any(line.startswith("6 errors in 12 dates, 6 pairs, 7 files; ") for line in tally)


def test_fixed_files_keep_the_encoding_that_they_had(tmp_path: Path, capsys: Capture) -> None:
    for name in READ:
        (tmp_path / name).write_bytes(encoded(name))
    assert main(["fix", "--side", "gregorian", "--write", "--no-config", str(tmp_path)]) == 0
    capsys.readouterr()
    for name in READ:
        assert (tmp_path / name).read_bytes() == encoded(name, "18 سپتامبر", "8 سپتامبر"), name


def test_skipped_files_are_named_ten_and_then_counted(tmp_path: Path, capsys: Capture) -> None:
    for number in range(14):
        (tmp_path / f"{number:02}.pdf").touch()
    (tmp_path / "a.txt").write_text("سلام", encoding="utf-8")
    assert main(["check", "--no-config", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert len([line for line in err.splitlines() if line.startswith("shamsi: skipped /")]) == 10
    assert "shamsi: skipped: 4 more" in err
    assert out == "0 errors in 0 dates, 0 pairs, 1 file; 14 skipped (14 of unknown suffix .pdf)\n"


def test_nothing_but_skipped_files_is_no_all_clear(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.pdf").touch()
    assert main(["check", "--no-config", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == "nothing was read; 1 skipped (1 of unknown suffix .pdf)"


@pytest.mark.parametrize("name", ["mark.txt", "plain.txt"])
def test_an_encoding_that_is_asked_for_and_wrong_is_told(name: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / name
    path.write_bytes(encoded(name))
    status = main(["check", "--no-config", "--encoding", "cp1256", str(path)])
    err = capsys.readouterr().err
    if name == "mark.txt":  # its mark leaves no doubt
        assert (status, err) == (1, "")
    else:
        assert err == f"shamsi: {path}: valid UTF-8, but read as cp1256: leave out --encoding\n"


def test_a_wrong_field_and_a_missing_dateline_are_told_once(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "سلام"}\n' * 3000, encoding="utf-8")
    assert main(["check", "--no-config", str(path)]) == 2
    choose = "choose the text field with --field and the id field with --id"
    assert capsys.readouterr().err.splitlines() == [
        f"shamsi: {path}#1: no field 'text' (found: body); {choose}",
        f"shamsi: {path}: no field 'text': 2,999 more",
        "nothing was read; 3000 failed",
    ]
    for verb in ("check", "find"):
        main([verb, "--no-config", "--field", "body", "--reference", "auto", str(path)])
        assert capsys.readouterr().err.splitlines() == [
            f"{path}#1: no reference: no dateline was found",
            f"{path}: no reference: no dateline was found: 2,999 more",
        ]
