"""Word files read for comparison, without the package that is tested."""

from __future__ import annotations

import copy
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

etree: Any = pytest.importorskip("lxml.etree", reason="lxml is not installed")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEEP = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = (f"{W}t", f"{W}delText")


def members(path: Path) -> dict[str, bytes]:
    """The bytes of all members of a zip, in its order."""
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def paragraphs(data: bytes) -> list[list[tuple[str, str]]]:
    """Each letter of each paragraph of a part, with the properties of its run."""
    return [list(_letters(one)) for one in etree.fromstring(data).iter(f"{W}p")]


def texts(data: bytes) -> list[str]:
    """The text of each paragraph of a part; what is deleted, or moved away, is no text."""
    return ["".join(letter for letter, _ in one) for one in paragraphs(data)]


def all_text(data: bytes) -> str:
    """All letters of a part, those that no reader sees too."""
    return "".join(node.text or "" for node in etree.fromstring(data).iter(*_TEXTS))


def skeleton(data: bytes) -> str:
    """All of a part but the letters of its texts."""
    root = copy.deepcopy(etree.fromstring(data))
    for node in root.iter(*_TEXTS):
        node.text = ""
        node.attrib.pop(_KEEP, None)
    return str(etree.tostring(root, method="c14n").decode())


def commented(path: Path, author: str) -> list[tuple[str, str]]:
    """The words that each comment of an author is on, and its text, in the order of the comments."""
    parts = members(path)
    made = [one for one in etree.fromstring(parts["word/comments.xml"]) if one.get(f"{W}author") == author]
    root = etree.fromstring(parts["word/document.xml"])
    return [(_between(root, one.get(f"{W}id")), "\n".join(_plain(p) for p in one.iter(f"{W}p"))) for one in made]


def converted(paths: Sequence[Path], suffix: str, folder: Path, *, reader: str = "") -> list[Path]:
    """The files that LibreOffice makes of some, all in one call."""
    if not shutil.which("soffice"):
        pytest.skip("soffice is not installed")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    asked = [f"--infilter={reader}"] if reader else []
    call = ["soffice", "--headless", profile, *asked, "--convert-to", suffix, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(call, check=True, capture_output=True, timeout=300)
    made = [folder / f"{path.stem}.{suffix.partition(':')[0]}" for path in paths]
    assert all(path.stat().st_size for path in made)
    return made


def _letters(paragraph: Any) -> Iterator[tuple[str, str]]:
    for node in paragraph.iter(f"{W}t"):
        is_moved = any(True for _ in node.iterancestors(f"{W}moveFrom"))
        if next(node.iterancestors(f"{W}p")) is paragraph and not is_moved:
            properties = node.getparent().find(f"{W}rPr")
            written = "" if properties is None else etree.tostring(properties, method="c14n").decode()
            yield from ((letter, written) for letter in node.text or "")


def _plain(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t"))


def _between(root: Any, number: str) -> str:
    (start,) = root.iterfind(f".//{W}commentRangeStart[@{W}id='{number}']")
    (end,) = root.iterfind(f".//{W}commentRangeEnd[@{W}id='{number}']")
    assert len(list(root.iterfind(f".//{W}commentReference[@{W}id='{number}']"))) == 1
    inside, words = False, ""
    for node in root.iter():
        inside = (inside or node is start) and node is not end
        words += (node.text or "") if inside and node.tag == f"{W}t" else ""
    return words
