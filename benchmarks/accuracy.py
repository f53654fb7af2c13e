"""How right the calendar and `find` are, as tables: python benchmarks/accuracy.py [--write].

The calendar is held against what others published, computed or printed; `find`, `pairs` and `check` against sentences
that were annotated by hand. Both lie in `../shared`, or in the folder that SHAMSI_SHARED names, and not in this
repository. The figures of unrelated text were counted once, by hand, and are kept in
results/unseen; only their shares and intervals are computed here. With --write the tables go into
the pages that mark a place for them.
"""

import csv
import datetime as dt
import importlib.util
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from benchmarks.pages import Table, publish  # noqa: E402

from shamsi.calendar import kernel  # noqa: E402
from shamsi.values.date import Date  # noqa: E402

SHARED = Path(os.environ.get("SHAMSI_SHARED") or ROOT.parent / "shared")
UNSEEN = ROOT / "benchmarks" / "results" / "unseen"
PROVEN = range(1178, 1503)
Z = 1.959964  # of the normal distribution, for 95 in 100
STRATA = {
    "afg-solar": "Afghan prose, Solar months",
    "ar-iran-books": "Arabic books on Iran",
    "ar-iran-news": "Arabic news from Iran",
    "ar-iran-seed": "an Arabic news agency",
    "ar-iran-wiki": "Arabic encyclopaedia, on Iran",
    "ar-wiki": "Arabic encyclopaedia",
    "ckb": "Sorani Kurdish",
    "coptic": "Arabic with Coptic dates, which are not to be read",
    "fa-legal": "Persian laws",
    "fa-news": "Persian news",
    "fa-premodern": "Persian before the calendar of today",
    "fa-social": "Persian posts",
    "fa-wiki": "Persian encyclopaedia",
    "neg-homograph-ar": "Arabic words that look like months",
    "neg-homograph-fa": "Persian words that look like months",
    "neg-number-ar": "Arabic numbers that look like years",
    "neg-number-fa": "Persian numbers that look like years",
    "neg-poetry": "verse",
    "neg2-ar": "more Arabic that looks like dates",
    "neg2-fa": "more Persian that looks like dates",
    "pairs-ar": "Arabic with two dates of one event",
    "pairs-fa": "Persian with two dates of one event",
    "prs-AF": "Dari",
    "ps": "Pashto",
    "random-ar": "Arabic sentences taken blindly",
    "random-fa": "Persian sentences taken blindly",
}
LANGUAGES = {"fa": "Persian", "ar": "Arabic", "prs": "Dari", "ps": "Pashto", "ckb": "Sorani Kurdish"}


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of the shared material."""
    with (SHARED / "truth" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def records(name: str) -> list[dict[str, Any]]:
    """The sentences of a file of the shared material."""
    return [json.loads(line) for line in (SHARED / "eval" / f"{name}.jsonl").read_text("utf-8").splitlines()]


# The calendar


def nowruz(year: int) -> str:
    """Our 1 Farvardin, as ISO text."""
    return Date(year, 1, 1).gregorian.isoformat()


def agreeing(rows: Iterable[dict[str, str]], column: str, years: range) -> tuple[int, int]:
    """Of how many new years in these years a column tells, and in how many we agree with it."""
    asked = [row for row in rows if int(row["year"]) in years]
    return len(asked), sum(row[column] == nowruz(int(row["year"])) for row in asked)


def pairs_agreeing(rows: Iterable[dict[str, str]]) -> tuple[int, int]:
    """How many days are printed in both calendars, and how many we convert to the same both ways."""
    days = [(Date(*map(int, row["jalali"].split("-"))), dt.date.fromisoformat(row["gregorian_iso"])) for row in rows]
    return len(days), sum(ours.gregorian == day and Date.from_gregorian(day) == ours for ours, day in days)


def days_agreeing(peer: str) -> tuple[int, int]:
    """Every day of the proven years in another package."""
    numbers = range(kernel.year_start(PROVEN.start), kernel.year_start(PROVEN.stop))
    return len(numbers), sum(
        fields == kernel.fields(n) for fields, n in zip(peer_fields(peer, numbers), numbers, strict=True)
    )


def peer_fields(peer: str, numbers: range) -> Iterator[tuple[int, int, int]]:
    """Year, month and day of each day number by another package."""
    if peer == "jdatetime":
        read = import_module("jdatetime").date.fromgregorian
        days = (read(date=dt.date.fromordinal(n + kernel.EPOCH_ORDINAL)) for n in numbers)
    else:
        kind = import_module("persiantools.jdatetime").JalaliDate
        days = (kind(dt.date.fromordinal(n + kernel.EPOCH_ORDINAL)) for n in numbers)
    return ((day.year, day.month, day.day) for day in days)


def oracles() -> Table:
    """Each oracle, how much it tells and in how much of that we agree."""
    computed, published = table("nowruz_astronomical"), table("nowruz_official_1206_1498")
    told = {
        "new years published by the Calendar Center of the University of Tehran, 1206–1498": agreeing(
            published, "nowruz_gregorian_iso", range(1206, 1499)
        ),
        "new years by astronomy, 1178–1601": agreeing(computed, "nowruz_gregorian_iso", range(1178, 1602)),
        "new years of ICU 78, 1–3000": agreeing(computed, "nowruz_icu78", range(1, 3001)),
        "days of 1178–1502 in jdatetime": days_agreeing("jdatetime"),
        "days of 1178–1502 in persiantools": days_agreeing("persiantools"),
        "events and test vectors with both dates": pairs_agreeing(table("known_pairs")),
        "daily quotes that carry both dates": pairs_agreeing(table("tabular_pairs")),
        "days from 622-03-21 to 9999-12-31, there and back": round_trip(),
    }
    return Table(
        "accuracy.oracles",
        ("what was compared", "compared", "equal"),
        [[what, f"{n:,}", f"{same:,}"] for what, (n, same) in told.items()],
    )


def round_trip() -> tuple[int, int]:
    """How many days there are, and how many come back from their fields as they were."""
    numbers = range(Date.min.ordinal - kernel.EPOCH_ORDINAL, Date.max.ordinal - kernel.EPOCH_ORDINAL + 1)
    return len(numbers), sum(kernel.days(*kernel.fields(n)) == n for n in numbers)


def astronomy() -> Table:
    """How far astronomy, computed for each year, and the calendar go together."""
    rows = table("nowruz_astronomical")
    periods = (
        range(1, 1178),
        range(1178, 1206),
        range(1206, 1499),
        range(1499, 1503),
        range(1503, 1602),
        range(1602, 3001),
    )
    cells = []
    for years in periods:
        told, same = agreeing(rows, "nowruz_gregorian_iso", years)
        margin = min(abs(float(row["margin_true_noon_s"])) for row in rows if int(row["year"]) in years)
        cells.append([f"{years.start}–{years.stop - 1}", f"{told:,}", f"{told - same:,}", f"{margin:,.0f}"])
    return Table("accuracy.astronomy", ("years", "new years", "on another day", "nearest to noon, seconds"), cells)


# The reader


def scorer() -> ModuleType:
    """The scoring script of the shared material."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Between what shares the true one lies, at 95 in 100, by Wilson's score interval."""
    share, spread = part / whole, Z * Z / whole
    middle = (share + spread / 2) / (1 + spread)
    reach = Z * math.sqrt(share * (1 - share) / whole + spread / whole / 4) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def interval(part: int, whole: int) -> str:
    """Wilson's interval with three digits; a dash where nothing was counted."""
    return "–".join(f"{bound:.3f}" for bound in wilson(part, whole)) if whole else "–"


