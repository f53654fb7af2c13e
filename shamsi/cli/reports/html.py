"""Findings as one HTML page: texts with dates marked, findings next to them, and a timeline."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from shamsi import __version__
from shamsi.cli.inputs import Document
from shamsi.cli.reports.markup import Sign, escaped, language, marked
from shamsi.cli.reports.report import counted
from shamsi.cli.reports.timeline import timeline
from shamsi.formats.names import CALENDAR_NAMES

if TYPE_CHECKING:
    from shamsi.cli.inputs.document import InputCounts
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention
    from shamsi.text.rewrite.repairs import Suggestion

_MOST = 200  # findings of a document that are shown
_ENGLISH = ' lang="en"'  # the language that is written from the left
_PREFERRED = ' <span class="preferred" lang="en">(preferred)</span>'
_LEGEND = "In brackets after a date: the same days in the other calendar, Gregorian or Solar Hijri."
# Without a script: the style sheet hides what is ticked.
_CHOICES = {"only-wrong": "only documents with errors", "only-names": "only names and counts"}


def make(style: Style) -> HtmlReport:
    """The report; a terminal gets the same as a file."""
    return HtmlReport()


class HtmlReport:
    """A page that loads and runs nothing, with one section per document that has a date."""

    separator = "\n"
    shows_tally = False

    def head(self) -> str:
        """The head of the page, and the legend."""
        digest = b64encode(hashlib.sha256(_style().encode()).digest()).decode()
        legend = " ".join(
            f'<mark class="{name}">{title}</mark>' for name, title in CALENDAR_NAMES.items()
        )
        choices = "".join(
            f'<label><input type="checkbox" id="{name}"> {label}</label>'
            for name, label in _CHOICES.items()
        )
        return (
            '<!DOCTYPE html>\n<html lang="fa" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f'<meta name="generator" content="shamsi {__version__}">\n'
            f"<title>shamsi check</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
            f'<header>\n<h1 lang="en">Dates, checked</h1>\n<p class="legend" lang="en">{legend} '
            f'<mark class="wrong">cannot be right</mark><br>{_LEGEND}</p>\n'
            f'<p class="choices" lang="en">{choices}</p>\n</header>\n<main>\n'
        )

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """A section, for a document that has a date."""
        return [section(document, examination)] if examination.mentions else []

    def foot(self, tally: Tally) -> str:
        """The tally, and what was not read."""
        return (
            f'</main>\n<footer lang="en">{escaped(str(tally))}{_unread(tally.inputs)}</footer>\n'
            "</body>\n</html>"
        )


def _unread(inputs: InputCounts) -> str:
    """The documents that could not be read, and the files that were skipped, by name."""
    failures = [
        _named(one.name, f"{one.why} ({one.more} more)" if one.more else one.why)
        for one in inputs.failures.values()
    ]
    skipped = [_named(name, why) for name, why in inputs.named.items()]
    return _listed("not read", failures, inputs.failed) + _listed("skipped", skipped, len(skipped))


def _named(name: str, why: str) -> str:
    return f"<li><bdi>{escaped(name)}</bdi>: {escaped(why)}</li>"


def _listed(kind: str, rows: list[str], number: int) -> str:
    if not rows:
        return ""
    content = f"<h2>{number} {kind}</h2>\n<ul>{''.join(rows)}</ul>"
    return f'\n<section class="{kind.replace(" ", "-")}">{content}</section>'


def section(document: Document, examination: Examination) -> str:
    """A document: its name and counts, timeline, text and findings; open if something is wrong."""
    findings, mentions = examination.findings[:_MOST], examination.mentions
    anchors = [f"f-{_digest(document.name)}-{finding.id}" for finding in findings]
    signs = _signs(findings, anchors, mentions)
    items = [
        _finding(document, finding, anchor)
        for finding, anchor in zip(findings, anchors, strict=True)
    ]
    if more := len(examination.findings) - len(findings):
        items.append(f'<li lang="en">and {more} more</li>')
    aside = f'<ol class="findings">{"".join(items)}</ol>' if items else ""
    faulty = ' class="faulty" open' if items else ""
    wrong = f', <b class="wrong">{len(examination.findings)} cannot be right</b>' if items else ""
    return (
        f"<details{faulty}><summary><bdi>{escaped(document.name)}</bdi> "
        f'<span lang="en">{counted(len(mentions), "date")}{wrong}</span></summary>\n'
        f'<div class="document">{timeline(mentions, signs)}\n'
        f"{marked(document.text, mentions, signs)}\n{aside}</div></details>"
    )


def _signs(
    findings: Sequence[Finding], anchors: Sequence[str], mentions: Sequence[Mention]
) -> dict[Mention, list[Sign]]:
    """The signs that link a date to its findings, whether they concern all of it or a part."""
    signs: dict[Mention, list[Sign]] = {}
    for number, (finding, anchor) in enumerate(zip(findings, anchors, strict=True), 1):
        for place in sorted({_around(span, mentions) for span in finding.spans}):
            signs.setdefault(mentions[place], []).append(
                Sign(anchor, f"{finding.message}, finding {number}")
            )
    return signs


def _around(span: Mention, mentions: Sequence[Mention]) -> int:
    """The index of the mention that contains a span; mentions do not overlap."""
    return max(bisect_right(mentions, span.start, key=lambda mention: mention.start) - 1, 0)


def _finding(document: Document, finding: Finding, anchor: str) -> str:
    line, column = document.position(finding.start)
    sentences = [finding.detail, *finding.evidence]
    repairs = [
        _repair(document, _language_of(finding, one), one)
        for one in sorted(finding.suggestions, key=lambda one: not one.preferred)
    ]
    return (
        f'<li id="{anchor}"><h2 lang="en">{escaped(finding.message)}</h2>'
        f'<p lang="en"><code>{finding.code}, {line}:{column}</code> '
        f"<small>confidence {finding.confidence}</small></p>"
        + "".join(f'<p lang="en">{_isolated(sentence, finding)}</p>' for sentence in sentences)
        + "".join(repairs)
        + "</li>"
    )


def _repair(document: Document, language_of_side: str, repair: Suggestion) -> str:
    """A date and its repair, with an arrow in the direction of their language."""
    arrow = "→" if language_of_side == _ENGLISH else "←"
    return (
        f"<p{language_of_side}>"
        f"<del><bdi>{escaped(document.text[repair.start : repair.end])}</bdi></del> {arrow} "
        f"<ins><bdi>{escaped(repair.replacement)}</bdi></ins>"
        f"{_PREFERRED if repair.preferred else ''}</p>"
    )


def _language_of(finding: Finding, repair: Suggestion) -> str:
    """The attribute that names the language of the date that a repair rewrites."""
    spans = [one for one in finding.spans if repair.start < one.end and one.start < repair.end]
    return language(spans or finding.spans)


def _isolated(sentence: str, finding: Finding) -> str:
    """An English sentence with the dates that it quotes isolated from its direction."""
    langs = {
        escaped(one.text): language([mention])
        for mention in finding.spans
        for one in (mention, *mention.parts)
    }
    pattern = "|".join(map(re.escape, sorted(langs, key=len, reverse=True)))
    return re.sub(
        pattern, lambda found: f"<bdi{langs[found[0]]}>{found[0]}</bdi>", escaped(sentence)
    )


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:12]


@cache
def _style() -> str:
    return files("shamsi.cli.reports").joinpath("page.css").read_text("utf-8")
