"""The catalogue of phenomena: how real text writes dates, in invented sentences, by section.

A row has a text with each core in ⟦ ⟧. After a bar it has one mention per semicolon: calendar,
kind, native value, and other properties. Nothing may be found in rows of `silent`. Intervals are
checked by separate arithmetic: the 33-year cycle of leap years, and the civil lunar rule, which is
within two days of observed months.
"""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import shamsi

HERE = Path(__file__).parent / "phenomena"
OTHERS = ("title", "silent", "pairs", "findings")
SLACK = {"persian": 0, "gregorian": 0, "islamic": 2}


def sentences(*keys: str) -> list[Any]:
    """Return the rows of some keys of every file, named by section, key and place."""
    tables = [(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(HERE.glob("*.toml"))]
    return [
        pytest.param(row, id=f"{stem}-{key}-{k}")
        for stem, table in tables
        for key, text in table.items()
        if (key in keys if keys else key not in OTHERS)
        for k, row in enumerate(text.strip().split("\n"), 1)
    ]


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without brackets, and its cores."""
    pieces = re.split("[⟦⟧]", text)
    starts = [sum(map(len, pieces[:k])) for k in range(len(pieces))]
    return "".join(pieces), [(starts[k], starts[k] + len(pieces[k])) for k in range(1, len(pieces), 2)]


def said(mention: shamsi.Mention, spec: str) -> str:
    """Write a mention like a row, with only the properties that the row has."""
    words = [mention.calendar, mention.kind, str(mention.native)]
    for item in spec.split()[3:]:
        name = item.partition("=")[0]
        value = ",".join(str(part.native) for part in mention.parts) if name == "parts" else getattr(mention, name)
        words.append(f"{name}={value}")
    return " ".join(words)


def first_day(calendar: str, year: int, month: int, day: int = 1) -> dt.date:
    """Compute a day of a calendar from first principles. Month 13 is the first of the next year."""
    year, month = year + (month > 12), (month - 1) % 12 + 1
    if calendar == "gregorian":
        return dt.date(year, month, day)
    if calendar == "persian":  # 1 Farvardin 1178 was 1799-03-21; leap years as in Borkowski's table
        leaps = sum((25 * y + 11) % 33 < 8 for y in range(1178, year)) - sum(
            (25 * y + 11) % 33 < 8 for y in range(year, 1178)
        )
        days = 365 * (year - 1178) + leaps + 31 * (month - 1) - max(0, month - 7) + day - 1
        return dt.date(1799, 3, 21) + dt.timedelta(days=days)
    days = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return dt.date(622, 7, 19) + dt.timedelta(days=days)


def interval(calendar: str, native: str) -> tuple[dt.date, dt.date] | None:
    """Return the Gregorian interval of a native value; None without a year."""
    if native.startswith(("X", "-")):
        return None
    if "/" in native:
        (first, _), (_, last) = (interval(calendar, end) or (dt.date.min, dt.date.max) for end in native.split("/"))
        return first, last
    if native.endswith("X"):
        year, months, start = int(native[:3]) * 10, 120, 1
    else:
        year, rest = int(native[:4]), native[5:]
        if len(rest) == 5:
            day = first_day(calendar, year, int(rest[:2]), int(rest[3:]))
            return day, day
        step = {"S": 3, "Q": 3, "H": 6}.get(rest[:1], 1 if rest else 12)
        start, months = (step * (int(rest[-1]) - 1) + 1, step) if rest[:1].isalpha() else (int(rest or 1), step)
        if rest[:1] == "S" and calendar != "persian":
            return None
    end = first_day(calendar, year + (start + months - 2) // 12, (start + months - 2) % 12 + 2)
    return first_day(calendar, year, start), end - dt.timedelta(days=1)


@pytest.mark.parametrize("row", sentences())
def test_what_a_sentence_says(row: str) -> None:
    marked, _, specs = row.partition(" | ")
    text, cores = unmarked(marked)
    found = shamsi.find(text)
    wanted = specs.split(" ; ")
    assert [m.text for m in found] == [text[a:b] for a, b in cores]
    assert [(m.start, m.end) for m in found] == cores
    assert [said(m, spec) for m, spec in zip(found, wanted, strict=True)] == wanted
    for mention in found:
        ours = interval(mention.calendar, mention.native or "X")
        theirs = (mention.earliest, mention.latest) if mention.earliest and mention.latest else None
        assert (ours is None) == (theirs is None)
        for mine, his in zip(ours or (), theirs or (), strict=True):
            assert abs((mine - his).days) <= SLACK[mention.calendar]


@pytest.mark.parametrize("text", sentences("silent"))
def test_what_only_looks_like_a_date(text: str) -> None:
    assert shamsi.find(text) == []


@pytest.mark.parametrize("row", sentences("pairs"))
def test_what_a_pair_is_judged(row: str) -> None:
    text, _, wanted = row.partition(" | ")
    (pair,) = shamsi.pairs(text)
    assert f"{pair.verdict} {pair.diagnosis or ''}".strip() == wanted


@pytest.mark.parametrize("row", sentences("findings"))
def test_what_check_says(row: str) -> None:
    text, _, wanted = row.partition(" |")
    assert [finding.code for finding in shamsi.check(text)] == wanted.split()
