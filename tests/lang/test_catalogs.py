"""The catalogs of sentences: complete, with the same fields, and compiled from their sources."""

import pickle

import pytest

from shamsi import ShamsiError
from shamsi.lang.sentences import DOMAIN, Sentence, translated
from tests.lang.catalogs import LANGUAGES, compiled, fields, folder, forms, messages, source


@pytest.mark.parametrize("lang", LANGUAGES)
class TestCatalog:
    def test_it_has_every_message_and_no_other(self, lang: str) -> None:
        there = {message.id for message in source(lang) if message.id}
        assert there == set(messages())

    def test_every_message_is_translated(self, lang: str) -> None:
        missing = [message.id for message in source(lang) if message.id and not all(forms(message))]
        assert missing == []

    def test_translations_have_the_fields_of_the_original(self, lang: str) -> None:
        for message in source(lang):
            if not message.id:
                continue
            if isinstance(message.id, str):
                assert fields(forms(message)[0]) == fields(message.id), message.id
                continue
            for form in forms(message):  # of one or two, the number may be a word
                assert fields(form) <= fields(message.id[1]), message.id
                assert len(fields(message.id[1]) - fields(form)) <= 1, message.id

    def test_it_is_compiled_from_its_source(self, lang: str) -> None:
        assert (folder(lang) / f"{DOMAIN}.mo").read_bytes() == compiled(source(lang))


class TestSentence:
    def test_it_is_its_english_text(self) -> None:
        sentence = Sentence("{a} is {b}", a="{x}", b=Sentence("not the same days"))
        assert sentence == "{x} is not the same days"
        assert sentence.translated("en") == sentence

    def test_it_survives_pickling(self) -> None:
        sentence = Sentence("{n} day", plural="{n} days", count="n", n=1)
        again = pickle.loads(pickle.dumps(sentence))
        assert again == sentence == "1 day"
        assert again.translated("fa") == sentence.translated("fa") != sentence

    def test_another_language_is_an_error(self) -> None:
        with pytest.raises(ShamsiError, match="must be one of 'en', 'fa', 'ar', got 'de'"):
            translated(Sentence("not the same days"), "de")
