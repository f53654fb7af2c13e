"""Findings as one page of HTML: the texts with their dates marked, what is wrong beside them, and when they are."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from shamsi.cli.inputs import Document
from shamsi.cli.reports.form import counted
from shamsi.cli.reports.markup import escaped, marked
from shamsi.cli.reports.timeline import timeline
from shamsi.text import calendars

if TYPE_CHECKING:
    from shamsi.cli.reports.form import Tally
    from shamsi.text.checker import Examination, Finding
    from shamsi.text.mention import Mention


def make(*, isolated: bool) -> HtmlReport:
    """The report; a terminal gets the same as a file."""
    return HtmlReport()


class HtmlReport:
    """A page that asks for nothing and runs nothing, and a section in it for each document that has a date."""

    separator = "\n"
    tells_tally = False

    def head(self) -> str:
        """What a browser must know, and the legend."""
        digest = b64encode(hashlib.sha256(_style().encode()).digest()).decode()
        legend = " ".join(f'<mark class="{name}">{told}</mark>' for name, told in calendars.NAMES.items())
        return (
            '<!DOCTYPE html>\n<html lang="fa" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>shamsi check</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
            f'<h1 lang="en">Dates, checked</h1>\n<p class="legend" lang="en">{legend} '
            '<mark class="wrong">cannot be right</mark></p>\n<main>\n'
        )

    def entries(self, document: Document, examination: Examination, dateline: Mention | None) -> list[str]:
        """A section, for a document that has a date."""
        return [section(document, examination)] if examination.mentions else []

    def foot(self, tally: Tally) -> str:
        """What was looked at."""
        return f'</main>\n<footer lang="en">{escaped(str(tally))}</footer>\n</body>\n</html>'


def section(document: Document, examination: Examination) -> str:
    """A document: its name, its timeline, its text, its findings; open where something is wrong."""
    findings, mentions = examination.findings, examination.mentions
    anchors = [f"f-{_digest(document.name)}-{number}" for number, _ in enumerate(findings)]
    notes: dict[Mention, list[str]] = {}
    for finding, anchor in zip(findings, anchors, strict=True):
        for mention in _touched(finding, mentions):
            notes.setdefault(mention, []).append(anchor)
    told = [_finding(document, finding, anchor) for finding, anchor in zip(findings, anchors, strict=True)]
    aside = f'<ol class="findings">{"".join(told)}</ol>' if told else ""
    wrong = f', <b class="wrong">{len(findings)} cannot be right</b>' if findings else ""
    return (
        f"<details{' open' if findings else ''}><summary><bdi>{escaped(document.name)}</bdi> "
        f'<span dir="ltr">{counted(len(mentions), "date")}{wrong}</span></summary>\n'
        f'<div class="document{" faulty" if findings else ""}">{timeline(mentions, notes)}\n'
        f"{marked(document.text, mentions, notes)}\n{aside}</div></details>"
    )


def _touched(finding: Finding, mentions: list[Mention]) -> list[Mention]:
    """The mentions that a finding is about, as a whole or in a part."""
    spans = [(span.start, span.end) for span in finding.spans]
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    near = (mention for mention in mentions if mention.start < high and low < mention.end)
    return [one for one in near if any(start < one.end and one.start < end for start, end in spans)]


def _finding(document: Document, finding: Finding, anchor: str) -> str:
    line, column = document.position(finding.start)
    sentences = [finding.detail, *finding.evidence]
    repairs = [
        f"<p><del><bdi>{escaped(document.text[one.start : one.end])}</bdi></del> ← <ins><bdi>{escaped(one.replacement)}"
        f"</bdi></ins>{' <span class=preferred lang=en>(preferred)</span>' if one.preferred else ''}</p>"
        for one in finding.suggestions
    ]
    return (
        f'<li id="{anchor}"><h2 lang="en">{escaped(finding.message)}</h2>'
        f'<p lang="en"><code>{finding.code}, {line}:{column}</code></p>'
        + "".join(f'<p lang="en">{_isolated(sentence, finding)}</p>' for sentence in sentences)
        + "".join(repairs)
        + "</li>"
    )


def _isolated(sentence: str, finding: Finding) -> str:
    """An English sentence, the dates that it quotes kept apart from its direction."""
    quoted = sorted({escaped(mention.text) for mention in finding.spans}, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, quoted)), lambda found: f"<bdi>{found[0]}</bdi>", escaped(sentence))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:12]


@cache
def _style() -> str:
    return files("shamsi.cli.reports").joinpath("page.css").read_text("utf-8")
