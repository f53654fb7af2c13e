"""Office files: what is text in them, where it is, and how edits get back into their runs."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from shamsi.cli.inputs.document import Document, Unreadable
from shamsi.cli.inputs.office.body import OfficeBody
from shamsi.cli.inputs.office.files import documents
from shamsi.text.rewrite.edits import Edit

pytest.importorskip("docx", reason="python-docx is not installed")
pytest.importorskip("odf", reason="odfpy is not installed")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "meta")
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return made.getvalue()


def word(body: str, head: str = "") -> bytes:
    part = f"{head}<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": part})


def open_text(body: str, declaration: str = "") -> bytes:
    content = (
        f"{declaration}<office:document-content {ODF} xmlns:dc='http://purl.org/dc/elements/1.1/'><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def opened(data: bytes, kind: str = "docx", *, hidden: bool = False) -> list[Document]:
    return list(documents("a", data, kind, hidden=hidden))


def changed(data: bytes, edits: Sequence[tuple[str, str]], kind: str = "docx", *, hidden: bool = False) -> str:
    """The body of the part after texts are replaced, each once in every document."""
    found = opened(data, kind, hidden=hidden)
    body = found[0].body
    assert isinstance(body, OfficeBody)
    made: list[Edit] = []
    for document in found:
        asked = [Edit(at, at + len(old), new) for old, new in edits if (at := document.text.find(old)) >= 0]
        placed = body.placed(document.part, asked)
        assert placed.refused == []
        made += placed.edits
    name = "word/document.xml" if kind == "docx" else "content.xml"
    with zipfile.ZipFile(io.BytesIO(body.written(made))) as file:
        written = file.read(name).decode()
    return written.partition("body>")[2].rpartition("</" + ("w:" if kind == "docx" else "office:") + "body>")[0]


def test_paragraphs_are_lines_and_cells_are_paragraphs() -> None:
    (document,) = opened(
        word(
            "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:t>c</w:t></w:r></w:p>"
        )
    )
    assert document.text == "a\nb\n\nc"
    assert document.position(document.text.index("c")) == (4, 1)


RUNS = {
    "a tab, a break, a hyphen": (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/>"
        "<w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r></w:p>",
        "a\tb c-d",
    ),
    "references and sections of characters": (
        "<w:p><w:r><w:t>a&amp;&#x06f1;<![CDATA[<b>]]></w:t></w:r></w:p>",
        "a&۱<b>",
    ),
    "instructions of fields are no text": (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr='DATE'>"
        "<w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>",
        "x",
    ),
    "links, bookmarks, marks of the spelling": (
        "<w:p><w:hyperlink><w:r><w:t>18 مر</w:t></w:r></w:hyperlink><w:bookmarkStart w:id='1'/><w:proofErr w:type='x'/>"
        "<w:sdt><w:sdtContent><w:r><w:rPr><w:rtl/></w:rPr><w:t>داد</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "18 مرداد",
    ),
    "insertions are read, deletions are not": (
        "<w:p><w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>old</w:delText>"
        "<w:tab/></w:r></w:del>"
        "<w:moveFrom w:id='3'><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        "<w:moveTo w:id='4'><w:r><w:t>!</w:t></w:r></w:moveTo></w:p>",
        "new!",
    ),
    "a text box is read once": (
        "<w:p><w:r><w:t>a</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>b</w:t></w:r></w:p>",
        "box\nab",
    ),
}


@pytest.mark.parametrize("case", RUNS)
def test_runs(case: str) -> None:
    body, text = RUNS[case]
    assert opened(word(body))[0].text == text


def test_another_name_of_the_namespace_and_a_mark_of_the_encoding() -> None:
    data = zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": (
                '<?xml version="1.0" encoding="UTF-16"?><x:document '
                'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:p><x:r><x:t>۳۱ مهر</x:t></x:r></x:p>'
                "</x:document>"
            ).encode("utf-16"),
        }
    )
    (document,) = opened(data)
    assert document.text == "۳۱ مهر"
    body = document.body
    assert body
    with zipfile.ZipFile(io.BytesIO(body.written([Edit(0, 2, "۳۰")]))) as file:
        assert "<x:t>۳۰ مهر</x:t>" in file.read("word/document.xml").decode("utf-16")


SPLIT = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>8 مر</w:t></w:r><w:r><w:rPr><w:i/></w:rPr>"
    "<w:t>داد</w:t></w:r><w:r><w:t xml:space='preserve'> 1404 &amp; x</w:t></w:r></w:p>"
)
EDITS = {
    "the number in its first run": (
        [("18 مرداد 1404", "27 مرداد 1404")],
        SPLIT.replace("<w:t>1</w:t>", "<w:t>27</w:t>").replace("<w:t>8 مر", "<w:t xml:space=\"preserve\"> مر"),
    ),
    "the month's name in the run in which it begins": (
        [("18 مرداد 1404", "18 مهر 1404")],
        SPLIT.replace("8 مر", "8 مهر").replace("<w:t>داد", "<w:t>"),
    ),
    "a longer text, with a sign of XML": (
        [("1404", "1404 <x>")],
        SPLIT.replace(" 1404 ", " 1404 &lt;x&gt; "),
    ),
    "all of it": ([("18 مرداد 1404", "")], "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r><w:r><w:t></w:t></w:r>"
        "<w:r><w:rPr><w:i/></w:rPr><w:t></w:t></w:r><w:r><w:t xml:space='preserve'> &amp; x</w:t></w:r></w:p>"),
    "a reference": ([("& x", "y")], SPLIT.replace("&amp; x", "y")),
}  # fmt: skip


@pytest.mark.parametrize("case", EDITS)
def test_edits_stay_in_their_runs(case: str) -> None:
    edits, expected = EDITS[case]
    assert changed(word(SPLIT), edits) == expected


def test_a_break_within_a_date_goes_with_it() -> None:
    body = "<w:p><w:r><w:t>18</w:t><w:br/><w:t>مرداد</w:t></w:r></w:p>"
    assert changed(word(body), [("18 مرداد", "x")]) == "<w:p><w:r><w:t>x</w:t><w:t></w:t></w:r></w:p>"


def test_what_older_programs_show_changes_too() -> None:
    box, _ = RUNS["a text box is read once"]
    assert changed(word(box), [("box", "case")]) == box.replace("box", "case")


def test_hidden_text_is_read_where_asked_for() -> None:
    body, _ = RUNS["insertions are read, deletions are not"]
    first, second = opened(word(body), hidden=True)
    assert (first.text, second.text, second.part) == ("new!", "old\t\ngone", 1)
    edits = [("old", "x"), ("new", "y")]
    assert changed(word(body), edits, hidden=True) == body.replace("old", "x").replace("new", "y")


def test_edits_do_not_join_paragraphs() -> None:
    (document,) = opened(word("<w:p><w:r><w:t>18</w:t></w:r></w:p><w:p><w:r><w:t>مرداد</w:t></w:r></w:p>"))
    assert document.body
    placed = document.body.placed(0, [Edit(0, 5, "x")])
    assert (placed.edits, [str(one.why) for one in placed.refused]) == (
        [],
        ["runs from one paragraph into the next; left as it is"],
    )


class TestOpenDocument:
    def test_paragraphs(self) -> None:
        (document,) = opened(
            open_text(
                "<text:h>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:h><text:p>e<text:note>"
                "<text:note-citation>1</text:note-citation><text:note-body><text:p>foot</text:p></text:note-body></text:note>f</text:p>"
            ),
            "odt",
        )
        assert document.text == "a   b\tc d\nfoot\nef"

    def test_comments_and_deletions_are_hidden(self) -> None:
        body = (
            "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:date>2025-08-09T01:02:03</dc:date>"
            "</office:change-info><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            "<text:p>a<office:annotation><dc:creator>x</dc:creator><text:p>note</text:p></office:annotation>b</text:p>"
        )
        first, second = opened(open_text(body), "odt", hidden=True)
        assert (first.text, second.text) == ("ab", "old\nnote")
        assert isinstance(first.body, OfficeBody)
        assert first.body.blur("year") == 1
        with zipfile.ZipFile(io.BytesIO(first.body.written([]))) as file:
            assert "<dc:date>2025-01-01T00:00:00</dc:date>" in file.read("content.xml").decode()

    def test_edits(self) -> None:
        body = "<text:p>18<text:s/>مر<text:span>داد</text:span> 1404</text:p>"
        assert changed(open_text(body), [("18 مرداد", "27 مهر")], "odt") == (
            "<office:text><text:p>27<text:s/>مهر<text:span></text:span> 1404</text:p></office:text>"
        )


BAD = {
    "no archive": (b"x", "damaged"),
    "no document": (zipped({"[Content_Types].xml": TYPES.replace(TYPE, "text/xml"), "_rels/.rels": RELATIONS,
        "word/document.xml": "<a/>"}), "it holds no document"),
    "no types": (zipped({"a": "b"}), "damaged"),
    "not well-formed": (word("<w:p>"), "damaged: mismatched tag"),
    "entities": (word("<w:p/>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"), "it declares a document type"),
    "deep": (word("<w:p>" * 2000 + "</w:p>" * 2000), "nested too deeply"),
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted, or an old Office file"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_files_are_unreadable(case: str) -> None:
    data, why = BAD[case]
    with pytest.raises(Unreadable, match=why):
        opened(data)


def test_an_encrypted_open_document() -> None:
    data = zipped({"content.xml": b"\x01", "META-INF/manifest.xml": "<m><encryption-data/></m>"})
    with pytest.raises(Unreadable, match="encrypted: save it without a password"):
        opened(data, "odt")
