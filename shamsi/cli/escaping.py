"""Escaping untrusted text: its control characters reach no terminal and break no line."""

import re
import sys

_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
)
_CLEAN = dict.fromkeys(_CONTROLS) | {ord(blank): " " for blank in _BLANKS}
_ESCAPED = {control: f"\\u{control:04x}" for control in _CONTROLS}
_COLUMNS = dict.fromkeys(_CONTROLS) | {ord("\t"): "\t", ord("\n"): "\n"}
_REFERENCES = {control: f"&#x{control:x};" for control in _CONTROLS if control not in (0x9, 0xA)}
_FORBIDDEN = {chr(control) for control in _CONTROLS} - set("\t\u061c\u200e\u200f")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def clean(text: str) -> str:
    r"""The text on one line without control characters: C0, C1 and those of writing direction.

    >>> clean("a\tb\x1b[31mc\u202e")
    'a b[31mc'
    """
    return text.translate(_CLEAN)


def has_control_chars(text: str) -> bool:
    r"""Whether the text has a control character other than the tab and the directional marks.

    >>> [has_control_chars(text) for text in ("%Y\t%m", "\u200f%Y", "\x1b[31m%Y", "\u202e%Y")]
    [False, False, True, True]
    """
    return not _FORBIDDEN.isdisjoint(text)


def escape(document: str) -> str:
    r"""A JSON document with every control character as an escape: the same value, on one line.

    >>> escape('"a\x9bb"')
    '"a\\u009bb"'
    """
    return document.translate(_ESCAPED)


def clean_columns(table: str) -> str:
    r"""Lines of columns without control characters other than their tabs and line ends.

    >>> clean_columns("a\tb\x1b[31m\u202e\n")
    'a\tb[31m\n'
    """
    return table.translate(_COLUMNS)


def escape_xml(document: str) -> str:
    r"""The same XML document, its control characters but tab and line end as references.

    >>> escape_xml("<a>\x9b</a>")
    '<a>&#x9b;</a>'
    """
    return document.translate(_REFERENCES)


def shorten(text: str, limit: int) -> str:
    """The text, shortened in the middle if it is longer than the limit.

    >>> shorten("abcdefghij", 5)
    'abc … ij'
    """
    if len(text) <= limit:
        return text
    return f"{text[: limit - limit // 2]} … {text[-(limit // 2) :]}"


def is_arabic(text: str) -> bool:
    """Whether the text has letters or digits of the Arabic script."""
    return bool(_RIGHT_TO_LEFT.search(text))


def isolate(text: str) -> str:
    """Text in Arabic script between FSI and PDI, so that a terminal orders it separately."""
    if not is_arabic(text):
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def isolate_each(text: str, quoted: list[str]) -> str:
    """The text with every occurrence of the quoted texts isolated, longer ones first."""
    quotes = sorted({one for one in quoted if one}, key=len, reverse=True)
    if not quotes:
        return text
    return re.sub("|".join(map(re.escape, quotes)), lambda match: isolate(match[0]), text)


def print_error(message: str) -> None:
    """Print an error on standard error, in one line."""
    print_stderr(f"shamsi: {shorten(clean(message), 400)}")


def print_stderr(line: str) -> None:
    """Print a line on standard error, after everything that was written to standard output."""
    sys.stdout.flush()
    print(line, file=sys.stderr)
