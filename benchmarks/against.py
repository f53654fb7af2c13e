"""How fast two checkouts read the same news: `find.py --against PATH` starts this once for each of them.

`python benchmarks/against.py PATH` imports the package of a checkout. For each line on standard input (a way to read,
a language, a number) it reads that part of the news and prints the CPU seconds, the number of mentions and a digest.
"""

import gc
import json
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Iterable
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SHAMSI_SHARED") or ROOT.parent / "shared")
LANGS = ("fa", "ar")
BLOCK = 64  # documents
LONG = 1_000_000  # bytes
SHORT = 150  # characters
PARTS = 8  # blocks that are read in a round, and how often the long text is
TIMES = 4
# How many times as fast as the other checkout each way to read must be.
WAYS = {"one": 0.96, "blocks": 1.12, "long": 1.2, "short": 0.96}


class Answer(NamedTuple):
    """What a child says of a part: the seconds that it took, and what stood in it."""

    seconds: float
    mentions: int
    digest: int


def news(lang: str, root: Path = SHARED) -> list[str]:
    """The news of a language, decoded."""
    with (root / "eval" / "text" / f"news.{lang}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def blocks(texts: list[str]) -> list[list[str]]:
    """Documents in blocks, as the command and the columns read them."""
    return [texts[at : at + BLOCK] for at in range(0, len(texts), BLOCK)]


def long_text(texts: Iterable[str]) -> str:
    """The first megabyte of documents that are joined."""
    return "\n".join(texts).encode()[:LONG].decode(errors="ignore")


def parts(way: str, texts: list[str]) -> list[list[str]]:
    """The texts of one way to read, in parts that are timed by themselves."""
    if way == "long":
        return [[long_text(texts)]] * TIMES
    return blocks([text[:SHORT] for text in texts] if way == "short" else texts)[:PARTS]


def serve(root: str) -> None:
    """Read the parts that are asked for, with the package of one checkout."""
    sys.path.insert(0, root)
    import shamsi

    assert Path(shamsi.__file__).is_relative_to(root), shamsi.__file__
    try:
        in_block: Any = import_module("shamsi.text.find").find_each
    except ImportError:  # up to 0.1.0 texts are read one by one
        in_block = None
    work = {(way, lang): parts(way, news(lang)) for way in WAYS for lang in LANGS}
    print(json.dumps([[way, lang, len(of)] for (way, lang), of in work.items()]), flush=True)
    for line in sys.stdin:
        way, lang, number = line.split()
        texts = work[way, lang][int(number)]
        gc.collect()
        begin = time.process_time()
        found = in_block(texts) if way == "blocks" and in_block else [shamsi.find(text) for text in texts]
        seconds = time.process_time() - begin
        rows = [[(m.start, m.end, m.native, m.confidence) for m in mentions] for mentions in found]
        print(seconds, sum(map(len, rows)), zlib.crc32(repr(rows).encode()), flush=True)


def compare(other: Path, runs: int, *, may_differ: bool = False) -> list[tuple[str, float, float]]:
    """Print how many times as fast this checkout is as another one; the bars.

    Answers may differ if they are meant to.
    """
    bars: list[tuple[str, float, float]] = []
    with ExitStack() as stack:
        ours, theirs = (stack.enter_context(Child(root)) for root in (ROOT, other.resolve()))
        print(f"{'times as fast as the other':34} {'median':>7} {'quarter..three':>16}  mentions")
        for way, lang, number in ours.work:
            ratios, mentions = [], 0
            for run in range(runs + 1):
                seconds, mentions = pass_over(
                    ours, theirs, (way, lang, number), turned=run % 2 == 1, may_differ=may_differ
                )
                ratios.append(seconds[1] / seconds[0])
            low, middle, high = quantiles(ratios[1:], n=4) if runs > 1 else 3 * [ratios[1]]  # the first only warms up
            bars.append((f"against-{way}-{lang}", median(ratios[1:]), WAYS[way]))
            print(f"{f'{way}, news.{lang}':34} {middle:7.3f} {f'{low:.3f}..{high:.3f}':>16}  {mentions}", flush=True)
    return bars


def pass_over(
    ours: "Child", theirs: "Child", what: tuple[str, str, int], *, turned: bool, may_differ: bool
) -> tuple[list[float], int]:
    """Read all parts, each by both in turn, so that a slow moment of the machine falls on both; their seconds."""
    way, lang, number = what
    seconds, mentions = [0.0, 0.0], 0
    for part in range(number):
        order = [(0, ours), (1, theirs)]
        answers = {who: child.ask(way, lang, part) for who, child in (order if turned == part % 2 else order[::-1])}
        if answers[0][1:] != answers[1][1:] and not may_differ:
            raise AssertionError(f"{way}, news.{lang}, part {part}: other answers: {answers[0]}, {answers[1]}")
        seconds = [before + answers[who].seconds for who, before in enumerate(seconds)]
        mentions += answers[0].mentions
    return seconds, mentions


class Child:
    """A process with the package of one checkout."""

    def __init__(self, root: Path) -> None:
        """Start it, and wait until it has read the news."""
        call = [sys.executable, __file__, str(root)]
        self._process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.work: list[tuple[str, str, int]] = [(*row,) for row in json.loads(self._line())]

    def __enter__(self) -> "Child":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.communicate()

    def _line(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("a process of the comparison has ended")
        return line

    def ask(self, way: str, lang: str, part: int) -> Answer:
        """Have a part read."""
        assert self._process.stdin
        self._process.stdin.write(f"{way} {lang} {part}\n")
        self._process.stdin.flush()
        seconds, mentions, digest = self._line().split()
        return Answer(float(seconds), int(mentions), int(digest))


if __name__ == "__main__":
    serve(sys.argv[1])
