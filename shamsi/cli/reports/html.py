"""Findings as one HTML page: totals, a table of documents, and texts with findings beside them."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from shamsi import __version__
from shamsi.calendar.calendar_names import CALENDARS
from shamsi.cli.inputs import Document
from shamsi.cli.reports.markup import Marking, Sign, escaped, language, letter_of, marked
from shamsi.cli.reports.overview import choices, overview
from shamsi.cli.reports.report import PlainReport, dates_of
from shamsi.cli.reports.timeline import timeline
from shamsi.lang.sentences import ENGLISH, Sentence, in_digits, is_rtl, translatable, translated

if TYPE_CHECKING:
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention
    from shamsi.text.rewrite.repairs import Suggestion

_MOST = 200  # findings of a document that are shown
_LEFT_TO_RIGHT = ' lang="en"'  # the language that is written from the left
_LEGEND = {
    "persian": translatable("Solar Hijri date"),
    "gregorian": translatable("Gregorian date"),
    "islamic": translatable("lunar Hijri date"),
    "wrong": translatable("cannot be right"),
}
_FAULTY = ' class="faulty" open'
_SECTION = re.compile(r'<details[^>]* id="d-([0-9a-f]{12})"')


def make(style: Style) -> HtmlReport:
    """The report; a terminal gets the same as a file."""
    return HtmlReport(style.lang, style.conditions)


class HtmlReport(PlainReport):
    """A page that loads and runs nothing, with one section per document that has a date."""

    def __init__(self, lang: str = ENGLISH, conditions: Sequence[Sentence] = ()) -> None:
        """Begin with the language of the page, and the conditions under which was checked."""
        self._lang = lang
        self._conditions = conditions

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """A section, for a document that has a date."""
        return [section(document, examination, self._lang)] if examination.mentions else []

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The page: what was checked and how much is wrong, then the sections."""
        yield _head(tally, self._lang, self._conditions).encode()
        yield from _with_own_places(entries)
        yield b"</main>\n</body>\n</html>\n"


def _with_own_places(entries: BinaryIO) -> Iterator[bytes]:
    """The sections, each with names of places that no other has, also if documents share a name."""
    seen: dict[str, int] = {}
    old = new = b""
    for line in entries:
        if found := _SECTION.match(line.decode(errors="replace")):
            digest = found[1]
            seen[digest] = seen.get(digest, 0) + 1
            old = digest.encode() if seen[digest] > 1 else b""
            new = f"{digest}x{seen[digest]}".encode()
        yield line.replace(old, new) if old else line


def _head(tally: Tally, lang: str, conditions: Sequence[Sentence]) -> str:
    """The head of the page, with the totals."""
    digest = b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    title = translated(_title(tally), lang)
    marks = "".join(
        f'<mark class="{name}"{_letter(name, lang)}>{Sentence(label).translated(lang)}</mark> '
        for name, label in _LEGEND.items()
    )
    legend = Sentence(
        "After a date, in brackets: the same days in the other calendar, Gregorian or Solar Hijri."
    ).translated(lang)
    made_by = Sentence("made by shamsi {version}", version=__version__)
    about = "; ".join(
        f"<bdi>{escaped(one.translated(lang))}</bdi>" for one in (made_by, *conditions)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}" dir="{_direction(lang)}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="shamsi {__version__}">\n'
        f"<title>{escaped(title)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{Sentence('Dates, checked').translated(lang)}</h1>\n"
        f'<p class="made-by">{about}</p>\n'
        f"{overview(tally, lang, place=lambda name: f'd-{_digest(name)}')}\n"
        f'<p class="legend">{marks}<br>{legend}</p>\n{choices(lang)}\n</header>\n<main>\n'
    )


def _letter(calendar: str, lang: str) -> str:
    """The attribute with the letter of a calendar; nothing for what is none."""
    return f' data-letter="{letter_of(calendar, lang)}"' if calendar in CALENDARS else ""


def _direction(lang: str) -> str:
    return "rtl" if is_rtl(lang) else "ltr"


def _title(tally: Tally) -> Sentence:
    """The name of the only document, or how many there are, and how much is wrong."""
    names = [one.name for one in (*tally.faulty, *tally.clean)]
    summary = tally.summary()
    if len(names) == 1:
        return Sentence("{name}: {what}", name=names[0], what=summary)
    return Sentence("Dates, checked: {what}", what=summary)


