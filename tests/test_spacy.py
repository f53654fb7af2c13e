"""The component in spaCy's hands: found by name, configured, serialised; skipped where spaCy is not installed."""

import datetime as dt
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shamsi
from tests.exports.texts import TEXTS

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
tokens = pytest.importorskip("spacy.tokens")
pytest.importorskip("shamsi.spacy")

TEXT = "در سه‌شنبه ۵ آبان ۱۴۰۴ و 18 إلى 20 مرداد 1404 و۲۲بهمن آمد"


def pipeline(lang: str, **config: Any) -> Any:
    nlp = spacy.blank(lang)
    nlp.add_pipe("shamsi", config=config)
    return nlp


@pytest.mark.parametrize("lang", ["fa", "ar", "xx"])
def test_spans_are_the_mentions(lang: str) -> None:
    doc = pipeline(lang)(TEXT)
    spans = list(doc.spans["shamsi"])
    mentions = shamsi.find(TEXT)
    assert [span._.shamsi for span in spans] == mentions
    assert [span.label_ for span in spans] == ["day", "range", "day"]
    for span, mention in zip(spans, mentions, strict=True):
        assert span.start_char <= mention.start < mention.end <= span.end_char
        assert doc.text[mention.start : mention.end] == mention.text


NLP = {lang: pipeline(lang) for lang in ("fa", "ar")}


@settings(max_examples=50)
@given(TEXTS, st.sampled_from(sorted(NLP)))
def test_any_text_keeps_its_mentions(text: str, lang: str) -> None:
    text = re.sub("[\ud800-\udfff]", "", text)  # spaCy takes no lone surrogates
    doc = NLP[lang](text)
    assert [span._.shamsi for span in doc.spans["shamsi"]] == shamsi.find(text)


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_a_mention_within_a_token_has_the_whole_token(lang: str) -> None:
    doc = pipeline(lang)("في العام2025م")
    assert [(span.text, span._.shamsi.text) for span in doc.spans["shamsi"]] == [("العام2025م", "2025م")]


def test_mentions_that_share_a_token_keep_their_own_values() -> None:
    nlp = spacy.blank("xx")
    nlp.tokenizer = lambda text: tokens.Doc(nlp.vocab, words=[text], spaces=[False])
    nlp.add_pipe("shamsi")
    text = "۵ آبان ۱۴۰۴ (۹ آذر ۱۴۰۳)"
    doc = nlp(text)
    assert [span.text for span in doc.spans["shamsi"]] == [text, text]
    assert [span._.shamsi.native for span in doc.spans["shamsi"]] == ["1404-08-05", "1403-09-09"]


def test_no_date_and_no_text_leave_an_empty_group() -> None:
    nlp = pipeline("fa")
    assert [len(nlp(text).spans["shamsi"]) for text in ("", "سلام")] == [0, 0]


class TestOptions:
    def test_find_gets_them(self) -> None:
        nlp = pipeline("ar", reference="2025-11-08", languages=["ar"], spans_key="dates", min_confidence=0.5)
        doc = nlp("وصل أمس")
        assert [span._.shamsi.earliest for span in doc.spans["dates"]] == [dt.date(2025, 11, 7)]
        assert "shamsi" not in doc.spans
        doc = pipeline("ar", relative=True)("وصل أمس")
        assert [span.label_ for span in doc.spans["shamsi"]] == ["relative"]

    def test_the_reference_may_be_the_texts_own(self) -> None:
        text = "تاریخ انتشار: ۱۱ آذر ۱۴۰۲\nدیروز در یزد باران بارید."
        doc = pipeline("fa", reference="auto")(text)
        assert [span._.shamsi for span in doc.spans["shamsi"]] == shamsi.find(text, reference="auto")
        assert doc.spans["shamsi"][1]._.shamsi.earliest == dt.date(2023, 12, 1)

    @pytest.mark.parametrize("reference", ["yesterday", "1404-13-01"])
    def test_a_wrong_reference_is_explained_when_the_pipeline_is_built(self, reference: str) -> None:
        with pytest.raises(ValueError, match="reference must be 'auto' or a Gregorian date like '2025-12-15', got"):
            pipeline("fa", reference=reference)

    def test_a_wrong_language_is_explained_when_the_pipeline_is_built(self) -> None:
        with pytest.raises(ValueError, match="unknown language 'de'; choose from fa, ar"):
            pipeline("fa", languages=["de"])

    def test_two_components_keep_their_own_groups(self) -> None:
        nlp = pipeline("fa")
        nlp.add_pipe("shamsi", name="sure", config={"spans_key": "sure", "min_confidence": 0.97})
        doc = nlp(TEXT)
        assert [span._.shamsi.text for span in doc.spans["sure"]] == ["۵ آبان ۱۴۰۴", "18 إلى 20 مرداد 1404"]
        assert len(doc.spans["shamsi"]) == 3


class TestKeeping:
    def test_a_document(self) -> None:
        doc = pipeline("fa")(TEXT)
        for back in (tokens.Doc(doc.vocab).from_bytes(doc.to_bytes()), doc.copy()):
            assert [span._.shamsi for span in back.spans["shamsi"]] == shamsi.find(TEXT)

    def test_a_collection_of_documents(self) -> None:
        doc = pipeline("fa")(TEXT)
        (back,) = tokens.DocBin(docs=[doc]).get_docs(doc.vocab)
        assert [span._.shamsi for span in back.spans["shamsi"]] == shamsi.find(TEXT)

    def test_a_pipeline(self, tmp_path: Path) -> None:
        nlp = pipeline("fa", reference="2025-11-08", spans_key="dates")
        nlp.to_disk(tmp_path)
        back = spacy.load(tmp_path)
        assert back.config["components"]["shamsi"]["reference"] == "2025-11-08"
        doc = back(TEXT)  # a span group does not keep its document alive
        assert [span._.shamsi for span in doc.spans["dates"]] == shamsi.find(TEXT, reference=dt.date(2025, 11, 8))

    def test_as_entities(self) -> None:
        doc = pipeline("fa")(TEXT)
        doc.ents = list(doc.spans["shamsi"])
        assert [ent._.shamsi for ent in doc.ents] == shamsi.find(TEXT)

    def test_a_span_of_another_make_has_no_mention(self) -> None:
        doc = pipeline("fa")(TEXT)
        assert doc[0:2]._.shamsi is None
        merged = tokens.Doc.from_docs([doc, doc])
        assert [span._.shamsi for span in merged.spans["shamsi"]] == [None] * 6  # spaCy drops what groups carry


def test_spacy_finds_it_by_its_name() -> None:
    try:
        metadata.version("shamsi")
    except metadata.PackageNotFoundError:
        pytest.skip("shamsi is not installed here")
    code = "import spacy; print(*spacy.blank('fa').add_pipe('shamsi').__class__.__mro__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "shamsi.spacy.DateFinder" in done.stdout
