"""The style of a report: its language, and what the terminal that shows it can do."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shamsi.lang.sentences import ENGLISH, MESSAGE_LANGUAGES, Day, Joined, Sentence

MACHINE_FORMATS = frozenset({"json", "github", "sarif", "edtf", "timeml", "brat", "conll"})
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order of POSIX


class Style(NamedTuple):
    """How a report is written.

    `lang` is the language of its sentences. `isolated` is whether a terminal shows it, so that
    quoted text needs directional isolates; `colour` whether that terminal shows colours; `width`
    its columns, None where lines are not wrapped. `conditions` are those under which was checked.
    """

    lang: str = ENGLISH
    isolated: bool = False
    colour: bool = False
    width: int | None = None
    conditions: tuple[Sentence, ...] = ()


def style_of(options: Namespace) -> Style:
    """The style that options ask for, on the standard output of this process."""
    shown = sys.stdout.isatty() and not getattr(options, "output", None)
    return Style(
        lang=language_of(options),
        isolated=shown,
        colour=_is_coloured(getattr(options, "color", "auto"), shown=shown),
        width=shutil.get_terminal_size().columns if shown else None,
        conditions=tuple(_conditions(options)),
    )


def _conditions(options: Namespace) -> Iterator[Sentence]:
    """What was selected, left out and taken for granted."""
    given = vars(options)
    if codes := given.get("select"):
        yield Sentence("only {codes}", codes=Joined(tuple(codes)))
    if codes := given.get("ignore"):
        yield Sentence("without {codes}", codes=Joined(tuple(codes)))
    if reference := given.get("reference"):
        day = Day(reference) if isinstance(reference, dt.date) else reference
        yield Sentence("reference: {day}", day=day)
    if languages := given.get("languages"):
        yield Sentence("languages: {languages}", languages=Joined(tuple(map(str, languages))))


def language_of(options: Namespace) -> str:
    """The language of the sentences: as asked for, else English for machines, else the locale's."""
    asked: str | None = getattr(options, "lang", None)
    if asked:
        return asked
    is_for_machines = getattr(options, "format", None) in MACHINE_FORMATS
    return ENGLISH if is_for_machines else language_of_locale(os.environ)


def language_of_locale(environment: Mapping[str, str]) -> str:
    """The language of the locale if sentences exist in it, otherwise English.

    >>> language_of_locale({"LANG": "fa_IR.UTF-8"}), language_of_locale({"LANG": "de_DE"})
    ('fa', 'en')
    """
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    code = locale.partition(".")[0].partition("_")[0]
    return code if code in MESSAGE_LANGUAGES else ENGLISH


def _is_coloured(asked: str, *, shown: bool) -> bool:
    """Whether to colour: `never`, `always`, or on a terminal that has colours (no-color.org)."""
    if asked != "auto":
        return asked == "always"
    return shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