def section(document: Document, examination: Examination, lang: str = ENGLISH) -> str:
    """A document: its name and counts, timeline, text and findings; open if something is wrong."""
    findings, mentions = examination.findings[:_MOST], examination.mentions
    digest = _digest(document.name)
    anchors = [f"f-{digest}-{finding.id}" for finding in findings]
    homes = [mentions[min(_around(span, mentions) for span in one.spans)] for one in findings]
    cards: dict[Mention, list[str]] = {}
    marking = Marking(digest, lang, _signs(findings, anchors, mentions, lang), cards)
    numbered = zip(findings, anchors, homes, strict=True)
    for number, (finding, anchor, home) in enumerate(numbered, 1):
        card = _Card(document, finding, lang)
        cards.setdefault(home, []).append(card.written(anchor, marking.place(home), number))
    wrong = len(examination.findings)
    left_out = ""
    if more := wrong - len(findings):
        said = Sentence("and {n} more findings", n=more).translated(lang)
        left_out = f'<p class="more">{said}</p>'
    return (
        f'<details{_FAULTY if wrong else ""} id="d-{digest}">'
        f"<summary>{_summary(document, len(mentions), wrong, lang)}</summary>\n"
        f'<div class="document">{timeline(mentions, marking.signs, marking.place, lang)}\n'
        f"{marked(document.text, mentions, marking)}\n{left_out}</div></details>"
    )


def _summary(document: Document, dates: int, wrong: int, lang: str) -> str:
    """The name of a document, and how many dates and findings it has."""
    counts = dates_of(dates).translated(lang)
    if wrong:
        said = Sentence("{n} cannot be right", n=wrong).translated(lang)
        counts += f' <b class="wrong">{said}</b>'
    return f'<bdi>{escaped(document.name)}</bdi> <span class="counts">{counts}</span>'


def _signs(
    findings: Sequence[Finding], anchors: Sequence[str], mentions: Sequence[Mention], lang: str
) -> dict[Mention, list[Sign]]:
    """The signs that link a date to its findings, whether they concern all of it or a part."""
    signs: dict[Mention, list[Sign]] = {}
    for number, (finding, anchor) in enumerate(zip(findings, anchors, strict=True), 1):
        label = Sentence("{message}, finding {n}", message=finding.message, n=number)
        for place in sorted({_around(span, mentions) for span in finding.spans}):
            sign = Sign(anchor, label.translated(lang))
            signs.setdefault(mentions[place], []).append(sign)
    return signs


def _around(span: Mention, mentions: Sequence[Mention]) -> int:
    """The index of the mention that contains a span; mentions do not overlap."""
    return max(bisect_right(mentions, span.start, key=lambda mention: mention.start) - 1, 0)


class _Card:
    """A finding, as it stands beside its paragraph."""

    def __init__(self, document: Document, finding: Finding, lang: str) -> None:
        self._document = document
        self._finding = finding
        self._said = finding.translated(lang)
        self._lang = lang

    def written(self, anchor: str, place: str, number: int) -> str:
        """The card; `place` is that of its date, to which it leads back."""
        finding, said = self._finding, self._said
        line, column = self._document.position(finding.start)
        back = Sentence("back to the text, finding {n}", n=number).translated(self._lang)
        sure = Sentence("confidence {n}", n=f"{finding.confidence:g}").translated(self._lang)
        repairs = sorted(finding.suggestions, key=lambda one: not one.preferred)
        direction = _direction(self._lang)
        return (
            f'<li id="{anchor}" lang="{self._lang}" dir="{direction}">'
            f'<h2>{escaped(said.message)} <a class="back" href="#{place}" '
            f'aria-label="{back}">↩</a></h2>\n'
            f"<p><code>{finding.code}, {line}:{column}</code> "
            f"<small>{in_digits(sure, self._lang)}</small></p>\n"
            + "".join(f"<p>{self._isolated(one)}</p>\n" for one in (said.detail, *said.evidence))
            + "".join(map(self._repair, repairs))
            + "</li>\n"
        )

    def _repair(self, repair: Suggestion) -> str:
        """A date and its repair, with an arrow in the direction of their language."""
        spans = self._finding.spans
        touched = [one for one in spans if repair.start < one.end and one.start < repair.end]
        spoken = language(touched or spans)
        is_leftward = spoken != _LEFT_TO_RIGHT
        preferred = Sentence("preferred").translated(self._lang)
        mark = f' <span class="preferred" lang="{self._lang}">({preferred})</span>'
        old = self._document.text[repair.start : repair.end]
        return (
            f'<p{spoken} dir="{"rtl" if is_leftward else "ltr"}">'
            f"<del><bdi>{escaped(old)}</bdi></del> {'←' if is_leftward else '→'} "
            f"<ins><bdi>{escaped(repair.replacement)}</bdi></ins>"
            f"{mark if repair.preferred else ''}</p>\n"
        )

    def _isolated(self, sentence: str) -> str:
        """A sentence with the dates that it quotes isolated from its direction."""
        langs = {
            one.text: language([mention])
            for mention in self._finding.spans
            for one in (mention, *mention.parts)
        }
        pattern = "|".join(map(re.escape, sorted(langs, key=len, reverse=True)))
        pieces: list[str] = []
        at = 0
        for found in re.finditer(pattern, sentence):
            pieces.append(escaped(sentence[at : found.start()]))
            pieces.append(f"<bdi{langs[found[0]]}>{escaped(found[0])}</bdi>")
            at = found.end()
        return "".join(pieces) + escaped(sentence[at:])


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:12]


@cache
def _style() -> str:
    return files("shamsi.cli.reports").joinpath("page.css").read_text("utf-8")
