"""Grammar: named patterns over token classes, shared by all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shamsi.text.lexer import Number, Tokens

# Token classes: d z day numbers, y t Y year numbers, x other numbers, N a numeric date, o n v w number words,
# M m j Z month names (bare, after a cue, with a number, with day and year), W weekday, E e eras and their marks,
# S season, A modifier, L month word, U year word, D day word, T date word, K k decades, C century, Q H quarter, half,
# F deictic, G relative word, R range, & and, = same day, P I f prepositions, V event, ! event cue, X stop, c counted,
# O hour, # number context, g school, i day suffix, / - . , : ( ) | " marks, s h p q marks glued between digits, u others.
_MACROS = {
    "MON": r"[MmjZ]",
    "DAYS": r"[dzno]i?(?:(?:,?&|,|R|-|h|s|/)D?[dzno]i?){0,11}",
    "YEAR": r"(?:,?L?Ug?[Ytyzdwv]|[:,]?Y|[tyz](?![cspqhOw])|[wv]|[dyz](?=[eE]))(?![spq])",
    "ERA": r"(?:E|e)?",
    "JOIN": r"(?:,?&|R|-|h)U?",
}
_PATTERNS = {
    "numeric": r"N<ERA>",
    "half-month": r"Ho[fLJ]*<MON>L?(?:<YEAR><ERA>|F)?",
    "day-month-slash": r"[dzo]/<MON>/Y<ERA>|[dz]-<MON>-Y<ERA>|<DAYS>,<MON>,Y<ERA>",
    "day": r"<DAYS>(?:[f:]?[LJ]?)<MON>i?L?(?:<YEAR><ERA>|F)?",
    "months": r"<MON>L?(?:(?:,?&|,|R|-)[LJ]?<MON>L?){1,11}(?:<YEAR><ERA>|F)?",
    "month": r"<MON>L?(?:f?<YEAR><ERA>|F)?",
    "season": r"SL?(?:,?f?U?[Yyzt]<ERA>|F)",
    "decade-of-century": r"kf?CoE?|kf?CF",
    "decade": r"Ki?[Yydznv]<ERA>|K?kE?(?!c)",
    "century": r"C[od]E?",
    "part": r"[QH]o(?:[fPI]?U|f)?Y<ERA>",
    "years": r"[dyz][hs-]Y<ERA>|Y[hs-][dyz](?![dyzYt])<ERA>|[Ytw]<ERA>(?:(?:<JOIN>|,|s)[Ytw]<ERA>){1,11}|[yz]<ERA>(?:<JOIN>[yz]<ERA>){1,11}",
    "year": r"[Yw]<ERA>|[tyzdvn]E|[tyzd]e|[tyzdnv]",
    "deictic": r"WF|GW|WG|UEF|G|F",
}


def _compile() -> re.Pattern[str]:
    rows = []
    for name, pattern in _PATTERNS.items():
        for macro, text in _MACROS.items():
            pattern = pattern.replace(f"<{macro}>", text)
        rows.append(f"(?P<{name.replace('-', '_')}>{pattern})")
    return re.compile("(?<![spq])(?<![^Y]h)(?:" + "|".join(rows) + ")(?![spq])")


_CORE = _compile()
_CONTEXT = 16
_BEFORE = re.compile(r"(?:(?P<modifier>A)[fP]?)?[DTG]?(?:W(?:,|-|&W)?)?D?(?:f?[LJ]|f?Ug?E?|K)?$")
_YEAR_CUE = re.compile(r"(?:U[gfAE]?|U(?:[tYydzw][Ee]?)(?:,?&|,|R|-|h|s))$")


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern that matched: its name, its tokens from `first` to before `last`, and the extent's first token."""

    name: str
    first: int
    last: int
    outer: int
    modifier: int | None = None


def match(tokens: Tokens) -> Iterator[Shape]:
    """The dates of a window, from left to right, not overlapping."""
    letters = tokens.letters
    position = 0
    while found := _CORE.search(letters, position):
        name, first = (found.lastgroup or "").replace("_", "-"), found.start()
        last = _shorten(tokens, name, first, found.end())
        if name == "years" and not _stands(tokens, name, first, last):
            name, last = "year", first + 1 + (letters[first + 1 : first + 2] in ("e", "E"))
        if _stands(tokens, name, first, last):
            outer = _BEFORE.search(letters, max(0, first - _CONTEXT), first)
            modifier = outer.start("modifier") if outer and outer["modifier"] else None
            yield Shape(name, first, last, outer.start() if outer else first, modifier)
            position = last
        else:
            position = last if name == "day" else first + 1  # a street's name has no month in it


def _shorten(tokens: Tokens, name: str, first: int, last: int) -> int:
    """Where the match really ends: an era's mark belongs only to the number that it touches."""
    if tokens.letters[last - 1] == "e" and tokens.starts[last - 1] - tokens.ends[last - 2] > 2:
        last -= 1
    if name == "years":
        eras = [k for k in range(first, last) if tokens.letters[k] in "Ee"]
        if len({tokens.values[k].calendar for k in eras}) > 1:
            last = eras[0] + 1  # ۱۸۵۷ میلادی و ۱۲۳۶ خورشیدی: one year in two calendars
    return last


