"""`export`: its formats by name, and what it refuses."""

import pytest

import shamsi
from shamsi.exports.brat import standoff
from shamsi.exports.conll import bio
from shamsi.exports.documents import FORMS
from shamsi.exports.timex import timeml

TEXT = "از ۵ تا ۷ آبان ۱۴۰۴"


def test_each_form_is_its_writers() -> None:
    writers = {"timeml": timeml, "brat": standoff, "conll": bio}
    assert set(FORMS) == set(writers)
    for form, write in writers.items():
        for parts in (False, True):
            assert shamsi.export(TEXT, shamsi.find(TEXT), form, parts=parts) == write(
                TEXT, shamsi.find(TEXT), parts=parts
            )


@pytest.mark.parametrize("form", FORMS)
class TestArguments:
    def test_mentions_come_in_any_order_and_once(self, form: str) -> None:
        text = f"{TEXT} و ۹ آذر ۱۴۰۳"
        mentions = shamsi.find(text)
        assert len(mentions) == 2
        assert shamsi.export(text, reversed(mentions), form) == shamsi.export(text, mentions, form)

    def test_mentions_that_overlap_are_refused(self, form: str) -> None:
        (mention,) = shamsi.find(TEXT)
        with pytest.raises(ValueError, match=r"'۵' overlap: pass the mentions of one call of `find`"):
            shamsi.export(TEXT, [mention, mention.parts[0]], form)

    def test_a_mention_of_another_text_is_refused(self, form: str) -> None:
        with pytest.raises(ValueError, match="is not at 3…19 of the text"):
            shamsi.export(TEXT[1:], shamsi.find(TEXT), form)


def test_an_unknown_form_is_explained() -> None:
    with pytest.raises(ValueError, match="form must be one of timeml, brat, conll, got 'xml'"):
        shamsi.export(TEXT, [], "xml")
