"""spaCy: a pipeline component that writes the dates of a document into its spans.

Installed, spaCy finds the component by its name, `nlp.add_pipe("shamsi")`; from a bare checkout
import this module.
"""

# pyright: basic, reportMissingImports=false
# (spaCy's compiled classes are annotated in part, and need not be installed) No `from __future__
# import annotations`: spaCy reads the factory's annotations to check a pipeline's configuration.

import datetime as dt
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
except ModuleNotFoundError as _error:
    if _error.name != "spacy":
        raise
    raise ModuleNotFoundError(
        "shamsi.spacy needs spaCy: pip install 'shamsi[spacy]'", name="spacy"
    ) from _error

from shamsi.text.find import find
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.options import Reference

__all__ = ["DateFinder", "make", "mention_of"]

_GROUP = "shamsi"  # the attribute of a span group that holds its mentions
_DAYS = ("earliest", "latest")


def __dir__() -> list[str]:
    return sorted(__all__)


class DateFinder:
    """Find the dates of a document and keep them as `doc.spans[spans_key]`.

    A span's label is the kind of the mention; its tokens are those that the mention touches, so it
    may begin or end wider, and `span._.shamsi` is the `Mention` itself, its offsets code points of
    `doc.text`. The spans and their mentions are kept by `Doc.to_bytes`, `DocBin` and
    `nlp.pipe(n_process=…)`. The options are those of `shamsi.find`; `reference` is written like
    "2025-12-15", or "auto".

    >>> import spacy
    >>> nlp = spacy.blank("ar")
    >>> _ = nlp.add_pipe("shamsi", config={"reference": "2025-11-08"})
    >>> doc = nlp("وصل في 5 آبان 1404 وعاد أمس")
    >>> for span in doc.spans["shamsi"]:
    ...     print(span.text, span.label_, span._.shamsi.native, span._.shamsi.earliest)
    5 آبان 1404 day 1404-08-05 2025-10-27
    أمس relative None 2025-11-07
    """

    def __init__(
        self,
        *,
        spans_key: str = "shamsi",
        languages: Sequence[str] | None = None,
        reference: str | None = None,
        relative: bool = False,
        min_confidence: float = 0.0,
    ) -> None:
        self.spans_key = spans_key
        self.languages = languages
        self.reference: Reference = _reference(reference)
        self.relative = relative
        self.min_confidence = min_confidence
        # a wrong option raises when the pipeline is built, not at its first document
        self._find("")

    def __call__(self, doc: Doc) -> Doc:
        """Write the spans into the document and hand it on."""
        mentions = self._find(doc.text)
        group: list[Span] = []
        for number, mention in enumerate(mentions):
            span = doc.char_span(
                mention.start,
                mention.end,
                label=mention.kind,
                span_id=f"{self.spans_key}#{number}",
                alignment_mode="expand",
            )
            assert span is not None, "every mention has a letter or a digit, and so a token"
            group.append(span)
        doc.spans[self.spans_key] = group
        doc.spans[self.spans_key].attrs[_GROUP] = [_record(mention) for mention in mentions]
        return doc

    def _find(self, text: str) -> list[Mention]:
        return find(
            text,
            languages=self.languages,
            reference=self.reference,
            relative=self.relative,
            min_confidence=self.min_confidence,
        )


def make(
    nlp: Language,
    name: str,
    *,
    spans_key: str,
    languages: list[str] | None,
    reference: str | None,
    relative: bool,
    min_confidence: float,
) -> DateFinder:
    """Build the component from the `config` of `nlp.add_pipe`."""
    return DateFinder(
        spans_key=spans_key,
        languages=languages,
        reference=reference,
        relative=relative,
        min_confidence=min_confidence,
    )


def mention_of(span: Span) -> Mention | None:
    """The mention that a span was made from: `span._.shamsi`; None for another component's span."""
    key, _, number = span.id_.rpartition("#")
    group = span.doc.spans.get(key) if number.isdecimal() else None
    records = group.attrs.get(_GROUP, []) if group is not None else []
    return (
        _mention(records[int(number)])
        if number.isdecimal() and int(number) < len(records)
        else None
    )


def _reference(value: str | None) -> Reference:
    try:
        return (
            "auto" if value == "auto" else None if value is None else dt.date.fromisoformat(value)
        )
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"reference must be 'auto' or a Gregorian date like '2025-12-15', got {value!r}"
        ) from error


def _record(mention: Mention) -> dict[str, Any]:
    """The mention in types that spaCy can serialise."""
    rows = {field.name: getattr(mention, field.name) for field in fields(mention)}
    days = {name: rows[name] and rows[name].isoformat() for name in _DAYS}
    return rows | days | {"parts": [_record(part) for part in mention.parts]}


def _mention(record: dict[str, Any]) -> Mention:
    rows: dict[str, Any] = record | {
        name: record[name] and dt.date.fromisoformat(record[name]) for name in _DAYS
    }
    rows |= {name: tuple(record[name]) for name in ("extent", "assumed")}
    rows["parts"] = tuple(map(_mention, record["parts"]))
    return Mention(**rows)


Language.factory(
    "shamsi",
    assigns=["doc.spans"],
    default_config={
        "spans_key": "shamsi",
        "languages": None,
        "reference": None,
        "relative": False,
        "min_confidence": 0.0,
    },
    func=make,
)
Span.set_extension("shamsi", getter=mention_of, force=True)
