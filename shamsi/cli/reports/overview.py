"""The overview of a page: what was read, how much is wrong by code, and every document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shamsi.cli.reports.markup import escaped
from shamsi.lang.sentences import Sentence, in_digits, translatable, translated
from shamsi.text.compare.codes import TITLES

if TYPE_CHECKING:
    from shamsi.cli.reports.report import FileCounts, Tally

Place = Callable[[str], str]
# Without a script: the style sheet hides what is ticked.
CHOICES = {
    "only-wrong": translatable("only documents with errors"),
    "only-names": translatable("only names and counts"),
}


def overview(tally: Tally, lang: str, *, place: Place) -> str:
    """The totals, and a table of the documents with links to those that have dates.

    `place` gives the name of a document's place in the page.
    """
    parts = [
        f'<p class="total">{escaped(tally.summary().translated(lang))}</p>',
        _codes(tally, lang),
        _table(tally, lang, place),
        *_unread(tally, lang),
    ]
    return "\n".join(filter(None, parts))


def choices(lang: str) -> str:
    """The boxes that hide what is fine, or all but names."""
    boxes = "".join(
        f'<label><input type="checkbox" id="{name}"> {Sentence(label).translated(lang)}</label>'
        for name, label in CHOICES.items()
    )
    return f'<p class="choices">{boxes}</p>'


def _codes(tally: Tally, lang: str) -> str:
    """How many findings there are of each code, and what it means."""
    rows = "".join(
        f"<tr><td>{in_digits(str(number), lang)}</td> <td><code>{code}</code></td> "
        f"<td>{escaped(TITLES[code].translated(lang))}</td></tr>"
        for code, number in sorted(tally.codes.items(), key=lambda row: -row[1])
    )
    if not rows:
        return ""
    return f'<table class="codes">{_heads(_CODES, lang)}<tbody>{rows}</tbody></table>'


_CODES = (translatable("number"), translatable("code"), translatable("what is wrong"))
_FILES = (translatable("document"), translatable("dates"), translatable("findings"))


def _heads(heads: tuple[str, ...], lang: str) -> str:
    cells = "".join(f'<th scope="col">{Sentence(one).translated(lang)}</th> ' for one in heads)
    return f"<thead><tr>{cells}</tr></thead>"


def _table(tally: Tally, lang: str, place: Place) -> str:
    """Every document, those with findings first; none for a single one."""
    listed = [*tally.faulty, *tally.clean]
    if tally.documents < 2:
        return ""
    rows = "".join(_row(one, lang, place) for one in listed)
    more = tally.documents - len(listed)
    if more:
        said = Sentence("and {n} more documents", n=more).translated(lang)
        rows += f'<tr><td colspan="3">{said}</td></tr>'
    return f'<table class="files">{_heads(_FILES, lang)}<tbody>{rows}</tbody></table>'


def _row(file: FileCounts, lang: str, place: Place) -> str:
    name = f"<bdi>{escaped(file.name)}</bdi>"
    if file.dates:
        name = f'<a href="#{place(file.name)}">{name}</a>'
    counts = " ".join(
        f'<b class="wrong"><bdi><code>{code}</code></bdi> {in_digits(str(number), lang)}</b>'
        for code, number in file.codes.items()
    )
    dates = in_digits(str(file.dates), lang)
    return f"<tr><td>{name}</td> <td>{dates}</td> <td>{counts or '–'}</td></tr>"


def _unread(tally: Tally, lang: str) -> list[str]:
    """The documents that could not be read, and the files that were skipped, by name."""
    inputs = tally.inputs
    failures = [
        _named(
            one.name,
            Sentence("{why} ({n} more)", why=one.why, n=one.more) if one.more else one.why,
            lang,
        )
        for one in inputs.failures.values()
    ]
    skipped = [_named(name, why, lang) for name, why in inputs.named.items()]
    return [
        _listed("not-read", Sentence("{n} not read", n=inputs.failed), failures, lang),
        _listed("skipped", Sentence("{n} skipped", n=len(skipped)), skipped, lang),
    ]


def _named(name: str, why: str, lang: str) -> str:
    return f"<li><bdi>{escaped(name)}</bdi>: {escaped(translated(why, lang))}</li>"


def _listed(kind: str, title: Sentence, rows: list[str], lang: str) -> str:
    if not rows:
        return ""
    content = f"<h2>{title.translated(lang)}</h2>\n<ul>{''.join(rows)}</ul>"
    return f'<section class="{kind}">{content}</section>'
