"""The parser of the command: its errors are short and suggest what was probably meant."""

from __future__ import annotations

import argparse

from shamsi.cli.escaping import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, NoReturn

_NUMBERS = ("-0", "-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9")


class Parser(argparse.ArgumentParser):
    """The parser of the command, with those of the verbs in `verbs`, or of one verb."""

    verbs: dict[str, Parser]
    needed: tuple[tuple[str, ...], ...] = ()  # options that are required without one of others

    def error(self, message: str) -> NoReturn:
        """Exit with status 2, after one line with the error and one that refers to the help."""
        self.exit(2, f"{self.prog}: error: {clean(message)}\nSee '{self.prog} --help'.\n")

    def options(self) -> list[str]:
        """The options as they are typed."""
        return list(self._option_string_actions)

    def choices(self) -> dict[str, Iterable[str]]:
        """The choices of options, by option."""
        named = ((action.option_strings, action.choices) for action in self._actions)
        return {names[-1]: values for names, values in named if names and values}

    def missing(self, words: Sequence[str]) -> Iterator[argparse.Action]:
        """The required options that are not among the words."""
        given = {word.partition("=")[0] for word in words}
        needed = {option for option, *others in self.needed if given.isdisjoint(others)}
        for action in self._actions:
            options = set(action.option_strings)
            is_required = bool(options) and (action.required or not needed.isdisjoint(options))
            if is_required and given.isdisjoint(options):
                yield action

    def unknown(self, words: Sequence[str]) -> Iterator[str]:
        """The words that look like options but are unknown."""
        for word in words:
            if word == "--":
                return
            name = word.partition("=")[0]
            is_option = (
                len(word) > 1
                and word.startswith("-")
                and " " not in word
                and word[:2] not in _NUMBERS
            )
            if is_option and name not in self._option_string_actions and not self._is_short(word):
                yield name

    def _is_short(self, word: str) -> bool:
        """Whether a word is an option of one letter with its value, as in -oFILE."""
        return not word.startswith("--") and word[:2] in self._option_string_actions

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        from shamsi.cli.arguments import did_you_mean

        is_language = action.dest == "lang"
        guess = (did_you_mean.language if is_language else did_you_mean.near)(
            str(value), list(action.choices)
        )
        known = ", ".join(map(str, action.choices))
        raise argparse.ArgumentError(
            action, f"unknown value {value!r}; choose from {known}{did_you_mean.meant(guess)}"
        )
