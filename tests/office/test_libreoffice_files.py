"""Word files that LibreOffice writes, from pages, plain text and documents: changed only where meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

docx = pytest.importorskip("docx", reason="python-docx is not installed")
pytest.importorskip("odf", reason="odfpy is not installed")

from odf import table, text  # noqa: E402
from odf.opendocument import OpenDocumentText  # noqa: E402

from shamsi.cli.main import main  # noqa: E402
from tests.office.planted import MEETING, NUMBERS, RIGHT, SINGLE, TRADE, Planted  # noqa: E402
from tests.office.reading import all_text, commented, converted, members, skeleton, texts  # noqa: E402
from tests.office.samples import samples  # noqa: E402

WORD = "docx:MS Word 2007 XML"
AGAIN = ("right_to_left", "bold_in_a_date", "tables", "nested_tables", "footnotes", "text_boxes", "insertions")
ALL = (TRADE, MEETING, NUMBERS, RIGHT, SINGLE)
BODY = {
    "paragraphs": f"<p>{TRADE.text}</p><p>{RIGHT.text}</p>",
    "bold": f"<p>{TRADE.text.replace('اوت', '<b>او</b>ت')}</p>",
    "table": f"<table border=1><tr><td>{TRADE.text}</td><td>{MEETING.text}</td></tr></table>",
    "list": f"<h1>{SINGLE.text}</h1><ol><li>{NUMBERS.text}</li><li>{RIGHT.text}</li></ol>",
    "link": f"<p>{TRADE.text.replace('مرداد', '<a href=https://example.org/>مرداد</a>')}</p>",
}
FILES = [*(f"page-{name}" for name in BODY), "text-lines", "odt-table", "odt-note", *AGAIN]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of files that LibreOffice has written."""
    folder = tmp_path_factory.mktemp("libreoffice")
    pages, others = list[Path](), list[Path]()
    for name, body in BODY.items():
        pages.append(folder / f"page-{name}.html")
        pages[-1].write_text(f'<!DOCTYPE html><meta charset="utf-8"><body dir="rtl">{body}', encoding="utf-8")
    others.append(folder / "text-lines.txt")
    others[-1].write_text(f"\ufeff{TRADE.text}\n\n{SINGLE.text}\n", encoding="utf-8")
    for name in ("odt-table", "odt-note"):
        others.append(folder / f"{name}.odt")
        _open_document(name).save(str(others[-1]))
    for sample in samples():
        if sample.name in AGAIN:
            others.append(folder / f"{sample.name}.docx")
            sample.make(others[-1])
    made = folder / "made"
    made.mkdir()
    converted(pages, WORD, made, reader="HTML (StarWriter)")
    converted(others, WORD, made)
    return made


def _open_document(name: str) -> OpenDocumentText:
    made = OpenDocumentText()
    if name == "odt-table":
        cells, row = table.Table(name="T"), table.TableRow()
        cells.addElement(table.TableColumn(numbercolumnsrepeated=2))
        for planted in (TRADE, MEETING):
            cell = table.TableCell()
            cell.addElement(text.P(text=planted.text))
            row.addElement(cell)
        cells.addElement(row)
        made.text.addElement(cells)
    else:
        note, body = text.Note(noteclass="footnote"), text.NoteBody()
        body.addElement(text.P(text=TRADE.text))
        note.addElement(text.NoteCitation(text="1"))
        note.addElement(body)
        paragraph = text.P(text=RIGHT.text)
        paragraph.addElement(note)
        made.text.addElement(paragraph)
    return made


def planted_in(path: Path) -> Iterator[Planted]:
    """The sentences of a file, each as often as it is there."""
    parts = [data for name, data in members(path).items() if name.endswith(".xml") and name.startswith("word/")]
    whole = "\n".join(line for data in parts for line in texts(data))
    for planted in ALL:
        yield from [planted] * whole.count(planted.text)


@pytest.mark.parametrize("name", FILES)
def test_only_the_words_that_are_meant_change(name: str, office: Path, tmp_path: Path) -> None:
    source, path = office / f"{name}.docx", tmp_path / f"{name}.docx"
    path.write_bytes(source.read_bytes())
    planted, before = list(planted_in(path)), members(path)
    wrong = {date for one in planted for date in one.wrong}
    assert wrong, "an error is planted in every file"
    assert main(["fix", "--side", "gregorian", "--write", "--no-config", str(path)]) == 0
    docx.Document(str(path))
    after = members(path)
    assert list(after) == list(before)
    for part in before:
        if before[part] != after[part]:
            assert skeleton(before[part]) == skeleton(after[part])
            repaired = [_fixed(line) for line in texts(before[part])]
            assert repaired == texts(after[part])
    path.write_bytes(source.read_bytes())
    assert main(["redact", "--keep", "nothing", "--write", "--no-config", str(path)]) == 0
    docx.Document(str(path))
    dates = {date for one in planted for date in one.dates}
    for part, data in members(path).items():
        if part.startswith("word/") and part.endswith(".xml"):
            assert not [date for date in dates if date in all_text(data)], part


@pytest.mark.parametrize("name", FILES)
def test_comments_are_on_the_words(name: str, office: Path, tmp_path: Path) -> None:
    made = tmp_path / "reviewed.docx"
    call = ["check", "--no-config", "--format", "docx", "-o", str(made), str(office / f"{name}.docx")]
    assert main(call) == 1
    planted = [one for one in planted_in(office / f"{name}.docx") if one.wrong]
    spans = {
        one.text[one.text.index(one.dates[0]) : one.text.index(one.wrong[0]) + len(one.wrong[0])] for one in planted
    }
    found = commented(made, "shamsi")
    assert found
    for words, lines in found:
        assert words in spans or any(lines.startswith(span) for span in spans)
    docx.Document(str(made))


def _fixed(line: str) -> str:
    for planted in ALL:
        line = line.replace(planted.text, planted.fixed)
    return line
