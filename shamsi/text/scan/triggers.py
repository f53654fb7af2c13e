"""Collect the triggers: the single words that reveal a date in words, and what each may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from re import Match
from typing import NamedTuple

from shamsi.lang.fold import LETTERS
from shamsi.lang.lexicon import spellings
from shamsi.text.scan.trie import END, alternatives, compiled, encode

_LETTER = compiled(f"[{LETTERS}]").match
# For `bytes.translate`: turns everything but letters into blanks.
WORDS_ONLY = bytes(code if _LETTER(bytes([code])) else 0x20 for code in range(256))
_SHORT = 2  # letters; words as short as this are too frequent to be triggers
_ANY = b"*"  # not a letter: any character may follow


class Trigger(NamedTuple):
    """What a word may be: a name, or a part of phrases.

    Each phrase begins at an offset from the start of the word.
    """

    name: bytes | None
    offset: int
    nexts: bytes | None  # the second character after the word must be one of these
    phrases: tuple[tuple[int, Callable[[bytes, int], Match[bytes] | None]], ...]


@dataclass
class Triggers:
    """Collects the triggers of one language."""

    month_words: list[str]  # may be attached to the end of a month's name
    prefixes: list[str]  # may be attached to its start
    names: dict[bytes, tuple[bytes, int]] = field(default_factory=dict[bytes, tuple[bytes, int]])
    phrases: dict[bytes, dict[int, dict[str, str]]] = field(
        default_factory=dict[bytes, dict[int, dict[str, str]]]
    )
    nexts: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])

    def add(self, forms: Sequence[str], *, months: bool = False) -> None:
        """Add forms. With `months`, add them also with words and prefixes attached."""
        tail = f"(?:{alternatives(dict.fromkeys(self.month_words, ''))})?{END}" if months else END
        glue = ["", *(word for word in self.month_words if " " not in word)] if months else [""]
        rows = [(form, words) for form in forms for words in spellings(form)]
        names = [encode(words[0] + glued) for _, words in rows if len(words) == 1 for glued in glue]
        phrases = [(form, words) for form, words in rows if len(words) > 1]
        for prefix in ["", *self.prefixes] if months else [""]:
            before, offset = encode(prefix), len(prefix)
            for name in names:
                self.names.setdefault(before + name, (name, offset))
            for form, words in phrases:
                self._add_phrase(prefix, words, form, tail)

    def _add_phrase(self, prefix: str, words: tuple[str, ...], form: str, tail: str) -> None:
        """Add a phrase by one of its words."""
        at = pivot(words)
        if at and prefix:
            return
        word, offset = encode(prefix + words[at]), len(prefix) - len(" ".join([*words[:at], ""]))
        self.phrases.setdefault(word, {}).setdefault(offset, {})[form] = tail
        self.nexts[word] = self.nexts.get(word, b"") + (
            encode(words[1][:1]) if not at and words[1].isalpha() else _ANY
        )

    def by_word(self, heads: frozenset[bytes], openings: bytes) -> dict[bytes, Trigger]:
        """Return all triggers by their words.

        The names in `heads` are read only before a number, which begins with one of `openings`.
        """
        found: dict[bytes, Trigger] = {}
        for word in {**self.names, **self.phrases}:
            name, offset = self.names.get(word, (None, 0))
            nexts = self.nexts.get(word, b"") + (
                b"" if name is None else openings if name in heads else _ANY
            )
            rows = self.phrases.get(word, {}).items()
            phrases = tuple((start, compiled(alternatives(forms)).match) for start, forms in rows)
            if word.translate(WORDS_ONLY) == word:
                found[word] = Trigger(name, offset, None if _ANY in nexts else nexts, phrases)
        return found


def pivot(words: tuple[str, ...]) -> int:
    """Return the index of the word that reveals a phrase.

    It is the first word, or the longest one if the first is so short that it is too frequent. Of
    words with marks between them it is the first.
    """
    return (
        0
        if len(words[0]) > _SHORT or not all(map(str.isalpha, words))
        else max(range(len(words)), key=lambda k: len(words[k]))
    )
