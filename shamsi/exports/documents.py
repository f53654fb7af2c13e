"""Documents: a text with its mentions in the format of an annotation scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from shamsi.exports.brat import standoff
from shamsi.exports.conll import bio
from shamsi.exports.timex import timeml
from shamsi.text.resolve.mention import Mention

_WRITERS: dict[str, Callable[..., str]] = {"timeml": timeml, "brat": standoff, "conll": bio}
FORMS = tuple(_WRITERS)


def export(text: str, mentions: Iterable[Mention], form: str, *, parts: bool = False) -> str:
    r"""A text and the mentions found in it as one document.

    `form` is "timeml" (the text as XML, with TIMEX3 tags around the extents), "brat" (the .ann file
    to the text) or "conll" (one token per line with B-, I- and O tags). With `parts` each date of a
    range or list is written: with the whole in brat, instead of it elsewhere. Another form,
    mentions that overlap or that are of another text: ValueError.

    >>> import shamsi
    >>> text = "نشست ۵ آبان ۱۴۰۴"
    >>> export(text, shamsi.find(text), "conll").splitlines()[1]
    '۵\t5\t6\tB-day'
    """
    if form not in _WRITERS:
        raise ValueError(f"form must be one of {', '.join(FORMS)}, got {form!r}")
    return _WRITERS[form](text, mentions, parts=parts)
