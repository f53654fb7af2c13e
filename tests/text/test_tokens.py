"""The token classes: each that a language file or the lexer makes is told in words, and no other."""

from shamsi.lang.language import LANGUAGES, MONTH_CLASSES, WORD_CLASSES, load
from shamsi.text.lexer import _GLUE, _PUNCTUATION, _number_letter
from shamsi.text.tokens import CLASSES

NUMBERS = {_number_letter(value, len(str(value))) for value in range(10_000)} | {_number_letter(7, 2)}
UNLISTED = {"N", "v", "w", "u", '"'}  # numeric dates, sums of number words, other words and marks


def test_every_class_is_told_in_words() -> None:
    made = {lexeme.letter for code in LANGUAGES for lexemes in load(code).lexemes.values() for lexeme in lexemes}
    made |= {*WORD_CLASSES.values(), *MONTH_CLASSES.values(), *_GLUE.values(), *_PUNCTUATION.values()}
    assert made | NUMBERS | UNLISTED == set(CLASSES)


def test_a_class_is_one_letter_and_its_words_are_its_own() -> None:
    assert {len(letter) for letter in CLASSES} == {1}
    assert len(set(CLASSES.values())) == len(CLASSES)