def _stands(tokens: Tokens, name: str, first: int, last: int) -> bool:
    """Whether the context lets the match be a date."""
    letters = tokens.letters
    before, after = _context(letters, first, last)
    if name in ("year", "years"):
        return _is_year(tokens, name, first, last)
    if name == "month":
        return _is_month(letters, first, last, before, after)
    if name == "day":
        return _is_day(letters, first, last, before)
    return not (before.endswith("#") and name in ("numeric", "decade"))


def _context(letters: str, first: int, last: int) -> tuple[str, str]:
    """The classes around a match: as many as any rule looks at."""
    return letters[max(0, first - _CONTEXT) : first], letters[last : last + _CONTEXT]


def _is_day(letters: str, first: int, last: int, before: str) -> bool:
    core = letters[first:last]
    has_year = bool(re.search(r"[MmjZ]i?L?.*[YtyzwvdF]", core))
    if re.search(r"[X][Du\"]?$", before) and not has_year:
        return False
    if re.search(r"[#O]$", before) and core[0] in "dz" and not has_year:
        return False
    if core[0] == "n" and "j" in core and not has_year and not re.search(r"[IPTDWRBU&]$", before):
        return False  # «هفت صفر», «سه مه»: a score, three moons
    if "Z" in core:
        return has_year or bool(re.search(r"W[,-]?$", before)) or bool(re.search("[LJ]", core))
    return True


def _is_month(letters: str, first: int, last: int, before: str, after: str) -> bool:
    core = letters[first:last]
    with_year = bool(re.search(r"[YtyzwvdF]", core[1:]))
    beside = core.endswith("L") or before.endswith(("L", "J"))
    need = core[0]
    if re.search(r"X$", before) and not (with_year or beside):
        return False
    if need == "Z":
        return beside and with_year
    if with_year or beside:
        return True
    if need == "j":
        return False
    return need == "M" or bool(re.search(r"[PIRABT]$", before)) or bool(re.search("f$", before) and after.startswith(("R", "-")))


def _is_year(tokens: Tokens, name: str, first: int, last: int) -> bool:
    letters = tokens.letters
    core, (before, after) = letters[first:last], _context(letters, first, last)
    cued = bool(_YEAR_CUE.search(before))
    if "E" in core:
        return True
    if "e" in core:
        return cued or before.endswith(("/", "(")) or _is_marked(tokens, first, last)
    if before.endswith("#") or (re.match(r"[cOw]", after) and not (cued and core[0] == "Y")):
        return False
    if name == "years":
        return cued or _is_run(tokens, first, last, before, after)
    if re.match("n", after) and not cued:
        return False
    value = tokens.values[first]
    number = value.value if isinstance(value, Number) else 0
    if cued:
        if core in ("d", "z"):
            return (number > 9 or core == "z") and not re.match(r"[uwncO]", after)
        return core not in ("n",) or number > 30
    if core == "t":
        return False
    if core not in ("Y", "w"):
        return bool(re.search(r"V$", before)) and core == "y"
    if not 1200 <= number <= 2100 or core == "w":
        return False
    if _bracketed(before, after) or re.search(r"Vu?$", before):
        return True
    if before.endswith("(") and re.match(r"[-h](?:[)dzoY]|$)", after):  # a life span
        return True
    if before.endswith("l") and not after.startswith(("u", "n", "U")):
        return True
    if before.endswith(",") and re.match(r",(?![tYydzx])", after) and _is_recent(number) and not re.search("[tYydzx],$", before):
        return True
    if re.search(r"(?:^|\|)\"?$", before) and after.startswith(":"):
        return True
    if before.endswith(("I", "R")) and not after.startswith(("u", "n", "U")):
        return True
    return before.endswith("I") and 1850 <= number <= 2035 and number % 50 != 0 and not after.startswith(("n", "U"))


def _is_marked(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an era's mark alone makes a year: «200 م» and «1500 م» are races, «5 ق» is anything."""
    value = tokens.values[first].value
    if tokens.values[last - 1].calendar == "gregorian" and not tokens.values[last - 1].bce:
        return bool(value > 999 and value % 100)
    return bool(value > 99)


def _is_run(tokens: Tokens, first: int, last: int, before: str, after: str) -> bool:
    """Whether bare years in a row are a range: in brackets, or after a word that years follow; 19-2018 needs no more."""
    numbers = [tokens.values[k] for k in range(first, last) if isinstance(tokens.values[k], Number)]
    full = [n.value for n in numbers if n.width == 4]
    short = [n.value for n in numbers if n.width == 2]
    led = _bracketed(before, after) or before[-1:] in ("I", "V")
    if len(numbers) == 2 and len(full) == len(short) == 1:
        return led and abs(full[0] % 100 - short[0]) == 1
    return led and len(full) == len(numbers)


def _is_recent(number: int) -> bool:
    return 1300 <= number <= 1410 or 1900 <= number <= 2035


def _bracketed(before: str, after: str) -> bool:
    return before.endswith("(") and after.startswith(")")