def share(part: int, whole: int) -> str:
    """A ratio with three digits, and its interval below it."""
    return f"{part / whole:.3f}<br>{interval(part, whole)}" if whole else "–"


COUNTED = ("what", "count", "of", "95 in 100")
HEAD = ("sentences", "dates", "found", "exactly", "value right", "false", "precision")


def scored(name: str, tally: Mapping[str, int]) -> list[object]:
    """A row of scores."""
    found = tally["overlap"]
    return [
        name,
        tally["sentences"],
        tally["gold"],
        share(found, tally["gold"]),
        share(tally["exact"], tally["gold"]),
        share(tally["value"], tally["valued"]),
        tally["false"],
        share(found, found + tally["false"]),
    ]


def reading() -> list[Table]:
    """The scores of `find` and `pairs` on the annotated sentences."""
    module, sentences = scorer(), records("dev")
    by_stratum = module.score(sentences)[0]
    unnamed = by_stratum.keys() - STRATA.keys() - {"ALL"}
    assert not unnamed, f"strata without a name in STRATA: {unnamed}"
    whole = scored("all", by_stratum["ALL"])
    by_language = [
        scored(name, module.score([each for each in sentences if each["lang"] == code])[0]["ALL"])
        for code, name in LANGUAGES.items()
    ]
    strata = [scored(name, by_stratum[stratum]) for stratum, name in STRATA.items() if stratum in by_stratum]
    return [
        Table("accuracy.languages", ("language", *HEAD), [*by_language, whole]),
        Table("accuracy.strata", ("kind of text", *HEAD), [*strata, whole]),
        pairs(module, sentences),
    ]


