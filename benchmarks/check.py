"""What a finding of `check` costs, beside `find` on the same text: python benchmarks/check.py [--runs 7].

With `--against PATH` it compares this checkout with another one, text by text, in two processes.

Every text has 200 faults of one kind, no fault like another. A round asks each process for `find` and for `check` of
each text, one after the other; the figures are medians over the rounds of this process's CPU time. Every round must
give the same findings, and so must both checkouts but for repairs, of which this one may offer others.
"""

import argparse
import gc
import json
import subprocess
import sys
import time
import zlib
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FAULTS = 200
TIMES = 60.0  # of `find` on the same text that `check` may take
FASTER = 3.0  # times as fast as the other checkout a finding must be
FIND = 0.95  # times as fast as the other checkout `find` must be


class Answer(NamedTuple):
    """What a process says of a text: the seconds it took, how many answers there were, and their digest."""

    seconds: float
    number: int
    digest: int


@dataclass
class Row:
    """A text, and the seconds that a process took for it."""

    name: str
    code: str
    text: str
    seconds: dict[tuple[int, str], list[float]] = field(default_factory=dict)
    answers: dict[tuple[int, str], Answer] = field(default_factory=dict)

    def ask(self, who: int, child: "Child", verb: str) -> None:
        """Have the text read, and insist on the same answers as before."""
        said = child.ask(verb, self.code, self.text)
        known = self.answers.setdefault((who, verb), said)
        if known[1:] != said[1:]:
            raise AssertionError(f"{verb}, {self.name}: {said} in this round, {known} before")
        if verb == "check" and said.number < FAULTS:
            raise AssertionError(f"{self.name}: {said.number} findings of {self.code}, not {FAULTS}")
        self.seconds.setdefault((who, verb), []).append(said.seconds)

    def spent(self, who: int, verb: str) -> float:
        """The median of the seconds."""
        return median(self.seconds[who, verb])

    def ratio(self, verb: str) -> float:
        """How many times as fast as the other checkout this one is, the median over the rounds."""
        pairs = zip(self.seconds[1, verb], self.seconds[0, verb], strict=True)
        return median(theirs / ours for theirs, ours in pairs)

    def line(self) -> str:
        """A line of the table."""
        found, checked = self.spent(0, "find"), self.spent(0, "check")
        number = self.answers[0, "check"].number
        row = f"{self.name:30} {number:8} {1e3 * found:8.2f} {1e3 * checked / number:10.3f} {checked / found:10.1f}"
        return f"{row} {self.ratio('check'):14.2f} {self.ratio('find'):13.3f}" if (1, "find") in self.seconds else row


def serve(root: str) -> None:
    """Find and check the texts that are sent, with the package of one checkout."""
    sys.path.insert(0, root)
    import shamsi

    assert Path(shamsi.__file__).is_relative_to(root), shamsi.__file__
    for line in sys.stdin:
        verb, code, text = json.loads(line)
        gc.collect()
        begin = time.process_time()
        found: list[Any] = shamsi.find(text) if verb == "find" else shamsi.check(text)
        seconds = time.process_time() - begin
        rows = [one for one in found if verb == "find" or one.code == code]
        fields = [(one.start, one.end, one.native) for one in rows] if verb == "find" else [*map(judged, rows)]
        print(json.dumps([seconds, len(rows), zlib.crc32(repr(fields).encode())]), flush=True)


def judged(finding: Any) -> tuple[Any, ...]:
    """All that a finding says but for its repairs."""
    spans = [(span.start, span.end) for span in finding.spans]
    return finding.code, spans, finding.delta_days, finding.diagnosis, finding.evidence, finding.detail


class Child:
    """A process with the package of one checkout."""

    def __init__(self, root: Path) -> None:
        """Start it."""
        call = [sys.executable, __file__, "--serve", str(root)]
        self._process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "Child":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.communicate()

    def ask(self, verb: str, code: str, text: str) -> Answer:
        """Have a text read."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([verb, code, text]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("a process of the comparison has ended")
        return Answer(*json.loads(line))


def rows_to_time() -> list[Row]:
    """The texts; their generator is this checkout's, for both."""
    sys.path.insert(0, str(ROOT))
    from benchmarks import wrong_dates

    return [Row(row.name, row.code, row.text(FAULTS)) for row in wrong_dates.ROWS]


def arguments() -> argparse.Namespace:
    """How often to run, and against what."""
    parser = argparse.ArgumentParser(description="ms a finding of shamsi.check, beside shamsi.find.")
    parser.add_argument("--runs", type=int, default=7, help="rounds; the median counts (default: 7)")
    parser.add_argument("--against", type=Path, metavar="PATH", help="another checkout to compare with")
    parser.add_argument("--serve", metavar="PATH", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.against and not (options.against / "shamsi" / "__init__.py").exists():
        parser.error(f"--against: {options.against} is not a checkout of shamsi")
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    return options


def main() -> int:
    """Print the table and the bars; 1 when one falls short."""
    options = arguments()
    if options.serve:
        serve(options.serve)
        return 0
    rows = rows_to_time()
    with ExitStack() as stack:
        roots = [ROOT, *([options.against.resolve()] if options.against else [])]
        children = [*enumerate(stack.enter_context(Child(root)) for root in roots)]
        for run in range(options.runs + 1):
            for row in rows:
                for verb in ("find", "check"):
                    for who, child in children if run % 2 else children[::-1]:
                        row.ask(who, child, verb)
                if run == 0:  # the first only warms up
                    row.seconds.clear()
    print(f"medians of {options.runs} interleaved rounds, CPU time, one core; {FAULTS} faults in each text")
    columns = f"{'':30} {'findings':>8} {'find, ms':>8} {'ms/finding':>10} {'check/find':>10}"
    print(columns + (f" {'check, faster':>14} {'find, faster':>13}" if options.against else ""))
    bars: list[tuple[str, float, float, bool]] = []
    for row in rows:
        print(row.line())
        name = row.name.replace(",", "").replace(" ", "-")
        times = row.spent(0, "check") / row.spent(0, "find")
        bars.append((f"times-find-{name}", times, TIMES, times <= TIMES))
        if options.against:
            if any(row.answers[0, verb][1:] != row.answers[1, verb][1:] for verb in ("find", "check")):
                raise AssertionError(f"{row.name}: the two checkouts answer differently")
            faster = row.ratio("check")
            bars.append((f"faster-{name}", faster, FASTER, faster >= FASTER))
    if options.against:
        found = median(row.ratio("find") for row in rows)
        bars.append(("find-as-fast", found, FIND, found >= FIND))
    print()
    for name, value, limit, is_met in bars:
        print(f"bar {name} {value:.2f} {limit:.2f} {'ok' if is_met else 'short'}")
    return 0 if all(is_met for *_, is_met in bars) else 1


if __name__ == "__main__":
    raise SystemExit(main())
