"""Office files by kind: .docx and .odt, opened as documents; needs the extra `office`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from shamsi.cli.inputs.archives import Archive, damaged
from shamsi.cli.inputs.document import Document, Unreadable
from shamsi.cli.inputs.office.body import OfficeBody, Part
from shamsi.cli.inputs.office.opendocument import OpenDocument
from shamsi.cli.inputs.office.parts import PartReader, Walker
from shamsi.cli.inputs.office.word import CoreProperties, Word
from shamsi.lang.sentences import Sentence

KINDS = ("docx", "odt")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted .docx is such a file
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_BODIES = (
    f"{_WORD}document.main+xml",
    f"{_WORD}template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_OTHERS = tuple(
    f"{_WORD}{name}+xml" for name in ("footnotes", "endnotes", "header", "footer", "comments")
)
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_MANIFEST = "META-INF/manifest.xml"
_ODT_PARTS, _ODT_META = ("content.xml", "styles.xml"), "meta.xml"


def documents(name: str, data: bytes, kind: str, *, hidden: bool) -> Iterator[Document]:
    """The texts of a file: what a reader sees, and if `hidden` is true what it hides, too.

    Raises Unreadable for a file that cannot be read, or without the packages that open it.
    """
    if data.startswith(_OLE):
        raise Unreadable(Sentence("encrypted, or an old Office file: save it as .docx or .odt"))
    archive = Archive(data)
    read = _word if kind == "docx" else _open_document
    body = OfficeBody(archive, *read(archive, data), hidden=hidden)
    yield Document(name, body.texts[0], body=body)
    if body.parts > 1:
        yield Document(name, body.texts[1], key="hidden", body=body, part=1)


def _word(archive: Archive, data: bytes) -> tuple[list[Part], list[Part]]:
    found = _word_parts(data)
    kinds = (_BODIES, *((one,) for one in _OTHERS))
    names = [name for kind in kinds for name in _found_in(found, kind)]
    if not any(kind in _BODIES for kind in found.values()):
        raise damaged(Sentence("it holds no document"))
    parts = [_part(archive, name, Word()) for name in names]
    core = [_part(archive, name, CoreProperties()) for name in _found_in(found, (_CORE,))]
    return parts, core


def _word_parts(data: bytes) -> dict[str, str]:
    """The content type of each part that a relationship leads to, by its name in the archive."""
    try:
        from docx.opc import pkgreader
    except ModuleNotFoundError:
        raise _lacking("docx") from None
    try:
        untyped: Any = pkgreader
        found = untyped.PackageReader.from_file(io.BytesIO(data))
        return {name.membername: kind for name, kind, *_ in found.iter_sparts()}
    except Exception as error:  # of lxml, of zip, or of the package's own
        why = f"{error}" or type(error).__name__
        raise damaged(why) from error


def _found_in(types: dict[str, str], kinds: tuple[str, ...]) -> list[str]:
    """The names of the parts of some types, in order."""
    return sorted(name for name, kind in types.items() if kind in kinds)


def _open_document(archive: Archive, data: bytes) -> tuple[list[Part], list[Part]]:
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
        raise Unreadable(Sentence("encrypted: save it without a password"))
    try:
        from odf import odfmanifest  # pyright: ignore[reportMissingTypeStubs]
    except ModuleNotFoundError:
        raise _lacking("odt") from None
    untyped: Any = odfmanifest
    is_listed = _MANIFEST in archive.names
    listed: Any = untyped.manifestlist(archive.read(_MANIFEST)) if is_listed else {}
    names = [name for name in _ODT_PARTS if name in archive.names]
    if _ODT_PARTS[0] not in names or (listed and _ODT_PARTS[0] not in listed):
        raise damaged(Sentence("it has no {name}", name=_ODT_PARTS[0]))
    parts = [_part(archive, name, OpenDocument()) for name in names]
    dated = [_part(archive, _ODT_META, OpenDocument())] if _ODT_META in archive.names else []
    return parts, dated


def _part(archive: Archive, name: str, walker: Walker) -> Part:
    return Part(name, PartReader(archive.read(name), walker))


def _lacking(kind: str) -> Unreadable:
    return Unreadable(
        Sentence("a .{kind} file needs a package: pip install 'shamsi[office]'", kind=kind)
    )
