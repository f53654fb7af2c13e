"""Check the keywords that `find`, `check` and the other functions share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from os import PathLike, fspath
from typing import Literal

from shamsi._errors import ShamsiError, shown
from shamsi.lang.language import LANGUAGES

Reference = dt.date | Literal["auto"] | None  # the day of writing; "auto" reads it from the header
_AUTO = "auto"


Languages = Sequence[str | PathLike[str]] | None  # codes, or paths of other files; None for all


def codes(languages: Languages) -> tuple[str, ...]:
    """Return the codes of the language files to read with, or the paths of the caller's files."""
    if languages is None:
        return LANGUAGES
    if isinstance(languages, str):
        raise TypeError(
            f"languages must be a sequence of codes such as ['fa'], got the string {languages!r}"
        )
    chosen = tuple(fspath(one) for one in languages)
    unknown = [code for code in chosen if code not in LANGUAGES and not code.endswith(".toml")]
    if unknown or not chosen:
        problem = (
            f"unknown language {shown(unknown[0])}" if unknown else "languages must not be empty"
        )
        known = ", ".join(LANGUAGES)
        raise ShamsiError(f"{problem}; choose from {known} or the path of a .toml file")
    return chosen


def checked_confidence(least: float, name: str = "min_confidence") -> float:
    """Return the least confidence of an argument; ShamsiError outside 0..1, else TypeError.

    >>> checked_confidence(0.95)
    0.95
    """
    if type(least) is float and 0.0 <= least <= 1.0:
        return least
    if isinstance(least, str) or not hasattr(least, "__float__"):
        raise TypeError(
            f"{name} must be a number from 0 to 1, got {shown(least)} ({type(least).__name__})"
        )
    if not 0 <= least <= 1:
        percent = f"; write {least / 100:g} for {least} %" if 1 < least <= 100 else ""
        raise ShamsiError(f"{name} must be a number from 0 to 1, got {shown(least)}{percent}")
    return least


def check_arguments(text: object, reference: object) -> None:
    """Raise TypeError for a text that is not a str, or a reference that is not a date."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {type(text).__name__}")
    if reference is None:
        return
    if isinstance(reference, dt.datetime) or not (
        reference == _AUTO or isinstance(reference, dt.date)
    ):
        got = repr(reference) if isinstance(reference, str) else type(reference).__name__
        raise TypeError(
            "reference must be a datetime.date, such as a datetime's .date(), "
            f'"auto" or None, got {got}'
        )
