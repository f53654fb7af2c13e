"""How fast `find` reads news, beside dateparser and parstdex: python benchmarks/find.py [--runs 5] [--peer-docs 40].

With `--against PATH` it compares this checkout with another one instead, text by text, in two processes.

Every round runs each contestant once over its documents, so that a slow moment of the machine falls on all alike;
the figures are medians of UTF-8 megabytes (10^6 bytes) per second of this process's CPU time, one core, decoded
strings in, relative words off. Every contestant must give the same count in every round.
"""

import argparse
import gc
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import distributions, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from benchmarks import against  # noqa: E402

import shamsi  # noqa: E402
from shamsi.lang.fold import fold  # noqa: E402
from shamsi.lang.language import LANGUAGES  # noqa: E402
from shamsi.lang.lexicon import lexicon  # noqa: E402
from shamsi.text.find import find_each  # noqa: E402
from shamsi.text.scan.scanner import scanner  # noqa: E402

SHARED = Path(os.environ.get("SHAMSI_SHARED") or ROOT.parent / "shared")
BARS = {"fa": 50.0, "ar": 40.0}  # MB/s
ENGLISH_BAR = 14.0  # MB/s of prose
SHORT, SHORT_BAR = 300, 100_000  # bytes of a short text, and how many without a date are to be read a second
PARAGRAPH, PROSE = 200, 0.93  # characters of a paragraph of English prose, and the share of letters and blanks
PEERS = ("dateparser", "parstdex")
ABSENT = "\ue000"  # a private-use character that no document has


@dataclass
class Contestant:
    """One way through some documents: `count` gives the number of its answers in one of them."""

    name: str
    texts: Sequence[Any]  # decoded, or folded before
    size: int
    count: Callable[[Any], int]
    answers: str = ""
    seconds: list[float] = field(default_factory=list)
    total: int | None = None

    def run(self) -> None:
        """Read every document once, note the time, and insist on the same number of answers as before."""
        gc.collect()
        begin = time.process_time()
        total = sum(map(self.count, self.texts))
        self.seconds.append(time.process_time() - begin)
        if self.total not in (None, total):
            raise AssertionError(f"{self.name}: {total} {self.answers} in this round, {self.total} before")
        self.total = total

    @property
    def rate(self) -> float:
        """The median rate in MB/s."""
        return self.size / median(self.seconds) / 1e6

    def row(self) -> str:
        """A line of the table."""
        slow, fast = self.size / max(self.seconds) / 1e6, self.size / min(self.seconds) / 1e6
        answers = f"{self.total} {self.answers}" if self.answers else ""
        rates = f"{self.rate:10.2f}  {f'{slow:.2f}..{fast:.2f}':>20}"
        return f"{self.name:34} {len(self.texts):5} {self.size / 1e6:7.2f} {rates}  {answers}"


def documents(lang: str) -> list[str]:
    """The news of a language, decoded."""
    path = SHARED / "eval" / "text" / f"news.{lang}.jsonl"
    if not path.exists():
        raise SystemExit(f"{path}: not here; set SHAMSI_SHARED to the folder that holds eval/text")
    return against.news(lang)


def english_prose() -> list[str]:
    """The paragraphs of prose in the descriptions of the installed packages, one text a package."""
    found: list[str] = []
    for package in distributions():
        described = (package.read_text("METADATA") or "").partition("\n\n")[2]
        paragraphs = [" ".join(one.split()) for one in described.split("\n\n")]
        prose = "\n".join(one for one in paragraphs if len(one) > PARAGRAPH and is_prose(one))
        found += [prose] if prose else []
    return sorted(found)


def is_prose(text: str) -> bool:
    """Whether nearly all of a paragraph is letters and blanks."""
    return sum(char.isalpha() or char == " " for char in text) > PROSE * len(text)


