"""Suggestions for unknown words on the command line. Loaded only to show an error."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

# unknown verbs, and the verb or option that does what they ask for
_VERBS = {
    **dict.fromkeys(("help", "man", "usage"), "--help"),
    "version": "--version",
    **dict.fromkeys(("lint", "validate", "verify", "report"), "check"),
    **dict.fromkeys(("parse", "to-gregorian", "to-jalali", "to-persian", "date"), "convert"),
    **dict.fromkeys(("search", "extract", "detect", "scan", "explain"), "find"),
    **dict.fromkeys(("correct", "repair", "mend"), "fix"),
    **dict.fromkeys(("anonymize", "anonymise", "blur", "mask"), "redact"),
    **dict.fromkeys(("today", "now", "cal", "month", "year"), "calendar"),
    **dict.fromkeys(("excel", "sheets", "spreadsheet", "libreoffice"), "formula"),
}
_OPTIONS = {
    **dict.fromkeys(("-V", "-v"), "--version"),
    "-f": "--format",
    "-j": "--jobs",
    "-e": "--encoding",
    "-i": "--write",
    "-t": "--to",
    "-w": "--write",
    "--in-place": "--write",
    "--timezone": "--tz",
    "--out": "--output",
    **dict.fromkeys(("-c", "--column", "--cells"), "--cell"),
    **dict.fromkeys(("-s", "--delimiter"), "--separator"),
}
_LANGUAGES = {
    **dict.fromkeys(("farsi", "persian", "per", "fas"), "fa"),
    **dict.fromkeys(("dari", "fa-af", "afghan"), "prs"),
    **dict.fromkeys(("pashto", "pushto", "pus"), "ps"),
    **dict.fromkeys(("kurdish", "sorani", "ku", "kur"), "ckb"),
    **dict.fromkeys(("arabic", "ara"), "ar"),
    **dict.fromkeys(("english", "eng"), "en"),
}


def near(word: str, known: Iterable[str], named: dict[str, str] | None = None) -> str:
    """The known word that another abbreviates, misspells or is an alias of; otherwise empty.

    >>> near("pair-missmatch", ["pair-mismatch", "month-conflict"]), near("cow", ["convert"])
    ('pair-mismatch', '')
    """
    words, folded = list(known), word.casefold().replace("_", "-")
    meant = (named or {}).get(folded, folded)
    if meant in words:
        return meant
    if len(meant) > 2 and (whole := [one for one in words if one.startswith(meant)]):
        return whole[0]
    return next(iter(difflib.get_close_matches(folded, words, 1)), "")


def verb(word: str, verbs: Iterable[str]) -> str:
    """The verb, or the option, that a first word stands for.

    >>> verb("chek", ["check", "fix"]), verb("help", ["check"])
    ('check', '--help')
    """
    return near(word, [*verbs, "--help", "--version"], _VERBS)


def option(word: str, options: Iterable[str]) -> str:
    """The option that an unknown one is an alias or a misspelling of.

    >>> option("--langauge", ["--language", "--format"]), option("-f", ["--language", "--format"])
    ('--language', '--format')
    """
    names = [one[2:] for one in options if one.startswith("--")]
    named = _OPTIONS.get(word, "")
    meant = named[2:] if named[2:] in names else near(word.lstrip("-"), names)
    return f"--{meant}" if meant else ""


def value(word: str, choices: dict[str, Iterable[str]]) -> str:
    """The option that has an unknown option's name among its values.

    >>> value("--html", {"--input-format": ("text", "html"), "--format": ("text", "html")})
    '--format html'
    """
    wanted = word.lstrip("-")
    names = sorted((name for name, values in choices.items() if wanted in values), key=len)
    return f"{names[0]} {wanted}" if names else ""


def language(word: str, languages: Iterable[str]) -> str:
    """The code of a language given by its name, or with a country.

    >>> language("farsi", ["fa", "prs"]), language("fa-IR", ["fa", "prs"])
    ('fa', 'fa')
    """
    known = list(languages)
    return near(word, known, _LANGUAGES) or near(
        word.partition("-")[0].partition("_")[0], known, _LANGUAGES
    )


def meant(guess: str) -> str:
    """The end of an error message that offers a suggestion; empty without one.

    >>> meant("check")
    '; did you mean check?'
    """
    return f"; did you mean {guess}?" if guess else ""
