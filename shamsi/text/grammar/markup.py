"""Take light markup out of dates: wiki brackets, stars, tags and commands around their parts."""

from __future__ import annotations

import re

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.expressions import compiled

_PARTS = "MONTH month_word day day0 ordinal day_in_words suffix year_word"
# Marks behind a part of a date.
TANGLED = f"""
    [{_PARTS}] comma?
    ([opening closing other_mark] [opening closing other_mark slash comma]
    | other_mark other_word other_mark | closing [MONTH month_word four_digits])
"""
_run = compiled(f"""
    (?<=[{_PARTS}])
    (?P<marks>[opening closing other_mark slash comma other_word suffix era_mark]{{1,14}}?)
    (?=[MONTH month_word year_word four_digits day day0])
""")
# «]] [[», «]], [[», «** », «</b> <i>», «} \\emph{», «&nbsp;»
_MARKUP = re.compile(
    r"(?:[ ,]|\[\[|\]\]|\*{1,3}|_{1,3}|'{2,5}|</?[A-Za-z]{1,9}/?>|\\[A-Za-z]{1,12}\{|\}"
    r"|&(?:nbsp|zwnj|rlm|lrm);)+"
)
_CLOSING = 2 * codes_of("closing")


def removed(rows: list[Row], kinds: str, folded: Folded) -> list[Row]:
    """Leave out the tokens of markup between two parts of a date: [[۱۸ مرداد]] [[۱۴۰۴]]."""
    gone: set[int] = set()
    for found in _run.finditer(kinds):
        first, last = found.span("marks")
        between = folded.read(rows[first - 1][2], rows[last][1])
        if not _MARKUP.fullmatch(between) or not between.strip(" ,"):
            continue
        gone.update(range(first, last))
        is_open = between.count("[[") > between.count("]]")
        if is_open and kinds[last + 1 : last + 3] == _CLOSING:
            gone.update((last + 1, last + 2))
    return [row for k, row in enumerate(rows) if k not in gone] if gone else rows