def pairs(module: ModuleType, sentences: list[dict[str, Any]]) -> Table:
    """What becomes of the pairs, and of the short texts that hold one phenomenon each."""
    tally, probes = module.score_pairs(sentences)[0], module.score_probes(records("probes"))[0]
    rows = [
        ["pairs linked", tally["linked"], tally["gold"]],
        ["linked pairs judged rightly, where the text decides", tally["right"], tally["decidable"]],
        ["real errors caught", tally["caught"], tally["disagreeing"]],
        ["false alarms on pairs that agree", tally["false_alarm"], tally["decidable"]],
        ["alarms on two dates that are not a pair", tally["wrong_pairs"], "–"],
        ["invented texts: values right", probes["right"], probes["values"]],
        ["invented texts without a date: something found", probes["hits"], probes["negatives"]],
    ]
    return Table("accuracy.pairs", COUNTED, [[*row, bounds(row)] for row in rows])


def bounds(row: Sequence[object]) -> str:
    """The interval of a count and what it is of; a dash where it is of nothing."""
    _, count, whole = row
    return interval(count, whole) if isinstance(count, int) and isinstance(whole, int) else "–"


# Unrelated text


def counted(name: str) -> list[dict[str, str]]:
    """The rows of a file of hand counts."""
    with (UNSEEN / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


SCORES = {"gold": "dates", "overlap": "found", "exact": "exactly"}


def unseen() -> list[Table]:
    """What was counted in text that nobody looked at while the reader was built."""
    tallies = {row["language"]: Counter(tally(row)) for row in counted("languages")}
    tallies["all"] = sum(tallies.values(), Counter[str]())
    linked = [[row["what"], int(row["count"]), int(row["of"])] for row in counted("pairs")]
    alarms = [judged(*row.values()) for row in counted("alarms")]
    return [
        Table("accuracy.unseen", ("language", *HEAD), [scored(*each) for each in tallies.items()]),
        Table(
            "accuracy.unseen-pairs",
            COUNTED,
            [[*row, bounds(row)] for row in linked],
        ),
        Table(
            "accuracy.unseen-alarms",
            ("alarms in", "real", "false", "undecided", "real, of the decided"),
            alarms,
        ),
    ]


def tally(row: Mapping[str, str]) -> dict[str, int]:
    """A row of hand counts under the names that the scoring script uses."""
    columns = SCORES | {name: name for name in ("sentences", "value", "false")}
    counts = {name: int(row[column]) for name, column in columns.items()}
    return counts | {"valued": counts["gold"]}


def judged(what: str, *counts: str) -> list[object]:
    """A row of alarms: each count, and the share of real ones where it was decided."""
    real, false, undecided = map(int, counts)
    return [what, real, false, undecided, share(real, real + false)]


def main() -> int:
    """Print the tables."""
    if not (SHARED / "truth").exists() or not (SHARED / "eval" / "score.py").exists():
        raise SystemExit(f"{SHARED}: not here; set SHAMSI_SHARED to the folder that holds truth and eval")
    return publish([oracles(), astronomy(), *reading(), *unseen()])


if __name__ == "__main__":
    raise SystemExit(main())
