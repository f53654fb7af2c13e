"""Fill the sentence of a reason with words of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any

from shamsi.lang.classes import codes_of, kind_of
from shamsi.lang.fold import Folded
from shamsi.lang.sentences import Sentence
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.tokens import Tokens

_FORMATTER = Formatter()
_REACH = 16  # tokens around a match that a sentence may name


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text as the patterns see it: its place, and its class by name and in words."""

    start: int
    end: int
    text: str
    kind: str
    meaning: str


class Words:
    """The words of a match and around it, which sentences can name."""

    def __init__(self, tokens: Tokens, shape: Shape, folded: Folded) -> None:
        """Begin with the match and its extent. Words that a sentence names are added."""
        self._tokens, self._folded = tokens, folded
        self._low, self._high = shape.outer, shape.last
        if shape.modifier is not None:
            self._low = min(self._low, shape.modifier)
        before = range(shape.first - 1, max(-1, shape.first - 1 - _REACH), -1)
        after = range(shape.last, min(len(tokens.kinds), shape.last + _REACH))
        core = (*range(shape.first, shape.last), *before, *after)
        self._orders = {"before": before, "after": after, "core": core}

    def explanation(self, template: str, **values: Any) -> Sentence:
        """Return a sentence with its words and values filled in."""
        words: dict[str, Any] = {name: {} for name in self._orders}
        for _, field, _, _ in _FORMATTER.parse(template):
            order, _, names = (field or "").removesuffix("]").partition("[")
            if names:
                words[order][names] = self.named(codes_of(names), self._orders[order])
        return Sentence(template, **words, **values)

    def named(self, codes: str, order: Sequence[int]) -> str:
        """Return the first token of some classes, in quotation marks."""
        k = next((k for k in order if self._tokens.kinds[k] in codes), None)
        if k is None:
            return "…"
        self._low, self._high = min(self._low, k), max(self._high, k + 1)
        return f"«{self._token(k).text}»"

    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the match, of its extent, and of the words that sentences named."""
        return tuple(map(self._token, range(self._low, self._high)))

    def _token(self, k: int) -> Token:
        kind = kind_of(self._tokens.kinds[k])
        start, end = self._folded.span(self._tokens.starts[k], self._tokens.ends[k])
        meaning = Sentence(kind.meaning.replace("{", "{{").replace("}", "}}"))
        return Token(start, end, self._folded.source[start:end], kind.name, meaning)
