"""Word files put together part by part, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (2024, 3, 20, 0, 0, 0)


def run(text: str, properties: str = "", *, tag: str = "w:t") -> str:
    """A run of text."""
    given = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{given}<{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of runs and other XML."""
    given = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{given}{''.join(content)}</w:p>"


def table(*rows: Iterable[str], properties: str = "") -> str:
    """A table whose cells are paragraphs or tables."""
    made = "".join("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{made}</w:tbl>"


def text_box(content: str) -> str:
    """A run with a text box, in the two forms that Word writes: of today, and for older readers."""
    return f"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>
        <wp:extent cx="3000000" cy="900000"/><wp:docPr id="7" name="Text Box 7"/><a:graphic>
        <a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>
        <a:off x="0" y="0"/><a:ext cx="3000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>
        </a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/>
        </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>
        <v:shape style="width:240pt;height:72pt"><v:textbox><w:txbxContent>{content}</w:txbxContent>
        </v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


class WordFile:
    """A document of python-docx, to which raw XML and parts are added."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def add(self, *blocks: str) -> None:
        """Add paragraphs, tables or other blocks to the end of the body."""
        for block in blocks:
            self.document.element.body.insert_element_before(element(block), "w:sectPr")

    def add_notes(self, kind: str, notes: Iterable[str]) -> None:
        """Add a part of footnotes or endnotes, numbered from 1."""
        single = kind.removesuffix("s")
        separators = "".join(
            f'<w:{single} w:type="{type_}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:{single}>'
            for type_, number, mark in (
                ("separator", -1, "separator"),
                ("continuationSeparator", 0, "continuationSeparator"),
            )
        )
        made = "".join(f'<w:{single} w:id="{number}">{note}</w:{single}>' for number, note in enumerate(notes, 1))
        self.add_part(
            f"/word/{kind}.xml",
            f"{_WORD}.{kind}+xml",
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:{kind} {DECLARED}>{separators}{made}</w:{kind}>".encode(),
            getattr(RELATIONSHIP_TYPE, kind.upper()),
        )

    def add_part(self, name: str, content_type: str, data: bytes, relationship: str) -> None:
        """Add a part and the relationship of the document to it."""
        package: Any = self.document.part.package
        part = Part(PackURI(name), content_type, data, package)
        self.document.part.relate_to(part, relationship)

    def link(self, address: str) -> str:
        """The identifier of a relationship to an address."""
        return self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def save(self, path: Path, change: Callable[[str, bytes], bytes] | None = None) -> None:
        """Write the file; `change` may rewrite the bytes of each part."""
        memory = io.BytesIO()
        self.document.save(memory)
        settle(memory, path, change)


def element(xml: str) -> Any:
    """An element of Word's XML."""
    tag, rest = xml.removeprefix("<").split(">", 1)[0], xml
    name = tag.split("/")[0].split()[0]
    return parse_xml(rest.replace(f"<{name}", f"<{name} {DECLARED}", 1))


def settle(
    source: io.BytesIO | Path,
    path: Path,
    change: Callable[[str, bytes], bytes] | None = None,
    *,
    compression: int = zipfile.ZIP_DEFLATED,
    comment: bytes = b"",
) -> None:
    """Copy a zip with the same time on all its parts."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(path, "w", compression) as made:
        made.comment = comment
        for member in given.infolist():
            data = given.read(member)
            info = zipfile.ZipInfo(member.filename, _EPOCH)
            info.compress_type = compression
            made.writestr(info, change(member.filename, data) if change else data)
