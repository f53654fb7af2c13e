"""A newsroom's folder: forty articles in twelve kinds of file, with twelve planted errors."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

from odf import text as odf_text
from odf.opendocument import OpenDocumentText

from shamsi.cli.inputs.sources import kind_of
from tests.office.packages import WordFile, paragraph, run
from tests.office.planted import NOTHING, RIGHT, SINGLE, TRADE, VISIT

ARTICLES = 40
ERRORS = 12
_SOUND = (RIGHT.text, SINGLE.text, NOTHING.text)
_FAULTY = (TRADE.text, VISIT.text)
# How many articles of each kind, and how many of them are wrong.
KINDS = {
    ".txt": (4, 1),
    ".utf16.txt": (3, 1),
    ".cp1256.txt": (3, 1),
    ".md": (3, 1),
    ".html": (4, 1),
    ".docx": (6, 1),
    ".odt": (4, 1),
    ".csv": (3, 1),
    ".semicolons.csv": (2, 1),
    ".jsonl": (3, 1),
    ".srt": (3, 1),
    ".vtt": (2, 1),
}


class Desk(NamedTuple):
    """The folder: its readable files, and those that cannot be read."""

    folder: Path
    articles: list[Path]
    unreadable: list[Path]


def make(folder: Path) -> Desk:
    """Write the folder, the same each time."""
    folder.mkdir()
    articles = list[Path]()
    for suffix, (number, wrong) in KINDS.items():
        for index in range(number):
            path = folder / f"a{len(articles):02}{suffix}"
            faulty = [_FAULTY[len(articles) % 2]] if index < wrong else []
            _write(path, suffix, [_SOUND[index % 3], *faulty, NOTHING.text])
            articles.append(path)
    pdf, broken = folder / "scan.pdf.txt", folder / "broken.docx"
    pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    broken.write_bytes(articles[-1].read_bytes()[:300])
    return Desk(folder, articles, [broken, pdf])


def _write(path: Path, suffix: str, sentences: list[str]) -> None:
    match suffix:
        case ".docx":
            file = WordFile()
            file.add(*(paragraph(run(sentence)) for sentence in sentences))
            file.save(path)
        case ".odt":
            document = OpenDocumentText()
            for sentence in sentences:
                document.text.addElement(odf_text.P(text=sentence))
            document.save(str(path))
        case ".html":
            body = "".join(f"<p>{sentence}</p>\n" for sentence in sentences)
            page = f'<!DOCTYPE html>\n<html lang="fa"><meta charset="utf-8"><body>\n{body}</body></html>\n'
            path.write_text(page, encoding="utf-8")
        case ".csv" | ".semicolons.csv":
            sign = "," if suffix == ".csv" else ";"
            with path.open("w", encoding="utf-8", newline="") as rows:
                csv.writer(rows, delimiter=sign).writerows([["id", "text"], *enumerate(sentences)])
        case ".srt" | ".vtt":
            cues = (f"00:0{k}:00.000 --> 00:0{k}:09.000\n{one}\n" for k, one in enumerate(sentences))
            path.write_text("WEBVTT\n\n" * (suffix == ".vtt") + "\n".join(cues), encoding="utf-8")
        case ".jsonl":
            lines = (json.dumps({"id": k, "text": one}, ensure_ascii=False) for k, one in enumerate(sentences))
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        case _:
            encoding = {".utf16.txt": "utf-16", ".cp1256.txt": "cp1256"}.get(suffix, "utf-8")
            written = "\n\n".join(_old(sentence) if encoding == "cp1256" else sentence for sentence in sentences)
            path.write_bytes(f"{written}\n".encode(encoding))


def _old(sentence: str) -> str:
    """A sentence in the letters that the code page of Windows has."""
    digits = {ord("۰") + digit: str(digit) for digit in range(10)}
    return sentence.translate({**digits, ord("ی"): "ي", ord("ک"): "ك", ord("ٔ"): ""})


assert all(kind_of(f"a{suffix}") for suffix in KINDS)
