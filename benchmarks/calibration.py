"""Is a finding as sure as it says? python benchmarks/calibration.py [FILE.jsonl] [--show].

The alarms are `eval/alarms.jsonl` in `../shared`, or in the folder that SHAMSI_SHARED names: cuts of real texts,
each with a span and a reader's verdict, "real" or "false". They are not part of this repository. A row that was
drawn at random counts for as many as it stands for, by its `weight`. Of each row that still rings, the findings of
its span are taken. The first table shows how many of them are real, by their confidence; the second the confidence
in each code, language and pair of calendars; the third what remains under a least confidence. --show prints each.
"""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from benchmarks.pages import Table, line  # noqa: E402

from shamsi.text.check import examine  # noqa: E402
from shamsi.text.finding import Finding  # noqa: E402
from shamsi.text.resolve.reading import reading_of  # noqa: E402

FILE = Path(os.environ.get("SHAMSI_SHARED") or ROOT.parent / "shared") / "eval" / "alarms.jsonl"
BINS = (0.0, 0.25, 0.5, 0.75, 0.9, 1.0)
GROUPS = ("code", "lang", "calendars")
LEAST = (0.25, 0.5, 0.75, 0.9)


class Alarm(NamedTuple):
    """A finding of a judged span: how sure it is, whether it is real, and for how many it stands."""

    confidence: float
    real: bool
    weight: float
    groups: tuple[str, ...]


def alarms(path: Path, show: bool = False) -> Iterator[Alarm]:  # noqa: FBT001, FBT002 - the script's own option
    """The findings of the judged spans that still ring; with `show` they are printed."""
    for text in path.read_text("utf-8").splitlines():
        row = json.loads(text)
        if row["verdict"] not in ("real", "false"):
            continue
        for finding in examine(reading_of(row["text"])).findings:
            # A false row is silent if another code rings: that finding was not judged.
            judged = row["verdict"] == "real" or finding.code == row["code"]
            if judged and finding.start < row["end"] and row["start"] < finding.end:
                if show:
                    print(row["verdict"], finding.confidence, finding.code, _words(finding), sep="\t")
                groups = tuple(f"{field} {row[field]}" for field in GROUPS)
                yield Alarm(finding.confidence, row["verdict"] == "real", row["weight"], groups)


def _words(finding: Finding) -> str:
    return " ~ ".join(" ".join(mention.text.split()) for mention in finding.spans)


def share(rows: Iterable[Alarm]) -> float:
    """The weighted share of the real ones."""
    rows = list(rows)
    total = sum(row.weight for row in rows)
    return sum(row.weight for row in rows if row.real) / total if total else float("nan")


def separation(rows: Iterable[Alarm]) -> float:
    """How often a real alarm is surer than a false one, ties counted half: the area under the ROC curve.

    >>> separation([Alarm(0.9, True, 1, ()), Alarm(0.5, False, 1, ()), Alarm(0.9, False, 1, ())])
    0.75
    """
    rows = list(rows)
    real, false = ([row for row in rows if row.real is kind] for kind in (True, False))
    won = sum(
        a.weight * b.weight * ((a.confidence > b.confidence) + (a.confidence == b.confidence) / 2)
        for a in real
        for b in false
    )
    total = sum(a.weight for a in real) * sum(b.weight for b in false)
    return won / total if total else float("nan")


def reliability(rows: list[Alarm]) -> Table:
    """The real share of each bin of confidence."""
    lines: list[list[object]] = []
    for least, most in pairwise(BINS):
        held = [row for row in rows if least <= row.confidence < most or row.confidence == most == 1.0]
        mean = sum(row.confidence * row.weight for row in held) / (sum(row.weight for row in held) or 1)
        real = sum(row.real for row in held)
        told = f"{share(held):.2f}" if held else ""
        lines.append([f"{least:.2f}–{most:.2f}", real, len(held) - real, f"{mean:.2f}" if held else "", told])
    return Table("calibration.bins", ("confidence", "real", "false", "mean", "real share, weighted"), lines)


def spread(rows: list[Alarm]) -> Table:
    """The mean confidence of the real and the false alarms of each group, and the least of the real ones."""
    groups: defaultdict[str, list[Alarm]] = defaultdict(list)
    for row in rows:
        for group in row.groups:
            groups[group].append(row)
    lines: list[list[object]] = []
    for name, held in sorted(groups.items()):
        means = [[row.confidence for row in held if row.real is kind] for kind in (True, False)]
        cells = [f"{sum(each) / len(each):.2f} ({len(each)})" if each else "" for each in means]
        lines.append([name, *cells, min(means[0], default="")])
    return Table("calibration.groups", ("group", "real", "false", "least of the real"), lines)


def thresholds(rows: list[Alarm]) -> Table:
    """What remains under each least confidence."""
    lines: list[list[object]] = []
    for least in (0.0, *LEAST):
        kept = [row for row in rows if row.confidence >= least]
        real = sum(row.real for row in kept)
        lines.append([f"{least:.2f}", real, len(kept) - real, f"{share(kept):.3f}"])
    return Table("calibration.kept", ("min_alarm", "real", "false", "precision, weighted"), lines)


def main() -> int:
    """Print the tables."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--show"]
    path = Path(arguments[0]) if arguments else FILE
    if not path.is_file():
        print(f"{path} is not here: SHAMSI_SHARED names the folder of the shared material")
        return 1
    rows = list(alarms(path, "--show" in sys.argv[1:]))
    for table in (reliability(rows), spread(rows), thresholds(rows)):
        print(line(table.head), *map(line, table.rows), "", sep="\n")
    print(f"separation {separation(rows):.3f} of real from false alarms, weighted (1 perfect, 0.5 none)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