def spread(texts: Sequence[str], number: int) -> list[str]:
    """That many documents, evenly over all of them, so that no one source decides."""
    number = min(number, len(texts))
    return [texts[i * len(texts) // number] for i in range(number)]


def size(texts: Iterable[str]) -> int:
    """Bytes of the texts in UTF-8."""
    return sum(len(text.encode()) for text in texts)


def assert_slices(texts: Iterable[str]) -> None:
    """Every mention's text must be the slice of the source that it points to."""
    for text in texts:
        for mention in shamsi.find(text):
            assert mention.text == text[mention.start : mention.end], mention


def mentions(text: str) -> int:
    """How many dates `find` finds."""
    return len(shamsi.find(text))


def mentions_of_block(texts: list[str]) -> int:
    """How many dates are found in texts that are read together."""
    return sum(map(len, find_each(texts)))


def peer_dates(text: str, languages: list[str]) -> int:
    """How many dates dateparser finds; it answers None for none."""
    from dateparser.search import search_dates

    return len(search_dates(text, languages=languages) or ())


def parstdex_dates(text: str, model: Any) -> int:
    """How many dates parstdex finds."""
    return len(model.extract_span(text)["date"])


def short_texts(lang: str) -> list[str]:
    """The beginnings of the news in which no date is, cut at a blank before 300 bytes."""
    starts = (text.encode()[:SHORT].decode(errors="ignore").rpartition(" ")[0] for text in documents(lang))
    return [text for text in starts if text and not shamsi.find(text)]


def contestants(lang: str, peer_documents: int) -> list[Contestant]:
    """All that runs on one language's documents; the peers, where installed, and `find` beside them on fewer."""
    texts = documents(lang)
    assert_slices(texts)  # the first call, which builds the lexicon, falls here too
    bytes_ = size(texts)
    folded = [fold(text).code for text in texts]
    scan = scanner(lexicon(LANGUAGES), lang, relative=False)
    absent = re.compile(ABSENT).finditer
    short, long = short_texts(lang), against.long_text(texts)
    rows = [
        Contestant("find", texts, bytes_, mentions, "mentions"),
        Contestant("  fold only", texts, bytes_, lambda text: bool(fold(text).code), "texts"),
        Contestant("  scan only, folded before", folded, bytes_, lambda code: len(scan.windows(code)), "windows"),
        Contestant("  floor: re, one absent character", texts, bytes_, lambda text: len(list(absent(text))), "hits"),
        Contestant("find, short texts without a date", short, size(short), mentions, "mentions"),
        Contestant("find_each, blocks of 64", against.blocks(texts), bytes_, mentions_of_block, "mentions"),
        Contestant("find, one text of 1 MB", [long], size([long]), mentions, "mentions"),
    ]
    if peer_documents:
        rows += peers(lang, spread(texts, peer_documents))
    return rows


def peers(lang: str, texts: list[str]) -> list[Contestant]:
    """The peers that are installed, and `find` on the documents that they get; their first call loads their data."""
    few = size(texts)
    rows = [Contestant("find, the peers' documents", texts, few, mentions, "mentions")]
    if find_spec("dateparser"):
        rows.append(Contestant("dateparser search_dates", texts, few, partial(peer_dates, languages=[lang]), "dates"))
    if find_spec("parstdex") and lang == "fa":  # it reads Persian
        from parstdex import Parstdex

        rows.append(Contestant("parstdex", texts, few, partial(parstdex_dates, model=Parstdex()), "dates"))
    for row in rows[1:]:
        row.count(texts[0])
    return rows


def rate_of_english(runs: int) -> float:
    """Print and return the MB/s of `find` on English prose."""
    texts = english_prose()
    row = Contestant("find", texts, size(texts), mentions, "mentions")
    for _ in range(runs + 1):  # the first builds the lexicon
        row.run()
    row.seconds.pop(0)
    print(f"\n{'english prose':34} {'docs':>5} {'MB':>7} {'MB/s':>10}  {'slowest..fastest':>20}  answers")
    print(row.row())
    return row.rate


def arguments() -> argparse.Namespace:
    """What to run, and how often."""
    parser = argparse.ArgumentParser(description="MB/s of shamsi.find on news, beside dateparser's search_dates.")
    parser.add_argument("--runs", type=int, default=5, help="rounds; the median counts (default: 5)")
    parser.add_argument("--peer-docs", type=int, default=40, help="documents for dateparser (default: 40; 0: none)")
    parser.add_argument("--against", type=Path, metavar="PATH", help="another checkout to compare with")
    parser.add_argument("--other-answers", action="store_true", help="the two checkouts may answer differently")
    options = parser.parse_args()
    if options.against and not (options.against / "shamsi" / "__init__.py").exists():
        parser.error(f"--against: {options.against} is not a checkout of shamsi")
    if options.runs < 1 or options.peer_docs < 0:
        parser.error("--runs must be at least 1 and --peer-docs at least 0")
    return options


def main() -> int:
    """Print the tables and the bars; 1 when one falls short."""
    options = arguments()
    installed = (f"{peer} {version(peer)}" if find_spec(peer) else f"{peer} not installed" for peer in PEERS)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, shamsi {shamsi.__version__}",
        *installed,
        sep=", ",
    )
    print(f"medians of {options.runs} interleaved rounds, CPU time, one core")
    bars: list[tuple[str, float, float]] = []
    if options.against:
        bars = against.compare(options.against, options.runs, may_differ=options.other_answers)
    for lang, bar in BARS.items() if not options.against else ():
        rows = contestants(lang, options.peer_docs)
        for _ in range(options.runs):
            for row in rows:
                row.run()
        print(f"\n{f'news.{lang}':34} {'docs':>5} {'MB':>7} {'MB/s':>10}  {'slowest..fastest':>20}  answers")
        for row in rows:
            print(row.row())
        if rows[0].total != rows[5].total:
            raise AssertionError(f"{rows[5].total} mentions in blocks, {rows[0].total} one by one")
        for row in rows[8:]:
            print(f"find / {row.name} on the same {len(row.texts)} documents: {rows[7].rate / row.rate:.0f}x")
        short = rows[4]
        bars += [(f"find-{lang}", rows[0].rate, bar)]
        bars += [(f"short-{lang}", len(short.texts) / median(short.seconds), SHORT_BAR)]
    if not options.against:
        bars.append(("find-en", rate_of_english(options.runs), ENGLISH_BAR))
    print()
    digits = 3 if options.against else 1
    for name, rate, bar in bars:
        print(f"bar {name} {rate:.{digits}f} {bar:.{2 if options.against else 0}f} {'ok' if rate >= bar else 'short'}")
    return 0 if all(rate >= bar for _, rate, bar in bars) else 1


if __name__ == "__main__":
    raise SystemExit(main())
